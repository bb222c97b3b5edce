"""The engine's refusals; each says in both languages where the fault is and what to do."""

from __future__ import annotations

from dataclasses import dataclass


class DefinitionError(Exception):
    """A checklist definition is wrong; `path` is the place in the JSON, e.g. `sections[0].questions[2].weight`."""

    def __init__(self, path: str, zh: str, en: str) -> None:
        super().__init__(f"{path}: {en}")
        self.path = path
        self._sentences = (zh, en)
        self.zh = f"清单定义「{path}」处有误：{zh}"
        self.en = f"Checklist definition, at {path}: {en}"

    def inside(self, name: str) -> DefinitionError:
        """The same fault with the name of the file in front of its place."""
        return DefinitionError(f"{name}:{self.path}", *self._sentences)


@dataclass(frozen=True, slots=True)
class FactsProblem:
    """One fault in the facts: its place, a stable code and the sentence for the user; never repeats the value."""

    path: str
    code: str
    zh: str
    en: str


class FactsError(Exception):
    """The facts of a case are wrong; `problems` names every fault at once."""

    def __init__(self, problems: tuple[FactsProblem, ...]) -> None:
        super().__init__("; ".join(f"{problem.path}: {problem.code}" for problem in problems))
        self.problems = problems


class CaseError(Exception):
    """A case as a whole cannot be read (not an object, unknown setting, unknown key)."""

    def __init__(self, path: str, code: str, zh: str, en: str) -> None:
        super().__init__(f"{path}: {code}")
        self.path = path
        self.code = code
        self.zh = zh
        self.en = en
