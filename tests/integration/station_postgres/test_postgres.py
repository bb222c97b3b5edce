"""The same promises on PostgreSQL: once, in order across processes, and back after the server was away."""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import create_engine, text

from station.application import feed
from station.application.create_member import create_member
from station.application.create_merchant import create_merchant
from station.application.enrolment_code import make_enrolment_code
from station.application.ports import Unit
from station.bootstrap import Running, open_station
from station.settings import Settings
from tests.fakes.alerts import gold_alert, silent_alarm, supplement
from tests.fakes.attachments import photo, upload
from tests.fakes.served import command
from tests.fakes.terminal import FakeTerminal, in_process

BASE = "http://station.test"


def enrolled(running: Running) -> FakeTerminal:
    """Return a terminal of a new shop."""
    merchant = create_merchant(running.station, name="店", trade="gold", address="街")
    terminal = FakeTerminal(in_process(running.app), BASE)
    code, _expires = make_enrolment_code(running.station, merchant_id=merchant.merchant_id)
    assert terminal.enrol(code).status == 201
    return terminal


def test_the_road_of_an_alert(database: Settings) -> None:
    running = open_station(database)
    try:
        terminal = enrolled(running)
        body = gold_alert(terminal.enrolment, place={"address": "长" * 200, "detail": "长" * 200})
        first = terminal.put_alert(body)
        assert (first.status, terminal.put_alert(body).content) == (201, first.content)
        assert terminal.put_alert({**body, "amount_fen": 1}).slug == "alert-id-conflict"
        assert terminal.put_alert(silent_alarm(terminal.enrolment)).status == 201
        for path in ("alerts/a%00b", "alerts/a%00b/supplements/1"):
            assert terminal.call("PUT", f"/api/v1/{path}", body).slug == "not-found"
        extra = supplement(body["alert_id"], 1, kind="reply", in_reply_to="i" * 60, reply_code="handed_over")
        assert terminal.put_supplement(extra).status == 201
        upload(terminal, body["alert_id"], photo())
        page = terminal.feed().json()
        assert len([event for event in page["events"] if event["type"] == "case.status"]) == 2
        assert terminal.feed(page["cursor"]).json()["events"] == []
    finally:
        running.close()


def test_a_race_for_one_id_is_won_once(database: Settings) -> None:
    stations = [open_station(database) for _ in range(2)]
    try:
        terminal = enrolled(stations[0])
        other = FakeTerminal(in_process(stations[1].app), BASE, terminal.key, enrolment=terminal.enrolment)
        bodies = [gold_alert(terminal.enrolment) for _ in range(6)]
        with ThreadPoolExecutor(8) as pool:
            answers = list(
                pool.map(lambda one: one[0].put_alert(one[1]), [(t, b) for b in bodies for t in (terminal, other)])
            )
        for first, second in zip(answers[::2], answers[1::2], strict=True):
            assert sorted([first.status, second.status]) == [200, 201]
            assert first.content == second.content
        assert stations[0].store.read(lambda unit: unit.alerts.count()) == len(bodies)
    finally:
        for running in stations:
            running.close()


def test_numbers_never_appear_behind_a_reader(database: Settings) -> None:
    """Two processes write, a third reads with a cursor: no event may turn up below what was read already."""
    stations = [open_station(database) for _ in range(3)]
    merchant = create_merchant(stations[0].station, name="店", trade="gold", address="街")
    count, done = 60, threading.Event()

    def emit(running: Running) -> None:
        for _ in range(count):
            running.store.write(
                lambda unit: feed.emit(
                    unit, "bulletin", {}, at=running.station.clock.now(), merchant_id=merchant.merchant_id
                )
            )

    def page(after: int) -> list[int]:
        def look(unit: Unit) -> list[int]:
            return [event.seq for event in unit.feed_for(merchant.merchant_id, "t", "gold", after, 1000)]

        return stations[2].store.read(look)

    def follow() -> list[int]:
        seen: list[int] = []
        while True:
            last = done.is_set()
            found = page(seen[-1] if seen else 0)
            seen += found
            if last and not found:
                return seen

    try:
        with ThreadPoolExecutor(3) as pool:
            reader = pool.submit(follow)
            for writing in [pool.submit(emit, running) for running in stations[:2]]:
                writing.result()
            done.set()
            seen = reader.result()
        assert seen == sorted(set(seen))
        assert len(seen) == 2 * count
    finally:
        done.set()
        for running in stations:
            running.close()


