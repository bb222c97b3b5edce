"""One county, founded once: every walk begins with a fresh copy of it, always at the same place."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from station.application.create_member import create_member
from tests.fakes.pictures import photo
from tests.faults.children import Line
from tests.faults.station_process import found_station, load_once
from tests.faults.walks.busy_counter import BusyCounter
from tests.faults.walks.warm import keep_engines, served_here, settle
from tests.faults.world import SharedClock, World, new_world

MOST_CLONES = 2


def clone_home(world: World, number: int) -> Path:
    """Return where a copied profile is put."""
    return world.root / f"profile-copy-{number}"


class Town:
    """A station, an enrolled counter and a clerk with a key, as files."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._template = Path(f"{world.root}-founded")
        self._found()
        settle()

    def close(self) -> None:
        """Take the copy away."""
        shutil.rmtree(self._template, ignore_errors=True)

    def _found(self) -> None:
        """Found everything in this very process, then speak through everything once, which the copy does not hold."""
        load_once()
        keep_engines()
        code = found_station(self._world)
        with served_here(self._world) as running:
            member, activation = create_member(
                running.station, merchant_id=self._world.merchant_id, name="林秋月", role="店长"
            )
            self.member_id = member.member_id
            counter = BusyCounter(self._world)
            counter.obey(["enrol", code], _Nobody())
            counter.obey(["activate", self.member_id, activation], _Nobody())
            counter.close()
        shutil.copytree(self._world.root, self._template)
        with served_here(self._world):
            counter = BusyCounter(self._world)
            _speak(counter, self.member_id)
            counter.close()
            for number in range(MOST_CLONES):
                home = clone_home(self._world, number)
                shutil.copytree(self._world.profile, home)
                clone = BusyCounter(self._world, home)
                clone.obey(["deliver"], _Nobody())
                clone.close()

    @contextlib.contextmanager
    def fresh(self) -> Iterator[World]:
        """Return a county as it was founded, with a clock of its own; one at a time."""
        shutil.rmtree(self._world.root)
        shutil.copytree(self._template, self._world.root)
        yield World(self._world.root, self._world.reserved, self._world.merchant_id, clock=SharedClock())


class _Nobody(Line):
    """Takes the confirmations nobody waits for."""

    def __init__(self) -> None:
        """No line at all."""

    def say(self, value: Any) -> None:
        """Hear and forget."""


def _speak(counter: BusyCounter, member_id: str) -> None:
    line = _Nobody()
    (alert_id,) = counter.obey(["report", ["warm"]], line)
    counter.obey(["signed", member_id, "warm-signed"], line)
    draft = counter.obey(["draft", "warm-draft"], line)["draft"]
    counter.obey(["finish", draft[0], "warm-draft"], line)
    counter.obey(["photo", alert_id, photo(1, (64, 48)).hex()], line)
    for order in (
        ["deliver"],
        ["feed"],
        ["rotate"],
        ["correct", alert_id, "c"],
        ["withdraw", alert_id, "w"],
        ["drain"],
    ):
        counter.obey(order, line)
    counter.obey(["look"], line)


@contextlib.contextmanager
def founded() -> Iterator[Town]:
    """Found the county."""
    with new_world() as world:
        town = Town(world)
        try:
            yield town
        finally:
            town.close()
