"""Telling terminals about a new station key, signed with the one they already trust."""

from station.application import auditing
from station.application.context import Station
from station.application.feed import emit
from station.application.ports import Unit
from station.domain.canonical import canonical


def announce_keys(station: Station) -> int:
    """Put `station.keys` into everybody's feed; returns its seq.

    `jwks` holds the key that comes next before the ones in force, `signature` is detached and by the key in force.
    """
    jwks = station.vault.coming_jwks()
    signature = station.vault.sign_detached(canonical(jwks))

    def job(unit: Unit) -> int:
        now = station.clock.now()
        seq = emit(unit, "station.keys", {"jwks": jwks, "signature": signature}, at=now)
        auditing.record(unit, at=now, actor="cli", action="station.rotate-key", subject="station", detail={"seq": seq})
        return seq

    return station.store.write(job)
