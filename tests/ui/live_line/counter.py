"""A counter with a screen: a real encrypted profile, real use cases, a told station, and a navigator that remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop import bootstrap
from desktop.application.changes import Changes, Kind, changed
from desktop.application.services import Services
from desktop.application.session import Session
from desktop.domain.case.case import Case, CaseStep, advance
from desktop.domain.case.instruction import Instruction
from desktop.domain.member.member import Member
from desktop.domain.reward.reward import Reward
from desktop.ui.pages.base import Page
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.language import language
from desktop.ui.runtime.task_runner import TaskRunner
from desktop.ui.runtime.theme import theme
from tests.support import FixedClock
from tests.unit.desktop_sending.profile import Profile, open_test_profile

PIN = "2468"
ANSWERS = {"g-mail-out": "yes", "g-weight-only": "yes", "g-price-indifferent": "yes", "g-nervous-rush": "yes"}


@dataclass
class Remembered:
    """Where the page wanted to go and what it said."""

    went: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None
    settled: Callable[[], None] | None = None
    file: Path | None = None

    def go(self, route: str, **args: object) -> None:
        self.went.append((route, args))

    def back(self) -> None:
        self.went.append(("back", {}))

    def toast(
        self,
        text: str,
        *,
        undo: Callable[[], None] | None = None,
        settled: Callable[[], None] | None = None,
        tone: str = "ok",
        file: Path | None = None,
    ) -> None:
        self.said.append(text)
        self.undo, self.settled, self.file = undo, settled, file


@dataclass
class Counter:
    """One enrolled gold shop with a signed-in clerk."""

    qtbot: QtBot
    profile: Profile
    services: Services
    tasks: TaskRunner
    navigator: Remembered
    context: UiContext
    clock: FixedClock
    revision: int = 0

    def show(self, page: Page, **args: object) -> None:
        """Put the page on the screen as the main window does, and wait for its first reading."""
        self.qtbot.addWidget(page)
        self.tasks.changed.connect(page.on_changed)
        page.resize(1068, 832)
        page.show()
        page.on_shown(**args)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing runs in the background."""
        self.qtbot.waitUntil(lambda: not self.tasks.busy)

    def use(self, **changes: object) -> None:
        """Put other use cases into the context's services, for failures."""
        self.context.services = replace(self.context.services, **changes)  # type: ignore[arg-type] # the caller names them

    def draft(self, narrative: str = "客人一直听电话，要买 300 克", **details: str) -> str:
        """Start a checklist with answers that lead to an ordinary alert."""
        draft = self.services.start_draft("gold_shop", self.context.member_id).value
        full = {"narrative": narrative, "contact_mode": "in_app", "subject_desc": "女，七十岁上下，花布包"}
        full |= dict.fromkeys(("handover_when", "handover_where", "handover_how", "handover_to_whom"), "不清楚")
        self.services.save_draft(
            draft.draft_id,
            ANSWERS,
            {"amount_cny": 260_000, "weight_g": 300, "item_kind": "bar"},
            {"person_present": "yes", "value_status": "not_paid"},
            full | details,
        )
        return draft.draft_id

    def submitted(self, *, urgent: bool = False, **details: str) -> str:
        """Submit one alert; it waits in the outbox."""
        outcome = self.services.submit_alert(self.draft(**details), self.context.session, urgent_by_clerk=urgent)
        self.clock.advance(1)
        return outcome.value

    def deliver(self) -> None:
        """Send what is due to the told station."""
        self.services.deliver_due()

    def police(self, alert_id: str, state: str, text: str = "", *, ack: bool = True) -> None:
        """The police change the case."""
        self.revision += 1
        step = CaseStep(alert_id, self.revision, state, "值班台", text, self.clock.now(), ack)
        with self.profile.storage.begin() as work:
            known: Case | None = work.cases.get(alert_id)
            work.cases.add_step(step)
            work.cases.put(advance(known, step))
            work.commit()
        self.tell(Kind.CASES)

    def instruct(self, alert_id: str, text: str, *, question: bool = False, name: str = "i1") -> None:
        """The police say something to the clerk."""
        self.revision += 1
        codes = () if question else ("stalled", "left", "handed_over", "photo")
        row = Instruction(
            name, alert_id, self.revision, text, "值班台", True, codes, self.clock.now(), self.revision, question
        )
        with self.profile.storage.begin() as work:
            work.cases.put_instruction(row)
            work.commit()
        self.tell(Kind.INSTRUCTIONS)

    def reward(self, alert_id: str, state: str, *, member: str = "mem_1", name: str = "r1", amount: int = 0) -> Reward:
        """The bureau moves a reward."""
        self.revision += 1
        road = ("proposed", "reviewing", "approved", "notified", "claimed", "paid")
        past = road[: road.index(state) + 1]
        history = tuple((step, self.clock.now() - timedelta(days=len(past) - n)) for n, step in enumerate(past))
        row = Reward(
            name, alert_id, member, "cash", state, amount, "有效线索奖励" if amount else "", "", self.revision,
            self.clock.now(), history,
        )  # fmt: skip
        with self.profile.storage.begin() as work:
            work.rewards.put(row)
            work.commit()
        self.tell(Kind.REWARDS)
        return row

    def tell(self, *kinds: Kind) -> None:
        """Say that kinds of records changed, as the feed does."""
        kinds_changed: Changes = changed(*kinds)
        self.tasks.changed.emit(kinds_changed)


def _session(profile: Profile) -> Session:
    private = profile.keys.generate()
    with profile.storage.begin() as work:
        member: Member = work.members.get("mem_1")
        work.members.put(replace(member, wrapped_key=profile.keys.wrap(private, PIN)))
        work.commit()
    return Session("mem_1", "林秋月", "店长", lambda payload: profile.keys.detached_jws(private, payload))


@pytest.fixture
def counter(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Iterator[Counter]:
    """One enrolled shop, one clerk signed in, light theme, Chinese."""
    language().apply("zh")
    theme().apply("light", 100)
    with open_test_profile(tmp_path, clock) as profile:
        profile.enrol()
        outside = bootstrap._Outside(
            begin=profile.storage.begin,
            clock=clock,
            ids=profile.ids,
            keys=profile.keys,
            connect=profile.station,
            connectivity=profile.connectivity,
        )
        services = bootstrap._services(tmp_path, profile.storage, outside)
        tasks, navigator = TaskRunner(), Remembered()
        context = UiContext(services, tasks, navigator, _session(profile), clock.now)
        yield Counter(qtbot, profile, services, tasks, navigator, context, clock)
        tasks.close()


def words_on(page: QWidget) -> list[str]:
    """Every text and accessible name a person can meet on a page."""
    widgets = [page, *page.findChildren(QWidget)]
    found = [widget.accessibleName() for widget in widgets] + [widget.toolTip() for widget in widgets]
    found += [widget.text() for widget in widgets if isinstance(widget, QLabel | QAbstractButton)]
    return [text for text in found if text]
