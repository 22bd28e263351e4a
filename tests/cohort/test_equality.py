"""A file of people gets what each of them would get alone: on every engine, in every form."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from careerfit.cohort.job import Engine, Job, Outcome
from careerfit.cohort.run import score_file
from careerfit.core.answer_code import decode
from careerfit.core.model import Answers, Pack
from careerfit.core.results.result import evaluate
from careerfit.errors import UsageError

from .people import (
    Row,
    answers_of,
    core_result,
    expected_error,
    expected_result,
    little_pack,
    make_people,
    read_csv,
    write_csv,
    write_jsonl,
    write_parquet,
)

PEOPLE = 10_000
NUMBERS_ONLY = ("0", "6", "-1", "99")
Expected = tuple[dict[str, str], dict[str, float]]
"""The texts and the numbers of a row."""
SHOWN = ("id", "verdict", "leader", "roles", "answered", "flags", "code", "error")


def run(pack: Pack, source: Path, target: Path, engine: Engine = "local") -> Outcome:
    return score_file(pack, Job(str(source), str(target), engine, lang="en"), lambda _: None)


def assert_same(pack: Pack, people: Sequence[Row], rows: Sequence[Mapping[str, object]]) -> None:
    """Every row equals the core's result of that person: texts exactly, numbers within 1e-9."""
    assert_rows(pack, [with_code(pack, person) for person in people], rows)


def assert_rows(pack: Pack, expected: Sequence[Expected], rows: Sequence[Mapping[str, object]]) -> None:
    """The same, where the core's results have been worked out."""
    assert len(expected) == len(rows)
    names = ["probability", "field", *(f"score_{role.slug}" for role in pack.roles)]
    for (texts, numbers), row in zip(expected, rows, strict=True):
        assert texts == {name: "" if row[name] is None else str(row[name]) for name in texts}
        found = {name: float(str(row[name])) for name in names if row[name] not in (None, "")}
        assert pytest.approx(numbers, abs=1e-9, rel=0) == found


def with_code(pack: Pack, person: Row) -> Expected:
    """The expected row of somebody who may have a code: their own cells count before what it holds."""
    code, error = person.get("code", ""), expected_error(pack, person)
    if not code:
        return expected_result(pack, person)
    own = answers_of(pack, person)
    try:
        held = decode(pack, code)
    except UsageError as mistyped:
        error = "; ".join(filter(None, [error, f"code: {mistyped.headline.en}"]))
        held = Answers()
    responses = {**held.responses, **own.responses}
    if error and not responses:
        return {**dict.fromkeys(SHOWN, ""), "id": person["id"], "error": error}, {}
    texts, numbers = core_result(pack, person["id"], Answers(responses, held.duels))
    return texts | {"error": error}, numbers


def counts_of(rows: Sequence[Mapping[str, str]]) -> tuple[int, int, int, int]:
    """What came of rows, as they tell: people, noted, bad, silent."""
    scored = [row for row in rows if row["answered"] not in ("", "0")]
    noted, silent = sum(bool(row["error"]) for row in scored), sum(row["answered"] == "0" for row in rows)
    return len(scored), noted, len(rows) - len(scored) - silent, silent


@pytest.fixture(scope="module")
def people(pack: Pack) -> list[dict[str, str]]:
    return make_people(pack, PEOPLE, codes=True)


@pytest.fixture(scope="module")
def expected(pack: Pack, people: list[dict[str, str]]) -> list[Expected]:
    return [with_code(pack, person) for person in people]


def test_the_core_is_what_score_shows(pack: Pack, people: list[dict[str, str]]) -> None:
    """What a cohort's rows are compared with is what one person alone is shown."""
    for person in people[:60]:
        answers = answers_of(pack, person)
        result = evaluate(pack, answers)
        texts, numbers = core_result(pack, "x", answers)
        assert (texts["verdict"], texts["roles"]) == (result.verdict.kind, ";".join(result.verdict.roles))
        assert texts["leader"] in ("", result.ranking[0].role)
        assert (texts["flags"], texts["answered"]) == (" ".join(result.quality.flags), str(result.quality.answered))
        assert (numbers.get("probability"), numbers["field"]) == (result.verdict.probability, result.field.score)
        assert {f"score_{r.role}": r.score for r in result.ranking}.items() <= numbers.items()


