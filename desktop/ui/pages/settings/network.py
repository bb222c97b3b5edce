"""Network and proxy: the system's way, straight, or a proxy named here; a try that says in words what failed."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.application.care_models import NetworkSettings
from desktop.ui.pages.settings.section import Section
from desktop.ui.runtime.context import UiContext
from desktop.ui.viewmodels.settings.network import NetworkViewModel
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import Segmented
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.file_choice import ask_for_file
from desktop.ui.widgets.icon_label import IconText
from desktop.ui.widgets.settings.rows import SettingRow, beside, buttons, heading


class NetworkSection(Section):
    """Certificates are checked by the system's store in every case; there is no way around that."""

    key: ClassVar[str] = "network"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = NetworkViewModel(context, self)
        self._build_proxy(self.add_card())
        self._build_trial(self.add_card())
        self.model.loaded.connect(self._show)
        self.model.tried.connect(self._show_trial)
        self.model.saved.connect(self._on_saved)
        self.model.job.failed.connect(self.show_failure)
        self.model.job.rejected.connect(self._on_rejected)
        self.model.job.busy_changed.connect(self._on_busy)

    def on_shown(self) -> None:
        """Read what is kept."""
        self.error.clear()
        self.good.hide()
        self.model.load()

    def _build_proxy(self, card: Card) -> None:
        self.mode = Segmented(
            (("system", self.tr("跟随系统"), ""), ("none", self.tr("直接连"), ""), ("manual", self.tr("自己填"), "")),
            self.tr("上网代理"),
        )
        self.mode.chosen.connect(lambda _mode: self._show_manual())
        card.body.addWidget(
            SettingRow(self.tr("上网代理"), self.tr("多数情况跟随系统就好；商场、园区的网络可能要自己填。"), self.mode)
        )
        self.host = LabelledLine(self.tr("代理地址"), "", "proxy.example")
        self.port = LabelledLine(self.tr("端口"), "", "8080")
        self.user = LabelledLine(self.tr("用户名（可以不填）"))
        self.password = LabelledLine(self.tr("密码（可以不填）"), self.tr("存进系统钥匙串；空着就沿用原来的"))
        self.password.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.ca_file = LabelledLine(
            self.tr("单位自己的证书文件（可以不填）"), self.tr("PEM 文件；在系统信任的证书之外再信任它")
        )
        self._manual = (self.host, self.port, self.user, self.password)
        choose = Button(self.tr("选择…"), "secondary", "file-text", name=self.tr("选择证书文件"))
        choose.clicked.connect(self._on_choose)
        beside(self.ca_file, choose)
        for field in (*self._manual, self.ca_file):
            field.edited.connect(lambda _text, one=field: one.show_problem(""))
            field.edit.setMaxLength(300)
            card.body.addWidget(field)
        self.save = Button(self.tr("保存并使用"), "primary", "check")
        self.save.clicked.connect(lambda: self.model.save(*self._typed()))
        card.body.addLayout(buttons(self.save))

    def _build_trial(self, card: Card) -> None:
        card.body.addWidget(heading(self.tr("试一试")))
        card.body.addWidget(label(self.tr("用上面填的连一次值班台，不送出任何内容，也不保存。"), "muted"))
        self.url = LabelledLine(self.tr("服务地址"), "", "https://")
        self.attempt = Button(self.tr("试连"), "secondary", "refresh-cw")
        self.attempt.clicked.connect(self._on_attempt)
        self.url.edit.returnPressed.connect(self._on_attempt)
        self.good = IconText("circle-check", "", "ok", "")
        self.bad = IconText("triangle-alert", "", "warn", "")
        card.body.addWidget(self.url)
        card.body.addLayout(buttons(self.attempt))
        for part in (self.good, self.bad):
            part.hide()
            card.body.addWidget(part)

    def _show(self) -> None:
        kept = self.model.settings
        self.mode.set_value(kept.mode)
        self.host.set_text(kept.host)
        self.port.set_text(str(kept.port or ""))
        self.user.set_text(kept.user)
        self.ca_file.set_text(kept.ca_file)
        if not self.url.text():
            self.url.set_text(self.model.url)
        self._show_manual()

    def _show_manual(self) -> None:
        manual = self.mode.value() == "manual"
        for field in self._manual:
            field.setVisible(manual)

    def _typed(self) -> tuple[NetworkSettings, str | None]:
        mode, digits = self.mode.value(), self.port.text()
        port = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else 0
        settings = NetworkSettings(host=self.host.text(), port=port, user=self.user.text(), ca_file=self.ca_file.text())
        settings = replace(settings, mode="manual" if mode == "manual" else "none" if mode == "none" else "system")
        return settings, self.password.edit.text() or None

    def _on_attempt(self) -> None:
        url = self.url.text()
        self.url.show_problem("" if url else self.tr("请填写服务地址。"))
        if url:
            self.error.clear()
            self.good.hide()
            self.bad.hide()
            self.model.attempt(*self._typed(), url)

    def _show_trial(self) -> None:
        trial, words = self.model.trial, self.model.trial_words()
        if trial is None:
            return
        if words is not None:
            self.bad.label.setText(words.sentence)
        else:
            said = self.tr("连上了「{name}」，用了 {ms} 毫秒。").format(name=trial.station, ms=trial.took_ms)
            if abs(trial.skew_s) >= 60:
                said += self.tr("两边的时间差 {n} 分钟。").format(n=round(abs(trial.skew_s) / 60))
            self.good.label.setText(said)
        self.good.setVisible(words is None)
        self.bad.setVisible(words is not None)
        self.bring_into_sight(self.good if words is None else self.bad)

    def _on_choose(self) -> None:
        ask_for_file(self, self.tr("选择证书文件"), "PEM (*.pem *.crt *.cer)", self.ca_file.set_text)

    def _on_saved(self) -> None:
        self.error.clear()
        self.password.edit.clear()
        self.context.navigator.toast(self.tr("网络设置已保存，下一次连接就用"))

    def _on_rejected(self, said: tuple[tuple[str, str], ...]) -> None:
        fields = {"host": self.host, "port": self.port, "user": self.user, "password": self.password, "url": self.url}
        for field, sentence in said:
            fields.get(field, self.ca_file).show_problem(sentence)
        fields.get(said[0][0], self.ca_file).edit.setFocus()

    def _on_busy(self, busy: bool) -> None:
        self.save.setEnabled(not busy)
        self.attempt.setEnabled(not busy)
        self.attempt.set_words(self.tr("正在试…") if busy else self.tr("试连"))
