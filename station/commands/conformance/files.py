"""Attachments: resumable, whole only with their digest."""

import secrets

from station.commands.conformance.alerts import sent
from station.commands.conformance.gateway import Gateway, Got
from station.commands.conformance.keys import Key, sha256
from station.commands.conformance.letters import uuid7
from station.commands.conformance.report import Chapter, ClauseFailed, NotTested

CHAPTER = Chapter("附件", "Attachments")
_add = CHAPTER.add
_TYPE = "application/offset+octet-stream"


def _jpeg() -> bytes:
    """Return bytes that begin as a JPEG does; the gateway need not decode them to store them."""
    return b"\xff\xd8\xff\xe0" + secrets.token_bytes(3000)


def _patch(
    gateway: Gateway,
    alert_id: str,
    content: bytes,
    start: int,
    end: int,
    *,
    digest: str = "",
    kind: str = "image/jpeg",
    length: int | None = None,
    key: Key | None = None,
    sign_alert: bool = True,
) -> Got:
    facts = {
        "Upload-Offset": str(start),
        "Upload-Length": str(len(content) if length is None else length),
        "Attachment-Type": kind,
        "Tus-Resumable": "1.0.0",
    }
    named = {"Alert-Id": alert_id}
    return gateway.call(
        "PATCH",
        f"/attachments/{digest or sha256(content)}",
        content[start:end],
        headers=facts if sign_alert else {**facts, **named},
        signed=named if sign_alert else None,
        media_type=_TYPE,
        key=key,
    )


def _offset(got: Got, wanted: int) -> None:
    if got.headers.get("Upload-Offset") != str(wanted):
        raise ClauseFailed(f"Upload-Offset 应为 should be {wanted}，得到 got {got.headers.get('Upload-Offset')}")


@_add("attachments.resume", "附件可断点续传", "A file goes on where it stopped")
def _resume(gateway: Gateway) -> None:
    alert_id, content = sent(gateway)["alert_id"], _jpeg()
    path, named = f"/attachments/{sha256(content)}", {"Alert-Id": alert_id}
    gateway.fits(gateway.call("HEAD", path, signed=named), 404)
    first = _patch(gateway, alert_id, content, 0, 1000)
    gateway.fits(first, 204)
    _offset(first, 1000)
    seen = gateway.call("HEAD", path, signed=named)
    gateway.fits(seen, 204)
    _offset(seen, 1000)
    wrong = _patch(gateway, alert_id, content, 0, 1000)
    problem = gateway.refuses(wrong, 409, "wrong-offset")
    if problem.get("expected") != 1000:
        raise ClauseFailed(f"expected 应为 should be 1000，得到 got {problem.get('expected')}")
    _offset(wrong, 1000)
    last = _patch(gateway, alert_id, content, 1000, len(content))
    gateway.fits(last, 204)
    _offset(last, len(content))
    again = _patch(gateway, alert_id, content, 0, 1000)
    gateway.fits(again, 204)
    _offset(again, len(content))


@_add("attachments.digest", "摘要不符则作废重来", "A wrong digest throws the file away")
def _digest(gateway: Gateway) -> None:
    alert_id, content = sent(gateway)["alert_id"], _jpeg()
    wrong = sha256(b"something else")
    gateway.refuses(_patch(gateway, alert_id, content, 0, len(content), digest=wrong), 400, "bad-digest")
    gateway.fits(gateway.call("HEAD", f"/attachments/{wrong}", signed={"Alert-Id": alert_id}), 404)


@_add("attachments.type", "类型按声明和内容两次检查", "Types are checked as declared and by the first bytes")
def _type(gateway: Gateway) -> None:
    alert_id, text = sent(gateway)["alert_id"], b"<html>" + secrets.token_hex(20).encode()
    gateway.refuses(_patch(gateway, alert_id, text, 0, len(text), kind="text/html"), 415, "unsupported-type")
    gateway.refuses(_patch(gateway, alert_id, text, 0, len(text)), 415, "unsupported-type")


@_add("attachments.size", "超过上限的附件被拒绝", "A file over the published limit is refused")
def _size(gateway: Gateway) -> None:
    over = gateway.meta["limits"]["attachment_bytes"] + 1
    got = _patch(gateway, sent(gateway)["alert_id"], _jpeg(), 0, 1000, length=over)
    gateway.refuses(got, 413, "too-large")


@_add("attachments.count", "附件数量有上限", "An alert has no more files than published")
def _count(gateway: Gateway) -> None:
    alert_id = sent(gateway)["alert_id"]
    for _ in range(gateway.meta["limits"]["attachments_per_alert"]):
        content = _jpeg()
        gateway.fits(_patch(gateway, alert_id, content, 0, len(content)), 204)
    gateway.refuses(_patch(gateway, alert_id, _jpeg(), 0, 1000), 413, "too-many-attachments")


@_add("attachments.alert", "附件须属于签名中写明的上报", "A file belongs to the alert named under the signature")
def _alert(gateway: Gateway) -> None:
    content = _jpeg()
    gateway.refuses(_patch(gateway, uuid7(), content, 0, 1000), 404, "unknown-alert")
    alert_id = sent(gateway)["alert_id"]
    gateway.refuses(_patch(gateway, alert_id, content, 0, 1000, sign_alert=False), 401, "bad-signature")
    if gateway.other is not None:
        gateway.refuses(_patch(gateway, alert_id, content, 0, 1000, key=gateway.other.key), 403, "not-your-merchant")


@_add("attachments.foreign", "不能给别的单位的上报加附件", "Another merchant's alert takes no file")
def _foreign(gateway: Gateway) -> None:
    if gateway.other is None:
        raise NotTested("需要 needs --second-code")
    got = _patch(gateway, sent(gateway)["alert_id"], _jpeg(), 0, 1000, key=gateway.other.key)
    gateway.refuses(got, 403, "not-your-merchant")
