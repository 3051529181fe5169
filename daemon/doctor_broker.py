"""Checks of what Hearth talks to: the broker, the broker's own limits, and where notifications go."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from paho.mqtt.reasoncodes import ReasonCode

from daemon.check import advice, good, skipped, wrong
from daemon.doctor_machine import kept_inside
from daemon.notify import unusable
from ingest.mqtt import SourceLost, client

if TYPE_CHECKING:
    from collections.abc import Iterator

    from daemon.check import Check
    from daemon.notify import NotificationsConfig
    from ingest.mqtt import MqttSettings

QUEUED_MIN: Final = 10_000  # messages: the default of 1,000 is used up while the daemon restarts
LOCAL: Final = frozenset({"127.0.0.1", "::1", "localhost"})
MOSQUITTO: Final = Path("/etc/mosquitto")
ANSWER_S: Final = 15.0  # the client gives up after ten seconds by itself
REFUSED: Final = 0x80  # SUBACK codes from here on are refusals
# What a refusal says, and what to do about it; the first that fits.
MENDS: Final = (
    (
        "user name",
        "set [mqtt] username and password to an account of the broker: sudo mosquitto_passwd FILE hearth",
    ),
    (
        "TLS",
        "check [mqtt] ca_file, cert_file and key_file: they must exist and be readable for the service",
    ),
    ("certificate", "set [mqtt] ca_file to the authority that signed the broker's certificate"),
    ("SSL", "set [mqtt] ca_file for an encrypted port, or the unencrypted port (1883)"),
    ("reset", "the port may be an encrypted one, or not: [mqtt] tls and ca_file must fit it"),
    ("subscribe", "let this account read that topic in the broker's access list (deploy/hearth.acl)"),
    ("speak", 'set [mqtt] version = "auto"'),
)
UNREACHABLE: Final = "start it (sudo systemctl start mosquitto), or name yours: [mqtt] host and port"


def broker(settings: MqttSettings) -> Iterator[Check]:
    """Whether the broker lets us in and lets us listen."""
    try:
        asyncio.run(_visit(settings))
    except (SourceLost, TimeoutError) as error:
        said = str(error) or f"the broker at {settings.address} gives no answer"
        yield wrong("broker", said, next((mend for word, mend in MENDS if word in said), UNREACHABLE))
        return
    encrypted = bool(settings.tls or settings.ca_file or settings.cert_file)
    yield good("broker", f"{settings.address} lets us in{', encrypted' if encrypted else ''}")
    if not encrypted and settings.host not in LOCAL:
        mend = "deploy/certificates.sh makes certificates; then [mqtt] port = 8883 and ca_file"
        yield advice("broker", f"passwords and ECG travel to {settings.address} unencrypted", mend)


async def _visit(settings: MqttSettings) -> None:
    """Connect, subscribe to what Hearth subscribes to, and leave.

    A client id of its own: the running daemon keeps its connection.
    """
    name = f"{settings.client_id}-doctor-{os.getpid()}"
    async with asyncio.timeout(ANSWER_S), client(settings, client_id=name) as visit:
        granted = await visit.subscribe([(source.topic, 1) for source in settings.sources])
        for source, code in zip(settings.sources, granted, strict=True):
            number = code.value if isinstance(code, ReasonCode) else int(str(code))
            if number >= REFUSED:
                raise SourceLost(
                    f"the broker at {settings.address} does not let us subscribe to {source.topic}"
                )


def mosquitto(settings: MqttSettings, folder: Path = MOSQUITTO) -> Check:
    """Whether a mosquitto on this machine keeps enough, and keeps strangers out."""
    if settings.host not in LOCAL or not folder.is_dir():
        return skipped("broker's settings", "no mosquitto on this machine is in use")
    mend = "sudo deploy/install.sh --broker puts Hearth's part of its configuration in place"
    try:
        files = [folder / "mosquitto.conf", *sorted((folder / "conf.d").glob("*.conf"))]
        text = "\n".join(
            file.read_text(encoding="utf-8", errors="replace") for file in files if file.is_file()
        )
    except OSError as error:
        return skipped("broker's settings", f"cannot be read: {error}")
    said = dict(re.findall(r"^[ \t]*(\w+)[ \t]+(.+?)[ \t]*$", text, re.MULTILINE))
    if said.get("allow_anonymous") == "true":
        return advice("broker's settings", "anybody may connect (allow_anonymous true)", mend)
    queued = said.get("max_queued_messages", "1000")
    if queued.isdigit() and 0 < int(queued) < QUEUED_MIN:
        return advice("broker's settings", f"frames are dropped after {queued} while Hearth is away", mend)
    if said.get("persistence") != "true":
        text = "what is queued is forgotten when the broker restarts (persistence false)"
        return advice("broker's settings", text, "persistence true in /etc/mosquitto/mosquitto.conf")
    return good("broker's settings", "queues, persistence and access are as Hearth wants them")


def notifications(config: NotificationsConfig) -> Iterator[Check]:
    """Whether every URL is understood, and may be reached."""
    if not config.urls:
        yield skipped("notifications", "none are configured: alerts go over MQTT only")
        return
    if bad := unusable(config):
        # Not the URL itself: it holds secrets.
        places = ", ".join(f"urls[{position}]" for position in bad)
        mend = "write it as https://github.com/caronc/apprise/wiki tells for its service"
        yield wrong("notifications", f"[notifications] {places}: no service understands it", mend)
    else:
        yield good("notifications", f"{len(config.urls)} understood")
    if kept_inside():
        text = "the service manager keeps Hearth inside the house: Internet services are out of reach"
        yield advice(
            "notifications",
            text,
            "sudo install -D -m 644 deploy/notify.conf /etc/systemd/system/hearth.service.d/",
        )
