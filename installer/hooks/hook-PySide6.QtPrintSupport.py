"""PyInstaller's own hook for QtPrintSupport, without the plugins the app never loads."""

import sys
from pathlib import Path

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

sys.path.insert(0, str(Path(__file__).parent))
from qt_plugins import used

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = used(binaries)
