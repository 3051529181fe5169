"""English rules for times that hang on an episode, an alert, a gap or a note."""

from typing import Final

from agent.phrases import words
from agent.when import anchors
from agent.when.anchors import Relation
from agent.when.grammar import Rule, rule, weighing

# Words that no note is looked for by: they belong to the question around the phrase.
STOPS: Final = words(
    """
    a about above actually again against all already also always am an and another any anything are as at
    average be because been being below better bpm but by can compare compared could did different do does
    doing done else enough ever every everything fast faster few find for from get give go going good got
    had happen happened happening happens has have heart heartbeat hello help her high higher his hour how i
    if in into is it its just know less let level like long longer look low lower many max maximum maybe me
    mean measure median min minimum minutes more most much my need no normal not nothing now of often ok
    okay on once one only or other our out over percent please pulse quality rate rates rather really record
    recorded recording rhythm same see seem shall she should show signal since slow slower so some something
    sorry still such summary take tell than thank that the their them then there these they thing things
    think this those though time times to too under up us usual usually value values very was we were what
    when where whether which while who whole why will with within without worse would yes yet you your data
    clock hearth beat beats beating it's i'm i've i'd didn't don't isn't wasn't baseline trend graph report
    detect detected see saw seen anyone her him he after before during since until around ago last next than
    alert alerts alarm alarms af afib pause pauses episode episodes burden ecg heart's
    """
)

