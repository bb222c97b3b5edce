"""`counterwatch-station`: the police side's command line.

A command's module is loaded when it is asked for: the web server, the HTTP client and the database each cost a part of a second.
"""

from collections.abc import Callable

import click


def _serving() -> list[click.Command]:
    from station.commands.serve import serve

    return [serve]


def _administration() -> list[click.Command]:
    from station.commands.admin import create_member, create_merchant, create_officer, enrolment_code, init

    return [init, create_officer, create_merchant, create_member, enrolment_code]


def _alerts() -> list[click.Command]:
    from station.commands.alerts import alerts

    return [alerts]


def _copies() -> list[click.Command]:
    from station.commands.copies import backup, restore

    return [backup, restore]


def _keys() -> list[click.Command]:
    from station.commands.rotate_key import rotate_key

    return [rotate_key]


def _conformance() -> list[click.Command]:
    from station.commands.conformance.command import conformance

    return [conformance]


def _practice() -> list[click.Command]:
    from station.commands.practice import practice_data

    return [practice_data]


def _pictures() -> list[click.Command]:
    from station.commands.redraw import redraw_picture

    return [redraw_picture]


COMMANDS: dict[str, Callable[[], list[click.Command]]] = {
    "serve": _serving,
    "init": _administration,
    "create-officer": _administration,
    "create-merchant": _administration,
    "create-member": _administration,
    "enrolment-code": _administration,
    "alerts": _alerts,
    "backup": _copies,
    "restore": _copies,
    "rotate-key": _keys,
    "conformance": _conformance,
    "practice-data": _practice,
    "redraw-picture": _pictures,
}


class TextOnly(click.Group):
    """A group that takes arguments of text only, and loads a command when it is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse bytes that are no UTF-8: they come as lone surrogates, which no database and no answer can hold."""
        if any("\ud800" <= character <= "\udfff" for word in args for character in word):
            from station.commands.output import fail

            fail("参数里有无法识别的文字：请用 UTF-8 输入。", "An argument is not readable text: type it in UTF-8.")
        return super().parse_args(ctx, args)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return every command's name, in the order an operator meets them."""
        return [*COMMANDS]

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, None for an unknown one."""
        load = COMMANDS.get(cmd_name)
        return next((command for command in load() if command.name == cmd_name), None) if load else None


@click.group(cls=TextOnly, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="counterwatch", prog_name="counterwatch-station")
def main() -> None:
    """柜台哨服务器:接收上报、值班台、奖励。The station: takes alerts, serves the duty desk.

    退出码 exit codes: 0 成功 ok, 1 被拒绝或失败 refused or failed, 2 用法错误 usage.
    """


if __name__ == "__main__":
    main(prog_name="counterwatch-station")
