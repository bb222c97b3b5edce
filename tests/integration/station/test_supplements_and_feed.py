"""Later facts in order, and the feed that brings answers back."""

from station.application import feed
from station.application.case_records import Instruction
from station.application.ports import Unit
from station.application.read_feed import make_cursor
from tests.fakes.alerts import gold_alert, supplement
from tests.integration.station.conftest import World


def sent_alert(world: World) -> str:
    """Send an alert and return its id."""
    body = gold_alert(world.terminal.enrolment, at=world.clock.now())
    assert world.terminal.put_alert(body).status == 201
    return str(body["alert_id"])


def test_supplements_are_in_order_and_once(world: World) -> None:
    alert_id = sent_alert(world)
    ahead = world.terminal.put_supplement(supplement(alert_id, 2, at=world.clock.now()))
    assert (ahead.status, ahead.slug, ahead.json()["expected"]) == (409, "out-of-order", 1)
    first = supplement(alert_id, 1, at=world.clock.now())
    stored, again = world.terminal.put_supplement(first), world.terminal.put_supplement(first)
    assert (stored.status, again.status) == (201, 200)
    assert stored.content == again.content
    other = world.terminal.put_supplement({**first, "text": "另一句"})
    assert (other.status, other.slug) == (409, "supplement-conflict")
    assert world.terminal.put_supplement(supplement(alert_id, 2, at=world.clock.now())).status == 201


def test_a_supplement_needs_its_alert_and_its_merchant(world: World) -> None:
    missing = supplement("0190b3a0-0000-7000-8000-000000000000", 1, at=world.clock.now())
    assert world.terminal.put_supplement(missing).slug == "unknown-alert"
    alert_id = sent_alert(world)
    assert world.other_shop().put_supplement(supplement(alert_id, 1, at=world.clock.now())).slug == "not-your-merchant"


def test_later_facts_raise_the_class_and_renew_the_queue(world: World) -> None:
    alert_id = sent_alert(world)
    extra = supplement(
        alert_id, 1, at=world.clock.now(), fields={"urgency_by_clerk": "urgent", "value_status": "handed_over"}
    )
    assert world.terminal.put_supplement(extra).status == 201
    calm = supplement(alert_id, 2, at=world.clock.now(), fields={"level": "watch"})
    assert world.terminal.put_supplement(calm).status == 201
    lead = world.running.store.read(lambda unit: unit.leads.get(alert_id))
    assert lead is not None
    assert (lead.urgency, lead.value_status, lead.supplements, lead.revision) == ("P1", "handed_over", 2, 3)


def test_wrong_facts_in_a_supplement_are_named(world: World) -> None:
    alert_id = sent_alert(world)
    extra = supplement(alert_id, 1, at=world.clock.now(), fields={"vehicle": {"plate": "闽FI2345"}})
    answer = world.terminal.put_supplement(extra)
    assert [(item["pointer"], item["code"]) for item in answer.json()["errors"]] == [("/fields/vehicle/plate", "plate")]
    for spoiled, pointer in (
        ({"kind": "reply", "in_reply_to": "ins_1", "text": None}, "/text"),
        ({"kind": "reply", "reply_code": "ok"}, "/in_reply_to"),
        ({"kind": "correction"}, "/corrects"),
        ({"kind": "withdrawal", "text": None}, "/text"),
    ):
        answer = world.terminal.put_supplement(supplement(alert_id, 1, at=world.clock.now(), **spoiled))
        assert [item["pointer"] for item in answer.json()["errors"]] == [pointer]


def test_an_answered_question_returns_the_lead_to_verifying(world: World) -> None:
    alert_id = sent_alert(world)

    def ask(unit: Unit) -> None:
        now = world.clock.now()
        asked = {"instruction_id": "ins_1", "revision": 1, "text": "几点来取？", "officer_unit": "专班"}
        seq = feed.emit(unit, "question", asked, at=now, merchant_id=world.merchant_id, alert_id=alert_id)
        unit.instructions.add(
            Instruction("ins_1", alert_id, "question", 1, "几点来取?", "off_1", "专班", True, ["ok"], seq, now)
        )
        unit.leads.change(alert_id, state="need_info", revision=2)

    world.running.store.write(ask)
    reply = supplement(alert_id, 1, at=world.clock.now(), kind="reply", in_reply_to="ins_1", text="下午三点")
    assert world.terminal.put_supplement(reply).status == 201
    lead = world.running.store.read(lambda unit: unit.leads.get(alert_id))
    assert lead is not None
    assert (lead.state, lead.revision) == ("verifying", 3)
    last = world.terminal.feed().json()["events"][-1]
    assert (last["type"], last["data"]["state"], last["data"]["revision"]) == ("case.status", "verifying", 3)


