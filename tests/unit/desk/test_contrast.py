"""The page's colours keep WCAG AA in both themes; read from the tokens the page really uses."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[3] / "station" / "desk" / "static" / "css" / "tokens.css"
TEXT_ON = [
    ("ink", "bg"),
    ("ink", "surface"),
    ("ink-2", "surface"),
    ("ink-2", "bg"),
    ("ink-2", "surface-2"),
    ("ink-2", "surface-3"),
    ("muted", "surface"),
    ("muted", "surface-2"),
    ("muted", "bg"),
    ("bg", "ink"),
    ("brand-text", "surface"),
    ("brand-text", "brand-soft"),
    ("brand-ink", "brand"),
    ("red", "surface"),
    ("red", "red-soft"),
    ("amber", "surface"),
    ("amber", "amber-soft"),
    ("green", "surface"),
    ("green", "green-soft"),
    ("violet", "violet-soft"),
    ("white", "red-solid"),
    ("rail-ink", "rail-top"),
    ("rail-ink", "rail-bottom"),
    ("white", "rail-active"),
]
EDGES_ON = [("control-line", "surface"), ("focus", "surface"), ("focus", "bg"), ("amber-solid", "surface")]


def colours(theme: str) -> dict[str, str]:
    found = {"white": "#ffffff"}
    for name, value in re.findall(r"--([\w-]+): ([^;]+);", TOKENS.read_text(encoding="utf-8")):
        hexes = re.findall(r"#[0-9a-f]{6}", value)
        if hexes:
            found[name] = hexes[-1] if theme == "dark" else hexes[0]
    return found


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), TEXT_ON)
def test_text_can_be_read(theme: str, front: str, back: str) -> None:
    palette = colours(theme)
    assert ratio(palette[front], palette[back]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back"), EDGES_ON)
def test_edges_of_controls_can_be_seen(theme: str, front: str, back: str) -> None:
    palette = colours(theme)
    assert ratio(palette[front], palette[back]) >= 3
