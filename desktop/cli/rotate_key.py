"""`counterwatch rotate-key`: this PC asks its station to take a new key for it."""

from __future__ import annotations

import click

from desktop.cli.output import failures_said, home_option, json_option, say, settings_of


@click.command("rotate-key")
@home_option
@json_option
@click.pass_context
def rotate_key(context: click.Context, *, home: str | None, as_json: bool) -> None:
    """为本机更换签名密钥。Replace this PC's signing key.

    中断后重新运行即可。Run it again after an interruption; nothing waiting to be sent is lost.
    """
    from desktop.bootstrap import opened

    with failures_said(), opened(settings_of(context, home)) as session:
        session.services.upkeep.rotate_terminal_key()
    say(as_json, {"rotated": True}, "新密钥已启用。The new key is in force.")
