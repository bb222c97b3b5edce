"""Views of a moment: an undo is offered, the screen is locked, the card fills the customer's screen."""

from __future__ import annotations

from desktop.ui.pages.courier.channels import ChannelsPage
from desktop.ui.pages.customer_card.page import CustomerCardPage
from desktop.ui.pages.guide.page import GuidePage
from desktop.ui.pages.live_line.page import LiveLinePage
from tests.ui.gallery import at_work, beside
from tests.ui.gallery.stand import PATIENCE_MS, Stand


def released(stand: Stand) -> None:
    """The customer was let go, which can be taken back."""
    at_work.releasing(stand).release.reasons[0].click()
    stand.rest()


def locked(stand: Stand) -> None:
    """Nobody touched it: the names again, the page waits behind."""
    at_work.review(stand)
    stand.window.lock()
    stand.counter.qtbot.waitUntil(lambda: bool(stand.screen.gate.tiles), timeout=PATIENCE_MS)
    stand.rest()


def withdrawing(stand: Stand) -> None:
    """Taking an alert back: what happens then."""
    at_work.live_sent(stand)
    page = stand.page
    assert isinstance(page, LiveLinePage)
    page.say.show_kind("withdrawal")
    stand.rest()


def channel_chosen(stand: Stand) -> None:
    """The carrier's own number, to show."""
    page = stand.go("channels")
    assert isinstance(page, ChannelsPage)
    page.choice.button(stand.counter.services.courier.carriers()[0].code).click()
    stand.rest()


def guide_last(stand: Stand) -> None:
    """The last step of the introduction."""
    page = stand.go("guide")
    assert isinstance(page, GuidePage)
    for _step in page.steps[1:]:
        page.onward.click()
    stand.rest()


def calculator_refused(stand: Stand) -> None:
    """A weight in a unit with two meanings; the parcel's figures beside it."""
    beside.calculator(stand)
    page = stand.window.calculator
    sizes = ((page.length, "40"), (page.width_, "30"), (page.height_, "20"), (page.mass, "6.5"), (page.weight, "3钱"))
    for line, text in sizes:
        line.edit.setText(text)
        line.edit.textEdited.emit(text)
    stand.rest()


def _full(stand: Stand, steps: int) -> None:
    page = stand.go("card")
    assert isinstance(page, CustomerCardPage)
    for _step in range(steps):
        page.model.step(1)
    page.full.click()
    stand.face = page.screen_window
    stand.rest()


def card_full(stand: Stand) -> None:
    """The first card over the whole screen."""
    _full(stand, 0)


def card_full_notice(stand: Stand) -> None:
    """A notice of the law, which warns of nobody."""
    _full(stand, 2)


def card_full_long(stand: Stand) -> None:
    """The card with most words."""
    page = stand.go("card")
    assert isinstance(page, CustomerCardPage)
    lengths = []
    for _turn in range(page.model.place[1]):
        words = page.model.words
        assert words is not None
        lengths.append(len(words.spoken))
        page.model.step(1)
    _full(stand, lengths.index(max(lengths)))
