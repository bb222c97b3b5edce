"""What every storage promises its use cases; run over the one in memory and the encrypted one."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters.storage.profile import open_storage
from desktop.application.errors import NotFound
from desktop.application.ports import AlreadyThere, Begin
from desktop.domain.alert.alert import Supplement, digest_of
from desktop.domain.alert.draft import Closing, Draft, discard
from desktop.domain.case.case import Case, CaseStep, Effect
from desktop.domain.case.feed import Bulletin, FeedPosition, KeptEvent, ReadReceipt
from desktop.domain.case.instruction import Instruction
from desktop.domain.delivery.comparison import Comparison
from desktop.domain.delivery.outbox import LEASE, delivered, put_back, refused, take
from desktop.domain.delivery.receipt import Receipt
from desktop.domain.member.member import Member
from desktop.domain.member.shop import EnrolmentAttempt
from desktop.domain.reward.reward import Reward
from desktop.domain.training.record import Attempt
from tests.fakes.counter import alert, letter, shop
from tests.fakes.memory_storage import MemoryStorage
from tests.support import OPENING as NOW

LATER = NOW + timedelta(minutes=1)


@pytest.fixture(params=["memory", "sqlcipher"])
def begin(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Begin]:
    """Transactions of a fresh profile."""
    if request.param == "memory":
        yield MemoryStorage().begin
        return
    storage = open_storage(tmp_path, secrets.token_bytes(32), now=NOW)
    yield storage.begin
    storage.close()


def draft(number: int = 1) -> Draft:
    """A draft with something in every part."""
    return Draft(
        draft_id=f"d-{number}",
        alert_id=f"a-{number}",
        setting="gold_shop",
        checklist_version=2,
        member_id="u-1",
        started_at=NOW,
        saved_at=NOW + timedelta(seconds=number),
        answers={"g-weight-only": "yes"},
        tx={"amount_cny": 150000.5, "payments": [{"method": "cash", "ok": True}]},
        ctx={"person_present": "yes"},
        details={"narrative": "客人一直在打电话 🙂"},
    )


def test_what_was_not_committed_was_never_there(begin: Begin) -> None:
    with begin() as work:
        work.alerts.add(alert(1))
        work.outbox.add(letter(alert(1)))
    with pytest.raises(NotFound), begin() as work:
        work.drafts.replace(draft())
    with begin() as work:
        assert not work.alerts.has(alert(1).alert_id)
        assert work.outbox.undelivered() == (0, 0)


def test_a_draft_comes_back_exactly(begin: Begin) -> None:
    with begin() as work:
        work.drafts.add(draft())
        work.commit()
    with begin() as work:
        assert work.drafts.get("d-1") == draft()
        with pytest.raises(NotFound):
            work.drafts.get("d-2")
        with pytest.raises(NotFound):
            work.drafts.replace(draft(2))


def test_drafts_are_open_discarded_or_closed(begin: Begin) -> None:
    closing = Closing(draft(3), "released", "家人确认", LATER, "u-1", "watch", "victim", ("t-cash-100k",))
    with begin() as work:
        for number in (1, 2, 3):
            work.drafts.add(draft(number))
        work.drafts.replace(discard(draft(1), LATER))
        work.drafts.close(closing)
        work.commit()
    with begin() as work:
        assert [item.draft_id for item in work.drafts.open()] == ["d-2"]
        assert work.drafts.discarded() == (discard(draft(1), LATER),)
        assert work.drafts.closing("a-3") == closing
        assert work.drafts.closing("a-2") is None
        work.drafts.remove("d-1")
        assert work.drafts.discarded() == ()


def test_a_checklist_version_is_kept_once(begin: Begin) -> None:
    with begin() as work:
        work.drafts.keep_checklist("gold_shop", 2, "{}")
        work.drafts.keep_checklist("gold_shop", 2, "other")
        assert work.drafts.checklist_text("gold_shop", 2) == "{}"
        assert work.drafts.checklist_text("gold_shop", 1) is None


def test_an_alert_is_append_only(begin: Begin) -> None:
    with begin() as work:
        work.alerts.add(alert(1))
        work.commit()
    with begin() as work, pytest.raises(AlreadyThere):
        work.alerts.add(replace(alert(1), body=b"other"))
    with begin() as work:
        assert work.alerts.get(alert(1).alert_id) == alert(1)


def test_supplements_are_numbered(begin: Begin) -> None:
    body = b"{}"
    first = Supplement(alert(1).alert_id, 1, "reply", NOW, None, body, digest_of(body), "", "i-1", "stalled")
    with begin() as work:
        work.alerts.add(alert(1))
        assert work.alerts.last_n(alert(1).alert_id) == 0
        work.alerts.add_supplement(first)
        assert work.alerts.last_n(alert(1).alert_id) == 1
        assert work.alerts.supplement(alert(1).alert_id, 1) == first
        with pytest.raises(NotFound):
            work.alerts.supplement(alert(1).alert_id, 2)
        with pytest.raises(AlreadyThere):
            work.alerts.add_supplement(first)


def test_urgent_goes_first_then_the_oldest(begin: Begin) -> None:
    with begin() as work:
        for number, urgent in ((1, False), (2, False), (3, True)):
            work.alerts.add(alert(number, urgent=urgent))
            work.outbox.add(letter(alert(number, urgent=urgent)))
        work.commit()
    with begin() as work:
        assert [entry.alert_id[-1] for entry in work.outbox.due(NOW, 10)] == ["3", "1", "2"]
        assert [entry.alert_id[-1] for entry in work.outbox.due(NOW, 2)] == ["3", "1"]
        assert [entry.alert_id[-1] for entry in work.outbox.due(NOW, 10, only_urgent=True)] == ["3"]
        assert len(work.outbox.due(NOW - timedelta(days=9), 10)) == 3, "what was never tried waits for no time"


def test_a_tried_letter_has_a_time_unless_a_clock_that_was_ahead_wrote_it(begin: Begin) -> None:
    soon = NOW + timedelta(minutes=15)
    with begin() as work:
        work.alerts.add(alert(1))
        work.outbox.add(letter(alert(1)))
        work.outbox.replace(put_back(take(letter(alert(1)), "me", NOW), soon))
        assert work.outbox.due(NOW, 10) == ()
        assert len(work.outbox.due(soon, 10)) == len(work.outbox.due(NOW - timedelta(seconds=1), 10)) == 1
        work.outbox.replace(take(work.outbox.get(alert(1).alert_id, 0), "me", soon))
        assert work.outbox.due(soon, 10) == ()
        assert len(work.outbox.due(soon + LEASE, 10)) == len(work.outbox.due(soon - timedelta(seconds=1), 10)) == 1


def test_a_supplement_waits_for_its_alert(begin: Begin) -> None:
    with begin() as work:
        work.alerts.add(alert(1))
        for n in (0, 1, 2):
            work.outbox.add(letter(alert(1), n))
        assert [entry.n for entry in work.outbox.due(NOW, 10)] == [0]
        taken = take(work.outbox.get(alert(1).alert_id, 0), "me", NOW)
        work.outbox.replace(taken)
        assert work.outbox.due(NOW, 10) == ()
        work.outbox.replace(delivered(taken))
        assert [entry.n for entry in work.outbox.due(NOW, 10)] == [1]
        assert work.outbox.undelivered() == (2, 0)


def test_a_refused_alert_blocks_only_its_own(begin: Begin) -> None:
    with begin() as work:
        for number in (1, 2):
            work.alerts.add(alert(number))
            work.outbox.add(letter(alert(number)))
        work.outbox.add(letter(alert(1), 1))
        taken = take(work.outbox.get(alert(1).alert_id, 0), "me", NOW)
        work.outbox.replace(refused(taken, "invalid-alert", "no", "不行"))
        assert [entry.alert_id[-1] for entry in work.outbox.due(NOW, 10)] == ["2"]
        assert work.outbox.undelivered() == (2, 1)
        kept = work.outbox.get(alert(1).alert_id, 0)
        assert (kept.refused_code, kept.refused_detail_zh) == ("invalid-alert", "不行")


def test_a_dead_senders_lease_ends(begin: Begin) -> None:
    with begin() as work:
        work.alerts.add(alert(1))
        work.outbox.add(letter(alert(1)))
        work.outbox.replace(take(work.outbox.get(alert(1).alert_id, 0), "dead", NOW))
        assert work.outbox.next_at() == NOW + LEASE
        assert work.outbox.due(NOW + LEASE - timedelta(seconds=1), 10) == ()
        (again,) = work.outbox.due(NOW + LEASE, 10)
        work.outbox.replace(put_back(take(again, "me", NOW + LEASE), NOW + 2 * LEASE))
        assert work.outbox.next_at() == NOW + 2 * LEASE
        assert work.outbox.get(alert(1).alert_id, 0).attempts == 2


def test_receipts_and_the_hold(begin: Begin) -> None:
    receipt = Receipt(alert(1).alert_id, 0, alert(1).sha256, "e1", 7, LATER, "a.b.c")
    with begin() as work:
        work.alerts.add(alert(1))
        work.outbox.add(letter(alert(1)))
        assert work.outbox.receipt(alert(1).alert_id, 0) is None
        work.outbox.add_receipt(receipt)
        work.outbox.add_receipt(receipt)
        assert work.outbox.receipt(alert(1).alert_id, 0) == receipt
        assert work.outbox.has_receipts_outside("e2")
        assert not work.outbox.has_receipts_outside("e1")
        assert work.outbox.held() is None
        work.outbox.hold("terminal-revoked")
        assert work.outbox.held() == "terminal-revoked"
        work.outbox.release()
        assert work.outbox.held() is None


def test_cases_instructions_and_rewards(begin: Begin) -> None:
    effects = (Effect("loss_prevented_cny", 15000000), Effect("suspects_caught", count=2))
    case = Case("a-1", 3, "valid", "连城专班", "有效", LATER, NOW, True, effects)
    told = Instruction("i-1", "a-1", 1, "稳住", "连城专班", True, ("stalled", "left"), NOW, 5)
    history = (("notified", NOW), ("paid", LATER))
    reward = Reward("r-1", "a-1", "u-1", "cash", "paid", 100000, "奖励", "", 4, LATER, history, LATER)
    with begin() as work:
        work.cases.put(case)
        work.cases.add_step(CaseStep("a-1", 3, "valid", "连城专班", "有效", LATER, True, effects))
        work.cases.add_step(CaseStep("a-1", 3, "valid", "连城专班", "有效", LATER, True, effects))
        work.cases.put_instruction(told)
        work.rewards.put(reward)
        work.commit()
    with begin() as work:
        assert work.cases.get("a-1") == case
        assert work.cases.get("a-2") is None
        assert work.cases.instruction("i-1") == told
        assert work.cases.instructions("a-1") == (told,)
        assert work.rewards.get("r-1") == reward


def test_the_shop_and_its_members(begin: Begin) -> None:
    attempt = EnrolmentAttempt("http://127.0.0.1:1", "ABCD2345", "柜台1", NOW, b"\x07" * 32)
    first, second = Member("u-2", "小陈", "clerk", 0), Member("u-1", "小林", "manager", 1, wrapped_key=b"k")
    with begin() as work:
        assert work.members.shop() is None
        assert work.members.attempt() is None
        work.members.put_attempt(attempt)
        assert work.members.attempt() == attempt
        work.members.put_attempt(None)
        assert work.members.attempt() is None
        work.members.put_shop(shop())
        joined_again = replace(shop(), terminal_id="t-2", former_terminals=("t-1",))
        work.members.put_shop(joined_again)
        assert work.members.shop() == joined_again
        work.members.put_shop(shop())
        assert work.members.former_keys() == ()
        work.members.put_former_keys((b"two", b"one"))
        assert work.members.former_keys() == (b"two", b"one")
        work.members.put(second)
        work.members.put(first)
        work.members.put(replace(second, wrong_tries=2, locked_until=LATER))
        assert work.members.shop() == shop()
        assert work.members.all() == (first, replace(second, wrong_tries=2, locked_until=LATER))
        with pytest.raises(NotFound):
            work.members.get("u-3")


def test_the_feed_counts_each_event_once(begin: Begin) -> None:
    event = KeptEvent("e1", 1, "case.status", "a-1", NOW, '{"state":"received"}')
    shown = ReadReceipt(5, NOW, "u-1", "e1")
    with begin() as work:
        assert work.feed.position() == FeedPosition()
        assert work.feed.add_event(event)
        assert not work.feed.add_event(event)
        assert work.feed.add_event(replace(event, epoch="e2"))
        assert work.feed.comparison() == Comparison()
        work.feed.put_position(FeedPosition("e1", "c9"))
        work.feed.put_comparison(Comparison("e1", asked=3, answered=2))
        work.feed.queue_read_receipt(shown)
        work.feed.queue_read_receipt(replace(shown, shown_at=LATER))
        work.feed.put_bulletin(Bulletin("b-1", "提醒", "…", "gold", "连城", NOW, 9))
        work.commit()
    with begin() as work:
        assert work.feed.position() == FeedPosition("e1", "c9")
        assert work.feed.comparison() == Comparison("e1", asked=3, answered=2)
        assert work.feed.read_receipts() == (shown,)
        work.feed.read_receipt_sent(shown)
        assert work.feed.read_receipts() == ()


def test_answered_drills_stay_with_their_member(begin: Begin) -> None:
    first = Attempt("u-1", "gold-quota", "urgent", 2, True, False, NOW)
    with begin() as work:
        for attempt in (first, replace(first, member_id="u-2"), replace(first, at=LATER)):
            work.training.add(attempt)
        work.commit()
    with begin() as work:
        assert work.training.of("u-1") == (first, replace(first, at=LATER))
        assert work.training.of("u-3") == ()
