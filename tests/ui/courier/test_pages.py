"""What a scanned number is for, and the official lines for the customer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.pages.courier.channels import ChannelsPage
from tests.ui.live_line.counter import Counter, words_on
from tests.ui.pages.channels import ChannelsScreen, ScannedScreen
from tests.ui.pages.courier import CourierScreen, key
from tests.ui.pages.window import WindowScreen

NUMBER = "SF1234567890123"


def test_a_digit_opens_a_checklist_with_the_number(depot: Counter) -> None:
    screen = ScannedScreen(depot, NUMBER)
    assert screen.number() == NUMBER
    assert screen.carrier() == "看单号是顺丰"
    assert not screen.page.again.isVisible()
    screen.tile(2)
    route, args = depot.navigator.went[-1]
    assert (route, args["waybill"]) == ("checklist", NUMBER)
    assert str(args["setting"]).startswith("courier_")


def test_earlier_parcels_with_the_number_are_one_press_away(depot: Counter) -> None:
    screen = CourierScreen(depot, setting="courier_acceptance", waybill=NUMBER)
    screen.kept()
    scanned = ScannedScreen(depot, NUMBER)
    depot.qtbot.waitUntil(scanned.page.again.isVisible)
    (row,) = scanned.earlier()
    row.click()
    draft = screen.page.model.draft
    assert draft is not None
    assert depot.navigator.went[-1] == ("checklist", {"draft_id": draft.draft_id})


def test_the_channels_are_large_and_a_hearsay_number_says_so(depot: Counter) -> None:
    screen = ChannelsScreen(depot, "SF")
    page = screen.page
    assert screen.phone() == "95338"
    assert page.phone.font().pixelSize() >= 64
    assert not screen.doubtful()
    screen.choose("YTO")
    assert screen.phone() == "95554"
    assert screen.doubtful()
    assert page.arguments() == {"carrier": "YTO"}
    assert not [text for text in words_on(page) if "反诈" in text or "诈骗" in text or "报警" in text]
    assert page.own.isVisible()
    page.turn.click()
    assert not page.own.isVisible()
    assert not page.doubt.isVisible()
    assert not page.choice.isVisible()
    assert page.phone.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.choice.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert depot.navigator.went[-1] == ("back", {})


def test_before_a_carrier_is_chosen_none_looks_chosen_and_there_is_nothing_to_turn(depot: Counter) -> None:
    page = ChannelsPage(depot.context)
    depot.show(page)
    assert not page.turn.isEnabled()
    assert page.first_focus() is page


def test_the_inquiry_leads_to_the_channels_of_its_carrier(depot: Counter) -> None:
    screen = CourierScreen(depot, setting="courier_inquiry", waybill=NUMBER)
    screen.looked_up()
    screen.parcel.channels_asked.emit()
    assert depot.navigator.went[-1] == ("channels", {"carrier": "SF"})


def scan(screen: WindowScreen, number: str) -> None:
    """Type as a scanner does, into whatever has the keyboard."""
    for char in number + "\n":
        key(screen.window, char)


def test_a_scan_anywhere_in_the_window_goes_to_the_checklist_in_hand(depot: Counter) -> None:
    screen = WindowScreen(depot)
    shell = screen.sign_in()
    shell.scanning.wedge._clock = depot.clock.monotonic
    depot.qtbot.waitUntil(lambda: shell.scanning.wedge.listening)
    scan(screen, NUMBER)
    assert shell.place == ("scanned", {"waybill": NUMBER})
    shell.go("checklist", setting="courier_acceptance")
    page = shell.page
    assert isinstance(page, ChecklistPage)
    depot.qtbot.waitUntil(lambda: page.questions is not None and page.questions.complete)
    scan(screen, "YT1234567890123")
    assert isinstance(shell.page, ChecklistPage)
    assert page.model.details["waybill_no"] == "YT1234567890123"
    assert page.model.answers == {}


def test_a_gold_shops_keys_are_never_held_back(counter: Counter) -> None:
    screen = WindowScreen(counter)
    shell = screen.sign_in()
    scan(screen, NUMBER)
    assert shell.place[0] != "scanned"


def test_a_scan_on_the_review_goes_back_to_the_checklist_of_that_draft(depot: Counter) -> None:
    screen = WindowScreen(depot)
    shell = screen.sign_in()
    shell.scanning.wedge._clock = depot.clock.monotonic
    draft = depot.services.start_draft("courier_acceptance", "mem_1").value
    shell.go("review", draft_id=draft.draft_id)
    depot.qtbot.waitUntil(lambda: depot.services.load_draft(draft.draft_id) is not None)
    shell.scanning.on_scanned(NUMBER)
    page = shell.page
    assert isinstance(page, ChecklistPage)
    depot.qtbot.waitUntil(lambda: page.model.details.get("waybill_no") == NUMBER)


def test_what_is_no_waybill_is_said_and_goes_nowhere(depot: Counter) -> None:
    screen = WindowScreen(depot)
    shell = screen.sign_in()
    shell.scanning.on_scanned("HTTPS--EXAMPLE-COM-123456789")
    assert shell.place[0] == "counter"
    assert "不像运单号" in screen.window.notice.text.text()
