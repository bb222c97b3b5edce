"""Files to attach, and a terminal's way of sending them."""

import hashlib
import io
from collections.abc import Mapping

from PIL import Image

from tests.fakes.terminal import Answer, FakeTerminal

CHUNK_TYPE = "application/offset+octet-stream"


def photo(width: int = 640, height: int = 480, *, comment: bytes = b"GPS 25.70N 116.75E") -> bytes:
    """Return a JPEG that carries a comment, as a phone's photo carries a place."""
    picture = Image.new("RGB", (width, height), (180, 150, 40))
    raw = io.BytesIO()
    picture.save(raw, "JPEG", comment=comment)
    return raw.getvalue()


def sha256(content: bytes) -> str:
    """Return the digest an attachment is addressed by."""
    return hashlib.sha256(content).hexdigest()


def head(terminal: FakeTerminal, alert_id: str, digest: str) -> Answer:
    """Ask how much of a file is there."""
    return terminal.call("HEAD", f"/api/v1/attachments/{digest}", signed={"Alert-Id": alert_id})


def patch(
    terminal: FakeTerminal,
    alert_id: str,
    content: bytes,
    start: int,
    end: int,
    *,
    digest: str = "",
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Send the bytes from `start` to `end` of a file."""
    more = {
        "Upload-Offset": str(start),
        "Upload-Length": str(len(content)),
        "Attachment-Type": "image/jpeg",
        "Tus-Resumable": "1.0.0",
        **(headers or {}),
    }
    path = f"/api/v1/attachments/{digest or sha256(content)}"
    signed = {"Alert-Id": alert_id}
    return terminal.call("PATCH", path, content[start:end], headers=more, signed=signed, media_type=CHUNK_TYPE)


def upload(terminal: FakeTerminal, alert_id: str, content: bytes, step: int = 1_000_000) -> Answer:
    """Send a whole file and return the last answer."""
    answer = None
    for start in range(0, len(content), step):
        answer = patch(terminal, alert_id, content, start, start + step)
        assert answer.status == 204, answer.content
    assert answer is not None
    return answer
