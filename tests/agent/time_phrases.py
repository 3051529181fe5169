"""Time phrases and the ranges they stand for.

Each line: the phrase | start | end, local time in Berlin, read on Wednesday 12 March 2025 at 14:30; recording
began on 26 February at 09:00. ``now`` is that moment.
"""

from typing import Final

PHRASES: Final = """
now | 03-12 14:25 | now
right now | 03-12 14:25 | now
at the moment | 03-12 14:25 | now
currently | 03-12 14:25 | now
at present | 03-12 14:25 | now
just now | 03-12 14:25 | now
today | 03-12 00:00 | now
so far today | 03-12 00:00 | now
today so far | 03-12 00:00 | now
earlier today | 03-12 00:00 | now
all day | 03-12 00:00 | now
my day | 03-12 00:00 | now
yesterday | 03-11 00:00 | 03-12 00:00
all of yesterday | 03-11 00:00 | 03-12 00:00
the whole of yesterday | 03-11 00:00 | 03-12 00:00
the day before yesterday | 03-10 00:00 | 03-11 00:00
day before yesterday | 03-10 00:00 | 03-11 00:00
yesteday | 03-11 00:00 | 03-12 00:00
last night | 03-11 22:00 | 03-12 06:00
lastnight | 03-11 22:00 | 03-12 06:00
during last night | 03-11 22:00 | 03-12 06:00
yesterday night | 03-11 22:00 | 03-12 06:00
overnight | 03-11 22:00 | 03-12 06:00
during the night | 03-11 22:00 | 03-12 06:00
in the night | 03-11 22:00 | 03-12 06:00
at night | 03-11 22:00 | 03-12 06:00
all night | 03-11 22:00 | 03-12 06:00
all night long | 03-11 22:00 | 03-12 06:00
the whole night | 03-11 22:00 | 03-12 06:00
my night | 03-11 22:00 | 03-12 06:00
while I was asleep | 03-11 22:00 | 03-12 06:00
when I was sleeping | 03-11 22:00 | 03-12 06:00
in my sleep | 03-11 22:00 | 03-12 06:00
last nite | 03-11 22:00 | 03-12 06:00
last nihgt | 03-11 22:00 | 03-12 06:00
the night before last | 03-10 22:00 | 03-11 06:00
two nights ago | 03-09 22:00 | 03-10 06:00
3 nights ago | 03-08 22:00 | 03-09 06:00
Tuesday night | 03-10 22:00 | 03-11 06:00
the night of Tuesday | 03-10 22:00 | 03-11 06:00
the night to Monday | 03-09 22:00 | 03-10 06:00
the night from Sunday to Monday | 03-09 22:00 | 03-10 06:00
the night between Saturday and Sunday | 03-08 22:00 | 03-09 06:00
the night after Monday | 03-10 22:00 | 03-11 06:00
the night of 5 March | 03-04 22:00 | 03-05 06:00
this morning | 03-12 06:00 | 03-12 12:00
this afternoon | 03-12 12:00 | now
in the morning | 03-12 06:00 | 03-12 12:00
in the evening | 03-11 18:00 | 03-11 22:00
my morning | 03-12 06:00 | 03-12 12:00
yesterday morning | 03-11 06:00 | 03-11 12:00
yesterday afternoon | 03-11 12:00 | 03-11 18:00
yesterday evening | 03-11 18:00 | 03-11 22:00
last evening | 03-11 18:00 | 03-11 22:00
yesterday in the evening | 03-11 18:00 | 03-11 22:00
the morning of yesterday | 03-11 06:00 | 03-11 12:00
Monday morning | 03-10 06:00 | 03-10 12:00
on Monday in the afternoon | 03-10 12:00 | 03-10 18:00
Sunday evening | 03-09 18:00 | 03-09 22:00
early this morning | 03-12 06:00 | 03-12 09:00
late yesterday evening | 03-11 20:00 | 03-11 22:00
late Monday afternoon | 03-10 15:00 | 03-10 18:00
the small hours | 03-12 00:00 | 03-12 06:00
in the early hours of Tuesday | 03-11 00:00 | 03-11 06:00
the small hours of this morning | 03-12 00:00 | 03-12 06:00
yesteday evning | 03-11 18:00 | 03-11 22:00
Monday | 03-10 00:00 | 03-11 00:00
on Monday | 03-10 00:00 | 03-11 00:00
last Monday | 03-10 00:00 | 03-11 00:00
this Monday | 03-10 00:00 | 03-11 00:00
Tuesday | 03-11 00:00 | 03-12 00:00
Wednesday | 03-05 00:00 | 03-06 00:00
last Wednesday | 03-05 00:00 | 03-06 00:00
Thursday | 03-06 00:00 | 03-07 00:00
on Sat | 03-08 00:00 | 03-09 00:00
Sunday | 03-09 00:00 | 03-10 00:00
tuseday | 03-11 00:00 | 03-12 00:00
wensday | 03-05 00:00 | 03-06 00:00
Monday last week | 03-03 00:00 | 03-04 00:00
last week Tuesday | 03-04 00:00 | 03-05 00:00
Tuesday of last week | 03-04 00:00 | 03-05 00:00
the Monday before last | 03-03 00:00 | 03-04 00:00
two Sundays ago | 03-02 00:00 | 03-03 00:00
a week ago on Tuesday | 03-04 00:00 | 03-05 00:00
2 days ago | 03-10 00:00 | 03-11 00:00
two days ago | 03-10 00:00 | 03-11 00:00
a week ago | 03-05 00:00 | 03-06 00:00
10 days ago | 03-02 00:00 | 03-03 00:00
on the 5th | 03-05 00:00 | 03-06 00:00
on the 28th | 02-28 00:00 | 03-01 00:00
5 March | 03-05 00:00 | 03-06 00:00
March 5 | 03-05 00:00 | 03-06 00:00
March 5th | 03-05 00:00 | 03-06 00:00
the 5th of March | 03-05 00:00 | 03-06 00:00
the fifth of March | 03-05 00:00 | 03-06 00:00
5 March 2025 | 03-05 00:00 | 03-06 00:00
2025-03-05 | 03-05 00:00 | 03-06 00:00
05.03.2025 | 03-05 00:00 | 03-06 00:00
13/3/2024 | 2024-03-13 00:00 | 2024-03-14 00:00
Wednesday 5 March | 03-05 00:00 | 03-06 00:00
Wednesday the 5th of March | 03-05 00:00 | 03-06 00:00
2025-03-10 18:00 | 03-10 18:00 | 03-10 18:10
at 6pm | 03-11 18:00 | 03-11 18:10
at 6 pm yesterday | 03-11 18:00 | 03-11 18:10
on Tuesday at 6pm | 03-11 18:00 | 03-11 18:10
Tuesday 6:30 pm | 03-11 18:30 | 03-11 18:40
at 18:00 on Monday | 03-10 18:00 | 03-10 18:10
Monday at 9:15 a.m. | 03-10 09:15 | 03-10 09:25
at 9:15 on Monday | 03-10 09:15 | 03-10 09:25
at 09:15 | 03-12 09:15 | 03-12 09:25
at noon | 03-12 12:00 | 03-12 12:10
at noon on Sunday | 03-09 12:00 | 03-09 12:10
at midnight | 03-12 00:00 | 03-12 00:10
at 3 last night | 03-12 03:00 | 03-12 03:10
at 11 last night | 03-11 23:00 | 03-11 23:10
at 2 in the morning | 03-12 02:00 | 03-12 02:10
at 4 in the afternoon yesterday | 03-11 16:00 | 03-11 16:10
at half past six yesterday evening | 03-11 18:30 | 03-11 18:40
quarter to five this morning | 03-12 04:45 | 03-12 04:55
at ten past three this morning | 03-12 03:10 | 03-12 03:20
at six o'clock yesterday evening | 03-11 18:00 | 03-11 18:10
around 3 this morning | 03-12 02:45 | 03-12 03:15
at around 18:00 yesterday | 03-11 17:45 | 03-11 18:15
about 8 pm on Sunday | 03-09 19:45 | 03-09 20:15
at 6 this morning | 03-12 06:00 | 03-12 06:10
at 10 | 03-12 10:00 | 03-12 10:10
an hour ago | 03-12 13:30 | 03-12 13:40
half an hour ago | 03-12 14:00 | 03-12 14:10
20 minutes ago | 03-12 14:10 | 03-12 14:20
3 hours ago | 03-12 11:30 | 03-12 11:40
between 2 and 4 this morning | 03-12 02:00 | 03-12 04:00
between 10:00 and 12:00 on Sunday | 03-09 10:00 | 03-09 12:00
on Sunday between 10 am and noon | 03-09 10:00 | 03-09 12:00
from 9 to 11 this morning | 03-12 09:00 | 03-12 11:00
from 9 to 5 yesterday | 03-11 09:00 | 03-11 17:00
yesterday 2-4pm | 03-11 14:00 | 03-11 16:00
2 to 4 pm yesterday | 03-11 14:00 | 03-11 16:00
between 11pm and 2am | 03-11 23:00 | 03-12 02:00
between 10 and 2 last night | 03-11 22:00 | 03-12 02:00
yesterday from 22:00 to 23:30 | 03-11 22:00 | 03-11 23:30
from 10pm yesterday to 6am today | 03-11 22:00 | 03-12 06:00
between yesterday evening and this morning | 03-11 18:00 | 03-12 12:00
the last hour | 03-12 13:30 | now
the last half hour | 03-12 14:00 | now
past 3 hours | 03-12 11:30 | now
in the last 24 hours | 03-11 14:30 | now
last 24h | 03-11 14:30 | now
the last 90 minutes | 03-12 13:00 | now
the last two days | 03-10 14:30 | now
the past few days | 03-09 14:30 | now
the past week | 03-05 14:30 | now
the last 7 days | 03-05 14:30 | now
the last couple of weeks | 02-26 14:30 | now
the past 2 weeks | 02-26 14:30 | now
a fortnight ago | 02-26 00:00 | 02-27 00:00
the past month | 02-12 14:30 | now
lately | 03-05 14:30 | now
this week | 03-10 00:00 | now
all week | 03-10 00:00 | now
this week so far | 03-10 00:00 | now
last week | 03-03 00:00 | 03-10 00:00
the week before last | 02-24 00:00 | 03-03 00:00
the week of 5 March | 03-03 00:00 | 03-10 00:00
this month | 03-01 00:00 | now
last month | 02-01 00:00 | 03-01 00:00
in February | 02-01 00:00 | 03-01 00:00
February 2025 | 02-01 00:00 | 03-01 00:00
in March | 03-01 00:00 | now
this year | 01-01 00:00 | now
in 2024 | 2024-01-01 00:00 | 01-01 00:00
at the weekend | 03-08 00:00 | 03-10 00:00
last weekend | 03-08 00:00 | 03-10 00:00
over the weekend | 03-08 00:00 | 03-10 00:00
this hour | 03-12 14:00 | now
since Monday | 03-10 00:00 | now
since yesterday | 03-11 00:00 | now
since 6 pm yesterday | 03-11 18:00 | now
since last night | 03-11 22:00 | now
since this morning | 03-12 06:00 | now
since midnight | 03-12 00:00 | now
since last week | 03-03 00:00 | now
since 5 March | 03-05 00:00 | now
from Monday on | 03-10 00:00 | now
since three days | 03-09 14:30 | now
since the beginning | 02-26 09:00 | now
since I started wearing it | 02-26 09:00 | now
ever | 02-26 09:00 | now
so far | 02-26 09:00 | now
overall | 02-26 09:00 | now
until now | 02-26 09:00 | now
before 6 this morning | 03-12 00:00 | 03-12 06:00
before noon today | 03-12 00:00 | 03-12 12:00
until 9 yesterday morning | 03-11 00:00 | 03-11 09:00
before Monday | 02-26 09:00 | 03-10 00:00
after 6 pm yesterday | 03-11 18:00 | 03-12 00:00
after Monday | 03-11 00:00 | now
the hour before 6 pm yesterday | 03-11 17:00 | 03-11 18:00
the two hours after 6 pm yesterday | 03-11 18:00 | 03-11 20:00
from Monday to Tuesday | 03-10 00:00 | 03-12 00:00
between Friday and Sunday | 03-07 00:00 | 03-10 00:00
from Monday to Wednesday | 03-03 00:00 | 03-06 00:00
3 to 7 March | 03-03 00:00 | 03-08 00:00
from 3 March to 7 March | 03-03 00:00 | 03-08 00:00
between the 3rd and the 7th of March | 03-03 00:00 | 03-08 00:00
March 3 to 7 | 03-03 00:00 | 03-08 00:00
since Monday until now | 03-10 00:00 | now
"""

