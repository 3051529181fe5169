"""Listens along while a wearable sends: is it worn, does it send at all, has it ended by itself?"""

from __future__ import annotations

import asyncio
import contextlib
import time
from typing import TYPE_CHECKING, Final

from dsp.types import Pulse
from ingest.limits import DecodeError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ingest.bluetooth.pace import Pace
    from ingest.bluetooth.wearable import Notification

PULSE: Final = "heart-rate"  # the format whose packets say whether the wearable touches the skin


class Ear:
    """A Sink that passes everything on to ``put``. ``changed`` is set when something below has changed.

    ``contact``: what the wearable said last of touching the skin; None: nothing. ``said``: whether it has
    sent a pulse at all. ``flowing``: whether its signal has come (of a wearable without waveform: a pulse).
    ``reason``: why it ended its stream by itself; None: it has not.
    """

    def __init__(
        self, put: Callable[[Notification], None], device: str, pace: Pace, *, waveform: bool
    ) -> None:
        self.changed = asyncio.Event()
        self.contact: bool | None = None
        self.said = False
        self.flowing = False
        self.reason: str | None = None
        self._put = put
        self._device = device
        self._pace = pace
        self._waveform = waveform
        self._since = self._heard = self._begun = time.monotonic()

    def put(self, notification: Notification) -> None:
        """Pass a message on."""
        self._put(notification)
        self._heard = time.monotonic()
        if notification.format == PULSE:
            self._pulse(notification)
        if notification.samples or (notification.format == PULSE and not self._waveform):
            self._since = self._heard
            if not self.flowing:
                self.flowing, self._begun = True, self._heard
                self.changed.set()

    def ended(self, reason: str) -> None:
        """The wearable ended its stream by itself. What it sent still goes its way."""
        self.reason = reason
        self.changed.set()

    @property
    def wordless(self) -> bool:
        """Whether its signal flows and no pulse beside it will say any more whether it is worn."""
        return self.flowing and not self.said and self._heard - self._begun > self._pace.stall_s / 2

    @property
    def silent_in_s(self) -> float:
        """In how many seconds it has been silent for too long; 0 or less: it has.

        Off the body it need send no signal.
        """
        if self.contact is False:
            return self._heard + self._pace.first_data_s - time.monotonic()
        limit_s = self._pace.stall_s if self.flowing else self._pace.first_data_s
        return self._since + limit_s - time.monotonic()

    def _pulse(self, notification: Notification) -> None:
        pulse = None
        with contextlib.suppress(DecodeError):  # the chain behind it tells of that
            pulse = notification.decoder(self._device, notification.payload)
        if not isinstance(pulse, Pulse):
            return
        if self.contact is False and pulse.contact is not False:
            self._since, self.flowing = self._heard, False  # it may take its time to start again
        if pulse.contact != self.contact or not self.said:
            self.contact, self.said = pulse.contact, True
            self.changed.set()
