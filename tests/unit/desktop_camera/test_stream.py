"""The kernel's camera interface: numbers and shapes as in its header, pictures taken out, every failure a reason, all let go."""

from __future__ import annotations

import errno
import io
import threading
from pathlib import Path

import pytest
from PIL import Image

from desktop.adapters.camera import kernel as v4l2
from desktop.adapters.camera.stream import V4l2Stream, jpeg_of_yuyv
from desktop.adapters.camera.system import LinuxCameras, NoCameras
from desktop.application.camera_port import CameraFailed, CameraName
from tests.fakes.camera import FakeKernel
from tests.fakes.pictures import photo


def reason(kernel: FakeKernel) -> str:
    with pytest.raises(CameraFailed) as found:
        V4l2Stream(kernel, "/dev/video0")
    return found.value.reason


def test_numbers_and_shapes_are_those_of_the_kernels_header() -> None:
    # Printed by a C program from linux/videodev2.h on a 64-bit system.
    numbers = (v4l2.QUERY, v4l2.SET_FORMAT, v4l2.WANT_BUFFERS, v4l2.ASK_BUFFER, v4l2.GIVE_BUFFER, v4l2.TAKE_BUFFER)
    assert numbers == (0x80685600, 0xC0D05605, 0xC0145608, 0xC0585609, 0xC058560F, 0xC0585611)
    assert (v4l2.START, v4l2.STOP) == (0x40045612, 0x40045613)
    assert (v4l2.MJPEG, v4l2.YUYV) == (0x47504A4D, 0x56595559)
    assert (v4l2.Capability.capabilities.offset, v4l2.Capability.own.offset, v4l2.Format.shape.offset) == (84, 88, 8)
    places = [getattr(v4l2.Buffer, name).offset for name in ("used", "sequence", "memory", "place", "length")]
    assert places == [8, 56, 60, 64, 72]


def test_pictures_come_one_after_the_other_and_each_buffer_goes_back() -> None:
    kernel = FakeKernel()
    stream = V4l2Stream(kernel, "/dev/video0")
    for number in range(10):
        kernel.show(photo(number))
        assert stream.frame() == photo(number)
    assert sorted(kernel.free) == [0, 1, 2, 3]
    stream.close()
    stream.close()
    assert kernel.closed == 1
    assert kernel.calls[-1] == v4l2.STOP
    assert not any(memory.open for memory in kernel.maps)
    with pytest.raises(CameraFailed):
        stream.frame()


def test_an_empty_picture_is_passed_over() -> None:
    kernel = FakeKernel()
    stream = V4l2Stream(kernel, "/dev/video0")
    kernel.show(b"")
    kernel.show(photo(1))
    assert stream.frame() == photo(1)
    stream.close()


def test_one_that_waits_is_woken_at_once() -> None:
    kernel = FakeKernel()
    stream = V4l2Stream(kernel, "/dev/video0")
    said: list[str] = []

    def wait() -> None:
        try:
            stream.frame()
        except CameraFailed as error:
            said.append(error.reason)

    waiting = threading.Thread(target=wait)
    waiting.start()
    stream.close()
    waiting.join(5)
    assert said == ["gone"]
    assert kernel.closed == 1


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.EACCES, "refused"), (errno.EPERM, "refused"), (errno.ENOENT, "gone"), (errno.ENODEV, "gone"), (errno.EBUSY, "busy")],
)  # fmt: skip
def test_a_camera_that_does_not_open_says_why(number: int, said: str) -> None:
    assert reason(FakeKernel(opening=number)) == said


@pytest.mark.parametrize("request_number", [v4l2.SET_FORMAT, v4l2.WANT_BUFFERS, v4l2.START])
def test_one_in_use_is_let_go_wherever_it_says_so(request_number: int) -> None:
    kernel = FakeKernel(errors={request_number: errno.EBUSY})
    assert reason(kernel) == "busy"
    assert kernel.closed == 1


@pytest.mark.parametrize(
    "kernel",
    [FakeKernel(capabilities=v4l2.CAN_CAPTURE), FakeKernel(kinds=(0x34363248,)), FakeKernel(buffers=0)],
    ids=["no streaming", "neither kind", "no buffer"],
)
def test_a_strange_one_is_unfit_and_let_go(kernel: FakeKernel) -> None:
    assert reason(kernel) == "unfit"
    assert kernel.closed == 1


def test_pulled_out_while_it_runs() -> None:
    kernel = FakeKernel()
    stream = V4l2Stream(kernel, "/dev/video0")
    kernel.unplug()
    with pytest.raises(CameraFailed) as found:
        stream.frame()
    assert found.value.reason == "gone"
    stream.close()


@pytest.mark.parametrize("line", [0, 160], ids=["packed", "padded"])
def test_what_is_no_jpeg_becomes_one(line: int) -> None:
    width, height = 64, 48
    row = line or width * 2
    # Studio red of BT.601, then whatever pads the line.
    red = (bytes((81, 90, 81, 240)) * (width // 2)).ljust(row, b"\xff") * height
    kernel = FakeKernel(kinds=(v4l2.YUYV,), size=(width, height), line=line)
    stream = V4l2Stream(kernel, "/dev/video0")
    kernel.show(red)
    picture = Image.open(io.BytesIO(stream.frame())).convert("RGB")
    stream.close()
    assert picture.size == (width, height)
    for place in ((0, 0), (63, 47), (31, 20)):
        found = picture.getpixel(place)
        assert isinstance(found, tuple)
        assert found[0] > 150 > 100 > max(found[1:])


def test_a_torn_one_is_no_picture() -> None:
    with pytest.raises(CameraFailed):
        jpeg_of_yuyv(b"\x00" * 100, (64, 48))


def test_the_list_is_read_without_turning_anything_on(tmp_path: Path) -> None:
    for name, title, index in (("video10", "USB", "0"), ("video2", "内置摄像头", "0"), ("video3", "内置摄像头", "1"), ("v4l-subdev0", "x", "0")):  # fmt: skip
        (tmp_path / name).mkdir()
        (tmp_path / name / "name").write_text(title + "\n", encoding="utf-8")
        (tmp_path / name / "index").write_text(index + "\n", encoding="utf-8")
    cameras = LinuxCameras(tmp_path, tmp_path / "dev")
    assert cameras.names() == (CameraName("video2", "内置摄像头"), CameraName("video10", "USB"))
    for key in ("video2", "../../etc/passwd"):
        with pytest.raises(CameraFailed) as found:
            cameras.open(key)
        assert found.value.reason == "gone"
    assert LinuxCameras(tmp_path / "none").names() == ()
    assert NoCameras().names() == ()
