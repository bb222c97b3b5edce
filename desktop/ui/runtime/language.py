"""The language of the screens: Chinese as written in the source, English from the compiled translation."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from desktop.ui.runtime.resources import resource

if TYPE_CHECKING:
    from redflags import Text

LANGUAGES = ("zh", "en")


class Language(QObject):
    """The language now shown; pages are built anew after `changed`, so they set their texts once, in their constructors."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code = "zh"
        self._installed: list[QTranslator] = []

    @property
    def code(self) -> str:
        """Return `zh` or `en`."""
        return self._code

    def text(self, text: Text) -> str:
        """Return a checklist's text in the language now shown."""
        return text.en if self._code == "en" else text.zh

    def pick(self, zh: str, en: str) -> str:
        """Return the one of two texts that came as data in both languages."""
        return en if self._code == "en" and en else zh

    def apply(self, code: str) -> None:
        """Switch to a language; an unknown code is Chinese."""
        app = QCoreApplication.instance()
        self._code = code if code in LANGUAGES else "zh"
        if app is None:
            return
        for old in self._installed:
            app.removeTranslator(old)
            old.deleteLater()
        self._installed.clear()
        if self._code == "en":
            self._install(app, resource("i18n").as_posix(), "counterwatch_en")
            QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        else:
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._install(app, folder, "qtbase_zh_CN")
            QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self.changed.emit()

    def _install(self, app: QCoreApplication, folder: str, name: str) -> None:
        translator = QTranslator(self)
        if translator.load(name, folder):
            app.installTranslator(translator)
            self._installed.append(translator)


@cache
def language() -> Language:
    """Return the one language of this process."""
    return Language()
