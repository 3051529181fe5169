"""Every setting, as the reference and as the example file: both read from the configuration's own types."""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import inspect

from daemon.config import Config

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WIDTH = 100  # of the comments in the example file
UNSET = "not set"
NEEDED = "must be given"
INLINE_MAX: Final = 4  # keys of a table that fits into a line; a larger one in a list has a part of its own
BELOW: Final = "list of tables, described below"

# What a list of tables looks like: its defaults say nothing, being empty.
EXAMPLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bluetooth.profiles": """\
[[bluetooth.profiles]]
name = "patch"
title = "Our patch"
service = "6e400001-b5a3-f393-e0a9-e50e24dcca9e"
characteristic = "6e400003-b5a3-f393-e0a9-e50e24dcca9e"
sample = "int16le"
uv_per_unit = 1.5
fs_hz = 250
skip_bytes = 2
counter = {offset = 0, bytes = 2}
"""
    }
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One key. ``key``: dotted path; ``default``: its TOML text, or why there is none."""

    key: str
    wanted: str
    default: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the configuration file."""

    name: str
    text: str
    settings: tuple[Setting, ...]
    tables: tuple[Section, ...] = ()  # lists of tables in it


def sections() -> Iterator[Section]:
    """The tables of the configuration, in its own order."""
    for field in _struct(inspect.type_info(Config)).fields:
        described, text = _described(field.type)
        struct = _struct(described)
        settings = tuple(_settings(struct, field.name))
        yield Section(field.name, text, settings, tuple(_tables(struct, field.name)))


def markdown() -> str:
    """``docs/configuration.md``."""
    lines = [
        "# Configuration",
        "",
        "One TOML file: `/etc/hearth/hearth.toml` for the service, or the one named by `--config` or",
        "`$HEARTH_CONFIG`. Every key has a default that works, so an empty file is a whole configuration.",
        "A key that does not exist, a value of the wrong type or an impossible value is refused by name;",
        "`hearth config check` says so before the service does. Made by `python -m daemon.cli.document`.",
    ]
    for section in sections():
        lines += ["", f"## [{section.name}]", *_part(section)]
        for table in section.tables:
            lines += ["", f"### [[{table.name}]]", *_part(table)]
            lines += ["", "```toml", *EXAMPLES[table.name].splitlines(), "```"]
    return "\n".join([*lines, ""])


def _part(section: Section) -> Iterator[str]:
    yield from ("", section.text, "", "| key | wanted | default | meaning |", "|---|---|---|---|")
    for setting in section.settings:
        mark = "" if setting.default in {UNSET, NEEDED} else "`"
        yield (
            f"| `{setting.key.removeprefix(section.name + '.')}` | {_cell(setting.wanted)} "
            f"| {mark}{_cell(setting.default)}{mark} | {_cell(setting.text)} |"
        )


def example() -> str:
    """``deploy/hearth.toml``: every key at its default, commented out, so that updates bring better ones."""
    lines = [
        "# Hearth's settings. Every line is at its default: take away the # and change what should differ.",
        "# docs/configuration.md says more; `hearth config check` tells whether the file is right.",
    ]
    for section in sections():
        lines += ["", f"# {section.text}", f"[{section.name}]"]
        for setting in section.settings:
            key = setting.key.removeprefix(section.name + ".")
            lines += [f"# {line}" for line in _wrap(setting.text)]
            if setting.default == UNSET:
                lines.append(f"# {key}: {setting.wanted}; not set")
            else:
                lines.append(f"#{key} = {setting.default}")
        for table in section.tables:
            lines += [f"# {line}" for line in ("For instance:", *EXAMPLES[table.name].splitlines())]
    return "\n".join([*lines, ""])


def _tables(struct: inspect.StructType, path: str) -> Iterator[Section]:
    for field in struct.fields:
        described, text = _described(field.type)
        item = _row(described)
        if item is not None:
            key = f"{path}.{field.encode_name}"
            yield Section(key, text, tuple(_settings(item, key)))


def _row(kind: inspect.Type) -> inspect.StructType | None:
    """The table that a list holds, where it is too large for a line."""
    if isinstance(kind, inspect.ListType | inspect.VarTupleType):
        item, _ = _described(kind.item_type)
        if isinstance(item, inspect.StructType) and len(item.fields) > INLINE_MAX:
            return item
    return None


def _settings(struct: inspect.StructType, path: str) -> Iterator[Setting]:
    for field in struct.fields:
        described, text = _described(field.type)
        key = f"{path}.{field.encode_name}"
        default = field.default
        if default is msgspec.NODEFAULT and field.default_factory is not msgspec.NODEFAULT:
            default = field.default_factory()
        if isinstance(described, inspect.StructType):
            yield from _settings(described, key)
        else:
            pattern = getattr(described, "pattern", None)
            wanted = (
                BELOW if _row(described) else _wanted(described) + (f" like `{pattern}`" if pattern else "")
            )
            yield Setting(key, wanted, NEEDED if default is msgspec.NODEFAULT else toml(default), text)


def _struct(kind: inspect.Type) -> inspect.StructType:
    described, _ = _described(kind)
    if not isinstance(described, inspect.StructType):
        raise TypeError(f"{described!r} is no table of the configuration")
    return described


def _described(kind: inspect.Type) -> tuple[inspect.Type, str]:
    """The type without its wrapping, and the description that came with it."""
    text = ""
    while isinstance(kind, inspect.Metadata):
        schema = kind.extra_json_schema or {}
        text = text or str(schema.get("description", ""))
        kind = kind.type
    return kind, text


def _wanted(kind: inspect.Type) -> str:
    """What may stand there, in words."""
    kind, _ = _described(kind)
    match kind:
        case inspect.ListType() | inspect.VarTupleType() | inspect.SetType() | inspect.FrozenSetType():
            return f"list of {_wanted(kind.item_type)}"
        case inspect.TupleType():
            return "[" + ", ".join(map(_wanted, kind.item_types)) + "]"
        case inspect.DictType():
            return f"table of {_wanted(kind.value_type)}"
        case inspect.UnionType():
            return " or ".join(_wanted(each) for each in kind.types if not isinstance(each, inspect.NoneType))
        case inspect.StructType():
            return (
                "{" + ", ".join(f"{field.encode_name}: {_wanted(field.type)}" for field in kind.fields) + "}"
            )
        case _:
            return _scalar(kind)


def _scalar(kind: inspect.Type) -> str:
    match kind:
        case inspect.BoolType():
            return "true or false"
        case inspect.IntType():
            return " ".join(["whole number", *_limits(kind)])
        case inspect.FloatType():
            return " ".join(["number", *_limits(kind)])
        case inspect.StrType():
            return "text"
        case inspect.LiteralType():
            return " or ".join(map(toml, kind.values))
        case _:
            return type(kind).__name__.removesuffix("Type").lower()


def _limits(kind: inspect.IntType | inspect.FloatType) -> list[str]:
    words = (("from", kind.ge), ("above", kind.gt), ("to", kind.le), ("below", kind.lt))
    return [f"{word} {limit:g}" for word, limit in words if limit is not None]


def toml(value: Any) -> str:  # noqa: ANN401 - a default may be anything TOML can say
    """A default as TOML; JSON's text, numbers and lists are TOML's too."""
    if value is None or value is msgspec.NODEFAULT:
        return UNSET
    plain = msgspec.to_builtins(value)
    if isinstance(plain, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(item)}" for key, item in plain.items()) + "}"
    if isinstance(plain, list | tuple | set | frozenset):
        return "[" + ", ".join(toml(item) for item in plain) + "]"
    return json.dumps(plain, ensure_ascii=False)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _wrap(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= WIDTH:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
