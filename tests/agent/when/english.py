"""English phrases beside those of ``tests/agent/time_phrases.py``.

Read on Wednesday 12 March 2025 at 14:30 in Berlin, recording since 26 February 09:00. Each line: the
phrase | start | end (``now`` is that moment) and, where the range has holes, the number of its stretches.
"""

from typing import Final

RANGES: Final = """
2 nights back | 03-09 22:00 | 03-10 06:00
ystrday | 03-11 00:00 | 03-12 00:00
yestrday evening | 03-11 18:00 | 03-11 22:00
last nigth | 03-11 22:00 | 03-12 06:00
lst nite | 03-11 22:00 | 03-12 06:00
this mornin | 03-12 06:00 | 03-12 12:00
today morning | 03-12 06:00 | 03-12 12:00
yesterday at lunch | 03-11 12:00 | 03-11 14:00
at lunchtime | 03-12 12:00 | 03-12 14:00
before breakfast | 03-12 00:00 | 03-12 07:00
after breakfast yesterday | 03-11 09:00 | 03-12 00:00
before lunch | 03-12 00:00 | 03-12 12:00
after lunch | 03-12 14:00 | now
before dinner on Sunday | 03-09 00:00 | 03-09 18:00
after dinner | 03-11 20:00 | 03-12 00:00
around noon | 03-12 11:45 | 03-12 12:15
around midnight | 03-11 23:45 | 03-12 00:15
in the middle of the night | 03-12 00:00 | 03-12 04:00
the middle of last night | 03-12 00:00 | 03-12 04:00
at 6.30 yesterday morning | 03-11 06:30 | 03-11 06:40
around 7ish this morning | 03-12 06:45 | 03-12 07:15
7ish yesterday evening | 03-11 18:45 | 03-11 19:15
a bit before 6 this morning | 03-12 05:45 | 03-12 06:00
just before 6 this morning | 03-12 05:45 | 03-12 06:00
just after midnight | 03-12 00:00 | 03-12 00:15
shortly after 3 this morning | 03-12 03:00 | 03-12 03:15
between midnight and 6 | 03-12 00:00 | 03-12 06:00
from midnight to 6 am | 03-12 00:00 | 03-12 06:00
first thing this morning | 03-12 06:00 | 03-12 09:00
first half of last night | 03-11 22:00 | 03-12 02:00
the second half of last night | 03-12 02:00 | 03-12 06:00
first half of the night | 03-11 22:00 | 03-12 02:00
early last night | 03-11 22:00 | 03-12 02:00
late last night | 03-12 02:00 | 03-12 06:00
late last week | 03-06 12:00 | 03-10 00:00
early last week | 03-03 00:00 | 03-06 12:00
the start of this week | 03-10 00:00 | now
at the beginning of last week | 03-03 00:00 | 03-06 12:00
the end of last month | 02-15 00:00 | 03-01 00:00
mid february | 02-08 00:00 | 02-22 00:00
in early march | 03-01 00:00 | now
the first week of march | 03-01 00:00 | 03-08 00:00
since install | 02-26 09:00 | now
since installation | 02-26 09:00 | now
since i installed hearth | 02-26 09:00 | now
since i put it on | 02-26 09:00 | now
since I got the patch | 02-26 09:00 | now
since day one | 02-26 09:00 | now
from day one | 02-26 09:00 | now
all time | 02-26 09:00 | now
the whole recording | 02-26 09:00 | now
the entire history | 02-26 09:00 | now
all of it | 02-26 09:00 | now
everything | 02-26 09:00 | now
all data | 02-26 09:00 | now
for as long as you have data | 02-26 09:00 | now
in the last month | 02-01 00:00 | 03-01 00:00
the last 3 months | 2024-12-12 14:30 | now
over the last few hours | 03-12 11:30 | now
during the last hour or so | 03-12 13:30 | now
the last couple hours | 03-12 12:30 | now
past 24 hours | 03-11 14:30 | now
last 48h | 03-10 14:30 | now
last 10 min | 03-12 14:20 | now
this past weekend | 03-08 00:00 | 03-10 00:00
the weekend before last | 03-01 00:00 | 03-03 00:00
two weekends ago | 03-01 00:00 | 03-03 00:00
last weekend's nights | 03-07 22:00 | 03-09 06:00 | 2
3 days ago at 6pm | 03-09 18:00 | 03-09 18:10
3 days ago in the evening | 03-09 18:00 | 03-09 22:00
a week ago today | 03-05 00:00 | 03-06 00:00
a month ago | 02-12 00:00 | 02-13 00:00
from 2 to 4 pm on Tuesday | 03-11 14:00 | 03-11 16:00
between 2pm and 4pm yesterday | 03-11 14:00 | 03-11 16:00
2pm-4pm yesterday | 03-11 14:00 | 03-11 16:00
14:00-16:00 yesterday | 03-11 14:00 | 03-11 16:00
14h00 yesterday | 03-11 14:00 | 03-11 14:10
at 14.30 yesterday | 03-11 14:30 | 03-11 14:40
yesterday between 14:00 and 16:00 | 03-11 14:00 | 03-11 16:00
on March 10 from 8 to 10 am | 03-10 08:00 | 03-10 10:00
on 10 March at 3 pm | 03-10 15:00 | 03-10 15:10
March 10, 3pm | 03-10 15:00 | 03-10 15:10
10/03 | 03-10 00:00 | 03-11 00:00
10.3. | 03-10 00:00 | 03-11 00:00
10.03.2025 | 03-10 00:00 | 03-11 00:00
2025-03-10 | 03-10 00:00 | 03-11 00:00
2025-03-10T18:00 | 03-10 18:00 | 03-10 18:10
2025-03-10 between 18:00 and 19:00 | 03-10 18:00 | 03-10 19:00
10 Mar | 03-10 00:00 | 03-11 00:00
Mar 10th 2025 | 03-10 00:00 | 03-11 00:00
sunday 9 march | 03-09 00:00 | 03-10 00:00
monday the 10th | 03-10 00:00 | 03-11 00:00
on the 10th at 6pm | 03-10 18:00 | 03-10 18:10
Sunday the 9th | 03-09 00:00 | 03-10 00:00
the 9th | 03-09 00:00 | 03-10 00:00
29 February | 2024-02-29 00:00 | 2024-03-01 00:00
29 February 2024 | 2024-02-29 00:00 | 2024-03-01 00:00
31 December | 2024-12-31 00:00 | 01-01 00:00
New Year's Eve | 2024-12-31 00:00 | 01-01 00:00
last december | 2024-12-01 00:00 | 01-01 00:00
december 2024 | 2024-12-01 00:00 | 01-01 00:00
last march | 2024-03-01 00:00 | 2024-04-01 00:00
this march | 03-01 00:00 | now
in february at night | 01-31 22:00 | 02-28 06:00 | 28
every night this week | 03-09 22:00 | now | 3
each night last week | 03-02 22:00 | 03-09 06:00 | 7
nights of last week | 03-02 22:00 | 03-09 06:00 | 7
mornings last week | 03-03 06:00 | 03-09 12:00 | 7
in the mornings | 03-12 06:00 | 03-12 12:00
at nights | 03-05 22:00 | 03-12 06:00 | 7
the last three mornings | 03-10 06:00 | 03-12 12:00 | 3
the last 5 nights | 03-07 22:00 | 03-12 06:00 | 5
last three nights | 03-09 22:00 | 03-12 06:00 | 3
the past 3 nights | 03-09 22:00 | 03-12 06:00 | 3
on Friday night | 03-06 22:00 | 03-07 06:00
Friday to Sunday | 03-07 00:00 | 03-10 00:00
Mon-Wed | 03-03 00:00 | 03-06 00:00
from Mon to Wed | 03-03 00:00 | 03-06 00:00
monday through wednesday | 03-03 00:00 | 03-06 00:00
since Friday evening | 03-07 18:00 | now
since Friday 6pm | 03-07 18:00 | now
since 8 this morning | 03-12 08:00 | now
since the weekend | 03-08 00:00 | now
since last weekend | 03-08 00:00 | now
since yesterday afternoon | 03-11 12:00 | now
since noon | 03-12 12:00 | now
until yesterday | 02-26 09:00 | 03-12 00:00
up to yesterday | 02-26 09:00 | 03-12 00:00
till 6 this morning | 03-12 00:00 | 03-12 06:00
until monday | 02-26 09:00 | 03-11 00:00
up until midnight | 03-11 00:00 | 03-12 00:00
before midnight | 03-11 00:00 | 03-12 00:00
after midnight | 03-12 00:00 | now
before 6 | 03-12 00:00 | 03-12 06:00
after 6 | 03-12 06:00 | now
after 6 this morning | 03-12 06:00 | now
before yesterday | 02-26 09:00 | 03-11 00:00
before last night | 02-26 09:00 | 03-11 22:00
after last night | 03-12 06:00 | now
after Sunday | 03-10 00:00 | now
5 minutes ago | 03-12 14:25 | now
about an hour ago | 03-12 13:30 | 03-12 13:40
around two hours ago | 03-12 12:30 | 03-12 12:40
an hour and a half ago | 03-12 13:00 | 03-12 13:10
2.5 hours ago | 03-12 12:00 | 03-12 12:10
an hour before midnight | 03-11 23:00 | 03-12 00:00
the hour before midnight | 03-11 23:00 | 03-12 00:00
the hour after midnight | 03-12 00:00 | 03-12 01:00
30 minutes before 6 this morning | 03-12 05:30 | 03-12 06:00
an hour after midnight | 03-12 00:00 | 03-12 01:00
right before midnight | 03-11 23:45 | 03-12 00:00
the night the clocks went back | 2024-10-26 22:00 | 2024-10-27 06:00
the night the clocks went forward | 2024-03-30 22:00 | 2024-03-31 06:00
when the clocks changed | 2024-10-26 22:00 | 2024-10-27 06:00
the night of the time change | 2024-10-26 22:00 | 2024-10-27 06:00
the day the clocks changed | 2024-10-27 00:00 | 2024-10-28 00:00
the night of the clock change | 2024-10-26 22:00 | 2024-10-27 06:00
on the last day of february | 02-28 00:00 | 03-01 00:00
the last day of last month | 02-28 00:00 | 03-01 00:00
the first of march | 03-01 00:00 | 03-02 00:00
on the first | 03-01 00:00 | 03-02 00:00
on the 1st of the month | 03-01 00:00 | 03-02 00:00
the first day | 02-26 00:00 | 02-27 00:00
the first night | 02-26 22:00 | 02-27 06:00
my first night with it | 02-26 22:00 | 02-27 06:00
the first week | 02-26 00:00 | 03-05 00:00
all day yesterday | 03-11 00:00 | 03-12 00:00
all day Monday | 03-10 00:00 | 03-11 00:00
monday all day | 03-10 00:00 | 03-11 00:00
all of last week | 03-03 00:00 | 03-10 00:00
all last week | 03-03 00:00 | 03-10 00:00
whole of february | 02-01 00:00 | 03-01 00:00
throughout yesterday | 03-11 00:00 | 03-12 00:00
the night | 03-11 22:00 | 03-12 06:00
the evening | 03-11 18:00 | 03-11 22:00
the morning | 03-12 06:00 | 03-12 12:00
today until noon | 03-12 00:00 | 03-12 12:00
today since noon | 03-12 12:00 | now
today after lunch | 03-12 14:00 | now
today between breakfast and lunch | 03-12 09:00 | 03-12 12:00
yesterday around dinner time | 03-11 18:00 | 03-11 20:00
yesterday before noon | 03-11 00:00 | 03-11 12:00
yesterday after 6pm | 03-11 18:00 | 03-12 00:00
tuesday after 6 pm | 03-11 18:00 | 03-12 00:00
on Tuesday before noon | 03-11 00:00 | 03-11 12:00
last night before midnight | 03-11 22:00 | 03-12 00:00
last night after midnight | 03-12 00:00 | 03-12 06:00
last night between 2 and 4 | 03-12 02:00 | 03-12 04:00
last night around 3 | 03-12 02:45 | 03-12 03:15
3am | 03-12 03:00 | 03-12 03:10
at 3 a.m. last night | 03-12 03:00 | 03-12 03:10
3 in the morning | 03-12 03:00 | 03-12 03:10
three in the morning | 03-12 03:00 | 03-12 03:10
half 6 yesterday evening | 03-11 18:30 | 03-11 18:40
half six | 03-12 06:30 | 03-12 06:40
quarter past six this morning | 03-12 06:15 | 03-12 06:25
quarter of seven this morning | 03-12 06:45 | 03-12 06:55
20 past 3 last night | 03-12 03:20 | 03-12 03:30
twenty five past six this morning | 03-12 06:25 | 03-12 06:35
6 o'clock | 03-12 06:00 | 03-12 06:10
at six | 03-12 06:00 | 03-12 06:10
at 2:30 | 03-12 02:30 | 03-12 02:40
at 14:30 | 03-11 14:30 | 03-11 14:40
at noon yesterday | 03-11 12:00 | 03-11 12:10
midday | 03-12 12:00 | 03-12 12:10
at midnight on Sunday | 03-09 00:00 | 03-09 00:10
yesterday midnight | 03-11 00:00 | 03-11 00:10
20 hours ago | 03-11 18:30 | 03-11 18:40
90 seconds ago | 03-12 14:28:30 | now
the last 30 seconds | 03-12 14:29:30 | now
24 hours ago | 03-11 14:30 | 03-11 14:40
48 hours ago | 03-10 14:30 | 03-10 14:40
a few minutes ago | 03-12 14:27 | now
a few days ago | 03-09 00:00 | 03-10 00:00
a couple of days ago | 03-10 00:00 | 03-11 00:00
several hours ago | 03-12 11:30 | 03-12 11:40
earlier this week | 03-10 00:00 | now
earlier this morning | 03-12 06:00 | 03-12 09:00
earlier this month | 03-01 00:00 | now
later last night | 03-12 02:00 | 03-12 06:00
earlier last week | 03-03 00:00 | 03-06 12:00
late yesterday | 03-11 12:00 | 03-12 00:00
late in the evening yesterday | 03-11 20:00 | 03-11 22:00
later yesterday | 03-11 12:00 | 03-12 00:00
this week's nights | 03-09 22:00 | now | 3
yesterdays night | 03-11 22:00 | 03-12 06:00
mondays | 03-10 00:00 | 03-11 00:00
on Mondays | 03-10 00:00 | 03-11 00:00
last tuesday night | 03-10 22:00 | 03-11 06:00
tuesday last week at 6pm | 03-04 18:00 | 03-04 18:10
the friday before last at noon | 02-28 12:00 | 02-28 12:10
this wednesday | 03-12 00:00 | now
on wednesday morning | 03-05 06:00 | 03-05 12:00
in the last week | 03-03 00:00 | 03-10 00:00
for the past week | 03-05 14:30 | now
previous month | 02-01 00:00 | 03-01 00:00
last 1 week | 03-05 14:30 | now
for 3 days | 03-09 14:30 | now
for the last three days | 03-09 14:30 | now
these last three days | 03-09 14:30 | now
the three days before yesterday | 03-08 00:00 | 03-11 00:00
the week before Monday | 03-03 00:00 | 03-10 00:00
the 3 days up to Sunday | 03-06 00:00 | 03-09 00:00
the night before Monday | 03-09 22:00 | 03-10 06:00
the night before yesterday | 03-10 22:00 | 03-11 06:00
night before last | 03-10 22:00 | 03-11 06:00
yday | 03-11 00:00 | 03-12 00:00
y'day | 03-11 00:00 | 03-12 00:00
last nyt | 03-11 22:00 | 03-12 06:00
this morn | 03-12 06:00 | 03-12 12:00
this arvo | 03-12 12:00 | now
this aft | 03-12 12:00 | now
yesterday eve | 03-11 18:00 | 03-11 22:00
while sleeping | 03-11 22:00 | 03-12 06:00
during sleep last night | 03-11 22:00 | 03-12 06:00
during my sleep | 03-11 22:00 | 03-12 06:00
when i was asleep last night | 03-11 22:00 | 03-12 06:00
"""

