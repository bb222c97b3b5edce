"""The county in memory of a walk: processes that die between two words, answers that are lost, copied profiles, changes of key."""

from __future__ import annotations

import contextlib
import copy
import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar, cast

from desktop.adapters.member_keys import Ed25519Keys
from desktop.application.delivery.rotate_terminal_key import FORMER, RotateTerminalKey
from desktop.application.errors import CounterwatchError, StationRefused, StationUnreachable
from desktop.application.hardening import MADE_UP
from desktop.application.ports import SentAlert, UnitOfWork
from desktop.application.station_port import FeedPage, Reconciled, StationAddress, StationConnector
from desktop.domain.delivery.backoff import LONGEST_S
from desktop.domain.delivery.outbox import State
from desktop.domain.delivery.receipt import Receipt
from tests.fakes.memory_storage import MemoryStorage, MemoryUnitOfWork
from tests.faults.restored_county import PROCESSES, CountedIds, RestoredCounty
from tests.faults.restored_station import RestoredStation
from tests.support import FixedClock

Answer = TypeVar("Answer")
SETTLED_ROUNDS = 8


class Dead(BaseException):
    """The process ends here, whatever it was about to do."""


class Fate:
    """Says at each point of a process's life whether it ends there: `points` are commits and words, before and after each."""

    def __init__(self) -> None:
        self._left, self._end = 0, Dead

    def arm(self, nth: int, end: Callable[[], BaseException]) -> None:
        """Let the `nth` point from now be the last."""
        self._left, self._end = nth, end  # type: ignore[assignment]  # a class and a function that make one

    def point(self) -> None:
        """Live on, or not."""
        if self._left:
            self._left -= 1
            if not self._left:
                raise self._end()

    @property
    def armed(self) -> bool:
        """Whether the end is still to come."""
        return self._left > 0


class MortalStorage(MemoryStorage):
    """Dies before or after a commit: what was committed is there, all else is not."""

    def __init__(self, fate: Fate) -> None:
        super().__init__()
        self._fate = fate

    @contextlib.contextmanager
    def begin(self) -> Iterator[UnitOfWork]:
        """Start a transaction that may be the last thing this process does."""
        yield _MortalWork(self, self._fate)


class _MortalWork(MemoryUnitOfWork):
    def __init__(self, storage: MemoryStorage, fate: Fate) -> None:
        super().__init__(storage)
        self._fate = fate

    def commit(self) -> None:
        self._fate.point()
        super().commit()
        self._fate.point()


KEYS = Ed25519Keys(MADE_UP)


@functools.cache
def _public(private: bytes) -> str:
    return str(KEYS.public_jwk(private)["x"])


class KeyedStation(RestoredStation):
    """Knows one terminal by its key, as of its last backup after a restore; a line to it may break at any word."""

    fate: Fate
    known: str = ""
    backed_up: list[str]
    keys: set[str]

    def know(self, key: str) -> None:
        """Take a key as the terminal's from now on."""
        self.known = key
        self.keys.add(key)

    def backup(self) -> None:
        """Keep a copy, with the key that counts now."""
        super().backup()
        self.backed_up.append(self.known)

    def restore(self, which: int) -> None:
        """Go back, and know the key of that time."""
        super().restore(which)
        self.known = self.backed_up[which % len(self.backups)]

    def __call__(self, address: StationAddress) -> KeyedStation:
        return cast("KeyedStation", _Line(self, _public(address.terminal_key)))


class _Line:
    """One terminal's calls, signed by the key it has."""

    def __init__(self, station: KeyedStation, key: str) -> None:
        self._station, self._key = station, key

    def put_alert(self, alert_id: str, body: bytes) -> Receipt:
        return self._asked(lambda: self._station.put_alert(alert_id, body))

    def put_supplement(self, alert_id: str, n: int, body: bytes) -> Receipt:
        return self._asked(lambda: self._station.put_supplement(alert_id, n, body))

    def feed(self, after: str, wait_s: int) -> FeedPage:
        return self._asked(lambda: self._station.feed(after, wait_s))

    def reconcile(self, epoch: str, letters: Sequence[SentAlert]) -> Reconciled:
        return self._asked(lambda: self._station.reconcile(epoch, letters))

    def rotate_key(self, new_jwk: dict[str, str], proof: str) -> str:
        def change() -> str:
            self._station.know(new_jwk["x"])
            return proof

        return self._asked(change)

    def _asked(self, work: Callable[[], Answer]) -> Answer:
        self._station.fate.point()
        if self._key != self._station.known:
            raise StationRefused("unknown-key", 401)
        answer = work()
        self._station.fate.point()
        return answer


