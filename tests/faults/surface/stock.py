"""Objects for the calls to speak of: alerts, files, rewards of either shop, made when asked for and kept until used up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from redflags import read_definition_file
from station.adapters.checklists import FOLDER
from tests.fakes.alerts import gold_alert, member_signed
from tests.fakes.attachments import patch, photo, sha256
from tests.fakes.terminal import Answer, FakeTerminal, Key
from tests.faults.surface.county import UNKNOWN_ID, County, Whose

PHOTO = photo(64, 48)
CHECKLIST: dict[str, Any] = dict(read_definition_file(FOLDER, "gold_shop"))
REWARD_STEPS: dict[str, list[str]] = {"review": [], "approve": ["review"], "notify": ["review", "approve"]}
"""What must have happened before a step of a reward; the others follow a notice."""


_Made = TypeVar("_Made")


class Stock:
    """Makes what a call needs; an object is given out again until `used` says that a call succeeded with it."""

    def __init__(self, county: County) -> None:
        self.county = county
        self._kept: dict[tuple[str, ...], Any] = {}
        self._bundle = 0
        self.joining = Key()
        """The key of the computer that joined last, or tried to."""

    def used(self) -> None:
        """Forget everything: what is there has been changed."""
        self._kept.clear()

    def alert(self, whose: Whose) -> dict[str, Any]:
        """Return an alert the station has, signed by the shop's clerk; of nobody when unknown."""
        if whose == "unknown":
            return {**self.fresh_alert("own"), "alert_id": UNKNOWN_ID}
        return self._once(("alert", whose), lambda: self._sent_alert(whose))

    def fresh_alert(self, whose: Whose) -> dict[str, Any]:
        """Return an alert the station does not have yet; an unknown shop's when unknown."""
        shop = self.county.shop(whose)
        body = gold_alert(shop.terminal.enrolment, at=self.county.world.clock.now())
        return {**body, "merchant_id": "mer_nobody"} if whose == "unknown" else body

    def lead(self, *, concluded: bool = False) -> str:
        """Return the id of a lead nobody has touched, or of one concluded valid."""
        return str(self._once(("lead", str(concluded)), lambda: self._lead(concluded=concluded)))

    def file(self, whose: Whose) -> tuple[str, str]:
        """Return alert and digest of a file that is half there."""
        return self._once(("file", whose), lambda: self._file(whose, len(PHOTO) // 2))

    def whole_file(self) -> tuple[str, str]:
        """Return alert and digest of a whole file of ours."""
        return self._once(("whole",), lambda: self._file("own", len(PHOTO)))

    def reward(self, whose: Whose, step: str) -> dict[str, Any]:
        """Return a reward for which `step` comes next (claim, pay, expire and revoke follow a notice)."""
        if whose == "unknown":
            return {"reward_id": "rew_nobody", "revision": 1}
        return self._once(("reward", whose, step), lambda: self._reward(whose, step))

    def spare(self) -> FakeTerminal:
        """Return a computer of ours that can be spared."""
        return self._once(("spare",), self._spare)

    def event(self, whose: Whose) -> int:
        """Return the number of an event that only this shop may see."""
        if whose == "unknown":
            return 10**15
        self.alert(whose)
        events = _ok(self.county.shop(whose).terminal.feed()).json()["events"]
        return next(int(event["seq"]) for event in events if event["alert_id"])

    def bundle(self) -> int:
        """Return the version of a bundle."""
        if not self._bundle:
            made = self.county.desk("sun").post("/bundles", {"checklists": {"gold_shop": CHECKLIST}})
            self._bundle = int(_ok(made).json()["version"])
        return self._bundle

    def _once(self, key: tuple[str, ...], make: Callable[[], _Made]) -> _Made:
        if key not in self._kept:
            self._kept[key] = make()
        made: _Made = self._kept[key]
        return made

    def _spare(self) -> FakeTerminal:
        county = self.county
        terminal = FakeTerminal(county.send, county.world.url, now=county.world.clock.now)
        _ok(terminal.enrol(county.new_code(county.ours)))
        return terminal

    def _sent_alert(self, whose: Whose) -> dict[str, Any]:
        shop = self.county.shop(whose)
        body = member_signed(self.fresh_alert(whose), shop.member_id, shop.clerk)
        _ok(shop.terminal.put_alert(body))
        return body

    def _lead(self, *, concluded: bool) -> str:
        alert_id = str(self._sent_alert("own")["alert_id"])
        if concluded:
            _ok(self.county.desk("wang").act(alert_id, "outcome", result="valid"))
        return alert_id

    def _file(self, whose: Whose, upto: int) -> tuple[str, str]:
        alert_id = str(self._sent_alert(whose)["alert_id"])
        terminal = self.county.shop(whose).terminal
        _ok(patch(terminal, alert_id, PHOTO, 0, upto))
        return alert_id, sha256(PHOTO)

    def _reward(self, whose: Whose, step: str) -> dict[str, Any]:
        shop, wang, zhao = self.county.shop(whose), self.county.desk("wang"), self.county.desk("zhao")
        alert_id = str(self._sent_alert(whose)["alert_id"])
        _ok(wang.act(alert_id, "outcome", result="valid"))
        asked = {"alert_id": alert_id, "member_id": shop.member_id, "kind": "cash", "amount_fen": 50_000}
        reward: dict[str, Any] = _ok(wang.post("/rewards", asked)).json()
        before = REWARD_STEPS.get(step, ["review", "approve", "notify"])
        for done in [*before, *(["claim"] if step == "pay" else [])]:
            if done == "claim":
                reward = _ok(shop.terminal.claim(reward["reward_id"], shop.member_id, shop.clerk)).json()
            else:
                path = f"/rewards/{reward['reward_id']}/steps"
                reward = _ok(zhao.post(path, {"step": done}, revision=reward["revision"])).json()
        return {"reward_id": reward["reward_id"], "revision": reward["revision"]}


def _ok(answer: Answer) -> Answer:
    assert answer.status < 300, answer.content
    return answer
