"""The whole tour, from an empty home to two paid rewards."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.settings import Settings
from desktop.tour.album import Album
from desktop.tour.gold_case import gold_case
from desktop.tour.guide import Guide
from desktop.tour.host import TourHost
from desktop.tour.inquiry_case import inquiry_case
from desktop.tour.looks import looks
from desktop.tour.stage import Stage, TourStuck


def run_tour(
    settings: Settings, out: Path, say: Callable[[str], None], *, with_looks: bool = True
) -> dict[str, object]:
    """Walk both cases in a fresh practice home inside a temporary folder; pictures go to `out`.

    Returns what was proved: alert ids, level, rewards in fen, keys pressed, pictures. Raises TourStuck, saying what did not
    happen; everything started is stopped either way.
    """
    with tempfile.TemporaryDirectory(prefix="counterwatch-tour-", ignore_cleanup_errors=True) as home:
        host = TourHost(replace(settings, home=Path(home), practice=True))
        guide = Guide(host, Stage(host), Album(out), say)
        try:
            guide.stage.open()
            guide.shoot("sign-in")
            gold_case(guide)
            if with_looks:
                looks(guide, str(guide.facts["gold_alert"]))
            _cross_the_street(guide)
            inquiry_case(guide)
        finally:
            guide.stage.close()
            host.lose_station()
    if guide.stage.strays.seen:
        raise TourStuck(f"flashed as windows of their own: {sorted(set(guide.stage.strays.seen))}")
    guide.facts["pictures"] = list(guide.album.names)
    return guide.facts


def _cross_the_street(guide: Guide) -> None:
    """Sign out at the gold shop and open the depot's profile by the practice switch."""
    guide.stage.window.sign_out()
    lock = guide.stage.lock()
    if lock.practice is None or lock.practice.switch is None:
        raise TourStuck("the practice panel has no switch between shops")
    first = guide.stage.window.context
    lock.practice.shop_chosen.emit("courier")
    guide.stage.wait("the depot's profile", lambda: guide.stage.window.context not in (None, first))
    guide.stage.lock()
