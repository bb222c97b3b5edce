"""After a silent alarm: what is answered follows as supplements of the same alert, only what is new, and nothing twice."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from desktop.application.alerts.add_fact import AddFact
from desktop.application.alerts.correct_alert import CorrectAlert
from desktop.application.alerts.send_reply import SendReply
from desktop.application.alerts.silent_alarm import SilentAlarm
from desktop.application.alerts.submit_alert import SubmitAlert
from desktop.application.alerts.withdraw_alert import WithdrawAlert
from desktop.application.drafts.save_draft import SaveDraft
from desktop.application.drafts.start_draft import StartDraft
from desktop.application.errors import InvalidInput, NotFound
from desktop.domain.alert.follow_up import PAUSE
from redflags import Definition
from tests.fakes.counter import CHECKLISTS, CountedIds, Enrolled
from tests.fakes.memory_storage import MemoryStorage
from tests.support import FixedClock

WIRE = CHECKLISTS.parent / "wire"


class Counter:
    """The use cases of a counter in trouble."""

    def __init__(self, clock: FixedClock) -> None:
        self.storage, self.clock = MemoryStorage(), clock
        begin, ids = self.storage.begin, CountedIds()
        files = Enrolled(begin).checklists

        def find(setting: str, version: int | None = None) -> Definition:
            return files.current(setting)

        self.start = StartDraft(begin=begin, clock=clock, ids=ids, checklists=files)
        self.save_draft = SaveDraft(begin=begin, clock=clock, checklist=find)
        self.submit = SubmitAlert(begin=begin, clock=clock, checklist=find)
        self.alarm = SilentAlarm(begin=begin, clock=clock, ids=ids, checklists=files, checklist=find)
        self.fact = AddFact(begin=begin, clock=clock)
        self.reply = SendReply(begin=begin, clock=clock)
        self.withdraw = WithdrawAlert(begin=begin, clock=clock)
        self.correct = CorrectAlert(begin=begin, clock=clock)

    def save(self, draft_id: str, **more: Any) -> None:
        """Save a draft with a few answers."""
        ctx = {"person_present": "yes", "value_status": "not_paid"}
        answers = {"g-weight-only": "yes"} | more.pop("answers", {})
        self.save_draft(draft_id, answers, more.pop("tx", {}), ctx, {"contact_mode": "in_app"} | more)

    def said(self, alert_id: str) -> list[dict[str, Any]]:
        """The bodies of an alert's supplements, each of the form the contract asks for."""
        with self.storage.begin() as work:
            bodies = [json.loads(one.body) for one in work.alerts.supplements(alert_id)]
            assert all(work.outbox.get(alert_id, n).urgent for n in range(len(bodies) + 1))
        assert [body["n"] for body in bodies] == list(range(1, len(bodies) + 1))
        for body in bodies:
            SUPPLEMENT.validate(body)
        return bodies


def _validator() -> jsonschema.Draft202012Validator:
    named = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in WIRE.glob("*.schema.json")}
    registry: Registry[Any] = Registry().with_resources(
        [(name, Resource.from_contents(schema)) for name, schema in named.items()]
    )
    return jsonschema.Draft202012Validator(named["supplement.schema.json"], registry=registry)


SUPPLEMENT = _validator()


@pytest.fixture
def counter(clock: FixedClock) -> Counter:
    """An enrolled counter."""
    return Counter(clock)


def test_an_alarm_from_an_open_draft_is_that_drafts_alert(counter: Counter) -> None:
    draft = counter.start("gold_shop", None).value
    counter.save(draft.draft_id)
    alert_id = counter.alarm(None, draft.draft_id).value
    assert alert_id == draft.alert_id
    (first,) = counter.said(alert_id)
    assert first["kind"] == "fact"
    assert first["fields"]["evidence"] == [{"answer": "yes", "question_id": "g-weight-only"}]
    assert first["fields"]["value_status"] == "not_paid"
    assert not {"level", "silent", "urgency_by_clerk", "person_present", "contact", "place"} & set(first["fields"])


