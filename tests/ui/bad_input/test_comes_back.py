"""What a field shows after any text is what the profile gives back after a new start, or a sentence stands beside the field."""

from __future__ import annotations

import contextlib
import unicodedata

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from desktop.domain.alert.numbers import Unreadable, parse_amount, parse_weight
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.pages.register.page import RegisterPage
from desktop.ui.widgets.fields import LabelledLine
from tests.ui.courier.conftest import depot
from tests.ui.live_line.counter import Counter
from tests.ui.pages.fields import Field, fields_of, text_in, write_over
from tests.ui.pages.review import ReviewScreen
from tests.ui.pages.settings import SettingsScreen
from tests.ui.soak.corpus import NASTY

__all__ = ["depot"]

TEXTS = tuple(NASTY.values())
TURNS = 3
LOOKED_UP = ("查本店登记", "值班台换了地址")
"""What is typed there is asked for at once, or only with a button of its own, and not kept."""


def key_of(page: QWidget, field: Field) -> str:
    """A name of the field that another page of the same kind has too."""
    same = [one for one in fields_of(page) if one.accessibleName() == field.accessibleName()]
    return f"{field.accessibleName()} {same.index(field)}"


def said_beside(field: Field) -> str:
    """What stands under a field or beside it: the words of the part of the page it belongs to."""
    parent = field.parentWidget()
    return " ".join(one.text() for one in parent.findChildren(QLabel) if one.isVisible()) if parent else ""


def fill(counter: Counter, page: QWidget, turn: int) -> dict[str, str]:
    """Paste another text into each field; returns what it shows then, and holds that nothing was dropped in silence."""
    shown = {}
    for place, field in enumerate(list(fields_of(page))):
        text, wide = TEXTS[(place * 7 + turn * len(TEXTS) // TURNS) % len(TEXTS)], page.width()
        write_over(field, text, paste=True)
        QApplication.processEvents()
        if isinstance(field, QLineEdit) and len(text) > field.maxLength():
            assert "多出来的" in said_beside(field) or field.property("invalid") == "true", field.accessibleName()
        assert page.width() <= wide, "the text widens the page"
        shown[key_of(page, field)] = text_in(field)
    counter.settle()
    return shown


def seen(text: str) -> str:
    """What a person can see of a text: no control or direction characters, no halves of characters; a number is its value."""
    for parse in (parse_amount, parse_weight):
        with contextlib.suppress(Unreadable):
            return str(parse(text))
    bare = "".join(one for one in text if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs", "Cf"))
    return bare.strip()


def compare(page: QWidget, shown: dict[str, str]) -> None:
    """Hold that the fields of a page made anew show the same; a field that is there only sometimes may be gone."""
    after = {key_of(page, field): seen(text_in(field)) for field in fields_of(page)}
    both = {key for key in shown.keys() & after.keys() if not key.startswith(LOOKED_UP)}
    assert not {key: (shown[key][:80], after[key][:80]) for key in both if seen(shown[key]) != after[key]}
    assert both


@pytest.mark.parametrize("turn", range(TURNS))
def test_the_review(counter: Counter, turn: int) -> None:
    draft_id = counter.draft()
    screen = ReviewScreen(counter, draft_id, unfolded=True)
    shown = fill(counter, screen.page, turn)
    screen.save()
    compare(ReviewScreen(counter, draft_id, unfolded=True).page, shown)


@pytest.mark.parametrize("setting", ["gold_shop", "courier_acceptance"])
@pytest.mark.parametrize("turn", range(TURNS))
def test_the_checklist(depot: Counter, turn: int, setting: str) -> None:
    page = ChecklistPage(depot.context)
    depot.show(page, setting=setting)
    depot.qtbot.waitUntil(lambda: page.questions is not None and page.questions.complete)
    page.model.set_ctx("person_present", "yes")
    shown = fill(depot, page, turn)
    page.model.flush()
    depot.qtbot.waitUntil(lambda: page.model.saved == "saved" and page.model.draft is not None)
    assert page.model.draft is not None
    again = ChecklistPage(depot.context)
    depot.show(again, draft_id=page.model.draft.draft_id)
    depot.qtbot.waitUntil(lambda: again.questions is not None and again.questions.complete)
    compare(again, shown)


@pytest.mark.parametrize("turn", range(TURNS))
def test_the_shops_own_contacts(counter: Counter, turn: int) -> None:
    screen = SettingsScreen(counter)
    section = screen.shop
    shown = fill(counter, section, turn)
    section.save.click()
    counter.settle()
    if any(line.edit.property("invalid") == "true" for line in section.findChildren(LabelledLine)):
        return
    other = SettingsScreen(counter)
    compare(other.shop, {key: text.strip() for key, text in shown.items()})


@pytest.mark.parametrize("turn", range(TURNS))
def test_the_register(counter: Counter, turn: int) -> None:
    page = RegisterPage(counter.context)
    counter.show(page)
    page.write.click()
    shown = fill(counter, page.form, turn)
    page.form.save.click()
    counter.settle()
    wrong = [line for line in page.form.lines.values() if line.edit.property("invalid") == "true"]
    assert wrong, "no number among them can be right in every field"
    assert all(line.note.isVisible() for line in wrong)
    compare(page.form, shown)
    again = RegisterPage(counter.context)
    counter.show(again, **(page.arguments() or {}))
    compare(again.form, shown)
