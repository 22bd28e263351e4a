"""What scripts may depend on, row by row, seen from outside."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from wcwidth import wcwidth

from careerfit import __version__

from .conftest import COMMAND, Careerfit, environment

COMMANDS = [
    "quiz",
    "score",
    "profile",
    "compare",
    "reality",
    "roles",
    "questions",
    "history",
    "cohort",
    "cohort-summary",
]
COMMANDS += ["check", "simulate"]
ANSWERS = ["--answer", "kepemimpinan=5", "--answer", "analisis=2"]
RESULTS = [
    ["roles"],
    ["questions"],
    ["questions", "--template"],
    ["profile", "manajer"],
    ["compare", "manajer", "pegawai"],
    ["score", *ANSWERS],
    ["score", *ANSWERS, "--verbose"],
    ["check"],
]
ESCAPE = b"\x1b"


def test_version(careerfit: Careerfit) -> None:
    """``--version`` prints one line, which is the version that the package states."""
    run = careerfit("--version")
    assert (0, f"careerfit {__version__}\n".encode(), b"") == (run.code, run.out, run.err)


def test_as_a_module(careerfit: Careerfit) -> None:
    """``python -m careerfit`` is the same program."""
    done = subprocess.run(
        [sys.executable, "-m", "careerfit", "--help"], capture_output=True, env=environment(), check=True
    )
    assert careerfit("--help").out == done.stdout


def test_the_version_is_a_literal() -> None:
    """The package's version is the project's, and stands in the source as it is."""
    project = Path(__file__).parents[2] / "pyproject.toml"
    assert f'version = "{__version__}"' in project.read_text(encoding="utf-8")
    source = Path(__file__).parents[2] / "careerfit" / "__init__.py"
    assert f'__version__ = "{__version__}"' in source.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_without_a_terminal(careerfit: Careerfit, command: str) -> None:
    """Help needs no terminal and has no escape bytes, whatever the environment would like."""
    run = careerfit(command, "--help", env={"TERM": None, "FORCE_COLOR": "1"})
    assert (0, b"") == (run.code, run.err)
    assert ESCAPE not in run.out


def test_wrong_usage(careerfit: Careerfit) -> None:
    """A wrong call exits with 2 and prints nothing on standard output."""
    run = careerfit("score", "--nope")
    assert (2, b"") == (run.code, run.out)
    assert run.err.count(b"\n") == 1


def test_suggestions(careerfit: Careerfit) -> None:
    """A near miss is answered with what was probably meant, in Indonesian unless told otherwise."""
    run = careerfit("profile", "manajr", env={"CAREERFIT_LANG": None})
    assert run.err.decode() == "Tidak ada peran 'manajr'. Maksud kamu 'manajer-departemen-sosial'?\n"


def test_no_terminal(careerfit: Careerfit) -> None:
    """The quiz without a terminal exits with 2 at once and names what to use instead."""
    start = time.monotonic()
    run = careerfit("quiz")
    assert (2, b"") == (run.code, run.out)
    assert b"careerfit score" in run.err
    assert b"--template" in run.err
    assert time.monotonic() - start < 10


def test_piped_junk() -> None:
    """``yes '' | careerfit quiz`` exits with 2: what is piped in is no answer."""
    line = f"yes '' | {' '.join(COMMAND)} quiz"
    done = subprocess.run(["sh", "-c", line], capture_output=True, env=environment(), timeout=60, check=False)
    assert (2, b"") == (done.returncode, done.stdout)


@pytest.mark.parametrize("reader", ["head -n 1", "true"])
@pytest.mark.parametrize("call", RESULTS, ids=" ".join)
def test_a_closed_pipe_is_quiet(call: list[str], reader: str) -> None:
    """A reader that has had enough hears nothing on standard error."""
    line = f"{' '.join([*COMMAND, *call])} 2>&1 >&3 3>&- | cat >&2"
    shell = f"{{ {line}; }} 3>&1 1>&2 | {reader} >/dev/null"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, env=environment(), timeout=60, check=False)
    warnings = b"Worth a look" in done.stderr
    assert b"" == (b"" if warnings else done.stderr)
    assert b"Traceback" not in done.stderr
    assert b"Broken pipe" not in done.stderr


@pytest.mark.parametrize("call", RESULTS, ids=" ".join)
def test_a_full_device_is_an_error(call: list[str]) -> None:
    """Where standard output is full, the program says so in one line and exits with 1."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, *call], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
    assert done.returncode == 1
    assert done.stderr.endswith(b"written (No space left on device). Free some space, or choose another place.\n")


def test_closed_streams_are_no_bug() -> None:
    """Without standard output, or without standard error, the exit code still says what happened."""
    program = " ".join(COMMAND)
    for line, code in ((f"{program} roles >&-", 1), (f"{program} roles 2>&-", 0), (f"{program} nope 2>&- >&-", 2)):
        assert (
            code == subprocess.run(["sh", "-c", line], env=environment(), capture_output=True, check=False).returncode
        )


