"""A small bottom-up reader: rules over words and categories build values from the inside out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from agent.when.lexer import folded
from agent.when.model import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from agent.when.lexer import Token

MAX_VALUES: Final = 4  # readings kept for one stretch of words under one name; the first rules win


@dataclass(frozen=True, slots=True)
class Item:
    """One place of a pattern: any of these words or categories, perhaps left out."""

    words: frozenset[str]
    names: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that make a value: ``pattern`` over words (lower case) and categories (upper case).

    ``build`` gets the context, the values of the categories in order (None where left out), then ``args``.
    ``weighs``: it also gets troubles, which else are the trouble of the whole phrase.
    """

    makes: str
    items: tuple[Item, ...]
    build: Callable[..., object]
    args: tuple[object, ...]
    weighs: bool = False


Spans = dict[int, list[tuple[int, object]]]  # start -> [(end, value)]


def rule(makes: str, pattern: str, build: Callable[..., object], *args: object) -> Rule:
    """One rule. In ``pattern`` a ``?`` after an item makes it optional, ``|`` separates choices."""
    return Rule(makes, _items(pattern), build, args)


def weighing(makes: str, pattern: str, build: Callable[..., object], *args: object) -> Rule:
    """A rule whose builder can make something of an ambiguous part."""
    return Rule(makes, _items(pattern), build, args, weighs=True)


def literals(table: Sequence[Rule]) -> frozenset[str]:
    """All words that rules name."""
    return frozenset(word for each in table for item in each.items for word in item.words)


def _items(pattern: str) -> tuple[Item, ...]:
    found = []
    for text in pattern.split():
        optional = text.endswith("?")
        choices = text.removesuffix("?").split("|")
        found.append(
            Item(
                frozenset(folded(choice) for choice in choices if not choice.isupper()),
                tuple(choice for choice in choices if choice.isupper()),
                optional,
            )
        )
    return tuple(found)


class Chart:
    """What has been read from some tokens: name -> start -> [(end, value)]."""

    def __init__(self, found: Sequence[Token]) -> None:
        self._found = found
        self._texts = frozenset(token.text for token in found)
        self._made: dict[str, Spans] = defaultdict(lambda: defaultdict(list))
        for position, token in enumerate(found):
            for name, value in token.kinds.items():
                self._made[name][position].append((position + 1, value))

    def of(self, name: str) -> Spans:
        """All values of a name."""
        return self._made[name]

    def apply(self, each: Rule, context: object) -> None:
        """Add the values that a rule builds from what has been read.

        A trouble inside a longer phrase is the trouble of the whole phrase.
        """
        if not all(item.optional or self._possible(item) for item in each.items):
            return
        made = self._made[each.makes]
        for start in range(len(self._found)):
            for end, values in list(self._match(each.items, start, ())):
                trouble = next(
                    (value for value in values if isinstance(value, Trouble) and not each.weighs), None
                )
                value = trouble or each.build(context, *values, *each.args)
                if value is not None and sum(e == end for e, _ in made[start]) < MAX_VALUES:
                    made[start].append((end, value))

    def _possible(self, item: Item) -> bool:
        """Whether anything that was read could be this place of a pattern."""
        return not item.words.isdisjoint(self._texts) or any(self._made.get(name) for name in item.names)

    def _match(
        self, items: Sequence[Item], position: int, values: tuple[object, ...]
    ) -> Iterator[tuple[int, tuple[object, ...]]]:
        if not items:
            yield position, values
            return
        item, rest = items[0], items[1:]
        left_out = (*values, *(None,) * bool(item.names))
        if position < len(self._found):
            if self._found[position].text in item.words:
                yield from self._match(rest, position + 1, left_out)
            for name in item.names:
                for end, value in self._made[name].get(position, ()):
                    yield from self._match(rest, end, (*values, value))
        if item.optional:
            yield from self._match(rest, position, left_out)


def read(found: Sequence[Token], table: Sequence[Rule], context: object) -> Chart:
    """Everything the rules can build from the tokens.

    Rules are tried in the order of the table, so a rule may use only names made above it.
    """
    chart = Chart(found)
    for each in table:
        chart.apply(each, context)
    return chart
