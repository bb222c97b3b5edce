"""The composition root: the only file that knows every room."""

import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from station.adapters.attachment_files import FolderFiles
from station.adapters.checklists import ChecklistWording
from station.adapters.contract import WireContract
from station.adapters.folders import make_private_file
from station.adapters.http_signatures import Rfc9421Signatures
from station.adapters.hub import EventHub
from station.adapters.jose import JoseSignatures
from station.adapters.limiter import TokenBuckets
from station.adapters.passwords import Argon2Passwords
from station.adapters.pictures import ProcessPictures
from station.adapters.storage.engine import database_file
from station.adapters.storage.store import SqlStore, create_database, read_facts
from station.adapters.storage.upgrade import upgrade_database
from station.adapters.storage.writer import GroupCommitWriter
from station.adapters.system import RandomIds, SystemClock
from station.adapters.vault import FileVault, create_key_file
from station.adapters.watcher import DatabaseWatcher
from station.application.context import Station
from station.application.errors import StationNotReady
from station.application.ports import Clock, Passwords
from station.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI


@dataclass(frozen=True)
class Running:
    """An opened station: its ports, its web application, and how to close it."""

    station: Station
    store: SqlStore
    watcher: DatabaseWatcher
    hub: EventHub

    @cached_property
    def app(self) -> "FastAPI":
        """The web application; a command that serves nothing does not wait for it to be loaded."""
        from station.api.application import build_app

        return build_app(self.station)

    def close(self) -> None:
        """Finish queued writes and let go of the database."""
        self.watcher.close()
        self.store.close()


def initialise(settings: Settings, name: str) -> str:
    """Create the database and the key file; returns the station's id.

    Raises StationNotReady("already-initialised") and changes nothing when either is there.
    """
    file = database_file(settings.database_url)
    if settings.key_file.exists():
        raise StationNotReady("already-initialised")
    if file is not None:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        make_private_file(file)
    station_id = RandomIds().new("sta")
    create_database(
        settings.database_url, {"station_id": station_id, "station_name": name, "epoch": uuid.uuid4().hex[:16]}
    )
    create_key_file(settings.key_file, station_id)
    return station_id


def open_station(
    settings: Settings,
    *,
    clock: Clock | None = None,
    writer: type[GroupCommitWriter] = GroupCommitWriter,
    passwords: Passwords | None = None,
) -> Running:
    """Open an initialised station; raises StationNotReady when it cannot be served.

    `clock` and `writer` are for tests that need a fixed time or a failure at a commit, `passwords` for made-up officers,
    whose passwords need not be slow to guess.
    """
    file = database_file(settings.database_url)
    if file is not None and not file.exists():
        raise StationNotReady("not-initialised")
    facts = read_facts(settings.database_url)
    hub = EventHub()
    vault = FileVault(settings.key_file, facts["station_id"])
    upgrade_database(settings.database_url, vault)
    store = SqlStore(settings.database_url, hub, writer, vault)
    station = Station(
        store=store,
        hub=hub,
        clock=clock or SystemClock(),
        ids=RandomIds(),
        vault=vault,
        signatures=JoseSignatures(),
        requests=Rfc9421Signatures(),
        passwords=passwords or Argon2Passwords(),
        contract=WireContract(),
        limiter=TokenBuckets(),
        wording=ChecklistWording(),
        files=FolderFiles(settings.attachments),
        pictures=ProcessPictures(),
        limits=settings.limits,
        station_id=facts["station_id"],
        station_name=facts["station_name"],
        epoch=facts["epoch"],
        public_url=settings.public_url,
    )
    return Running(station, store, DatabaseWatcher(store.writers, hub, own=store.name), hub)
