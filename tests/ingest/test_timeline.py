from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ingest.heart import Pause
from ingest.scenario_file import parse_scenario
from ingest.timeline import HeartTimeline, WearTimeline, heart_timeline, wear_timeline

HEAD = 'name = "x"\nspan = "1h"\nnow = "2026-11-15T08:30:00Z"\n[[wearers]]\n'
DEVICE = '[[wearers.devices]]\nid = "a"\n'
LENGTHS = st.integers(1, 5000)


def told(heart: str = "", device: str = "") -> tuple[HeartTimeline, WearTimeline]:
    scenario = parse_scenario(HEAD + heart + DEVICE + device)
    _, wearer, found = scenario.device()
    calendar = scenario.calendar(wearer)
    return heart_timeline(wearer.heart, calendar), wear_timeline(found, calendar)


def heart_event(kind: str, at_s: int, length_s: int, more: str = "") -> str:
    return f'[[wearers.heart.events]]\nkind = "{kind}"\nat = "+{at_s}s"\nduration = "{length_s}s"\n{more}\n'


def device_event(kind: str, at_s: int, length_s: int) -> str:
    return f'[[wearers.devices.events]]\nkind = "{kind}"\nat = "+{at_s}s"\nduration = "{length_s}s"\n'


def test_the_later_in_the_file_wins() -> None:
    heart, _ = told(heart_event("sinus", 100, 200, "rate_bpm = 40") + heart_event("af", 200, 50))
    pieces = [(b.start_s, b.end_s, b.rate_bpm, b.af_irregularity is not None) for b in heart.beating]
    assert pieces == [
        (0, 100, None, False),
        (100, 200, 40, False),
        (200, 250, 105, True),
        (250, 300, 40, False),
        (300, 3600, None, False),
    ]


def test_a_change_without_duration_stays() -> None:
    change = '[[wearers.heart.events]]\nkind = "change"\nat = "+10m"\nrate_shift_bpm = -8\npr_ms = 185\n'
    heart, _ = told(change)
    assert [(b.start_s, b.pr_ms, b.rate_shift_bpm) for b in heart.beating] == [(0, 160, 0), (600, 185, -8)]


def test_strokes_come_in_order_and_only_inside() -> None:
    stroke = '[[wearers.heart.events]]\nkind = "pause"\nat = "+{}s"\nseconds = 3.5\n'
    heart, _ = told("".join(stroke.format(s) for s in (3000, 20, 4000)))
    assert [s.at_s for s in heart.strokes] == [20, 3000]
    assert all(isinstance(s.event, Pause) for s in heart.strokes)


def test_charging_fills_the_battery_at_its_end() -> None:
    _, wear = told(device=device_event("off", 100, 50) + "charge = true\n" + device_event("off", 300, 9))
    assert wear.charged_s == (150.0,)


def test_what_lies_before_or_after_is_left_out() -> None:
    noise = '[[wearers.devices.events]]\nkind = "noise"\nat = "{}"\nduration = "10m"\n'
    for outside in ("-3 07:00", "now -5h", "+2h", "today 09:00"):
        _, wear = told(device=noise.format(outside))
        assert [piece.noise for piece in wear.wearing] == [None]
    _, daily = told(device=noise.format("each 07:40"))
    assert [(p.start_s, p.noise is not None) for p in daily.wearing] == [
        (0, False),
        (600, True),
        (1200, False),
    ]
    _, running = told(device=noise.format("now -65m"))
    assert [(p.start_s, p.noise is not None) for p in running.wearing] == [(0, True), (300, False)]


@given(
    st.lists(st.tuples(st.sampled_from(["off", "lost", "lead_off", "noise"]), LENGTHS, LENGTHS), max_size=8)
)
def test_wearing_covers_every_second_once_and_tells_each_event(events: list[tuple[str, int, int]]) -> None:
    _, wear = told(device="".join(device_event(*event) for event in events))
    pieces = wear.wearing
    assert pieces[0].start_s == 0
    assert pieces[-1].end_s == 3600
    assert all(a.end_s == b.start_s for a, b in pairwise(pieces))
    for second in range(0, 3600, 7):
        piece = next(p for p in pieces if p.start_s <= second + 0.5 < p.end_s)
        now = {kind for kind, at, length in events if at <= second + 0.5 < at + length}
        assert piece.off == ("off" in now)
        assert piece.sends == (not now & {"off", "lost"})
        assert piece.lead_off == ("lead_off" in now)
        assert (piece.noise is not None) == ("noise" in now)
