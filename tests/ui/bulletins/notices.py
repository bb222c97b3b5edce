"""Notices the counter was sent, and the page that shows them."""

from __future__ import annotations

from datetime import timedelta

from desktop.application.changes import Kind
from desktop.domain.case.feed import Bulletin
from desktop.ui.pages.bulletins.page import BulletinsPage
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


class BulletinsScreen:
    """One shown page."""

    def __init__(self, counter: Counter, **args: object) -> None:
        self.counter = counter
        self.page = BulletinsPage(counter.context)
        counter.show(self.page, **args)

    def titles(self) -> list[str]:
        """Return the titles in the list, from the top."""
        return [button.heading.text() for button in self.page.buttons.values()]

    def stay(self) -> None:
        """Two seconds pass with the page before a person."""
        for _second in range(2):
            self.page.on_tick()
        self.counter.settle()

    def unread(self) -> set[str]:
        """Return the ids marked as new."""
        return {row.bulletin_id for row in self.counter.services.bulletins.shelf().rows if row.read_at is None}
