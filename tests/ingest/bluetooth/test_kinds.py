"""Which kind of wearable an advertisement is, and what a kind is called."""

from __future__ import annotations

import pytest

from ingest.bluetooth import heart_rate, movesense
from ingest.bluetooth.generic import GenericWearable, Profile
from ingest.bluetooth.kinds import KINDS, UnknownKind, recognise, wearable
from ingest.bluetooth.movesense import Movesense
from ingest.bluetooth.polar_h10 import COMPANY, PolarH10
from ingest.bluetooth.wearable import Seen

PULSE = frozenset({heart_rate.SERVICE})
PROFILE = Profile(
    name="kitchen",
    title="Kitchen ECG",
    service="180D",
    characteristic="2A37",
    sample="int16le",
    uv_per_unit=1.0,
    fs_hz=250.0,
    name_prefix="ESP-ECG",
    lead="V5",
)


@pytest.mark.parametrize(
    ("seen", "kind"),
    [
        (Seen("A0", "Polar H10 A1B2C3D4", services=PULSE, manufacturer={COMPANY: b""}), "polar-h10"),
        (Seen("A0", "Polar H9 A1B2C3D4", services=PULSE, manufacturer={COMPANY: b""}), "heart-rate"),
        (Seen("A0", "Polar Sense A1B2C3D4", services=PULSE), "heart-rate"),
        (Seen("A0", "Movesense 204730000081", services=PULSE), "movesense"),
        (Seen("A0", services=frozenset({movesense.SERVICE})), "movesense"),
        (Seen("A0", "HRM-Dual", services=PULSE), "heart-rate"),
        (Seen("A0", "ESP-ECG 1", services=PULSE), "gatt-kitchen"),
        (Seen("A0", "Toothbrush"), None),
        (Seen("A0"), None),
    ],
)
def test_the_most_specific_kind_is_recognised(seen: Seen, kind: str | None) -> None:
    found = recognise(seen, [PROFILE])
    assert (found and found.kind) == kind


def test_a_sensor_without_its_profile_is_what_its_services_say() -> None:
    found = recognise(Seen("A0", "ESP-ECG 1", services=PULSE))
    assert found is not None
    assert found.kind == "heart-rate"


def test_every_kind_is_found_under_its_name() -> None:
    assert list(KINDS) == ["polar-h10", "movesense", "heart-rate"]
    assert all(wearable(kind).kind == kind for kind in KINDS)
    assert [each.waveform for each in KINDS.values()] == [True, True, False]
    assert all(each.title for each in KINDS.values())


def test_the_lead_reaches_what_sends_ecg_and_a_profile_keeps_its_own() -> None:
    assert wearable("polar-h10", lead="II") == PolarH10("II")
    assert wearable("movesense", lead="II") == Movesense("II")
    assert wearable("gatt-kitchen", [PROFILE], lead="II") == GenericWearable(PROFILE)


def test_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(
        UnknownKind, match="'h11'; there are gatt-kitchen, polar-h10, movesense, heart-rate"
    ) as e:
        wearable("h11", [PROFILE])
    assert e.value.kind == "h11"
