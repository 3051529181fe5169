"""Home Assistant device discovery: one device per wearable, so that it appears there by itself.

Source: https://www.home-assistant.io/integrations/mqtt/#device-discovery-payload
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec
from msgspec import Meta

from daemon.wire import encode
from dsp.types import Rhythm

if TYPE_CHECKING:
    from daemon.topics import Topics

BORN: Final = b"online"  # what Home Assistant says when it has started
EXPIRE_AFTER_S: Final = 120  # two minutes without a state: Home Assistant shows "unavailable"
NAME_CHARS_MAX: Final = 80  # bounds the payload; a longer name is cut


class HomeAssistantConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Home Assistant discovery."""

    enabled: Annotated[bool, Meta(description="Announce each wearable to Home Assistant over MQTT.")] = True
    prefix: Annotated[
        str,
        Meta(
            pattern="^[A-Za-z0-9_-]{1,64}$",
            description="Home Assistant's discovery prefix.",
        ),
    ] = "homeassistant"


def discovery(topics: Topics, device: str, *, name: str | None = None) -> tuple[str, bytes]:
    """The retained message that makes ``device`` appear: its topic and payload.

    ``name``: what people call the wearable. Templates read ``daemon.live_state.LiveState``.
    """
    identity = f"hearth-{device}"
    message = {
        "device": {
            "identifiers": [identity],
            "name": (name or device)[:NAME_CHARS_MAX],
            "manufacturer": "Hearth",
            "model": "ECG wearable (not a medical device)",
        },
        "origin": {"name": "hearth", "sw_version": version("hearthd")},
        "availability": [{"topic": topics.status}],
        "availability_mode": "all",
        "state_topic": topics.state(device),
        "components": {
            key: {"unique_id": f"{identity}-{key}", **component} for key, component in _COMPONENTS.items()
        },
    }
    return topics.discovery_config(device), encode(message)


def removal(topics: Topics, device: str) -> tuple[str, bytes]:
    """The retained message that removes ``device`` again: its topic and an empty payload."""
    return topics.discovery_config(device), b""


def _sensor(name: str, key: str, icon: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON values
    return {
        "platform": "sensor",
        "name": name,
        "value_template": f"{{{{ value_json.{key} }}}}",
        "icon": icon,
        **more,
    }


def _binary(name: str, key: str, device_class: str) -> dict[str, Any]:
    value = f"value_json.{key}"  # null must not become OFF: not known is not the same as well
    return {
        "platform": "binary_sensor",
        "name": name,
        "device_class": device_class,
        "value_template": f"{{{{ none if {value} is none else ('ON' if {value} else 'OFF') }}}}",
    }


_COMPONENTS: Final[dict[str, dict[str, Any]]] = {
    "hr": _sensor(
        "Heart rate",
        "hr_bpm",
        "mdi:heart-pulse",
        unit_of_measurement="bpm",
        state_class="measurement",
        expire_after=EXPIRE_AFTER_S,
    ),
    "rhythm": _sensor(
        "Rhythm",
        "rhythm",
        "mdi:chart-bell-curve",
        device_class="enum",
        options=[str(rhythm) for rhythm in Rhythm],
        expire_after=EXPIRE_AFTER_S,
    ),
    "quality": _sensor(
        "Signal quality",
        "quality",
        "mdi:signal",
        state_class="measurement",
        entity_category="diagnostic",
        expire_after=EXPIRE_AFTER_S,
    ),
    "battery": _sensor(
        "Battery",
        "battery_pct",
        "mdi:battery",
        device_class="battery",
        unit_of_measurement="%",
        state_class="measurement",
        entity_category="diagnostic",
    ),
    "last_sample": _sensor(
        "Last sample",
        "last_sample",
        "mdi:clock-outline",
        device_class="timestamp",
        entity_category="diagnostic",
    ),
    "af_today": _sensor(
        "Atrial fibrillation today",
        "af_today_pct",
        "mdi:heart-flash",
        unit_of_measurement="%",
        state_class="measurement",
    ),
    "open_alarms": _sensor("Open alarms", "open_alarms", "mdi:bell", state_class="measurement"),
    "problem": _binary("Problem", "problem", "problem"),
    "lead_off": _binary("Electrode off", "lead_off", "problem"),
    "connected": {**_binary("Connected", "connected", "connectivity"), "entity_category": "diagnostic"},
}
