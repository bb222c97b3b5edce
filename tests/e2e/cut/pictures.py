"""Pictures of the screen while the line is cut: `python -m tests.e2e.cut.pictures --out DIR`; those in docs/screens are named cut-…."""

from __future__ import annotations

import argparse
import os
import tempfile
from functools import partial
from pathlib import Path

from desktop.tour.album import Album
from tests.e2e.cut.scissors import Cut
from tests.e2e.cut.shop import Shop
from tests.e2e.cut.test_cuts import call_for_help, joined
from tests.integration.desktop_sending.real_station import RealStation


def take(shop: Shop, album: Album) -> None:
    """Cut the alarm's answer and a line's request, lose the line for good, find it again; a picture of each."""

    def shoot(name: str) -> None:
        # Looking at the truth lets the page tick, which may show other cards: first that, then the rest.
        shop.truthful()
        shop.stage.rest()
        print(album.take(shop.window, name).name)

    def cut(request: str, way: str) -> Cut:
        return shop.line.cut_next(request, way)

    shop.sign_in(joined(shop, "up"))
    shop.context.navigator.go("counter")
    shop.line.dead = True
    call_for_help(shop)
    shop.nudge_until("the dead line to be noticed", lambda: shop.context.services.outbox_status().online is False)
    shop.live.on_tick()
    shoot("alarm-no-line")
    shop.window.go("counter")
    shop.wait("the read-out text at home", partial(_called, shop))
    shoot("home-no-line")
    shop.window.back()
    answer = cut(r"^PUT \S+/alerts/[^/]+$", "down")
    shop.line.dead = False
    shop.nudge_until("the answer to be cut", lambda: answer in shop.line.made)
    shoot("alarm-answer-cut")
    shop.settled()
    shop.wait("the word of it", lambda: shop.live.clock.truth.text().startswith("已送达"))
    shoot("alarm-arrived-once")
    shop.is_cut(r"^PUT \S+/supplements/", "up", lambda: shop.live.say.fact.emit("白色面包车，往北"))
    shop.live.area.verticalScrollBar().setValue(shop.live.area.verticalScrollBar().maximum())
    shoot("line-request-cut")
    shop.settled()
    shop.wait("the line's row", lambda: not any("未送达" in row for row in shop.live.timeline.texts()))
    shoot("line-arrived-once")
    assert [one["supplements"] for one in shop.leads()] == [1]


def _called(shop: Shop) -> bool:
    page = shop.window.shell.page if shop.window.shell is not None else None
    call = getattr(page, "call", None)
    return call is not None and bool(call.isVisible())


def main() -> None:
    """Take the pictures with a fresh station and a fresh shop."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    with tempfile.TemporaryDirectory() as folder:
        station = RealStation(Path(folder))
        station.start()
        try:
            shop = Shop(Path(folder) / "shop", station)
            try:
                take(shop, Album(parser.parse_args().out))
            finally:
                shop.close()
        finally:
            station.stop()


if __name__ == "__main__":
    main()
