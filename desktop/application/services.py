"""Everything the screens and the command line may ask of the core: one callable per use case, built in `bootstrap`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from desktop.application.bulletin_models import BulletinShelf
    from desktop.application.camera_port import Cameras
    from desktop.application.care_services import Care
    from desktop.application.changes import Outcome
    from desktop.application.courier.scan_waybill import Scanned
    from desktop.application.paper_port import Exported, LineOf, OpenTable, TableSink, Told
    from desktop.application.parcel_port import Carrier
    from desktop.application.photo_models import AttachmentView
    from desktop.application.prices.gold_price import PriceToday
    from desktop.application.read_models import (
        AlertReview,
        CounterOverview,
        DeliveryReport,
        DraftView,
        LiveLine,
        MemberTile,
        OutboxStatus,
        Preferences,
        RecordFilter,
        RecordPage,
        RewardsPage,
        ShopInfo,
    )
    from desktop.application.records.due_diligence_slip import Slip
    from desktop.application.register.export_register import LineOf as RegisterLineOf
    from desktop.application.register_models import Earlier, EntryForm, Note, RegisterPage
    from desktop.application.session import Session
    from desktop.application.training_models import DrillResult, DrillView, LessonShelf, TrainingRecord
    from desktop.domain.alert.bundle import Bundle
    from desktop.domain.courier.density import DensityTable
    from desktop.domain.courier.duties import AcceptanceRecord
    from desktop.domain.courier.recipient import RecipientSeen
    from redflags import Definition


class SaveDraft(Protocol):
    """Store the full content of a draft in one commit."""

    def __call__(
        self,
        draft_id: str,
        answers: Mapping[str, str],
        tx: Mapping[str, object],
        ctx: Mapping[str, object],
        details: Mapping[str, str],
        session: Session | None = None,
    ) -> Outcome[DraftView]: ...


class SubmitAlert(Protocol):
    """Save alert, outbox entry and the end of the draft in one transaction; returns the alert id."""

    def __call__(
        self,
        draft_id: str,
        session: Session | None,
        *,
        level_override: str | None = None,
        level_reason: str = "",
        urgent_by_clerk: bool = False,
    ) -> Outcome[str]: ...


class CloseDraft(Protocol):
    """End a draft without an alert."""

    def __call__(
        self, draft_id: str, session: Session | None, how: Literal["released", "noted"], reason: str
    ) -> Outcome[None]: ...


class DeliverDue(Protocol):
    """Send what is due."""

    def __call__(self, *, limit: int = 50, only_urgent: bool = False) -> Outcome[DeliveryReport]: ...


class SilentAlarm(Protocol):
    """Raise the alarm; with an open draft it becomes that draft's alert."""

    def __call__(self, session: Session | None, draft_id: str | None = None) -> Outcome[str]: ...


class SendReply(Protocol):
    """Answer the police on one alert; returns the supplement's number."""

    def __call__(
        self,
        alert_id: str,
        session: Session | None,
        *,
        reply_code: str | None = None,
        text: str = "",
        in_reply_to: str | None = None,
    ) -> Outcome[int]: ...


class FindChecklist(Protocol):
    """One setting's definition; `version` None is the current one."""

    def __call__(self, setting: str, version: int | None = None) -> Definition: ...


@dataclass(frozen=True, slots=True)
class Learning:
    """The use cases of the learning pages."""

    lessons: Callable[[], LessonShelf]
    open_drill: Callable[[str], DrillView]
    answer_drill: Callable[[str, Session | None, str, int], Outcome[DrillResult]]  # drill_id, session, level, saying
    record: Callable[[Session], TrainingRecord]


@dataclass(frozen=True, slots=True)
class Photos:
    """The photos of an alert, or of the draft that will be it."""

    add: Callable[[str, Session | None, bytes], Outcome[AttachmentView]]  # alert_id, session, file
    remove: Callable[[str, str], Outcome[None]]  # alert_id, sha256; drafts only
    of: Callable[[str], tuple[AttachmentView, ...]]  # alert_id
    read: Callable[[str, str], bytes]  # alert_id, sha256
    cameras: Cameras


@dataclass(frozen=True, slots=True)
class Amendments:
    """Taking back or putting right what was sent."""

    withdraw: Callable[[str, Session | None, str], Outcome[int]]  # alert_id, session, reason
    correct: Callable[[str, Session | None, int | str, str], Outcome[int]]  # alert_id, session, corrects, text
    resend: Callable[[str, Session | None, int, str], Outcome[int]]  # alert_id, session, n of a refused one, text
    drop: Callable[[str, int], Outcome[None]]  # alert_id, n of a refused one
    revise: Callable[[str, Session | None], Outcome[DraftView]]  # a refused alert_id, session


