"""Where the time of the signal chain goes: its functions with a watch around each."""

from __future__ import annotations

from contextlib import contextmanager
from functools import wraps
from time import thread_time_ns
from typing import TYPE_CHECKING, Any, Final

from dsp import chain, pipeline, resample, waves, window_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OVERHEAD: Final = "overhead"
STAGES: Final[tuple[tuple[str, Any, str], ...]] = (
    (OVERHEAD, pipeline.Pipeline, "push"),
    ("resampling", resample.Resampler, "push"),
    ("detection", chain.Chain, "_detect"),
    ("R peaks, labels", chain.Chain, "_beat"),
    ("waves", waves, "follow"),
    ("quality", window_report, "assess"),
    ("windows", pipeline.Pipeline, "_window"),
)


class Stages:
    """CPU nanoseconds spent in each stage itself, without the stages it calls."""

    def __init__(self) -> None:
        self.ns = {name: 0 for name, _, _ in STAGES}
        self._inner = [0]

    def shares(self) -> dict[str, float]:
        """Share of the whole in each stage."""
        whole = sum(self.ns.values())
        return {name: ns / whole for name, ns in self.ns.items()}

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted as the stage's."""

        @wraps(function)
        def watched(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - whatever the function takes and gives
            self._inner.append(0)
            started = thread_time_ns()
            try:
                return function(*args, **options)
            finally:
                spent = thread_time_ns() - started
                self.ns[name] += spent - self._inner.pop()
                self._inner[-1] += spent

        return watched


@contextmanager
def watching() -> Iterator[Stages]:
    """Times the stages of every pipeline that runs meanwhile."""
    stages = Stages()
    before = [(owner, attribute, getattr(owner, attribute)) for _, owner, attribute in STAGES]
    for (name, owner, attribute), (_, _, function) in zip(STAGES, before, strict=True):
        setattr(owner, attribute, stages.timed(name, function))
    try:
        yield stages
    finally:
        for owner, attribute, function in before:
            setattr(owner, attribute, function)
