"""The key file: what is in it, and how it changes without ever being half written."""

import base64
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from joserfc.jwk import OKPKey

from station.adapters.folders import sync_folder
from station.application.errors import StationNotReady

_MOST_RETIRED = 8


@dataclass(frozen=True, slots=True)
class Keys:
    """What one reading of the file gave; `coming` is a signing key announced but not yet in force."""

    station_id: str
    signing: OKPKey
    seal_key: bytes
    blind_key: bytes
    coming: OKPKey | None
    retired: list[OKPKey]


def create_key_file(path: Path, station_id: str) -> None:
    """Write fresh keys to `path` (mode 0600); raises FileExistsError rather than replace keys."""
    content = {
        "station_id": station_id,
        "signing_jwk": _fresh(),
        "seal_key": _encode(secrets.token_bytes(32)),
        "blind_key": _encode(secrets.token_bytes(32)),
    }
    _write(path, content)
    # The name too: a power cut must not leave a database that nobody can open.
    sync_folder(path.parent)


def read_key_file(path: Path) -> Keys:
    """Read the keys; raises StationNotReady no-key-file or wrong-key-file."""
    content = _read(path)
    try:
        coming = content.get("coming_jwk")
        return Keys(
            str(content["station_id"]),
            OKPKey.import_key(content["signing_jwk"]),
            _decode(content["seal_key"]),
            _decode(content["blind_key"]),
            OKPKey.import_key(coming) if coming else None,
            [OKPKey.import_key(jwk) for jwk in content.get("retired_jwks", [])],
        )
    except (ValueError, KeyError, TypeError):
        # The file's text must not reach a log.
        raise StationNotReady("wrong-key-file") from None


def prepare_next_key(path: Path) -> None:
    """Put the key that comes next into the file; one that is there already (an interrupted rotation) stays."""
    content = _read(path)
    if not content.get("coming_jwk"):
        _replace(path, {**content, "coming_jwk": _fresh()})


def promote_next_key(path: Path) -> str:
    """Bring the announced key into force, keep the old one's public half for receipts; returns the new thumbprint."""
    content = _read(path)
    coming, old = content.pop("coming_jwk"), OKPKey.import_key(content["signing_jwk"])
    retired = [old.as_dict(private=False), *content.get("retired_jwks", [])][:_MOST_RETIRED]
    _replace(path, {**content, "signing_jwk": coming, "retired_jwks": retired})
    return str(OKPKey.import_key(coming).thumbprint())


def _fresh() -> dict[str, Any]:
    return dict(OKPKey.generate_key("Ed25519").as_dict(private=True))


def _read(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise StationNotReady("no-key-file") from None
    except ValueError:
        raise StationNotReady("wrong-key-file") from None
    if not isinstance(content, dict):
        raise StationNotReady("wrong-key-file")
    return content


def _replace(path: Path, content: dict[str, Any]) -> None:
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    _write(part, content)
    part.replace(path)
    sync_folder(path.parent)


def _write(path: Path, content: dict[str, Any]) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(content, file, indent=1)
        file.flush()
        os.fsync(file.fileno())


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode()


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text)
