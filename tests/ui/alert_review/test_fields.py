"""The review page's field table agrees with the alert's own: same names, same codes, every field reachable."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.alert.fields import ANY, FIELDS
from desktop.ui.viewmodels.records.words import VALUE_STATUS
from desktop.ui.viewmodels.review.fields import GROUPS, groups_for, spec_of
from desktop.ui.viewmodels.review.level import LevelChoice
from desktop.ui.viewmodels.review.values import ReviewValues
from desktop.ui.widgets.review.field_row import FieldRow
from redflags import Level

SPECS = [spec for group in GROUPS for spec in group.fields]
# Asked on the checklist page, where the gold itself is described.
ELSEWHERE = {"purity"}


def test_every_field_of_an_alert_can_be_edited_somewhere() -> None:
    assert {spec.key for spec in SPECS if spec.store == "details"} | ELSEWHERE == set(FIELDS)


@pytest.mark.parametrize("spec", [s for s in SPECS if s.store == "details"], ids=lambda spec: spec.key)
def test_choices_are_the_codes_the_alert_takes(spec: object) -> None:
    ours = spec_of(spec.key)  # type: ignore[attr-defined] # parametrised with FieldSpec
    assert ours is not None
    field = FIELDS[ours.key]
    if field.choices:
        assert set(ours.choices or {}) == set(field.choices)
    if field.kind == "yes-no":
        assert set(ours.choices or {}) == {"yes", "no"}
    assert (ours.control == "time") == (field.kind == "time")
    assert (ours.control == "chips") == (field.kind == "set")


def test_order_of_need_begins_with_person_and_value() -> None:
    assert [group.key for group in GROUPS][:5] == ["person", "value", "intercept", "contact", "what"]


@pytest.mark.parametrize("setting", ANY)
def test_each_setting_shows_what_belongs_to_it(setting: str) -> None:
    groups = groups_for(setting, {}, ("none", "not_paid"))
    keys = {spec.key for group in groups for spec in group.fields}
    assert {"person_present", "value_status", "narrative"} <= keys
    assert ("waybill_no" in keys) == setting.startswith("courier")
    assert ("weight_g" in keys) == (setting == "gold_shop")
    assert "left_at" not in keys
    value = next(spec for group in groups for spec in group.fields if spec.key == "value_status")
    assert list(value.choices or {}) == ["none", "not_paid"]
    assert set(value.choices or {}) <= set(VALUE_STATUS)


def test_someone_who_left_opens_time_and_direction() -> None:
    groups = groups_for("gold_shop", {"person_present": "left"}, ())
    assert {"left_at", "direction"} <= {spec.key for spec in groups[0].fields}


def test_numbers_are_read_as_people_write_them() -> None:
    values = ReviewValues()
    values.put("amount_cny", "26万")
    values.put("weight_g", "1斤")
    assert values.tx == {"amount_cny": 260_000, "weight_g": 500}
    assert values.understood("amount_cny") == "¥ 260,000"
    assert values.understood("weight_g") == "500 g"
    values.put("amount_cny", "1234.56")
    assert values.tx["amount_cny"] == 1234.56
    assert values.understood("amount_cny") == "¥ 1,234.56"


def test_what_is_no_number_is_kept_as_typed_and_no_older_number_stands_in_for_it() -> None:
    values = ReviewValues(tx={"weight_g": 300})
    values.put("weight_g", "3钱")
    assert values.tx == {}
    assert values.get("weight_g") == "3钱"
    assert "钱" in values.unreadable["weight_g"].zh
    assert ReviewValues(details=dict(values.details)).get("weight_g") == "3钱"
    values.put("weight_g", "9克")
    assert (values.tx, values.details) == ({"weight_g": 9}, {})
    values.put("weight_g", "3钱")
    values.put("weight_g", "")
    assert (values.tx, values.unreadable, values.details) == ({}, {}, {})


def test_levels_go_up_freely_and_down_by_one_with_a_reason() -> None:
    alert = LevelChoice(Level.ALERT)
    assert alert.allowed() == (Level.WATCH, Level.ALERT, Level.URGENT)
    assert LevelChoice(Level.URGENT).allowed() == (Level.ALERT, Level.URGENT)
    assert LevelChoice(Level.NONE).allowed() == (Level.WATCH, Level.ALERT, Level.URGENT)
    assert alert.override is None
    lowered = LevelChoice(Level.ALERT, Level.WATCH)
    assert lowered.reason_missing
    assert not LevelChoice(Level.ALERT, Level.WATCH, "家人到场").reason_missing
    assert LevelChoice(Level.ALERT, Level.URGENT).override == "urgent"


def test_an_offered_word_is_shown_in_the_language_of_the_screen_and_kept_as_it_was(qtbot: QtBot) -> None:
    spec = spec_of("handover_where")
    assert spec is not None
    row, told = FieldRow(spec, "en"), []
    qtbot.addWidget(row)
    row.edited.connect(lambda key, value: told.append((key, value)))
    row.set_value("不清楚")
    assert row.value() == "unknown"
    assert not told
    row.set_value("北门")
    assert row.value() == "北门"
