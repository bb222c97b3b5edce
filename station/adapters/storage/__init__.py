"""The database behind the Store port: one group-commit writer, many snapshot readers."""

from station.adapters.storage.store import SqlStore, create_database, open_store, upgrade_database
from station.adapters.storage.writer import GroupCommitWriter

__all__ = ["GroupCommitWriter", "SqlStore", "create_database", "open_store", "upgrade_database"]
