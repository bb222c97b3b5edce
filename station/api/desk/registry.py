"""Merchants, members, enrolment codes, terminals."""

from typing import Any

from fastapi import APIRouter

from station.api.desk.deps import PREFIX, Body, Reader, StationDep, Writer
from station.application import desk_registry
from station.application.create_member import create_member
from station.application.create_merchant import TRADES, create_merchant
from station.application.desk_form import DeskForm
from station.application.enrolment_code import make_enrolment_code
from station.application.members import member_body, merchant_body
from station.domain.fingerprint import key_fingerprint

router = APIRouter(prefix=PREFIX)


@router.get("/merchants")
def show_merchants(station: StationDep, actor: Reader) -> dict[str, Any]:
    """Return every merchant."""
    return desk_registry.merchants(station, actor)


@router.post("/merchants", status_code=201)
def add_merchant(station: StationDep, actor: Writer, body: Body) -> dict[str, Any]:
    """Take in a merchant."""
    actor.require("admin")
    form = DeskForm(body)
    name = form.text("name", "名称", most=100)
    trade = form.choice("trade", "行业", TRADES)
    address = form.text("address", "地址", most=200)
    phone = form.text("phone", "电话", most=30, default="")
    form.done()
    made = create_merchant(station, name=name, trade=trade, address=address, phone=phone, actor=actor.label)
    return merchant_body(made)


@router.get("/members")
def show_members(station: StationDep, actor: Reader, merchant_id: str | None = None) -> dict[str, Any]:
    """Return the members of a merchant, or all."""
    return desk_registry.members(station, actor, merchant_id)


@router.post("/members", status_code=201)
def add_member(station: StationDep, actor: Writer, body: Body) -> dict[str, Any]:
    """Add a member; the activation code is shown this once."""
    actor.require("admin")
    form = DeskForm(body)
    merchant_id = form.text("merchant_id", "商户", most=40)
    name = form.text("name", "姓名", most=60)
    role = form.text("role", "岗位", most=40)
    form.done()
    member, code = create_member(station, merchant_id=merchant_id, name=name, role=role, actor=actor.label)
    return member_body(member) | {"merchant_id": merchant_id, "activation_code": code}


@router.post("/enrolment-codes", status_code=201)
def add_code(station: StationDep, actor: Writer, body: Body) -> dict[str, Any]:
    """Make a one-time enrolment code."""
    actor.require("admin")
    form = DeskForm(body)
    merchant_id = form.text("merchant_id", "商户", most=40)
    form.done()
    code, expires_at = make_enrolment_code(station, merchant_id=merchant_id, actor=actor.label)
    fingerprint = key_fingerprint(station.vault.jwks()["keys"])
    return {"code": code, "expires_at": expires_at.isoformat(), "fingerprint": fingerprint}


@router.get("/terminals")
def show_terminals(station: StationDep, actor: Reader) -> dict[str, Any]:
    """Return every enrolled computer."""
    return desk_registry.terminals(station, actor)


@router.post("/terminals/{terminal_id}/revoke")
def revoke(station: StationDep, actor: Writer, terminal_id: str, body: Body) -> dict[str, Any]:
    """Take a computer out of service."""
    return desk_registry.revoke_terminal(station, actor, terminal_id, body)
