"""Re-analysis over the local socket: asked for, followed, given up."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated, Any, Final

import msgspec
from msgspec import Meta

from daemon import rhythm_models
from daemon.errors import ControlError
from daemon.reanalyst import progress
from daemon.rhythm_models import Choice
from storage.reanalyses import Asked

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    from daemon.config import Config
    from daemon.control import Reply
    from daemon.reanalyst import Reanalyst

REANALYZE: Final = "reanalyze"
FOLLOW: Final = "follow_reanalysis"
CANCEL: Final = "cancel_reanalyses"
OPS: Final = frozenset({REANALYZE, FOLLOW, CANCEL})


class _Reanalyze(msgspec.Struct, frozen=True, tag_field="op", tag=REANALYZE):
    start_ns: int
    end_ns: int
    device: Annotated[str, Meta(max_length=32)] | None = None
    model: Annotated[str, Meta(max_length=4096)] | None = None  # None: what the settings mean
    sha256: Annotated[str, Meta(pattern="^([0-9a-f]{64})?$")] = ""


class _Follow(msgspec.Struct, frozen=True, tag_field="op", tag=FOLLOW):
    reanalysis: int


class _Cancel(msgspec.Struct, frozen=True, tag_field="op", tag=CANCEL):
    pass


_Request = _Reanalyze | _Follow | _Cancel


class ReanalysisDesk:
    """Takes what is asked over the socket to the reanalyst."""

    def __init__(self, config: Config, reanalyst: Reanalyst) -> None:
        self._config = config
        self._reanalyst = reanalyst

    async def handle(self, message: Mapping[str, Any]) -> Reply:
        """One request; to follow a re-analysis gives news until it is over.

        Raises:
            ControlError: something in it is not what it must be.
            ModelError, UnknownReanalysis: as their names say.
        """
        try:
            request: _Request = msgspec.convert(message, type=_Request)
        except msgspec.ValidationError as error:
            raise ControlError(f"request: {error}") from error
        match request:
            case _Reanalyze():
                choice = Choice(request.model, request.sha256) if request.model else self._configured
                job = await self._reanalyst.ask(
                    Asked(
                        time.time_ns(),
                        request.device,
                        request.start_ns,
                        request.end_ns,
                        choice.model,
                        choice.sha256,
                    )
                )
                return {"reanalysis": job.id}
            case _Follow():
                progress(
                    self._config.database, request.reanalysis
                )  # of an unknown one, the error comes first
                return self._follow(request.reanalysis)
            case _Cancel():
                return {"cancelled": await self._reanalyst.cancel()}

    @property
    def _configured(self) -> Choice:
        return rhythm_models.configured(self._config.analysis)

    async def _follow(self, number: int) -> AsyncGenerator[dict[str, Any], None]:
        async for news in self._reanalyst.news(number):
            yield msgspec.to_builtins(news)
