"""Asks llama.cpp itself what a grammar allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agent.model.library import lib
from agent.model.request import Request, Text
from agent.model.sampling import Sampler

if TYPE_CHECKING:
    from agent.model.engine import Engine


def accepts(engine: Engine, grammar: str, text: str) -> bool:
    """Whether a whole text is one of the grammar's."""
    end = int(lib.llama_vocab_eos(engine._vocabulary))
    with Sampler(engine._vocabulary, Request(grammar=grammar)) as sampler:
        for token in engine.tokenize(Text(text)):
            if not sampler.allows(token):
                return False
            sampler.accept(token)
        return sampler.allows(end)


def samples(engine: Engine, grammar: str, count: int, *, tokens: int = 400) -> list[str]:
    """Texts that weights without any sense write under a grammar, at high temperature; whole ones only."""
    made = []
    for seed in range(count):
        request = Request(prompt=(Text("x"),), grammar=grammar, temperature=3.0, seed=seed, max_tokens=tokens)
        reply = engine.generate(request, lambda _text: None)
        if reply.finish == "end":
            made.append(reply.text)
    return made
