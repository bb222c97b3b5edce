"""What can be written from the live line."""

from __future__ import annotations

from desktop.application.errors import StationRefused
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.widgets.live_line.say_bar import CORRECT, FACT, WITHDRAW
from tests.ui.gallery.stand import Stand
from tests.ui.states.writes_at_work import enter
from tests.ui.states.writing import Trial, Writing

NO = StationRefused("invalid-supplement", 422, "Wrong.", "「车牌」写得不完整。")


def _live(stand: Stand, alert_id: str) -> LiveLinePage:
    page = stand.go("live", alert_id=alert_id)
    assert isinstance(page, LiveLinePage)
    return page


def _said_of(stand: Stand, alert_id: str, kind: str) -> bool:
    return kind in [item.kind for item in stand.counter.services.live_line(alert_id).timeline if item.who == "clerk"]


def quick_reply(stand: Stand) -> Trial:
    """One tap without an instruction."""
    alert_id = stand.counter.submitted()
    page = _live(stand, alert_id)

    def press() -> None:
        assert page.quick["stalled"].isEnabled()
        page.quick["stalled"].click()

    return Trial(press, lambda: _said_of(stand, alert_id, "fact"))


def answer(stand: Stand) -> Trial:
    """Answer a question of the police."""
    alert_id = stand.counter.submitted()
    stand.counter.instruct(alert_id, "车牌看得到吗", question=True, name="q1")
    page = _live(stand, alert_id)
    edit = page.instructions.cards["q1"].answer
    assert edit is not None
    edit.setText("看得到，尾号 3")
    return Trial(
        lambda: enter(edit),
        lambda: _said_of(stand, alert_id, "reply"),
        lambda: page.instructions.cards["q1"].answer is edit and edit.text() == "看得到，尾号 3",
        {"text": edit},
        page.instructions.cards["q1"].problem.text,
    )


def _say(stand: Stand, kind: str, text: str) -> tuple[str, LiveLinePage]:
    alert_id = stand.counter.submitted()
    page = _live(stand, alert_id)
    page.say.show_kind(kind)
    page.say.edit.setText(text)
    return alert_id, page


def fact(stand: Stand) -> Trial:
    """One more line."""
    alert_id, page = _say(stand, FACT, "往北走了")
    return Trial(
        page.say.send.click,
        lambda: _said_of(stand, alert_id, "fact") and page.say.edit.text() == "",
        lambda: page.say.edit.text() == "往北走了" and page.say.send.isEnabled(),
        {"text": page.say.edit},
        page.say.problem.text,
    )


def correct(stand: Stand) -> Trial:
    """Put right what was sent."""
    alert_id, page = _say(stand, CORRECT, "是往南")
    return Trial(
        lambda: enter(page.say.edit),
        lambda: _said_of(stand, alert_id, "correction"),
        lambda: (page.say.edit.text(), page.say.kinds.value()) == ("是往南", CORRECT) and page.say.send.isEnabled(),
        {"text": page.say.edit},
        page.say.problem.text,
    )


def withdraw(stand: Stand) -> Trial:
    """Take the alert back."""
    alert_id, page = _say(stand, WITHDRAW, "弄错了人")

    def press() -> None:
        enter(page.say.edit)
        stand.window.notice.dismiss()

    return Trial(
        press,
        lambda: _said_of(stand, alert_id, "withdrawal"),
        lambda: (page.say.edit.text(), page.say.kinds.value()) == ("弄错了人", WITHDRAW),
        {"text": page.say.edit},
        page.say.problem.text,
    )


def _refused_line(stand: Stand) -> tuple[str, LiveLinePage]:
    counter = stand.counter
    alert_id = counter.submitted()
    counter.deliver()
    counter.services.add_fact(alert_id, counter.context.session, "车牌 沪A")
    counter.profile.station.failures = [NO]
    counter.deliver()
    return alert_id, _live(stand, alert_id)


def resend(stand: Stand) -> Trial:
    """Send a refused line again."""
    _alert, page = _refused_line(stand)
    (card,) = page.refused.cards.values()
    card.edit.setText("车牌 沪A12345")
    return Trial(
        lambda: enter(card.edit),
        lambda: not page.refused.cards,
        lambda: card.edit.text() == "车牌 沪A12345" and card.resend.isEnabled(),
        {"text": card.edit},
        card.problem.text,
    )


def drop(stand: Stand) -> Trial:
    """Leave a refused line unsent."""
    alert_id, page = _refused_line(stand)

    def press() -> None:
        (card,) = page.refused.cards.values()
        assert card.drop.isEnabled()
        card.drop.click()
        stand.window.notice.dismiss()

    return Trial(
        press, lambda: not stand.counter.services.live_line(alert_id).refused_lines, lambda: bool(page.refused.cards)
    )


def begin_anew(stand: Stand) -> Trial:
    """Make a draft of a refused alert."""
    alert_id = stand.counter.submitted()
    stand.counter.profile.station.failures = [StationRefused("invalid-alert", 422, "Wrong.", "「情况说明」太短。")]
    stand.counter.deliver()
    page = _live(stand, alert_id)
    return Trial(page.refused.whole.retry.click, lambda: stand.page.route == "review", page.refused.whole.isVisible)


ON_THE_LIVE_LINE = (
    Writing("quick reply", "send_reply", quick_reply),
    Writing("answer", "send_reply", answer),
    Writing("fact", "add_fact", fact),
    Writing("correct", "amend.correct", correct),
    Writing("withdraw", "amend.withdraw", withdraw),
    Writing("resend", "amend.resend", resend),
    Writing("drop", "amend.drop", drop),
    Writing("begin anew", "amend.revise", begin_anew),
)
