"""``hearth chat``: questions in turn, with follow-ups, on a terminal or from a pipe."""

from __future__ import annotations

import sys
import time
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import msgspec
import typer

from daemon.cli.ask import (
    DeviceOption,
    ModelOption,
    RoleOption,
    SessionOption,
    asker_of,
    session_of,
)
from daemon.cli.options import (  # noqa: TC001 - typer reads the annotations at run time
    ConfigOption,
    DatabaseOption,
    JsonOption,
    NowOption,
)
from daemon.cli.output import print_json
from dsp.types import HearthError
from storage.people import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from daemon.cli.ask import Asker

PROMPT: Final = "> "
WORD_S: Final = 0.012  # between the words of an answer on a terminal: ten times as fast as people read
HELLO: Final = "Ask about the recordings; /help says more, /quit ends. Hearth is not a medical device."
HELP: Final = """\
Ask in your own words, and then go on: "and the night before?", "why?", "sorry, I meant Monday".
/evidence     what the last answer rests on
/device [ID]  whose wearable; without an ID, which one now
/role [ROLE]  who asks: wearer, caregiver or clinician
/new          begin a new conversation
/quit         leave (Ctrl-D does too)"""
QUIT: Final = frozenset({"/quit", "/exit", "/q"})


def chat(
    *,
    session: SessionOption = None,
    role: RoleOption = "wearer",
    now: NowOption = None,
    device: DeviceOption = None,
    model: ModelOption = None,
    json: JsonOption = False,
    db: DatabaseOption = None,
    config: ConfigOption = None,
) -> None:
    """Ask questions in turn, with follow-ups; /help lists commands, /quit or the end of input ends it."""
    with closing(asker_of(role, now, device, db, config, model=model)) as asker:
        _talk(Talk(asker, session_of(session), as_json=json))


def _talk(talk: Talk) -> None:
    """Take lines until it ends."""
    typed = sys.stdin.isatty()
    if typed:
        import readline  # noqa: F401, PLC0415 - gives input() its editing; nothing is written to a history file

        typer.echo(HELLO)
        if talk.asker.without:
            typer.echo(f"Rules and templates answer: {talk.asker.without}")
    for line in _lines(PROMPT if typed else ""):
        try:
            if not talk.hear(line):
                return
        except HearthError as error:
            if not typed:
                raise
            typer.echo(f"hearth: {error}", err=True)


@dataclass(slots=True)
class Talk:
    """A conversation. ``last``: the newest answer."""

    asker: Asker
    session: str
    as_json: bool = False
    last: Mapping[str, Any] = field(default_factory=dict)

    def hear(self, line: str) -> bool:
        """Answer a line, or do what it commands; whether to go on."""
        if line.startswith("/"):
            return self._command(*line.split(maxsplit=1))
        shown = Shown()
        reply = self.asker.ask(line, self.session, None if self.as_json else shown.heard)
        self.last, self.session = reply.shown, reply.shown["session"]
        if self.as_json:
            print_json(reply.shown)
        else:
            shown.end(str(reply.shown["answer"]))
        sys.stdout.flush()
        self.asker.remember(reply)
        return bool(reply.shown["action"] != "bye")

    def _command(self, name: str, value: str = "") -> bool:
        name, value = name.casefold(), value.strip()
        match name:
            case _ if name in QUIT:
                return False
            case "/help" | "/?":
                typer.echo(HELP)
            case "/evidence":
                typer.echo("\n".join(evidence(self.last)) or "nothing was looked up yet")
            case "/device":
                if value:
                    self._as(replace(self.asker, device=value))
                typer.echo(f"device: {self.asker.device or 'the one with the newest data'}")
            case "/role" if not value or value in ROLES:
                if value:
                    self._as(replace(self.asker, role=value))
                typer.echo(f"role: {self.asker.role}")
            case "/role":
                typer.echo(f"hearth: wanted one of {', '.join(ROLES)}", err=True)
            case "/new":
                self._as(self.asker)
                typer.echo("a new conversation")
            case _:
                typer.echo(f"hearth: there is no {name}; /help lists what there is", err=True)
        return True

    def _as(self, asker: Asker) -> None:
        """Go on as somebody, or about somebody, else: that is another conversation."""
        self.asker, self.session, self.last = asker, session_of(None), {}


@dataclass(slots=True)
class Shown:
    """An answer on its way to the screen: sentences as they come, the rest at the end."""

    text: str = ""

    def heard(self, sentence: str) -> None:
        """A sentence of a language model."""
        sys.stdout.write(f"{' ' if self.text else ''}{sentence}")
        sys.stdout.flush()
        self.text += f"{' ' if self.text else ''}{sentence}"

    def end(self, answer: str) -> None:
        """The whole answer: what of it was not heard, or all of it where it came out otherwise."""
        if self.text and answer.startswith(self.text):
            typer.echo(f"{answer[len(self.text) :]}\n")
            return
        if self.text:
            sys.stdout.write("\n\n")
        if not sys.stdout.isatty():
            typer.echo(f"{answer}\n")
            return
        for line in answer.split("\n"):
            for word in line.split():
                sys.stdout.write(f"{word} ")
                sys.stdout.flush()
                time.sleep(WORD_S)
            sys.stdout.write("\n")
        sys.stdout.write("\n")


def evidence(reply: Mapping[str, Any]) -> Iterator[str]:
    """What an answer rests on, as lines."""
    for found in reply.get("evidence", ()):
        span, covered, versions = found["resolved"], found["coverage"], found["versions"]
        yield f"{found['ev']} {found['tool']}" + (f": {span['start']} to {span['end']}" if span else "")
        if covered:
            done, whole = covered["analysable_s"], covered["length_s"]
            yield f"   {done:.0f} s of {whole:.0f} s analysable ({covered['pct']} %)"
        made = [*versions.get("chain", ()), *versions.get("model", ())]
        if made:
            limits = [f"{name} {version}" for name, version in versions.get("thresholds", {}).items()]
            yield f"   {found['device']}, lead {found['lead'] or '-'}; by {', '.join([*made, *limits])}"
        yield f"   {found['error'] or msgspec.json.encode(found['data']).decode()}"


def _lines(prompt: str) -> Iterator[str]:
    """What is typed or piped in, without empty lines, until the end of input."""
    while True:
        try:
            line = input(prompt).strip()
        except EOFError:
            return
        if line:
            yield line
