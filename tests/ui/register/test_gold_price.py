"""The day's gold price: entered, compared with what is sold, offered by the calculator; and what cannot be read stays."""

from __future__ import annotations

from PySide6.QtTest import QTest

from desktop.ui.pages.counter.calculator import CalculatorPage
from desktop.ui.pages.register.page import RegisterPage
from tests.ui.live_line.counter import Counter
from tests.ui.pages.calculator import CalculatorScreen
from tests.ui.pages.checklist import ChecklistScreen


def enter_price(counter: Counter, price: str = "980", source: str = "总店通知") -> None:
    """A member enters today's price."""
    assert counter.context.session is not None
    counter.services.gold_price.note(price, source, counter.context.session)


def type_fact(screen: ChecklistScreen, key: str, text: str) -> None:
    """Type a fact as a person does."""
    assert screen.page.transaction is not None
    edit = screen.page.transaction.lines[key].edit
    edit.clear()
    edit.insert(text)
    edit.textEdited.emit(text)


def note(screen: ChecklistScreen, key: str) -> str:
    """What stands under a fact."""
    assert screen.page.transaction is not None
    return screen.page.transaction.lines[key].note.text()


def test_a_price_is_entered_with_its_source_and_grows_stale(counter: Counter) -> None:
    page = RegisterPage(counter.context)
    counter.show(page)
    card = page.price.card
    card.price.edit.setText("985.5")
    card.keep.click()
    counter.settle()
    assert "价格从哪里看来" in card.source.note.text()
    card.source.edit.setText("上海黄金交易所")
    card.keep.click()
    counter.settle()
    assert card.words.text() == "985.50 元/克（今天，上海黄金交易所）"
    assert (card.pill.label.text(), card.price.text()) == ("今天的", "")
    counter.clock.advance(86_400)
    page.on_shown()
    counter.settle()
    assert card.words.text() == "985.50 元/克（11月17日的，不是今天，上海黄金交易所）"
    assert card.pill.label.text() == "不是今天的"


def test_an_amount_that_does_not_fit_its_weight_is_pointed_out_and_nothing_stops(counter: Counter) -> None:
    enter_price(counter)
    screen = ChecklistScreen(counter, setting="gold_shop")
    type_fact(screen, "amount_cny", "9.8万")
    type_fact(screen, "weight_g", "2两")
    assert note(screen, "weight_g") == "100 克"
    type_fact(screen, "weight_g", "1斤")
    assert note(screen, "weight_g").startswith("金额比按克重算低 80%，请核对有没有输错。参考金价 980 元/克")
    assert screen.page.footer.report.isEnabled()
    assert screen.page.model.tx["weight_g"] == 500
    type_fact(screen, "weight_g", "100")
    assert note(screen, "weight_g") == ""


def test_no_price_no_comparison(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    type_fact(screen, "amount_cny", "1")
    type_fact(screen, "weight_g", "1斤")
    assert note(screen, "weight_g") == "500 克"


def test_what_cannot_be_read_stays_with_the_draft_and_its_sentence(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    type_fact(screen, "weight_g", "3钱")
    type_fact(screen, "amount_cny", "一万二")
    screen.press("1")
    screen.page.model.flush()
    screen.settle()
    draft = screen.page.model.draft
    assert draft is not None
    again = ChecklistScreen(counter, draft_id=draft.draft_id)
    assert again.page.transaction is not None
    assert again.page.transaction.lines["weight_g"].text() == "3钱"
    assert "5 克和 3.75 克" in note(again, "weight_g")
    assert "看不懂" in note(again, "amount_cny")
    warnings = {p.field: p.severity for p in counter.services.review_alert(draft.draft_id).problems}
    assert warnings["tx.weight_g"] == "warn"
    type_fact(again, "weight_g", "15克")
    again.page.model.flush()
    again.settle()
    assert again.page.model.typed() == {"amount_cny": "一万二"}


def test_the_calculator_offers_the_price_and_reads_weights_as_people_say_them(counter: Counter) -> None:
    page = CalculatorPage()
    counter.qtbot.addWidget(page)
    screen = CalculatorScreen(page)
    page.show_price(98_000, "980 元/克（今天，总店通知）")
    QTest.keyClicks(page.weight.edit, "50")
    assert screen.total() == "¥ 49,000.00"
    screen.type(weight="1斤")
    assert screen.total() == "¥ 490,000.00"
    screen.type(weight="3钱")
    assert screen.total() == "—"
    assert "请换成克" in screen.note("weight")
    page.show_price(99_000, "另一个价")
    assert screen.typed("price") == "980"
