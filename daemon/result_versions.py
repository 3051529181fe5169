"""Under which version results are stored: one for each chain with the very files that took part in it.

So results of another network, or of another classifier, never take the place of those that answers rest on.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING, Final

from daemon.rhythm_models import KIND
from dsp import Pipeline, shipped
from dsp.interval_stream import IntervalStream
from storage.sessions import RR
from storage.versions import Version

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsp.models import Classifier

MARK_CHARS: Final = 8  # of the checksum over the files: it stands in every row


def made(signal: str, classifier: Classifier | None, now_ns: int = 0) -> Version:
    """What results of a session are made of. ``signal``: as in the session."""
    if signal == RR:
        return Version(IntervalStream.version, IntervalStream.version, None, None, {}, now_ns)
    files = dict(_files())
    name = None
    if classifier is not None:
        name = f"{classifier.name}-{classifier.version}"
        files[name] = classifier.sha256
    told = "\n".join(f"{file} {digest}" for file, digest in sorted(files.items()))
    mark = hashlib.sha256(told.encode()).hexdigest()[:MARK_CHARS]
    digest = None if classifier is None else classifier.sha256
    return Version(f"{Pipeline.version}.{mark}", Pipeline.version, name, digest, files, now_ns)


@cache
def _files() -> Mapping[str, str]:
    """The chain's own files, as they were when the process began; without those that it goes on without."""
    absent = {model.file for model, _ in shipped.spare_troubles()}
    return {
        model.file: model.sha256
        for model in shipped.listed()
        if model.kind != KIND and model.file not in absent
    }


def label(signal: str, classifier: Classifier | None) -> str:
    """The version's name, as it stands in every row."""
    return made(signal, classifier).version
