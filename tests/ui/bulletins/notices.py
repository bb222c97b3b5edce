"""Notices the counter was sent."""

from __future__ import annotations

from datetime import timedelta

from desktop.application.changes import Kind
from desktop.domain.case.feed import Bulletin
from tests.ui.live_line.counter import Counter

LONG = "近日有人以代购为名，让人到店里买整根金条。" * 30


def send(
    counter: Counter, name: str, title: str = "", *, trade: str = "gold", area: str = "", text: str = "内容"
) -> None:
    """The station sent one; it is a minute newer than the one before."""
    counter.revision += 1
    at = counter.clock.now() + timedelta(minutes=counter.revision)
    one = Bulletin(name, title or f"题目 {name}", text, trade, area, at, counter.revision)
    with counter.profile.storage.begin() as work:
        work.feed.put_bulletin(one)
        work.commit()
    counter.tell(Kind.BULLETINS)
