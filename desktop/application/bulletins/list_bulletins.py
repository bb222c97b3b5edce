"""The notices this PC was sent."""

from __future__ import annotations

from desktop.application.bulletin_models import BulletinRow, BulletinShelf
from desktop.application.ports import ReadSide


class ListBulletins:
    """Return all of them; they are few enough to be looked through at once."""

    def __init__(self, *, reads: ReadSide) -> None:
        self._reads = reads

    def __call__(self) -> BulletinShelf:
        """Read them, the newest first."""
        return BulletinShelf(
            tuple(
                BulletinRow(one.bulletin_id, one.title, one.text, one.trade, one.area, one.issued_at, one.read_at)
                for one in self._reads.bulletins()
            )
        )
