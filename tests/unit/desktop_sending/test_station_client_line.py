"""A line that is dead, slow, cut or closed: the call ends in time and says which."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable

import pytest

from desktop.adapters.station_api.client import HttpStation
from desktop.application.errors import StationUnreachable
from tests.unit.desktop_sending.scripted import Asked, ScriptedServer, http_answer
from tests.unit.desktop_sending.station_hand import ALERT_ID, BODY, StationHand


def silent(connection: socket.socket, asked: Asked) -> None:
    """Read the request and say nothing."""


def hang_up(connection: socket.socket, asked: Asked) -> None:
    """Read the request and close."""
    connection.shutdown(socket.SHUT_RDWR)


def test_nobody_there(station_at: Callable[[str], HttpStation]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(StationUnreachable, match="network"):
        station_at(f"http://127.0.0.1:{port}").put_alert(ALERT_ID, BODY)


def test_no_answer_within_the_read_limit(station: HttpStation, server: ScriptedServer) -> None:
    server.script = [silent]
    with pytest.raises(StationUnreachable, match="timeout"):
        station.put_alert(ALERT_ID, BODY)


def test_a_dripping_answer_ends_with_the_whole_call(station: HttpStation, server: ScriptedServer) -> None:
    def drip(connection: socket.socket, asked: Asked) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        for count in range(200):
            connection.sendall(f"X-Drip-{count}: 1\r\n".encode())
            if server.wait_closed(0.05):
                return

    server.script = [drip]
    started = time.monotonic()
    with pytest.raises(StationUnreachable, match="timeout"):
        station.put_alert(ALERT_ID, BODY)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("cut_at", [0, 5, 20, 60, -30, -1])
def test_an_answer_cut_anywhere_is_no_answer(
    station: HttpStation, server: ScriptedServer, hand: StationHand, cut_at: int
) -> None:
    whole = http_answer(201, hand.receipt())

    def cut(connection: socket.socket, asked: Asked) -> None:
        connection.sendall(whole[:cut_at])
        connection.shutdown(socket.SHUT_RDWR)

    server.script = [cut]
    with pytest.raises(StationUnreachable, match=r"network|not-a-station"):
        station.put_alert(ALERT_ID, BODY)


def test_abort_ends_a_waiting_long_poll_at_once_and_for_good(station: HttpStation, server: ScriptedServer) -> None:
    arrived, failures = threading.Event(), []

    def wait(connection: socket.socket, asked: Asked) -> None:
        arrived.set()
        server.wait_closed(20)

    def poll() -> None:
        try:
            station.feed("", 0)
        except StationUnreachable as failure:
            failures.append(failure.reason)

    server.script = [wait]
    thread = threading.Thread(target=poll)
    thread.start()
    assert arrived.wait(5)
    station.abort()
    thread.join(1)
    assert not thread.is_alive()
    assert len(failures) == 1
    with pytest.raises(StationUnreachable):
        station.put_alert(ALERT_ID, BODY)


def test_the_next_call_works_after_a_failed_one(
    station: HttpStation, server: ScriptedServer, hand: StationHand
) -> None:
    server.script = [hang_up, http_answer(201, hand.receipt())]
    with pytest.raises(StationUnreachable):
        station.put_alert(ALERT_ID, BODY)
    assert station.put_alert(ALERT_ID, BODY).seq == 7


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://station.example", "insecure-url"),
        ("http://127.0.0.1.evil.example:80", "insecure-url"),
        ("http://192.168.1.5:8000", "insecure-url"),
        ("ftp://127.0.0.1", "bad-address"),
        ("https://user:pass@station.example", "bad-address"),
        ("https://station.example:99999", "bad-address"),
        ("station", "bad-address"),
        ("", "bad-address"),
        ("https://[::1", "bad-address"),
    ],
)
def test_addresses_nobody_should_send_to(station_at: Callable[[str], HttpStation], url: str, reason: str) -> None:
    with pytest.raises(StationUnreachable, match=reason):
        station_at(url)


@pytest.mark.parametrize(
    "url", ["http://localhost:1", "http://127.9.9.9:1", "http://[::1]:1", "https://station.example"]
)
def test_addresses_that_may_be_used(station_at: Callable[[str], HttpStation], url: str) -> None:
    station_at(url)
