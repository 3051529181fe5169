"""bleak's own picture of BlueZ, and how to have it drawn anew. Tested against bleak 3.1."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from bleak.backends.bluezdbus.client import BleakClientBlueZDBus
from bleak.backends.bluezdbus.manager import _global_instances
from bleak.backends.bluezdbus.version import BlueZFeatures

if TYPE_CHECKING:
    from bleak import BleakClient
    from bleak.backends.bluezdbus.manager import BlueZManager


def prepare() -> None:
    """Set bleak up for a service; to be called before the first connection.

    It is spared its question for BlueZ's version: it runs ``bluetoothctl`` for that, which a locked-down
    service may not do, and if that is cancelled every later connection waits for it for ever. BlueZ has been
    new enough since 2020, and ``hearth doctor`` checks it. Its warnings name wearables by their address; all
    that they tell is told by us as well.
    """
    BlueZFeatures.checked_bluez_version = True
    log = logging.getLogger("bleak")
    if not log.isEnabledFor(logging.DEBUG):
        log.setLevel(logging.ERROR)


async def renew(within_s: float) -> None:
    """Make bleak forget what it knows of BlueZ, and connect to it again when next asked.

    bleak keeps one picture of BlueZ per event loop and does not notice when bluetoothd ends without a word:
    wearables would stay "connected" for ever. Closing its connection makes it tell every client that its
    link is gone. A connection that died by itself it notices; then this waits until it has.
    """
    manager = _manager()
    if manager is None or manager._bus is None:  # noqa: SLF001 - bleak offers no way to close it
        return
    if manager._bus.connected:  # noqa: SLF001 - see above
        manager._bus.disconnect()  # noqa: SLF001 - see above
    watcher = manager._bus_watcher_task  # noqa: SLF001 - it tells the clients; afterwards all is new
    if watcher is not None:
        await asyncio.wait({watcher}, timeout=within_s)


async def reread_services(client: BleakClient) -> None:
    """Take the services over that BlueZ has found since ``client`` was connected.

    BlueZ may say that they are resolved while it still looks for them; bleak reads them only once.
    """
    backend = client._backend  # noqa: SLF001 - bleak's own way to them is private
    if isinstance(backend, BleakClientBlueZDBus):
        backend.services = None
        await backend._get_services()  # noqa: SLF001 - see above


def _manager() -> BlueZManager | None:
    return _global_instances.get(asyncio.get_running_loop())