@pytest.mark.parametrize("call", RESULTS, ids=" ".join)
def test_no_colour(careerfit: Careerfit, call: list[str]) -> None:
    """Nothing is coloured where it is not wanted, and off a terminal nothing is unless ``always``."""
    for args, env in ((["--color", "never"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"}), ([], {})):
        assert ESCAPE not in careerfit(*call, *args, env=env).out


def test_colour_on_demand(careerfit: Careerfit) -> None:
    """``--color always`` colours a result also where it goes into a pipe."""
    assert ESCAPE in careerfit("profile", "manajer", "--color", "always").out


@pytest.mark.parametrize("columns", ["40", "60", "80", "120"])
@pytest.mark.parametrize("call", [c for c in RESULTS if "--template" not in c and c != ["check"]], ids=" ".join)
def test_any_width(careerfit: Careerfit, call: list[str], columns: str) -> None:
    """No line is wider than the screen, and nothing is cut with an ellipsis."""
    text = careerfit(*call, env={"COLUMNS": columns}).text
    assert max(map(len, text.splitlines())) <= int(columns)
    assert "…" not in text


@pytest.mark.parametrize(
    "call",
    [
        ["roles", "--format", "json"],
        ["questions", "--format", "json"],
        ["profile", "manajer", "--format", "json"],
        ["score", *ANSWERS, "--format", "json"],
        ["roles", "--format", "csv"],
        ["questions", "--format", "csv"],
        ["score", *ANSWERS, "--format", "csv"],
    ],
    ids=" ".join,
)
def test_data_has_no_width(careerfit: Careerfit, call: list[str]) -> None:
    """JSON and CSV are the same, byte for byte, under any COLUMNS."""
    runs = {careerfit(*call, env={"COLUMNS": columns}).out for columns in ("1", "40", "500")}
    assert len(runs) == 1
    assert runs.pop()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1", "cp850"])
@pytest.mark.parametrize(
    "call", [*RESULTS, ["score", *ANSWERS, "--format", "json"], ["--help"], ["nope“"]], ids=" ".join
)
def test_encodings(careerfit: Careerfit, call: list[str], encoding: str) -> None:
    """An encoding that lacks characters never makes the program fail."""
    run = careerfit(*call, env={"PYTHONIOENCODING": encoding})
    assert (2 if call == ["nope“"] else 0) == run.code
    assert b"Traceback" not in run.err


def test_json_survives_any_encoding(careerfit: Careerfit) -> None:
    """A JSON document says the same under an encoding that lacks its characters."""
    call = ["profile", "manajer", "--format", "json"]
    narrow = careerfit(*call, env={"PYTHONIOENCODING": "ascii"}).out.decode("ascii")
    assert json.loads(careerfit(*call).out) == json.loads(narrow)


def test_bad_data(careerfit: Careerfit, tmp_path: Path) -> None:
    """A broken file exits with 1 and one line with file and line."""
    (tmp_path / "bad.json").write_text('{\n"a": }', encoding="utf-8")
    run = careerfit("score", "bad.json")
    assert (1, b"", b"These answers can't be read: bad.json:2: broken JSON in column 6.\n") == (
        run.code,
        run.out,
        run.err,
    )


def test_a_broken_pack(careerfit: Careerfit, tmp_path: Path) -> None:
    """A pack that is none exits with 1 for every command that needs one, and names it."""
    for call in (*RESULTS, ["check", str(tmp_path)]):
        run = careerfit(*call, env={"CAREERFIT_PACK": str(tmp_path)})
        assert (1, b"") == (run.code, run.out)
        assert b"catalogue.yaml" in run.err


def test_lazy_start() -> None:
    """``score --format json`` loads neither prompts nor rich's console nor pydantic, nor anything else unused."""
    code = (
        "import sys\n"
        "from careerfit.cli import main\n"
        "sys.argv = ['careerfit', 'score', '--answer', 'analisis=4', '--format', 'json']\n"
        "try:\n    main()\nexcept SystemExit:\n    print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=True)
    loaded = {name.partition(".")[0] for name in done.stderr.decode().split()}
    unwanted = {
        "questionary",
        "prompt_toolkit",
        "rich",
        "pydantic",
        "jinja2",
        "sqlite3",
        "ibis",
        "duckdb",
        "platformdirs",
    }
    assert set() == loaded & unwanted


def test_importing_the_library_costs_no_more_than_the_standard_library() -> None:
    """``import careerfit`` loads nothing that is installed, and no other module of its own."""
    code = (
        "import sys; import careerfit; print(*(getattr(m, '__file__', None) or '' for m in list(sys.modules.values())))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, env=with_package(), check=True)
    own = [path for path in done.stdout.decode().split() if "careerfit" in path]
    assert not [path for path in done.stdout.decode().split() if "site-packages/" in path and "careerfit" not in path]
    assert len(own) == 1


def with_package() -> dict[str, str]:
    """An environment in which the package is found even without the site's own paths."""
    import careerfit

    return environment({"PYTHONPATH": str(Path(careerfit.__file__ or "").parents[1])})


def test_the_template_is_filled_in_and_scored(careerfit: Careerfit) -> None:
    """A template scores as it is, and again when its answers are filled in."""
    template = careerfit("questions", "--template").out
    empty = json.loads(careerfit("score", "-", "--format", "json", stdin=template).out)
    assert empty["quality"]["answered"] == 0
    filled = re.sub(rb"(?m)^([a-z0-9-]+): *(null|~)?", rb"\1: 3", template)
    full = json.loads(careerfit("score", "-", "--format", "json", stdin=filled).out)
    assert full["quality"]["answered"] == full["quality"]["of"]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("call", RESULTS, ids=" ".join)
def test_every_character_is_one_cell_wide(careerfit: Careerfit, call: list[str], lang: str) -> None:
    """What is printed consists of single code points of width 1, so that every terminal counts alike."""
    text = careerfit(*call, "--lang", lang).text
    assert set() == {char for char in text if char != "\n" and wcwidth(char) != 1}


def test_no_prompt_knows_only_y_and_n() -> None:
    """Nothing in the program uses questionary's ``confirm``, which understands no Indonesian."""
    package = Path(__file__).parents[2] / "careerfit"
    assert [] == [path for path in package.rglob("*.py") if re.search(r"\bconfirm\(", path.read_text(encoding="utf-8"))]
