"""Photos, the chain of receipts, and what of an alert has been wiped."""

from __future__ import annotations

import base64
import hashlib
import json

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE attachments ( alert_id TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, media_type TEXT
    NOT NULL, file TEXT NOT NULL, key BLOB, added_at BIGINT NOT NULL, next_attempt_at BIGINT NOT NULL, taken_at
    BIGINT, state TEXT NOT NULL, sent INTEGER NOT NULL, attempts INTEGER NOT NULL, refused_code TEXT, PRIMARY KEY
    (alert_id, sha256) )
    """,
    "CREATE INDEX attachments_state ON attachments (state, next_attempt_at)",
    "ALTER TABLE receipts ADD COLUMN prev TEXT",
    "ALTER TABLE receipts ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE alerts ADD COLUMN wiped TEXT NOT NULL DEFAULT ''",
)


def upgrade() -> None:
    """Add the tables and columns; the links of the receipts already here are read out of their signed text."""
    for statement in STATEMENTS:
        op.execute(statement)
    connection = op.get_bind()
    for alert_id, n, compact in connection.execute(text("SELECT alert_id, n, compact FROM receipts")).all():
        connection.execute(
            text("UPDATE receipts SET prev = :prev, digest = :digest WHERE alert_id = :alert_id AND n = :n"),
            {
                "prev": _prev(compact),
                "digest": hashlib.sha256(compact.encode()).hexdigest(),
                "alert_id": alert_id,
                "n": n,
            },
        )
    op.execute("CREATE INDEX receipts_digest ON receipts (digest)")
    op.execute("CREATE INDEX receipts_prev ON receipts (prev)")


def _prev(compact: str) -> str | None:
    try:
        payload = compact.split(".")[1]
        said = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))).get("prev")
    except (ValueError, IndexError, AttributeError):
        return None
    return said if isinstance(said, str) else None
