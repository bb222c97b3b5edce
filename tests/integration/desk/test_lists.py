"""Merchants, members, codes, terminals, bulletins, analysis, the audit trail, and the page itself."""

import re
from pathlib import Path

from desktop.domain.member.fingerprint import fingerprint_of
from station.api.desk.page import STATIC
from station.application.read_meta import read_meta
from tests.fakes.county import County
from tests.fakes.desk import DESK
from tests.fakes.terminal import FakeTerminal, Key


def test_a_merchant_comes_in_through_the_desk(county: County) -> None:
    admin = county.desk("sun")
    body = {"name": "顺达网点", "trade": "courier", "address": "西环路66号", "phone": ""}
    shop = admin.post("/merchants", body).json()
    member = admin.post("/members", {"merchant_id": shop["merchant_id"], "name": "罗建平", "role": "clerk"}).json()
    made = admin.post("/enrolment-codes", {"merchant_id": shop["merchant_id"]}).json()
    code = made["code"]
    # What the shop's screen will show is made from the same keys.
    assert made["fingerprint"] == fingerprint_of(read_meta(county.running.station)["station_jwks"]["keys"])
    terminal = FakeTerminal(county.terminal.send, county.terminal.base, now=county.running.station.clock.now)
    assert terminal.enrol(code, "收寄台").status == 201
    assert terminal.activate(member["member_id"], member["activation_code"], Key()).status == 201
    listed = admin.get(f"/members?merchant_id={shop['merchant_id']}").json()["members"]
    assert [(one["name"], one["active"]) for one in listed] == [("罗建平", True)]
    assert shop["merchant_id"] in {one["merchant_id"] for one in admin.get("/merchants").json()["merchants"]}
    assert "收寄台" in {one["name"] for one in admin.get("/terminals").json()["terminals"]}


def test_wrong_fields_of_a_merchant_are_named(county: County) -> None:
    answer = county.desk("sun").post("/merchants", {"name": "", "trade": "spy", "address": ""})
    assert [one["pointer"] for one in answer.json()["errors"]] == ["/name", "/trade", "/address"]


def test_a_revoked_terminal_is_out_with_its_next_call(county: County) -> None:
    terminal_id = county.terminal.enrolment["terminal_id"]
    assert county.desk("sun").post(f"/terminals/{terminal_id}/revoke", {"reason": "失窃"}).status == 200
    assert county.terminal.feed().slug == "terminal-revoked"
    assert county.desk("sun").post(f"/terminals/{terminal_id}/revoke", {"reason": "失窃"}).status == 409
    assert county.desk("sun").post("/terminals/ter_nobody/revoke", {"reason": "失窃"}).status == 404


def test_a_bulletin_reaches_its_trade_only(county: County) -> None:
    desk = county.desk("wang")
    desk.post("/bulletins", {"title": "给快递", "text": "文", "trade": "courier"})
    desk.post("/bulletins", {"title": "给大家", "text": "文", "area": "莲峰镇"})
    assert [event["title"] for event in county.events("bulletin")] == ["给大家"]
    listed = desk.get("/bulletins").json()["bulletins"]
    assert {one["title"]: (one["trade"], one["area"]) for one in listed} == {
        "给快递": ("courier", None),
        "给大家": (None, "莲峰镇"),
    }


def test_the_analysis_counts_outcomes_and_flags(county: County) -> None:
    desk = county.desk("wang")
    verdicts = [("valid", "right"), ("invalid", "wrong"), ("valid", "unclear")]
    for result, verdict in verdicts:
        desk.act(county.alert(), "outcome", result=result, flags={"g-mail-out": verdict})
    found = desk.get("/analysis").json()
    assert (found["totals"]["alerts"], found["totals"]["valid"], found["totals"]["invalid"]) == (3, 2, 1)
    flag = next(one for one in found["flags"] if one["id"] == "g-mail-out")
    assert (flag["asked_yes"], flag["right"], flag["wrong"], flag["hit_percent"]) == (3, 1, 1, 50)
    assert flag["zh"].startswith("要店里代寄")
    assert found["by_hour"][10] == 3
    assert found["by_scam"][0]["name"]["zh"]


def test_the_audit_trail_pages_and_holds(county: County) -> None:
    for _ in range(60):
        county.desk("sun").post(
            "/enrolment-codes", {"merchant_id": county.terminal.enrolment["merchant"]["merchant_id"]}
        )
        county.desk("wang").post("/bulletins", {"title": "题", "text": "文"})
    auditor = county.desk("zhou")
    first = auditor.get("/audit").json()
    assert (len(first["rows"]), first["more"], first["chain_ok"]) == (100, True, True)
    rest = auditor.get(f"/audit?before={first['rows'][-1]['audit_no']}").json()
    numbers = [row["audit_no"] for row in first["rows"] + rest["rows"]]
    assert numbers == list(range(numbers[0], 0, -1))


def test_an_edited_audit_row_is_noticed(county: County) -> None:
    county.desk("wang").post("/bulletins", {"title": "题", "text": "文"})
    county.running.store.write(lambda unit: unit.audit.change(2, action="nothing.happened"))
    assert county.desk("zhou").get("/audit").json()["chain_ok"] is False


def test_the_page_is_served_behind_a_strict_policy(county: County) -> None:
    send, base = county.terminal.send, "http://127.0.0.1"
    for name in ("", "js/main.js", "css/tokens.css", "icons.svg"):
        answer = send("GET", f"{base}/desk/{name}", {}, b"")
        assert answer.status == 200, name
        headers = {key.lower(): text for key, text in answer.headers.items()}
        assert "default-src 'self'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
    assert send("GET", f"{base}/desk/..%2F..%2Fbootstrap.py", {}, b"").status == 404


def test_the_page_holds_no_inline_code_and_never_writes_markup() -> None:
    html = (STATIC / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", html)
    for file in STATIC.rglob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text), (
            file
        )
        assert '"style"' not in text, file


def test_both_languages_have_the_same_words() -> None:
    def keys(name: str) -> set[str]:
        return set(re.findall(r'"([\w.]+)": "', (STATIC / "js" / "words" / name).read_text(encoding="utf-8")))

    missing = keys("zh.js") - keys("en.js")
    # Sentences that the clerk reads stay Chinese whatever language the officer's page has.
    assert {key for key in missing if not key.startswith(("ready.", "outcome.text.", "reward.text.default"))} == set()
    assert keys("en.js") - keys("zh.js") == set()


def test_every_word_the_page_asks_for_exists() -> None:
    known = set(re.findall(r'"([\w.]+)": "', (STATIC / "js" / "words" / "zh.js").read_text(encoding="utf-8")))
    asked = {
        key
        for file in Path(STATIC / "js").rglob("*.js")
        for key in re.findall(r'\bt\("([\w.]+)"', file.read_text(encoding="utf-8"))
    }
    assert asked - known == set()


def test_the_live_line_opens_for_officers_only(county: County) -> None:
    stranger = county.terminal.send("GET", f"http://127.0.0.1{DESK}/events", {}, b"")
    assert stranger.status == 401
    line = county.desk("wang").get("/events")
    assert line.status == 200
    assert line.content.startswith(b"retry: 2000\n\nevent: alive")
