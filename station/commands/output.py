"""How commands answer: lines for people, one JSON object for programs, sentences for failures."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

import click
from sqlalchemy.exc import SQLAlchemyError

from station.adapters.storage.writer import GroupCommitWriter
from station.api.sentences import SENTENCES
from station.application.context import Station
from station.application.errors import Refused, StationNotReady
from station.bootstrap import open_station
from station.settings import DATABASE_VARIABLE, Settings, read_settings

_NOT_READY = {
    "not-initialised": (
        "数据库尚未初始化：请先运行 counterwatch-station init。",
        "The database is not initialised: run counterwatch-station init first.",
    ),
    "already-initialised": (
        "数据库或密钥文件已存在，未作改动：请换一个 --database。",
        "The database or its key file is already there; nothing was changed: choose another --database.",
    ),
    "no-key-file": (
        "找不到密钥文件：请用 --key-file 指明与数据库同时生成的密钥文件。",
        "The key file is missing: name the one made with this database by --key-file.",
    ),
    "wrong-key-file": (
        "密钥文件不属于该数据库：请用 --key-file 指明正确的文件。",
        "The key file does not belong to this database: name the right one by --key-file.",
    ),
    "newer-schema": (
        "数据库由更新的版本建立：请更新程序。",
        "The database was made by a newer version: update the program.",
    ),
    "in-use": (
        "数据库正在使用：请先停止服务再恢复。",
        "The database is in use: stop the station before restoring.",
    ),
    "no-backup": (
        "找不到备份文件：请检查 --from。",
        "The backup file is missing: check --from.",
    ),
    "damaged": (
        "备份文件已损坏或不是本系统的备份，未作改动：请换一份备份。",
        "The backup is damaged or not a station's; nothing was changed: use another backup.",
    ),
    "database-there": (
        "数据库已存在，未作改动：要替换请加 --replace(原数据库会改名保留)。",
        "The database is already there; nothing was changed: add --replace to keep it under another name.",
    ),
    "beyond-last": (
        "该序号尚未使用，未作改动：请检查序号。",
        "That number was never given; nothing was changed: check it.",
    ),
    "backup-kind": (
        "服务器数据库请用其自带工具备份和恢复，再用 --done-elsewhere 告知本程序。",
        "Back up and restore a database server by its own tools, then tell this program by --done-elsewhere.",
    ),
    "database-kind": (
        "只支持SQLite和PostgreSQL：请用文件路径、sqlite:/// 或 postgresql:// 地址。",
        "SQLite and PostgreSQL are supported: give a file path, an sqlite:/// or a postgresql:// URL.",
    ),
    "no-postgres-driver": (
        "缺少PostgreSQL驱动：请安装 counterwatch[postgres]。",
        "The PostgreSQL driver is missing: install counterwatch[postgres].",
    ),
}


def database_options(command: Any) -> Any:
    """Add --database, --key-file and --json to a command."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="以一行JSON输出。One JSON object on standard output."),
        click.option("--key-file", metavar="FILE", help="密钥文件。Key file; default: the database's path plus .key."),
        click.option(
            "--database",
            metavar="URL",
            help=f"数据库地址或文件。Database URL or file; default: ${DATABASE_VARIABLE} or ./station.sqlite.",
        ),
    ):
        command = option(command)
    return command


def say(as_json: bool, facts: Mapping[str, Any], *lines: str) -> None:
    """Print the facts as one JSON line, or the lines for a person."""
    if as_json:
        click.echo(json.dumps(facts, ensure_ascii=False))
    else:
        for line in lines:
            click.echo(line)


def fail(zh: str, en: str) -> NoReturn:
    """Say what is wrong and what to do, and end with exit code 1."""
    click.echo(f"{zh} / {en}", err=True)
    sys.exit(1)


@contextmanager
def failures_said() -> Iterator[None]:
    """Turn refusals and a database that cannot be used into sentences."""
    try:
        yield
    except StationNotReady as error:
        fail(*_NOT_READY[error.reason])
    except Refused as error:
        _status, _title, detail, detail_zh = SENTENCES[error.slug]
        for item in error.errors:
            click.echo(f"{item.pointer.lstrip('/')}: {item.detail_zh} / {item.detail}", err=True)
        if error.errors:
            # The general sentence sends the reader to the lines above.
            sys.exit(1)
        fail(detail_zh, detail)
    except SQLAlchemyError:
        fail(
            "数据库打不开或写不进：请检查路径、权限和磁盘空间。",
            "The database cannot be opened or written: check path, permissions and disk space.",
        )
    except OSError as error:
        reason = error.strerror or type(error).__name__
        fail(f"文件或端口用不了({reason}):请检查。", f"A file or port cannot be used ({reason}): check it.")


@contextmanager
def opened(database: str | None, key_file: str | None) -> Iterator[Station]:
    """Open the station for one command."""
    with failures_said():
        running = open_station(read_settings(database, key_file), writer=GroupCommitWriter)
        try:
            yield running.station
        finally:
            running.close()


def settings_of(database: str | None, key_file: str | None, public_url: str | None = None) -> Settings:
    """Return the settings a command was given."""
    return read_settings(database, key_file, public_url)
