"""Which page shows which route; loaded after the first paint."""

from __future__ import annotations

from desktop.ui.pages.base import Page
from desktop.ui.pages.bulletins.page import BulletinsPage
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.pages.counter.page import CounterPage
from desktop.ui.pages.courier.channels import ChannelsPage
from desktop.ui.pages.courier.scanned import ScannedPage
from desktop.ui.pages.customer_card.page import CustomerCardPage
from desktop.ui.pages.guide.page import GuidePage
from desktop.ui.pages.learn.drill import DrillPage
from desktop.ui.pages.learn.page import LearnPage
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.pages.records.kept import KeptPage
from desktop.ui.pages.records.page import RecordsPage
from desktop.ui.pages.register.page import RegisterPage
from desktop.ui.pages.review.page import AlertReviewPage
from desktop.ui.pages.rewards.award import AwardPage
from desktop.ui.pages.rewards.page import RewardsScreen
from desktop.ui.pages.settings.page import PreferencesPage

PAGES: dict[str, type[Page]] = {
    page.route: page
    for page in (
        CounterPage,
        ChecklistPage,
        AlertReviewPage,
        LiveLinePage,
        RecordsPage,
        BulletinsPage,
        LearnPage,
        DrillPage,
        CustomerCardPage,
        RewardsScreen,
        AwardPage,
        RegisterPage,
        KeptPage,
        ScannedPage,
        ChannelsPage,
        GuidePage,
        PreferencesPage,
    )
}
