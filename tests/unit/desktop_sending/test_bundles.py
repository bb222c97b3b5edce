"""Published checklists: signed by our station, never older, readable, and only for drafts begun from now on."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.adapters.checklist_files import ChecklistFiles
from desktop.adapters.station_api.client import HttpStation
from desktop.application.checklists.current_checklists import CurrentChecklists
from desktop.application.checklists.fetch_bundle import AGAIN_S, EVERY_S, FetchBundle
from desktop.application.checklists.find_checklist import FindChecklist
from desktop.application.drafts.start_draft import StartDraft
from desktop.application.errors import ForeignStation, StationUnreachable
from desktop.application.station_port import FeedEvent, FeedPage, UnknownNews
from desktop.domain.alert.bundle import Bundle
from tests.fakes.counter import CHECKLISTS
from tests.support import OPENING
from tests.unit.desktop_sending.profile import Profile
from tests.unit.desktop_sending.scripted import ScriptedServer, http_answer
from tests.unit.desktop_sending.station_hand import StationHand, b64, jwk_of, thumbprint_of

SHIPPED = ChecklistFiles(CHECKLISTS)


def bundle(version: int, *, above: int = 1, setting: str = "gold_shop", **changes: object) -> Bundle:
    """A bundle with the gold shop's checklist `above` versions newer than the shipped one."""
    definition = json.loads(SHIPPED.text("gold_shop"))
    definition |= {"version": definition["version"] + above} | changes
    return Bundle(version, OPENING + timedelta(days=1), {setting: json.dumps(definition)})


class Shop:
    """A profile's checklists."""

    def __init__(self, profile: Profile) -> None:
        self.profile, begin = profile, profile.storage.begin
        reads = profile.storage.reads(profile.connectivity)
        self.checklists = CurrentChecklists(shipped=SHIPPED, reads=reads)
        self.find = FindChecklist(checklists=self.checklists, reads=reads)
        self.start = StartDraft(begin=begin, clock=profile.clock, ids=profile.ids, checklists=self.checklists)
        self.fetch = FetchBundle(
            begin=begin,
            connect=profile.station,
            clock=profile.clock,
            checklists=self.checklists,
            taken=self.checklists.refresh,
        )

    def kept(self) -> Bundle | None:
        """What is kept."""
        with self.profile.storage.begin() as work:
            return work.feed.bundle()

    def version(self) -> int:
        """The gold shop's version for new drafts."""
        return self.checklists.current("gold_shop").version

    def offer(self, *offered: Bundle) -> None:
        """Let the station offer bundles and an hour pass before each look."""
        self.profile.station.bundles += offered
        for _ in offered:
            self.profile.clock.advance(EVERY_S)
            self.fetch()


@pytest.fixture
def shop(profile: Profile) -> Shop:
    """An enrolled shop."""
    return Shop(profile)


def test_a_new_checklist_is_for_new_drafts_only(shop: Shop) -> None:
    shipped = SHIPPED.current("gold_shop").version
    before = shop.start("gold_shop", None).value
    shop.offer(bundle(1))
    after = shop.start("gold_shop", None).value
    assert (before.checklist_version, after.checklist_version) == (shipped, shipped + 1)
    assert shop.find("gold_shop", before.checklist_version).version == shipped
    assert shop.find("gold_shop").version == shipped + 1
    assert Shop(shop.profile).version() == shipped + 1, "after the next start as well"
    shop.profile.clock.advance(timedelta(days=30).total_seconds())
    assert shop.version() == shipped + 1, "an expired one stays usable"


def test_versions_never_go_back(shop: Shop) -> None:
    shop.offer(bundle(5, above=3), bundle(4, above=1), bundle(5, above=9))
    kept = shop.kept()
    assert kept is not None
    assert (kept.version, kept.refused) == (5, "went-back")
    assert shop.version() == SHIPPED.current("gold_shop").version + 3
    assert shop.profile.station.asked_bundles == [0, 5, 5]
    shop.offer(bundle(6, above=4))
    assert shop.version() == SHIPPED.current("gold_shop").version + 4
    assert (kept := shop.kept()) is not None
    assert kept.refused == ""


