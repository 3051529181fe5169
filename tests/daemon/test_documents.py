"""The documents that follow from the code follow from this code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from daemon.cli.document import documents
from daemon.cli.reference import EXAMPLES, example, markdown, sections
from daemon.config import Config, parse
from daemon.errors import ConfigError

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("path", sorted(documents()), ids=lambda path: path.name)
def test_the_document_is_up_to_date(path: Path) -> None:
    assert path.read_text() == documents()[path], "run: python -m daemon.cli.document"


def test_the_example_is_the_defaults_as_it_stands_and_with_every_line_taken_in() -> None:
    assert parse(example()) == Config()
    taken_in = re.sub(r"^#(?=[\w.]+ = )", "", example(), flags=re.MULTILINE)
    assert taken_in.count("\n#") < example().count("\n#")
    assert parse(taken_in) == Config()


def test_every_key_is_described() -> None:
    found = list(sections())
    assert [section.name for section in found] == list(Config.__struct_fields__)
    for section in found:
        assert section.text
        for setting in section.settings:
            assert setting.text, setting.key
            assert setting.key in example() or setting.key.split(".", 1)[1] in example()
            assert f"`{setting.key.split('.', 1)[1]}`" in markdown()


def test_every_default_is_reachable_by_its_documented_key() -> None:
    """The keys of the reference are those the parser accepts: each, set to its default, changes nothing."""
    for section in sections():
        for setting in section.settings:
            if setting.default == "not set":
                continue
            *table, key = setting.key.split(".")
            assert parse(f"[{'.'.join(table)}]\n{key} = {setting.default}") == Config(), setting.key


def test_the_example_of_a_list_of_tables_is_one_when_it_is_taken_in() -> None:
    for section in sections():
        for table in section.tables:
            commented = "".join(f"# {line}\n" for line in EXAMPLES[table.name].splitlines())
            assert commented in example()
            assert EXAMPLES[table.name] in markdown()
            taken_in = example().replace(commented, EXAMPLES[table.name])
            _, _, key = table.name.partition(".")
            assert len(getattr(getattr(parse(taken_in), section.name), key)) == 1
            for setting in table.settings:
                assert setting.text, setting.key
                assert f"`{setting.key.removeprefix(table.name + '.')}`" in markdown()


def test_an_undocumented_key_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"docs/configuration\.md"):
        parse("[service]\nlog_levle = 'info'")
