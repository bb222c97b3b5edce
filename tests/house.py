"""What the house rules look at: the project's files and the syntax trees of its Python."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ("desktop", "redflags", "station")
_NOT_OURS = {"build", "dist", "tour-pictures", "htmlcov", "__pycache__"}
_TEXT = {".py", ".toml", ".md", ".json", ".txt", ".yaml", ".yml", ".lock", ".sh", ".spec", ".nsi", ".desktop", ".html"}
_TEXT |= {".css", ".js", ".mjs", ".qss", ".svg", ".ts", ".xml", ".cfg", ".ini", ""}


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the project's root, its text and its syntax tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """The first part of the path: desktop, tests, dev.py."""
        return self.name.split("/", 1)[0]


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that belongs to the project, whether committed yet or not."""
    found: list[Path] = []
    for folder, folders, names in os.walk(ROOT):
        hidden = {name for name in folders if name.startswith(".") and name != ".ci"}
        folders[:] = sorted(set(folders) - hidden - _NOT_OURS)
        found += [Path(folder) / name for name in sorted(names)]
    return tuple(found)


def texts() -> Iterator[tuple[str, str]]:
    """Path and text of every readable file of the project."""
    for path in project_files():
        if path.suffix in _TEXT and not path.name.startswith(".coverage"):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


@cache
def sources() -> tuple[Source, ...]:
    """Every Python file of the project."""
    return tuple(Source(name, text, ast.parse(text)) for name, text in texts() if name.endswith(".py"))


def program_sources() -> list[Source]:
    """The Python files that are shipped."""
    return [source for source in sources() if source.room in PROGRAMS]


def calls(source: Source) -> Iterator[tuple[ast.Call, str]]:
    """Every call with its dotted name as written (`time.sleep`, `self.setWindowTitle`, `print`)."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def strings(node: ast.AST) -> str:
    """All string literals below a node, as one text."""
    return "\n".join(n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str))


def public_definitions(source: Source) -> Iterator[tuple[int, str, str | None]]:
    """Line, name and docstring of the module and of every public class, function and method in it."""
    if source.tree.body:
        yield 1, "module", ast.get_docstring(source.tree)
    yield from _definitions(source.tree.body)


def _definitions(body: list[ast.stmt]) -> Iterator[tuple[int, str, str | None]]:
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.lineno, node.name, ast.get_docstring(node)
            yield from _definitions(node.body)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not _explained_elsewhere(node):
            yield node.lineno, node.name, ast.get_docstring(node)


def _explained_elsewhere(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Private names, overloads, setters, overrides (Qt's camelCase ones too), and a port's bodiless calls.

    What a port promises is told by its class; its contract test says the rest.
    """
    if [ast.unparse(line) for line in node.body] == ["..."]:
        return True
    decorators = {ast.unparse(decorator).rpartition(".")[2] for decorator in node.decorator_list}
    return node.name.startswith("_") or not node.name.islower() or bool(decorators & {"overload", "setter", "override"})
