"""Everything a use case is handed: one frozen bundle of ports, built in bootstrap."""

from dataclasses import dataclass, field

from station.application.file_ports import AttachmentFiles, Pictures
from station.application.known import Known
from station.application.ports import (
    Clock,
    Contract,
    Hub,
    Ids,
    Limiter,
    Passwords,
    RequestSignatures,
    Signatures,
    Store,
    Vault,
)
from station.application.wording import Wording


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits the station publishes and enforces."""

    alert_bytes: int = 65_536
    attachment_bytes: int = 10_485_760
    attachments_per_alert: int = 5
    attachment_chunk_bytes: int = 1_048_576
    rate_per_minute: int = 600
    urgent_per_minute: int = 120
    member_per_minute: int = 300
    urgent_member_per_minute: int = 60
    enrolments_per_minute: int = 30
    feed_page: int = 100
    feed_wait_seconds: int = 25


@dataclass(frozen=True, slots=True)
class Station:
    """The ports of one running station."""

    store: Store
    hub: Hub
    clock: Clock
    ids: Ids
    vault: Vault
    signatures: Signatures
    requests: RequestSignatures
    passwords: Passwords
    contract: Contract
    limiter: Limiter
    wording: Wording
    files: AttachmentFiles
    pictures: Pictures
    limits: Limits
    station_id: str
    station_name: str
    epoch: str
    public_url: str | None = None
    known: Known = field(default_factory=Known)
