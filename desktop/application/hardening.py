"""How much work guessing a secret costs: the parameters of Argon2id."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """Memory in KiB, passes over it, lanes in parallel."""

    memory_kib: int
    passes: int
    lanes: int = 1


MADE_UP = Cost(1024, 1)
"""For secrets that stand in the program, as practice mode's do: guessing them needs no work anyway."""
