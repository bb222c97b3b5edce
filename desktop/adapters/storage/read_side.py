"""Queries for screens, each over one snapshot that takes no write lock."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Connection, Engine, func, select

from desktop.adapters.storage.alert_repository import AlertRepository
from desktop.adapters.storage.attachment_repository import AttachmentRepository
from desktop.adapters.storage.draft_repository import DraftRepository
from desktop.adapters.storage.engine import READING
from desktop.adapters.storage.failures import storage_failures
from desktop.adapters.storage.outbox_repository import OutboxRepository, to_send
from desktop.adapters.storage.police_repositories import FeedRepository, to_instruction
from desktop.adapters.storage.read_live_line import instruction_view, read_live_line
from desktop.adapters.storage.read_records import read_after, read_open, read_page
from desktop.adapters.storage.read_rewards import read_rewards
from desktop.adapters.storage.shop_repository import ShopRepository
from desktop.adapters.storage.tables import bulletins, cases, instructions, outbox
from desktop.adapters.storage.training_repository import TrainingRepository
from desktop.application.read_models import (
    InstructionView,
    LiveLine,
    OutboxStatus,
    RecordFilter,
    RecordPage,
    RecordRow,
    RewardsPage,
)
from desktop.domain.alert.alert import Alert
from desktop.domain.alert.attachment import Attachment
from desktop.domain.alert.bundle import Bundle
from desktop.domain.alert.draft import Closing, Draft
from desktop.domain.case.case import CONCLUDED
from desktop.domain.case.feed import Bulletin
from desktop.domain.delivery.connectivity import Connectivity
from desktop.domain.member.member import Member
from desktop.domain.member.shop import Shop
from desktop.domain.training.record import Attempt


class SqlReadSide:
    """The read side of one profile."""

    def __init__(self, engine: Engine, connectivity: Connectivity) -> None:
        self._engine = engine
        self._connectivity = connectivity

    def shop(self) -> Shop | None:
        """Return the enrolled shop."""
        with self._snapshot() as connection:
            return ShopRepository(connection).shop()

    def members(self) -> tuple[Member, ...]:
        """Return every member in the station's order."""
        with self._snapshot() as connection:
            return ShopRepository(connection).all()

    def draft(self, draft_id: str) -> Draft:
        """Return one draft, open or discarded; NotFound."""
        with self._snapshot() as connection:
            return DraftRepository(connection, _nobody).get(draft_id)

    def drafts(self) -> tuple[Draft, ...]:
        """Return open drafts, the one saved last first."""
        with self._snapshot() as connection:
            return DraftRepository(connection, _nobody).open()

    def checklist_text(self, setting: str, version: int) -> str | None:
        """Return a kept checklist version."""
        with self._snapshot() as connection:
            return DraftRepository(connection, _nobody).checklist_text(setting, version)

    def outbox(self) -> OutboxStatus:
        """Return what waits, whether the station answered last time, and whether it holds this terminal."""
        with self._snapshot() as connection:
            letters = OutboxRepository(connection, _nobody)
            waiting, refused = letters.undelivered()
            oldest = connection.execute(select(func.min(outbox.c.queued_at)).where(to_send())).scalar()
            held, odd, lines = letters.held(), letters.odd_receipts(), letters.undelivered_lines()
        contact = self._connectivity.contact
        return OutboxStatus(waiting, refused, oldest, contact.online, contact.last_contact_at, held, odd, lines)

    def alert(self, alert_id: str) -> Alert:
        """Return one submitted alert with its body; NotFound."""
        with self._snapshot() as connection:
            return AlertRepository(connection, _nobody).get(alert_id)

    def live_line(self, alert_id: str) -> LiveLine:
        """Return everything of one alert; NotFound."""
        with self._snapshot() as connection:
            return read_live_line(connection, alert_id)

    def records(self, wanted: RecordFilter, offset: int, limit: int, month_start: datetime) -> RecordPage:
        """Return one page of the records, the newest first."""
        with self._snapshot() as connection:
            return read_page(connection, wanted, offset, limit, month_start)

    def records_after(self, wanted: RecordFilter, after: str | None, limit: int) -> tuple[RecordRow, ...]:
        """Return the records that follow one of them, the newest first; from the beginning for None."""
        with self._snapshot() as connection:
            return read_after(connection, wanted, after, limit)

    def open_alerts(self, limit: int) -> tuple[RecordRow, ...]:
        """Return alerts that wait or whose case is open, the newest first."""
        with self._snapshot() as connection:
            return read_open(connection, limit)

    def latest_instruction(self) -> tuple[InstructionView, str] | None:
        """Return the newest instruction still wanted, with the id of its alert: none of a case with a conclusion."""
        with self._snapshot() as connection:
            concluded = select(cases.c.alert_id).where(cases.c.state.in_(CONCLUDED))
            statement = select(instructions).where(instructions.c.alert_id.not_in(concluded))
            statement = statement.order_by(instructions.c.at.desc()).limit(1)
            row = connection.execute(statement).mappings().first()
            return None if row is None else (instruction_view(to_instruction(dict(row))), str(row["alert_id"]))

    def unread_bulletins(self) -> int:
        """Return how many bulletins nobody has read here."""
        with self._snapshot() as connection:
            statement = select(func.count()).select_from(bulletins).where(bulletins.c.read_at.is_(None))
            return int(connection.execute(statement).scalar_one())

    def bulletins(self) -> tuple[Bulletin, ...]:
        """Return every bulletin, the newest first."""
        with self._snapshot() as connection:
            statement = select(bulletins).order_by(bulletins.c.issued_at.desc(), bulletins.c.seq.desc())
            return tuple(Bulletin(**row) for row in connection.execute(statement).mappings())

    def rewards(self, member_id: str, first_month: datetime) -> RewardsPage:
        """Return one member's rewards."""
        with self._snapshot() as connection:
            return read_rewards(connection, member_id, first_month)

    def attempts(self, member_id: str) -> tuple[Attempt, ...]:
        """Return one member's answered drills, oldest first."""
        with self._snapshot() as connection:
            return TrainingRepository(connection).of(member_id)

    def closing(self, alert_id: str) -> Closing | None:
        """Return how a draft ended without an alert, None when it did not."""
        with self._snapshot() as connection:
            return DraftRepository(connection, _nobody).closing(alert_id)

    def bundle(self) -> Bundle | None:
        """Return the checklists the station published last."""
        with self._snapshot() as connection:
            return FeedRepository(connection).bundle()

    def photos(self, alert_id: str) -> tuple[Attachment, ...]:
        """Return the photos of an alert or of the draft that will be it."""
        with self._snapshot() as connection:
            return AttachmentRepository(connection).of(alert_id)

    @contextlib.contextmanager
    def _snapshot(self) -> Iterator[Connection]:
        with storage_failures(), self._engine.connect().execution_options(**{READING: True}) as connection:
            yield connection


def _nobody(_alert_id: str) -> None:
    """A snapshot changes nothing, so nobody needs to hear of it."""