def test_a_setting_the_next_bundle_does_not_name_goes_on_as_published(shop: Shop) -> None:
    bank = json.loads(SHIPPED.text("bank_counter"))
    newer = {"bank_counter": json.dumps(bank | {"version": bank["version"] + 1})}
    shop.offer(bundle(1, above=3), Bundle(2, OPENING + timedelta(days=9), newer))
    assert shop.version() == SHIPPED.current("gold_shop").version + 3
    assert shop.checklists.current("bank_counter").version == bank["version"] + 1
    kept = shop.kept()
    assert kept is not None
    assert (kept.version, kept.expires_at, sorted(kept.checklists)) == (
        2,
        OPENING + timedelta(days=9),
        ["bank_counter", "gold_shop"],
    )
    assert Shop(shop.profile).version() == shop.version(), "after the next start as well"
    shop.offer(bundle(3, above=4))
    assert shop.version() == SHIPPED.current("gold_shop").version + 4


def test_a_published_checklist_older_than_the_shipped_one_is_not_used(shop: Shop) -> None:
    shop.offer(bundle(1, above=0, title={"zh": "别的", "en": "Other"}))
    assert shop.checklists.text("gold_shop") == SHIPPED.text("gold_shop")


def test_one_that_cannot_be_read_changes_nothing(shop: Shop) -> None:
    shop.offer(bundle(1), bundle(2, above=2, groups=7), bundle(3, above=2, setting="bank_counter"))
    kept = shop.kept()
    assert kept is not None
    assert (kept.version, kept.refused) == (1, "bad-definition")


def test_another_hand_is_flagged_and_a_dead_line_is_not(shop: Shop) -> None:
    shop.offer(bundle(1))
    for failure, flagged in ((StationUnreachable("network"), ""), (ForeignStation("key"), "foreign-station")):
        shop.profile.station.failures = [failure]
        shop.profile.clock.advance(EVERY_S)
        assert shop.fetch().value == 1
        assert (kept := shop.kept()) is not None
        assert kept.refused == flagged


def test_the_feed_speaks_and_the_next_round_looks(shop: Shop) -> None:
    shop.fetch()
    shop.fetch()
    station = shop.profile.station
    assert station.asked_bundles == [0], "once an hour"
    event = FeedEvent(1, "checklist.version", None, OPENING, UnknownNews(), "{}")
    station.pages.append(FeedPage("e1", "c1", (event,)))
    shop.profile.pull()(0)
    shop.profile.clock.advance(AGAIN_S)
    station.bundles.append(bundle(1))
    assert shop.fetch().value == 1
    shop.profile.clock.advance(AGAIN_S)
    shop.fetch()
    assert station.asked_bundles == [0, 0]


def test_only_our_stations_signature_counts(server: ScriptedServer, station: HttpStation, hand: StationHand) -> None:
    said = {"version": 3, "issued_at": "2026-11-17T02:00:00Z", "expires_at": "2026-12-17T02:00:00Z"}
    said_whole: dict[str, object] = {**said, "checklists": {"gold_shop": {"version": 9}}, "materials": {}}
    server.script = [http_answer(200, {"bundle": signed(hand.key, said_whole)}), http_answer(304)]
    got = station.bundle(2)
    assert got is not None
    assert (got.version, json.loads(got.checklists["gold_shop"])) == (3, {"version": 9})
    assert station.bundle(3) is None
    stranger = Ed25519PrivateKey.from_private_bytes(b"x" * 32)
    server.script = [http_answer(200, {"bundle": signed(stranger, said_whole)})]
    with pytest.raises(ForeignStation):
        station.bundle(0)
    server.script = [http_answer(200, {"bundle": signed(hand.key, said_whole)[:-8] + "AAAAAAAA"})]
    with pytest.raises((ForeignStation, StationUnreachable)):
        station.bundle(0)


def signed(key: Ed25519PrivateKey, said: dict[str, object]) -> str:
    """A compact JWS by a key."""
    kid = thumbprint_of(jwk_of(key.public_key()))
    first = b64(json.dumps({"alg": "EdDSA", "kid": kid, "typ": "bundle+jwt"}).encode())
    body = f"{first}.{b64(json.dumps(said).encode())}"
    return f"{body}.{b64(key.sign(body.encode()))}"
