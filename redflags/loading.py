"""Reading a complete checklist definition and refusing a wrong one with the place and the reason."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from redflags.checks import check_questions, ordered_gates
from redflags.definition import Definition, Question, Section
from redflags.facts import TX_FIELDS, VALUE_STATUSES
from redflags.loading_guidance import read_guidance
from redflags.loading_program import read_program
from redflags.loading_tables import read_mitigators, read_rules, read_scam_types
from redflags.reader import Node
from redflags.terms import Level

SETTINGS = ("gold_shop", "courier_acceptance", "courier_delivery", "courier_inquiry", "bank_counter", "sighting")
HOW = ("see", "ask", "tx")

_TOP = frozenset(
    [
        "id",
        "setting",
        "version",
        "title",
        "subtitle",
        "quick_screen",
        "groups",
        "sections",
        "mitigators",
        "rules",
        "explanations",
        "counts_only_when",
        "floors",
        "imminence",
        "scoring",
        "scam_types",
        "guidance",
        "tx_fields",
        "value_statuses",
    ]
)
_QUESTION = frozenset(
    ["id", "group", "weight", "tracks", "how", "text", "ask", "why", "scam_types", "opens", "shown_if_any", "continues"]
)


def load_definition(data: Mapping[str, object]) -> Definition:
    """One setting's checklist from its complete JSON mapping; DefinitionError names the first fault found."""
    root = Node(data, "")
    root.mapping(_TOP)
    sections, questions = _read_sections(root)
    mitigators = read_mitigators(root)
    rules = read_rules(root)
    scam_types = read_scam_types(root)
    _refuse_shared_ids(root, (questions, mitigators, rules))
    check_questions(root, questions, rules, scam_types)
    setting = root.at("setting").choice(SETTINGS)
    version = root.at("version").integer(1, 1_000_000)
    return Definition(
        id=root.at("id").string(),
        setting=setting,
        version=version,
        ruleset=f"{setting}@{version}",
        title=root.at("title").text(),
        subtitle=root.at("subtitle").text(),
        quick_screen=_read_quick_screen(root, questions),
        sections=sections,
        questions=MappingProxyType(questions),
        mitigators=MappingProxyType(mitigators),
        rules=MappingProxyType(rules),
        scam_types=MappingProxyType(scam_types),
        guidance=read_guidance(root.at("guidance"), frozenset({*questions, *rules})),
        tx_fields=tuple(node.choice(TX_FIELDS) for node in root.at("tx_fields").items()),
        value_statuses=tuple(node.choice(VALUE_STATUSES) for node in root.at("value_statuses").items()),
        order=_display_order(sections, questions),
        program=read_program(root, questions, mitigators, ordered_gates(root, questions)),
    )


def _read_sections(root: Node) -> tuple[tuple[Section, ...], dict[str, Question]]:
    sections: list[Section] = []
    questions: dict[str, Question] = {}
    for node in root.at("sections").items():
        node.mapping(frozenset({"id", "title", "questions", "from_level"}))
        section = node.at("id").string()
        if any(section == other.id for other in sections):
            raise node.at("id").refuse("分区编号重复。", "this section id is used twice.")
        here: list[str] = []
        for entry in node.at("questions").items():
            question = _read_question(entry, section)
            if question.id in questions:
                raise entry.at("id").refuse("题目编号重复。", "this question id is used twice.")
            questions[question.id] = question
            if not question.parents:
                here.append(question.id)
        opening = node.at("from_level")
        from_level = Level.NONE if opening.value is None else Level(opening.choice(tuple(Level)))
        sections.append(Section(section, node.at("title").text(), tuple(here), from_level))
    if not questions:
        raise root.at("sections").refuse("清单里没有题目。", "the checklist has no question.")
    return tuple(sections), questions


def _read_question(node: Node, section: str) -> Question:
    node.mapping(_QUESTION)
    how = tuple(entry.choice(HOW) for entry in node.at("how").items())
    if not how:
        raise node.at("how").refuse("至少写一种了解方式。", "at least one way to know it is needed.")
    return Question(
        id=node.at("id").string(),
        section=section,
        group=node.at("group").string(),
        weight=node.at("weight").integer(0, 5),
        tracks=node.at("tracks").tracks(),
        how=how,
        text=node.at("text").text(),
        ask=node.at("ask").text_or_none(),
        why=node.at("why").text(),
        scam_types=node.at("scam_types").strings(),
        opens=node.at("opens").strings(),
        parents=node.at("shown_if_any").strings(),
        continues=node.at("continues").strings(),
    )


def _refuse_shared_ids(root: Node, tables: tuple[Mapping[str, object], ...]) -> None:
    seen: set[str] = {"tx", "ctx"}
    for name, table in zip(("sections", "mitigators", "rules"), tables, strict=True):
        for key in table:
            if key in seen:
                raise root.at(name).refuse(f"编号「{key}」已被占用。", f'the id "{key}" is already taken.')
            seen.add(key)


def _read_quick_screen(root: Node, questions: Mapping[str, Question]) -> tuple[str, ...]:
    node = root.at("quick_screen")
    for entry in node.items_or_none():
        question = questions.get(entry.string())
        if question is None:
            raise entry.refuse("清单里没有这个编号。", "no question of this checklist has this id.")
        if question.parents:
            raise entry.refuse("追问题不能放进快速筛查。", "a follow-up cannot be part of the quick screen.")
    return node.strings()


def _display_order(sections: tuple[Section, ...], questions: Mapping[str, Question]) -> tuple[str, ...]:
    """Every question once: a follow-up after its first parent that is a question, in the order written."""
    children: dict[str, list[str]] = {}
    for question in questions.values():
        first = next((parent for parent in question.parents if parent in questions), None)
        if first is not None:
            children.setdefault(first, []).append(question.id)

    def walk(key: str) -> list[str]:
        return [key, *(found for child in children.get(key, ()) for found in walk(child))]

    placed = [found for section in sections for key in section.questions for found in walk(key)]
    return (*placed, *(key for key in questions if key not in placed))
