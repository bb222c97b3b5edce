"""Tables about the alliance and the desk's people; private to storage. Column names are the records' field names."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table, Text

from station.adapters.storage.sealing import SEALED
from station.adapters.storage.types import Json, Moment

metadata = MetaData()

meta = Table("meta", metadata, Column("name", String(40), primary_key=True), Column("value", Text, nullable=False))
counters = Table(
    "counters", metadata, Column("name", String(20), primary_key=True), Column("value", BigInteger, nullable=False)
)
merchants = Table(
    "merchants",
    metadata,
    Column("merchant_id", String(40), primary_key=True),
    Column("name", String(100), nullable=False),
    Column("trade", String(20), nullable=False),
    Column("address", String(200), nullable=False),
    Column("phone", String(40), nullable=False),
    Column("created_at", Moment, nullable=False),
)
members = Table(
    "members",
    metadata,
    Column("member_id", String(40), primary_key=True),
    Column("merchant_id", ForeignKey("merchants.merchant_id"), nullable=False, index=True),
    Column("name", Text, nullable=False, info=SEALED),
    Column("role", String(40), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("activation_hash", String(64), nullable=False),
    Column("activation_expires_at", Moment, nullable=False),
    Column("activation_tries", Integer, nullable=False),
    Column("jwk", Json),
    Column("key_thumbprint", String(64), unique=True),
    Column("activated_at", Moment),
    Column("disabled_at", Moment),
)
terminals = Table(
    "terminals",
    metadata,
    Column("terminal_id", String(40), primary_key=True),
    Column("merchant_id", ForeignKey("merchants.merchant_id"), nullable=False, index=True),
    Column("name", String(100), nullable=False),
    Column("jwk", Json, nullable=False),
    Column("key_thumbprint", String(64), nullable=False, unique=True),
    Column("enrolled_at", Moment, nullable=False),
    Column("last_receipt_sha256", String(64)),
    Column("revoked_at", Moment),
    Column("revoke_reason", String(200)),
)
enrolment_codes = Table(
    "enrolment_codes",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("prefix", String(8), nullable=False, index=True),
    Column("merchant_id", ForeignKey("merchants.merchant_id"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("used_by_thumbprint", String(64)),
    Column("terminal_id", String(40)),
)
attempts = Table(
    "attempts",
    metadata,
    Column("scope", String(120), primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("since", Moment, nullable=False),
    Column("locked_until", Moment),
)
nonces = Table(
    "nonces",
    metadata,
    Column("keyid", String(64), primary_key=True),
    Column("nonce", String(64), primary_key=True),
    Column("seen_at", Moment, nullable=False, index=True),
)
officers = Table(
    "officers",
    metadata,
    Column("officer_id", String(40), primary_key=True),
    Column("username", String(40), nullable=False, unique=True),
    Column("name", String(60), nullable=False),
    Column("roles", Json, nullable=False),
    Column("unit", String(60), nullable=False),
    Column("password_hash", String(200), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("totp_sealed", LargeBinary),
    Column("totp_last_step", BigInteger, nullable=False),
    Column("disabled_at", Moment),
)
sessions = Table(
    "sessions",
    metadata,
    Column("session_hash", String(64), primary_key=True),
    Column("officer_id", ForeignKey("officers.officer_id"), nullable=False),
    Column("csrf", String(64), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("last_seen_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
)
audit = Table(
    "audit",
    metadata,
    Column("audit_no", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("actor", String(60), nullable=False),
    Column("action", String(60), nullable=False),
    Column("subject", String(120), nullable=False),
    Column("before_revision", Integer),
    Column("after_revision", Integer),
    Column("detail", Json, nullable=False),
    Column("prev_hash", String(64), nullable=False),
    Column("row_hash", String(64), nullable=False),
)
bulletins = Table(
    "bulletins",
    metadata,
    Column("bulletin_id", String(40), primary_key=True),
    Column("title", String(100), nullable=False),
    Column("text", Text, nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("officer_id", String(40), nullable=False),
    Column("trade", String(20)),
    Column("area", String(100)),
    Column("seq", BigInteger, nullable=False),
    Column("extra", Json, nullable=False),
)
retired_keys = Table(
    "retired_keys",
    metadata,
    Column("key_thumbprint", String(64), primary_key=True),
    Column("owner", String(60), nullable=False, index=True),
    Column("jwk", Json, nullable=False),
    Column("retired_at", Moment, nullable=False),
    Column("successor", String(64), nullable=False),
)
bundles = Table(
    "bundles",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("jws", Text, nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("officer_id", String(40), nullable=False),
)
