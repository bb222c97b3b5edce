"""A second engine, written straight from the prose of DOMAIN 0.1-0.3 and 1.4, slow and naive on purpose.

It shares nothing with `redflags`: weights come from data/weights.txt, which was taken from the tables of the domain
facts, and every rule is spelled out here by hand. It knows scores, track, level and compliance.
"""

from __future__ import annotations

from typing import Any

from tests.unit.redflags.support import DATA

CAPS = {
    "beh": 5, "ctrl": 8, "story": 8, "out": 8, "vuln": 4, "pay": 10, "ident": 8, "goods": 6, "scene": 4, "str": 10,
    "tx": 4, "idn": 6, "insp": 8, "wt": 4, "rcpt": 8, "ship": 6, "bulk": 9, "alarm": 5, "coll": 9, "lure": 7, "cod": 4,
    "src": 5, "ask": 12, "loss": 8, "addr": 5, "prof": 6, "site": 6, "ride": 12, "gate": 0,
}  # fmt: skip
RULES = {  # group, tracks
    "t-size": ("tx", "VM"), "t-bars": ("tx", "VM"), "t-repeat-day": ("tx", "VMS"), "t-repeat-7d": ("tx", "VM"),
    "t-ship-out": ("out", "V"), "t-ship-uninsured": ("out", "V"), "t-pay-remote": ("pay", "M"), "t-pay-split": ("pay", "M"),
    "t-pay-failed": ("pay", "M"), "t-cash-near": ("str", "S"), "t-cash-split": ("str", "S"),
    "t-cash-multi-day": ("str", "S"), "t-cash-out": ("tx", "VM"),
}  # fmt: skip
DECISIVE = (
    "g-screen-share g-purpose-platform g-purpose-official g-pickup-wrong g-split-ask c-found-hidden c-cards-sims "
    "c-same-recipient c-bulk-lure c-cs-police c-purpose-platform q-screen q-code-card q-pay-first b-insider b-official "
    "b-boss-online b-handover s-official-door s-device-room s-ride-two-stories s-ride-cash-told"
)
OUTGOING = "g-mail-out g-handover-third c-found-hidden b-handover g-lookout s-ride-goods-only"
LIVE = "g-guided-live g-screen-share c-on-phone q-on-call b-live"
SUSPECT = "g-remote-payer g-card-name-mismatch g-pickup-wrong b-inflow-strangers d-many-names"
EXPLANATIONS: list[tuple[str, str, str, int]] = [  # all of these yes, all of these no, items, count as
    ("", "g-helper-who", "g-guided-live g-photo-report g-camera-told", 1),
    ("m-payer-confirmed", "", "g-remote-payer g-photo-code-out g-wait-for-funds t-pay-remote g-online-order-pickup", 1),
    (
        "m-business",
        "g-payer-relation",
        "g-remote-payer g-wait-for-funds g-photo-code-out g-photo-report g-stock-first",
        1,
    ),
    ("", "g-recipient-unknown", "g-mail-out t-ship-out", 2),
    ("cm-open-willing", "c-found-hidden", "c-weight-off c-xray-dense", 0),
    ("cm-family-recipient", "", "c-address-odd", 0),
    ("cm-papers cm-known-business", "", "c-cards-sims", 3),
    ("qm-official", "", "q-contacted", 0),
    ("bm-callback", "", "b-rush b-early-term", 1),
]


def _table() -> dict[str, tuple[int, str, str, list[str]]]:
    rows = [line.split() for line in (DATA / "weights.txt").read_text(encoding="utf-8").splitlines()]
    return {
        key: (int(weight), tracks.replace("-", ""), group, parents.split(","))
        for key, weight, tracks, group, parents in rows
    }


ITEMS = _table()


def rule_points(setting: str, tx: dict[str, Any]) -> tuple[dict[str, int], list[str]]:
    """Transaction rules that hold with their points, and the compliance flags."""
    amount, grams = tx.get("amount_cny") or 0, tx.get("weight_g") or 0
    if setting == "bank_counter":
        drawn = amount if tx.get("cash") else 0
        return {"t-cash-out": 2 if drawn >= 100_000 else 1 if drawn >= 50_000 else 0}, []
    if setting != "gold_shop":
        return {}, []
    legs = [leg for leg in tx.get("payments") or [] if leg.get("ok", True)]
    size = max(
        (amount >= 20_000) + (amount >= 50_000) + (amount >= 100_000), (grams >= 30) + (grams >= 50) + (grams >= 100)
    )
    ship = tx.get("ship_out") or {}
    points = {
        "t-size": size,
        "t-bars": 1 if tx.get("item_kind") in ("bar", "coin") else 0,
        "t-repeat-day": 2 if (tx.get("same_day_count") or 0) >= 1 else 0,
        "t-repeat-7d": 2 if (tx.get("last7d_count") or 0) >= 2 else 0,
        "t-ship-out": 3 if ship.get("requested") and ship.get("recipient_is_buyer") is False and ship.get("other_prefecture") else 0,
        "t-ship-uninsured": 2 if ship.get("requested") and amount >= 5000 and ship.get("insured") is False else 0,
        "t-pay-remote": 4 if any(leg.get("payer") in ("remote_third", "other_name_absent") for leg in tx.get("payments") or []) else 0,
        "t-pay-split": 3 if len(legs) >= 3 else 0,
        "t-pay-failed": 1 if _two_failures_then_success(tx.get("payments") or []) else 0,
    }  # fmt: skip
    receipts = [leg["amount_cny"] for leg in legs if leg.get("method") == "cash"]
    if not receipts:
        return points, []
    receipts += [
        value for value in [tx.get("same_day_prior_cash_cny"), *(tx.get("linked_same_day_cash_cny") or [])] if value
    ]
    total = sum(receipts)
    points["t-cash-near"] = 2 if 80_000 <= total < 100_000 else 0
    points["t-cash-split"] = 4 if len(receipts) >= 2 and max(receipts) < 100_000 <= total else 0
    points["t-cash-multi-day"] = 3 if (tx.get("days7_cash_50_100k") or 0) >= 3 else 0
    return points, ["t-cash-100k"] if total >= 100_000 else []


