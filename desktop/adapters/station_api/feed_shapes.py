"""The feed's events: the shape of each type this version knows; what it does not know is kept as it came."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import Field, ValidationError

from desktop.adapters.station_api.answers import (
    Flag,
    JwkSet,
    Line,
    ListedMemberShape,
    Prose,
    Shape,
    When,
    Whole,
    member_of,
    read_shape,
)
from desktop.adapters.station_api.reward_shapes import RewardShape
from desktop.application.station_port import (
    Bulletin,
    CaseStatus,
    FeedEvent,
    FeedPage,
    Instruction,
    MembersChanged,
    News,
    StationKeys,
    TerminalRevoked,
    UnknownNews,
)


class _Effect(Shape):
    code: Line
    amount_fen: Whole | None = None
    count: Whole | None = None


class _CaseStatus(Shape):
    state: Line
    revision: Whole
    unit: Line = ""
    text: Prose = ""
    effects: list[_Effect] = Field(default_factory=list)
    ack: Flag = False

    def news(self) -> News:
        effects = tuple((effect.code, effect.amount_fen, effect.count) for effect in self.effects)
        return CaseStatus(self.state, self.revision, self.unit, self.text, effects, self.ack)


class _Instruction(Shape):
    instruction_id: Annotated[str, Field(min_length=1, max_length=100)]
    revision: Whole
    text: Prose
    officer_unit: Line = ""
    urgent: Flag = False
    replies: list[Line] = Field(default_factory=list)

    def news(self) -> News:
        return Instruction(
            self.instruction_id, self.revision, self.text, self.officer_unit, self.urgent, tuple(self.replies)
        )


class _Question(_Instruction):
    def news(self) -> News:
        return Instruction(
            self.instruction_id, self.revision, self.text, self.officer_unit, self.urgent, tuple(self.replies), True
        )


class _RewardStep(Shape):
    reward: RewardShape

    def news(self) -> News:
        return self.reward.plain()


class _Bulletin(Shape):
    bulletin_id: Annotated[str, Field(min_length=1, max_length=100)]
    title: Line
    text: Prose
    trade: Line | None = None
    area: Line | None = None
    issued_at: When

    def news(self) -> News:
        return Bulletin(self.bulletin_id, self.title, self.text, self.trade or "", self.area or "", self.issued_at)


class _MembersChanged(Shape):
    members: Annotated[list[ListedMemberShape], Field(max_length=500)]

    def news(self) -> News:
        return MembersChanged(tuple(member_of(member) for member in self.members))


class _Revoked(Shape):
    reason: Prose = ""

    def news(self) -> News:
        return TerminalRevoked(self.reason)


class _StationKeys(Shape):
    jwks: JwkSet
    signature: Annotated[str, Field(max_length=2_000)]

    def news(self) -> News:
        return StationKeys(self.jwks.plain())


_Known = _CaseStatus | _Instruction | _RewardStep | _Bulletin | _MembersChanged | _Revoked | _StationKeys

_KNOWN: dict[str, type[_Known]] = {
    "case.status": _CaseStatus,
    "instruction": _Instruction,
    "question": _Question,
    "reward.step": _RewardStep,
    "bulletin": _Bulletin,
    "member.changed": _MembersChanged,
    "terminal.revoked": _Revoked,
    "station.keys": _StationKeys,
}
Trusted = Callable[[Mapping[str, object], str], bool]
_NEEDS_ALERT = frozenset({"case.status", "instruction", "question"})


class _Event(Shape):
    seq: Whole
    type: Annotated[str, Field(min_length=1, max_length=100)]
    alert_id: Line | None = None
    at: When
    data: object = None


class _Page(Shape):
    epoch: Line
    cursor: Annotated[str, Field(max_length=2_000)]
    events: Annotated[list[_Event], Field(max_length=10_000)]


def read_page(value: object, trusted: Trusted) -> FeedPage:
    """Return one answer of the long poll; `StationUnreachable("not-a-station")` when it is not one.

    `trusted` tells whether a detached signature over an object is by a key of this station.
    """
    page = read_shape(_Page, value)
    return FeedPage(page.epoch, page.cursor, tuple(_event(event, trusted) for event in page.events))


def _event(event: _Event, trusted: Trusted) -> FeedEvent:
    raw = json.dumps(event.data, ensure_ascii=False, separators=(",", ":"))
    return FeedEvent(event.seq, event.type, event.alert_id, event.at, _news(event, trusted), raw)


def _news(event: _Event, trusted: Trusted) -> News:
    # One event nobody can read must not hold up the ones behind it: it is kept, and means nothing here.
    known = _KNOWN.get(event.type)
    if known is None or (event.type in _NEEDS_ALERT and event.alert_id is None):
        return UnknownNews()
    try:
        shape = known.model_validate(event.data)
        if isinstance(shape, _StationKeys) and not _signed(event.data, shape.signature, trusted):
            # A key nobody we know speaks for: kept as it came, never used.
            return UnknownNews()
        return shape.news()
    except ValidationError:
        return UnknownNews()


def _signed(data: object, signature: str, trusted: Trusted) -> bool:
    jwks = data.get("jwks") if isinstance(data, dict) else None
    return isinstance(jwks, dict) and trusted(jwks, signature)
