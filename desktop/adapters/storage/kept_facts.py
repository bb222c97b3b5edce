"""How shop and bundle stand among the profile's single values; no database library is needed to read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from desktop.domain.alert.bundle import Bundle
from desktop.domain.member.shop import Merchant, Shop

SHOP, BUNDLE = "shop", "bundle"
READ_FACT = "SELECT value FROM facts WHERE name = ?"


def shop_of(said: Mapping[str, Any]) -> Shop:
    """Return the enrolled shop."""
    rest = dict(said)
    return Shop(
        merchant=Merchant(**rest.pop("merchant")),
        enrolled_at=datetime.fromisoformat(rest.pop("enrolled_at")),
        terminal_key=bytes.fromhex(rest.pop("terminal_key")),
        station_jwks=tuple(rest.pop("station_jwks")),
        former_terminals=tuple(rest.pop("former_terminals", ())),
        **rest,
    )


def bundle_of(said: Mapping[str, Any]) -> Bundle:
    """Return the checklists the station published last."""
    return Bundle(**{**said, "expires_at": datetime.fromisoformat(said["expires_at"])})
