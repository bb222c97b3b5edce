"""How this PC reaches the station: the system's way, straight, or by a proxy named here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from urllib.parse import quote

from desktop.application.care_models import NetworkSettings, NetworkTrial
from desktop.application.care_port import CareStore, ConnectBy, Route, Secrets
from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import (
    CounterwatchError,
    InvalidInput,
    StationRefused,
    StationUnreachable,
    StorageFailed,
)
from desktop.application.ports import Clock, Keys
from desktop.application.station_port import StationAddress
from desktop.domain.alert.problems import FieldProblem

SETTINGS, PASSWORD = "care/network", "care/proxy-password"
SECRET = "proxy"
_LONGEST_PEM = 1024 * 1024


class ReadNetwork:
    """Return the settings; anything unreadable is the system's way."""

    def __init__(self, *, store: CareStore) -> None:
        self._store = store

    def __call__(self) -> NetworkSettings:
        """Read them. StorageFailed."""
        return _settings(self._store.get(SETTINGS))


class SaveNetwork:
    """Keep the settings and use them from the next connection on."""

    def __init__(self, *, store: CareStore, secrets: Secrets, changed: Callable[[], None]) -> None:
        self._store = store
        self._secrets = secrets
        self._changed = changed

    def __call__(self, settings: NetworkSettings, password: str | None) -> Outcome[None]:
        """Save; `password` None keeps the one there is. InvalidInput, StorageFailed.

        The password goes into the system's keyring; where there is none, into the encrypted profile.
        """
        _check(settings)
        if password is not None:
            in_keyring = self._secrets.keep(SECRET, password)
            self._store.put(PASSWORD, None if in_keyring or not password else password)
        self._store.put(SETTINGS, asdict(settings))
        self._changed()
        return Outcome(None, changed(Kind.CONNECTION))


class CurrentRoute:
    """The route of the settings as they are; read once and again after `forget`."""

    def __init__(self, *, store: CareStore, secrets: Secrets) -> None:
        self._store = store
        self._secrets = secrets
        self._lock = threading.Lock()
        self._known: Route | None = None

    def __call__(self) -> Route:
        """Return it; the system's way when the profile cannot be read now."""
        with self._lock:
            if self._known is None:
                try:
                    settings = _settings(self._store.get(SETTINGS))
                    self._known = _route(settings, self.password() if settings.user else "")
                except StorageFailed:
                    return Route()
            return self._known

    def password(self) -> str:
        """Return the proxy's password, empty when there is none."""
        kept = self._store.get(PASSWORD)
        return kept if isinstance(kept, str) else (self._secrets.read(SECRET) or "")

    def forget(self) -> None:
        """The settings have changed."""
        with self._lock:
            self._known = None


class TryNetwork:
    """Ask a station who it is by settings that need not be saved yet."""

    def __init__(self, *, connect_by: ConnectBy, password: Callable[[], str], clock: Clock, keys: Keys) -> None:
        self._connect_by = connect_by
        self._password = password
        self._clock = clock
        self._keys = keys

    def __call__(self, settings: NetworkSettings, password: str | None, url: str) -> NetworkTrial:
        """Try once. InvalidInput; what the network does is in the answer, not raised."""
        _check(settings)
        route = _route(settings, self._password() if password is None else password)
        begun = self._clock.monotonic()
        connector = self._connect_by(route)
        try:
            meta = connector(StationAddress(url.strip().rstrip("/"), self._keys.generate())).meta()
        except (StationUnreachable, StationRefused) as error:
            return NetworkTrial("", self._ms_since(begun), 0.0, _known(error))
        finally:
            connector.abort()
        skew = (meta.time - self._clock.now()).total_seconds()
        return NetworkTrial(meta.station_name, self._ms_since(begun), skew)

    def _ms_since(self, begun: float) -> int:
        return round((self._clock.monotonic() - begun) * 1000)


def _known(error: CounterwatchError) -> CounterwatchError:
    # A stranger's refusal of /meta means that no station is there.
    return StationUnreachable("not-a-station") if isinstance(error, StationRefused) else error


def _settings(said: object) -> NetworkSettings:
    if not isinstance(said, dict):
        return NetworkSettings()
    names = {field.name for field in fields(NetworkSettings)}
    try:
        found = NetworkSettings(**{name: value for name, value in said.items() if name in names})
        _check(found, files=False)
    except (TypeError, InvalidInput):
        return NetworkSettings()
    return found


def _route(settings: NetworkSettings, password: str) -> Route:
    if settings.mode != "manual":
        return Route(None if settings.mode == "system" else "", settings.ca_file)
    sign_in = f"{quote(settings.user, safe='')}:{quote(password, safe='')}@" if settings.user else ""
    return Route(f"http://{sign_in}{settings.host}:{settings.port}", settings.ca_file)


def _check(settings: NetworkSettings, *, files: bool = True) -> None:
    problems = []
    if settings.mode == "manual":
        if not settings.host or any(sign in settings.host for sign in " /@:?#\\") or not settings.host.isprintable():
            problems.append(
                _problem("host", "「代理地址」", '"Proxy address"', "只写主机名，如 proxy.example", "a host name only")
            )
        if not 1 <= settings.port <= 65535:
            problems.append(_problem("port", "「端口」", '"Port"', "填 1 到 65535 的数字", "a number from 1 to 65535"))
    if files and settings.ca_file and not _is_certificate(Path(settings.ca_file)):
        problems.append(
            _problem(
                "ca_file",
                "「证书文件」",
                '"Certificate file"',
                "选一个能读的 PEM 证书文件",
                "a readable PEM certificate file",
            )
        )
    if problems:
        raise InvalidInput(tuple(problems))


def _problem(field: str, zh: str, en: str, zh_want: str, en_want: str) -> FieldProblem:
    return FieldProblem(field, f"bad-{field}", f"{zh}不能用：请{zh_want}。", f"{en} cannot be used: enter {en_want}.")


def _is_certificate(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return b"-----BEGIN CERTIFICATE-----" in file.read(_LONGEST_PEM)
    except (OSError, ValueError):
        return False
