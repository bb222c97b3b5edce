"""One write transaction over all repositories; rolled back unless committed."""

from __future__ import annotations

from sqlalchemy import Connection

from desktop.adapters.storage.alert_repository import AlertRepository
from desktop.adapters.storage.attachment_repository import AttachmentRepository
from desktop.adapters.storage.draft_repository import DraftRepository
from desktop.adapters.storage.marks import Marks
from desktop.adapters.storage.outbox_repository import OutboxRepository
from desktop.adapters.storage.parcels import note_parcel
from desktop.adapters.storage.police_repositories import CaseRepository, FeedRepository, RewardRepository
from desktop.adapters.storage.projection import refresh, refresh_delivery
from desktop.adapters.storage.shop_repository import ShopRepository
from desktop.adapters.storage.training_repository import TrainingRepository
from desktop.application.photo_ports import Attachments
from desktop.application.ports import Alerts, Cases, Drafts, Feed, Members, Outbox, Rewards, Training
from desktop.domain.delivery.outbox import OutboxEntry


class SqlUnitOfWork:
    """The repositories of one open transaction; made and ended by `Storage.begin`."""

    def __init__(self, connection: Connection, marks: Marks) -> None:
        self._connection = connection
        # A dict keeps the order of touching, so the records are numbered in the order of saving.
        self._touched: dict[str, None] = {}
        self._moved: dict[str, OutboxEntry] = {}
        self.drafts: Drafts = DraftRepository(
            connection, self._touch, lambda draft: note_parcel(connection, draft, marks)
        )
        self.alerts: Alerts = AlertRepository(connection, self._touch)
        self.outbox: Outbox = OutboxRepository(connection, self._touch, self._move)
        self.cases: Cases = CaseRepository(connection, self._touch)
        self.rewards: Rewards = RewardRepository(connection, self._touch)
        self.members: Members = ShopRepository(connection)
        self.feed: Feed = FeedRepository(connection)
        self.attachments: Attachments = AttachmentRepository(connection)
        self.training: Training = TrainingRepository(connection)

    def commit(self) -> None:
        """Bring the records up to date and make everything durable; the unit of work is over."""
        for alert_id in self._touched:
            refresh(self._connection, alert_id)
        for alert_id, letter in self._moved.items():
            if alert_id not in self._touched:
                refresh_delivery(self._connection, letter)
        self._connection.commit()

    def _touch(self, alert_id: str) -> None:
        self._touched[alert_id] = None

    def _move(self, letter: OutboxEntry) -> None:
        # The record shows how the alert itself fares; its supplements' letters change nothing in it.
        if letter.n == 0:
            self._moved[letter.alert_id] = letter
