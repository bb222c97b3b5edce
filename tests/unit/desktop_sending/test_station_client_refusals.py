"""Every row of the client rules: what a station's no, a busy station and a stranger's answer become."""

from __future__ import annotations

import json

import pytest

from desktop.adapters.station_api.client import HttpStation
from desktop.application.errors import AnotherStation, StationRefused, StationUnreachable
from tests.unit.desktop_sending.scripted import ScriptedServer, http_answer, problem
from tests.unit.desktop_sending.station_hand import ALERT_ID, BODY, StationHand, jwk_of

DEEP = b"[" * 100_000 + b"]" * 100_000
HTML = b"<html><body>Please sign in to Free WiFi</body></html>"


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("86400", 900.0),
        ("Tue, 17 Nov 2026 02:01:30 GMT", 90.0),
        ("Mon, 16 Nov 2026 02:00:00 GMT", 0.0),
        ("Wed, 18 Nov 2026 02:00:00 GMT", 900.0),
        ("soon", None),
        ("-5", None),
        ("9" * 400, 900.0),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_station_is_obeyed_up_to_fifteen_minutes(
    station: HttpStation, server: ScriptedServer, status: int, header: str, seconds: float | None
) -> None:
    server.script = [http_answer(status, b"", Retry_After=header, Date="Tue, 17 Nov 2026 02:00:00 GMT")]
    with pytest.raises(StationUnreachable) as failure:
        station.put_alert(ALERT_ID, BODY)
    assert failure.value.reason == "busy"
    assert failure.value.retry_after_s == seconds


@pytest.mark.parametrize("status", [408, 425, 500, 502, 504])
def test_trouble_of_the_moment_is_tried_again(station: HttpStation, server: ScriptedServer, status: int) -> None:
    server.script = [http_answer(status, HTML)]
    with pytest.raises(StationUnreachable, match="busy"):
        station.put_alert(ALERT_ID, BODY)


@pytest.mark.parametrize(
    ("status", "slug"),
    [
        (400, "bad-digest"),
        (401, "unknown-key"),
        (403, "terminal-revoked"),
        (404, "unknown-alert"),
        (409, "alert-id-conflict"),
        (413, "too-large"),
        (422, "invalid-alert"),
    ],
)
def test_a_reasoned_no_keeps_its_slug_and_sentences(
    station: HttpStation, server: ScriptedServer, status: int, slug: str
) -> None:
    errors = [{"pointer": "/narrative", "code": "too-short", "detail": "Write more.", "detail_zh": "请多写一点。"}]
    server.script = [problem(status, slug, errors=errors)]
    with pytest.raises(StationRefused) as failure:
        station.put_alert(ALERT_ID, BODY)
    assert (failure.value.status, failure.value.slug, failure.value.detail_zh) == (status, slug, "说明")
    assert failure.value.problems[0].field == "/narrative"
    assert failure.value.problems[0].zh == "请多写一点。"


@pytest.mark.parametrize(("station_id", "known"), [("st_other", False), ("st_test", True)])
def test_a_station_that_does_not_know_us_is_asked_which_one_it_is(
    station: HttpStation, server: ScriptedServer, hand: StationHand, station_id: str, known: bool
) -> None:
    meta = {
        "api_versions": ["1"],
        "station": {"id": station_id, "name": "值班台"},
        "epoch": "e1",
        "durable_seq": 0,
        "time": "2026-11-17T02:00:00+00:00",
        "station_jwks": {"keys": [jwk_of(hand.key.public_key())]},
    }
    server.script = [problem(401, "unknown-key"), http_answer(200, meta)]
    with pytest.raises(StationRefused if known else AnotherStation):
        station.put_alert(ALERT_ID, BODY)
    assert [asked.target.rsplit("/", 1)[1] for asked in server.asked][1:] == ["meta"]


def test_who_cannot_say_which_station_it_is_is_none(station: HttpStation, server: ScriptedServer) -> None:
    server.script = [problem(401, "unknown-key"), http_answer(200, HTML)]
    with pytest.raises(StationUnreachable, match="not-a-station"):
        station.put_alert(ALERT_ID, BODY)


def test_a_gateway_that_finds_the_letter_too_large_is_a_no(station: HttpStation, server: ScriptedServer) -> None:
    server.script = [http_answer(413, HTML)]
    with pytest.raises(StationRefused) as failure:
        station.put_alert(ALERT_ID, BODY)
    assert failure.value.slug == "too-large"


@pytest.mark.parametrize("status", [200, 201, 204, 301, 302, 307, 400, 401, 403, 404, 405, 409, 422])
def test_a_strangers_page_is_never_a_station(station: HttpStation, server: ScriptedServer, status: int) -> None:
    body = b"" if status == 204 else HTML
    server.script = [http_answer(status, body, Content_Type="text/html", Location="http://127.0.0.1:9/elsewhere")]
    with pytest.raises(StationUnreachable, match="not-a-station"):
        station.put_alert(ALERT_ID, BODY)
    assert len(server.asked) == 1  # a redirect is not followed


def test_a_proxy_that_wants_a_password_is_named(station: HttpStation, server: ScriptedServer) -> None:
    server.script = [http_answer(407, HTML, Proxy_Authenticate="Basic")]
    with pytest.raises(StationUnreachable, match="proxy"):
        station.put_alert(ALERT_ID, BODY)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"receipt"',
        b"{}",
        b'{"receipt": 7}',
        b'{"receipt": ""}',
        b'{"receipt": "a.b.c"}',
        b'{"receipt": "....."}',
        b'{"receipt": NaN}',
        b'{"receipt": ' + b"9" * 5_000 + b"}",
        b"\xff\xfe\x00",
        json.dumps({"receipt": "x" * 9_000}).encode(),
        DEEP[:150_000] + DEEP[-50_000:],
        DEEP[50_000:150_000],
        b'{"receipt":"' + b"a" * 300_000 + b'"}',
    ],
    ids=lambda body: f"{len(body)}-bytes",
)
@pytest.mark.parametrize("status", [200, 201])
def test_a_yes_without_our_receipt_is_not_a_yes(
    station: HttpStation, server: ScriptedServer, status: int, body: bytes
) -> None:
    server.script = [http_answer(status, body, Content_Type="application/json")]
    with pytest.raises(StationUnreachable, match="not-a-station"):
        station.put_alert(ALERT_ID, BODY)


def test_a_problem_with_a_body_out_of_reason_is_no_problem_of_ours(
    station: HttpStation, server: ScriptedServer
) -> None:
    server.script = [http_answer(422, b'{"type":"/problems/invalid-alert","errors":' + DEEP[50_000:150_000] + b"}")]
    with pytest.raises(StationUnreachable, match="not-a-station"):
        station.put_alert(ALERT_ID, BODY)
