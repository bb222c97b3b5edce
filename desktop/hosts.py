"""Profiles as the window and the tour open them: one real one, or the two of practice mode with their own station.

What opens a profile (database, network) is loaded when one is opened, in the background, after the window's first paint.
"""

from __future__ import annotations

import contextlib
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.adapters.preference_file import PREFERENCES, PreferenceFile
from desktop.settings import Settings
from desktop.ui.runtime.host import EarlyRoad, Host, OpenProfile, PracticeFacts, ProfileChoice

if TYPE_CHECKING:
    from desktop.application.care_models import Restored, Told
    from desktop.application.practice_port import PracticeStation
    from desktop.application.preference_model import Preferences
    from desktop.application.read_models import MemberTile, ShopInfo
    from desktop.application.shop.prepare_practice import PracticeInfo
    from desktop.bootstrap import AppSession

PRACTICE_SHOPS = (ProfileChoice("gold", "鑫福珠宝", "gold"), ProfileChoice("courier", "安达快递东园营业部", "courier"))


class MainHost:
    """One profile in the user's home."""

    practice = False

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        # One at the door at a time: a keyring asks its question once, and the second finds the key.
        self._door = threading.Lock()
        self._key: bytes | None = None

    def preferences(self) -> Preferences:
        """See `Host`."""
        return PreferenceFile(self._settings.home / PREFERENCES).load()

    def profiles(self) -> tuple[ProfileChoice, ...]:
        """See `Host`."""
        return (ProfileChoice("main"),)

    def open_early(self, key: str) -> EarlyRoad | None:
        """See `CallsEarly`."""
        with self._door:
            from desktop.wiring.early_alarm import open_early

            road = open_early(self._settings)
            self._key = None if road is None else road.key
            return road

    def prepare(self) -> PracticeFacts | None:
        """See `Host`."""
        return None

    def open(self, key: str, passphrase: str | None) -> OpenProfile:
        """See `Host`; the environment's passphrase counts when none is typed."""
        from desktop.bootstrap import open_profile

        with self._door:
            # Used once: a profile restored meanwhile has another key.
            found, self._key = self._key, None
        return open_profile(self._settings, passphrase, key=None if passphrase else found)

    def restore(self, key: str, file: Path, passphrase: str, told: Told) -> Restored:
        """See `Restores`."""
        from desktop.wiring.restore import restore

        return restore(file, passphrase, self._settings.home, told, replace_old=True)

    def close(self) -> None:
        """See `Host`."""


class PracticeHost:
    """Two made-up shops and a station of their own, all under one folder; nothing here is anybody's data."""

    practice = True

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        from desktop.adapters.practice_station import PracticeStationProcess

        self._station = PracticeStationProcess(settings.home / "station", settings.station_command)

    def preferences(self) -> Preferences:
        """See `Host`."""
        return PreferenceFile(self._settings.home / PRACTICE_SHOPS[0].key / PREFERENCES).load()

    def profiles(self) -> tuple[ProfileChoice, ...]:
        """See `Host`."""
        return PRACTICE_SHOPS

    def prepare(self) -> PracticeFacts:
        """Start the station and make both profiles ready, from nothing or from where the last practice ended."""
        from desktop.application.errors import ProfileLocked, StationRefused

        try:
            info = self._prepare()
        except (ProfileLocked, StationRefused):
            # Half made the last time, or the codes have run out meanwhile: made-up data is quickest made again.
            self._station.close()
            shutil.rmtree(self._settings.home / "station", ignore_errors=True)
            info = self._prepare()
        return PracticeFacts(info.desk_url, info.officers, info.pins)

    def open(self, key: str, passphrase: str | None) -> OpenProfile:
        """See `Host`; practice profiles have a passphrase everybody knows."""
        return self._open(key)

    def close(self) -> None:
        """See `Host`."""
        self._station.close()

    def _prepare(self) -> PracticeInfo:
        from desktop.application.shop.prepare_practice import PreparePractice

        station = self._station()
        self._forget_profiles_of_another(station)
        return PreparePractice(open_profile=self._profile)(station)

    def _forget_profiles_of_another(self, station: PracticeStation) -> None:
        if station.fresh:
            for choice in PRACTICE_SHOPS:
                shutil.rmtree(self._settings.home / choice.key, ignore_errors=True)

    def _open(self, key: str) -> AppSession:
        from desktop.bootstrap import open_profile

        return open_profile(replace(self._settings, home=self._settings.home / key), None)

    @contextlib.contextmanager
    def _profile(self, key: str) -> Iterator[_UseCases]:
        session = self._open(key)
        try:
            yield _UseCases(session)
        finally:
            session.close()


class _UseCases:
    """A profile's use cases under the names practice mode prepares it by."""

    def __init__(self, session: AppSession) -> None:
        self._session = session

    def shop(self) -> ShopInfo | None:
        return self._session.services.shop()

    def members(self) -> tuple[MemberTile, ...]:
        return self._session.services.members()

    def enrol(self, station_url: str, code: str, terminal_name: str) -> object:
        return self._session.services.enrol(station_url, code, terminal_name)

    def activate(self, member_id: str, code: str, pin: str) -> object:
        return self._session.services.activate_member(member_id, code, pin)

    def move_station(self, station_url: str) -> object:
        return self._session.move_station(station_url)


def make_host(settings: Settings) -> Host:
    """Return the host the settings ask for."""
    return PracticeHost(settings) if settings.practice else MainHost(settings)


def run_window(settings: Settings) -> int:
    """Open the window and return the exit code when it is closed."""
    from desktop.ui.main_window.app import run_app

    host = make_host(settings)
    with contextlib.ExitStack() as closing:
        closing.callback(host.close)
        return run_app(host, settings.home, lambda: _keep_logs(settings.home / "logs", closing))


def _keep_logs(folder: Path, closing: contextlib.ExitStack) -> None:
    """Begin the log once the window is on the screen: it takes longer to load than the window to paint."""
    from desktop.adapters.logs import LogFiles

    closing.callback(LogFiles(_made(folder)).close)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
