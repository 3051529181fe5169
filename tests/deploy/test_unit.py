"""The systemd unit: understood by systemd, hardened, and no harder than what Hearth's libraries need."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.deploy.sandbox import NUMBERS

DEPLOY = Path(__file__).parents[2] / "deploy"
UNIT = DEPLOY / "hearth.service"
EXPOSURE_MAX = 20  # tenths: 2.0 of 10

needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")


def settings() -> dict[str, str]:
    lines = [line for line in UNIT.read_text().splitlines() if "=" in line and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


@needs_systemd
def test_exposure_is_at_most_two_of_ten() -> None:
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE_MAX}", "--no-pager", UNIT],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-200:]
    assert "Overall exposure level" in done.stdout


@needs_systemd
def test_a_careless_unit_does_not_pass(tmp_path: Path) -> None:
    plain = tmp_path / "hearth.service"
    plain.write_text("[Service]\nExecStart=/bin/true\nUser=hearth\n")
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", f"--threshold={EXPOSURE_MAX}", "--no-pager", plain],
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0


@needs_systemd
def test_systemd_understands_every_line(tmp_path: Path) -> None:
    """Only the program's path is another; it is installed by install.sh."""
    unit = tmp_path / "hearth.service"
    unit.write_text(UNIT.read_text().replace("/opt/hearth/bin/hearth", sys.executable))
    drop_in = tmp_path / "hearth.service.d"
    drop_in.mkdir()
    shutil.copy(DEPLOY / "notify.conf", drop_in)
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    ours = [
        line for line in (done.stdout + done.stderr).splitlines() if "hearth" in line or "notify.conf" in line
    ]
    assert ours == []
    unit.write_text(unit.read_text().replace("WatchdogSec", "WatchdogSeconds"))
    done = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert "WatchdogSeconds" in done.stderr


def test_promises_of_the_daemon_and_the_unit_agree() -> None:
    unit = settings()
    assert unit["Type"] == "notify"
    assert unit["WatchdogSec"] == "30"
    assert int(unit["TimeoutStopSec"]) > 10  # the daemon's own promise after SIGTERM
    assert unit["Restart"] == "on-failure"
    assert unit["StartLimitIntervalSec"] == "0"
    assert unit["StateDirectory"] == "hearth"
    assert unit["IPAddressDeny"] == "any"
    assert unit["OOMPolicy"] == "continue"


def test_bluetooth_is_reached_over_the_bus_alone_and_never_waited_for() -> None:
    unit = settings()
    assert unit["RestrictAddressFamilies"] == "AF_UNIX AF_INET AF_INET6"
    assert unit["PrivateDevices"] == "yes"  # no /dev/rfkill; /sys/class/rfkill can be read
    assert unit["CapabilityBoundingSet"] == ""
    assert "bluetooth.service" in unit["After"]
    assert "bluetooth" not in unit["Wants"]
    assert "Requires" not in unit


CONFINED = """
import ctypes, mmap, os, resource, subprocess, sys
import numpy, onnx, onnxruntime, pcodec, scipy.signal
from onnx import TensorProto, helper

def refused(deed):
    try:
        deed()
    except PermissionError:
        return True
    return False

anything = mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC
assert refused(lambda: mmap.mmap(-1, 4096, prot=anything)), "writable and executable memory"
assert refused(lambda: os.chroot("/")), "chroot"
assert refused(lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))), "real-time priority"

os.nice(5)
resource.setrlimit(resource.RLIMIT_AS, (16 << 30, 16 << 30))
subprocess.run([sys.executable, "-c", "pass"], check=True)
assert ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(lambda n: n + 1)(3) == 4

x = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 1, 9])
y = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 4, 7])
weight = helper.make_tensor("w", TensorProto.FLOAT, [4, 1, 3], numpy.ones(12, numpy.float32))
graph = helper.make_graph([helper.make_node("Conv", ["x", "w"], ["y"])], "g", [x], [y], [weight])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 2
session = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
assert session.run(None, {"x": numpy.ones((1, 1, 9), numpy.float32)})[0].sum() == 84
assert scipy.signal.sosfilt(scipy.signal.butter(2, 0.1, output="sos"), numpy.ones(100)).shape == (100,)
print("lived")
"""


@needs_systemd
@pytest.mark.skipif(not NUMBERS.exists(), reason="linux-libc-dev (system call numbers) is not installed")
def test_the_libraries_live_under_the_system_call_filter() -> None:
    """Models, filters, child processes and memory limits work; what an intruder would want does not."""
    sandbox = [sys.executable, "-m", "tests.deploy.sandbox", str(UNIT)]
    done = subprocess.run(
        [*sandbox, sys.executable, "-c", CONFINED],
        cwd=DEPLOY.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    if "prctl(65" in done.stderr:
        pytest.skip("this kernel (before 6.3) cannot refuse writable and executable memory")
    assert done.stdout == "lived\n", done.stderr


@needs_systemd
@pytest.mark.skipif(not NUMBERS.exists(), reason="linux-libc-dev (system call numbers) is not installed")
def test_the_daemon_starts_reports_and_stops_under_the_system_call_filter(tmp_path: Path) -> None:
    settings = tmp_path / "hearth.toml"
    settings.write_text(f'[storage]\npath = "{tmp_path}/hearth.db"\n[mqtt]\nport = 1\n')
    hearth = Path(sys.executable).with_name("hearth")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(60)
        environment = {
            **os.environ,
            "NOTIFY_SOCKET": str(tmp_path / "notify"),
            "WATCHDOG_USEC": "30000000",
        }
        sandbox = [sys.executable, "-m", "tests.deploy.sandbox", str(UNIT)]
        with subprocess.Popen(
            [*sandbox, hearth, "run", "--config", settings],
            cwd=DEPLOY.parent,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            said = ""
            while "WATCHDOG=1" not in said:
                said += manager.recv(4096).decode() + "\n"
            process.terminate()
            assert process.stderr is not None
            log = process.stderr.read()
    assert "READY=1" in said
    assert process.returncode == 0, log
    assert "Traceback" not in log
    assert (tmp_path / "hearth.db").exists()
