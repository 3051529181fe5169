"""The agent: a question in, an answer out, from the store alone."""

from __future__ import annotations

import secrets
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING, Final

from agent import dialogue
from agent.answer import Action, Answer
from agent.dangers import Level
from agent.detection import language_of
from agent.exchange import SESSION_BYTES, Exchange
from agent.gate import gate
from agent.language import tongue
from agent.reply import LOCAL_NUMBER, call_for_help
from agent.requests import RaiseAlert
from agent.safety import said
from agent.scope import scope
from dsp.types import HearthError
from storage.database import open_reader
from storage.devices import devices

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from agent.gate import Alarm
    from agent.model.seam import Mind

EMERGENCY: Final = LOCAL_NUMBER  # whom to call where nobody set a number
MAX_QUESTION_CHARS: Final = 4000  # what is kept of a question
DEFAULT_LANGUAGE: Final = "en"  # where no wearer says otherwise


class Agent:
    """Answers questions about one store, read-only. ``emergency``: what people are told to call.

    ``model``: a language model that understands and words better; without one, rules and templates answer.
    ``alerting``: whoever gets alerts is told of an emergency, by the caller (see :class:`RaiseAlert`).
    Any thread may ask; every question opens its own connection.
    """

    def __init__(
        self, db: Path, *, emergency: str = EMERGENCY, model: Mind | None = None, alerting: bool = False
    ) -> None:
        self._db = db
        self._emergency = emergency
        self._alerting = alerting
        self._model = model

    def ask(
        self,
        question: str,
        *,
        device: str | None = None,
        session: str | None = None,
        role: str = "wearer",
        now: datetime | None = None,
        heard: Callable[[str], None] | None = None,
    ) -> Answer:
        """Answer one question.

        ``session`` goes on with a stored conversation of the same device and role; else a new one begins.
        ``now``: the moment that is asked at; naive times are the wearer's own.
        ``heard``: takes the sentences of a language model as they come, each already checked.

        Raises:
            UnknownRole, UnknownDevice: as the names say.
            StoreMissing: there is no database.
        """
        question = question[:MAX_QUESTION_CHARS]
        began = time.perf_counter()
        danger = gate().check(question)
        timings = {"gate": round(time.perf_counter() - began, 6)}
        help_now = None
        if danger is not None and danger.level is Level.ESCALATE:
            help_now = _bare(
                Action.ESCALATE,
                said(danger, call_for_help(self._emergency, danger.language), alerting=self._alerting),
                question,
                session,
                role,
                danger=danger,
            )
        try:
            found = self._answer(
                question, device, session, role, now, heard=heard, danger=danger, timings=timings
            )
            return found or help_now or self._which(question, session, role)
        except (HearthError, sqlite3.Error):
            # Help is named even where the store cannot be read or the asker is not known.
            if help_now is None:
                raise
            return help_now

    def _answer(
        self,
        question: str,
        device: str | None,
        session: str | None,
        role: str,
        now: datetime | None,
        *,
        heard: Callable[[str], None] | None,
        danger: Alarm | None,
        timings: dict[str, float],
    ) -> Answer | None:
        """The answer about one wearer; None where it is not clear which one."""
        with closing(open_reader(self._db)) as conn:
            view = scope(conn, device=device, role=role, now=now)
            if view is None:
                return None
            return Exchange(
                conn,
                view,
                question,
                session,
                self._emergency,
                self._model,
                heard,
                self._alerting,
                danger=danger,
                timings=timings,
            ).run()

    def _which(self, question: str, session: str | None, role: str) -> Answer:
        """Ask about whom."""
        with closing(open_reader(self._db)) as conn:
            known = [each.id for each in devices(conn)]
        words = tongue(language_of(question, DEFAULT_LANGUAGE))
        text = words.sentences["which_device"].format(devices=words.forms.listed(known))
        return _bare(Action.CLARIFY, text, question, session, role)


def _bare(
    action: Action, text: str, question: str, session: str | None, role: str, *, danger: Alarm | None = None
) -> Answer:
    """An answer about nobody in particular."""
    now_ns = time.time_ns()
    return Answer(
        session=session or secrets.token_hex(SESSION_BYTES),
        action=action,
        calls=(),
        evidence=(),
        answer=text,
        verdicts=(),
        timings={},
        question=question,
        device="",
        role=role,
        at_ns=now_ns,
        state=dialogue.State(0, role),
        request=RaiseAlert(role, "", danger.name, now_ns) if danger else None,
    )
