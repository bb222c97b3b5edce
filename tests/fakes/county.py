"""A small county: one station, a shop with a terminal and a clerk, and an officer of every role."""

from dataclasses import dataclass, field
from typing import Any

from station.application.create_member import create_member
from station.application.create_merchant import create_merchant
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import Running
from tests.fakes.alerts import gold_alert, member_signed
from tests.fakes.desk import DeskClient, hire
from tests.fakes.terminal import FakeTerminal, Key, Send, in_process

OFFICERS = {
    "wang": ("王警官", ("duty",)),
    "li": ("李警官", ("duty", "approver")),
    "zhao": ("赵主任", ("approver",)),
    "qian": ("钱会计", ("finance",)),
    "sun": ("孙管理", ("admin",)),
    "zhou": ("周审计", ("auditor",)),
}


@dataclass
class County:
    """Everybody is known to everybody: open desks by officer, the shop's terminal, the clerk's key."""

    running: Running
    terminal: FakeTerminal
    member_id: str
    clerk: Key
    officer_ids: dict[str, str]
    desks: dict[str, DeskClient] = field(default_factory=dict)

    def desk(self, username: str) -> DeskClient:
        """Return the officer's desk, signed in."""
        if username not in self.desks:
            client = DeskClient(self.terminal.send, self.terminal.base)
            assert client.sign_in(username).status == 200
            self.desks[username] = client
        return self.desks[username]

    def alert(self, *, signed: bool = True, **changes: Any) -> str:
        """Send an alert from the shop; returns its id."""
        body = gold_alert(self.terminal.enrolment, at=self.running.station.clock.now(), **changes)
        if signed:
            body = member_signed(body, self.member_id, self.clerk)
        answer = self.terminal.put_alert(body)
        assert answer.status == 201, answer.content
        return str(body["alert_id"])

    def events(self, kind: str) -> list[dict[str, Any]]:
        """Return the data of the shop's feed events of one kind, in order."""
        return [event["data"] for event in self.terminal.feed().json()["events"] if event["type"] == kind]

    def valid_lead(self, **effect: Any) -> str:
        """Send an alert and conclude it valid."""
        alert_id = self.alert()
        effects = [effect] if effect else []
        answer = self.desk("wang").act(alert_id, "outcome", result="valid", effects=effects)
        assert answer.status == 200, answer.content
        return alert_id


def found_county(running: Running, send: Send | None = None, base: str = "http://127.0.0.1") -> County:
    """Hire the officers, take in a gold shop, enrol its computer and activate its clerk."""
    station = running.station
    ids = {username: hire(station, username, name, *roles) for username, (name, roles) in OFFICERS.items()}
    shop = create_merchant(station, name="鑫福珠宝", trade="gold", address="莲峰镇东街1号", phone="13800138000")
    member, code = create_member(station, merchant_id=shop.merchant_id, name="陈小妹", role="clerk")
    terminal = FakeTerminal(send or in_process(running.app), base, now=station.clock.now)
    enrolled = terminal.enrol(make_enrolment_code(station, merchant_id=shop.merchant_id)[0])
    assert enrolled.status == 201, enrolled.content
    clerk = Key()
    activated = terminal.activate(member.member_id, code, clerk)
    assert activated.status == 201, activated.content
    return County(running, terminal, member.member_id, clerk, ids)
