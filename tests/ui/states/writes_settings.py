"""What can be written in the settings, section by section."""

from __future__ import annotations

from desktop.application.errors import CounterwatchError, ProfileLocked, StorageFailed
from desktop.ui.pages.settings.backup import BackupSection
from desktop.ui.pages.settings.diagnostics import DiagnosticsSection
from desktop.ui.pages.settings.keys import KeysSection
from desktop.ui.pages.settings.look import LookSection
from desktop.ui.pages.settings.members import MembersSection
from desktop.ui.pages.settings.network import NetworkSection
from desktop.ui.pages.settings.page import PreferencesPage
from desktop.ui.pages.settings.section import Section
from desktop.ui.pages.settings.shop import ShopSection
from desktop.ui.pages.settings.storage import StorageSection
from desktop.ui.runtime.error_text import error_words
from tests.ui.gallery.stand import Stand
from tests.ui.live_line.counter import PIN
from tests.ui.pages.settings import S
from tests.ui.states.writes_at_work import enter
from tests.ui.states.writing import FAILURES, Trial, Writing

DISK = tuple(error for error in FAILURES if isinstance(error, StorageFailed))
PASSPHRASE = "木星水星火星"


def _section(stand: Stand, kind: type[S]) -> S:
    page = stand.go("settings", section=kind.key)
    assert isinstance(page, PreferencesPage)
    section: Section = page.sections[kind.key]
    assert isinstance(section, kind)
    return section


def look(stand: Stand) -> Trial:
    """Choose another text size of the same page: nothing is made anew."""
    section = _section(stand, LookSection)
    return Trial(
        lambda: section.look.chosen.emit("light"),
        section.error.isHidden,
        lambda: section.look.value() == "light",
    )


def hiding(stand: Stand) -> Trial:
    """Choose which calculator is shown."""
    section = _section(stand, KeysSection)
    return Trial(
        lambda: section.hide_page.chosen.emit("gold"),
        lambda: stand.counter.services.preferences().hide_page == "gold",
    )


def contacts(stand: Stand) -> Trial:
    """Note whom to ask."""
    section = _section(stand, ShopSection)
    section.unit.edit.setText("东园派出所")
    section.unit.edit.setModified(True)

    def kept() -> bool:
        facts = stand.counter.services.care.joining.facts()
        return facts is not None and facts.contacts.unit == "东园派出所"

    return Trial(
        lambda: enter(section.unit.edit),
        kept,
        lambda: section.unit.text() == "东园派出所" and section.save.isEnabled(),
        {"unit": section.unit.edit, "phone": section.phone.edit},
        lambda: f"{section.unit.note.text()} {section.phone.note.text()}",
    )


def move(stand: Stand) -> Trial:
    """Give the station's new address."""
    section = _section(stand, ShopSection)
    section.address.edit.setText("https://new.example:8443")
    return Trial(
        lambda: enter(section.address.edit),
        lambda: section.address.text() == "",
        lambda: section.address.text() == "https://new.example:8443" and section.move_button.isEnabled(),
        {"station_url": section.address.edit},
        section.address.note.text,
    )


def change_pin(stand: Stand) -> Trial:
    """Take another PIN."""
    section = _section(stand, MembersSection)
    section.action_buttons["mem_1"].click()
    for field, text in ((section.pin.old, PIN), (section.pin.new, "1357"), (section.pin.again, "1357")):
        field.edit.setText(text)
    return Trial(
        lambda: enter(section.pin.again.edit),
        section.form_card.isHidden,
        lambda: (
            [one.edit.text() for one in (section.pin.old, section.pin.new, section.pin.again)] == [PIN, "1357", "1357"]
        ),
        {"new_pin": section.pin.new.edit},
        section.pin.new.note.text,
    )


def activate(stand: Stand) -> Trial:
    """Give a new clerk a key."""
    section = _section(stand, MembersSection)
    section.action_buttons["mem_2"].click()
    form = section.activation
    for field, text in ((form.code, "ABCD2345"), (form.pin, "1357"), (form.again, "1357")):
        field.edit.setText(text)
    return Trial(
        lambda: enter(form.again.edit),
        section.form_card.isHidden,
        lambda: [one.edit.text() for one in (form.code, form.pin, form.again)] == ["ABCD2345", "1357", "1357"],
        {"activation_code": form.code.edit, "pin": form.pin.edit},
        lambda: f"{form.code.note.text()} {form.pin.note.text()}",
    )


