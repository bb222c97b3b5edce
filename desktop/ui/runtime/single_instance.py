"""One window a profile: a second start raises the first and ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

KNOCK = b"raise\n"
PATIENCE_MS = 1_000


class SingleInstance(QObject):
    """Holds a profile folder for this process; `raise_requested` when somebody starts the app on it again.

    The lock file decides (it knows a dead owner by its process id); the local socket only carries the knock, so it is
    loaded and opened by `listen`, once the window is there.
    """

    raise_requested = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = QLockFile(str(home / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._home = home
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Take the folder; False when another window has it, which was asked to come to the front."""
        if self._lock.tryLock(0):
            return True
        self._knock()
        return False

    def listen(self) -> None:
        """Hear the knocks of later starts."""
        from PySide6.QtNetwork import QLocalServer

        # What a killed window left behind would keep us from listening.
        QLocalServer.removeServer(self._name())
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_knock)
        self._server.listen(self._name())

    def release(self) -> None:
        """Give the folder back."""
        server, self._server = self._server, None
        if server is not None:
            server.newConnection.disconnect(self._on_knock)
            server.close()
            server.deleteLater()
        self._lock.unlock()

    def _name(self) -> str:
        import hashlib

        # A socket's name must be short and must not show the folder to other users.
        return "cw-" + hashlib.sha256(str(self._home.resolve()).encode()).hexdigest()[:24]

    def _knock(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name())
        if socket.waitForConnected(PATIENCE_MS):
            socket.write(KNOCK)
            socket.waitForBytesWritten(PATIENCE_MS)
            socket.disconnectFromServer()
        socket.close()

    def _on_knock(self) -> None:
        # Closed and let go here: a slot of the connection's own would be called on it while it is being deleted.
        while self._server is not None and self._server.hasPendingConnections():
            connection = self._server.nextPendingConnection()
            connection.close()
            connection.deleteLater()
            self.raise_requested.emit()
