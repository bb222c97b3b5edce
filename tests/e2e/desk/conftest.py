"""A served station, a small county in it, and a real browser."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver

from station.adapters.passwords import MADE_UP, Argon2Passwords
from station.bootstrap import initialise, open_station
from station.settings import read_settings
from tests.e2e.desk.desk_page import DeskPage
from tests.fakes.county import County, found_county
from tests.fakes.terminal import over_http

ROOT = Path(__file__).resolve().parents[3]
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)


class StationSwitch:
    """A served station that can be stopped and started again at the same address."""

    def __init__(self, database: Path) -> None:
        self.url = ""
        self._database = database
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Serve, and wait until the station says that it is ready."""
        listen = self.url.removeprefix("http://") or "127.0.0.1:0"
        command = [sys.executable, "-m", "station", "serve", "--database", str(self._database), "--listen", listen]
        self._process = subprocess.Popen([*command, "--json"], stdout=subprocess.PIPE, text=True, cwd=ROOT)
        assert self._process.stdout is not None
        self.url = json.loads(self._process.stdout.readline())["url"]

    def stop(self) -> None:
        """Stop it as an operator does."""
        if self._process is not None:
            with self._process as process:
                process.terminate()
        self._process = None


@pytest.fixture
def switch(tmp_path: Path) -> Iterator[StationSwitch]:
    """Return the switch of a station that is not started yet."""
    found = StationSwitch(tmp_path / "station.sqlite")
    yield found
    found.stop()


@pytest.fixture
def county(tmp_path: Path, switch: StationSwitch) -> County:
    """Found a county, then serve it as an operator does; terminal and officers talk to it over HTTP."""
    settings = read_settings(str(tmp_path / "station.sqlite"), environ={})
    initialise(settings, "连城")
    running = open_station(settings, passwords=Argon2Passwords(*MADE_UP))
    founded = found_county(running)
    running.close()
    switch.start()
    founded.terminal.send = over_http()
    founded.terminal.base = switch.url
    return founded


def open_browser(folder: Path, url: str, width: int = 1440, height: int = 900) -> DeskPage:
    """Start a browser on the desk at `url`; its profile is kept in `folder`."""
    browser, chromedriver = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    assert browser, "Chromium is missing: python3 dev.py setup installs it (Debian: apt-get install chromium)"
    assert chromedriver, "chromedriver is missing: python3 dev.py setup installs it (Debian: chromium-driver)"
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in (*FLAGS, f"--window-size={width},{height}", f"--user-data-dir={folder}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(chromedriver))
    page = DeskPage(driver, f"{url}/desk/")
    page.resize(width, height)
    return page


@pytest.fixture
def open_page(county: County, tmp_path: Path) -> Iterator[Callable[..., DeskPage]]:
    """Return a function that opens one more browser on the desk; they are closed after the test."""
    opened: list[DeskPage] = []

    def open_one(width: int = 1440, height: int = 900) -> DeskPage:
        opened.append(open_browser(tmp_path / str(len(opened)), county.terminal.base, width, height))
        return opened[-1]

    yield open_one
    for page in opened:
        page.driver.quit()