# Phrases that give no single range: phrase | problem | reason.
TROUBLE: Final = """
yesterday from 2 to 4 | TIME_AMBIGUOUS | which_half
10/3/2025 | TIME_AMBIGUOUS | day_or_month
3/10/2025 | TIME_AMBIGUOUS | day_or_month
later on | TIME_FUTURE | future
in an hour | TIME_FUTURE | future
in 2 hours | TIME_FUTURE | future
tomorrow night | TIME_FUTURE | future
next weekend | TIME_FUTURE | future
in the future | TIME_FUTURE | future
yesterday before 6 | TIME_AMBIGUOUS | which_half
at 25:00 | TIME_UNKNOWN | not_understood
some days ago | TIME_AMBIGUOUS | vague
many weeks ago | TIME_AMBIGUOUS | vague
last summer | TIME_UNKNOWN | not_known
this winter | TIME_UNKNOWN | not_known
in spring | TIME_UNKNOWN | not_known
last quarter | TIME_UNKNOWN | not_understood
the other night | TIME_AMBIGUOUS | vague
tonight so far | TIME_FUTURE | future
friday week | TIME_FUTURE | future
previous night | TIME_AMBIGUOUS | needs_context
previous day | TIME_AMBIGUOUS | needs_context
this eve | TIME_FUTURE | future
at dawn | TIME_UNKNOWN | not_known
at sunrise | TIME_UNKNOWN | not_known
at sunset | TIME_UNKNOWN | not_known
at dusk | TIME_UNKNOWN | not_known
"""
