"""Serving the API and the desk."""

import gc
import ipaddress
import json
import logging
import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import click
import uvicorn

from station.adapters.daily import Daily
from station.adapters.hub import EventHub
from station.adapters.slow_lines import LimitedHttp
from station.application.sweep_uploads import sweep_uploads
from station.bootstrap import Running, open_station
from station.commands import practice
from station.commands.output import database_options, fail, failures_said, settings_of
from station.settings import Settings

_GRACE_SECONDS = 5

opener: Callable[[Settings], Running] = open_station
"""How `serve` opens the station; a test's own launcher puts a failing writer here."""


class StationServer(uvicorn.Server):
    """A uvicorn server that says when it is ready and lets waiters go before it stops."""

    def __init__(self, config: uvicorn.Config, hub: EventHub, url: str, *, as_json: bool) -> None:
        super().__init__(config)
        self._hub = hub
        self._url = url
        self._as_json = as_json

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start listening, then print the address."""
        await super().startup(sockets)
        if self.started:
            facts = {"url": self._url, "desk_url": f"{self._url}/desk/"}
            line = json.dumps(facts) if self._as_json else f"{self._url}  值班台 desk: {self._url}/desk/"
            click.echo(line)
            sys.stdout.flush()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop cleanly: idle long polls and event streams end at once instead of holding the shutdown."""
        # Not uvicorn's own: it raises the signal again after the shutdown, and the database would not be closed.
        self.force_exit = self.should_exit and sig == signal.SIGINT
        self.should_exit = True
        self._hub.close()


def server_options() -> dict[str, Any]:
    """Return what the HTTP server is told; the benchmarks' floor is served by the same."""
    return {
        "http": LimitedHttp,
        "log_config": None,
        "access_log": False,
        "date_header": False,
        "server_header": False,
        "timeout_graceful_shutdown": _GRACE_SECONDS,
        "proxy_headers": False,
    }


def serve_station(running: Running, host: str, port: int, *, as_json: bool) -> None:
    """Serve until SIGTERM or SIGINT; raises OSError when the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, the event loop switches Nagle's delay off; otherwise every answer waits 40 ms for an ACK.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(2048)
        shown = f"[{host}]" if ":" in host else host
        url = running.station.public_url or f"http://{shown}:{listener.getsockname()[1]}"
        config = uvicorn.Config(running.app, **server_options())
        # What was loaded stays as long as the process: the collector need not walk through it again and again.
        gc.collect()
        gc.freeze()
        StationServer(config, running.hub, url, as_json=as_json).run(sockets=[listener])
    finally:
        listener.close()


def split_listen(listen: str) -> tuple[str, int]:
    """Return host and port of HOST:PORT (an IPv6 host in brackets); raises click.BadParameter."""
    host, colon, port = listen.rpartition(":")
    host = host.strip("[]")
    if not colon or not host or not port.isdigit() or int(port) > 65535:
        raise click.BadParameter("应为 HOST:PORT,如 127.0.0.1:8443 / use HOST:PORT", param_hint="--listen")
    return host, int(port)


def is_loopback(host: str) -> bool:
    """True for an address that only this computer can reach."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@click.command()
@database_options
@click.option("--listen", default="127.0.0.1:8443", show_default=True, metavar="HOST:PORT", help="监听地址。")
@click.option("--public-url", metavar="URL", help="对外地址(经TLS代理时必填)。Address that terminals use.")
@click.option("--behind-tls-proxy", is_flag=True, help="前面有TLS代理。A TLS proxy stands in front.")
@click.option("--exit-with-parent", is_flag=True, help="标准输入关闭即停止。Stop when standard input ends.")
def serve(
    database: str | None,
    key_file: str | None,
    as_json: bool,
    listen: str,
    public_url: str | None,
    behind_tls_proxy: bool,
    exit_with_parent: bool,
) -> None:
    """提供接口和值班台,SIGTERM 停止。Serve the API and the desk until SIGTERM."""
    host, port = split_listen(listen)
    if not is_loopback(host) and not behind_tls_proxy:
        fail(
            "明文http只能在本机使用：请经TLS代理并加 --behind-tls-proxy。",
            "Plain http is for this computer only: put a TLS proxy in front and add --behind-tls-proxy.",
        )
    if behind_tls_proxy and not (public_url or "").startswith("https://"):
        fail(
            "经TLS代理时请用 --public-url 给出 https 地址。",
            "Behind a TLS proxy, give the https address by --public-url.",
        )
    if exit_with_parent:
        practice.exit_with_parent()
    with failures_said():
        running = opener(settings_of(database, key_file, public_url))
        logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
        housework = Daily(lambda: sweep_uploads(running.station))
        try:
            serve_station(running, host, port, as_json=as_json)
        finally:
            housework.close()
            running.close()
