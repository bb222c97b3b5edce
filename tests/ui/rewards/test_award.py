"""Letters and banners at full size: whose they are, that every word fits, and that paper shows what the screen shows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop.application.errors import StorageFailed
from desktop.application.session import Session
from desktop.domain.reward.reward import Reward
from desktop.ui.pages.rewards.award import AwardPage
from desktop.ui.pages.rewards.page import RewardsScreen
from desktop.ui.viewmodels.rewards.award import AwardWords, award_words, can_be_shown
from desktop.ui.widgets.rewards.award import paint_award
from tests.ui.live_line.counter import Counter
from tests.ui.rewards.build import reward

LETTER = "感谢您细心核对，及时联系，让一位老人保住了积蓄。"
WORDS = AwardWords("letter", "表扬信", "鑫福珠宝 林秋月：", LETTER, "连城专班", "2026年11月23日")


def given(counter: Counter, kind: str = "letter", *, state: str = "awarded", member: str = "mem_1") -> None:
    """The bureau gives a letter or banner."""
    row = counter.reward(counter.submitted(), "notified", member=member)
    with counter.profile.storage.begin() as work:
        made: Reward = replace(row, revision=9, kind=kind, state=state, title="", text=LETTER)  # type: ignore[arg-type] # named by the caller
        work.rewards.put(made)
        work.commit()


def shown(counter: Counter) -> AwardPage:
    page = AwardPage(counter.context)
    counter.show(page, reward_id="r1")
    return page


@pytest.mark.parametrize(("kind", "name"), [("letter", "表扬信"), ("banner", "锦旗")])
def test_it_is_shown_with_all_its_words(counter: Counter, kind: str, name: str) -> None:
    given(counter, kind)
    page = shown(counter)
    assert page.view.isVisible()
    assert not page.empty.isVisible()
    assert page.header.title.text() == name
    spoken = page.view.accessibleName()
    assert LETTER in spoken
    assert "鑫福珠宝" in spoken
    assert ("林秋月" in spoken) is (kind == "letter")


def test_the_card_leads_to_it_and_escape_back(counter: Counter) -> None:
    given(counter)
    rewards = RewardsScreen(counter.context)
    counter.show(rewards)
    (full,) = [button for button in rewards.cards["r1"].findChildren(QPushButton) if button.text() == "看全幅"]
    full.click()
    page = shown(counter)
    page.activateWindow()
    QTest.keyClick(page.back, Qt.Key.Key_Escape)
    assert counter.navigator.went == [("award", {"reward_id": "r1"}), ("back", {})]


def test_only_what_was_given_and_has_words(counter: Counter) -> None:
    row = replace(reward(), kind="letter", state="awarded", text=LETTER)
    assert can_be_shown(row)
    assert not can_be_shown(replace(row, kind="cash"))
    assert not can_be_shown(replace(row, state="reviewing"))
    assert not can_be_shown(replace(row, text="  "))


def test_another_members_award_is_not_shown(counter: Counter) -> None:
    given(counter, member="mem_2")
    page = shown(counter)
    assert not page.view.isVisible()
    assert page.empty.title.text() == "没有可以展示的内容"
    assert not page.paper.menu.isEnabled()


def test_nobody_signed_in(counter: Counter) -> None:
    given(counter)
    counter.context.session = None
    assert shown(counter).empty.title.text() == "登录后能看到自己的奖励"


def test_a_failure_is_said_and_tried_again(counter: Counter) -> None:
    given(counter)
    working = counter.services.rewards

    def broken(_session: Session) -> None:
        raise StorageFailed("busy")

    counter.use(rewards=broken)
    page = shown(counter)
    assert page.error.isVisible()
    counter.use(rewards=working)
    page.error.retried.emit()
    counter.settle()
    assert page.view.isVisible()
    assert not page.error.isVisible()


def test_it_gets_on_paper(counter: Counter, tmp_path: Path) -> None:
    given(counter, "banner")
    page = shown(counter)
    assert page.paper.menu.file_name.startswith("锦旗-")
    page.paper.save(tmp_path / "banner.pdf")
    counter.settle()
    assert (tmp_path / "banner.pdf").read_bytes().startswith(b"%PDF-")
    assert counter.navigator.said == [f"已存到 {tmp_path.name}/banner.pdf"]


@pytest.mark.parametrize("kind", ["letter", "banner"])
@pytest.mark.parametrize("text", [LETTER, "好", "长长的一段话，" * 120])
def test_no_word_leaves_the_paper(kind: str, text: str) -> None:
    """Around the painted rectangle nothing is touched, however much there is to say."""
    words = replace(WORDS, kind=kind, text=text)  # type: ignore[arg-type] # named by the parameters
    image = QImage(500, 680, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    painter = QPainter(image)
    paint_award(painter, QRectF(50, 40, 400, 600), words)
    painter.end()
    outside = [(x, y) for x in range(500) for y in (*range(30), *range(650, 680))]
    outside += [(x, y) for y in range(680) for x in (*range(40), *range(460, 500))]
    blue = {image.pixel(x, y) for x, y in outside}
    assert len(blue) == 1
    assert image.pixel(250, 300) not in blue


def test_words_in_english() -> None:
    row = replace(reward(), kind="banner", state="awarded", text=LETTER, title="")
    words = award_words(row, "鑫福珠宝", "林秋月", "连城专班", "en")
    assert (words.title, words.to) == ("Banner of honour", "For 鑫福珠宝")


def test_a_banners_phrases_stand_under_each_other() -> None:
    row = replace(reward(), kind="banner", state="awarded")
    texts = {"火眼金睛 守护民财": "火眼金睛\n守护民财", "Sharp  eyes": "Sharp eyes", f"{LETTER} 谢谢": f"{LETTER} 谢谢"}
    for given_text, painted in texts.items():
        assert award_words(replace(row, text=given_text), "", "", "", "zh").text == painted
