"""The closed vocabulary of rule conditions, checked and compiled to plain functions at load.

`{"all": [...]}`, `{"any": [...]}`, `{"not": ...}` combine. `{"yes": [ids]}`, `{"no": [ids]}` and `{"in_force": [ids]}`
hold when any of the ids does. `{"fact": name, "at_least"/"below"/"one_of"/"is": ...}` looks at a measure; a measure that
is not known never holds. `{"person_present": [...]}`, `{"value_status": [...]}` and `{"track": [...]}` look at the
situation. `{"other_yes": {"than": id, "weight_at_least": n}}` looks at the own weight of the other items answered yes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from redflags.facts import PRESENCES, VALUE_STATUSES
from redflags.measures import MEASURES
from redflags.program import Condition, State
from redflags.reader import Node
from redflags.terms import Track

COMBINING = frozenset({"all", "any", "not"})
FOR_RULES = COMBINING | {"fact"}
FOR_EXPLANATIONS = FOR_RULES | {"yes", "no"}
FOR_FLOORS = FOR_EXPLANATIONS | {"in_force", "other_yes"}
FOR_IMMINENCE = FOR_FLOORS | {"person_present", "value_status", "track"}
_COMPARISONS = frozenset({"at_least", "below", "one_of", "is"})


@dataclass(frozen=True, slots=True)
class Compiler:
    """Turns conditions into functions, refusing unknown ids and operators that make no sense at the place."""

    weights: Mapping[str, int]
    """Own weight of each question."""
    mitigators: frozenset[str]

    def compile(self, node: Node, allowed: frozenset[str]) -> Condition:
        """The condition at a place, as a function of the state; DefinitionError when it is wrong."""
        mapping = node.mapping()
        operators = [key for key in mapping if key not in _COMPARISONS]
        if len(operators) != 1 or operators[0] not in allowed:
            words = ", ".join(sorted(allowed))
            raise node.refuse(
                f"条件运算只能是下列之一：{words}。", f"a condition must use exactly one operator of: {words}."
            )
        operator = operators[0]
        if operator == "fact":
            return _fact(node)
        node.mapping(frozenset({operator}))
        if operator in COMBINING:
            return self._combine(node, operator, allowed)
        operand = node.at(operator)
        if operator == "other_yes":
            return self._other_yes(operand)
        if operator in ("yes", "no", "in_force"):
            return _answers(operator, self._known(operand, operator))
        return _situation(operator, operand)

    def _combine(self, node: Node, operator: str, allowed: frozenset[str]) -> Condition:
        operand = node.at(operator)
        if operator == "not":
            inner = self.compile(operand, allowed)
            return lambda state: not inner(state)
        parts = tuple(self.compile(part, allowed) for part in operand.items())
        if not parts:
            raise operand.refuse("至少要有一个条件。", "at least one condition is needed.")
        if operator == "all":
            return lambda state: all(part(state) for part in parts)
        return lambda state: any(part(state) for part in parts)

    def _known(self, operand: Node, operator: str) -> frozenset[str]:
        for entry in operand.items():
            known = entry.string() in self.weights or (operator != "in_force" and entry.string() in self.mitigators)
            if not known:
                raise entry.refuse("清单里没有这个编号。", "no question of this checklist has this id.")
        ids = frozenset(operand.strings())
        if not ids:
            raise operand.refuse("至少要写一个编号。", "at least one id is needed.")
        return ids

    def _other_yes(self, operand: Node) -> Condition:
        operand.mapping(frozenset({"than", "weight_at_least"}))
        than = operand.at("than").string()
        if than not in self.weights:
            raise operand.at("than").refuse("清单里没有这个编号。", "no question of this checklist has this id.")
        least = operand.at("weight_at_least").integer(1, 5)
        heavy = frozenset(key for key, weight in self.weights.items() if weight >= least and key != than)
        return lambda state: not heavy.isdisjoint(state.yes)


def _answers(operator: str, ids: frozenset[str]) -> Condition:
    if operator == "yes":
        return lambda state: not ids.isdisjoint(state.yes)
    if operator == "no":
        return lambda state: not ids.isdisjoint(state.no)
    return lambda state: any(_in_force(state, key) for key in ids)


def _in_force(state: State, key: str) -> bool:
    if key not in state.yes:
        return False
    return state.weights[key] > 1 or state.own_weights[key] <= 1


def _situation(operator: str, operand: Node) -> Condition:
    words = {"person_present": PRESENCES, "value_status": VALUE_STATUSES, "track": tuple(Track)}[operator]
    chosen = frozenset(entry.choice(words) for entry in operand.items())
    if not chosen:
        raise operand.refuse("至少要写一个取值。", "at least one value is needed.")
    if operator == "person_present":
        return lambda state: state.person_present in chosen
    if operator == "value_status":
        return lambda state: state.value_status in chosen
    return lambda state: state.track in chosen


def _fact(node: Node) -> Condition:
    mapping = node.mapping(_COMPARISONS | {"fact"})
    name = node.at("fact").choice(tuple(MEASURES))
    comparisons = [key for key in mapping if key != "fact"]
    if not comparisons:
        raise node.refuse("缺少比较方式（at_least、below、one_of 或 is）。", "add at_least, below, one_of or is.")
    tests = tuple(_comparison(node.at(key), key, MEASURES[name]) for key in comparisons)

    def holds(state: State) -> bool:
        value = state.measures[name]
        return value is not None and all(test(value) for test in tests)

    return holds


def _comparison(operand: Node, operator: str, kind: type) -> Callable[[float | str | bool], bool]:
    value = operand.value
    wrong = operand.refuse("这里的取值与该事实的类型不符。", "this value does not fit the type of the fact.")
    if operator == "one_of" and kind is str:
        words = frozenset(operand.strings())
        return lambda found: found in words
    if operator == "is" and kind is bool and isinstance(value, bool):
        return lambda found: found is value
    if (
        operator in ("at_least", "below")
        and kind is float
        and isinstance(value, int | float)
        and not isinstance(value, bool)
    ):
        limit = float(value)
        if operator == "at_least":
            return lambda found: float(found) >= limit
        return lambda found: float(found) < limit
    raise wrong
