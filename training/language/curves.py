"""A training's curves as a picture, without any library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDE, HIGH, EDGE = 720, 360, 48
HEAD: Final = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}" font-family="sans-serif" '
    'font-size="12"><rect width="100%" height="100%" fill="white"/>'
)


def drawn(curve: Sequence[dict[str, float]], held: Sequence[dict[str, Any]]) -> str:
    """The loss (left) and the share of held-out plans that are right (right), over the tokens seen."""
    most = max([1.0, *(point["tokens"] for point in curve)])
    top = max([1.0, *(point["loss"] for point in curve)])

    def x(tokens: float) -> float:
        return round(EDGE + (WIDE - 2 * EDGE) * tokens / most, 1)

    def y(share: float) -> float:
        return round(HIGH - EDGE - (HIGH - 2 * EDGE) * share, 1)

    losses = " ".join(f"{x(point['tokens'])},{y(point['loss'] / top)}" for point in curve)
    exact = " ".join(f"{x(each['tokens'])},{y(each.get('exact', 0.0))}" for each in held)
    steps = " ".join(f"{x(each['tokens'])},{y(each.get('steps', 0.0))}" for each in held)
    parts = [HEAD]
    for share in (0.0, 0.25, 0.5, 0.75, 1.0):
        parts.append(f'<line x1="{EDGE}" x2="{WIDE - EDGE}" y1="{y(share)}" y2="{y(share)}" stroke="#ddd"/>')
        parts.append(f'<text x="8" y="{y(share) + 4}">{share * top:.2f}</text>')
        parts.append(f'<text x="{WIDE - EDGE + 6}" y="{y(share) + 4}">{share:.2f}</text>')
    parts += [
        f'<polyline fill="none" stroke="#888" points="{losses}"/>',
        f'<polyline fill="none" stroke="#06c" stroke-width="2" points="{exact}"/>',
        f'<polyline fill="none" stroke="#c60" stroke-width="2" points="{steps}"/>',
        f'<text x="{EDGE}" y="24">loss (grey), held-out plans exact (blue), steps right (orange)</text>',
        f'<text x="{EDGE}" y="{HIGH - 16}">0 to {most / 1e6:.1f} million tokens</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"
