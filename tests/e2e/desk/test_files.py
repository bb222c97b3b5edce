"""Attachments on the duty desk, in a real browser."""

from collections.abc import Callable

import pytest

from tests.e2e.desk.desk_page import DeskPage
from tests.fakes.alerts import supplement
from tests.fakes.attachments import patch, photo, sha256
from tests.fakes.county import County

pytestmark = pytest.mark.slow


def test_a_photo_is_seen_once_it_is_whole(county: County, open_page: Callable[..., DeskPage]) -> None:
    alert_id, content = county.alert(), photo()
    duty = open_page()
    duty.sign_in("wang")
    duty.click(duty.row(alert_id))
    half = len(content) // 2
    named = {"sha256": sha256(content), "bytes": len(content), "media_type": "image/jpeg", "caption": "柜台照片"}
    assert patch(county.terminal, alert_id, content, 0, half).status == 204
    extra = supplement(alert_id, 1, kind="attachment", text=None, attachment=named)
    assert county.terminal.put_supplement(extra).status == 201
    duty.shows("#thread", "正在接收")
    assert duty.all("#thread a") == []
    rest = patch(county.terminal, alert_id, content, half, len(content))
    assert rest.status == 204
    duty.find("#thread a")
    duty.shows("#thread", "柜台照片")
    address = str(duty.find("#thread a").get_attribute("href"))
    duty.driver.get(address)
    shown = "return document.images.length === 1 && document.images[0].naturalWidth"
    duty.until(lambda: duty.driver.execute_script(shown) == 640, "the picture, drawn")
    trail = county.running.station.store.read(lambda unit: unit.audit.count(action="attachment.show"))
    assert trail == 1
