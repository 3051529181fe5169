"""What a result says was there, and how much: from every shape of result, for the reader to compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from agent.tools.envelope import Envelope

FOLLOWED: Final = {"pauses": "pause", "af_burden": "af", "s_beats": "ectopic", "v_beats": "ectopic"}
TURNS: Final = {"up": "higher", "down": "lower", "flat": "same"}


def seen(envelope: Envelope) -> dict[str, float]:
    """Kind -> how much of it was found; 0 for what was looked for and not found."""
    data = envelope.data
    found: dict[str, float] = {}
    inner = data.get("found")
    for source in (data, inner if isinstance(inner, dict) else {}):
        for each in source.get("kinds", ()):
            found[str(each["kind"])] = float(each["count"])
        if source.get("loose_af_s"):
            found["af"] = float(source["loose_af_s"])
    told = _BY_TOOL.get(envelope.tool)
    if told is not None and envelope.ok:
        for kind, amount in told(data).items():
            found[kind] = max(found.get(kind, 0.0), amount)
    return found


def seen_before(envelope: Envelope) -> dict[str, float]:
    """Of a comparison: kind -> how much of it the other time had."""
    if envelope.tool != "compare":
        return {}
    return {str(each["kind"]): float(each["b"]) for each in envelope.data.get("events", ())}


def directions(envelope: Envelope) -> dict[str, str]:
    """Metric -> higher, lower or same, as a comparison or a course tells it."""
    data = envelope.data
    if envelope.tool == "compare":
        return {str(each["metric"]): str(each["direction"]) for each in data.get("differences", ())}
    if envelope.tool == "trend":
        return {str(data.get("metric", "")): TURNS.get(str(data.get("direction", "")), "")}
    return {}


def _ectopic(data: Mapping[str, Any]) -> dict[str, float]:
    return {"ectopic": float(data.get("s_beats", 0) + data.get("v_beats", 0))}


def _classify(data: Mapping[str, Any]) -> dict[str, float]:
    if "shares" not in data:
        return _ectopic(data)
    shares = {str(share["rhythm"]): float(share["seconds"]) for share in data["shares"]}
    return {"af": 0.0, **shares, **_latest(data)}


def _latest(data: Mapping[str, Any]) -> dict[str, float]:
    rhythm = (data.get("latest") or {}).get("rhythm")
    return {str(rhythm): 1.0} if rhythm else {}


def _summary(data: Mapping[str, Any]) -> dict[str, float]:
    counts = {kind: float(data[f"{kind}s"]["count"]) for kind in ("alert", "note")}
    return {"af": float(data.get("af_s", 0.0)), **counts, **_ectopic(data)}


def _trend(data: Mapping[str, Any]) -> dict[str, float]:
    kind = FOLLOWED.get(str(data.get("metric", "")))
    total = sum(float(point["value"] or 0.0) for point in data.get("points", ()))
    return {kind: total} if kind else {}


def _compare(data: Mapping[str, Any]) -> dict[str, float]:
    return {str(each["kind"]): float(each["a"]) for each in data.get("events", ())}


def _alert(data: Mapping[str, Any]) -> dict[str, float]:
    episode = data.get("episode")
    return {"alert": 1.0, **({str(episode["kind"]): 1.0} if episode else {})}


_BY_TOOL: Final[Mapping[str, Callable[[Mapping[str, Any]], dict[str, float]]]] = {
    "burden": lambda data: {"af": float(data.get("seconds", 0.0))},
    "classify": _classify,
    "measure": _latest,
    "summarize": _summary,
    "trend": _trend,
    "compare": _compare,
    "explain": lambda data: {str(data.get("finding", "")): 1.0 if data.get("found") else 0.0},
    "explain_alert": _alert,
    "list_alerts": lambda data: {"alert": float(data.get("count", 0))},
    "list_notes": lambda data: {"note": float(data.get("count", 0))},
    "export": lambda data: {str(data["event"]): 1.0} if data.get("event") else {},
    "add_note": lambda _data: {"note": 1.0},
}
