"""Durable save of an alert with its outbox entry, beside the same rows written by raw sqlcipher3.

`python3 bench/save_alert.py`: five runs of 200 saves each, ours and the floor in turn; prints the median of each run in
milliseconds and the ratio of the medians. Both use one connection to an encrypted file with WAL and synchronous FULL;
both write alert, outbox entry and record with its search words, one commit each. Target: at most 3x.
"""

from __future__ import annotations

import secrets
import statistics
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter_ns
from typing import Any

from desktop.adapters.storage.connection import connect
from desktop.adapters.storage.grams import grams
from desktop.adapters.storage.profile import DATABASE, Storage, open_storage
from desktop.domain.alert.alert import Alert, digest_of
from desktop.domain.delivery.outbox import OutboxEntry

RUNS, SAVES = 5, 200
TARGET = 3.0
NOW = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)
BODY = b'{"narrative":"' + "客人一直在打电话".encode() * 60 + b'"}'


def alert(number: int) -> Alert:
    """An alert of usual size (about 1.5 kB)."""
    alert_id = f"0199f0c0-0000-7000-8000-{number:012x}"
    return Alert(
        alert_id, "gold_shop", "alert", "victim", "alert", None, NOW, NOW, BODY, digest_of(BODY),
        "只报总克数", "客人一直在打电话,要把金条寄到外省", 15_000_000,
    )  # fmt: skip


def save_ours(storage: Storage, item: Alert) -> None:
    """One unit of work, as the submit button does it."""
    with storage.begin() as work:
        work.alerts.add(item)
        work.outbox.add(OutboxEntry(item.alert_id, 0, False, NOW, NOW))
        work.commit()


def save_raw(connection: Any, item: Alert) -> None:
    """The same rows without any layer between."""
    execute = connection.execute
    at = int(NOW.timestamp() * 1_000_000)
    row = {key: at if isinstance(value, datetime) else value for key, value in asdict(item).items()}
    row["compliance"] = "[]"
    names, places = ",".join(row), ",".join("?" * len(row))
    execute("BEGIN IMMEDIATE")
    execute(f"INSERT INTO alerts ({names}) VALUES ({places})", [*row.values()])  # noqa: S608 - the dataclass's own names
    execute(
        "INSERT INTO outbox (alert_id, n, urgent, queued_at, next_attempt_at, state, attempts, refused_detail,"
        " refused_detail_zh) VALUES (?, 0, 0, ?, ?, 'queued', 0, '', '')",
        [item.alert_id, at, at],
    )
    cursor = execute(
        "INSERT INTO records (alert_id, setting, level, track, summary, amount_fen, created_at, delivery, case_text,"
        " silent, waiting, open, closed, accepted, loss_prevented_fen)"
        " VALUES (?, 'gold_shop', 'alert', 'victim', ?, ?, ?, 'queued', '', 0, 1, 0, 0, 0, 0)",
        [item.alert_id, item.summary, item.amount_fen, at],
    )
    words = grams(item.alert_id, item.narrative, item.summary)
    execute("INSERT INTO records_fts(rowid, grams) VALUES (?, ?)", [cursor.lastrowid, words])
    execute("COMMIT")


def main() -> int:
    """Run and print; 0 when the target is met."""
    with tempfile.TemporaryDirectory() as folder:
        key = secrets.token_bytes(32)
        ours, floor = (open_storage(Path(folder) / name, key, now=NOW) for name in ("ours", "floor"))
        raw = connect(Path(folder) / "floor" / DATABASE, key)
        ratios = []
        for run in range(RUNS):
            spent: tuple[list[float], list[float]] = ([], [])
            for number in range(run * SAVES, (run + 1) * SAVES):
                item = alert(number)
                start = perf_counter_ns()
                save_ours(ours, item)
                middle = perf_counter_ns()
                save_raw(raw, item)
                spent[0].append((middle - start) / 1e6)
                spent[1].append((perf_counter_ns() - middle) / 1e6)
            mine, theirs = (statistics.median(part) for part in spent)
            ratios.append(mine / theirs)
            print(f"run {run + 1}: ours {mine:.2f} ms, raw {theirs:.2f} ms, ratio {mine / theirs:.2f}")
        raw.close()
        ours.close()
        floor.close()
    ratio = statistics.median(ratios)
    print(f"median ratio {ratio:.2f} (target <= {TARGET})")
    return 0 if ratio <= TARGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
