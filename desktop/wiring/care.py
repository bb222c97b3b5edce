"""Settings and care of one open profile, from its storage and its outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.adapters.backups.writing import BackupArchive
from desktop.adapters.credentials.profile_key import key_kept
from desktop.adapters.logs import log_tail
from desktop.adapters.storage.inspect import look_into
from desktop.adapters.storage.profile import Storage
from desktop.adapters.system.parts import parts, versions
from desktop.adapters.system.profile_folder import ProfileFolder
from desktop.application.care.backups import BackUp, DrillBackup, ForgetOldCopies, PlanBackups, ReadBackups
from desktop.application.care.diagnostics import WriteDiagnostics
from desktop.application.care.lean_copy import MakeLean
from desktop.application.care.network import ReadNetwork, SaveNetwork, TryNetwork
from desktop.application.care.retention import ReadRetention, ReadStorage, SaveRetention
from desktop.application.care_services import Backups, Care, Joining, Keeping, Network
from desktop.application.changes import Outcome
from desktop.application.delivery.move_station import MoveStation
from desktop.application.ports import Begin, Clock, Keys, ReadSide
from desktop.application.read_models import Preferences
from desktop.application.shop.change_pin import ChangePin
from desktop.application.shop.enrol import Enrol
from desktop.application.shop.list_clerks import ListClerks
from desktop.application.shop.look_at_station import EnrolmentUnderWay, LookAtStation
from desktop.application.shop.shop_facts import ReadShopFacts, SaveContacts
from desktop.application.shop.shop_info import ReadShop
from desktop.wiring.network import NetworkParts


@dataclass(frozen=True, slots=True)
class CareParts:
    """What the settings are made of."""

    home: Path
    storage: Storage
    reads: ReadSide
    begin: Begin
    clock: Clock
    keys: Keys
    network: NetworkParts
    wipe: Callable[[], Outcome[int]]
    preferences: Callable[[], Preferences]


def make_care(one: CareParts) -> Care:
    """Return the use cases."""
    store = one.storage.care()
    clerks = ListClerks(reads=one.reads, clock=one.clock)
    retention = ReadRetention(store=store)
    storage = ReadStorage(store=store, folder=ProfileFolder(one.home), clock=one.clock, retention=retention)
    network = ReadNetwork(store=store)
    backups = _backups(one)
    diagnostics = WriteDiagnostics(
        versions=versions,
        reads=one.reads,
        store=store,
        storage=storage,
        clerks=clerks,
        backups=backups.state,
        network=network,
        preferences=one.preferences,
        log=lambda lines: log_tail(one.home / "logs", lines),
        clock=one.clock,
    )
    return Care(
        joining=_joining(one, clerks),
        network=Network(
            settings=network,
            save=SaveNetwork(store=store, secrets=one.network.secrets, changed=one.network.rerouted),
            attempt=TryNetwork(
                connect_by=one.network.connect_by, password=one.network.line.password, clock=one.clock, keys=one.keys
            ),
        ),
        keeping=Keeping(storage=storage, save_retention=SaveRetention(store=store), wipe_now=one.wipe),
        backups=backups,
        diagnostics=diagnostics,
        parts=parts,
        key_kept=lambda: key_kept(one.home, one.storage.key),
    )


def _joining(one: CareParts, clerks: ListClerks) -> Joining:
    store = one.storage.care()
    return Joining(
        facts=ReadShopFacts(reads=one.reads, store=store, shop=ReadShop(reads=one.reads)),
        save_contacts=SaveContacts(store=store),
        clerks=clerks,
        change_pin=ChangePin(begin=one.begin, clock=one.clock, keys=one.keys),
        look_at_station=LookAtStation(connect=one.network.connect, clock=one.clock, keys=one.keys),
        under_way=EnrolmentUnderWay(begin=one.begin),
        enrol=Enrol(begin=one.begin, connect=one.network.connect, clock=one.clock, keys=one.keys),
        move_station=MoveStation(begin=one.begin, connect=one.network.connect),
    )


def _backups(one: CareParts) -> Backups:
    store, files = one.storage.care(), _archive(one.home, one.storage, one.clock)
    making = BackUp(store=store, files=files, clock=one.clock, retention=ReadRetention(store=store))
    return Backups(
        state=ReadBackups(store=store, clock=one.clock),
        plan=PlanBackups(store=store, files=files),
        make=making,
        make_in=making.to,
        when_due=making.when_due,
        drill=DrillBackup(store=store, files=files, clock=one.clock),
    )


def forget_old_copies(home: Path, storage: Storage, clock: Clock) -> ForgetOldCopies:
    """Return what removes old copies of a profile, for whoever keeps house."""
    return ForgetOldCopies(store=storage.care(), files=_archive(home, storage, clock))


def _archive(home: Path, storage: Storage, clock: Clock) -> BackupArchive:
    lean = MakeLean(clock=clock)

    def copy(target: Path) -> None:
        storage.backup(target)
        copied = Storage(target, storage.key)
        try:
            lean(copied.begin)
        finally:
            copied.close()

    return BackupArchive(home, storage.key, copy=copy, look=look_into)
