"""The help texts: one small file for each page and language, read when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from desktop.ui.runtime.hot_keys import ACTIONS, hot_keys
from desktop.ui.runtime.resources import resource

PartKind = Literal["heading", "text", "bullet"]
GENERAL: Final = ("keys", "sign_in")
"""Topics that belong to no page."""
ORDER: Final = (
    "counter", "checklist", "scanned", "channels", "review", "live", "records", "kept", "bulletins", "learn", "drill", "card",
    "rewards", "award", "register", "settings", "guide", *GENERAL,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """One page's help: `parts` are (kind, words) in reading order."""

    route: str
    title: str
    parts: tuple[tuple[PartKind, str], ...]

    def holds(self, wanted: str) -> bool:
        """Tell whether every word of a search stands somewhere in it."""
        said = " ".join((self.title, *(words for _kind, words in self.parts))).casefold()
        return all(word in said for word in wanted.casefold().split())


def parse(route: str, text: str) -> HelpTopic:
    """Return the topic of a file: `# ` title, `## ` heading, `- ` bullet, anything else a paragraph of its lines."""
    title, parts, lines = route, list[tuple[PartKind, str]](), list[str]()

    def paragraph() -> None:
        if lines:
            parts.append(("text", " ".join(lines)))
            lines.clear()

    for line in (*text.splitlines(), ""):
        kind, words = _kind_of(line.strip())
        if kind == "text" and words:
            lines.append(words)
            continue
        paragraph()
        if kind == "title":
            title = words
        elif kind in ("heading", "bullet"):
            parts.append(("heading" if kind == "heading" else "bullet", words))
    return HelpTopic(route, title, tuple(parts))


def topic(route: str, lang: str) -> HelpTopic | None:
    """Return one page's help with the keys of the moment in it, None when there is no such file."""
    found = _read(route, lang)
    if found is None:
        return None
    keys = {one.action: hot_keys().text(one.action) for one in ACTIONS}
    return HelpTopic(route, found.title, tuple((kind, _with_keys(words, keys)) for kind, words in found.parts))


def topics(lang: str) -> tuple[HelpTopic, ...]:
    """Return every topic there is, the usual road of a day first."""
    folder = resource("help", lang)
    names = {path.stem for path in folder.glob("*.md")}
    order = [*(name for name in ORDER if name in names), *sorted(names - set(ORDER))]
    return tuple(found for name in order if (found := topic(name, lang)) is not None)


def _kind_of(line: str) -> tuple[str, str]:
    for mark, kind in (("## ", "heading"), ("# ", "title"), ("- ", "bullet")):
        if line.startswith(mark):
            return kind, line[len(mark) :].strip()
    return "text", line


@lru_cache(maxsize=64)
def _read(route: str, lang: str) -> HelpTopic | None:
    try:
        return parse(route, resource("help", lang, f"{route}.md").read_text(encoding="utf-8"))
    except OSError:
        return None


def _with_keys(words: str, keys: dict[str, str]) -> str:
    """Put the key of an action in the place of `{action}`."""
    for action, key in keys.items():
        words = words.replace(f"{{{action}}}", key)
    return words
