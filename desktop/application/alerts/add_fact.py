"""Add a later fact to an alert that was already submitted; what was sent before is never changed."""

from __future__ import annotations

from desktop.application.alerts.supplementing import QueueLine


class AddFact(QueueLine):
    """Queue a fact as the alert's next supplement; returns its number."""

    kind = "fact"
