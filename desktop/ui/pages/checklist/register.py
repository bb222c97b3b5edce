"""From the gold checklist into the shop's own register and back: earlier purchases become facts, a sale is written down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject

from desktop.application.errors import InvalidInput
from desktop.application.register_models import Earlier
from desktop.domain.alert.local_details import SALES, own_sales
from desktop.domain.alert.numbers import fen_of
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import error_words
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.checklist.model import ChecklistViewModel
from desktop.ui.viewmodels.register.words import cash_in_payments, typed_yuan
from desktop.ui.widgets.register.strip import RegisterStrip

SETTING: Final = "gold_shop"
_PHONE_LONGEST: Final = 14


class ChecklistRegister(QObject):
    """What is looked up is never kept with the draft: only the counts become facts, and only where they say more.

    Which entries are the purchase at hand is kept with the draft, by their ids, once there is one.
    """

    def __init__(self, context: UiContext, model: ChecklistViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._model = context, model
        self.strip: RegisterStrip | None = None
        model.save_changed.connect(self._keep_own)

    def make(self, filled: Callable[[], None]) -> RegisterStrip | None:
        """Return the strip for a gold shop's sale, else None; `filled` is called when facts were filled in."""
        definition = self._model.definition
        self.strip = None
        if definition is None or definition.setting != SETTING or self._context.session is None:
            return None
        strip = self.strip = RegisterStrip()
        strip.looked_up.connect(lambda typed: self._look_up(strip, typed, filled))
        strip.write_asked.connect(self._write)
        self._keep_own()
        return strip

    def _look_up(self, strip: RegisterStrip, typed: str, filled: Callable[[], None]) -> None:
        earlier = self._context.services.register.earlier
        own = self._own()
        self._context.tasks.run(
            lambda: earlier(_customer(typed), own),
            lambda found: self._on_found(strip, found, filled),
            lambda error: self._on_failed(strip, error),
            owner=strip,
        )

    def _on_found(self, strip: RegisterStrip, found: Earlier, filled: Callable[[], None]) -> None:
        if not found.last7d_count:
            strip.line.show_note(self.tr("登记里没有这位客人近 7 天的购买。"))
            return
        cash = found.same_day_prior_cash_fen
        for key, value in (
            ("same_day_count", found.same_day_count),
            ("same_day_prior_cash_cny", cash / 100 if cash % 100 else cash // 100),
            ("last7d_count", found.last7d_count),
            ("days7_cash_50_100k", found.days7_cash_50_100k),
        ):
            known = self._model.tx.get(key)
            if value > (known if isinstance(known, int | float) else 0):
                self._model.set_tx(key, value)
        filled()
        strip.line.show_note(
            self.tr("近 7 天来过 {n} 次，已填入上面。", "", found.last7d_count).format(n=found.last7d_count)
        )

    def _on_failed(self, strip: RegisterStrip, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            strip.line.show_problem(language().pick(error.problems[0].zh, error.problems[0].en))
            return
        strip.line.show_problem(error_words(error, "en" if language().code == "en" else "zh").sentence)

    def _own(self) -> frozenset[str]:
        noted = (self._context.entries_of.get(name, ()) for name in self._names)
        return own_sales(self._model.details).union(*noted)

    def _keep_own(self) -> None:
        """Entries written before there was a draft are kept as soon as there is one."""
        draft, entries_of = self._model.draft, self._context.entries_of
        if draft is None:
            return
        if (noted := entries_of.get(self._model.saving.name)) is not None:
            # The register's page may still note one under the name from before there was a draft.
            entries_of.setdefault(draft.draft_id, noted)
        own = self._own()
        if own != own_sales(self._model.details):
            self._model.set_detail(SALES, " ".join(sorted(own)))

    def _write(self, typed: str) -> None:
        amount = self._model.tx.get("amount_cny")
        shown = typed_yuan(fen_of(amount)) if isinstance(amount, int | float) else ""
        entry = {"amount": shown, "cash": cash_in_payments(self._model.tx), **_customer(typed)}
        name = self._names[0]
        self._context.entries_of.setdefault(name, set())
        self._context.navigator.go("register", entry=entry, sale_of=name)

    @property
    def _names(self) -> tuple[str, ...]:
        """Under which this checklist's own entries are noted: its draft's id, before there is one a name of its own."""
        saving = self._model.saving
        return (saving.draft.draft_id, saving.name) if saving.draft is not None else (saving.name,)


def _customer(typed: str) -> dict[str, str]:
    bare = "".join(char for char in typed if char not in " -+")
    if not bare:
        return {}
    return {"phone": typed} if bare.isdecimal() and len(bare) <= _PHONE_LONGEST else {"id_no": typed}
