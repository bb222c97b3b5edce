"""What can be written beside the cases: records, register, rewards, drills, bulletins, and the guide."""

from __future__ import annotations

from desktop.application.errors import StorageFailed
from desktop.ui.pages.bulletins.page import BulletinsPage
from desktop.ui.pages.counter.page import CounterPage
from desktop.ui.pages.guide.page import GuidePage
from desktop.ui.pages.learn.drill import DrillPage
from desktop.ui.pages.records.page import RecordsPage
from desktop.ui.pages.register.page import RegisterPage
from desktop.ui.pages.rewards.page import RewardsScreen
from tests.ui.bulletins.notices import send
from tests.ui.gallery.stand import Stand
from tests.ui.states.writes_at_work import enter
from tests.ui.states.writing import FAILURES, Trial, Writing

DISK = tuple(error for error in FAILURES if isinstance(error, StorageFailed))


def _records(stand: Stand) -> RecordsPage:
    stand.counter.submitted()
    page = stand.go("records")
    assert isinstance(page, RecordsPage)
    return page


def sync(stand: Stand) -> Trial:
    """Send what waits."""
    page = _records(stand)
    return Trial(page.sync.click, lambda: not stand.counter.services.outbox_status().waiting, page.sync.isEnabled)


def export_records(stand: Stand) -> Trial:
    """Write the records into a file."""
    page = _records(stand)
    folder = stand.counter.services.care.keeping.storage().home
    file = folder / f"记录{len(list(folder.glob('*.csv')))}.csv"
    return Trial(
        lambda: page.exporter.export(file), file.exists, lambda: page.exporter.menu.isEnabled() and not file.exists()
    )


def _register(stand: Stand) -> RegisterPage:
    page = stand.go("register")
    assert isinstance(page, RegisterPage)
    return page


def record_sale(stand: Stand) -> Trial:
    """Write an entry down."""
    page = _register(stand)
    page.write.click()
    typed = {"amount": "6万", "cash": "5万", "phone": "13800138000", "mark": "红外套"}
    for key, text in typed.items():
        page.form.lines[key].edit.setText(text)
    return Trial(
        lambda: enter(page.form.lines["mark"].edit),
        lambda: stand.counter.services.register.page().people,
        lambda: page.form.isVisible() and typed.items() <= page.form.typed().items(),
        {key: page.form.lines[key].edit for key in ("amount", "phone", "id_no")},
        lambda: " ".join(line.note.text() for line in page.form.lines.values()),
    )


def make_void(stand: Stand) -> Trial:
    """Make an entry void."""
    page = _register(stand)

    def press() -> None:
        button = page.sections.people[0].entries[0].button
        assert button.isEnabled()
        button.click()

    return Trial(press, lambda: stand.counter.services.register.page().void, lambda: bool(page.sections.people))


def export_register(stand: Stand) -> Trial:
    """Write the register into a file."""
    page, file = _register(stand), stand.counter.services.care.keeping.storage().home / "登记.csv"
    return Trial(
        lambda: page.paper.list.export(file),
        file.exists,
        lambda: page.paper.list.menu.isEnabled() and not file.exists(),
    )


def note_price(stand: Stand) -> Trial:
    """Enter the day's gold price."""
    page = _register(stand)
    card = page.price.card
    card.price.edit.setText("780.5")
    card.source.edit.setText("总店通知")
    return Trial(
        lambda: enter(card.source.edit),
        stand.counter.services.gold_price.today,
        lambda: (card.price.text(), card.source.text()) == ("780.5", "总店通知") and card.keep.isEnabled(),
        {"price": card.price.edit, "source": card.source.edit},
        lambda: f"{card.price.note.text()} {card.source.note.text()}",
    )


def claim(stand: Stand) -> Trial:
    """Claim a reward."""
    counter = stand.counter
    alert_id = counter.submitted()
    counter.reward(alert_id, "notified", amount=80_000)
    claimed = counter.reward(alert_id, "claimed", amount=80_000)
    counter.reward(alert_id, "notified", amount=80_000)
    counter.profile.station.reward = claimed
    page = stand.go("rewards")
    assert isinstance(page, RewardsScreen)

    def press() -> None:
        card = next(iter(page.cards.values()))
        assert card.claim is not None
        assert card.claim.isEnabled()
        card.claim.click()

    return Trial(press, lambda: bool(counter.profile.station.claims))


def answer_drill(stand: Stand) -> Trial:
    """Hand in the answer of a drill."""
    page = stand.go("drill", drill_id="gold-fund-check")
    assert isinstance(page, DrillPage)
    page.model.choose_level("alert")
    stand.rest()
    return Trial(
        page.sayings[0].click,
        lambda: page.model.step == "result",
        lambda: page.model.level == "alert" and page.sayings[0].isEnabled(),
    )


def mark_read(stand: Stand) -> Trial:
    """Look at a notice long enough."""
    send(stand.counter, "b1", "节日期间请留意大额现金")
    page = stand.go("bulletins")
    assert isinstance(page, BulletinsPage)

    def press() -> None:
        page.model.load()
        stand.rest()
        for _second in range(2):
            page.on_tick()

    def read() -> bool:
        return all(row.read_at for row in stand.counter.services.bulletins.shelf().rows)

    return Trial(press, read, lambda: not read())


def end_guide(stand: Stand) -> Trial:
    """Come to the guide's end."""

    def press() -> None:
        page = stand.go("guide", step=3)
        assert isinstance(page, GuidePage)
        page.onward.click()

    return Trial(press, lambda: stand.counter.services.preferences().guide_done)


def decline_guide(stand: Stand) -> Trial:
    """Say no to the guide on the home page."""

    def press() -> None:
        page = stand.go("counter")
        assert isinstance(page, CounterPage)
        page.invite.declined.emit()

    return Trial(press, lambda: stand.counter.services.preferences().guide_done)


BESIDE = (
    Writing("sync", "deliver_due", sync),
    Writing("export records", "paper.export_records", export_records, DISK),
    Writing("open table", "paper.open_table", export_records, DISK),
    Writing("claim", "claim_reward", claim),
    Writing("drill", "learning.answer_drill", answer_drill),
    Writing("bulletin", "bulletins.mark_read", mark_read),
    Writing("guide declined", "save_preferences", decline_guide, DISK),
    Writing("guide ended", "save_preferences", end_guide, DISK),
)
IN_THE_REGISTER = (
    Writing("entry", "register.record", record_sale),
    Writing("void", "register.note", make_void),
    Writing("export register", "register.export", export_register, DISK),
    Writing("gold price", "gold_price.note", note_price),
)
