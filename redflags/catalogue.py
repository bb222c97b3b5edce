"""Finding the checklist files: one per setting, each completed with what all settings share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from redflags.definition import Definition
from redflags.errors import DefinitionError
from redflags.loading import SETTINGS, load_definition

SHARED_FILE = "shared.json"


def combine(shared: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """One complete definition: the shared tables with the setting's own on top; `guidance` is merged field by field."""
    whole = {**shared, **own}
    parts = (shared.get("guidance"), own.get("guidance"))
    whole["guidance"] = {key: value for part in parts if isinstance(part, Mapping) for key, value in part.items()}
    return whole


def read_definition_file(folder: Path, setting: str) -> dict[str, object]:
    """The complete mapping of one setting's checklist, ready for `load_definition` or for publishing."""
    return combine(_read(folder / SHARED_FILE), _read(folder / f"{setting}.json"))


def load_definitions(folder: Path) -> dict[str, Definition]:
    """All six checklists of a folder by setting; DefinitionError names file and place of the first fault."""
    shared = _read(folder / SHARED_FILE)
    found: dict[str, Definition] = {}
    for setting in SETTINGS:
        name = f"{setting}.json"
        own = _read(folder / name)
        try:
            definition = load_definition(combine(shared, own))
        except DefinitionError as error:
            raise error.inside(name) from error
        if definition.setting != setting:
            raise DefinitionError(f"{name}:setting", "与文件名不符。", "does not match the file name.")
        found[setting] = definition
    _check_continuations(found)
    return found


def _check_continuations(found: Mapping[str, Definition]) -> None:
    for definition in found.values():
        for question in definition.questions.values():
            for target in question.continues:
                setting, _slash, key = target.partition("/")
                if setting not in found or key not in found[setting].questions:
                    raise DefinitionError(
                        f"{definition.setting}.json:{question.id}.continues",
                        "要转去的题目不存在，应写成「场景/编号」。",
                        'the question to continue with does not exist; write "setting/id".',
                    )


def _read(path: Path) -> dict[str, object]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise DefinitionError(
            path.name, "找不到清单文件，请重新安装。", "the checklist file is missing; reinstall."
        ) from None
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise DefinitionError(
            path.name, "不是有效的 JSON 文件。", f"not a valid JSON file ({error.__class__.__name__})."
        ) from None
    if not isinstance(data, dict):
        raise DefinitionError(path.name, "文件内容应当是一个对象。", "the file must hold one object.")
    return data
