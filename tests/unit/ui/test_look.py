"""The look's promises that need no screen: contrast, complete token tables, icons that are there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from desktop.ui.runtime.tokens import DARK, LIGHT, SHAPE_PAIRS, TEXT_PAIRS, THEMES
from tests.house import ROOT

SHEET = (ROOT / "resources" / "styles" / "app.qss").read_text(encoding="utf-8")
ICONS = ROOT / "resources" / "icons"


def luminance(color: str) -> float:
    """Relative luminance of #RRGGBB (WCAG 2.2)."""
    channels = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_faint(table: Mapping[str, str], pairs: tuple[tuple[str, str], ...], least: float) -> list[str]:
    found = []
    for front, back in pairs:
        value = contrast(table[front], table[back])
        if value < least:
            found.append(f"{front} on {back}: {value:.2f}")
    return found


def test_black_on_white_has_the_contrast_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("name", sorted(THEMES))
def test_every_text_is_readable_on_its_ground(name: str) -> None:
    assert too_faint(THEMES[name], TEXT_PAIRS, 4.5) == []


@pytest.mark.parametrize("name", sorted(THEMES))
def test_every_shape_one_must_see_stands_out(name: str) -> None:
    assert too_faint(THEMES[name], SHAPE_PAIRS, 3.0) == []


def test_both_themes_know_the_same_tokens() -> None:
    assert set(LIGHT) == set(DARK)


def test_the_sheet_uses_only_known_names() -> None:
    used = set(re.findall(r"\$([a-z_0-9]+)", SHEET))
    unknown = {name for name in used if name not in LIGHT and not re.fullmatch(r"p\d+|icon_[a-z_]+", name)}
    assert not unknown
    assert all(1 <= int(name[1:]) <= 100 for name in used if re.fullmatch(r"p\d+", name))


def test_icons_are_tinted_lines_with_their_licence() -> None:
    assert "ISC" in (ICONS / "LICENSE").read_text(encoding="utf-8")
    drawn = sorted(ICONS.glob("*.svg"))
    assert drawn
    assert [path.name for path in drawn if "currentColor" not in path.read_text(encoding="utf-8")] == []


def test_every_icon_named_in_the_screens_exists() -> None:
    known = {path.stem for path in ICONS.glob("*.svg")}
    named: dict[str, Path] = {}
    for path in sorted((ROOT / "desktop" / "ui").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        for call in re.findall(r'(?:IconLabel|IconTile|IconText|StatTile|EmptyState|set_icon)\("([a-z0-9-]+)"', source):
            named[call] = path
    assert {name: str(path) for name, path in named.items() if name not in known} == {}
    assert named
