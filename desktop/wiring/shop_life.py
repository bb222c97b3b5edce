"""Learning and the shop's own sales register."""

from __future__ import annotations

from pathlib import Path

from desktop.adapters.calendar_file import read_calendar
from desktop.adapters.lesson_files import LessonFiles
from desktop.adapters.storage.profile import Storage
from desktop.application.ports import Begin, Checklists, Clock, Ids, ReadSide
from desktop.application.register.earlier_sales import EarlierSales
from desktop.application.register.export_register import ExportRegister
from desktop.application.register.note_sales import NoteSales
from desktop.application.register.read_register import ReadRegister
from desktop.application.register.record_sale import RecordSale
from desktop.application.services import Learning, Register
from desktop.application.training.list_lessons import ListLessons
from desktop.application.training.take_drill import AnswerDrill, OpenDrill
from desktop.application.training.training_record import ReadTrainingRecord


def learning(folder: Path, checklists: Checklists, reads: ReadSide, begin: Begin, clock: Clock) -> Learning:
    """Return the use cases of the learning pages over the lessons in a folder."""
    lessons = LessonFiles(folder)
    return Learning(
        lessons=ListLessons(lessons=lessons, checklists=checklists, reads=reads),
        open_drill=OpenDrill(lessons=lessons),
        answer_drill=AnswerDrill(lessons=lessons, checklists=checklists, begin=begin, clock=clock),
        record=ReadTrainingRecord(reads=reads, lessons=lessons, clock=clock),
    )


def sales_register(storage: Storage, reads: ReadSide, clock: Clock, ids: Ids, calendar: Path) -> Register:
    """Return the use cases of the register with the holidays of a calendar file."""
    register = storage.register()
    return Register(
        page=ReadRegister(register=register, calendar=lambda: read_calendar(calendar), reads=reads, clock=clock),
        record=RecordSale(register=register, clock=clock, ids=ids),
        note=NoteSales(register=register, clock=clock),
        earlier=EarlierSales(register=register, clock=clock),
        export=ExportRegister(register=register, reads=reads),
    )
