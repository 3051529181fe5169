"""``hearth replay`` and ``hearth simulate`` as their users meet them, over a real broker."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from daemon.cli import main, sending
from daemon.cli.replay import device_name
from daemon.errors import Misuse
from ingest.mqtt import MqttSettings
from ingest.playback import Pace, recording_frames
from ingest.recordings import open_recording
from storage import devices, samples
from storage.database import open_reader
from tests import recordings
from tests.ingest.receiver import Receiver, until
from tests.mosquitto import Mosquitto, free_port

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsp.types import IntArray

HEARTH = Path(sys.executable).with_name("hearth")


def hearth(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([HEARTH, *words], capture_output=True, text=True, check=False, timeout=60)


async def hearth_beside(*words: str | Path) -> tuple[int, str, str]:
    process = await asyncio.create_subprocess_exec(
        HEARTH, *words, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, err = await process.communicate()
    return process.returncode or 0, out.decode(), err.decode()


def csv_file(folder: Path, uv: Sequence[int] | IntArray, fs_hz: float = 250.0) -> Path:
    path = folder / "Morning walk.csv"
    path.write_text("time_s,I_uv\n" + "".join(f"{i / fs_hz:.6f},{v}\n" for i, v in enumerate(uv)))
    return path


async def received(folder: Path, device: str, *words: str | Path) -> tuple[Receiver, tuple[int, str, str]]:
    """What a gateway in small has stored once the command has ended."""
    async with Mosquitto(folder / "broker") as broker:
        settings = MqttSettings(host=broker.host, port=broker.port)
        receiver = Receiver(settings, device)
        listening = asyncio.create_task(receiver.run())
        await receiver.listening()
        done = await hearth_beside(*words, "--broker", f"mqtt://{broker.host}:{broker.port}")
        listening.cancel()
        return receiver, done


def stored(receiver: Receiver) -> IntArray:
    (cells,) = receiver.store.cells.values()
    return np.array(cells, np.int32)


def test_a_recording_arrives_to_the_sample(tmp_path: Path) -> None:
    uv = np.random.default_rng(3).integers(-2000, 2000, 30_000, dtype=np.int32)
    path = csv_file(tmp_path, uv)
    receiver, (code, out, err) = asyncio.run(
        received(tmp_path, "morning-walk", "replay", path, "--max-speed", "--json")
    )
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert (told["device"], told["samples"], told["acknowledged"]) == ("morning-walk", 30_000, 30_000)
    assert (told["frames"], told["signal_s"]) == (240, 120.0)
    assert np.array_equal(stored(receiver), uv)


def test_mit_bih_100_arrives_to_the_sample_at_sixty_times_real_time(tmp_path: Path) -> None:
    base = recordings.path("mitdb", "100")
    uv = open_recording(base).uv()[:21_600]
    path = csv_file(tmp_path, uv, 360.0)
    receiver, (code, out, _) = asyncio.run(
        received(tmp_path, "mit", "replay", path, "--speed", "60", "--device", "mit", "--json")
    )
    assert code == 0
    assert 1.0 <= json.loads(out)["seconds"] < 30
    assert np.array_equal(stored(receiver), uv)


def test_a_scenario_is_sent_as_its_wearable(tmp_path: Path) -> None:
    words = ("simulate", "bedside", "--max-speed", "--seconds", "30", "--start", "2026-11-15T08:00:00Z")
    receiver, (code, out, err) = asyncio.run(received(tmp_path, "patch-1", *words))
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "7500 samples in 60 frames, 7500 acknowledged"
    assert len(stored(receiver)) == 7500


def test_ctrl_c_ends_an_endless_scenario_and_what_was_sent_is_waited_for(tmp_path: Path) -> None:
    async def interrupted() -> tuple[Receiver, int, str, str]:
        async with Mosquitto(tmp_path / "broker") as broker:
            settings = MqttSettings(host=broker.host, port=broker.port)
            receiver = Receiver(settings, "patch-1")
            listening = asyncio.create_task(receiver.run())
            await receiver.listening()
            process = await asyncio.create_subprocess_exec(
                *(HEARTH, "simulate", "bedside", "--broker", f"{broker.host}:{broker.port}", "--json"),
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
            await until(lambda: bool(receiver.store.cells))
            process.send_signal(signal.SIGINT)
            out, err = await process.communicate()
            listening.cancel()
            return receiver, process.returncode or 0, out.decode(), err.decode()

    receiver, code, out, err = asyncio.run(interrupted())
    assert code == 0
    assert "waiting for what was sent" in err
    told = json.loads(out)
    assert told["samples"] == told["acknowledged"] == len(stored(receiver))
    assert told["samples"] > 0


def test_nobody_who_acknowledges_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "PATIENCE_S", 0.5)

    async def broker_alone() -> None:
        async with Mosquitto(tmp_path / "broker") as broker:
            settings = MqttSettings(host=broker.host, port=broker.port)
            recording = open_recording(csv_file(tmp_path, range(2000)))
            pace = Pace(None)
            frames = recording_frames(recording, 0, "a", start_ns=0, pace=pace)
            with pytest.raises(sending.NotAcknowledged, match="0 of 2000 samples are on disk"):
                await sending._send(settings, "a", frames, pace, 8.0)

    asyncio.run(broker_alone())


@pytest.mark.parametrize(
    "mistake",
    [
        (("replay", "nothing.hea", "--broker", "mqtt://127.0.0.1:1"), 1, "no such file"),
        (("replay", "walk.csv", "--broker", "http://127.0.0.1"), 2, "--broker wants mqtt://"),
        (("replay", "walk.csv", "--broker", "127.0.0.1:1"), 1, "cannot be reached"),
        (
            ("replay", "walk.csv", "--lead", "V1", "--broker", "127.0.0.1:1"),
            1,
            "no lead 'V1'; wanted one of: 0 I",
        ),
        (("replay", "walk.csv", "--device", "No Id", "--broker", "127.0.0.1:1"), 2, "--device wants"),
        (("replay", "walk.csv", "--speed", "0", "--broker", "127.0.0.1:1"), 2, "--speed"),
        (("replay", "walk.csv", "--start", "noon", "--broker", "127.0.0.1:1"), 2, "wants a moment"),
        (("simulate", "nowhere"), 2, "one of: bedside, two-weeks"),
        (("simulate", "bedside"), 2, "--db FILE or --broker URL"),
        (("simulate", "bedside", "--db", "a.db", "--broker", "127.0.0.1"), 2, "--db FILE or --broker URL"),
        (("simulate", "bedside", "--device", "x", "--broker", "127.0.0.1:1"), 2, "no wearable 'x'"),
        (("simulate", "wrong.toml", "--db", "a.db"), 1, "wrong.toml: span = 'long': wanted a length"),
    ],
)
def test_mistakes_are_one_line_and_an_exit_code(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    mistake: tuple[tuple[str, ...], int, str],
) -> None:
    words, code, said = mistake
    monkeypatch.chdir(tmp_path)
    csv_file(tmp_path, range(100)).rename(tmp_path / "walk.csv")
    (tmp_path / "wrong.toml").write_text('name = "x"\nspan = "long"\n')
    monkeypatch.setattr(sys, "argv", ["hearth", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (code, "")
    assert said in err
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "a.db").exists()


SHORT = """
name = "short"
span = "5m"
now = "2026-11-15T08:00:00Z"
[[wearers]]
[[wearers.devices]]
id = "a"
[[wearers.devices.events]]
kind = "lost"
at = "+1m"
duration = "20s"
"""


@pytest.mark.parametrize("samples_too", [False, True])
def test_a_history_is_written_with_and_without_samples(tmp_path: Path, samples_too: bool) -> None:
    (tmp_path / "s.toml").write_text(SHORT)
    db = tmp_path / "h.db"
    done = hearth(
        "simulate", tmp_path / "s.toml", "--db", db, "--json", *(["--signal"] if samples_too else [])
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert (told["sessions"], told["recorded_s"], told["windows"]) == (2, 280.0, 28)
    with closing(open_reader(db)) as conn:
        assert [d.id for d in devices.devices(conn)] == ["a"]
        assert sum(s.n_samples for s in samples.sessions(conn, "a")) == (70_000 if samples_too else 0)
    again = hearth("simulate", tmp_path / "s.toml", "--db", db, *(["--signal"] if samples_too else []))
    assert again.returncode == 1
    assert "a is already in this database" in again.stderr


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("mqtt://broker", ("broker", 1883, False, "", "", "hearth/v1")),
        ("broker:1884", ("broker", 1884, False, "", "", "hearth/v1")),
        ("mqtts://anna:p%40ss@[::1]", ("::1", 8883, True, "anna", "p@ss", "hearth/v1")),
        ("mqtt://broker/my/root", ("broker", 1883, False, "", "", "my/root")),
    ],
)
def test_broker_urls(url: str, expected: tuple[object, ...]) -> None:
    found = sending.broker(url)
    assert (found.host, found.port, found.tls, found.username, found.password, found.root) == expected


@pytest.mark.parametrize("url", ["", "http://x", "mqtt://", "mqtt://x:99999", "mqtt://x:y", "mqtt://x/#"])
def test_what_is_no_broker_url(url: str) -> None:
    with pytest.raises(Misuse, match="--broker wants"):
        sending.broker(url)


def test_the_configuration_names_the_broker_otherwise(tmp_path: Path) -> None:
    port = free_port()
    (tmp_path / "h.toml").write_text(f"[mqtt]\nport = {port}\n")
    assert sending.broker(None, tmp_path / "h.toml").port == port


@pytest.mark.parametrize(
    ("name", "device"),
    [
        ("100", "100"),
        ("Morning walk", "morning-walk"),
        ("_A b/C_", "a-b-c"),
        ("***", "replay"),
        ("x" * 50, "x" * 32),
    ],
)
def test_device_names(name: str, device: str) -> None:
    assert device_name(name) == device
