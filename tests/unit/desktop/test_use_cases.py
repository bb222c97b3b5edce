"""The counter's use cases over a storage in memory, with the real checklists and keys."""

from __future__ import annotations

import base64
import json
from datetime import timedelta

import jsonschema
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.application.alerts.silent_alarm import SilentAlarm
from desktop.application.alerts.submit_alert import SubmitAlert
from desktop.application.drafts.close_draft import CloseDraft
from desktop.application.drafts.discard_draft import DiscardDraft, RestoreDraft, WipeDiscarded
from desktop.application.drafts.draft_from_file import DraftFromFile
from desktop.application.drafts.save_draft import SaveDraft
from desktop.application.drafts.start_draft import StartDraft
from desktop.application.errors import (
    InvalidInput,
    MemberLocked,
    MemberNotActive,
    NotEnrolled,
    NotFound,
    WrongPin,
)
from desktop.application.session import Session
from desktop.application.shop.sign_in import SignIn
from desktop.domain.alert.canonical import canonical_json
from desktop.domain.alert.report_file import choice_in
from desktop.domain.delivery.outbox import State
from redflags import Definition
from tests.fakes.counter import CHECKLISTS, CountedIds, Enrolled
from tests.fakes.memory_storage import MemoryStorage
from tests.support import FixedClock

SCHEMA = json.loads((CHECKLISTS.parent / "wire" / "alert.schema.json").read_text(encoding="utf-8"))
FILE = {
    "id": "till-77",
    "setting": "gold_shop",
    "facts": {
        "g-price-indifferent": "yes",
        "g-weight-only": "yes",
        "tx": {"amount_cny": 150000.55, "item_kind": "bar", "payments": [{"method": "card", "amount_cny": 0.1}]},
        "ctx": {"person_present": "yes", "value_status": "not_paid"},
    },
    "narrative": "客人只报克数不看款式也不问价",
    "subject_desc": "男,四十岁上下",
    "purity": "千足金",
    "weight_g": "1斤",
    "danger_flags": ["vulnerable"],
    "consent_reward": True,
}


class Counter:
    """Every use case of an enrolled shop."""

    def __init__(self, clock: FixedClock) -> None:
        self.storage = MemoryStorage()
        begin, ids = self.storage.begin, CountedIds()
        self.enrolled = Enrolled(begin)
        files = self.enrolled.checklists

        def find(setting: str, version: int | None = None) -> Definition:
            return files.current(setting)

        self.sign_in = SignIn(begin=begin, clock=clock, keys=self.enrolled.keys)
        self.start = StartDraft(begin=begin, clock=clock, ids=ids, checklists=files)
        self.save = SaveDraft(begin=begin, clock=clock)
        self.submit = SubmitAlert(begin=begin, clock=clock, checklist=find)
        self.close = CloseDraft(begin=begin, clock=clock, checklist=find)
        self.discard = DiscardDraft(begin=begin, clock=clock)
        self.restore = RestoreDraft(begin=begin, clock=clock)
        self.wipe = WipeDiscarded(begin=begin, clock=clock)
        self.alarm = SilentAlarm(begin=begin, clock=clock, ids=ids, checklists=files)
        self.from_file = DraftFromFile(begin=begin, clock=clock, ids=ids, checklists=files)

    def session(self) -> Session:
        return self.sign_in("u-0001", "2468").value

    def body(self, alert_id: str) -> dict[str, object]:
        with self.storage.begin() as work:
            body = json.loads(work.alerts.get(alert_id).body)
        assert isinstance(body, dict)
        return body


@pytest.fixture
def counter(clock: FixedClock) -> Counter:
    """An enrolled shop with one active member."""
    return Counter(clock)


def test_submitting_is_one_transaction_and_ends_the_draft(counter: Counter) -> None:
    draft = counter.from_file(FILE).value
    outcome = counter.submit(draft.draft_id, counter.session())
    assert outcome.value == draft.alert_id
    with counter.storage.begin() as work:
        assert work.outbox.get(draft.alert_id, 0).state is State.QUEUED
        assert work.drafts.open() == ()
    with pytest.raises(NotFound):
        counter.submit(draft.draft_id, None)


