"""The program's answers are what the contract says, call by call."""

from dataclasses import replace
from pathlib import Path

from station.adapters.contract import WireContract
from station.application.context import Limits
from station.application.create_member import create_member
from station.application.create_merchant import create_merchant
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import initialise, open_station
from station.settings import read_settings
from tests.fakes.alerts import gold_alert, supplement
from tests.fakes.terminal import Answer, FakeTerminal, Key, in_process
from tests.support import FixedClock


def test_every_terminal_call_answers_as_written(tmp_path: Path, clock: FixedClock) -> None:
    contract = WireContract()

    def fits(schema: str, answer: Answer, status: int) -> Answer:
        assert answer.status == status, answer.content
        assert contract.errors(schema, answer.json()) == []
        wanted = "application/problem+json" if schema == "problem" else "application/json"
        assert answer.headers["Content-Type"] == wanted
        assert answer.headers["Cache-Control"] == "no-store"
        return answer

    settings = read_settings(str(tmp_path / "s.sqlite"), environ={})
    initialise(settings, "连城")
    running = open_station(settings, clock=clock)
    try:
        station = running.station
        merchant = create_merchant(station, name="福金珠宝", trade="gold", address="东街1号")
        member, activation = create_member(station, merchant_id=merchant.merchant_id, name="李", role="店员")
        terminal = FakeTerminal(in_process(running.app), "http://station.test", now=clock.now)
        key = Key()
        fits("meta", terminal.send("GET", "http://station.test/api/v1/meta", {}, b""), 200)
        fits("problem", terminal.enrol("AAAA-AAAA"), 404)
        code, _expires = make_enrolment_code(station, merchant_id=merchant.merchant_id)
        fits("enrolment-answer", terminal.enrol(code), 201)
        fits("problem", terminal.activate(member.member_id, "AAAAAAAA", key), 403)
        fits("activation-answer", terminal.activate(member.member_id, activation, key), 201)
        body = gold_alert(terminal.enrolment, at=clock.now())
        fits("receipt-answer", terminal.put_alert(body), 201)
        fits("receipt-answer", terminal.put_alert(body), 200)
        fits("problem", terminal.put_alert({**body, "amount_fen": 1}), 409)
        fits("problem", terminal.put_alert({**body, "alert_id": "x"}), 422)
        fits("problem", terminal.put_supplement(supplement(body["alert_id"], 5, at=clock.now())), 409)
        fits("receipt-answer", terminal.put_supplement(supplement(body["alert_id"], 1, at=clock.now())), 201)
        page = fits("feed", terminal.feed(), 200).json()
        assert {event["type"] for event in page["events"]} == {"member.changed", "case.status"}
        fits("rewards-answer", terminal.rewards(member.member_id, key), 200)
        fits("problem", terminal.claim("rew_none", member.member_id, key), 404)
        fits("problem", terminal.call("DELETE", "/api/v1/alerts/x"), 405)
        fits("problem", terminal.call("GET", "/api/v1/nothing"), 404)
    finally:
        running.close()


def test_rates_are_limited_and_an_urgent_alert_has_its_own_lane(tmp_path: Path, clock: FixedClock) -> None:
    settings = replace(
        read_settings(str(tmp_path / "s.sqlite"), environ={}), limits=Limits(rate_per_minute=2, urgent_per_minute=2)
    )
    initialise(settings, "连城")
    running = open_station(settings, clock=clock)
    try:
        merchant = create_merchant(running.station, name="店", trade="gold", address="街")
        terminal = FakeTerminal(in_process(running.app), "http://station.test", now=clock.now)
        terminal.enrol(make_enrolment_code(running.station, merchant_id=merchant.merchant_id)[0])
        statuses = [terminal.put_alert(gold_alert(terminal.enrolment, at=clock.now())).status for _ in range(2)]
        refused = terminal.put_alert(gold_alert(terminal.enrolment, at=clock.now()))
        assert [*statuses, refused.status, refused.slug] == [201, 201, 429, "rate-limited"]
        assert int(refused.headers["Retry-After"]) >= 1
        urgent = gold_alert(terminal.enrolment, at=clock.now(), level="urgent", computed_level="urgent")
        assert terminal.put_alert(urgent).status == 201
    finally:
        running.close()


def test_a_member_has_a_lane_across_terminals(tmp_path: Path, clock: FixedClock) -> None:
    settings = replace(read_settings(str(tmp_path / "s.sqlite"), environ={}), limits=Limits(member_per_minute=1))
    initialise(settings, "连城")
    running = open_station(settings, clock=clock)
    try:
        station = running.station
        merchant = create_merchant(station, name="店", trade="gold", address="街")
        member, _code = create_member(station, merchant_id=merchant.merchant_id, name="李", role="店员")
        statuses = []
        terminals = [FakeTerminal(in_process(running.app), "http://station.test", now=clock.now) for _ in range(2)]
        for terminal in terminals:
            terminal.enrol(make_enrolment_code(station, merchant_id=merchant.merchant_id)[0])
            body = gold_alert(terminal.enrolment, at=clock.now(), member_id=member.member_id)
            statuses.append(terminal.put_alert(body).status)
        last = terminals[-1]
        urgent = gold_alert(last.enrolment, at=clock.now(), member_id=member.member_id, urgency_by_clerk="urgent")
        assert [*statuses, last.put_alert(urgent).status] == [201, 429, 201]
    finally:
        running.close()
