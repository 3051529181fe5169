"""The control point of Polar's measurement data service, as a strap answers it."""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import Final

from tests.bluetooth.strap_ecg import ECG

FEATURES: Final = bytes([0x0F, 0x05]) + bytes(15)  # ECG and acceleration
ANSWER: Final = 0xF0
STOPPED: Final = 0x01  # first byte of what is said unasked
GET_SETTINGS, START, STOP = 0x01, 0x02, 0x03
PPG, ACC, PPI = 0x01, 0x02, 0x03
RATE, RESOLUTION, RANGE, CHANNELS = 0x00, 0x01, 0x02, 0x04
RATE_HZ: Final = 130
RESOLUTION_BITS: Final = 14
ECG_SETTINGS: Final = struct.pack("<BBHBBH", RATE, 1, RATE_HZ, RESOLUTION, 1, RESOLUTION_BITS)
COMMAND_BYTES: Final = 2  # at least: what to do, and with which measurement
SETTING_BYTES: Final = 4  # type, count, one value


class Status(IntEnum):
    """What an answer may say."""

    OK = 0
    BAD_OPCODE = 1
    BAD_TYPE = 2
    UNSUPPORTED = 3
    BAD_LENGTH = 4
    BAD_PARAMETER = 5
    ALREADY = 6
    BAD_RESOLUTION = 7
    BAD_RATE = 8
    BAD_RANGE = 9
    BAD_MTU = 10
    BAD_CHANNELS = 11
    BAD_STATE = 12
    IN_CHARGER = 13
    DISK_FULL = 14


def answer(command: bytes, status: int, parameters: bytes = b"") -> bytes:
    """The indication that answers ``command``."""
    op, kind = (command + bytes(COMMAND_BYTES))[:COMMAND_BYTES]
    return bytes([ANSWER, op, kind, status, 0]) + parameters


def check(command: bytes) -> Status:
    """What is wrong with a command, whatever the strap is doing now."""
    if not command or command[0] not in {GET_SETTINGS, START, STOP}:
        return Status.BAD_OPCODE
    if len(command) < COMMAND_BYTES:
        return Status.BAD_LENGTH
    if command[1] not in {ECG, PPG, ACC, PPI}:
        return Status.BAD_TYPE
    if command[1] != ECG:
        return Status.UNSUPPORTED
    return _check_settings(command[COMMAND_BYTES:]) if command[0] == START else Status.OK


def _check_settings(settings: bytes) -> Status:
    wanted = {RATE: (RATE_HZ, Status.BAD_RATE), RESOLUTION: (RESOLUTION_BITS, Status.BAD_RESOLUTION)}
    given = set()
    for at in range(0, len(settings), SETTING_BYTES):
        one = settings[at : at + SETTING_BYTES]
        if len(one) < SETTING_BYTES:
            return Status.BAD_LENGTH
        kind, count, value = struct.unpack("<BBH", one)
        if kind == CHANNELS:
            return Status.BAD_CHANNELS
        if kind == RANGE:
            return Status.BAD_RANGE
        if kind not in wanted or count != 1:
            return Status.BAD_PARAMETER
        right, status = wanted[kind]
        if value != right:
            return status
        given.add(kind)
    return Status.OK if given == set(wanted) else Status.BAD_PARAMETER
