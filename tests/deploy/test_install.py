"""Installer and uninstaller, laid out below a folder: complete, repeatable, careful with what is yours."""

from __future__ import annotations

import re
import stat
import subprocess
from pathlib import Path

import pytest

from daemon.config import Config, load
from tests.deploy.test_unit import UNIT

DEPLOY = UNIT.parent
ROOT = DEPLOY.parent
LAID_OUT = {
    "etc/dbus-1/system.d/hearth.conf",
    "etc/hearth/hearth.toml",
    "etc/hearth/hearth.toml.example",
    "etc/systemd/system/hearth.service",
    "usr/local/bin/hearth",
}
BROKER = {"etc/mosquitto/conf.d/hearth.conf", "etc/mosquitto/hearth.acl", "etc/mosquitto/hearth.passwd"}


def run(script: str, dest: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [DEPLOY / script, "--destdir", dest, *words], capture_output=True, text=True, check=False
    )


def files(dest: Path) -> set[str]:
    return {str(path.relative_to(dest)) for path in dest.rglob("*") if path.is_symlink() or path.is_file()}


def test_it_lays_out_everything_and_says_what_it_would_do(tmp_path: Path) -> None:
    done = run("install.sh", tmp_path)
    assert done.returncode == 0, done.stderr
    assert files(tmp_path) == LAID_OUT
    for deed in (
        "would make the user 'hearth'",
        "/opt/hearth",
        "systemctl reload dbus",
        "systemctl enable",
        "systemctl restart hearth",
    ):
        assert deed in done.stdout
    assert (tmp_path / "usr/local/bin/hearth").readlink() == Path("/opt/hearth/bin/hearth")
    assert (tmp_path / "etc/systemd/system/hearth.service").read_text() == UNIT.read_text()
    policy = (tmp_path / "etc/dbus-1/system.d/hearth.conf").read_text()
    assert policy == (DEPLOY / "hearth-dbus.conf").read_text()


def test_the_installed_settings_are_the_defaults_with_the_service_s_database(tmp_path: Path) -> None:
    run("install.sh", tmp_path)
    settings = load(tmp_path / "etc/hearth/hearth.toml")
    assert str(settings.database) == "/var/lib/hearth/hearth.db"
    assert settings.mqtt == Config().mqtt
    assert settings.alarms == Config().alarms
    assert load(tmp_path / "etc/hearth/hearth.toml.example") == Config()


def test_secrets_and_settings_are_for_the_service_only(tmp_path: Path) -> None:
    run("install.sh", tmp_path, "--broker")
    for name in (
        "etc/hearth",
        "etc/hearth/hearth.toml",
        "etc/mosquitto/hearth.passwd",
        "etc/mosquitto/hearth.acl",
    ):
        assert (tmp_path / name).stat().st_mode & stat.S_IRWXO == 0, name


def test_the_broker_s_account_fits_both_sides_and_is_shown_to_nobody(tmp_path: Path) -> None:
    done = run("install.sh", tmp_path, "--broker")
    assert files(tmp_path) == LAID_OUT | BROKER
    settings = load(tmp_path / "etc/hearth/hearth.toml").mqtt
    assert settings.username == "hearth"
    assert re.fullmatch("[0-9a-f]{48}", settings.password)
    assert settings.password not in done.stdout + done.stderr
    passwords = (tmp_path / "etc/mosquitto/hearth.passwd").read_text()
    assert passwords.startswith("hearth:")
    assert settings.password not in passwords or "mosquitto_passwd is missing" in done.stdout


def test_a_second_run_keeps_what_is_yours_and_renews_what_is_hearth_s(tmp_path: Path) -> None:
    run("install.sh", tmp_path, "--broker")
    etc = tmp_path / "etc"
    before = (etc / "hearth/hearth.toml").read_text()
    passwords = (etc / "mosquitto/hearth.passwd").read_text()
    (etc / "hearth/hearth.toml").write_text(before + "# mine\n")
    (etc / "systemd/system/hearth.service").write_text("old")
    done = run("install.sh", tmp_path, "--broker")
    assert done.returncode == 0, done.stderr
    assert "kept your" in done.stdout
    assert (etc / "hearth/hearth.toml").read_text() == before + "# mine\n"
    assert (etc / "mosquitto/hearth.passwd").read_text() == passwords
    assert (etc / "systemd/system/hearth.service").read_text() == UNIT.read_text()
    assert files(tmp_path) == LAID_OUT | BROKER


