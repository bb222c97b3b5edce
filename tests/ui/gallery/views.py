"""The views: a name (page, state) and what brings it about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desktop.application.errors import StorageFailed
from desktop.application.read_models import Preferences
from desktop.ui.runtime.host import Host
from tests.ui.gallery import at_hand, at_work, before, beside, gates, moments, settled
from tests.ui.gallery.stand import Look, Stand
from tests.ui.live_line.counter import Counter

Show = Callable[[Stand], object]
BROKEN = StorageFailed("io")


@dataclass(frozen=True)
class View:
    """One page in one state; `online` False without network, `passphrase` when the profile asks for one.

    `before` prepares the profile, `host` opens it in a way of its own.
    """

    name: str
    show: Show
    online: bool = True
    passphrase: str = ""
    before: Callable[[Counter], None] = lambda _counter: None
    host: Callable[[Counter, Preferences], Host] | None = None


@contextmanager
def showing(counter: Counter, view: View, look: Look) -> Iterator[Stand]:
    """Put a window up that shows one view, and close it."""
    view.before(counter)
    stand = Stand(counter, look, online=view.online, passphrase=view.passphrase, host=view.host)
    try:
        view.show(stand)
        yield stand
    finally:
        stand.close()


def failing(route: str, path: str, **args: object) -> Show:
    """A page whose records cannot be read."""

    def show(stand: Stand) -> None:
        stand.sign_in()
        stand.fail(path, BROKEN)
        stand.go(route, **args)

    return show


def loading(route: str, path: str, **args: object) -> Show:
    """A page whose records are still being read."""

    def show(stand: Stand) -> None:
        stand.sign_in()
        stand.hold(path)
        stand.go(route, **args)
        # Where the keyboard rests meanwhile depends on what else was answered in the meantime.
        stand.page.setFocus()
        stand.rest()

    return show


def plain(route: str, **args: object) -> Show:
    """A page as it is in a new profile."""
    return lambda stand: stand.go(route, **args)


VIEWS: tuple[View, ...] = (
    View("signin-names", before.names),
    View("signin-pin", before.pin),
    View("signin-wrong", before.wrong_pin),
    View("signin-first", before.first_pin),
    View("passphrase-asked", before.passphrase, passphrase="correct horse"),
    View("passphrase-wrong", before.wrong_passphrase, passphrase="correct horse"),
    View("gate-enrolment", gates.enrolment, before=gates.no_shop, host=gates.restoring),
    View("gate-compare", gates.enrolment_compare, before=gates.no_shop, host=gates.restoring),
    View("gate-code", gates.enrolment_refused, before=gates.no_shop, host=gates.restoring),
    View("gate-lost-key", gates.lost_key, host=gates.keyless),
    View("gate-restore", gates.restore, host=gates.keyless),
    View("gate-restore-wrong", gates.restore_refused, host=gates.keyless),
    View("lock-returning", moments.locked),
    View("counter-empty", plain("counter")),
    View("counter-busy", at_work.busy_counter),
    View("counter-offline", at_work.busy_counter, online=False),
    View("counter-error", failing("counter", "counter_overview")),
    View("checklist-empty", plain("checklist", setting="gold_shop")),
    View("checklist-answered", at_work.answered),
    View("checklist-facts", at_work.facts),
    View("checklist-release", at_work.releasing),
    View("checklist-released", moments.released),
    View("checklist-unsaved", at_work.unsaved),
    View("checklist-error", failing("checklist", "load_draft", draft_id="none")),
    View("inquiry-empty", plain("checklist", setting="courier_inquiry")),
    View("acceptance-empty", plain("checklist", setting="courier_acceptance")),
    View("review-ready", at_work.review),
    View("review-missing", at_work.review_missing),
    View("review-long", at_work.review_long),
    View("review-unsaved", at_work.review_unsaved),
    View("review-camera", at_hand.review_camera),
    View("acceptance-weighing", at_hand.weighing),
    View("review-error", failing("review", "load_draft", draft_id="none")),
    View("live-saved", at_work.live_offline, online=False),
    View("live-sent", at_work.live_sent),
    View("live-instruction", at_work.live_instruction),
    View("live-long", at_work.live_long),
    View("live-outcome", at_work.live_outcome),
    View("live-withdraw", moments.withdrawing),
    View("live-error", failing("live", "live_line", alert_id="none")),
    View("records-empty", plain("records")),
    View("records-some", beside.records),
    View("records-nothing", beside.records_nothing),
    View("records-setting", beside.records_of_setting),
    View("records-offline", beside.records, online=False),
    View("records-loading", loading("records", "records")),
    View("records-error", failing("records", "records")),
    View("register-empty", plain("register")),
    View("register-day", beside.register),
    View("register-form", beside.register_form),
    View("register-error", failing("register", "register.page")),
    View("rewards-empty", plain("rewards")),
    View("rewards-some", beside.rewards),
    View("rewards-error", failing("rewards", "rewards")),
    View("award-letter", beside.award),
    View("learn-drills", plain("learn", tab="drills")),
    View("learn-stories", plain("learn", tab="stories")),
    View("learn-cards", plain("learn", tab="cards")),
    View("learn-record", plain("learn", tab="record")),
    View("learn-loading", loading("learn", "learning.lessons")),
    View("learn-error", failing("learn", "learning.lessons")),
    View("drill-scene", beside.drill),
    View("drill-saying", beside.drill_saying),
    View("drill-result", beside.drill_result),
    View("card-shown", plain("card")),
    View("card-full", moments.card_full),
    View("card-full-notice", moments.card_full_notice),
    View("card-full-long", moments.card_full_long),
    View("bulletins-empty", plain("bulletins")),
    View("bulletins-some", beside.bulletins),
    View("bulletins-error", failing("bulletins", "bulletins.shelf")),
    View("settings-look", plain("settings", section="look")),
    View("settings-keys", plain("settings", section="keys")),
    View("settings-shop", plain("settings", section="shop")),
    View("settings-members", plain("settings", section="members")),
    View("settings-enrolment", plain("settings", section="enrolment")),
    View("settings-network", plain("settings", section="network")),
    View("settings-storage", beside.storage),
    View("settings-backup", plain("settings", section="backup")),
    View("settings-diagnostics", plain("settings", section="diagnostics")),
    View("settings-diagnostics-made", settled.diagnostics_made),
    View("settings-keys-taken", settled.key_taken),
    View("settings-members-pin", settled.pin_refused),
    View("settings-members-added", settled.member_added),
    View("settings-network-proxy", settled.proxy_refused),
    View("settings-network-failed", settled.network_failed),
    View("settings-network-good", settled.network_good),
    View("settings-storage-kept", beside.storage_kept),
    View("settings-backup-done", settled.backup_done),
    View("settings-backup-running", settled.backup_running),
    View("settings-backup-failed", settled.backup_failed),
    View("settings-backup-drill", settled.drill_refused),
    View("settings-about", plain("settings", section="about")),
    View("guide-first", plain("guide")),
    View("guide-last", moments.guide_last),
    View("channels-shown", plain("channels")),
    View("channels-chosen", moments.channel_chosen),
    View("scanned-number", beside.scanned),
    View("help-open", beside.help_open),
    View("calculator-shown", beside.calculator),
    View("calculator-both", moments.calculator_refused),
    View("calculator-return", beside.calculator_return),
)
