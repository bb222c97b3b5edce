"""Every read model over the encrypted storage, with search that finds two-character words."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.application.alerts.live_line import ReadLiveLine
from desktop.application.alerts.review_alert import ReviewAlert
from desktop.application.alerts.silent_alarm import SilentAlarm
from desktop.application.checklists.find_checklist import FindChecklist
from desktop.application.drafts.load_draft import LoadDraft
from desktop.application.drafts.open_drafts import OpenDrafts
from desktop.application.drafts.start_draft import StartDraft
from desktop.application.errors import NotFound
from desktop.application.read_models import RecordFilter
from desktop.application.records.counter_overview import ReadCounterOverview
from desktop.application.records.list_records import ListRecords
from desktop.application.rewards.list_rewards import ListRewards
from desktop.application.session import Session
from desktop.application.shop.list_members import ListMembers
from desktop.application.shop.shop_info import ReadShop
from desktop.domain.alert.alert import Supplement, digest_of, short_number
from desktop.domain.alert.draft import Closing
from desktop.domain.case.case import CaseStep, Effect, advance
from desktop.domain.case.instruction import Instruction
from desktop.domain.delivery.connectivity import Connectivity
from desktop.domain.delivery.outbox import delivered
from desktop.domain.delivery.receipt import Receipt
from desktop.domain.reward.reward import Reward
from tests.fakes.counter import CountedIds, alert, letter
from tests.integration.desktop_storage.conftest import Profile
from tests.support import OPENING as NOW
from tests.support import FixedClock

SESSION = Session("u-0001", "小林", "clerk", lambda _payload: "a..b")
ONE, TWO, THREE = alert(1), alert(2, narrative="家属要求代寄金条到外省"), alert(3, urgent=True)


@pytest.fixture
def busy(profile: Profile) -> Profile:
    """Three alerts: one accepted and rewarded, one waiting, one urgent and refused nothing yet; one local closing."""
    with profile.storage.begin() as work:
        for item in (ONE, TWO, THREE):
            work.alerts.add(item)
            work.outbox.add(letter(item))
        work.outbox.replace(delivered(work.outbox.get(ONE.alert_id, 0)))
        work.outbox.add_receipt(Receipt(ONE.alert_id, 0, ONE.sha256, "e1", 1, NOW + timedelta(seconds=2), "r"))
        effects = (Effect("loss_prevented_cny", 15_000_000), Effect("payment_stopped_cny", 999))
        step = CaseStep(
            ONE.alert_id, 4, "valid", "连城专班", "线索有效,已劝阻", NOW + timedelta(minutes=5), True, effects
        )
        work.cases.put(advance(None, step))
        work.cases.add_step(step)
        told = Instruction(
            "i-1", ONE.alert_id, 1, "请稳住客人", "值班台", True, ("stalled",), NOW + timedelta(minutes=1), 2
        )
        work.cases.put_instruction(told)
        body = b"{}"
        work.alerts.add_supplement(
            Supplement(ONE.alert_id, 1, "reply", NOW + timedelta(minutes=2), None, body, digest_of(body), "已稳住")
        )
        work.outbox.add(letter(ONE, 1))
        history = (("notified", NOW),)
        work.rewards.put(
            Reward("r-1", ONE.alert_id, "u-0001", "cash", "notified", 200_000, "现金奖励", "", 3, NOW, history)
        )
        work.commit()
    return profile


def test_records_by_tab_and_search(busy: Profile, clock: FixedClock) -> None:
    draft = start(busy, clock)
    with busy.storage.begin() as work:
        closing = Closing(work.drafts.get(draft), "noted", "客人自己走了", NOW, None, "watch", "victim")
        work.drafts.close(closing)
        work.commit()
    records = ListRecords(reads=busy.storage.reads(Connectivity()), clock=clock)
    page = records(RecordFilter(member_id="u-0001"), 0, 10)
    assert page.tab_counts == {"all": 4, "waiting": 2, "open": 1, "reward": 1, "closed": 1}
    assert [row.delivery for row in page.rows] == ["local", "queued", "queued", "delivered"]
    assert (page.month_submitted, page.month_accepted, page.month_loss_prevented_fen) == (3, 1, 15_000_000)
    assert (page.rewards_to_claim, page.rewards_to_claim_fen) == (1, 200_000)
    assert [row.alert_id for row in records(RecordFilter(), 1, 2).rows] == [THREE.alert_id, TWO.alert_id]
    found = {
        typed: [row.alert_id for row in records(RecordFilter(text=typed), 0, 10).rows]
        for typed in ("金条", "劝阻", "条", "外省 代寄", "金银", short_number(TWO.alert_id), "自己走", '"*:^', "打电话")
    }
    everything = [row.alert_id for row in page.rows]
    assert found == {
        "金条": [TWO.alert_id],
        "劝阻": [ONE.alert_id],
        "条": [TWO.alert_id],
        "外省 代寄": [TWO.alert_id],
        "金银": [],
        short_number(TWO.alert_id): [TWO.alert_id],
        "自己走": [everything[0]],
        '"*:^': everything,
        "打电话": [THREE.alert_id, ONE.alert_id],
    }


@pytest.mark.parametrize("wanted", [RecordFilter(), RecordFilter(setting="gold_shop"), RecordFilter(text="家属")])
def test_several_in_one_tab_are_several(profile: Profile, clock: FixedClock, wanted: RecordFilter) -> None:
    found = [alert(number, narrative="家属要求代寄金条") for number in (1, 2, 3, 4, 5)]
    with profile.storage.begin() as work:
        for item in found:
            work.alerts.add(item)
            work.outbox.add(letter(item))
        for item in found[:3]:
            work.outbox.replace(delivered(work.outbox.get(item.alert_id, 0)))
            work.cases.put(advance(None, CaseStep(item.alert_id, 1, "valid", "值班台", "", NOW, True)))
        work.commit()
    page = ListRecords(reads=profile.storage.reads(Connectivity()), clock=clock)(wanted, 0, 10)
    assert page.tab_counts == {"all": 5, "waiting": 2, "open": 3, "reward": 0, "closed": 0}
    assert page.month_accepted == 3


def test_nobody_sees_another_members_reward(busy: Profile, clock: FixedClock) -> None:
    reads = busy.storage.reads(Connectivity())
    records = ListRecords(reads=reads, clock=clock)
    for other in ("u-0002", None):
        page = records(RecordFilter(member_id=other), 0, 10)
        assert (page.tab_counts["reward"], page.rewards_to_claim, page.rewards_to_claim_fen) == (0, 0, 0)
        assert {row.reward_state for row in page.rows} == {None}
    own = ListRewards(reads=reads, clock=clock)(SESSION)
    assert (own.to_claim_fen, own.paid_fen, own.in_progress, len(own.rows)) == (200_000, 0, 1, 1)
    assert ListRewards(reads=reads, clock=clock)(replace(SESSION, member_id="u-0002")).rows == ()


def test_paid_cash_counts_in_its_month(busy: Profile, clock: FixedClock) -> None:
    with busy.storage.begin() as work:
        known = work.rewards.get("r-1")
        assert known is not None
        paid_at = NOW - timedelta(days=20)
        work.rewards.put(replace(known, state="paid", revision=4, history=(("notified", NOW), ("paid", paid_at))))
        work.commit()
    page = ListRewards(reads=busy.storage.reads(Connectivity()), clock=clock)(SESSION)
    assert (page.paid_fen, page.to_claim_fen, page.in_progress) == (200_000, 0, 0)
    assert list(page.by_month)[::11] == ["2025-12", "2026-11"]
    assert {month: fen for month, fen in page.by_month.items() if fen} == {"2026-10": 200_000}
    records = ListRecords(reads=busy.storage.reads(Connectivity()), clock=clock)
    for text in ("", "老人"):
        found = records(RecordFilter(tab="reward", text=text, member_id=SESSION.member_id), 0, 10)
        assert (found.rows, found.total, found.tab_counts["reward"]) == ((), 0, 0)


def test_a_line_shows_the_reporters_own_reward_first_one_to_claim_before_others(
    profile: Profile, clock: FixedClock
) -> None:
    mine = replace(alert(1), member_id=SESSION.member_id)
    cash = Reward("r-1", mine.alert_id, SESSION.member_id, "cash", "notified", 200_000, "", "", 3, NOW, ())
    later = NOW + timedelta(days=1)
    with profile.storage.begin() as work:
        work.alerts.add(mine)
        work.outbox.add(letter(mine))
        work.rewards.put(cash)
        work.rewards.put(replace(cash, reward_id="r-2", kind="banner", state="awarded", at=later))
        work.rewards.put(replace(cash, reward_id="r-3", member_id="u-0002", at=later))
        work.commit()
    records = ListRecords(reads=profile.storage.reads(Connectivity()), clock=clock)
    for setting in (None, "gold_shop"):
        found = records(RecordFilter(tab="reward", setting=setting, member_id=SESSION.member_id), 0, 10)
        assert [row.reward_state for row in found.rows] == ["notified"]
        assert found.tab_counts["reward"] == 1


def test_the_live_line_tells_the_whole_story(busy: Profile, clock: FixedClock) -> None:
    connectivity = Connectivity()
    line = ReadLiveLine(reads=busy.storage.reads(connectivity), clock=clock)
    told = line(ONE.alert_id)
    assert [(item.who, item.kind) for item in told.timeline] == [
        ("clerk", "submitted"),
        ("system", "received"),
        ("police", "instruction"),
        ("clerk", "reply"),
        ("police", "valid"),
    ]
    assert told.timeline[3].delivery == "queued"
    assert (told.delivery, told.case_state, told.call_110) == ("delivered", "valid", False)
    assert told.delivered_at == NOW + timedelta(seconds=2)
    assert [item.instruction_id for item in told.instructions] == ["i-1"]
    assert not line(THREE.alert_id).call_110
    connectivity.silent()
    assert line(THREE.alert_id).call_110
    with pytest.raises(NotFound):
        line("a-9")


def test_the_counter_page(busy: Profile, clock: FixedClock) -> None:
    connectivity = Connectivity()
    reads = busy.storage.reads(connectivity)
    start(busy, clock)
    connectivity.answered(NOW)
    overview = ReadCounterOverview(reads=reads)("u-0001")
    assert [row.alert_id for row in overview.open_alerts] == [THREE.alert_id, TWO.alert_id, ONE.alert_id]
    # What was asked for a case with a conclusion is wanted no more; of an alert without one it is.
    assert overview.latest_instruction_alert is None
    told = Instruction("i-2", TWO.alert_id, 1, "请留意", "值班台", True, (), NOW, 2)
    with busy.storage.begin() as work:
        work.cases.put_instruction(told)
        work.commit()
    assert ReadCounterOverview(reads=reads)("u-0001").latest_instruction_alert == TWO.alert_id
    assert (overview.outbox.waiting, overview.outbox.refused, overview.outbox.online) == (3, 0, True)
    assert len(overview.drafts) == len(OpenDrafts(reads=reads)()) == 1
    shop = ReadShop(reads=reads)()
    assert shop is not None
    assert shop.name == "鑫福珠宝"
    assert [tile.active for tile in ListMembers(reads=reads, clock=clock)()] == [True, False]


def test_a_draft_keeps_its_checklist_version(busy: Profile, clock: FixedClock) -> None:
    reads = busy.storage.reads(Connectivity())
    files = busy.enrolled.checklists
    draft_id = start(busy, clock)
    old = files.text("gold_shop").replace('"version":2', '"version":1', 1)
    with busy.storage.begin() as work:
        work.drafts.keep_checklist("gold_shop", 1, old)
        work.drafts.replace(replace(work.drafts.get(draft_id), checklist_version=1))
        work.commit()
    find = FindChecklist(checklists=files, reads=reads)
    assert find("gold_shop", LoadDraft(reads=reads)(draft_id).checklist_version).ruleset == "gold_shop@1"
    assert find("gold_shop").ruleset == "gold_shop@2"
    assert ReviewAlert(reads=reads, clock=clock, checklist=find)(draft_id).problems
    for unknown in (("gold_shop", 7), ("moon", None)):
        with pytest.raises(NotFound):
            find(*unknown)


def test_a_silent_alarm_is_on_the_line_at_once(busy: Profile, clock: FixedClock) -> None:
    alarm = SilentAlarm(begin=busy.storage.begin, clock=clock, ids=CountedIds(), checklists=busy.enrolled.checklists)(
        SESSION
    ).value
    line = busy.storage.reads(Connectivity()).live_line(alarm)
    assert (line.silent, line.level, line.timeline[0].kind) == (True, "urgent", "silent_alarm")
    assert line.readout["address"] == "福建省连城县莲峰镇北大路1号"


def test_reading_never_waits_for_a_writer(busy: Profile) -> None:
    reads = busy.storage.reads(Connectivity())
    with busy.storage.begin() as work:
        work.outbox.hold("terminal-revoked")
        began = time.perf_counter()
        assert reads.outbox().held is None
        assert time.perf_counter() - began < 1


def start(profile: Profile, clock: FixedClock) -> str:
    """Begin a gold-shop draft; its id."""
    use_case = StartDraft(
        begin=profile.storage.begin, clock=clock, ids=CountedIds(100), checklists=profile.enrolled.checklists
    )
    return use_case("gold_shop", "u-0001").value.draft_id
