"""The sample clock against a plain model of what must be stored, whatever happens on the way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dsp.types import GapReason
from tests.ingest.airwaves import NS, START_NS, Carries, Gateway, deliver, expected, stream
from tests.ingest.overflowing import overflown, squeeze, unlabelled


@dataclass(frozen=True)
class Way:
    """One stream and its fate. ``jitter``: of the stamps, as a share of half a sample."""

    carries: Carries
    fs_hz: float
    length: int
    frames: int
    varied: bool
    ppm: float
    jitter: float
    drop: float
    double: float
    reorder_s: float
    late: float
    first_seq: int
    wrap: int | None
    full: float
    kills: int
    seed: int


@st.composite
def ways(draw: st.DrawFn) -> Way:
    carries: Carries = draw(st.sampled_from(["both", "time", "number"]))
    varied = draw(st.booleans()) and carries != "number"
    fs_hz = draw(st.sampled_from([100.0, 130.0, 250.0, 360.0, 1000.0]))
    # What was given up but not yet committed when the gateway dies is taken back: then nothing is too late.
    late, kills = draw(st.sampled_from([(0.0, 0), (0.0, 1), (0.0, 3), (0.05, 0)]))
    return Way(
        carries=carries,
        fs_hz=fs_hz,
        length=draw(st.integers(round(fs_hz * (0.3 if varied else 0.1)), round(fs_hz * 1.2))),
        frames=draw(st.integers(1, 120)),
        varied=varied,
        ppm=draw(st.sampled_from([0.0, 200.0, -200.0, 770.0])) if carries == "both" and not varied else 0.0,
        jitter=0.0 if varied else draw(st.sampled_from([0.0, 0.5, 0.9])),
        # With times alone and frames of several lengths, a hole of many frames right at the start of a
        # session is only known as well as the nominal rate is.
        drop=draw(st.sampled_from([0.0, 0.001, 0.01, 0.2, 0.5][: 3 if varied and carries == "time" else 5])),
        double=draw(st.sampled_from([0.0, 0.1, 1.0])),
        reorder_s=draw(st.sampled_from([0.0, 0.5, 1.9])),
        late=late,
        first_seq=draw(st.sampled_from([0, 7])),
        wrap=draw(st.sampled_from([None, 2**16, 2**32])),
        # A source that sends again what it has kept never drops; the others of these would be harder to tell.
        full=draw(st.sampled_from([0.0, 0.1, 0.4]))
        if not (kills or late or (varied and carries == "time"))
        else 0.0,
        kills=kills,
        seed=draw(st.integers(0, 2**32 - 1)),
    )


def run(way: Way) -> Gateway:
    rng = np.random.default_rng(way.seed)
    lengths = [way.length] * way.frames
    if way.varied:
        # In the golden ratio no run of these lengths lasts nearly as long as any number of one of them.
        lengths = [round(way.length * (1.0, 1.618)[index % 2]) for index in range(way.frames)]
    sent = stream(
        lengths,
        way.fs_hz,
        carries=way.carries,
        true_hz=way.fs_hz * (1 + way.ppm * 1e-6),
        jitter_s=way.jitter * 0.5 / way.fs_hz,
        # A counter that wraps does so after its first seconds: a stream that begins with 0 is taken to begin.
        first_seq=way.first_seq if way.wrap is None else way.wrap - round(6 * way.fs_hz / way.length),
        wrap=way.wrap,
        seed=way.seed,
    )
    arrivals, too_late = deliver(
        sent, rng, drop=way.drop, double=way.double, reorder_s=way.reorder_s, late=way.late
    )
    arrivals = squeeze(arrivals, rng, way.full)
    gateway = Gateway()
    kills = set(rng.integers(0, max(len(arrivals), 1), way.kills).tolist())
    for token, arrival in enumerate(arrivals):
        gateway.push(token, arrival)
        if token in kills:
            if rng.random() < 0.5:
                gateway.commit(acknowledge=False)
            gateway.kill()
        elif rng.random() < 0.3:
            gateway.commit()
    cells, wanted = gateway.finish(), expected(arrivals, too_late)
    assert unlabelled(cells) == wanted
    if way.double or way.reorder_s:
        told = sum(row.count(GapReason.OVERFLOW) for row in cells)
        assert told <= sum(one.dropped for one in arrivals)
    else:
        assert cells == overflown(wanted, arrivals)
    late_tokens = {token for token, one in enumerate(arrivals) if one.sent in too_late and not one.copy}
    assert late_tokens <= set(gateway.late) or not too_late
    for session, row in gateway.store.cells.items():
        values = [(index, value) for index, value in enumerate(row) if type(value) is int]
        for index, value in values[:: max(len(values) // 50, 1)]:
            true_ns = START_NS + round(value / (way.fs_hz * (1 + way.ppm * 1e-6)) * NS)
            if way.carries != "number":
                assert abs(gateway.store.wall_ns(session, index) - true_ns) < 50_000_000
    return gateway


@settings(max_examples=500, deadline=None)
@given(ways())
def test_samples_and_gaps_are_what_was_sent(way: Way) -> None:
    run(way)