def _two_failures_then_success(payments: list[dict[str, Any]]) -> bool:
    failed = 0
    for leg in payments:
        if leg.get("ok", True) and failed >= 2:
            return True
        failed += not leg.get("ok", True)
    return False


def judge_by_prose(setting: str, raw: dict[str, Any]) -> dict[str, Any]:
    """Level, track, scores and compliance of one case in the input form."""
    tx, ctx = raw.get("tx") or {}, raw.get("ctx") or {}
    given = {key: value for key, value in raw.items() if key not in ("tx", "ctx")}
    rules, compliance = rule_points(setting, tx)
    rules = {key: points for key, points in rules.items() if points}
    answers = {}
    for key, value in given.items():
        parents = ITEMS[key][3]
        if parents == ["-"] or any(given.get(parent) == "yes" or parent in rules for parent in parents):
            answers[key] = value

    def yes(key: str) -> bool:
        return answers.get(key) == "yes"

    if yes("g-remote-payer") or yes("g-card-name-mismatch"):
        rules.pop("t-pay-remote", None)
    weight = {key: ITEMS[key][0] for key in answers if yes(key) and ITEMS[key][2] != "mitigator"} | rules
    for all_yes, all_no, items, count_as in EXPLANATIONS:
        if all(map(yes, all_yes.split())) and all(answers.get(key) == "no" for key in all_no.split()):
            for key in items.split():
                if key in weight:
                    weight[key] = min(weight[key], count_as)
    if tx.get("item_kind") in ("bar", "coin") and "g-style-indifferent" in weight:
        weight["g-style-indifferent"] = 0
    if (tx.get("amount_cny") or 0) < 20_000 and "g-refuse-register" in weight:
        weight["g-refuse-register"] = 0
    scores = [
        _score(track, weight, [key for key in answers if yes(key) and ITEMS[key][2] == "mitigator"]) for track in "VMS"
    ]
    track = "VMS"[scores.index(max(scores))]
    rank = (max(scores) >= 4) + (max(scores) >= 8) + (max(scores) >= 14)
    in_force = {key for key in weight if key in ITEMS and (weight[key] > 1 or ITEMS[key][0] <= 1)}
    rank = max(rank, _floor(in_force, [key for key in weight if key in ITEMS], tx))
    if rank == 2 and _imminent(in_force, track, ctx):
        rank = 3
    return {
        "level": ("none", "watch", "alert", "urgent")[rank],
        "track": {"V": "victim", "M": "mule", "S": "structuring"}[track],
        "scores": dict(zip(("victim", "mule", "structuring"), scores, strict=True)),
        "compliance": compliance,
    }


def _score(track: str, weight: dict[str, int], mitigators: list[str]) -> int:
    groups: dict[str, int] = {}
    for key, points in weight.items():
        group, tracks = (ITEMS[key][2], ITEMS[key][1]) if key in ITEMS else RULES[key]
        if track in tracks:
            groups[group] = groups.get(group, 0) + points
    groups = {group: min(total, CAPS[group]) for group, total in groups.items()}
    heavy = any(points == 5 and track in ITEMS[key][1] for key, points in weight.items() if key in ITEMS)
    relief = max(sum(ITEMS[key][0] for key in mitigators if track in ITEMS[key][1]), -3 if heavy else -6)
    score = sum(groups.values()) + relief
    if sum(total for group, total in groups.items() if group != "tx") == 0:
        score = min(score, 3)
    return max(score, 0)


def _floor(force: set[str], answered_yes: list[str], tx: dict[str, Any]) -> int:
    rank = 1 if force & set(DECISIVE.split()) else 0
    if force & {"c-found-hidden", "q-screen", "g-screen-share", "s-card-buy", "s-official-door", "s-device-room"}:
        rank = 2
    if {"c-bulk-lure", "c-bulk-list"} <= force or {"d-many-names", "d-multi-senders"} <= force:
        rank = 2
    if {"g-elder-alone", "g-family-unaware"} <= force and (tx.get("amount_cny") or 0) >= 20_000:
        rank = max(rank, 1)
    if "g-handover-third" in force and force & {"g-purpose-platform", "g-purpose-official", "g-screen-share"}:
        rank = 3
    if "b-handover" in force and any(ITEMS[key][0] >= 3 for key in answered_yes if key != "b-handover"):
        rank = 3
    return 3 if force & {"d-sender-recall", "q-paid-already", "s-stranger-collect"} else rank


def _imminent(force: set[str], track: str, ctx: dict[str, Any]) -> bool:
    value, here = ctx.get("value_status"), ctx.get("person_present") == "yes"
    outgoing, live = bool(force & set(OUTGOING.split())), bool(force & set(LIVE.split()))
    if value in ("handed_over", "in_transit", "cash_withdrawn") and outgoing:
        return True
    if value == "paid_not_handed" and (track == "M" or outgoing or live):
        return True
    if here and live and value in ("not_paid", "accepting", "not_withdrawn"):
        return True
    return here and ("c-found-hidden" in force or (track == "M" and bool(force & set(SUSPECT.split()))))