def test_people_of_all_kinds_are_among_them(pack: Pack, people: list[dict[str, str]], expected: list[Expected]) -> None:
    """The people of these tests have every verdict and every flag, gaps, bad cells, bad rows, codes and duels."""
    texts = [texts for texts, _ in expected]
    assert {"clear", "tie", "unclear", "misfit", ""} == {text["verdict"] for text in texts}
    assert {"", "long_run", "inconsistent", "long_run inconsistent"} == {text["flags"] for text in texts}
    assert {role.slug for role in pack.roles} | {""} == {text["leader"] for text in texts}
    assert {0, 1, 2, 3} == {len(text["roles"].split(";")) if text["roles"] else 0 for text in texts}
    assert sum(bool(text["error"] and text["answered"]) for text in texts) > 100
    assert sum(bool(text["error"] and not text["answered"]) for text in texts) > 10
    assert sum(bool(person["code"]) for person in people) > 1000


def test_csv_equals_score(pack: Pack, people: list[dict[str, str]], expected: list[Expected], tmp_path: Path) -> None:
    """Ten thousand people in a CSV file, with gaps, bad cells and duels, come out as each of them would alone."""
    outcome = run(pack, write_csv(tmp_path / "people.csv", people), tmp_path / "results.csv")
    rows = read_csv(tmp_path / "results.csv")
    assert_rows(pack, expected, rows)
    assert counts_of(rows) == outcome[:4]


@pytest.mark.usefixtures("here")
def test_csv_of_numbers_equals_score(pack: Pack, tmp_path: Path) -> None:
    """So does a file of nothing but numbers, some of them bad, which is read as numbers."""
    people = make_people(pack, 3000, seed=2, bad=NUMBERS_ONLY)
    run(pack, write_csv(tmp_path / "people.csv", people, ";", encoding="utf-8-sig"), tmp_path / "results.tsv")
    rows = pl.read_csv(tmp_path / "results.tsv", separator="\t", infer_schema=False).to_dicts()
    assert_same(pack, people, rows)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("ending", ["csv.gz", "tsv", "tsv.gz", "jsonl", "ndjson.gz"])
def test_every_form_of_text_equals_score(pack: Pack, tmp_path: Path, ending: str) -> None:
    """So do tabs and JSON Lines, packed or not."""
    people = make_people(pack, 500, seed=3, codes=True)
    source = tmp_path / f"people.{ending}"
    plain = source.with_suffix("") if ending.endswith("gz") else source
    if "json" in ending:
        write_jsonl(plain, people)
    else:
        write_csv(plain, people, "\t" if "tsv" in ending else ",")
    if plain != source:
        source.write_bytes(gzip.compress(plain.read_bytes()))
    run(pack, source, tmp_path / "results.csv")
    assert_same(pack, people, read_csv(tmp_path / "results.csv"))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("kind", [pl.Int8, pl.Int64, pl.Float64, pl.Decimal(4, 1), pl.String])
def test_parquet_equals_score(pack: Pack, tmp_path: Path, kind: type[pl.DataType]) -> None:
    """So does Parquet, whatever type its columns have."""
    people = make_people(pack, 600, seed=4, bad=NUMBERS_ONLY)
    run(pack, write_parquet(tmp_path / "people.parquet", people, kind), tmp_path / "results.csv")
    assert_same(pack, people, read_csv(tmp_path / "results.csv"))


@pytest.mark.usefixtures("here")
def test_a_workbook_equals_score(pack: Pack, tmp_path: Path) -> None:
    """So does an Excel workbook, its cells stored as numbers or as text, below an empty line and above emptied ones."""
    people = make_people(pack, 200, seed=5, codes=True)
    workbook = openpyxl.Workbook()
    rows = [[], list(people[0]), *([as_stored(cell) for cell in person.values()] for person in people), [None], [" "]]
    for row in rows:
        workbook.active.append(row)
    workbook.save(tmp_path / "people.xlsx")
    run(pack, tmp_path / "people.xlsx", tmp_path / "results.csv")
    assert_same(pack, people, read_csv(tmp_path / "results.csv"))


def as_stored(cell: str) -> str | int | None:
    """A cell as a spreadsheet stores it."""
    return int(cell) if cell in ("1", "2", "3", "4", "5") else cell or None


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("ending", ["csv", "tsv", "parquet", "jsonl"])
def test_every_form_of_results_says_the_same(pack: Pack, tmp_path: Path, ending: str) -> None:
    """The results are the same in whatever form they are written."""
    people = make_people(pack, 300, seed=6)
    target = tmp_path / f"results.{ending}"
    run(pack, write_csv(tmp_path / "people.csv", people), target)
    if ending == "parquet":
        found = pl.read_parquet(target).to_dicts()
    elif ending == "jsonl":
        found = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    else:
        found = pl.read_csv(target, separator="\t" if ending == "tsv" else ",", infer_schema=False).to_dicts()
    assert_same(pack, people, found)


