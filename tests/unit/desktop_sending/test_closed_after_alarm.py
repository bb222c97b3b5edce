"""A draft ends after its silent alarm went out: what belongs to the alert stays with the alert."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.adapters.attachments.pictures import Pictures
from desktop.adapters.attachments.sealed_files import SealedFiles
from desktop.adapters.checklist_files import ChecklistFiles
from desktop.application.alerts.silent_alarm import SilentAlarm
from desktop.application.checklists.find_checklist import FindChecklist
from desktop.application.drafts.close_draft import CloseDraft
from desktop.application.drafts.discard_draft import DiscardDraft, WipeDiscarded
from desktop.application.drafts.start_draft import StartDraft
from desktop.application.photos.add_photo import AddPhoto
from desktop.application.photos.send_photos import SendPhotos
from desktop.application.records.due_diligence_slip import ReadSlip
from tests.fakes.counter import CHECKLISTS
from tests.fakes.pictures import photo
from tests.unit.desktop_sending.profile import Profile


@pytest.mark.parametrize("how", ["released", "discarded"])
@pytest.mark.parametrize("alarmed", [True, False])
def test_photos_of_the_alert_are_still_sent(profile: Profile, tmp_path: Path, how: str, *, alarmed: bool) -> None:
    profile.enrol()
    begin, clock, ids, checklists = profile.storage.begin, profile.clock, profile.ids, ChecklistFiles(CHECKLISTS)
    files, reads = SealedFiles(tmp_path / "attachments"), profile.storage.reads(profile.connectivity)
    find = FindChecklist(checklists=checklists, reads=reads)
    draft = StartDraft(begin=begin, clock=clock, ids=ids, checklists=checklists)("gold_shop", None).value
    view = AddPhoto(begin=begin, clock=clock, ids=ids, cleaner=Pictures(), files=files)(draft.alert_id, None, photo())
    if alarmed:
        SilentAlarm(begin=begin, clock=clock, ids=ids, checklists=checklists, checklist=find)(None, draft.draft_id)
    if how == "released":
        CloseDraft(begin=begin, clock=clock, checklist=find)(draft.draft_id, None, "released", "本人")
    else:
        DiscardDraft(begin=begin, clock=clock)(draft.draft_id)
        WipeDiscarded(begin=begin, clock=clock)(True)
    profile.deliver()()
    SendPhotos(begin=begin, connect=profile.station, clock=clock, ids=ids, files=files)()
    assert set(profile.station.uploads) == ({(draft.alert_id, view.value.sha256)} if alarmed else set())
    if how == "released":
        slip = ReadSlip(reads=reads, clock=clock, checklist=find, acceptance=profile.storage.parcels().acceptance)
        assert slip(draft.alert_id).line.delivery == ("delivered" if alarmed else "local")
