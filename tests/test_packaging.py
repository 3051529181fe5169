"""What is installed: our names are ours alone, every module and data file ships, nothing else does."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("agent", "daemon", "deploy", "dsp", "ingest", "storage")
NEVER_SHIPPED = ("bench", "tests", "training")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LAZY = (
    "neurokit2",
    "onnxruntime",
    "scipy",
    "wfdb",
    "pandas",
    "matplotlib",
    "apprise",
    "amqtt",
    "apscheduler",
)
HELP_MAX_S = 2.0  # 0.2 s on an idle machine; a test machine is not idle


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [Path(line) for line in listing.stdout.splitlines()]


@pytest.mark.parametrize("room", ROOMS)
def test_each_top_level_name_belongs_to_hearthd_alone(room: str) -> None:
    owners = metadata.packages_distributions().get(room)
    if owners is None:
        # An editable install maps names by a finder of its own and records no file below them.
        files = metadata.files("hearthd") or []
        assert any("__editable__" in str(file) for file in files)
    else:
        assert set(owners) == {"hearthd"}


def test_no_other_distribution_installs_a_file_below_our_names() -> None:
    strangers = {
        f"{distribution.name}: {file}"
        for distribution in metadata.distributions()
        if distribution.name != "hearthd"
        for file in distribution.files or ()
        if file.parts[0] in ROOMS
    }
    assert strangers == set()


def test_every_package_is_listed_and_no_other() -> None:
    packages = {".".join(path.parent.parts) for path in tracked() if path.name == "__init__.py"}
    shipped = {name for name in packages if name.split(".")[0] not in NEVER_SHIPPED}
    assert set(PYPROJECT["tool"]["setuptools"]["packages"]) == shipped


def test_every_data_file_of_a_package_ships() -> None:
    patterns = PYPROJECT["tool"]["setuptools"]["package-data"]["*"]
    packages = {Path(*name.split(".")) for name in PYPROJECT["tool"]["setuptools"]["packages"]}
    left_out = [
        str(path)
        for path in tracked()
        if path.parts[0] in ROOMS
        and path.suffix not in {".py", ".md"}
        and path.name != "Containerfile"
        and not any(
            fnmatch(str(path.relative_to(package)), pattern)
            and len(path.relative_to(package).parts) == len(Path(pattern).parts)
            for package in packages
            if path.is_relative_to(package)
            for pattern in patterns
        )
    ]
    assert left_out == []


def test_every_room_is_typed() -> None:
    assert [room for room in ROOMS if not (ROOT / room / "py.typed").exists()] == []


def test_help_starts_at_once_and_loads_no_signal_library() -> None:
    code = (
        "import sys, time; t = time.perf_counter(); sys.argv = ['hearth', '--help']\n"
        "from daemon.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print(time.perf_counter() - t, *{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    took_s, *modules = done.stderr.split()
    assert "doctor" in done.stdout
    assert set(modules).isdisjoint(LAZY)
    assert float(took_s) < HELP_MAX_S
