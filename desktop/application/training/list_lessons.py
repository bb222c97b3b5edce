"""Everything there is to learn from."""

from __future__ import annotations

from desktop.application.ports import Checklists, Lessons, ReadSide
from desktop.application.training_models import DrillRow, LessonShelf, WarningCard
from desktop.domain.alert.fields import ANY
from desktop.domain.member.shop import settings_of_trade

CARDS_FROM = "sighting"
"""Any checklist would do: all share the same patterns and cards."""


class ListLessons:
    """Return groups, stories, warning cards and drills; the cards' words are the checklists' own."""

    def __init__(self, *, lessons: Lessons, checklists: Checklists, reads: ReadSide) -> None:
        self._lessons = lessons
        self._checklists = checklists
        self._reads = reads

    def __call__(self) -> LessonShelf:
        """Read them."""
        groups = self._lessons.groups()
        shop = self._reads.shop()
        own = settings_of_trade(shop.merchant.trade) if shop is not None else ()
        order = {setting: place for place, setting in enumerate(dict.fromkeys((*own, *ANY)))}
        drills = sorted(self._lessons.drills(), key=lambda drill: order[drill.setting])
        return LessonShelf(
            groups=groups,
            stories=self._lessons.stories(),
            cards=tuple(
                WarningCard(
                    scam_type=scam.id,
                    name=scam.name,
                    person=scam.typical_person,
                    card=scam.card,
                    script=scam.script,
                    groups=tuple(group.id for group in groups if scam.id in group.scam_types),
                )
                for scam in self._checklists.current(CARDS_FROM).scam_types.values()
            ),
            drills=tuple(DrillRow(drill.id, drill.setting, drill.title) for drill in drills),
        )
