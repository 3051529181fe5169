"""The kernel's switches for radios: why an adapter cannot be switched on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from ingest.bluetooth.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator

RFKILL: Final = Path("/sys/class/rfkill")

SOFT: Final = Trouble(
    "blocked", "Bluetooth is blocked by software, as in flight mode: `rfkill unblock bluetooth` frees it."
)
HARD: Final = Trouble(
    "blocked", "Bluetooth is blocked by a switch or key of this machine: switch it on there."
)


def blocked(adapter: str | None = None, folder: Path = RFKILL) -> Trouble | None:
    """Why ``adapter`` (a name such as ``hci0``) may not send; None where nothing blocks it.

    Without ``adapter``, and for switches that name none, any Bluetooth switch counts: a machine's own switch
    blocks them all. A machine without such switches blocks nothing.
    """
    hard = soft = False
    for switch in _switches(folder):
        name = _text(switch / "name")
        if adapter and name.startswith("hci") and name != adapter:
            continue
        hard = hard or _text(switch / "hard") == "1"
        soft = soft or _text(switch / "soft") == "1"
    if hard:
        return HARD
    return SOFT if soft else None


def _switches(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for entry in entries:
        if _text(entry / "type") == "bluetooth":
            yield entry


def _text(path: Path) -> str:
    """A file's one line; empty where it is gone: switches vanish with their adapter."""
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
