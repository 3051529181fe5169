"""Which token comes next: the likeliest or a drawn one, of those that the grammar allows."""

from __future__ import annotations

import ctypes
import math
from typing import TYPE_CHECKING, Final, Self

from agent.model.errors import RequestRefused
from agent.model.library import lib

if TYPE_CHECKING:
    from agent.model.request import Request

TOP_K: Final = 40  # llama.cpp's own defaults
TOP_P: Final = 0.95
ROOT: Final = b"root"


class Sampler:
    """The samplers of one request. Use as a context manager: they are memory of llama.cpp's.

    The choice is made without the grammar first, which is tried over the whole vocabulary only where that
    choice does not fit; like llama.cpp's own programs.
    """

    def __init__(self, vocabulary: lib.llama_vocab_p, request: Request) -> None:
        self._grammar: lib.llama_sampler_p | None = None
        if request.grammar:
            self._grammar = lib.llama_sampler_init_grammar(vocabulary, request.grammar.encode(), ROOT)
            if not self._grammar:
                raise RequestRefused("its grammar is not GBNF")
        self._free = _chain(request)
        self._held = _chain(request, self._grammar) if self._grammar else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        lib.llama_sampler_free(self._free)
        if self._held:
            lib.llama_sampler_free(self._held)

    def next(self, context: lib.llama_context_p) -> int:
        """The next token after what was evaluated last."""
        token = int(lib.llama_sampler_sample(self._free, context, -1))
        if self._held is None:
            return token
        if self.allows(token):
            self.accept(token)
            return token
        return int(lib.llama_sampler_sample(self._held, context, -1))

    def allows(self, token: int) -> bool:
        """Whether the grammar lets ``token`` come next."""
        if self._grammar is None:
            return True
        one = (lib.llama_token_data * 1)(lib.llama_token_data(token, 1.0, 0.0))
        candidates = lib.llama_token_data_array(one, 1, -1, False)
        lib.llama_sampler_apply(self._grammar, ctypes.byref(candidates))
        return not math.isinf(one[0].logit)

    def accept(self, token: int) -> None:
        """Go on after ``token``, which the grammar allows."""
        if self._grammar is not None:
            lib.llama_sampler_accept(self._grammar, token)


class Scale:
    """Weighs tokens after what was evaluated last. ``total``: of those that were taken, in nats."""

    last = -1
    total = 0.0

    def __init__(self, context: lib.llama_context_p, vocabulary: lib.llama_vocab_p) -> None:
        self._context = context
        self._size = int(lib.llama_vocab_n_tokens(vocabulary))

    def take(self, token: int) -> None:
        """Count a token that comes next."""
        self.last = token
        self.total += self.likelihood(token)

    def likelihood(self, token: int, place: int = -1) -> float:
        """The log-probability of a token after the one at ``place`` of the last batch; -1: after its last."""
        logits: list[float] = lib.llama_get_logits_ith(self._context, place)[: self._size]
        most = max(logits)
        return logits[token] - most - math.log(math.fsum(math.exp(each - most) for each in logits))


def _chain(request: Request, first: lib.llama_sampler_p | None = None) -> lib.llama_sampler_p:
    chain: lib.llama_sampler_p = lib.llama_sampler_chain_init(lib.llama_sampler_chain_default_params())
    if first is not None:
        lib.llama_sampler_chain_add(chain, first)
    if request.temperature <= 0:
        lib.llama_sampler_chain_add(chain, lib.llama_sampler_init_greedy())
        return chain
    if first is None:
        lib.llama_sampler_chain_add(chain, lib.llama_sampler_init_top_k(TOP_K))
        lib.llama_sampler_chain_add(chain, lib.llama_sampler_init_top_p(TOP_P, 1))
    lib.llama_sampler_chain_add(chain, lib.llama_sampler_init_temp(request.temperature))
    lib.llama_sampler_chain_add(chain, lib.llama_sampler_init_dist(request.seed & 0xFFFFFFFF))
    return chain
