"""The first schema, as plain statements so that later changes of the tables cannot change it."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE alerts ( alert_id VARCHAR NOT NULL, setting TEXT NOT NULL, level TEXT NOT NULL, track TEXT NOT
    NULL, computed_level TEXT NOT NULL, member_id TEXT, created_at BIGINT NOT NULL, observed_at BIGINT NOT NULL,
    body BLOB NOT NULL, sha256 TEXT NOT NULL, summary TEXT NOT NULL, narrative TEXT NOT NULL, amount_fen INTEGER,
    silent BOOLEAN NOT NULL, urgent BOOLEAN NOT NULL, compliance TEXT NOT NULL, PRIMARY KEY (alert_id) )
    """,
    """
    CREATE TABLE bulletins ( bulletin_id VARCHAR NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, trade TEXT NOT
    NULL, area TEXT NOT NULL, issued_at BIGINT NOT NULL, seq INTEGER NOT NULL, read_at BIGINT, PRIMARY KEY
    (bulletin_id) )
    """,
    """
    CREATE TABLE case_steps ( alert_id TEXT NOT NULL, revision INTEGER NOT NULL, state TEXT NOT NULL, unit TEXT
    NOT NULL, text TEXT NOT NULL, at BIGINT NOT NULL, ack BOOLEAN NOT NULL, effects TEXT NOT NULL, PRIMARY KEY
    (alert_id, revision) )
    """,
    """
    CREATE TABLE cases ( alert_id VARCHAR NOT NULL, revision INTEGER NOT NULL, state TEXT NOT NULL, unit TEXT NOT
    NULL, text TEXT NOT NULL, at BIGINT NOT NULL, acked_at BIGINT, accepted BOOLEAN NOT NULL, effects TEXT NOT
    NULL, PRIMARY KEY (alert_id) )
    """,
    """
    CREATE TABLE checklists ( setting TEXT NOT NULL, version INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY
    (setting, version) )
    """,
    """
    CREATE TABLE closings ( alert_id VARCHAR NOT NULL, draft TEXT NOT NULL, how TEXT NOT NULL, reason TEXT NOT
    NULL, closed_at BIGINT NOT NULL, closed_by TEXT, level TEXT NOT NULL, track TEXT NOT NULL, compliance TEXT NOT
    NULL, PRIMARY KEY (alert_id) )
    """,
    """
    CREATE TABLE drafts ( draft_id VARCHAR NOT NULL, alert_id VARCHAR NOT NULL, setting TEXT NOT NULL,
    checklist_version INTEGER NOT NULL, member_id TEXT, started_at BIGINT NOT NULL, saved_at BIGINT NOT NULL,
    answers TEXT NOT NULL, tx TEXT NOT NULL, ctx TEXT NOT NULL, details TEXT NOT NULL, discarded_at BIGINT,
    PRIMARY KEY (draft_id), UNIQUE (alert_id) )
    """,
    """
    CREATE TABLE facts ( name VARCHAR NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name) )
    """,
    """
    CREATE TABLE feed_events ( epoch TEXT NOT NULL, seq INTEGER NOT NULL, type TEXT NOT NULL, alert_id TEXT, at
    BIGINT NOT NULL, raw TEXT NOT NULL, PRIMARY KEY (epoch, seq) )
    """,
    """
    CREATE TABLE instructions ( instruction_id VARCHAR NOT NULL, alert_id VARCHAR NOT NULL, revision INTEGER NOT
    NULL, text TEXT NOT NULL, unit TEXT NOT NULL, urgent BOOLEAN NOT NULL, replies TEXT NOT NULL, at BIGINT NOT
    NULL, seq INTEGER NOT NULL, is_question BOOLEAN NOT NULL, seen_at BIGINT, replied TEXT, PRIMARY KEY
    (instruction_id) )
    """,
    """
    CREATE INDEX instructions_at ON instructions (at)
    """,
    """
    CREATE INDEX ix_instructions_alert_id ON instructions (alert_id)
    """,
    """
    CREATE TABLE members ( member_id VARCHAR NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, position INTEGER
    NOT NULL, station_active BOOLEAN NOT NULL, listed BOOLEAN NOT NULL, key_thumbprint TEXT, wrapped_key BLOB,
    pending_key BLOB, wrong_tries INTEGER NOT NULL, locks INTEGER NOT NULL, locked_until BIGINT, PRIMARY KEY
    (member_id) )
    """,
    """
    CREATE TABLE read_receipts ( epoch TEXT NOT NULL, seq INTEGER NOT NULL, shown_at BIGINT NOT NULL, member_id
    TEXT, PRIMARY KEY (epoch, seq) )
    """,
    """
    CREATE TABLE records ( "order" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, alert_id VARCHAR NOT NULL, setting
    TEXT NOT NULL, level TEXT NOT NULL, track TEXT NOT NULL, summary TEXT NOT NULL, amount_fen INTEGER, created_at
    BIGINT NOT NULL, delivery TEXT NOT NULL, case_state TEXT, case_text TEXT NOT NULL, silent BOOLEAN NOT NULL,
    reward_state TEXT, refused_code TEXT, waiting BOOLEAN NOT NULL, open BOOLEAN NOT NULL, reward_member TEXT,
    closed BOOLEAN NOT NULL, accepted BOOLEAN NOT NULL, loss_prevented_fen INTEGER NOT NULL, UNIQUE (alert_id) )
    """,
    """
    CREATE INDEX records_closed ON records ("order") WHERE closed IS 1
    """,
    """
    CREATE INDEX records_found ON records ("order", waiting, open, closed, reward_member)
    """,
    """
    CREATE INDEX records_month ON records (created_at, accepted, loss_prevented_fen, delivery)
    """,
    """
    CREATE INDEX records_open ON records ("order") WHERE open IS 1
    """,
    """
    CREATE INDEX records_reward ON records (reward_member, "order") WHERE reward_member IS NOT NULL
    """,
    """
    CREATE INDEX records_setting ON records (setting, "order", waiting, open, closed, reward_member)
    """,
    """
    CREATE INDEX records_waiting ON records ("order") WHERE waiting IS 1
    """,
    """
    CREATE TABLE rewards ( reward_id VARCHAR NOT NULL, alert_id VARCHAR NOT NULL, member_id VARCHAR NOT NULL, kind
    TEXT NOT NULL, state TEXT NOT NULL, amount_fen INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL,
    revision INTEGER NOT NULL, at BIGINT NOT NULL, history TEXT NOT NULL, claim_by BIGINT, PRIMARY KEY (reward_id)
    )
    """,
    """
    CREATE INDEX ix_rewards_alert_id ON rewards (alert_id)
    """,
    """
    CREATE INDEX ix_rewards_member_id ON rewards (member_id)
    """,
    """
    CREATE TABLE outbox ( "order" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, alert_id VARCHAR NOT NULL, n INTEGER
    NOT NULL, urgent BOOLEAN NOT NULL, queued_at BIGINT NOT NULL, next_attempt_at BIGINT NOT NULL, state TEXT NOT
    NULL, attempts INTEGER NOT NULL, lease_owner TEXT, lease_until BIGINT, refused_code TEXT, refused_detail TEXT
    NOT NULL, refused_detail_zh TEXT NOT NULL, UNIQUE (alert_id, n), FOREIGN KEY(alert_id) REFERENCES alerts
    (alert_id) )
    """,
    """
    CREATE INDEX outbox_refused ON outbox (alert_id) WHERE state = 'refused'
    """,
    """
    CREATE INDEX outbox_to_send ON outbox (urgent DESC, "order") WHERE state IN ('queued', 'sending')
    """,
    """
    CREATE TABLE supplements ( alert_id VARCHAR NOT NULL, n INTEGER NOT NULL, kind TEXT NOT NULL, made_at BIGINT
    NOT NULL, member_id TEXT, body BLOB NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL, in_reply_to TEXT,
    reply_code TEXT, PRIMARY KEY (alert_id, n), FOREIGN KEY(alert_id) REFERENCES alerts (alert_id) )
    """,
    """
    CREATE TABLE receipts ( alert_id TEXT NOT NULL, n INTEGER NOT NULL, sha256 TEXT NOT NULL, epoch TEXT NOT NULL,
    seq INTEGER NOT NULL, received_at BIGINT NOT NULL, compact TEXT NOT NULL, PRIMARY KEY (alert_id, n), FOREIGN
    KEY(alert_id, n) REFERENCES outbox (alert_id, n) )
    """,
    """
    CREATE VIRTUAL TABLE records_fts USING fts5(grams, content='', contentless_delete=1, tokenize='unicode61')
    """,
)


def upgrade() -> None:
    """Create every table and index."""
    for statement in STATEMENTS:
        op.execute(statement)
