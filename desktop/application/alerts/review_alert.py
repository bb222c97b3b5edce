"""What an alert would say, and what is still wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.application.errors import NotEnrolled
from desktop.application.ports import Clock, FindChecklist, ReadSide
from desktop.application.read_models import AlertReview, FieldProblem
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.fields import FIELDS
from desktop.domain.alert.judged import Choice, Judged
from desktop.domain.alert.validation import check
from redflags import Assessment

# The duty officer's order of need (DOMAIN 5.1).
_ORDER = (
    "person_present", "place", "place_detail", "left_at", "direction", "value_status", "value_location",
    "handover_when", "handover_where", "handover_how", "handover_to_whom", "waybill_no", "courier_code",
    "vehicle_plate", "vehicle_desc", "payee_account", "payee_name", "payee_bank", "contact_mode", "contact_phone",
    "narrative", "amount_cny", "weight_g", "item_kind", "purity", "danger_flags", "actions_taken", "cover_story",
    "subject_desc",
)  # fmt: skip


class ReviewAlert:
    """Judge and check a draft without changing anything."""

    def __init__(self, *, reads: ReadSide, clock: Clock, checklist: FindChecklist) -> None:
        self._reads = reads
        self._clock = clock
        self._checklist = checklist

    def __call__(self, draft_id: str) -> AlertReview:
        """Return the review; NotFound, NotEnrolled."""
        draft = self._reads.draft(draft_id)
        shop = self._reads.shop()
        if shop is None:
            raise NotEnrolled
        definition = self._checklist(draft.setting, draft.checklist_version)
        judged, problems = check(draft, definition, shop.merchant, Choice(), self._clock.now())
        if judged is None:
            return _review(draft, None, {}, problems)
        return _review(draft, judged.assessment, _fields(judged), problems)


def _fields(judged: Judged) -> Mapping[str, str]:
    context, tx = judged.facts.ctx, judged.facts.tx
    known: dict[str, object] = {
        "person_present": context.person_present,
        "value_status": context.value_status,
        "place": judged.merchant.address,
        "amount_cny": tx.amount_cny,
        "weight_g": tx.weight_g,
        "item_kind": tx.item_kind,
        "purity": tx.purity,
        **{key: judged.detail(key) or None for key in FIELDS if judged.detail(key)},
    }
    order = [*_ORDER, *(key for key in FIELDS if key not in _ORDER)]
    return {key: str(known[key]) for key in order if known.get(key) is not None}


def _review(
    draft: Draft, assessment: Assessment | None, fields: Mapping[str, str], problems: tuple[FieldProblem, ...]
) -> AlertReview:
    if assessment is None:
        return AlertReview(
            draft.draft_id, draft.alert_id, draft.setting, "none", "none", "victim", {}, (), (), True, fields, problems
        )
    return AlertReview(
        draft_id=draft.draft_id,
        alert_id=draft.alert_id,
        setting=draft.setting,
        level=assessment.level.value,
        computed_level=assessment.level.value,
        track=assessment.track.value,
        scores={track.value: score for track, score in assessment.scores.items()},
        reasons=tuple((item.id, item.points, item.text.zh, item.text.en) for item in assessment.reasons),
        scam_types=assessment.scam_types,
        insufficient=assessment.insufficient,
        fields=fields,
        problems=problems,
    )
