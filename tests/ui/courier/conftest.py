"""The counter of a parcel depot: the same profile, another trade."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.live_line.counter import Counter, counter

__all__ = ["counter", "depot"]


@pytest.fixture
def depot(counter: Counter) -> Counter:
    """Return the counter as a courier's."""
    with counter.profile.storage.begin() as work:
        shop = work.members.shop()
        assert shop is not None
        work.members.put_shop(replace(shop, merchant=replace(shop.merchant, trade="courier", name="顺通快递")))
        work.commit()
    return counter
