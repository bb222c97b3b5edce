"""Every page in every state, in both themes, looks as it did when somebody last looked at it.

New references: `python tools/pictures.py --accept` (then look at them). A picture that differs is left in the test's folder.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.button import Button
from tests.ui.gallery.stand import Look, Stand, picture_of
from tests.ui.gallery.views import VIEWS, View, showing
from tests.ui.live_line.counter import Counter
from tests.ui.pictures.compare import Difference, difference, keep, small

REFERENCE = Path(__file__).parent / "reference"
ACCEPT = "PICTURES_ACCEPT" in os.environ
MOST_BYTES = 6 * 2**20
PLACE_DEPENDENT = {"settings-about", "settings-storage"}
"""They list this computer's packages and disk."""
SEEN = tuple(view for view in VIEWS if view.name not in PLACE_DEPENDENT)
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def reference(view: View, look: Look) -> Path:
    return REFERENCE / f"{view.name}-{look.theme}.png"


@pytest.mark.parametrize("view", SEEN, ids=lambda view: view.name)
def test_it_looks_as_it_did(counter: Counter, view: View, tmp_path: Path) -> None:
    apart = {}
    with showing(counter, view, Look()) as stand:
        for name in THEMES:
            look = replace(Look(), theme=name)
            theme().apply(name, 100)
            now = small(picture_of(stand))
            if ACCEPT:
                keep(now, reference(view, look))
            found = difference(Image.open(reference(view, look)), now)
            if not found.same:
                keep(now, tmp_path / f"{view.name}-{name}.png")
                apart[name] = found
    assert not apart, f"{apart}: see {tmp_path}"


def test_no_picture_is_without_its_view_and_all_are_small() -> None:
    known = {reference(view, replace(Look(), theme=name)).name for view in SEEN for name in THEMES}
    kept = {path.name: path.stat().st_size for path in REFERENCE.glob("*.png")}
    assert set(kept) == known
    assert sum(kept.values()) < MOST_BYTES


def _without_a_button(stand: Stand) -> None:
    next(one for one in stand.page.findChildren(Button) if one.isVisible() and one.text() == "去上报").hide()


def _other_tone(stand: Stand) -> None:
    card = next(one for one in stand.page.findChildren(QWidget, "card") if one.isVisible() and one.height() > 60)
    card.setProperty("tone", "danger")
    card.style().polish(card)


def _moved(stand: Stand) -> None:
    stand.page.column.setContentsMargins(60, 60, 28, 0)


@pytest.mark.parametrize("planted", [_without_a_button, _other_tone, _moved])
def test_a_planted_difference_is_found(counter: Counter, planted: object) -> None:
    assert callable(planted)
    view = next(one for one in VIEWS if one.name == "checklist-answered")
    with showing(counter, view, Look()) as stand:
        before = small(picture_of(stand))
        assert difference(before, small(picture_of(stand))) == Difference(0.0, 0.0)
        planted(stand)
        assert not difference(before, small(picture_of(stand))).same
