from pathlib import Path

import pytest

from daemon.cli.reference import EXAMPLES
from daemon.config import CONFIG_BYTES_MAX, Config, default_database, find, load, parse
from daemon.errors import ConfigError


def test_no_file_gives_the_defaults() -> None:
    assert load(None) == Config()


def test_a_setting_is_taken_and_the_rest_keeps_its_default(tmp_path: Path) -> None:
    file = tmp_path / "hearth.toml"
    file.write_text('[mqtt]\nport = 8883\n[storage]\nraw_days = 7\n[wearer]\ntz = "Europe/Berlin"\n')
    config = load(file)
    assert config.mqtt.port == 8883
    assert config.storage.raw_days == 7
    assert config.storage.backups == Config().storage.backups


@pytest.mark.parametrize(
    ("text", "key", "value", "wanted"),
    [
        ("[mqtt]\nprot = 1883\n", "mqtt.prot", 1883, "no such key"),
        ("speed = 3\n", "speed", 3, "no such key"),
        ('[mqtt]\nport = "high"\n', "mqtt.port", "high", "expected `int`, got `str`"),
        ("[storage]\nraw_days = -1\n", "storage.raw_days", -1, "expected `int` >= 0"),
        ('[schedule]\nmaintenance_at = "25:00"\n', "schedule.maintenance_at", "25:00", "matching regex"),
        ('[wearer]\ntz = "Mars/Olympus"\n', "wearer.tz", "Mars/Olympus", "IANA time zone"),
        ('[service]\nlog_level = "loud"\n', "service.log_level", "loud", "invalid enum value"),
        (
            '[analysis.classifier]\npath = "a.onnx"\nsha256 = "xyz"\n',
            "analysis.classifier.sha256",
            "xyz",
            "regex",
        ),
    ],
)
def test_an_error_names_the_key_the_value_and_what_was_wanted(
    text: str, key: str, value: object, wanted: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(text)
    assert caught.value.key == key
    assert caught.value.value == value
    assert wanted in caught.value.wanted
    assert key in str(caught.value)
    assert repr(value) in str(caught.value)


def test_two_home_made_sensors_need_two_names() -> None:
    profile = EXAMPLES["bluetooth.profiles"]
    (one,) = parse(profile).bluetooth.profiles
    assert (one.kind, one.fs_hz) == ("gatt-patch", 250.0)
    with pytest.raises(ConfigError, match=r"bluetooth\.profiles.*'patch' twice"):
        parse(profile + profile)


def test_text_that_is_not_toml_is_refused_with_its_line() -> None:
    with pytest.raises(ConfigError, match=r"not TOML.*line 1"):
        parse("port: 1883")


def test_what_cannot_be_read_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="No such file"):
        load(tmp_path / "absent.toml")
    with pytest.raises(ConfigError, match="Is a directory"):
        load(tmp_path)
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(binary)
    huge = tmp_path / "huge.toml"
    huge.write_bytes(b"#" * (CONFIG_BYTES_MAX + 1))
    with pytest.raises(ConfigError, match="at most"):
        load(huge)


def test_the_file_named_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTH_CONFIG", str(tmp_path / "env.toml"))
    assert find(tmp_path / "named.toml") == tmp_path / "named.toml"
    assert find(None) == tmp_path / "env.toml"


def test_the_database_lives_in_the_services_state_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATE_DIRECTORY", "/var/lib/hearth")
    assert default_database() == Path("/var/lib/hearth/hearth.db")
    monkeypatch.delenv("STATE_DIRECTORY")
    monkeypatch.setenv("XDG_DATA_HOME", "/home/ada/.data")
    assert default_database() == Path("/home/ada/.data/hearth/hearth.db")
