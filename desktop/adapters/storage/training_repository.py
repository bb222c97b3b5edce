"""The members' answered drills."""

from __future__ import annotations

from sqlalchemy import Connection, select

from desktop.adapters.storage.rows import add, values_of
from desktop.adapters.storage.tables import drill_attempts
from desktop.domain.training.record import Attempt


class TrainingRepository:
    """Attempts of one transaction or snapshot."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, attempt: Attempt) -> None:
        """Keep one attempt."""
        add(self._connection, drill_attempts, values_of(attempt))

    def of(self, member_id: str) -> tuple[Attempt, ...]:
        """Return one member's attempts, oldest first."""
        columns = [column for column in drill_attempts.c if column.name != "order"]
        statement = select(*columns).where(drill_attempts.c.member_id == member_id).order_by(drill_attempts.c.order)
        return tuple(Attempt(**row) for row in self._connection.execute(statement).mappings())
