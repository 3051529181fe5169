"""Keeps a model's process going: starts it, watches it, ends it when it must, starts it anew later."""

from __future__ import annotations

import logging
import random
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent.model.errors import ModelDied, ModelError, ModelSlow, ModelUnavailable, RequestRefused
from agent.model.process import Child
from agent.model.wire import Cancel, Done, Failed, Generate, Load, Part, Ready, WireBroken

if TYPE_CHECKING:
    from collections.abc import Callable

    from agent.model.request import Reply, Request

log = logging.getLogger(__name__)

LOAD_S: Final = 60.0  # reading and checking 2 GB from an SD card at 40 MB/s
GRACE_S: Final = 1.0  # after its deadline a request ends by itself; then the process is killed
WATCH_S: Final = 0.1  # between looks at the memory
FIRST_RETRY_S: Final = 0.2
LONGEST_RETRY_S: Final = 300.0  # a model that cannot be loaded is tried this often
STEADY_S: Final = 60.0  # a process that lived this long begins with short waits again
QUEUE_S: Final = 5.0  # a question waits this long for the one before, then goes on without the model


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the process. ``resident_mb``: it is killed above that; 0: never."""

    resident_mb: int = 0
    load_s: float = LOAD_S
    grace_s: float = GRACE_S
    first_retry_s: float = FIRST_RETRY_S
    queue_s: float = QUEUE_S


@dataclass(frozen=True, slots=True)
class Status:
    """How the model is. ``why``: where none is ready."""

    ready: Ready | None
    why: str
    starts: int
    pid: int
    rss_mb: float
    cpu_s: float


class Runner:
    """A model that answers one request at a time, for any thread; it is there again after whatever happens.

    ``warm``: what is evaluated after each loading, so that the first question need not wait for it.
    One thread of its own starts and watches the process: a process ends with the thread that started it.
    """

    def __init__(
        self,
        load: Load,
        limits: Limits | None = None,
        warm: Callable[[Ready], Request] | None = None,
    ) -> None:
        self._load = load
        self._warm = warm
        self._limits = limits or Limits()
        self._turn = threading.Lock()
        self._changed = threading.Condition()
        self._child: Child | None = None
        self._ready: Ready | None = None
        self._why = "it is being loaded"
        self._starts = 0
        self._closed = threading.Event()
        self._number = 0
        self._keeper = threading.Thread(target=self._keep, name="model-keeper", daemon=True)
        self._keeper.start()

    @property
    def status(self) -> Status:
        """How it is now."""
        with self._changed:
            child = self._child
            return Status(
                self._ready,
                self._why,
                self._starts,
                child.pid if child else 0,
                child.rss_mb if child else 0.0,
                child.cpu_s if child else 0.0,
            )

    def ready(self, timeout_s: float) -> Ready:
        """Wait for the model.

        Raises:
            ModelUnavailable: it is not there in that time, or its file is refused.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._ready or not self._loading, timeout_s)
            if self._ready is None:
                raise ModelUnavailable(self._why)
            return self._ready

    def generate(self, request: Request, heard: Callable[[str], None] | None = None) -> Reply:
        """Have the model continue a prompt; ``heard`` takes the text as it comes.

        Raises:
            ModelUnavailable: none is loaded, or it is busy.
            ModelSlow: it did not end at its deadline, and was killed.
            ModelDied: it ended meanwhile; another one is on its way.
            RequestRefused: it cannot take this one.
        """
        if not self._turn.acquire(timeout=self._limits.queue_s):
            raise ModelUnavailable("it is busy")
        try:
            with self._changed:
                if self._child is None or self._ready is None:
                    raise ModelUnavailable(self._why)
                child = self._child
            return self._ask(child, request, heard)
        except (ModelDied, ModelSlow, WireBroken) as error:
            self._lost(child, str(error))
            raise
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the process; nothing is left behind."""
        self._closed.set()
        with self._changed:
            child = self._child
        if child is not None:
            child.kill()
        self._keeper.join(self._limits.load_s)

    @property
    def _loading(self) -> bool:
        return (self._ready is None and self._child is not None) or self._starts == 0

    def _ask(self, child: Child, request: Request, heard: Callable[[str], None] | None) -> Reply:
        self._number += 1
        number = self._number
        child.send(Generate(number, request))
        until = time.monotonic() + request.deadline_s + self._limits.grace_s
        while (left := until - time.monotonic()) > 0:
            match child.receive(left):
                case Part(id=of, text=text) if of == number and heard:
                    self._tell(child, number, heard, text)
                case Done(id=of, reply=reply) if of == number:
                    return reply
                case Failed(id=of, why=why) if of == number:
                    raise RequestRefused(why)
        raise ModelSlow(request.deadline_s)

    def _lost(self, child: Child, why: str) -> None:
        """Ask a process no more, and end it; its keeper starts another."""
        with self._changed:
            if self._child is child:
                self._ready = None
                self._why = why
        child.kill()

    def _tell(self, child: Child, number: int, heard: Callable[[str], None], text: str) -> None:
        told = False
        try:
            heard(text)
            told = True
        finally:
            if not told:  # whoever listened wants no more of it
                child.send(Cancel(number))

    def _keep(self) -> None:
        wait_s = self._limits.first_retry_s
        while not self._closed.is_set():
            began = time.monotonic()
            why = self._run_once()
            if time.monotonic() - began > STEADY_S:
                wait_s = self._limits.first_retry_s
            with self._changed:
                self._child = None
                self._ready = None
                self._why = why
                self._changed.notify_all()
            if self._closed.is_set():
                return
            log.warning("the language model's process ended (%s); answers go on without it", why)
            self._closed.wait(wait_s * random.uniform(0.8, 1.2))  # noqa: S311 - spreads restarts, no secret
            wait_s = min(wait_s * 2, LONGEST_RETRY_S)

    def _run_once(self) -> str:
        """Start a process and watch it to its end; how it ended."""
        try:
            child = Child(self._load)
        except OSError as error:
            with self._changed:
                self._starts += 1
            return f"it cannot be started: {error.strerror}"
        with self._changed:
            self._child = child
            self._ready = None
            self._starts += 1
            self._why = "it is being loaded"
        if self._closed.is_set():
            child.kill()
        refused = self._loaded(child)
        if not refused:
            refused = self._watch(child)
        child.kill()
        how = child.end()
        with self._turn:  # whoever is still reading from it sees its end first
            child.close()
        return refused or how

    def _loaded(self, child: Child) -> str:
        """Wait until it is loaded; why it is not, or nothing."""
        try:
            message = child.receive(self._limits.load_s)
        except ModelDied as error:
            return error.why
        except WireBroken as error:
            return str(error)
        match message:
            case Ready():
                refused = self._warmed(child, message)
                if refused:
                    return refused
                with self._changed:
                    self._ready = message
                    self._why = ""
                    self._changed.notify_all()
                return ""
            case Failed(why=why):
                return why
            case _:
                return f"it was not loaded within {self._limits.load_s:g} s"

    def _warmed(self, child: Child, ready: Ready) -> str:
        """Evaluate what every prompt begins with; why that is not possible, or nothing."""
        if self._warm is None:
            return ""
        try:
            self._ask(child, self._warm(ready), None)
        except ModelError as error:
            return str(error)
        return ""

    def _watch(self, child: Child) -> str:
        """Watch its memory until it ends; why it was killed, or nothing."""
        while not child.wait(WATCH_S):
            taken = child.rss_mb
            if self._limits.resident_mb and taken > self._limits.resident_mb:
                child.kill()
                return f"it took {taken:.0f} MB of memory; {self._limits.resident_mb} are allowed"
            if self._closed.is_set():
                child.kill()
        return ""
