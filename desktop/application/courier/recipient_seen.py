"""How many different senders a recipient had lately, from the depot's own records."""

from __future__ import annotations

from desktop.application.parcel_port import Parcels
from desktop.application.ports import Clock
from desktop.domain.courier.recipient import WINDOW, RecipientSeen, count_senders


class SeenRecipient:
    """Count them for one parcel that was saved; nobody's name or number is in the answer."""

    def __init__(self, *, parcels: Parcels, clock: Clock) -> None:
        self._parcels = parcels
        self._clock = clock

    def __call__(self, alert_id: str) -> RecipientSeen:
        """Count the last seven days; StorageFailed."""
        own, earlier = self._parcels.to_same_recipient(alert_id, self._clock.now() - WINDOW)
        return count_senders(own, earlier)
