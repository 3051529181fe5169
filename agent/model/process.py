"""One process with a model in it: started, spoken to, watched, killed."""

from __future__ import annotations

import os
import re
import selectors
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import psutil

from agent.model.errors import ModelDied
from agent.model.wire import Frames, encode, from_child

if TYPE_CHECKING:
    from agent.model.wire import FromChild, Load, ToChild

ROOT: Final = Path(__file__).parents[2]  # where the package agent is
READ_BYTES: Final = 1 << 16
SAID_BYTES: Final = 8192  # of its standard error that are kept in memory
LAST_WORDS_S: Final = 0.2  # its pipe closes a moment before it is gone
END_S: Final = 5.0  # a killed process is gone long before
# What it printed may hold words of a question; only lines of these forms are repeated.
TELLING: Final = re.compile(
    r"GGML_ASSERT\([^)]*\) failed|std::bad_alloc|MemoryError|llama_model_load: error.*"
)
# No threads of other libraries, and no debugger that prints what is in memory where ggml aborts.
QUIET: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "GGML_NO_BACKTRACE": "1"}
# Nothing else of the environment is handed on.
HANDED_ON: Final = ("LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "TMPDIR")


class Child:
    """A running process. One thread talks to it at a time; ``kill`` and ``end`` may be called from any."""

    def __init__(self, load: Load) -> None:
        environment = {name: os.environ[name] for name in HANDED_ON if name in os.environ}
        environment |= {"PYTHONPATH": str(ROOT), **QUIET}
        self._process = subprocess.Popen(  # noqa: S603 - this program's own module, no shell
            [sys.executable, "-P", "-s", "-B", "-m", "agent.model.child", str(os.getpid())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            cwd="/",
            bufsize=0,
            process_group=0,
        )
        self.started_s = time.monotonic()
        self._frames = Frames()
        self._heard: deque[FromChild] = deque()
        self._said = bytearray()
        self._drain = threading.Thread(target=self._listen, name="model-stderr", daemon=True)
        self._drain.start()
        self._watched = psutil.Process(self._process.pid)
        self.send(load)

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def rss_mb(self) -> float:
        """Resident memory, in MB of 2**20 bytes; 0 once it is gone."""
        try:
            return float(self._watched.memory_info().rss) / (1 << 20)
        except psutil.Error:
            return 0.0

    @property
    def cpu_s(self) -> float:
        """Processor time it has taken; 0 once it is gone."""
        try:
            taken = self._watched.cpu_times()
        except psutil.Error:
            return 0.0
        return float(taken.user + taken.system)

    def send(self, message: ToChild) -> None:
        """Say something.

        Raises:
            ModelDied: it is gone.
        """
        data = memoryview(encode(message))
        try:
            while self._process.stdin is not None and data:
                data = data[os.write(self._process.stdin.fileno(), data) :]
        except OSError as error:
            raise ModelDied(self.end()) from error

    def receive(self, timeout_s: float) -> FromChild | None:
        """What it says next; None where it says nothing for ``timeout_s``.

        Raises:
            ModelDied: it is gone.
            WireBroken: it says what it cannot mean.
        """
        until = time.monotonic() + timeout_s
        pipe = self._process.stdout
        if pipe is None:
            return None
        with selectors.DefaultSelector() as selector:
            selector.register(pipe, selectors.EVENT_READ)
            while not self._heard:
                if not selector.select(max(0.0, until - time.monotonic())):
                    return None
                data = os.read(pipe.fileno(), READ_BYTES)
                if not data:
                    raise ModelDied(self.end())
                self._heard.extend(from_child(body) for body in self._frames.feed(data))
        return self._heard.popleft()

    def wait(self, timeout_s: float) -> bool:
        """Whether it ends within a time."""
        try:
            self._process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self) -> None:
        """End it and all that it started, now."""
        if self._process.poll() is None:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def end(self) -> str:
        """Make sure that it is gone, and say how it went."""
        if not self.wait(LAST_WORDS_S):
            self.kill()
            self.wait(END_S)
        self._drain.join(END_S)
        return self._how()

    def close(self) -> None:
        """Give its pipes back, once it is gone and nobody talks to it."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _how(self) -> str:
        code = self._process.returncode
        told = TELLING.search(self._said.decode("utf-8", "replace"))
        why = f": {told[0]}" if told else ""
        if code is not None and code < 0:
            return f"ended by {signal.Signals(-code).name}{why}"
        return f"ended with {code}{why}"

    def _listen(self) -> None:
        pipe = self._process.stderr
        if pipe is None:
            return
        with pipe:
            while data := os.read(pipe.fileno(), READ_BYTES):
                self._said += data
                del self._said[:-SAID_BYTES]
