"""Files in and out: what separates cells, which columns there may be, the order of rows, cells that could do harm."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from careerfit.cohort.columns import check_columns
from careerfit.cohort.dialect import Dialect, read_dialect
from careerfit.cohort.job import Job, Outcome
from careerfit.cohort.scorer import output_columns
from careerfit.cohort.supervise import score_file, summarise
from careerfit.core.model import Pack
from careerfit.errors import DataError, UsageError

from .people import make_people, read_csv, write_csv, write_jsonl


def run(pack: Pack, source: Path, target: Path) -> Outcome:
    return score_file(pack, Job(str(source), str(target)), lambda _: None)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"id,a-1,a-2\n1,2,3\n", Dialect(",", 0, ("id", "a-1", "a-2"))),
        (b"id;a-1;a-2\r\n1;2;3\r\n", Dialect(";", 0, ("id", "a-1", "a-2"))),
        (b"\xef\xbb\xbfid;a-1\n", Dialect(";", 0, ("id", "a-1"))),
        (b"sep=;\nid;a-1\n", Dialect(";", 1, ("id", "a-1"))),
        (b'"id","a-1"\n', Dialect(",", 0, ("id", "a-1"))),
        (b"id\ta-1\n", Dialect("\t", 0, ("id", "a-1"))),
        (b"a-1\n4\n", Dialect(",", 0, ("a-1",))),
        (b"id , a-1,\n", Dialect(",", 0, ("id", "a-1", ""))),
    ],
)
def test_the_head_of_a_csv_file(tmp_path: Path, head: bytes, expected: Dialect) -> None:
    """Commas, semicolons and tabs are told apart, whatever spreadsheets put before the head."""
    (tmp_path / "people.csv").write_bytes(head)
    assert expected == read_dialect(tmp_path / "people.csv", "people.csv")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "people.csv: this file is empty; its first line must hold the names of the columns."),
        (b"\n", "people.csv: this file is empty; its first line must hold the names of the columns."),
        (b"\xff\xfei\x00d\x00\n\x00", "people.csv: this is not UTF-8 text; save it as CSV in UTF-8."),
        (b"id,Kr\xe4fte\n", "people.csv: this is not UTF-8 text; save it as CSV in UTF-8."),
    ],
)
def test_no_head(tmp_path: Path, content: bytes, message: str) -> None:
    """A file without a head, or in another encoding, is refused with what to do."""
    (tmp_path / "people.csv").write_bytes(content)
    with pytest.raises(DataError) as caught:
        read_dialect(tmp_path / "people.csv", "people.csv")
    assert message == str(caught.value)


def test_unknown_columns_are_told_all_at_once(pack: Pack) -> None:
    """Every column that can't be used is named, with what was probably meant."""
    with pytest.raises(UsageError) as caught:
        check_columns(pack, ["id", "empati-1", "empati-1", "empti-2", "kepemimpinan", "duels", "zzz", ""])
    assert [
        "The columns of this file can't be used:",
        "  column 'empati-1' is there 2 times; use it once.",
        "  column 'empti-2' is unknown: neither id nor an item. Did you mean 'empati-2'? "
        "For a list of items: careerfit questions.",
        "  column 'kepemimpinan' is a facet, not an item; use a column an item: kepemimpinan-1, kepemimpinan-2.",
        "  column 'duels' duels can't be scored here; drop the column, or use careerfit score --code.",
        "  column 'zzz' is unknown: neither id nor an item. For a list of items: careerfit questions.",
    ] == caught.value.lines("en")


def test_a_file_without_items_is_refused(pack: Pack) -> None:
    """A file that has no column for any item says nothing about anyone."""
    with pytest.raises(UsageError, match="no column for any item"):
        check_columns(pack, ["id"])


def test_items_without_a_column_are_named(pack: Pack) -> None:
    """The items that have no column come back in the pack's order."""
    keys = [item.key for item in pack.items]
    assert tuple(keys[1:-1]) == check_columns(pack, ["id", keys[-1], keys[0]])


def test_rows_keep_their_order(pack: Pack, tmp_path: Path) -> None:
    """A file of many blocks comes out in the order in which it went in."""
    keys = [item.key for item in pack.items][:3]
    columns = ", ".join(f'(range * {7 + n} % 5 + 1)::TINYINT AS "{key}"' for n, key in enumerate(keys))
    duckdb.execute(f"COPY (SELECT 'N' || range AS id, {columns} FROM range(300000)) TO '{tmp_path}/people.parquet'")
    for ending in ("parquet", "csv"):
        run(pack, tmp_path / "people.parquet", tmp_path / f"results.{ending}")
        found = duckdb.execute(f"SELECT id FROM '{tmp_path}/results.{ending}'").fetchall()
        assert [(f"N{number}",) for number in range(300_000)] == found


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
def test_people_without_an_id_get_the_number_of_their_row(pack: Pack, tmp_path: Path, ending: str) -> None:
    """Rows are counted from one, in every form."""
    key = pack.items[0].key
    source = tmp_path / f"people.{ending}"
    options = {"csv": "", "parquet": "", "jsonl": "(FORMAT json)"}[ending]
    duckdb.execute(f"""COPY (SELECT range % 5 + 1 AS "{key}" FROM range(5000)) TO '{source}' {options}""")
    run(pack, source, tmp_path / "results.csv")
    assert [str(number) for number in range(1, 5001)] == [row["id"] for row in read_csv(tmp_path / "results.csv")]


