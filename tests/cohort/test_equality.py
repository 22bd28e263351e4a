"""A file of people gets what each of them would get alone: on every engine, in every form."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import duckdb
import pytest

from careerfit.cohort.glance import CHUNK
from careerfit.cohort.job import Engine, Job, Outcome
from careerfit.cohort.supervise import score_file
from careerfit.core.model import Answers, Pack
from careerfit.core.result import evaluate

from .people import (
    Row,
    core_result,
    expected_error,
    expected_result,
    little_pack,
    make_people,
    read_csv,
    response,
    write_csv,
    write_jsonl,
)

PEOPLE = 10_000
NUMBERS_ONLY = ("0", "6", "-1", "4.5", "99")


def run(pack: Pack, source: Path, target: Path, engine: Engine = "duckdb") -> Outcome:
    return score_file(pack, Job(str(source), str(target), engine), lambda _: None)


def assert_same(pack: Pack, people: Sequence[Row], rows: Sequence[Mapping[str, object]]) -> None:
    """Every row equals the core's result of that person: texts exactly, numbers within 1e-9."""
    assert len(people) == len(rows)
    for person, row in zip(people, rows, strict=True):
        texts, numbers = expected_result(pack, person)
        assert texts == {name: "" if row[name] is None else str(row[name]) for name in texts}
        if numbers:
            assert pytest.approx(numbers, abs=1e-9, rel=0) == {name: float(str(row[name])) for name in numbers}
        else:
            assert {None, ""} >= {row[f"score_{role.slug}"] for role in pack.roles}


@pytest.fixture(scope="module")
def people(pack: Pack) -> list[dict[str, str]]:
    return make_people(pack, PEOPLE)


def test_the_core_is_what_score_shows(pack: Pack, people: list[dict[str, str]]) -> None:
    """What a cohort's rows are compared with is what one person alone is shown."""
    sound = [person for person in people if not expected_error(pack, person)][:60]
    for person in sound:
        found = {item.key: response(person[item.key]) for item in pack.items}
        result = evaluate(pack, Answers({key: r for key, r in found.items() if r is not None}))
        texts, numbers = expected_result(pack, person)
        assert texts["verdict"] == result.verdict.kind
        assert texts["leader"] == result.ranking[0].role
        assert texts["flags"] == " ".join(result.quality.flags)
        assert texts["answered"] == str(result.quality.answered)
        assert numbers["probability"] == result.ranking[0].probability
        assert numbers["field"] == result.field.score
        assert {f"score_{r.role}": r.score for r in result.ranking} == {
            name: value for name, value in numbers.items() if name.startswith("score_")
        }


def test_people_of_all_kinds_are_among_them(pack: Pack, people: list[dict[str, str]]) -> None:
    """The people of these tests have every verdict and every flag, gaps, and bad cells."""
    texts = [expected_result(pack, person)[0] for person in people]
    assert {"clear", "tie", "unclear", "misfit", ""} == {text["verdict"] for text in texts}
    assert {"", "long_run", "inconsistent", "long_run inconsistent"} == {text["flags"] for text in texts}
    assert {role.slug for role in pack.roles} | {""} == {text["leader"] for text in texts}
    assert sum(bool(text["error"]) for text in texts) > 100


def test_csv_equals_score(pack: Pack, people: list[dict[str, str]], tmp_path: Path) -> None:
    """Ten thousand people in a CSV file, with gaps and bad cells, come out as each of them would alone."""
    outcome = run(pack, write_csv(tmp_path / "people.csv", people), tmp_path / "results.csv")
    assert_same(pack, people, read_csv(tmp_path / "results.csv"))
    assert Outcome(PEOPLE, sum(bool(expected_error(pack, person)) for person in people), ()) == outcome


def test_csv_of_numbers_equals_score(pack: Pack, tmp_path: Path) -> None:
    """So does a file of nothing but numbers, some of them bad, which is read as numbers."""
    people = make_people(pack, 3000, seed=2, bad=NUMBERS_ONLY)
    run(pack, write_csv(tmp_path / "people.csv", people, ";", encoding="utf-8-sig"), tmp_path / "results.csv")
    assert_same(pack, people, read_csv(tmp_path / "results.csv"))


def test_json_lines_equal_score(pack: Pack, tmp_path: Path) -> None:
    """So do JSON Lines, in and out."""
    people = make_people(pack, 2000, seed=3)
    run(pack, write_jsonl(tmp_path / "people.jsonl", people), tmp_path / "results.jsonl")
    lines = (tmp_path / "results.jsonl").read_text(encoding="utf-8").splitlines()
    assert_same(pack, people, [json.loads(line) for line in lines])


