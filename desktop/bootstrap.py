"""The composition root: the only file that knows every room; it opens a profile and hands out its use cases."""

from __future__ import annotations

import contextlib
import os
import socket
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop.adapters.attachments.late_pictures import LatePictures
from desktop.adapters.attachments.sealed_files import SealedFiles
from desktop.adapters.camera.system import system_cameras
from desktop.adapters.checklist_files import ChecklistFiles
from desktop.adapters.credentials import PASSPHRASE_COST, PRACTICE_PASSPHRASE, open_key, settle
from desktop.adapters.member_keys import PIN_COST, Ed25519Keys
from desktop.adapters.preference_file import PREFERENCES, PreferenceFile
from desktop.adapters.storage import in_use
from desktop.adapters.storage.profile import Storage, open_storage
from desktop.adapters.system.clock import KEPT, SystemClock
from desktop.adapters.system.ids import RandomIds
from desktop.application.alerts.add_fact import AddFact
from desktop.application.alerts.live_line import ReadLiveLine
from desktop.application.alerts.mark_seen import MarkSeen
from desktop.application.alerts.review_alert import ReviewAlert
from desktop.application.alerts.send_reply import SendReply
from desktop.application.alerts.silent_alarm import SilentAlarm
from desktop.application.alerts.submit_alert import SubmitAlert
from desktop.application.bulletins.list_bulletins import ListBulletins
from desktop.application.bulletins.mark_read import MarkBulletinRead
from desktop.application.care.retention import ReadRetention
from desktop.application.changes import Outcome
from desktop.application.checklists.checklists_of_shop import ChecklistsOfShop
from desktop.application.checklists.current_checklists import CurrentChecklists
from desktop.application.checklists.fetch_bundle import FetchBundle
from desktop.application.checklists.find_checklist import FindChecklist
from desktop.application.delivery.deliver_all import DeliverAll
from desktop.application.delivery.deliver_due import DeliverDue
from desktop.application.delivery.fill_gaps import FillGaps
from desktop.application.delivery.keep_house import KeepHouse
from desktop.application.delivery.move_station import MoveStation
from desktop.application.delivery.pull_feed import PullFeed
from desktop.application.delivery.reconcile import Reconcile
from desktop.application.delivery.rotate_terminal_key import RotateTerminalKey
from desktop.application.drafts.close_draft import CloseDraft
from desktop.application.drafts.discard_draft import DiscardDraft, RestoreDraft, WipeDiscarded
from desktop.application.drafts.draft_from_file import DraftFromFile
from desktop.application.drafts.load_draft import LoadDraft
from desktop.application.drafts.open_drafts import OpenDrafts
from desktop.application.drafts.save_draft import SaveDraft
from desktop.application.drafts.start_draft import StartDraft
from desktop.application.hardening import MADE_UP
from desktop.application.photos.add_photo import AddPhoto
from desktop.application.photos.read_photos import ListPhotos, ReadPhoto
from desktop.application.photos.remove_photo import RemovePhoto
from desktop.application.photos.send_photos import SendPhotos
from desktop.application.ports import Begin, Clock, Ids, Keys, ReadSide
from desktop.application.records.counter_overview import ReadCounterOverview
from desktop.application.records.list_records import ListRecords
from desktop.application.rewards.claim_reward import ClaimReward
from desktop.application.rewards.list_rewards import ListRewards
from desktop.application.services import (
    Amendments,
    Bulletins,
    CourierAids,
    GoldPriceBook,
    Learning,
    Paper,
    Photos,
    Register,
    Services,
    Upkeep,
)
from desktop.application.shop.activate_member import ActivateMember
from desktop.application.shop.enrol import Enrol
from desktop.application.shop.list_members import ListMembers
from desktop.application.shop.preferences import SavePreferences
from desktop.application.shop.shop_info import ReadShop
from desktop.application.shop.sign_in import SignIn
from desktop.application.station_port import StationConnector
from desktop.domain.delivery.connectivity import Connectivity
from desktop.settings import Settings
from desktop.wiring import places
from desktop.wiring.beside import Beside
from desktop.wiring.late import late, late_care
from desktop.wiring.network import NetworkParts, network_of, plain_network

