"""What every act of the tour shares: the stage, the station's host, the album, the officers, and a voice."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field

from desktop.tour.album import Album
from desktop.tour.clerk import Clerk
from desktop.tour.host import TourHost
from desktop.tour.officer import DeskOfficer
from desktop.tour.stage import Stage, TourStuck
from desktop.ui.pages.rewards.page import RewardsScreen

UNIT = "值班室"


@dataclass(slots=True)
class Guide:
    """The tour under way; `say` prints one line of what happened, `facts` collects what the tour proved."""

    host: TourHost
    stage: Stage
    album: Album
    say: Callable[[str], None]
    facts: dict[str, object] = field(default_factory=dict)

    def clerk(self) -> Clerk:
        """Return a clerk at the stage."""
        return Clerk(self.stage)

    def shoot(self, name: str) -> None:
        """Take a picture of the window."""
        self.stage.rest()
        self.say(f"   图 picture {self.album.take(self.stage.window, name).name}")

    def officer(self, username: str) -> closing[DeskOfficer]:
        """Sign an officer in at the desk, for a `with` block."""
        facts = self.host.prepare()
        passwords = dict(facts.officers)
        station_url = facts.desk_url.removesuffix("/").removesuffix("/desk")
        return closing(DeskOfficer(station_url, username, passwords[username]))

    def sign_in_first(self) -> str:
        """Sign in the first clerk of the shop; returns the member's id."""
        member_id = self.stage.lock().model.members[0].member_id
        self.stage.sign_in(member_id, self.host.prepare().pins[member_id])
        return member_id

    def reward(self, alert_id: str, member_id: str, name: str) -> None:
        """Carry a verified lead to its reward: two officers, the member's claim, the payment."""
        with self.officer("duty") as duty, self.officer("approver") as approver, self.officer("finance") as finance:
            fen = duty.suggested_fen(alert_id)
            reward_id = duty.propose(alert_id, member_id, fen)
            approver.step(reward_id, "review")
            approver.step(reward_id, "approve")
            duty.step(reward_id, "notify")
            self.say(f"   奖励 {fen // 100} 元：拟、审、批、通知 reward proposed, reviewed, approved, notified")
            clerk, screen = self.clerk(), self.stage.go(RewardsScreen, "rewards")
            self.stage.wait("the reward to claim", lambda: clerk.reward_state(screen, reward_id) == "notified")
            self.shoot(f"{name}-reward-notified")
            clerk.claim(screen, reward_id)
            finance.step(reward_id, "pay")
            self.stage.wait("the payment", lambda: clerk.reward_state(screen, reward_id) == "paid")
            self.shoot(f"{name}-reward-paid")
            if duty.reward(reward_id)["state"] != "paid":
                raise TourStuck("the desk does not show the reward as paid")
        self.say("   本人领取，财务发放，状态：已发放 claimed by the member, paid")
        self.facts[f"{name}_reward_fen"] = fen
