"""Other alerts that share a phone, an account, a waybill, a plate or a document with one (blind index)."""

from station.application.ports import Unit

_MOST = 50


def links_of(unit: Unit, alert_id: str) -> list[tuple[str, str]]:
    """Return (other alert id, kind of mark they share); each alert once, at most fifty a mark."""
    found: dict[str, str] = {}
    for mark in unit.blind_marks.find(alert_id=alert_id):
        for other in unit.blind_marks.find(kind=mark.kind, token=mark.token, limit=_MOST):
            if other.alert_id != alert_id:
                found.setdefault(other.alert_id, mark.kind)
    return list(found.items())
