"""The members' training record."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE drill_attempts ( "order" INTEGER NOT NULL, member_id TEXT NOT NULL, drill_id TEXT NOT NULL, level
    TEXT NOT NULL, saying INTEGER NOT NULL, level_right BOOLEAN NOT NULL, saying_right BOOLEAN NOT NULL, at BIGINT
    NOT NULL, PRIMARY KEY ("order") )
    """,
    """
    CREATE INDEX drill_attempts_member ON drill_attempts (member_id, "order")
    """,
)


def upgrade() -> None:
    """Create the table and its index."""
    for statement in STATEMENTS:
        op.execute(statement)
