"""Turning untrusted input into facts, naming every fault at once (DOMAIN 6 form, limits of DOMAIN 5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from redflags.definition import Definition
from redflags.errors import FactsError
from redflags.facts import (
    ITEM_KINDS,
    METHODS,
    PAYERS,
    PRESENCES,
    TX_FIELDS,
    VALUE_STATUSES,
    Context,
    Facts,
    Payment,
    ShipOut,
    Transaction,
)
from redflags.parse_fields import Fields, Problems, printable, read_number
from redflags.terms import Answer

MOST_CNY = 100_000_000
LEAST_G, MOST_G = 0.001, 100_000
PURITIES = (
    "Au990",
    "Au999",
    "Au999.9",
    "Au999.99",
    "990",
    "999",
    "999.9",
    "999.99",
    "9999",
    "916",
    "750",
    "585",
    "375",
    "足金",
    "千足金",
    "万足金",
)

_PAYMENT = tuple(Payment.__dataclass_fields__)
_SHIP_OUT = tuple(ShipOut.__dataclass_fields__)


def parse_facts(raw: Mapping[str, object], definition: Definition) -> Facts:
    """The facts of one case: `{"<id>": "yes|no|unknown", "tx": {...}, "ctx": {...}}`; FactsError lists all problems.

    Transaction fields that another setting uses are accepted and ignored; null means not known.
    """
    problems = Problems()
    answers = _read_answers(raw, definition, problems)
    tx = _read_transaction(_fields(raw, "tx", problems))
    ctx = _read_context(_fields(raw, "ctx", problems))
    if problems.found:
        raise FactsError(tuple(problems.found))
    return Facts(MappingProxyType(answers), tx, ctx)


def _fields(raw: Mapping[str, object], key: str, problems: Problems, path: str = "facts") -> Fields:
    value = raw.get(key)
    place = f"{path}.{key}"
    if value is None:
        return Fields({}, place, problems)
    if not isinstance(value, Mapping):
        problems.add(place, "wrong-type", "应当是一个对象。", "must be an object.")
        return Fields({}, place, problems)
    return Fields(value, place, problems)


def _read_answers(raw: Mapping[str, object], definition: Definition, problems: Problems) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for key, value in raw.items():
        if key in ("tx", "ctx"):
            continue
        place = f"facts.{printable(key)}"
        if key not in definition.questions and key not in definition.mitigators:
            problems.add(
                place,
                "unknown-id",
                f"不是「{definition.title.zh}」里的项目，请改正编号或更换清单。",
                f'not an item of "{definition.title.en}"; correct the id or choose another checklist.',
            )
        elif value is None:
            answers[key] = Answer.UNKNOWN
        elif isinstance(value, str) and value in ("yes", "no", "unknown"):
            answers[key] = Answer(value)
        else:
            problems.add(place, "bad-answer", "只能填写 yes、no 或 unknown。", "must be yes, no or unknown.")
    return answers


def _read_transaction(fields: Fields) -> Transaction:
    fields.refuse_others(TX_FIELDS)
    linked = tuple(
        read_number(value, f"{fields.place('linked_same_day_cash_cny')}[{index}]", (0, MOST_CNY), fields.problems)
        for index, value in enumerate(fields.members("linked_same_day_cash_cny"))
    )
    return Transaction(
        amount_cny=fields.number("amount_cny", 0, MOST_CNY, above=True),
        weight_g=fields.number("weight_g", LEAST_G, MOST_G),
        item_kind=fields.choice("item_kind", ITEM_KINDS),
        purity=fields.choice("purity", PURITIES, numeric=True),
        payments=tuple(_read_payment(leg) for leg in fields.objects("payments")),
        same_day_count=fields.count("same_day_count", 1000),
        same_day_prior_cash_cny=fields.number("same_day_prior_cash_cny", 0, MOST_CNY),
        linked_same_day_cash_cny=tuple(value for value in linked if value is not None),
        last7d_count=fields.count("last7d_count", 1000),
        days7_cash_50_100k=fields.count("days7_cash_50_100k", 7),
        ship_out=_read_ship_out(_fields(fields.values, "ship_out", fields.problems, fields.path)),
        declared=fields.text("declared"),
        declared_weight_g=fields.number("declared_weight_g", LEAST_G, MOST_G),
        measured_weight_g=fields.number("measured_weight_g", LEAST_G, MOST_G),
        insured_value_cny=fields.number("insured_value_cny", 0, MOST_CNY),
        recipient_seen_senders_7d=fields.count("recipient_seen_senders_7d", 100_000),
        recipient_addr_kind=fields.text("recipient_addr_kind"),
        same_city=fields.flag("same_city"),
        cash=fields.flag("cash"),
    )


def _read_payment(fields: Fields) -> Payment:
    fields.refuse_others(_PAYMENT)
    ok = fields.flag("ok")
    return Payment(
        method=fields.choice("method", METHODS),
        amount_cny=fields.number("amount_cny", 0, MOST_CNY, above=True),
        payer=fields.choice("payer", PAYERS),
        account=fields.text("account", numeric=True),
        ok=True if ok is None else ok,
    )


def _read_ship_out(fields: Fields) -> ShipOut:
    fields.refuse_others(_SHIP_OUT)
    insured = fields.values.get("insured")
    return ShipOut(
        requested=fields.flag("requested"),
        recipient_is_buyer=fields.flag("recipient_is_buyer"),
        other_prefecture=fields.flag("other_prefecture"),
        insured=insured if isinstance(insured, bool) else fields.number("insured", 0, MOST_CNY),
    )


def _read_context(fields: Fields) -> Context:
    fields.refuse_others(("person_present", "value_status"))
    return Context(
        person_present=fields.choice("person_present", PRESENCES),
        value_status=fields.choice("value_status", VALUE_STATUSES),
    )
