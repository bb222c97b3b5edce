"""Which page shows which route; a page's file is loaded when the page is first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.ui.pages.base import Page

_AT_WORK = ("counter", "checklist", "review", "live", "records", "kept", "register", "scanned", "channels")
_BESIDE = ("bulletins", "learn", "drill", "card", "rewards", "award", "guide", "settings")


class Pages(Mapping[str, "type[Page]"]):
    """Route -> the page's class."""

    def __getitem__(self, route: str) -> type[Page]:
        """Return a route's page; KeyError for a route nobody knows."""
        return _at_work(route) if route in _AT_WORK else _beside(route)

    def __iter__(self) -> Iterator[str]:
        """Go through the routes."""
        return iter((*_AT_WORK, *_BESIDE))

    def __len__(self) -> int:
        """Count the routes."""
        return len(_AT_WORK) + len(_BESIDE)

    def __contains__(self, route: object) -> bool:
        """Whether there is such a route; nothing is loaded to know it."""
        return route in _AT_WORK or route in _BESIDE


PAGES = Pages()


def _at_work(route: str) -> type[Page]:
    match route:
        case "counter":
            from desktop.ui.pages.counter.page import CounterPage

            return CounterPage
        case "checklist":
            from desktop.ui.pages.checklist.page import ChecklistPage

            return ChecklistPage
        case "review":
            from desktop.ui.pages.review.page import AlertReviewPage

            return AlertReviewPage
        case "live":
            from desktop.ui.pages.live_line.page import LiveLinePage

            return LiveLinePage
        case "records":
            from desktop.ui.pages.records.page import RecordsPage

            return RecordsPage
        case "kept":
            from desktop.ui.pages.records.kept import KeptPage

            return KeptPage
        case "register":
            from desktop.ui.pages.register.page import RegisterPage

            return RegisterPage
        case "scanned":
            from desktop.ui.pages.courier.scanned import ScannedPage

            return ScannedPage
        case _:
            from desktop.ui.pages.courier.channels import ChannelsPage

            return ChannelsPage


def _beside(route: str) -> type[Page]:
    match route:
        case "bulletins":
            from desktop.ui.pages.bulletins.page import BulletinsPage

            return BulletinsPage
        case "learn":
            from desktop.ui.pages.learn.page import LearnPage

            return LearnPage
        case "drill":
            from desktop.ui.pages.learn.drill import DrillPage

            return DrillPage
        case "card":
            from desktop.ui.pages.customer_card.page import CustomerCardPage

            return CustomerCardPage
        case "rewards":
            from desktop.ui.pages.rewards.page import RewardsScreen

            return RewardsScreen
        case "award":
            from desktop.ui.pages.rewards.award import AwardPage

            return AwardPage
        case "guide":
            from desktop.ui.pages.guide.page import GuidePage

            return GuidePage
        case "settings":
            from desktop.ui.pages.settings.page import PreferencesPage

            return PreferencesPage
        case _:
            raise KeyError(route)
