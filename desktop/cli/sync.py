"""`counterwatch sync` and `status`: send what is due, read the news, say how things stand."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from desktop.application.errors import CounterwatchError
from desktop.application.read_models import OutboxStatus, RecordFilter
from desktop.cli.output import complain, complain_of, failures_said, home_option, json_option, say, settings_of
from desktop.domain.alert.alert import short_number
from desktop.domain.alert.times import CHINA

if TYPE_CHECKING:
    from desktop.application.services import Services
    from desktop.domain.alert.bundle import Bundle

SHORTEST_WAIT_S = 0.1
PAGE = 200


@dataclass(slots=True)
class _Done:
    sent: int = 0
    events: int = 0
    failure: CounterwatchError | None = None
    next_at: datetime | None = None


@click.command()
@click.option(
    "--wait", default=0.0, type=click.FloatRange(0, 86_400), metavar="S", help="最多等待的秒数。Seconds to keep trying."
)
@home_option
@json_option
@click.pass_context
def sync(context: click.Context, *, wait: float, home: str | None, as_json: bool) -> None:
    """发送到期的上报并收取消息。Send what is due and read the news.

    退出码 exit code: 0 全部送达 everything delivered, 1 还有未送达的 something is not delivered yet。
    """
    from desktop.bootstrap import opened

    with failures_said(), opened(settings_of(context, home)) as session:
        done = _exchange(session.services, timedelta(seconds=wait))
        status = session.services.outbox_status()
    facts = {
        "sent": done.sent,
        "events": done.events,
        "waiting": status.waiting,
        "refused": status.refused,
        "held": status.held,
    }
    say(as_json, facts, f"已送达 sent {done.sent}，收到 received {done.events}，未送达 waiting {status.waiting}")
    if done.failure is not None:
        complain_of(done.failure)
    if status.waiting or status.refused:
        _say_left(status, done)
    if status.waiting or status.refused or done.failure is not None:
        raise SystemExit(1)


@click.command()
@home_option
@json_option
@click.pass_context
def status(context: click.Context, *, home: str | None, as_json: bool) -> None:
    """显示登记情况、待发数量和各条上报。Show enrolment, what waits, and every alert."""
    from desktop.bootstrap import opened

    with failures_said(), opened(settings_of(context, home)) as session:
        services = session.services
        shop, outbox = services.shop(), services.outbox_status()
        alerts, bundle = _alerts(services) if shop else [], services.upkeep.bundle()
    facts: dict[str, Any] = {
        "enrolled": shop is not None,
        "shop": None if shop is None else {"merchant_id": shop.merchant_id, "name": shop.name, "trade": shop.trade},
        "terminal_id": None if shop is None else shop.terminal_id,
        "revoked": shop is not None and shop.revoked,
        "station": None if shop is None else {"name": shop.station_name, "url": shop.station_url},
        "outbox": {
            "waiting": outbox.waiting,
            "refused": outbox.refused,
            "held": outbox.held,
            "odd_receipts": outbox.odd_receipts,
            "oldest_at": None if outbox.oldest_at is None else outbox.oldest_at.isoformat(),
        },
        "checklists": None if bundle is None else _checklists(bundle),
        "alerts": alerts,
    }
    name = f"{shop.name} · {shop.station_name}" if shop else "未登记 not enrolled"
    say(
        as_json,
        facts,
        name,
        f"未送达 waiting {outbox.waiting}，等人看 to look at {outbox.refused}",
        *map(_line, alerts),
    )


def _exchange(services: Services, wait: timedelta) -> _Done:
    done, until = _Done(), datetime.now(UTC) + wait
    if services.shop() is None:
        from desktop.application.errors import NotEnrolled

        raise NotEnrolled
    while True:
        report = services.deliver_due(limit=1000).value
        done.sent += report.sent
        done.next_at = report.next_at
        if report.next_at is None or report.next_at > until:
            break
        pause = (report.next_at - datetime.now(UTC)).total_seconds()
        if pause <= 0 and report.sent + report.refused + report.failed == 0:
            pause = SHORTEST_WAIT_S
        if datetime.now(UTC) >= until and pause > 0:
            break
        threading.Event().wait(max(pause, 0))
    try:
        done.events = services.pull_feed(0).value
        if services.outbox_status().waiting or done.events == 0:
            # The news may have been that the station was restored, and what it lost goes again at once.
            again = services.deliver_due(limit=1000).value
            done.sent += again.sent
            done.next_at = again.next_at
    except CounterwatchError as failure:
        done.failure = failure
    return done


def _say_left(status: OutboxStatus, done: _Done) -> None:
    # A hold is the last word the station had; what this run met instead has been said, and is newer.
    if status.held and done.failure is None:
        from desktop.ui.runtime.error_text import slug_words

        complain(slug_words(status.held, "zh").sentence, slug_words(status.held, "en").sentence)
    if status.waiting:
        later = "" if done.next_at is None else done.next_at.astimezone(CHINA).strftime("%H:%M:%S")
        complain(
            f"还有 {status.waiting} 条没有送达，已保存在本机："
            + (f"{later} 起可以再送，" if later else "")
            + "请检查网络后再运行 sync（可加 --wait）；情况紧急请拨 110。",
            f"{status.waiting} not delivered yet, kept on this PC: "
            + (f"due again at {later}; " if later else "")
            + "check the network and run sync again (perhaps with --wait); if urgent call 110.",
        )
    if status.refused:
        complain(
            f"有 {status.refused} 条值班台没有收下，要请人看一看：打开窗口，在「记录」里能看到原因和下一步。内容都还在本机。",
            f"{status.refused} not taken by the duty desk, for a person to look at: open the window, the records say why and what to do. "
            "Everything is still on this PC.",
        )


def _line(one: dict[str, Any]) -> str:
    """One alert for a person: the number people read to each other, when, how it fares; --json has the codes and whole ids."""
    at = datetime.fromisoformat(one["created_at"]).astimezone(CHINA)
    zh, en = _FARES.get(one["delivery"], (one["delivery"], ""))
    case = f"  {one['case_state']}" if one["case_state"] and one["delivery"] == "delivered" else ""
    return f"{short_number(one['alert_id'])}  {at:%m-%d %H:%M}  {zh} {en}{case}"


_FARES = {
    "queued": ("等待发送", "waiting to be sent"),
    "sending": ("正在发送", "being sent"),
    "delivered": ("已送达", "delivered"),
    "refused": ("等人看一看", "for a person to look at"),
    "local": ("只在本机", "on this PC only"),
}


def _checklists(bundle: Bundle) -> dict[str, Any]:
    """The published checklists: expired ones still work, and `refused` is why a later one was not taken."""
    return {
        "version": bundle.version,
        "expires_at": bundle.expires_at.isoformat(),
        "expired": bundle.expires_at <= datetime.now(UTC),
        "refused": bundle.refused or None,
    }


def _alerts(services: Services) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    while True:
        page = services.records(RecordFilter(), len(rows), PAGE)
        rows += [
            {
                "alert_id": row.alert_id,
                "setting": row.setting,
                "level": row.level,
                "created_at": row.created_at.isoformat(),
                "delivery": row.delivery,
                "case_state": row.case_state,
                "refused_code": row.refused_code,
            }
            for row in page.rows
        ]
        if not page.rows or len(rows) >= page.total:
            return rows
