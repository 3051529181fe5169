"""What a wearable is called from now on: an id for topics and files, made from what it says of itself."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

ID_CHARS_MAX: Final = 32  # of a device id
MARK_CHARS_MAX: Final = 12  # as most serial numbers; of a longer one its end
_MARK_BYTES: Final = (
    4  # one house has a handful of straps; two of one name meet once in four thousand million
)
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")
_NOT_IN_WORDS: Final = re.compile(r"[^0-9A-Za-z]+")
_OWN_MARK: Final = re.compile(r"(?=.*[0-9])[0-9A-Za-z]{4,}")  # 1A2B3C4D, but neither H10 nor Strap
_FALLBACK: Final = "wearable"


def device_name(name: str, serial: str, address: str, taken: Callable[[str], bool]) -> str:
    """An id such as ``polar-h10-1a2b3c4d``: its name, and what tells it from others of its make.

    A name that ends in a number of its own needs no more; else the serial number is added, else a number made
    from the address, which itself stays out of topics and logs. ``taken``: whether an id is another
    wearable's; then a number follows.
    """
    words = [word for word in _NOT_IN_WORDS.split(name) if word]
    if words and _OWN_MARK.fullmatch(words[-1]):
        stem, mark = _plain(" ".join(words[:-1])), _plain(words[-1])
    else:
        stem, mark = _plain(name), _plain(serial) or _of_address(address)
    base = _joined(stem or _FALLBACK, mark[-MARK_CHARS_MAX:])
    found, number = base, 2
    while taken(found):
        found, number = _joined(base, str(number)), number + 1
    return found


def _of_address(address: str) -> str:
    return hashlib.blake2b(address.upper().encode(), digest_size=_MARK_BYTES).hexdigest()


def _plain(text: str) -> str:
    return _NOT_IN_IDS.sub("-", text.lower()).strip("-")


def _joined(stem: str, mark: str) -> str:
    if not mark:
        return stem[:ID_CHARS_MAX].rstrip("-")
    return f"{stem[: ID_CHARS_MAX - len(mark) - 1].rstrip('-')}-{mark}"
