"""Publishing checklists on the desk page, in a real browser."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from station.adapters.checklists import FOLDER
from tests.e2e.desk.desk_page import DeskPage
from tests.fakes.county import County

pytestmark = pytest.mark.slow
Open = Callable[..., DeskPage]
FILES = [FOLDER / "gold_shop.json", FOLDER / "bank_counter.json"]


def choose(page: DeskPage, *files: Path) -> None:
    """Choose files as the browser's own dialog would."""
    page.find("input[name=files]").send_keys("\n".join(map(str, files)))


def test_an_administrator_publishes_and_a_terminal_gets_it(county: County, open_page: Open, tmp_path: Path) -> None:
    desk = open_page()
    desk.sign_in("sun")
    desk.click("[data-view=bundles]")
    desk.shows(".empty", "还没有发布过")
    choose(desk, *FILES, FOLDER / "shared.json")
    desk.shows("#bundle-chosen", "金店")
    desk.shows("#bundle-chosen", "版本 2")
    desk.type("input[name=expires_days]", "365")
    desk.click("form button[type=submit]")
    desk.shows("#bundle-current", "第 1 版")
    desk.shows("#bundle-current", "46 个问题")
    choose(desk, FILES[1], FOLDER / "shared.json")
    desk.click("form button[type=submit]")
    desk.shows("#bundle-current", "第 2 版")
    desk.shows("#bundle-current", "金店")
    answer = county.terminal.call("GET", "/api/v1/bundles/latest")
    assert answer.status == 200
    assert [event["setting"] for event in county.events("checklist.version")] == [
        "gold_shop",
        "bank_counter",
        "bank_counter",
    ]


def test_a_wrong_file_is_named_beside_the_field_and_nothing_is_published(
    county: County, open_page: Open, tmp_path: Path
) -> None:
    desk = open_page()
    desk.sign_in("sun")
    desk.click("[data-view=bundles]")
    desk.click("form button[type=submit]")
    desk.shows("[data-field=files] .error", "请先选择核对表文件")
    broken = tmp_path / "坏的.json"
    broken.write_text("{", encoding="utf-8")
    choose(desk, broken)
    desk.shows("[data-field=files] .error", "坏的.json 不是可读的 JSON 文件")
    desk.driver.refresh()
    choose(desk, FILES[0])
    desk.shows("[data-field=files] .error", "还缺共用部分")
    desk.click("form button[type=submit]")
    desk.shows("[data-field=files] .error", "还缺共用部分")
    desk.driver.refresh()
    desk.find("input[name=files]")
    spoiled = tmp_path / "gold.json"
    definition = json.loads(FILES[0].read_text(encoding="utf-8"))
    spoiled.write_text(json.dumps({**definition, "sections": "none"}), encoding="utf-8")
    choose(desk, spoiled, FOLDER / "shared.json")
    desk.click("form button[type=submit]")
    desk.shows("[data-field=files] .error", "核对表 gold_shop 有误。清单定义「sections」处有误")
    assert county.desk("sun").get("/bundles").json() == {"bundles": []}


def test_a_duty_officer_reads_and_does_not_publish(county: County, open_page: Open) -> None:
    desk = open_page(390, 844)
    desk.sign_in("wang")
    desk.driver.get(f"{desk.url}#/bundles")
    desk.shows(".empty", "还没有发布过")
    assert not desk.all("input[name=files]")
