"""Files in and out: rows of any kind, their order, what is left alone, what could do harm, which files are touched."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from careerfit.cohort.job import Job, Outcome
from careerfit.cohort.run import score_file, summarise
from careerfit.core.model import Pack
from careerfit.errors import UsageError
from careerfit.files.formats import form_read, form_written
from careerfit.text import Lang

from .people import make_people, read_csv, write_csv, write_jsonl, write_parquet

pytestmark = pytest.mark.usefixtures("here")

READ = ".csv, .tsv, .jsonl, .ndjson, .xlsx, .parquet, .xls, .ods, .csv.gz, .tsv.gz, .jsonl.gz, .ndjson.gz"
WRITTEN = ".csv, .tsv, .jsonl, .ndjson, .xlsx, .parquet"


def run(pack: Pack, source: Path | str, target: Path, lang: Lang = "en") -> Outcome:
    return score_file(pack, Job(str(source), str(target), lang=lang), lambda _: None)


def results(pack: Pack, tmp_path: Path, content: str) -> list[dict[str, str]]:
    """The results of a CSV file of this content."""
    (tmp_path / "people.csv").write_text(content, encoding="utf-8")
    run(pack, tmp_path / "people.csv", tmp_path / "results.csv")
    return read_csv(tmp_path / "results.csv")


def test_a_row_with_too_many_cells_is_bad_alone(pack: Pack, tmp_path: Path) -> None:
    """It can't be known which cell is one too many; a separator too many at the end is none."""
    one, other = (item.key for item in pack.items[:2])
    rows = results(pack, tmp_path, f"id,{one},{other}\nPutri, Ani,2,5\nB,4,5\nC,4,5,\nD,4,5, ,,\nE,,,,1\n")
    told = "this row has more cells than there are columns; put a cell that holds a separator in quotes"
    assert [("Putri", told), ("B", ""), ("C", ""), ("D", ""), ("E", told)] == [(r["id"], r["error"]) for r in rows]
    assert ["", "2", "2", "2", ""] == [row["answered"] for row in rows]


def test_a_row_that_ends_early_is_unanswered_from_there(pack: Pack, tmp_path: Path) -> None:
    """Spreadsheets leave out the last separators of a row."""
    one, other = (item.key for item in pack.items[:2])
    rows = results(pack, tmp_path, f"id,{one},{other}\nA,4\nB\nC,4,5\n")
    assert [("A", "1"), ("B", "0"), ("C", "2")] == [(row["id"], row["answered"]) for row in rows]


def test_a_row_with_an_open_quote_is_bad_alone(pack: Pack, tmp_path: Path) -> None:
    """It takes none of the following with it, and says so in the language of the run."""
    key = pack.items[0].key
    rows = results(pack, tmp_path, f'id,{key}\nA,4\n"B,5\n"C, D",3\nE,x\n')
    told = "this row can't be read; it may be cut off, or a quote in it is not closed"
    expected = [("A", "1", ""), ("", "", told), ("C, D", "1", ""), ("E", "", f"{key}: x")]
    assert expected == [(row["id"], row["answered"], row["error"]) for row in rows]
    run(pack, tmp_path / "people.csv", tmp_path / "results.csv", "id")
    assert "baris ini tidak terbaca; mungkin terpotong, atau tanda kutipnya tidak ditutup" in {
        row["error"] for row in read_csv(tmp_path / "results.csv")
    }


def test_a_line_that_is_no_object_is_bad_alone(pack: Pack, tmp_path: Path) -> None:
    """So is a line of JSON that is cut off."""
    key = pack.items[0].key
    lines = [
        f'{{"id": "A", "{key}": 4}}',
        "[4]",
        "",
        f'{{"id": "B", "{key}": "5,0", "name": "x"}}',
        f'{{"id": "C", "{key}',
    ]
    (tmp_path / "people.jsonl").write_text("\n".join(lines), encoding="utf-8")
    outcome = run(pack, tmp_path / "people.jsonl", tmp_path / "results.csv")
    assert (2, 2, ("name",)) == (outcome.people, outcome.bad, outcome.columns.about)
    assert [("A", "1"), ("", ""), ("B", "1"), ("", "")] == [
        (row["id"], row["answered"]) for row in read_csv(tmp_path / "results.csv")
    ]


def test_empty_rows_are_nobody(pack: Pack, tmp_path: Path) -> None:
    """Rows of nothing but separators and blanks, wherever they stand, are neither counted nor written."""
    key = pack.items[0].key
    rows = results(pack, tmp_path, f"id,nama,{key}\n,,\nA,x,4\n\n  , ,\n,,5\n,,\n,,\n")
    assert [("A", "1"), ("", "1")] == [(row["id"], row["answered"]) for row in rows]


