"""`counterwatch` as a script calls it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.adapters.credentials import open_key
from desktop.application.hardening import MADE_UP

ROOT = Path(__file__).resolve().parents[3]
REPORT: dict[str, Any] = {
    "id": "pos-4711",
    "setting": "gold_shop",
    "facts": {
        "g-price-indifferent": "yes",
        "g-weight-only": "yes",
        "g-guided-live": "yes",
        "g-nervous-rush": "yes",
        "g-funds-strained": "yes",
        "tx": {"amount_cny": 170000, "item_kind": "jewellery"},
        "ctx": {"person_present": "yes", "value_status": "not_paid"},
    },
    "narrative": "顾客一直打着电话,由对方指挥买金条,不问款式。",
    "subject_desc": "女,六十岁上下,中等身材,红色外套,黑色手提包",
    "contact_phone": "13800138000",
}


@dataclass(frozen=True)
class Counter:
    """One profile folder with its passphrase."""

    home: Path
    passphrase: str | None = "a long enough passphrase"

    def with_cheap_key(self) -> Counter:
        """Make the profile's key at a cost that is not the subject here; the program finds the cost beside the key."""
        open_key(self.home, passphrase=self.passphrase, cost=MADE_UP)
        return self

    def run(
        self, *arguments: str, stdin: str | bytes = "", home_first: bool = False
    ) -> subprocess.CompletedProcess[str]:
        """Run one command on this profile and return what it did."""
        home = ["--home", str(self.home)]
        words = [*home, *arguments] if home_first else [*arguments, *home]
        return call(*words, stdin=stdin, passphrase=self.passphrase)

    def json(self, *arguments: str, stdin: str = "") -> dict[str, Any]:
        """Run one command that must succeed, with --json, and return its facts."""
        done = self.run(*arguments, "--json", stdin=stdin)
        assert done.returncode == 0, done.stderr
        facts: dict[str, Any] = json.loads(done.stdout)
        return facts

    def report(self, **changes: Any) -> str:
        """Save one alert; returns its id."""
        return str(self.json("report", "-", stdin=json.dumps(REPORT | changes, ensure_ascii=False))["alert_id"])


def call(*words: str, stdin: str | bytes = "", passphrase: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run `counterwatch` and return what it did."""
    raw = stdin if isinstance(stdin, bytes) else stdin.encode()
    done = subprocess.run(
        command(*words), check=False, input=raw, capture_output=True, env=environment(passphrase), cwd=ROOT, timeout=90
    )
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err, err
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


def command(*words: str) -> list[str]:
    """The command line."""
    return [sys.executable, "-m", "desktop", *words]


def environment(passphrase: str | None) -> dict[str, str]:
    """The environment, with the passphrase or without."""
    kept = {name: value for name, value in os.environ.items() if name != "COUNTERWATCH_PASSPHRASE"}
    return kept if passphrase is None else kept | {"COUNTERWATCH_PASSPHRASE": passphrase}
