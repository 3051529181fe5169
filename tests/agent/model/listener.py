"""Somebody who takes down what turns have to say, and leaves it to the templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.compose.draft import Draft
    from agent.model.seam import Asked
    from agent.tools.envelope import Envelope


class Listener:
    """``drafts``: of each turn, with its evidence."""

    def __init__(self) -> None:
        self.drafts: list[tuple[Draft, dict[str, Envelope]]] = []

    def plan(self, _asked: Asked) -> None:
        return None

    def compose(self, _asked: Asked, draft: Draft, evidence: Mapping[str, Envelope]) -> None:
        self.drafts.append((draft, dict(evidence)))
