from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from dsp import models, network, quality_model, shipped, wave_net
from dsp.models import ModelAltered, ModelMissing, ModelShape
from dsp.shipped import FOLDER, LIST, SUFFIXES, check, check_needed, listed, renewed, troubles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NETWORKS = {"quality_model.npz": quality_model.load, "waves.npz": wave_net.load}


def test_the_list_is_true_and_whole() -> None:
    assert renewed() == LIST.read_text("utf-8"), "run: python -m dsp.shipped"
    assert {model.file for model in listed()} == {
        path.name for path in FOLDER.iterdir() if path.suffix in SUFFIXES
    }
    assert troubles() == {}
    check_needed()


def test_every_model_says_what_it_is() -> None:
    for model in listed():
        assert all((model.name, model.version, model.kind, model.source, model.licence)), model
    assert len({model.name for model in listed()}) == len(listed())


def test_checksums_in_the_program_are_those_of_the_list() -> None:
    sums = {model.file: model.sha256 for model in listed()}
    assert sums[network.FILE.name] == network.SHA256
    assert sums[models.FILE.name] == models.SHA256


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for model in listed():
        shutil.copy(model.path, tmp_path)
    monkeypatch.setattr(shipped, "FOLDER", tmp_path)
    return tmp_path


def test_a_missing_and_an_altered_file_are_named(folder: Path) -> None:
    (folder / "waves.npz").unlink()
    altered = folder / "quality_model.npz"
    data = bytearray(altered.read_bytes())
    data[len(data) // 2] ^= 1
    altered.write_bytes(data)
    found = troubles()
    assert {name: type(error) for name, error in found.items()} == {
        "waves.npz": ModelMissing,
        "quality_model.npz": ModelAltered,
    }
    assert "waves.npz" in str(found["waves.npz"])
    with pytest.raises(ModelMissing):
        check_needed()


def test_a_truncated_file_is_altered(folder: Path) -> None:
    path = folder / "beat_network.npz"
    path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(ModelAltered, match="beat_network"):
        check_needed()


def test_what_nobody_listed_is_not_passed_over(folder: Path) -> None:
    (folder / "new.onnx").write_bytes(b"")
    with pytest.raises(ModelMissing, match="not listed"):
        renewed()


@pytest.mark.parametrize("file", sorted(NETWORKS))
def test_files_that_are_no_such_network_are_refused(file: str, tmp_path: Path) -> None:
    load: Callable[[Path], object] = NETWORKS[file]
    path = tmp_path / file
    with pytest.raises(ModelMissing):
        load(path)
    whole = (FOLDER / file).read_bytes()
    for data in (b"", b"no archive", whole[: len(whole) // 2], whole[:-1]):
        path.write_bytes(data)
        with pytest.raises(ModelShape):
            load(path)
    with np.load(FOLDER / file) as held:
        arrays = dict(held)
    name = next(name for name in ("w2", "inner") if name in arrays)
    for other in ({**arrays, name: arrays[name][:-3]}, {k: v for k, v in arrays.items() if k != name}):
        np.savez(path, **other)
        with pytest.raises(ModelShape):
            load(path)


@pytest.mark.usefixtures("folder")
def test_one_that_is_not_needed_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    spare = replace(listed()[0], file="spare.onnx", needed=False)
    entries = (*listed(), spare)
    monkeypatch.setattr(shipped, "listed", lambda: entries)
    check_needed()
    assert set(troubles()) == {"spare.onnx"}
    with pytest.raises(ModelMissing):
        check(spare)
