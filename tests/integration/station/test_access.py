"""Who may speak: digests, times, keys, signatures, nonces, codes."""

from datetime import timedelta

from station.application.ports import Unit
from tests.fakes.alerts import gold_alert
from tests.fakes.terminal import Key, digest, encode
from tests.integration.station.conftest import BASE, World


def test_meta_is_open_and_carries_the_stations_date(world: World) -> None:
    answer = world.terminal.send("GET", f"{BASE}/api/v1/meta", {}, b"")
    assert answer.status == 200
    assert answer.headers["Date"] == "Tue, 17 Nov 2026 02:00:00 GMT"
    assert answer.json()["limits"]["alert_bytes"] == 65536


def test_a_changed_body_is_noticed(world: World) -> None:
    raw = encode(gold_alert(world.terminal.enrolment, at=world.clock.now()))
    path = "/api/v1/alerts/x"
    headers = world.terminal.signed_headers("PUT", path, raw)
    answer = world.terminal.send("PUT", BASE + path, headers, raw + b" ")
    assert (answer.status, answer.slug) == (400, "bad-digest")
    headers["Content-Digest"] = digest(raw + b" ")
    answer = world.terminal.send("PUT", BASE + path, headers, raw + b" ")
    assert (answer.status, answer.slug) == (401, "bad-signature")


def test_a_signature_for_another_address_or_method_is_worthless(world: World) -> None:
    headers = world.terminal.signed_headers("GET", "/api/v1/feed?after=", b"")
    answer = world.terminal.send("GET", f"{BASE}/api/v1/feed?after=&wait=1", headers, b"")
    assert (answer.status, answer.slug) == (401, "bad-signature")


def test_unsigned_and_half_signed_requests_are_refused(world: World) -> None:
    assert world.terminal.send("GET", f"{BASE}/api/v1/feed", {}, b"").slug == "bad-signature"
    headers = world.terminal.signed_headers("GET", "/api/v1/feed", b"")
    for name in ("Signature", "Signature-Input", "Content-Digest"):
        less = {key: value for key, value in headers.items() if key != name}
        assert world.terminal.send("GET", f"{BASE}/api/v1/feed", less, b"").slug == "bad-signature"


def test_a_stale_signature_gets_the_stations_date(world: World) -> None:
    for minutes in (-6, 6):
        created = world.clock.now() + timedelta(minutes=minutes)
        answer = world.terminal.call("GET", "/api/v1/feed", created=created)
        assert (answer.status, answer.slug) == (401, "stale-signature")
        assert answer.headers["Date"] == "Tue, 17 Nov 2026 02:00:00 GMT"


def test_an_unknown_key_is_told_to_enrol(world: World) -> None:
    stranger = world.fresh_terminal()
    answer = stranger.call("GET", "/api/v1/feed")
    assert (answer.status, answer.slug) == (401, "unknown-key")


def test_revocation_works_on_the_next_request(world: World) -> None:
    def revoke(unit: Unit) -> None:
        unit.terminals.change(world.terminal.enrolment["terminal_id"], revoked_at=world.clock.now())

    world.running.store.write(revoke)
    answer = world.terminal.call("GET", "/api/v1/feed")
    assert (answer.status, answer.slug) == (403, "terminal-revoked")


def test_a_replayed_post_is_refused_and_a_repeated_put_is_not(world: World) -> None:
    body = {"activation_code": "AAAAAAAA", "member_jwk": Key().jwk}
    path = f"/api/v1/members/{world.member_id}/activation"
    raw = encode(body)
    headers = world.terminal.signed_headers("POST", path, raw)
    assert world.terminal.send("POST", BASE + path, headers, raw).slug == "already-activated"
    assert world.terminal.send("POST", BASE + path, headers, raw).slug == "replayed-nonce"
    alert = gold_alert(world.terminal.enrolment, at=world.clock.now())
    path, raw = f"/api/v1/alerts/{alert['alert_id']}", encode(alert)
    headers = world.terminal.signed_headers("PUT", path, raw)
    statuses = [world.terminal.send("PUT", BASE + path, headers, raw).status for _ in range(2)]
    assert statuses == [201, 200]


def test_codes_are_typed_as_people_type(world: World) -> None:
    code = world.code()
    terminal = world.fresh_terminal()
    assert terminal.enrol(f" {code.lower().replace('-', ' ')} ").status == 201
    assert terminal.enrolment["merchant"]["merchant_id"] == world.merchant_id
    assert [member["active"] for member in terminal.enrolment["members"]] == [True]


def test_a_lost_enrolment_answer_can_be_asked_again_by_the_same_key_only(world: World) -> None:
    code = world.code()
    terminal = world.fresh_terminal()
    first, second = terminal.enrol(code), terminal.enrol(code)
    assert (first.status, second.status) == (201, 201)
    assert first.json() == second.json()
    thief = world.fresh_terminal().enrol(code)
    assert (thief.status, thief.slug) == (410, "expired-code")
    world.clock.advance(601)
    assert terminal.enrol(code).slug == "expired-code"


def test_an_expired_code_is_410_and_an_unknown_one_404(world: World) -> None:
    code = world.code()
    world.clock.advance(601)
    assert world.fresh_terminal().enrol(code).slug == "expired-code"
    assert world.fresh_terminal().enrol("AAAA-AAAA").slug == "unknown-code"


def test_five_wrong_tries_kill_the_code(world: World) -> None:
    code = world.code()
    last = "A" if code[-1] != "A" else "B"
    for _ in range(5):
        assert world.fresh_terminal().enrol(code[:-1] + last).slug == "unknown-code"
    locked = world.fresh_terminal().enrol(code)
    assert (locked.status, locked.slug) == (429, "locked-out")
    assert int(locked.headers["Retry-After"]) > 0
    world.clock.advance(599)

    def forget_address(unit: Unit) -> None:
        unit.attempts.remove(scope="enrol-address:127.0.0.1")

    world.running.store.write(forget_address)
    assert world.fresh_terminal().enrol(code).slug == "expired-code"


def test_the_key_that_enrols_must_sign(world: World) -> None:
    terminal = world.fresh_terminal()
    body = {"code": world.code(), "terminal_jwk": Key().jwk, "terminal_name": "x"}
    assert terminal.call("POST", "/api/v1/enrolments", body).slug == "bad-signature"
    private = {**terminal.key.jwk, "d": "AAAA"}
    assert terminal.call("POST", "/api/v1/enrolments", {**body, "terminal_jwk": private}).slug == "bad-signature"
