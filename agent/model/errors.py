"""What can go wrong with a language model. Every one of them means: this turn goes on without it."""

from __future__ import annotations

from agent.errors import AgentError


class ModelError(AgentError):
    """Root of the language model's errors."""


class ModelAbsent(ModelError):
    """The library that runs models is not installed."""

    def __init__(self) -> None:
        super().__init__("a language model needs llama-cpp-python; pip install llama-cpp-python, or set none")


class ModelRefused(ModelError):
    """A file that is not loaded. ``path``: which; ``why``: in plain words."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} is not loaded: {why}")
        self.path = path
        self.why = why


class ModelUnavailable(ModelError):
    """No model answers at this moment. ``why``: in plain words."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the language model does not answer: {why}")
        self.why = why


class ModelSlow(ModelError):
    """A request was not finished in its time. ``seconds``: how long it had."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"the language model did not finish within {seconds:g} s")
        self.seconds = seconds


class ModelDied(ModelError):
    """The model's process ended during a request. ``why``: how."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the language model's process ended: {why}")
        self.why = why


class RequestRefused(ModelError):
    """The model cannot take this request. ``why``: without any of its words."""

    def __init__(self, why: str) -> None:
        super().__init__(f"the language model cannot take the request: {why}")
        self.why = why


class WordsFailed(ModelError):
    """What a model writes does not pass the check; the template answers."""

    def __init__(self) -> None:
        super().__init__("the language model's words did not pass the check")