def test_a_parquet_file_keeps_the_type_of_its_ids(pack: Pack, tmp_path: Path) -> None:
    """Numbers that people are known by stay numbers where the form of the file has any."""
    source, target = tmp_path / "people.parquet", tmp_path / "results.parquet"
    duckdb.execute(f"""COPY (SELECT 7::BIGINT AS id, 4 AS "{pack.items[0].key}") TO '{source}'""")
    run(pack, source, target)
    assert [(7,)] == duckdb.execute(f"SELECT id FROM '{target}'").fetchall()


def test_no_cell_can_be_run(pack: Pack, tmp_path: Path) -> None:
    """Ids that a spreadsheet would run, or a terminal obey, come out harmless in CSV, and as they are elsewhere."""
    hostile = ["=1+1", "+CMD", "-2", "@x", " =1", "\x1b[31mred", "a\u202eb", "=\x9b1", "plain", "[bold]"]
    key = pack.items[0].key
    source = write_csv(tmp_path / "people.csv", [{"id": name, key: "4"} for name in hostile])
    run(pack, source, tmp_path / "results.csv")
    assert ["'=1+1", "'+CMD", "'-2", "'@x", "' =1", "[31mred", "ab", "'=1", "plain", "[bold]"] == [
        row["id"] for row in read_csv(tmp_path / "results.csv")
    ]
    run(pack, source, tmp_path / "results.jsonl")
    lines = (tmp_path / "results.jsonl").read_text(encoding="utf-8").splitlines()
    assert hostile == [json.loads(line)["id"] for line in lines]


def test_columns_of_results(pack: Pack, tmp_path: Path) -> None:
    """The results have the columns that scripts depend on, in this order, also where there is nobody."""
    source = tmp_path / "people.csv"
    source.write_text(f"id,{pack.items[0].key}\n", encoding="utf-8")
    assert 0 == run(pack, source, tmp_path / "results.csv").people
    head = (tmp_path / "results.csv").read_text(encoding="utf-8").strip()
    assert ",".join(output_columns(pack)) == head
    slugs = [f"score_{role.slug}" for role in pack.roles]
    assert ["id", "verdict", "leader", "probability", *slugs, "field", "answered", "flags", "error"] == head.split(",")


def test_progress_goes_from_nothing_to_all(pack: Pack, tmp_path: Path) -> None:
    """What is told of the progress lies between 0 and 1."""
    told: list[float] = []
    source = write_csv(tmp_path / "people.csv", make_people(pack, 5000, seed=21, bad=()))
    score_file(pack, Job(str(source), str(tmp_path / "results.csv")), told.append)
    assert all(0 <= share <= 1 for share in told)


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
@pytest.mark.parametrize("name", ["a*", "a?", "a[b]", "a'b", "[a]/b"])
def test_no_character_of_a_name_stands_for_others(pack: Pack, tmp_path: Path, name: str, ending: str) -> None:
    """A file is read by its very name, whatever else that would match as a pattern; its results are found again."""
    people = make_people(pack, 30, seed=3, bad=("6",))
    for stem, some in ((name, people[:20]), ("ab", people[20:]), ("a/b", people[20:])):
        source = tmp_path / f"{stem}.{ending}"
        source.parent.mkdir(exist_ok=True)
        plain = (
            write_jsonl(tmp_path / "plain.jsonl", some) if ending == "jsonl" else write_csv(tmp_path / "plain", some)
        )
        if ending == "parquet":
            duckdb.execute(f"COPY (FROM read_csv('{plain}', all_varchar=true)) TO '{tmp_path}/plain.parquet'")
            plain = tmp_path / "plain.parquet"
        plain.rename(source)
    source, target = tmp_path / f"{name}.{ending}", tmp_path / f"{name} out.csv"

    outcome = run(pack, source, target)

    assert [person["id"] for person in people[:20]] == [row["id"] for row in read_csv(target)]
    assert sum(row["error"] != "" for row in read_csv(target)) == outcome.bad
    assert outcome.people == summarise(pack, str(target), lambda _: None)["people"]
