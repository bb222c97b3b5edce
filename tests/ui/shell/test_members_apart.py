"""Several members on one PC: nothing of one member's rewards or training is seen by another, on no screen and on no paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop.application.read_models import RecordFilter, RecordRow
from desktop.application.session import Session
from desktop.ui.main_window.registry import PAGES
from desktop.ui.pages.records.page import RecordsPage
from desktop.ui.viewmodels.shell.news import _read
from tests.ui.live_line.counter import Counter, words_on

SECRET = ("4321.09", "4,321.09", "432109", "秋月有功", "R-SECRET")


@dataclass
class Two:
    """林秋月 (mem_1) has a reward; 陈志远 (mem_2) sits down at the same PC."""

    counter: Counter
    alert: str
    first: Session
    second: Session

    def sit(self, session: Session | None) -> None:
        """Another member, or nobody, is signed in."""
        self.counter.context.session = session


@pytest.fixture
def two(counter: Counter) -> Two:
    """Both members, and one reward with words and an amount that nothing else has."""
    alert = counter.submitted()
    counter.deliver()
    counter.police(alert, "valid", "核实")
    row = counter.reward(alert, "notified", name="R-SECRET", amount=432_109)
    with counter.profile.storage.begin() as work:
        work.rewards.put(replace(row, title="秋月有功", text="秋月有功", revision=row.revision + 1))
        work.commit()
    first = counter.context.session
    assert first is not None
    counter.services.learning.answer_drill("gold-fund-check", first, "urgent", 1)
    second = Session("mem_2", "陈志远", "营业员", lambda _payload: "")
    return Two(counter, alert, first, second)


@pytest.mark.parametrize("who", ["second", "nobody"])
@pytest.mark.parametrize("route", sorted(PAGES))
def test_no_page_shows_it_to_another(two: Two, route: str, who: str) -> None:
    two.sit(two.second if who == "second" else None)
    args = {"live": {"alert_id": two.alert}, "award": {"reward_id": "R-SECRET"}, "learn": {"tab": "record"}}
    args |= {"checklist": {"setting": "gold_shop"}, "drill": {"drill_id": "gold-fund-check"}}
    if route == "review":
        args["review"] = {"draft_id": two.counter.draft()}
    page = PAGES[route](two.counter.context)
    two.counter.show(page, **args.get(route, {}))
    page.on_tick()
    two.counter.settle()
    said = "\n".join(words_on(page))
    assert [one for one in SECRET if one in said] == []


def test_its_own_member_does_see_it(two: Two) -> None:
    two.sit(two.first)
    page = PAGES["rewards"](two.counter.context)
    two.counter.show(page)
    assert "4,321.09" in "\n".join(words_on(page))


def rows(two: Two, **wanted: object) -> tuple[RecordRow, ...]:
    return two.counter.services.records(replace(RecordFilter(), **wanted), 0, 50).rows  # type: ignore[arg-type] # the test names the fields


@pytest.mark.parametrize("text", ["", "秋月有功", "432109", "4321", "R-SECRET", "奖励", "待领取"])
def test_no_search_finds_it_for_another(two: Two, text: str) -> None:
    for member in ("mem_2", None):
        for tab in ("all", "reward", "closed", "open"):
            for row in rows(two, tab=tab, text=text, member_id=member):
                assert row.reward_state is None
        assert rows(two, tab="reward", text=text, member_id=member) == ()
        page = two.counter.services.records(RecordFilter(text=text, member_id=member), 0, 50)
        assert (page.rewards_to_claim, page.rewards_to_claim_fen, page.tab_counts["reward"]) == (0, 0, 0)
    assert [row.reward_state for row in rows(two, tab="reward", member_id="mem_1")] == ["notified"]


def exported(two: Two, target: Path) -> str:
    page = RecordsPage(two.counter.context)
    two.counter.show(page)
    page.exporter.export(target)
    two.counter.settle()
    return target.read_text(encoding="utf-8-sig")


def test_no_export_holds_it_for_another(two: Two, tmp_path: Path) -> None:
    own = exported(two, tmp_path / "own.csv")
    two.sit(two.second)
    other = exported(two, tmp_path / "other.csv")
    assert len(other.splitlines()) == len(own.splitlines()) > 1
    assert [one for one in ("待领奖", "奖", *SECRET) if one in other] == []


def test_no_news_of_it_for_another(two: Two) -> None:
    two.sit(two.second)
    assert _read(two.counter.context).rewards == frozenset()
    two.sit(None)
    assert _read(two.counter.context).rewards == frozenset()
    two.sit(two.first)
    assert _read(two.counter.context).rewards == {("R-SECRET", "notified")}


def test_the_training_record_is_ones_own(two: Two) -> None:
    learning = two.counter.services.learning
    assert learning.record(two.second).progress != learning.record(two.first).progress
