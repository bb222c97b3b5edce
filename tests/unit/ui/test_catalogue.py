"""The English catalogue is complete, follows the sources, and is compiled."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.house import ROOT

CATALOGUE = ROOT / "resources" / "i18n" / "counterwatch_en.ts"


def messages() -> dict[tuple[str, str], str]:
    found = {}
    for context in ET.parse(CATALOGUE).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            words = message.find("translation")
            done = words is not None and words.get("type") != "unfinished"
            text = words.text or "" if words is not None and done else ""
            found[(context.findtext("name") or "", message.findtext("source") or "")] = text
    return found


def spoken() -> set[tuple[str, str]]:
    """(class, literal) of each self.tr("…") in the sources."""
    found = set()
    for path in sorted((ROOT / "desktop" / "ui").rglob("*.py")):
        for room in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(room, ast.ClassDef):
                continue
            for call in ast.walk(room):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "tr":
                    assert len(call.args) == 1, f"{path.name}:{call.lineno} tr takes one literal"
                    literal = call.args[0]
                    assert isinstance(literal, ast.Constant), f"{path.name}:{call.lineno} only literals are found"
                    found.add((room.name, str(literal.value)))
    return found


def test_no_string_of_the_screens_is_missing_or_unfinished() -> None:
    known = messages()
    assert sorted(one for one in spoken() if not known.get(one)) == []


def test_no_string_is_left_over() -> None:
    assert sorted(set(messages()) - spoken()) == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    import string

    def names(text: str) -> set[str]:
        return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}

    assert [source for (_room, source), text in messages().items() if names(source) != names(text)] == []


def test_the_compiled_catalogue_is_the_one_of_this_text(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    program = f"import sys; sys.path.insert(0, {str(ROOT / 'tools')!r}); import i18n; from pathlib import Path; "
    program += f"i18n.compile_catalogue(Path({str(fresh)!r}))"
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert fresh.read_bytes() == CATALOGUE.with_suffix(".qm").read_bytes(), "run tools/i18n.py and commit the .qm"
