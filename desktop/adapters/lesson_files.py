"""The stories, groups and drills that ship with the app."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from desktop.domain.training.drill import Drill, Saying
from desktop.domain.training.lesson import Group, Story
from redflags import Text


class LessonError(ValueError):
    """A lesson file is missing, or something in it is; the message names file and entry, never anything personal."""


class LessonFiles:
    """Lessons of one folder (`groups.json`, `stories*.json`, `drills*.json`), each read once and kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()

    def groups(self) -> tuple[Group, ...]:
        """Return the victim groups in their order; LessonError."""
        with self._lock:
            return self._groups

    def stories(self) -> tuple[Story, ...]:
        """Return the stories in their order; LessonError."""
        with self._lock:
            return self._stories

    def drills(self) -> tuple[Drill, ...]:
        """Return the drills in their order; LessonError."""
        with self._lock:
            return self._drills

    @cached_property
    def _groups(self) -> tuple[Group, ...]:
        return tuple(self._each("groups", _group))

    @cached_property
    def _stories(self) -> tuple[Story, ...]:
        return tuple(self._each("stories", _story))

    @cached_property
    def _drills(self) -> tuple[Drill, ...]:
        return tuple(self._each("drills", _drill))

    def _each(self, kind: str, read: Any) -> list[Any]:
        files = sorted(self._folder.glob(f"{kind}*.json"))
        if not files:
            raise LessonError(f"{kind}: no file")
        found: dict[str, Any] = {}
        for file in files:
            try:
                entries = json.loads(file.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                raise LessonError(f"{file.name}: unreadable") from error
            for number, entry in enumerate(entries):
                try:
                    item = read(entry)
                except (KeyError, TypeError, ValueError) as error:
                    raise LessonError(f"{file.name}[{number}]: {error!r}") from error
                if item.id in found:
                    raise LessonError(f"{file.name}[{number}]: {item.id} twice")
                found[item.id] = item
        return list(found.values())


def _text(value: Mapping[str, str]) -> Text:
    zh, en = value["zh"], value["en"]
    if not zh.strip() or not en.strip():
        raise ValueError("an empty text")
    return Text(zh, en)


def _group(entry: Mapping[str, Any]) -> Group:
    return Group(entry["id"], entry["icon"], _text(entry["name"]), _text(entry["line"]), tuple(entry["scam_types"]))


def _story(entry: Mapping[str, Any]) -> Story:
    return Story(
        id=entry["id"],
        group=entry["group"],
        scam_type=entry["scam_type"],
        title=_text(entry["title"]),
        text=_text(entry["text"]),
        sign=_text(entry["sign"]),
        takeaway=_text(entry["takeaway"]),
        source=_text(entry["source"]) if entry["source"] is not None else None,
    )


def _drill(entry: Mapping[str, Any]) -> Drill:
    said = entry["facts"]
    answers = {item: answer for answer in ("yes", "no") for item in said.get(answer, ())}
    drill = Drill(
        id=entry["id"],
        setting=entry["setting"],
        title=_text(entry["title"]),
        scene=_text(entry["scene"]),
        facts={**answers, "tx": said.get("tx", {}), "ctx": said.get("ctx", {})},
        sayings=tuple(Saying(_text(item["say"]), item["good"], _text(item["why"])) for item in entry["sayings"]),
        lesson=_text(entry["lesson"]),
    )
    if not any(saying.good for saying in drill.sayings) or all(saying.good for saying in drill.sayings):
        raise ValueError("a drill needs something good and something else to say")
    return drill
