"""Join this PC to its shop with a one-time code from the duty desk."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import AlreadyEnrolled, ForeignStation, InvalidInput, OtherShop, StationRefused
from desktop.application.ports import Begin, Clock, Keys, UnitOfWork
from desktop.application.read_models import FieldProblem, ShopInfo
from desktop.application.station_port import Enrolment, StationAddress, StationConnector
from desktop.domain.member.fingerprint import fingerprint_of
from desktop.domain.member.member import Member
from desktop.domain.member.shop import EnrolmentAttempt, Merchant, Shop

CODE_ALPHABET = frozenset("ABCDEFGHJKLMNPQRSTUVWXYZ23456789")
CODE_LENGTH = 8
LONGEST_NAME = 60
NEEDS_ENROLMENT = ("terminal-revoked", "unknown-key")
"""Why the station may refuse this terminal for good: only a new enrolment helps."""


class Enrol:
    """Exchange the code for a shop; the terminal's key is made and kept before the station is asked.

    A lost answer costs nothing: the same code typed again is sent with the same key, and the station answers the same.
    A PC whose terminal the desk revoked is enrolled again for the same shop: members keep their keys, and what waits is sent.
    """

    def __init__(self, *, begin: Begin, connect: StationConnector, clock: Clock, keys: Keys) -> None:
        self._begin = begin
        self._connect = connect
        self._clock = clock
        self._keys = keys

    def __call__(self, station_url: str, code: str, terminal_name: str, fingerprint: str = "") -> Outcome[ShopInfo]:
        """Enrol this profile; a `fingerprint` that was compared must be that of the keys that answer.

        Raises InvalidInput, AlreadyEnrolled, OtherShop, ForeignStation, StationUnreachable, StationRefused.
        """
        url, plain, name = station_url.strip().rstrip("/"), _plain_code(code), terminal_name.strip()
        _check(url, plain, name)
        attempt = self._attempt(url, plain, name)
        try:
            answer = self._connect(StationAddress(url, attempt.terminal_key)).enrol(plain, attempt.terminal_name)
        except StationRefused:
            self._forget_attempt()
            raise
        if fingerprint and fingerprint != fingerprint_of(answer.station_jwks):
            raise ForeignStation
        kinds = changed(Kind.SHOP, Kind.MEMBERS, Kind.CONNECTION, Kind.OUTBOX)
        return Outcome(self._keep(attempt, answer), kinds)

    def _attempt(self, url: str, code: str, name: str) -> EnrolmentAttempt:
        with self._begin() as work:
            if not _may_enrol(work):
                raise AlreadyEnrolled
            known = work.members.attempt()
            if known is not None and (known.station_url, known.code) == (url, code):
                return known
            attempt = EnrolmentAttempt(url, code, name, self._clock.now(), self._keys.generate())
            work.members.put_attempt(attempt)
            work.commit()
            return attempt

    def _forget_attempt(self) -> None:
        with self._begin() as work:
            work.members.put_attempt(None)
            work.commit()

    def _keep(self, attempt: EnrolmentAttempt, answer: Enrolment) -> ShopInfo:
        shop = Shop(
            merchant=Merchant(answer.merchant_id, answer.merchant_name, answer.trade, answer.address, answer.phone),
            terminal_id=answer.terminal_id,
            terminal_name=attempt.terminal_name,
            station_id=answer.station_id,
            station_name=answer.station_name,
            station_url=attempt.station_url,
            station_jwks=answer.station_jwks,
            enrolled_at=self._clock.now(),
            terminal_key=attempt.terminal_key,
        )
        with self._begin() as work:
            if not _may_enrol(work):
                raise AlreadyEnrolled
            before = work.members.shop()
            if before is not None and before.merchant.merchant_id != shop.merchant.merchant_id:
                raise OtherShop
            if before is not None:
                shop = replace(shop, former_terminals=(before.terminal_id, *before.former_terminals))
            work.members.put_shop(shop)
            _put_members(work, answer)
            work.members.put_next_key(None)
            work.members.put_former_keys(())
            work.members.put_attempt(None)
            work.outbox.release()
            work.commit()
        return ShopInfo.of(shop)


def _may_enrol(work: UnitOfWork) -> bool:
    """Whether this profile belongs to no shop, or to one whose station takes nothing from this terminal any more."""
    shop = work.members.shop()
    return shop is None or shop.revoked is not None or work.outbox.held() in NEEDS_ENROLMENT


def _put_members(work: UnitOfWork, answer: Enrolment) -> None:
    known = {member.member_id: member for member in work.members.all()}
    for position, said in enumerate(answer.members):
        member = known.pop(said.member_id, Member(said.member_id, said.name, said.role))
        retired = said.key_thumbprint != member.key_thumbprint
        work.members.put(
            replace(
                member,
                name=said.name,
                role=said.role,
                position=position,
                station_active=said.active,
                listed=True,
                key_thumbprint=said.key_thumbprint,
                # Another key speaks for this member now: what ours signs would be refused.
                wrapped_key=None if retired else member.wrapped_key,
            )
        )
    for member in known.values():
        work.members.put(replace(member, listed=False))


def _plain_code(code: str) -> str:
    return "".join(character for character in code.upper() if character not in " -–—\t\u3000")


def _check(url: str, code: str, name: str) -> None:
    problems = []
    if not url:
        problems.append(
            FieldProblem(
                "station_url",
                "required",
                "「服务地址」是空的：请填写值班台给的网址。",
                '"Service address" is empty: enter the address the duty desk gave you.',
            )
        )
    if len(code) != CODE_LENGTH or not set(code) <= CODE_ALPHABET:
        problems.append(
            FieldProblem(
                "code",
                "bad-code",
                "「登记码」应为 8 位字母和数字（没有 I、O、0、1），形如 ABCD-2345：请照值班台给的重新输入。",
                '"Enrolment code" must be 8 letters and digits (no I, O, 0 or 1) such as ABCD-2345: type it again as given.',
            )
        )
    if not 0 < len(name) <= LONGEST_NAME:
        problems.append(
            FieldProblem(
                "terminal_name",
                "bad-length",
                f"「这台电脑的名字」应为 1 到 {LONGEST_NAME} 个字：请写一个能认出这台电脑的名字。",
                f'"Name of this PC" must have 1 to {LONGEST_NAME} characters: give it a name people recognise.',
            )
        )
    if problems:
        raise InvalidInput(tuple(problems))
