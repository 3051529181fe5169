"""Spanish phrases.

Read on Wednesday 12 March 2025 at 14:30 in Berlin, recording since 26 February 09:00. Each line: the
phrase | start | end (``now`` is that moment) and, where the range has holes, the number of its stretches.
"""

from typing import Final

RANGES: Final = """
hoy | 03-12 00:00 | now
ayer | 03-11 00:00 | 03-12 00:00
anteayer | 03-10 00:00 | 03-11 00:00
anoche | 03-11 22:00 | 03-12 06:00
anteanoche | 03-10 22:00 | 03-11 06:00
la noche pasada | 03-11 22:00 | 03-12 06:00
ayer por la noche | 03-11 22:00 | 03-12 06:00
la noche de ayer | 03-11 22:00 | 03-12 06:00
esta mañana | 03-12 06:00 | 03-12 12:00
esta tarde | 03-12 12:00 | now
ayer por la mañana | 03-11 06:00 | 03-11 12:00
ayer por la tarde | 03-11 12:00 | 03-11 18:00
anteayer por la tarde | 03-10 12:00 | 03-10 18:00
de madrugada | 03-12 00:00 | 03-12 06:00
esta madrugada | 03-12 00:00 | 03-12 06:00
el lunes | 03-10 00:00 | 03-11 00:00
lunes | 03-10 00:00 | 03-11 00:00
el lunes pasado | 03-10 00:00 | 03-11 00:00
el lunes por la tarde | 03-10 12:00 | 03-10 18:00
el martes por la noche | 03-10 22:00 | 03-11 06:00
el miércoles | 03-05 00:00 | 03-06 00:00
el martes de la semana pasada | 03-04 00:00 | 03-05 00:00
hace 2 días | 03-10 00:00 | 03-11 00:00
hace dos días | 03-10 00:00 | 03-11 00:00
hace una semana | 03-05 00:00 | 03-06 00:00
hace 3 horas | 03-12 11:30 | 03-12 11:40
hace una hora | 03-12 13:30 | 03-12 13:40
hace media hora | 03-12 14:00 | 03-12 14:10
hace 20 minutos | 03-12 14:10 | 03-12 14:20
los últimos 7 días | 03-05 14:30 | now
en las últimas 24 horas | 03-11 14:30 | now
las últimas dos noches | 03-10 22:00 | 03-12 06:00 | 2
la última hora | 03-12 13:30 | now
la última semana | 03-05 14:30 | now
la última media hora | 03-12 14:00 | now
esta semana | 03-10 00:00 | now
la semana pasada | 03-03 00:00 | 03-10 00:00
la semana antepasada | 02-24 00:00 | 03-03 00:00
este mes | 03-01 00:00 | now
el mes pasado | 02-01 00:00 | 03-01 00:00
en febrero | 02-01 00:00 | 03-01 00:00
en marzo | 03-01 00:00 | now
febrero de 2025 | 02-01 00:00 | 03-01 00:00
este año | 01-01 00:00 | now
el año pasado | 2024-01-01 00:00 | 01-01 00:00
el fin de semana | 03-08 00:00 | 03-10 00:00
el fin de semana pasado | 03-08 00:00 | 03-10 00:00
este fin de semana | 03-08 00:00 | 03-10 00:00
desde el lunes | 03-10 00:00 | now
desde ayer | 03-11 00:00 | now
desde esta mañana | 03-12 06:00 | now
desde las 6 | 03-12 06:00 | now
desde la semana pasada | 03-03 00:00 | now
desde hace tres días | 03-09 14:30 | now
desde medianoche | 03-12 00:00 | now
desde el principio | 02-26 09:00 | now
hasta ayer | 02-26 09:00 | 03-12 00:00
hasta las 9 de la mañana | 03-12 00:00 | 03-12 09:00
antes de las 6 | 03-12 00:00 | 03-12 06:00
después de las 18:00 de ayer | 03-11 18:00 | 03-12 00:00
ayer después de las 18:00 | 03-11 18:00 | 03-12 00:00
a las 6 de la tarde | 03-11 18:00 | 03-11 18:10
a las 6 | 03-12 06:00 | 03-12 06:10
a las 18:00 | 03-11 18:00 | 03-11 18:10
ayer a las 18:00 | 03-11 18:00 | 03-11 18:10
ayer a las 6 y media de la tarde | 03-11 18:30 | 03-11 18:40
a las seis y media de la mañana | 03-12 06:30 | 03-12 06:40
a las tres y cuarto de la mañana | 03-12 03:15 | 03-12 03:25
a las 3 de la madrugada | 03-12 03:00 | 03-12 03:10
alrededor de las 3 | 03-12 02:45 | 03-12 03:15
sobre las 3 de la mañana | 03-12 02:45 | 03-12 03:15
entre las 2 y las 4 de la tarde | 03-12 14:00 | now
ayer entre las 14:00 y las 16:00 | 03-11 14:00 | 03-11 16:00
de 9 a 11 | 03-12 09:00 | 03-12 11:00
desde las 9 hasta las 11 de la mañana | 03-12 09:00 | 03-12 11:00
de lunes a martes | 03-10 00:00 | 03-12 00:00
el 5 de marzo | 03-05 00:00 | 03-06 00:00
5 de marzo de 2025 | 03-05 00:00 | 03-06 00:00
05/03/2025 | 03-05 00:00 | 03-06 00:00
15/02/2025 | 02-15 00:00 | 02-16 00:00
el 5 | 03-05 00:00 | 03-06 00:00
el miércoles 5 de marzo | 03-05 00:00 | 03-06 00:00
del 3 al 7 de marzo | 03-03 00:00 | 03-08 00:00
la noche del martes | 03-10 22:00 | 03-11 06:00
la noche del domingo al lunes | 03-09 22:00 | 03-10 06:00
la noche del cambio de hora | 2024-10-26 22:00 | 2024-10-27 06:00
cuando se atrasaron los relojes | 2024-10-26 22:00 | 2024-10-27 06:00
antes del desayuno | 03-12 00:00 | 03-12 07:00
después de la comida | 03-12 14:00 | now
ayer después de la cena | 03-11 20:00 | 03-12 00:00
ahora | 03-12 14:25 | now
ahora mismo | 03-12 14:25 | now
en este momento | 03-12 14:25 | now
siempre | 02-26 09:00 | now
en total | 02-26 09:00 | now
toda la grabación | 02-26 09:00 | now
hasta ahora | 02-26 09:00 | now
ayr | 03-11 00:00 | 03-12 00:00
la seman pasada | 03-03 00:00 | 03-10 00:00
las noches de esta semana | 03-09 22:00 | now | 3
al mediodía | 03-12 12:00 | 03-12 12:10
a medianoche | 03-12 00:00 | 03-12 00:10
ayer al mediodía | 03-11 12:00 | 03-11 12:10
hoy por la mañana | 03-12 06:00 | 03-12 12:00
el viernes por la noche | 03-06 22:00 | 03-07 06:00
la noche del viernes al sábado | 03-07 22:00 | 03-08 06:00
el viernes pasado por la tarde | 03-07 12:00 | 03-07 18:00
a finales de la semana pasada | 03-06 12:00 | 03-10 00:00
a principios de marzo | 03-01 00:00 | now
desde principios de mes | 03-01 00:00 | now
los últimos días | 03-05 14:30 | now
en los últimos dos meses | 01-12 14:30 | now
las últimas 2 semanas | 02-26 14:30 | now
el domingo a las 20:00 | 03-09 20:00 | 03-09 20:10
el 3 de marzo a las 14:00 | 03-03 14:00 | 03-03 14:10
entre lunes y miércoles | 03-03 00:00 | 03-06 00:00
del lunes al miércoles | 03-03 00:00 | 03-06 00:00
desde el 3 de marzo hasta el 7 de marzo | 03-03 00:00 | 03-08 00:00
desde ayer por la noche hasta esta mañana | 03-11 22:00 | 03-12 12:00
ayer desde las 18:00 | 03-11 18:00 | 03-12 00:00
ayer hasta las 12:00 | 03-11 00:00 | 03-11 12:00
ayer antes de las 6 de la mañana | 03-11 00:00 | 03-11 06:00
anoche a las 3 | 03-12 03:00 | 03-12 03:10
anoche sobre las tres | 03-12 02:45 | 03-12 03:15
anoche entre las 2 y las 4 | 03-12 02:00 | 03-12 04:00
durante el día | 03-12 06:00 | now
ayer durante el día | 03-11 06:00 | 03-11 22:00
todas las noches de esta semana | 03-09 22:00 | now | 3
las tres últimas noches | 03-09 22:00 | 03-12 06:00 | 3
las últimas tres noches | 03-09 22:00 | 03-12 06:00 | 3
hace un par de horas | 03-12 12:30 | 03-12 12:40
hace hora y media | 03-12 13:00 | 03-12 13:10
hace una hora y media | 03-12 13:00 | 03-12 13:10
hace un mes | 02-12 00:00 | 02-13 00:00
hace unos minutos | 03-12 14:27 | now
mientras dormía | 03-11 22:00 | 03-12 06:00
a las tres de la tarde | 03-11 15:00 | 03-11 15:10
a las 15 horas | 03-11 15:00 | 03-11 15:10
a las 15h | 03-11 15:00 | 03-11 15:10
ayer a las 7 de la tarde | 03-11 19:00 | 03-11 19:10
a las nueve y cuarto de la noche | 03-11 21:15 | 03-11 21:25
a las diez menos cuarto de la noche | 03-11 21:45 | 03-11 21:55
a primera hora de la mañana | 03-12 06:00 | 03-12 09:00
"""

# Phrases that give no single range: phrase | problem | reason.
TROUBLE: Final = """
a la una y media | TIME_AMBIGUOUS | which_half
entre las 2 y las 4 | TIME_AMBIGUOUS | which_half
mañana | TIME_FUTURE | future
mañana por la mañana | TIME_FUTURE | future
la semana que viene | TIME_FUTURE | future
el próximo lunes | TIME_FUTURE | future
dentro de dos horas | TIME_FUTURE | future
el otro día | TIME_AMBIGUOUS | vague
en navidad | TIME_UNKNOWN | not_known
"""

# Phrases that lean on the range before: phrase | what came before | start | end.
RELATIVE: Final = """
la noche anterior | anoche | 03-10 22:00 | 03-11 06:00
y el día siguiente | anoche | 03-12 00:00 | now
¿y por la mañana? | anoche | 03-12 06:00 | 03-12 12:00
una hora antes | ayer a las 18:00 | 03-11 17:00 | 03-11 17:10
lo mismo para el lunes | ayer a las 18:00 | 03-10 18:00 | 03-10 18:10
"""
