"""What the station did not take of this alert: lines to put right or to leave, and the whole alert to begin anew."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.application.read_models import LiveLine, RefusedLine
from desktop.domain.delivery.outbox import SETTLED
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, slug_words
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.live_line.amending import Amending, NotDone, quoted
from desktop.ui.viewmodels.records.format import day_time
from desktop.ui.widgets.live_line.refused_line import RefusedLineCard
from desktop.ui.widgets.states import InlineError


class RefusedPart(QWidget):
    """Hidden while nothing was refused; what is being typed stays while other lines come and go."""

    def __init__(self, context: UiContext, amending: Amending, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._amending, self._lang = context, amending, lang
        self._line: LiveLine | None = None
        self._leaving: set[int] = set()
        self.whole = InlineError(tone="warn")
        self.whole.retried.connect(self._on_whole)
        self.cards: dict[int, RefusedLineCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))
        self._column.addWidget(self.whole)

    def show_line(self, line: LiveLine, now: datetime) -> None:
        """Bring the whole alert's refusal and the cards of its lines up to date."""
        if self._line is None or self._line.alert_id != line.alert_id:
            self._leaving.clear()
        self._line = line
        self._show_whole(line)
        rows = {row.n: row for row in line.refused_lines if row.n not in self._leaving}
        for n in [n for n in self.cards if n not in rows]:
            card = self.cards.pop(n)
            card.hide()
            card.deleteLater()
        for n, row in rows.items():
            if n not in self.cards:
                self.cards[n] = self._card(row, line.alert_id, now)
                self._column.addWidget(self.cards[n])
        self.setVisible(line.delivery == "refused" or bool(rows))

    def _show_whole(self, line: LiveLine) -> None:
        if line.delivery != "refused":
            self.whole.clear()
            return
        if line.revised_to is not None and line.revised_draft is None:
            self.whole.show_error(
                self.tr("这一条没有被接收，已改好重新上报"), self.tr("请看新的一条。"), self.tr("看新的一条")
            )
            return
        settled = line.refused_code in (None, SETTLED)
        what = self.tr("这一条没有被接收") if settled else slug_words(line.refused_code or "", self._lang).what
        todo = self.tr("内容都还在：点「改好重报」，改好后作为新的一条上报；紧急的请先拨 110。")
        button = self.tr("继续改") if line.revised_draft else self.tr("改好重报")
        self.whole.show_error(what, " ".join(part for part in (line.refused_detail, todo) if part), button)

    def _card(self, row: RefusedLine, alert_id: str, now: datetime) -> RefusedLineCard:
        words = slug_words(row.code, self._lang)
        detail = (row.detail_en if self._lang == "en" else row.detail_zh) or row.detail_zh or row.detail_en
        when = day_time(row.made_at, now, self._lang)
        quote = quoted(row, self._lang)
        card = RefusedLineCard(quote, quote if row.text else "", when, detail or words.what)
        card.resent.connect(lambda text: self._resend(row.n, text))
        card.dropped.connect(lambda: self._leave(alert_id, row.n))
        return card

    def show_failure(self, job: NotDone) -> bool:
        """Say it on the card it is about, which comes back if it was taken away; False when that is not here."""
        if self._line is None or self._line.alert_id != job.alert_id:
            return False
        self._stay(job.alert_id, job.n)
        card = self.cards.get(job.n)
        if card is not None:
            card.show_problem(job.sentence)
        return card is not None

    def _resend(self, n: int, text: str) -> None:
        self.cards[n].show_busy(busy=True)
        self._amending.resend(n, text)

    def _leave(self, alert_id: str, n: int) -> None:
        """Take the card away; it is settled once the undo is over."""
        self._leaving.add(n)
        self._again(alert_id)
        self._context.navigator.toast(
            self.tr("这一条不再发"),
            undo=lambda: self._stay(alert_id, n),
            settled=lambda: self._amending.drop(alert_id, n),
        )

    def _stay(self, alert_id: str, n: int) -> None:
        self._leaving.discard(n)
        self._again(alert_id)

    def _again(self, alert_id: str) -> None:
        if self._line is not None and self._line.alert_id == alert_id:
            self.show_line(self._line, self._context.now())

    def _on_whole(self) -> None:
        line = self._line
        if line is not None and line.revised_to is not None and line.revised_draft is None:
            self._context.navigator.go("live", alert_id=line.revised_to)
        else:
            self._amending.begin_anew()
