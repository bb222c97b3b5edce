"""How long and in which way Hypothesis walks."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

STEPS = 50


def walks(runs: int) -> settings:
    """Return the settings of so many walks that are not made shorter when one goes wrong: each is read as it was walked."""
    return settings(
        max_examples=runs,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
