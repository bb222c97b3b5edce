"""Reading a station's JSON: whole, bounded in depth, of the shape of the contract; anything else is not a station."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StrictBool, StrictInt, ValidationError

from desktop.application.errors import StationUnreachable
from desktop.application.station_port import StationMember

_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MAX_INT = 2**63 - 1


class Shape(BaseModel):
    """A JSON object of the contract: members this version does not know are ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)


Whole = Annotated[StrictInt, Field(ge=0, le=_MAX_INT)]
Line = Annotated[str, Field(max_length=500)]
Prose = Annotated[str, Field(max_length=20_000)]
When = Annotated[AwareDatetime, AfterValidator(lambda at: at.astimezone(UTC))]
Flag = StrictBool


class Jwk(Shape):
    """An Ed25519 public key."""

    kty: Annotated[str, Field(pattern="^OKP$")]
    crv: Annotated[str, Field(pattern="^Ed25519$")]
    x: Annotated[str, Field(min_length=43, max_length=43)]
    kid: Line | None = None


class JwkSet(Shape):
    """The keys a station signs with."""

    keys: Annotated[list[Jwk], Field(min_length=1, max_length=50)]

    def plain(self) -> tuple[dict[str, str], ...]:
        """Return the keys with only the members of the contract."""
        return tuple(key.model_dump(exclude_none=True) for key in self.keys)


class StationName(Shape):
    """A station's identity."""

    id: Annotated[str, Field(min_length=1, max_length=500)]
    name: Line


class Meta(Shape):
    """GET /meta."""

    api_versions: list[Line]
    limits: dict[Line, object] = Field(default_factory=dict)
    station: StationName
    epoch: Line
    durable_seq: Whole
    time: When
    station_jwks: JwkSet


class ListedMemberShape(Shape):
    """One member of the shop."""

    member_id: Annotated[str, Field(min_length=1, max_length=100)]
    name: Line
    role: Line
    active: Flag
    key_thumbprint: Line | None = None


class MerchantShape(Shape):
    """The shop."""

    merchant_id: Annotated[str, Field(min_length=1, max_length=100)]
    name: Line
    trade: Line
    address: Line
    phone: Line = ""


class EnrolmentShape(Shape):
    """POST /enrolments."""

    terminal_id: Annotated[str, Field(min_length=1, max_length=100)]
    station: StationName
    merchant: MerchantShape
    members: Annotated[list[ListedMemberShape], Field(max_length=500)]
    station_jwks: JwkSet


def member_of(shape: ListedMemberShape) -> StationMember:
    """Return the member a shape tells of."""
    return StationMember(shape.member_id, shape.name, shape.role, shape.active, shape.key_thumbprint)


class ActivationShape(Shape):
    """POST /members/{member_id}/activation."""

    member_id: Line
    key_thumbprint: Line
    activated_at: When


class _HaveShape(Shape):
    alert_id: Line
    have: Whole


class ReconcileShape(Shape):
    """POST /reconcile."""

    epoch: Line
    missing: Annotated[list[Line], Field(max_length=500)]
    conflicting: Annotated[list[Line], Field(max_length=500, default_factory=list)]
    supplements: Annotated[list[_HaveShape], Field(max_length=500, default_factory=list)]


class BundleAnswer(Shape):
    """GET /bundles/latest."""

    bundle: Annotated[str, Field(min_length=1)]


class BundleShape(Shape):
    """What a bundle's signature covers."""

    version: Whole
    expires_at: When
    checklists: dict[Line, object]


class TerminalKeyShape(Shape):
    """POST /terminals/{terminal_id}/key."""

    key_thumbprint: Line


class ReceiptShape(Shape):
    """PUT of an alert or supplement."""

    receipt: Annotated[str, Field(min_length=1, max_length=8_192)]


class ReceiptClaims(Shape):
    """What a receipt's signature covers."""

    alert_id: Line
    n: Whole | None = None
    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    terminal_id: Line
    member_id: Line | None = None
    station: Line
    epoch: Line
    seq: Whole
    received_at: When
    prev: Line | None = None


S = TypeVar("S", bound=Shape)


def load_json(body: bytes | str) -> object:
    """Return the value of a JSON text; `StationUnreachable("not-a-station")` when it is none, or nested out of reason."""
    try:
        text = body if isinstance(body, str) else body.decode("utf-8")
        value = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise StationUnreachable("not-a-station") from None
    # Half a surrogate pair is legal in JSON and cannot be stored as UTF-8: it would stop the feed for good.
    return _mend(value) if "\\u" in text else value


def read_shape(shape: type[S], value: object) -> S:
    """Return `value` as the given shape; `StationUnreachable("not-a-station")` when it does not fit."""
    try:
        return shape.model_validate(value)
    except ValidationError:
        # The values may be personal: none of them goes into the error.
        raise StationUnreachable("not-a-station") from None


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _mend(value: Any) -> Any:
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("�", value)
    if isinstance(value, list):
        return [_mend(item) for item in value]
    if isinstance(value, Mapping):
        return {_mend(key): _mend(item) for key, item in value.items()}
    return value


def utc_text(at: datetime) -> str:
    """Return an aware time as the contract writes it: RFC 3339 in UTC, to the microsecond."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
