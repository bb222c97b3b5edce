"""The camera on the screen: one picture after the other while a clerk aims, nothing kept but the one taken."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from desktop.application.camera_port import CameraFailed, CameraName, CameraStream
from desktop.ui.runtime.context import UiContext

LANE: Final = "camera"
PAUSE_MS: Final = 60
"""Between two pictures on the screen: enough to aim by, little work for a slow PC."""


class CameraViewModel(QObject):
    """Opens, shows and lets go, all of it off the UI thread; what was asked for last counts."""

    pictured = Signal(QImage)
    failed = Signal(str)
    changed = Signal()  # on or off

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stream: CameraStream | None = None
        self._turn = 0
        self._frame = b""
        self.key = ""
        self.on = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def names(self) -> tuple[CameraName, ...]:
        """Return the cameras there are now; no camera is turned on by asking."""
        return self._context.services.photos.cameras.names()

    def start(self, key: str = "") -> None:
        """Turn a camera on, the first one unless told which."""
        names = self.names()
        key = key or next((one.key for one in names), "")
        self.stop()
        self.key, self.on = key, True
        turn, opening = self._turn, self._context.services.photos.cameras.open
        self.changed.emit()
        self._context.tasks.run(
            lambda: opening(key),
            lambda stream: self._on_open(turn, stream),
            lambda error: self._on_failed(turn, error),
            lane=LANE,
        )

    def next_camera(self) -> None:
        """Turn on the camera after this one, round and round."""
        keys = [one.key for one in self.names()]
        place = keys.index(self.key) + 1 if self.key in keys else 0
        if keys:
            self.start(keys[place % len(keys)])

    def stop(self) -> None:
        """Let go of the camera now; what was seen last is forgotten."""
        self._turn += 1
        self._pause.stop()
        stream, self._stream, self._frame = self._stream, None, b""
        if stream is not None:
            stream.wake()
            self._context.tasks.run(stream.close, lane=LANE)
        if self.on:
            self.on = False
            self.changed.emit()

    def take(self) -> bytes:
        """Return the picture now on the screen as a file, empty when there is none yet; the camera is let go."""
        frame = self._frame
        if frame:
            self.stop()
        return frame

    def _on_open(self, turn: int, stream: CameraStream) -> None:
        # Without an owner: a camera that opens after its page is gone has to be let go all the same.
        if not isValid(self) or turn != self._turn:
            self._context.tasks.run(stream.close, lane=LANE)
            return
        self._stream = stream
        self._look()

    def _look(self) -> None:
        stream, turn = self._stream, self._turn
        if stream is None:
            return

        def see() -> tuple[bytes, QImage]:
            frame = stream.frame()
            return frame, QImage.fromData(frame)

        self._context.tasks.run(
            see,
            lambda seen: self._on_seen(turn, *seen),
            lambda error: self._on_failed(turn, error),
            owner=self,
            lane=LANE,
        )

    def _on_seen(self, turn: int, frame: bytes, image: QImage) -> None:
        if turn != self._turn:
            return
        # A picture cut short on the cable is left out; the next one is whole.
        if not image.isNull():
            self._frame = frame
            self.pictured.emit(image)
        self._pause.start()

    def _on_failed(self, turn: int, error: Exception) -> None:
        if not isValid(self) or turn != self._turn:
            return
        self.stop()
        self.failed.emit(self._words(error.reason if isinstance(error, CameraFailed) else ""))

    def _words(self, reason: str) -> str:
        words = {
            "busy": self.tr("摄像头正被别的程序用着。请关掉那个程序再拍，或用手机拍好再添加。"),
            "refused": self.tr("系统不让用摄像头。请店长在系统的隐私设置里允许，或用手机拍好再添加。"),
            "gone": self.tr("摄像头不见了。请插好再拍，或用手机拍好再添加。"),
            "silent": self.tr("摄像头没有画面。请看看镜头盖和插头，再拍一次。"),
        }
        return words.get(reason, self.tr("这个摄像头用不了。请换一个，或用手机拍好再添加。"))
