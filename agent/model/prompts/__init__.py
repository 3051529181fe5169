"""How models are asked: a file for each family of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from agent.model.grounds import grounds
from agent.model.prompts.builtin import BUILTIN
from agent.model.prompts.endpoint import ENDPOINT
from agent.model.prompts.granite import GRANITE
from agent.model.prompts.llama import LLAMA
from agent.model.prompts.qwen import QWEN
from agent.model.request import DEADLINE_S
from agent.model.sight import Sight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from agent.model.request import Request
    from agent.model.sight import Family
    from agent.model.wire import Ready

__all__ = ["BUILTIN", "ENDPOINT", "FAMILIES", "GRANITE", "LLAMA", "QWEN", "beginning", "family_of"]

FAMILIES: Final[Mapping[str, Family]] = {
    each.name: each for each in (BUILTIN, QWEN, LLAMA, GRANITE, ENDPOINT)
}
# What tells a family where the model file does not: a sign in its chat template.
SIGNS: Final = (("<|start_of_role|>", GRANITE), ("<|start_header_id|>", LLAMA), ("<|im_start|>", QWEN))


def beginning(ready: Ready) -> Request:
    """What all prompts of a loaded model begin with, to be evaluated before the first question."""
    sight = Sight("", "", "wearer", "en", (), (), grounds(""), DEADLINE_S)
    return replace(family_of(ready).plan(sight), grammar="", max_tokens=0)


def family_of(ready: Ready) -> Family:
    """The family of a loaded model: as its file says, else by its template; most follow Qwen's manner."""
    if ready.family in FAMILIES:
        return FAMILIES[ready.family]
    if not ready.template:
        return BUILTIN
    return next((family for sign, family in SIGNS if sign in ready.template), QWEN)
