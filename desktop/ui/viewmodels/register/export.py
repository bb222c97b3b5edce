"""Taking the whole register out of the program."""

from __future__ import annotations

from pathlib import Path

from desktop.ui.viewmodels.paper.table_export import OpenSink, TableExport
from desktop.ui.viewmodels.register.paper import HEADINGS, register_cells


class RegisterExport(TableExport):
    """Every entry, oldest first; customers masked as on the screen."""

    def headings(self) -> list[str]:
        """Return the columns' names in the clerk's language."""
        return [heading.get(self.lang) for heading in HEADINGS]

    def start(self, open_sink: OpenSink, file: Path | None = None) -> None:
        """Write every entry, into a file or on paper."""
        export, lang = self._context.services.register.export, self.lang
        self.write(lambda told: export(open_sink(), lambda line: register_cells(line, lang), told), file)

    def words_of(self, rows: int) -> str:
        """Return what is said of so many entries."""
        if not rows:
            return self.tr("登记里还没有内容")
        return self.tr("已导出 {0} 笔", "", rows).format(f"{rows:,}")
