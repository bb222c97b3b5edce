"""Signing in and out of the duty desk: password, one-time code, lock-out."""

from datetime import datetime, timedelta

import pyotp

from station.application import auditing
from station.application.context import Station
from station.application.desk_access import IDLE, LONGEST, Actor, actor_of, session_hash
from station.application.errors import Refused
from station.application.ports import Unit
from station.application.records import Attempts, Officer, Session

MOST_WRONG = 5
LOCKED_FOR = timedelta(minutes=5)
_STEP_SECONDS = 30
# A well-formed hash of nothing anybody types: an unknown name costs the same time as a wrong password.
_NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


def sign_in(station: Station, username: str, password: str, totp: str | None) -> tuple[str, Actor]:
    """Open a session; returns the cookie's secret and the officer.

    Raises Refused("wrong-credentials") without saying which part was wrong, or Refused("locked-out") with Retry-After
    after five wrong tries in five minutes.
    """
    name = username.strip().lower()
    officer = station.store.read(lambda unit: _find(unit, name))
    # The slow hash runs here, on the caller's thread: the writer must not wait for it.
    matches = station.passwords.matches(password, officer.password_hash if officer else _NOBODY)
    token = station.ids.secret()

    def job(unit: Unit) -> Actor | Refused:
        now = station.clock.now()
        locked = _locked(unit, name, now)
        if locked is not None:
            return locked
        known = unit.officers.get(officer.officer_id) if officer and matches else None
        step = _accepted_step(station, known, totp, now) if known and not known.disabled_at else None
        if known is None or step is None:
            return _count_wrong(unit, name, now)
        unit.attempts.remove(scope=_scope(name))
        unit.officers.change(known.officer_id, totp_last_step=step)
        unit.sessions.remove(("expires_at", "<", now))
        unit.sessions.remove(("last_seen_at", "<", now - IDLE))
        session = Session(session_hash(token), known.officer_id, station.ids.secret(), now, now, now + LONGEST)
        unit.sessions.add(session)
        actor = actor_of(known, session)
        auditing.record(unit, at=now, actor=actor.label, action="session.sign-in", subject=actor.label)
        return actor

    return token, station.store.write(job)


def sign_out(station: Station, actor: Actor) -> None:
    """End the officer's session."""

    def job(unit: Unit) -> None:
        unit.sessions.remove(session_hash=actor.session_hash)
        now = station.clock.now()
        auditing.record(unit, at=now, actor=actor.label, action="session.sign-out", subject=actor.label)

    station.store.write(job)


def _find(unit: Unit, name: str) -> Officer | None:
    return next((one for one in unit.officers.find() if one.username.lower() == name), None)


def _scope(name: str) -> str:
    return f"officer:{name}"[:100]


def _locked(unit: Unit, name: str, now: datetime) -> Refused | None:
    tries = unit.attempts.get(_scope(name))
    if tries is None or tries.locked_until is None or tries.locked_until <= now:
        return None
    return Refused("locked-out", headers={"Retry-After": str(int((tries.locked_until - now).total_seconds()) + 1)})


def _count_wrong(unit: Unit, name: str, now: datetime) -> Refused:
    scope = _scope(name)
    before = unit.attempts.get(scope)
    if before is None or now - before.since > LOCKED_FOR:
        unit.attempts.remove(scope=scope)
        unit.attempts.add(Attempts(scope, 1, now))
        return Refused("wrong-credentials")
    tries = before.tries + 1
    unit.attempts.change(scope, tries=tries, locked_until=now + LOCKED_FOR if tries >= MOST_WRONG else None)
    return Refused("wrong-credentials")


def _accepted_step(station: Station, officer: Officer, totp: str | None, now: datetime) -> int | None:
    """Return the time step of the accepted code (the old one for an account without a second factor), None if wrong.

    One step either way for slow clocks; a step once used is never taken again (RFC 6238, 5.2).
    """
    if officer.totp_sealed is None:
        return officer.totp_last_step
    secret = station.vault.unseal(officer.totp_sealed, f"totp/{officer.officer_id}").decode()
    code = pyotp.TOTP(secret)
    present = int(now.timestamp()) // _STEP_SECONDS
    for step in (present, present - 1, present + 1):
        if step > officer.totp_last_step and totp and code.verify(totp.strip(), for_time=step * _STEP_SECONDS):
            return step
    return None