@pytest.mark.usefixtures("here")
def test_items_without_a_column_are_unanswered(pack: Pack, tmp_path: Path) -> None:
    """A file with columns for a few items only is scored as if the others had been skipped, and they are named."""
    keys = [item.key for item in pack.items][5:25]
    people = [{"id": p["id"], **{key: p[key] for key in keys}} for p in make_people(pack, 300, seed=5, bad=())]
    outcome = run(pack, write_csv(tmp_path / "people.csv", people), tmp_path / "results.csv")
    assert tuple(item.key for item in pack.items if item.key not in keys) == outcome.columns.missing
    assert_same(pack, people, read_csv(tmp_path / "results.csv"))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("last", ["4", "", "6", "x", "4,4"])
def test_the_last_row_of_many_counts_like_the_others(pack: Pack, tmp_path: Path, last: str) -> None:
    """What is odd in one cell of the last of many rows is met there, and changes nothing for those before."""
    people = [p for p in make_people(pack, 900, seed=7, bad=()) if all(p.values())]
    crowd = [dict(person, id=f"P{n}") for n in range(60) for person in people]
    key = pack.items[-1].key
    crowd[-1][key] = last.split(",", maxsplit=1)[0]
    source = write_csv(tmp_path / "people.csv", crowd)
    if "," in last:
        source.write_text(source.read_text(encoding="utf-8").rstrip() + ",4\r\n", encoding="utf-8")
    outcome = run(pack, source, tmp_path / "results.csv")
    rows = read_csv(tmp_path / "results.csv")
    wrong, bad = last in ("6", "x"), "," in last
    assert (len(crowd) - bad, wrong, int(bad), 0) == outcome[:4]
    assert_same(pack, crowd[: len(people)], rows[: len(people)])
    assert (f"{key}: {last}" if wrong else "") == ("" if bad else rows[-1]["error"])


@pytest.mark.usefixtures("here")
def test_no_answer_at_all(pack: Pack, tmp_path: Path) -> None:
    """Somebody with a name and no answers is nobody's leader; a row with nothing in it is nobody."""
    empty = dict.fromkeys((item.key for item in pack.items), "")
    people = [{"id": "leer", **empty}, {"id": "", **empty}, {"id": "na", **empty, pack.items[0].key: "NA"}]
    outcome = run(pack, write_csv(tmp_path / "people.csv", people), tmp_path / "results.csv")
    assert_same(pack, [people[0], people[2]], read_csv(tmp_path / "results.csv"))
    assert (0, 0, 0, 2) == outcome[:4]


def needs_spark() -> None:
    """Skip where there is no Spark, but not where everything must be shown."""
    if find_spec("pyspark") and shutil.which("java"):
        return
    if os.environ.get("CI") == "true":
        pytest.fail("pyspark and Java must be there")
    pytest.skip("needs pyspark and Java")


@pytest.mark.spark
@pytest.mark.slow
def test_spark_equals_score(pack: Pack, people: list[dict[str, str]], expected: list[Expected], tmp_path: Path) -> None:
    """On a real Spark session the same ten thousand come out the same, in the same order."""
    needs_spark()
    outcome = run(pack, write_csv(tmp_path / "people.csv", people), tmp_path / "results.csv", "spark")
    rows = read_csv(tmp_path / "results.csv")
    assert_rows(pack, expected, rows)
    assert counts_of(rows) == outcome[:4]


@pytest.mark.spark
@pytest.mark.slow
def test_spark_writes_what_one_machine_writes(tmp_path: Path) -> None:
    """Rows are numbered, empty and broken ones told and columns left alone as on one machine, of that file alone."""
    needs_spark()
    pack = little_pack()
    people = [{"nama": p["id"], **p} for p in make_people(pack, 500, seed=6)]
    people = [{key: cell for key, cell in p.items() if key != "id"} for p in people]
    source = write_csv(tmp_path / "people*[1]?.csv", people)
    source.write_text(f'sep=,\n{source.read_text(encoding="utf-8")},,,\n"open,1\n', encoding="utf-8")
    write_csv(tmp_path / "people of others1s.csv", people)
    outcomes = run(pack, source, tmp_path / "one.csv", "spark"), run(pack, source, tmp_path / "other.csv")
    assert outcomes[0] == outcomes[1]
    assert "nama" == outcomes[0].columns.known_by
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "other.csv").read_bytes()
    ids = [row["id"] for row in read_csv(tmp_path / "one.csv")]
    assert [*(p["nama"] for p in people), ""] == ids