def test_other_columns_are_left_alone_and_told(pack: Pack, tmp_path: Path) -> None:
    """Time stamps, names and classes are neither read nor written, and named as they are called in the file."""
    key = pack.items[0].key
    (tmp_path / "people.csv").write_text(f"Timestamp,id,Nama,{key},Nama\n2024,1,x,4,y\n", encoding="utf-8")
    outcome = run(pack, tmp_path / "people.csv", tmp_path / "results.csv")
    assert (("Timestamp", "Nama"), ("Nama",)) == (outcome.columns.others, outcome.columns.about)
    assert "x" not in read_csv(tmp_path / "results.csv")[0].values()


def test_more_rows_of_heads_are_skipped(pack: Pack, tmp_path: Path) -> None:
    """Qualtrics writes two more rows of heads below the first."""
    key = pack.items[0].key
    rows = results(
        pack,
        tmp_path,
        f'id,{key}\nResponse ID,"Do you, so?"\n"{{""ImportId"":""_x""}}","{{""ImportId"":""y""}}"\nR,4\n',
    )
    assert [("R", "1", "")] == [(row["id"], row["answered"], row["error"]) for row in rows]
    assert 2 == run(pack, tmp_path / "people.csv", tmp_path / "results.csv").skipped


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
def test_rows_keep_their_order(pack: Pack, tmp_path: Path, ending: str) -> None:
    """A file of many blocks comes out in the order in which it went in; without an id, rows are numbered from one."""
    size = 200_000
    responses = np.random.default_rng(1).integers(1, 6, (2, size)).astype(np.int8)
    columns = {item.key: row for item, row in zip(pack.items, responses, strict=False)}
    pl.DataFrame(columns).write_parquet(tmp_path / "people.parquet", row_group_size=3000)
    run(pack, tmp_path / "people.parquet", tmp_path / f"results.{ending}")
    reading = {
        "csv": pl.read_csv,
        "parquet": pl.read_parquet,
        "jsonl": partial(pl.read_ndjson, infer_schema_length=None),
    }[ending]
    found = reading(tmp_path / f"results.{ending}")
    assert list(range(1, size + 1)) == found["id"].to_list()
    alike = {}
    for pair, score in zip(responses.T.tolist(), found["field"].to_list(), strict=True):
        assert score == alike.setdefault(tuple(pair), score)


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
def test_people_without_an_id_get_the_number_of_their_row(pack: Pack, tmp_path: Path, ending: str) -> None:
    """Rows are counted from one, in every form."""
    people = [{pack.items[0].key: str(number % 5 + 1)} for number in range(500)]
    writing = {"csv": write_csv, "parquet": write_parquet, "jsonl": write_jsonl}[ending]
    run(pack, writing(tmp_path / f"people.{ending}", people), tmp_path / "results.csv")
    assert [str(number) for number in range(1, 501)] == [row["id"] for row in read_csv(tmp_path / "results.csv")]


@pytest.mark.parametrize(
    ("ids", "expected"), [([7, None], [7, None]), ([2.5, None], ["2.5", None]), ([[1], [2]], ["[1]", "[2]"])]
)
def test_ids_that_are_whole_numbers_stay_numbers(
    pack: Pack, tmp_path: Path, ids: list[object], expected: list[object]
) -> None:
    """Whole numbers that people are known by keep their type where the form of the file has any; all else is text."""
    pl.DataFrame({"id": ids, pack.items[0].key: [4, 5]}).write_parquet(tmp_path / "people.parquet")
    run(pack, tmp_path / "people.parquet", tmp_path / "results.parquet")
    assert expected == pl.read_parquet(tmp_path / "results.parquet")["id"].to_list()


def test_no_cell_can_be_run(pack: Pack, tmp_path: Path) -> None:
    """Ids that a spreadsheet would run, or a terminal obey, come out harmless in tables, and as they are elsewhere."""
    hostile = ["=1+1", "+CMD", "-2", "@x", " =1", "\x1b[31mred", "a\u202eb", "=\x9b1", "plain", "[bold]", "Ä, b", "a=b"]
    key = pack.items[0].key
    source = write_csv(tmp_path / "people.csv", [{"id": name, key: "4"} for name in hostile])
    safe = ["'=1+1", "'+CMD", "'-2", "'@x", "' =1", "[31mred", "ab", "'=1", "plain", "[bold]", "Ä, b", "a=b"]
    for ending, separator in (("csv", ","), ("tsv", "\t")):
        run(pack, source, tmp_path / f"results.{ending}")
        assert safe == pl.read_csv(tmp_path / f"results.{ending}", separator=separator)["id"].to_list()
    run(pack, source, tmp_path / "results.jsonl")
    lines = (tmp_path / "results.jsonl").read_text(encoding="utf-8").splitlines()
    assert hostile == [json.loads(line)["id"] for line in lines]