def test_the_body_is_what_the_wire_wants(counter: Counter) -> None:
    draft = counter.from_file(FILE).value
    body = counter.body(counter.submit(draft.draft_id, counter.session(), urgent_by_clerk=True).value)
    jsonschema.validate(body, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert (body["amount_fen"], body["weight_mg"], body["purity"]) == (15_000_055, 500_000, "Au999")
    assert body["payments"] == [{"method": "card", "amount_fen": 10, "ok": True}]
    assert (body["level"], body["urgency_by_clerk"]) == ("urgent", "urgent")
    assert body["consent_reward"] is True
    assert "compliance" not in body
    assert body["contact"] == {"mode": "in_app", "phone": "13800138000"}


def test_the_members_signature_covers_the_body(counter: Counter) -> None:
    draft = counter.from_file(FILE).value
    body = counter.body(counter.submit(draft.draft_id, counter.session()).value)
    head, _, signature = str(body.pop("member_signature")).split(".")
    payload = base64.urlsafe_b64encode(canonical_json(body)).rstrip(b"=").decode()
    public = Ed25519PrivateKey.from_private_bytes(counter.enrolled.private).public_key()
    raw = base64.urlsafe_b64decode(signature + "==")
    public.verify(raw, f"{head}.{payload}".encode())
    with pytest.raises(InvalidSignature):
        public.verify(raw, f"{head}.{payload}A".encode())


def test_a_blocked_alert_leaves_the_draft_as_it_was(counter: Counter) -> None:
    draft = counter.start("gold_shop", None).value
    with pytest.raises(InvalidInput) as caught:
        counter.submit(draft.draft_id, None)
    assert "narrative" in {problem.field for problem in caught.value.problems}
    with counter.storage.begin() as work:
        assert [item.draft_id for item in work.drafts.open()] == [draft.draft_id]
        assert work.outbox.undelivered() == (0, 0)


def test_a_silent_alarm_needs_nothing_and_goes_first(counter: Counter) -> None:
    draft = counter.from_file(FILE).value
    counter.submit(draft.draft_id, None)
    alarm = counter.alarm(None).value
    body = counter.body(alarm)
    jsonschema.validate(body, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert (body["silent"], body["level"], body["member_id"]) == (True, "urgent", None)
    with counter.storage.begin() as work:
        (first, second) = work.outbox.due(FixedClock().now(), 10)
    assert (first.alert_id, second.alert_id) == (alarm, draft.alert_id)


def test_a_cleared_customer_is_a_local_record_only(counter: Counter) -> None:
    draft = counter.start("gold_shop", None).value
    counter.save(
        draft.draft_id,
        {"g-weight-only": "yes"},
        {"amount_cny": 120000, "payments": [{"method": "cash", "amount_cny": 120000}]},
        {},
        {},
    )
    counter.close(draft.draft_id, counter.session(), "released", "女儿\u202e来电\x00确认 ")
    with counter.storage.begin() as work:
        closing = work.drafts.closing(draft.alert_id)
        assert closing is not None
        assert (closing.how, closing.reason, closing.closed_by) == ("released", "女儿来电确认", "u-0001")
        assert closing.compliance == ("t-cash-100k",)
        assert work.outbox.undelivered() == (0, 0)


def test_a_discarded_draft_takes_no_more_answers_until_restored(counter: Counter, clock: FixedClock) -> None:
    draft = counter.start("gold_shop", None).value
    counter.discard(draft.draft_id)
    for refused in (lambda: counter.save(draft.draft_id, {}, {}, {}, {}), lambda: counter.submit(draft.draft_id, None)):
        with pytest.raises(NotFound):
            refused()
    assert counter.restore(draft.draft_id).value.draft_id == draft.draft_id
    counter.discard(draft.draft_id)
    assert counter.wipe(False).value == 0
    clock.advance(600)
    with pytest.raises(NotFound):
        counter.restore(draft.draft_id)
    assert counter.wipe(False).value == 1


def test_signing_out_wipes_discarded_drafts(counter: Counter) -> None:
    counter.discard(counter.start("gold_shop", None).value.draft_id)
    assert counter.wipe(True).value == 1


def test_the_fifth_wrong_pin_locks(counter: Counter, clock: FixedClock) -> None:
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongPin) as caught:
            counter.sign_in("u-0001", "1111")
        assert caught.value.tries_left == left
    with pytest.raises(MemberLocked) as locked:
        counter.sign_in("u-0001", "1111")
    assert locked.value.until == clock.now() + timedelta(minutes=5)
    with pytest.raises(MemberLocked):
        counter.sign_in("u-0001", "2468")
    clock.advance(300)
    assert counter.session().member_id == "u-0001"


def test_sign_in_needs_an_active_member_and_a_pin(counter: Counter) -> None:
    with pytest.raises(MemberNotActive):
        counter.sign_in("u-0002", "2468")
    with pytest.raises(NotFound):
        counter.sign_in("u-9999", "2468")
    with pytest.raises(InvalidInput):
        counter.sign_in("u-0001", "24 8")


def test_a_session_never_shows_its_key(counter: Counter) -> None:
    session = counter.session()
    assert counter.enrolled.private.hex() not in repr(session)
    assert "_signer" not in repr(session)
    header, payload, signature = session.sign_compact(b"{}").split(".")
    assert payload == "e30"
    assert f"{header}..{signature}" == session.sign(b"{}")


def test_nothing_starts_before_enrolment(clock: FixedClock) -> None:
    counter = Counter(clock)
    counter.storage.kept.shop = None
    with pytest.raises(NotEnrolled):
        counter.start("gold_shop", None)
    with pytest.raises(NotEnrolled):
        counter.alarm(None)
    with pytest.raises(NotFound):
        counter.start("space_station", None)


def test_a_file_with_faults_keeps_nothing_and_names_them_all(counter: Counter) -> None:
    wrong = {
        **FILE,
        "facts": {"g-nope": "yes", "tx": {"amount_cny": -1}},
        "subject_id_no": "110105194912310021",
        "weight_g": "3钱",
        "extra": 1,
        "danger_flags": [1],
    }
    with pytest.raises(InvalidInput) as caught:
        counter.from_file(wrong)
    fields = {problem.field for problem in caught.value.problems}
    assert fields >= {"g-nope", "tx.amount_cny", "subject_id_no", "tx.weight_g", "extra", "danger_flags"}
    with counter.storage.begin() as work:
        assert work.drafts.open() == ()


@pytest.mark.parametrize(
    "data", [None, [], "x", 3, {}, {"setting": "moon"}, {"setting": "gold_shop"}, {"setting": "gold_shop", "facts": 1}]
)
def test_a_file_that_is_no_report_is_refused(counter: Counter, data: object) -> None:
    with pytest.raises(InvalidInput) as caught:
        counter.from_file(data)
    assert caught.value.problems


def test_the_level_in_a_file_is_the_clerks_choice() -> None:
    choice = choice_in({**FILE, "alert": {"level": "watch", "level_reason": "熟客", "urgency_by_clerk": "urgent"}})
    assert (choice.level_override, choice.level_reason, choice.urgent) == ("watch", "熟客", True)
