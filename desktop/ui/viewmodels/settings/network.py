"""How this PC reaches the station: choosing, trying, keeping."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.application.care_models import NetworkSettings, NetworkTrial
from desktop.application.errors import StationUnreachable
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, error_words
from desktop.ui.viewmodels.settings.job import Job, lang


class NetworkViewModel(QObject):
    """What is kept, and what a try found; nothing typed is used before it is saved."""

    loaded = Signal()
    tried = Signal()
    saved = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.job = Job(context, self)
        self.settings = NetworkSettings()
        self.url = ""
        self.trial: NetworkTrial | None = None

    def load(self) -> None:
        """Read what is kept."""
        services = self._context.services

        def read() -> tuple[NetworkSettings, str]:
            shop = services.shop()
            return services.care.network.settings(), shop.station_url if shop else ""

        self.job.run(read, self._on_read, reading=True)

    def attempt(self, settings: NetworkSettings, password: str | None, url: str) -> None:
        """Try these settings without keeping them."""
        attempt = self._context.services.care.network.attempt
        self.trial = None
        self.job.run(lambda: attempt(settings, password, url), self._on_tried)

    def save(self, settings: NetworkSettings, password: str | None) -> None:
        """Keep them."""
        save = self._context.services.care.network.save
        self.job.run(lambda: save(settings, password), lambda _done: self._on_saved(settings))

    def trial_words(self) -> ErrorWords | None:
        """Return why the last try failed, None when it went well."""
        error = self.trial.error if self.trial else None
        if isinstance(error, StationUnreachable) and error.reason == "proxy":
            # The fields to be checked stand right above.
            return ErrorWords(self.tr("上网代理没有放行。"), self.tr("请核对上面的代理地址、端口、用户名和密码。"))
        return error_words(error, lang()) if error else None

    def _on_read(self, read: tuple[NetworkSettings, str]) -> None:
        self.settings, self.url = read
        self.loaded.emit()

    def _on_tried(self, trial: NetworkTrial) -> None:
        self.trial = trial
        self.tried.emit()

    def _on_saved(self, settings: NetworkSettings) -> None:
        self.settings = settings
        self.saved.emit()
