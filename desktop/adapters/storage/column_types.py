"""Column types: times as UTC microseconds, and small structured values as JSON text."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from desktop.adapters.storage.forms import json_text_of, micros_of, time_of


class UtcTime(TypeDecorator[datetime]):
    """An aware datetime stored as integer microseconds since 1970 UTC: sorts right and never comes back naive."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuse a naive time: it would be a guess."""
        return None if value is None else micros_of(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Give the time back in UTC."""
        return None if value is None else time_of(value)


class JsonText(TypeDecorator[Any]):
    """A JSON value as text, keys in the order given."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Write compact JSON."""
        return None if value is None else json_text_of(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        """Read it back."""
        return None if value is None else json.loads(value)
