"""Give a member a key of their own on this PC, protected by a PIN only they know."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput, NotEnrolled, StationRefused, StationUnreachable
from desktop.application.ports import Begin, Keys
from desktop.application.read_models import FieldProblem
from desktop.application.session import Session
from desktop.application.station_port import StationAddress, StationConnector, address_of
from desktop.domain.member.member import Member, after_right_pin, pin_is_acceptable

BAD_PIN = FieldProblem(
    "pin", "bad-pin", "「口令」应为 4 到 8 位数字：请重新设置。", '"PIN" must be 4 to 8 digits: choose another one.'
)
NO_CODE = FieldProblem(
    "activation_code",
    "required",
    "「启用码」是空的：请输入值班台给本人的启用码。",
    '"Activation code" is empty: enter the code the duty desk gave this member.',
)


class ActivateMember:
    """Register the member's public key at the station and keep the private one wrapped by the PIN.

    Until the station has answered the key waits unwrapped in the encrypted database, so that a lost answer can be asked for
    again with any PIN.
    """

    def __init__(self, *, begin: Begin, connect: StationConnector, keys: Keys) -> None:
        self._begin = begin
        self._connect = connect
        self._keys = keys

    def __call__(self, member_id: str, activation_code: str, pin: str) -> Outcome[Session]:
        """Activate and sign in. Raises InvalidInput, NotEnrolled, NotFound, StationUnreachable, StationRefused."""
        code = activation_code.strip()
        problems = tuple(
            problem for problem, wrong in ((BAD_PIN, not pin_is_acceptable(pin)), (NO_CODE, not code)) if wrong
        )
        if problems:
            raise InvalidInput(problems)
        address, private = self._prepare(member_id)
        try:
            answer = self._connect(address).activate(member_id, code, self._keys.public_jwk(private))
        except StationRefused as refusal:
            if refusal.slug == "already-activated":
                # Another key is registered: ours is of no use, also after the desk gives a new code.
                self._change(member_id, pending_key=None)
            raise
        if answer.key_thumbprint != self._keys.thumbprint(private):
            raise StationUnreachable("not-a-station")
        wrapped = self._keys.wrap(private, pin)
        with self._begin() as work:
            member = after_right_pin(work.members.get(member_id))
            member = replace(
                member,
                wrapped_key=wrapped,
                pending_key=None,
                station_active=True,
                key_thumbprint=answer.key_thumbprint,
            )
            work.members.put(member)
            work.commit()
        session = Session(member.member_id, member.name, member.role, partial(self._keys.detached_jws, private))
        return Outcome(session, changed(Kind.MEMBERS))

    def _prepare(self, member_id: str) -> tuple[StationAddress, bytes]:
        with self._begin() as work:
            shop = work.members.shop()
            if shop is None:
                raise NotEnrolled
            member: Member = work.members.get(member_id)
            if member.pending_key is not None:
                return address_of(shop), member.pending_key
            private = self._keys.generate()
            work.members.put(replace(member, pending_key=private))
            work.commit()
            return address_of(shop), private

    def _change(self, member_id: str, *, pending_key: bytes | None) -> None:
        with self._begin() as work:
            work.members.put(replace(work.members.get(member_id), pending_key=pending_key))
            work.commit()
