"""Made-up shops, clerks and officers for the counter app's practice mode; and stopping with the app that started us."""

import _thread
import contextlib
import os
import signal
import sys
import threading
from typing import Any

import click

from station.adapters.passwords import MADE_UP, Argon2Passwords
from station.application.context import Station
from station.application.create_member import create_member
from station.application.create_merchant import create_merchant
from station.application.create_officer import create_officer
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import initialise, open_station
from station.commands.output import database_options, failures_said, say, settings_of

SHOPS: tuple[tuple[str, str, str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "gold",
        "鑫福珠宝",
        "练习县中心街 88 号",
        "0597-5550188",
        (("林秋月", "店长"), ("陈志远", "营业员"), ("吴晓岚", "营业员")),
    ),
    (
        "courier",
        "安达快递东园营业部",
        "练习县东园路 16 号",
        "0597-5550116",
        (("黄建平", "站长"), ("罗小燕", "收件员"), ("江文斌", "派件员")),
    ),
)
OFFICERS = (
    ("duty", "值班民警", ("duty",), "practice-duty"),
    ("approver", "审批领导", ("approver",), "practice-approver"),
    ("finance", "财务", ("finance",), "practice-finance"),
)


@click.command("practice-data")
@database_options
def practice_data(database: str | None, key_file: str | None, as_json: bool) -> None:
    """建立练习用服务器：虚构的单位、成员和民警。Make a practice station with made-up people.

    密码写在程序里，只供练习。The passwords are in the program: for practice only.
    """
    settings = settings_of(database, key_file)
    with failures_said():
        initialise(settings, "练习值班台")
        running = open_station(settings, passwords=Argon2Passwords(*MADE_UP))
        try:
            facts = {"shops": [_shop(running.station, *shop) for shop in SHOPS], "officers": _officers(running.station)}
        finally:
            running.close()
    lines = [f"{shop['trade']} {shop['merchant_id']} {shop['code']}" for shop in facts["shops"]]
    say(as_json, facts, *lines, *(f"{officer['username']} {officer['password']}" for officer in facts["officers"]))


def exit_with_parent() -> None:
    """Stop this process when standard input ends, as it does when the process that started us is gone, however it went."""

    def watch() -> None:
        # Not through `sys.stdin`: a thread that waits in there makes an end for another reason a "Fatal Python error".
        with contextlib.suppress(OSError):
            while os.read(sys.stdin.fileno(), 4096):
                pass
        _thread.interrupt_main(signal.SIGTERM)

    threading.Thread(target=watch, name="exit-with-parent", daemon=True).start()


def _shop(
    station: Station, trade: str, name: str, address: str, phone: str, people: tuple[tuple[str, str], ...]
) -> dict[str, Any]:
    merchant = create_merchant(station, name=name, trade=trade, address=address, phone=phone)
    members = []
    for person, role in people:
        member, code = create_member(station, merchant_id=merchant.merchant_id, name=person, role=role)
        members.append({"member_id": member.member_id, "activation_code": code})
    code, _expires = make_enrolment_code(station, merchant_id=merchant.merchant_id)
    return {"trade": trade, "name": name, "merchant_id": merchant.merchant_id, "code": code, "members": members}


def _officers(station: Station) -> list[dict[str, str]]:
    for username, name, roles, password in OFFICERS:
        create_officer(
            station,
            username=username,
            name=name,
            roles=roles,
            unit_name="练习值班室",
            password=password,
            totp_secret=None,
            actor="practice",
        )
    return [{"username": username, "password": password} for username, _, _, password in OFFICERS]
