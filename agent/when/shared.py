"""Rules without words: what days, clock times and parts of a day make together in every language."""

from __future__ import annotations

from typing import Final

from agent.when import anchors, clocks, dates, spans
from agent.when.anchors import Relation
from agent.when.grammar import Rule, rule, weighing

# After a language's own rules for dates.
DATES: Final[tuple[Rule, ...]] = (
    rule("DATE", "ISO", dates.iso),
    rule("DATE", "NUMERIC", dates.numeric),
    rule("DATE", "WEEKDAY DATE", dates.weekday_dated),
    rule("DAY", "DATE", dates.same_day),
)
# After a language's own rules for clock times, days, nights and parts of a day.
POINTS: Final[tuple[Rule, ...]] = (
    rule("POINT", "TIME|BETWEEN", clocks.alone),
    rule("POINT", "TIME|BETWEEN DAY", clocks.on_day),
    rule("POINT", "DAY TIME|BETWEEN", clocks.day_at),
    rule("POINT", "TIME|BETWEEN PARTDAY|NIGHT_OF", clocks.in_range),
    rule("POINT", "PARTDAY|NIGHT_OF TIME|BETWEEN", clocks.range_at),
)
# Before a language's own rules for spans: whatever has two ends. "Monday 14:00 to 17:00" ends on the Monday.
ENDS: Final[tuple[Rule, ...]] = (
    rule("END", "DAY|NIGHT_OF|PARTDAY|POINT|BLOCK|MONTHN", spans.as_end),
    rule("SPAN", "DAY BETWEEN", clocks.day_at),
)
# Last: what a text may hold.
WHOLE: Final[tuple[Rule, ...]] = (
    rule("WHEN", "SPAN|POINT|PARTDAY|NIGHT_OF|DAY|BLOCK", spans.as_range),
    rule("WHEN", "ANCHORED", spans.as_found),
)

_WHERE: Final = "DAY|NIGHT_OF|PARTDAY|POINT|BLOCK|EDGE"
# Times that hang on something, where a language puts the word of relation first. It makes the categories:
# DURING, BEFORE, AFTER, SINCE, UNTIL, AROUND, JUST (with BEFORE or AFTER behind it), PREP (before a time),
# THING (an episode, alert or gap), STATE (a sentence: "I felt dizzy") and NOTED (a thing people write down).
ANCHORED: Final[tuple[Rule, ...]] = (
    rule("PLACED", "THING", anchors.as_anchor),
    weighing("PLACED", f"THING PREP? {_WHERE}", anchors.placed),
    weighing("PLACED", f"THING PREP PREP {_WHERE}", anchors.placed),
    rule("PLACED", "STATE", anchors.as_anchor),
    weighing("PLACED", f"STATE PREP? {_WHERE}", anchors.placed),
    rule("PLACED", "NOTED", anchors.as_anchor),
    weighing("PLACED", f"NOTED PREP? {_WHERE}", anchors.placed),
    *(rule("ANCHORED", f"{relation.name} PLACED", anchors.hung, relation) for relation in Relation),
    *(
        rule("ANCHORED", f"ALENGTH {relation.name} PLACED", anchors.hung, relation)
        for relation in (Relation.BEFORE, Relation.AFTER)
    ),
    *(
        rule("ANCHORED", f"JUST {relation.name} PLACED", anchors.just, relation)
        for relation in (Relation.BEFORE, Relation.AFTER)
    ),
)
