"""Reading single fields of the facts strictly, collecting every problem instead of stopping at the first."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from redflags.errors import FactsProblem

LONGEST_LIST = 200
LONGEST_TEXT = 200


@dataclass(slots=True)
class Problems:
    """The faults found so far."""

    found: list[FactsProblem] = field(default_factory=list)

    def add(self, path: str, code: str, zh: str, en: str) -> None:
        """Note one fault; the sentences name the field and what to do."""
        self.found.append(FactsProblem(path, code, f"「{path}」{zh}", f"{path}: {en}"))


@dataclass(frozen=True, slots=True)
class Fields:
    """One object of the facts; null and a missing key both mean "not known"."""

    values: Mapping[str, object]
    path: str
    problems: Problems

    def refuse_others(self, allowed: tuple[str, ...]) -> None:
        """Note every key that is not a field here."""
        for key in self.values:
            if key not in allowed:
                self.problems.add(
                    f"{self.path}.{printable(key)}",
                    "unknown-field",
                    "不是可填写的字段，请删除或改正拼写。",
                    "no such field; remove it or correct its spelling.",
                )

    def place(self, key: str) -> str:
        """The path of a field."""
        return f"{self.path}.{key}"

    def number(self, key: str, low: float, high: float, *, above: bool = False) -> float | None:
        """A number from `low` (excluded when `above`) to `high`."""
        return read_number(self.values.get(key), self.place(key), (low, high), self.problems, above=above)

    def count(self, key: str, high: int) -> int | None:
        """A whole number from 0 to `high`."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self.problems.add(self.place(key), "wrong-type", "应当是整数。", "must be a whole number.")
            return None
        if not 0 <= value <= high:
            self.problems.add(
                self.place(key),
                "out-of-range",
                f"应当在 0 到 {high} 之间，请核对。",
                f"must be between 0 and {high}; check it.",
            )
            return None
        return value

    def flag(self, key: str) -> bool | None:
        """True or false."""
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return value
        self.problems.add(self.place(key), "wrong-type", "应当是 true 或 false。", "must be true or false.")
        return None

    def choice(self, key: str, allowed: tuple[str, ...], *, numeric: bool = False) -> str | None:
        """One of the allowed words; "unknown" is the same as leaving it out, `numeric` words may come as numbers."""
        value = self._word(key, numeric)
        if value is None or value == "unknown":
            return None
        if not isinstance(value, str) or value not in allowed:
            words = ", ".join(allowed)
            self.problems.add(self.place(key), "unknown-value", f"只能填写：{words}。", f"must be one of: {words}.")
            return None
        return value

    def text(self, key: str, *, numeric: bool = False) -> str | None:
        """A short text; `numeric` ones (an account's last digits) may come as numbers."""
        value = self._word(key, numeric)
        if value is None:
            return None
        if not isinstance(value, str):
            self.problems.add(self.place(key), "wrong-type", "应当是文字。", "must be text.")
            return None
        if len(value) > LONGEST_TEXT:
            self.problems.add(
                self.place(key),
                "out-of-range",
                f"不能超过 {LONGEST_TEXT} 个字。",
                f"at most {LONGEST_TEXT} characters.",
            )
            return None
        return value

    def _word(self, key: str, numeric: bool) -> object:
        value = self.values.get(key)
        if numeric and isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15:
            return f"{value:.15g}"
        return value

    def objects(self, key: str) -> tuple[Fields, ...]:
        """A list of objects."""
        found: list[Fields] = []
        for index, value in enumerate(self.members(key)):
            place = f"{self.place(key)}[{index}]"
            if isinstance(value, Mapping):
                found.append(Fields(value, place, self.problems))
            else:
                self.problems.add(place, "wrong-type", "应当是一个对象。", "must be an object.")
        return tuple(found)

    def members(self, key: str) -> tuple[object, ...]:
        """The members of a list, none when it is not known."""
        value = self.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, list | tuple):
            self.problems.add(self.place(key), "wrong-type", "应当是一个列表。", "must be a list.")
            return ()
        if len(value) > LONGEST_LIST:
            self.problems.add(
                self.place(key), "out-of-range", f"最多 {LONGEST_LIST} 项。", f"at most {LONGEST_LIST} entries."
            )
            return ()
        return tuple(value)


def read_number(
    value: object, path: str, bounds: tuple[float, float], problems: Problems, *, above: bool = False
) -> float | None:
    """A finite int or float within bounds; text, true/false, NaN and infinity are refused."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        problems.add(path, "wrong-type", "应当是数字。", "must be a number.")
        return None
    low, high = bounds
    if isinstance(value, float) and not math.isfinite(value):
        problems.add(path, "not-finite", "不是有效的数字，请重新填写。", "not a finite number; enter it again.")
        return None
    if value > high or value < low or (above and value == low):
        zh = f"应当{'大于' if above else '不小于'} {low:,g} 且不超过 {high:,.0f},请核对。"
        en = f"must be {'above' if above else 'at least'} {low:,g} and at most {high:,.0f}; check it."
        problems.add(path, "out-of-range", zh, en)
        return None
    return value


def printable(key: object) -> str:
    """A key fit for an error message: short, no control characters."""
    return "".join(character for character in str(key)[:60] if character.isprintable())
