"""A clerk at a real window, drawn off screen in a forked child: every key and every word of the screen is told as it happens."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass, replace

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest

import desktop.bootstrap as bootstrap
import desktop.ui.runtime.typing_pause as typing_pause
from desktop.adapters.preference_file import PREFERENCES, PreferenceFile
from desktop.hosts import MainHost
from desktop.settings import Settings
from desktop.tour.clerk import Clerk
from desktop.tour.stage import Stage
from desktop.ui.pages.review.page import AlertReviewPage
from tests.faults.children import Child, Line, fork
from tests.faults.shim import Slot
from tests.faults.walks.busy_counter import PIN
from tests.faults.world import KEY, Plant, World

ANSWERS = {"g-mail-out": "yes", "g-weight-only": "yes"}
AMOUNTS = {"amount_cny": "17万", "weight_g": "150"}
CHOSEN = {"item_kind": "bar", "person_present": "yes", "value_status": "not_paid"}
FIELDS = {
    "subject_desc": "灰色外套",
    "handover_when": "不详",
    "handover_where": "不详",
    "handover_how": "不详",
    "handover_to_whom": "不详",
    "contact_phone": "13800138000",
}
TYPING_S = 3.2
KEY_S = 0.04
"""Twenty-five keys a second, faster than any clerk, and never a pause in which a save could wait for one."""


@dataclass
class Told:
    """What the window's child says: `kind` typed, saved or submitted; `at` is the monotonic clock, shared by all processes."""

    kind: str
    at: float
    value: str


def start_clerk(world: World, slot: Slot, member_id: str, *, submit: bool, plant: Plant | None = None) -> Child:
    """Fork a window whose clerk answers, types for three seconds, and perhaps sends; it says `open` when it begins."""

    def work(line: Line) -> None:
        logging.disable(logging.CRITICAL)
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        if plant:
            plant(world)
        # The campaigns are about disks, not about passphrases: the profile's key is known.
        vars(bootstrap)["open_key"] = lambda *_places, **_choices: KEY
        store = PreferenceFile(world.profile / PREFERENCES)
        store.save(replace(store.load(), guide_done=True))
        stage = Stage(MainHost(Settings(world.profile)))
        stage.open()
        stage.sign_in(member_id, PIN)
        slot.choose()
        line.say("open")
        line.hear()
        _report(stage, line, submit=submit)
        line.say({"kind": "done", "at": time.monotonic(), "value": ""})
        line.hear()

    return fork(work)


def _report(stage: Stage, line: Line, *, submit: bool) -> None:
    clerk = Clerk(stage)
    page = clerk.begin("gold_shop")
    page.model.save_changed.connect(lambda: _tell(line, "screen", page.model.saved))
    clerk.answer(page, ANSWERS)
    _tell(line, "answered", ",".join(sorted(f"{key}={value.value}" for key, value in page.model.answers.items())))
    clerk.state_facts(page, AMOUNTS, CHOSEN)
    review = clerk.review(page, FIELDS)
    _type(stage, review, line)
    if submit:
        review.view_model.submitted.connect(lambda alert_id: _tell(line, "submitted", alert_id))
        clerk.send(review)


def _type(stage: Stage, review: AlertReviewPage, line: Line) -> None:
    """Type a narrative of numbers, so that what is kept of it says how far it came."""
    review.rows["narrative"].take_focus()
    field, written, until = stage.focused(), "", time.monotonic() + TYPING_S
    number = 0
    while time.monotonic() < until:
        number += 1
        for key in f"{number} ":
            next_key = time.monotonic() + KEY_S
            QTest.keyClick(field, Qt.Key(ord(key)))
            written += key
            _tell(line, "typed", written)
            while time.monotonic() < next_key:
                stage.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def _tell(line: Line, kind: str, value: str) -> None:
    line.say({"kind": kind, "at": time.monotonic(), "value": value})


def saved_only_at_a_pause(_world: World) -> None:
    """What is typed waits for the clerk to stop typing, however long that takes."""
    vars(typing_pause)["LONGEST_MS"] = 3_600_000
