"""What one piece of police news changes in this profile; shared by the use cases that receive news."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.changes import NOTHING, Changes, Kind, changed
from desktop.application.ports import UnitOfWork
from desktop.application.station_port import (
    Bulletin,
    CaseStatus,
    FeedEvent,
    Instruction,
    MembersChanged,
    StationKeys,
    TerminalRevoked,
)
from desktop.domain.case import feed, instruction
from desktop.domain.case.case import CaseStep, Effect, advance
from desktop.domain.member.member import Member
from desktop.domain.reward.reward import Reward, newer


def apply_news(work: UnitOfWork, event: FeedEvent) -> Changes:
    """Apply one event inside the caller's transaction and return what it touched; unknown news touches nothing."""
    news = event.news
    if event.type == "checklist.version":
        # Fetched by the next round of sending, which this wakes.
        work.feed.want_bundle(wanted=True)
        return changed(Kind.OUTBOX)
    if isinstance(news, CaseStatus):
        return _case(work, event, news)
    if isinstance(news, Instruction):
        return _instruction(work, event, news)
    if isinstance(news, Reward):
        work.rewards.put(newer(work.rewards.get(news.reward_id), news))
        return changed(Kind.REWARDS)
    if isinstance(news, Bulletin):
        return _bulletin(work, event, news)
    if isinstance(news, MembersChanged):
        return _members(work, news)
    if isinstance(news, StationKeys):
        return _station_keys(work, news)
    if isinstance(news, TerminalRevoked):
        return _revoked(work, news)
    return NOTHING


def _case(work: UnitOfWork, event: FeedEvent, news: CaseStatus) -> Changes:
    # Another PC of the same shop may have sent it: its story is told there.
    if event.alert_id is None or not work.alerts.has(event.alert_id):
        return NOTHING
    effects = tuple(Effect(code, amount_fen, count) for code, amount_fen, count in news.effects)
    step = CaseStep(
        event.alert_id, news.revision, news.state, news.unit, news.text, event.at, ack=news.ack, effects=effects
    )
    known = work.cases.get(event.alert_id)
    work.cases.add_step(step)
    work.cases.put(advance(known, step))
    return changed(Kind.CASES)


def _instruction(work: UnitOfWork, event: FeedEvent, news: Instruction) -> Changes:
    if event.alert_id is None or not work.alerts.has(event.alert_id):
        return NOTHING
    known = work.cases.instruction(news.instruction_id)
    if known is not None and known.revision >= news.revision:
        return NOTHING
    work.cases.put_instruction(
        instruction.Instruction(
            instruction_id=news.instruction_id,
            alert_id=event.alert_id,
            revision=news.revision,
            text=news.text,
            unit=news.unit,
            urgent=news.urgent,
            replies=news.replies,
            at=event.at,
            seq=event.seq,
            is_question=news.is_question,
        )
    )
    return changed(Kind.INSTRUCTIONS)


def _bulletin(work: UnitOfWork, event: FeedEvent, news: Bulletin) -> Changes:
    known = work.feed.bulletin(news.bulletin_id)
    # A restored station says everything again: what was read stays read, unless the words are others now.
    same = known is not None and (known.title, known.text) == (news.title, news.text)
    read_at = known.read_at if known is not None and same else None
    said = feed.Bulletin(
        news.bulletin_id, news.title, news.text, news.trade, news.area, news.issued_at, event.seq, read_at
    )
    work.feed.put_bulletin(said)
    return changed(Kind.BULLETINS)


def _members(work: UnitOfWork, news: MembersChanged) -> Changes:
    known = {member.member_id: member for member in work.members.all()}
    for position, said in enumerate(news.members):
        member = known.pop(said.member_id, Member(said.member_id, said.name, said.role))
        retired = said.key_thumbprint is not None and said.key_thumbprint != member.key_thumbprint
        work.members.put(
            replace(
                member,
                name=said.name,
                role=said.role,
                position=position,
                station_active=said.active,
                listed=True,
                key_thumbprint=said.key_thumbprint or member.key_thumbprint,
                # The desk let another key speak for this member: what ours signs is refused from now on.
                wrapped_key=None if retired else member.wrapped_key,
            )
        )
    for member in known.values():
        work.members.put(replace(member, listed=False))
    return changed(Kind.MEMBERS)


def _station_keys(work: UnitOfWork, news: StationKeys) -> Changes:
    """Trust the new keys beside the old ones, which still sign the receipts given before."""
    shop = work.members.shop()
    if shop is None:
        return NOTHING
    known = {jwk["x"] for jwk in shop.station_jwks}
    fresh = tuple(jwk for jwk in news.jwks if jwk["x"] not in known)
    if not fresh:
        return NOTHING
    work.members.put_shop(replace(shop, station_jwks=(*shop.station_jwks, *fresh)))
    if work.outbox.held() == "foreign-station":
        work.outbox.release()
    return changed(Kind.SHOP, Kind.OUTBOX)


def _revoked(work: UnitOfWork, news: TerminalRevoked) -> Changes:
    shop = work.members.shop()
    if shop is not None:
        work.members.put_shop(replace(shop, revoked=news.reason or "revoked"))
    work.outbox.hold("terminal-revoked")
    return changed(Kind.SHOP, Kind.OUTBOX)
