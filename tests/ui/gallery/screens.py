"""Screenshots of every view: run by `tools/screens.py`, not part of the suite."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from desktop.ui.runtime.theme import theme
from tests.ui.gallery.stand import Look, picture_of
from tests.ui.gallery.views import VIEWS, View, showing
from tests.ui.live_line.counter import Counter

LANGUAGES: tuple[Literal["zh", "en"], ...] = ("zh", "en")
OUT = Path(os.environ.get("SCREENS_OUT", "screens"))
WANTED = os.environ.get("SCREENS_LOOKS", "light-zh-100").split(",")
LOOKS = [
    Look("light", language, percent)
    for language in LANGUAGES
    for percent in (100, 150)
    if any(one.endswith(f"{language}-{percent}") for one in WANTED)
]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_screen(counter: Counter, view: View, look: Look) -> None:
    with showing(counter, view, look) as stand:
        OUT.mkdir(parents=True, exist_ok=True)
        for worn in (look, replace(look, theme="dark")):
            if worn.name not in WANTED:
                continue
            theme().apply(worn.theme, worn.percent)
            _save(picture_of(stand), OUT / f"{view.name}-{worn.name}.png")


def _save(picture: QImage, target: Path) -> None:
    # 256 colours without dither are enough for flat screens, and a quarter of the size.
    raw = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (raw.width(), raw.height())
    image = Image.frombuffer("RGB", size, bytes(raw.constBits()), "raw", "RGB", raw.bytesPerLine(), 1)
    image.quantize(48, dither=Image.Dither.NONE).save(target, "PNG", optimize=True)
