"""The shop's own register: today's cash by customer, and what large cash asks of the shop; apart from the reports."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.application.changes import Changes
from desktop.application.register_models import Note
from desktop.ui.pages.base import Page
from desktop.ui.pages.register.paper import RegisterPaper
from desktop.ui.pages.register.price import RegisterPrice
from desktop.ui.pages.register.sections import RegisterSections
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.viewmodels.register.model import RegisterViewModel
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.register.form import RegisterForm
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.states import InlineError


class RegisterPage(Page):
    """Ctrl+N opens the form, Enter writes the entry down, Escape closes it and keeps what was typed.

    `on_shown(entry=…)` opens it filled in; `sale_of` names the checklist it is the sale of.
    """

    route: ClassVar[str] = "register"
    section: ClassVar[str] = "register"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = RegisterViewModel(context, self)
        self._sale_of = ""
        self.header = PageHeader(self.title(), self.tr("本店自己的销售登记，只存在这台电脑上，不会发出去。"))
        self.write = Button(
            self.tr("记一笔  {key}").format(key=hot_keys().text("entry")), "primary", "plus", name=self.tr("记一笔")
        )
        self.paper = RegisterPaper(context, self.model.lang, self)
        self.header.buttons.addWidget(self.paper.list.menu)
        self.header.buttons.addWidget(self.write)
        self.error = InlineError()
        self.form = RegisterForm()
        self.sections = RegisterSections(context.now, self.model.lang, self.paper.sheet)
        self.area = ScrollArea(spacing=14)
        self.area.body.addWidget(self.form)
        self.area.body.addWidget(self.sections)
        self.price = RegisterPrice(context, self)
        self.area.body.addWidget(self.price.card)
        self.area.body.addStretch(1)
        self.column.addWidget(self.header)
        self.column.addWidget(self.paper.list.progress)
        self.column.addWidget(self.error)
        self.column.addWidget(self.area, 1)
        self.form.hide()
        self.price.card.hide()
        self._connect()

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("登记")

    def arguments(self) -> dict[str, object] | None:
        """Return what is being typed, so that nothing is lost when the page is built anew."""
        return {} if self.form.isHidden() else {"entry": self.form.typed(), "sale_of": self._sale_of}

    def on_shown(self, **args: object) -> None:
        """Show the register, or an entry to be written down."""
        entry = args.get("entry")
        if isinstance(entry, dict):
            self._sale_of = str(args.get("sale_of") or "")
            self.form.fill(entry)
            self._open()
        self.write.setEnabled(self.model.can_write)
        self._read()

    def first_focus(self) -> QWidget | None:
        """Return what writes the next entry."""
        return self.write

    def on_changed(self, kinds: Changes) -> None:
        """Look again after something was written."""
        self.model.on_changed(kinds)

    def _connect(self) -> None:
        self.write.clicked.connect(self._open)
        self.error.retried.connect(self._read)
        self.price.read.connect(self._show_price)
        self.form.submitted.connect(self.model.record)
        self.form.cancelled.connect(self._close)
        self.sections.noted.connect(self.model.note)
        self.sections.again.connect(self._on_again)
        self.sections.first_asked.connect(self._open)
        self.model.loaded.connect(self._show)
        self.model.failed.connect(self._on_failed)
        self.model.recorded.connect(self._on_recorded)
        self.model.noted.connect(self._on_noted)
        self.model.rejected.connect(self.form.show_problems)
        self.model.note_failed.connect(self._on_note_failed)
        self.model.write_failed.connect(self._on_write_failed)
        hot_keys().bind("entry", self, self._open)

    def _read(self) -> None:
        self.model.load()
        self.price.load()

    def _show_price(self) -> None:
        """What could not be read is not called empty."""
        self.price.card.setVisible(self.price.known and self.model.page is not None)

    def _open(self) -> None:
        if not self.model.can_write:
            return
        self.form.show()
        self.area.verticalScrollBar().setValue(0)
        self.form.lines["amount"].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.form.hide()
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self.error.clear()
        if self.model.page is not None:
            self.sections.show_page(self.model.page, can_write=self.model.can_write)
            self.paper.list.menu.show()
            self._show_price()

    def _on_again(self, known: dict[str, str]) -> None:
        self._sale_of = ""
        self.form.fill(known)
        self._open()

    def _on_noted(self, sale_ids: tuple[str, ...], note: Note) -> None:
        self.error.clear()
        back: dict[Note, Note] = {
            "void": "restored", "restored": "void", "reported": "unreported", "unreported": "reported",
        }  # fmt: skip
        words = {
            "void": self.tr("已作废这一笔"),
            "restored": self.tr("已恢复这一笔"),
            "reported": self.tr("已记为报送"),
            "unreported": self.tr("已改回未报送"),
        }
        self.context.navigator.toast(words[note], undo=lambda: self.model.note(sale_ids, back[note], undoing=True))

    def _on_recorded(self, sale_id: str) -> None:
        if self._sale_of:
            self.context.entries_of.setdefault(self._sale_of, set()).add(sale_id)
            self._sale_of = ""
        self.form.fill({})
        self._close()
        self.error.clear()
        self.context.navigator.toast(self.tr("已登记"), undo=lambda: self.model.note((sale_id,), "void", undoing=True))

    def _on_failed(self, words: ErrorWords) -> None:
        for part in (self.sections, self.paper.list.menu):
            part.setVisible(self.model.page is not None)
        self.error.show_error(self.tr("登记没有读出来"), words.sentence, self.tr("再试一次"))

    def _on_write_failed(self, words: ErrorWords) -> None:
        self.error.show_error(self.tr("没有记下，填的内容还在"), words.sentence)

    def _on_note_failed(self, words: ErrorWords) -> None:
        self.error.show_error(self.tr("没有改成，还是原来的样子"), words.sentence)
