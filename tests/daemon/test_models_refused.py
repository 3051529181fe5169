"""What a start does with model files that are missing, altered, truncated or of the wrong kind."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest

from daemon import opening, rhythm_models
from daemon.alarm_config import AlarmsConfig
from daemon.alarm_rules import HOLD
from daemon.alarms import Alarms
from daemon.check import Verdict
from daemon.config import AnalysisConfig, Config, ModelConfig, StorageConfig
from daemon.doctor_models import models
from daemon.errors import Misuse
from daemon.notify import NotificationsConfig
from daemon.rhythm_models import BUILTIN, RULES, Choice
from daemon.topics import Topics
from dsp import models as classifiers
from dsp import shipped
from dsp.alarms import AlarmPriority
from dsp.models import ModelAltered
from storage.database import open_writer
from tests.daemon.reanalysing import asked, reanalyse

if TYPE_CHECKING:
    from pathlib import Path

    from daemon.alarm_rules import Level

SHIPPED = rhythm_models.builtin()


def begun(config: AnalysisConfig | None = None) -> tuple[opening.Chain, Level | None]:
    """What a start comes to, and the alarm it raises."""
    alarms = Alarms(
        AlarmsConfig(),
        NotificationsConfig(),
        Topics(),
        min_free_mb=0,
        told=lambda _: None,
        urgent=lambda _: None,
    )
    chain = opening.chain(config or AnalysisConfig(), alarms)
    verdict = dict(alarms.facts.verdicts(frozenset())).get((opening.RULE, None))
    return chain, None if verdict is HOLD else verdict


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The chain's own files, to be spoilt."""
    for model in shipped.listed():
        shutil.copy(model.path, tmp_path)
    monkeypatch.setattr(shipped, "FOLDER", tmp_path)
    return tmp_path


def spoil(path: Path, how: str) -> None:
    data = bytearray(path.read_bytes())
    if how == "missing":
        path.unlink()
    elif how == "truncated":
        path.write_bytes(data[: len(data) // 2])
    else:
        data[len(data) // 2] ^= 1
        path.write_bytes(data)


def test_sound_files_raise_nothing() -> None:
    chain, alarm = begun()
    assert chain.choice == SHIPPED
    assert (chain.usable, alarm) == (True, None)
    assert chain.classifier is not None
    assert chain.classifier.sha256 == SHIPPED.sha256


def test_rules_may_be_wanted() -> None:
    chain, alarm = begun(AnalysisConfig(rhythm="rules"))
    assert (chain.choice, chain.classifier, chain.usable, alarm) == (Choice(RULES), None, True, None)


@pytest.mark.parametrize("how", ["missing", "truncated", "altered"])
@pytest.mark.parametrize("file", ["beat_network.npz", "waves.npz", "quality_model.npz"])
def test_without_a_needed_network_analysis_waits(folder: Path, file: str, how: str) -> None:
    spoil(folder / file, how)
    chain, alarm = begun()
    assert not chain.usable
    assert chain.classifier is None
    assert alarm is not None
    assert alarm.priority is AlarmPriority.HIGH
    fault = "is missing" if how == "missing" else "was altered"
    assert alarm.text == f"Signal is recorded and not analysed: the model file {file} {fault}"


@pytest.mark.parametrize(
    ("how", "fault"),
    [
        ("missing", "is missing"),
        ("truncated", "was altered"),
        ("altered", "was altered"),
        ("shape", "is of the wrong kind"),
    ],
)
def test_without_a_classifier_rules_decide(tmp_path: Path, how: str, fault: str) -> None:
    own = tmp_path / "own.onnx"
    shutil.copy(classifiers.FILE, own)
    digest = SHIPPED.sha256
    if how == "shape":
        shutil.copy(shipped.listed()[0].path, own)
        digest = shipped.listed()[0].sha256
    else:
        spoil(own, how)
    chain, alarm = begun(AnalysisConfig(classifier=ModelConfig(path=str(own), sha256=digest)))
    assert (chain.usable, chain.classifier) == (True, None)
    assert alarm is not None
    assert alarm.priority is AlarmPriority.MEDIUM
    assert alarm.text == f"Simple rules call the rhythm: the model file own.onnx {fault}"


def test_without_a_spare_network_the_rest_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spare = replace(
        shipped.listed()[0], file="spare.npz", name="spare", kind="beat classification", needed=False
    )
    shutil.copy(folder / "waves.npz", folder / "spare.npz")
    entries = (*shipped.listed(), spare)
    monkeypatch.setattr(shipped, "listed", lambda: entries)
    chain, alarm = begun()
    assert (chain.usable, chain.classifier is None) == (True, False)
    assert alarm is not None
    assert alarm.priority is AlarmPriority.MEDIUM
    assert alarm.text == "There is no beat classification: the model file spare.npz was altered"


def test_a_model_is_meant_by_a_word_or_a_file(tmp_path: Path) -> None:
    own = tmp_path / "own.onnx"
    shutil.copy(classifiers.FILE, own)
    with closing(open_writer(tmp_path / "hearth.db").conn) as conn:
        assert rhythm_models.named(conn, "rules") == Choice(RULES)
        assert rhythm_models.named(conn, "builtin") == SHIPPED
        assert rhythm_models.named(conn, str(own)) == Choice(str(own), SHIPPED.sha256)
        with pytest.raises(Misuse, match="builtin, rules"):
            rhythm_models.named(conn, "rhythm-9")
        loaded = rhythm_models.load(SHIPPED)
        opening.note_models(conn, loaded, SHIPPED, 1)
        assert loaded is not None
        assert rhythm_models.named(conn, f"{loaded.name}-{loaded.version}").model == BUILTIN


def test_nothing_is_computed_anew_with_a_damaged_network(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "hearth.db"
    open_writer(path).conn.close()
    spoil(folder / "quality_model.npz", "altered")
    with pytest.raises(ModelAltered, match="quality_model"):
        reanalyse(path, asked())


def test_doctor_looks_at_every_file(folder: Path, tmp_path: Path) -> None:
    config = Config(storage=StorageConfig(path=str(tmp_path / "hearth.db")))
    before = list(models(config, config.database, quick=True))
    assert {check.verdict for check in before} == {Verdict.GOOD}
    assert len(before) == len(shipped.listed())
    spoil(folder / "waves.npz", "altered")
    spoil(folder / "rhythm.onnx", "missing")
    found = {check.what: check for check in models(config, config.database, quick=True)}
    assert found["model: delineation"].verdict is Verdict.WRONG
    assert "nothing is analysed without it" in found["model: delineation"].found
    assert found["model: rhythm"].verdict is Verdict.ADVICE
    assert "missing" in found["model: rhythm"].found


def test_doctor_reads_a_language_model_only_with_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HEARTH_MODEL", raising=False)
    file = tmp_path / "models" / "mine.gguf"
    file.parent.mkdir()
    file.write_bytes(b"GGUF")
    config = Config(storage=StorageConfig(path=str(tmp_path / "hearth.db")))
    meant = {"agent": {"model": "mine"}, "language_model": {"sha256": "ab" * 32}}
    config = msgspec.convert({**msgspec.to_builtins(config), **meant}, Config)
    quick, whole = (list(models(config, config.database, quick=quick)) for quick in (True, False))
    (wrong,) = [check for check in whole if check not in quick]
    assert wrong.verdict is Verdict.WRONG
    assert "altered" in wrong.found
    assert "hearth models pull mine" in wrong.mend
