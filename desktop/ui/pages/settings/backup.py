"""Backup and restore: where to, every week, now; trying one out; what restoring means."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop.application.care_models import BackupNote
from desktop.ui.pages.settings.section import Section
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.viewmodels.records.format import stamp
from desktop.ui.viewmodels.settings.backup import BackupViewModel
from desktop.ui.viewmodels.settings.storage import size_words
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.file_choice import ask_for_file, ask_for_folder
from desktop.ui.widgets.icon_label import IconText
from desktop.ui.widgets.settings.passphrase_twice import PassphraseTwice
from desktop.ui.widgets.settings.restore_steps import RestoreSteps
from desktop.ui.widgets.settings.rows import WorkBar, beside, buttons, heading


class BackupSection(Section):
    """A backup counts only after it was read again; a drill proves that the passphrase is still known."""

    key: ClassVar[str] = "backup"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = BackupViewModel(context, self)
        self.restored = self.add_card(8)
        self.restored.set_tone("accent")
        self.restored_words = label("")
        self.restored.body.addWidget(self.restored_words)
        self.restored.hide()
        self._build_plan(self.add_card())
        self._build_drill(self.add_card())
        self.body.addWidget(RestoreSteps())
        self.weekly.clicked.connect(lambda _checked: self.folder.edit.setModified(True))
        model, job = self.model, self.model.job
        model.loaded.connect(self._show)
        model.planned.connect(self._on_planned)
        model.made.connect(self._on_made)
        model.tried.connect(self._on_tried)
        job.failed.connect(self._on_failed)
        job.rejected.connect(self._on_rejected)
        job.stopped.connect(lambda: context.navigator.toast(self.tr("已停下，没有留下半个文件")))
        job.busy_changed.connect(self._on_busy)
        for bar in (self.making, self.trying):
            job.progressed.connect(bar.show_progress)
            bar.stop_asked.connect(job.stop)

    def on_shown(self) -> None:
        """Read plan and past."""
        self.error.clear()
        self.model.load()

    def _build_plan(self, card: Card) -> None:
        card.body.addWidget(heading(self.tr("备份")))
        self.last = IconText("circle-check", "", "ok", "")
        card.body.addWidget(self.last)
        self.folder = LabelledLine(self.tr("放在哪里"), self.tr("U 盘或另一块硬盘上的文件夹最好"))
        self.passphrase = PassphraseTwice(
            self.tr("备份口令"), self.tr("至少 8 个字；写下来和备份分开放。没有它，谁也打不开。")
        )
        self.passphrase.entered.connect(self._on_plan)
        self.weekly = QCheckBox(self.tr("每周自动备份一次，留最近 8 个"))
        self.weekly.setAccessibleName(self.weekly.text())
        choose = Button(self.tr("选择…"), "secondary", "inbox", name=self.tr("选择放备份的文件夹"))
        choose.clicked.connect(self._on_choose_folder)
        self.keep = Button(self.tr("保存设置"), "secondary", "check")
        self.keep.clicked.connect(self._on_plan)
        self.make = Button(self.tr("现在备份"), "primary", "save")
        self.make.clicked.connect(self._on_make)
        self.making = WorkBar(self.tr("正在备份，写完会再读一遍核对…"))
        for part in (beside(self.folder, choose), self.passphrase, self.weekly):
            card.body.addWidget(part)
        card.body.addLayout(buttons(self.make, self.keep))
        card.body.addWidget(self.making)

    def _build_drill(self, card: Card) -> None:
        card.body.addWidget(heading(self.tr("恢复演练")))
        card.body.addWidget(
            label(
                self.tr("把备份在临时的地方打开，逐条核对，证明真要恢复时用得上；不动现在的资料。建议每 90 天一次。"),
                "muted",
            )
        )
        self.drilled = IconText("hourglass", "", "warn", "")
        self.file = LabelledLine(self.tr("备份文件"))
        self.file_passphrase = LabelledLine(self.tr("这个备份的口令"))
        self.file_passphrase.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.file_passphrase.edit.returnPressed.connect(self._on_drill)
        choose = Button(self.tr("选择…"), "secondary", "file-text", name=self.tr("选择备份文件"))
        choose.clicked.connect(self._on_choose_file)
        self.drill = Button(self.tr("开始演练"), "secondary", "shield-check")
        self.drill.clicked.connect(self._on_drill)
        self.trying = WorkBar(self.tr("正在打开和核对…"))
        for part in (self.drilled, beside(self.file, choose), self.file_passphrase):
            card.body.addWidget(part)
        card.body.addLayout(buttons(self.drill))
        card.body.addWidget(self.trying)

    def _show(self) -> None:
        state = self.model.state
        if state is None:
            return
        # What is being typed or could not be kept stays on the screen.
        if not self.folder.edit.isModified():
            self.folder.set_text(state.folder)
            self.weekly.setChecked(state.automatic)
        self.passphrase.edit.setPlaceholderText(self.tr("已经设过，空着就不变") if state.has_passphrase else "")
        self._show_last(state.last, overdue=state.backup_overdue, failed=bool(state.failed))
        self._show_drill(state.drill, overdue=state.drill_overdue)
        if not self.file.text():
            self.file.set_text(self.model.last_file())
        self.restored.setVisible(state.restored_from is not None)
        if state.restored_from is not None and state.restored_at is not None:
            words = self.tr("这份资料是 {at} 从 {made} 的备份恢复的。备份以后才上报的，值班台都有，这里看不到。")
            self.restored_words.setText(words.format(at=stamp(state.restored_at), made=stamp(state.restored_from)))
        self._on_busy(self.model.job.busy)

    def _show_last(self, note: BackupNote | None, *, overdue: bool, failed: bool) -> None:
        if note is None:
            words = self.tr("还没有备份：电脑坏了，没送达的和登记簿就没有了。")
        else:
            words = self.tr("最近一次：{at}，{n} 条记录，{size}，已读回核对。", "", note.records).format(
                at=stamp(note.made_at), n=note.records, size=size_words(note.bytes)
            )
        if failed:
            words += self.tr("上次自动备份没有成功：请看看 U 盘在不在、满没满。")
        good = note is not None and not overdue and not failed
        self.last.icon.set_icon("circle-check" if good else "triangle-alert", "ok" if good else "warn")
        self.last.label.setText(words)

    def _show_drill(self, note: BackupNote | None, *, overdue: bool) -> None:
        if note is None:
            words = self.tr("还没有演练过。")
        else:
            words = self.tr(
                "{at} 演练过：这个备份能恢复，{n} 条记录，最新的一条是 {newest}。", "", note.records
            ).format(at=stamp(note.at), n=note.records, newest=stamp(note.newest_at) if note.newest_at else "—")
            if overdue:
                words += self.tr("超过 90 天了，请再演练一次。")
        good = note is not None and not overdue
        self.drilled.icon.set_icon("circle-check" if good else "hourglass", "ok" if good else "warn")
        self.drilled.label.setText(words)

    def _on_plan(self) -> None:
        self._clear_problems()
        self.folder.edit.setModified(True)
        if self.passphrase.agreed():
            text = self.passphrase.edit.text()
            self.model.plan(self.folder.text(), text or None, automatic=self.weekly.isChecked())

    def _on_planned(self) -> None:
        self.folder.edit.setModified(False)
        self.passphrase.clear()
        self._show()
        self.context.navigator.toast(self.tr("备份设置已保存"))

    def _on_make(self) -> None:
        self._clear_problems()
        self.model.make()

    def _on_drill(self) -> None:
        self._clear_problems()
        file, passphrase = self.file.text(), self.file_passphrase.edit.text()
        self.file.show_problem("" if file else self.tr("请选择备份文件。"))
        self.file_passphrase.show_problem("" if passphrase else self.tr("请输入这个备份的口令。"))
        if file and passphrase:
            self.model.drill(file, passphrase)

    def _on_made(self, note: BackupNote) -> None:
        self.file.set_text(note.file)
        self.context.navigator.toast(
            self.tr("备份好了，读回核对过：{n} 条记录", "", note.records).format(n=note.records)
        )

    def _on_tried(self, note: BackupNote) -> None:
        self.file_passphrase.edit.clear()
        self.context.navigator.toast(self.tr("这个备份能恢复：{n} 条记录", "", note.records).format(n=note.records))

    def _on_failed(self, words: ErrorWords) -> None:
        if self.model.doing == "drill":
            self.file_passphrase.show_problem(words.sentence)
            self.file_passphrase.edit.setFocus()
        elif self.model.doing == "make":
            self.folder.show_problem(words.sentence)
        else:
            self.show_failure(words, unread=self.model.state is None)

    def _on_rejected(self, said: tuple[tuple[str, str], ...]) -> None:
        fields = {"folder": self.folder, "file": self.file}
        passphrase = self.file_passphrase if self.model.doing == "drill" else self.passphrase
        for field, sentence in said:
            fields.get(field, passphrase).show_problem(sentence)
        fields.get(said[0][0], passphrase).edit.setFocus()

    def _on_busy(self, busy: bool) -> None:
        self.making.show_busy(busy and self.model.doing == "make")
        self.trying.show_busy(busy and self.model.doing == "drill")
        state = self.model.state
        self.make.setEnabled(not busy and state is not None and state.has_passphrase and bool(state.folder))
        for button in (self.keep, self.drill):
            button.setEnabled(not busy)

    def _clear_problems(self) -> None:
        self.error.clear()
        for field in (self.folder, self.passphrase, self.file, self.file_passphrase):
            field.show_problem("")

    def _on_choose_folder(self) -> None:
        ask_for_folder(self, self.tr("备份放在哪里"), self._on_folder, self.folder.text())

    def _on_folder(self, chosen: str) -> None:
        self.folder.set_text(chosen)
        self.folder.edit.setModified(True)

    def _on_choose_file(self) -> None:
        ask_for_file(self, self.tr("选择备份"), "*.cwbackup", self.file.set_text, self.folder.text())
