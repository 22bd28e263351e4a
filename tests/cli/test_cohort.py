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
    "import sys; sys.modules['polars'] = None; sys.argv = ['careerfit', *sys.argv[1:]]; "
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
    """Six people, one of them with a bad cell, one more who said nothing usable, one who said nothing, and nobody."""
    keys = ",".join(item.key for item in pack.items[:3])
    rows = "".join(f"P{number},A,{number % 5 + 1},4,2\n" for number in range(5))
    path = tmp_path / "people.csv"
    path.write_text(f"id,nama,{keys}\n{rows}P5,B,9,4,2\nP6,C,9,x,\nP7,D,,,\n,,,,\n", encoding="utf-8")
    return path


def test_what_is_said_of_a_run(pack: Pack, people: Path, tmp_path: Path) -> None:
    """Results go to the file; where that is, how many there were and what was odd goes to standard error."""
    done = call("cohort", str(people), "-o", str(tmp_path / "out.csv"))
    rest = pack.items[3:]
    named = ", ".join(item.key for item in rest[:5])
    assert (0, "") == (done.returncode, done.stdout)
    assert [
        f"Results: {tmp_path / 'out.csv'}",
        "People scored: 6.",
        "1 of them left cells that can't be used and count as unanswered; the column 'error' names these.",
        "1 row could not be scored; the column 'error' says why.",
        "What can be read in columns of statements: 1 = Not like me at all · 2 = Not much like me · 3 = Sometimes like "
        "me · 4 = Like me · 5 = Very much like me, or these words.",
        "1 row without any answer.",
        "Other columns were left alone: nama.",
        f"No column for {len(rest)} of {len(pack.items)} items, which count as unanswered: {named}, ….",
    ] == done.stderr.splitlines()
    assert 9 == len((tmp_path / "out.csv").read_text(encoding="utf-8").splitlines())


def test_strict(people: Path, tmp_path: Path) -> None:
    """With --strict a bad row ends the run with 1, and nothing is written."""
    done = call("cohort", str(people), "-o", str(tmp_path / "out.csv"), "--strict")
    assert (1, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith("2 rows can't be used in full, and --strict was asked for")
    assert [people] == list(tmp_path.iterdir())


def test_nobody_scored(pack: Pack, tmp_path: Path) -> None:
    """Where nobody could be scored, the results say why, and the call ends with 1."""
    (tmp_path / "people.csv").write_text(f"id,{pack.items[0].key}\nA,x\nB,\n", encoding="utf-8")
    done = call("cohort", str(tmp_path / "people.csv"), "-o", str(tmp_path / "out.csv"))
    assert (1, "") == (done.returncode, done.stdout)
    assert "Nobody could be scored." == done.stderr.splitlines()[-1]
    assert (
        f"A,,,,,,,,,,,,,,{pack.items[0].key}: x" == (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[1]
    )


def test_the_error_speaks_the_language_of_the_call(pack: Pack, tmp_path: Path) -> None:
    """What is wrong with a row is said in the language that the call asks for."""
    (tmp_path / "people.csv").write_text(f"id,{pack.items[0].key}\nA,4,4\nB,4\n", encoding="utf-8")
    done = call("cohort", str(tmp_path / "people.csv"), "-o", str(tmp_path / "out.csv"), "--lang", "id")
    assert 0 == done.returncode
    assert "baris ini punya lebih banyak sel" in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_no_column_for_any_item(tmp_path: Path) -> None:
    """A file without an item ends the call with 2, with what was probably meant, however many columns it has."""
    heads = ",".join(["empti-1", *(f"x{n}" for n in range(5000))])
    (tmp_path / "people.csv").write_text(f"id,{heads}\nA,4\n", encoding="utf-8")
    done = call("cohort", str(tmp_path / "people.csv"), "-o", str(tmp_path / "out.csv"), "--lang", "id")
    assert (2, "") == (done.returncode, done.stdout)
    assert "kolom 'empti-1' Maksud kamu 'empati-1'?" in done.stderr
    assert 2 >= len(done.stderr.splitlines())


def test_heads_are_told_harmlessly_and_not_all(pack: Pack, tmp_path: Path) -> None:
    """Of many columns that are left alone some are named, in one line, and none steers the terminal."""
    heads = ",".join(["\x1b[31m", "[red]", *(f"x{n}" for n in range(5000))])
    (tmp_path / "people.csv").write_text(f"{pack.items[0].key},{heads}\n4\n", encoding="utf-8")
    done = call("cohort", str(tmp_path / "people.csv"), "-o", str(tmp_path / "out.csv"))
    assert 0 == done.returncode
    assert r"Other columns were left alone: \x1b[31m, [red], x0, x1, x2, …." in done.stderr.splitlines()


@pytest.mark.parametrize(
    ("source", "target"), [("people.doc", "out.csv"), ("people", "out.csv"), ("-", "out.txt"), ("-", "-")]
)
def test_unknown_endings(source: str, target: str) -> None:
    """A form that is unknown is refused with those that are known."""
    done = call("cohort", source, "-o", target)
    assert (2, "") == (done.returncode, done.stdout)
    wrong = source if target == "out.csv" else target
    assert done.stderr.startswith(
        f"{wrong}: this file's ending is unknown; use one of: .csv, .tsv, .jsonl, .ndjson, .xlsx,"
    )


def test_standard_input(people: Path, tmp_path: Path) -> None:
    """A dash reads CSV from standard input."""
    done = call("cohort", "-", "-o", str(tmp_path / "out.jsonl"), stdin=people.read_text(encoding="utf-8"))
    assert 0 == done.returncode
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [f"P{number}" for number in range(8)] == [json.loads(line)["id"] for line in lines]


@pytest.mark.parametrize("command", [["cohort", "-o", "out.csv"], ["cohort-summary"]])
def test_without_the_extra(people: Path, command: list[str]) -> None:
    """Where the extra part is not installed, one line says how to install what it requires for this Python."""
    done = call(*command, str(people), code=MISSING)
    assert (2, "") == (done.returncode, done.stdout)
    hint, _, command = done.stderr.partition(": ")
    assert "This command needs an extra part; install it with" == hint
    assert [sys.executable, "-m", "pip", "install", *requirements("cohort")] == shlex.split(command)


def test_summary_as_json(people: Path) -> None:
    """Scripts get the summary as JSON, with the pack that it was made with; what to check goes to standard error."""
    done = call("cohort-summary", str(people), "--format", "json")
    document = json.loads(done.stdout)
    names = "A (row 2), A (row 3), A (row 4), A (row 5), and A (row 6)"
    told = f"The same name: {names}. Two people, or one who filled it in twice?\n"
    assert (0, told) == (done.returncode, done.stderr)
    assert (7, 1) == (document["people"], document["bad"])
    assert {"schema_version", "pack", "verdicts", "leaders", "flags", "field", "facets", "items"} <= set(document)


@pytest.mark.parametrize(("lang", "columns"), [("id", "40"), ("en", "80"), ("id", "120")])
def test_summary_on_the_screen(people: Path, monkeypatch: pytest.MonkeyPatch, columns: str, lang: str) -> None:
    """The screen fits its width, says how many people there were, and has no escape bytes off a terminal."""
    monkeypatch.setenv("COLUMNS", columns)
    done = call("cohort-summary", str(people), "--lang", lang)
    assert 0 == done.returncode
    assert ("6 orang" if lang == "id" else "6 people") in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= int(columns)
