"""A line to the police that comes and goes."""

from __future__ import annotations

from desktop.application.errors import CounterwatchError, StationUnreachable
from desktop.application.station_port import FeedPage
from tests.unit.desktop_sending.profile import Failure, ToldStation


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
    station.pages = _NoFeed()
    return line
