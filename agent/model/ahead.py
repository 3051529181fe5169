"""What must follow: inside the braces of a slot only the names at hand can be written.

Where all of them go on alike, those tokens need not be asked of the model one by one: they are taken in
together, as a prompt is. The last token is left to the model, which may have one for it and a full stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from agent.model.prefix import common

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

OPEN, CLOSE = "{", "}"
NOTHING: Final[tuple[int, ...]] = ()


class Ahead:
    """Follows a text as it is written. ``spell``: the tokens of a text; ``piece``: the text of a token."""

    def __init__(
        self,
        slots: Iterable[str],
        spell: Callable[[str], Sequence[int]],
        piece: Callable[[int], bytes],
    ) -> None:
        self._spelt = {name: tuple(spell(f"{OPEN}{name}{CLOSE}")) for name in slots}
        self._texts = {
            name: [
                b"".join(map(piece, tokens[:count])).decode("utf-8", "ignore") for count in range(len(tokens))
            ]
            for name, tokens in self._spelt.items()
        }
        self._open = ""  # since the last brace that opened, with it

    def feed(self, text: str) -> None:
        """Take in what was written."""
        self._open += text
        last = self._open.rfind(OPEN)
        closed = last < 0 or CLOSE in self._open[last:]
        self._open = "" if closed else self._open[last:]

    def tokens(self) -> Sequence[int]:
        """What must follow, if that is certain and begins where a token ends."""
        if not self._open:
            return NOTHING
        rests: list[tuple[int, ...]] = []
        for name, tokens in self._spelt.items():
            if not f"{OPEN}{name}".startswith(self._open):
                continue
            if self._open not in self._texts[name]:
                return NOTHING
            rests.append(tokens[self._texts[name].index(self._open) : -1])
        if not rests:
            return NOTHING
        shared = len(rests[0])
        for rest in rests[1:]:
            shared = min(shared, common(rests[0], rest))
        return rests[0][:shared]
