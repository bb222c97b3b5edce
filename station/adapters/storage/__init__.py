"""The database behind the Store port: one group-commit writer, many snapshot readers."""

from station.adapters.storage.store import SqlStore, create_database, open_store
from station.adapters.storage.writer import GroupCommitWriter

__all__ = ["GroupCommitWriter", "SqlStore", "create_database", "open_store"]
