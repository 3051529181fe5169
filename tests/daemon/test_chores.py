import asyncio
import logging
import os
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from daemon.alarm_config import AlarmsConfig
from daemon.alarms import Alarms
from daemon.chores import DAY_NS, OUTBOX_KEPT_NS, Chores
from daemon.config import Config, StorageConfig
from daemon.desk import Desk
from daemon.notify import NotificationsConfig
from daemon.outbox import Outbox
from daemon.publish import Handlers, Publisher
from daemon.reanalyst import Reanalyst
from daemon.topics import Topics
from ingest.mqtt import MqttSettings
from storage import outbox, results
from storage.database import open_reader
from storage.writer import Writer, exclusive
from tests.daemon.house import VERSION, Worn, build


def maintain(path: Path, **storage: int) -> None:
    config = Config(storage=StorageConfig(path=str(path), **storage))

    async def life() -> None:
        async with Writer(path) as writer:
            topics = Topics()
            alarms = Alarms(
                AlarmsConfig(),
                NotificationsConfig(),
                topics,
                min_free_mb=0,
                told=lambda _: None,
                urgent=lambda _: None,
            )
            desk = Desk(config, writer, alarms, Counter())
            handlers = Handlers(desk.answer, desk.acknowledge, lambda _: None)
            way = Outbox(path, writer, lambda _: True)
            publisher = Publisher(MqttSettings(), topics, way, handlers)
            await Chores(config, writer, desk, publisher, Reanalyst(path, writer)).maintain()

    asyncio.run(life())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A recording of long ago, analysed to its end."""
    found = build(tmp_path / "hearth.db", Worn("patch-1", silent_s=400 * 86_400.0))
    with exclusive(found) as conn:
        position = conn.execute("SELECT position FROM sessions").fetchone()[0]
        results.save_progress(conn, 1, position, VERSION, b"", b"")
        conn.execute("UPDATE sessions SET closed = 1")
    return found


def count(path: Path, table: str) -> int:
    with closing(open_reader(path)) as conn:
        return int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - a test's own words


def test_old_samples_go_and_their_results_stay(path: Path) -> None:
    windows = count(path, "segments")
    assert count(path, "blocks") > 0
    maintain(path, raw_days=90)
    assert count(path, "blocks") == 0
    assert count(path, "segments") == windows > 0


def test_nothing_is_removed_where_samples_are_kept_for_ever(path: Path) -> None:
    blocks = count(path, "blocks")
    maintain(path, raw_days=0)
    assert count(path, "blocks") == blocks


def test_files_of_old_answers_go_and_no_others(path: Path) -> None:
    folder = path.with_name("exports")
    old_s = time.time() - 40 * 86_400
    for name in ("hearth-patch-1-a", "hearth-patch-1-b", "mine"):
        (folder / name).mkdir(parents=True)
        (folder / name / "100.dat").write_bytes(b"1")
        (folder / f"{name}.pdf").write_bytes(b"1")
    (folder / "hearth-elsewhere").symlink_to(folder / "mine")
    for name in ("hearth-patch-1-a", "mine", "hearth-patch-1-a.pdf", "mine.pdf"):
        os.utime(folder / name, (old_s, old_s))
    os.utime(folder / "hearth-elsewhere", (old_s, old_s), follow_symlinks=False)
    maintain(path)
    assert sorted(each.name for each in folder.iterdir()) == [
        "hearth-patch-1-b",
        "hearth-patch-1-b.pdf",
        "mine",
        "mine.pdf",
    ]
    assert (folder / "mine" / "100.dat").exists()


def test_backups_are_kept_in_the_number_asked_for(path: Path) -> None:
    for _ in range(3):
        maintain(path, backups=2)
    backups = sorted((path.parent / "backups").glob("*.db"))
    assert len(backups) == 2
    assert count(backups[-1], "segments") == count(path, "segments")


def test_what_was_said_long_ago_is_forgotten_and_what_waits_is_not(path: Path) -> None:
    long_ago_ns = time.time_ns() - OUTBOX_KEPT_NS - DAY_NS
    with exclusive(path) as conn:
        said = outbox.put(conn, "a/topic", b"said", created_ns=long_ago_ns)
        outbox.put(conn, "a/topic", b"waiting", created_ns=long_ago_ns)
        outbox.sent(conn, said, at_ns=long_ago_ns)
    maintain(path)
    with closing(open_reader(path)) as conn:
        assert [message.payload for message in outbox.pending(conn, 10)] == [b"waiting"]
    assert count(path, "outbox") == 1


def test_the_self_check_says_what_it_found(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="daemon.chores"):
        maintain(path)
    assert "nothing wrong" in caplog.text