class ModelCounty(RestoredCounty):
    """The real use cases of a profile and its copies, over a storage that dies and a station that loses answers."""

    station: KeyedStation

    def __init__(self) -> None:
        self.clock, self.ids, self.fate = FixedClock(), CountedIds(), Fate()
        self.station = KeyedStation(self.clock)
        self.station.fate, self.station.backed_up, self.station.keys = self.fate, [], set()
        self.storage = MortalStorage(self.fate)
        self.saved: list[str] = []
        self._processes = [self._process(name) for name in PROCESSES]
        self._enrol()
        first = KEYS.generate()
        with self.storage.begin() as work:
            shop = work.members.shop()
            assert shop is not None
            work.members.put_shop(replace(shop, terminal_key=first))
            work.commit()
        self.station.know(_public(first))

    def do(self, step: str, which: int = 0, process: int = 0) -> None:
        """Do one step; what the world refuses is no matter here, and whoever dies begins anew with what was committed."""
        if step == "rotate" and len(self.station.keys) >= FORMER:
            # A station whose backup is older than all former keys kept needs a new enrolment: that is said, and not walked.
            return
        try:
            with contextlib.suppress(CounterwatchError):
                if step == "report":
                    # What was not said to be saved need not be there; what was is noted after its commit.
                    self._report()
                else:
                    super().do(step, which, process)
        except Dead:
            self.station.on_the_wire = None
            self._processes = [self._process(name) for name in PROCESSES]

    def break_at(self, nth: int, *, death: bool) -> None:
        """Let the process die, or the line break, at the `nth` point from now."""
        self.fate.arm(nth, Dead if death else lambda: StationUnreachable("network"))

    def mend(self) -> None:
        """Nothing breaks any more."""
        self.fate.arm(0, Dead)

    def clones_send(self, count: int, *, meanwhile: bool) -> None:
        """Copies of the profile send the same queue, after it or while an answer to it is on the wire; then they are no more."""
        copies = [copy.deepcopy(self.storage.kept) for _ in range(count)]
        self.clock.advance(LONGEST_S)

        def send() -> None:
            present = self.storage
            for number, kept in enumerate(copies):
                self.storage = MortalStorage(Fate())
                self.storage.kept = kept
                twin = self._process(f"copy {number}")
                self.storage = present
                for step in ("feed", "reconcile", "deliver"):
                    with contextlib.suppress(CounterwatchError):
                        twin[step]()

        if meanwhile:
            self.station.on_the_wire = send
        self.do("deliver")
        if not meanwhile or self.station.on_the_wire is not None:
            self.station.on_the_wire = None
            send()

    def settle(self) -> None:
        """Let the two sides speak undisturbed until everything is said."""
        self.mend()
        self.station.on_the_wire = None
        for _ in range(SETTLED_ROUNDS):
            for step in ("pause", "finish", "deliver", "feed", "reconcile"):
                self.do(step)

    def wrong(self) -> list[str]:
        """Return what breaks rule Z, and what was said to be saved and is not."""
        kept = self.storage.kept
        letters = [(alert_id, 0) for alert_id in kept.alerts] + list(kept.supplements)
        found = [f"{letter} has no entry" for letter in letters if letter not in kept.outbox]
        found += [f"{saved} is gone" for saved in self.saved if saved not in kept.alerts]
        for letter, entry in kept.outbox.items():
            receipt = kept.receipts.get(letter)
            content = kept.alerts[letter[0]] if letter[1] == 0 else kept.supplements[letter]
            if entry.state is State.DELIVERED and (receipt is None or receipt.sha256 != content.sha256):
                found.append(f"{letter} is delivered without a receipt for its content")
            if entry.state is State.REFUSED:
                found.append(f"{letter} is refused: {entry.refused_code}")
        return found

    def unlike(self) -> list[tuple[str, int]]:
        """Return the letters the station has with other content than was saved here.

        Receipts may differ: a letter sent again after one restore stands under its first receipt in the backup of another.
        """
        kept, theirs = self.storage.kept, self.station.kept.letters
        ours = {(alert_id, 0): one.sha256 for alert_id, one in kept.alerts.items()}
        ours |= {letter: one.sha256 for letter, one in kept.supplements.items()}
        return sorted(letter for letter, receipt in theirs.items() if ours.get(letter) != receipt.sha256)

    def _process(self, owner: str) -> dict[str, Callable[[], object]]:
        connect = cast("StationConnector", self.station)
        rotate = RotateTerminalKey(begin=self.storage.begin, connect=connect, clock=self.clock, keys=KEYS)
        return {**super()._process(owner), "rotate": rotate, "finish": rotate.finish}
