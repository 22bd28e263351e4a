"""Files of rows as streams: CSV in blocks, of which each is read as it can be."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from careerfit.files import tables
from careerfit.files.frames import ROW, Read, file_at, first_taken
from careerfit.files.tables import Found, Source


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks of a few rows."""
    monkeypatch.setattr(tables, "BLOCK", 64)


def blocks_of(path: Path, small: Sequence[str] = ("a", "b")) -> list[pl.DataFrame]:
    """The blocks in which a file is read, in the columns id, a and b."""
    found: list[pl.DataFrame] = []

    def work(read: Read, _: Path) -> None:
        found.clear()

        def taken(block: pl.DataFrame) -> pl.DataFrame:
            found.append(block)
            return block.select(ROW)

        read(taken).collect(engine="streaming")

    file = file_at(Source(path, "x", "en", path.parent))
    first_taken(file, ("id", "a", "b"), small, work, lambda _: None)
    return [block for block in found if block.height]


def rows_of(blocks: Sequence[pl.DataFrame]) -> list[tuple[object, ...]]:
    """All rows of some blocks: number, id, and the cells as text."""
    return [row for block in blocks for row in block.select(ROW, pl.col("id", "a", "b").cast(pl.String)).rows()]


PEOPLE = [[f"P{n}", str(n % 5 + 1), str((n + 1) % 5 + 1)] for n in range(100)]


@pytest.mark.parametrize("ending", [".csv", ".csv.gz"])
def test_work_begins_with_little_and_ends_with_little(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """Blocks grow, and become small again towards the end of a file of which it is known where that is."""
    monkeypatch.setattr(tables, "LEAST", 64)
    monkeypatch.setattr(tables, "BLOCK", 640)
    row, source = b"P1,1,2\n", Source(tmp_path / f"people{ending}", "x", "en", tmp_path)
    content = row * 1000
    source.path.write_bytes(gzip.compress(b"id,a,b\n" + content) if ending == ".csv.gz" else b"id,a,b\n" + content)
    blocks = list(tables.csv_blocks(source, tables.read_head(source)))
    assert b"".join(blocks) == content
    first, *_, last_but_one, last = map(len, blocks)
    small, large = range(1, 64 + len(row)), range(640, 640 + len(row))
    assert first in small
    assert max(map(len, blocks)) in large
    assert (last_but_one in large) if ending == ".csv.gz" else (last_but_one in small and last in small)


def test_rows_above_the_first_person_are_counted_as_excel_does(tmp_path: Path) -> None:
    """Blank rows, titles and heads, in CSV and in a workbook, however a head is broken over lines."""
    rows = [[], [], ["Kelas XI"], ["id", "a\n", "b"], ["P0", "1", "2"]]
    with (tmp_path / "people.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    book = openpyxl.Workbook()
    for place, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            book.active.cell(place, column, cell)
    book.save(tmp_path / "people.xlsx")
    for name in ("people.csv", "people.xlsx"):
        source = Source(tmp_path / name, name, "en", tmp_path)
        file = file_at(source, lambda rows: Found(rows[1], 1, 0, 3))
        assert (4, 1, ["id", "a", "b"]) == (file.above, file.more, [head.strip() for head in file.heads])


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "end"])
def test_no_row_is_lost_between_blocks(tmp_path: Path, end: str, last: str, packed: bool) -> None:
    """Every row is in one block, in its order and with its number, also where a quoted cell has lines of its own."""
    people = [[f"P{n}\n, {n}" if n % 7 == 0 else name, *cells] for n, (name, *cells) in enumerate(PEOPLE)]
    lines = ["id,a,b", *(f'"{name}",{a},{b}' for name, a, b in people)]
    content = (end.join(lines) + (end if last else "")).encode()
    path = tmp_path / ("people.csv.gz" if packed else "people.csv")
    path.write_bytes(gzip.compress(content) if packed else content)
    blocks = blocks_of(path)
    assert len(blocks) > 10
    assert [(n, *person) for n, person in enumerate(people, 1)] == rows_of(blocks)


@pytest.mark.parametrize("places", [[(3, 1)], [(50, 2)], [(99, 1)], [(20, 1), (70, 2)], [(20, 1), (20, 2), (90, 1)]])
def test_a_wrong_cell_is_read_as_text_from_its_block_on(tmp_path: Path, places: list[tuple[int, int]]) -> None:
    """What was read before stays; no row comes twice, and none is lost, whichever cells are no numbers."""
    people = [list(person) for person in PEOPLE]
    for row, cell in places:
        people[row][cell] = "x"
    path = tmp_path / "people.csv"
    path.write_text("id,a,b\n" + "".join(f"{','.join(person)}\n" for person in people), encoding="utf-8")
    blocks = blocks_of(path)
    assert [(n, *person) for n, person in enumerate(people, 1)] == rows_of(blocks)
    before = [block for block in blocks if block[ROW][-1] <= min(row for row, _ in places)]
    assert all(pl.Int8() == block.schema[key] for block in before for key in ("a", "b"))


@pytest.mark.parametrize("place", [0, 50, 99])
def test_a_quote_that_is_not_closed_is_in_its_row_alone(tmp_path: Path, place: int) -> None:
    """Where no end of a row is to be found, the file is read by its lines; the others are as they were."""
    lines = [",".join(person) for person in PEOPLE]
    lines[place] = f'"{lines[place]}'
    path = tmp_path / "people.csv"
    path.write_text("\n".join(["id,a,b", *lines]), encoding="utf-8")
    expected = [(n, *person) for n, person in enumerate(PEOPLE, 1)]
    rows = rows_of(blocks_of(path))
    assert [row for row in expected if row[0] != place + 1] == [row for row in rows if row[0] != place + 1]
    assert 100 == len(rows)
