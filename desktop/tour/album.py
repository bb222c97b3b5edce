"""The tour's pictures: numbered, named after the step, in the look of the moment."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget


class Album:
    """Saves pictures into `folder`, made if missing; a picture that cannot be written is an OSError."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.names: list[str] = []

    def take(self, widget: QWidget, name: str) -> Path:
        """Save what the widget shows now as NN-name.png."""
        file = self.folder / f"{len(self.names) + 1:02d}-{name}.png"
        if not widget.grab().save(str(file)):
            raise OSError(f"cannot write {file}")
        self.names.append(file.name)
        return file
