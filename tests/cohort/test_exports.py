"""What forms, surveys and spreadsheets export is scored alike, whichever wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerfit.cohort import local
from careerfit.cohort.job import Job, Outcome
from careerfit.cohort.run import score_file
from careerfit.core.model import Answers, Pack
from careerfit.errors import DataError
from careerfit.files.tables import Source

from .exports import CSV, FEWER, IDS, NAMES, STAMPS, WORKBOOKS, keys, packed, people, table, texts, written
from .people import core_result

pytestmark = pytest.mark.usefixtures("here")


def results(pack: Pack, source: Path, **asked: object) -> tuple[Outcome, list[dict[str, str]]]:
    """What comes of a file, and its rows; a file with semicolons is answered alike."""
    import csv

    target = source.with_name("results.csv")
    outcome = score_file(pack, Job(str(source), str(target), lang="en", **asked), lambda _: None)  # type: ignore[arg-type]
    content = target.read_text(encoding="utf-8-sig")
    delimiter = ";" if content.startswith("id;") else ","
    return outcome, list(csv.DictReader(content.splitlines(), delimiter=delimiter))


def expected(pack: Pack, left_out: tuple[int, int] | None = None) -> list[dict[str, str]]:
    """What the core says of the three people; ``left_out``: a person and an item."""
    found = []
    for place, responses in enumerate(people(pack)):
        given = dict(zip(pack.item_by_key, responses, strict=True))
        if left_out and left_out[0] == place:
            del given[pack.items[left_out[1]].key]
        found.append(core_result(pack, IDS[place], Answers(given))[0])
    return found


def same(texts: list[dict[str, str]], rows: list[dict[str, str]]) -> bool:
    return texts == [{name: row[name] for name in texts[0]} for row in rows]


@pytest.mark.parametrize("kind", CSV)
def test_every_kind_is_scored_alike(pack: Pack, tmp_path: Path, kind: str) -> None:
    """However a file was written, it says the same of the same people, and nothing is wrong with any row."""
    (tmp_path / "people.csv").write_bytes(CSV[kind](pack))
    outcome, rows = results(pack, tmp_path / "people.csv")
    assert (3, 0, 0, 0) == outcome[:4]
    assert same(expected(pack), rows), rows


@pytest.mark.parametrize("word", FEWER)
def test_no_answer_by_any_word(pack: Pack, tmp_path: Path, word: str) -> None:
    """The item is unanswered, and the person is scored."""
    (tmp_path / "people.csv").write_bytes(FEWER[word](pack))
    outcome, rows = results(pack, tmp_path / "people.csv")
    assert (3, 0, 0, 0) == outcome[:4]
    assert same(expected(pack, (1, 0)), rows), rows


@pytest.mark.parametrize("kind", WORKBOOKS)
def test_workbooks_are_scored_alike(pack: Pack, tmp_path: Path, kind: str) -> None:
    """So are sheets, wherever in the workbook the answers stand."""
    (tmp_path / "people.xlsx").write_bytes(WORKBOOKS[kind](pack))
    assert same(expected(pack), results(pack, tmp_path / "people.xlsx")[1])


@pytest.mark.parametrize("kind", ["semicolon", "UTF-16", "cp1252", "old line ends", "a title"])
def test_packed_files_are_scored_alike(pack: Pack, tmp_path: Path, kind: str) -> None:
    """So is what was packed."""
    (tmp_path / "people.csv.gz").write_bytes(packed(CSV[kind](pack)))
    assert same(expected(pack), results(pack, tmp_path / "people.csv.gz")[1])


def test_a_sheet_may_be_named(pack: Pack, tmp_path: Path) -> None:
    """The one that was asked for is read, and none of any other name."""
    (tmp_path / "people.xlsx").write_bytes(WORKBOOKS["behind a sheet that explains"](pack))
    assert same(expected(pack), results(pack, tmp_path / "people.xlsx", sheet="Jawaban")[1])
    with pytest.raises(Exception, match="there is no sheet 'X'; there are: Petunjuk, Jawaban"):
        results(pack, tmp_path / "people.xlsx", sheet="X")


def test_other_columns_are_told(pack: Pack, tmp_path: Path) -> None:
    """Time stamps are left alone; people are known by their names where there is nothing better."""
    (tmp_path / "people.csv").write_bytes(written(table(pack, texts(pack), before={**STAMPS, **NAMES})))
    outcome, rows = results(pack, tmp_path / "people.csv")
    assert (("Timestamp",), "Nama") == (outcome.columns.others, outcome.columns.known_by)
    assert list(NAMES["Nama"]) == [row["id"] for row in rows]


def test_ids_that_come_twice_are_told(pack: Pack, tmp_path: Path) -> None:
    """What more than one row is known by; empty ones are not meant."""
    ids = ("Budi", "", "Budi")
    (tmp_path / "people.csv").write_bytes(written(table(pack, keys(pack), before={"Nama": ids})))
    outcome, _ = results(pack, tmp_path / "people.csv")
    assert ("Budi",) == outcome.twice


def test_of_very_many_people_ids_are_not_all_kept(pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond a number of people, nobody is held against those before, and all are scored."""
    path = tmp_path / "people.csv"
    path.write_bytes(written(table(pack, keys(pack), before={"Nama": ("Budi", "", "Budi")})))
    monkeypatch.setattr(local, "MOST_KEPT", 0)
    source, target = Source(path, path.name, "en", tmp_path), tmp_path / "results.csv"
    outcome = local.score_file(pack, Job(str(path), str(target)), source, [target], lambda _: None)
    assert (3, ()) == (outcome.people, outcome.twice)


def test_a_row_in_which_a_name_has_a_comma_is_bad_alone(pack: Pack, tmp_path: Path) -> None:
    """It has a cell too many, and says so; the others are scored."""
    content = written(table(pack, keys(pack))).replace(b"s2,", b"Putri, Ani,")
    (tmp_path / "people.csv").write_bytes(content)
    outcome, rows = results(pack, tmp_path / "people.csv")
    assert (2, 0, 1, 0) == outcome[:4]
    assert "this row has more cells than there are columns" in rows[1]["error"]


def test_strict_refuses_what_is_only_alike(pack: Pack, tmp_path: Path) -> None:
    """With every head that is worded differently, and nothing is written."""
    (tmp_path / "people.csv").write_bytes(CSV["one reworded"](pack))
    outcome, _ = results(pack, tmp_path / "people.csv")
    ((head, key),) = outcome.columns.unsure
    assert (pack.items[7].key, True) == (key, " selalu " in head)
    (tmp_path / "results.csv").unlink()
    with pytest.raises(DataError, match="only like a statement, and --strict was asked for"):
        results(pack, tmp_path / "people.csv", strict=True)
    assert not (tmp_path / "results.csv").exists()


def test_what_came_with_semicolons_goes_out_with_them(pack: Pack, tmp_path: Path) -> None:
    """Spreadsheets in Indonesia write semicolons and decimal commas, and read nothing else rightly."""
    for kind, mark in (("semicolon", b""), ("sep", b"\xef\xbb\xbf")):
        (tmp_path / "people.csv").write_bytes(CSV[kind](pack))
        results(pack, tmp_path / "people.csv")
        content = (tmp_path / "results.csv").read_bytes()
        head, first, *_ = content.removeprefix(mark).decode().splitlines()
        assert content.startswith(mark + b"id;verdict;leader;roles;probability;score_")
        cells = dict(zip(head.split(";"), first.split(";"), strict=True))
        assert cells["field"].replace(",", "").isdigit()
        assert "," in cells["field"]
        assert "." not in first
