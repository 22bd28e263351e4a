"""The engine that carries the query out: it reaches the files of its run, and no others."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from careerfit.cohort.duck import connected


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_text('{elsewhere}/secret.txt')",
        "SELECT * FROM read_csv('{elsewhere}/*.txt')",
        "SELECT * FROM glob('{elsewhere}/*')",
        "COPY (SELECT 1) TO '{elsewhere}/stolen.csv'",
        "COPY (SELECT 1) TO '{inside}/../elsewhere/stolen.csv'",
        "ATTACH '{elsewhere}/new.db'",
        "EXPORT DATABASE '{elsewhere}/new'",
        "INSTALL httpfs",
        "LOAD '{elsewhere}/library.duckdb_extension'",
        "SET enable_external_access = true",
        "SET allowed_directories = ['/']",
        "SET memory_limit = '1TB'",
        "SET temp_directory = '{elsewhere}'",
    ],
)
def test_the_engine_reaches_only_the_files_of_the_run(tmp_path: Path, statement: str) -> None:
    """Whatever it is asked for, it neither reads nor writes another file, and its limits can't be taken back."""
    inside, elsewhere = tmp_path / "inside", tmp_path / "elsewhere"
    inside.mkdir()
    elsewhere.mkdir()
    (elsewhere / "secret.txt").write_text("secret", encoding="utf-8")
    with connected(inside, [tmp_path / "people.csv"]) as connection, pytest.raises(duckdb.Error) as caught:
        connection.execute(statement.format(inside=inside, elsewhere=elsewhere)).fetchall()

    assert "secret" not in str(caught.value).replace("secret.txt", "")
    assert ["secret.txt"] == [file.name for file in elsewhere.iterdir()]


def test_the_engine_still_moves_to_disk(tmp_path: Path) -> None:
    """What does not fit into its memory goes to its own folder: sorting half as much again works."""
    with connected(tmp_path, []) as connection:
        found = connection.execute(
            "SELECT count(*) FROM (SELECT hash(i) AS h, i FROM range(30_000_000) t(i) ORDER BY h LIMIT 25_000_000)"
        ).fetchone()

    assert (25_000_000,) == found
