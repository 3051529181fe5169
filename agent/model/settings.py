"""What is set about the language model, and the model that the settings mean."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from agent.model.endpoint import Endpoint
from agent.model.errors import ModelAbsent, ModelRefused
from agent.model.mind import Budget, LanguageModel, Local
from agent.model.prompts import beginning
from agent.model.runner import Limits, Runner
from agent.model.shipped import FILE, shipped
from agent.model.wire import Load

ENVIRONMENT: Final = "HEARTH_MODEL"  # names a model instead of the settings
NONE: Final = "none"
BUILTIN: Final = "builtin"
SUFFIX: Final = ".gguf"
CHECKSUM: Final = ".sha256"
# Resident memory that is allowed where none is set: weights may be there twice, as they are in the file and
# laid out for the processor, beside the interpreter and the memory of conversations.
TIMES_FILE: Final = 2
BESIDE_MB: Final = 300


class LanguageModelSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the language model is run; which one, ``model`` under [agent] says."""

    folder: Annotated[
        str,
        Meta(
            max_length=4096, description="Where models are kept by name; empty: models, beside the database."
        ),
    ] = ""
    sha256: Annotated[
        str, Meta(pattern="^([0-9a-f]{64})?$", description="The model file's checksum; another is refused.")
    ] = ""
    plan_s: Annotated[
        float, Meta(gt=0, le=60, description="Time to understand a question; then rules do it.")
    ] = 2.0
    compose_s: Annotated[
        float, Meta(gt=0, le=60, description="Time to word an answer; then its template stands.")
    ] = 4.0
    load_s: Annotated[
        float, Meta(gt=0, le=600, description="Time to check and load the file; then it is tried anew later.")
    ] = 60.0
    memory_mb: Annotated[
        int, Meta(ge=0, description="Memory its process may take; 0: twice the file and 300 MB.")
    ] = 0
    threads: Annotated[int, Meta(ge=1, le=64, description="Processor threads it works with.")] = 1
    context: Annotated[
        int,
        Meta(ge=0, le=131_072, description="Tokens of a question with its answer; 0: as the model needs."),
    ] = 0
    sessions: Annotated[
        int, Meta(ge=1, le=16, description="Conversations whose evaluated beginning is kept in memory.")
    ] = 2
    endpoint: Annotated[
        str,
        Meta(description="A server that is asked instead, such as http://127.0.0.1:8080; empty: none."),
    ] = ""
    endpoint_model: Annotated[str, Meta(description="What that server calls the model.")] = "default"
    endpoint_key: Annotated[str, Meta(description="A key that the server wants; empty: none.")] = ""
    endpoint_format: Annotated[
        Literal["schema", "grammar"],
        Meta(description="How that server is held to a plan: a JSON schema, or llama.cpp's grammar."),
    ] = "schema"
    endpoint_outside: Annotated[
        bool, Meta(description="Ask a server outside the house, too. Questions and findings go there.")
    ] = False


def chosen(option: str | None, configured: str) -> str:
    """The model that is meant: the one that was said, else the environment's, else the settings'."""
    return option or os.environ.get(ENVIRONMENT) or configured


def language_model(
    model: str,
    settings: LanguageModelSettings | None = None,
    *,
    folder: Path | None = None,
    patience_s: float = 0.0,
) -> LanguageModel | None:
    """The model that is meant, being loaded; None for none.

    ``model``: "none", "builtin", the name of a file in ``folder``, or a path; with an endpoint, any word but
    none. ``patience_s``: how long a first question waits for the loading.

    Raises:
        ModelRefused: there is no such file.
        ModelAbsent: llama-cpp-python is not installed.
        EndpointRefused: the endpoint's address cannot be asked.
    """
    wanted = settings or LanguageModelSettings()
    budget = Budget(plan_s=wanted.plan_s, compose_s=wanted.compose_s, patience_s=patience_s)
    if model == NONE:
        return None
    if wanted.endpoint:
        server = Endpoint(
            wanted.endpoint,
            wanted.endpoint_model,
            key=wanted.endpoint_key,
            outside=wanted.endpoint_outside,
            grammar=wanted.endpoint_format == "grammar",
        )
        return LanguageModel(server, budget)
    path = found(model, folder)
    own = shipped() if model == BUILTIN else None
    if not installed():
        raise ModelAbsent
    allowed = wanted.memory_mb or TIMES_FILE * (path.stat().st_size >> 20) + BESIDE_MB
    load = Load(
        path=str(path),
        sha256=own.sha256 if own else wanted.sha256 or checksum(path),
        context=wanted.context or (own.context if own else 0),
        sessions=wanted.sessions,
        threads=wanted.threads,
        data_mb=allowed,
    )
    limits = Limits(resident_mb=allowed, load_s=wanted.load_s)
    return LanguageModel(Local(Runner(load, limits, beginning)), budget)


def found(model: str, folder: Path | None) -> Path:
    """The file of a model.

    Raises:
        ModelRefused: there is none.
    """
    if model == BUILTIN:
        if shipped() is None:
            raise ModelRefused(str(FILE), "this version comes without a built-in model")
        path = FILE
    elif "/" in model or model.endswith(SUFFIX):
        path = Path(model).expanduser()
    else:
        path = (folder or Path()) / f"{model}{SUFFIX}"
    if not path.is_file():
        raise ModelRefused(str(path), "there is no such file")
    return path.absolute()


def checksum(path: Path) -> str:
    """The checksum beside a model file; empty where there is none.

    Raises:
        ModelRefused: what is there is no checksum.
    """
    beside = path.with_name(path.name + CHECKSUM)
    if not beside.is_file():
        return ""
    words = beside.read_text(encoding="ascii", errors="replace").split()
    digest = words[0].lower() if words else ""
    if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):  # noqa: PLR2004 - of SHA-256, in hex
        raise ModelRefused(str(path), f"{beside.name} holds no checksum")
    return digest


def installed() -> bool:
    """Whether the library that runs models is there; it is loaded only in the model's own process."""
    from importlib.util import find_spec  # noqa: PLC0415 - asked once, for models alone

    return find_spec("llama_cpp") is not None
