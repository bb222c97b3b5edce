#!/usr/bin/env python3
"""Collect the screens' strings into the English catalogue and compile it: `python tools/i18n.py [--check]`.

Chinese is the source language, written as literals in `self.tr("…")`. The words are translated in
`resources/i18n/counterwatch_en.ts` (Qt Linguist); the compiled `.qm` is committed beside it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "i18n" / "counterwatch_en.ts"
COMPILED = CATALOGUE.with_suffix(".qm")


def tool(name: str) -> str:
    """Return the path of one of PySide6's translation programs."""
    beside = Path(sys.executable).with_name(f"pyside6-{name}")
    return str(beside) if beside.exists() else f"pyside6-{name}"


def collect() -> None:
    """Bring the catalogue up to date with the sources; translations already there are kept."""
    sources = sorted((ROOT / "desktop" / "ui").rglob("*.py"))
    relative = [str(path.relative_to(ROOT)) for path in sources]
    options = ["-locations", "none", "-no-obsolete", "-source-language", "zh_CN", "-target-language", "en"]
    subprocess.run([tool("lupdate"), *options, *relative, "-ts", str(CATALOGUE)], cwd=ROOT, check=True)


def compile_catalogue(target: Path = COMPILED) -> None:
    """Write the compiled catalogue."""
    subprocess.run([tool("lrelease"), str(CATALOGUE), "-qm", str(target)], cwd=ROOT, check=True)


def untranslated() -> list[str]:
    """Return every Chinese string without English words."""
    missing = []
    for message in ET.parse(CATALOGUE).getroot().iter("message"):  # noqa: S314 - our own catalogue
        words = message.find("translation")
        if words is None or words.get("type") == "unfinished" or not all(form.strip() for form in _forms(words)):
            missing.append(message.findtext("source") or "")
    return missing


def _forms(words: ET.Element) -> list[str]:
    """Return the words, or where English counts differently from Chinese those for one and for many."""
    return [form.text or "" for form in words.findall("numerusform")] or [words.text or ""]


def main() -> int:
    """Collect and compile; with `--check` only say what is missing."""
    if "--check" not in sys.argv[1:]:
        collect()
        compile_catalogue()
    missing = untranslated()
    sys.stdout.write("".join(f"{text}\n" for text in missing))
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
