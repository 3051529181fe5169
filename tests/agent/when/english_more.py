"""More English phrases, as in :mod:`tests.agent.when.english`."""

from typing import Final

RANGES: Final = """
from yesterday evening until this morning | 03-11 18:00 | 03-12 12:00
from 10 last night until 6 this morning | 03-11 22:00 | 03-12 06:00
between 10 pm and 6 am | 03-11 22:00 | 03-12 06:00
from 22 to 6 | 03-11 22:00 | 03-12 06:00
overnight on Tuesday | 03-10 22:00 | 03-11 06:00
Tuesday overnight | 03-10 22:00 | 03-11 06:00
the early hours | 03-12 00:00 | 03-12 06:00
in the wee hours of Sunday | 03-09 00:00 | 03-09 06:00
during the early morning | 03-12 06:00 | 03-12 09:00
early morning | 03-12 06:00 | 03-12 09:00
early in the morning | 03-12 06:00 | 03-12 09:00
late at night | 03-12 02:00 | 03-12 06:00
late evening yesterday | 03-11 20:00 | 03-11 22:00
yesterday's morning | 03-11 06:00 | 03-11 12:00
yesterday's afternoon | 03-11 12:00 | 03-11 18:00
last Friday evening | 03-07 18:00 | 03-07 22:00
last friday at 9pm | 03-07 21:00 | 03-07 21:10
this past Monday | 03-10 00:00 | 03-11 00:00
Monday gone | 03-10 00:00 | 03-11 00:00
on Monday last | 03-10 00:00 | 03-11 00:00
the last 2 and a half hours | 03-12 12:00 | now
the last two hours and 30 minutes | 03-12 12:00 | now
past hour and a half | 03-12 13:00 | now
last quarter of an hour | 03-12 14:15 | now
the last fifteen minutes | 03-12 14:15 | now
5 mins ago | 03-12 14:25 | now
ten minutes back | 03-12 14:20 | now
a minute ago | 03-12 14:29 | now
just a few minutes ago | 03-12 14:27 | now
earlier this afternoon | 03-12 12:00 | now
the month before | 02-01 00:00 | 03-01 00:00
the month before that | 02-01 00:00 | 03-01 00:00
the previous weekend | 03-08 00:00 | 03-10 00:00
the weekend before | 03-08 00:00 | 03-10 00:00
the same for last night | 03-11 22:00 | 03-12 06:00
and yesterday | 03-11 00:00 | 03-12 00:00
what about Tuesday | 03-11 00:00 | 03-12 00:00
and on Sunday? | 03-09 00:00 | 03-10 00:00
and last week? | 03-03 00:00 | 03-10 00:00
in the last 72 hours | 03-09 14:30 | now
within the last hour | 03-12 13:30 | now
over the past 30 days | 02-10 14:30 | now
for the past fortnight | 02-26 14:30 | now
last fortnight | 02-26 14:30 | now
the last 6 weeks | 01-29 14:30 | now
during the past year | 2024-03-12 14:30 | now
year to date | 01-01 00:00 | now
month to date | 03-01 00:00 | now
this month so far | 03-01 00:00 | now
so far this week | 03-10 00:00 | now
so far this month | 03-01 00:00 | now
since the start of the week | 03-10 00:00 | now
since the start of the month | 03-01 00:00 | now
since the beginning of the year | 01-01 00:00 | now
since the beginning of March | 03-01 00:00 | now
since early March | 03-01 00:00 | now
since the 1st | 03-01 00:00 | now
since 1 March | 03-01 00:00 | now
since the 5th of March at noon | 03-05 12:00 | now
since Sunday night | 03-08 22:00 | now
since last Sunday at 8 pm | 03-09 20:00 | now
since about 3 am | 03-12 02:45 | now
since around noon | 03-12 11:45 | now
from noon yesterday | 03-11 12:00 | 03-11 12:10
until midnight last night | 03-11 22:00 | 03-12 00:00
up until 9 am | 03-12 00:00 | 03-12 09:00
up to now | 02-26 09:00 | now
till yesterday evening | 03-11 00:00 | 03-11 22:00
before 8 am on Monday | 03-10 00:00 | 03-10 08:00
before Monday morning | 03-10 00:00 | 03-10 06:00
after 10 pm last night | 03-11 22:00 | 03-12 06:00
after 8 on Sunday evening | 03-09 20:00 | 03-10 00:00
between Monday and Wednesday last week | 03-03 00:00 | 03-06 00:00
between 5 and 8 March | 03-05 00:00 | 03-09 00:00
from the 3rd to the 7th | 03-03 00:00 | 03-08 00:00
from the 3rd until yesterday | 03-03 00:00 | 03-12 00:00
March 3rd through March 7th | 03-03 00:00 | 03-08 00:00
3-7 March | 03-03 00:00 | 03-08 00:00
3/3 - 7/3 | 03-03 00:00 | 03-08 00:00
5.3. to 7.3. | 03-05 00:00 | 03-08 00:00
2025-03-03 to 2025-03-07 | 03-03 00:00 | 03-08 00:00
from 2025-03-03 until 2025-03-07 | 03-03 00:00 | 03-08 00:00
Mon 10 March at 04:00 | 03-10 04:00 | 03-10 04:10
04:00 on Mon 10 March | 03-10 04:00 | 03-10 04:10
yesterday 14:00 | 03-11 14:00 | 03-11 14:10
14:00 yesterday | 03-11 14:00 | 03-11 14:10
yesterday, 2 pm | 03-11 14:00 | 03-11 14:10
2pm on the 10th | 03-10 14:00 | 03-10 14:10
Sunday noon | 03-09 12:00 | 03-09 12:10
noon Sunday | 03-09 12:00 | 03-09 12:10
Sunday at midnight | 03-09 00:00 | 03-09 00:10
midnight on Sunday | 03-09 00:00 | 03-09 00:10
ten past 3 | 03-12 03:10 | 03-12 03:20
3:15ish | 03-12 03:00 | 03-12 03:30
3 o'clock in the morning | 03-12 03:00 | 03-12 03:10
three o'clock this morning | 03-12 03:00 | 03-12 03:10
5 to 6 this morning | 03-12 05:00 | 03-12 06:00
about half past six this morning | 03-12 06:15 | 03-12 06:45
round about 7 this morning | 03-12 06:45 | 03-12 07:15
sometime around 4 this morning | 03-12 03:45 | 03-12 04:15
at exactly 18:00 yesterday | 03-11 18:00 | 03-11 18:10
at 6pm sharp yesterday | 03-11 18:00 | 03-11 18:10
6 p.m. yesterday | 03-11 18:00 | 03-11 18:10
18h yesterday | 03-11 18:00 | 03-11 18:10
in three days | 03-09 14:30 | now
last weekend at night | 03-07 22:00 | 03-09 06:00 | 2
weekend nights | 03-07 22:00 | 03-09 06:00 | 2
on the weekend | 03-08 00:00 | 03-10 00:00
this weekend | 03-08 00:00 | 03-10 00:00
every night last week | 03-02 22:00 | 03-09 06:00 | 7
every morning this week | 03-10 06:00 | now | 3
all mornings this week | 03-10 06:00 | now | 3
in the evenings last week | 03-03 18:00 | 03-09 22:00 | 7
during the days | 03-12 06:00 | now
daytime yesterday | 03-11 06:00 | 03-11 22:00
during the day yesterday | 03-11 06:00 | 03-11 22:00
yesterday during the day | 03-11 06:00 | 03-11 22:00
during daytime | 03-12 06:00 | now
in the daytime | 03-12 06:00 | now
lunch time today | 03-12 12:00 | 03-12 14:00
in January | 01-01 00:00 | 02-01 00:00
last January | 01-01 00:00 | 02-01 00:00
January 2025 | 01-01 00:00 | 02-01 00:00
jan 25 | 01-25 00:00 | 01-26 00:00
Feb 28 | 02-28 00:00 | 03-01 00:00
28 feb | 02-28 00:00 | 03-01 00:00
on the thirty first | 01-31 00:00 | 02-01 00:00
the second of March | 03-02 00:00 | 03-03 00:00
the twenty first of February | 02-21 00:00 | 02-22 00:00
21st feb | 02-21 00:00 | 02-22 00:00
"""
