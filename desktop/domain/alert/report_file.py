"""An alert described by a file: the `assess` form plus the alert's fields (DOMAIN 5.2), for shop systems and scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.alert.fields import ANY, FIELDS
from desktop.domain.alert.judged import Choice
from desktop.domain.alert.numbers import Unreadable, parse_amount, parse_weight
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.alert.readable import all_readable

_CTX = ("person_present", "value_status")
_TX = ("amount_cny", "weight_g", "item_kind", "purity", "payments", "measured_weight_g", "insured_value_cny")
_CHOICE = ("level", "level_reason", "urgency_by_clerk")
# What a training case says beside its facts (DOMAIN 6), and an id of the sender's own.
_IGNORED = frozenset(
    {"id", "setting", "facts", "alert", "truth", "story_zh", "expected_level", "acceptable_levels", "borderline"}
    | {"expected_scam_types", "expected_compliance_flags"}
)


@dataclass(slots=True)
class FileReport:
    """What a report file holds, ready for a draft, with the faults of its form."""

    setting: str = ""
    answers: dict[str, str] = field(default_factory=dict)
    tx: dict[str, object] = field(default_factory=dict)
    ctx: dict[str, object] = field(default_factory=dict)
    details: dict[str, str] = field(default_factory=dict)
    choice: Choice = field(default_factory=Choice)
    problems: list[FieldProblem] = field(default_factory=list)

    def add(self, name: str, code: str, zh: str, en: str) -> None:
        """Note one fault."""
        self.problems.append(FieldProblem(name, code, zh, en))


def read_report(data: object) -> FileReport:
    """Read a parsed report file; alert fields may stand at the top or inside `alert`. Faults are in `problems`."""
    report = FileReport()
    if not isinstance(data, Mapping):
        report.add("", "wrong-type", "文件内容应当是一个 JSON 对象。", "The file must hold one JSON object.")
        return report
    try:
        data = {str(key): all_readable(value) for key, value in data.items()}
    except RecursionError:
        report.add(
            "", "too-deep", "文件嵌套太深，请按格式重写。", "The file is nested too deeply: write it by the form."
        )
        return report
    setting = data.get("setting")
    if setting in ANY:
        report.setting = str(setting)
    else:
        report.add(
            "setting", "bad-choice", f"setting 只能是：{'、'.join(ANY)}。", f"setting must be one of: {', '.join(ANY)}."
        )
    _facts(report, data.get("facts"))
    inner = data.get("alert", {})
    if not isinstance(inner, Mapping):
        report.add("alert", "wrong-type", "alert 应当是一个对象。", "alert must be an object.")
        inner = {}
    fields = {**{key: value for key, value in data.items() if key not in _IGNORED}, **inner}
    for key, value in fields.items():
        if value is not None:
            _field(report, str(key), value)
    report.choice = _choice(fields)
    return report


def choice_in(data: object) -> Choice:
    """Return the level decision written in a report file."""
    return read_report(data).choice


def _choice(fields: Mapping[str, object]) -> Choice:
    level = fields.get("level")
    return Choice(
        level_override=None if level is None else str(level),
        level_reason=str(fields.get("level_reason") or ""),
        urgent=fields.get("urgency_by_clerk") == "urgent",
    )


def _facts(report: FileReport, facts: object) -> None:
    if not isinstance(facts, Mapping):
        report.add("facts", "required", "缺少 facts:请写上核对项的回答。", "facts is missing: give the answers.")
        return
    for key, value in facts.items():
        if key in ("tx", "ctx"):
            if value is None:
                continue
            if not isinstance(value, Mapping):
                report.add(key, "wrong-type", f"{key} 应当是一个对象。", f"{key} must be an object.")
                continue
            (report.tx if key == "tx" else report.ctx).update(value)
        elif value is not None and not isinstance(value, str):
            report.add(str(key), "bad-answer", "只能填写 yes、no 或 unknown。", "must be yes, no or unknown.")
        elif value is not None:
            report.answers[str(key)] = value


def _field(report: FileReport, key: str, value: object) -> None:
    if key in _CTX:
        report.ctx[key] = value
    elif key == "purity" and isinstance(value, str):
        report.details[key] = value
    elif key in _TX:
        _transaction(report, key, value)
    elif key in _CHOICE:
        if not isinstance(value, str):
            report.add(key, "wrong-type", f"{key} 应当是文字。", f"{key} must be text.")
    elif key not in FIELDS:
        report.add(
            key,
            "unknown-field",
            f"没有「{key[:40]}」这个栏目，请改正。",
            f'There is no field "{key[:40]}": correct it.',
        )
    elif isinstance(value, bool):
        report.details[key] = "yes" if value else "no"
    elif isinstance(value, str | int):
        report.details[key] = str(value)
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        report.details[key] = ",".join(value)
    else:
        report.add(key, "wrong-type", f"{FIELDS[key].zh}应当是文字。", f"The {FIELDS[key].en} must be text.")


def _transaction(report: FileReport, key: str, value: object) -> None:
    if not isinstance(value, str) or key in ("item_kind", "payments"):
        report.tx[key] = value
        return
    try:
        report.tx[key] = parse_amount(value) / 100 if key.endswith("_cny") else parse_weight(value) / 1000
    except Unreadable as error:
        report.add(f"tx.{key}", error.code, error.zh, error.en)
