"""French phrases.

Read on Wednesday 12 March 2025 at 14:30 in Berlin, recording since 26 February 09:00. Each line: the
phrase | start | end (``now`` is that moment) and, where the range has holes, the number of its stretches.
"""

from typing import Final

RANGES: Final = """
aujourd'hui | 03-12 00:00 | now
hier | 03-11 00:00 | 03-12 00:00
avant-hier | 03-10 00:00 | 03-11 00:00
la nuit dernière | 03-11 22:00 | 03-12 06:00
cette nuit | 03-11 22:00 | 03-12 06:00
pendant la nuit | 03-11 22:00 | 03-12 06:00
toute la nuit | 03-11 22:00 | 03-12 06:00
l'avant-dernière nuit | 03-10 22:00 | 03-11 06:00
ce matin | 03-12 06:00 | 03-12 12:00
cet après-midi | 03-12 12:00 | now
hier soir | 03-11 18:00 | 03-11 22:00
hier matin | 03-11 06:00 | 03-11 12:00
hier après-midi | 03-11 12:00 | 03-11 18:00
avant-hier soir | 03-10 18:00 | 03-10 22:00
au petit matin | 03-12 00:00 | 03-12 06:00
lundi | 03-10 00:00 | 03-11 00:00
lundi dernier | 03-10 00:00 | 03-11 00:00
lundi soir | 03-10 18:00 | 03-10 22:00
mardi après-midi | 03-11 12:00 | 03-11 18:00
mercredi | 03-05 00:00 | 03-06 00:00
le mardi de la semaine dernière | 03-04 00:00 | 03-05 00:00
il y a 2 jours | 03-10 00:00 | 03-11 00:00
il y a deux jours | 03-10 00:00 | 03-11 00:00
il y a une semaine | 03-05 00:00 | 03-06 00:00
il y a 3 heures | 03-12 11:30 | 03-12 11:40
il y a une heure | 03-12 13:30 | 03-12 13:40
il y a une demi-heure | 03-12 14:00 | 03-12 14:10
il y a 20 minutes | 03-12 14:10 | 03-12 14:20
les 7 derniers jours | 03-05 14:30 | now
ces 7 derniers jours | 03-05 14:30 | now
les dernières 24 heures | 03-11 14:30 | now
les dernières 24h | 03-11 14:30 | now
les deux dernières nuits | 03-10 22:00 | 03-12 06:00 | 2
la dernière heure | 03-12 13:30 | now
cette semaine | 03-10 00:00 | now
la semaine dernière | 03-03 00:00 | 03-10 00:00
la semaine passée | 03-03 00:00 | 03-10 00:00
l'avant-dernière semaine | 02-24 00:00 | 03-03 00:00
ce mois | 03-01 00:00 | now
le mois dernier | 02-01 00:00 | 03-01 00:00
en février | 02-01 00:00 | 03-01 00:00
en mars | 03-01 00:00 | now
février 2025 | 02-01 00:00 | 03-01 00:00
cette année | 01-01 00:00 | now
l'année dernière | 2024-01-01 00:00 | 01-01 00:00
le week-end | 03-08 00:00 | 03-10 00:00
le week-end dernier | 03-08 00:00 | 03-10 00:00
ce week-end | 03-08 00:00 | 03-10 00:00
depuis lundi | 03-10 00:00 | now
depuis hier | 03-11 00:00 | now
depuis ce matin | 03-12 06:00 | now
depuis la semaine dernière | 03-03 00:00 | now
depuis trois jours | 03-09 14:30 | now
depuis minuit | 03-12 00:00 | now
depuis le début | 02-26 09:00 | now
jusqu'à hier | 02-26 09:00 | 03-12 00:00
jusqu'à 9h | 03-12 00:00 | 03-12 09:00
avant 6h | 03-12 00:00 | 03-12 06:00
après 18h hier | 03-11 18:00 | 03-12 00:00
hier après 18h | 03-11 18:00 | 03-12 00:00
à 6h | 03-12 06:00 | 03-12 06:10
à 18h | 03-11 18:00 | 03-11 18:10
hier à 18h30 | 03-11 18:30 | 03-11 18:40
hier à 18 h 30 | 03-11 18:30 | 03-11 18:40
à 18:30 | 03-11 18:30 | 03-11 18:40
hier à six heures et demie | 03-11 06:30 | 03-11 06:40
à 3h du matin | 03-12 03:00 | 03-12 03:10
à trois heures du matin | 03-12 03:00 | 03-12 03:10
à 4 heures de l'après-midi hier | 03-11 16:00 | 03-11 16:10
vers 3h | 03-12 02:45 | 03-12 03:15
vers 3h cette nuit | 03-12 02:45 | 03-12 03:15
entre 2h et 4h | 03-12 02:00 | 03-12 04:00
entre 14h et 16h | 03-12 14:00 | now
hier entre 14h et 16h | 03-11 14:00 | 03-11 16:00
de 9h à 11h | 03-12 09:00 | 03-12 11:00
de lundi à mardi | 03-10 00:00 | 03-12 00:00
le 5 mars | 03-05 00:00 | 03-06 00:00
5 mars 2025 | 03-05 00:00 | 03-06 00:00
le 1er mars | 03-01 00:00 | 03-02 00:00
05/03/2025 | 03-05 00:00 | 03-06 00:00
05/03 | 03-05 00:00 | 03-06 00:00
le 5 | 03-05 00:00 | 03-06 00:00
mercredi 5 mars | 03-05 00:00 | 03-06 00:00
du 3 au 7 mars | 03-03 00:00 | 03-08 00:00
la nuit de mardi | 03-10 22:00 | 03-11 06:00
la nuit du dimanche au lundi | 03-09 22:00 | 03-10 06:00
la nuit du changement d'heure | 2024-10-26 22:00 | 2024-10-27 06:00
avant le petit déjeuner | 03-12 00:00 | 03-12 07:00
après le déjeuner | 03-12 14:00 | now
hier après le dîner | 03-11 20:00 | 03-12 00:00
maintenant | 03-12 14:25 | now
en ce moment | 03-12 14:25 | now
toujours | 02-26 09:00 | now
au total | 02-26 09:00 | now
tout l'enregistrement | 02-26 09:00 | now
jusqu'à maintenant | 02-26 09:00 | now
aujourdhui | 03-12 00:00 | now
ier soir | 03-11 18:00 | 03-11 22:00
la nuit derniere | 03-11 22:00 | 03-12 06:00
les nuits de cette semaine | 03-09 22:00 | now | 3
à midi | 03-12 12:00 | 03-12 12:10
à minuit | 03-12 00:00 | 03-12 00:10
hier midi | 03-11 12:00 | 03-11 12:10
hier à midi | 03-11 12:00 | 03-11 12:10
vendredi soir dernier | 03-07 18:00 | 03-07 22:00
vendredi dernier au soir | 03-07 18:00 | 03-07 22:00
dans la nuit de vendredi à samedi | 03-07 22:00 | 03-08 06:00
la nuit de vendredi à samedi | 03-07 22:00 | 03-08 06:00
fin de la semaine dernière | 03-06 12:00 | 03-10 00:00
à la fin de la semaine dernière | 03-06 12:00 | 03-10 00:00
début mars | 03-01 00:00 | now
depuis début mars | 03-01 00:00 | now
depuis le début de la semaine | 03-10 00:00 | now
depuis le début du mois | 03-01 00:00 | now
ces derniers jours | 03-05 14:30 | now
les deux derniers mois | 01-12 14:30 | now
les 2 dernières semaines | 02-26 14:30 | now
dimanche à 20h | 03-09 20:00 | 03-09 20:10
le 3 mars à 14h | 03-03 14:00 | 03-03 14:10
le 10 mars de 8h à 10h | 03-10 08:00 | 03-10 10:00
entre lundi et mercredi | 03-03 00:00 | 03-06 00:00
du lundi au mercredi | 03-03 00:00 | 03-06 00:00
du 3 mars au 7 mars | 03-03 00:00 | 03-08 00:00
d'hier soir à ce matin | 03-11 18:00 | 03-12 12:00
hier depuis 18h | 03-11 18:00 | 03-12 00:00
hier jusqu'à midi | 03-11 00:00 | 03-11 12:00
hier avant 6h | 03-11 00:00 | 03-11 06:00
la nuit dernière à 3h | 03-12 03:00 | 03-12 03:10
la nuit dernière vers 3 heures | 03-12 02:45 | 03-12 03:15
la nuit dernière entre 2h et 4h | 03-12 02:00 | 03-12 04:00
en journée | 03-12 06:00 | now
hier en journée | 03-11 06:00 | 03-11 22:00
toutes les nuits cette semaine | 03-09 22:00 | now | 3
les trois dernières nuits | 03-09 22:00 | 03-12 06:00 | 3
il y a quelques heures | 03-12 11:30 | 03-12 11:40
il y a une heure et demie | 03-12 13:00 | 03-12 13:10
il y a un mois | 02-12 00:00 | 02-13 00:00
il y a quelques minutes | 03-12 14:27 | now
pendant mon sommeil | 03-11 22:00 | 03-12 06:00
à trois heures de l'après-midi | 03-11 15:00 | 03-11 15:10
à 15h | 03-11 15:00 | 03-11 15:10
hier à 7h du soir | 03-11 19:00 | 03-11 19:10
à neuf heures et quart du soir | 03-11 21:15 | 03-11 21:25
à dix heures moins le quart | 03-12 09:45 | 03-12 09:55
il y a 15 jours | 02-25 00:00 | 02-26 00:00
la semaine du 3 mars | 03-03 00:00 | 03-10 00:00
"""

# Phrases that give no single range: phrase | problem | reason.
TROUBLE: Final = """
ce soir | TIME_FUTURE | future
depuis 6h | TIME_AMBIGUOUS | several
demain | TIME_FUTURE | future
demain matin | TIME_FUTURE | future
la semaine prochaine | TIME_FUTURE | future
lundi prochain | TIME_FUTURE | future
dans deux heures | TIME_FUTURE | future
l'autre jour | TIME_AMBIGUOUS | vague
à Noël | TIME_UNKNOWN | not_known
"""

# Phrases that lean on the range before: phrase | what came before | start | end.
RELATIVE: Final = """
la nuit d'avant | la nuit dernière | 03-10 22:00 | 03-11 06:00
le lendemain | la nuit dernière | 03-12 00:00 | now
et le matin ? | la nuit dernière | 03-12 06:00 | 03-12 12:00
une heure plus tôt | hier à 18:00 | 03-11 17:00 | 03-11 17:10
pareil pour lundi | hier à 18:00 | 03-10 18:00 | 03-10 18:10
"""
