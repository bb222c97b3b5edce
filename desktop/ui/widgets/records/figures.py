"""This month's figures above the records: four tiles, or one line of words where there is little room."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.application.read_models import RecordPage
from desktop.ui.runtime.error_text import Lang
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.format import yuan_short
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.stat_tile import StatTile


class MonthFigures(QWidget):
    """Submitted, accepted, prevented, to claim."""

    def __init__(self, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.tiles = {
            "submitted": StatTile("send", "accent", self.tr("本月提交")),
            "accepted": StatTile("circle-check", "ok", self.tr("认定有效")),
            "prevented": StatTile("shield-check", "plum", self.tr("协助止损")),
            "to_claim": StatTile("gift", "gold", self.tr("待领奖励")),
        }
        self._holder = QWidget()
        # Where they do not fit they are hidden: they must not keep the page from becoming that narrow.
        self._holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self._holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        for tile in self.tiles.values():
            row.addWidget(tile, 1)
        self.summary = label("", "muted")
        self.summary.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._holder)
        column.addWidget(self.summary)

    def set_roomy(self, roomy: bool) -> None:
        """Show the tiles, or the line of words."""
        self._holder.setVisible(roomy)
        self.summary.setVisible(not roomy)

    def show_page(self, page: RecordPage) -> None:
        """Show the figures a page of records came with."""
        rate = round(100 * page.month_accepted / page.month_submitted) if page.month_submitted else 0
        self.tiles["submitted"].show_figure(str(page.month_submitted), self.tr("本店本月"))
        self.tiles["accepted"].show_figure(str(page.month_accepted), self.tr("占 {0}%").format(rate))
        self.tiles["prevented"].show_figure(yuan_short(page.month_loss_prevented_fen, self._lang), self.tr("本月"))
        waiting = self.tr("{0} 笔，在「奖励」里领取").format(page.rewards_to_claim)
        note = waiting if page.rewards_to_claim else self.tr("现在没有")
        self.tiles["to_claim"].show_figure(yuan_short(page.rewards_to_claim_fen, self._lang), note)
        parts = [f"{tile.caption.text()} {tile.figure.text()}" for tile in self.tiles.values()]
        self.summary.setText(" · ".join(parts))
