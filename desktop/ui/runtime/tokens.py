"""The colours of both themes by role; a data table, judged by the contrast test."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "bg": "#F3F5F9",
        "surface": "#FFFFFF",
        "surface_2": "#F6F8FB",
        "sunken": "#E6EAF1",
        "hover": "#EEF2F8",
        "border": "#E1E6EE",
        "border_strong": "#C6CFDC",
        "control": "#7C899C",
        "text": "#10182B",
        "text_2": "#3F4C61",
        "text_3": "#5A677C",
        "disabled": "#98A3B3",
        "accent": "#1D4ED8",
        "accent_fill": "#1D4ED8",
        "accent_hover": "#1A45BE",
        "accent_soft": "#E9EFFF",
        "accent_line": "#B9CBFB",
        "on_accent": "#FFFFFF",
        "warn": "#8C5300",
        "warn_fill": "#B86E00",
        "warn_soft": "#FFF5E1",
        "warn_line": "#F0D49B",
        "ok": "#0B6E47",
        "ok_fill": "#128A5B",
        "ok_soft": "#E6F6EE",
        "ok_line": "#A9DDC4",
        "danger": "#B3261E",
        "danger_fill": "#C0312A",
        "danger_soft": "#FDEEEC",
        "danger_line": "#F3BDB8",
        "plum": "#8A2C63",
        "plum_fill": "#A03A75",
        "plum_soft": "#FBEBF4",
        "plum_line": "#E9BCD5",
        "gold": "#7A5A00",
        "gold_fill": "#9A7400",
        "gold_soft": "#FFF7DD",
        "gold_line": "#EAD894",
        "slate": "#475569",
        "slate_soft": "#EDF1F6",
        "slate_line": "#D2DAE5",
        "rail_top": "#0F1B42",
        "rail_bottom": "#142963",
        "rail_text": "#C6D0EA",
        "rail_text_strong": "#FFFFFF",
        "rail_active": "#24448F",
        "rail_hover": "#1A2F68",
        "rail_box": "#263B74",
        "rail_ok": "#5FD6A0",
        "rail_warn": "#FFC766",
        "focus": "#1D4ED8",
        "track": "#DDE3EC",
        "scroll": "#C3CEDD",
        "ink": "#10182B",
        "on_ink": "#FFFFFF",
    }
)

DARK: Mapping[str, str] = MappingProxyType(
    {
        "bg": "#0B1120",
        "surface": "#161D2D",
        "surface_2": "#1B2335",
        "sunken": "#222C41",
        "hover": "#1F283B",
        "border": "#29344A",
        "border_strong": "#3B4860",
        "control": "#74839C",
        "text": "#F2F5FA",
        "text_2": "#C2CCDC",
        "text_3": "#97A5BB",
        "disabled": "#5F6D84",
        "accent": "#8AABFF",
        "accent_fill": "#3D68E8",
        "accent_hover": "#3761DE",
        "accent_soft": "#1B2A52",
        "accent_line": "#3A559C",
        "on_accent": "#FFFFFF",
        "warn": "#F6BC58",
        "warn_fill": "#F6BC58",
        "warn_soft": "#37290F",
        "warn_line": "#6B5120",
        "ok": "#5FD6A0",
        "ok_fill": "#3FBF8A",
        "ok_soft": "#11301F",
        "ok_line": "#24603F",
        "danger": "#FF9C93",
        "danger_fill": "#FF7B70",
        "danger_soft": "#3A1B1E",
        "danger_line": "#743138",
        "plum": "#F2A1CE",
        "plum_fill": "#DF78B2",
        "plum_soft": "#371A2C",
        "plum_line": "#6E3357",
        "gold": "#E9CB68",
        "gold_fill": "#E2BD45",
        "gold_soft": "#322A10",
        "gold_line": "#63531E",
        "slate": "#B3C0D3",
        "slate_soft": "#232D40",
        "slate_line": "#3B4860",
        "rail_top": "#0A1022",
        "rail_bottom": "#0E1836",
        "rail_text": "#B4C0DA",
        "rail_text_strong": "#FFFFFF",
        "rail_active": "#1E3468",
        "rail_hover": "#152347",
        "rail_box": "#1E2A45",
        "rail_ok": "#5FD6A0",
        "rail_warn": "#FFC766",
        "focus": "#8AABFF",
        "track": "#2A3549",
        "scroll": "#3A475E",
        "ink": "#E8EDF6",
        "on_ink": "#10182B",
    }
)

THEMES: Mapping[str, Mapping[str, str]] = MappingProxyType({"light": LIGHT, "dark": DARK})

TONES: tuple[str, ...] = ("accent", "ok", "warn", "danger", "plum", "gold", "slate")
"""Tones with a text colour `tone`, and `tone_soft`/`tone_line` to put under and around it."""

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *(
        (text, ground)
        for text in ("text", "text_2", "text_3", "accent")
        for ground in ("bg", "surface", "surface_2", "hover")
    ),
    *((tone, ground) for tone in TONES for ground in (f"{tone}_soft", "surface", "bg")),
    *((text, f"{tone}_soft") for text in ("text", "text_2") for tone in TONES),
    ("text", "sunken"),
    ("text_2", "sunken"),
    ("on_accent", "accent_fill"),
    ("on_accent", "accent_hover"),
    ("on_ink", "ink"),
    *(
        (text, ground)
        for text in ("rail_text", "rail_text_strong")
        for ground in ("rail_top", "rail_bottom", "rail_hover", "rail_box")
    ),
    ("rail_text_strong", "rail_active"),
    ("rail_top", "rail_warn"),
)
"""(foreground, background) pairs that carry text: 4.5:1 at least (WCAG 2.2, 1.4.3)."""

SHAPE_PAIRS: tuple[tuple[str, str], ...] = (
    ("focus", "bg"),
    ("focus", "surface"),
    ("control", "surface"),
    ("control", "bg"),
    ("rail_ok", "rail_box"),
    ("rail_warn", "rail_box"),
    *((f"{tone}_fill", "surface") for tone in ("accent", "ok", "warn", "danger", "plum", "gold")),
)
"""Pairs that carry a shape one must see (focus ring, control edge, gauge, dots): 3:1 at least (WCAG 2.2, 1.4.11)."""
