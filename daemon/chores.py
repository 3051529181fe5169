"""The house's daily work: retention, backup, self-check, the morning summary."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Final

from daemon import rhythm_models
from daemon.export_folder import folder_of, prune
from daemon.questions import Question
from dsp.models import ModelError
from storage import backup, devices, outbox, retention, rollups
from storage.database import check, mark_suspect, open_reader
from storage.reanalyses import Asked

if TYPE_CHECKING:
    from pathlib import Path

    from daemon.config import Config
    from daemon.desk import Desk
    from daemon.publish import Publisher
    from daemon.reanalyst import Reanalyst
    from storage.writer import Writer

DAY_NS: Final = 86_400 * 10**9
OUTBOX_KEPT_NS: Final = 7 * DAY_NS  # what was said and when, for a week of looking into it
SUMMARY: Final = "How was my night?"

log = logging.getLogger(__name__)


class Chores:
    """Jobs for the scheduler. A failing one is logged and tried again the next day; recording goes on."""

    def __init__(
        self, config: Config, writer: Writer, desk: Desk, publisher: Publisher, reanalyst: Reanalyst
    ) -> None:
        self._config = config
        self._database: Path = config.database
        self._writer = writer
        self._desk = desk
        self._publisher = publisher
        self._reanalyst = reanalyst

    async def maintain(self) -> None:
        """Prune, back up, check, and see whether stored history is of an older chain."""
        await self._prune()
        if self._config.storage.backups:
            folder = self._database.parent / "backups"
            await asyncio.to_thread(backup.backup, self._database, folder, self._config.storage.backups)
        if self._config.agent.exports_days:
            await asyncio.to_thread(self._prune_exports)
        await asyncio.to_thread(self._check)
        if self._config.schedule.reanalyze_until:
            await self._catch_up()

    async def summarize(self) -> None:
        """Publish each wearable's night on its answer topic."""
        with closing(open_reader(self._database)) as conn:
            known = [device.id for device in devices.devices(conn)]
        for device in known:
            answer = await self._desk.answer(Question(device, SUMMARY))
            await self._publisher.answer(device, answer)

    async def _catch_up(self) -> None:
        """Have everything analysed anew whose results are of another version than today's."""
        choice = rhythm_models.configured(self._config.analysis)
        now_ns = time.time_ns()
        try:
            job = await self._reanalyst.ask(
                Asked(now_ns, None, 0, now_ns, choice.model, choice.sha256, quiet=True)
            )
        except ModelError as error:
            log.error("stored history is not analysed anew: %s", error)  # noqa: TRY400 - expected
        else:
            log.info("re-analysis %d: %s", job.id, job.state)

    async def _prune(self) -> None:
        await self._writer.write(rollups.flush)
        sent_before_ns = time.time_ns() - OUTBOX_KEPT_NS
        await self._writer.write(partial(outbox.forget_sent, older_than_ns=sent_before_ns))
        if not self._config.storage.raw_days:
            return
        limit_ns = time.time_ns() - self._config.storage.raw_days * DAY_NS
        removed = 0
        # In small jobs, so that samples keep being committed in between.
        while blocks := await self._writer.write(partial(retention.prune_raw, older_than_ns=limit_ns)):
            removed += blocks
        log.info("retention: %d blocks of raw samples removed; their results stay", removed)

    def _prune_exports(self) -> None:
        folder = folder_of(self._database, self._config.agent.exports)
        try:
            removed = prune(folder, time.time_ns() - self._config.agent.exports_days * DAY_NS)
        except OSError as error:
            log.warning("files of old answers stay in %s: %s", folder, error.strerror)
        else:
            log.info("retention: %d files of old answers removed", removed)

    def _check(self) -> None:
        problem = check(self._database)
        if problem is not None:
            mark_suspect(self._database)  # the next start looks closely, and sets it aside if need be
            log.error("the database's self-check found: %s", problem)
        else:
            log.info("the database's self-check found nothing wrong")
