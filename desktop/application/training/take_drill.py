"""Take one drill: see the scene, answer it, and hear why."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import NotFound
from desktop.application.ports import Begin, Checklists, Clock, Lessons
from desktop.application.session import Session
from desktop.application.training_models import DrillResult, DrillView
from desktop.domain.training.drill import Drill
from desktop.domain.training.record import Attempt

MOST_REASONS = 4


class OpenDrill:
    """Return a drill's scene and what one might say; nothing that gives the answer away."""

    def __init__(self, *, lessons: Lessons) -> None:
        self._lessons = lessons

    def __call__(self, drill_id: str) -> DrillView:
        """Read it. Raises NotFound."""
        drill = _find(self._lessons, drill_id)
        return DrillView(
            drill_id=drill.id,
            setting=drill.setting,
            title=drill.title,
            scene=drill.scene,
            sayings=tuple(saying.text for saying in drill.sayings),
        )


class AnswerDrill:
    """Judge an answer by the checklist itself and keep it in the member's own record."""

    def __init__(self, *, lessons: Lessons, checklists: Checklists, begin: Begin, clock: Clock) -> None:
        self._lessons = lessons
        self._checklists = checklists
        self._begin = begin
        self._clock = clock

    def __call__(self, drill_id: str, session: Session | None, level: str, saying: int) -> Outcome[DrillResult]:
        """Judge and keep. Raises NotFound for a drill or a saying there is not, and StorageFailed."""
        drill = _find(self._lessons, drill_id)
        if not 0 <= saying < len(drill.sayings):
            raise NotFound("saying")
        result = self._judge(drill, level, saying, kept=session is not None)
        if session is None:
            return Outcome(result)
        attempt = Attempt(
            member_id=session.member_id,
            drill_id=drill.id,
            level=level,
            saying=saying,
            level_right=result.level_right,
            saying_right=result.saying_right,
            at=self._clock.now(),
        )
        with self._begin() as work:
            work.training.add(attempt)
            work.commit()
        return Outcome(result, changed(Kind.TRAINING))

    def _judge(self, drill: Drill, level: str, saying: int, *, kept: bool) -> DrillResult:
        definition = self._checklists.current(drill.setting)
        found = drill.judged_by(definition)
        return DrillResult(
            drill_id=drill.id,
            chosen_level=level,
            level=found.level.value,
            chosen_saying=saying,
            good_sayings=tuple(index for index, item in enumerate(drill.sayings) if item.good),
            whys=tuple(item.why for item in drill.sayings),
            reasons=tuple((reason.points, reason.text) for reason in found.reasons[:MOST_REASONS]),
            names=tuple(definition.scam_types[scam].name for scam in found.scam_types[:2]),
            action=definition.guidance.level_actions[found.level],
            never=definition.guidance.level_never[found.level],
            lesson=drill.lesson,
            kept=kept,
        )


def _find(lessons: Lessons, drill_id: str) -> Drill:
    for drill in lessons.drills():
        if drill.id == drill_id:
            return drill
    raise NotFound("drill")
