"""Photos, follow-ups, withdrawal and a station restored from its backup: the real counter against the real station."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

from desktop.application.errors import StationUnreachable
from desktop.bootstrap import AppSession
from tests.fakes.pictures import photo
from tests.integration.desktop_sending.conftest import Joined
from tests.integration.desktop_sending.test_lost_answers import submit


def send_all(session: AppSession) -> None:
    """Send letters and photos until nothing waits."""
    report = None
    for _ in range(100):
        report = session.services.deliver_due().value
        if report.next_at is None:
            return
        threading.Event().wait(0.1)
    raise AssertionError(f"not delivered in time: {report} {session.services.outbox_status()}")


def states(session: AppSession, alert_id: str) -> list[str]:
    """Where each photo of an alert is."""
    return [one.state for one in session.services.photos.of(alert_id)]


def deliveries(session: AppSession, alert_id: str) -> dict[str, str | None]:
    """What was written on this PC -> where it is."""
    line = session.services.live_line(alert_id)
    return {item.kind: item.delivery for item in line.timeline if item.who == "clerk"}


def test_photos_of_a_draft_and_of_an_alert_arrive_whole(joined: Joined) -> None:
    services = joined.session.services
    draft = services.start_draft("gold_shop", None).value
    services.save_draft(draft.draft_id, {}, {}, {"person_present": "yes", "value_status": "not_paid"}, FIELDS)
    services.photos.add(draft.alert_id, None, photo(1, (1600, 1200), noise=True))
    alert_id = services.submit_alert(draft.draft_id, None, urgent_by_clerk=True).value
    services.photos.add(alert_id, None, photo(2))
    assert states(joined.session, alert_id) == ["queued", "queued"]
    joined.line.cut = 2
    send_all(joined.session)
    assert states(joined.session, alert_id) == ["sent", "sent"]
    assert set(deliveries(joined.session, alert_id).values()) == {"delivered"}


def test_an_alarm_its_answers_and_its_withdrawal_are_all_taken(joined: Joined) -> None:
    services = joined.session.services
    draft = services.start_draft("gold_shop", None).value
    alert_id = services.silent_alarm(None, draft.draft_id).value
    services.save_draft(draft.draft_id, {"g-weight-only": "yes"}, {}, {"person_present": "yes"}, FIELDS)
    services.send_reply(alert_id, None, reply_code="left")
    services.amend.correct(alert_id, None, 1, "外套是蓝色的")
    services.amend.withdraw(alert_id, None, "家人到场，误会了")
    services.add_fact(alert_id, None, "人已经接走")
    send_all(joined.session)
    status = services.outbox_status()
    assert (status.waiting, status.refused) == (0, 0)
    assert set(deliveries(joined.session, alert_id)) == {"silent_alarm", "fact", "correction", "withdrawal"}
    assert set(deliveries(joined.session, alert_id).values()) == {"delivered"}


def test_a_station_restored_from_its_backup_gets_back_what_it_lost(joined: Joined, tmp_path: Path) -> None:
    services, station = joined.session.services, joined.station
    kept = submit(joined.session)
    services.photos.add(kept, None, photo(3))
    send_all(joined.session)
    services.pull_feed(0)
    station.command("backup", "--to", str(tmp_path / "backup.sqlite"))
    lost = submit(joined.session)
    services.add_fact(kept, None, "又来了一次")
    services.photos.add(lost, None, photo(4))
    send_all(joined.session)
    station.stop()
    station.command("restore", "--from", str(tmp_path / "backup.sqlite"), "--replace")
    station.start()
    assert lost not in {one["alert_id"] for one in station.alerts()}
    services.pull_feed(0)
    send_all(joined.session)
    services.pull_feed(0)
    assert {kept, lost} <= {one["alert_id"] for one in station.alerts()}
    assert states(joined.session, lost) == states(joined.session, kept) == ["sent"]
    for alert_id in (kept, lost):
        assert set(deliveries(joined.session, alert_id).values()) == {"delivered"}
    assert services.outbox_status().refused == 0


FIELDS = {"contact_mode": "in_app", "narrative": "只报克数不问价", "subject_desc": "男，灰外套"}


def test_keys_change_hands_and_nothing_waits(joined: Joined) -> None:
    services = joined.session.services
    send_all(joined.session)
    joined.line.cut = 1
    with contextlib.suppress(StationUnreachable):
        services.upkeep.rotate_terminal_key()
    alert_id = submit(joined.session)
    send_all(joined.session)
    assert services.live_line(alert_id).delivery == "delivered"
    joined.station.command("rotate-key")
    services.pull_feed(0)
    later = submit(joined.session)
    send_all(joined.session)
    assert services.live_line(later).delivery == "delivered"
    assert services.outbox_status().held is None
