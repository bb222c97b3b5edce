"""The three duties at acceptance and how an acceptance ends (DOMAIN 2.1, 2.2); kept on this PC with the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Duty = Literal["real_name", "inspection", "scan"]
DutyOutcome = Literal["done", "refused", "impossible"]
Acceptance = Literal["accepted", "completed", "refused", "held", "returned"]
DUTIES: Final[tuple[Duty, ...]] = ("real_name", "inspection", "scan")
"""实名收寄, 收寄验视, 过机安检."""
DUTY_OUTCOMES: Final[tuple[DutyOutcome, ...]] = ("done", "refused", "impossible")
ACCEPTANCES: Final[tuple[Acceptance, ...]] = ("accepted", "completed", "refused", "held", "returned")
"""正常收寄, 请寄件人补充后收寄, 依法不予收寄, 已收寄待核（停止流转）, 已拦截退回."""
DUTY_KEY: Final = "local.duty."
ACCEPTANCE_KEY: Final = "local.acceptance"
Advice = Literal["", "must-refuse", "stop", "undone"]


@dataclass(frozen=True, slots=True)
class AcceptanceRecord:
    """What was done about each duty, and how the acceptance ended; empty where nobody said."""

    duties: Mapping[str, str]
    acceptance: str = ""

    @property
    def empty(self) -> bool:
        """Tell whether nothing was noted."""
        return not self.duties and not self.acceptance

    @property
    def advice(self) -> Advice:
        """Return what the law says about the duties as they stand.

        must-refuse: identity or inspection was refused, so the parcel must not be accepted (快递暂行条例, 邮政法 art. 25);
        stop: it was accepted all the same, so it stops moving; undone: accepted while a duty is open.
        """
        taken = self.acceptance in ("accepted", "completed")
        if any(self.duties.get(duty) == "refused" for duty in ("real_name", "inspection")):
            return "stop" if taken else "" if self.acceptance == "refused" else "must-refuse"
        if taken and any(self.duties.get(duty) != "done" for duty in DUTIES):
            return "undone"
        return ""


def acceptance_in(details: Mapping[str, str]) -> AcceptanceRecord:
    """Return what a draft's details say about the acceptance; unknown words are left out."""
    given = {duty: details.get(DUTY_KEY + duty, "") for duty in DUTIES}
    kept: dict[str, str] = {duty: how for duty, how in given.items() if how in DUTY_OUTCOMES}
    acceptance = details.get(ACCEPTANCE_KEY, "")
    return AcceptanceRecord(kept, acceptance if acceptance in ACCEPTANCES else "")
