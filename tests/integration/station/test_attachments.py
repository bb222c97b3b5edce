"""Files in pieces: resumed where they stopped, whole only with their digest, shown only clean."""

import io

import pytest
from PIL import Image

from station.application.case_records import Attachment
from tests.fakes.alerts import gold_alert, supplement
from tests.fakes.attachments import head, patch, photo, sha256, upload
from tests.fakes.desk import DeskClient, hire
from tests.fakes.terminal import in_process
from tests.integration.station.conftest import World


@pytest.fixture
def alert_id(world: World) -> str:
    """An alert that is at the station."""
    body = gold_alert(world.terminal.enrolment, at=world.clock.now())
    assert world.terminal.put_alert(body).status == 201
    return str(body["alert_id"])


def row(world: World, alert_id: str, content: bytes) -> Attachment | None:
    """Return what the station has of a file."""
    return world.running.store.read(lambda unit: unit.attachments.get(alert_id, sha256(content)))


def test_a_file_goes_on_where_it_stopped(world: World, alert_id: str) -> None:
    content = photo()
    half = len(content) // 2
    assert head(world.terminal, alert_id, sha256(content)).status == 404
    first = patch(world.terminal, alert_id, content, 0, half)
    assert (first.status, first.headers["Upload-Offset"]) == (204, str(half))
    now = head(world.terminal, alert_id, sha256(content))
    assert (now.status, now.headers["Upload-Offset"], now.headers["Upload-Length"]) == (
        204,
        str(half),
        str(len(content)),
    )
    again = patch(world.terminal, alert_id, content, 0, half)
    assert (again.status, again.slug, again.json()["expected"]) == (409, "wrong-offset", half)
    assert again.headers["Upload-Offset"] == str(half)
    last = patch(world.terminal, alert_id, content, half, len(content))
    assert (last.status, last.headers["Upload-Offset"]) == (204, str(len(content)))
    repeated = patch(world.terminal, alert_id, content, 0, half)
    assert (repeated.status, repeated.headers["Upload-Offset"]) == (204, str(len(content)))
    found = row(world, alert_id, content)
    assert found is not None
    assert found.complete_at is not None
    assert found.seq is not None


def test_what_lies_on_the_disk_is_sealed_and_an_uncommitted_tail_is_cut(world: World, alert_id: str) -> None:
    content = photo()
    half = len(content) // 2
    patch(world.terminal, alert_id, content, 0, half)
    folder = world.folder / "station.sqlite.attachments" / alert_id
    file = folder / sha256(content)
    assert content[:16] not in file.read_bytes()
    with file.open("ab") as torn:
        torn.write(b"half a record of a call that died")
    assert patch(world.terminal, alert_id, content, half, len(content)).status == 204
    assert row(world, alert_id, content) is not None


def test_a_wrong_digest_or_a_disguised_file_starts_again(world: World, alert_id: str) -> None:
    content = photo()
    wrong = patch(world.terminal, alert_id, content, 0, len(content), digest="0" * 64)
    assert (wrong.status, wrong.slug) == (400, "bad-digest")
    assert head(world.terminal, alert_id, "0" * 64).status == 404
    script = b"<script>alert(1)</script>" * 10
    disguised = patch(world.terminal, alert_id, script, 0, len(script))
    assert (disguised.status, disguised.slug) == (415, "unsupported-type")
    assert row(world, alert_id, script) is None
    assert not (world.folder / "station.sqlite.attachments" / alert_id).exists()


def test_limits_are_kept(world: World, alert_id: str) -> None:
    content = photo()
    declared = patch(world.terminal, alert_id, content, 0, 9, headers={"Attachment-Type": "image/gif"})
    assert declared.slug == "unsupported-type"
    long = patch(world.terminal, alert_id, content, 0, 9, headers={"Upload-Length": str(10_485_761)})
    assert (long.status, long.slug, long.json()["limit"]) == (413, "too-large", 10_485_760)
    chunk = patch(world.terminal, alert_id, b"x" * 1_048_577, 0, 1_048_577)
    assert (chunk.status, chunk.json()["limit"]) == (413, 1_048_576)
    past = patch(world.terminal, alert_id, content, 0, 99, headers={"Upload-Length": "10"})
    assert [item["pointer"] for item in past.json()["errors"]] == ["/Upload-Offset"]
    nothing = patch(world.terminal, alert_id, content, 0, 9, headers={"Upload-Length": "many"})
    assert nothing.slug == "invalid-request"
    for number in range(5):
        upload(world.terminal, alert_id, photo(width=100 + number))
    sixth = patch(world.terminal, alert_id, content, 0, 9)
    assert (sixth.status, sixth.slug) == (413, "too-many-attachments")


def test_only_the_owner_may_and_must_sign_for_which_alert(world: World, alert_id: str) -> None:
    content = photo()
    assert patch(world.other_shop(), alert_id, content, 0, 9).slug == "not-your-merchant"
    assert patch(world.terminal, "0190b3a0-0000-7000-8000-000000000000", content, 0, 9).slug == "unknown-alert"
    unsigned = world.terminal.call(
        "PATCH",
        f"/api/v1/attachments/{sha256(content)}",
        content[:9],
        headers={"Alert-Id": alert_id, "Upload-Offset": "0", "Upload-Length": str(len(content))},
        media_type="application/offset+octet-stream",
    )
    assert unsigned.slug == "bad-signature"


def test_the_desk_sees_a_clean_picture_and_leaves_a_trace(world: World, alert_id: str) -> None:
    content = photo(3000, 1000)
    upload(world.terminal, alert_id, content)
    named = {"sha256": sha256(content), "bytes": len(content), "media_type": "image/jpeg", "caption": "收据"}
    extra = supplement(alert_id, 1, at=world.clock.now(), kind="attachment", text=None, attachment=named)
    assert world.terminal.put_supplement(extra).status == 201
    hire(world.running.station, "wang", "王警官", "duty")
    desk = DeskClient(in_process(world.running.app))
    assert desk.get(f"/attachments/{sha256(content)}").slug == "signed-out"
    desk.sign_in("wang")
    detail = desk.get(f"/alerts/{alert_id}").json()
    assert [one["complete"] for one in detail["attachments"]] == [True]
    assert detail["supplements"][0]["attachment"]["caption"] == "收据"
    shown = desk.get(f"/attachments/{sha256(content)}?alert_id={alert_id}")
    assert (shown.status, shown.headers["Content-Type"]) == (200, "image/jpeg")
    assert "inline" in shown.headers["Content-Disposition"]
    assert b"GPS" not in shown.content
    assert Image.open(io.BytesIO(shown.content)).size == (2400, 800)
    trail = world.running.store.read(lambda unit: unit.audit.find(action="attachment.show"))
    assert [line.detail for line in trail] == [{"sha256": sha256(content)}]


def test_bytes_that_only_start_like_a_picture_are_not_shown(world: World, alert_id: str) -> None:
    content = b"\xff\xd8\xff" + b"no picture at all" * 20
    upload(world.terminal, alert_id, content)
    hire(world.running.station, "wang", "王警官", "duty")
    desk = DeskClient(in_process(world.running.app))
    desk.sign_in("wang")
    assert desk.get(f"/attachments/{sha256(content)}").slug == "unsupported-type"
