from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from daemon.simulated_sessions import sessions_of, silences
from daemon.simulated_signal import batches
from dsp.types import QualityReason
from ingest.clock import JUMP_S
from ingest.scenario import Noise
from ingest.scenario_file import parse_scenario
from ingest.synthesis import synthesize
from ingest.timeline import Wearing, wear_timeline

EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["off", "lost", "lead_off", "noise"]),
        st.integers(0, 300),
        st.sampled_from([1, 3, 4, 5, 6, 20, 70]),
    ),
    max_size=6,
)


def piece(start_s: float, end_s: float, **what: object) -> Wearing:
    return Wearing(start_s, end_s, **what)  # type: ignore[arg-type]


def test_a_short_hole_is_a_gap_and_a_long_one_ends_the_session() -> None:
    wearing = [
        piece(0, 100),
        piece(100, 104, sends=False),
        piece(104, 200),
        piece(200, 206, sends=False, off=True),
        piece(206, 300),
    ]
    first, second = sessions_of(wearing, 100.0, 1000)
    assert (first.stretches, first.gaps, first.end) == (
        ((0, 10_000), (10_400, 20_000)),
        [(10_000, 10_400)],
        20_000,
    )
    assert (second.start_s, second.stretches) == (206, ((0, 9400),))
    assert list(silences(wearing, 320)) == [(200, 206), (300, 320)]


def test_what_cannot_be_read_is_said_and_faint_noise_can() -> None:
    loud, faint = (parse_noise(level) for level in (900, 100))
    wearing = [
        piece(0, 10),
        piece(10, 20, lead_off=True),
        piece(20, 30, noise=loud),
        piece(30, 40, noise=faint),
    ]
    (session,) = sessions_of(wearing, 250.0, 1000)
    assert session.stretches == ((0, 10_000),)
    assert [(s.start, s.end, s.reason) for s in session.spoilt] == [
        (2500, 5000, QualityReason.LEAD_OFF),
        (5000, 7500, QualityReason.MOTION),
    ]


def parse_noise(level_uv: float) -> Noise:
    text = (
        'name = "x"\nspan = "1h"\n[[wearers]]\n[[wearers.devices]]\nid = "a"\n[[wearers.devices.events]]\n'
        f'kind = "noise"\nat = "+1m"\nduration = "1m"\nlevel_uv = {level_uv}\n'
    )
    event = parse_scenario(text).wearers[0].devices[0].events[0]
    assert isinstance(event, Noise)
    return event


@settings(max_examples=40)
@given(EVENTS)
def test_samples_fall_into_the_same_sessions_as_results(events: list[tuple[str, int, int]]) -> None:
    body = "".join(
        f'[[wearers.devices.events]]\nkind = "{kind}"\nat = "+{at}s"\nduration = "{length}s"\n'
        for kind, at, length in events
    )
    scenario = parse_scenario(
        'name = "x"\nspan = "5m"\nnow = "2026-11-15T08:00:00Z"\n[[wearers]]\n[[wearers.devices]]\n'
        f'id = "a"\nfs_hz = 100\n{body}'
    )
    _, wearer, device = scenario.device()
    planned = sessions_of(wear_timeline(device, scenario.calendar(wearer)).wearing, 100.0, 1100)
    heard: list[tuple[float, list[tuple[int, int]]]] = []
    for batch in batches(synthesize(scenario), 100.0):
        if batch.begins:
            heard.append((batch.at_s, []))
        for start, missing, chunk in batch.pieces:
            stretches = heard[-1][1]
            assert missing <= JUMP_S * 100
            if stretches and stretches[-1][1] == start:
                stretches[-1] = (stretches[-1][0], start + chunk.n)
            else:
                stretches.append((start, start + chunk.n))
    assert heard == [(session.start_s, list(session.stretches)) for session in planned]