def test_another_process_wakes_the_waiters(database: Settings) -> None:
    here, there = open_station(database), open_station(database)
    try:
        merchant = create_merchant(here.station, name="店", trade="gold", address="街")

        async def waited() -> list[dict[str, object]]:
            with here.station.hub.listen(feed.merchant_topic(merchant.merchant_id)) as waiter:
                # The listener may still be connecting: write until it has heard.
                for _ in range(20):
                    await asyncio.to_thread(make_enrolment_code, there.station, merchant_id=merchant.merchant_id)
                    heard = await waiter.wait(1)
                    if heard:
                        return heard
            return []

        assert asyncio.run(waited()) == [{"type": "changed"}]
    finally:
        here.close()
        there.close()


def test_a_lost_connection_costs_no_answer(database: Settings, server: str) -> None:
    running = open_station(database)
    try:
        terminal = enrolled(running)
        killer = create_engine(server, isolation_level="AUTOCOMMIT")
        with killer.connect() as connection:
            others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
            assert len(connection.execute(text(others)).all()) >= 2
        killer.dispose()
        assert terminal.put_alert(gold_alert(terminal.enrolment)).status == 201
        assert terminal.feed().status == 200
    finally:
        running.close()


def test_commands_work_and_say_what_is_the_servers_own(database: Settings) -> None:
    where = ["--database", database.database_url, "--key-file", str(database.key_file)]
    assert command("alerts", *where).exit_code == 0
    said = command("backup", *where, "--to", "x")
    assert (said.exit_code, "--done-elsewhere" in said.stderr) == (1, True)
    assert command("backup", *where, "--done-elsewhere", "0").exit_code == 0
    assert command("restore", *where, "--done-elsewhere").exit_code == 0
    assert command("init", *where[:2], "--key-file", f"{database.key_file}2").exit_code == 1


def test_an_older_database_is_sealed_when_it_is_opened(database: Settings) -> None:
    """Version 2 kept names as plain text in columns too narrow for what is sealed."""
    names = ["李店员", "长" * 60]
    running = open_station(database)
    merchant = create_merchant(running.station, name="店", trade="gold", address="街")
    ids = [
        create_member(running.station, merchant_id=merchant.merchant_id, name=name, role="店员")[0].member_id
        for name in names
    ]
    running.close()
    engine = create_engine(database.database_url)
    with engine.begin() as connection:
        for member_id, name in zip(ids, names, strict=True):
            found = {"name": name, "id": member_id}
            connection.execute(text("UPDATE members SET name = :name WHERE member_id = :id"), found)
        connection.execute(text("ALTER TABLE members ALTER COLUMN name TYPE VARCHAR(60)"))
        connection.execute(text("ALTER TABLE rewards ALTER COLUMN title TYPE VARCHAR(100)"))
        connection.execute(text("UPDATE meta SET value = '2' WHERE name = 'schema_version'"))
    both = [threading.Thread(target=lambda: open_station(database).close()) for _ in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    running = open_station(database)
    try:
        assert running.store.read(lambda unit: {one.member_id: one.name for one in unit.members.find()}) == dict(
            zip(ids, names, strict=True)
        )
    finally:
        running.close()
    with engine.connect() as connection:
        kept = connection.execute(text("SELECT name FROM members")).scalars().all()
        facts = {row.name: row.value for row in connection.execute(text("SELECT name, value FROM meta"))}
    engine.dispose()
    assert all(value.startswith("sealed:") for value in kept)
    assert facts["schema_version"] == "3"
    assert "old_pages" not in facts
