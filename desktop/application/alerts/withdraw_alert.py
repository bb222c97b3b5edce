"""The clerk takes an alert back, with a reason; the case goes on until an officer closes it."""

from __future__ import annotations

from desktop.application.alerts.supplementing import QueueLine


class WithdrawAlert(QueueLine):
    """Queue the withdrawal, with its reason, as the alert's next supplement; returns its number."""

    kind = "withdrawal"