def test_later_answers_follow_with_a_pause_and_only_what_is_new(counter: Counter) -> None:
    draft = counter.start("gold_shop", None).value
    alert_id = counter.alarm(None, draft.draft_id).value
    assert counter.said(alert_id) == []
    counter.save(draft.draft_id)
    counter.save(draft.draft_id, subject_desc="男,灰外套")
    assert len(counter.said(alert_id)) == 1, "the second came within the pause"
    counter.clock.advance(PAUSE.total_seconds())
    counter.save(draft.draft_id, subject_desc="男,灰外套")
    counter.clock.advance(PAUSE.total_seconds())
    counter.save(draft.draft_id, subject_desc="男,灰外套")
    _, second = counter.said(alert_id)
    assert second["fields"] == {"subject": {"desc": "男,灰外套"}}
    counter.save(draft.draft_id, subject_desc="男,灰外套", direction="往北门")
    assert counter.submit(draft.draft_id, None).value == alert_id
    assert counter.said(alert_id)[2]["fields"] == {"direction": "往北门"}
    with counter.storage.begin() as work, pytest.raises(NotFound):
        work.drafts.get(draft.draft_id)


def test_half_typed_values_wait_and_are_named_at_the_end(counter: Counter) -> None:
    draft = counter.start("gold_shop", None).value
    alert_id = counter.alarm(None, draft.draft_id).value
    counter.save(draft.draft_id, contact_phone="12")
    assert counter.said(alert_id) == []
    with pytest.raises(InvalidInput):
        counter.submit(draft.draft_id, None)
    counter.save(draft.draft_id, contact_phone="13800138000")
    assert len(counter.said(alert_id)) == 1


def test_an_alarm_never_waits_for_a_draft(counter: Counter) -> None:
    draft = counter.start("gold_shop", None).value
    first = counter.alarm(None, draft.draft_id).value
    again = counter.alarm(None, draft.draft_id).value
    gone = counter.alarm(None, "no-such-draft").value
    assert len({first, again, gone}) == 3


def test_a_withdrawn_alert_takes_only_facts(counter: Counter) -> None:
    alert_id = counter.alarm(None).value
    assert counter.withdraw(alert_id, None, "按错了").value == 1
    assert counter.said(alert_id)[0]["kind"] == "withdrawal"
    with pytest.raises(InvalidInput, match="withdrawn"):
        counter.withdraw(alert_id, None, "再撤")
    with pytest.raises(InvalidInput, match="withdrawn"):
        counter.correct(alert_id, None, 0, "不对")
    with pytest.raises(InvalidInput, match="withdrawn"):
        counter.reply(alert_id, None, reply_code="ok", in_reply_to="ins_1")
    assert counter.fact(alert_id, None, "人又回来了").value == 2
    assert counter.reply(alert_id, None, reply_code="left").value == 3
    assert counter.said(alert_id)[2]["text"]


def test_a_correction_names_what_it_corrects(counter: Counter) -> None:
    alert_id = counter.alarm(None).value
    counter.fact(alert_id, None, "往北门走了")
    assert counter.correct(alert_id, None, 1, "是南门").value == 2
    assert counter.correct(alert_id, None, "/person_present", "人走了").value == 3
    assert [body["corrects"] for body in counter.said(alert_id)[1:]] == [1, "/person_present"]
    for nothing in (9, -1, "person_present", "/" + "x" * 300):
        with pytest.raises(InvalidInput) as caught:
            counter.correct(alert_id, None, nothing, "不对")
        assert caught.value.problems[0].field == "corrects"
    for text in ("", " ", "长" * 501):
        with pytest.raises(InvalidInput):
            counter.correct(alert_id, None, 0, text)
        with pytest.raises(InvalidInput):
            counter.withdraw(alert_id, None, text)


def test_late_follow_ups_keep_the_alerts_first_time(counter: Counter) -> None:
    draft = counter.start("gold_shop", None).value
    alert_id = counter.alarm(None, draft.draft_id).value
    before = counter.storage.kept.alerts[alert_id]
    counter.clock.advance(timedelta(hours=3).total_seconds())
    counter.save(draft.draft_id)
    assert counter.storage.kept.alerts[alert_id] == before
