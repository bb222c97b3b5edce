"""The desk names an alert as the clerk's screen does."""

from __future__ import annotations

import random
import uuid

from desktop.domain.alert.alert import short_number
from station.domain.clerk_number import clerk_number


def test_both_sides_of_the_telephone_name_the_same_alert(rng: random.Random) -> None:
    for _ in range(200):
        alert_id = str(uuid.UUID(int=rng.getrandbits(128), version=4))
        assert clerk_number(alert_id) == short_number(alert_id)
