"""`counterwatch backup`, `restore` and `drill`: copies of the profile that prove themselves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from desktop.application.care_models import BackupNote
from desktop.cli.output import fail, failures_said, home_option, json_option, say, settings_of

_PASSPHRASE = click.option(
    "--passphrase-stdin", is_flag=True, help="从标准输入读备份口令。Read the backup passphrase from standard input."
)


@click.command()
@click.option(
    "--to",
    "folder",
    required=True,
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="放备份的文件夹。Folder of the backups.",
)
@_PASSPHRASE
@home_option
@json_option
@click.pass_context
def backup(context: click.Context, *, folder: str, passphrase_stdin: bool, home: str | None, as_json: bool) -> None:
    """做一个加密备份,写完读回核对。Make an encrypted backup, read again after writing.

    第一次要定备份口令 the first time a backup passphrase is chosen;以后不再问 later it is not asked again。设置里每周自动备份的文件夹和口令不变 the weekly
    backups of the settings keep their folder and passphrase。
    """
    from desktop.bootstrap import opened

    with failures_said(), opened(settings_of(context, home)) as session:
        backups = session.services.care.backups
        state = backups.state()
        passphrase = None
        if passphrase_stdin or not state.has_passphrase:
            passphrase = _passphrase(stdin=passphrase_stdin, again=True)
        note = backups.make_in(str(Path(folder).absolute()), passphrase, _go_on).value
    say(as_json, _facts(note), f"备份好了，{note.records} 条记录。Backed up: {note.records} records.", note.file)


@click.command()
@click.option(
    "--from", "file", required=True, metavar="FILE", type=click.Path(dir_okay=False), help="备份文件。The backup file."
)
@click.option(
    "--move-aside",
    is_flag=True,
    help="原来的资料移到旁边(不删)。Move a profile that is there aside; it is never deleted.",
)
@_PASSPHRASE
@home_option
@json_option
@click.pass_context
def restore(
    context: click.Context, *, file: str, move_aside: bool, passphrase_stdin: bool, home: str | None, as_json: bool
) -> None:
    """从备份恢复出一份资料。Make a profile out of a backup.

    窗口和别的命令要先结束 close the window and let other commands end first:开着就不恢复 nothing is restored while the profile is open。恢复后先和值班台核对,送出过的不会再送第二遍 letters are compared with the station: none
    goes twice。备份以后才上报的在值班台,不在这里 what was reported after the backup is with the station, not here。
    """
    from desktop.ui.runtime.single_instance import SingleInstance
    from desktop.wiring.restore import restore as restore_profile

    settings = settings_of(context, home)
    passphrase = _passphrase(stdin=passphrase_stdin)
    if (settings.home / "profile.db").exists() and not move_aside:
        fail(
            "这个文件夹里已经有资料:换一个 --home,或加 --move-aside 把它移到旁边。",
            "There is a profile in this folder already: name another --home, or add --move-aside.",
        )
    # A window that has not opened the profile yet would do so in the middle of it; whoever has it open is found by the restore itself.
    window = SingleInstance(settings.home)
    if not window.claim():
        fail(
            "这份资料的窗口还开着：请先关上窗口，再恢复一次。",
            "The window of this profile is still open: close it and restore again.",
        )
    try:
        with failures_said():
            done = restore_profile(Path(file), passphrase, settings.home, _go_on, replace_old=move_aside)
    finally:
        window.release()
    facts = _facts(done.note) | {"opens_with": done.opens_with, "moved_aside": str(done.moved_aside or "")}
    opens = {
        "keyring": "钥匙在系统钥匙串里。Its key is in the system keyring.",
        "passphrase": "用备份口令打开。The backup passphrase opens it.",
    }
    say(as_json, facts, f"恢复好了，{done.note.records} 条记录。Restored.", opens[done.opens_with])


@click.command()
@click.argument("file", type=click.Path(dir_okay=False), metavar="FILE")
@_PASSPHRASE
@json_option
def drill(*, file: str, passphrase_stdin: bool, as_json: bool) -> None:
    """恢复演练:在临时的地方打开备份,逐条核对。Try a backup out in a temporary place; nothing else is touched."""
    from desktop.wiring.restore import drill as look

    passphrase = _passphrase(stdin=passphrase_stdin)
    with failures_said():
        note = look(Path(file), passphrase, _go_on)
    newest = note.newest_at.isoformat() if note.newest_at else "—"
    say(
        as_json,
        _facts(note),
        f"这个备份能恢复：{note.records} 条记录，最新 {newest}。",
        f"This backup can be restored: {note.records} records, newest {newest}.",
    )


def _passphrase(*, stdin: bool, again: bool = False) -> str:
    if stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("备份口令 Backup passphrase", hide_input=True, confirmation_prompt=again, err=True))


def _facts(note: BackupNote) -> dict[str, Any]:
    return {
        "file": note.file,
        "made_at": note.made_at.isoformat(),
        "records": note.records,
        "photos": note.photos,
        "newest_at": note.newest_at.isoformat() if note.newest_at else None,
        "bytes": note.bytes,
    }


def _go_on(_done: int, _total: int) -> bool:
    return True
