"""The signed-in member's training record."""

from __future__ import annotations

from desktop.application.ports import Clock, Lessons, ReadSide
from desktop.application.session import Session
from desktop.application.training_models import TrainingRecord
from desktop.domain.training.record import progress_of

LATEST = 8


class ReadTrainingRecord:
    """Return only this member's record."""

    def __init__(self, *, reads: ReadSide, lessons: Lessons, clock: Clock) -> None:
        self._reads = reads
        self._lessons = lessons
        self._clock = clock

    def __call__(self, session: Session) -> TrainingRecord:
        """Read it."""
        titles = {drill.id: drill.title for drill in self._lessons.drills()}
        attempts = self._reads.attempts(session.member_id)
        newest = [attempt for attempt in reversed(attempts) if attempt.drill_id in titles][:LATEST]
        return TrainingRecord(
            progress=progress_of(attempts, titles, self._clock.now()),
            offered=len(titles),
            latest=tuple((item.drill_id, titles[item.drill_id], item.right, item.at) for item in newest),
        )
