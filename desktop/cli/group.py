"""`counterwatch`: without a subcommand the window, with one the same use cases without it."""

from __future__ import annotations

from collections.abc import Callable

import click

from desktop.settings import read_settings


def _assess() -> click.Command:
    from desktop.cli.assess import assess

    return assess


def _enrol() -> click.Command:
    from desktop.cli.join import enrol

    return enrol


def _activate() -> click.Command:
    from desktop.cli.join import activate

    return activate


def _report() -> click.Command:
    from desktop.cli.report import report

    return report


def _sync() -> click.Command:
    from desktop.cli.sync import sync

    return sync


def _status() -> click.Command:
    from desktop.cli.sync import status

    return status


def _rotate_key() -> click.Command:
    from desktop.cli.rotate_key import rotate_key

    return rotate_key


def _backup() -> click.Command:
    from desktop.cli.backup import backup

    return backup


def _restore() -> click.Command:
    from desktop.cli.backup import restore

    return restore


def _drill() -> click.Command:
    from desktop.cli.backup import drill

    return drill


def _tour() -> click.Command:
    from desktop.cli.tour import tour

    return tour


_COMMANDS: dict[str, Callable[[], click.Command]] = {
    "assess": _assess,
    "enrol": _enrol,
    "activate": _activate,
    "report": _report,
    "sync": _sync,
    "status": _status,
    "rotate-key": _rotate_key,
    "backup": _backup,
    "restore": _restore,
    "drill": _drill,
    "tour": _tour,
}


class LateCommands(click.Group):
    """Subcommands whose modules are loaded when they are called: `assess` in a script starts without Qt and SQL."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order of use."""
        return [*_COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a subcommand."""
        found = _COMMANDS.get(cmd_name)
        return found() if found else super().get_command(ctx, cmd_name)


@click.group(
    cls=LateCommands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.option("--practice", is_flag=True, help="练习模式：虚构的店铺和自带的接收端。Practice mode with made-up shops.")
@click.option(
    "--home",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="用户数据所在文件夹。Folder of this profile.  [$COUNTERWATCH_HOME]",
)
@click.version_option(package_name="counterwatch", prog_name="counterwatch")
@click.pass_context
def group(context: click.Context, *, practice: bool, home: str | None) -> None:
    """柜台助手。不带子命令时打开窗口。The counter app; opens its window when no subcommand is given.

    没有系统钥匙串时,用环境变量 COUNTERWATCH_PASSPHRASE 给出口令。Without a system keyring, the passphrase comes from
    COUNTERWATCH_PASSPHRASE. 退出码 exit codes: 0 成功 ok, 1 失败 failed, 2 用法错误 usage.
    """
    if context.invoked_subcommand is not None:
        return
    from desktop.hosts import run_window

    raise SystemExit(run_window(read_settings(home, practice=practice)))
