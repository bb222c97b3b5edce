"""Checks across the questions of a definition: every id known, no cycle among follow-ups."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from redflags.definition import Question, ScamType, TransactionRule
from redflags.reader import Node

Gates = tuple[tuple[str, tuple[str, ...]], ...]


def check_questions(
    root: Node,
    questions: Mapping[str, Question],
    rules: Mapping[str, TransactionRule],
    scam_types: Mapping[str, ScamType],
) -> None:
    """Refuse references to nothing and questions that could never score; DefinitionError names the place."""
    for section in root.at("sections").items():
        for node in section.at("questions").items():
            question = questions[node.at("id").string()]
            _refuse_unknown(node.at("opens"), questions)
            _refuse_unknown(node.at("shown_if_any"), {*questions, *rules})
            _refuse_unknown(node.at("scam_types"), scam_types)
            if question.weight > 0 and not question.tracks:
                raise node.at("tracks").refuse(
                    "计分题至少要属于一条线。", "a question with a weight needs at least one track."
                )
            if question.id in question.opens:
                raise node.at("opens").refuse("题目不能打开自己。", "a question cannot open itself.")
    for node in root.at("rules").items_or_none():
        _refuse_unknown(node.at("twins"), questions)
        _refuse_unknown(node.at("scam_types"), scam_types)


def ordered_gates(root: Node, questions: Mapping[str, Question]) -> Gates:
    """Follow-ups with their parents, parents first; a cycle is refused.

    Only `shown_if_any` can form a cycle. `opens` among questions that are always shown is a hint about what
    to ask next, and such hints may point at each other.
    """
    placed: dict[str, tuple[str, ...]] = {}
    waiting = {question.id: question.parents for question in questions.values() if question.parents}
    while waiting:
        ready = {key: parents for key, parents in waiting.items() if not any(parent in waiting for parent in parents)}
        if not ready:
            names = ", ".join(sorted(waiting))
            raise root.at("sections").refuse(
                f"追问互相循环，永远不会显示：{names}。",
                f"these follow-ups wait for each other in a cycle and could never be shown: {names}.",
            )
        placed.update(ready)
        waiting = {key: parents for key, parents in waiting.items() if key not in ready}
    return tuple(placed.items())


def _refuse_unknown(node: Node, known: Collection[str]) -> None:
    for entry in node.items_or_none():
        if entry.string() not in known:
            raise entry.refuse("不认识这个编号，请改正。", "this id is unknown here; correct it.")
    node.strings()
