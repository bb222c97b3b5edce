"""The short road of alerts: a remembered sender is believed only as long as the database says the same."""

import asyncio
import json

import pytest

from station.application.errors import AlreadyThere
from station.bootstrap import open_station
from station.settings import read_settings
from tests.fakes.alerts import gold_alert, member_signed
from tests.fakes.attachments import patch, photo, sha256
from tests.fakes.desk import DeskClient, hire
from tests.fakes.key_change import key_change
from tests.fakes.terminal import FakeTerminal, Key, encode, in_process
from tests.integration.station.conftest import World


def letter(world: World, key: Key | None = None) -> dict[str, object]:
    """Return an alert signed by the member."""
    return member_signed(
        gold_alert(world.terminal.enrolment, at=world.clock.now()), world.member_id, key or world.member
    )


def remember(world: World) -> None:
    """Send two alerts: the first by the ordinary road, the second by the short one."""
    for _ in range(2):
        assert world.terminal.put_alert(letter(world)).status == 201
    known = world.running.station.known
    assert known.terminals.get(world.terminal.key.thumbprint) is not None
    assert known.members.get(world.member_id) is not None


def admin(world: World) -> DeskClient:
    """Return an administrator's desk, signed in."""
    hire(world.running.station, "admin", "管理员", "admin")
    desk = DeskClient(in_process(world.running.app))
    assert desk.sign_in("admin").status == 200
    return desk


def test_both_roads_keep_the_same(world: World) -> None:
    remember(world)
    found = world.running.store.read(lambda unit: unit.alerts.find(order=["seq"]))
    first, second = (
        {name: getattr(row, name) for name in ("merchant_id", "terminal_id", "member_id", "signed")} for row in found
    )
    assert first == second
    assert first["signed"] is True
    steps = world.running.store.read(lambda unit: [unit.lead_steps.find(alert_id=row.alert_id) for row in found])
    assert [[step.kind for step in one] for one in steps] == [["received"], ["received"]]


def test_a_repeated_letter_has_the_same_receipt_on_the_short_road(world: World) -> None:
    remember(world)
    body = letter(world)
    first, again = world.terminal.put_alert(body), world.terminal.put_alert(body)
    assert (first.status, again.status) == (201, 200)
    assert again.content == first.content
    changed = world.terminal.put_alert({**body, "cover_story": "别的"})
    assert (changed.status, changed.slug) == (409, "alert-id-conflict")


@pytest.mark.parametrize("elsewhere", [False, True], ids=["this process", "another process"])
def test_a_revoked_terminal_is_refused_at_its_next_letter(world: World, elsewhere: bool) -> None:
    remember(world)
    desk = admin(world)
    other = open_station(read_settings(str(world.folder / "station.sqlite"), environ={})) if elsewhere else None
    if other is not None:
        desk = DeskClient(in_process(other.app))
        assert desk.sign_in("admin").status == 200
    try:
        terminal_id = world.terminal.enrolment["terminal_id"]
        assert desk.post(f"/terminals/{terminal_id}/revoke", {"reason": "丢失"}).status == 200
    finally:
        if other is not None:
            other.close()
    for body in (letter(world), {"schema_version": "1"}, [1]):
        answer = world.terminal.call("PUT", f"/api/v1/alerts/{letter(world)['alert_id']}", body)
        assert answer.slug == "terminal-revoked"
    assert world.running.store.read(lambda unit: unit.alerts.count()) == 2


def test_a_revoked_terminal_sends_no_further_piece(world: World) -> None:
    remember(world)
    body, content = letter(world), photo()
    assert world.terminal.put_alert(body).status == 201
    alert_id = str(body["alert_id"])
    assert patch(world.terminal, alert_id, content, 0, 500).status == 204
    terminal_id = world.terminal.enrolment["terminal_id"]
    assert admin(world).post(f"/terminals/{terminal_id}/revoke", {"reason": "丢失"}).status == 200
    assert patch(world.terminal, alert_id, content, 500, len(content)).slug == "terminal-revoked"
    assert patch(world.terminal, alert_id, content, 7, 9).slug == "terminal-revoked"
    row = world.running.store.read(lambda unit: unit.attachments.get(alert_id, sha256(content)))
    assert row is not None
    assert row.received == 500


def test_a_terminals_old_key_is_no_longer_known(world: World) -> None:
    remember(world)
    new = Key()
    assert key_change(world.terminal, new).status == 200
    assert world.terminal.put_alert(letter(world)).slug == "unknown-key"
    old = world.terminal
    fresh = FakeTerminal(old.send, old.base, new, old.now, old.enrolment)
    assert fresh.put_alert(letter(world)).status == 201


def test_a_members_new_key_counts_at_once(world: World) -> None:
    remember(world)
    code = admin(world).post(f"/members/{world.member_id}/activation-code").json()["activation_code"]
    new = Key()
    world.clock.advance(60)
    assert world.terminal.activate(world.member_id, code, new).status == 201
    assert world.terminal.put_alert(letter(world, new)).status == 201
    world.clock.advance(60)
    refused = world.terminal.put_alert(letter(world))
    assert [item["code"] for item in refused.json()["errors"]] == ["bad-member-signature"]


def test_a_forged_member_signature_is_refused_and_a_letter_in_another_form_is_not(world: World) -> None:
    remember(world)
    forged = letter(world, Key())
    assert world.terminal.put_alert(forged).slug == "invalid-alert"
    body = letter(world)
    loose = json.dumps(body, ensure_ascii=False, indent=1).encode()
    path = f"/api/v1/alerts/{body['alert_id']}"
    assert loose != encode(body)
    assert world.terminal.call("PUT", path, loose).status == 201
    found = world.running.store.read(lambda unit: unit.alerts.get(body["alert_id"]))
    assert found is not None
    assert found.signed is True


@pytest.mark.parametrize("road", ["ordinary", "short"])
def test_only_a_signature_over_the_canonical_bytes_is_the_members(world: World, road: str) -> None:
    if road == "short":
        remember(world)
    named = {**gold_alert(world.terminal.enrolment, at=world.clock.now()), "member_id": world.member_id}
    backwards = dict(sorted(named.items(), reverse=True))
    laid_out = json.dumps(backwards, separators=(",", ":"), ensure_ascii=False)
    assert json.loads(laid_out) == named
    path = f"/api/v1/alerts/{named['alert_id']}"
    over_these = world.member.jws(laid_out.encode(), detached=True)
    refused = world.terminal.call("PUT", path, f'{laid_out[:-1]},"member_signature":"{over_these}"}}'.encode())
    assert [item["code"] for item in refused.json()["errors"]] == ["bad-member-signature"]
    canonical = world.member.jws(encode(named), detached=True)
    taken = world.terminal.call("PUT", path, f'{laid_out[:-1]},"member_signature":"{canonical}"}}'.encode())
    assert taken.status == 201
    found = world.running.store.read(lambda unit: unit.alerts.get(str(named["alert_id"])))
    assert found is not None
    assert found.signed is True


def test_a_caller_that_goes_does_not_stop_the_writer(world: World) -> None:
    store = world.running.store

    async def leave() -> None:
        task = asyncio.ensure_future(store.write_soon(lambda unit: unit.next_seq()))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    for _ in range(50):
        asyncio.run(leave())
    assert store.write(lambda unit: unit.next_seq()) > 0


def test_what_a_job_raises_comes_to_the_waiting_caller(world: World) -> None:
    def job(_unit: object) -> None:
        raise AlreadyThere

    with pytest.raises(AlreadyThere):
        asyncio.run(world.running.store.write_soon(job))
