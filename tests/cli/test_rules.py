"""What scripts may depend on in all that is printed: width, colour, signs, data, and what is said of a bad pack."""

from __future__ import annotations

import json
import pkgutil
import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest
from wcwidth import wcwidth

import careerfit
from careerfit.text import Text

from .conftest import Program

ANSWERS = ("--answer", "kepemimpinan=5", "--answer", "analisis=2")
PAGES = (
    ("roles",),
    ("questions",),
    ("profile", "manajer"),
    ("compare", "manajer", "pegawai"),
    ("score", *ANSWERS),
    ("score", *ANSWERS, "--verbose"),
    ("history",),
)
RESULTS = (*PAGES, ("questions", "--template"), ("check",))
DATA = (
    ("roles", "--format", "json"),
    ("questions", "--format", "json"),
    ("profile", "manajer", "--format", "json"),
    ("score", *ANSWERS, "--format", "json"),
    ("roles", "--format", "csv"),
    ("questions", "--format", "csv"),
    ("score", *ANSWERS, "--format", "csv"),
)
ESCAPE = "\x1b"
WITHOUT_COLOUR: tuple[tuple[tuple[str, ...], dict[str, str]], ...] = (
    ((), {}),
    (("--color", "never"), {}),
    ((), {"NO_COLOR": "1"}),
    ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}),
    ((), {"TERM": "dumb"}),
    ((), {"CLICOLOR": "1", "CLICOLOR_FORCE": "1", "PY_COLORS": "1"}),
)


@pytest.mark.parametrize("columns", ["20", "40", "60", "80", "120"])
@pytest.mark.parametrize("call", PAGES, ids=" ".join)
def test_any_width(program: Program, call: tuple[str, ...], columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than the screen but what is to be copied as a whole, and nothing is cut with an ellipsis."""
    monkeypatch.setenv("COLUMNS", columns)
    text = program(*call, env={"CAREERFIT_LANG": "en", "COLUMNS": columns}).out
    copied = re.compile(r"careerfit .*|CF1-\w+|[a-z]+(-[a-z]+)+")  # a command, a code, a role
    broken = [line for line in text.splitlines() if not copied.fullmatch(line)]
    assert max(map(len, broken)) <= int(columns)
    assert "…" not in text


@pytest.mark.parametrize("call", DATA, ids=" ".join)
def test_data_has_no_width(program: Program, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON and CSV are the same, byte for byte, under any COLUMNS."""
    found = set()
    for columns in ("1", "40", "500"):
        monkeypatch.setenv("COLUMNS", columns)
        found.add(program(*call, env={"CAREERFIT_LANG": "en", "COLUMNS": columns}).out)
    assert (1, True) == (len(found), bool(found.pop()))


@pytest.mark.parametrize("call", RESULTS, ids=" ".join)
def test_no_colour(program: Program, call: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is coloured where it is not wanted, and off a terminal nothing is unless ``always``."""
    for args, env in WITHOUT_COLOUR:
        with monkeypatch.context() as patch:
            for name, value in env.items():
                patch.setenv(name, value)
            assert ESCAPE not in program(*call, *args, env={"CAREERFIT_LANG": "en", **env}).out


def test_colour_on_demand(program: Program) -> None:
    """``--color always`` colours a result also where it goes into a pipe."""
    assert ESCAPE in program("profile", "manajer", "--color", "always").out


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("call", RESULTS, ids=" ".join)
def test_every_character_is_one_cell_wide(program: Program, call: tuple[str, ...], lang: str) -> None:
    """What is printed consists of single code points of width 1, so that every terminal counts alike."""
    text = program(*call, "--lang", lang).out
    assert set() == {char for char in text if char != "\n" and wcwidth(char) != 1}


def test_bad_data(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken file exits with 1 and one line with file and line."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.json").write_text('{\n"a": }', encoding="utf-8")
    call = program("score", "bad.json")
    assert (1, "", "These answers can't be read: bad.json:2: broken JSON in column 6.\n") == (
        call.code,
        call.out,
        call.err,
    )


def test_a_broken_pack(program: Program, tmp_path: Path) -> None:
    """A pack that is none exits with 1 for every command that needs one, and names it."""
    needing = [call for call in RESULTS if call != ("history",)]
    for words in (*needing, ("check", str(tmp_path))):
        call = program(*words, env={"CAREERFIT_PACK": str(tmp_path)})
        assert (1, "", True) == (call.code, call.out, "catalogue.yaml" in call.err)


def test_the_template_is_filled_in_and_scored(program: Program) -> None:
    """A template scores as it is, and again when its answers are filled in."""
    template = program("questions", "--template").out
    empty = json.loads(program("score", "-", "--format", "json", stdin=template).out)
    assert empty["quality"]["answered"] == 0
    filled = re.sub(r"(?m)^([a-z0-9-]+): *(null|~)?", r"\1: 3", template)
    full = json.loads(program("score", "-", "--format", "json", stdin=filled).out)
    assert full["quality"]["answered"] == full["quality"]["of"]


def test_one_of_anything_is_told_as_one() -> None:
    """No sentence of the command line or of a form says "1 rows", whatever it counts."""
    counted = "rows|people|items|facets|statements|answers|minutes"
    many = re.compile(rf"\b1 (?:more |of them )?(?:{counted}|are|have|hold)\b(?!,)")
    names = [one.name for one in pkgutil.walk_packages(careerfit.__path__, "careerfit.")]
    told = [
        text.say("en", **{place: 1 for _, place, _, _ in Formatter().parse(text.id) if place})
        for name in names
        if name.startswith(("careerfit.cli.", "careerfit.forms."))
        for text in vars(import_module(name)).values()
        if isinstance(text, Text)
    ]
    assert [] == [sentence for sentence in told if many.search(f"{sentence} ")]


def test_no_prompt_knows_only_y_and_n() -> None:
    """Nothing in the program uses questionary's ``confirm``, which understands no Indonesian."""
    package = Path(__file__).parents[2] / "careerfit"
    assert [] == [path for path in package.rglob("*.py") if re.search(r"\bconfirm\(", path.read_text(encoding="utf-8"))]