_EVENTS: Final = (
    rule("MASS", "af|afib|fibrillation|flutter", anchors.event, "af"),
    rule("MASS", "atrial|a|auricular fibrillation|fib|flutter", anchors.event, "af"),
    rule("MASS", "bigeminy", anchors.event, "bigeminy"),
    rule("MASS", "trigeminy", anchors.event, "trigeminy"),
    rule("MASS", "tachycardia|tachy", anchors.event, "tachy"),
    rule("MASS", "bradycardia|brady", anchors.event, "brady"),
    rule("EPISODE", "episode|event|attack|bout|spell|phase|run|stretch|period|time", anchors.event),
    rule(
        "EPISODES", "episodes|events|attacks|bouts|spells|phases|runs|stretches|periods|times", anchors.event
    ),
    rule("SORT", "irregular|erratic|af|afib|arrhythmia", anchors.event, "af"),
    rule("SORT", "atrial fibrillation|fib", anchors.event, "af"),
    rule("SORT", "very? fast|racing|rapid|tachycardia|tachy", anchors.event, "tachy"),
    rule("SORT", "very? slow|bradycardia|brady", anchors.event, "brady"),
    rule("SORT", "wide|broad|ventricular complex?", anchors.event, "wide_run"),
    rule("SORT", "bigeminy", anchors.event, "bigeminy"),
    rule("SORT", "trigeminy", anchors.event, "trigeminy"),
    rule("ONE", "pause|standstill", anchors.event, "pause"),
    rule("ONE", "arrhythmia", anchors.event, "af"),
    rule("ONE", "SORT EPISODE", anchors.as_anchor),
    rule("ONE", "EPISODE of MASS", anchors.last_anchor),
    rule("ONE", "episode|attack", anchors.event),
    rule("ONE", "SORT? alert|alarm|warning|notification", anchors.alert),
    rule("ONE", "gap|outage|interruption|dropout|hole", anchors.gap),
    rule("ONE", "data|signal|recording gap|outage|loss", anchors.gap),
    rule("MANY", "pauses", anchors.event, "pause"),
    rule("MANY", "SORT EPISODES", anchors.as_anchor),
    rule("MANY", "EPISODES of MASS", anchors.last_anchor),
    rule("MANY", "episodes|arrhythmias", anchors.event),
    rule("MANY", "alerts|alarms|warnings", anchors.alert),
    rule("MANY", "gaps|outages|interruptions", anchors.gap),
    rule("THING", "the|my|that|this|an|a|any|his|her? ONE", anchors.as_anchor),
    rule("THING", "the|my|that|this|all|any|his|her? MASS|MANY", anchors.which, "all"),
    rule("RANK", "last|latest|newest|recent", anchors.name, "last"),
    rule("RANK", "most recent", anchors.name, "last"),
    rule("RANK", "first|earliest|1st", anchors.name, "first"),
    rule("RANK", "longest|biggest|worst", anchors.name, "longest"),
    rule("THING", "the|my|his|her? RANK ONE|MASS", anchors.ranked),
)
_STATES: Final = (
    rule(
        "WEARABLE", "patch|strap|sensor|device|electrode|electrodes|lead|leads|belt|monitor|it", anchors.gap
    ),
    rule("STATE", "i|she|he was|am|went|were in|into MASS", anchors.which, "all"),
    rule("STATE", "i|she|he had|have|got|having a|an|the|some|my? ONE|MASS|MANY", anchors.as_anchor),
    rule("STATE", "there was|were a|an? ONE|MASS|MANY", anchors.as_anchor),
    rule(
        "STATE",
        "my|the? heart|pulse|it was|were beating? so|very? racing|pounding|fast",
        anchors.event,
        "tachy",
    ),
    rule("STATE", "my|the? heart|pulse was|were beating? so|very? slow", anchors.event, "brady"),
    rule("STATE", "my|the? heart|pulse raced", anchors.event, "tachy"),
    rule("STATE", "an|the? alert|alarm went|was|came|rang off|raised|up?", anchors.alert),
    rule(
        "STATE",
        "the|my? WEARABLE was|were|is|came|fell|went|had off|removed|loose|away",
        anchors.gap,
        "lead_off",
    ),
    rule("STATE", "the|my? WEARABLE was|is disconnected|unplugged|charging|charged", anchors.gap),
    rule("STATE", "i|she|he was|were not wearing|using the|my? WEARABLE", anchors.gap, "lead_off"),
    rule("STATE", "i|she|he wasn't|wasnt wearing|using the|my? WEARABLE", anchors.gap, "lead_off"),
    rule("STATE", "i|she|he took|had|take the|my? WEARABLE off", anchors.gap, "lead_off"),
    rule("STATE", "i|she|he took|take off the|my? WEARABLE", anchors.gap, "lead_off"),
    rule("STATE", "i|she|he removed the|my? WEARABLE", anchors.gap, "lead_off"),
    rule("STATE", "i|she|he put the|my? WEARABLE back on?", anchors.gap_over, "lead_off"),
    rule("STATE", "there was no signal|data|contact|recording|ecg", anchors.gap),
    rule("STATE", "nothing was recorded", anchors.gap),
    rule("STATE", "you had no signal|data", anchors.gap),
)
_NOTES: Final = (
    rule("WORDS", "ANY", anchors.words),
    rule("WORDS", "ANY ANY", anchors.words),
    rule("WORDS", "ANY ANY ANY", anchors.words),
    rule(
        "STATE",
        "i|she|he started|began|start|begin taking|using|on|with? the|my|a? WORDS",
        anchors.note,
        "",
        "start",
    ),
    rule(
        "STATE",
        "i|she|he stopped|quit|finished|stop taking|using|with? the|my|a? WORDS",
        anchors.note,
        "",
        "stop",
    ),
    rule("STATE", "i|she|he have|has been taking|on the|my|a? WORDS", anchors.note, "", "start"),
    rule("STATE", "i've been taking|on the|my|a? WORDS", anchors.note, "", "start"),
    rule("STATE", "i|she|he took|take|swallowed|had|ate|drank the|my|a|an|some? WORDS", anchors.note, "", ""),
    rule("STATE", "i|she|he felt|feel|was|got|became so|very|a? bit|little? WORDS", anchors.note, "", ""),
    rule(
        "STATE",
        "i|she|he noted|wrote|logged|reported|mentioned that|the|a|i|about? WORDS",
        anchors.note,
        "",
        "",
    ),
    rule("STATE", "i|she|he was in|at|on|doing|having the|my|a? WORDS", anchors.note, "", ""),
    rule(
        "STATE",
        "i|she|he did|went|walked|climbed|ran for|to|up|around|along|my? my|the|a? WORDS",
        anchors.note,
        "",
        "",
    ),
    rule("STATE", "i|she|he woke up?", anchors.noted, "woke"),
    rule("STATE", "i|she|he got up", anchors.noted, "up"),
    rule("STATE", "i|she|he went to bed|sleep", anchors.noted, "bed"),
    rule("NOTED", "the|my|a|an|our|his|her WORDS", anchors.note, "", ""),
    rule("NOTED", "starting|beginning the|my|a|taking|with? WORDS", anchors.note, "", "start"),
    rule("NOTED", "stopping|quitting the|my|a|taking|with? WORDS", anchors.note, "", "stop"),
    rule("NOTED", "taking|having|eating|drinking the|my|a? WORDS", anchors.note, "", ""),
    rule("NOTED", "waking|getting up", anchors.noted, "woke"),
    rule("NOTED", "going to? bed|sleep", anchors.noted, "bed"),
    rule("NOTED", "bed|bedtime|sleep", anchors.noted, "bed"),
    rule("NOTED", "ANY", anchors.noted),
    rule("NOTED", "the|my? ANY with|at the|my? ANY", anchors.noted),
)
_PHRASES: Final = (
    rule("PLACED", "THING", anchors.as_anchor),
    weighing(
        "PLACED",
        "THING on|in|of|from|at|around|during|for? DAY|NIGHT_OF|PARTDAY|POINT|BLOCK|EDGE",
        anchors.placed,
    ),
    weighing("PLACED", "THING at EDGE", anchors.placed),
    weighing("PLACED", "the|my? DAY|NIGHT_OF|PARTDAY ONE|MASS|MANY", anchors.placed),
    rule("HAPPENED", "STATE", anchors.as_anchor),
    weighing("HAPPENED", "STATE on|in|at|during? DAY|NIGHT_OF|PARTDAY|POINT|BLOCK", anchors.placed),
    rule("WROTE", "NOTED", anchors.as_anchor),
    weighing("WROTE", "NOTED on|in|at|of|from|during? DAY|NIGHT_OF|PARTDAY|POINT|BLOCK", anchors.placed),
    rule("ANCHORED", "during|throughout|while|whilst|amid in? PLACED", anchors.hung, Relation.DURING),
    rule("ANCHORED", "during WROTE", anchors.hung, Relation.DURING),
    rule("ANCHORED", "while|when|whilst|whenever HAPPENED", anchors.hung, Relation.DURING),
    rule("ANCHORED", "before|preceding PLACED|HAPPENED|WROTE", anchors.hung, Relation.BEFORE),
    rule("ANCHORED", "after|following PLACED|HAPPENED|WROTE", anchors.hung, Relation.AFTER),
    rule("ANCHORED", "since PLACED|HAPPENED|WROTE", anchors.hung, Relation.SINCE),
    rule("ANCHORED", "until|till PLACED|HAPPENED", anchors.hung, Relation.UNTIL),
    rule("ANCHORED", "around|near PLACED", anchors.hung, Relation.AROUND),
    rule("ANCHORED", "around NOTED", anchors.hung, Relation.AROUND),
    rule("ANCHORED", "at the? time of PLACED|WROTE", anchors.hung, Relation.DURING),
    rule(
        "ANCHORED",
        "right|just|shortly|immediately|directly before PLACED|HAPPENED|WROTE",
        anchors.just,
        Relation.BEFORE,
    ),
    rule(
        "ANCHORED",
        "right|just|shortly|immediately|directly after PLACED|HAPPENED|WROTE",
        anchors.just,
        Relation.AFTER,
    ),
    rule("ANCHORED", "the? ALENGTH before PLACED|HAPPENED|WROTE", anchors.hung, Relation.BEFORE),
    rule("ANCHORED", "the? ALENGTH after|following PLACED|HAPPENED|WROTE", anchors.hung, Relation.AFTER),
    rule("ANCHORED", "the UNIT before PLACED|HAPPENED|WROTE", anchors.hung, Relation.BEFORE),
    rule("ANCHORED", "the UNIT after|following PLACED|HAPPENED|WROTE", anchors.hung, Relation.AFTER),
)

RULES: Final[tuple[Rule, ...]] = (*_EVENTS, *_STATES, *_NOTES, *_PHRASES)
