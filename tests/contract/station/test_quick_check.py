"""The compiled check never says yes where the reference validator says no."""

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from station.adapters.contract import WireContract
from tests.fakes.alerts import gold_alert, silent_alarm, supplement

ENROLMENT = {"merchant": {"merchant_id": "mer_1"}, "terminal_id": "ter_1"}
CONTRACT = WireContract()
TEXT = st.text(max_size=12) | st.sampled_from(["2026-11-17T10:00:00+08:00", "2026-11-17", "13800138000\n", "٣", "9999"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(-(10**40), 10**40) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
LETTERS: list[tuple[str, dict[str, Any]]] = [
    ("alert", gold_alert(ENROLMENT)),
    ("alert", silent_alarm(ENROLMENT)),
    ("supplement", supplement("0190b3a0-0000-7000-8000-000000000000", 1, fields={"amount_fen": 5})),
]


def reference(schema: str, body: object) -> bool:
    """Ask the reference validator alone."""
    return next(CONTRACT._validators[schema].iter_errors(body), None) is None


def places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Return the path of every member and entry."""
    for name, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, name)
        yield from places(item, (*path, name))


def test_good_letters_pass_the_quick_check() -> None:
    for schema, body in LETTERS:
        assert CONTRACT._quick[schema](body)
        assert reference(schema, body)


@settings(max_examples=400)
@given(data=st.data())
def test_a_quick_yes_is_the_references_yes(data: st.DataObject) -> None:
    schema, good = data.draw(st.sampled_from(LETTERS))
    body = copy.deepcopy(good)
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(sorted(places(body), key=str)))
        holder: Any = body
        for name in path[:-1]:
            holder = holder[name]
        holder[path[-1]] = data.draw(VALUES)
    if CONTRACT._quick[schema](body):
        assert reference(schema, body)
