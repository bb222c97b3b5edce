"""Answers lost on the way back: the same letter again is one letter, the same code again one terminal."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from desktop.application.errors import ForeignStation, StationUnreachable
from desktop.bootstrap import AppSession
from tests.e2e.headless.counterwatch import REPORT
from tests.integration.desktop_sending.conftest import Joined
from tests.integration.desktop_sending.real_station import CutLine, RealStation


def submit(session: AppSession) -> str:
    """Save one alert."""
    draft = session.services.draft_from_file(REPORT).value
    return session.services.submit_alert(draft.draft_id, None).value


def deliver_all(session: AppSession) -> None:
    """Send until nothing waits, as the window's timer does."""
    for _ in range(60):
        report = session.services.deliver_due(only_urgent=True).value
        if report.next_at is None:
            return
        threading.Event().wait(0.2)
    raise AssertionError("not delivered in time")


def test_an_alert_whose_answer_was_lost_is_one_alert(joined: Joined) -> None:
    alert_id = submit(joined.session)
    joined.line.cut = 2
    assert joined.session.services.deliver_due().value.sent == 0
    assert joined.session.services.outbox_status().waiting == 1
    deliver_all(joined.session)
    assert joined.session.services.live_line(alert_id).delivery == "delivered"
    assert [one["alert_id"] for one in joined.station.alerts()].count(alert_id) == 1


def test_an_enrolment_whose_answer_was_lost_is_one_terminal(
    fresh: AppSession, line: CutLine, station: RealStation
) -> None:
    code = station.new_code()
    line.cut = 1
    with pytest.raises(StationUnreachable):
        fresh.services.enrol(line.url, code, "一号柜台")
    assert fresh.services.shop() is None
    assert fresh.services.enrol(line.url, code, "一号柜台").value.name == "鑫福珠宝"


def test_an_activation_whose_answer_was_lost(joined: Joined) -> None:
    member = joined.station.shop["members"][1]
    activate = joined.session.services.activate_member
    joined.line.cut = 1
    with pytest.raises(StationUnreachable):
        activate(member["member_id"], member["activation_code"], "1111")
    session = activate(member["member_id"], member["activation_code"], "2222").value
    alert_id = submit(joined.session)
    joined.session.services.add_fact(alert_id, session, "对方说要寄快递")
    deliver_all(joined.session)
    assert joined.session.services.outbox_status().waiting == 0
    assert joined.session.services.outbox_status().refused == 0
    assert joined.session.services.sign_in(member["member_id"], "2222").value.member_id == member["member_id"]


def test_another_station_on_the_same_address_delivers_nothing(joined: Joined, tmp_path: Path) -> None:
    other = RealStation(tmp_path, port=joined.station.port)
    alert_id = submit(joined.session)
    joined.station.stop()
    try:
        other.start()
        report = joined.session.services.deliver_due().value
        assert report.sent == 0
        with pytest.raises(ForeignStation):
            joined.session.move_station(other.url)
        assert joined.session.services.live_line(alert_id).delivery == "queued"
        assert other.alerts() == []
    finally:
        other.stop()
        joined.station.start()


def test_abort_ends_a_long_poll_within_a_second(joined: Joined) -> None:
    joined.session.services.pull_feed(0)
    failed = threading.Event()

    def poll() -> None:
        try:
            joined.session.services.pull_feed(25)
        except StationUnreachable:
            failed.set()

    thread = threading.Thread(target=poll)
    thread.start()
    assert not failed.wait(0.5)
    joined.session.abort()
    thread.join(1)
    assert failed.is_set()
