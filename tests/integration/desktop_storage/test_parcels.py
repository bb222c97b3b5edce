"""The depot's parcels in a real profile: marks only, in the draft's own transaction, and forgotten in time; the gold price."""

from __future__ import annotations

import secrets
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters.courier_files import CourierFiles
from desktop.adapters.storage.connection import connect
from desktop.adapters.storage.marks import Marks
from desktop.adapters.storage.profile import DATABASE
from desktop.application.courier.recipient_seen import SeenRecipient
from desktop.application.courier.scan_waybill import ScanWaybill
from desktop.application.drafts.discard_draft import DiscardDraft
from desktop.application.drafts.save_draft import SaveDraft
from desktop.application.drafts.start_draft import StartDraft
from desktop.application.errors import InvalidInput
from desktop.application.prices.gold_price import NoteGoldPrice, ReadGoldPrice
from desktop.application.read_models import DraftView
from desktop.application.session import Session
from desktop.bootstrap import COURIERS
from desktop.domain.delivery.connectivity import Connectivity
from tests.fakes.counter import CountedIds
from tests.integration.desktop_storage.conftest import Profile
from tests.support import FixedClock

ANNA = Session("u-0001", "小林", "clerk", lambda _payload: "")
CHEN = Session("u-0002", "小陈", "clerk", lambda _payload: "")
RECIPIENT = {"recipient_phone": "13912345678", "recipient_address": "福建省连城县莲峰镇北大路8号"}


class Depot:
    """Drafts of acceptances over one profile."""

    def __init__(self, profile: Profile, clock: FixedClock) -> None:
        self.profile, self.clock, self.ids = profile, clock, CountedIds()

    def accept(self, **details: str) -> DraftView:
        """Start and save one acceptance."""
        begin = self.profile.storage.begin
        start = StartDraft(begin=begin, clock=self.clock, ids=self.ids, checklists=self.profile.enrolled.checklists)
        draft = start("courier_acceptance", "u-0001").value
        return SaveDraft(begin=begin, clock=self.clock)(draft.draft_id, {}, {}, {}, details).value

    def seen(self, draft: DraftView) -> tuple[int, int]:
        """Senders and earlier parcels of a draft's recipient."""
        found = SeenRecipient(parcels=self.profile.storage.parcels(), clock=self.clock)(draft.alert_id)
        return found.senders, found.parcels

    def rows(self) -> list[tuple[str, ...]]:
        """The table as it lies in the file."""
        connection = connect(self.profile.home / DATABASE, self.profile.key)
        found = connection.execute("SELECT waybill, phone, address, sender, duties, acceptance FROM parcels").fetchall()
        connection.close()
        return [tuple(row) for row in found]


@pytest.fixture
def depot(profile: Profile, clock: FixedClock) -> Depot:
    """A depot with no parcel yet."""
    return Depot(profile, clock)


def test_senders_to_one_recipient_are_counted_over_seven_days(depot: Depot) -> None:
    depot.accept(**RECIPIENT, subject_phone="13800000001")
    depot.clock.advance(86_400)
    depot.accept(recipient_phone="139 1234 5678", subject_phone="13800000002")
    depot.accept(recipient_address="福建连城莲峰北大路8号", subject_phone="13800000002")
    depot.accept(recipient_phone="13700000000", subject_phone="13800000003")
    own = depot.accept(**RECIPIENT, subject_phone="13800000004")
    assert depot.seen(own) == (3, 3)
    depot.clock.advance(6 * 86_400 + 1)
    assert depot.seen(own) == (2, 2)
    depot.clock.advance(86_400)
    assert depot.seen(own) == (1, 0)


def test_a_draft_thrown_away_never_was_a_parcel(depot: Depot) -> None:
    other = depot.accept(**RECIPIENT, waybill_no="SF1234567890123")
    own = depot.accept(**RECIPIENT)
    assert depot.seen(own) == (1, 1)
    DiscardDraft(begin=depot.profile.storage.begin, clock=depot.clock)(other.draft_id)
    assert depot.seen(own) == (1, 0)
    assert depot.profile.storage.parcels().with_waybill("SF1234567890123") == ()


