"""Make a one-time code with which a merchant's computer enrols."""

from datetime import datetime

from station.application import auditing
from station.application.context import Station
from station.application.errors import Refused
from station.application.ports import Unit
from station.application.records import EnrolmentCode
from station.domain.codes import LIFE, PREFIX_LENGTH, shown_code


def make_enrolment_code(station: Station, *, merchant_id: str, actor: str = "cli") -> tuple[str, datetime]:
    """Return a fresh code as people read it and when it dies; raises Refused("unknown-merchant")."""

    def job(unit: Unit) -> tuple[str, datetime]:
        now = station.clock.now()
        if unit.merchants.get(merchant_id) is None:
            raise Refused("unknown-merchant")
        code = _fresh_code(station, unit)
        prefix = code[:PREFIX_LENGTH]
        unit.attempts.remove(scope=f"code-prefix:{prefix}")
        unit.enrolment_codes.add(
            EnrolmentCode(station.vault.blind("enrolment", code), prefix, merchant_id, now, now + LIFE)
        )
        auditing.record(unit, at=now, actor=actor, action="enrolment-code.create", subject=f"merchant:{merchant_id}")
        return shown_code(code), now + LIFE

    return station.store.write(job)


def _fresh_code(station: Station, unit: Unit) -> str:
    # Wrong tries are counted by prefix, so no two living codes may share one.
    while True:
        code = station.ids.code()
        alive = (("expires_at", ">", station.clock.now()),)
        if not unit.enrolment_codes.count(*alive, prefix=code[:PREFIX_LENGTH]):
            return code
