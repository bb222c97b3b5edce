"""Headless use: one case, or a stream of cases one JSON object a line, judged by the loaded checklists."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from redflags.assess import assess
from redflags.definition import Definition
from redflags.errors import CaseError, FactsError
from redflags.parse_facts import parse_facts
from redflags.parse_fields import printable

LONGEST_LINE = 1_000_000


def assess_case(case: Mapping[str, object], definitions: Mapping[str, Definition]) -> dict[str, object]:
    """Judge `{"id", "setting", "facts"}` and answer in the output form; CaseError or FactsError when it is wrong.

    Other keys of a case (a description, an expected level, alert fields) are left alone: they belong to other readers.
    """
    if not isinstance(case, Mapping):
        raise CaseError("$", "wrong-type", "每个案例应当是一个 JSON 对象。", "a case must be a JSON object.")
    case_id = case_id_of(case)
    if case.get("id") is not None and case_id is None:
        raise CaseError("id", "wrong-type", "「id」应当是文字或整数。", "id: must be text or a whole number.")
    setting = case.get("setting")
    if not isinstance(setting, str) or setting not in definitions:
        words = ", ".join(definitions)
        raise CaseError(
            "setting", "unknown-setting", f"「setting」只能填写：{words}。", f"setting: must be one of: {words}."
        )
    facts = case.get("facts")
    if not isinstance(facts, Mapping):
        raise CaseError("facts", "wrong-type", "「facts」应当是一个对象，请填写。", "facts: must be an object; add it.")
    definition = definitions[setting]
    return assess(definition, parse_facts(facts, definition)).to_json(case_id)


def assess_lines(lines: Iterable[str], definitions: Mapping[str, Definition]) -> Iterator[str]:
    """One JSON result per non-empty line, in order; a bad line is answered in place and never stops the stream.

    A bad line gives `{"id": …|null, "line": n, "error": {"code", "path", "zh", "en", "problems": [...]}}`.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        yield _one_line(_answer(line, number, definitions))


def _one_line(answer: Mapping[str, object]) -> str:
    text = json.dumps(answer, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # an id with half a surrogate pair: escaped, it still goes through any pipe
        return json.dumps(answer)
    return text


def case_id_of(case: object) -> str | int | None:
    """The id of a case when it has a usable one."""
    value = case.get("id") if isinstance(case, Mapping) else None
    if isinstance(value, str | int) and not isinstance(value, bool):
        return value
    return None


def _answer(line: str, number: int, definitions: Mapping[str, Definition]) -> dict[str, object]:
    case: object = None
    try:
        case = _parse(line)
        if not isinstance(case, Mapping):
            raise CaseError("$", "wrong-type", "每行应当是一个 JSON 对象。", "each line must be a JSON object.")
        return assess_case(case, definitions)
    except CaseError as error:
        problems = [{"path": error.path, "code": error.code, "zh": error.zh, "en": error.en}]
    except FactsError as error:
        problems = [{"path": item.path, "code": item.code, "zh": item.zh, "en": item.en} for item in error.problems]
    return {"id": case_id_of(case), "line": number, "error": {**problems[0], "problems": problems}}


def _parse(line: str) -> object:
    if len(line) > LONGEST_LINE:
        raise CaseError(
            "$",
            "too-long",
            f"这一行超过 {LONGEST_LINE} 个字符。",
            f"the line is longer than {LONGEST_LINE} characters.",
        )
    try:
        return json.loads(line.removeprefix("\ufeff"), object_pairs_hook=_unique)
    except (ValueError, RecursionError):
        raise CaseError(
            "$",
            "bad-json",
            "这一行不是有效的 JSON,请检查引号和括号。",
            "the line is not valid JSON; check quotes and brackets.",
        ) from None


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose keys are all different: of two answers to one question neither can be trusted."""
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _value in pairs:
            if key in seen:
                name = printable(key)
                raise CaseError(
                    name, "duplicate-key", f"「{name}」出现了两次，请只留一个。", f"{name}: given twice; keep one."
                )
            seen.add(key)
    return found
