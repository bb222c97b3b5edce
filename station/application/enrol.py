"""A merchant's computer enrols with a one-time code."""

from datetime import timedelta
from typing import Any

from station.application import auditing
from station.application.attempts import count_try
from station.application.context import Station
from station.application.errors import AlreadyThere, Refused, invalid
from station.application.members import members_of, merchant_body
from station.application.ports import Unit
from station.application.records import EnrolmentCode, Merchant, Terminal
from station.domain.codes import LENGTH, LIFE, MOST_WRONG_TRIES, PREFIX_LENGTH, normal_code
from station.domain.findings import FieldError

_TRIES_KEPT = timedelta(minutes=10)


def enrol(station: Station, body: dict[str, Any], thumbprint: str, remote: str) -> dict[str, Any]:
    """Turn a code into a terminal and return the enrolment answer.

    The same code and key within the code's life give the same answer again (the first may have been lost).
    Wrong tries are counted by remote address and by the code's first four letters; the fifth kills.
    Raises Refused unknown-code, expired-code, already-enrolled, locked-out, invalid-request.
    """
    errors = station.contract.errors("enrolment", body)
    if errors:
        raise invalid("invalid-request", *errors)
    code = normal_code(body["code"])
    if len(code) != LENGTH:
        raise invalid(
            "invalid-request", FieldError("/code", "length", "The code has 8 letters and digits.", "登记码应为8位。")
        )
    code_hash = station.vault.blind("enrolment", code)

    def job(unit: Unit) -> dict[str, Any] | Refused:
        now = station.clock.now()
        by_address = unit.attempts.get(f"enrol-address:{remote}")
        if by_address and by_address.tries >= MOST_WRONG_TRIES and now - by_address.since < _TRIES_KEPT:
            wait = int((by_address.since + _TRIES_KEPT - now).total_seconds()) + 1
            raise Refused("locked-out", headers={"Retry-After": str(wait)})
        found = unit.enrolment_codes.get(code_hash)
        if found is None:
            return _count_wrong(station, unit, remote, code[:PREFIX_LENGTH])
        if found.used_at is not None:
            if found.used_by_thumbprint == thumbprint and now <= found.expires_at:
                return _answer(station, unit, str(found.terminal_id), found.merchant_id)
            raise Refused("expired-code")
        killed = unit.attempts.get(f"code-prefix:{found.prefix}")
        if now > found.expires_at or (killed and killed.tries >= MOST_WRONG_TRIES):
            raise Refused("expired-code")
        return _new_terminal(station, unit, found, body, thumbprint)

    return station.store.write(job)


def _new_terminal(
    station: Station, unit: Unit, code: EnrolmentCode, body: dict[str, Any], thumbprint: str
) -> dict[str, Any]:
    now = station.clock.now()
    terminal_id = station.ids.new("ter")
    jwk = {name: body["terminal_jwk"][name] for name in ("kty", "crv", "x")}
    if unit.retired_keys.get(thumbprint) is not None:
        raise Refused("already-enrolled")
    try:
        unit.terminals.add(Terminal(terminal_id, code.merchant_id, body["terminal_name"].strip(), jwk, thumbprint, now))
    except AlreadyThere:
        raise Refused("already-enrolled") from None
    unit.enrolment_codes.change(code.code_hash, used_at=now, used_by_thumbprint=thumbprint, terminal_id=terminal_id)
    auditing.record(
        unit,
        at=now,
        actor=f"terminal:{terminal_id}",
        action="terminal.enrol",
        subject=f"merchant:{code.merchant_id}",
    )
    return _answer(station, unit, terminal_id, code.merchant_id)


def _answer(station: Station, unit: Unit, terminal_id: str, merchant_id: str) -> dict[str, Any]:
    merchant = unit.merchants.get(merchant_id)
    assert isinstance(merchant, Merchant)
    return {
        "terminal_id": terminal_id,
        "station": {"id": station.station_id, "name": station.station_name},
        "merchant": merchant_body(merchant),
        "members": members_of(unit, merchant_id),
        "station_jwks": station.vault.jwks(),
    }


def _count_wrong(station: Station, unit: Unit, remote: str, prefix: str) -> Refused:
    now = station.clock.now()
    count_try(unit, f"enrol-address:{remote}", now, _TRIES_KEPT)
    count_try(unit, f"code-prefix:{prefix}", now, LIFE)
    return Refused("unknown-code")
