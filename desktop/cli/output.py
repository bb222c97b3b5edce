"""How commands answer: facts on standard output, sentences in both languages on standard error, exit codes 0, 1, 2."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn, TypeVar

import click

from desktop.application.errors import CounterwatchError, InvalidInput, ProfileLocked
from desktop.settings import Settings, read_settings

Command = TypeVar("Command", bound=Callable[..., Any])


def home_option(command: Command) -> Command:
    """Add `--home` to a subcommand; it counts before and after the subcommand's name, the later one wins."""
    return click.option(
        "--home",
        metavar="DIR",
        type=click.Path(file_okay=False),
        help="用户数据所在文件夹。Folder of this profile.  [$COUNTERWATCH_HOME]",
    )(command)


def json_option(command: Command) -> Command:
    """Add `--json`."""
    return click.option(
        "--json", "as_json", is_flag=True, help="以一行 JSON 输出。One JSON object on standard output."
    )(command)


def settings_of(context: click.Context, home: str | None) -> Settings:
    """Return the settings of a subcommand, with `--home` from either side of its name."""
    earlier = context.find_root().params.get("home")
    return read_settings(home or earlier)


def say(as_json: bool, facts: Mapping[str, Any], *lines: str) -> None:
    """Print the facts as one JSON line, or the lines for a person, at once."""
    for line in [json.dumps(facts, ensure_ascii=False)] if as_json else lines:
        click.echo(line)
    sys.stdout.flush()


def complain(zh: str, en: str) -> None:
    """Print one sentence in both languages on standard error."""
    click.echo(zh, err=True)
    click.echo(en, err=True)


def fail(zh: str, en: str) -> NoReturn:
    """Print what is wrong and what to do, and end with exit code 1."""
    complain(zh, en)
    raise SystemExit(1)


@contextlib.contextmanager
def failures_said() -> Iterator[None]:
    """Turn the world's faults into sentences and exit code 1; a fault of ours stays a fault."""
    try:
        yield
    except CounterwatchError as error:
        complain_of(error)
        raise SystemExit(1) from None


def complain_of(error: CounterwatchError) -> None:
    """Print an error's sentences; every wrong field of an input gets its own."""
    if isinstance(error, InvalidInput):
        for problem in error.problems:
            zh, en = ("", "") if problem.severity == "block" else ("（提醒，不影响发送）", "(a hint, blocks nothing) ")
            complain(f"{zh}{problem.field}: {problem.zh}", f"{en}{problem.field}: {problem.en}")
        return
    if isinstance(error, ProfileLocked) and error.reason in ("passphrase-needed", "passphrase-new"):
        # Nobody types one here, and there may be none yet: a new profile is made with the one given.
        complain(
            "这里没有系统钥匙串，需要口令：请把它放在环境变量 COUNTERWATCH_PASSPHRASE 里。",
            "There is no system keyring here, so a passphrase is needed: put it into COUNTERWATCH_PASSPHRASE.",
        )
        return
    from desktop.ui.runtime.error_text import error_words

    complain(error_words(error, "zh").sentence, error_words(error, "en").sentence)
