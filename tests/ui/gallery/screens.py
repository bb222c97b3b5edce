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
COLOURS, FREQUENT = 256, 96
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
    """Keep 256 colours: the most frequent as they are, surfaces and shades of a gradient, then those that are like none of these.

    A third of the size; a sign in its own colour is small, and would go with the frequent ones alone.
    """
    found = sorted(image.getcolors(image.width * image.height) or [], reverse=True)
    colours = [(count, colour) for count, colour in found if isinstance(colour, tuple)]
    kept = [colour for _count, colour in colours[:FREQUENT]]
    others = {tuple(channel >> 4 for channel in colour): (count, colour) for count, colour in reversed(colours)}
    far = {colour: (min(_apart(colour, one) for one in kept), count) for count, colour in others.values()}
    while far and len(kept) < COLOURS:
        best = max(far, key=lambda colour: far[colour][0] * far[colour][1] ** 0.25)
        kept.append(best)
        far = {colour: (min(near, _apart(colour, best)), n) for colour, (near, n) in far.items() if colour != best}
    return _worn(image, kept, [colour for _count, colour in colours])


def _worn(image: Image.Image, kept: list[tuple[int, ...]], colours: list[tuple[int, ...]]) -> Image.Image:
    # Pillow looks a palette up in boxes of four shades, where white becomes what lies beside it: what is kept stays as it is.
    table = [channel for colour in kept for channel in colour]
    palette = Image.new("P", (1, 1))
    palette.putpalette(table + table[:3] * (256 - len(kept)))
    strip = Image.frombytes("RGB", (len(colours), 1), bytes(channel for colour in colours for channel in colour))
    near = strip.quantize(palette=palette, dither=Image.Dither.NONE).tobytes()
    index = dict(zip(colours, near, strict=True)) | {colour: at for at, colour in enumerate(kept)}
    raw = image.tobytes()
    pixels = zip(raw[::3], raw[1::3], raw[2::3], strict=True)
    flat = Image.frombytes("P", image.size, bytes(index[pixel] for pixel in pixels))
    flat.putpalette(table)
    return flat


def _apart(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))
