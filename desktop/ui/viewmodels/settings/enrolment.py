"""Joining the shop step by step: address, who answers there, code, result; it can be taken up again where it was cut."""

from __future__ import annotations

import socket

from PySide6.QtCore import QObject, Signal

from desktop.application.care_models import ShopFacts, StationIdentity
from desktop.application.changes import Outcome
from desktop.application.read_models import ShopInfo
from desktop.domain.member.shop import EnrolmentAttempt
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.viewmodels.settings.job import Job

ADDRESS, COMPARE, CODE, DONE = range(4)
SKEW_S = 300
"""Seconds two clocks may differ before a person is told (the station itself takes five minutes)."""


class EnrolmentViewModel(QObject):
    """Which step it is and what is known; what was typed stays in the fields whatever comes back."""

    changed = Signal()
    failed = Signal(object)  # ErrorWords
    rejected = Signal(object)  # tuple of (field, sentence)
    enrolled = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.job = Job(context, self)
        self.step = ADDRESS
        self.facts: ShopFacts | None = None
        self.identity: StationIdentity | None = None
        self.shop: ShopInfo | None = None
        self.waiting = 0
        self.attempt: EnrolmentAttempt | None = None
        self.job.failed.connect(self._on_failed)
        self.job.rejected.connect(self.rejected)
        self.job.busy_changed.connect(lambda _busy: self.changed.emit())

    @property
    def again(self) -> bool:
        """Whether this PC was enrolled before and the station no longer takes its letters."""
        return self.facts is not None and self.facts.may_enrol_again

    @property
    def joined(self) -> bool:
        """Whether all is well and nothing is to be done here."""
        return self.facts is not None and not self.facts.may_enrol_again

    @staticmethod
    def pc_name() -> str:
        """Return this PC's own name, as a proposal."""
        return socket.gethostname()[:40]

    def load(self) -> None:
        """Read what this profile belongs to and whether an enrolment is under way."""
        joining, outbox = self._context.services.care.joining, self._context.services.outbox_status

        def read() -> tuple[ShopFacts | None, EnrolmentAttempt | None, int]:
            return joining.facts(), joining.under_way(), outbox().waiting

        self.job.run(read, self._on_read, reading=True)

    def look(self, url: str) -> None:
        """Ask who is at an address."""
        joining = self._context.services.care.joining
        self.job.run(lambda: joining.look_at_station(url), self._on_seen)

    def compared(self) -> None:
        """The clerk says that the fingerprint is the station's."""
        self.step = CODE
        self.changed.emit()

    def back(self) -> None:
        """One step back."""
        self.step = max(self.step - 1, ADDRESS)
        self.changed.emit()

    def enrol(self, code: str, name: str) -> None:
        """Send the code to the station that was compared."""
        identity, joining = self.identity, self._context.services.care.joining
        if identity is not None:
            self.job.run(lambda: joining.enrol(identity.url, code, name, identity.fingerprint), self._on_enrolled)

    def skew_minutes(self) -> int:
        """Return by how many minutes this PC's clock is behind (or, negative, ahead); 0 when it is right enough."""
        skew = self.identity.skew_s if self.identity else 0.0
        return round(skew / 60) if abs(skew) >= SKEW_S else 0

    def _on_read(self, read: tuple[ShopFacts | None, EnrolmentAttempt | None, int]) -> None:
        self.facts, self.attempt, self.waiting = read
        self.changed.emit()

    def _on_seen(self, identity: StationIdentity) -> None:
        self.identity, self.step = identity, COMPARE
        self.changed.emit()

    def _on_enrolled(self, outcome: Outcome[ShopInfo]) -> None:
        self.shop, self.step, self.attempt = outcome.value, DONE, None
        self.changed.emit()
        self.enrolled.emit()

    def _on_failed(self, words: ErrorWords) -> None:
        self.failed.emit(words)
