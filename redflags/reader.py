"""Typed reading of untrusted JSON values; every refusal names the place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from redflags.errors import DefinitionError
from redflags.terms import Text, Track


@dataclass(frozen=True, slots=True)
class Node:
    """A JSON value together with its place in the definition."""

    value: object
    path: str

    def refuse(self, zh: str, en: str) -> DefinitionError:
        """The error to raise for this place."""
        return DefinitionError(self.path or "$", zh, en)

    def mapping(self, allowed: frozenset[str] | None = None) -> Mapping[str, object]:
        """The value as an object; with `allowed`, keys beyond it are refused."""
        if not isinstance(self.value, Mapping):
            raise self.refuse("这里应当是一个对象。", "an object is expected here.")
        for key in self.value:
            if allowed is not None and key not in allowed:
                raise self.at(str(key)).refuse(
                    "不认识这个字段，请删除或改正拼写。", "unknown field; remove it or correct its spelling."
                )
        return self.value

    def at(self, key: str) -> Node:
        """The value under a key, None when it is missing."""
        value = self.value.get(key) if isinstance(self.value, Mapping) else None
        return Node(value, f"{self.path}.{key}" if self.path else key)

    def items(self) -> Iterator[Node]:
        """The members of a list."""
        if not isinstance(self.value, list | tuple):
            raise self.refuse("这里应当是一个列表。", "a list is expected here.")
        for index, value in enumerate(self.value):
            yield Node(value, f"{self.path}[{index}]")

    def items_or_none(self) -> Iterator[Node]:
        """The members of a list that may be left out."""
        if self.value is not None:
            yield from self.items()

    def string(self) -> str:
        """A non-empty string."""
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.refuse("这里应当是非空文字。", "a non-empty text is expected here.")
        return self.value

    def strings(self) -> tuple[str, ...]:
        """A list of different non-empty strings; a missing list is empty."""
        found: list[str] = []
        for node in self.items_or_none():
            if node.string() in found:
                raise node.refuse("重复的编号。", "this id is listed twice.")
            found.append(node.string())
        return tuple(found)

    def integer(self, low: int, high: int) -> int:
        """A whole number within bounds."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.refuse(
                f"这里应当是 {low} 到 {high} 的整数。", f"a whole number from {low} to {high} is expected here."
            )
        return value

    def choice(self, allowed: tuple[str, ...]) -> str:
        """One of the allowed words."""
        if not isinstance(self.value, str) or self.value not in allowed:
            words = ", ".join(allowed)
            raise self.refuse(f"只能填写：{words}。", f"must be one of: {words}.")
        return self.value

    def text(self) -> Text:
        """A sentence in both languages; an empty or missing translation is refused."""
        self.mapping(frozenset({"zh", "en"}))
        for language in ("zh", "en"):
            node = self.at(language)
            if not isinstance(node.value, str) or not node.value.strip():
                raise node.refuse("缺少译文，请补上。", "the translation is missing; add it.")
        return Text(self.at("zh").string(), self.at("en").string())

    def text_or_none(self) -> Text | None:
        """A sentence in both languages, or None when left out."""
        return None if self.value is None else self.text()

    def tracks(self) -> tuple[Track, ...]:
        """A list of different tracks."""
        known = tuple(track.value for track in Track)
        nodes = list(self.items_or_none())
        self.strings()
        return tuple(Track(node.choice(known)) for node in nodes)
