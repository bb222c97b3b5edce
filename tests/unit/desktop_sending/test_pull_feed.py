"""The feed: each event once, committed with the cursor, older revisions never win, unknown ones kept silently."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.application.alerts.mark_seen import MarkSeen
from desktop.application.changes import Kind
from desktop.application.errors import AnotherStation, NotEnrolled, StationRefused, StationUnreachable
from desktop.application.station_port import (
    Bulletin,
    CaseStatus,
    FeedEvent,
    FeedPage,
    Instruction,
    MembersChanged,
    News,
    StationMember,
    TerminalRevoked,
    UnknownNews,
)
from desktop.domain.case.feed import FeedPosition
from desktop.domain.reward.reward import Reward
from desktop.ui.runtime.error_text import slug_words
from tests.support import OPENING
from tests.unit.desktop_sending.profile import Profile


def event(seq: int, news: News, alert_id: str | None = None) -> FeedEvent:
    return FeedEvent(seq, type(news).__name__, alert_id, OPENING + timedelta(seconds=seq), news, "{}")


def page(*events: FeedEvent, cursor: str = "c1", epoch: str = "e1") -> FeedPage:
    return FeedPage(epoch, cursor, events)


def instruction(revision: int, text: str) -> Instruction:
    return Instruction("ins_1", revision, text, "反诈专班", urgent=True, replies=("ok", "cannot"))


def test_events_and_cursor_are_kept_together(profile: Profile) -> None:
    alert_id = profile.queue()
    case = CaseStatus("verifying", 2, "反诈专班", "正在核查", (("loss_prevented_cny", 17_000_000, None),), ack=True)
    profile.station.pages = [page(event(1, case, alert_id), event(2, instruction(1, "请拖住"), alert_id))]
    outcome = profile.pull()(0)
    assert outcome.value == 2
    assert {Kind.CASES, Kind.INSTRUCTIONS, Kind.CONNECTION} <= outcome.changes
    with profile.storage.begin() as work:
        kept = work.cases.get(alert_id)
        assert kept is not None
        assert (kept.state, kept.text, kept.acked_at) == ("verifying", "正在核查", OPENING + timedelta(seconds=1))
        assert kept.effects[0].amount_fen == 17_000_000
        assert work.cases.instructions(alert_id)[0].text == "请拖住"
        assert work.feed.position() == FeedPosition("e1", "c1")


def test_the_same_events_again_change_nothing(profile: Profile) -> None:
    alert_id = profile.queue()
    events = (event(1, CaseStatus("received", 1, "", "")), event(2, instruction(1, "请拖住"), alert_id))
    profile.station.pages = [page(*events), page(*events, cursor="c2"), page(*events, cursor="c2")]
    pull = profile.pull()
    assert [pull(0).value for _ in range(3)] == [2, 0, 0]
    assert profile.station.asked_after == ["", "c1", "c2"]


def test_an_older_revision_never_wins(profile: Profile) -> None:
    alert_id = profile.queue()
    reward = Reward("rwd_1", alert_id, "mem_1", "cash", "notified", 50_000, "奖励", "", 3, OPENING, ())
    profile.station.pages = [
        page(
            event(1, CaseStatus("valid", 5, "", "有效"), alert_id),
            event(2, CaseStatus("verifying", 4, "", "核查"), alert_id),
            event(3, instruction(2, "新"), alert_id),
            event(4, instruction(1, "旧"), alert_id),
            event(5, reward),
            event(6, replace(reward, revision=2, state="approved", amount_fen=0)),
        )
    ]
    profile.pull()(0)
    with profile.storage.begin() as work:
        case, kept = work.cases.get(alert_id), work.rewards.get("rwd_1")
        assert case is not None
        assert kept is not None
        assert (case.state, case.revision) == ("valid", 5)
        assert [one.text for one in work.cases.instructions(alert_id)] == ["新"]
        assert (kept.state, kept.amount_fen) == ("notified", 50_000)


def test_rewards_a_restored_station_does_not_know_go_once_its_feed_was_read(profile: Profile) -> None:
    alert_id = profile.queue()
    lost = Reward("rwd_1", alert_id, "mem_1", "cash", "notified", 50_000, "奖励", "", 3, OPENING, ())
    paid = replace(lost, reward_id="rwd_2", state="paid")
    known = replace(lost, reward_id="rwd_3", state="claimed")
    restored = replace(known, state="notified", revision=1)
    profile.station.pages = [
        page(event(1, lost), event(2, paid), event(3, known)),
        page(cursor="c2"),
        StationRefused("epoch-changed", 410),
        FeedPage("e2", "c1", (event(1, restored),)),
        FeedPage("e2", "c1", ()),
    ]
    pull, reads = profile.pull(), profile.storage.reads(profile.connectivity)

    def shown() -> dict[str, str]:
        return {row.reward_id: row.state for row in reads.rewards("mem_1", OPENING).rows}

    for _ in range(4):
        pull(0)
        # Until all was read nobody knows what the station still has.
        assert set(shown()) == {"rwd_1", "rwd_2", "rwd_3"}
    assert Kind.REWARDS in pull(0).changes
    assert shown() == {"rwd_2": "paid", "rwd_3": "notified"}, "what was paid was paid"


def test_unknown_news_and_news_of_other_pcs_are_kept_silently(profile: Profile) -> None:
    elsewhere = "01940000-0000-7000-8000-00000000ffff"
    profile.station.pages = [
        page(event(1, UnknownNews()), event(2, CaseStatus("valid", 1, "", ""), elsewhere), event(3, UnknownNews()))
    ]
    assert profile.pull()(0).value == 3
    with profile.storage.begin() as work:
        assert work.cases.get(elsewhere) is None
        assert work.feed.position().cursor == "c1"


def test_a_restored_station_is_read_from_its_beginning(profile: Profile) -> None:
    alert_id = profile.queue()
    case = CaseStatus("valid", 5, "", "有效")
    profile.station.pages = [
        page(event(9, case, alert_id)),
        StationRefused("epoch-changed", 410),
        page(event(1, replace(case, revision=1, state="received"), alert_id), epoch="e2", cursor="d1"),
    ]
    pull = profile.pull()
    assert [pull(0).value for _ in range(3)] == [1, 0, 1]
    assert profile.station.asked_after == ["", "c1", ""]
    with profile.storage.begin() as work:
        assert work.feed.position() == FeedPosition("e2", "d1")
        assert work.feed.comparison().due
        kept = work.cases.get(alert_id)
        assert kept is not None
        # What the backup did not hold never happened there: the station says where the case stands.
        assert kept.state == "received"


def test_another_epoch_without_a_word_is_noticed(profile: Profile) -> None:
    profile.station.pages = [page(event(1, UnknownNews())), page(event(1, UnknownNews()), epoch="e2", cursor="d")]
    pull = profile.pull()
    assert [pull(0).value for _ in range(2)] == [1, 1]
    with profile.storage.begin() as work:
        assert work.feed.position() == FeedPosition("e2"), "from its beginning"
        assert work.feed.comparison().due


def test_members_come_go_and_lose_a_retired_key(profile: Profile) -> None:
    with profile.storage.begin() as work:
        one = work.members.get("mem_1")
        work.members.put(replace(one, wrapped_key=b"w", key_thumbprint="old", station_active=True))
        work.commit()
    listed = (
        StationMember("mem_1", "林秋月", "店长", True, "new"),
        StationMember("mem_9", "新来的", "营业员", False, None),
    )
    profile.station.pages = [page(event(1, MembersChanged(listed)), event(2, Bulletin("b", "t", "x", "", "", OPENING)))]
    assert Kind.BULLETINS in profile.pull()(0).changes
    with profile.storage.begin() as work:
        assert work.members.get("mem_1").wrapped_key is None
        assert work.members.get("mem_9").name == "新来的"
        assert work.members.get("mem_2").listed is False


def test_a_revoked_terminal_sends_no_more(profile: Profile) -> None:
    profile.station.pages = [page(event(1, TerminalRevoked("遗失")))]
    profile.pull()(0)
    profile.queue()
    assert profile.deliver()().value.sent == 0
    assert profile.held() == "terminal-revoked"


@pytest.mark.parametrize(("reason", "online"), [("network", False), ("timeout", False), ("busy", True)])
def test_a_dead_line_is_said(profile: Profile, reason: str, online: bool) -> None:
    profile.station.pages = [StationUnreachable(reason)]
    with pytest.raises(StationUnreachable):
        profile.pull()(0)
    assert profile.connectivity.contact.online is online


def test_a_refused_terminal_holds_the_outbox_until_the_feed_is_open_again(profile: Profile) -> None:
    profile.station.pages = [StationRefused("unknown-key", 401), page()]
    pull = profile.pull()
    with pytest.raises(StationRefused):
        pull(0)
    assert profile.held() == "unknown-key"
    pull(0)
    assert profile.held() is None


def test_another_station_at_the_address_holds_the_outbox_until_ours_answers_again(profile: Profile) -> None:
    profile.station.pages = [AnotherStation(), page()]
    pull = profile.pull()
    with pytest.raises(AnotherStation):
        pull(0)
    assert profile.held() == "another-station"
    assert profile.connectivity.contact.online is False
    assert "不必重新登记" in slug_words("another-station").sentence
    pull(0)
    assert profile.held() is None


def test_no_shop_no_feed(fresh: Profile) -> None:
    with pytest.raises(NotEnrolled):
        fresh.pull()(0)


def test_what_was_shown_is_told_once_and_only_to_its_own_epoch(profile: Profile) -> None:
    alert_id = profile.queue()
    profile.station.pages = [page(event(4, instruction(1, "请拖住"), alert_id))]
    profile.pull()(0)
    mark = MarkSeen(begin=profile.storage.begin, clock=profile.clock)
    assert mark(alert_id).changes
    assert not mark(alert_id).changes
    deliver = profile.deliver()
    profile.station.failures = [None, StationUnreachable("network")]
    deliver()
    assert profile.station.shown_seqs == []
    deliver()
    deliver()
    assert profile.station.shown_seqs == [4]
