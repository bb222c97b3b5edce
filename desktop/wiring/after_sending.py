"""What is done with an alert after it was sent: taken back, put right, put on paper."""

from __future__ import annotations

from desktop.adapters.paper.table_files import open_table
from desktop.adapters.storage.profile import Storage
from desktop.application.alerts.correct_alert import CorrectAlert
from desktop.application.alerts.drop_refused import DropRefused
from desktop.application.alerts.resend_refused import ResendRefused
from desktop.application.alerts.revise_alert import ReviseAlert
from desktop.application.alerts.withdraw_alert import WithdrawAlert
from desktop.application.checklists.find_checklist import FindChecklist
from desktop.application.ports import Begin, Checklists, Clock, Ids, ReadSide
from desktop.application.records.due_diligence_slip import ReadSlip
from desktop.application.records.export_records import ExportRecords
from desktop.application.services import Amendments, Paper


def amendments(begin: Begin, clock: Clock, ids: Ids, checklists: Checklists) -> Amendments:
    """Return the use cases that take back or put right what was sent."""
    return Amendments(
        withdraw=WithdrawAlert(begin=begin, clock=clock),
        correct=CorrectAlert(begin=begin, clock=clock),
        resend=ResendRefused(begin=begin, clock=clock),
        drop=DropRefused(begin=begin, clock=clock),
        revise=ReviseAlert(begin=begin, clock=clock, ids=ids, checklists=checklists),
    )


def paper(storage: Storage, reads: ReadSide, clock: Clock, checklist: FindChecklist) -> Paper:
    """Return what leaves the program as a file."""
    return Paper(
        open_table=open_table,
        export_records=ExportRecords(reads=reads, clock=clock),
        slip=ReadSlip(reads=reads, clock=clock, checklist=checklist, acceptance=storage.parcels().acceptance),
    )
