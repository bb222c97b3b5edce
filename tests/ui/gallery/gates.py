"""Views of a PC that belongs to no shop yet, lost its key, or takes its data from a backup."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop.application.care_models import Restored, StationIdentity, Told
from desktop.application.errors import BackupUnreadable, ProfileLocked, StationRefused
from desktop.application.read_models import Preferences
from desktop.ui.pages.sign_in.enrolment import EnrolmentPage
from desktop.ui.pages.sign_in.passphrase import PassphrasePage
from desktop.ui.pages.sign_in.restore import RestorePage
from desktop.ui.runtime.host import OpenProfile
from desktop.ui.widgets.settings.enrolment_wizard import COMPARE
from tests.ui.gallery.stand import PATIENCE_MS, Stand
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import OneProfileHost

STATION_URL = "https://station.example"
IDENTITY = StationIdentity(STATION_URL, "st_1", "莲峰镇值班台", "4F2A 91C0 7D3E B865 20AA C47E", 0.0)
BACKUP = "/media/usb/counter-20261116.cwbackup"


@dataclass
class _Restoring(OneProfileHost):
    """A host that could take a backup, if it were one."""

    def restore(self, key: str, file: Path, passphrase: str, told: Told) -> Restored:
        raise BackupUnreadable("wrong-passphrase")


@dataclass
class _WithoutKey(_Restoring):
    """The keyring was emptied."""

    def open(self, key: str, passphrase: str | None) -> OpenProfile:
        raise ProfileLocked("no-key")


def restoring(counter: Counter, look: Preferences) -> OneProfileHost:
    """A PC that may take a backup."""
    return _Restoring(counter.services, look=look)


def keyless(counter: Counter, look: Preferences) -> OneProfileHost:
    """A PC whose key is gone."""
    return _WithoutKey(counter.services, look=look)


def no_shop(counter: Counter) -> None:
    """Leave the profile to no shop."""
    counter.profile.storage.care().put("shop", None)


def enrolment(stand: Stand) -> EnrolmentPage:
    """The first step: where the desk is."""
    stand.counter.qtbot.waitUntil(lambda: isinstance(stand.window.gate, EnrolmentPage), timeout=PATIENCE_MS)
    stand.rest()
    page = stand.window.gate
    assert isinstance(page, EnrolmentPage)
    return page


def enrolment_compare(stand: Stand) -> EnrolmentPage:
    """The second step: is it really the desk?"""
    page = enrolment(stand)
    stand.use("care.joining.look_at_station", lambda url: replace(IDENTITY, url=url))
    page.wizard.address.edit.setText(STATION_URL)
    page.wizard.look.click()
    stand.counter.qtbot.waitUntil(lambda: page.wizard.model.step == COMPARE, timeout=PATIENCE_MS)
    stand.rest()
    return page


def enrolment_refused(stand: Stand) -> None:
    """The third step: the code is an old one."""
    page = enrolment_compare(stand)
    page.wizard.same.click()
    stand.counter.profile.station.failures.append(StationRefused("expired-code", 410))
    page.wizard.code.edit.setText("ABCD-2345")
    page.wizard.name.set_text("一号柜台")
    page.wizard.join.click()
    stand.counter.qtbot.waitUntil(page.wizard.error.isVisible, timeout=PATIENCE_MS)
    stand.rest()


def lost_key(stand: Stand) -> PassphrasePage:
    """The key is gone: what is safe and what to do."""
    stand.counter.qtbot.waitUntil(lambda: isinstance(stand.window.gate, PassphrasePage), timeout=PATIENCE_MS)
    stand.rest()
    page = stand.window.gate
    assert isinstance(page, PassphrasePage)
    return page


def restore(stand: Stand) -> RestorePage:
    """File and passphrase of a backup."""
    lost_key(stand).restore.click()
    stand.rest()
    page = stand.window.gate
    assert isinstance(page, RestorePage)
    return page


def restore_refused(stand: Stand) -> None:
    """The passphrase of the backup was another one."""
    page = restore(stand)
    page.file.set_text(BACKUP)
    page.passphrase.edit.setText("not this one")
    page.submit()
    stand.counter.qtbot.waitUntil(
        lambda: isinstance(stand.window.gate, RestorePage) and stand.window.gate.error.isVisible(), timeout=PATIENCE_MS
    )
    stand.rest()
