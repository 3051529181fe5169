"""What training chose for the calling of beats."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decisions:
    """What :class:`dsp.calls.Caller` goes by; it comes from the network's file.

    ``even``: height of a hump that is as likely a beat as not; ``at_once``: evidence that needs no waiting;
    ``rhythm``: weight of the rhythm in noise; ``narrow``: no beats are taken to be more alike in steepness
    (logarithm); ``alike``: spreads of steepness that are no evidence against a hump; ``flatter``,
    ``steeper``: evidence against it by spread below and above; ``rhythm_from``, ``rhythm_full``,
    ``steep_from``, ``steep_full``: noise (root of the slope between beats against theirs) in which rhythm and
    steepness begin to count, and count in full; ``wary``: evidence against any hump in full noise;
    ``flat``: evidence against a hump flatter than all beats before, noisy or not, for each e-fold beyond
    ``below``; ``shape``: evidence between a hump of another shape than all beats (correlation up to
    ``shape_low``) and one like them (from ``shape_high``), of which ``shape_even`` speaks neither way;
    ``shape_from``, ``shape_full``: noise in which it begins to count, and counts in full.
    """

    even: float = 0.12
    at_once: float = 1.0
    rhythm: float = 0.7
    narrow: float = 0.08
    alike: float = 1.0
    flatter: float = 0.3
    steeper: float = 0.05
    rhythm_from: float = 0.22
    rhythm_full: float = 0.45
    steep_from: float = 0.2
    steep_full: float = 0.3
    wary: float = 0.0
    flat: float = 0.0
    below: float = 0.5
    shape: float = 0.0
    shape_low: float = 0.85
    shape_high: float = 0.95
    shape_even: float = 0.6
    shape_from: float = 0.25
    shape_full: float = 0.4
