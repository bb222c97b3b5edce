"""Every exchange is cut in its middle, both ways, while the window is open: words, screen and letters stay true.

In the order of a shop's life, because one exchange needs what the one before it brought.
"""

from __future__ import annotations

from contextlib import closing
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.errors import StationUnreachable
from desktop.application.session import Session
from desktop.tour.officer import DeskOfficer
from desktop.ui.pages.rewards.page import RewardsScreen
from tests.e2e.cut.shop import PIN, STOOD_STILL_S, Shop
from tests.fakes.pictures import photo

WAYS = ("up", "down")

pytestmark = pytest.mark.slow


def instruct(duty: DeskOfficer, alert_id: str, words: str) -> None:
    """Tell the clerk something."""
    duty.act(alert_id, "instruct", text=f"请稳住顾客 {words}", urgent=True, replies=["stalled", "left"])


def told(shop: Shop, words: str) -> bool:
    """Tell whether the clerk can read it."""
    return any(words in one.text for one in shop.live.view_model.instructions())


def joined(shop: Shop, bundle: str) -> Session:
    """Enrol and activate, each cut both ways first; the first question for checklists is cut one way."""
    services, code = shop.context.services, shop.station.shop["code"]
    for way in WAYS:
        cut = shop.line.cut_next(r"^POST \S+/enrolments", way)
        failed = shop.ask(lambda: services.enrol(shop.line.url, code, "一号柜台"))
        assert isinstance(failed, StationUnreachable)
        assert shop.line.made[-1] == cut
        assert services.shop() is None
    checklists = shop.line.cut_next(r"^GET \S+/bundles/latest", bundle)
    assert shop.ask(lambda: services.enrol(shop.line.url, code, "一号柜台")) is None
    assert services.shop() is not None
    member = shop.station.shop["members"][0]
    who, activation = member["member_id"], member["activation_code"]
    for way in WAYS:
        shop.line.cut_next(r"^POST \S+/activation", way)
        failed = shop.ask(lambda: services.activate_member(who, activation, PIN))
        assert isinstance(failed, StationUnreachable)
        assert not any(tile.active for tile in services.members())
    sessions: list[Session] = []
    assert shop.ask(lambda: sessions.append(services.activate_member(who, activation, PIN).value)) is None
    shop.nudge_until("the question for checklists", lambda: checklists in shop.line.made)
    return sessions[0]


def call_for_help(shop: Shop) -> str:
    """F9, and the line of the alert on the screen; returns its id."""
    before = shop.live.view_model.alert_id if shop.at_the_line else ""
    shop.window.activateWindow()
    shop.wait("the window in front", shop.window.isActiveWindow)
    QTest.keyClick(shop.window, Qt.Key.Key_F9)
    shop.wait("its line", lambda: shop.at_the_line and shop.live.view_model.alert_id not in ("", before))
    shop.wait("the alert", lambda: shop.live.view_model.line is not None)
    return shop.live.view_model.alert_id


def test_an_alarm_and_what_follows_it(shop: Shop) -> None:
    shop.sign_in(joined(shop, "up"))
    for way in WAYS:
        shop.is_cut(r"^PUT \S+/alerts/[^/]+$", way, lambda: call_for_help(shop))
        shop.settled()
        shop.wait("the word of it", lambda: shop.live.clock.truth.text().startswith("已送达"))
        shop.truthful()
        shop.is_cut(r"^PUT \S+/supplements/", way, lambda: shop.live.say.fact.emit("白色面包车，往北"))
        shop.settled()
        shop.truthful()
    assert sorted(one["supplements"] for one in shop.leads()) == [1, 1]
    assert shop.heart.longest_s < STOOD_STILL_S


def test_a_photo_in_pieces(shop: Shop) -> None:
    shop.sign_in(joined(shop, "down"))
    alert_id, context = call_for_help(shop), shop.context

    def add(seed: int) -> None:
        picture = photo(seed, (800, 600), noise=True)
        assert shop.ask(lambda: context.services.photos.add(alert_id, context.session, picture)) is None

    shop.settled()
    for seed, way in enumerate(WAYS):
        shop.is_cut(r"^PATCH \S+/attachments/", way, partial(add, seed))
        shop.whole(alert_id)
        # The offset is asked for only after a piece went wrong.
        piece = shop.line.cut_next(r"^PATCH \S+/attachments/", "up")
        shop.is_cut(r"^HEAD \S+/attachments/", way, partial(add, seed + 10))
        assert piece in shop.line.made
        shop.whole(alert_id)
    assert [one["attachments"] for one in shop.leads()] == [4]
    assert shop.heart.longest_s < STOOD_STILL_S


