"""Reading what the clerk says and does: stalling sentences, level actions, legal notes."""

from __future__ import annotations

from types import MappingProxyType

from redflags.definition import Guidance, LegalNote
from redflags.reader import Node
from redflags.terms import Level, Text

PLACES = ("gold", "courier", "bank", "community")


def read_guidance(node: Node, ids: frozenset[str]) -> Guidance:
    """The guidance of a definition; `ids` are the questions and rules a legal note may hang on."""
    node.mapping(frozenset(["place", "stalling", "avoid", "level_actions", "level_never", "legal", "channels"]))
    return Guidance(
        place=node.at("place").choice(PLACES),
        stalling=tuple(entry.text() for entry in node.at("stalling").items()),
        avoid=tuple(_avoid(entry) for entry in node.at("avoid").items()),
        level_actions=MappingProxyType(_by_level(node.at("level_actions"))),
        level_never=MappingProxyType(_by_level(node.at("level_never"))),
        legal=tuple(_legal(entry, ids) for entry in node.at("legal").items()),
        channels=tuple(entry.text() for entry in node.at("channels").items_or_none()),
    )


def _avoid(node: Node) -> tuple[Text, Text]:
    node.mapping(frozenset({"do_not_say", "say_instead"}))
    return node.at("do_not_say").text(), node.at("say_instead").text()


def _by_level(node: Node) -> dict[Level, Text]:
    node.mapping(frozenset(Level))
    return {level: node.at(level).text() for level in Level}


def _legal(node: Node, ids: frozenset[str]) -> LegalNote:
    node.mapping(frozenset({"id", "title", "text", "when"}))
    when = node.at("when").choice(("always", *Level, *sorted(ids)))
    return LegalNote(node.at("id").string(), node.at("title").text(), node.at("text").text(), when)
