"""Who made an answer: the model or the rules, in what time, and why not the model where it was not."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

MODEL: Final = "model"
RULES: Final = "rules"
TEMPLATES: Final = "templates"


class By(msgspec.Struct, omit_defaults=True):
    """Filled in while a turn goes on. Empty: there was no model for that, or nothing to do.

    ``plan_left``, ``words_left``: why the model was not asked, or its own not taken. Seconds: ``plan_s``,
    ``words_s`` of the model alone, ``prompt_s`` of both for reading; ``first_s`` from the question to the
    first sentence in its words. Tokens are of both requests; ``reused_tokens`` of ``prompt_tokens`` had been
    evaluated before.
    """

    plan: Literal["", "model", "rules"] = ""
    plan_left: str = ""
    words: Literal["", "model", "templates"] = ""
    words_left: str = ""
    plan_s: float = 0.0
    words_s: float = 0.0
    first_s: float = 0.0
    prompt_s: float = 0.0
    prompt_tokens: int = 0
    reused_tokens: int = 0
    written_tokens: int = 0
    repaired: int = 0  # sentences

    @property
    def asked(self) -> bool:
        """Whether a model was asked for anything."""
        return bool(self.plan or self.words)
