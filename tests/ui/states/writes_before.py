"""What can be written before anybody is signed in: a PIN, a first key, joining the shop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.errors import StorageFailed
from desktop.ui.widgets.settings.enrolment_wizard import CODE, COMPARE, EnrolmentWizard
from tests.ui.gallery.stand import PATIENCE_MS, Stand
from tests.ui.live_line.counter import PIN
from tests.ui.states.writes_at_work import enter
from tests.ui.states.writing import FAILURES, Trial, Writing

URL = "http://127.0.0.1:8443"
DISK = tuple(error for error in FAILURES if isinstance(error, StorageFailed))


def first_key(stand: Stand) -> Trial:
    """A clerk's first PIN, on the sign-in page."""
    gate = stand.screen.gate
    stand.counter.qtbot.waitUntil(lambda: bool(gate.tiles), timeout=PATIENCE_MS)
    gate.tiles[1].click()
    form = gate.activation
    for field, text in ((form.code, "ABCD2345"), (form.pin, "1357"), (form.again, "1357")):
        field.edit.setText(text)
    return Trial(
        lambda: enter(form.again.edit),
        lambda: stand.window.shell is not None,
        lambda: [one.edit.text() for one in (form.code, form.pin, form.again)] == ["ABCD2345", "1357", "1357"],
        {"activation_code": form.code.edit, "pin": form.pin.edit},
        lambda: f"{form.code.note.text()} {form.pin.note.text()}",
    )


def sign_in(stand: Stand) -> Trial:
    """The PIN of the clerk who was here; the PIN itself is typed again after each failure."""
    stand.window.sign_out()
    stand.rest()
    gate = stand.screen.gate
    gate.tiles[0].click()

    def press() -> None:
        QTest.keyClicks(gate, PIN)
        QTest.keyClick(gate, Qt.Key.Key_Return)

    return Trial(press, lambda: stand.window.shell is not None, lambda: gate.model.chosen is not None)


def come_back(stand: Stand) -> Trial:
    """The PIN under the calculator: nothing there says what it is for."""
    stand.window.hide_away()
    calculator = stand.window.calculator
    calculator.price.edit.setText("780")

    def press() -> None:
        calculator.ask_code()
        calculator.code.setText(PIN)
        enter(calculator.code)

    return Trial(
        press,
        lambda: not stand.window.hidden_away,
        lambda: calculator.code.isVisible() and calculator.price.text() == "780" and calculator.note.text() != "",
        brief=True,
    )


def _wizard(stand: Stand) -> EnrolmentWizard:
    stand.counter.profile.storage.care().put("shop", None)
    stand.go("settings", section="enrolment")
    wizard = stand.page.findChild(EnrolmentWizard)
    assert wizard is not None
    return wizard


def look_at_station(stand: Stand) -> Trial:
    """Ask who is at an address."""
    wizard = _wizard(stand)
    wizard.address.edit.setText(URL)
    return Trial(
        lambda: enter(wizard.address.edit),
        lambda: wizard.model.step == COMPARE,
        lambda: wizard.address.text() == URL and wizard.look.isEnabled(),
        {"station_url": wizard.address.edit},
        wizard.address.note.text,
    )


def enrol(stand: Stand) -> Trial:
    """Send the code."""
    wizard = _wizard(stand)
    stand.rest()
    if wizard.model.step not in (COMPARE, CODE):
        wizard.address.edit.setText(URL)
        enter(wizard.address.edit)
        stand.counter.qtbot.waitUntil(lambda: wizard.model.step == COMPARE, timeout=PATIENCE_MS)
    wizard.same.click()
    wizard.code.edit.setText("ABCD-2345")
    wizard.name.edit.setText("一号柜台")
    return Trial(
        lambda: enter(wizard.code.edit),
        lambda: wizard.model.shop is not None,
        lambda: (wizard.code.text(), wizard.name.text()) == ("ABCD-2345", "一号柜台") and wizard.join.isEnabled(),
        {"code": wizard.code.edit, "terminal_name": wizard.name.edit},
        lambda: f"{wizard.code.note.text()} {wizard.name.note.text()}",
    )


BEFORE = (
    Writing("first key", "activate_member", first_key),
    Writing("sign in", "sign_in", sign_in, DISK),
    Writing("come back", "sign_in", come_back, DISK),
    Writing("look at the station", "care.joining.look_at_station", look_at_station),
    Writing("enrol", "care.joining.enrol", enrol),
)
