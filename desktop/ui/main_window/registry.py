"""Which page shows which route; loaded after the first paint."""

from __future__ import annotations

from desktop.ui.pages.alert_review import AlertReviewPage
from desktop.ui.pages.award import AwardPage
from desktop.ui.pages.base import Page
from desktop.ui.pages.checklist import ChecklistPage
from desktop.ui.pages.counter import CounterPage
from desktop.ui.pages.customer_card import CustomerCardPage
from desktop.ui.pages.learn import LearnPage
from desktop.ui.pages.learn_drill import DrillPage
from desktop.ui.pages.live_line import LiveLinePage
from desktop.ui.pages.preferences import PreferencesPage
from desktop.ui.pages.records import RecordsPage
from desktop.ui.pages.register import RegisterPage
from desktop.ui.pages.rewards import RewardsScreen

PAGES: dict[str, type[Page]] = {
    page.route: page
    for page in (
        CounterPage,
        ChecklistPage,
        AlertReviewPage,
        LiveLinePage,
        RecordsPage,
        LearnPage,
        DrillPage,
        CustomerCardPage,
        RewardsScreen,
        AwardPage,
        RegisterPage,
        PreferencesPage,
    )
}
