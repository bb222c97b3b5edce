"""The camera's light goes out with the page: by quick hide and by the lock."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from desktop.ui.pages.live_line.page import LiveLinePage
from tests.fakes.camera import FedCameras
from tests.ui.pages.window import WindowScreen


def test_quick_hide_and_the_lock_turn_it_off(screen: WindowScreen) -> None:
    counter, window = screen.counter, screen.window
    picture = io.BytesIO()
    Image.new("RGB", (640, 360), (90, 120, 160)).save(picture, "JPEG")
    cameras = FedCameras(picture.getvalue())
    shell = screen.sign_in()
    assert window.context is not None
    services = window.context.services
    window.context.services = replace(services, photos=replace(services.photos, cameras=cameras))
    for leave in (window.hide_away, window.lock):
        shell = screen.shell
        shell.go("live", alert_id=counter.submitted())
        page = shell.page
        assert isinstance(page, LiveLinePage)
        page.photos.shoot.click()
        counter.qtbot.waitUntil(page.photos.camera.take.isEnabled)
        leave()
        counter.qtbot.waitUntil(lambda: not cameras.lit())
        if leave == window.hide_away:
            window.cover.proved.emit(window.context.session)
