"""The wire's JSON Schemas, compiled once (the port `Contract`)."""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from station.adapters.quick_contract import quick_checks
from station.domain.findings import FieldError

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

_MOST_ERRORS = 20
_SUFFIX = ".schema.json"

_SENTENCES: dict[str, tuple[str, str]] = {
    "required": ("This member is required: fill it in.", "此项必填，请填写。"),
    "type": ("This has the wrong type.", "类型不对，请检查。"),
    "enum": ("This is not one of the known words.", "不在可选范围内，请重新选择。"),
    "const": ("This version is not known here: update the program.", "版本不支持，请更新程序。"),
    "pattern": ("This is not in the right form.", "格式不对，请检查。"),
    "format": ("This is not in the right form (time with offset).", "格式不对（时间须带时区）。"),
    "maxLength": ("This is too long: shorten it.", "太长了，请缩短。"),
    "minLength": ("This is too short: fill it in.", "太短了，请补充。"),
    "maximum": ("This number is too large: check it.", "数值过大，请核对。"),
    "minimum": ("This number is too small: check it.", "数值过小，请核对。"),
    "exclusiveMinimum": ("This number must be above zero.", "必须大于零。"),
    "maxItems": ("Too many entries.", "条目过多，请减少。"),
    "uniqueItems": ("An entry is repeated.", "条目重复。"),
}
_OTHER = ("This does not fit the contract.", "不符合接口约定。")


def wire_schemas() -> dict[str, dict[str, Any]]:
    """Return every schema of `resources/wire`, by its short name (`alert`, `receipt`…)."""
    folder = files("resources") / "wire"
    return {
        entry.name.removesuffix(_SUFFIX): json.loads(entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(_SUFFIX)
    }


class WireContract:
    """Compiled validators of the wire's schemas; the slower one, which names errors, is loaded at the first of them."""

    def __init__(self) -> None:
        self._schemas = wire_schemas()
        self._quick = quick_checks(self._schemas, _is_moment)

    @cached_property
    def _validators(self) -> "dict[str, Draft202012Validator]":
        from jsonschema import Draft202012Validator, FormatChecker
        from referencing import Registry, Resource

        registry: Registry[Any] = Registry().with_resources(
            (f"{name}{_SUFFIX}", Resource.from_contents(schema)) for name, schema in self._schemas.items()
        )
        checker = FormatChecker(formats=())
        checker.checks("date-time", raises=ValueError)(_is_moment)
        return {
            name: Draft202012Validator(schema, registry=registry, format_checker=checker)
            for name, schema in self._schemas.items()
        }

    def errors(self, schema: str, body: object) -> list[FieldError]:
        """Return what breaks the shape; at most twenty, none repeats a value."""
        quick = self._quick.get(schema)
        if quick is not None and quick(body):
            return []
        found = []
        for error in self._validators[schema].iter_errors(body):
            found += _field_errors(error)
            if len(found) >= _MOST_ERRORS:
                break
        return found[:_MOST_ERRORS]


def _is_moment(value: object) -> bool:
    if not isinstance(value, str):
        return True
    moment = datetime.fromisoformat(value)
    return "T" in value and moment.tzinfo is not None and 1900 <= moment.year <= 9000


def _field_errors(error: "ValidationError") -> list[FieldError]:
    pointer = "".join(f"/{_escape(part)}" for part in error.absolute_path)
    code = str(error.validator)
    detail, detail_zh = _SENTENCES.get(code, _OTHER)
    if code == "required" and isinstance(error.instance, dict):
        absent = [name for name in _strings(error.validator_value) if name not in error.instance]
        return [FieldError(f"{pointer}/{_escape(name)}", code, detail, detail_zh) for name in absent]
    return [FieldError(pointer, code, detail, detail_zh)]


def _strings(value: object) -> Iterable[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _escape(part: object) -> str:
    return str(part).replace("~", "~0").replace("/", "~1")
