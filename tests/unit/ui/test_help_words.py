"""What the help calls a button or a tab is what stands on it."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
NOT_ON_SCREENS = {"没问", "1.5万"}
"""Something one thinks or types."""
HELP = sorted(path.name for path in (ROOT / "resources" / "help" / "zh").glob("*.md"))


def on_screens() -> str:
    shown = [*(ROOT / "desktop").rglob("*.py"), *(ROOT / "resources" / "checklists").rglob("*.json")]
    return "\n".join(path.read_text(encoding="utf-8") for path in shown)


def test_chinese_names_stand_on_the_screens() -> None:
    said, screens = set[str](), on_screens()
    for name in HELP:
        said |= set(
            re.findall(r"「([^」]*)」", (ROOT / "resources" / "help" / "zh" / name).read_text(encoding="utf-8"))
        )
    assert len(said) > 10
    assert sorted(word for word in said - NOT_ON_SCREENS if f'"{word}"' not in screens) == []


@pytest.mark.parametrize("name", HELP)
def test_english_names_stand_on_the_screens(name: str) -> None:
    catalogue = (ROOT / "resources" / "i18n" / "counterwatch_en.ts").read_text(encoding="utf-8")
    known = {html.unescape(words) for words in re.findall(r"<translation>([^<]*)</translation>", catalogue)}
    said = re.findall(r"“([^”]*)”", (ROOT / "resources" / "help" / "en" / name).read_text(encoding="utf-8"))
    assert [word for word in said if word not in known and f'"{word}"' not in on_screens()] == []
