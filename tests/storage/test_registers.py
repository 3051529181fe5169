"""Quarantine, thresholds, models and audit: plain registers."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from dsp.thresholds import DEFAULTS
from storage import audit, models, quarantine, thresholds
from storage.database import transaction

if TYPE_CHECKING:
    import sqlite3


def test_a_refused_payload_is_kept_with_its_reason(conn: sqlite3.Connection) -> None:
    payload = b"\x00\xff" * quarantine.KEEP_BYTES
    number = quarantine.put(conn, "mqtt", None, 5, "not a map", payload)
    (row,) = quarantine.quarantined(conn)
    assert (row.id, row.source, row.device, row.received_ns, row.reason) == (
        number,
        "mqtt",
        None,
        5,
        "not a map",
    )
    assert (row.size, len(row.payload)) == (len(payload), quarantine.KEEP_BYTES)
    assert row.sha256 == hashlib.sha256(payload).hexdigest()


def test_a_broken_sender_cannot_fill_the_disk(conn: sqlite3.Connection) -> None:
    n = quarantine.KEEP_ROWS + 20
    with transaction(conn):
        for i in range(n):
            quarantine.put(conn, "mqtt", "belt", i, "empty", b"")
    assert quarantine.count(conn) == n
    assert conn.execute("SELECT count(*) FROM quarantine").fetchone()[0] == quarantine.KEEP_ROWS
    assert quarantine.quarantined(conn, 1)[0].received_ns == n - 1


def test_every_version_of_a_limit_is_kept(conn: sqlite3.Connection) -> None:
    assert sorted(thresholds.sync(conn, DEFAULTS, set_ns=1)) == sorted(DEFAULTS)
    assert thresholds.sync(conn, DEFAULTS, set_ns=2) == []
    name = next(iter(DEFAULTS))
    changed = {**DEFAULTS, name: replace(DEFAULTS[name], value=DEFAULTS[name].value + 1, source="clinician")}
    assert thresholds.sync(conn, changed, set_ns=3) == [name]
    now = thresholds.effective(conn)
    assert set(now) == set(DEFAULTS)
    assert (now[name].version, now[name].value, now[name].source, now[name].set_ns) == (
        2,
        DEFAULTS[name].value + 1,
        "clinician",
        3,
    )
    rows = conn.execute("SELECT count(*) FROM thresholds WHERE name = ?", (name,)).fetchone()
    assert rows[0] == 2


def test_models_are_known_by_name_and_version(conn: sqlite3.Connection) -> None:
    models.record(
        conn, "rhythm", "1", sha256="ab", kind="classifier", path="m.onnx", labels=("N", "A"), loaded_ns=1
    )
    models.record(
        conn, "rhythm", "1", sha256="ab", kind="classifier", path="m.onnx", labels=("N", "A"), loaded_ns=2
    )
    models.record(conn, "rhythm", "2", sha256="cd", kind="classifier", path="n.onnx", loaded_ns=3)
    assert models.models(conn) == [
        models.ModelRow("rhythm", "1", "ab", "classifier", "m.onnx", ("N", "A"), 2),
        models.ModelRow("rhythm", "2", "cd", "classifier", "n.onnx", (), 3),
    ]


def test_deeds_are_kept_in_order(conn: sqlite3.Connection) -> None:
    audit.add(conn, 20, "Ada", "acknowledge", {"alarm": 3})
    first = audit.add(conn, 10, "Bob", "login")
    assert audit.audit(conn, 0, 20) == [audit.AuditRow(first, 10, "Bob", "login", {})]
    assert [row.detail for row in audit.audit(conn, 0, 21)] == [{}, {"alarm": 3}]
