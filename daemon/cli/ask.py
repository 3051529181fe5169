"""``hearth ask`` and ``hearth chat``: questions, answered by the daemon or straight from the store."""

from __future__ import annotations

import secrets
import sys
import time
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from agent.turn import EMERGENCY, Agent
from daemon import control
from daemon.cli.options import ConfigOption, DatabaseOption, JsonOption, NowOption, database
from daemon.cli.output import print_json
from daemon.errors import Misuse
from daemon.status import serves
from dsp.types import HearthError
from storage import dialogues
from storage.database import StoreLocked
from storage.people import ROLES
from storage.writer import exclusive

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SESSION_BYTES: Final = 8  # of randomness in a new conversation's name
SESSION_CHARS_MAX: Final = 64  # an id, not a text; the same as over MQTT
QUIT: Final = frozenset({"/quit", "/exit", "/q"})
PROMPT: Final = "> "
WORD_S: Final = 0.012  # between the words of an answer on a terminal: ten times as fast as people read

QuestionArgument = Annotated[str, typer.Argument(metavar="QUESTION", help="In your own words.")]
SessionOption = Annotated[
    str | None,
    typer.Option("--session", metavar="ID", help="Go on with this conversation, or name a new one."),
]
RoleOption = Annotated[str, typer.Option("--as", metavar="ROLE", help=f"Who asks: {', '.join(ROLES)}.")]
DeviceOption = Annotated[
    str | None,
    typer.Option("--device", metavar="ID", help="Which wearable, where more than one person wears one."),
]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as other programs get it; ``record``: the turn, where nobody has remembered it yet."""

    shown: dict[str, Any]
    record: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks which database, as of when."""

    path: Path
    role: str
    device: str | None
    now: datetime | None
    emergency: str

    def ask(self, question: str, session: str) -> Reply:
        """The answer: of the daemon if it runs, for it alone may write; else straight from the store.

        Raises:
            StoreError: there is no database, or it cannot be read.
            AgentError: there is no such wearable.
            ControlError: the daemon refused.
        """
        if serves(self.path):
            said = {"now": self.now.isoformat() if self.now else None, "device": self.device}
            request = {"op": "ask", "question": question, "session": session, "as": self.role, **said}
            return Reply(control.request(control.socket_path(self.path), request), None)
        answer = Agent(self.path, emergency=self.emergency).ask(
            question, device=self.device, session=session, role=self.role, now=self.now
        )
        return Reply(answer.json(), answer.record())

    def remember(self, reply: Reply) -> None:
        """Store the turn, so that the next one can lean on it; said on stderr where that is not possible."""
        if reply.record is None or not self.path.is_file():
            return
        try:
            with exclusive(self.path) as conn:
                dialogues.store_turn(conn, reply.record)
        except StoreLocked as error:
            typer.echo(f"hearth: this turn is not remembered: {error}", err=True)


def ask(
    question: QuestionArgument,
    *,
    session: SessionOption = None,
    role: RoleOption = "wearer",
    now: NowOption = None,
    device: DeviceOption = None,
    json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Ask one question about the stored weeks, in your own words."""
    if not question.strip():
        raise Misuse("wanted a question")
    asker = _asker(role, now, device, db, config)
    reply = asker.ask(question, _session(session))
    if json:
        print_json(reply.shown)
    else:
        typer.echo(reply.shown["answer"])
    sys.stdout.flush()
    asker.remember(reply)


def chat(
    *,
    session: SessionOption = None,
    role: RoleOption = "wearer",
    now: NowOption = None,
    device: DeviceOption = None,
    json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Ask questions in turn, with follow-ups; /quit or the end of input ends it."""
    asker = _asker(role, now, device, db, config)
    name = _session(session)
    for question in _questions():
        try:
            reply = asker.ask(question, name)
        except HearthError as error:
            if not sys.stdin.isatty():
                raise
            typer.echo(f"hearth: {error}", err=True)
            continue
        name = reply.shown["session"]
        _show(reply.shown, as_json=json)
        asker.remember(reply)
        if reply.shown["action"] == "bye":
            return


def _asker(role: str, now: str | None, device: str | None, db: Path | None, config: Path | None) -> Asker:
    if role not in ROLES:
        raise Misuse(f"--as wants one of {', '.join(ROLES)}, not {role!r}")
    emergency = EMERGENCY
    if db is None or config is not None:
        from daemon import config as settings  # noqa: PLC0415 - brings MQTT and notifications, which --db spares

        emergency = settings.load(settings.find(config)).agent.emergency_number
    return Asker(database(db, config), role, device, moment(now), emergency)


def _session(name: str | None) -> str:
    if name is None:
        return secrets.token_hex(SESSION_BYTES)
    if not 1 <= len(name) <= SESSION_CHARS_MAX:
        raise Misuse(f"--session wants 1 to {SESSION_CHARS_MAX} characters")
    return name


def moment(text: str | None) -> datetime | None:
    """A moment; without an offset it is the wearer's own time.

    Raises:
        Misuse: it is not one.
    """
    if text is None:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise Misuse(f"--now wants a moment such as 2026-11-20T08:00:00+01:00, not {text!r}") from error


def _questions() -> Iterator[str]:
    """What is typed or piped in, without empty lines; ends with /quit or the end of input."""
    typed = sys.stdin.isatty()
    if typed:
        import readline  # noqa: F401, PLC0415 - gives input() its editing; nothing is written to a history file

        typer.echo("Ask about the recordings; /quit ends. Hearth is not a medical device.")
    while True:
        try:
            line = input(PROMPT if typed else "").strip()
        except EOFError:
            return
        if line.casefold() in QUIT:
            return
        if line:
            yield line


def _show(reply: Mapping[str, Any], *, as_json: bool) -> None:
    if as_json:
        print_json(reply)
    elif sys.stdout.isatty():
        for line in str(reply["answer"]).split("\n"):
            for word in line.split():
                sys.stdout.write(f"{word} ")
                sys.stdout.flush()
                time.sleep(WORD_S)
            sys.stdout.write("\n")
        sys.stdout.write("\n")
    else:
        typer.echo(f"{reply['answer']}\n")
    sys.stdout.flush()
