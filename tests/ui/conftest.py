"""What all tests with a screen share: patience for a computer that does other work beside them."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

PATIENCE_MS = 20_000
"""pytest-qt gives up after five seconds, which two busy cores can need for a page of forty questions."""

for wait in (QtBot.waitUntil, QtBot.waitSignal):
    wait.__kwdefaults__ = {**(wait.__kwdefaults__ or {}), "timeout": PATIENCE_MS}
