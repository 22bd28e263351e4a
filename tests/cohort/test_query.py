"""The kept query, and the engine that carries it out: faster from the second time on, and no way to other files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from careerfit import kept
from careerfit.cohort import query
from careerfit.cohort.duck import Files, connected, score_file
from careerfit.cohort.job import Form
from careerfit.cohort.query import QUERIES, key_of, scoring_sql
from careerfit.cohort.reading import View, people_in
from careerfit.core.model import Pack
from careerfit.digest import sha256

from .people import make_people, write_csv


@pytest.fixture
def source(pack: Pack, tmp_path: Path) -> Path:
    return write_csv(tmp_path / "people.csv", make_people(pack, 50, bad=()))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder, not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "careerfit"


def view_of(pack: Pack, source: Path) -> View:
    """The people of a file as the engine sees them at the first reading."""
    with connected(source.parent, [source]) as connection:
        return people_in(pack, connection, source, source.name)[1][0].rows()


def results(pack: Pack, source: Path) -> str:
    """What is written for the people of a file."""
    target = source.with_name("results.csv")
    score_file(pack, Files(source, source.name, target), lambda _: None)
    return target.read_text(encoding="utf-8")


def test_a_kept_query_gives_the_same_results(pack: Pack, source: Path, cache: Path) -> None:
    """Results are the same to the letter whether the query is built or found, and it is found the second time."""
    first = results(pack, source)
    before = [(file.name, file.stat().st_mtime_ns) for file in sorted(cache.iterdir())]

    assert first == results(pack, source)
    assert before == [(file.name, file.stat().st_mtime_ns) for file in sorted(cache.iterdir())]
    assert before != []


def test_a_kept_query_needs_no_builder(source: Path, cache: Path) -> None:
    """The second time, what builds queries is not so much as imported."""
    code = (
        "import sys; from pathlib import Path; from careerfit import load_pack;"
        "from careerfit.cohort.duck import Files, score_file;"
        f"score_file(load_pack(), Files(Path({str(source)!r}), 'people', Path({str(source.with_name('o.csv'))!r})), "
        "lambda _: None); print('ibis' in sys.modules, 'sqlglot' in sys.modules)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True) for _ in range(2)]

    assert ["True True\n", "False False\n"] == [run.stdout for run in runs]
    assert cache.is_dir()


@pytest.mark.parametrize("harm", ["cut", "changed", "another's place", "for others to write", "a link", "empty"])
def test_what_cannot_be_trusted_is_built_anew(pack: Pack, source: Path, cache: Path, harm: str) -> None:
    """A kept query that was cut, changed, moved or open to others is not carried out; results stay what they are."""
    right = results(pack, source)
    assert ",unclear," in right
    (file,) = cache.glob(QUERIES.format("*"))
    content = file.read_bytes()
    if harm == "cut":
        file.write_bytes(content[:-10])
    elif harm == "changed":
        file.write_bytes(content.replace(b"'unclear'", b"'clear'"))
    elif harm == "another's place":
        seal = sha256(b"another key\n" + content.partition(b"\n")[2]).hexdigest().encode()
        file.write_bytes(seal + b"\n" + content.partition(b"\n")[2])
    elif harm == "for others to write":
        file.write_bytes(content.replace(b"'unclear'", b"'clear'"))
        file.chmod(0o666)
    elif harm == "a link":
        file.rename(cache / "elsewhere")
        file.symlink_to(cache / "elsewhere")
    else:
        file.write_bytes(b"")

    assert right == results(pack, source)


def test_an_unusable_cache_folder_costs_only_time(pack: Pack, source: Path, cache: Path) -> None:
    """Where a file stands in the folder's place, people are scored all the same."""
    right = results(pack, source)
    shutil.rmtree(cache)
    cache.write_text("not a folder", encoding="utf-8")

    assert right == results(pack, source)


def test_what_a_query_is_found_by(pack: Pack, source: Path, tmp_path: Path) -> None:
    """Another pack, other columns, another form, gaps, a changed module: each has a query of its own."""
    view = view_of(pack, source)
    folders = tuple(tmp_path / folder.name for folder in query.MAKERS)
    for folder, copy in zip(query.MAKERS, folders, strict=True):
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("__pycache__"))
    keys = [
        key_of(pack, view, "csv", whole=False),
        key_of(replace(pack, fingerprint="0" * 16), view, "csv", whole=False),
        key_of(pack, View(view.name, dict(list(view.columns.items())[:-1])), "csv", whole=False),
        key_of(pack, View(view.name, view.columns | {"id": "BIGINT"}), "csv", whole=False),
        key_of(pack, view, "parquet", whole=False),
        key_of(pack, view, "csv", whole=True),
    ]
    assert keys[0] == key_of(pack, view, "csv", whole=False, makers=folders)
    for folder in folders:
        module = max(folder.glob("*.py"))
        module.write_text(module.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        keys.append(key_of(pack, view, "csv", whole=False, makers=folders))

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("form", ["csv", "parquet"])
@pytest.mark.parametrize("whole", [False, True])
def test_a_query_does_not_depend_on_the_cache(
    pack: Pack, source: Path, tmp_path: Path, form: Form, whole: bool
) -> None:
    """Without a cache, with an empty one and with a full one, it is the same query."""
    view = view_of(pack, source)
    queries = [
        scoring_sql(pack, view, form, whole=whole, cache=cache) for cache in (None, tmp_path / "c", tmp_path / "c")
    ]

    assert 1 == len(set(queries))
    assert 1 == len(list((tmp_path / "c").iterdir()))


def test_queries_and_packs_make_room_for_their_own_kind_alone(tmp_path: Path) -> None:
    """However many queries are kept, no pack goes for them."""
    kept.store(tmp_path, "pack-{}.json", "a", b"{}")
    for number in range(kept.MOST_FILES + 2):
        kept.store(tmp_path, QUERIES, f"{number}", b"SELECT 1")

    assert b"{}" == kept.stored(tmp_path, "pack-{}.json", "a")
    assert kept.MOST_FILES == len(list(tmp_path.glob(QUERIES.format("*"))))


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
