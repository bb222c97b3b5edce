"""A counter that does all that a day brings: signed reports, photos, corrections, drafts, new checklists, new keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desktop.adapters.attachments.pictures import Pictures
from desktop.adapters.attachments.sealed_files import SealedFiles
from desktop.adapters.checklist_files import ChecklistFiles
from desktop.adapters.member_keys import Ed25519Keys
from desktop.adapters.station_api.transport import CallLimits
from desktop.application.alerts.correct_alert import CorrectAlert
from desktop.application.alerts.submit_alert import SubmitAlert
from desktop.application.alerts.withdraw_alert import WithdrawAlert
from desktop.application.checklists.current_checklists import CurrentChecklists
from desktop.application.checklists.fetch_bundle import FetchBundle
from desktop.application.checklists.find_checklist import FindChecklist
from desktop.application.delivery.deliver_all import DeliverAll
from desktop.application.delivery.fill_gaps import FillGaps
from desktop.application.delivery.keep_house import KeepHouse
from desktop.application.delivery.rotate_terminal_key import RotateTerminalKey
from desktop.application.drafts.draft_from_file import DraftFromFile
from desktop.application.hardening import MADE_UP
from desktop.application.photos.add_photo import AddPhoto
from desktop.application.photos.send_photos import SendPhotos
from desktop.application.shop.activate_member import ActivateMember
from desktop.application.shop.sign_in import SignIn
from tests.faults.children import Line
from tests.faults.counter_process import Counter, report_file
from tests.faults.walks.rule_z import look
from tests.faults.world import World
from tests.house import ROOT

PIN = "2580"
SHIPPED = ChecklistFiles(ROOT / "resources" / "checklists")
"""Shared by all counters of the harness, which would each read them again."""
PHOTOS = "attachments"


class BusyCounter(Counter):
    """Every use case that writes letters or changes what signs them, wired as the app wires them."""

    def __init__(self, world: World, home: Path | None = None, limits: CallLimits | None = None) -> None:
        super().__init__(world, home, limits)
        begin, connect, clock, ids = self.storage.begin, self.connect, self.clock, self.ids
        self._home = home or world.profile
        keys, files = Ed25519Keys(MADE_UP), SealedFiles(self._home / PHOTOS)
        reads = self.storage.reads(self.connectivity)
        current = CurrentChecklists(shipped=SHIPPED, reads=reads)
        self.draft = DraftFromFile(begin=begin, clock=clock, ids=ids, checklists=current)
        self.submit = SubmitAlert(begin=begin, clock=clock, checklist=FindChecklist(checklists=current, reads=reads))
        self.activate = ActivateMember(begin=begin, connect=connect, keys=keys)
        self.sign_in = SignIn(begin=begin, clock=clock, keys=keys)
        self.correct = CorrectAlert(begin=begin, clock=clock)
        self.withdraw = WithdrawAlert(begin=begin, clock=clock)
        self.rotate = RotateTerminalKey(begin=begin, connect=connect, clock=clock, keys=keys)
        self.add_photo = AddPhoto(begin=begin, clock=clock, ids=ids, cleaner=Pictures(), files=files)
        self.round = DeliverAll(
            letters=self.deliver,
            photos=SendPhotos(begin=begin, connect=connect, clock=clock, ids=ids, files=files),
            reconcile=self.reconcile,
            keep_house=KeepHouse(begin=begin, connect=connect, clock=clock, files=files),
            finish_rotation=self.rotate.finish,
            fetch_bundle=FetchBundle(
                begin=begin, connect=connect, clock=clock, checklists=current, taken=current.refresh
            ),
            fill_gaps=FillGaps(begin=begin, connect=connect, clock=clock),
        )

    def send_round(self) -> int:
        """One round of everything that is due."""
        return self.round(limit=1000).value.sent

    def waiting(self) -> int:
        """Letters and photos that are not at the station yet, and a change of key under way."""
        with self.storage.begin() as work:
            photos = work.attachments.next_at() is not None
            return sum(work.outbox.undelivered()) + photos + (work.members.next_key() is not None)

    def obey(self, order: list[Any], line: Line) -> Any:
        """Do one order of a walk, or one that every counter knows."""
        match order:
            case ["look"]:
                return look(self._home)
            case ["activate", member_id, code]:
                self.activate(member_id, code, PIN)
                return "active"
            case ["signed", member_id, token]:
                return self._signed(member_id, token, line)
            case ["draft", token]:
                draft = self.draft(report_file(token)).value
                return {"draft": [draft.draft_id, draft.alert_id, f"gold_shop@{draft.checklist_version}"]}
            case ["finish", draft_id, token]:
                return self._finish(draft_id, token, line)
            case ["correct", alert_id, token]:
                self.correct(alert_id, None, 0, f"更正:不是灰色,是蓝色 [{token}+]")
                line.say({"added": token})
                return "said"
            case ["withdraw", alert_id, token]:
                self.withdraw(alert_id, None, f"家属已到场,撤回 [{token}+]")
                line.say({"added": token})
                return "said"
            case ["photo", alert_id, picture]:
                return {"photo": [alert_id, self.add_photo(alert_id, None, bytes.fromhex(picture)).value.sha256]}
            case ["rotate"]:
                self.rotate()
                return "new key"
        return super().obey(order, line)

    def _signed(self, member_id: str, token: str, line: Line) -> str:
        session = self.sign_in(member_id, PIN).value
        alert_id = self.submit(self.draft(report_file(token)).value.draft_id, session).value
        line.say({"saved": [token, alert_id]})
        return alert_id

    def _finish(self, draft_id: str, token: str, line: Line) -> dict[str, str]:
        alert_id = self.submit(draft_id, None).value
        line.say({"saved": [token, alert_id]})
        with self.storage.begin() as work:
            return {"ruleset": json.loads(work.alerts.get(alert_id).body)["ruleset"]}
