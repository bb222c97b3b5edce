"""Every checklist there is, published at once by the desk's administrator, reaches the counter."""

from __future__ import annotations

import json
from pathlib import Path

from desktop.bootstrap import open_profile
from desktop.settings import Settings
from station.bootstrap import open_station
from station.settings import read_settings
from tests.fakes.counter import CHECKLISTS
from tests.fakes.desk import DeskClient, hire
from tests.fakes.terminal import in_process
from tests.integration.desktop_sending.real_station import RealStation


def publish_all(station: RealStation) -> set[str]:
    """Publish what the desk's page sends when every file is chosen; return the settings."""
    files = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in CHECKLISTS.glob("*.json")}
    shared = files.pop("shared")
    lists = {one["setting"]: one for one in files.values()}
    running = open_station(read_settings(str(station.database), environ={}))
    try:
        hire(running.station, "admin", "管理员", "admin")
        desk = DeskClient(in_process(running.app))
        assert desk.sign_in("admin").status == 200
        assert desk.post("/bundles", {"checklists": lists, "shared": shared}).status == 201
        assert len(running.store.read(lambda unit: unit.bundles.find())[0].jws) > 200_000
    finally:
        running.close()
    return set(lists)


def test_all_checklists_in_one_bundle_are_taken(tmp_path: Path, station: RealStation) -> None:
    settings = publish_all(station)
    profile = open_profile(Settings(tmp_path / "profile", passphrase="a long enough passphrase"), None)
    try:
        profile.services.enrol(station.url, station.new_code(), "一号柜台")
        profile.services.deliver_due()
        bundle = profile.services.upkeep.bundle()
        assert bundle is not None
        assert (bundle.version, bundle.refused, set(bundle.checklists)) == (1, "", settings)
    finally:
        profile.close()
