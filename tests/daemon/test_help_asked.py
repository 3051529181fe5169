"""An emergency that somebody tells of in a question raises an alert, where that is wanted."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from daemon.alarm_config import AlarmsConfig
from daemon.alarms import Alarms
from daemon.config import AgentConfig, Config, StorageConfig
from daemon.desk import Desk
from daemon.notify import NotificationsConfig
from daemon.topics import Topics
from storage.writer import Writer
from tests.daemon.house import Worn, build

if TYPE_CHECKING:
    from pathlib import Path

NOW = "2026-11-20T12:00:00+00:00"
DANGER = "my husband collapsed and does not wake up"


def asked(tmp_path: Path, question: str, *, wanted: bool) -> tuple[dict[str, Any], list[str]]:
    """The answer, and the alarms that are open once the watch has settled."""
    path = tmp_path / "hearth.db"
    build(path, Worn("patch-1"))
    config = Config(storage=StorageConfig(path=str(path)), agent=AgentConfig(alert_on_emergency=wanted))

    async def life() -> tuple[dict[str, Any], list[str]]:
        async with Writer(path) as writer:
            alarms = Alarms(
                AlarmsConfig(),
                NotificationsConfig(),
                Topics(),
                min_free_mb=0,
                told=lambda _: None,
                urgent=lambda _: None,
            )
            desk = Desk(config, writer, alarms, Counter(answers=0))
            told = await desk.handle({"op": "ask", "question": question, "now": NOW})
            watch = asyncio.create_task(alarms.run(writer))
            try:
                async with asyncio.timeout(10):
                    while wanted and all(row.rule != "help_asked" for row in alarms.open):
                        await asyncio.sleep(0.05)
            finally:
                watch.cancel()
                with suppress(asyncio.CancelledError):
                    await watch
            return told, [f"{row.rule}: {row.text}" for row in alarms.open]

    return asyncio.run(life())


def test_an_emergency_raises_an_alert_that_does_not_tell_what_was_said(tmp_path: Path) -> None:
    told, opened = asked(tmp_path, DANGER, wanted=True)
    assert told["action"] == "escalate"
    assert "get one now" in told["answer"]
    (alarm,) = [text for text in opened if text.startswith("help_asked")]
    assert "husband" not in alarm
    assert "collapsed" not in alarm


@pytest.mark.parametrize(("question", "wanted"), [(DANGER, False)])
def test_no_alert_is_raised_unless_it_is_wanted(tmp_path: Path, question: str, wanted: bool) -> None:
    told, opened = asked(tmp_path, question, wanted=wanted)
    assert told["action"] == "escalate"
    assert "get one now" not in told["answer"]
    assert not [text for text in opened if text.startswith("help_asked")]
