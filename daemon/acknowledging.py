"""What an acknowledgement of an alarm looks like over MQTT."""

from __future__ import annotations

from typing import Annotated, Final

import msgspec
from msgspec import Meta

from daemon.alarm_machine import Acknowledgement
from dsp.types import HearthError

BYTES_MAX: Final = 1024  # a number and a name


class AcknowledgementError(HearthError):
    """A payload that acknowledges nothing. The text says what was wanted."""


class _Said(msgspec.Struct, frozen=True):
    alarm: int | None = None
    rule: Annotated[str, Meta(max_length=40)] | None = None
    all: bool = False
    by: Annotated[str, Meta(min_length=1, max_length=80)] = "somebody"


def acknowledgement(device: str | None, payload: bytes) -> Acknowledgement:
    """Read ``{"alarm": id, "by": name}``, ``{"rule": name, ...}`` or ``{"all": true, ...}`` about ``device``.

    Raises:
        AcknowledgementError: it is none of these. An empty payload never acknowledges everything.
    """
    if len(payload) > BYTES_MAX:
        raise AcknowledgementError(f"wanted at most {BYTES_MAX} bytes")
    try:
        said = msgspec.json.decode(payload, type=_Said)
    except msgspec.DecodeError as error:
        raise AcknowledgementError('wanted JSON such as {"alarm": 7, "by": "Ada"}') from error
    if said.alarm is None and said.rule is None and not said.all:
        raise AcknowledgementError("wanted one of alarm, rule and all")
    return Acknowledgement(by=said.by, alarm=said.alarm, rule=said.rule, device=device)
