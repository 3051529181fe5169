"""The Polar H10 chest strap: ECG at 130 Hz, with heart rate, RR intervals and battery beside it."""

from __future__ import annotations

import asyncio
import contextlib
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from ingest.bluetooth import battery, heart_rate, polar_pmd
from ingest.bluetooth.wearable import Notification, Refused, WearableError

if TYPE_CHECKING:
    from ingest.bluetooth.polar_pmd import Answer
    from ingest.bluetooth.wearable import Gatt, Seen, Sink

COMPANY: Final = 0x006B  # Polar Electro Oy
LATE_START_S: Final = 30.0  # ECG may begin this late after the strap agreed to start: that is no fault
ANSWER_S: Final = 8.0  # answers come within a second; three of them may be waited for while it is opened
GOODBYE_S: Final = 1.0  # a strap that does not answer the stop sleeps when the link has gone, or soon after
_MAX_WAITING: Final = 32  # answers; a strap gives one to each command, more are noise
_MAX_PARTS: Final = 8  # a list of settings fits into two answers even with the smallest packets
_NAME: Final = re.compile(r"Polar H10( .*)?")


class _ControlPoint:
    """Commands to the strap, one at a time, each with its answer."""

    def __init__(self, gatt: Gatt, answer_s: float) -> None:
        self._gatt = gatt
        self._answer_s = answer_s
        self._answers: asyncio.Queue[Answer] = asyncio.Queue(_MAX_WAITING)

    def hear(self, answer: Answer) -> None:
        """Take an answer in. What nobody asked for is passed over when it is looked at, or finds no room."""
        if not self._answers.full():
            self._answers.put_nowait(answer)

    async def ask(self, command: bytes, answer_s: float | None = None) -> bytes:
        """Send ``command`` and give the parameters of its answer. Raises Refused, WearableError, LinkLost."""
        while not self._answers.empty():
            self._answers.get_nowait()
        await self._gatt.write(polar_pmd.CONTROL, command)
        parameters = b""
        try:
            async with asyncio.timeout(self._answer_s if answer_s is None else answer_s):
                for _ in range(_MAX_PARTS):
                    answer = await self._answer(command)
                    polar_pmd.check(answer)
                    parameters += answer.parameters
                    if not answer.more:
                        return parameters
        except TimeoutError:
            raise WearableError("The strap does not answer; take it off, wait a minute, put it on.") from None
        raise WearableError("The strap's answer has no end; take it off, wait a minute, put it on.")

    async def _answer(self, command: bytes) -> Answer:
        while True:
            answer = await self._answers.get()
            if (answer.command, answer.measurement) == (command[0], command[1]):
                return answer


class _Streaming:
    """A strap that was told to start."""

    def __init__(self, control: _ControlPoint) -> None:
        self._control = control
        self.closing = False

    async def close(self) -> None:
        """Tell it to stop; a strap that does not answer, or is not streaming, is left alone."""
        self.closing = True
        with contextlib.suppress(WearableError):
            await self._control.ask(polar_pmd.STOP, GOODBYE_S)


@dataclass(frozen=True, slots=True)
class PolarH10:
    """A Polar H10. ``lead``: what its electrodes record; ``answer_s``: how long its answers are waited for.

    Other Polar straps and bands (H9, Verity Sense, OH1) have no ECG to send: they are heart rate straps.
    """

    lead: str = "I"
    answer_s: float = ANSWER_S
    kind: str = "polar-h10"
    title: str = "Polar H10"
    waveform: bool = True

    def recognises(self, seen: Seen) -> bool:
        """By its name; manufacturer data, where there is any, must be Polar's."""
        named = seen.name is not None and _NAME.fullmatch(seen.name) is not None
        return named and (not seen.manufacturer or COMPANY in seen.manufacturer)

    async def open(self, gatt: Gatt, sink: Sink, device: str) -> _Streaming:
        """See :class:`ingest.bluetooth.wearable.Wearable`. Its ECG may begin LATE_START_S after this."""
        if not (gatt.offers(polar_pmd.CONTROL) and gatt.offers(polar_pmd.DATA)):
            raise WearableError(
                "This wearable has no Polar measurement service: pair it as a heart rate strap, "
                "or update its firmware with the Polar app."
            )
        control = _ControlPoint(gatt, self.answer_s)
        streaming = _Streaming(control)
        decoder = partial(polar_pmd.decode, lead=self.lead)

        def hear_control(data: bytes) -> None:
            match polar_pmd.control_message(data):
                case polar_pmd.Answer() as answer:
                    control.hear(answer)
                case polar_pmd.Stopped(measurements) if polar_pmd.ECG in measurements:
                    if not streaming.closing:
                        sink.ended("The strap stopped its ECG by itself.")

        def hear_data(data: bytes) -> None:
            if polar_pmd.is_ecg(data):
                samples = polar_pmd.sample_count(data)
                sink.put(Notification(polar_pmd.FORMAT, data, decoder, samples))

        await gatt.subscribe(polar_pmd.CONTROL, hear_control)
        await gatt.subscribe(polar_pmd.DATA, hear_data)
        if not polar_pmd.offers_ecg(await gatt.read(polar_pmd.CONTROL)):
            raise WearableError("This strap says that it has no ECG; is it a Polar H10?")
        await heart_rate.listen(gatt, sink, device)
        await battery.listen(gatt, sink, device)
        polar_pmd.check_settings(await control.ask(polar_pmd.READ_SETTINGS))
        await _start(control)
        return streaming


async def _start(control: _ControlPoint) -> None:
    """Start ECG; a strap that still streams from before a lost link is stopped first."""
    try:
        await control.ask(polar_pmd.START)
    except Refused as refused:
        if refused.status != polar_pmd.ALREADY_STREAMING:
            raise
        await control.ask(polar_pmd.STOP)
        await control.ask(polar_pmd.START)
