"""Screenshots of every view: run by `tools/screens.py`, not part of the suite."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from desktop.application.read_models import Preferences
from desktop.ui.runtime.theme import theme
from tests.ui.gallery.papers import OWN_LANGUAGE, PAPERS
from tests.ui.gallery.stand import Look, Stand, picture_of
from tests.ui.gallery.views import VIEWS, View, showing
from tests.ui.live_line.counter import Counter

LANGUAGES: tuple[Literal["zh", "en"], ...] = ("zh", "en")
OUT = Path(os.environ.get("SCREENS_OUT", "screens"))
WANTED = os.environ.get("SCREENS_LOOKS", "light-zh-100").split(",")
ALSO = [one for one in os.environ.get("SCREENS_ALSO", "").split(",") if one]
"""Looks of the views that are met every day, beside those of all views."""
DAILY = {
    "acceptance-empty", "bulletins-some", "calculator-shown", "card-shown", "channels-chosen", "checklist-answered",
    "checklist-facts", "checklist-release", "counter-busy", "counter-offline", "drill-result", "gate-enrolment", "guide-first",
    "help-open", "inquiry-empty", "learn-cards", "learn-drills", "live-instruction", "live-saved", "live-sent", "records-some",
    "register-day", "register-form", "review-missing", "review-ready", "rewards-some", "scanned-number", "settings-backup",
    "settings-look", "settings-members", "settings-shop", "signin-names", "signin-pin",
}  # fmt: skip
COLOURS, LEAST_APART = 40, 18
LOOKS = [
    Look("light", language, percent)
    for language in LANGUAGES
    for percent in (100, 150)
    if any(one.endswith(f"{language}-{percent}") for one in (*WANTED, *ALSO))
]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_screen(counter: Counter, view: View, look: Look) -> None:
    wanted = WANTED + (ALSO if view.name in DAILY else [])
    worn_here = [worn for worn in (look, replace(look, theme="dark")) if worn.name in wanted]
    if not worn_here:
        return
    with showing(counter, view, look) as stand:
        OUT.mkdir(parents=True, exist_ok=True)
        for worn in worn_here:
            _wear(stand, view, worn)
            _save(picture_of(stand), OUT / f"{view.name}-{worn.name}.png")


@pytest.mark.parametrize("name", list(PAPERS))
def test_paper(counter: Counter, name: str) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES[: 1 if name in OWN_LANGUAGE else 2]:
        _save(PAPERS[name](counter, language), OUT / f"paper-{name}-{language}.png")


def _wear(stand: Stand, view: View, look: Look) -> None:
    if theme().name == look.theme:
        return
    theme().apply(look.theme, look.percent)
    if view.name == "settings-look":
        # The page says which theme is on: it is asked again once the other one is kept.
        stand.counter.services.save_preferences(Preferences(look.language, look.theme, look.percent))
        view.show(stand)


def _save(picture: QImage, target: Path) -> None:
    raw = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (raw.width(), raw.height())
    image = Image.frombuffer("RGB", size, bytes(raw.constBits()), "raw", "RGB", raw.bytesPerLine(), 1)
    _flat(image).save(target, "PNG", optimize=True)


def _flat(image: Image.Image) -> Image.Image:
    """Keep the most frequent colours that differ: a quarter of the size, and every surface in its own colour."""
    kept: list[tuple[int, ...]] = []
    for _count, colour in sorted(image.getcolors(image.width * image.height) or [], reverse=True):
        if isinstance(colour, tuple) and all(_apart(colour, other) >= LEAST_APART for other in kept):
            kept.append(colour)
        if len(kept) == COLOURS:
            break
    table = [channel for colour in kept for channel in colour]
    palette = Image.new("P", (1, 1))
    palette.putpalette(table + table[:3] * (256 - len(kept)))
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))
