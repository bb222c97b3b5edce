"""Signed requests out, checked receipts in: only the enrolment's station can say that a letter arrived."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.adapters.station_api.client import HttpStation
from desktop.application.errors import CounterwatchError, ForeignStation, StationRefused, StationUnreachable
from tests.support import OPENING, FixedClock
from tests.unit.desktop_sending.scripted import ScriptedServer, http_answer, problem
from tests.unit.desktop_sending.station_hand import ALERT_ID, BODY, StationHand, b64, signature_holds


def test_the_exact_bytes_go_out_signed_and_the_receipt_comes_back(
    station: HttpStation, server: ScriptedServer, hand: StationHand
) -> None:
    answer = hand.receipt()
    server.script = [http_answer(201, answer), http_answer(200, answer)]
    first, again = station.put_alert(ALERT_ID, BODY), station.put_alert(ALERT_ID, BODY)
    assert first == again
    assert first.compact == answer["receipt"]
    assert (first.alert_id, first.n, first.seq, first.epoch, first.received_at) == (ALERT_ID, 0, 7, "e1", OPENING)
    for asked in server.asked:
        assert (asked.method, asked.target, asked.body) == ("PUT", f"/api/v1/alerts/{ALERT_ID}", BODY)
        assert signature_holds(asked) == OPENING
    nonces = {asked.headers["signature-input"].split('nonce="')[1] for asked in server.asked}
    assert len(nonces) == 2


def test_a_get_signs_the_digest_of_nothing(station: HttpStation, server: ScriptedServer) -> None:
    server.script = [http_answer(200, {"epoch": "e1", "cursor": "c", "events": []})]
    assert station.feed("a&b=?/", 99).cursor == "c"
    assert server.asked[0].target == "/api/v1/feed?after=a%26b%3D%3F%2F&wait=25"
    signature_holds(server.asked[0])


def test_a_supplements_receipt_names_its_number(
    station: HttpStation, server: ScriptedServer, hand: StationHand
) -> None:
    server.script = [http_answer(201, hand.receipt(n=2))]
    assert station.put_supplement(ALERT_ID, 2, BODY).n == 2
    with pytest.raises(StationUnreachable, match="not-a-station"):
        station.put_supplement(ALERT_ID, 3, BODY)
    with pytest.raises(StationUnreachable, match="not-a-station"):
        station.put_alert(ALERT_ID, BODY)


def test_a_letter_stored_before_the_pc_was_enrolled_again_has_the_receipt_of_that_time(
    server: ScriptedServer, hand: StationHand, clock: FixedClock
) -> None:
    address = replace(hand.address(server.url), terminal_id="trm_new", former_terminals=(hand.terminal_id,))
    client = HttpStation(address, clock.now)
    server.script = [http_answer(200, hand.receipt()), http_answer(201, hand.receipt(terminal_id="trm_stranger"))]
    assert client.put_alert(ALERT_ID, BODY).alert_id == ALERT_ID
    with pytest.raises(StationUnreachable, match="not-a-station"):
        client.put_alert(ALERT_ID, BODY)
    client.abort()


@pytest.mark.parametrize(
    ("claims", "error"),
    [
        ({"alert_id": "01940000-0000-7000-8000-000000000002"}, StationUnreachable),
        ({"sha256": "0" * 64}, StationUnreachable),
        ({"terminal_id": "trm_other"}, StationUnreachable),
        ({"seq": -1}, StationUnreachable),
        ({"seq": 1.5}, StationUnreachable),
        ({"received_at": "yesterday"}, StationUnreachable),
        ({"received_at": "2026-11-17T02:00:00"}, StationUnreachable),
        ({"alg": "none"}, StationUnreachable),
        ({"alg": "HS256"}, StationUnreachable),
        ({"kid": "somebody-else"}, ForeignStation),
        ({"station": "st_other"}, ForeignStation),
    ],
    ids=str,
)
def test_a_receipt_for_something_else_is_none(
    station: HttpStation,
    server: ScriptedServer,
    hand: StationHand,
    claims: dict[str, object],
    error: type[CounterwatchError],
) -> None:
    server.script = [http_answer(201, hand.receipt(BODY, **claims))]
    with pytest.raises(error):
        station.put_alert(ALERT_ID, BODY)


def test_another_stations_key_under_our_stations_name_is_foreign(
    station: HttpStation, server: ScriptedServer, hand: StationHand
) -> None:
    kid = hand.address("").station_jwks[0]["kid"]
    other = StationHand(key=Ed25519PrivateKey.from_private_bytes(b"o" * 32))
    server.script = [http_answer(201, other.receipt(kid=kid))]
    with pytest.raises(ForeignStation):
        station.put_alert(ALERT_ID, BODY)


def test_a_receipt_changed_after_signing_is_foreign(
    station: HttpStation, server: ScriptedServer, hand: StationHand
) -> None:
    header, claims, signature = hand.receipt(seq=7)["receipt"].split(".")
    changed = hand.receipt(seq=8)["receipt"].split(".")[1]
    assert changed != claims
    server.script = [http_answer(201, {"receipt": f"{header}.{changed}.{signature}"})]
    with pytest.raises(ForeignStation):
        station.put_alert(ALERT_ID, BODY)
    server.script = [http_answer(201, {"receipt": f"{header}.{claims}.{b64(b'0' * 64)}"})]
    with pytest.raises(ForeignStation):
        station.put_alert(ALERT_ID, BODY)


def test_another_clock_is_learnt_once_and_kept(
    station: HttpStation, server: ScriptedServer, hand: StationHand, clock: FixedClock
) -> None:
    yes = http_answer(201, hand.receipt())
    server.script = [problem(401, "stale-signature", date="Tue, 17 Nov 2026 04:00:00 GMT"), yes, yes]
    station.put_alert(ALERT_ID, BODY)
    clock.advance(60)
    station.put_alert(ALERT_ID, BODY)
    created = [signature_holds(asked) for asked in server.asked]
    two_hours = timedelta(hours=2)
    assert created == [OPENING, OPENING + two_hours, OPENING + two_hours + timedelta(seconds=60)]


@pytest.mark.parametrize("date", ["Tue, 17 Nov 2026 04:00:00 GMT", "never", None])
def test_a_station_that_stays_unhappy_with_the_clock_is_a_no(
    station: HttpStation, server: ScriptedServer, date: str | None
) -> None:
    server.script = [problem(401, "stale-signature", date=date)]
    with pytest.raises(StationRefused, match="stale-signature"):
        station.put_alert(ALERT_ID, BODY)
    assert len(server.asked) == (2 if date and date.startswith("Tue") else 1)


def test_half_a_surrogate_in_the_feed_can_be_stored(station: HttpStation, server: ScriptedServer) -> None:
    event = '{"seq":1,"type":"x.\\ud83d","at":"2026-11-17T02:00:00Z","data":{"t":"\\udc00金"}}'
    server.script = [http_answer(200, f'{{"epoch":"e","cursor":"c","events":[{event}]}}'.encode())]
    kept = station.feed("", 0).events[0]
    assert json.loads(kept.raw) == {"t": "�金"}
    kept.type.encode()
