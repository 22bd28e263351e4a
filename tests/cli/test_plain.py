"""Plain lines everywhere: on demand, each command tells what it tells without a drawing, for a reader of screens."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest

from careerfit.cli.interviewing.faces import USUAL, face_of
from careerfit.cli.settings import Settings, settle_language
from careerfit.core.model import Pack
from careerfit.interview.plain_face import PlainFace
from careerfit.interview.screen_face import ScreenFace
from tests.history.held import hold_two

from .conftest import Program

EXAMPLE = Path(__file__).parents[2] / "docs" / "example-answers.yaml"
DRAWN = set("█▉▊▋▌▍▎▏░▲▼●◐○·❯━─")
CALLS = (
    ("score", "--answer", "kepemimpinan=5", "--answer", "analisis=1"),
    ("score", "--answer", "kepemimpinan=5", "--answer", "analisis=1", "--verbose"),
    ("profile", "manajer"),
    ("compare", "manajer", "kepala-pusat"),
    ("roles",),
    ("questions",),
    ("history",),
    ("history", "show"),
    ("history", "diff"),
)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("args", CALLS, ids=" ".join)
def test_nothing_is_drawn(program: Program, pack: Pack, args: tuple[str, ...], lang: str) -> None:
    """With ``--plain``, and with either variable, no bar and no sign comes out, and the same is said each time."""
    if args[0] == "history":
        hold_two(pack)
    asked = program(*args, "--plain", env={"CAREERFIT_LANG": lang})
    assert (0, set()) == (asked.code, DRAWN & set(asked.out))
    for name in ("CAREERFIT_PLAIN", "ACCESSIBLE"):
        assert asked.out.replace(" --plain", "") == program(*args, env={"CAREERFIT_LANG": lang, name: "1"}).out
    assert asked.out != program(*args, env={"CAREERFIT_LANG": lang, "ACCESSIBLE": "0", "CAREERFIT_PLAIN": ""}).out


def test_commands_to_type_next_are_as_plain_as_this_one(program: Program, pack: Pack) -> None:
    """Where the call itself asks for plain lines, so does each command that it names."""
    hold_two(pack)
    asked, held = program("history", "--plain").out, program("history", env={"CAREERFIT_PLAIN": "1"}).out
    named = [
        line for line in asked.splitlines() if line.startswith(("careerfit history show", "careerfit history diff"))
    ]
    assert [True, True] == [line.endswith(" --plain") for line in named]
    assert "--plain" not in held


@pytest.mark.parametrize("args", [("history", "show"), ("history", "diff"), ("history", "note", "x")], ids=" ".join)
def test_where_nothing_is_kept_the_way_to_begin_is_as_plain(program: Program, args: tuple[str, ...]) -> None:
    """The quiz that an error names is one in plain lines, too."""
    assert program(*args, "--plain", env={}).err.endswith("careerfit quiz --plain\n")


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"TERM": "xterm"}, ScreenFace),
        ({"TERM": "xterm", "ACCESSIBLE": "0"}, ScreenFace),
        ({"TERM": "xterm", "ACCESSIBLE": "1"}, PlainFace),
        ({"TERM": "xterm", "CAREERFIT_PLAIN": "1"}, PlainFace),
        ({"TERM": "dumb"}, PlainFace),
        ({"TERM": "DUMB"}, PlainFace),
        ({"TERM": "unknown"}, PlainFace),
        ({}, ScreenFace if USUAL == "windows" else PlainFace),
    ],
)
def test_questions_come_in_lines_too(environ: dict[str, str], expected: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """Either variable, and a terminal that can't be redrawn, has questions asked in lines."""
    monkeypatch.setattr(sys, "stdout", StringIO())
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert expected is type(face_of(Settings(settle_language([], environ), environ)))


def test_headings_can_be_searched_for(program: Program) -> None:
    """Each heading begins with one word and its number, so that one can jump from one to the next."""
    out = program("profile", "manajer", "--plain", env={}).out
    heads = [line for line in out.splitlines() if line.startswith("Bagian ")]
    assert heads[:2] == ["Bagian 1: Yang dikerjakan", "Bagian 2: Siapa yang cocok"]
    assert [f"Bagian {n}" for n in range(1, len(heads) + 1)] == [head.partition(":")[0] for head in heads]


def test_what_speaks_for_a_role_is_said_in_words(program: Program) -> None:
    """The two signs of a result have words."""
    out = program("score", str(EXAMPLE), "--plain", env={}).out
    assert "\nmendukung: Kepemimpinan, kamu 5 dan 4 dari 5\n" in out
    assert "\ntidak mendukung: Mengambil keputusan yang tepat, kamu 2 dan 3 dari 5\n" in out


def test_other_formats_stay_as_they_are(program: Program) -> None:
    """What programs read is the same with and without."""
    args = ("score", "--answer", "analisis=4", "--format", "json")
    assert program(*args).out == program(*args, "--plain").out


def test_roles_side_by_side_are_named_once_and_then_by_number(program: Program) -> None:
    """A line for each difference that repeats every role's whole name is long to listen to."""
    lines = program("compare", "manajer", "kepala-pusat", "--plain", env={}).out.splitlines()
    assert lines[1:3] == ["1: Manajer Departemen Sosial", "2: Kepala Pusat Pelayanan Sosial"]
    assert "Mengelola sumber daya: 1 diminta, 2 tidak disebut" in lines
