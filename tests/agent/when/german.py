"""German phrases.

Read on Wednesday 12 March 2025 at 14:30 in Berlin, recording since 26 February 09:00. Each line: the
phrase | start | end (``now`` is that moment) and, where the range has holes, the number of its stretches.
"""

from typing import Final

RANGES: Final = """
heute | 03-12 00:00 | now
gestern | 03-11 00:00 | 03-12 00:00
vorgestern | 03-10 00:00 | 03-11 00:00
letzte Nacht | 03-11 22:00 | 03-12 06:00
gestern Nacht | 03-11 22:00 | 03-12 06:00
heute Nacht | 03-11 22:00 | 03-12 06:00
in der Nacht | 03-11 22:00 | 03-12 06:00
die vorletzte Nacht | 03-10 22:00 | 03-11 06:00
vorletzte Nacht | 03-10 22:00 | 03-11 06:00
heute Morgen | 03-12 06:00 | 03-12 12:00
heute früh | 03-12 06:00 | 03-12 12:00
heute Nachmittag | 03-12 12:00 | now
gestern Abend | 03-11 18:00 | 03-11 22:00
gestern Vormittag | 03-11 06:00 | 03-11 12:00
gestern morgen | 03-11 06:00 | 03-11 12:00
vorgestern abend | 03-10 18:00 | 03-10 22:00
am Montag | 03-10 00:00 | 03-11 00:00
Montag | 03-10 00:00 | 03-11 00:00
letzten Montag | 03-10 00:00 | 03-11 00:00
am Montagabend | 03-10 18:00 | 03-10 22:00
Dienstagnachmittag | 03-11 12:00 | 03-11 18:00
Montag Abend | 03-10 18:00 | 03-10 22:00
am Mittwoch | 03-05 00:00 | 03-06 00:00
am letzten Mittwoch | 03-05 00:00 | 03-06 00:00
Dienstag letzter Woche | 03-04 00:00 | 03-05 00:00
letzte Woche Dienstag | 03-04 00:00 | 03-05 00:00
vorletzten Montag | 03-03 00:00 | 03-04 00:00
vor 2 Tagen | 03-10 00:00 | 03-11 00:00
vor zwei Tagen | 03-10 00:00 | 03-11 00:00
vor einer Woche | 03-05 00:00 | 03-06 00:00
vor 3 Stunden | 03-12 11:30 | 03-12 11:40
vor einer Stunde | 03-12 13:30 | 03-12 13:40
vor einer halben Stunde | 03-12 14:00 | 03-12 14:10
vor 20 Minuten | 03-12 14:10 | 03-12 14:20
die letzten 7 Tage | 03-05 14:30 | now
in den letzten 24 Stunden | 03-11 14:30 | now
in den vergangenen drei Tagen | 03-09 14:30 | now
der letzten Stunde | 03-12 13:30 | now
in der letzten Stunde | 03-12 13:30 | now
die letzten zwei Nächte | 03-10 22:00 | 03-12 06:00 | 2
diese Woche | 03-10 00:00 | now
letzte Woche | 03-03 00:00 | 03-10 00:00
vorletzte Woche | 02-24 00:00 | 03-03 00:00
diesen Monat | 03-01 00:00 | now
letzten Monat | 02-01 00:00 | 03-01 00:00
im Februar | 02-01 00:00 | 03-01 00:00
im März | 03-01 00:00 | now
Februar 2025 | 02-01 00:00 | 03-01 00:00
dieses Jahr | 01-01 00:00 | now
letztes Jahr | 2024-01-01 00:00 | 01-01 00:00
am Wochenende | 03-08 00:00 | 03-10 00:00
letztes Wochenende | 03-08 00:00 | 03-10 00:00
seit Montag | 03-10 00:00 | now
seit gestern | 03-11 00:00 | now
seit heute früh | 03-12 06:00 | now
seit 6 Uhr | 03-12 06:00 | now
seit letzter Woche | 03-03 00:00 | now
seit drei Tagen | 03-09 14:30 | now
seit Mitternacht | 03-12 00:00 | now
seit Beginn | 02-26 09:00 | now
bis gestern | 02-26 09:00 | 03-12 00:00
bis 9 Uhr | 03-12 00:00 | 03-12 09:00
vor 6 Uhr | 03-12 00:00 | 03-12 06:00
nach 18 Uhr gestern | 03-11 18:00 | 03-12 00:00
gestern nach 18 Uhr | 03-11 18:00 | 03-12 00:00
um 6 Uhr | 03-12 06:00 | 03-12 06:10
um 18 Uhr | 03-11 18:00 | 03-11 18:10
gestern um 18 Uhr | 03-11 18:00 | 03-11 18:10
gestern um 18.30 Uhr | 03-11 18:30 | 03-11 18:40
um 18:30 Uhr | 03-11 18:30 | 03-11 18:40
gestern Abend um halb sieben | 03-11 18:30 | 03-11 18:40
um Viertel nach drei heute früh | 03-12 03:15 | 03-12 03:25
um 3 Uhr morgens | 03-12 03:00 | 03-12 03:10
um drei Uhr nachts | 03-12 03:00 | 03-12 03:10
gegen 3 Uhr | 03-12 02:45 | 03-12 03:15
gegen 3 Uhr letzte Nacht | 03-12 02:45 | 03-12 03:15
zwischen 2 und 4 Uhr | 03-12 02:00 | 03-12 04:00
zwischen 14 und 16 Uhr | 03-12 14:00 | now
gestern zwischen 14 und 16 Uhr | 03-11 14:00 | 03-11 16:00
von 9 bis 11 Uhr | 03-12 09:00 | 03-12 11:00
von Montag bis Dienstag | 03-10 00:00 | 03-12 00:00
gestern von 14 bis 16 Uhr | 03-11 14:00 | 03-11 16:00
5. März | 03-05 00:00 | 03-06 00:00
am 5. März | 03-05 00:00 | 03-06 00:00
am 5. März 2025 | 03-05 00:00 | 03-06 00:00
05.03.2025 | 03-05 00:00 | 03-06 00:00
5.3. | 03-05 00:00 | 03-06 00:00
am 5.3. | 03-05 00:00 | 03-06 00:00
Mittwoch, 5. März | 03-05 00:00 | 03-06 00:00
vom 3. bis 7. März | 03-03 00:00 | 03-08 00:00
die Nacht auf Dienstag | 03-10 22:00 | 03-11 06:00
in der Nacht von Sonntag auf Montag | 03-09 22:00 | 03-10 06:00
die Nacht der Zeitumstellung | 2024-10-26 22:00 | 2024-10-27 06:00
als die Uhren zurückgestellt wurden | 2024-10-26 22:00 | 2024-10-27 06:00
vor dem Frühstück | 03-12 00:00 | 03-12 07:00
nach dem Mittagessen | 03-12 14:00 | now
gestern nach dem Abendessen | 03-11 20:00 | 03-12 00:00
jetzt | 03-12 14:25 | now
gerade | 03-12 14:25 | now
im Moment | 03-12 14:25 | now
überhaupt | 02-26 09:00 | now
insgesamt | 02-26 09:00 | now
die gesamte Aufzeichnung | 02-26 09:00 | now
bisher | 02-26 09:00 | now
gestan | 03-11 00:00 | 03-12 00:00
lezte Nacht | 03-11 22:00 | 03-12 06:00
letzte Nachd | 03-11 22:00 | 03-12 06:00
nachts diese Woche | 03-09 22:00 | now | 3
gestern Mittag | 03-11 12:00 | 03-11 14:00
heute Mittag | 03-12 12:00 | 03-12 14:00
am frühen Morgen | 03-12 06:00 | 03-12 09:00
spät am Abend | 03-11 20:00 | 03-11 22:00
gestern spät abends | 03-11 20:00 | 03-11 22:00
letzten Freitagabend | 03-07 18:00 | 03-07 22:00
Freitagnacht | 03-06 22:00 | 03-07 06:00
in der Nacht zum Samstag | 03-07 22:00 | 03-08 06:00
Ende letzter Woche | 03-06 12:00 | 03-10 00:00
Anfang März | 03-01 00:00 | now
seit Anfang des Monats | 03-01 00:00 | now
seit Anfang der Woche | 03-10 00:00 | now
zu Beginn der Woche | 03-10 00:00 | now
in der letzten halben Stunde | 03-12 14:00 | now
die letzten paar Tage | 03-09 14:30 | now
in den letzten Tagen | 03-05 14:30 | now
in den letzten 2 Wochen | 02-26 14:30 | now
im letzten Monat | 02-01 00:00 | 03-01 00:00
vergangene Woche | 03-05 14:30 | now
letzten Sonntag um 20 Uhr | 03-09 20:00 | 03-09 20:10
am 3.3. um 14 Uhr | 03-03 14:00 | 03-03 14:10
am 10. März von 8 bis 10 Uhr | 03-10 08:00 | 03-10 10:00
zwischen Montag und Mittwoch | 03-03 00:00 | 03-06 00:00
vom 3.3. bis 7.3. | 03-03 00:00 | 03-08 00:00
2025-03-03 bis 2025-03-07 | 03-03 00:00 | 03-08 00:00
bis Mitternacht | 03-11 00:00 | 03-12 00:00
ab 18 Uhr gestern | 03-11 18:00 | now
von gestern Abend bis heute früh | 03-11 18:00 | 03-12 12:00
ab Montag | 03-10 00:00 | now
gestern ab 18 Uhr | 03-11 18:00 | 03-12 00:00
gestern bis 12 Uhr | 03-11 00:00 | 03-12 12:00
kurz nach 6 heute früh | 03-12 06:00 | 03-12 06:15
um sechs Uhr abends | 03-11 18:00 | 03-11 18:10
gestern um 6 Uhr abends | 03-11 18:00 | 03-11 18:10
um 18h | 03-11 18:00 | 03-11 18:10
um 7 in der Früh | 03-12 07:00 | 03-12 07:10
heute um 7 | 03-12 07:00 | 03-12 07:10
gestern gegen Mittag | 03-11 12:00 | 03-11 14:00
letzte Nacht um 3 | 03-12 03:00 | 03-12 03:10
letzte Nacht gegen drei Uhr | 03-12 02:45 | 03-12 03:15
letzte Nacht zwischen 2 und 4 | 03-12 02:00 | 03-12 04:00
wie war die Nacht | 03-11 22:00 | 03-12 06:00
tagsüber | 03-12 06:00 | now
gestern tagsüber | 03-11 06:00 | 03-11 22:00
jede Nacht diese Woche | 03-09 22:00 | now | 3
abends letzte Woche | 03-03 18:00 | 03-09 22:00 | 7
die letzten drei Nächte | 03-09 22:00 | 03-12 06:00 | 3
vor ein paar Stunden | 03-12 11:30 | 03-12 11:40
vor anderthalb Stunden | 03-12 13:00 | 03-12 13:10
vor einem Monat | 02-12 00:00 | 02-13 00:00
heute vor einer Woche | 03-05 00:00 | 03-06 00:00
im Schlaf | 03-11 22:00 | 03-12 06:00
"""

# Phrases that give no single range: phrase | problem | reason.
TROUBLE: Final = """
gestern um halb sieben | TIME_AMBIGUOUS | which_half
morgen | TIME_FUTURE | future
morgen früh | TIME_FUTURE | future
nächste Woche | TIME_FUTURE | future
nächsten Montag | TIME_FUTURE | future
in zwei Stunden | TIME_FUTURE | future
neulich | TIME_AMBIGUOUS | vague
an Weihnachten | TIME_UNKNOWN | not_known
"""

# Phrases that lean on the range before: phrase | what came before | start | end.
RELATIVE: Final = """
die Nacht davor | letzte Nacht | 03-10 22:00 | 03-11 06:00
am Tag danach | letzte Nacht | 03-12 00:00 | now
und am Morgen? | letzte Nacht | 03-12 06:00 | 03-12 12:00
eine Stunde früher | gestern um 18:00 | 03-11 17:00 | 03-11 17:10
dasselbe für Montag | gestern um 18:00 | 03-10 18:00 | 03-10 18:10
"""
