"""What the live line says at this second: how far the alert got, what is true, and whether to read it out to 110 now.

Targets are those of DOMAIN 5.4: an urgent alert is acknowledged within 60 s, an ordinary one within 5 minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from desktop.application.read_models import LiveLine
from desktop.domain.case.case import CONCLUDED
from redflags import Text

ACK_TARGET: Final = {"urgent": timedelta(seconds=60), "alert": timedelta(minutes=5)}
LATE_AFTER: Final = timedelta(seconds=120)
"""Between saving and arriving; the desk marks it as late from here on."""
SENDING_GRACE: Final = timedelta(seconds=8)
Tone = Literal["ok", "accent", "warn", "danger", "slate"]
StepState = Literal["done", "now", "open", "stopped"]

_ON_THE_WAY: Final = frozenset({"dispatched", "on_scene"})
_SEEN: Final = frozenset({"acknowledged", "assigned", "verifying", "need_info"}) | _ON_THE_WAY | CONCLUDED

_TITLES: Final = (
    Text("已保存", "Saved"),
    Text("已送达", "Delivered"),
    Text("已看到", "Seen"),
    Text("民警在路上", "On the way"),
    Text("已有结果", "Result"),
)
NOT_RECEIVED: Final = Text("警方还没有收到，请拨 110", "The police do not have this yet: dial 110")
_SENDING: Final = Text("正在送出，警方还没有收到", "Sending now; the police do not have it yet")
_SAVED: Final = Text("已保存，马上送出；警方还没有收到", "Saved and about to be sent; the police do not have it yet")
OFFLINE: Final = Text("没有网络，警方还没有收到，请拨 110", "No connection; the police do not have this yet: dial 110")
REVOKED: Final = Text(
    "本机已被停用，警方还没有收到，请拨 110", "This PC was withdrawn; the police do not have this: dial 110"
)
NOT_TAKEN: Final = Text(
    "值班台暂不接收本机，警方还没有收到，请拨 110",
    "The duty desk takes nothing from this PC now; the police do not have this: dial 110",
)
ELSEWHERE: Final = Text(
    "连到了别的值班台，警方还没有收到，请拨 110", "Another station answers here; the police do not have this: dial 110"
)
_HELD: Final = {"terminal-revoked": REVOKED, "foreign-station": ELSEWHERE, "another-station": ELSEWHERE}
_CAME_LATE: Final = Text("已送达（比保存时晚），等值班台看到", "Delivered (late); waiting for the duty desk")
_REFUSED: Final = Text("没有被接收，警方还没有收到，请拨 110", "Not accepted; the police do not have it: dial 110")
_BEGUN_ANEW: Final = Text(
    "没有被接收，已改好重新上报，请看新的一条", "Not accepted; put right and sent as a new one: see that"
)
_WAITING_ACK: Final = Text("已送达，等值班台看到", "Delivered; waiting for the duty desk")
_LATE_ACK: Final = Text("已送达，但还没有人看到，请拨 110", "Delivered, but nobody has seen it yet: dial 110")
_LATE_ALERT: Final = Text(
    "已送达，还没有人看到；情况变急请拨 110", "Delivered, not seen yet; if it becomes urgent dial 110"
)
_SEEN_TRUTH: Final = Text("值班台已看到，请留意下面的指示", "Seen by the duty desk; watch for instructions below")
_COMING: Final = Text("民警正在赶来", "Officers are on their way")
_ARRIVED: Final = Text("民警已到场", "Officers are on the spot")
_QUESTION: Final = Text("值班台有一个问题等您回答", "A question for you from the desk")
_FINISHED: Final = Text("这一条已有结果，谢谢您", "There is a result. Thank you")


@dataclass(frozen=True, slots=True)
class ClockStep:
    """One station of the clock; `at` when it was reached."""

    title: Text
    state: StepState
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """The page at one moment. `elapsed` since saving; `remaining` to the acknowledgement target, None when it does not run."""

    steps: tuple[ClockStep, ...]
    truth: Text
    tone: Tone
    elapsed: timedelta
    remaining: timedelta | None
    read_out: bool
    finished: bool
    delivered: bool = False


def situation(line: LiveLine, *, online: bool | None, now: datetime, held: str | None = None) -> Situation:
    """Return what is true of `line` at `now`.

    `online` is False when the station cannot be reached, `held` why the station takes nothing from this PC.
    """
    elapsed = max(timedelta(0), now - line.created_at)
    acked = line.acked_at is not None or (line.case_state or "") in _SEEN
    finished = (line.case_state or "") in CONCLUDED
    target = ACK_TARGET.get(line.level)
    waiting = target is not None and not acked and not finished
    late = target is not None and waiting and elapsed >= target
    truth, tone = _truth(line, acked=acked, late=late, online=online, held=held, elapsed=elapsed)
    return Situation(
        steps=_steps(line, acked=acked),
        truth=truth,
        tone=tone,
        elapsed=elapsed,
        remaining=max(timedelta(0), target - elapsed) if target is not None and waiting else None,
        read_out=_read_out(line, acked=acked, late=late, online=online is not False and held is None, elapsed=elapsed),
        finished=finished,
        delivered=line.delivery == "delivered",
    )


def seen(case_state: str | None) -> bool:
    """Whether the police have seen an alert whose case is in this state."""
    return (case_state or "") in _SEEN


def _read_out(line: LiveLine, *, acked: bool, late: bool, online: bool, elapsed: timedelta) -> bool:
    if acked:
        return False
    if _begun_anew(line):
        return False
    if line.call_110 or line.delivery == "refused":
        return True
    if line.delivery == "delivered":
        return late and line.level == "urgent"
    return not online or elapsed >= SENDING_GRACE


def _truth(
    line: LiveLine, *, acked: bool, late: bool, online: bool | None, held: str | None, elapsed: timedelta
) -> tuple[Text, Tone]:
    if _begun_anew(line):
        return _BEGUN_ANEW, "slate"
    if line.delivery == "refused":
        return _REFUSED, "danger"
    if line.delivery != "delivered":
        return _underway(line, online=online, held=held, elapsed=elapsed)
    state = line.case_state or "received"
    by_state = {"dispatched": _COMING, "on_scene": _ARRIVED, "need_info": _QUESTION}
    if state in CONCLUDED:
        return _FINISHED, "ok"
    if state in by_state:
        return by_state[state], "warn" if state == "need_info" else "ok"
    if acked:
        return _SEEN_TRUTH, "ok"
    if late:
        return (_LATE_ACK, "warn") if line.level == "urgent" else (_LATE_ALERT, "warn")
    return (_CAME_LATE if came_late(line) else _WAITING_ACK), "accent"


def came_late(line: LiveLine) -> bool:
    """Whether the police got it so long after it was saved that their desk marks it as late."""
    return line.delivered_at is not None and line.delivered_at - line.created_at > LATE_AFTER


def _underway(line: LiveLine, *, online: bool | None, held: str | None, elapsed: timedelta) -> tuple[Text, Tone]:
    """What is true of an alert that has not arrived: what stops it, or that it goes just now."""
    if held is not None:
        return _HELD.get(held, NOT_TAKEN), "warn"
    if online is False:
        return OFFLINE, "warn"
    if elapsed >= SENDING_GRACE or line.call_110:
        return NOT_RECEIVED, "warn"
    return (_SENDING if line.delivery == "sending" else _SAVED), "accent"


def _begun_anew(line: LiveLine) -> bool:
    """Whether a refused alert was put right and submitted as a new one, whose own line says how that fares."""
    return line.delivery == "refused" and line.revised_to is not None and line.revised_draft is None


def _steps(line: LiveLine, *, acked: bool) -> tuple[ClockStep, ...]:
    state = line.case_state or ""
    delivered = line.delivery == "delivered"
    coming = state in _ON_THE_WAY or _when(line, _ON_THE_WAY) is not None
    reached = [True, delivered, acked and delivered, coming and delivered, state in CONCLUDED]
    when = [
        line.created_at,
        line.delivered_at,
        line.acked_at or _when(line, _SEEN),
        _when(line, _ON_THE_WAY),
        _when(line, CONCLUDED),
    ]
    last = max(index for index, done in enumerate(reached) if done)
    steps = []
    for index, title in enumerate(_TITLES):
        step: StepState = "open"
        if reached[index]:
            step = "now" if index == last and index < len(_TITLES) - 1 else "done"
        elif index == 1 and line.delivery == "refused":
            step = "stopped"
        elif index < last:
            step = "done" if index != 3 else "open"
        steps.append(ClockStep(title, step, when[index] if reached[index] else None))
    return tuple(steps)


def _when(line: LiveLine, states: frozenset[str]) -> datetime | None:
    times = [item.at for item in line.timeline if item.who == "police" and item.kind in states]
    return min(times, default=None)
