"""Turning the database's errors into the kinds the product knows; never with a value or a statement inside."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from desktop.adapters.storage.driver_failures import driver_failures, reason_of
from desktop.application.errors import StorageFailed


@contextmanager
def storage_failures() -> Iterator[None]:
    """Raise StorageFailed for what the disk or the database file did; let faults of ours through."""
    try:
        with driver_failures():
            yield
    except DBAPIError as error:
        reason = reason_of(error.orig)
        if reason is None:
            raise
        raise StorageFailed(reason) from None
