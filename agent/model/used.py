"""What a model takes of the machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Used:
    """Resident memory, in MB of 2**20 bytes, and processor time since it began; 0 of a model elsewhere."""

    rss_mb: float = 0.0
    cpu_s: float = 0.0
