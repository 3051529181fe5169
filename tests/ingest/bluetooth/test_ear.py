from __future__ import annotations

from dataclasses import dataclass, field

from ingest.bluetooth import heart_rate
from ingest.bluetooth.ear import Ear
from ingest.bluetooth.pace import Pace
from ingest.bluetooth.wearable import Notification

CONTACT, NO_CONTACT, SILENT = b"\x06\x3c", b"\x04\x3c", b"\x00\x3c"


@dataclass
class Shelf:
    taken: list[Notification] = field(default_factory=list)

    def put(self, notification: Notification) -> None:
        self.taken.append(notification)


def pulse(payload: bytes) -> Notification:
    return Notification(heart_rate.FORMAT, payload, heart_rate.decode)


def ecg() -> Notification:
    return Notification("polar-pmd", b"...", heart_rate.decode, samples=73)


def ear(pace: Pace | None = None, *, waveform: bool = True) -> tuple[Ear, Shelf]:
    shelf = Shelf()
    return Ear(shelf.put, "strap", pace or Pace(), waveform=waveform), shelf


def test_everything_is_passed_on_also_what_cannot_be_read() -> None:
    listening, shelf = ear()
    sent = [pulse(CONTACT), ecg(), pulse(b""), pulse(b"\xff")]
    for each in sent:
        listening.put(each)
    assert shelf.taken == sent


def test_contact_is_told_when_it_changes() -> None:
    listening, _ = ear()
    assert (listening.contact, listening.said) == (None, False)
    for payload, contact in ((CONTACT, True), (NO_CONTACT, False), (SILENT, None)):
        listening.changed.clear()
        listening.put(pulse(payload))
        assert listening.contact is contact
        assert listening.said
        assert listening.changed.is_set()
        listening.changed.clear()
        listening.put(pulse(payload))
        assert not listening.changed.is_set()


def test_the_signal_of_a_wearable_with_waveform_is_its_samples() -> None:
    listening, _ = ear()
    listening.put(pulse(CONTACT))
    assert not listening.flowing
    listening.put(ecg())
    assert listening.flowing


def test_the_signal_of_one_without_is_its_pulses() -> None:
    listening, _ = ear(waveform=False)
    listening.put(pulse(SILENT))
    assert listening.flowing


def test_ecg_may_start_late_but_must_not_stop() -> None:
    pace = Pace()
    listening, _ = ear(pace)
    listening.put(pulse(CONTACT))
    assert pace.stall_s < listening.silent_in_s <= pace.first_data_s
    listening.put(ecg())
    assert 0 < listening.silent_in_s <= pace.stall_s


def test_off_the_body_no_signal_is_wanted_and_on_it_again_it_may_start_late() -> None:
    pace = Pace()
    listening, _ = ear(pace)
    listening.put(ecg())
    listening.put(pulse(NO_CONTACT))
    assert listening.silent_in_s > pace.stall_s
    listening.put(pulse(CONTACT))
    assert not listening.flowing
    assert listening.silent_in_s > pace.stall_s


def test_silence_is_noticed() -> None:
    listening, _ = ear(Pace().scaled(0.0))
    assert listening.silent_in_s <= 0


def test_an_end_of_its_own_is_not_the_end_of_the_link() -> None:
    listening, _ = ear()
    listening.ended("The strap was put into its charger.")
    assert listening.reason == "The strap was put into its charger."
    assert listening.changed.is_set()
