"""Two station processes on one PostgreSQL, sixteen senders of one letter: one row, one receipt, numbers in order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import create_engine, text

from tests.fakes.alerts import gold_alert
from tests.fakes.postgres import fresh_database, postgres
from tests.fakes.terminal import Answer, FakeTerminal, over_http
from tests.faults.once import SENDERS
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import Plant, World, free_listener, new_world

KEYED = ("alerts", "supplements", "leads", "lead_steps", "feed_events", "blind_marks")


def run(runs: int, seed: int, *, prepare: Plant | None = None) -> Findings:
    """Send each of `runs` alerts sixteen times at once, half of them to either station."""
    findings = Findings("postgres", seed)
    with postgres() as server, new_world() as world, free_listener() as one, free_listener() as two:
        world.database_url = fresh_database(server, f"races_{seed % 100_000}")
        code = found_station(world)
        if prepare:
            prepare(world)
        stations = [start_station(world, listener=end) for end in (one, two)]
        try:
            bases = [f"http://127.0.0.1:{end.getsockname()[1]}" for end in (one, two)]
            _race(world, bases, code, runs, findings)
        finally:
            for child in stations:
                child.kill()
    return findings


def _race(world: World, bases: list[str], code: str, runs: int, findings: Findings) -> None:
    first = FakeTerminal(over_http(), bases[0], now=world.clock.now)
    assert first.enrol(code).status == 201
    second = FakeTerminal(over_http(), bases[1], first.key, world.clock.now, first.enrolment)
    engine = create_engine(world.database_url)
    with ThreadPoolExecutor(SENDERS) as pool:
        for number in range(runs):
            body = gold_alert(first.enrolment, at=world.clock.now())

            def send(which: int, body: dict[str, object] = body) -> Answer:
                return (first, second)[which % 2].put_alert(body)

            answers = list(pool.map(send, range(SENDERS)))
            with engine.connect() as connection:
                rows = connection.execute(
                    text("SELECT count(*) FROM alerts WHERE alert_id = :id"), {"id": body["alert_id"]}
                ).scalar_one()
            judge(answers, rows, findings, f"seed {findings.seed}, alert {number}")
            findings.runs += 1
    engine.dispose()


def judge(answers: list[Answer], rows: int, findings: Findings, how: str) -> None:
    """Note what is wrong with the answers to one letter and with its rows."""
    statuses = sorted(answer.status for answer in answers)
    good = [answer for answer in answers if answer.status in (200, 201)]
    if rows != 1 or statuses.count(201) > 1 or len({answer.content for answer in good}) != 1:
        findings.note("doubled" if rows > 1 else "lost", f"{rows} rows, {statuses} ({how})")
    elif any(status not in (200, 201, 503) for status in statuses):
        findings.note("errors", f"{statuses} ({how})")


def without_unique_index(world: World) -> None:
    """Take every key away from the tables of letters."""
    engine = create_engine(world.database_url)
    found = text(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint "
        "WHERE contype IN ('f', 'p', 'u') AND connamespace = 'public'::regnamespace ORDER BY contype"
    )
    with engine.begin() as connection:
        for table, name in connection.execute(found).all():
            if table in KEYED or name.startswith(KEYED):
                connection.execute(text(f'ALTER TABLE "{table}" DROP CONSTRAINT IF EXISTS "{name}" CASCADE'))
    engine.dispose()