def test_the_feed_is_in_order_and_the_cursor_moves(world: World) -> None:
    first = sent_alert(world)
    page = world.terminal.feed().json()
    assert [event["alert_id"] for event in page["events"] if event["type"] == "case.status"] == [first]
    second = sent_alert(world)
    later = world.terminal.feed(page["cursor"]).json()
    assert [event["alert_id"] for event in later["events"]] == [second]
    assert world.terminal.feed(later["cursor"]).json()["events"] == []
    seqs = [event["seq"] for event in page["events"] + later["events"]]
    assert seqs == sorted(set(seqs))


def test_a_terminal_sees_its_own_shop_its_trade_and_everybodys_events(world: World) -> None:
    other = world.other_shop()

    def publish(unit: Unit) -> None:
        now = world.clock.now()
        feed.emit(unit, "note", {"to": "gold"}, at=now, trade="gold")
        feed.emit(unit, "note", {"to": "courier"}, at=now, trade="courier")
        feed.emit(unit, "note", {"to": "all"}, at=now)
        feed.emit(unit, "note", {"to": "shop"}, at=now, merchant_id=world.merchant_id)

    world.running.store.write(publish)
    mine = [event["data"].get("to") for event in world.terminal.feed().json()["events"]]
    theirs = [event["data"].get("to") for event in other.feed().json()["events"]]
    assert [to for to in mine if to] == ["gold", "all", "shop"]
    assert [to for to in theirs if to] == ["courier", "all"]


def test_a_cursor_of_another_epoch_is_gone_and_a_broken_one_is_said(world: World) -> None:
    gone = world.terminal.feed(make_cursor("another-epoch", 5))
    assert (gone.status, gone.slug, gone.json()["epoch"]) == (410, "epoch-changed", world.running.station.epoch)
    assert world.terminal.feed("broken!").slug == "invalid-request"


def test_a_receipt_of_showing_is_kept_once(world: World) -> None:
    sent_alert(world)
    seq = world.terminal.feed().json()["events"][-1]["seq"]
    body = {"shown_at": world.clock.now().isoformat(), "member_id": world.member_id}
    for _ in range(2):
        assert world.terminal.call("PUT", f"/api/v1/feed/receipts/{seq}", body).status == 204
    assert world.running.store.read(lambda unit: unit.feed_receipts.count(seq=seq)) == 1
    assert world.terminal.call("PUT", "/api/v1/feed/receipts/99999", body).slug == "not-found"
    assert world.other_shop().call("PUT", f"/api/v1/feed/receipts/{seq}", body).slug == "not-found"


def test_after_a_withdrawal_only_facts_are_taken(world: World) -> None:
    alert_id = sent_alert(world)
    gone = supplement(alert_id, 1, at=world.clock.now(), kind="withdrawal", text="看错了")
    assert world.terminal.put_supplement(gone).status == 201
    assert world.terminal.put_supplement(gone).status == 200
    changed = supplement(alert_id, 2, at=world.clock.now(), kind="correction", corrects="/narrative")
    refused = world.terminal.put_supplement(changed)
    assert (refused.status, refused.slug) == (409, "withdrawn")
    assert world.terminal.put_supplement(supplement(alert_id, 2, at=world.clock.now())).status == 201
    lead = world.running.store.read(lambda unit: unit.leads.get(alert_id))
    assert lead is not None
    assert (lead.withdrawn, lead.state) == (True, "received")


def test_a_correction_names_something_that_is_there(world: World) -> None:
    alert_id = sent_alert(world)
    for target in (1, 7, "narrative"):
        wrong = supplement(alert_id, 1, at=world.clock.now(), kind="correction", corrects=target)
        assert [item["pointer"] for item in world.terminal.put_supplement(wrong).json()["errors"]] == ["/corrects"]
    for n, target in ((1, 0), (2, 1), (3, "/subject/desc")):
        right = supplement(alert_id, n, at=world.clock.now(), kind="correction", corrects=target)
        assert world.terminal.put_supplement(right).status == 201
    named = {"sha256": "0" * 64, "bytes": 9, "media_type": "image/png"}
    for spoiled in ({"kind": "attachment"}, {"kind": "fact", "attachment": named}):
        answer = world.terminal.put_supplement(supplement(alert_id, 4, at=world.clock.now(), **spoiled))
        assert [item["pointer"] for item in answer.json()["errors"]] == ["/attachment"]
