"""The English catalogue is complete, follows the sources, and is compiled."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.house import ROOT

CATALOGUE = ROOT / "resources" / "i18n" / "counterwatch_en.ts"


def messages() -> dict[tuple[str, str], tuple[str, ...]]:
    """Every string's words; two of them where one is said otherwise than many."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in ET.parse(CATALOGUE).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            words = message.find("translation")
            done = words is not None and words.get("type") != "unfinished"
            forms = [form.text or "" for form in words.findall("numerusform")] if words is not None else []
            text = (forms or [words.text or ""]) if words is not None and done else [""]
            found[(context.findtext("name") or "", message.findtext("source") or "")] = tuple(text)
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
                    counted = len(call.args) == 3 and isinstance(call.args[1], ast.Constant) and not call.args[1].value
                    assert len(call.args) == 1 or counted, f"{path.name}:{call.lineno} tr takes one literal, or a count"
                    literal = call.args[0]
                    assert isinstance(literal, ast.Constant), f"{path.name}:{call.lineno} only literals are found"
                    found.add((room.name, str(literal.value)))
    return found


def test_no_string_of_the_screens_is_missing_or_unfinished() -> None:
    known = messages()
    assert sorted(one for one in spoken() if not all(known.get(one, ("",)))) == []


def test_no_string_is_left_over() -> None:
    assert sorted(set(messages()) - spoken()) == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    import string

    def names(text: str) -> set[str]:
        return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}

    assert [
        source for (_room, source), forms in messages().items() for text in forms if names(source) != names(text)
    ] == []


def test_one_is_said_otherwise_than_many() -> None:
    counted = {source: forms for (_room, source), forms in messages().items() if len(forms) == 2}
    assert counted["还有 {n} 天"] == ("{n} day left", "{n} days left")
    assert [source for source, (one, many) in counted.items() if one == many] == []


def test_the_compiled_catalogue_is_the_one_of_this_text(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    program = f"import sys; sys.path.insert(0, {str(ROOT / 'tools')!r}); import i18n; from pathlib import Path; "
    program += f"i18n.compile_catalogue(Path({str(fresh)!r}))"
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    assert fresh.read_bytes() == CATALOGUE.with_suffix(".qm").read_bytes(), "run tools/i18n.py and commit the .qm"
