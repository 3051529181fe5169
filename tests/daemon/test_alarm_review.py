"""Physiological alarms from stored results: raised once, ended, never twice for the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daemon.alarm_machine import ACKNOWLEDGED, LATCHED, ON, Acknowledgement
from dsp.types import FindingKind
from storage import alarms
from tests.daemon.alarm_house import START_NS, House, episode, window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

S = 10**9
AF, PAUSE, RUN = FindingKind.AF, FindingKind.PAUSE, FindingKind.WIDE_RUN


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    one = House(tmp_path / "hearth.db")
    yield one
    one.conn.close()


def presences(house: House, number: int = 1) -> list[str]:
    return house.history(number)


def test_af_raises_after_five_minutes_and_ends_with_the_episode(house: House) -> None:
    for second in range(0, 290, 10):
        house.stored([window(second)], [episode(AF, 0, second + 10, 0.8, still=True)])
    assert house.open() == {}
    house.stored([window(290)], [episode(AF, 0, 300, 0.8, still=True)])
    row = house.open()["af"]
    assert (row.presence, row.since_ns, row.episode) == (ON, START_NS + 300 * S, 1)
    house.stored([window(300)], [episode(AF, 0, 420, 0.8, still=True)])
    assert house.open()["af"].text == "Possible atrial fibrillation for 7 min"
    house.stored([window(430)], [episode(AF, 0, 420, 0.8)])
    assert house.open() == {}
    assert presences(house) == ["On", "Off"]
    ended = alarms.alarm(house.conn, 1)
    assert (ended.until_ns, ended.text) == (START_NS + 420 * S, "Possible atrial fibrillation for 7 min")


def test_acknowledged_af_is_not_raised_again_while_it_lasts_nor_after_a_restart(house: House) -> None:
    house.stored([window(300)], [episode(AF, 0, 310, 0.8, still=True)])
    house.acknowledge(Acknowledgement("Ada", alarm=1, device="strap-1"))
    again = house.restart()
    house.conn = again.conn
    for second in range(310, 900, 60):
        assert again.stored([window(second)], [episode(AF, 0, second, 0.8, still=True)]).alarms == ()
    again.stored([window(900)], [episode(AF, 0, 900, 0.8)])
    assert presences(again) == ["On", "Acknowledged", "Off"]
    # The last minute comes again after a crash, the episode as it stood then.
    again.stored([window(850)], [episode(AF, 0, 860, 0.8, still=True)])
    again.stored([window(900)], [episode(AF, 0, 900, 0.8)])
    assert again.open() == {}
    assert presences(again) == ["On", "Acknowledged", "Off"]


def test_af_that_was_over_before_anybody_looked_is_told_all_the_same(house: House) -> None:
    house.stored([window(1200)], [episode(AF, 0, 1190, 0.8)])
    assert presences(house) == ["On", "Off"]
    assert [one["presence"] for one in house.outbox()] == ["On", "Off"]


def test_the_same_af_under_another_version_of_the_chain_is_the_same_alarm(house: House) -> None:
    house.stored([window(300)], [episode(AF, 0, 310, 0.8, still=True)])
    house.acknowledge(Acknowledgement("Ada", alarm=1, device="strap-1"))
    house.conn.execute("UPDATE episodes SET version = 'older', current = 0")
    house.stored([window(310)], [episode(AF, 0, 320, 0.8, still=True)])
    assert (house.open()["af"].presence, house.open()["af"].episode) == (ACKNOWLEDGED, 2)
    house.stored([window(400)], [episode(AF, 0, 380, 0.8)])
    assert house.open() == {}


def test_another_episode_while_the_alarm_is_on_is_a_change_of_its_own(house: House) -> None:
    house.stored([window(300)], [episode(AF, 0, 310, 0.8, still=True)])
    house.conn.execute("UPDATE episodes SET current = 0")  # its end was never seen
    house.stored([window(900)], [episode(AF, 500, 410, 0.8, still=True)])
    assert (house.open()["af"].episode, presences(house)) == (2, ["On", "On"])
    assert len(house.outbox()) == 2


def test_unconfirmed_af_raises_nothing(house: House) -> None:
    house.stored([window(600)], [episode(AF, 0, 610, 0.8, still=True)])
    house.conn.execute("DELETE FROM alarm_transitions")
    house.conn.execute("DELETE FROM alarms")
    house.conn.execute("""UPDATE episodes SET detail = '{"flags": ["AF_UNCONFIRMED"]}'""")
    house.stored([window(610)])
    assert house.open() == {}


def test_a_pause_latches_and_the_next_one_is_on_the_same_alarm(house: House) -> None:
    house.stored([window(0)], [episode(PAUSE, 2, 3.2, 3.2)])
    assert house.open()["pause"].presence is LATCHED
    assert house.stored([window(10)]).alarms == ()
    house.stored([window(20)], [episode(PAUSE, 22, 4.1, 4.1)])
    row = house.open()["pause"]
    assert (row.text, row.episode) == ("No heart beat seen for 4.1 s", 2)
    assert presences(house) == ["On", "Latched", "On", "Latched"]
    house.acknowledge(Acknowledgement("Ada", rule="pause", device="strap-1"))
    assert house.stored([window(30)]).alarms == ()
    assert house.open() == {}


def test_a_run_that_goes_on_is_on_until_it_ends(house: House) -> None:
    house.stored([window(0)], [episode(RUN, 8, 2, 5, still=True)])
    assert house.open()["wide_run"].presence is ON
    house.stored([window(10)], [episode(RUN, 8, 9, 22, still=True)])
    house.stored([window(20)], [episode(RUN, 8, 11, 27)])
    row = house.open()["wide_run"]
    assert (row.presence, row.text) == (LATCHED, "27 wide beats in a row")
    assert presences(house) == ["On", "Latched"]


def test_a_finding_inside_unusable_signal_raises_nothing(house: House) -> None:
    house.stored([window(0, clean=False)], [episode(PAUSE, 2, 4.0, 4.0)])
    assert house.open() == {}


def test_bradycardia_latches_when_the_rate_comes_back(house: House) -> None:
    house.stored([window(0, 70), window(10, 39), window(20, 38)])
    row = house.open()["severe_bradycardia"]
    assert (row.presence, row.since_ns, row.value) == (ON, START_NS + 20 * S, 39.0)
    house.stored([window(30, 42)])
    assert house.open()["severe_bradycardia"].presence is ON
    house.stored([window(40, clean=False)])
    assert house.open()["severe_bradycardia"].presence is ON
    house.stored([window(50, 46)])
    assert house.open()["severe_bradycardia"].presence is LATCHED
    assert presences(house) == ["On", "Latched"]


def test_tachycardia_adds_up_over_steps_and_over_a_restart(house: House) -> None:
    house.stored([window(0, 160)])
    again = house.restart()
    house.conn = again.conn
    again.stored([window(10, 161)])
    assert again.open() == {}
    again.stored([window(20, 162)])
    assert again.open()["extreme_tachycardia"].value == 162.0


def test_acknowledged_bradycardia_does_not_come_back_when_its_minute_is_analysed_again(house: House) -> None:
    house.stored([window(0, 39)])
    house.stored([window(10, 60)])
    house.acknowledge(Acknowledgement("Ada", device="strap-1"))
    again = house.restart()
    house.conn = again.conn
    assert again.stored([window(0, 39), window(10, 60), window(20, 61)]).alarms == ()
    again.stored([window(30, 38)])
    assert again.open()["severe_bradycardia"].id == 2


def test_rules_that_are_off_raise_nothing(house: House) -> None:
    house.stored([window(300)], [episode(AF, 0, 310, 0.8, still=True)], off=frozenset({"af"}))
    assert house.open() == {}


steps = st.lists(
    st.lists(
        st.one_of(st.none(), st.sampled_from([30.0, 39.0, 42.0, 46.0, 70.0, 149.0, 151.0, 180.0])), max_size=4
    ),
    max_size=8,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=steps)
def test_however_the_results_arrive_the_alarms_are_the_same(
    cuts: list[list[float | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One window at a time, in steps, and with every step seen twice."""
    rates = [rate for step in cuts for rate in step]
    windows = [window(10 * n, rate, clean=rate is not None) for n, rate in enumerate(rates)]

    def play(batches: list[list[int]]) -> list[tuple[object, ...]]:
        house = House(tmp_path_factory.mktemp("play") / "hearth.db")
        for batch in batches:
            if batch:
                house.stored([windows[n] for n in batch])
        rows = house.conn.execute(
            "SELECT a.rule, t.presence, t.at_ns FROM alarm_transitions AS t "
            "JOIN alarms AS a ON a.id = t.alarm ORDER BY a.rule, t.id"
        ).fetchall()
        house.conn.close()
        return [tuple(row) for row in rows]

    singly = [[n] for n in range(len(windows))]
    numbers = iter(range(len(windows)))
    stepwise = [[next(numbers) for _ in step] for step in cuts]
    twice = [batch for step in stepwise for batch in (step, step)]
    assert play(singly) == play(stepwise) == play(twice)
