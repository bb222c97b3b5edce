"""Pillow, loaded when the first photo is added: the app starts without it."""

from __future__ import annotations

from desktop.application.photo_ports import CleanPhoto


class LatePictures:
    """A `PhotoCleaner` that loads its tools when first used."""

    def clean(self, data: bytes) -> CleanPhoto:
        """See `Pictures`."""
        from desktop.adapters.attachments.pictures import Pictures

        return Pictures().clean(data)
