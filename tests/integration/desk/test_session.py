"""Signing in at the desk: cookie, token, lock-out, one-time code, ends of a session."""

import pyotp
import pytest

from tests.fakes.county import County
from tests.fakes.desk import PASSWORD, DeskClient, hire
from tests.support import FixedClock


def fresh(county: County) -> DeskClient:
    return DeskClient(county.terminal.send)


def test_signs_in_and_says_who(county: County) -> None:
    answer = fresh(county).sign_in("wang")
    assert answer.status == 200
    assert answer.json()["officer"] == {
        "officer_id": county.officer_ids["wang"],
        "name": "王警官",
        "roles": ["duty"],
        "unit": "反诈专班",
    }
    cookie = next(text for key, text in answer.headers.items() if key.lower() == "set-cookie")
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert "secure" not in cookie.lower()


def test_the_cookie_is_secure_away_from_this_machine(county: County) -> None:
    client = DeskClient(county.terminal.send, "https://desk.example")
    cookie = next(text for key, text in client.sign_in("wang").headers.items() if key.lower() == "set-cookie")
    assert "secure" in cookie.lower()


def test_the_page_can_ask_who_it_is(county: County) -> None:
    client = fresh(county)
    assert client.get("/session").status == 401
    client.sign_in("wang")
    assert client.get("/session").json()["csrf"] == client.csrf


@pytest.mark.parametrize(("username", "password"), [("wang", "wrong password"), ("nobody", PASSWORD), ("WANG ", "x")])
def test_wrong_credentials_say_nothing_more(county: County, username: str, password: str) -> None:
    answer = fresh(county).sign_in(username, password)
    assert (answer.status, answer.slug) == (401, "wrong-credentials")


def test_five_wrong_tries_lock_for_five_minutes(county: County, clock: FixedClock) -> None:
    client = fresh(county)
    for _ in range(5):
        assert client.sign_in("wang", "wrong password").slug == "wrong-credentials"
    locked = client.sign_in("wang")
    assert (locked.status, locked.slug) == (429, "locked-out")
    assert 0 < int(locked.headers["Retry-After"]) <= 301
    assert fresh(county).sign_in("li").status == 200
    clock.advance(301)
    assert client.sign_in("wang").status == 200


def test_the_name_is_locked_however_it_is_spelt(county: County) -> None:
    client = fresh(county)
    for name in ("wang", "WANG", " Wang", "wanG", "wAng"):
        client.sign_in(name, "wrong password")
    assert client.sign_in("wang").slug == "locked-out"


def test_a_missing_token_stops_every_change(county: County) -> None:
    client = county.desk("sun")
    client.csrf, kept = "guessed", client.csrf
    refused = client.post("/merchants", {"name": "店", "trade": "gold", "address": "街"})
    assert (refused.status, refused.slug) == (403, "csrf")
    client.csrf = kept
    assert client.post("/merchants", {"name": "店", "trade": "gold", "address": "街"}).status == 201


def test_thirty_idle_minutes_end_the_session(county: County, clock: FixedClock) -> None:
    client = county.desk("wang")
    clock.advance(29 * 60)
    assert client.get("/queue").status == 200
    clock.advance(29 * 60)
    assert client.get("/queue").status == 200
    clock.advance(30 * 60)
    assert client.get("/queue").slug == "signed-out"


def test_twelve_hours_end_the_session_however_busy(county: County, clock: FixedClock) -> None:
    client = county.desk("wang")
    for _ in range(35):
        clock.advance(20 * 60)
        assert client.get("/queue").status == 200
    clock.advance(20 * 60)
    assert client.get("/queue").status == 401


def test_signing_out_ends_it_at_once(county: County) -> None:
    client = fresh(county)
    client.sign_in("wang")
    cookie = client.cookie
    assert client.delete("/session").status == 204
    client.cookie = cookie
    assert client.get("/session").status == 401


def test_a_one_time_code_is_needed_and_never_taken_twice(county: County, clock: FixedClock) -> None:
    secret = pyotp.random_base32()
    hire(county.running.station, "wu", "吴警官", "duty", totp_secret=secret)
    code = pyotp.TOTP(secret).at(int(clock.now().timestamp()))
    assert fresh(county).sign_in("wu").slug == "wrong-credentials"
    assert fresh(county).sign_in("wu", totp=code).status == 200
    assert fresh(county).sign_in("wu", totp=code).slug == "wrong-credentials"
    clock.advance(30)
    assert fresh(county).sign_in("wu", totp=pyotp.TOTP(secret).at(int(clock.now().timestamp()))).status == 200


def test_an_old_one_time_code_is_refused(county: County, clock: FixedClock) -> None:
    secret = pyotp.random_base32()
    hire(county.running.station, "wu", "吴警官", "duty", totp_secret=secret)
    code = pyotp.TOTP(secret).at(int(clock.now().timestamp()))
    clock.advance(90)
    assert fresh(county).sign_in("wu", totp=code).slug == "wrong-credentials"


def test_empty_fields_are_named(county: County) -> None:
    answer = fresh(county).call("POST", "/session", {"username": " "})
    assert answer.status == 422
    assert [one["pointer"] for one in answer.json()["errors"]] == ["/username", "/password"]
