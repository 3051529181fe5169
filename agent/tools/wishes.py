"""What the asker wants done: notes, changes, files. Each becomes a request; nothing is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from agent.requests import AnyRequest, ChangeSetting, ExportFile, WriteNote
from agent.settings import wish
from agent.tools.envelope import Envelope, Problem
from agent.tools.events import found_between
from agent.tools.figures import NS
from agent.when.model import local

if TYPE_CHECKING:
    from agent.scope import Scope
    from agent.tools.args import AddNote, Export, ProposeChange
    from agent.tools.look import Look

# What a thing is written as where no format was named, and the formats it can have.
FORMATS: Final = {
    "strip": ("svg", "pdf"),
    "report": ("pdf",),
    "signal": ("wfdb", "edf", "csv"),
    "results": ("csv", "fhir"),
}
MAY_EXPORT: Final = frozenset({"wearer", "clinician"})
STRIP_BEFORE_NS: Final = 5 * NS  # an event is shown with some signal around it
STRIP_NS: Final = 30 * NS  # what fits a page
STORED: Final = ("af", "pause", "brady", "tachy", "wide_run", "bigeminy", "trigeminy")


class NoteToBe(msgspec.Struct, frozen=True):
    """A note that waits for a yes."""

    kind: str
    text: str
    at: str
    private: bool


class ChangeToBe(msgspec.Struct, frozen=True):
    """A change that waits for a yes, or ``why`` it cannot be made by asking."""

    setting: str
    value: str
    before: str
    why: str = ""


class FileToBe(msgspec.Struct, frozen=True):
    """A file that the caller makes; ``path`` is empty until it exists."""

    what: str
    format: str
    start: str
    end: str
    path: str = ""
    event: str = ""
    event_at: str | None = None


Wanted = tuple[Envelope, AnyRequest | None]


def note(view: Look, args: AddNote) -> Wanted:
    """A note about the beginning of the range. Only the wearer has private ones."""
    scope = view.scope
    text = " ".join(args.text.split())
    at_ns = scope.now_ns if view.span.kind.value == "now" else view.span.start_ns
    private = args.private and scope.role == "wearer"
    data = NoteToBe(args.kind, text, scope.iso(at_ns), private)
    request = WriteNote(
        by=scope.role, wearer=scope.wearer.id, at_ns=at_ns, kind=args.kind, text=text, private=private
    )
    made = view.plain("add_note", data)
    if not scope.wearer.id:
        return _refused(made, Problem.NO_DATA, "no_device"), None
    return made, request


def change(scope: Scope, args: ProposeChange) -> Wanted:
    """A change of a setting, judged."""
    year = local(scope.now_ns, scope.tz).year
    judged = wish(args.setting, args.value, scope.wearer, scope.role, year)
    data = ChangeToBe(judged.setting, judged.value, judged.before, judged.why)
    made = Envelope(
        ok=not judged.why,
        ev="",
        tool="propose_change",
        data=msgspec.to_builtins(data),
        device=scope.device,
    )
    if judged.why:
        problem = Problem.PERMISSION if judged.why == "permission" else Problem.NOT_ASKED_FOR
        return msgspec.structs.replace(made, error=problem), None
    request = ChangeSetting(
        by=scope.role,
        wearer=scope.wearer.id,
        setting=judged.setting,
        value=judged.value,
        before=judged.before,
    )
    return made, request


def export(view: Look, args: Export) -> Wanted:
    """A file of the range, or of the newest event of a kind in it."""
    scope = view.scope
    form = args.format or FORMATS[args.what][0]
    start_ns, end_ns = view.span.start_ns, view.span.end_ns
    event, event_at = "", None
    made = view.plain("export", FileToBe(args.what, form, scope.iso(start_ns), scope.iso(end_ns)))
    made = msgspec.structs.replace(made, device=scope.device, coverage=view.covered())
    if scope.role not in MAY_EXPORT:
        return _refused(made, Problem.PERMISSION, "permission"), None
    if form not in FORMATS[args.what]:
        return _refused(made, Problem.NOT_ASKED_FOR, "format"), None
    if args.event is not None or args.what == "strip":
        kinds = STORED if args.event in {None, "any"} else (args.event,)
        found = found_between(view, [kind for kind in kinds if kind])
        if not found and args.event is not None:
            return _refused(made, Problem.NO_DATA, "no_event"), None
        if found:
            event, event_at = found[-1].kind, found[-1].start
            start_ns = max(view.span.start_ns, scope.ns(found[-1].start) - STRIP_BEFORE_NS)
            end_ns = scope.ns(found[-1].end)
    if args.what == "strip":
        end_ns = min(end_ns, start_ns + STRIP_NS) if event_at is None else start_ns + STRIP_NS
    if made.coverage is not None and made.coverage.recorded_s <= 0:
        return _refused(made, Problem.NO_DATA, ""), None
    data = FileToBe(args.what, form, scope.iso(start_ns), scope.iso(end_ns), "", event, event_at)
    request = ExportFile(
        by=scope.role,
        wearer=scope.wearer.id,
        device=scope.device,
        what=args.what,
        format=form,
        start_ns=start_ns,
        end_ns=end_ns,
        private_notes=scope.role == "wearer",
    )
    return msgspec.structs.replace(made, data=msgspec.to_builtins(data)), request


def _refused(made: Envelope, problem: Problem, why: str) -> Envelope:
    return msgspec.structs.replace(made, ok=False, error=problem, data={**made.data, "why": why})
