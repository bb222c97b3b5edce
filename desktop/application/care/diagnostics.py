"""The diagnostics file: how this program and profile are, for whoever helps; nothing of a person, an alert or an amount."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from desktop.application.care_models import BackupState, ClerkRow, NetworkSettings, StorageReport
from desktop.application.care_port import CareStore, LogTail, Versions
from desktop.application.ports import Clock, ReadSide
from desktop.application.read_models import Preferences

LOG_LINES = 200


class WriteDiagnostics:
    """Gather versions, counts, ages and settings, member by member only as numbers; the log's lines are masked already."""

    def __init__(
        self,
        *,
        versions: Versions,
        reads: ReadSide,
        store: CareStore,
        storage: Callable[[], StorageReport],
        clerks: Callable[[], tuple[ClerkRow, ...]],
        backups: Callable[[], BackupState],
        network: Callable[[], NetworkSettings],
        preferences: Callable[[], Preferences],
        log: LogTail,
        clock: Clock,
    ) -> None:
        self._versions = versions
        self._reads = reads
        self._store = store
        self._storage = storage
        self._clerks = clerks
        self._backups = backups
        self._network = network
        self._preferences = preferences
        self._log = log
        self._clock = clock

    def __call__(self) -> str:
        """Return the file's text, JSON. StorageFailed."""
        said = {
            "made_at": self._clock.now().isoformat(timespec="seconds"),
            "versions": dict(self._versions()),
            "profile": self._profile(),
            "delivery": self._delivery(),
            "settings": self._settings(),
            "backups": self._backed_up(),
            "log": list(self._log(LOG_LINES)),
        }
        return json.dumps(said, ensure_ascii=False, indent=1)

    def _profile(self) -> dict[str, Any]:
        report, shop = self._storage(), self._reads.shop()
        bundle = self._reads.bundle()
        return {
            "enrolled": shop is not None,
            "revoked": shop is not None and shop.revoked is not None,
            "trade": shop.merchant.trade if shop else "",
            "station_keys": len(shop.station_jwks) if shop else 0,
            "station_scheme": urlsplit(shop.station_url).scheme if shop else "",
            "members": dict(Counter(clerk.state for clerk in self._clerks())),
            "bytes": dict(report.sizes),
            "free_bytes": report.free_bytes,
            "rows": dict(report.rows),
            "states": dict(self._store.states()),
            "wiped": dict(report.wiped),
            "wipe_due": dict(report.due),
            "retention_days": {"L2": report.retention.l2, "L3": report.retention.l3},
            "bundle": bundle.version if bundle else None,
        }

    def _delivery(self) -> dict[str, Any]:
        status = self._reads.outbox()
        return {
            "waiting": status.waiting,
            "refused": status.refused,
            "oldest_age_s": self._age(status.oldest_at),
            "online": status.online,
            "last_contact_age_s": self._age(status.last_contact_at),
            "held": status.held,
            "odd_receipts": status.odd_receipts,
        }

    def _settings(self) -> dict[str, Any]:
        kept, network = self._preferences(), self._network()
        return {
            "language": kept.language,
            "theme": kept.theme,
            "text_percent": kept.text_percent,
            "keys": dict(kept.keys),
            "hide_page": kept.hide_page,
            "lock_minutes": kept.lock_minutes,
            "network": network.mode,
            "proxy_sign_in": bool(network.user),
            "own_certificate_file": bool(network.ca_file),
        }

    def _backed_up(self) -> dict[str, Any]:
        state = self._backups()
        return {
            "automatic": state.automatic,
            "last_age_s": self._age(state.last.made_at if state.last else None),
            "drill_age_s": self._age(state.drill.at if state.drill else None),
            "failed": state.failed,
            "restored": state.restored_at is not None,
        }

    def _age(self, at: datetime | None) -> int | None:
        return None if at is None else round((self._clock.now() - at).total_seconds())