def test_nothing_typed_can_be_read_in_the_table(depot: Depot, tmp_path: Path) -> None:
    depot.accept(**RECIPIENT, waybill_no="sf1234567890123", subject_phone="13800000001")
    ((waybill, phone, address, sender, _duties, _acceptance),) = depot.rows()
    assert len({waybill, phone, address, sender}) == 4
    assert all(len(mark) == 32 and int(mark, 16) for mark in (waybill, phone, address, sender))
    # Another profile's key gives other marks: a list of all phone numbers is no help without it.
    assert Marks(secrets.token_bytes(32)).of("phone", "13912345678") != phone
    assert Marks(depot.profile.key).of("phone", "13912345678") == phone
    assert Marks(depot.profile.key).of("sender", "13912345678") != phone


def test_marks_are_forgotten_and_the_duties_stay(depot: Depot) -> None:
    depot.accept(**RECIPIENT, **{"local.duty.scan": "done", "local.acceptance": "accepted"})
    depot.clock.advance(31 * 86_400)
    depot.accept(waybill_no="SF1234567890123")
    assert depot.rows()[0] == ("", "", "", "", '{"scan":"done"}', "accepted")


def test_the_same_number_is_found_again(depot: Depot) -> None:
    first = depot.accept(waybill_no="SF1234567890123")
    scan = ScanWaybill(parcels=depot.profile.storage.parcels(), tables=CourierFiles(COURIERS))
    found = scan(" sf123 4567890123")
    assert [(match.alert_id, match.draft_id, match.sent) for match in found.matches] == [
        (first.alert_id, first.draft_id, False)
    ]
    assert (found.carrier, found.sureness, found.carriers[0].phone) == ("SF", "likely", "95338")
    assert scan("SF1234567890123", first.alert_id).matches == ()


def test_a_gold_shops_draft_is_no_parcel(depot: Depot) -> None:
    begin = depot.profile.storage.begin
    start = StartDraft(begin=begin, clock=depot.clock, ids=depot.ids, checklists=depot.profile.enrolled.checklists)
    draft = start("gold_shop", None).value
    SaveDraft(begin=begin, clock=depot.clock)(draft.draft_id, {}, {}, {}, RECIPIENT)
    assert depot.rows() == []


def test_the_gold_price_is_todays_until_midnight_in_china(profile: Profile, clock: FixedClock) -> None:
    prices, reads = profile.storage.prices(), profile.storage.reads(Connectivity())
    note, today = NoteGoldPrice(prices=prices, clock=clock), ReadGoldPrice(prices=prices, reads=reads, clock=clock)
    assert today() is None
    note("９８０", "上海黄金交易所", ANNA)
    note("985.5元", "总店通知", CHEN)
    price = today()
    assert price is not None
    assert (price.fen_per_g, price.source, price.member, price.stale) == (98_550, "总店通知", "小陈", False)
    clock.advance(timedelta(hours=14).total_seconds() - 1)
    assert (again := today()) is not None
    assert not again.stale
    clock.advance(1)
    assert (again := today()) is not None
    assert again.stale


@pytest.mark.parametrize(
    ("price", "source", "fields"),
    [
        ("", "总店", ["price"]),
        ("9", "总店", ["price"]),
        ("9.8万", "", ["price", "source"]),
        ("980", "x" * 41, ["source"]),
    ],
)
def test_a_price_that_cannot_be_is_not_kept(
    profile: Profile, clock: FixedClock, price: str, source: str, fields: list[str]
) -> None:
    with pytest.raises(InvalidInput) as caught:
        NoteGoldPrice(prices=profile.storage.prices(), clock=clock)(price, source, ANNA)
    assert [problem.field for problem in caught.value.problems] == fields
    assert profile.storage.prices().latest() is None
