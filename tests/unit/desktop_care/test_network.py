"""The way out of this PC: a proxy really gets the call, its password is no plain text, the way changes without a restart."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.adapters.credentials.secrets import KeyringSecrets
from desktop.adapters.station_api.connector import HttpConnector
from desktop.application.care.network import CurrentRoute, SaveNetwork
from desktop.application.care_models import NetworkSettings
from desktop.application.care_port import Route
from desktop.application.errors import InvalidInput, StationUnreachable
from desktop.application.station_port import StationAddress
from tests.memory_keyring import MemoryKeyring
from tests.support import FixedClock
from tests.unit.desktop_care.conftest import Kept
from tests.unit.desktop_sending.scripted import ScriptedServer, free_port, http_answer

FAR = "https://station.example"
MANUAL = NetworkSettings("manual", "127.0.0.1", 3128, "店员", "")


@pytest.fixture
def proxy() -> Iterator[ScriptedServer]:
    """A proxy that refuses everybody."""
    running = ScriptedServer([http_answer(407)])
    yield running
    running.close()


def ask(connector: HttpConnector, url: str = FAR) -> None:
    try:
        connector(StationAddress(url, b"\x05" * 32)).meta()
    finally:
        connector.abort()


def test_a_call_goes_by_the_proxy_with_its_sign_in(proxy: ScriptedServer, clock: FixedClock) -> None:
    port = int(proxy.url.rsplit(":", 1)[1])
    route = Route(f"http://%E5%BA%97:p%40ss@127.0.0.1:{port}")
    with pytest.raises(StationUnreachable, match="proxy"):
        ask(HttpConnector(clock.now, lambda: route))
    request = proxy.asked[0]
    assert (request.method, request.target) == ("CONNECT", "station.example:443")
    said = base64.b64decode(request.headers["proxy-authorization"].split()[1])
    assert said == "店:p@ss".encode()


def test_a_proxy_that_is_not_there_is_named(clock: FixedClock) -> None:
    with pytest.raises(StationUnreachable, match="proxy"):
        ask(HttpConnector(clock.now, lambda: Route(f"http://127.0.0.1:{free_port()}")))


def test_another_way_counts_from_the_next_call_on(
    proxy: ScriptedServer, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{free_port()}")
    way = [Route("")]
    connector = HttpConnector(clock.now, lambda: way[0])
    station = connector(StationAddress("https://127.0.0.2:9", b"\x05" * 32))
    with pytest.raises(StationUnreachable, match=r"network|timeout"):
        station.meta()
    way[0] = Route(proxy.url.replace("http://", "http://a:b@"))
    connector.reroute()
    far = connector(StationAddress(FAR, b"\x05" * 32))
    with pytest.raises(StationUnreachable, match="proxy"):
        far.meta()
    connector.abort()


def test_the_password_is_in_the_keyring_and_nowhere_else(kept: Kept, memory_keyring: MemoryKeyring) -> None:
    store = kept.profile.storage.care()
    secrets = KeyringSecrets("here", find_keyring=lambda: memory_keyring)
    line = CurrentRoute(store=store, secrets=secrets)
    save = SaveNetwork(store=store, secrets=secrets, changed=line.forget)
    assert line() == Route()
    save(MANUAL, "p@ss")
    assert line() == Route("http://%E5%BA%97%E5%91%98:p%40ss@127.0.0.1:3128")
    assert store.get("care/proxy-password") is None
    save(replace(MANUAL, port=8080), None)
    assert line() == Route("http://%E5%BA%97%E5%91%98:p%40ss@127.0.0.1:8080")


def test_without_a_keyring_the_password_is_in_the_encrypted_profile(kept: Kept) -> None:
    network = kept.services.care.network
    network.save(MANUAL, "p@ss-canary")
    assert network.settings() == MANUAL
    assert kept.profile.storage.care().get("care/proxy-password") == "p@ss-canary"
    for file in kept.home.rglob("*"):
        if file.is_file():
            assert b"p@ss-canary" not in file.read_bytes()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"host": ""}, "host"),
        ({"host": "http://proxy"}, "host"),
        ({"host": "a b"}, "host"),
        ({"port": 0}, "port"),
        ({"port": 70_000}, "port"),
        ({"ca_file": "/nowhere/ca.pem"}, "ca_file"),
    ],
)
def test_what_cannot_be_used_is_named(kept: Kept, changes: dict[str, str | int], field: str) -> None:
    network = kept.services.care.network
    wrong = replace(MANUAL, **changes)  # type: ignore[arg-type]  # the table names the members
    for act in (lambda: network.save(wrong, None), lambda: network.attempt(wrong, None, FAR)):
        with pytest.raises(InvalidInput) as refused:
            act()
        assert [problem.field for problem in refused.value.problems] == [field]
    assert network.settings() == NetworkSettings()


def test_a_certificate_file_must_hold_one(kept: Kept, tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    file.write_text("hello")
    with pytest.raises(InvalidInput):
        kept.services.care.network.save(NetworkSettings(ca_file=str(file)), None)
    file.write_text("-----BEGIN CERTIFICATE-----\nnot really\n-----END CERTIFICATE-----\n")
    kept.services.care.network.save(NetworkSettings(ca_file=str(file)), None)
    assert kept.services.care.network.settings().ca_file == str(file)


def test_a_try_says_who_answered_and_what_the_clocks_say(kept: Kept) -> None:
    trial = kept.services.care.network.attempt(NetworkSettings(), None, "http://127.0.0.1:1")
    assert (trial.station, trial.error, trial.skew_s) == ("n", None, 0.0)