@dataclass(frozen=True, slots=True)
class Upkeep:
    """This PC and its station: the terminal's key, and the published checklists (None while the shipped ones count)."""

    rotate_terminal_key: Callable[[], Outcome[None]]
    bundle: Callable[[], Bundle | None]


@dataclass(frozen=True, slots=True)
class Bulletins:
    """Notices of the police: all there are, and that one was shown to a person."""

    shelf: Callable[[], BulletinShelf]
    mark_read: Callable[[str, Session | None], Outcome[None]]  # bulletin_id, session


@dataclass(frozen=True, slots=True)
class Paper:
    """What leaves the program as a file; `open_table` starts a CSV or XLSX file, `export_records` fills a table."""

    open_table: OpenTable
    export_records: Callable[[RecordFilter, TableSink, LineOf, Told], Exported]
    slip: Callable[[str], Slip]  # alert_id


@dataclass(frozen=True, slots=True)
class CourierAids:
    """The depot's aids: waybill numbers, the recipient's senders, the duties noted, and the shipped tables."""

    scan: Callable[[str, str], Scanned]  # number as typed, alert_id to leave out
    seen: Callable[[str], RecipientSeen]  # alert_id of a saved draft
    acceptance: Callable[[str], AcceptanceRecord]  # alert_id
    carriers: Callable[[], tuple[Carrier, ...]]  # (ui)
    densities: Callable[[], DensityTable]  # (ui)


@dataclass(frozen=True, slots=True)
class GoldPriceBook:
    """The daily gold price as the shop's people enter it."""

    today: Callable[[], PriceToday | None]  # (ui)
    note: Callable[[str, str, Session], Outcome[None]]  # price per gram as typed, source, session


class EarlierSales(Protocol):
    """The customer's keys as typed; entries `besides` are the purchase at hand and no earlier one."""

    def __call__(self, typed: Mapping[str, str], besides: Collection[str] = ()) -> Earlier: ...


@dataclass(frozen=True, slots=True)
class Register:
    """The use cases of the shop's own sales register; apart from the alerts, never sent."""

    page: Callable[[], RegisterPage]
    record: Callable[[EntryForm, Session], Outcome[str]]
    note: Callable[[tuple[str, ...], Note, Session], Outcome[None]]  # sale_ids, note, session
    earlier: EarlierSales
    export: Callable[[TableSink, RegisterLineOf, Told], Exported]


@dataclass(frozen=True, slots=True)
class Services:
    """One attribute per use case; all blocking and thread-safe, (ui) ones fast enough for the screen's own thread."""

    shop: Callable[[], ShopInfo | None]  # (ui)
    members: Callable[[], tuple[MemberTile, ...]]  # (ui)
    enrol: Callable[[str, str, str], Outcome[ShopInfo]]  # station_url, code, terminal_name
    activate_member: Callable[[str, str, str], Outcome[Session]]  # member_id, activation_code, pin
    sign_in: Callable[[str, str], Outcome[Session]]  # member_id, pin
    start_draft: Callable[[str, str | None], Outcome[DraftView]]  # setting, member_id
    save_draft: SaveDraft
    load_draft: Callable[[str], DraftView]
    open_drafts: Callable[[], tuple[DraftView, ...]]
    discard_draft: Callable[[str], Outcome[None]]
    restore_draft: Callable[[str], Outcome[DraftView]]
    wipe_discarded: Callable[[bool], Outcome[int]]  # everything: True at sign-out, False only what is over 10 minutes
    checklist: FindChecklist  # (ui)
    checklists_of_shop: Callable[[], tuple[str, ...]]  # (ui)
    review_alert: Callable[[str], AlertReview]
    submit_alert: SubmitAlert
    close_draft: CloseDraft
    silent_alarm: SilentAlarm
    deliver_due: DeliverDue
    pull_feed: Callable[[float], Outcome[int]]  # wait_s
    outbox_status: Callable[[], OutboxStatus]  # (ui)
    live_line: Callable[[str], LiveLine]
    send_reply: SendReply
    add_fact: Callable[[str, Session | None, str], Outcome[int]]  # alert_id, session, text
    photos: Photos
    amend: Amendments
    upkeep: Upkeep
    mark_seen: Callable[[str], Outcome[None]]
    records: Callable[[RecordFilter, int, int], RecordPage]  # filter, offset, limit
    counter_overview: Callable[[str | None], CounterOverview]
    rewards: Callable[[Session], RewardsPage]
    claim_reward: Callable[[str, Session], Outcome[None]]
    learning: Learning
    bulletins: Bulletins
    register: Register
    courier: CourierAids
    gold_price: GoldPriceBook
    paper: Paper
    care: Care
    preferences: Callable[[], Preferences]  # (ui)
    save_preferences: Callable[[Preferences], Outcome[None]]  # (ui)
    draft_from_file: Callable[[object], Outcome[DraftView]]  # parsed JSON of `report`: InvalidInput with all problems
