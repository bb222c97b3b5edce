"""500 random things done to the whole window over a real profile; `python -m tests.ui.soak 20000` for a longer day.

After them: no warning, no exception, no thread and no widget more than before, nothing held that was not held before, F8 and
F9 work and a draft can still be submitted. What is held is counted; room that an allocator keeps for later is no leak.
COUNTERWATCH_TEST_SEED repeats a day.
"""

from __future__ import annotations

import gc
import os
import random
from collections import Counter as Counted
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmapCache
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.application.read_models import RecordFilter
from desktop.application.services import Services
from desktop.ui.main_window.registry import PAGES
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from tests.ui.live_line.counter import Counter, counter
from tests.ui.pages.window import WindowScreen
from tests.ui.soak.clerk import TALK, WildClerk, arguments
from tests.ui.soak.held import Held, held
from tests.ui.soak.station import lay

__all__ = ["counter"]
ACTIONS = int(os.environ.get("SOAK_ACTIONS", "500"))
MOST_WIDGETS_MORE = 12
PATIENCE_MS = 20_000
POOL = 4
"""Workers of the window's pool, which are started only when that many things are asked at once."""
MOST_ORPHANS_MORE = 4
"""What was last in focus, last looked at; a page kept by mistake has hundreds."""
MOST_OTHERS_MORE = 24
MOST_BLOCKS_MORE = 40_000
MOST_BYTES_MORE = 16 * 2**20
"""Kept on purpose and bounded: pages of up to five database connections (2 MB each), icons and letters in three text sizes."""


@pytest.mark.slow
@pytest.mark.timeout(300 + ACTIONS)
def test_nothing_a_clerk_does_breaks_it(
    counter: Counter, rng: random.Random, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    not_a_photo = tmp_path / "照片.jpg"
    not_a_photo.write_bytes(b"this is no picture")
    monkeypatch.setattr("desktop.ui.widgets.photos.card.ask_for_files", lambda *asked: asked[-1]([str(not_a_photo)]))
    line = lay(counter.profile.station)
    screen = WindowScreen(counter)
    line = lay(counter.profile.station)
    clerk = WildClerk(screen, rng, line)
    _every_page_once(clerk)
    at_rest = _at_the_lock(clerk)
    try:
        for _action in range(ACTIONS):
            clerk.act()
    except Exception:
        print("\n".join(clerk.did))
        raise
    finally:
        if clerk.did:
            print(f"last: {list(clerk.did)[-12:]}")
    _close_everything(clerk)
    _still_works(clerk)
    after = _at_the_lock(clerk)
    screen.window.close()
    print(f"at rest {at_rest}, after {after}")
    assert after.widgets <= at_rest.widgets + MOST_WIDGETS_MORE, f"widgets {at_rest} -> {after}"
    assert after.threads <= at_rest.threads + POOL, f"threads {at_rest} -> {after}"
    assert after.orphans <= at_rest.orphans + MOST_ORPHANS_MORE, f"held though they went {at_rest} -> {after}"
    assert after.others <= at_rest.others + MOST_OTHERS_MORE, f"timers and the like {at_rest} -> {after}"
    assert after.blocks <= at_rest.blocks + MOST_BLOCKS_MORE, f"objects {at_rest} -> {after}"
    assert after.heap <= at_rest.heap + MOST_BYTES_MORE, f"bytes {at_rest} -> {after}"


def _every_page_once(clerk: WildClerk) -> None:
    shell = clerk.screen.sign_in()
    for route in sorted(PAGES):
        shell.go(route, **arguments(clerk, route))
        clerk.settle()


def _at_the_lock(clerk: WildClerk) -> Held:
    """Lock, set the look back, and count what is held."""
    language().apply("zh")
    theme().apply("light", 100)
    clerk.screen.window.sign_out()
    tasks = clerk.screen.window.keeper.tasks
    clerk.screen.counter.qtbot.waitUntil(lambda: tasks is None or not tasks.busy, timeout=PATIENCE_MS)
    for _turn in range(3):
        clerk.settle()
        gc.collect()
    QPixmapCache.clear()
    if TALK:
        print(Counted(type(one).__name__ for one in QApplication.allWidgets()))
    return held()


def _close_everything(clerk: WildClerk) -> None:
    while clerk._on_top() is not None:
        clerk._close_top()
        clerk.settle()
    clerk.screen.counter.clock.advance(3600)
    clerk.screen.window.sign_out()
    clerk.settle()
    if clerk.screen.window.hidden_away:
        clerk.screen.press(Qt.Key.Key_F8)
    clerk.come_back()


def _alerts(services: Services) -> int:
    """Return how many there are; the home page shows only so many."""
    return services.records(RecordFilter(), 0, 1).tab_counts["all"]


def _still_works(clerk: WildClerk) -> None:
    screen, services = clerk.screen, clerk.screen.counter.services
    screen.press(Qt.Key.Key_F8)
    assert screen.window.hidden_away
    before = _alerts(services)
    screen.press(Qt.Key.Key_F9)
    screen.counter.qtbot.waitUntil(lambda: _alerts(services) > before, timeout=PATIENCE_MS)
    screen.window.sign_out()
    screen.press(Qt.Key.Key_F8)
    clerk.come_back()
    draft_id = screen.counter.draft()
    screen.shell.go("review", draft_id=draft_id)
    page = screen.shell.page
    assert page is not None
    screen.counter.qtbot.waitUntil(lambda: getattr(page, "complete", False), timeout=PATIENCE_MS)
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    screen.counter.qtbot.waitUntil(
        lambda: screen.shell.page is not None and screen.shell.page.route == "live", timeout=PATIENCE_MS
    )
