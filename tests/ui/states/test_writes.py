"""Every command a page can start, failing in every way: said, nothing typed is lost, nothing says it is done, and the next try does it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from tests.ui.gallery.stand import Look, standing
from tests.ui.live_line.counter import Counter
from tests.ui.states.faults import READINGS
from tests.ui.states.writes_at_work import AT_WORK
from tests.ui.states.writes_before import BEFORE
from tests.ui.states.writes_beside import BESIDE, IN_THE_REGISTER
from tests.ui.states.writes_live import ON_THE_LIVE_LINE
from tests.ui.states.writes_settings import SETTINGS
from tests.ui.states.writing import Writing, try_out

PLACES: dict[str, tuple[Writing, ...]] = {
    "at work": AT_WORK,
    "live line": ON_THE_LIVE_LINE,
    "beside": BESIDE,
    "register": IN_THE_REGISTER,
    "settings": SETTINGS,
    "before": BEFORE,
}

LOOKED_UP = {
    "shop": "at hand in memory and never a reason for a page to wait",
    "members": "the same",
    "open_drafts": "no page: the home page reads the overview",
    "checklist": "from the program's own files",
    "checklists_of_shop": "the same",
    "outbox_status": "at hand in memory",
    "preferences": "a file whose loss gives what was shipped",
    "photos.of": "the card says it",
    "photos.read": "the tile keeps its icon",
    "upkeep.bundle": "the footer says less",
    "courier.scan": "a word at the edge",
    "courier.seen": "the same",
    "courier.acceptance": "only on paper",
    "courier.carriers": "from the program's own files",
    "courier.densities": "the same",
    "gold_price.today": "nothing is compared",
    "register.earlier": "beside the line it was typed into",
    "care.network.settings": "the section says it",
    "care.joining.under_way": "read with the shop's facts",
    "care.parts": "the section says it",
}
"""Readings beside those of `faults.READINGS`, and why they are not among them."""
BEHIND = {
    "pull_feed": "the rail says that there is no contact",
    "wipe_discarded": "tried again at the next sign-out",
    "mark_seen": "the receipt is the desk's comfort: the next look tries again",
    "upkeep.rotate_terminal_key": "before the next sending",
    "care.key_kept": "a word at the edge",
    "care.backups.when_due": "the plan says that the last one failed, and a word at the edge",
}
"""What no page starts, and where its failure is seen."""
ELSEWHERE = {
    "start_draft": "test_unsaved.py",
    "save_draft": "test_unsaved.py",
    "enrol": "the command line; the pages use care.joining.enrol",
    "draft_from_file": "the command line",
    "care.backups.make_in": "the command line",
    "photos.cameras": "test_camera.py: no use case, a camera; its sentences stand beside the button",
}
"""Tried in another file, or by no page."""


@pytest.mark.timeout(300)
@pytest.mark.parametrize("place", PLACES)
def test_what_fails_is_said_and_the_next_try_does_it(counter: Counter, place: str, tmp_path: Path) -> None:
    with standing(counter, Look()) as stand:
        if place != "before":
            stand.sign_in()
        for writing in PLACES[place]:
            real = counter.context.services
            try_out(stand, writing)
            counter.context.services = real
            context = stand.window.context
            assert context is not None
            context.services = real


def leaves(group: object, path: str = "") -> Iterator[str]:
    """Every use case by its path, `care.backups.make`."""
    for one in fields(group):  # type: ignore[arg-type] # every group of services is a dataclass
        inner, name = getattr(group, one.name), f"{path}{one.name}"
        if is_dataclass(inner):
            yield from leaves(inner, f"{name}.")
        else:
            yield name


def test_every_use_case_is_read_written_or_named_here(counter: Counter) -> None:
    tried = {writing.path for place in PLACES.values() for writing in place}
    read = {reading.path for reading in READINGS}
    known = set(leaves(counter.services))
    assert known - tried - read - set(LOOKED_UP) - set(BEHIND) - set(ELSEWHERE) == set()
    assert (tried | read | set(LOOKED_UP) | set(BEHIND) | set(ELSEWHERE)) - known == set()
    assert tried & (set(LOOKED_UP) | set(BEHIND) | set(ELSEWHERE)) == set()
