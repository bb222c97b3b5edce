"""Keys that change hands: a terminal's, a member's, the station's own."""

from datetime import timedelta
from pathlib import Path

from station.adapters.contract import WireContract
from station.adapters.jose import JoseSignatures
from station.domain.canonical import canonical
from tests.fakes.alerts import gold_alert, member_signed
from tests.fakes.desk import DeskClient, hire
from tests.fakes.key_change import key_change
from tests.fakes.served import command_json
from tests.fakes.terminal import FakeTerminal, Key, in_process
from tests.integration.station.conftest import World


def with_key(world: World, key: Key) -> FakeTerminal:
    """Return the world's terminal with another key."""
    old = world.terminal
    return FakeTerminal(old.send, old.base, key, old.now, old.enrolment)


def test_a_terminal_changes_its_key_and_may_repeat_the_call(world: World) -> None:
    new = Key()
    answer = key_change(world.terminal, new)
    assert (answer.status, answer.json()) == (200, {"key_thumbprint": new.thumbprint})
    assert key_change(world.terminal, new).content == answer.content
    assert WireContract().errors("terminal-key-answer", answer.json()) == []
    assert world.terminal.feed().slug == "unknown-key"
    assert key_change(world.terminal, Key()).slug == "unknown-key"
    fresh = with_key(world, new)
    assert fresh.feed().status == 200
    assert key_change(fresh, new).status == 200
    assert key_change(fresh, world.terminal.key).slug == "already-enrolled"
    world.clock.advance(601)
    assert key_change(world.terminal, new).slug == "unknown-key"


def test_a_new_key_must_prove_itself(world: World) -> None:
    for claims in ({"terminal_id": "ter_other"}, {"key_thumbprint": "x"}, {"iat": 0}):
        answer = key_change(world.terminal, Key(), **claims)
        assert [item["pointer"] for item in answer.json()["errors"]] == ["/proof"]
    foreign = key_change(world.terminal, Key(), world.other_shop().enrolment["terminal_id"])
    assert foreign.slug == "not-your-merchant"
    assert world.terminal.feed().status == 200


def test_a_members_key_is_replaced_with_a_new_code_and_the_old_one_proves_the_past(world: World) -> None:
    hire(world.running.station, "admin", "管理员", "admin")
    desk = DeskClient(in_process(world.running.app))
    desk.sign_in("admin")
    waiting = gold_alert(world.terminal.enrolment, at=world.clock.now())
    new = Key()
    assert world.terminal.activate(world.member_id, "AAAAAAAA", new).slug == "already-activated"
    code = desk.post(f"/members/{world.member_id}/activation-code").json()["activation_code"]
    assert world.terminal.activate(world.member_id, "AAAAAAAA", new).slug == "wrong-activation-code"
    world.clock.advance(60)
    assert world.terminal.activate(world.member_id, code, new).status == 201
    assert world.terminal.activate(world.member_id, code, Key()).slug == "already-activated"
    assert world.terminal.rewards(world.member_id, world.member).slug == "member-assertion"
    assert world.terminal.put_alert(member_signed(waiting, world.member_id, world.member)).status == 201
    world.clock.advance(60)
    late = gold_alert(world.terminal.enrolment, at=world.clock.now())
    refused = world.terminal.put_alert(member_signed(late, world.member_id, world.member))
    assert [item["code"] for item in refused.json()["errors"]] == ["bad-member-signature"]
    assert world.terminal.put_alert(member_signed(late, world.member_id, new)).status == 201


def test_the_stations_key_changes_under_the_old_ones_signature(world: World, tmp_path: Path) -> None:
    before = world.running.station.vault.jwks()["keys"]
    done = command_json("rotate-key", "--database", str(tmp_path / "station.sqlite"))
    after = world.running.station.vault.jwks()["keys"]
    assert [key["kid"] for key in after] == [done["kid"], before[0]["kid"]]
    page = world.terminal.feed().json()
    event = next(event for event in page["events"] if event["type"] == "station.keys")
    assert WireContract().errors("feed", page) == []
    trusted = {name: before[0][name] for name in ("kty", "crv", "x")}
    assert JoseSignatures().verify_detached(event["data"]["signature"], trusted, canonical(event["data"]["jwks"]))
    assert event["data"]["jwks"]["keys"][0]["kid"] == done["kid"]
    receipt = world.terminal.put_alert(gold_alert(world.terminal.enrolment, at=world.clock.now())).json()["receipt"]
    signing = {name: after[0][name] for name in ("kty", "crv", "x")}
    assert JoseSignatures().open_compact(receipt, signing) is not None
    assert not any("d" in key for key in after)
    assert (tmp_path / "station.sqlite.key").stat().st_mode & 0o077 == 0


def test_an_old_activation_code_dies_after_its_days(world: World) -> None:
    hire(world.running.station, "admin", "管理员", "admin")
    desk = DeskClient(in_process(world.running.app))
    desk.sign_in("admin")
    code = desk.post(f"/members/{world.member_id}/activation-code").json()["activation_code"]
    world.clock.advance(timedelta(days=8).total_seconds())
    assert world.terminal.activate(world.member_id, code, Key()).slug == "expired-code"
    assert desk.post("/members/mem_none/activation-code").slug in {"unknown-member", "signed-out"}