def test_columns_of_results(pack: Pack, tmp_path: Path) -> None:
    """The results have the columns that scripts depend on, in this order, also where there is nobody."""
    source = tmp_path / "people.csv"
    source.write_text(f"id,{pack.items[0].key}\n", encoding="utf-8")
    assert 0 == run(pack, source, tmp_path / "results.csv").people
    slugs = [f"score_{role.slug}" for role in pack.roles]
    expected = [
        "id",
        "verdict",
        "leader",
        "roles",
        "probability",
        *slugs,
        "field",
        "answered",
        "flags",
        "code",
        "error",
    ]
    assert expected == (tmp_path / "results.csv").read_text(encoding="utf-8").strip().split(",")


def test_progress_goes_from_nothing_to_all(pack: Pack, tmp_path: Path) -> None:
    """What is told of the progress lies between 0 and 1, and grows."""
    told: list[float] = []
    source = write_csv(tmp_path / "people.csv", make_people(pack, 5000, seed=21, bad=()))
    score_file(pack, Job(str(source), str(tmp_path / "results.csv")), told.append)
    assert told
    assert all(0 <= share <= 1 for share in told)
    assert sorted(told) == told


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl"])
@pytest.mark.parametrize("name", ["a*", "a?", "a[b]", "a'b", "[a]/b", "http:/a"])
def test_no_character_of_a_name_stands_for_others(pack: Pack, tmp_path: Path, name: str, ending: str) -> None:
    """A file is read by its very name, whatever else that would match as a pattern; its results are found again."""
    people = make_people(pack, 30, seed=3, bad=("6",))
    for stem, some in ((name, people[:20]), ("ab", people[20:]), ("a/b", people[20:])):
        source = tmp_path / f"{stem}.{ending}"
        source.parent.mkdir(exist_ok=True)
        {"csv": write_csv, "parquet": write_parquet, "jsonl": write_jsonl}[ending](source, some)
    source, target = tmp_path / f"{name}.{ending}", tmp_path / f"{name} out.csv"

    outcome = run(pack, source, target)

    assert [person["id"] for person in people[:20]] == [row["id"] for row in read_csv(target)]
    assert outcome.people + outcome.bad == summarise(pack, str(target), "en", lambda _: None)["people"]


@pytest.mark.parametrize("way", ["itself", "another spelling", "a link", "a hard link"])
def test_the_answers_are_never_overwritten(pack: Pack, tmp_path: Path, way: str) -> None:
    """Results that would go where the answers are, by any name, are refused, and the answers stay as they are."""
    source = write_csv(tmp_path / "people.csv", make_people(pack, 5, bad=()))
    before = source.read_bytes()
    target = tmp_path / "other.csv"
    if way == "a link":
        target.symlink_to(source)
    elif way == "a hard link":
        target.hardlink_to(source)
    else:
        target = source if way == "itself" else tmp_path / "x" / ".." / "people.csv"
        (tmp_path / "x").mkdir()
    with pytest.raises(UsageError, match="this is the file of answers itself"):
        run(pack, source, target)
    assert before == source.read_bytes()


@pytest.mark.parametrize("name", ["people", "people.txt", "people.csv.zip", "people.parquet.gz", "people.gz", "-"])
def test_endings_that_are_unknown(name: str) -> None:
    """A form that is unknown is refused with those that are known."""
    if name != "-":
        with pytest.raises(UsageError, match=re.escape(f"use one of: {READ}.")):
            form_read(name)
    with pytest.raises(UsageError, match=re.escape(f"use one of: {WRITTEN}.")):
        form_written(name)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet", "jsonl"])
def test_no_other_file_is_opened_to_write_and_nobody_is_reached(pack: Pack, tmp_path: Path, ending: str) -> None:
    """A run writes into its own folder beside the target alone, and opens no socket, whatever is asked of it."""
    if shutil.which("strace") is None:
        pytest.skip("needs strace")
    write_csv(tmp_path / "people.csv", make_people(pack, 200, seed=9))
    (tmp_path / "out").mkdir()
    log = tmp_path / "calls"
    words = ["strace", "-f", "-qq", "-e", "trace=openat,open,creat,rename,unlink,mkdir,socket,connect", "-o", str(log)]
    command = [sys.executable, "-B", "-m", "careerfit", "cohort", "people.csv", "-o", f"out/results.{ending}"]
    subprocess.run([*words, *command], cwd=tmp_path, check=True, capture_output=True)
    calls = log.read_text(encoding="utf-8")
    written = re.findall(
        r'(?:open\w*|creat|mkdir)\((?:AT_FDCWD, )?"([^"]+)"(?=[^\n]*(?:O_WRONLY|O_RDWR|O_CREAT|mkdir))', calls
    )
    own = (str(tmp_path / "out"), "out/", "/dev/", tempfile.gettempdir() + "/pymp-")
    assert [] == [path for path in written if not path.startswith(own)]
    assert "socket(" not in calls
    assert [f"results.{ending}"] == [path.name for path in (tmp_path / "out").iterdir()]
