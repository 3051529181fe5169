"""Every MQTT topic of Hearth, in one place. docs/topics.md describes what travels on each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dsp.types import HearthError
from ingest.limits import device_id
from storage.people import ROLES

ROOT: Final = "hearth/v1"
DISCOVERY: Final = "homeassistant"
GATEWAY: Final = "_gateway"  # stands where a device id stands; no device id starts with an underscore
TOPIC_CHARS_MAX: Final = 200  # MQTT allows 65,535; longer than any sensible reply topic is an attack
_LEVELS: Final = (2, 3)  # DEVICE/ask, DEVICE/ask/ROLE and DEVICE/alert/ack
Role = Literal["wearer", "caregiver", "clinician"]
_FORBIDDEN: Final = frozenset("+#\0")


class TopicError(HearthError):
    """A topic that cannot be published on. ``topic``: what was wanted to be one."""

    def __init__(self, topic: str, wanted: str) -> None:
        super().__init__(f"topic: {wanted}")
        self.topic = topic


def plain(topic: str) -> str:
    """``topic`` if one may publish on it: no wildcard, nothing unprintable, no empty level, not the broker's.

    Raises:
        TopicError: it is not.
    """
    if not 1 <= len(topic) <= TOPIC_CHARS_MAX:
        raise TopicError(topic, f"wanted 1 to {TOPIC_CHARS_MAX} characters")
    if _FORBIDDEN.intersection(topic) or not topic.isprintable():
        raise TopicError(topic, "wanted no '+', no '#', and nothing that cannot be printed")
    if topic.startswith("$") or "" in topic.split("/"):
        raise TopicError(topic, "wanted no leading '$' and no empty level")
    return topic


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics under one ``root`` and one Home Assistant ``discovery`` prefix.

    Every method that takes a device raises ingest's DecodeError for something that is no device id.
    """

    root: str = ROOT
    discovery: str = DISCOVERY

    def __post_init__(self) -> None:
        """Refuse a root or prefix that is no topic.

        Raises:
            TopicError: ``root`` or ``discovery`` is not.
        """
        plain(self.root)
        plain(self.discovery)

    @property
    def status(self) -> str:
        """Whether the daemon is there: retained, and the Last Will."""
        return f"{self.root}/status"

    @property
    def questions(self) -> str:
        """Filter: questions about any wearable."""
        return f"{self.root}/+/ask"

    @property
    def questions_by_role(self) -> str:
        """Filter: questions about any wearable, from somebody whose role the topic says."""
        return f"{self.root}/+/ask/+"

    @property
    def acknowledgements(self) -> str:
        """Filter: somebody acknowledges an alarm."""
        return f"{self.root}/+/alert/ack"

    @property
    def pairing_requests(self) -> str:
        """Somebody wants to find, pair, rename or unpair wearables."""
        return f"{self.root}/{GATEWAY}/pairing/request"

    @property
    def pairing_responses(self) -> str:
        """What came of it."""
        return f"{self.root}/{GATEWAY}/pairing/response"

    @property
    def home_assistant_status(self) -> str:
        """Where Home Assistant says that it has started."""
        return f"{self.discovery}/status"

    def ack(self, device: str) -> str:
        """Highest contiguous sequence number on disk."""
        return self._of(device, "ack")

    def answer(self, device: str, role: str | None = None) -> str:
        """Answers to questions; to those whose topic says a role, where only that role need read."""
        return self._of(device, "answer" if role is None else f"answer/{role}")

    def role_of(self, topic: str) -> Role | None:
        """The role that the topic of a question says; None where it says none.

        Raises:
            TopicError: it is not one of those there are.
        """
        below = topic.removeprefix(f"{self.root}/").split("/")
        if len(below) <= len(("DEVICE", "ask")):
            return None
        match below[-1]:
            case "wearer":
                return "wearer"
            case "caregiver":
                return "caregiver"
            case "clinician":
                return "clinician"
            case _:
                raise TopicError(topic, f"wanted {self.root}/DEVICE/ask/ROLE, ROLE: {', '.join(ROLES)}")

    def state(self, device: str) -> str:
        """What is known now; retained."""
        return self._of(device, "state")

    def alert(self, device: str | None) -> str:
        """Alarm transitions of a wearable, or of the gateway itself (None)."""
        return f"{self.root}/{GATEWAY}/alert" if device is None else self._of(device, "alert")

    def discovery_config(self, device: str) -> str:
        """Home Assistant's device discovery; retained, an empty payload removes the device."""
        return f"{self.discovery}/device/hearth-{device_id(device)}/config"

    def device_of(self, topic: str) -> str | None:
        """The wearable that ``topic`` is about; None for the gateway.

        Raises:
            TopicError: the topic is not below the root.
            DecodeError: the level where a device stands holds no device id.
        """
        below = topic.removeprefix(f"{self.root}/").split("/")
        if not topic.startswith(f"{self.root}/") or len(below) not in _LEVELS:
            raise TopicError(topic, f"wanted {self.root}/DEVICE/...")
        return None if below[0] == GATEWAY else device_id(below[0])

    def reply(self, topic: str, device: str, role: str | None = None) -> str:
        """``topic`` if an answer about ``device`` may be published there.

        The daemon may write where a questioner may not, so a Response Topic must not reach what others rely
        on: below the root only ``ROOT/DEVICE/answer`` (of the asker's role, where the topic says one) and
        deeper, never Home Assistant's discovery.

        Raises:
            TopicError: it may not.
        """
        plain(topic)
        own = self.answer(device, role)
        if topic == own or topic.startswith(f"{own}/"):
            return topic
        for tree in (self.root, self.discovery):
            if topic == tree or topic.startswith(f"{tree}/"):
                raise TopicError(topic, f"wanted {own} or below, or a topic of your own")
        return topic

    def _of(self, device: str, what: str) -> str:
        return f"{self.root}/{device_id(device)}/{what}"