@pytest.mark.parametrize("kind", ["TINYINT", "BIGINT", "DOUBLE", "DECIMAL(4,1)", "VARCHAR"])
def test_parquet_equals_score(pack: Pack, tmp_path: Path, kind: str) -> None:
    """So does Parquet, whatever type its columns have."""
    people = make_people(pack, 600, seed=4, bad=NUMBERS_ONLY if kind in ("DOUBLE", "VARCHAR") else ("0", "6", "-1"))
    source = write_csv(tmp_path / "people.csv", people)
    columns = ", ".join(f'"{item.key}"::{kind} AS "{item.key}"' for item in pack.items)
    duckdb.execute(
        f"COPY (SELECT id, {columns} FROM read_csv('{source}', all_varchar=true)) TO '{tmp_path}/people.parquet'"
    )
    run(pack, tmp_path / "people.parquet", tmp_path / "results.parquet")
    found = duckdb.execute(f"SELECT * FROM '{tmp_path}/results.parquet'")
    names = [column[0] for column in found.description]
    shown = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    if kind == "DECIMAL(4,1)":
        shown = [row | {"error": row["error"] and str(row["error"]).replace(".0", "")} for row in shown]
    assert_same(pack, people, shown)


def test_items_without_a_column_are_unanswered(pack: Pack, tmp_path: Path) -> None:
    """A file with columns for a few items only is scored as if the others had been skipped, and they are named."""
    keys = [item.key for item in pack.items][5:25]
    people = [{"id": p["id"], **{key: p[key] for key in keys}} for p in make_people(pack, 300, seed=5, bad=())]
    outcome = run(pack, write_csv(tmp_path / "people.csv", people), tmp_path / "results.csv")
    assert tuple(item.key for item in pack.items if item.key not in keys) == outcome.missing
    whole = [dict.fromkeys((item.key for item in pack.items), "") | person for person in people]
    assert_same(pack, whole, read_csv(tmp_path / "results.csv"))


@pytest.mark.parametrize("ending", ["csv", "parquet"])
@pytest.mark.parametrize("last", ["4", "", "6"])
def test_people_without_gaps_equal_score(pack: Pack, tmp_path: Path, last: str, ending: str) -> None:
    """So do files in which everybody answered everything, or seems to: until the last cell of the last row."""
    key = pack.items[-1].key
    whole = [
        dict.fromkeys((item.key for item in pack.items), "3") | _answered(p) for p in make_people(pack, 500, bad=())
    ]
    people = [dict(person, id=f"P{n}") for n in range(16) for person in whole]
    people[-1][key] = last
    source = write_csv(tmp_path / "people.csv", people)
    assert source.stat().st_size > CHUNK
    if ending == "parquet":
        columns = ", ".join(f'"{item.key}"::TINYINT AS "{item.key}"' for item in pack.items)
        query = f"SELECT id, {columns} FROM read_csv('{source}', all_varchar=true)"
        source = tmp_path / "people.parquet"
        duckdb.execute(f"COPY ({query}) TO '{source}'")
    outcome = run(pack, source, tmp_path / "results.csv")
    rows = read_csv(tmp_path / "results.csv")
    assert Outcome(len(people), int(last == "6"), ()) == outcome
    assert_same(pack, [*people[:500], people[-1]], [*rows[:500], rows[-1]])


def _answered(person: Row) -> dict[str, str]:
    """What somebody answered, odd cells and gaps left out."""
    return {key: cell for key, cell in person.items() if key == "id" or cell in ("1", "2", "3", "4", "5")}


def needs_spark() -> None:
    """Skip where there is no Spark, but not where everything must be shown."""
    if find_spec("pyspark") and shutil.which("java"):
        return
    if os.environ.get("CI") == "true":
        pytest.fail("pyspark and Java must be there")
    pytest.skip("needs pyspark and Java")


@pytest.mark.spark
@pytest.mark.slow
def test_spark_equals_score(pack: Pack, people: list[dict[str, str]], tmp_path: Path) -> None:
    """On a real Spark session the same ten thousand come out the same, in the same order."""
    needs_spark()
    outcome = run(pack, write_csv(tmp_path / "people.csv", people), tmp_path / "results.csv", "spark")
    assert_same(pack, people, read_csv(tmp_path / "results.csv"))
    assert Outcome(PEOPLE, sum(bool(expected_error(pack, person)) for person in people), ()) == outcome


@pytest.mark.spark
@pytest.mark.slow
def test_spark_numbers_rows_as_duckdb_does(tmp_path: Path) -> None:
    """People without an id get their row's number on Spark too; both engines write the same, of that file alone."""
    needs_spark()
    pack = little_pack()
    people = [{key: cell for key, cell in p.items() if key != "id"} for p in make_people(pack, 500, seed=6, bad=())]
    source = write_jsonl(tmp_path / "people*[1]?.jsonl", people)
    write_jsonl(tmp_path / "people of others1s.jsonl", people)
    run(pack, source, tmp_path / "one.csv", "spark")
    run(pack, source, tmp_path / "other.csv")
    one, other = read_csv(tmp_path / "one.csv"), read_csv(tmp_path / "other.csv")
    assert [str(number) for number in range(1, 501)] == [row["id"] for row in one]
    assert [(row["verdict"], row["leader"]) for row in other] == [(row["verdict"], row["leader"]) for row in one]


def test_no_answer_at_all(pack: Pack, tmp_path: Path) -> None:
    """A row of empty cells is someone who answered nothing, not a bad row."""
    empty = {"id": "leer", **dict.fromkeys((item.key for item in pack.items), "")}
    run(pack, write_csv(tmp_path / "people.csv", [empty]), tmp_path / "results.csv")
    texts, _ = core_result(pack, "leer", Answers())
    assert texts == {name: read_csv(tmp_path / "results.csv")[0][name] for name in texts}
