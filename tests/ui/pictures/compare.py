"""How alike two pictures are: small, so that a font's rasteriser does not matter, but where a button is gone it shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter
from PySide6.QtGui import QFontInfo, QImage

from desktop.ui.runtime.theme import FAMILIES, theme

SMALL = (240, 156)
NOTICEABLE = 14
"""Difference of a channel (of 255) from which a pixel of the small picture counts as another one."""
MOST_SHARE, MOST_MEAN = 0.004, 0.8
LOOSER = 5
"""Where the pinned font is missing the words have other shapes: only the blocks of the page are compared."""


@dataclass(frozen=True)
class Difference:
    """Share of pixels that are noticeably others, and the mean difference of all channels."""

    share: float
    mean: float

    @property
    def same(self) -> bool:
        """Tell whether a person would call it the same screen."""
        looser = 1 if pinned_font() else LOOSER
        return self.share <= MOST_SHARE * looser and self.mean <= MOST_MEAN * looser


def pinned_font() -> bool:
    """Tell whether the font of the references (fonts-noto-cjk) is the one in use here."""
    return QFontInfo(theme().font()).family() == FAMILIES[0]


def small(picture: QImage) -> Image.Image:
    """Return a picture as references are kept: a fifth of the size, slightly soft."""
    raw = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (raw.width(), raw.height())
    image = Image.frombuffer("RGB", size, bytes(raw.constBits()), "raw", "RGB", raw.bytesPerLine(), 1)
    return image.resize(SMALL, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(0.6))


def difference(one: Image.Image, other: Image.Image) -> Difference:
    """Return how far two small pictures are apart."""
    apart = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    total = SMALL[0] * SMALL[1]
    channels = [band.histogram() for band in apart.split()]
    mean = sum(value * count for histogram in channels for value, count in enumerate(histogram)) / (3 * total)
    worst = ImageChops.lighter(ImageChops.lighter(*apart.split()[:2]), apart.split()[2]).histogram()
    return Difference(sum(worst[NOTICEABLE:]) / total, mean)


def keep(picture: Image.Image, target: Path) -> None:
    """Write a reference."""
    target.parent.mkdir(parents=True, exist_ok=True)
    picture.save(target, "PNG", optimize=True)
