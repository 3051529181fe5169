"""``hearth ask``: a question, answered by the daemon or straight from the store."""

from __future__ import annotations

import secrets
import sys
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from agent.model.errors import ModelError
from agent.model.settings import BUILTIN, LanguageModelSettings, chosen, language_model
from agent.requests import ChangeSetting, ExportFile, WriteNote
from agent.turn import EMERGENCY, Agent
from daemon import control
from daemon.cli.options import ConfigOption, DatabaseOption, JsonOption, NowOption, database
from daemon.cli.output import print_json
from daemon.errors import Misuse
from daemon.export_folder import folder_of
from daemon.language import models_folder
from daemon.status import serves
from storage.database import StoreLocked
from storage.people import ROLES
from storage.writer import exclusive

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from agent.answer import Answer
    from agent.model.mind import LanguageModel

SESSION_BYTES: Final = 8  # of randomness in a new conversation's name
UNWRITTEN: Final = "Another program is writing the database, so this was not written. Ask again in a moment."
SESSION_CHARS_MAX: Final = 64  # an id, not a text; the same as over MQTT

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
ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="Language model: none, builtin, a name, or a file."),
]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as other programs get it; ``turn``: where nobody has remembered it yet."""

    shown: dict[str, Any]
    turn: Answer | None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks which database, as of when."""

    path: Path
    role: str
    device: str | None
    now: datetime | None
    emergency: str
    exports: Path
    model: LanguageModel | None = None
    without: str = ""  # why there is no model though one is meant

    def close(self) -> None:
        """End the language model's process, where there is one."""
        if self.model is not None:
            self.model.close()

    def ask(self, question: str, session: str, heard: Callable[[str], None] | None = None) -> Reply:
        """The answer: of the daemon if it runs, for it alone may write; else straight from the store.

        ``heard`` takes the sentences of a language model as they come.

        Raises:
            StoreError: there is no database, or it cannot be read.
            AgentError: there is no such wearable.
            ControlError: the daemon refused.
        """
        if serves(self.path):
            said = {"now": self.now.isoformat() if self.now else None, "device": self.device}
            request = {"op": "ask", "question": question, "session": session, "as": self.role, **said}
            return Reply(self._listened(request, heard), None)
        answer = Agent(self.path, emergency=self.emergency, model=self.model).ask(
            question, device=self.device, session=session, role=self.role, now=self.now, heard=heard
        )
        if not isinstance(answer.request, ExportFile | WriteNote | ChangeSetting):
            return Reply(answer.json(), answer)
        from daemon.perform import with_file  # noqa: PLC0415 - what few answers need

        answer = with_file(answer, self.path, self.exports, now=self.now)
        # What is to be written is written before the answer says that it is.
        return (
            Reply(answer.json(), None) if self._remembered(answer) else Reply(self._unwritten(answer), None)
        )

    def _listened(self, request: dict[str, Any], heard: Callable[[str], None] | None) -> dict[str, Any]:
        """What the daemon answers, piece by piece where somebody wants to hear it."""
        path = control.socket_path(self.path)
        if heard is None:
            return control.request(path, request)
        answer: dict[str, Any] = {}
        for news in control.stream(path, {**request, "stream": True}):
            if "heard" in news:
                heard(news["heard"])
            else:
                answer = news["answer"]
        return answer

    def remember(self, reply: Reply) -> None:
        """Store the turn, so that the next one can lean on it; said on stderr where that is not possible."""
        if reply.turn is not None and self.path.is_file():
            self._remembered(reply.turn)

    def _remembered(self, answer: Answer) -> bool:
        from daemon.perform import remember  # noqa: PLC0415 - after the answer is shown

        try:
            with exclusive(self.path) as conn:
                remember(conn, answer)
        except StoreLocked as error:
            typer.echo(f"hearth: this turn is not remembered: {error}", err=True)
            return False
        return True

    @staticmethod
    def _unwritten(answer: Answer) -> dict[str, Any]:
        return {**answer.json(), "answer": UNWRITTEN} if _writes(answer) else answer.json()


def _writes(answer: Answer) -> bool:
    return isinstance(answer.request, WriteNote | ChangeSetting)


def ask(
    question: QuestionArgument,
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
    """Ask one question about the stored weeks, in your own words."""
    if not question.strip():
        raise Misuse("wanted a question")
    with closing(asker_of(role, now, device, db, config, model=model)) as asker:
        reply = asker.ask(question, session_of(session))
        if json:
            print_json(reply.shown)
        else:
            typer.echo(reply.shown["answer"])
        sys.stdout.flush()
        asker.remember(reply)


def asker_of(
    role: str,
    now: str | None,
    device: str | None,
    db: Path | None,
    config: Path | None,
    *,
    model: str | None = None,
) -> Asker:
    """Who asks, by the options. ``model``: instead of the configured one.

    Raises:
        Misuse: no such role, or no such moment.
        ConfigError: the configuration cannot be read.
        ModelError: there is no such model.
    """
    if role not in ROLES:
        raise Misuse(f"--as wants one of {', '.join(ROLES)}, not {role!r}")
    emergency, exports, wanted_model, how = EMERGENCY, "", BUILTIN, LanguageModelSettings()
    if db is None or config is not None:
        from daemon import config as settings  # noqa: PLC0415 - brings MQTT and notifications, which --db spares

        loaded = settings.load(settings.find(config))
        emergency, exports = loaded.agent.emergency_number, loaded.agent.exports
        wanted_model, how = loaded.agent.model, loaded.language_model
    path, at = database(db, config), moment(now)
    mind, without = None, ""
    if serves(path):
        if model is not None:
            typer.echo("hearth: the running daemon answers, with the model it is set to", err=True)
    else:
        meant, where = chosen(model, wanted_model), models_folder(path, how.folder)
        try:
            mind = language_model(meant, how, folder=where, patience_s=how.load_s)
        except ModelError as error:
            if model is not None:
                raise
            without = str(error)
    return Asker(path, role, device, at, emergency, folder_of(path, exports), mind, without)


def session_of(name: str | None) -> str:
    """The conversation's name; a new one where none is given.

    Raises:
        Misuse: it is empty or too long.
    """
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
