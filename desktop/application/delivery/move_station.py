"""Follow the same station to a new address."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.changes import NOTHING, Kind, Outcome, changed
from desktop.application.errors import ForeignStation, NotEnrolled
from desktop.application.ports import Begin
from desktop.application.station_port import StationConnector, address_of


class MoveStation:
    """Store a new station address after the station there has shown one of the keys fixed at enrolment."""

    def __init__(self, *, begin: Begin, connect: StationConnector) -> None:
        self._begin = begin
        self._connect = connect

    def __call__(self, station_url: str) -> Outcome[None]:
        """Move. Raises NotEnrolled, StationUnreachable, ForeignStation; the old address stays unless all is well."""
        with self._begin() as work:
            shop = work.members.shop()
        if shop is None:
            raise NotEnrolled
        if shop.station_url == station_url:
            return Outcome(None, NOTHING)
        moved = replace(shop, station_url=station_url)
        meta = self._connect(address_of(moved)).meta()
        known = {jwk["x"] for jwk in shop.station_jwks}
        # The keys in /meta prove nothing by themselves; every receipt from there is still checked against our own.
        if meta.station_id != shop.station_id or not known & {jwk["x"] for jwk in meta.station_jwks}:
            raise ForeignStation
        with self._begin() as work:
            work.members.put_shop(moved)
            work.commit()
        return Outcome(None, changed(Kind.SHOP, Kind.CONNECTION))
