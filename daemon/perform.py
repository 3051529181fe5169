"""Does what an answer asks its caller to do: a file, a note, a change. The agent itself writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import msgspec

from agent.requests import ChangeSetting, ExportFile, WriteNote
from agent.when.model import Kind, Range, local
from daemon import export as exporting
from daemon import report as reporting
from daemon.errors import Misuse
from daemon.export_files import fresh_file
from daemon.export_signal import find
from daemon.lookup import lookup
from dsp.types import HearthError
from storage import audit, dialogues, notes, people

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime
    from pathlib import Path

    from agent.answer import Answer
    from daemon.lookup import Lookup

NOT_MADE: Final = "The file could not be made"
SAME_NAME_MAX: Final = 1000  # files of one name; more is a mistake, and the disk is not endless
RESULTS: Final[dict[str, tuple[exporting.Format, exporting.What]]] = {
    "csv": ("csv", "windows"),
    "fhir": ("fhir", "values"),
}
SIGNALS: Final[dict[str, exporting.Format]] = {"wfdb": "wfdb", "edf": "edf", "csv": "csv"}


def with_file(answer: Answer, db: Path, folder: Path, *, now: datetime | None = None) -> Answer:
    """The answer, once the file that it wishes for is there, with where; or with why there is none."""
    if not isinstance(answer.request, ExportFile):
        return answer
    try:
        told = str(perform_export(db, answer.request, folder, now=now))
    except OSError as error:
        return msgspec.structs.replace(
            answer, answer=f"{NOT_MADE}: {error.strerror or 'it cannot be written'}"
        )
    except HearthError as error:
        return msgspec.structs.replace(answer, answer=f"{NOT_MADE}: {error}")
    return msgspec.structs.replace(answer, answer=f"{answer.answer}\n{told}")


def remember(conn: sqlite3.Connection, answer: Answer) -> None:
    """Store a turn, and in the same transaction what it was confirmed to write; each deed is noted."""
    match answer.request:
        case WriteNote(wearer=wearer, at_ns=at_ns, kind=kind, text=text, private=private, by=author):
            notes.add(conn, wearer, at_ns, kind, text, private=private, author=author)
            audit.add(conn, answer.at_ns, author, "wrote a note", {"wearer": wearer, "kind": kind})
        case ChangeSetting(wearer=wearer, setting=("language" | "sex" | "birth_year") as setting):
            people.change(conn, wearer, setting, answer.request.value)
            detail = {"wearer": wearer, "setting": setting}
            audit.add(conn, answer.at_ns, answer.request.by, "changed a setting", detail)
        case ExportFile(device=device, what=what, format=form, by=author):
            audit.add(
                conn, answer.at_ns, author, "made a file", {"device": device, "what": what, "format": form}
            )
        case _:
            pass
    dialogues.store_turn(conn, answer.record())


def perform_export(db: Path, request: ExportFile, folder: Path, *, now: datetime | None = None) -> Path:
    """Make the file; where it is. Never replaces one, and only its owner may read it.

    Raises:
        Misuse: no format holds that.
        NothingToExport, NothingToReport, NoRoom, TooLong: as their names say.
        OSError: it cannot be written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    span = Range(request.start_ns, request.end_ns, Kind.SPAN)
    with lookup(db, device=request.device, role=request.by, now=now) as found:
        match request.what:
            case "report":
                return _report(found, span, folder)
            case "strip" if request.format in {"svg", "pdf"}:
                return _strip(found, span, folder, "svg" if request.format == "svg" else "pdf")
            case "signal" if request.format in SIGNALS:
                order = exporting.Order(SIGNALS[request.format], "ecg", span)
            case "results" if request.format in RESULTS:
                order = exporting.Order(*RESULTS[request.format], span)
            case _:
                raise Misuse(f"{request.what} cannot be had as {request.format}")
        target = _free(folder, exporting.name(order, request.device))
        exporting.export(found, order, target)
        return target


def _report(found: Lookup, span: Range, folder: Path) -> Path:
    made = reporting.gather(found, span)
    target = _free(folder, f"{_stem('report', found, span)}.pdf")
    with fresh_file(target, force=False) as path:
        reporting.write(made, path)
    return target


def _strip(found: Lookup, span: Range, folder: Path, kind: Literal["svg", "pdf"]) -> Path:
    scope = found.scope.at(span.spans)
    parts = find(scope.conn, scope.device, span.spans, scope.clock).parts
    if not parts:
        raise exporting.NothingToExport("no samples of that time are stored")
    part = max(parts, key=lambda each: each.n)
    target = _free(folder, f"{_stem('strip', found, span)}.{kind}")
    from daemon import paper  # noqa: PLC0415 - matplotlib: half a second that few need
    from daemon.export_strip import strip  # noqa: PLC0415 - likewise

    with fresh_file(target, force=False) as path:
        paper.write(strip(scope.conn, part, scope.device, local(part.start_ns, scope.tz)), path, kind)
    return target


def _stem(what: str, found: Lookup, span: Range) -> str:
    scope = found.scope.at(span.spans)
    first = local(span.start_ns, scope.tz)
    return f"hearth-{what}-{scope.device}-{first:%Y-%m-%d-%H%M%S}"


def _free(folder: Path, name: str) -> Path:
    """A name that no file has yet."""
    stem, dot, suffix = name.partition(".")
    for number in range(1, SAME_NAME_MAX + 1):
        target = folder / (name if number == 1 else f"{stem}-{number}{dot}{suffix}")
        if not target.exists():
            return target
    raise Misuse(f"{folder} holds {SAME_NAME_MAX} files called {name}: remove some")
