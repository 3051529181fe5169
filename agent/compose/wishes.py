"""What is said about things to be done: what waits for a yes, and what cannot be done by asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from agent.compose.slots import At, Label, Name, Quoted, When
from agent.tools.envelope import Problem
from agent.tools.wishes import ChangeToBe, FileToBe, NoteToBe

if TYPE_CHECKING:
    from agent.compose.draft import Draft
    from agent.tools.envelope import Envelope


def note(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``add_note``: a question."""
    data = msgspec.convert(envelope.data, NoteToBe)
    draft.say(
        "note_confirm_private" if data.private else "note_confirm",
        envelope,
        claim="state",
        kind=Name(f"note_of_{data.kind}"),
        at=At(data.at),
        text=Quoted(data.text),
    )


def change(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``propose_change``: a question."""
    data = msgspec.convert(envelope.data, ChangeToBe)
    setting, value = Name(f"setting_{data.setting}"), Label(data.value)
    if data.before:
        before = Label(data.before)
        draft.say("change_confirm", envelope, claim="state", setting=setting, value=value, before=before)
    else:
        draft.say("change_confirm_new", envelope, claim="state", setting=setting, value=value)


def export(draft: Draft, envelope: Envelope, _hints: frozenset[str]) -> None:
    """The answer of ``export``."""
    data = msgspec.convert(envelope.data, FileToBe)
    if envelope.resolved is None:
        return
    form, what = Name(f"format_{data.format}"), Name(f"export_{data.what}")
    if data.event and data.event_at is not None:
        event, at = Name(f"kind_{data.event}"), At(data.event_at)
        draft.say("export_event", envelope, claim="state", format=form, what=what, event=event, at=at)
    else:
        when = When(envelope.resolved)
        draft.say("export_wanted", envelope, claim="state", format=form, what=what, when=when)


def refused(draft: Draft, envelope: Envelope) -> bool:
    """Why something wanted is not done; False where the error is none of these."""
    why = str(envelope.data.get("why", ""))
    if envelope.tool == "propose_change" and why:
        _change_refused(draft, envelope, why)
    elif envelope.tool == "export" and why in {"permission", "format", "no_event"}:
        _export_refused(draft, envelope, why)
    else:
        return False
    return True


def _change_refused(draft: Draft, envelope: Envelope, why: str) -> None:
    data = msgspec.convert(envelope.data, ChangeToBe)
    value = Label(data.value)
    match why:
        case "unknown":
            draft.say("change_unknown", envelope, claim="state", setting=Label(data.setting))
        case "value" | "same":
            setting = Name(f"setting_{data.setting}")
            draft.say(f"change_{why}", envelope, claim="state", setting=setting, value=value)
        case _:
            draft.say(f"change_{why}", envelope, claim="state")


def _export_refused(draft: Draft, envelope: Envelope, why: str) -> None:
    data = msgspec.convert({key: each for key, each in envelope.data.items() if key != "why"}, FileToBe)
    if why == "no_event" and envelope.resolved is not None:
        draft.say(
            "export_no_event",
            envelope,
            claim="state",
            when=When(envelope.resolved),
            event=Name("kind_any"),
        )
    elif envelope.error is Problem.PERMISSION:
        draft.say("export_permission", envelope, claim="state")
    else:
        form, what = Name(f"format_{data.format}"), Name(f"export_{data.what}")
        draft.say("export_format", envelope, claim="state", format=form, what=what)
