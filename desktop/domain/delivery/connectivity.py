"""Whether the station answered last time; shared by the senders and the screen, kept in memory only."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """What is known of the line now; `online` None means not tried since the start."""

    online: bool | None = None
    last_contact_at: datetime | None = None


class Connectivity:
    """The latest `Contact`, safe to read and write from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._contact = Contact()

    @property
    def contact(self) -> Contact:
        """Return the latest contact."""
        return self._contact

    def answered(self, at: datetime) -> bool:
        """Note that the station answered; True when this changes what the screen shows."""
        with self._lock:
            was, self._contact = self._contact, Contact(True, at)
        return was.online is not True

    def silent(self) -> bool:
        """Note that the station gave no usable answer; True when this changes what the screen shows."""
        with self._lock:
            was, self._contact = self._contact, Contact(False, self._contact.last_contact_at)
        return was.online is not False
