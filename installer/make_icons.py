"""Draw the program's icon in the forms the installers want: PNG files and one Windows .ico."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

SIZES = (16, 24, 32, 48, 64, 128, 256)


def render(svg: Path, size: int) -> Image.Image:
    """The icon at this size in pixels, with transparency."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return Image.open(BytesIO(bytes(buffer.data().data())), formats=["PNG"])


def main() -> int:
    """Write counterwatch-SIZE.png and counterwatch.ico into the folder named, or into build/."""
    here = Path(__file__).resolve().parent
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else here.parent / "build"
    out.mkdir(parents=True, exist_ok=True)
    images = [render(here / "counterwatch.svg", size) for size in SIZES]
    for size, image in zip(SIZES, images, strict=True):
        image.save(out / f"counterwatch-{size}.png")
    images[-1].save(out / "counterwatch.ico", sizes=[(size, size) for size in SIZES])
    return 0


if __name__ == "__main__":
    sys.exit(main())
