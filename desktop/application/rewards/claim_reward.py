"""Claim a notified reward with the member's own key; nobody else can."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import NotEnrolled, NotFound
from desktop.application.ports import Begin, Clock
from desktop.application.session import Session
from desktop.application.station_port import StationConnector, address_of
from desktop.domain.alert.canonical import canonical_json
from desktop.domain.reward.reward import newer


class ClaimReward:
    """Send the signed claim and keep the station's answer; the station decides, this PC only asks."""

    def __init__(self, *, begin: Begin, connect: StationConnector, clock: Clock) -> None:
        self._begin = begin
        self._connect = connect
        self._clock = clock

    def __call__(self, reward_id: str, session: Session) -> Outcome[None]:
        """Claim. Raises NotFound, NotEnrolled, StationUnreachable, StationRefused (`illegal-transition` when not claimable)."""
        with self._begin() as work:
            shop, known = work.members.shop(), work.rewards.get(reward_id)
        if shop is None:
            raise NotEnrolled
        if known is None or known.member_id != session.member_id:
            raise NotFound
        claim = {
            "reward_id": reward_id,
            "member_id": session.member_id,
            "claimed_at": self._clock.now().isoformat(),
        }
        said = self._connect(address_of(shop)).claim(reward_id, session.sign_compact(canonical_json(claim)))
        with self._begin() as work:
            work.rewards.put(newer(work.rewards.get(reward_id), said))
            work.commit()
        return Outcome(None, changed(Kind.REWARDS))
