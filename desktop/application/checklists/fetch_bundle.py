"""Take over the checklists the station published: signed by it, newer than what is here, and readable, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.application.changes import NOTHING, Kind, Outcome, changed
from desktop.application.errors import ForeignStation, StationRefused, StationUnreachable
from desktop.application.ports import Begin, Checklists, Clock
from desktop.application.station_port import StationConnector, address_of
from desktop.domain.alert.bundle import Bundle
from redflags import DefinitionError

EVERY_S = 3600.0
AGAIN_S = 60.0
"""After a failure, when the feed has said that there is a new one."""


class FetchBundle:
    """Asks once an hour, and soon after the feed says that a checklist changed."""

    def __init__(
        self,
        *,
        begin: Begin,
        connect: StationConnector,
        clock: Clock,
        checklists: Checklists,
        taken: Callable[[], None],
    ) -> None:
        self._begin = begin
        self._connect = connect
        self._clock = clock
        self._checklists = checklists
        self._taken = taken
        self._hourly = self._soonest = 0.0

    def __call__(self) -> Outcome[int]:
        """Ask when it is time; the value is the version now here, 0 before the first. Never raises the station's no."""
        now = self._clock.monotonic()
        with self._begin() as work:
            shop, known, wanted = work.members.shop(), work.feed.bundle(), work.feed.bundle_wanted()
        version = known.version if known else 0
        due = now >= self._hourly or (wanted and now >= self._soonest)
        if shop is None or shop.revoked is not None or not due:
            return Outcome(version)
        self._hourly, self._soonest = now + EVERY_S, now + AGAIN_S
        try:
            said = self._connect(address_of(shop)).bundle(version)
        except ForeignStation:
            return self._refuse(known, "foreign-station")
        except (StationRefused, StationUnreachable):
            return Outcome(version)
        if said is None:
            return self._keep(known)
        if said.version <= version:
            return self._refuse(known, "went-back")
        return self._keep(said) if self._readable(said) else self._refuse(known, "bad-definition")

    def _readable(self, bundle: Bundle) -> bool:
        try:
            return all(self._checklists.parse(text).setting == name for name, text in bundle.checklists.items())
        except DefinitionError:
            return False

    def _keep(self, bundle: Bundle | None) -> Outcome[int]:
        with self._begin() as work:
            before = work.feed.bundle()
            if bundle is not None:
                # A setting that is not named goes on as it was published: only a newer checklist takes one back.
                kept = dict(before.checklists) if before is not None else {}
                bundle = replace(bundle, checklists={**kept, **bundle.checklists}, refused="")
                work.feed.put_bundle(bundle)
            work.feed.want_bundle(wanted=False)
            work.commit()
        self._taken()
        version = bundle.version if bundle else 0
        return Outcome(version, changed(Kind.SHOP) if bundle != before else NOTHING)

    def _refuse(self, known: Bundle | None, reason: str) -> Outcome[int]:
        """Keep what is here, and remember why the other was not taken."""
        if known is None:
            return Outcome(0)
        with self._begin() as work:
            work.feed.put_bundle(replace(known, refused=reason))
            work.commit()
        return Outcome(known.version, changed(Kind.SHOP))
