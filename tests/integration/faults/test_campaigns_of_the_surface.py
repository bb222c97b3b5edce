"""The campaigns at the station's door and at the machine below it, in their shortest form."""

from __future__ import annotations

import pytest

from tests.integration.faults.runs import IN_SUITE, SURFACE, find_nothing


@pytest.mark.slow
@pytest.mark.timeout(900)  # seconds on a quiet machine; a busy one must not look like a fault
@pytest.mark.parametrize("name", [name for name in IN_SUITE if name in SURFACE])
def test_campaign_finds_nothing(name: str) -> None:
    find_nothing(name)
