"""Views before anybody is signed in."""

from __future__ import annotations

from PySide6.QtTest import QTest

from desktop.ui.pages.sign_in.passphrase import PassphrasePage
from tests.ui.gallery.stand import PATIENCE_MS, Stand


def names(stand: Stand) -> None:
    """Whose turn is it?"""
    gate = stand.screen.gate
    stand.counter.qtbot.waitUntil(lambda: bool(gate.tiles), timeout=PATIENCE_MS)
    stand.rest()


def pin(stand: Stand) -> None:
    """A name was chosen, two digits typed."""
    names(stand)
    stand.screen.gate.tiles[0].click()
    QTest.keyClicks(stand.screen.gate, "24")
    stand.rest()


def wrong_pin(stand: Stand) -> None:
    """A wrong PIN, and how often one may still try."""
    names(stand)
    stand.screen.type_pin("9999")
    stand.counter.qtbot.waitUntil(lambda: bool(stand.screen.gate.message.text()), timeout=PATIENCE_MS)
    stand.rest()


def first_pin(stand: Stand) -> None:
    """A clerk without a key yet."""
    names(stand)
    stand.screen.gate.tiles[1].click()
    stand.screen.gate.activation.submit()
    stand.rest()


def passphrase(stand: Stand) -> None:
    """The profile asks for its passphrase."""
    stand.counter.qtbot.waitUntil(lambda: isinstance(stand.window.gate, PassphrasePage), timeout=PATIENCE_MS)
    stand.rest()


def wrong_passphrase(stand: Stand) -> None:
    """It was another one."""
    passphrase(stand)
    page = stand.window.gate
    assert isinstance(page, PassphrasePage)
    page.field.edit.setText("wrong")
    page.open_button.click()
    stand.counter.qtbot.waitUntil(
        lambda: isinstance(stand.window.gate, PassphrasePage) and stand.window.gate.error.isVisible(),
        timeout=PATIENCE_MS,
    )
    stand.rest()
