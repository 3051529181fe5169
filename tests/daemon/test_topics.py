"""Topics, and documentation that names every one of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from daemon.topics import GATEWAY, TopicError, Topics, plain
from ingest.frames import DecodeError

PAGE = Path(__file__).parents[2] / "docs" / "topics.md"


def test_topics_are_the_documented_ones() -> None:
    topics = Topics()
    assert topics.status == "hearth/v1/status"
    assert topics.ack("strap-1") == "hearth/v1/strap-1/ack"
    assert topics.answer("strap-1") == "hearth/v1/strap-1/answer"
    assert topics.state("strap-1") == "hearth/v1/strap-1/state"
    assert topics.alert("strap-1") == "hearth/v1/strap-1/alert"
    assert topics.alert(None) == "hearth/v1/_gateway/alert"
    assert topics.discovery_config("strap-1") == "homeassistant/device/hearth-strap-1/config"
    assert Topics("my/root", "ha").state("a") == "my/root/a/state"


def test_the_page_names_every_topic() -> None:
    page = PAGE.read_text()
    topics = Topics()
    below = [topics.ack("d"), topics.answer("d"), topics.state("d"), topics.alert("d"), "hearth/v1/d/ecg"]
    for topic in (*below, "hearth/v1/d/ask", "hearth/v1/d/alert/ack"):
        assert f"`{topic.replace('/d/', '/DEVICE/')}`" in page
    for topic in (topics.status, topics.alert(None), topics.home_assistant_status):
        assert f"`{topic}`" in page
    assert f"`{topics.discovery_config('d').replace('hearth-d', 'hearth-DEVICE')}`" in page


@pytest.mark.parametrize("device", ["", "A", "a/b", "a+", "#", "-a", "_gateway", "x" * 33, "a\n", "ä"])
def test_no_topic_for_what_is_no_device(device: str) -> None:
    topics = Topics()
    for of in (topics.ack, topics.answer, topics.state, topics.alert, topics.discovery_config):
        with pytest.raises(DecodeError):
            of(device)


@pytest.mark.parametrize("root", ["", "a/+", "#", "$SYS", "a//b", "/a", "a/", "a\0", "x" * 201, "a\tb"])
def test_no_root_that_is_no_topic(root: str) -> None:
    with pytest.raises(TopicError):
        Topics(root)
    with pytest.raises(TopicError):
        Topics(discovery=root)
    with pytest.raises(TopicError):
        plain(root)


def test_whom_a_request_is_about() -> None:
    topics = Topics("a/b")
    assert topics.device_of("a/b/strap-1/ask") == "strap-1"
    assert topics.device_of("a/b/strap-1/alert/ack") == "strap-1"
    assert topics.device_of(f"a/b/{GATEWAY}/alert/ack") is None
    for wrong in ("a/b", "a/b/", "a/bc/strap-1/ask", "a/b/strap-1", "a/b/c/d/e/f", "strap-1/ask"):
        with pytest.raises(TopicError):
            topics.device_of(wrong)
    with pytest.raises(DecodeError):
        topics.device_of("a/b/NOBODY/ask")
