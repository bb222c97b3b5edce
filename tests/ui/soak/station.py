"""A line to the police that comes and goes."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.application.errors import CounterwatchError, StationUnreachable
from desktop.application.station_port import FeedPage
from desktop.domain.reward.reward import Reward
from tests.unit.desktop_sending.profile import Failure, ToldStation

CLAIMED = Reward(
    "soak", "none", "mem_1", "cash", "claimed", 50_000, "有效线索奖励", "", 1, datetime(2026, 11, 23, tzinfo=UTC), ()
)


class _NoFeed(list[FeedPage | CounterwatchError]):
    """The feed is never reached; news come through the profile instead."""

    def pop(self, _index: object = -1) -> FeedPage | CounterwatchError:
        return StationUnreachable("network")


class Line(list[Failure]):
    """Cut or whole, as often as one likes."""

    def __init__(self) -> None:
        super().__init__()
        self.cut = False

    def __bool__(self) -> bool:
        return self.cut

    def pop(self, _index: object = -1) -> Failure:
        return StationUnreachable("network")


def lay(station: ToldStation) -> Line:
    """Let every call of this station go over one line."""
    line = Line()
    station.failures = line
    # Whoever presses 领取 while the line is whole gets an answer, as from any station.
    station.reward = CLAIMED
    station.pages = _NoFeed()
    return line
