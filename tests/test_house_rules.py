"""The house rules that no linter knows; each test names every place that breaks its rule."""

from __future__ import annotations

import ast
import json
import re
import sys
from typing import TYPE_CHECKING

import jsonschema
import pytest

from tests import house

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Words that must not be readable over a clerk's shoulder.
FORBIDDEN = ("反诈", "诈骗", "骗子", "骗局", "报警", "警情", "可疑", "fraud", "scam", "suspicious")
SHOWN_FROM_AFAR = (
    "setWindowTitle",
    "showMessage",
    "setApplicationName",
    "setApplicationDisplayName",
    "QSystemTrayIcon",
)
# Name of a file, class or function -> why it may be longer than the rule says.
LONGER_FOR_A_REASON: dict[str, str] = {
    "desktop/bootstrap.py:_services": "one line for each use case: a list, read from top to bottom",
}


def test_files_are_short() -> None:
    """No Python file over 300 lines."""
    long = {s.name: s.text.count("\n") for s in house.sources() if s.text.count("\n") > 300}
    assert not {name: lines for name, lines in long.items() if name not in LONGER_FOR_A_REASON}


def test_functions_and_classes_are_short() -> None:
    """A function under 50 lines, a class under 200."""
    places = []
    for source in house.sources():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                limit = 200 if isinstance(node, ast.ClassDef) else 50
                if lines >= limit and f"{source.name}:{node.name}" not in LONGER_FOR_A_REASON:
                    places.append(f"{source.name}:{node.lineno} {node.name} has {lines} lines")
    assert not places


def test_tests_never_sleep() -> None:
    """A test waits for what it needs, never for a time."""
    names = {"time.sleep", "sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep", "QThread.sleep", "QThread.msleep"}
    tests = [source for source in house.sources() if source.room == "tests"]
    assert not [f"{s.name}:{call.lineno}" for s in tests for call, name in house.calls(s) if name in names]


def test_nothing_is_skipped_or_left_for_later() -> None:
    """No skipped test, no reminder instead of work, no silenced checker without its reason on the same line."""
    later = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|NotImplemented" + r"Error)\b")
    skipped = re.compile(r"pytest\.(mark\.)?(sk" + r"ip|xf" + r"ail)")
    silenced = re.compile(r"#\s*(type:\s*ignore|no" + r"qa)(\[[\w, -]+\]|:\s*[A-Z0-9, ]+)?\s*(?P<reason>.*)$")
    places = []
    for source in house.sources():
        for number, line in enumerate(source.text.splitlines(), 1):
            bare = (found := silenced.search(line)) and len(found["reason"].strip("# ")) < 6
            if later.search(line) or skipped.search(line) or bare:
                places.append(f"{source.name}:{number}: {line.strip()}")
    assert not places


def test_programs_do_not_print() -> None:
    """Programs speak through click, the log or the screen."""
    places = [
        (s.name, call.lineno) for s in house.program_sources() for call, name in house.calls(s) if name == "print"
    ]
    assert not places


def test_public_things_say_what_they_are_for() -> None:
    """Every public module, class, function and method that ships has a docstring."""
    places = [
        f"{source.name}:{line} {name}"
        for source in house.program_sources()
        for line, name, docstring in house.public_definitions(source)
        if not docstring
    ]
    assert not places


def test_the_engine_needs_only_python() -> None:
    """redflags imports the standard library and itself, nothing else."""
    places = []
    for source in house.program_sources():
        for node in ast.walk(source.tree) if source.room == "redflags" else ():
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            known = {*sys.stdlib_module_names, "redflags"}
            places += [f"{source.name}:{name}" for name in names if name.split(".")[0] not in known]
    assert not places


def test_no_trace_of_the_machine_it_was_written_on() -> None:
    """No absolute path of a developer's machine, no package host."""
    traces = re.compile(r"(?<![\w.])/(work|root|farm|home/\w+|Users/\w+)/")
    hosts = re.compile(r"index[-_]url|find[-_]links|pythonhosted|artifactory", re.IGNORECASE)
    places = [
        f"{name}:{number}"
        for name, text in house.texts()
        if name != "tests/test_house_rules.py"
        for number, line in enumerate(text.splitlines(), 1)
        if traces.search(line) or hosts.search(line)
    ]
    assert not places


def test_the_lock_names_no_host_and_hashes_everything() -> None:
    """The lock holds for every package host, and pip refuses anything that is not what was locked."""
    text = (house.ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.findall(r"^([\w.-]+)==\S+.*\\\n\s+--hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert "://" not in text
    assert len(pinned) == len(re.findall(r"^[\w.-]+[^\n]*==", text, re.MULTILINE)) > 50


@pytest.mark.parametrize("folder", ["checklists", "wire", "cases", "i18n", "styles"])
def test_data_files_parse(folder: str) -> None:
    """Every JSON file under resources/ is JSON without doubled keys, and what calls itself a JSON Schema is one."""

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        assert len(keys) == len(set(keys)), f"doubled keys: {sorted({key for key in keys if keys.count(key) > 1})}"
        return dict(pairs)

    for path in sorted((house.ROOT / "resources" / folder).rglob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=unique)
        if isinstance(data, dict) and "$schema" in data:
            jsonschema.validators.validator_for(data).check_schema(data)


def test_titles_and_notifications_are_neutral() -> None:
    """Nothing shown from afar (window title, tray, notification, menu entry) gives the clerk away."""
    places = []
    for source in house.program_sources():
        for call, name in house.calls(source) if source.room == "desktop" else ():
            text = "\n".join(house.strings(argument) for argument in call.args).lower()
            if name.rpartition(".")[2] in SHOWN_FROM_AFAR and any(word in text for word in FORBIDDEN):
                places.append(f"{source.name}:{call.lineno}")
    for name, text in house.texts():
        if name.endswith(".desktop") and any(word in text.lower() for word in FORBIDDEN):
            places.append(name)
    assert not places


def test_checklist_wording_can_be_read_by_the_customer() -> None:
    """Titles, sections and questions use no word that tells the customer what the clerk is thinking of."""
    places = []
    for path in sorted((house.ROOT / "resources" / "checklists").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        shown = [data.get(key) for key in ("title", "subtitle", "sections")]
        questions = data.get("questions", [])
        for question in questions.values() if isinstance(questions, dict) else questions:
            shown += [question.get("text"), question.get("ask")]
        for text in shown:
            line = json.dumps(text, ensure_ascii=False)
            places += [f"{path.name}: {line[:80]}" for word in ("反诈", "诈骗", "报警") if word in line]
    assert not places


def test_qt_keeps_the_references_it_borrows(qapp: QApplication) -> None:
    """Signals and setters leave the reference counts of True and None level (PySide 6.12.0 lost one at each emit)."""
    from PySide6.QtCore import QObject, Signal
    from PySide6.QtGui import QAction

    class Bell(QObject):
        rung = Signal(bool, object)

    bell, action = Bell(), QAction()
    action.setCheckable(True)
    bell.rung.connect(lambda *_: None)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for turn in range(200):
        bell.rung.emit(True, None)
        action.setChecked(turn % 2 == 0)
        action.setEnabled(True)
        bell.setParent(None)
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert max(abs(after[0] - before[0]), abs(after[1] - before[1])) < 20, (before, after)