def network(stand: Stand) -> Trial:
    """Name a proxy."""
    section = _section(stand, NetworkSection)
    section.mode.set_value("manual")
    section.mode.chosen.emit("manual")
    section.host.edit.setText("proxy.example")
    section.port.edit.setText("8080")
    return Trial(
        section.save.click,
        lambda: stand.counter.services.care.network.settings().host == "proxy.example",
        lambda: (section.host.text(), section.port.text()) == ("proxy.example", "8080") and section.save.isEnabled(),
        {"host": section.host.edit, "port": section.port.edit, "ca_file": section.ca_file.edit},
        lambda: " ".join(one.note.text() for one in (section.host, section.port, section.ca_file)),
    )


def try_network(stand: Stand) -> Trial:
    """Try it."""
    section = _section(stand, NetworkSection)
    section.mode.set_value("none")
    section.url.edit.setText("http://127.0.0.1:8443")
    return Trial(
        lambda: enter(section.url.edit),
        lambda: section.good.isVisible() or section.bad.isVisible(),
        lambda: section.url.text() == "http://127.0.0.1:8443" and section.attempt.isEnabled(),
        {"url": section.url.edit},
        section.url.note.text,
    )


def retention(stand: Stand) -> Trial:
    """Keep personal details for fewer days."""
    section = _section(stand, StorageSection)
    before = section.l2.value()
    return Trial(
        lambda: section.l2.chosen.emit("7"),
        lambda: section.l2.value() == "7",
        lambda: section.l2.value() == before != "7",
    )


def wipe(stand: Stand) -> Trial:
    """Take out what is due at once."""
    section = _section(stand, StorageSection)
    return Trial(section.model.wipe_now, lambda: not section.model.job.busy and section.error.isHidden())


def plan(stand: Stand) -> Trial:
    """Say where backups go."""
    section = _section(stand, BackupSection)
    folder = str(stand.counter.services.care.keeping.storage().home)
    section.folder.edit.setText(folder)
    section.passphrase.edit.setText(PASSPHRASE * 2)
    section.passphrase.again.edit.setText(PASSPHRASE * 2)
    section.weekly.click()
    return Trial(
        section.keep.click,
        lambda: stand.counter.services.care.backups.state().has_passphrase,
        lambda: (
            (
                section.folder.text(),
                section.passphrase.edit.text(),
                section.weekly.isChecked(),
                section.keep.isEnabled(),
            )
            == (folder, PASSPHRASE * 2, True, True)
        ),
        {"folder": section.folder.edit, "passphrase": section.passphrase.edit},
        lambda: f"{section.folder.note.text()} {section.passphrase.note.text()}",
    )


def back_up(stand: Stand) -> Trial:
    """Make a backup."""
    section = _section(stand, BackupSection)

    def press() -> None:
        assert section.make.isEnabled()
        section.make.click()

    def said(error: CounterwatchError) -> str:
        full = isinstance(error, StorageFailed) and error.reason == "full"
        return "放备份的地方满了，没有备份成" if full else error_words(error).what

    return Trial(press, lambda: stand.counter.services.care.backups.state().last, said=said)


def drill(stand: Stand) -> Trial:
    """Try the backup out."""
    section = _section(stand, BackupSection)
    section.file_passphrase.edit.setText(PASSPHRASE * 2)
    file = section.file.text()
    return Trial(
        lambda: enter(section.file_passphrase.edit),
        lambda: stand.counter.services.care.backups.state().drill,
        lambda: (
            (section.file.text(), section.file_passphrase.edit.text()) == (file, PASSPHRASE * 2)
            and section.drill.isEnabled()
        ),
        {"file": section.file.edit, "passphrase": section.file_passphrase.edit},
        lambda: f"{section.file.note.text()} {section.file_passphrase.note.text()}",
    )


def diagnostics(stand: Stand) -> Trial:
    """Make the diagnostics file."""
    section = _section(stand, DiagnosticsSection)
    return Trial(section.make.click, section.text.toPlainText, section.make.isEnabled)


SETTINGS = (
    Writing("look", "save_preferences", look, DISK),
    Writing("hiding", "save_preferences", hiding, DISK),
    Writing("contacts", "care.joining.save_contacts", contacts),
    Writing("move", "care.joining.move_station", move),
    Writing("PIN", "care.joining.change_pin", change_pin),
    Writing("activate", "activate_member", activate),
    Writing("network", "care.network.save", network),
    Writing("try the network", "care.network.attempt", try_network),
    Writing("retention", "care.keeping.save_retention", retention),
    Writing("wipe", "care.keeping.wipe_now", wipe),
    Writing("plan", "care.backups.plan", plan),
    Writing("back up", "care.backups.make", back_up),
    Writing("drill", "care.backups.drill", drill),
    Writing("diagnostics", "care.diagnostics", diagnostics, (ProfileLocked("in-use"),)),
)
