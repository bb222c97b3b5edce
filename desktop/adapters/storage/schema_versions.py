"""The schema versions of a profile; alone in a file because the early alarm asks before alembic or SQLAlchemy is loaded."""

from __future__ import annotations

VERSIONS = ("0001", "0002", "0003", "0004", "0005")
"""Every schema version there has been, oldest first; a test compares it with the migration scripts."""
VERSION_TABLE = "alembic_version"
READ_VERSION = "SELECT version_num FROM alembic_version"
