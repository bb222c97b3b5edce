"""A terminal replaces its own key: asked for with the old one, proven with the new one."""

import json
from datetime import timedelta
from typing import Any

from station.application import auditing
from station.application.access import SKEW, check_claims, use_nonce
from station.application.context import Station
from station.application.errors import AlreadyThere, Refused, invalid
from station.application.ports import SignedRequest, Unit
from station.application.records import RetiredKey, Terminal
from station.domain.findings import FieldError

REPEAT = timedelta(minutes=10)
"""How long the old key may repeat the call whose answer was lost; for anything else it is unknown at once."""


def rotate_terminal_key(
    station: Station, request: SignedRequest, terminal_id: str, body: dict[str, Any]
) -> dict[str, Any]:
    """Put the new key in the old one's place and return its thumbprint; repeating the call gives the same answer.

    Raises Refused bad-digest, bad-signature, stale-signature, unknown-key, terminal-revoked, replayed-nonce,
    not-your-merchant (another terminal), already-enrolled (the key is in use), invalid-request.
    """
    claims = check_claims(station, request)
    terminal, signer = station.store.read(lambda unit: _signer(station, unit, claims.keyid))
    if not station.requests.valid(request, signer):
        raise Refused("bad-signature")
    if terminal.revoked_at is not None:
        raise Refused("terminal-revoked")
    use_nonce(station, claims)
    if terminal.terminal_id != terminal_id:
        raise Refused("not-your-merchant")
    jwk, thumbprint = _proven(station, terminal_id, body)
    if claims.keyid != terminal.key_thumbprint and thumbprint != terminal.key_thumbprint:
        raise Refused("unknown-key")

    def job(unit: Unit) -> None:
        now = station.clock.now()
        present = unit.terminals.get(terminal_id)
        assert present is not None
        if present.key_thumbprint == thumbprint:
            return
        if present.key_thumbprint != claims.keyid:
            raise Refused("unknown-key")
        if unit.retired_keys.get(thumbprint) is not None:
            raise Refused("already-enrolled")
        owner = f"terminal:{terminal_id}"
        unit.retired_keys.add(RetiredKey(claims.keyid, owner, present.jwk, now, thumbprint))
        try:
            unit.terminals.change(terminal_id, jwk=jwk, key_thumbprint=thumbprint)
        except AlreadyThere:
            raise Refused("already-enrolled") from None
        auditing.record(unit, at=now, actor=owner, action="terminal.rotate-key", subject=owner)

    station.store.write(job)
    return {"key_thumbprint": thumbprint}


def _signer(station: Station, unit: Unit, keyid: str) -> tuple[Terminal, dict[str, Any]]:
    found = unit.terminals.find(key_thumbprint=keyid)
    if found:
        return found[0], found[0].jwk
    retired = unit.retired_keys.get(keyid)
    if retired is None or station.clock.now() - retired.retired_at > REPEAT:
        raise Refused("unknown-key")
    terminal = unit.terminals.get(retired.owner.removeprefix("terminal:"))
    if terminal is None or terminal.key_thumbprint != retired.successor:
        raise Refused("unknown-key")
    return terminal, retired.jwk


def _proven(station: Station, terminal_id: str, body: dict[str, Any]) -> tuple[dict[str, Any], str]:
    errors = station.contract.errors("terminal-key", body)
    if errors:
        raise invalid("invalid-request", *errors)
    jwk = {name: body["new_jwk"][name] for name in ("kty", "crv", "x")}
    try:
        thumbprint = station.signatures.thumbprint(body["new_jwk"])
    except ValueError:
        raise _wrong("/new_jwk", "key", "Send a public Ed25519 key.", "请提交Ed25519公钥。") from None
    payload = station.signatures.open_compact(body["proof"], jwk)
    try:
        claims = json.loads(payload) if payload is not None else None
    except (ValueError, RecursionError):
        claims = None
    if not isinstance(claims, dict):
        claims = {}
    moment = claims.get("iat")
    fresh = isinstance(moment, int) and abs(station.clock.now().timestamp() - moment) <= SKEW.total_seconds()
    if not fresh or claims.get("terminal_id") != terminal_id or claims.get("key_thumbprint") != thumbprint:
        raise _wrong("/proof", "bad-proof", "Sign the proof with the new key.", "请用新密钥签署证明。")
    return jwk, thumbprint


def _wrong(pointer: str, code: str, detail: str, detail_zh: str) -> Refused:
    return invalid("invalid-request", FieldError(pointer, code, detail, detail_zh))
