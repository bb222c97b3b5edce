"""Who answers at an address, before anything is told them; and an enrolment that was cut short."""

from __future__ import annotations

from desktop.application.care_models import StationIdentity
from desktop.application.errors import StationRefused, StationUnreachable
from desktop.application.ports import Begin, Clock, Keys
from desktop.application.station_port import StationAddress, StationConnector
from desktop.domain.member.fingerprint import fingerprint_of
from desktop.domain.member.shop import EnrolmentAttempt


class LookAtStation:
    """Ask a station for its name and keys, so that a person can compare them by telephone."""

    def __init__(self, *, connect: StationConnector, clock: Clock, keys: Keys) -> None:
        self._connect = connect
        self._clock = clock
        # Nothing is signed with it: an address needs some key to be spoken to.
        self._key = keys.generate()

    def __call__(self, station_url: str) -> StationIdentity:
        """Ask. StationUnreachable."""
        url = station_url.strip().rstrip("/")
        try:
            meta = self._connect(StationAddress(url, self._key)).meta()
        except StationRefused:
            raise StationUnreachable("not-a-station") from None
        skew = (meta.time - self._clock.now()).total_seconds()
        return StationIdentity(url, meta.station_id, meta.station_name, fingerprint_of(meta.station_jwks), skew)


class EnrolmentUnderWay:
    """Return the enrolment that was sent and never answered, None when there is none; the same code may be sent again."""

    def __init__(self, *, begin: Begin) -> None:
        self._begin = begin

    def __call__(self) -> EnrolmentAttempt | None:
        """Read it. StorageFailed."""
        with self._begin() as work:
            return work.members.attempt()
