"""Rows about the alliance: who may report, from which computer. Field names are the column names."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Merchant:
    """A shop, depot, branch or group that takes part."""

    merchant_id: str
    name: str
    trade: str
    address: str
    phone: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a merchant; has a key of their own once activated."""

    member_id: str
    merchant_id: str
    name: str
    role: str
    created_at: datetime
    activation_hash: str
    activation_expires_at: datetime
    activation_tries: int = 0
    jwk: dict[str, Any] | None = None
    key_thumbprint: str | None = None
    activated_at: datetime | None = None
    disabled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Terminal:
    """An enrolled computer; `last_receipt_sha256` is the end of its receipt chain."""

    terminal_id: str
    merchant_id: str
    name: str
    jwk: dict[str, Any]
    key_thumbprint: str
    enrolled_at: datetime
    last_receipt_sha256: str | None = None
    revoked_at: datetime | None = None
    revoke_reason: str | None = None


@dataclass(frozen=True, slots=True)
class EnrolmentCode:
    """A one-time code; only its keyed hash is kept."""

    code_hash: str
    prefix: str
    merchant_id: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None = None
    used_by_thumbprint: str | None = None
    terminal_id: str | None = None


@dataclass(frozen=True, slots=True)
class Attempts:
    """Wrong tries counted against a scope such as `code-prefix:ABCD` or `officer:wang`."""

    scope: str
    tries: int
    since: datetime
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Nonce:
    """A nonce seen on a signed POST."""

    keyid: str
    nonce: str
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Officer:
    """A person who signs in at the duty desk; `roles` of duty, approver, finance, admin, auditor."""

    officer_id: str
    username: str
    name: str
    roles: list[str]
    unit: str
    password_hash: str
    created_at: datetime
    totp_sealed: bytes | None = None
    totp_last_step: int = 0
    disabled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A desk session; only a hash of the cookie is kept."""

    session_hash: str
    officer_id: str
    csrf: str
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One change by a person; `row_hash` covers the row and `prev_hash`, so an edited row breaks the chain."""

    audit_no: int
    at: datetime
    actor: str
    action: str
    subject: str
    before_revision: int | None
    after_revision: int | None
    detail: dict[str, Any]
    prev_hash: str
    row_hash: str


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A notice to a trade or to everybody."""

    bulletin_id: str
    title: str
    text: str
    issued_at: datetime
    officer_id: str
    trade: str | None = None
    area: str | None = None
    seq: int = 0
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RetiredKey:
    """A key that was replaced: `owner` is `terminal:ID` or `member:ID`, `successor` the thumbprint that took its place."""

    key_thumbprint: str
    owner: str
    jwk: dict[str, Any]
    retired_at: datetime
    successor: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """A published bundle of checklists and material; `jws` is what terminals get, byte for byte."""

    version: int
    jws: str
    issued_at: datetime
    expires_at: datetime
    officer_id: str
