"""Reading the rules of a definition and compiling them to the form the engine runs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from redflags.checks import Gates
from redflags.conditions import FOR_EXPLANATIONS, FOR_FLOORS, FOR_IMMINENCE, FOR_RULES, Compiler
from redflags.definition import Mitigator, Question
from redflags.program import Ceiling, Condition, Program, Raise, RuleStep
from redflags.reader import Node
from redflags.terms import TRACKS, Level, Track

_SCORING = frozenset(
    [
        "watch",
        "alert",
        "urgent",
        "mitigation_limit",
        "mitigation_limit_decisive",
        "decisive_weight",
        "size_group",
        "size_only_limit",
    ]
)


def read_program(
    root: Node, questions: Mapping[str, Question], mitigators: Mapping[str, Mitigator], gates: Gates
) -> Program:
    """The compiled rules of a definition; DefinitionError names the place of the first fault."""
    weights = {question.id: question.weight for question in questions.values()}
    compiler = Compiler(MappingProxyType(weights), frozenset(mitigators))
    groups, caps = _read_groups(root)
    scoring = root.at("scoring")
    scoring.mapping(_SCORING)
    thresholds = tuple(scoring.at(level).integer(1, 100) for level in ("watch", "alert", "urgent"))
    if sorted(set(thresholds)) != list(thresholds):
        raise scoring.refuse(
            "watch、alert、urgent 的分数线必须递增。", "the limits of watch, alert and urgent must rise."
        )
    size_group = scoring.at("size_group").string()
    rules = tuple(_read_rule(node, compiler) for node in root.at("rules").items_or_none())
    return Program(
        gates=gates,
        weights=compiler.weights,
        rules=rules,
        ceilings=_read_ceilings(root, compiler, frozenset(rule.id for rule in rules)),
        lanes=MappingProxyType(_lanes(root, questions, groups)),
        caps=caps,
        size_group=groups.index(size_group) if size_group in groups else -1,
        mitigators=MappingProxyType({key: (item.weight, _indices(item.tracks)) for key, item in mitigators.items()}),
        thresholds=(thresholds[0], thresholds[1], thresholds[2]),
        mitigation_limit=scoring.at("mitigation_limit").integer(-20, 0),
        mitigation_limit_decisive=scoring.at("mitigation_limit_decisive").integer(-20, 0),
        decisive_weight=scoring.at("decisive_weight").integer(1, 5),
        size_only_limit=scoring.at("size_only_limit").integer(0, thresholds[0] - 1),
        floors=_read_raises(root.at("floors"), compiler, FOR_FLOORS),
        imminence=_read_raises(root.at("imminence"), compiler, FOR_IMMINENCE),
        exonerating=_exonerating(root, questions),
    )


def _read_groups(root: Node) -> tuple[list[str], tuple[int, ...]]:
    node = root.at("groups")
    groups = [str(name) for name in node.mapping()]
    return groups, tuple(node.at(name).integer(1, 50) for name in groups)


def _lanes(root: Node, questions: Mapping[str, Question], groups: list[str]) -> dict[str, tuple[int, ...]]:
    """Where each item's points go; a group without a cap is refused."""
    lanes: dict[str, tuple[int, ...]] = {}
    entries = [node for section in root.at("sections").items() for node in section.at("questions").items()]
    for node in (*entries, *root.at("rules").items_or_none()):
        key = node.at("id").string()
        tracks = node.at("tracks").tracks()
        group = node.at("group").string()
        scores = bool(tracks) and (key not in questions or questions[key].weight > 0)
        if not scores:
            continue
        if group not in groups:
            raise node.at("group").refuse(
                "这个分组没有封顶分，请在 groups 里补上。", "this group has no cap; add it to groups."
            )
        lanes[key] = tuple(index * len(groups) + groups.index(group) for index in _indices(tracks))
    return lanes


def _read_rule(node: Node, compiler: Compiler) -> RuleStep:
    compliance = node.at("compliance").value is True
    tiers: list[tuple[int, Condition]] = []
    for tier in node.at("tiers").items():
        tier.mapping(frozenset({"points", "when"}))
        points = tier.at("points").integer(0 if compliance else 1, 0 if compliance else 5)
        if tiers and points >= tiers[-1][0]:
            raise tier.at("points").refuse("各档分数必须从高到低。", "tiers must be listed from most points to least.")
        tiers.append((points, compiler.compile(tier.at("when"), FOR_RULES)))
    if not tiers:
        raise node.at("tiers").refuse("至少要有一档。", "at least one tier is needed.")
    return RuleStep(node.at("id").string(), tuple(tiers), frozenset(node.at("twins").strings()), compliance)


def _read_ceilings(root: Node, compiler: Compiler, rules: frozenset[str]) -> tuple[Ceiling, ...]:
    found: list[Ceiling] = []
    for node in root.at("explanations").items_or_none():
        node.mapping(frozenset({"when", "items", "count_as", "note"}))
        node.at("note").text()
        when = compiler.compile(node.at("when"), FOR_EXPLANATIONS)
        found.append(Ceiling(when, _targets(node, compiler, rules), node.at("count_as").integer(0, 4)))
    for node in root.at("counts_only_when").items_or_none():
        node.mapping(frozenset({"when", "items", "note"}))
        node.at("note").text()
        when = compiler.compile(node.at("when"), FOR_RULES)
        found.append(Ceiling(_negated(when), _targets(node, compiler, rules), 0))
    return tuple(found)


def _negated(condition: Condition) -> Condition:
    return lambda state: not condition(state)


def _targets(node: Node, compiler: Compiler, rules: frozenset[str]) -> tuple[str, ...]:
    for entry in node.at("items").items():
        if entry.string() not in compiler.weights and entry.string() not in rules:
            raise entry.refuse("不认识这个编号，请改正。", "this id is unknown here; correct it.")
    items = node.at("items").strings()
    if not items:
        raise node.at("items").refuse("至少要写一个编号。", "at least one id is needed.")
    return items


def _read_raises(node: Node, compiler: Compiler, allowed: frozenset[str]) -> tuple[Raise, ...]:
    found: list[Raise] = []
    for entry in node.items_or_none():
        entry.mapping(frozenset({"id", "level", "when"}))
        key = entry.at("id").string()
        if any(key == other.id for other in found):
            raise entry.at("id").refuse("规则编号重复。", "this rule id is used twice.")
        level = Level(entry.at("level").choice(("watch", "alert", "urgent")))
        named = _named(entry.at("when").value, ("yes", "in_force"))
        found.append(Raise(key, level, compiler.compile(entry.at("when"), allowed), frozenset(named)))
    return tuple(found)


def _exonerating(root: Node, questions: Mapping[str, Question]) -> tuple[str, ...]:
    """Questions named under a "no" anywhere in the explanations, in the order written."""
    conditions = [node.at("when").value for node in root.at("explanations").items_or_none()]
    return tuple(key for key in dict.fromkeys(_named(conditions, ("no",))) if key in questions)


def _named(value: object, operators: tuple[str, ...]) -> list[str]:
    """Ids a condition names under some operators, at any depth."""
    found: list[str] = []
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key in operators and isinstance(inner, list | tuple):
                found.extend(entry for entry in inner if isinstance(entry, str))
            else:
                found.extend(_named(inner, operators))
    elif isinstance(value, list | tuple):
        for inner in value:
            found.extend(_named(inner, operators))
    return found


def _indices(tracks: tuple[Track, ...]) -> tuple[int, ...]:
    return tuple(TRACKS.index(track) for track in tracks)
