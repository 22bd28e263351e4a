"""Tables as text, line by line: the head of a CSV file, and rows of which some can't be read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from careerfit.errors import DataError
from careerfit.files.tables import Found, Head, Source, as_utf8, csv_rows, json_rows, read_head


def source_at(path: Path) -> Source:
    """A file that messages call x."""
    return Source(path, "x", "en", path.parent)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"id,a-1,a-2\n1,2,3\n", Head(",", 1, ("id", "a-1", "a-2"), 0, 1)),
        (b"id;a-1;a-2\r\n1;2;3\r\n", Head(";", 1, ("id", "a-1", "a-2"), 0, 1)),
        (b"\xef\xbb\xbfid;a-1\n", Head(";", 1, ("id", "a-1"), 0, 1)),
        (b"\xef\xbb\xbfsep=;\r\nid;a-1\r\n", Head(";", 2, ("id", "a-1"), 0, 1)),
        (b"SEP=|\nid|a-1\n", Head("|", 2, ("id", "a-1"), 0, 1)),
        (b'"id","a-1"\n', Head(",", 1, ("id", "a-1"), 0, 1)),
        (b'"a, b, c";"d, e"\n', Head(";", 1, ("a, b, c", "d, e"), 0, 1)),
        (b'id,"a-1\n",a-2\nx,1,2\n', Head(",", 2, ("id", "a-1", "a-2"), 0, 1)),
        (b"id\ta-1\n", Head("\t", 1, ("id", "a-1"), 0, 1)),
        (b"a-1\n4\n", Head(",", 1, ("a-1",), 0, 1)),
        (b"a-1", Head(",", 1, ("a-1",), 0, 1)),
        (b"id , a-1,\n", Head(",", 1, ("id", "a-1", ""), 0, 1)),
        (b"\n,,\nid,a-1\n", Head(",", 3, ("id", "a-1"), 0, 3)),
        (b"Class 10, B\nid;a-1;a-2\n1;2;3\n", Head(";", 1, ("Class 10, B",), 0, 1)),
        ("id,a\nJürgen,4\n".encode("cp1252"), Head(",", 1, ("id", "a"), 0, 1)),
    ],
)
def test_the_head_of_a_csv_file(tmp_path: Path, head: bytes, expected: Head) -> None:
    """What separates the cells, the lines before the first person and the names, whatever stands around them."""
    (tmp_path / "people.csv").write_bytes(head)
    (tmp_path / "people.csv.gz").write_bytes(gzip.compress(head))
    assert expected == read_head(source_at(tmp_path / "people.csv"))
    assert expected == read_head(source_at(tmp_path / "people.csv.gz"))


def test_the_heads_may_stand_elsewhere(tmp_path: Path) -> None:
    """Who knows the columns says which of the first rows has them: what is above and more heads below are no people."""
    (tmp_path / "people.csv").write_bytes(b'Class\nid,a-1\nId,"Do\nyou?"\nR,4\n')
    found = read_head(source_at(tmp_path / "people.csv"), lambda rows: Found(rows[1], 1, 1))
    assert Head(",", 4, ("id", "a-1"), 2, 3) == found
    nowhere = read_head(source_at(tmp_path / "people.csv"), lambda _: Found(("a", "b"), -1))
    assert Head(",", 0, ("a", "b"), 0, 0) == nowhere


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("packed", [False, True])
def test_utf_16_is_read(tmp_path: Path, encoding: str, packed: bool) -> None:
    """Spreadsheets save "Unicode text" as UTF-16, with a mark or without, with the line ends of Windows."""
    content = "id\ta\r\nÄnni\t4\r\n".encode(encoding)
    path = tmp_path / ("people.csv.gz" if packed else "people.csv")
    path.write_bytes(gzip.compress(content) if packed else content)
    source = as_utf8(source_at(path))
    head = read_head(source)
    assert (Head("\t", 1, ("id", "a"), 0, 1), [["Änni", "4"]]) == (head, list(csv_rows(source, head)))


def test_old_line_ends_are_read(tmp_path: Path) -> None:
    """Excel for Mac may end lines with nothing but a carriage return."""
    (tmp_path / "people.csv").write_bytes(b"id,a\rA,4\rB,5")
    source = as_utf8(source_at(tmp_path / "people.csv"))
    assert [["A", "4"], ["B", "5"]] == list(csv_rows(source, read_head(source)))


def test_utf_8_is_read_as_it_is(tmp_path: Path) -> None:
    """No copy is made of what needs none."""
    (tmp_path / "people.csv").write_bytes(b"id,a\r\nA,4\r\n")
    assert source_at(tmp_path / "people.csv") == as_utf8(source_at(tmp_path / "people.csv"))


NOT_TEXT = "x: this is no text that can be read (UTF-8, UTF-16 or Windows-1252); save it as CSV in UTF-8."
NO_HEAD = "x: the first line must hold the names of the columns; here it is empty or can't be read."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", NO_HEAD),
        (b"\n", NO_HEAD),
        (b"sep=,\n", NO_HEAD),
        (b'"' + b"a" * 200_000, NO_HEAD),
        (b"id,a\n4,5\nJ\x81rgen,4\n", NOT_TEXT),
    ],
)
def test_no_head(tmp_path: Path, content: bytes, message: str) -> None:
    """A file without a head, or of bytes that are no text, is refused with what to do."""
    (tmp_path / "people.csv").write_bytes(content)
    with pytest.raises(DataError) as caught:
        read_head(source_at(tmp_path / "people.csv"))
    assert message == str(caught.value)


@pytest.mark.parametrize("content", [b"id,a\n", gzip.compress(b"id,a\n" * 9999)[:-20]], ids=["text", "cut off"])
def test_a_packed_file_that_is_none(tmp_path: Path, content: bytes) -> None:
    """A file that says it is packed but isn't, or not as a whole, is told as that."""
    (tmp_path / "people.csv.gz").write_bytes(content)
    with pytest.raises(DataError) as caught:
        read_head(source_at(tmp_path / "people.csv.gz"))
    assert "x: this .gz file is damaged or was cut off." == str(caught.value)


def test_a_row_with_an_open_quote_takes_no_other_with_it(tmp_path: Path) -> None:
    """A line whose quotes are not all closed is no row; what stands before and after it is."""
    (tmp_path / "people.csv").write_text('id,a\n"A",1\nB",2\n"C, D",3\n"E"x,4\n\nF,5', encoding="utf-8")
    head = Head(",", 1, ("id", "a"), 0, 1)
    rows = list(csv_rows(source_at(tmp_path / "people.csv"), head))
    assert [["A", "1"], None, ["C, D", "3"], ["Ex", "4"], [], ["F", "5"]] == rows


def test_lines_that_are_no_objects(tmp_path: Path) -> None:
    """A line of JSON that is no object, or none at all, is no row; cells are taken as text."""
    lines = (
        '{"a": 4, "b": "5", "c": null, "d": 4.5, "e": true, "f": [1]}',
        "[1]",
        "4",
        "nonsense",
        "",
        "[" * 9999,
        '{"a"',
    )
    (tmp_path / "people.jsonl").write_text("\n".join(lines), encoding="utf-8")
    cells = {"a": "4", "b": "5", "c": "", "d": "4.5", "e": "true", "f": "[1]"}
    assert [cells, None, None, None, {}, None, None] == list(json_rows(source_at(tmp_path / "people.jsonl")))
