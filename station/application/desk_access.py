"""Who is at the desk: the officer behind a session, and what the roles allow."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from station.application.context import Station
from station.application.errors import Refused
from station.application.ports import Unit
from station.application.records import Officer, Session

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
_TOUCH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Actor:
    """The officer a call is made by."""

    officer_id: str
    name: str
    roles: tuple[str, ...]
    unit: str
    csrf: str
    expires_at: datetime
    session_hash: str

    @property
    def label(self) -> str:
        """How the audit trail names the officer."""
        return f"officer:{self.officer_id}"

    def is_any(self, *roles: str) -> bool:
        """True when the officer holds one of the roles."""
        return bool(set(roles) & set(self.roles))

    def require(self, *roles: str) -> None:
        """Raise Refused("forbidden") naming the roles one of which is needed."""
        if not self.is_any(*roles):
            raise Refused("forbidden", {"needed": list(roles)})


def session_hash(token: str) -> str:
    """Return what is kept of a session's cookie."""
    return hashlib.sha256(token.encode()).hexdigest()


def actor_of(officer: Officer, session: Session) -> Actor:
    """Combine an officer and a session."""
    return Actor(
        officer.officer_id,
        officer.name,
        tuple(officer.roles),
        officer.unit,
        session.csrf,
        session.expires_at,
        session.session_hash,
    )


def current_officer(station: Station, token: str) -> Actor:
    """Return the officer of a session and keep the session alive; raises Refused("signed-out")."""
    now = station.clock.now()
    key = session_hash(token)

    def look(unit: Unit) -> tuple[Officer, Session] | None:
        session = unit.sessions.get(key)
        officer = unit.officers.get(session.officer_id) if session else None
        return (officer, session) if officer and session else None

    found = station.store.read(look)
    if found is None:
        raise Refused("signed-out")
    officer, session = found
    if officer.disabled_at or now >= session.expires_at or now - session.last_seen_at >= IDLE:
        raise Refused("signed-out")
    if now - session.last_seen_at >= _TOUCH:
        station.store.write(lambda unit: unit.sessions.change(key, last_seen_at=now))
    return actor_of(officer, session)
