"""Bulletins, analysis, audit."""

from typing import Any

from fastapi import APIRouter

from station.api.desk.deps import PREFIX, Body, Reader, StationDep, Writer
from station.application import desk_analysis, desk_audit, desk_bulletins
from station.application.desk_form import DeskForm

router = APIRouter(prefix=PREFIX)


@router.get("/bulletins")
def show_bulletins(station: StationDep, _actor: Reader) -> dict[str, Any]:
    """Return the latest notices."""
    return desk_bulletins.bulletins(station)


@router.post("/bulletins", status_code=201)
def add_bulletin(station: StationDep, actor: Writer, body: Body) -> dict[str, Any]:
    """Publish a notice."""
    return desk_bulletins.publish(station, actor, body)


@router.get("/analysis")
def show_analysis(station: StationDep, _actor: Reader) -> dict[str, Any]:
    """Return the counts."""
    return desk_analysis.analysis(station)


@router.get("/audit")
def show_audit(station: StationDep, actor: Reader, before: str | None = None) -> dict[str, Any]:
    """Return a page of the audit trail."""
    form = DeskForm({})
    if before is not None and not (before.isascii() and before.isdigit() and len(before) <= 12):
        form.wrong("before", "number", "before is a whole number.", "before 应为整数。")
    form.done()
    return desk_audit.audit(station, actor, int(before) if before else None)
