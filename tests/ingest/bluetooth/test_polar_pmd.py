"""Polar's measurement data service: published vectors, round trips, every answer in words."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.bluetooth import polar_pmd
from ingest.bluetooth.polar_pmd import Answer, Stopped
from ingest.bluetooth.wearable import Refused, WearableError
from ingest.limits import MAX_T_NS, DecodeError
from ingest.polar_recorder import POLAR_EPOCH_NS

VECTOR = bytes.fromhex("00 0094357700000000 00 0280FF 028000")  # of Polar's SDK
OK_SETTINGS = bytes.fromhex("00 01 82 00 01 01 0E 00")


def test_the_published_frame() -> None:
    frame = polar_pmd.decode("w1", VECTOR, lead="II")
    assert frame.uv.tolist() == [-32766, 32770]
    assert frame.uv.dtype == np.int32
    assert frame.last_sample_ns == 2_000_000_000 + 946_684_800 * 10**9
    assert (frame.device, frame.seq, frame.fs_hz, frame.lead) == ("w1", None, 130.0, "II")


@given(
    st.integers(1, MAX_T_NS - POLAR_EPOCH_NS),
    st.lists(st.integers(-(1 << 23), (1 << 23) - 1), min_size=1, max_size=167),
)
def test_what_a_strap_sends_comes_out_again(stamp: int, uv: list[int]) -> None:
    payload = polar_pmd.encode(stamp, uv)
    frame = polar_pmd.decode("w1", payload)
    assert frame.uv.tolist() == uv
    assert frame.last_sample_ns == stamp + POLAR_EPOCH_NS
    assert polar_pmd.sample_count(payload) == len(uv)


@pytest.mark.parametrize("stamp", [0, MAX_T_NS - POLAR_EPOCH_NS + 1, (1 << 64) - 1])
def test_a_stamp_that_cannot_be_a_time_is_none(stamp: int) -> None:
    assert polar_pmd.decode("w1", polar_pmd.encode(stamp, [1, 2])).last_sample_ns is None


def test_the_two_upper_bits_of_the_type_say_nothing_about_the_measurement() -> None:
    assert polar_pmd.decode("w1", b"\xc0" + VECTOR[1:]).uv.tolist() == [-32766, 32770]


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"", "wanted 13 to 512 bytes, got 0"),
        (VECTOR[:12], "wanted 13 to 512 bytes, got 12"),
        (VECTOR + bytes(501), "wanted 13 to 512 bytes, got 517"),
        (VECTOR[:-1], "the last one is cut"),
        (b"\x02" + VECTOR[1:], "wanted measurement 0 .ECG., got 2"),
        (VECTOR[:9] + b"\x80" + VECTOR[10:], "Polar has not published compressed ECG"),
        (VECTOR[:9] + b"\x01" + VECTOR[10:], "wanted frame type 0 .microvolts., got 1"),
    ],
)
def test_a_refused_frame_says_what_was_wanted(payload: bytes, reason: str) -> None:
    with pytest.raises(DecodeError, match=reason):
        polar_pmd.decode("w1", payload)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("F0 01 00 00 00 0001820001010E00", Answer(1, 0, 0, parameters=OK_SETTINGS)),
        ("F0 01 00 00 01 0001", Answer(1, 0, 0, more=True, parameters=b"\x00\x01")),
        ("F0 02 00 06", Answer(2, 0, 6)),
        ("F0 02 00 00 00", Answer(2, 0, 0)),
        ("01 00", Stopped(frozenset({0}))),
        ("01 02 40", Stopped(frozenset({0, 2}))),
        ("01", Stopped(frozenset())),
        ("0F 05 00", None),
        ("F0 02 00", None),
        ("", None),
    ],
)
def test_the_control_point_speaks_in_answers_stops_and_echoes(
    data: str, message: Answer | Stopped | None
) -> None:
    assert polar_pmd.control_message(bytes.fromhex(data)) == message


def test_every_status_becomes_one_sentence() -> None:
    for status in range(1, 256):
        with pytest.raises(Refused) as caught:
            polar_pmd.check(Answer(2, 0, status))
        assert caught.value.status == status
        sentence = rf"The strap refused the start of ECG: .{{10,}} \(status {status}\)\."
        assert re.fullmatch(sentence, str(caught.value))


def test_the_fourteen_known_statuses_differ_and_the_others_are_called_unknown() -> None:
    texts = {}
    for status in range(1, 17):
        with pytest.raises(Refused) as caught:
            polar_pmd.check(Answer(3, 0, status))
        texts[status] = str(caught.value).partition(": ")[2].partition(" (status")[0]
    assert len({texts[status] for status in range(1, 15)}) == 14
    assert texts[15] == texts[16] == "it gives a reason that Hearth does not know"


def test_a_yes_is_no_error() -> None:
    polar_pmd.check(Answer(2, 0, 0))


@pytest.mark.parametrize(("features", "has"), [("0F 05 00", True), ("0F 01", True), ("0F 04", False)])
def test_the_feature_bits_say_whether_there_is_ecg(features: str, has: bool) -> None:
    assert polar_pmd.offers_ecg(bytes.fromhex(features)) is has


@pytest.mark.parametrize("features", ["", "0F", "F0 01 00 00"])
def test_what_is_no_list_of_features_offers_nothing(features: str) -> None:
    assert not polar_pmd.offers_ecg(bytes.fromhex(features))


def test_settings_of_every_width_are_read() -> None:
    listed = bytes.fromhex(
        "00 02 1900 C800 01 01 1000 02 03 0200 0400 0800 03 01 D0070000 04 01 03 05 01 0000803F"
    )
    assert polar_pmd.settings(listed) == {
        0: {25, 200},
        1: {16},
        2: {2, 4, 8},
        3: {2000},
        4: {3},
        5: {0x3F800000},
    }


@given(st.dictionaries(st.sampled_from([0, 1, 2]), st.frozensets(st.integers(0, 65535), max_size=9)))
def test_settings_come_out_as_they_were_listed(values: dict[int, frozenset[int]]) -> None:
    listed = b"".join(
        bytes((setting, len(each))) + b"".join(value.to_bytes(2, "little") for value in each)
        for setting, each in values.items()
    )
    assert polar_pmd.settings(listed) == values


@pytest.mark.parametrize("listed", ["00", "00 01 82", "00 02 8200", "09 01 0000", "00 01 8200 01"])
def test_a_list_of_settings_that_cannot_be_read_is_said_so(listed: str) -> None:
    with pytest.raises(WearableError, match="list of ECG settings cannot be read"):
        polar_pmd.settings(bytes.fromhex(listed))


def test_the_settings_wanted_are_on_offer() -> None:
    polar_pmd.check_settings(OK_SETTINGS)


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("00 01 FA00 01 01 0E00", "at 250 Hz, Hearth needs 130 Hz"),
        ("00 01 8200 01 02 1000 1800", "at 16, 24 bits, Hearth needs 14 bits"),
        ("", "at nothing Hz"),
    ],
)
def test_other_settings_are_named(listed: str, text: str) -> None:
    with pytest.raises(WearableError, match=text):
        polar_pmd.check_settings(bytes.fromhex(listed))


def test_the_commands_are_the_published_ones() -> None:
    assert polar_pmd.READ_SETTINGS.hex(" ") == "01 00"
    assert polar_pmd.START.hex(" ") == "02 00 00 01 82 00 01 01 0e 00"
    assert polar_pmd.STOP.hex(" ") == "03 00"
