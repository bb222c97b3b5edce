"""Photos are made small, upright and clean, and whatever is no photo gets a sentence of its own."""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from desktop.adapters.attachments.pictures import LONGEST_EDGE, Pictures
from desktop.adapters.attachments.sealed_files import SealedFiles
from desktop.application.errors import InvalidInput, NotFound, StorageFailed
from desktop.domain.alert.attachment import MOST_BYTES
from tests.fakes.pictures import CANARY, huge_png, moving, photo, scribbled, wordy


def opened(data: bytes) -> Image.Image:
    """The picture in a file."""
    return Image.open(io.BytesIO(data), formats=("JPEG",))


def test_nothing_of_camera_or_owner_is_left() -> None:
    dirty = photo()
    assert CANARY.encode() in dirty
    clean = Pictures().clean(dirty)
    assert CANARY.encode() not in clean.data
    picture = opened(clean.data)
    assert not picture.getexif()
    assert not {"exif", "icc_profile", "comment"} & set(picture.info)
    assert clean.taken_at == datetime(2026, 11, 17, 1, 58, tzinfo=UTC)
    assert picture.size == (480, 640), "turned upright before the note that says so was taken out"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP", "TIFF"])
def test_every_usual_format_becomes_a_small_jpeg(kind: str) -> None:
    clean = Pictures().clean(photo(2, (3000, 1500), kind=kind))
    assert clean.media_type == "image/jpeg"
    assert max(opened(clean.data).size) == LONGEST_EDGE
    assert len(clean.data) < MOST_BYTES


def test_the_noisiest_photo_still_fits() -> None:
    assert len(Pictures().clean(photo(3, (2400, 1800), noise=True)).data) < MOST_BYTES


def test_what_is_see_through_gets_white_paper() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(Pictures().clean(out.getvalue()).data).getpixel((20, 20)) == (255, 255, 255)


@pytest.mark.parametrize("held", range(1, 9))
def test_however_the_camera_was_held_the_photo_is_upright(held: int) -> None:
    notes = Image.Exif()
    notes[0x0112] = held
    out = io.BytesIO()
    halves = Image.new("RGB", (64, 32), "white")
    halves.paste("black", (0, 0, 16, 16))
    halves.save(out, "PNG", exif=notes)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(out.getvalue())))
    clean = opened(Pictures().clean(out.getvalue()).data).convert("L").point(lambda value: 255 * (value > 127))
    assert clean.tobytes() == upright.convert("L").tobytes()


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
def test_spoilt_notes_of_a_camera_cost_no_photo() -> None:
    for seed in range(400):
        for kind in ("JPEG", "PNG", "WEBP"):
            assert max(opened(Pictures().clean(scribbled(seed, kind)).data).size) == 16, (seed, kind)


@pytest.mark.parametrize("data", [moving("WEBP"), moving("PNG"), wordy()], ids=["webp", "png", "wordy"])
def test_moving_and_wordy_pictures_become_one_small_still(data: bytes) -> None:
    picture = opened(Pictures().clean(data).data)
    assert not picture.getexif()
    assert getattr(picture, "n_frames", 1) == 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 nothing", "not-a-photo"),
        ("不是照片".encode(), "not-a-photo"),
        (os.urandom(4096), "not-a-photo"),
        (b"GIF89a" + bytes(100), "not-a-photo"),
        (moving("GIF"), "not-a-photo"),
        (photo()[:2000], "damaged"),
        (photo(kind="PNG")[:200], "damaged"),
        (huge_png(), "too-many-pixels"),
        (huge_png(12_000, 9_000), "too-many-pixels"),
    ],
    ids=[
        "empty",
        "pdf",
        "text",
        "noise",
        "gif",
        "moving gif",
        "half a jpeg",
        "half a png",
        "200 megapixels",
        "108 megapixels",
    ],
)
def test_what_cannot_be_used_says_why(data: bytes, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        Pictures().clean(data)
    (problem,) = caught.value.problems
    assert (problem.field, problem.code) == ("photo", code)
    assert "没有添加" in problem.zh
    assert "not added" in problem.en


def test_a_sealed_file_opens_only_whole_and_with_its_key(tmp_path: Path) -> None:
    files = SealedFiles(tmp_path / "attachments")
    assert files.names() == frozenset()
    key = files.put("one", CANARY.encode() * 100)
    assert files.read("one", key) == CANARY.encode() * 100
    path = tmp_path / "attachments" / "one"
    sealed = path.read_bytes()
    assert CANARY.encode() not in sealed
    path.with_name("two").write_bytes(sealed)
    for name, other in (("one", bytes(32)), ("two", key)):
        with pytest.raises(StorageFailed):
            files.read(name, other)
    for place in (0, 5, 40, len(sealed) - 1):
        path.write_bytes(sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :])
        with pytest.raises(StorageFailed):
            files.read("one", key)
    files.remove("one")
    files.remove("one")
    with pytest.raises(NotFound):
        files.read("one", key)


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = SealedFiles(tmp_path)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageFailed) as caught:
        files.put("one", b"x")
    assert caught.value.reason == "full"
    assert files.names() == frozenset()