def test_news_read_receipt_and_keys(shop: Shop) -> None:
    shop.sign_in(joined(shop, "down"))
    services = shop.context.services
    alert_id = services.silent_alarm(shop.context.session).value
    shop.window.go("live", alert_id=alert_id)
    shop.settled()
    shop.wait("the word of it", lambda: shop.live.clock.truth.text().startswith("已送达"))
    with closing(shop.officer("duty")) as duty:
        shop.is_cut(r"^GET \S+/feed", "up", lambda: None)
        shop.is_cut(r"^GET \S+/feed", "down", lambda: duty.act(alert_id, "acknowledge"))
        shop.wait("the acknowledgement", lambda: shop.live.clock.truth.text().startswith("值班台已看到"))
        shop.truthful()
        for way in WAYS:
            shop.is_cut(r"^PUT \S+/feed/receipts/", way, partial(instruct, duty, alert_id, way))
            shop.wait("the instruction", partial(told, shop, way))
    for way in WAYS:
        shop.line.cut_next(r"^POST \S+/terminals/[^/]+/key", way)
        assert isinstance(shop.ask(services.upkeep.rotate_terminal_key), StationUnreachable)
        before = services.outbox_status().held
        fresh = services.add_fact(alert_id, shop.context.session, f"换钥匙时 {way}").value
        shop.settled()
        assert (before, fresh > 0) == (None, True)
    assert shop.heart.longest_s < STOOD_STILL_S


def test_a_comparison_after_the_station_was_restored(shop: Shop) -> None:
    shop.sign_in(joined(shop, "down"))
    services = shop.context.services
    kept = shop.station.folder / "backup"
    alert_id = services.silent_alarm(shop.context.session).value
    shop.window.go("live", alert_id=alert_id)
    shop.settled()
    shop.station.command("backup", "--to", str(kept))
    shop.heart.forget()
    lost = services.silent_alarm(shop.context.session).value
    shop.settled()
    shop.station.stop()
    shop.station.command("restore", "--from", str(kept), "--replace")
    shop.station.start()
    shop.heart.forget()
    for way in WAYS:
        shop.is_cut(r"^POST \S+/reconcile", way, lambda: None)
    shop.nudge_until("the lost alert at the station again", lambda: len(shop.leads()) == 2)
    shop.settled()
    assert {one["alert_id"] for one in shop.leads()} == {alert_id, lost}
    assert shop.heart.longest_s < STOOD_STILL_S


def test_a_claim(shop: Shop) -> None:
    shop.sign_in(joined(shop, "up"))
    alert_id, context = call_for_help(shop), shop.context
    member = shop.station.shop["members"][0]["member_id"]
    shop.settled()
    screen = shop.stage_page(RewardsScreen, "rewards")
    assert context.session is not None
    session = context.session
    with (
        closing(shop.officer("duty")) as duty,
        closing(shop.officer("approver")) as approver,
    ):
        duty.act(alert_id, "acknowledge")
        duty.act(alert_id, "verify")
        duty.act(alert_id, "outcome", result="valid", effects=[{"code": "dissuaded"}], text="已劝住。")
        reward_id = duty.propose(alert_id, member, duty.suggested_fen(alert_id))
        approver.step(reward_id, "review")
        approver.step(reward_id, "approve")
        duty.step(reward_id, "notify")

        def shown() -> str:
            return next((one.state for one in screen.view_model.rows() if one.reward_id == reward_id), "")

        shop.wait("the reward to claim", lambda: shown() == "notified")
        for way in WAYS:
            shop.line.cut_next(r"^POST \S+/claim", way)
            failed = shop.ask(lambda: context.services.claim_reward(reward_id, session))
            assert isinstance(failed, StationUnreachable)
            assert shown() == "notified"
        shop.ask(lambda: context.services.claim_reward(reward_id, session))
        shop.wait("the claim", lambda: shown() == "claimed")
        assert duty.reward(reward_id)["state"] == "claimed"
    assert shop.heart.longest_s < STOOD_STILL_S
