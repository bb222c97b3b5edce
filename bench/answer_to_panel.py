"""An answer pressed to the panel repainted, beside one bare repaint of the same page.

`python -m bench.answer_to_panel`: the gold shop's checklist on a real encrypted profile, every question of the quick screen pressed
in turn, five runs. Target: at most twice a bare repaint and at most 50 ms.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent

from desktop.bootstrap import open_profile
from desktop.domain.member.shop import Merchant, Shop
from desktop.settings import Settings
from desktop.ui.main_window.app import make_app
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.task_runner import TaskRunner
from desktop.ui.runtime.theme import theme

RUNS = 5
TARGET_RATIO, TARGET_MS = 2.0, 50.0


@dataclass
class Nowhere:
    """A navigator that stays where it is."""

    def go(self, route: str, **args: object) -> None:
        """Stay."""

    def back(self) -> None:
        """Stay."""

    def toast(self, text: str, **_rest: object) -> None:
        """Say nothing."""


def settle() -> None:
    """Let layout, later cards and background answers come in."""
    for _turn in range(30):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def paint(page: ChecklistPage) -> None:
    """Paint the whole page into a picture, as a screen would."""
    page.grab()


def measure(page: ChecklistPage) -> tuple[list[float], list[float]]:
    """Milliseconds of bare repaints and of answers, taken in turns."""
    bare, ours = [], []
    definition = page.model.definition
    assert definition is not None
    assert page.questions is not None
    for _run in range(RUNS):
        for key in definition.quick_screen:
            card = page.questions.card(key)
            assert card is not None
            start = perf_counter()
            paint(page)
            bare.append((perf_counter() - start) * 1000)
            start = perf_counter()
            card.buttons["yes" if card.answer != "yes" else "no"].click()
            QCoreApplication.sendPostedEvents(page, QEvent.Type.LayoutRequest)
            paint(page)
            ours.append((perf_counter() - start) * 1000)
            settle()
    return bare, ours


def main() -> int:
    """Print floor, ours and ratio; 1 when a target is missed."""
    make_app()
    theme().apply("light", 100)
    with tempfile.TemporaryDirectory() as home:
        profile = open_profile(Settings(Path(home), practice=True), None)
        tasks = TaskRunner()
        merchant = Merchant("mer_bench", "店", "gold", "街", "0597-5550188")
        with profile.storage.begin() as work:  # an enrolled shop without a station
            now = datetime.now(UTC)
            work.members.put_shop(Shop(merchant, "t", "柜台", "s", "台", "http://127.0.0.1:1", (), now, b"k" * 32))
            work.commit()
        page = ChecklistPage(UiContext(profile.services, tasks, Nowhere()))
        page.resize(1068, 832)
        page.show()
        page.on_shown(setting="gold_shop")
        while page.questions is None or not page.questions.complete:
            settle()
        bare, ours = measure(page)
        tasks.close()
        page.close()
        profile.close()
    ratio = statistics.median(ours) / statistics.median(bare)
    print(f"floor, one repaint of the page: median {statistics.median(bare):.1f} ms, worst {max(bare):.1f}")
    print(f"ours, answer to repainted:      median {statistics.median(ours):.1f} ms, worst {max(ours):.1f}")
    print(f"ratio {ratio:.2f} (target {TARGET_RATIO}), {statistics.median(ours):.1f} ms (target {TARGET_MS:.0f})")
    return 0 if ratio <= TARGET_RATIO and statistics.median(ours) <= TARGET_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
