"""One clerk who does anything at all: chooses an action by chance, does it with real events, and remembers the last ones."""

from __future__ import annotations

import os
import random
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.application.changes import Kind, changed
from desktop.ui.main_window.registry import PAGES
from desktop.ui.pages.sign_in.page import SignInPage
from desktop.ui.runtime.garbage import UiGarbage
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from tests.ui.live_line.counter import PIN
from tests.ui.pages.fields import fields_of, write_over
from tests.ui.pages.window import WindowScreen
from tests.ui.soak.corpus import NASTY
from tests.ui.soak.station import Line

KEYS = (
    *(Qt.Key(code) for code in (0x31, 0x32, 0x33, 0x34, 0x35)),
    Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left,
    Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_Delete,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_A, Qt.Key.Key_Z,
)  # fmt: skip
CHORDS = (Qt.Key.Key_Return, Qt.Key.Key_F, Qt.Key.Key_Z, Qt.Key.Key_A, Qt.Key.Key_V, Qt.Key.Key_L, Qt.Key.Key_N)
TALK = "SOAK_TALK" in os.environ
"""Say each thing as it is done: a crash of Qt's leaves no other trace."""


class WildClerk:
    """Works one window by chance."""

    def __init__(self, screen: WindowScreen, rng: random.Random, line: Line) -> None:
        self.screen, self.rng, self.line = screen, rng, line
        self.did: deque[str] = deque(maxlen=40)
        self._news = 0
        self._garbage = UiGarbage()
        self._actions: tuple[tuple[int, Callable[[], str]], ...] = (
            (30, self._key),
            (22, self._click),
            (12, self._type),
            (10, self._go),
            (4, self._chord),
            (3, self._look),
            (3, self._cut_line),
            (4, self._hear),
            (2, self._hide),
            (2, self._leave),
            (1, self._alarm),
            (3, self._let_time_pass),
        )

    def act(self) -> None:
        """Do one thing."""
        if self._on_top() and self.rng.random() < 0.7:
            self.did.append(self._close_top())
        elif self.screen.window.shell is None and self.rng.random() < 0.6:
            self.did.append(self.come_back())
        else:
            weights = [weight for weight, _do in self._actions]
            self.did.append(self.rng.choices(self._actions, weights)[0][1]())
        if TALK:
            print(f"{len(QApplication.allWidgets())} {self.did[-1]}", flush=True)
        self.settle()

    def settle(self) -> None:
        """Let what is due happen, and what was deleted go."""
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._garbage.collect()

    def come_back(self) -> str:
        """Sign in, or give the PIN to the calculator."""
        window = self.screen.window
        if window.hidden_away:
            return self._hide()
        if isinstance(window.gate, SignInPage) and window.gate.tiles:
            self.screen.counter.clock.advance(3600)
            window.gate.load()
            self.screen.type_pin()
            self.screen.counter.qtbot.waitUntil(lambda: window.shell is not None, timeout=10_000)
        return "sign in"

    def any_draft(self) -> str:
        """Return some open draft, made if there is none."""
        drafts = self.screen.counter.services.open_drafts()
        return self.rng.choice(drafts).draft_id if drafts else self.screen.counter.draft()

    def any_alert(self) -> str:
        """Return some alert, sent if there is none."""
        rows = self.screen.counter.services.counter_overview(None).open_alerts
        return self.rng.choice(rows).alert_id if rows else self.screen.counter.submitted()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.screen.window

    def _key(self) -> str:
        key = self.rng.choice(KEYS)
        QTest.keyClick(self._focus(), key)
        return f"key {key.name}"

    def _chord(self) -> str:
        key = self.rng.choice(CHORDS)
        QTest.keyClick(self._focus(), key, Qt.KeyboardModifier.ControlModifier)
        return f"Ctrl+{key.name}"

    def _click(self) -> str:
        found = [
            button
            for button in self.screen.window.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and not button.visibleRegion().isEmpty()
        ]
        if not found:
            return "nothing to press"
        button = self.rng.choice(found)
        name = button.accessibleName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.visibleRegion().boundingRect().center())
        return f"press {name}"

    def _type(self) -> str:
        fields = list(fields_of(self.screen.window))
        if not fields:
            return "nothing to type into"
        field = self.rng.choice(fields)
        name, text = self.rng.choice(list(NASTY.items()))
        paste = self.rng.random() < 0.5 and name != "lone surrogate"
        write_over(field, text, paste=paste)
        return f"type {name} into {field.accessibleName()}"

    def _go(self) -> str:
        route = self.rng.choice(sorted(PAGES))
        self.screen.window.go(route, **arguments(self, route))
        return f"go {route}"

    def _look(self) -> str:
        services = self.screen.counter.services
        look = replace(
            services.preferences(),
            language=self.rng.choice(("zh", "en")),
            theme=self.rng.choice(("light", "dark")),
            text_percent=self.rng.choice((100, 125, 150)),
        )
        # The settings page writes the same file in the background; here it is written beside its lane.
        tasks = self.screen.window.keeper.tasks
        self.screen.counter.qtbot.waitUntil(lambda: tasks is None or not tasks.busy, timeout=10_000)
        services.save_preferences(look)
        language().apply(look.language)
        theme().apply(look.theme, look.text_percent)
        return f"look {look.language} {look.theme} {look.text_percent}"

    def _cut_line(self) -> str:
        self.line.cut = not self.line.cut
        if self.screen.window.keeper.sync is not None:
            self.screen.window.keeper.sync.send_now()
        return "line cut" if self.line.cut else "line whole"

    def _hear(self) -> str:
        counter, alert = self.screen.counter, self.any_alert()
        self._news += 1
        news = self.rng.choice(("instruction", "question", "case", "reward"))
        if news == "case":
            counter.police(alert, self.rng.choice(("acknowledged", "assigned", "dispatched", "valid")), "请看")
        elif news == "reward":
            counter.reward(
                alert, self.rng.choice(("proposed", "notified", "paid")), name=f"r{self._news}", amount=50_000
            )
        else:
            text = self.rng.choice(("请拖住客人", NASTY["long"][:500], NASTY["emoji"]))
            counter.instruct(alert, text, question=news == "question", name=f"i{self._news}")
        tasks = self.screen.window.keeper.tasks
        if tasks is not None:
            tasks.changed.emit(changed(Kind.CASES, Kind.INSTRUCTIONS, Kind.REWARDS))
        return f"news {news}"

    def _hide(self) -> str:
        window = self.screen.window
        self.screen.press(Qt.Key.Key_F8)
        if window.hidden_away and window.shell is not None and window.calculator.code.isVisible():
            window.calculator.code.setText(self.rng.choice((PIN, PIN, "9999")))
            QTest.keyClick(window.calculator.code, Qt.Key.Key_Return)
        return "F8"

    def _leave(self) -> str:
        self.screen.window.sign_out()
        return "lock"

    def _alarm(self) -> str:
        self.screen.press(Qt.Key.Key_F9)
        return "F9"

    def _let_time_pass(self) -> str:
        self.screen.counter.clock.advance(self.rng.choice((1, 30, 61, 600)))
        if self.screen.window.shell is not None and self.screen.window.shell.page is not None:
            self.screen.window.shell.page.on_tick()
        return "time passes"

    def _on_top(self) -> QWidget | None:
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is not None:
            return over
        others = [
            widget
            for widget in QApplication.topLevelWidgets()
            if widget.isVisible() and widget is not self.screen.window
        ]
        return others[0] if others else None

    def _close_top(self) -> str:
        over = self._on_top()
        if over is not None:
            over.close()
        return f"close {type(over).__name__}"


def arguments(clerk: WildClerk, route: str) -> dict[str, object]:
    """Return what a page needs to show something."""
    if route == "review":
        return {"draft_id": clerk.any_draft()}
    return {"alert_id": clerk.any_alert()} if route == "live" else {}
