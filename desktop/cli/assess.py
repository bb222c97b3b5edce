"""`counterwatch assess`: judge cases by the shipped checklists; needs neither a profile nor a screen."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

import desktop
from desktop.cli.output import complain, fail


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, allow_dash=True), metavar="[FILE.json]")
@click.option(
    "--jsonl",
    is_flag=True,
    help="标准输入每行一个案例，标准输出每行一个结果。One case a line in, one result a line out.",
)
def assess(file: str | None, *, jsonl: bool) -> None:
    """按核对清单判断案例,输出 JSON。Judge a case by the checklists; prints JSON.

    FILE 里是一个案例，或一个案例列表：列表按顺序回答成一个列表，有坏案例时就地回答错误、退出码为 1 (one case, or a list of cases answered
    as a list in the same order; bad ones are answered in place and make the exit code 1)。案例格式 case form: {"id", "setting", "facts": {题号: "yes|no|unknown", "tx": {…}, "ctx": {…}}}。FILE 为 - 时读标准输入 (- reads
    standard input)。--jsonl 遇到坏行就地回答错误并继续 answers a bad line in place and goes on。
    """
    if jsonl == (file is not None):
        raise click.UsageError("请给一个 FILE.json,或用 --jsonl。Give one FILE.json, or --jsonl.")
    from redflags import DefinitionError, load_definitions

    try:
        definitions = load_definitions(Path(desktop.__file__).parent.parent / "resources" / "checklists")
    except DefinitionError as error:
        fail(error.zh, error.en)
    from redflags import assess_lines

    if jsonl:
        # Bytes that are no UTF-8 become a character that cannot stand in JSON where it matters: the line is answered as bad.
        lines = (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
        for answer in assess_lines(lines, definitions):
            _write(answer)
        return
    text = read_text(str(file)) or " {"
    cases = elements_of(text)
    if cases is not None:
        answers = [json.loads(answer) for answer in assess_lines(cases, definitions)]
        _write(json.dumps([_in_list(answer) for answer in answers], ensure_ascii=False, indent=1))
        if any("error" in answer for answer in answers):
            raise SystemExit(1)
        return
    (answer,) = assess_lines([text], definitions)
    result = json.loads(answer)
    if "error" in result:
        for problem in result["error"]["problems"]:
            complain(f"{problem['path']}: {problem['zh']}", f"{problem['path']}: {problem['en']}")
        raise SystemExit(1)
    _write(answer)


def elements_of(text: str) -> list[str] | None:
    """Return the texts of a JSON list's elements as they stand, None when the text is no well-formed list.

    Each keeps its own wording, so that a key given twice is still seen to be given twice.
    """
    decoder, found = json.JSONDecoder(), list[str]()
    at = _behind_blanks(text, 0)
    if not text.startswith("[", at):
        return None
    at = _behind_blanks(text, at + 1)
    try:
        while not text.startswith("]", at):
            _value, end = decoder.raw_decode(text, at)
            found.append(text[at:end])
            at = _behind_blanks(text, end)
            if text.startswith(",", at):
                at = _behind_blanks(text, at + 1)
                if text.startswith("]", at):
                    return None
            elif not text.startswith("]", at):
                return None
    except (ValueError, RecursionError):
        return None
    return found if _behind_blanks(text, at + 1) == len(text) else None


def _behind_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _in_list(answer: dict[str, object]) -> dict[str, object]:
    """Name the place in the list instead of a line."""
    return {"item" if key == "line" else key: value for key, value in answer.items()}


def read_text(file: str, longest: int = -1) -> str:
    """Return the text of a file or of standard input (`-`); a sentence and exit code 1 when that cannot be.

    `longest` is the number of bytes taken, beyond which nothing is read; any number when negative.
    """
    try:
        with sys.stdin.buffer if file == "-" else Path(file).open("rb") as source:
            raw = source.read(longest + 1 if longest >= 0 else -1)
        if 0 <= longest < len(raw):
            fail(
                f"文件「{file}」太大：不能超过 {longest} 字节，请缩短后再试。",
                f'The file "{file}" is too large: at most {longest} bytes are taken; shorten it and try again.',
            )
        return raw.decode("utf-8-sig")
    except OSError as error:
        reason = type(error).__name__
        fail(
            f"文件「{file}」读不了({reason}):请检查路径和权限。",
            f'The file "{file}" cannot be read ({reason}): check its path and permissions.',
        )
    except UnicodeDecodeError:
        fail(
            f"文件「{file}」不是 UTF-8 文本：请另存为 UTF-8。",
            f'The file "{file}" is not UTF-8 text: save it as UTF-8.',
        )


def _write(line: str) -> None:
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()
