"""`counterwatch enrol` and `activate`: join a shop, give a clerk a key."""

from __future__ import annotations

import platform
import sys

import click

from desktop.cli.output import failures_said, home_option, json_option, say, settings_of


@click.command()
@click.option("--station", required=True, metavar="URL", help="值班台地址。The duty desk's address.")
@click.option("--code", required=True, metavar="CODE", help="一次性登记码。The one-time enrolment code.")
@click.option("--name", metavar="NAME", help="本机名称，默认计算机名。Name of this PC; default: its host name.")
@home_option
@json_option
@click.pass_context
def enrol(
    context: click.Context, *, station: str, code: str, name: str | None, home: str | None, as_json: bool
) -> None:
    """用登记码把本机加入店铺。Join this PC to its shop with a one-time code.

    没收到回答时可用同一登记码再试。After a lost answer the same code may be tried again.
    """
    from desktop.bootstrap import opened

    with failures_said(), opened(settings_of(context, home)) as session:
        shop = session.services.enrol(station, code, name or platform.node()[:60] or "counter").value
        members = session.services.members()
    facts = {
        "merchant_id": shop.merchant_id,
        "terminal_id": shop.terminal_id,
        "name": shop.name,
        "trade": shop.trade,
        "station": shop.station_name,
        "members": [{"member_id": one.member_id, "name": one.name, "role": one.role} for one in members],
    }
    say(as_json, facts, f"已加入 {shop.name}({shop.station_name})。Joined.", f"本机编号 this PC: {shop.terminal_id}")


@click.command()
@click.option("--member", "member_id", required=True, metavar="ID", help="成员编号。The member_id.")
@click.option("--code", required=True, metavar="CODE", help="启用码。The activation code.")
@click.option("--pin-stdin", is_flag=True, help="从标准输入读 PIN。Read the PIN from standard input.")
@home_option
@json_option
@click.pass_context
def activate(
    context: click.Context, *, member_id: str, code: str, pin_stdin: bool, home: str | None, as_json: bool
) -> None:
    """为成员设置 PIN 和签名密钥。Give a member a PIN and a key on this PC."""
    from desktop.bootstrap import opened

    if pin_stdin:
        pin = sys.stdin.readline().strip()
    else:
        pin = click.prompt("PIN (4–8)", hide_input=True, confirmation_prompt=True, err=True)
    with failures_said(), opened(settings_of(context, home)) as session:
        member = session.services.activate_member(member_id, code, pin).value
    say(
        as_json,
        {"member_id": member.member_id, "active": True},
        f"{member.name} 可以登录了。{member.name} can sign in.",
    )
