"""``careerfit cohort`` and ``careerfit cohort-summary``, as they are called."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from careerfit.core.model import Pack
from careerfit.extras import requirements

MISSING = (
    "import sys; sys.modules['ibis'] = None; sys.argv = ['careerfit', *sys.argv[1:]]; "
    "from careerfit.cli import main; main()"
)


def call(*arguments: str, stdin: str = "", code: str = "") -> subprocess.CompletedProcess[str]:
    """A run of the program in a process of its own, in English unless it says otherwise."""
    start = ["-c", code] if code else ["-m", "careerfit"]
    environ = {"CAREERFIT_LANG": "en", **os.environ}
    return subprocess.run(
        [sys.executable, *start, *arguments], input=stdin, capture_output=True, text=True, check=False, env=environ
    )


@pytest.fixture
def people(pack: Pack, tmp_path: Path) -> Path:
    """Six people, one of them with a bad cell; columns for three items."""
    keys = ",".join(item.key for item in pack.items[:3])
    rows = "".join(f"P{number},{number % 5 + 1},4,2\n" for number in range(5))
    path = tmp_path / "people.csv"
    path.write_text(f"id,{keys}\n{rows}P5,9,4,2\n", encoding="utf-8")
    return path


def test_what_is_said_of_a_run(pack: Pack, people: Path, tmp_path: Path) -> None:
    """Results go to the file; how many there were, what was bad and what had no column goes to standard error."""
    done = call("cohort", str(people), "-o", str(tmp_path / "out.csv"))
    rest = pack.items[3:]
    named = ", ".join(item.key for item in rest[:5])
    assert (0, "") == (done.returncode, done.stdout)
    assert [
        "5 people scored.",
        "1 rows have cells that can't be used; the column error says which.",
        f"{len(rest)} of {len(pack.items)} items have no column and count as unanswered: {named}, ….",
    ] == done.stderr.splitlines()
    assert 7 == len((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines())


def test_strict(people: Path, tmp_path: Path) -> None:
    """With --strict a bad row ends the run with 1, and nothing is written."""
    done = call("cohort", str(people), "-o", str(tmp_path / "out.csv"), "--strict")
    assert (1, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith("1 rows can't be used, and --strict was asked for")
    assert [people] == list(tmp_path.iterdir())


def test_unknown_columns(tmp_path: Path) -> None:
    """Columns that can't be used end the call with 2, each with what was probably meant."""
    (tmp_path / "people.csv").write_text("id,empti-1\nA,4\n", encoding="utf-8")
    done = call("cohort", str(tmp_path / "people.csv"), "-o", str(tmp_path / "out.csv"), "--lang", "id")
    assert (2, "") == (done.returncode, done.stdout)
    assert "kolom 'empti-1' tidak dikenal" in done.stderr
    assert "Maksud kamu 'empati-1'?" in done.stderr


@pytest.mark.parametrize("name", ["people.xlsx", "people"])
def test_unknown_endings(tmp_path: Path, name: str) -> None:
    """A form that is unknown is refused with those that are known."""
    done = call("cohort", str(tmp_path / name), "-o", str(tmp_path / "out.csv"))
    assert 2 == done.returncode
    assert f"{tmp_path / name}: this file's ending is unknown; use one of: .csv, .parquet, .jsonl.\n" == done.stderr


def test_standard_input(people: Path, tmp_path: Path) -> None:
    """A dash reads CSV from standard input."""
    done = call("cohort", "-", "-o", str(tmp_path / "out.jsonl"), stdin=people.read_text(encoding="utf-8"))
    assert 0 == done.returncode
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [f"P{number}" for number in range(6)] == [json.loads(line)["id"] for line in lines]


@pytest.mark.parametrize("command", [["cohort", "-o", "out.csv"], ["cohort-summary"]])
def test_without_the_extra(people: Path, command: list[str]) -> None:
    """Where the extra part is not installed, one line says how to install what it requires for this Python."""
    done = call(*command, str(people), code=MISSING)
    assert (2, "") == (done.returncode, done.stdout)
    hint, _, command = done.stderr.partition(": ")
    assert "This command needs an extra part; install it with" == hint
    assert [sys.executable, "-m", "pip", "install", *requirements("cohort")] == shlex.split(command)


def test_summary_as_json(people: Path) -> None:
    """Scripts get the summary as JSON, with the pack that it was made with, on standard output alone."""
    done = call("cohort-summary", str(people), "--format", "json")
    document = json.loads(done.stdout)
    assert (0, "") == (done.returncode, done.stderr)
    assert (6, 1) == (document["people"], document["bad"])
    assert {"schema_version", "pack", "verdicts", "leaders", "flags", "field", "facets", "items"} <= set(document)


@pytest.mark.parametrize(("lang", "columns"), [("id", "40"), ("en", "80"), ("id", "120")])
def test_summary_on_the_screen(people: Path, monkeypatch: pytest.MonkeyPatch, columns: str, lang: str) -> None:
    """The screen fits its width, says how many people there were, and has no escape bytes off a terminal."""
    monkeypatch.setenv("COLUMNS", columns)
    done = call("cohort-summary", str(people), "--lang", lang)
    assert 0 == done.returncode
    assert ("5 orang" if lang == "id" else "5 people") in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= int(columns)
