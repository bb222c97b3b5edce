"""Notices from the police to the merchants."""

from typing import Any

from station.application import auditing
from station.application.context import Station
from station.application.create_merchant import TRADES
from station.application.desk_access import Actor
from station.application.desk_form import DeskForm
from station.application.desk_items import when
from station.application.feed import emit
from station.application.ports import Unit
from station.application.records import Bulletin
from station.application.rewards_view import officer_names


def bulletins(station: Station) -> dict[str, Any]:
    """Return the latest notices with the number of terminals that showed each."""

    def job(unit: Unit) -> list[dict[str, Any]]:
        names = officer_names(unit)
        return [_view(unit, one, names) for one in unit.bulletins.find(order=["-issued_at"], limit=100)]

    return {"bulletins": station.store.read(job)}


def publish(station: Station, actor: Actor, body: dict[str, Any]) -> dict[str, Any]:
    """Send a notice to the terminals of a trade, or to all; `area` is words for people, not a filter."""
    actor.require("duty", "admin")
    form = DeskForm(body)
    title = form.text("title", "标题", most=60)
    text = form.text("text", "内容", most=1000)
    trade = form.choice("trade", "行业", TRADES) if form.get("trade") else None
    area = form.text("area", "区域", most=60, default="") or None
    form.done()

    def job(unit: Unit) -> dict[str, Any]:
        now = station.clock.now()
        bulletin_id = station.ids.new("bul")
        data = {
            "bulletin_id": bulletin_id,
            "title": title,
            "text": text,
            "trade": trade,
            "area": area,
            "issued_at": when(now),
        }
        seq = emit(unit, "bulletin", data, at=now, trade=trade)
        bulletin = Bulletin(bulletin_id, title, text, now, actor.officer_id, trade, area, seq)
        unit.bulletins.add(bulletin)
        auditing.record(unit, at=now, actor=actor.label, action="bulletin.publish", subject=f"bulletin:{bulletin_id}")
        return _view(unit, bulletin, officer_names(unit))

    return station.store.write(job)


def _view(unit: Unit, one: Bulletin, names: dict[str, str]) -> dict[str, Any]:
    return {
        "bulletin_id": one.bulletin_id,
        "title": one.title,
        "text": one.text,
        "trade": one.trade,
        "area": one.area,
        "issued_at": when(one.issued_at),
        "officer": names.get(one.officer_id, one.officer_id),
        "shown": unit.feed_receipts.count(seq=one.seq),
    }
