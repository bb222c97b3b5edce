"""Published checklists that expired, or later ones that were not taken, are said in one quiet line; they still work."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.domain.alert.bundle import Bundle
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.viewmodels.checklist.bundle import bundle_words
from tests.support import OPENING
from tests.ui.live_line.counter import Counter

IN_FORCE = Bundle(3, OPENING + timedelta(days=1), {})
EXPIRED = Bundle(3, OPENING - timedelta(days=1), {})
REFUSED = Bundle(3, OPENING + timedelta(days=1), {}, "went-back")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_only_what_is_wrong_is_said(lang: str) -> None:
    assert bundle_words(None, OPENING, lang) == bundle_words(IN_FORCE, OPENING, lang) == ""
    assert "2026-11-16" in bundle_words(EXPIRED, OPENING, lang)
    assert bundle_words(REFUSED, OPENING, lang) not in ("", bundle_words(EXPIRED, OPENING, lang))


def test_the_footer_says_it_and_the_checklist_still_opens(counter: Counter) -> None:
    with counter.profile.storage.begin() as work:
        work.feed.put_bundle(Bundle(3, counter.clock.now() - timedelta(days=2), {}))
        work.commit()
    page = ChecklistPage(counter.context)
    counter.show(page, setting="gold_shop")
    counter.qtbot.waitUntil(page.footer.about.isVisible)
    assert "已到期" in page.footer.about.text()
    assert page.model.definition is not None
