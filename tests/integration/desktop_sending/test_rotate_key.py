"""`counterwatch rotate-key` on a profile of no shop and on one of a real shop."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from desktop.bootstrap import open_profile
from desktop.cli.group import group
from desktop.settings import Settings
from tests.integration.desktop_sending.real_station import RealStation


def test_the_key_changes_and_the_line_goes_on(
    tmp_path: Path, station: RealStation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTERWATCH_PASSPHRASE", "a long enough passphrase")
    home = tmp_path / "profile"
    early = CliRunner().invoke(group, ["rotate-key", "--home", str(home)])
    assert early.exit_code == 1
    assert "登记" in early.stderr
    profile = open_profile(Settings(home, passphrase="a long enough passphrase"), None)
    profile.services.enrol(station.url, station.new_code(), "一号柜台")
    profile.close()
    done = CliRunner().invoke(group, ["rotate-key", "--home", str(home), "--json"])
    assert (done.exit_code, json.loads(done.stdout)) == (0, {"rotated": True})
    profile = open_profile(Settings(home, passphrase="a long enough passphrase"), None)
    alert_id = profile.services.silent_alarm(None).value
    profile.services.deliver_due()
    assert profile.services.live_line(alert_id).delivery == "delivered"
    profile.close()
