"""The clock of the live line: how long, what is true now, and how far it got."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.live_line.situation import Situation
from desktop.ui.viewmodels.records.format import local, running
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconTile
from desktop.ui.widgets.rewards.steps import Dot, RewardSteps

_ICONS = {"ok": "circle-check", "accent": "send", "warn": "cloud-off", "danger": "circle-alert", "slate": "file-text"}


class ClockCard(Card):
    """A sentence that is true at this second, the running time, and the road in dots."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=20, spacing=16)
        self._lang = lang
        self.tile = IconTile("send", "accent", 48)
        self.truth = label("", "title")
        self.note = label("", "muted")
        self.time = label("00:00", "display", wrap=False)
        self.time.setAccessibleName(self.tr("已经过去的时间"))
        words = QVBoxLayout()
        words.setSpacing(theme().px(4))
        words.addWidget(self.truth)
        words.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.time, 0, Qt.AlignmentFlag.AlignTop)
        self.steps = RewardSteps()
        self.body.addLayout(row)
        self.body.addWidget(self.steps)

    def show_situation(self, now: Situation, said: str = "") -> None:
        """Show one moment; `said` is what the police wrote last, told with the result."""
        truth = now.truth.get(self._lang)
        if self.truth.text() != truth:
            self.truth.setText(truth)
        self.tile.set_icon(_ICONS[now.tone], now.tone)
        self.time.setVisible(not now.finished)
        self.time.setText(running(now.elapsed))
        set_property(self.time, "tone", "warn" if now.read_out else "")
        self.note.setText(said if now.finished else self._note(now))
        self.note.setVisible(bool(self.note.text()))
        self.set_tone("warn" if now.tone == "warn" else "")
        dots = [Dot(step.title.get(self._lang), _clock(step.at), step.state) for step in now.steps]
        self.steps.set_dots(dots, "ok" if now.tone == "ok" else "accent")

    def _note(self, now: Situation) -> str:
        if now.remaining and not now.read_out:
            return self.tr("值班台应在 {0} 内看到").format(running(now.remaining))
        if now.read_out and now.delivered:
            return self.tr("打电话时照着下面念；值班台看到了，这里马上会说。")
        if now.read_out and now.tone != "danger":
            return self.tr("打电话时照着下面念；这里会继续自动送。")
        if now.read_out:
            return self.tr("请打电话说明情况，照着下面念。")
        return ""


def _clock(at: datetime | None) -> str:
    return f"{local(at):%H:%M:%S}" if at else ""
