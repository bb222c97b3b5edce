"""Everything the settings show of the shop, and what the shop itself notes beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from desktop.application.care_models import Contacts, ShopFacts
from desktop.application.care_port import CareStore
from desktop.application.changes import Kind, Outcome, changed
from desktop.application.ports import ReadSide
from desktop.application.read_models import ShopInfo
from desktop.domain.member.fingerprint import fingerprint_of

CONTACTS = "care/contacts"
LONGEST = 100


class ReadShopFacts:
    """Return the shop with terminal, station and contacts; None before enrolment."""

    def __init__(self, *, reads: ReadSide, store: CareStore, shop: Callable[[], ShopInfo | None]) -> None:
        self._reads = reads
        self._store = store
        self._shop = shop

    def __call__(self) -> ShopFacts | None:
        """Read it. StorageFailed."""
        shown, shop = self._shop(), self._reads.shop()
        if shown is None or shop is None:
            return None
        return ShopFacts(
            shop=shown,
            terminal_name=shop.terminal_name,
            enrolled_at=shop.enrolled_at,
            fingerprint=fingerprint_of(shop.station_jwks),
            held=self._reads.outbox().held,
            contacts=_contacts(self._store.get(CONTACTS)),
        )


class SaveContacts:
    """Keep what the shop notes about whom to ask."""

    def __init__(self, *, store: CareStore) -> None:
        self._store = store

    def __call__(self, contacts: Contacts) -> Outcome[None]:
        """Save it, each text at most 100 characters. StorageFailed."""
        self._store.put(CONTACTS, {name: text.strip()[:LONGEST] for name, text in asdict(contacts).items()})
        return Outcome(None, changed(Kind.SHOP))


def _contacts(said: object) -> Contacts:
    values = said if isinstance(said, dict) else {}
    return Contacts(**{name: str(values.get(name, "")) for name in ("unit", "channel", "phone")})