# Phrases whose range has holes: the stretches, in order.
PIECES: Final = """
the last two nights | 03-10 22:00 03-11 06:00 | 03-11 22:00 03-12 06:00
nights this week | 03-09 22:00 03-10 06:00 | 03-10 22:00 03-11 06:00 | 03-11 22:00 03-12 06:00
at night this week | 03-09 22:00 03-10 06:00 | 03-10 22:00 03-11 06:00 | 03-11 22:00 03-12 06:00
in the mornings this week | 03-10 06:00 03-10 12:00 | 03-11 06:00 03-11 12:00 | 03-12 06:00 03-12 12:00
the last 2 evenings | 03-10 18:00 03-10 22:00 | 03-11 18:00 03-11 22:00
"""

# Phrases that lean on the previous range: phrase | what came before | start | end.
RELATIVE: Final = """
the night before | last night | 03-10 22:00 | 03-11 06:00
and the night before that | last night | 03-10 22:00 | 03-11 06:00
the night before | the night before last | 03-09 22:00 | 03-10 06:00
the night before | Monday | 03-09 22:00 | 03-10 06:00
the previous night | last night | 03-10 22:00 | 03-11 06:00
the following night | the night to Monday | 03-10 22:00 | 03-11 06:00
the night after | Monday | 03-10 22:00 | 03-11 06:00
that night | the night to Monday | 03-09 22:00 | 03-10 06:00
the day before | yesterday | 03-10 00:00 | 03-11 00:00
the day before | last night | 03-11 00:00 | 03-12 00:00
the next day | Monday | 03-11 00:00 | 03-12 00:00
the day after | Sunday | 03-10 00:00 | 03-11 00:00
that day | Monday at 6 pm | 03-10 00:00 | 03-11 00:00
that morning | Monday | 03-10 06:00 | 03-10 12:00
the next morning | Sunday | 03-10 06:00 | 03-10 12:00
the week before | last week | 02-24 00:00 | 03-03 00:00
the previous week | this week | 03-03 00:00 | 03-10 00:00
an hour earlier | yesterday at 18:00 | 03-11 17:00 | 03-11 17:10
two hours later | yesterday at 18:00 | 03-11 20:00 | 03-11 20:10
the same time on Monday | yesterday at 18:00 | 03-10 18:00 | 03-10 18:10
same time on Sunday | yesterday morning | 03-09 06:00 | 03-09 12:00
the one before that | last week | 02-24 00:00 | 03-03 00:00
the one before | last night | 03-10 22:00 | 03-11 06:00
that time | last week | 03-03 00:00 | 03-10 00:00
two days earlier | Tuesday | 03-09 00:00 | 03-10 00:00
a week earlier | Tuesday | 03-04 00:00 | 03-05 00:00
"""

