"""`counterwatch-station`: the police side's command line."""

import click

from station.commands.admin import create_member, create_merchant, create_officer, enrolment_code, init
from station.commands.alerts import alerts
from station.commands.conformance.command import conformance
from station.commands.copies import backup, restore
from station.commands.output import fail
from station.commands.practice import practice_data
from station.commands.redraw import redraw_picture
from station.commands.rotate_key import rotate_key
from station.commands.serve import serve


class TextOnly(click.Group):
    """A group that takes arguments of text only."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse bytes that are no UTF-8: they come as lone surrogates, which no database and no answer can hold."""
        if any("\ud800" <= character <= "\udfff" for word in args for character in word):
            fail("参数里有无法识别的文字：请用 UTF-8 输入。", "An argument is not readable text: type it in UTF-8.")
        return super().parse_args(ctx, args)


@click.group(cls=TextOnly, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="counterwatch", prog_name="counterwatch-station")
def main() -> None:
    """柜台哨服务器:接收上报、值班台、奖励。The station: takes alerts, serves the duty desk.

    退出码 exit codes: 0 成功 ok, 1 被拒绝或失败 refused or failed, 2 用法错误 usage.
    """


for command in (
    serve,
    init,
    create_officer,
    create_merchant,
    create_member,
    enrolment_code,
    alerts,
    backup,
    restore,
    rotate_key,
    conformance,
    practice_data,
    redraw_picture,
):
    main.add_command(command)

if __name__ == "__main__":
    main(prog_name="counterwatch-station")
