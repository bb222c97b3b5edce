"""`counterwatch report`: save and queue an alert from a file; the id is printed only once it is durable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from desktop.cli.output import fail, failures_said, home_option, json_option, say, settings_of

if TYPE_CHECKING:
    from desktop.application.services import Services

LONGEST_FILE = 1024 * 1024
LONGEST_NUMBER = 400


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE.json")
@home_option
@json_option
@click.pass_context
def report(context: click.Context, *, file: str, home: str | None, as_json: bool) -> None:
    """保存并排队一条上报,输出其编号。Save and queue an alert; prints its id.

    FILE 的格式与 assess 相同,另加上报字段 is the form of assess plus the alert fields(narrative、subject_desc、place_detail……);
    - 表示标准输入 reads standard input。编号输出时已写入磁盘 when the id is printed, the alert is on disk;发送用 sync。
    """
    from desktop.cli.assess import read_text

    data = _parse(read_text(file, LONGEST_FILE))
    from desktop.bootstrap import opened

    with failures_said(), opened(settings_of(context, home)) as session:
        alert_id = _submit(session.services, data)
        say(as_json, {"alert_id": alert_id}, alert_id)


def _parse(text: str) -> object:
    try:
        data: object = json.loads(text, parse_int=_whole)
    except (ValueError, RecursionError):
        fail(
            "FILE 不是有效的 JSON:请检查引号和括号。",
            "FILE is not valid JSON: check quotes and brackets.",
        )
    return data


def _whole(digits: str) -> int | float:
    """Read a number out of all reason as an infinite one, so that the check of its field refuses it by name."""
    return int(digits) if len(digits) <= LONGEST_NUMBER else float(digits)


def _submit(services: Services, data: object) -> str:
    from desktop.domain.alert.report_file import choice_in

    choice = choice_in(data)
    draft = services.draft_from_file(data).value
    try:
        return services.submit_alert(
            draft.draft_id,
            None,
            level_override=choice.level_override,
            level_reason=choice.level_reason,
            urgent_by_clerk=choice.urgent,
        ).value
    except BaseException:
        # The file stays with whoever wrote it; a draft of it in the window would be nobody's.
        services.discard_draft(draft.draft_id)
        raise
