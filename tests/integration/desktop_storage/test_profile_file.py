"""The file itself: encrypted, never emptied by a wrong key, honest about a full or damaged disk, backed up first."""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from pathlib import Path

import pytest

from desktop.adapters.storage.connection import connect
from desktop.adapters.storage.migrate import SCRIPTS
from desktop.adapters.storage.profile import DATABASE, open_storage
from desktop.adapters.storage.schema_versions import VERSIONS
from desktop.adapters.storage.tables import metadata
from desktop.application.errors import ProfileLocked, StorageFailed
from tests.fakes.counter import alert, letter
from tests.integration.desktop_storage.conftest import Profile
from tests.support import OPENING

CANARY = "金丝雀一号KANARIENVOGEL"


def save(profile: Profile, number: int, narrative: str = CANARY) -> None:
    """Save one alert."""
    with profile.storage.begin() as work:
        work.alerts.add(alert(number, narrative=narrative))
        work.outbox.add(letter(alert(number)))
        work.commit()


def test_nothing_typed_stands_in_any_file(profile: Profile) -> None:
    for number in range(30):
        save(profile, number)
    profile.storage.backup(profile.home / "backups" / "today.db")
    files = [path for path in profile.home.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {DATABASE, f"{DATABASE}-wal", "today.db"}
    for needle in (CANARY.encode(), "鑫福珠宝".encode(), b"KANARIENVOGEL", b"SQLite format 3", profile.key):
        assert not [path.name for path in files if needle in path.read_bytes()]


def test_another_key_opens_nothing_and_changes_nothing(profile: Profile) -> None:
    save(profile, 1)
    profile.storage.close()
    before = (profile.home / DATABASE).read_bytes()
    with pytest.raises(StorageFailed) as caught:
        open_storage(profile.home, secrets.token_bytes(32), now=OPENING)
    assert caught.value.reason == "corrupt"
    assert (profile.home / DATABASE).read_bytes() == before


def test_a_full_disk_says_so_and_loses_nothing(profile: Profile) -> None:
    save(profile, 1)
    connection = profile.storage._engine.raw_connection()
    pages = connection.cursor().execute("PRAGMA page_count").fetchone()[0]
    connection.cursor().execute(f"PRAGMA max_page_count = {pages}")
    connection.close()
    number, reason = 2, ""
    while not reason:
        try:
            save(profile, number, "长" * 500)
            number += 1
        except StorageFailed as error:
            reason = error.reason
    assert reason == "full"
    with profile.reopen().begin() as work:
        assert work.outbox.undelivered() == (number - 1, 0)
        assert not work.alerts.has(alert(number).alert_id)
        assert not work.outbox.receipt(alert(1).alert_id, 0)
    save(profile, number)


def test_a_flipped_byte_is_found(profile: Profile) -> None:
    save(profile, 1)
    profile.storage.close()
    path = profile.home / DATABASE
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    with pytest.raises(StorageFailed) as caught:
        open_storage(profile.home, profile.key, now=OPENING)
    assert caught.value.reason == "corrupt"
    data[100] ^= 1
    path.write_bytes(data)
    profile.reopen()


def test_a_backup_is_a_whole_profile(profile: Profile, tmp_path: Path) -> None:
    save(profile, 1)
    profile.storage.backup(tmp_path / "restored" / DATABASE)
    restored = open_storage(tmp_path / "restored", profile.key, now=OPENING)
    with restored.begin() as work:
        assert work.alerts.get(alert(1).alert_id) == alert(1, narrative=CANARY)
    restored.close()
    assert not list(tmp_path.rglob("*.part"))


def test_the_scripts_make_exactly_the_tables_the_code_uses(profile: Profile) -> None:
    assert tuple(sorted(path.stem[1:5] for path in (SCRIPTS / "versions").glob("v*.py"))) == VERSIONS
    plain = {}
    connection = connect(profile.home / DATABASE, profile.key)
    for table in metadata.sorted_tables:
        plain[table.name] = {row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")}
    indexes = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    connection.close()
    assert plain == {table.name: set(table.columns.keys()) for table in metadata.sorted_tables}
    assert {index.name for table in metadata.sorted_tables for index in table.indexes} <= indexes


def test_a_newer_schema_is_left_alone(profile: Profile) -> None:
    save(profile, 1)
    set_version(profile, "9999")
    with pytest.raises(ProfileLocked) as caught:
        open_storage(profile.home, profile.key, now=OPENING)
    assert caught.value.reason == "newer-version"
    set_version(profile, VERSIONS[-1])
    with profile.reopen().begin() as work:
        assert work.alerts.has(alert(1).alert_id)


@pytest.mark.parametrize("ending", ["", "    raise RuntimeError('the power went')\n"])
def test_an_upgrade_backs_up_first_and_is_all_or_nothing(
    profile: Profile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    save(profile, 1)
    profile.storage.close()
    next_version(tmp_path / "scripts", monkeypatch, ending)
    if ending:
        with pytest.raises(RuntimeError, match="the power went"):
            open_storage(profile.home, profile.key, now=OPENING)
        monkeypatch.undo()
    with profile.reopen().begin() as work:
        assert work.alerts.has(alert(1).alert_id)
    (backup,) = (profile.home / "backups").iterdir()
    assert backup.name == f"profile-20261117T020000Z-schema-{VERSIONS[-1]}.db"
    assert ("second" in tables_in(profile.home / DATABASE, profile.key)) is not bool(ending)
    assert "second" not in tables_in(backup, profile.key)


def next_version(folder: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    """Pretend the app has one more schema version."""
    shutil.copytree(SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    script = (
        f"from alembic import op\n\nrevision = '9998'\ndown_revision = '{VERSIONS[-1]}'\n\n\n"
        "def upgrade() -> None:\n    op.execute('CREATE TABLE second (a)')\n"
    )
    (folder / "versions" / "v9998_second.py").write_text(script + ending, encoding="utf-8")
    monkeypatch.setattr("desktop.adapters.storage.migrate.SCRIPTS", folder)
    monkeypatch.setattr("desktop.adapters.storage.migrate.VERSIONS", (*VERSIONS, "9998"))


def tables_in(path: Path, key: bytes) -> set[str]:
    """Names of the tables in a closed or open profile database."""
    connection = connect(path, key)
    found = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    return found


def set_version(profile: Profile, version: str) -> None:
    """Write another schema version into a closed profile."""
    profile.storage.close()
    connection = connect(profile.home / DATABASE, profile.key)
    connection.execute("UPDATE alembic_version SET version_num = ?", (version,))
    connection.close()


def test_plain_sqlite_cannot_read_it(profile: Profile) -> None:
    plain = sqlite3.connect(profile.home / DATABASE)
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT count(*) FROM sqlite_master")
    plain.close()
