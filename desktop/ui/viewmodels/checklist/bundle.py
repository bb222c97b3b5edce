"""What is to be said about the published checklists: nothing while they are in force, one quiet line when not."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from desktop.domain.alert.bundle import Bundle
from desktop.ui.viewmodels.records.format import local
from redflags import Text

_EXPIRED: Final = Text(
    "核对清单 {day} 已到期，仍可照常使用；请店长向值班台要新的。",
    "These checklists expired on {day} and still work; the manager should ask the duty desk for new ones.",
)
_REFUSED: Final = Text(
    "值班台发来的新清单没有通过检查，仍用原来的；请店长联系值班台。",
    "New checklists from the duty desk did not pass the check, the old ones stay in use; the manager should call the desk.",
)


def bundle_words(bundle: Bundle | None, now: datetime, lang: str) -> str:
    """Return the line, empty when there is nothing to say; expired ones are still good for reporting."""
    if bundle is None:
        return ""
    if bundle.expires_at <= now:
        return _EXPIRED.get(lang).format(day=f"{local(bundle.expires_at):%Y-%m-%d}")
    return _REFUSED.get(lang) if bundle.refused else ""