CHECKLISTS, COURIERS, CALENDAR = places.CHECKLISTS, places.COURIERS, places.CALENDAR
PHOTOS = "attachments"


@dataclass(frozen=True, slots=True)
class AppSession:
    """One open profile; `storage` is for what fills one without its shop: benchmarks and tests."""

    services: Services
    move_station: Callable[[str], Outcome[None]]
    storage: Storage
    _connect: StationConnector
    _release: Callable[[], None]

    def abort(self) -> None:
        """Cut running calls to the station, from any thread; later ones fail at once."""
        self._connect.abort()

    def close(self) -> None:
        """Close the storage; no use case may be running any more."""
        self._connect.abort()
        self.storage.close()
        self._release()


@dataclass(frozen=True, slots=True)
class _Outside:
    """The adapters of one profile."""

    begin: Begin
    clock: Clock
    ids: Ids
    keys: Keys
    connect: StationConnector
    connectivity: Connectivity
    network: NetworkParts | None = None


def open_profile(
    settings: Settings, passphrase: str | None, *, ids: Ids | None = None, key: bytes | None = None
) -> AppSession:
    """Open the profile in the settings' home, made on its first start; `passphrase` before the environment's.

    `key` is the profile's where it was found already. Raises ProfileLocked and StorageFailed; nothing is changed then.
    """
    release = in_use.share(settings.home)
    try:
        return _open(settings, key or _key_of(settings, passphrase), ids or RandomIds(), release)
    except BaseException:
        release()
        raise


def _key_of(settings: Settings, passphrase: str | None) -> bytes:
    given = PRACTICE_PASSPHRASE if settings.practice else passphrase or settings.passphrase
    cost = MADE_UP if settings.practice else PASSPHRASE_COST
    return open_key(settings.home, passphrase=given, allow_keyring=not settings.practice, cost=cost)


def _open(settings: Settings, key: bytes, ids: Ids, release: Callable[[], None]) -> AppSession:
    clock = SystemClock(settings.home / KEPT)
    storage = open_storage(settings.home, key, now=clock.now())
    settle(settings.home)
    network = network_of(storage, clock, keyring=not settings.practice)
    outside = _Outside(
        begin=storage.begin,
        clock=clock,
        ids=ids,
        keys=Ed25519Keys(MADE_UP if settings.practice else PIN_COST),
        connect=network.connect,
        connectivity=Connectivity(),
        network=network,
    )
    services = _services(settings.home, storage, outside)
    move = MoveStation(begin=outside.begin, connect=outside.connect)
    return AppSession(services, move, storage, outside.connect, release)


@contextlib.contextmanager
def opened(settings: Settings) -> Iterator[AppSession]:
    """Open the profile for one command."""
    session = open_profile(settings, None)
    try:
        yield session
    finally:
        session.close()


