"""What the operator decided: read once from arguments and environment, then frozen."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from station.adapters.storage.engine import database_file, normal_url
from station.application.context import Limits

DATABASE_VARIABLE = "COUNTERWATCH_STATION_DATABASE"
DEFAULT_DATABASE = "station.sqlite"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data is and how the station is reached."""

    database_url: str
    key_file: Path
    public_url: str | None = None
    limits: Limits = field(default_factory=Limits)

    @property
    def attachments(self) -> Path:
        """The folder of sealed attachments, beside the database, or beside the key file when a server holds the rest."""
        file = database_file(self.database_url)
        return Path(f"{file}.attachments") if file else self.key_file.with_name(f"{self.key_file.name}.attachments")


def read_settings(
    database: str | None = None,
    key_file: str | None = None,
    public_url: str | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Settings:
    """Combine arguments, environment and defaults; the key file stands beside the database unless named."""
    url = normal_url(database or environ.get(DATABASE_VARIABLE) or DEFAULT_DATABASE)
    file = database_file(url)
    keys = Path(key_file) if key_file else Path(f"{file}.key" if file else "station.key")
    return Settings(url, keys, public_url.rstrip("/") if public_url else None)
