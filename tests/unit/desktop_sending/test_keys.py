"""Keys that change hands: this terminal's own, and the station's, which only a trusted key may introduce."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.adapters.station_api.client import HttpStation
from desktop.application.delivery.rotate_terminal_key import AGAIN_S, RotateTerminalKey
from desktop.application.errors import NotEnrolled, StationRefused, StationUnreachable
from desktop.application.station_port import FeedEvent, FeedPage, StationKeys, UnknownNews
from desktop.domain.alert.canonical import canonical_json
from tests.support import OPENING
from tests.unit.desktop_sending.profile import JWKS, Profile
from tests.unit.desktop_sending.scripted import ScriptedServer, http_answer
from tests.unit.desktop_sending.station_hand import StationHand, b64, jwk_of, thumbprint_of

NEW_JWK = {"kty": "OKP", "crv": "Ed25519", "x": "B" * 43}


def rotation(profile: Profile) -> RotateTerminalKey:
    """The use case."""
    return RotateTerminalKey(
        begin=profile.storage.begin, connect=profile.station, clock=profile.clock, keys=profile.keys
    )


def keys_of(profile: Profile) -> tuple[bytes, bytes | None]:
    """The terminal's key and the one that waits."""
    with profile.storage.begin() as work:
        shop = work.members.shop()
        assert shop is not None
        return shop.terminal_key, work.members.next_key()


def test_the_old_key_asks_and_the_new_one_takes_over(profile: Profile) -> None:
    old, _ = keys_of(profile)
    rotation(profile)()
    new, waiting = keys_of(profile)
    (asked_with, jwk, proof) = profile.station.rotated[0]
    assert (asked_with, waiting) == (old, None)
    assert new != old
    assert jwk == profile.keys.public_jwk(new)
    head, payload, signature = proof.split(".")
    assert profile.keys.detached_jws(new, unb64(payload)) == f"{head}..{signature}"
    assert json.loads(unb64(payload))["terminal_id"] == "trm_1"


def test_a_lost_answer_is_asked_again_with_the_same_new_key(profile: Profile) -> None:
    profile.station.failures = [StationUnreachable("timeout")]
    rotate = rotation(profile)
    with pytest.raises(StationUnreachable):
        rotate()
    old, waiting = keys_of(profile)
    rotate.finish()
    assert keys_of(profile) == (waiting, None)
    assert {jwk["x"] for _, jwk, _ in profile.station.rotated} == {profile.keys.public_jwk(waiting or b"")["x"]}
    rotate.finish()
    assert [key for key, _, _ in profile.station.rotated] == [old, old]


def test_a_station_that_switched_long_ago_is_asked_with_the_new_key(profile: Profile) -> None:
    with profile.storage.begin() as work:
        work.outbox.hold("unknown-key")
        work.commit()
    profile.station.failures = [StationRefused("unknown-key", 401)]
    rotation(profile)()
    new, waiting = keys_of(profile)
    assert [key for key, _, _ in profile.station.rotated][1] == new
    assert waiting is None
    assert profile.held() is None


def test_a_refused_change_keeps_the_old_key(profile: Profile) -> None:
    old, _ = keys_of(profile)
    profile.station.failures = [StationRefused("terminal-revoked", 403)]
    with pytest.raises(StationRefused):
        rotation(profile)()
    assert keys_of(profile)[0] == old


def test_a_station_restored_from_before_the_change_is_asked_with_the_former_key(profile: Profile) -> None:
    first, _ = keys_of(profile)
    rotate = rotation(profile)
    rotate()
    second, _ = keys_of(profile)
    rotate()
    third, _ = keys_of(profile)
    rotate.finish()
    assert len(profile.station.rotated) == 2, "nobody asks while the station knows this terminal"
    with profile.storage.begin() as work:
        work.outbox.hold("unknown-key")
        work.commit()
    profile.station.failures = [StationRefused("unknown-key", 401)]
    rotate.finish()
    asked = profile.station.rotated[2:]
    assert [(key, jwk) for key, jwk, _ in asked] == [(key, profile.keys.public_jwk(third)) for key in (second, first)]
    assert (profile.held(), keys_of(profile)) == (None, (third, None))


def test_a_station_that_knows_no_former_key_is_not_pestered(profile: Profile) -> None:
    rotate = rotation(profile)
    rotate()
    with profile.storage.begin() as work:
        work.outbox.hold("unknown-key")
        work.commit()
    profile.station.failures = [StationRefused("unknown-key", 401), StationUnreachable("network")]
    for _ in range(3):
        rotate.finish()
    assert (len(profile.station.rotated), profile.held()) == (2, "unknown-key")
    profile.clock.advance(AGAIN_S)
    rotate.finish()
    assert (len(profile.station.rotated), profile.held()) == (3, "unknown-key")


def test_no_shop_no_key(fresh: Profile) -> None:
    rotation(fresh).finish()
    with pytest.raises(NotEnrolled):
        rotation(fresh)()


def test_new_station_keys_are_added_and_the_hold_of_a_strange_one_ends(profile: Profile) -> None:
    with profile.storage.begin() as work:
        work.outbox.hold("foreign-station")
        work.commit()
    for cursor in ("a", "b"):
        event = FeedEvent(1, "station.keys", None, OPENING, StationKeys((NEW_JWK, *JWKS)), "{}")
        profile.station.pages.append(FeedPage("e1", cursor, (event,)))
        profile.pull()(0)
    with profile.storage.begin() as work:
        shop = work.members.shop()
        assert shop is not None
        assert shop.station_jwks == (*JWKS, NEW_JWK)
    assert profile.held() is None


def test_only_a_trusted_key_introduces_another(server: ScriptedServer, station: HttpStation, hand: StationHand) -> None:
    stranger = Ed25519PrivateKey.from_private_bytes(b"x" * 32)
    coming = jwk_of(stranger.public_key())
    jwks: dict[str, object] = {"keys": [coming | {"kid": thumbprint_of(coming), "use": "sig"}]}
    good = detached(hand.key, jwks)
    other = {"keys": [coming | {"kid": "k2", "use": "sig"}]}
    cases: list[tuple[object, str, bool]] = [
        (jwks, good, True),
        (jwks, detached(stranger, jwks), False),
        (other, good, False),
        (jwks, good.replace("..", "."), False),
        (jwks, "", False),
        (jwks, good[:-8] + "AAAAAAAA", False),
        ({**jwks, "odd": 1.5}, good, False),
    ]
    events = [
        {"seq": n, "type": "station.keys", "at": "2026-11-17T02:00:00Z", "data": {"jwks": said, "signature": by}}
        for n, (said, by, _fine) in enumerate(cases)
    ]
    server.script = [http_answer(200, {"epoch": "e1", "cursor": "c", "events": events})]
    page = station.feed("", 0)
    wanted = [StationKeys if fine else UnknownNews for _, _, fine in cases]
    assert [type(event.news) for event in page.events] == wanted


def detached(key: Ed25519PrivateKey, said: Mapping[str, object]) -> str:
    """A detached JWS by a key."""
    head = b64(json.dumps({"alg": "EdDSA", "kid": thumbprint_of(jwk_of(key.public_key()))}).encode())
    return f"{head}..{b64(key.sign(f'{head}.{b64(canonical_json(said))}'.encode()))}"


def unb64(text: str) -> bytes:
    """Base64url without padding, read."""
    import base64

    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
