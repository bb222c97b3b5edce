"""An alert is kept exactly once, and its receipt never changes."""

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from station.domain.canonical import sha256_hex
from tests.fakes.alerts import gold_alert, member_signed, silent_alarm, supplement
from tests.fakes.terminal import Key, encode
from tests.integration.station.conftest import World


def payload(world: World, receipt: str) -> dict[str, Any]:
    """Return a receipt's payload after checking its signature by the station's published key."""
    jwk = world.terminal.enrolment["station_jwks"]["keys"][0]
    opened = world.running.station.signatures.open_compact(receipt, jwk)
    assert opened is not None
    found: dict[str, Any] = json.loads(opened)
    return found


def test_first_time_201_then_the_same_receipt_bytes(world: World) -> None:
    body = gold_alert(world.terminal.enrolment, at=world.clock.now())
    first = world.terminal.put_alert(body)
    world.clock.advance(3600 * 24 * 30)
    again = world.terminal.put_alert(body)
    assert (first.status, again.status) == (201, 200)
    assert first.content == again.content
    facts = payload(world, first.json()["receipt"])
    assert facts["alert_id"] == body["alert_id"]
    assert facts["sha256"] == sha256_hex(encode(body))
    assert facts["member_id"] is None
    assert facts["station"] == world.running.station.station_id
    assert world.running.store.read(lambda unit: unit.alerts.count()) == 1


def test_same_id_other_bytes_is_a_loud_409(world: World) -> None:
    body = gold_alert(world.terminal.enrolment, at=world.clock.now())
    world.terminal.put_alert(body)
    other = world.terminal.put_alert({**body, "narrative": "完全不同的一段情况说明文字。"})
    assert (other.status, other.slug) == (409, "alert-id-conflict")


def test_receipts_of_a_terminal_are_chained(world: World) -> None:
    receipts = [
        world.terminal.put_alert(gold_alert(world.terminal.enrolment, at=world.clock.now())).json()["receipt"]
        for _ in range(3)
    ]
    facts = [payload(world, receipt) for receipt in receipts]
    assert facts[0]["prev"] is None
    assert [item["prev"] for item in facts[1:]] == [sha256_hex(receipt.encode()) for receipt in receipts[:2]]
    assert facts[0]["seq"] < facts[1]["seq"] < facts[2]["seq"]


def test_a_silent_alarm_needs_almost_nothing(world: World) -> None:
    body = silent_alarm(world.terminal.enrolment, at=world.clock.now())
    assert world.terminal.put_alert(body).status == 201
    lead = world.running.store.read(lambda unit: unit.leads.get(body["alert_id"]))
    assert lead is not None
    assert (lead.urgency, lead.silent, lead.state) == ("P1", True, "received")


def test_every_broken_rule_is_named_and_nothing_is_kept(world: World) -> None:
    body = gold_alert(
        world.terminal.enrolment,
        at=world.clock.now(),
        narrative="短",
        amount_fen=None,
        contact={"phone": "12345678901", "mode": "sms"},
        handover=None,
    )
    answer = world.terminal.put_alert(body)
    assert (answer.status, answer.slug) == (422, "invalid-alert")
    assert {(item["pointer"], item["code"]) for item in answer.json()["errors"]} == {
        ("/narrative", "too-short"),
        ("/amount_fen", "required"),
        ("/contact/phone", "phone"),
        ("/handover", "handover-required"),
    }
    assert all(item["detail"] and item["detail_zh"] for item in answer.json()["errors"])
    assert world.running.store.read(lambda unit: unit.alerts.count()) == 0


@pytest.mark.parametrize(
    ("raw", "status", "slug"),
    [
        (b"{", 400, "bad-json"),
        (b"[]", 400, "bad-json"),
        (b'{"a": 1.5}', 400, "bad-json"),
        (b'{"a": NaN}', 400, "bad-json"),
        (b'{"a": 1, "a": 2}', 400, "bad-json"),
        (b'{"a": "\\ud800"}', 400, "bad-json"),
        (b"\xff\xfe", 400, "bad-json"),
        (b'{"a":' * 400 + b"1" + b"}" * 400, 422, "invalid-request"),
        (b"[" * 30_000 + b"]" * 30_000, 400, "bad-json"),
        (b'{"a": ' + b"9" * 5000 + b"}", 400, "bad-json"),
        (b'{"narrative": "a\\u0000b"}', 422, "invalid-request"),
        (b"{}", 422, "invalid-alert"),
        (b" " * 65_537, 413, "too-large"),
    ],
)
def test_bad_bodies_are_refused_in_one_sentence(world: World, raw: bytes, status: int, slug: str) -> None:
    answer = world.terminal.call("PUT", "/api/v1/alerts/0190b3a0-0000-7000-8000-000000000000", raw)
    assert (answer.status, answer.slug) == (status, slug)


def test_another_merchants_alert_is_refused(world: World) -> None:
    body = gold_alert(world.terminal.enrolment, at=world.clock.now())
    other = world.other_shop()
    answer = other.put_alert(body)
    assert (answer.status, answer.slug) == (403, "not-your-merchant")


def test_member_signature_binds_the_alert_to_a_person(world: World) -> None:
    plain = gold_alert(world.terminal.enrolment, at=world.clock.now())
    good = member_signed(plain, world.member_id, world.member)
    assert world.terminal.put_alert(good).status == 201
    stored = world.running.store.read(lambda unit: unit.alerts.get(plain["alert_id"]))
    assert stored is not None
    assert stored.signed
    forged = member_signed(gold_alert(world.terminal.enrolment, at=world.clock.now()), world.member_id, Key())
    answer = world.terminal.put_alert(forged)
    assert answer.status == 422
    assert [(e["pointer"], e["code"]) for e in answer.json()["errors"]] == [
        ("/member_signature", "bad-member-signature")
    ]
    changed = {
        **member_signed(gold_alert(world.terminal.enrolment, at=world.clock.now()), world.member_id, world.member)
    }
    changed["amount_fen"] = 1
    assert world.terminal.put_alert(changed).status == 422
    unsigned = gold_alert(world.terminal.enrolment, at=world.clock.now(), member_id=world.member_id)
    assert world.terminal.put_alert(unsigned).status == 201


def test_personal_data_is_not_readable_in_the_database(world: World) -> None:
    canaries = ["13912345678", "11010519491231002X", "黑衣高个子金丝眼镜", "闽F12345"]
    body = gold_alert(
        world.terminal.enrolment,
        at=world.clock.now(),
        recipient={"phone": canaries[0]},
        subject={"desc": canaries[2], "id_type": "resident_id", "id_no": canaries[1]},
        vehicle={"plate": canaries[3]},
    )
    assert world.terminal.put_alert(body).status == 201
    extra = supplement(body["alert_id"], 1, at=world.clock.now(), text=canaries[2])
    assert world.terminal.put_supplement(extra).status == 201
    path = world.running.store.writers.url.database
    assert path
    stored = b"".join(file.read_bytes() for file in Path(path).parent.glob("station.sqlite*"))
    for canary in canaries:
        raw = canary.encode()
        for form in (raw, canary.encode("utf-16-le"), base64.b64encode(raw), raw.hex().encode()):
            assert form not in stored
    alert = world.running.store.read(lambda unit: unit.alerts.get(body["alert_id"]))
    assert alert is not None
    assert world.running.station.vault.unseal(alert.sealed_body, alert.alert_id) == encode(body)
    with pytest.raises(ValueError, match="do not open"):
        world.running.station.vault.unseal(alert.sealed_body, "another-alert")
