"""Table files read back by other readers: what they hold, that nothing in them runs, and that nothing half is left."""

from __future__ import annotations

import csv
import errno
import re
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop.adapters.paper.csv_table import CsvTable, harmless
from desktop.adapters.paper.table_files import open_table
from desktop.adapters.paper.xlsx_table import XlsxTable
from desktop.adapters.system.disk import disk_failures
from desktop.application.errors import StorageFailed
from desktop.application.paper_port import Cell

HEADINGS = ("编号", "时间", "金额（元）", "情况")
AT = datetime(2026, 11, 23, 10, 42, 5)  # noqa: DTZ001 - spreadsheets know no zones
FORMULAS = ('=HYPERLINK("http://x","y")', "+1+1", "-2", "@SUM(A1)", "\t=1", "＝1", " =1", "\ufeff=1", "|calc")


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_csv_opens_with_chinese_and_plain_numbers(tmp_path: Path) -> None:
    target = tmp_path / "记录.csv"
    table = open_table(target, HEADINGS, "记录")
    table.add(("7K2M-0001", AT, Decimal("260000.5"), '逗号, 引号" 换\n行'))
    table.add(("7K2M-0002", AT, None, "😀"))
    assert not target.exists()
    table.finish()
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert rows_of(target) == [
        list(HEADINGS),
        ["7K2M-0001", "2026-11-23 10:42:05", "260000.50", '逗号, 引号" 换\n行'],
        ["7K2M-0002", "2026-11-23 10:42:05", "", "😀"],
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["记录.csv"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_csv_cell_starts_a_formula(tmp_path: Path, text: str) -> None:
    table = CsvTable(tmp_path / "a.csv", ("x",))
    table.add((text,))
    table.finish()
    assert rows_of(tmp_path / "a.csv")[1] == [f"'{text}"]


def test_ordinary_texts_stay_as_they_are() -> None:
    assert [harmless(text) for text in ("客人一直听电话", "", "a=b", "10-20 克")] == [
        "客人一直听电话",
        "",
        "a=b",
        "10-20 克",
    ]


def test_xlsx_keeps_kinds_and_runs_nothing(tmp_path: Path) -> None:
    target = tmp_path / "记录.xlsx"
    table = open_table(target, HEADINGS, "记录")
    assert isinstance(table, XlsxTable)
    for text in (*FORMULAS, "控制\x07字符", "长" * 40_000):
        table.add(("7K2M-0001", AT, Decimal("0.01"), text))
    table.add(("7K2M-0002", AT, None, None))
    table.finish()
    sheet = load_workbook(target)["记录"]
    rows: list[tuple[object, ...]] = list(sheet.iter_rows(values_only=True))
    assert rows[0] == HEADINGS
    assert rows[1] == ("7K2M-0001", AT, 0.01, FORMULAS[0])
    assert {cell.data_type for cell in sheet["D"][: len(FORMULAS) + 1]} == {"s"}
    assert rows[-3][3] == "控制字符"
    assert len(str(rows[-2][3])) == 32_767
    assert rows[-1] == ("7K2M-0002", AT, None, None)
    assert [path.name for path in tmp_path.iterdir()] == ["记录.xlsx"]


def test_a_cent_stays_a_cent(tmp_path: Path) -> None:
    fen = [1, 7, 29, 115, 435, 10_010, 26_000_000, 12_345_678_901, 9_999_999_999_999_999, 0, -1]
    for name in ("a.csv", "a.xlsx"):
        table = open_table(tmp_path / name, ("元",), "记录")
        for amount in fen:
            table.add((Decimal(amount) / 100,))
        table.finish()
    exact = [f"{amount // 100 if amount >= 0 else 0}.{amount % 100:02d}" for amount in fen[:-1]] + ["-0.01"]
    assert [row[0] for row in rows_of(tmp_path / "a.csv")[1:]] == exact
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert [Decimal(number) * 100 for number in re.findall(r't="n"><v>([^<]+)</v>', sheet)] == fen
    cells = [row[0] for row in load_workbook(tmp_path / "a.xlsx")["记录"].iter_rows(min_row=2)]
    assert {cell.number_format for cell in cells} == {"#,##0.00"}
    assert {cell.data_type for cell in cells} == {"n"}


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_what_is_discarded_leaves_the_file_of_before(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_bytes(b"before")
    table = open_table(target, HEADINGS, "记录")
    cells: tuple[Cell, ...] = ("1", AT, None, "x")
    for _ in range(500):
        table.add(cells)
    table.discard()
    table.discard()
    assert target.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_folder_that_is_gone_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(StorageFailed):
        open_table(tmp_path / "gone" / name, HEADINGS, "记录")


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        return
    part = tmp_path / ".a.csv.part"
    part.symlink_to(full)
    table = CsvTable(tmp_path / "a.csv", HEADINGS)
    with pytest.raises(StorageFailed) as raised:
        table.add(("1", AT, None, "满" * 100_000))
    table.discard()
    assert raised.value.reason == "full"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "full"), (errno.EDQUOT, "full"), (errno.EROFS, "read-only"), (errno.EIO, "io"), (None, "io")],
)
def test_what_the_disk_did_has_one_name_everywhere(number: int | None, reason: str) -> None:
    error = OSError(number, "客人的桌面") if number else OSError()
    with pytest.raises(StorageFailed) as failed, disk_failures():
        raise error
    assert failed.value.reason == StorageFailed.of(error).reason == reason
    assert failed.value.__cause__ is None