def _services(home: Path, storage: Storage, outside: _Outside) -> Services:
    begin, clock, ids, keys, connect = outside.begin, outside.clock, outside.ids, outside.keys, outside.connect
    reads = storage.reads(outside.connectivity)
    checklists = CurrentChecklists(shipped=ChecklistFiles(CHECKLISTS), reads=reads)
    checklist = FindChecklist(checklists=checklists, reads=reads)
    preferences = PreferenceFile(home / PREFERENCES)
    files = SealedFiles(home / PHOTOS)
    rotate = RotateTerminalKey(begin=begin, connect=connect, clock=clock, keys=keys)
    retention = ReadRetention(store=storage.care())
    network = outside.network or plain_network(storage, connect)
    beside = Beside(home, storage, reads, begin, clock, ids, keys, network, checklists, checklist)
    keep_house = KeepHouse(
        begin=begin, connect=connect, clock=clock, files=files, retention=retention, copies=beside.forget_old_copies
    )
    return Services(
        shop=ReadShop(reads=reads),
        members=ListMembers(reads=reads, clock=clock),
        enrol=Enrol(begin=begin, connect=connect, clock=clock, keys=keys),
        activate_member=ActivateMember(begin=begin, connect=connect, keys=keys),
        sign_in=SignIn(begin=begin, clock=clock, keys=keys),
        start_draft=StartDraft(begin=begin, clock=clock, ids=ids, checklists=checklists),
        save_draft=SaveDraft(begin=begin, clock=clock, checklist=checklist),
        load_draft=LoadDraft(reads=reads),
        open_drafts=OpenDrafts(reads=reads),
        discard_draft=DiscardDraft(begin=begin, clock=clock),
        restore_draft=RestoreDraft(begin=begin, clock=clock),
        wipe_discarded=WipeDiscarded(begin=begin, clock=clock),
        checklist=checklist,
        checklists_of_shop=ChecklistsOfShop(reads=reads),
        review_alert=ReviewAlert(reads=reads, clock=clock, checklist=checklist),
        submit_alert=SubmitAlert(begin=begin, clock=clock, checklist=checklist),
        close_draft=CloseDraft(begin=begin, clock=clock, checklist=checklist),
        silent_alarm=SilentAlarm(begin=begin, clock=clock, ids=ids, checklists=checklists, checklist=checklist),
        deliver_due=_delivery(outside, files, rotate, checklists, keep_house),
        pull_feed=PullFeed(begin=begin, connect=connect, clock=clock, connectivity=outside.connectivity),
        outbox_status=reads.outbox,
        live_line=ReadLiveLine(reads=reads, clock=clock),
        send_reply=SendReply(begin=begin, clock=clock),
        add_fact=AddFact(begin=begin, clock=clock),
        photos=_photos(outside, reads, files),
        amend=late(Amendments, beside.amendments),
        upkeep=Upkeep(rotate, reads.bundle),
        mark_seen=MarkSeen(begin=begin, clock=clock),
        records=ListRecords(reads=reads, clock=clock),
        counter_overview=ReadCounterOverview(reads=reads),
        rewards=ListRewards(reads=reads, clock=clock),
        claim_reward=ClaimReward(begin=begin, connect=connect, clock=clock),
        learning=late(Learning, beside.learning),
        bulletins=Bulletins(ListBulletins(reads=reads), MarkBulletinRead(begin=begin, clock=clock)),
        register=late(Register, beside.register),
        courier=late(CourierAids, beside.courier),
        gold_price=late(GoldPriceBook, beside.gold_price),
        paper=late(Paper, beside.paper),
        care=late_care(lambda: beside.care(keep_house.wipe, preferences.load)),
        preferences=preferences.load,
        save_preferences=SavePreferences(store=preferences),
        draft_from_file=DraftFromFile(begin=begin, clock=clock, ids=ids, checklists=checklists),
    )


def _photos(outside: _Outside, reads: ReadSide, files: SealedFiles) -> Photos:
    begin, clock = outside.begin, outside.clock
    return Photos(
        add=AddPhoto(begin=begin, clock=clock, ids=outside.ids, cleaner=LatePictures(), files=files),
        remove=RemovePhoto(begin=begin, files=files),
        of=ListPhotos(reads=reads),
        read=ReadPhoto(reads=reads, files=files),
        cameras=system_cameras(),
    )


def _delivery(
    outside: _Outside,
    files: SealedFiles,
    rotate: RotateTerminalKey,
    checklists: CurrentChecklists,
    keep_house: KeepHouse,
) -> DeliverAll:
    begin, connect, clock = outside.begin, outside.connect, outside.clock
    photos = SendPhotos(begin=begin, connect=connect, clock=clock, ids=outside.ids, files=files)
    reconcile = Reconcile(begin=begin, connect=connect, clock=clock)
    bundles = FetchBundle(begin=begin, connect=connect, clock=clock, checklists=checklists, taken=checklists.refresh)
    return DeliverAll(
        letters=_sender(outside),
        photos=photos,
        reconcile=reconcile,
        keep_house=keep_house,
        finish_rotation=rotate.finish,
        fetch_bundle=bundles,
        fill_gaps=FillGaps(begin=begin, connect=connect, clock=clock),
    )


def _sender(outside: _Outside) -> DeliverDue:
    # The owner names this process and this opening of the profile: a lease of an earlier one is never taken for ours.
    owner = f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"
    return DeliverDue(
        begin=outside.begin,
        connect=outside.connect,
        clock=outside.clock,
        ids=outside.ids,
        connectivity=outside.connectivity,
        owner=owner,
    )
