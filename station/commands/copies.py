"""Backing up a station in service, and taking a backup back into service under a new epoch."""

import click

from station.commands.output import database_options, fail, failures_said, say, settings_of
from station.commands.station_copies import backup_station, begin_epoch, mark_backup, restore_station


@click.command()
@database_options
@click.option("--to", "target", metavar="FILE", help="备份文件（须不存在）。Backup file; must not exist yet.")
@click.option(
    "--done-elsewhere",
    "seq",
    type=click.IntRange(min=0),
    metavar="SEQ",
    help="已用其他方式备份到该序号(PostgreSQL)。Everything up to SEQ is in a backup made by other means.",
)
def backup(database: str | None, key_file: str | None, as_json: bool, target: str | None, seq: int | None) -> None:
    """不停机备份数据库和附件。Back up database and attachments while the station is served.

    密钥文件不在备份内，请分开保存。The key file is not in the backup: keep a copy of it apart.
    """
    settings = settings_of(database, key_file)
    if (target is None) == (seq is None):
        raise click.UsageError("请给出 --to 或 --done-elsewhere 之一 / give either --to or --done-elsewhere")
    with failures_said():
        if target is not None:
            done = backup_station(settings, target)
            say(
                as_json,
                {"backup": target, "durable_seq": done.seq, "attachments": done.attachments},
                f"已备份到 {target}(序号 {done.seq},附件 {done.attachments} 个)。Backed up.",
            )
        elif seq is not None:
            mark_backup(settings, seq)
            say(as_json, {"durable_seq": seq}, f"已记录备份序号 {seq}。Noted.")


@click.command()
@database_options
@click.option("--from", "source", metavar="BACKUP", help="备份文件。Backup file.")
@click.option("--replace", is_flag=True, help="现有数据库改名保留后替换。Keep the present database under another name.")
@click.option(
    "--done-elsewhere",
    is_flag=True,
    help="数据已用其他方式恢复，只开始新纪元。The data were restored by other means; only begin a new epoch.",
)
def restore(
    database: str | None,
    key_file: str | None,
    as_json: bool,
    source: str | None,
    replace: bool,
    done_elsewhere: bool,
) -> None:
    """从备份恢复，开始新纪元(先停止服务)。Restore a backup and begin a new epoch; stop the station first.

    各终端会自动核对并补发缺失的上报。Terminals reconcile by themselves and send again what is missing.
    """
    settings = settings_of(database, key_file)
    if (source is None) == (not done_elsewhere):
        raise click.UsageError("请给出 --from 或 --done-elsewhere 之一 / give either --from or --done-elsewhere")
    with failures_said():
        if source is not None:
            done = restore_station(settings, source, replace=replace)
        else:
            done = begin_epoch(settings)
    if not done.epoch:
        fail("没有恢复任何内容。", "Nothing was restored.")
    facts = {"epoch": done.epoch, "covered_seq": done.covered, "next_seq": done.seq + 1, "kept": done.kept}
    lines = [f"已恢复，新纪元 {done.epoch}。Restored; new epoch."]
    if done.kept:
        lines.append(f"原数据库保留在 {done.kept}。The former database is kept there.")
    lines.append("备份之后停用的终端、人员和密钥请重新停用。Revoke again what was revoked after the backup.")
    say(as_json, facts, *lines)
