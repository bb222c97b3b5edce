"""The disk is full while one types: it is said, what was typed stays on the screen, and once there is room it is all kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.adapters.storage.profile import open_storage
from desktop.application.errors import StorageFailed
from desktop.ui.pages.checklist.page import ChecklistPage
from tests.ui.live_line.counter import Counter
from tests.ui.pages.fields import write_over
from tests.ui.pages.review import ReviewScreen


class FullDisk:
    """Every command that writes fails with the kind the storage gives, until there is room again."""

    def __init__(self, counter: Counter, *names: str) -> None:
        self.full = True
        services = counter.services
        counter.use(**{name: self._failing(getattr(services, name)) for name in names})

    def _failing(self, real: Any) -> Any:
        def command(*args: object, **more: object) -> object:
            if self.full:
                raise StorageFailed("full")
            return real(*args, **more)

        return command


@contextmanager
def started_anew(counter: Counter, folder: Path) -> Iterator[list[dict[str, str]]]:
    """Close the profile and open its file again, as the next start of the program does; gives the drafts' own words."""
    counter.settle()
    counter.profile.storage.close()
    storage = open_storage(folder, b"\x07" * 32, now=counter.clock.now())
    try:
        with storage.begin() as work:
            yield [dict(draft.details) | {"answers": ",".join(draft.answers)} for draft in work.drafts.open()]
    finally:
        storage.close()


@pytest.mark.parametrize("typed", ["一直听电话，催着要金条", "👵🏼 金条 １００克", "他说姓李（שלום）", "长" * 500])
def test_what_is_typed_into_the_review_outlives_a_full_disk(counter: Counter, tmp_path: Path, typed: str) -> None:
    draft_id = counter.draft()
    disk = FullDisk(counter, "save_draft", "submit_alert")
    screen = ReviewScreen(counter, draft_id)
    write_over(screen.field("narrative"), typed)
    counter.qtbot.waitUntil(lambda: screen.page.view_model.saving == "unsaved")
    assert screen.saved_words().startswith("未保存")
    assert "磁盘" in screen.saved_words() or "空间" in screen.saved_words()
    screen.send()
    assert counter.services.counter_overview(None).open_alerts == ()
    assert screen.shown_in("narrative") == typed
    disk.full = False
    screen.save()
    with started_anew(counter, tmp_path) as drafts:
        assert [draft["narrative"] for draft in drafts] == [typed]


def test_answers_given_while_the_disk_is_full_are_all_kept_later(counter: Counter, tmp_path: Path) -> None:
    disk = FullDisk(counter, "save_draft", "start_draft")
    page = ChecklistPage(counter.context)
    counter.show(page, setting="gold_shop")
    counter.qtbot.waitUntil(lambda: page.questions is not None and page.questions.complete)
    assert page.questions is not None
    for item in page.questions.order()[:4]:
        card = page.questions.card(item)
        assert card is not None
        QTest.keyClick(card, Qt.Key.Key_1)
    counter.settle()
    counter.qtbot.waitUntil(lambda: page.model.saved == "failed")
    assert page.footer.saved.text().startswith("未保存")
    assert len(page.model.answers) == 4
    disk.full = False
    counter.qtbot.waitUntil(lambda: page.model.saved == "saved", timeout=10_000)
    given = sorted(page.model.answers)
    with started_anew(counter, tmp_path) as drafts:
        assert [sorted(draft["answers"].split(",")) for draft in drafts] == [given]
