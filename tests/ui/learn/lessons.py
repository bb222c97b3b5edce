"""The lessons as shipped, read as the page reads them."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path

from desktop.adapters.checklist_files import ChecklistFiles
from desktop.adapters.lesson_files import LessonFiles
from desktop.adapters.storage.profile import open_storage
from desktop.application.training.list_lessons import ListLessons
from desktop.application.training_models import LessonShelf
from desktop.domain.delivery.connectivity import Connectivity
from tests.fakes.counter import CHECKLISTS
from tests.support import OPENING


def shelf() -> LessonShelf:
    """Everything there is to learn from, for a shop that is not enrolled."""
    with tempfile.TemporaryDirectory() as folder:
        storage = open_storage(Path(folder), secrets.token_bytes(32), now=OPENING)
        try:
            read = ListLessons(
                lessons=LessonFiles(CHECKLISTS.parent / "cases"),
                checklists=ChecklistFiles(CHECKLISTS),
                reads=storage.reads(Connectivity()),
            )
            return read()
        finally:
            storage.close()
