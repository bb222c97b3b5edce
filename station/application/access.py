"""Who sent a request: digest, time, key, signature, and whether the terminal may still speak."""

import base64
import hashlib
from datetime import datetime, timedelta
from email.utils import format_datetime

from station.application.context import Station
from station.application.errors import AlreadyThere, Refused
from station.application.ports import SignatureClaims, SignedRequest, Unit
from station.application.records import Nonce, Terminal

SKEW = timedelta(seconds=300)


def authenticate(station: Station, request: SignedRequest, covered: frozenset[str] = frozenset()) -> Terminal:
    """Return the terminal that signed the request; `covered` are headers it must have signed beside the usual parts.

    Raises Refused bad-digest, bad-signature, stale-signature, unknown-key, terminal-revoked, replayed-nonce.
    """
    claims = check_claims(station, request)
    if not covered <= claims.covered:
        raise Refused("bad-signature")
    found = station.store.read(lambda unit: unit.terminals.find(key_thumbprint=claims.keyid))
    if not found:
        raise Refused("unknown-key")
    terminal = found[0]
    if not station.requests.valid(request, terminal.jwk):
        raise Refused("bad-signature")
    if terminal.revoked_at is not None:
        raise Refused("terminal-revoked")
    if request.method == "POST":
        use_nonce(station, claims)
    station.known.terminals.put(claims.keyid, terminal)
    return terminal


def seen_lately(station: Station, request: SignedRequest, covered: frozenset[str] = frozenset()) -> Terminal | None:
    """Return the terminal of a signed PUT or PATCH when it is remembered; whether it may still speak is asked in the write.

    Raises Refused bad-digest, bad-signature, stale-signature.
    """
    claims = check_claims(station, request)
    if not covered <= claims.covered:
        raise Refused("bad-signature")
    terminal = station.known.terminals.get(claims.keyid)
    if terminal is not None and not station.requests.valid(request, terminal.jwk):
        raise Refused("bad-signature")
    return terminal


def check_claims(station: Station, request: SignedRequest) -> SignatureClaims:
    """Check digest and time and return what the signature claims; the signature itself is checked by the caller."""
    digest = request.header("content-digest")
    claims = station.requests.claims(request)
    if digest is None or claims is None:
        raise Refused("bad-signature")
    wanted = base64.b64encode(hashlib.sha256(request.body).digest()).decode()
    if digest.replace(" ", "") != f"sha-256=:{wanted}:":
        raise Refused("bad-digest")
    now = station.clock.now()
    if abs(now.timestamp() - claims.created) > SKEW.total_seconds():
        raise Refused("stale-signature", headers={"Date": http_date(now)})
    return claims


def use_nonce(station: Station, claims: SignatureClaims) -> None:
    """Remember a POST's nonce; raises Refused("replayed-nonce") when it was seen before."""

    def job(unit: Unit) -> None:
        now = station.clock.now()
        # Beyond twice the skew a replay is stale anyway.
        unit.nonces.remove(("seen_at", "<", now - 2 * SKEW))
        try:
            unit.nonces.add(Nonce(claims.keyid, claims.nonce, now))
        except AlreadyThere:
            raise Refused("replayed-nonce") from None

    station.store.write(job)


def http_date(moment: datetime) -> str:
    """Return a moment as in the Date header."""
    return format_datetime(moment, usegmt=True)


def within_rate(station: Station, bucket: str, per_minute: int) -> None:
    """Take one token; raises Refused("rate-limited") with Retry-After."""
    wait = station.limiter.take(bucket, per_minute)
    if wait is not None:
        raise Refused("rate-limited", headers={"Retry-After": str(int(wait) + 1)})
