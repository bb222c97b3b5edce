"""The campaigns that kill, cut and restore, in their shortest form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.integration.faults.runs import IN_SUITE, SURFACE, Together, asked_for


@pytest.fixture(scope="module")
def together(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Together]:
    """The campaigns of this file."""
    running = Together(asked_for(request.session, __name__), tmp_path_factory.mktemp("campaigns") / "complaints.txt")
    yield running
    running.end()


@pytest.mark.slow
@pytest.mark.timeout(900)  # seconds on a quiet machine; a busy one must not look like a fault
@pytest.mark.parametrize("name", [name for name in IN_SUITE if name not in SURFACE])
def test_campaign_finds_nothing(name: str, together: Together) -> None:
    together.find_nothing(name)
