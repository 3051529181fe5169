"""What came is compared with what a wearable knows it sampled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from tests.bluetooth.strap_ecg import FRAME_SAMPLES

if TYPE_CHECKING:
    from dsp.types import IntArray
    from tests.bluetooth.gateway import Received
    from tests.bluetooth.strap import Strap

# Between the strap's answer to the stop and the end of the link it hears nobody; what it handed over just
# before may meet a client that has closed its ears.
AT_THE_END: Final = 2 * FRAME_SAMPLES


def handed(strap: Strap) -> IntArray:
    """Numbers of all samples that came out of the air on this side, in order."""
    uv = [frame.uv for frame in strap.taken if frame.handed > 0]
    return np.concatenate(uv or [np.zeros(0, np.int32)])


def assert_as_sampled(received: Received, strap: Strap, missing: int = 0, end: int = AT_THE_END) -> None:
    """Everything that came out of the air is in its place once, and nothing else.

    ``missing``: so many samples may be missing besides, because a queue that is not the strap's lost them.
    ``end``: and so many after the last one that came.
    """
    numbers, sent = received.numbers, handed(strap)
    assert len(numbers), "nothing came"
    assert (np.diff(numbers) > 0).all(), "a sample came twice, or out of order"
    assert np.isin(numbers, sent).all(), "a sample that was never sent"
    before_end = sent[sent <= numbers[-1]]
    assert len(sent) - len(before_end) <= end, "the end is missing"
    assert len(before_end) - len(numbers) <= missing, "samples are missing"