def test_an_account_of_yours_is_not_overwritten(tmp_path: Path) -> None:
    run("install.sh", tmp_path)
    mine = '[mqtt]\nusername = "me"\npassword = "mine"\n'
    (tmp_path / "etc/hearth/hearth.toml").write_text(mine)
    done = run("install.sh", tmp_path, "--broker")
    assert (tmp_path / "etc/hearth/hearth.toml").read_text() == mine
    assert "mosquitto_passwd" in done.stdout


def test_another_prefix_reaches_the_unit_and_the_command(tmp_path: Path) -> None:
    run("install.sh", tmp_path, "--prefix", "/srv/hearth")
    assert (
        "ExecStart=/srv/hearth/bin/hearth run" in (tmp_path / "etc/systemd/system/hearth.service").read_text()
    )
    assert (tmp_path / "usr/local/bin/hearth").readlink() == Path("/srv/hearth/bin/hearth")


@pytest.mark.parametrize("script", ["install.sh", "uninstall.sh"])
@pytest.mark.parametrize("words", [["--nonsense"], ["--prefix"], ["--prefix", "here"], ["--wheels"]])
def test_misuse_touches_nothing(tmp_path: Path, script: str, words: list[str]) -> None:
    assert run(script, tmp_path, *words).returncode != 0
    assert files(tmp_path) == set()


def test_a_folder_without_hearth_s_wheel_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    wheels, dest = tmp_path / "wheels", tmp_path / "dest"
    wheels.mkdir()
    dest.mkdir()
    done = run("install.sh", dest, "--wheels", str(wheels))
    assert done.returncode == 1
    assert "no wheel of Hearth" in done.stderr
    assert files(dest) == set()
    (wheels / "hearthd-0.1.0-py3-none-any.whl").touch()
    assert run("install.sh", dest, "--wheels", str(wheels)).returncode == 0


def test_uninstalling_keeps_recordings_and_settings(tmp_path: Path) -> None:
    run("install.sh", tmp_path, "--broker")
    (tmp_path / "var/lib/hearth").mkdir(parents=True)
    (tmp_path / "var/lib/hearth/hearth.db").write_text("weeks")
    (tmp_path / "opt/hearth/bin").mkdir(parents=True)
    (tmp_path / "opt/hearth/pyvenv.cfg").write_text("home = /usr/bin")
    done = run("uninstall.sh", tmp_path)
    assert done.returncode == 0, done.stderr
    kept = {"etc/hearth/hearth.toml", "etc/hearth/hearth.toml.example", "var/lib/hearth/hearth.db"}
    assert files(tmp_path) == kept | BROKER
    assert not (tmp_path / "opt/hearth").exists()
    assert "--purge" in done.stdout


def test_purging_leaves_nothing_of_ours_and_everything_of_others(tmp_path: Path) -> None:
    run("install.sh", tmp_path, "--broker")
    (tmp_path / "var/lib/hearth").mkdir(parents=True)
    (tmp_path / "var/lib/hearth/hearth.db").write_text("weeks")
    (tmp_path / "etc/mosquitto/conf.d/other.conf").write_text("listener 1885")
    assert run("uninstall.sh", tmp_path, "--purge").returncode == 0
    assert files(tmp_path) == {"etc/mosquitto/conf.d/other.conf"}
    assert run("uninstall.sh", tmp_path, "--purge").returncode == 0


def test_only_a_virtual_environment_is_ever_deleted(tmp_path: Path) -> None:
    precious = tmp_path / "srv/data/file"
    precious.parent.mkdir(parents=True)
    precious.write_text("precious")
    run("uninstall.sh", tmp_path, "--prefix", "/srv/data")
    assert precious.exists()
    for folder in ("/", "/usr", "/opt", "/var"):
        assert run("uninstall.sh", tmp_path, "--prefix", folder).returncode == 2


@pytest.mark.parametrize(
    "script",
    [
        "deploy/install.sh",
        "deploy/uninstall.sh",
        "scripts/setup",
        "scripts/check",
        "scripts/system-test",
        "tests/machine/furnish.sh",
    ],
)
def test_the_scripts_are_plain_sh(script: str) -> None:
    assert subprocess.run(["sh", "-n", ROOT / script], check=False).returncode == 0
    assert (ROOT / script).stat().st_mode & stat.S_IXUSR


def test_the_container_file_names_only_what_exists() -> None:
    text = (DEPLOY / "Containerfile").read_text()
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", text, re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    assert names
    assert [name for name in names if not (ROOT / name).exists()] == []
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"bench", "tests", "training"}
    assert packages <= set(names)
    assert {"pyproject.toml", "requirements.lock", "README.md"} <= set(names)
