"""The group-commit store: answers after the commit, one bad job costs nobody else, a full queue says so."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from station.adapters.hub import EventHub
from station.adapters.storage.store import SqlStore, create_database
from station.adapters.storage.writer import GroupCommitWriter
from station.application import auditing
from station.application.errors import AlreadyThere, Refused
from station.application.ports import Unit
from station.application.records import Attempts
from tests.support import OPENING


class GatedWriter(GroupCommitWriter):
    """Waits at every commit until the test opens the gate; fails as many commits as the test asks."""

    gate = threading.Event()
    failures = 0

    def commit(self, connection: Connection) -> None:
        """Wait, then fail or commit."""
        assert self.gate.wait(timeout=20)
        if GatedWriter.failures:
            GatedWriter.failures -= 1
            raise OperationalError("COMMIT", {}, Exception("disk I/O error"))
        super().commit(connection)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    """A store whose commits the test can hold and fail."""
    url = f"sqlite:///{tmp_path / 's.sqlite'}"
    create_database(url, {"station_id": "sta_1"})
    GatedWriter.gate = threading.Event()
    GatedWriter.gate.set()
    GatedWriter.failures = 0
    opened = SqlStore(url, EventHub(), GatedWriter)
    yield opened
    GatedWriter.gate.set()
    opened.close()


def note(scope: str, unit: Unit) -> str:
    """Store one row; the kind does not matter here."""
    unit.attempts.add(Attempts(scope, 1, OPENING))
    return scope


def scopes(store: SqlStore) -> set[str]:
    """Return what is committed."""
    return {row.scope for row in store.read(lambda unit: unit.attempts.find())}


def test_nothing_is_answered_before_the_commit(store: SqlStore) -> None:
    GatedWriter.gate.clear()
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(store.write, lambda unit: note("a", unit))
        with pytest.raises(TimeoutError):
            answer.result(timeout=0.2)
        assert scopes(store) == set()
        GatedWriter.gate.set()
        assert answer.result(timeout=10) == "a"
    assert scopes(store) == {"a"}


def test_a_refused_job_in_a_batch_undoes_only_itself(store: SqlStore) -> None:
    store.write(lambda unit: note("there", unit))
    GatedWriter.gate.clear()

    def bad(unit: Unit) -> None:
        note("half", unit)
        note("there", unit)

    with ThreadPoolExecutor(8) as pool:
        first = pool.submit(store.write, lambda unit: note("first", unit))
        others = [pool.submit(store.write, lambda unit, name=name: note(name, unit)) for name in "bcd"]
        failing = pool.submit(store.write, bad)
        GatedWriter.gate.set()
        assert {first.result(10), *(item.result(10) for item in others)} == {"first", "b", "c", "d"}
        with pytest.raises(AlreadyThere):
            failing.result(10)
    assert scopes(store) == {"there", "first", "b", "c", "d"}


def test_a_failed_commit_is_retried_one_by_one(store: SqlStore) -> None:
    GatedWriter.gate.clear()
    GatedWriter.failures = 1
    with ThreadPoolExecutor(8) as pool:
        answers = [pool.submit(store.write, lambda unit, name=name: note(name, unit)) for name in "abcd"]
        GatedWriter.gate.set()
        assert {item.result(10) for item in answers} == set("abcd")
    assert scopes(store) == set("abcd")


def test_a_commit_that_keeps_failing_is_a_busy_station_and_leaves_nothing(store: SqlStore) -> None:
    GatedWriter.failures = 2
    with pytest.raises(Refused) as caught:
        store.write(lambda unit: note("a", unit))
    assert caught.value.slug == "busy"
    assert caught.value.headers["Retry-After"]
    assert scopes(store) == set()
    assert store.write(lambda unit: note("a", unit)) == "a"


def test_a_returned_refusal_keeps_what_was_written(store: SqlStore) -> None:
    def count_then_refuse(unit: Unit) -> str | Refused:
        note("wrong-try", unit)
        return Refused("unknown-code")

    with pytest.raises(Refused, match="unknown-code"):
        store.write(count_then_refuse)
    assert scopes(store) == {"wrong-try"}


def test_a_full_queue_refuses_ordinary_jobs_and_still_takes_urgent_ones(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 's.sqlite'}"
    create_database(url, {"station_id": "sta_1"})
    held, started = threading.Event(), threading.Event()
    store = SqlStore(url, EventHub())
    room = 256

    def hold(_unit: Unit) -> str:
        started.set()
        held.wait(20)
        return "held"

    with ThreadPoolExecutor(room + 4) as pool:
        pool.submit(store.write, hold)
        assert started.wait(10)
        waiting = store._writer._waiting
        jobs = [pool.submit(store.write, lambda _unit: "x") for _ in range(room)]
        full = threading.Event()
        while len(waiting) < room:
            full.wait(0.01)
        with pytest.raises(Refused, match="busy"):
            store.write(lambda _unit: "one too many")
        urgent = pool.submit(store.write, lambda _unit: "urgent", urgent=True)
        held.set()
        assert urgent.result(10) == "urgent"
        assert {job.result(10) for job in jobs} == {"x"}
    store.close()


def test_numbers_are_given_in_the_order_of_commits(store: SqlStore) -> None:
    with ThreadPoolExecutor(16) as pool:
        taken = [
            item.result(10) for item in [pool.submit(store.write, lambda unit: unit.next_seq()) for _ in range(100)]
        ]
    assert sorted(taken) == list(range(1, 101))
    assert store.read(lambda unit: unit.last_seq()) == 100


def test_an_edited_audit_row_breaks_the_chain(store: SqlStore) -> None:
    def three(unit: Unit) -> None:
        for number in range(3):
            auditing.record(unit, at=OPENING, actor="cli", action="test", subject=f"thing:{number}")

    store.write(three)
    rows = store.read(lambda unit: unit.audit.find(order=["audit_no"]))
    assert auditing.first_broken(rows) is None
    store.write(lambda unit: unit.audit.change(2, actor="somebody-else"))
    rows = store.read(lambda unit: unit.audit.find(order=["audit_no"]))
    assert auditing.first_broken(rows) == 2
    store.write(lambda unit: unit.audit.remove(audit_no=2))
    rows = store.read(lambda unit: unit.audit.find(order=["audit_no"]))
    assert auditing.first_broken(rows) == 3
