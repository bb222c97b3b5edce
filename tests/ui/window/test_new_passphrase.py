"""The first start on a PC without a keyring: a passphrase is chosen, twice, and not asked for as if it were known."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.errors import ProfileLocked, StationUnreachable
from desktop.ui.main_window.app import make_window
from desktop.ui.pages.sign_in.page import SignInPage
from desktop.ui.pages.sign_in.passphrase import PassphrasePage
from desktop.ui.runtime.host import OpenProfile
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import OneProfileHost


@dataclass
class NewPc(OneProfileHost):
    """A PC with no profile and no keyring: the first passphrase given is the one."""

    given: list[str] = field(default_factory=list)

    def open(self, key: str, passphrase: str | None) -> OpenProfile:
        if passphrase is None:
            raise ProfileLocked("passphrase-new")
        self.given.append(passphrase)
        return super().open(key, passphrase)


@pytest.fixture
def host(counter: Counter) -> NewPc:
    counter.profile.station.pages.extend(StationUnreachable("network") for _ in range(200))
    return NewPc(counter.services)


@pytest.fixture
def gate(counter: Counter, host: NewPc) -> PassphrasePage:
    window = make_window(host)
    counter.qtbot.addWidget(window)
    window.show()
    window.start()
    counter.qtbot.waitUntil(lambda: isinstance(window.gate, PassphrasePage))
    assert isinstance(window.gate, PassphrasePage)
    return window.gate


def typed(gate: PassphrasePage, first: str, second: str) -> None:
    gate.field.edit.clear()
    QTest.keyClicks(gate.field.edit, first)
    QTest.keyClick(gate.field.edit, Qt.Key.Key_Return)
    QTest.keyClicks(gate.again.edit, second)
    QTest.keyClick(gate.again.edit, Qt.Key.Key_Return)


def test_it_is_chosen_and_typed_twice(counter: Counter, host: NewPc, gate: PassphrasePage) -> None:
    assert gate.title.text() == "定一个开机口令"
    counter.qtbot.waitUntil(lambda: gate.window().focusWidget() is gate.field.edit)
    typed(gate, "gate-of-2026", "gate-of-2026")
    window = gate.window()
    counter.qtbot.waitUntil(lambda: isinstance(getattr(window, "gate", None), SignInPage))
    assert host.given == ["gate-of-2026"]


@pytest.mark.parametrize(
    ("first", "second", "said"), [("gate-of-2026", "gate-of-2062", "两次输入的不一样"), ("short", "short", "口令太短")]
)
def test_a_slip_or_a_short_one_is_said_and_nothing_is_made(
    host: NewPc, gate: PassphrasePage, first: str, second: str, said: str
) -> None:
    typed(gate, first, second)
    assert said in gate.field.note.text() + gate.again.note.text()
    assert host.given == []
    assert gate.open_button.isEnabled()
