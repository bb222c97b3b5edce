"""The depot's part of a checklist: the parcel at hand, the three duties, the density aid; all of it kept with the draft."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.application.courier.scan_waybill import Scanned
from desktop.domain.alert.fields import COURIER
from desktop.domain.courier.recipient import RecipientSeen
from desktop.domain.courier.waybill import clean_waybill
from desktop.ui.pages.checklist.sections import Part
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import error_words
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.checklist.model import LANE, ChecklistViewModel
from desktop.ui.viewmodels.courier.words import carrier_words, seen_words
from desktop.ui.viewmodels.drafts.unsaved import Begun
from desktop.ui.viewmodels.records.format import day_time
from desktop.ui.widgets.courier.density_aid import DensityAid
from desktop.ui.widgets.courier.duty_strip import AcceptanceEnd, DutyStrip
from desktop.ui.widgets.courier.parcel_card import PEOPLE, ParcelCard
from redflags import Answer

ACCEPTANCE: Final = "courier_acceptance"
SEEN_FACT: Final = "recipient_seen_senders_7d"
MATCHING: Final = {ACCEPTANCE: "c-same-recipient", "courier_delivery": "d-multi-senders"}
"""The question that the count of senders answers, by setting."""
WEIGHT_QUESTION: Final = "c-weight-off"
PAUSE_MS: Final = 500
HEAVIEST_G: Final = 100_000


class ChecklistCourier(QObject):
    """Joins the aids with the draft; what is counted comes from saved parcels, so it is asked after each save."""

    def __init__(self, context: UiContext, model: ChecklistViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._model = context, model
        self.card: ParcelCard | None = None
        self.duties: DutyStrip | None = None
        self.density: DensityAid | None = None
        self.end: AcceptanceEnd | None = None
        self._scanned = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_up)

    def make(self) -> tuple[list[Part], list[Part]]:
        """Return what stands above the questions and what below them; nothing for other trades."""
        self.card = self.duties = self.density = self.end = None
        setting = self._model.definition.setting if self._model.definition else ""
        if setting not in COURIER:
            return [], []
        # Only at acceptance does the sender stand at the counter; at delivery the person is who collects.
        people = PEOPLE if setting == ACCEPTANCE else PEOPLE[:2] if setting in MATCHING else ()
        self.card = ParcelCard(people, channels=setting not in MATCHING)
        self.card.edited.connect(self._on_edited)
        self.card.agreed.connect(lambda: self._answer(MATCHING.get(setting, ""), "yes"))
        self.card.channels_asked.connect(self._show_channels)
        above: list[QWidget] = [self.card]
        below: list[Part] = []
        if setting == ACCEPTANCE:
            self.duties, self.end = DutyStrip(), AcceptanceEnd()
            for strip in (self.duties, self.end):
                strip.edited.connect(self._on_duty)
            self.density = DensityAid(self._context.services.courier.densities())
            self.density.edited.connect(self._model.set_detail)
            self.density.weighed.connect(self._on_weighed)
            self.density.agreed.connect(lambda answer: self._answer(WEIGHT_QUESTION, answer))
            above.append(self.duties)
            below.append(Part(":density", self.tr("称一称"), (self.density,)))
            below.append(Part(":end", self.tr("怎么办了"), (self.end,)))
        self._show()
        scanned, self._scanned = self._scanned, ""
        if scanned:
            self.take_waybill(scanned)
        return [Part(":parcel", self.tr("这一件"), tuple(above))], below

    @property
    def looking(self) -> bool:
        """Tell whether a pause in typing is waited for."""
        return self._pause.isActive()

    def wait_for(self, number: str) -> None:
        """Take a number as soon as the checklist is there."""
        self._scanned = number

    def take_waybill(self, number: str) -> bool:
        """Put a scanned number into the draft; False when this checklist has no place for one."""
        if self.card is None:
            return False
        before = self._model.details.get("waybill_no", "")
        self._on_edited("waybill_no", clean_waybill(number))
        self._show()
        if before and before != clean_waybill(number):
            begun, place = self._model.saving.begun, self._model.place() or {}
            self._context.navigator.toast(
                self.tr("已换成刚扫的运单号"), undo=lambda: self._put_back(before, begun, place), tone="warn"
            )
        else:
            self._context.navigator.toast(self.tr("运单号已填入"))
        return True

    def _put_back(self, number: str, begun: Begun, place: dict[str, object]) -> None:
        """Back into the parcel it was taken from: when another is shown by now, that one is left alone and this one shown."""
        model = self._model
        same = begun is model.saving.begun or (
            begun.draft and model.draft and begun.draft.draft_id == model.draft.draft_id
        )
        if same and self.card is not None:
            self._on_edited("waybill_no", number)
            self._show()
            return
        if begun.draft is not None:
            place = {"draft_id": begun.draft.draft_id}
        self._context.navigator.go("checklist", **place, waybill=number)

    def _show(self) -> None:
        for part in (self.card, self.duties, self.density, self.end):
            if part is not None:
                part.show_details(self._model.details)
        if any(self._model.details.get(key) for key in ("waybill_no", *PEOPLE)):
            self._look_up()

    def _on_edited(self, key: str, text: str) -> None:
        self._model.set_detail(key, text)
        if key == "waybill_no":
            self._model.set_detail("courier_code", "")
        self._pause.start()

    def _on_duty(self, key: str, value: str) -> None:
        self._model.set_detail(key, value)
        for strip in (self.duties, self.end):
            if strip is not None:
                strip.show_details(self._model.details)

    def _on_weighed(self, grams: float) -> None:
        known = 1 <= grams <= HEAVIEST_G
        self._model.set_tx("measured_weight_g", round(grams, 3) if known else None, typing=True)

    def _answer(self, item: str, answer: str) -> None:
        if item:
            self._model.answer(item, Answer(answer))

    def _look_up(self) -> None:
        self._pause.stop()
        card = self.card
        if card is None:
            return
        number = self._model.details.get("waybill_no", "")
        if number:
            self._scan(card, number)
        else:
            card.show_waybill("", warn=False)
        if self._model.definition is not None and self._model.definition.setting in MATCHING:
            self._model.when_saved(lambda _draft_id: self._count(card))

    def _scan(self, card: ParcelCard, number: str) -> None:
        own = self._model.draft.alert_id if self._model.draft else ""
        scan = self._context.services.courier.scan
        self._context.tasks.run(
            lambda: scan(number, own), lambda found: self._on_scanned(card, found), self._on_failed, owner=card
        )

    def _on_scanned(self, card: ParcelCard, found: Scanned) -> None:
        if card is not self.card or found.number != clean_waybill(self._model.details.get("waybill_no", "")):
            return
        words = carrier_words(found, language().code)
        own = self._model.draft.alert_id if self._model.draft else ""
        others = [match for match in found.matches if match.alert_id != own]
        if others:
            when = day_time(others[0].at, self._context.now(), language().code)
            words = self.tr("{when} 已经登过这个单号，请核对。").format(when=when) + words
        card.show_waybill(words, warn=bool(others) or found.sureness == "unusual")
        if found.carrier and found.sureness == "likely":
            self._model.set_detail("courier_code", found.carrier)

    def _count(self, card: ParcelCard) -> None:
        draft, details, seen = self._model.draft, self._model.details, self._context.services.courier.seen
        if draft is None or not (details.get("recipient_phone") or details.get("recipient_address")):
            card.show_seen("", offer=False)
            return
        self._context.tasks.run(
            lambda: seen(draft.alert_id),
            lambda found: self._on_seen(card, found),
            self._on_failed,
            owner=card,
            lane=LANE,
        )

    def _on_seen(self, card: ParcelCard, found: RecipientSeen) -> None:
        definition = self._model.definition
        if card is not self.card or definition is None:
            return
        if found.parcels:
            self._model.set_tx(SEEN_FACT, found.senders)
        answered = self._model.answers.get(MATCHING[definition.setting]) is Answer.YES
        card.show_seen(seen_words(found, language().code), offer=found.many and not answered)

    def _show_channels(self) -> None:
        self._context.navigator.go("channels", carrier=self._model.details.get("courier_code", ""))

    def _on_failed(self, error: Exception) -> None:
        words = error_words(error, "en" if language().code == "en" else "zh")
        self._context.navigator.toast(words.sentence, tone="warn")
