"""What a start finds before everything is loaded: nothing is made, the key is asked for once, and the alarm can be saved."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.adapters.credentials import open_key, settle
from desktop.adapters.credentials.header import HEADER
from desktop.adapters.storage import in_use
from desktop.adapters.storage.profile import open_storage
from desktop.application.errors import ProfileLocked
from desktop.application.hardening import MADE_UP
from desktop.hosts import MainHost
from desktop.settings import Settings
from desktop.wiring.early_alarm import open_early
from tests.fakes.counter import Enrolled
from tests.support import OPENING

PASSPHRASE = "made up for a test"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A shop's profile under a passphrase."""
    settings = Settings(tmp_path / "profile", passphrase=PASSPHRASE)
    storage = open_storage(settings.home, open_key(settings.home, passphrase=PASSPHRASE, cost=MADE_UP), now=OPENING)
    Enrolled(storage.begin)
    storage.close()
    settle(settings.home)
    return settings


def test_an_alarm_saved_early_is_there_when_the_profile_is_open(settings: Settings) -> None:
    host = MainHost(settings)
    road = host.open_early("main")
    assert road is not None
    alert_id = road.save()
    road.close()
    profile = host.open("main", None)
    shown = profile.services.counter_overview(None).open_alerts
    line = profile.services.live_line(alert_id)
    profile.close()
    assert [row.alert_id for row in shown] == [alert_id]
    assert line.delivery == "queued"


def test_nobody_is_asked_for_the_key_twice(settings: Settings) -> None:
    host = MainHost(settings)
    road = host.open_early("main")
    assert road is not None
    road.close()
    header = (settings.home / HEADER).read_bytes()
    (settings.home / HEADER).unlink()
    host.open("main", None).close()
    # Only for the first opening: what was restored meanwhile has another key.
    with pytest.raises(ProfileLocked):
        host.open("main", None)
    (settings.home / HEADER).write_bytes(header)
    host.open("main", None).close()


def test_both_roads_are_open_at_the_same_time(settings: Settings) -> None:
    host = MainHost(settings)
    road = host.open_early("main")
    assert road is not None
    profile = host.open("main", None)
    first, second = road.save(), profile.services.silent_alarm(None).value
    road.close()
    shown = {row.alert_id for row in profile.services.counter_overview(None).open_alerts}
    profile.close()
    assert shown == {first, second}


def test_where_there_is_no_shop_yet_nothing_is_made(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "none", passphrase=PASSPHRASE)
    assert open_early(settings) is None
    assert not settings.home.exists()
    storage = open_storage(settings.home, open_key(settings.home, passphrase=PASSPHRASE, cost=MADE_UP), now=OPENING)
    storage.close()
    assert open_early(settings) is None
    settle(settings.home)
    assert open_early(settings) is None


def test_a_missing_passphrase_is_said_and_a_restore_is_not_disturbed(settings: Settings) -> None:
    with pytest.raises(ProfileLocked) as asked:
        open_early(Settings(settings.home))
    assert asked.value.reason == "passphrase-needed"
    with contextlib.ExitStack() as held:
        held.enter_context(in_use.alone(settings.home))
        with pytest.raises(ProfileLocked) as busy:
            open_early(settings)
    assert busy.value.reason == "in-use"
    # What failed to open holds nobody up.
    with in_use.alone(settings.home):
        pass


def test_the_short_road_loads_no_database_library_and_no_network(settings: Settings) -> None:
    program = (
        "import sys; from pathlib import Path; from desktop.settings import Settings; from desktop.wiring.early_alarm import open_early;"
        "road = open_early(Settings(Path(sys.argv[1]), passphrase=sys.argv[2])); road.save(); road.close();"
        "heavy = {'sqlalchemy', 'alembic', 'requests', 'pydantic', 'redflags', 'PySide6', 'asyncio', 'keyring', 'PIL'};"
        "sys.exit(' '.join(sorted(heavy & set(sys.modules))) or None)"
    )
    _ends_well(program, settings)


def test_what_no_clerk_needs_at_sign_in_is_loaded_when_it_is_asked_for(settings: Settings) -> None:
    program = (
        "import sys; from pathlib import Path; from desktop.settings import Settings; from desktop.bootstrap import open_profile;"
        "one = open_profile(Settings(Path(sys.argv[1]), passphrase=sys.argv[2]), None); one.services.members();"
        "late = {'desktop.wiring.care', 'desktop.wiring.shop_life', 'desktop.wiring.counter_aids', 'desktop.wiring.after_sending'};"
        "early = sorted(late & set(sys.modules));"
        "one.services.care.network.settings(); one.services.learning.lessons(); one.services.courier.carriers();"
        "one.services.register.page(); one.services.gold_price.today(); one.services.care.backups.state();"
        "missing = sorted(late - set(sys.modules)); one.close();"
        "sys.exit(None if early == [] and missing == ['desktop.wiring.after_sending'] else f'{early} {missing}')"
    )
    _ends_well(program, settings)


def _ends_well(program: str, settings: Settings) -> None:
    """What is loaded shows only in a process of its own."""
    ended = subprocess.run(
        [sys.executable, "-c", program, str(settings.home), PASSPHRASE], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