# Phrases that give no single range: phrase | problem | reason.
TROUBLE: Final = """
tomorrow | TIME_FUTURE | future
tomorrow morning | TIME_FUTURE | future
next week | TIME_FUTURE | future
next Tuesday | TIME_FUTURE | future
tonight | TIME_FUTURE | future
this evening | TIME_FUTURE | future
today at 6pm | TIME_FUTURE | future
in the next 3 hours | TIME_FUTURE | future
in two hours time | TIME_FUTURE | future
later today | TIME_FUTURE | future
on Monday at 6 | TIME_AMBIGUOUS | which_half
yesterday at 9 | TIME_AMBIGUOUS | which_half
between 2 and 4 yesterday | TIME_AMBIGUOUS | which_half
quarter past 7 on Sunday | TIME_AMBIGUOUS | which_half
2025/13/45 | TIME_UNKNOWN | no_such_date
Monday 5 March | TIME_AMBIGUOUS | weekday_mismatch
the other day | TIME_AMBIGUOUS | vague
a while ago | TIME_AMBIGUOUS | vague
back then | TIME_AMBIGUOUS | vague
earlier | TIME_AMBIGUOUS | vague
the night before | TIME_AMBIGUOUS | needs_context
that day | TIME_AMBIGUOUS | needs_context
an hour earlier | TIME_AMBIGUOUS | needs_context
31 February | TIME_UNKNOWN | no_such_date
2025-02-30 | TIME_UNKNOWN | no_such_date
at Christmas | TIME_UNKNOWN | not_known
on my birthday | TIME_UNKNOWN | not_known
when I met Bob | TIME_UNKNOWN | not_understood
purple | TIME_UNKNOWN | not_understood
 | TIME_UNKNOWN | not_understood
"""
