"""Times, amounts and numbers that cannot be: a sentence beside the very field, in both languages, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.runtime.language import language
from desktop.ui.widgets.fields import LabelledLine
from tests.ui.live_line.counter import Counter
from tests.ui.pages.fields import text_in, write_over
from tests.ui.pages.review import ReviewScreen

REVIEW = [
    ("left_at", "25:61"),
    ("left_at", "明天的明天"),
    ("observed_at", "2099-01-01 10:00"),
    ("observed_at", "2026-02-30 10:00"),
    ("cctv_from", "10点70分"),
    ("amount_cny", "很多"),
    ("amount_cny", "-5"),
    ("amount_cny", "0"),
    ("amount_cny", "1e309"),
    ("amount_cny", "9" * 40),
    ("weight_g", "3钱"),
    ("weight_g", "0"),
    ("weight_g", "9999公斤"),
    ("contact_phone", "12"),
    ("contact_phone", "电话在抽屉里"),
    ("subject_id_no", "123"),
    ("vehicle_plate", "没看清楚呀没看清楚"),
]
CHECKLIST = [
    ("amount_cny", "很多"),
    ("amount_cny", "2026-02-30"),
    ("weight_g", "3钱"),
    ("same_day_count", "一些"),
    ("same_day_count", "1000000"),
    ("days7_cash_50_100k", "8"),
    ("last7d_count", "-1"),
]


@pytest.fixture(params=["zh", "en"])
def lang(request: pytest.FixtureRequest, counter: Counter) -> Iterator[str]:
    """Both languages; back to Chinese afterwards."""
    language().apply(request.param)
    yield str(request.param)
    language().apply("zh")


@pytest.mark.parametrize(("key", "text"), REVIEW)
def test_the_review_says_it_beside_the_field(counter: Counter, lang: str, key: str, text: str) -> None:
    screen = ReviewScreen(counter, counter.draft(left_at="10:20" if key == "left_at" else ""))
    if key == "left_at":
        screen.page.view_model.edit("person_present", "left")
    screen.unfold()
    row = screen.page.rows[key]
    assert row.line is not None
    write_over(row.line.edit, text)
    counter.qtbot.waitUntil(lambda: bool(row.problem()))
    counter.settle()
    assert row.problem()
    assert row.line.note.isVisible()
    assert row.line.edit.text() == text[: row.line.edit.maxLength()]
    assert _is_in(lang, row.problem())


@pytest.mark.parametrize(("key", "text"), CHECKLIST)
def test_the_checklist_says_it_beside_the_field(counter: Counter, lang: str, key: str, text: str) -> None:
    page = ChecklistPage(counter.context)
    counter.show(page, setting="gold_shop")
    counter.qtbot.waitUntil(lambda: page.transaction is not None)
    assert page.transaction is not None
    line: LabelledLine = page.transaction.lines[key]
    counter.qtbot.waitUntil(line.isVisible)
    write_over(line.edit, text)
    counter.settle()
    assert line.edit.property("invalid") == "true"
    assert line.note.isVisible()
    assert text_in(line.edit) == text
    assert _is_in(lang, line.note.text())


def _is_in(lang: str, sentence: str) -> bool:
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in sentence)
    return chinese > 2 if lang == "zh" else chinese <= 2
