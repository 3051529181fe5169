from __future__ import annotations

import fcntl
import hashlib
import json
import shutil
import socket
from typing import TYPE_CHECKING, NamedTuple

import pytest

pytest.importorskip("gguf", reason="gguf is not installed: no model file can be made to pull")

from agent.model.settings import found
from daemon import model_source
from daemon.errors import Misuse
from daemon.model_list import Known, here, remove
from daemon.model_pull import TRIES, Pulled, pull
from daemon.model_source import PullFailed
from tests.agent.model import tiny
from tests.daemon.model_server import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.daemon.model_server import Shelf


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A real model file of 0.6 MB."""
    return tiny.write(tmp_path_factory.mktemp("pull") / "tiny.gguf").read_bytes()


@pytest.fixture
def shelf(file: bytes) -> Iterator[Shelf]:
    with serving(file) as made:
        yield made


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def known(shelf: Shelf, path: str = "/tiny.gguf", *, sha256: str = "", size: int = 0) -> Known:
    return Known(name="tiny", url=shelf.url + path, sha256=sha256, size=size)


def fetched(meant: Known, folder: Path, **more: object) -> Pulled:
    return pull(meant, folder, first_wait_s=0.001, **more)  # type: ignore[arg-type]  # the test's names


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_listed_model_is_fetched_checked_and_found(shelf: Shelf, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    folder = tmp_path / "models"
    meant = known(shelf, sha256=sha(shelf.data), size=len(shelf.data))
    done = fetched(meant, folder, progress=lambda have, whole: told.append((have, whole)))
    assert done == Pulled(folder / "tiny.gguf", len(shelf.data), sha(shelf.data), False, len(shelf.data))
    assert done.path.read_bytes() == shelf.data
    assert names(folder) == ["tiny.gguf", "tiny.gguf.sha256"]
    assert told[0] == (0, len(shelf.data))
    assert told[-1] == (len(shelf.data), len(shelf.data))
    assert len(told) > 3
    assert found("tiny", folder) == done.path
    again = fetched(meant, folder)
    assert (again.fetched, again.sha256, len(shelf.asked)) == (0, done.sha256, 1)


def test_the_first_pull_of_an_unknown_file_is_trusted_and_held_to(shelf: Shelf, tmp_path: Path) -> None:
    first = fetched(known(shelf), tmp_path)
    assert first.first_seen
    first.path.unlink()
    again = fetched(known(shelf), tmp_path)
    assert not again.first_seen
    again.path.unlink()
    shelf.data = shelf.data[:-1] + bytes([shelf.data[-1] ^ 1])
    with pytest.raises(PullFailed, match="not the one that was pulled first"):
        fetched(known(shelf), tmp_path)
    assert names(tmp_path) == ["tiny.gguf.sha256"]
    meant = fetched(known(shelf, sha256=sha(shelf.data)), tmp_path)
    assert meant.path.read_bytes() == shelf.data


def test_a_broken_connection_is_resumed_at_once(shelf: Shelf, tmp_path: Path) -> None:
    shelf.cuts = [100_000, 1, 200_000]
    done = fetched(known(shelf), tmp_path)
    assert done.path.read_bytes() == shelf.data
    assert done.fetched == len(shelf.data)  # nothing twice
    assert [each.get("Range") for each in shelf.asked] == [
        None,
        "bytes=100000-",
        "bytes=100001-",
        "bytes=300001-",
    ]
    assert {each.get("If-Range") for each in shelf.asked} == {None, shelf.tag}


def test_a_pull_that_failed_goes_on_the_next_time(shelf: Shelf, tmp_path: Path) -> None:
    shelf.cuts = [100_000, *[0] * TRIES]
    with pytest.raises(PullFailed, match="goes on from here") as failed:
        fetched(known(shelf), tmp_path)
    assert failed.value.kept
    assert [each.pulled_bytes for each in here(tmp_path)] == [100_000]
    done = fetched(known(shelf), tmp_path)
    assert (done.fetched, done.anew) == (len(shelf.data) - 100_000, 0)
    assert done.path.read_bytes() == shelf.data


def test_a_file_that_changed_meanwhile_is_begun_anew(shelf: Shelf, tmp_path: Path) -> None:
    shelf.cuts = [100_000, *[0] * TRIES]
    with pytest.raises(PullFailed):
        fetched(known(shelf), tmp_path)
    shelf.data = shelf.data[:-7] + b"another"
    done = fetched(known(shelf), tmp_path)
    assert (done.fetched, done.anew) == (len(shelf.data), 1)
    assert done.path.read_bytes() == shelf.data


def test_another_address_begins_anew(shelf: Shelf, tmp_path: Path) -> None:
    shelf.cuts = [100_000, *[0] * TRIES]
    with pytest.raises(PullFailed):
        fetched(known(shelf), tmp_path)
    assert fetched(known(shelf, "/mirror.gguf"), tmp_path).fetched == len(shelf.data)


@pytest.mark.parametrize(("tags", "ranges"), [(False, True), (True, False)])
def test_a_server_that_cannot_resume_is_read_from_the_beginning(
    shelf: Shelf, tmp_path: Path, tags: bool, ranges: bool
) -> None:
    shelf.tags, shelf.ranges = tags, ranges
    shelf.cuts = [100_000]
    done = fetched(known(shelf), tmp_path)
    assert done.path.read_bytes() == shelf.data
    assert done.fetched == len(shelf.data) + 100_000
    assert done.anew == 1


def test_a_part_that_is_whole_is_taken(shelf: Shelf, tmp_path: Path) -> None:
    """The connection broke after the last byte, before anybody noticed."""
    (tmp_path / "tiny.gguf.part").write_bytes(shelf.data)
    note = {"url": f"{shelf.url}/tiny.gguf", "mark": shelf.tag, "total": len(shelf.data)}
    (tmp_path / "tiny.gguf.part.json").write_text(json.dumps(note))
    done = fetched(known(shelf), tmp_path)
    assert done.fetched == 0
    assert done.path.read_bytes() == shelf.data


def test_a_part_that_is_longer_than_the_file_is_begun_anew(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf.part").write_bytes(shelf.data + b"more")
    note = {"url": f"{shelf.url}/tiny.gguf", "mark": shelf.tag, "total": len(shelf.data)}
    (tmp_path / "tiny.gguf.part.json").write_text(json.dumps(note))
    assert fetched(known(shelf), tmp_path).path.read_bytes() == shelf.data


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (401, "wants a login"),
        (403, "refuses"),
        (404, "no such file"),
        (410, "is gone"),
        (429, "asked too often"),
        (418, "says 418"),
    ],
)
def test_what_a_server_says_is_told_in_plain_words(
    shelf: Shelf, tmp_path: Path, status: int, why: str
) -> None:
    shelf.statuses = [status]
    with pytest.raises(PullFailed, match=why):
        fetched(known(shelf), tmp_path)
    assert len(shelf.asked) == 1  # trying again would not help
    assert names(tmp_path) == []


def test_a_server_in_trouble_is_tried_again(shelf: Shelf, tmp_path: Path) -> None:
    shelf.statuses = [503, 500, 502]
    assert fetched(known(shelf), tmp_path).path.read_bytes() == shelf.data
    shelf.statuses = [503] * TRIES
    shelf.data += b"x"
    with pytest.raises(PullFailed, match="says 503: it is in trouble") as failed:
        fetched(Known(name="other", url=shelf.url), tmp_path)
    assert not failed.value.kept


def test_redirects_are_followed_and_resumed_through(shelf: Shelf, tmp_path: Path) -> None:
    shelf.leads_to, shelf.cuts = f"{shelf.url}/cdn/tiny.gguf", [50_000]
    done = fetched(known(shelf, "/moved"), tmp_path)
    assert done.fetched == len(shelf.data)
    assert [each.get("Range") for each in shelf.asked] == [None, None, "bytes=50000-", "bytes=50000-"]


@pytest.mark.parametrize("where", ["file:///etc/passwd", "ftp://127.0.0.1/x"])
def test_redirects_lead_to_http_only(shelf: Shelf, tmp_path: Path, where: str) -> None:
    shelf.leads_to = where
    with pytest.raises(PullFailed):
        fetched(known(shelf, "/moved"), tmp_path)
    assert names(tmp_path) == []


def test_redirects_end(shelf: Shelf, tmp_path: Path) -> None:
    shelf.leads_to = f"{shelf.url}/moved"
    with pytest.raises(PullFailed, match="says 302"):
        fetched(known(shelf, "/moved"), tmp_path)


def test_the_wrong_file_is_not_kept(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(PullFailed, match="not the file that is meant"):
        fetched(known(shelf, sha256="0" * 64), tmp_path)
    assert names(tmp_path) == []
    with pytest.raises(PullFailed, match=r"has \d+ bytes, not 5"):
        fetched(known(shelf, sha256="0" * 64, size=5), tmp_path)
    shelf.data = b"<html>not found</html>" * 10
    with pytest.raises(PullFailed, match="no model: it is not a GGUF file"):
        fetched(known(shelf), tmp_path)
    assert names(tmp_path) == []


def test_a_wrong_length_is_found(shelf: Shelf, tmp_path: Path) -> None:
    shelf.length, shelf.ranges = len(shelf.data) + 10, False
    with pytest.raises(PullFailed, match="broke"):
        fetched(known(shelf), tmp_path)
    shelf.length = None  # what ends early could not be told from what is whole
    with pytest.raises(PullFailed, match="how long"):
        fetched(known(shelf), tmp_path)
    done = fetched(known(shelf, sha256=sha(shelf.data), size=len(shelf.data)), tmp_path)
    assert done.path.read_bytes() == shelf.data


def test_a_server_that_falls_silent_is_left(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_source, "STALL_S", 0.05)
    shelf.stalls = True
    shelf.cuts = [50_000] * 2 + [0] * TRIES
    with pytest.raises(PullFailed, match="sends nothing more") as failed:
        fetched(known(shelf), tmp_path)
    assert failed.value.kept
    assert here(tmp_path)[0].pulled_bytes == 100_000


def test_nobody_there_is_told(tmp_path: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/m.gguf"
        with pytest.raises(PullFailed, match="takes no connections"):
            fetched(Known(name="m", url=url), tmp_path)
    with pytest.raises(PullFailed, match="is this machine online"):
        fetched(Known(name="m", url="http://nowhere.invalid/m.gguf"), tmp_path)


def test_disk_space_is_looked_at_beforehand(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage(NamedTuple):
        free: int

    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(len(shelf.data) - 1))
    with pytest.raises(PullFailed, match="MB are free"):
        fetched(known(shelf), tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(len(shelf.data) + (5 << 20)))
    with pytest.raises(PullFailed, match="6 MB must stay"):
        fetched(known(shelf), tmp_path, reserve_mb=6)
    assert fetched(known(shelf), tmp_path, reserve_mb=5).fetched == len(shelf.data)


def test_two_pulls_of_one_model_do_not_mix(shelf: Shelf, tmp_path: Path) -> None:
    with (tmp_path / "tiny.gguf.part").open("ab") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(PullFailed, match="by another program"):
            fetched(known(shelf), tmp_path)


def test_removing_leaves_nothing(shelf: Shelf, tmp_path: Path) -> None:
    done = fetched(known(shelf), tmp_path)
    (tmp_path / "other.gguf.part").write_bytes(b"x")
    assert remove(tmp_path, "tiny") > done.size
    assert remove(tmp_path, "other") == 1
    assert names(tmp_path) == []
    with pytest.raises(Misuse, match="there: none"):
        remove(tmp_path, "tiny")
