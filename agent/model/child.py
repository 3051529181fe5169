"""The program that runs a language model: ``python -m agent.model.child``. Its keeper is ``process.py``.

It reads requests from its standard input and answers on its standard output, and ends with either. Nothing it
is asked is written anywhere else.
"""

from __future__ import annotations

import ctypes
import os
import queue
import resource
import signal
import sys
import threading
from typing import TYPE_CHECKING, Final

from agent.model.errors import ModelRefused, RequestRefused
from agent.model.modelfile import check
from agent.model.wire import (
    Cancel,
    Done,
    Failed,
    Frames,
    Generate,
    Load,
    Part,
    WireBroken,
    encode,
    to_child,
)

if TYPE_CHECKING:
    from agent.model.engine import Brake, Engine
    from agent.model.wire import FromChild, ToChild

READ_BYTES: Final = 1 << 16
NICENESS: Final = 5  # storing and analysing samples comes first
PR_SET_PDEATHSIG: Final = 1
PR_SET_DUMPABLE: Final = 4
PR_SET_NO_NEW_PRIVS: Final = 38
WAITING_MAX: Final = 4  # messages not yet taken up: the keeper sends one request at a time
FINE, MISUSED = 0, 2


def confine(keeper: int) -> None:
    """Die with the keeper, gain no rights, leave no memory image on disk, and let others go first."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "prctl"):
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    if os.getppid() != keeper:
        os._exit(FINE)  # it went before it could be watched
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(NICENESS)


class Pipe:
    """The two ends to the keeper. Replies have a descriptor of their own: libraries may print."""

    def __init__(self) -> None:
        self._out = os.dup(1)
        os.dup2(2, 1)
        self._writing = threading.Lock()
        self.waiting: queue.Queue[ToChild] = queue.Queue(WAITING_MAX)
        self.brake: Brake | None = None
        self.working_on = 0

    def say(self, message: FromChild) -> None:
        """Send a message whole."""
        data = memoryview(encode(message))
        with self._writing:
            while data:
                data = data[os.write(self._out, data) :]

    def listen(self) -> None:
        """Take in what the keeper says until it closes its end; then leave at once, whatever is going on."""
        frames = Frames()
        try:
            while data := os.read(0, READ_BYTES):
                for body in frames.feed(data):
                    self._take(to_child(body))
        except (WireBroken, queue.Full):
            os._exit(MISUSED)
        os._exit(FINE)

    def _take(self, message: ToChild) -> None:
        if not isinstance(message, Cancel):
            self.waiting.put_nowait(message)
        elif message.id == self.working_on and self.brake is not None:
            self.brake.pull()


def limit(wanted: Load) -> None:
    """Bound the private memory; pages of the model file are not private."""
    if wanted.data_mb:
        most = wanted.data_mb << 20
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def serve(pipe: Pipe, engine: Engine, brake: Brake) -> None:
    """Answer requests until the keeper goes."""
    while True:
        message = pipe.waiting.get()
        if not isinstance(message, Generate):
            continue
        number = message.id
        brake.release()
        pipe.working_on = number
        alarm = threading.Timer(message.request.deadline_s, brake.pull)
        alarm.daemon = True
        alarm.start()
        try:
            reply = engine.generate(
                message.request,
                lambda text, number=number: pipe.say(Part(number, text)),  # type: ignore[misc]  # bound per request
            )
        except RequestRefused as error:
            pipe.say(Failed(number, "request", error.why))
        else:
            pipe.say(Done(number, reply))
        finally:
            alarm.cancel()
            pipe.working_on = 0


def main() -> int:
    """Load what the keeper says first, then serve."""
    confine(int(sys.argv[1]))
    pipe = Pipe()
    threading.Thread(target=pipe.listen, name="keeper", daemon=True).start()
    wanted = pipe.waiting.get()
    if not isinstance(wanted, Load):
        return MISUSED
    limit(wanted)
    try:
        check(wanted.path, wanted.sha256)
        from agent.model.engine import Brake, Engine  # noqa: PLC0415 - taken in once confined, for a good file

        brake = Brake()
        pipe.brake = brake
        engine = Engine(wanted, brake)
    except ImportError as error:
        if error.name != "llama_cpp":
            raise
        pipe.say(Failed(0, "absent", "llama-cpp-python is not installed"))
        return FINE
    except (ModelRefused, RequestRefused) as error:
        pipe.say(Failed(0, "file", error.why))
        return FINE
    pipe.say(engine.ready())
    serve(pipe, engine, brake)
    return FINE


if __name__ == "__main__":
    sys.exit(main())
