"""A wrong definition is refused with a sentence in both languages that names the place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redflags import Answer, DefinitionError, Facts, assess, load_definition, load_definitions
from tests.unit.redflags.support import CHECKLISTS, raw_definition

Data = dict[str, Any]
Q0 = "sections[0].questions[0]"


def question(data: Data) -> Data:
    """The first question, `g-price-indifferent`."""
    return data["sections"][0]["questions"][0]  # type: ignore[no-any-return]  # JSON is Any


def follow_up(data: Data) -> Data:
    """The follow-up `g-helper-who`."""
    return data["sections"][1]["questions"][1]  # type: ignore[no-any-return]  # JSON is Any


def put(target: Callable[[Data], Any], key: Any, value: object) -> Callable[[Data], None]:
    """A damage: set one value."""

    def damage(data: Data) -> None:
        target(data)[key] = value

    return damage


def drop(target: Callable[[Data], Any], key: Any) -> Callable[[Data], None]:
    """A damage: take one value away."""

    def damage(data: Data) -> None:
        del target(data)[key]

    return damage


def top(data: Data) -> Data:
    """The definition itself."""
    return data


def when(condition: object) -> Callable[[Data], None]:
    """A damage: another condition for the first floor."""
    return put(lambda data: data["floors"][0], "when", condition)


def cycle(data: Data) -> None:
    """A damage: two follow-ups that wait for each other."""
    data["sections"][1]["questions"][1]["shown_if_any"] = ["g-screen-share"]
    data["sections"][1]["questions"][2]["shown_if_any"] = ["g-helper-who"]


DAMAGES: list[tuple[str, Callable[[Data], None], str]] = [
    ("unknown top field", put(top, "colour", 1), "colour"),
    ("unknown question field", put(question, "wieght", 1), f"{Q0}.wieght"),
    ("unknown setting", put(top, "setting", "bakery"), "setting"),
    ("version zero", put(top, "version", 0), "version"),
    ("missing title", drop(top, "title"), "title"),
    ("missing translation", drop(lambda data: question(data)["text"], "en"), f"{Q0}.text.en"),
    ("empty translation", put(lambda data: question(data)["why"], "zh", " "), f"{Q0}.why.zh"),
    ("translation of a card", put(lambda data: data["scam_types"][3]["card"], "en", ""), "scam_types[3].card.en"),
    ("weight too high", put(question, "weight", 6), f"{Q0}.weight"),
    ("weight below zero", put(question, "weight", -1), f"{Q0}.weight"),
    ("weight true", put(question, "weight", True), f"{Q0}.weight"),
    ("unknown track", put(question, "tracks", ["witness"]), f"{Q0}.tracks[0]"),
    ("scoring without a track", put(question, "tracks", []), f"{Q0}.tracks"),
    ("unknown way to know", put(question, "how", ["guess"]), f"{Q0}.how[0]"),
    ("no way to know", put(question, "how", []), f"{Q0}.how"),
    ("unknown scam type", put(question, "scam_types", ["nigerian-prince"]), f"{Q0}.scam_types[0]"),
    ("scam type twice", put(question, "scam_types", ["romance", "romance"]), f"{Q0}.scam_types[1]"),
    ("opens nothing", put(question, "opens", ["g-nothing"]), f"{Q0}.opens[0]"),
    ("opens itself", put(question, "opens", ["g-price-indifferent"]), f"{Q0}.opens"),
    ("unknown parent", put(follow_up, "shown_if_any", ["g-nothing"]), "sections[1].questions[1].shown_if_any[0]"),
    ("cycle of follow-ups", cycle, "sections"),
    ("waits for itself", put(follow_up, "shown_if_any", ["g-helper-who"]), "sections"),
    ("duplicate question", put(follow_up, "id", "g-weight-only"), "sections[1].questions[1].id"),
    ("unknown level of a section", put(lambda data: data["sections"][1], "from_level", "high"), "sections[1].from_level"),
    ("duplicate section", put(lambda data: data["sections"][1], "id", "manner"), "sections[1].id"),
    ("question id of a mitigator", put(lambda data: data["mitigators"][0], "id", "g-lookout"), "mitigators"),
    ("duplicate mitigator", put(lambda data: data["mitigators"][1], "id", "m-known-customer"), "mitigators[1].id"),
    ("id that means the transaction", put(question, "id", "tx"), "sections"),
    ("no cap for a group", drop(lambda data: data["groups"], "beh"), f"{Q0}.group"),
    ("cap zero", put(lambda data: data["groups"], "beh", 0), "groups.beh"),
    ("cap below zero", put(lambda data: data["groups"], "pay", -3), "groups.pay"),
    ("cap in words", put(lambda data: data["groups"], "pay", "ten"), "groups.pay"),
    ("mitigator that adds", put(lambda data: data["mitigators"][0], "weight", 3), "mitigators[0].weight"),
    ("mitigator without a track", put(lambda data: data["mitigators"][0], "tracks", []), "mitigators[0].tracks"),
    ("quick screen of nothing", put(top, "quick_screen", ["g-nothing"]), "quick_screen[0]"),
    ("quick screen of a follow-up", put(top, "quick_screen", ["g-helper-who"]), "quick_screen[0]"),
    ("limits that do not rise", put(lambda data: data["scoring"], "alert", 3), "scoring"),
    ("unknown operator", when({"maybe": ["g-lookout"]}), "floors[0].when"),
    ("two operators", when({"yes": ["g-lookout"], "no": ["g-lookout"]}), "floors[0].when"),
    ("empty condition", when({}), "floors[0].when"),
    ("condition on nothing", when({"in_force": ["g-nothing"]}), "floors[0].when.in_force[0]"),
    ("in force of a mitigator", when({"in_force": ["m-business"]}), "floors[0].when.in_force[0]"),
    ("empty list of ids", when({"yes": []}), "floors[0].when.yes"),
    ("empty all", when({"all": []}), "floors[0].when.all"),
    ("situation in a floor", when({"person_present": ["yes"]}), "floors[0].when"),
    ("unknown fact", when({"fact": "shoe_size", "at_least": 1}), "floors[0].when.fact"),
    ("fact without comparison", when({"fact": "amount_cny"}), "floors[0].when"),
    ("comparison of another type", when({"fact": "amount_cny", "one_of": ["a"]}), "floors[0].when.one_of"),
    ("nested fault", when({"not": {"any": [{"no": ["g-x"]}]}}), "floors[0].when.not.any[0].no[0]"),
    ("unknown other", when({"other_yes": {"than": "g-x", "weight_at_least": 3}}), "floors[0].when.other_yes.than"),
    ("unknown value status", put(lambda data: data["imminence"][0], "when", {"value_status": ["eaten"]}),
     "imminence[0].when.value_status[0]"),
    ("floor that lowers", put(lambda data: data["floors"][0], "level", "none"), "floors[0].level"),
    ("duplicate floor", put(lambda data: data["floors"][1], "id", "decisive"), "floors[1].id"),
    ("rule that asks for an answer", put(lambda data: data["rules"][0]["tiers"][0], "when", {"yes": ["g-lookout"]}),
     "rules[0].tiers[0].when"),
    ("tiers upside down", put(lambda data: data["rules"][0]["tiers"][0], "points", 1), "rules[0].tiers[1].points"),
    ("rule without tiers", put(lambda data: data["rules"][0], "tiers", []), "rules[0].tiers"),
    ("rule without a cap", put(lambda data: data["rules"][0], "group", "tax"), "rules[0].group"),
    ("twin of nothing", put(lambda data: data["rules"][0], "twins", ["g-x"]), "rules[0].twins[0]"),
    ("compliance that accuses", put(lambda data: data["rules"][0], "compliance", True), "rules[0].tracks"),
    ("duplicate rule", put(lambda data: data["rules"][1], "id", "t-size"), "rules[1].id"),
    ("explains nothing", put(lambda data: data["explanations"][0], "items", ["g-x"]), "explanations[0].items[0]"),
    ("explanation without note", drop(lambda data: data["explanations"][0], "note"), "explanations[0].note"),
    ("explanation that raises", put(lambda data: data["explanations"][0], "count_as", 5), "explanations[0].count_as"),
    ("legal note on nothing", put(lambda data: data["guidance"]["legal"][0], "when", "t-x"), "guidance.legal[0].when"),
    ("level without words", drop(lambda data: data["guidance"]["level_never"], "alert"), "guidance.level_never.alert"),
    ("unknown place", put(lambda data: data["guidance"], "place", "moon"), "guidance.place"),
    ("unknown transaction field", put(top, "tx_fields", ["shoe_size"]), "tx_fields[0]"),
    ("unknown value choice", put(top, "value_statuses", ["eaten"]), "value_statuses[0]"),
    ("sections not a list", put(top, "sections", {"a": 1}), "sections"),
    ("no questions", put(top, "sections", []), "sections"),
    ("question not an object", put(lambda data: data["sections"][0]["questions"], 0, 7), Q0),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "path"), [entry[1:] for entry in DAMAGES], ids=[entry[0] for entry in DAMAGES])
def test_refused_at_the_place(damage: Callable[[Data], None], path: str) -> None:
    data = raw_definition("gold_shop")
    load_definition(data)
    damage(data)
    with pytest.raises(DefinitionError) as caught:
        load_definition(data)
    assert caught.value.path == path or caught.value.path.startswith(path + ".")
    assert caught.value.path in caught.value.zh
    assert caught.value.path in caught.value.en


def places(value: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of a JSON value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, entry in inner for place in places(entry, (*path, key)))]


PLACES = {setting: places(raw_definition(setting))[1:] for setting in ("gold_shop", "courier_delivery")}
JUNK: st.SearchStrategy[object] = st.sampled_from(
    [None, True, 0, -1, 99, 1.5, "", "x", [], {}, ["x"], {"x": 1}, [[]], [{}], {"all": 3}, ["g-lookout"]]
)


@pytest.mark.parametrize("setting", sorted(PLACES))
@settings(max_examples=300)
@given(data=st.data(), junk=JUNK)
def test_junk_anywhere_is_refused_with_its_place_or_harmless(setting: str, data: st.DataObject, junk: object) -> None:
    definition = raw_definition(setting)
    *way, last = data.draw(st.sampled_from(PLACES[setting]))
    target: Any = definition
    for step in way:
        target = target[step]
    target[last] = junk
    try:
        loaded = load_definition(definition)
    except DefinitionError as error:
        if not error.path:
            raise
        return
    assess(loaded, Facts(dict.fromkeys([*loaded.questions, *loaded.mitigators], Answer.YES)))


def copied(folder: Path) -> Path:
    """The shipped checklist files in a folder of their own."""
    for file in CHECKLISTS.glob("*.json"):
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


def replace(file: Path, old: str, new: str) -> None:
    """Change some text of a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "path"),
    [
        ("gold_shop.json", '"weight": 2', '"weight": 9', "gold_shop.json:sections[0].questions[0].weight"),
        ("shared.json", '"game-trade"', '"romance"', "gold_shop.json:scam_types[18].id"),
        ("sighting.json", '"id": "sighting"', '"id": "sighting', "sighting.json"),
        ("courier_delivery.json", "courier_inquiry/q-unordered", "courier_inquiry/q-none",
         "courier_delivery.json:d-lure-batch.continues"),
        ("bank_counter.json", '"setting": "bank_counter"', '"setting": "gold_shop"', "bank_counter.json:setting"),
    ],
)  # fmt: skip
def test_a_damaged_file_is_named(tmp_path: Path, name: str, old: str, new: str, path: str) -> None:
    folder = copied(tmp_path)
    replace(folder / name, old, new)
    with pytest.raises(DefinitionError) as caught:
        load_definitions(folder)
    assert caught.value.path == path


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (copied(tmp_path) / "sighting.json").unlink()
    with pytest.raises(DefinitionError, match=r"sighting\.json"):
        load_definitions(tmp_path)
