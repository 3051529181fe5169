"""The house's own hours: retention, backup, self-check and the morning summary, by APScheduler."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from zoneinfo import ZoneInfo

    from daemon.config import ScheduleConfig

MISFIRE_S: Final = 6 * 3600  # a gateway that slept through the night still does its chores in the morning


def scheduler(
    config: ScheduleConfig,
    tz: ZoneInfo,
    *,
    maintain: Callable[[], Awaitable[None]],
    summarize: Callable[[], Awaitable[None]],
) -> AsyncIOScheduler:
    """The scheduler with its jobs; the caller starts and shuts it down."""
    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # one line per run of each job is noise
    jobs = AsyncIOScheduler(
        timezone=tz, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": MISFIRE_S}
    )
    jobs.add_job(maintain, _daily(config.maintenance_at, tz), id="maintenance")
    if config.summary_at:
        jobs.add_job(summarize, _daily(config.summary_at, tz), id="summary")
    return jobs


def _daily(hhmm: str, tz: ZoneInfo) -> CronTrigger:
    hour, minute = hhmm.split(":")
    return CronTrigger(hour=int(hour), minute=int(minute), timezone=tz)
