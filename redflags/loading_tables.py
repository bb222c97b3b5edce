"""Reading the tables beside the questions: mitigators, transaction rules, fraud patterns."""

from __future__ import annotations

from redflags.definition import Mitigator, ScamType, TransactionRule
from redflags.reader import Node


def read_mitigators(root: Node) -> dict[str, Mitigator]:
    """The innocent signs by id; DefinitionError when one would add points."""
    found: dict[str, Mitigator] = {}
    for node in root.at("mitigators").items_or_none():
        node.mapping(frozenset({"id", "weight", "tracks", "text"}))
        weight = node.at("weight").integer(-6, -1)
        tracks = node.at("tracks").tracks()
        if not tracks:
            raise node.at("tracks").refuse("减分项至少要属于一条线。", "a mitigator must name at least one track.")
        item = Mitigator(node.at("id").string(), weight, tracks, node.at("text").text())
        if item.id in found:
            raise node.at("id").refuse("减分项编号重复。", "this mitigator id is used twice.")
        found[item.id] = item
    return found


def read_rules(root: Node) -> dict[str, TransactionRule]:
    """The transaction rules by id, words only; their conditions are compiled with the program."""
    found: dict[str, TransactionRule] = {}
    for node in root.at("rules").items_or_none():
        node.mapping(frozenset(["id", "group", "tracks", "text", "why", "tiers", "twins", "scam_types", "compliance"]))
        compliance = node.at("compliance").value is True
        rule = TransactionRule(
            id=node.at("id").string(),
            group=node.at("group").string(),
            tracks=node.at("tracks").tracks(),
            text=node.at("text").text(),
            why=node.at("why").text(),
            scam_types=node.at("scam_types").strings(),
            compliance=compliance,
        )
        if rule.id in found:
            raise node.at("id").refuse("交易规则编号重复。", "this transaction rule id is used twice.")
        if compliance == bool(rule.tracks):
            raise node.at("tracks").refuse(
                "合规规则不得属于任何一条线，其他规则至少属于一条。",
                "a compliance rule names no track, any other rule at least one.",
            )
        found[rule.id] = rule
    return found


def read_scam_types(root: Node) -> dict[str, ScamType]:
    """The fraud patterns by id."""
    found: dict[str, ScamType] = {}
    for node in root.at("scam_types").items():
        node.mapping(frozenset(["id", "name", "typical_person", "script", "card", "tracks"]))
        item = ScamType(
            id=node.at("id").string(),
            name=node.at("name").text(),
            typical_person=node.at("typical_person").text(),
            script=node.at("script").text(),
            card=node.at("card").text(),
            tracks=node.at("tracks").tracks(),
        )
        if item.id in found:
            raise node.at("id").refuse("类型编号重复。", "this scam type id is used twice.")
        found[item.id] = item
    return found
