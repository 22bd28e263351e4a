"""Wherever the program is run: odd environments, missing places, closed streams, and terminals of any kind."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from careerfit.history.opening import default_folder
from tests.hostile import unseen

from .conftest import BIN, COMMAND, Careerfit, Run, environment
from .player import leave, player
from .terminal import Terminal

Setting = dict[str, str | None]
ANSWERS = ["score", "--answer", "kepemimpinan=5", "--answer", "analisis=2"]
DOCUMENT = [*ANSWERS, "--format", "json"]
MAIN = [["roles"], ["profile", "manajer"], ["questions"], ANSWERS, DOCUMENT, ["history", "list"], ["check"], ["--help"]]
AS_ANYONE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--") if os.geteuid() == 0 else ()
"""Who may write everywhere must give that up to meet a place that can't be written to."""

SETTINGS: dict[str, Setting] = {
    "LANG=C": {"LANG": "C"},
    "LC_ALL=POSIX": {"LC_ALL": "POSIX"},
    "C without UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "unknown locale": {"LANG": "xx_YY.UTF-99", "LC_ALL": "ja_JP.eucJP"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "strict ascii": {"PYTHONIOENCODING": "ascii:strict"},
    "no HOME": {"HOME": None},
    "empty HOME": {"HOME": ""},
    "HOME that is not there": {"HOME": "/proc/nowhere", "XDG_STATE_HOME": None},
    "HOME that is a device": {"HOME": "/dev/null", "XDG_STATE_HOME": None},
    "XDG relative": {"XDG_STATE_HOME": "here"},
    "XDG empty": {"XDG_STATE_HOME": ""},
    "XDG a file": {"XDG_STATE_HOME": "/etc/passwd"},
    "XDG with a tilde": {"XDG_STATE_HOME": "~/here"},
    "no TERM": {"TERM": None},
    "TERM=dumb": {"TERM": "dumb"},
    "TERM that nobody knows": {"TERM": "no-such-terminal", "TERMINFO": "/proc/nowhere"},
    "COLUMNS=20": {"COLUMNS": "20"},
    "COLUMNS=1": {"COLUMNS": "1"},
    "COLUMNS=0": {"COLUMNS": "0", "LINES": "0"},
    "COLUMNS=-1": {"COLUMNS": "-1", "LINES": "-1"},
    "COLUMNS=abc": {"COLUMNS": "abc", "LINES": "abc"},
    "COLUMNS=²": {"COLUMNS": "²"},
    "COLUMNS of thirty digits": {"COLUMNS": "9" * 30},
    "COLUMNS of five thousand digits": {"COLUMNS": "9" * 5000},
    "FORCE_COLOR=0": {"FORCE_COLOR": "0"},
    "FORCE_COLOR empty": {"FORCE_COLOR": ""},
    "NO_COLOR empty": {"NO_COLOR": ""},
    "NO_COLOR against FORCE_COLOR": {"NO_COLOR": "1", "FORCE_COLOR": "1"},
    "CLICOLOR": {"CLICOLOR": "1", "CLICOLOR_FORCE": "1", "PY_COLORS": "1"},
    "TTY_COMPATIBLE": {"TTY_COMPATIBLE": "1", "TTY_INTERACTIVE": "1"},
    "ACCESSIBLE": {"ACCESSIBLE": "yes"},
    "PYTHONOPTIMIZE": {"PYTHONOPTIMIZE": "2"},
    "PYTHONWARNINGS": {"PYTHONWARNINGS": "error"},
    "warnings of encodings": {"PYTHONWARNDEFAULTENCODING": "1", "PYTHONWARNINGS": "error::EncodingWarning"},
    "PYTHONDEVMODE": {"PYTHONDEVMODE": "1"},
    "PYTHONUTF8=0": {"PYTHONUTF8": "0"},
    "PYTHONUNBUFFERED": {"PYTHONUNBUFFERED": "1"},
    "PYTHONPYCACHEPREFIX": {"PYTHONPYCACHEPREFIX": "/proc/nowhere"},
    "TMPDIR that is not there": {"TMPDIR": "/proc/nowhere"},
    "TZ that nobody knows": {"TZ": "Nowhere/Else"},
    "TZ of nonsense": {"TZ": ":::"},
    "own settings empty": {"CAREERFIT_PACK": "", "_CAREERFIT_COMPLETE": ""},
    "no PATH, SHELL, USER": {"PATH": None, "SHELL": None, "USER": None, "LOGNAME": None},
    "an enormous variable": {"LS_COLORS": "x" * 120_000},
    "five thousand variables": {f"VARIABLE_{n}": "x" * 50 for n in range(5000)},
}


DOCUMENT_TOO = re.compile("LANG|LC_|C without|locale|cp1252|ascii|UTF8|encodings|OPTIMIZE|WARNINGS|DEVMODE")
"""In which settings the document is looked at, too: those that say how text is written, or how Python runs."""
HISTORY = re.compile("HOME|XDG|TMPDIR|PATH")
"""In which the history is looked at, too: those that say where files are."""


@pytest.fixture(scope="module")
def reference() -> tuple[Run, Run]:
    """The document and the page in an ordinary environment."""
    plain = {**environment(), "LC_ALL": "C.UTF-8"}
    runs = (
        subprocess.run([*COMMAND, *call], capture_output=True, env=plain, check=True) for call in (DOCUMENT, MAIN[1])
    )
    first, second = (Run(run.returncode, run.stdout, run.stderr) for run in runs)
    return first, second


@pytest.mark.parametrize("name", SETTINGS)
def test_any_environment(careerfit: Careerfit, name: str, reference: tuple[Run, Run]) -> None:
    """Pages can be read, documents say the same, and the history is empty: exit 0, and nothing on standard error."""
    page = careerfit(*MAIN[1], env=SETTINGS[name])
    assert (0, b"") == (page.code, page.err)
    encoding = (SETTINGS[name].get("PYTHONIOENCODING") or "utf-8").partition(":")[0]
    asked_for = careerfit(*MAIN[1], "--plain") if name == "ACCESSIBLE" else reference[1]
    text, expected = page.out.decode(encoding), asked_for.text.replace(" --plain", "")
    assert set() == unseen(text)
    assert Counter(filter(str.isalnum, expected)) == Counter(filter(str.isalnum, text))
    assert expected.count("?") == text.count("?"), "signs are replaced by others that say the same"
    if DOCUMENT_TOO.search(name):
        document = careerfit(*DOCUMENT, env=SETTINGS[name])
        assert (0, b"") == (document.code, document.err)
        assert json.loads(reference[0].out) == json.loads(document.out)
    if HISTORY.search(name):
        listed = careerfit("history", "list", env=SETTINGS[name])
        assert (0, b"") == (listed.code, listed.err)


ONE_BY_ONE = """
import sys
from careerfit.cli import main
for call in CALLS:
    sys.argv = ["careerfit", *call]
    try:
        main()
    except SystemExit as end:
        assert end.code in (0, None), (call, end.code)
"""
"""Many calls in one process."""


def one_by_one(calls: Sequence[Sequence[str]], *flags: str, cwd: Path, env: Setting | None = None) -> Run:
    """What these calls leave behind that are made one after the other in one Python with those flags."""
    python = Path(BIN).parent / "python" if BIN else Path(sys.executable)
    script = ONE_BY_ONE.replace("CALLS", repr(calls))
    done = subprocess.run(
        [python, *flags, "-c", script], env=environment(env), cwd=cwd, capture_output=True, check=False
    )
    return Run(done.returncode, done.stdout, done.stderr)


def test_no_order_is_left_to_chance(tmp_path: Path) -> None:
    """Whatever order Python gives to sets, the same bytes come out."""
    calls = [*MAIN, [*ANSWERS, "--format", "html"], [*ANSWERS, "--format", "csv"]]
    runs = [one_by_one(calls, cwd=tmp_path, env={"PYTHONHASHSEED": seed}) for seed in ("0", "1", "4294967295")]
    assert ([0] * 3, 1) == ([run.code for run in runs], len({run.out for run in runs}))


@pytest.mark.parametrize("flags", ["-I", "-E", "-OO", "-b", "-X utf8=0", "-W error"])
def test_flags_of_python(flags: str, tmp_path: Path) -> None:
    """Isolated, without docstrings, or with warnings as errors, the program is the same."""
    run = one_by_one([call for call in MAIN if call != ["check"]], *flags.split(), cwd=tmp_path)
    assert (0, b"") == (run.code, run.err)


def shell(script: str, cwd: Path, env: Setting | None = None) -> subprocess.CompletedProcess[bytes]:
    """A script of the shell, in which ``$CAREERFIT`` is the program."""
    program = {"CAREERFIT": " ".join(COMMAND), "PYTHONSAFEPATH": None}
    return subprocess.run(
        ["sh", "-c", script], env=environment({**program, **(env or {})}), cwd=cwd, capture_output=True, check=False
    )


@pytest.mark.parametrize("call", [DOCUMENT, ["history", "list"], ["quiz"]], ids=" ".join)
def test_a_folder_that_is_gone(call: list[str], tmp_path: Path) -> None:
    """In a folder that was deleted every command that needs none works, and a relative file is told to be missing."""
    done = shell(f"mkdir gone && cd gone && rmdir ../gone && $CAREERFIT {' '.join(call)}", tmp_path)
    assert (2 if call == ["quiz"] else 0) == done.returncode, done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("roles <&-", 0),
        ("roles >&-", 1),
        ("roles 2>&-", 0),
        ("roles <&- >&- 2>&-", 1),
        ("score - <&-", 1),
        ("score - --format json <&- 2>&-", 1),
        ("quiz <&-", 2),
        ("quiz <&- >&- 2>&-", 2),
        ("nope >&- 2>&-", 2),
        ("check 2>&-", 0),
        ("history list >&-", 1),
        ("roles >/dev/full", 1),
        ("roles --format json >/dev/full", 1),
        ("--help >/dev/full", 1),
        ("--version >&-", 1),
        ("nope 2>/dev/full", 2),
        ("check 2>/dev/full", 0),
        ("score nobody.yaml 2>&- >/dev/full", 1),
        ("cohort - -o out.csv <&-", 1),
        ("simulate --people 10 2>&-", 0),
    ],
)
def test_streams_that_are_closed_or_full(call: str, code: int, tmp_path: Path) -> None:
    """The exit code says what happened, whichever streams are closed or full; there is no traceback."""
    done = shell(f"$CAREERFIT {call}", tmp_path)
    assert (code, False) == (done.returncode, b"Traceback" in done.stderr), done.stderr


@pytest.mark.parametrize("mask", ["0", "0777"])
def test_any_umask(mask: str, tmp_path: Path) -> None:
    """Whatever the mask, the history is its owner's alone; one that takes all from the owner, too, is told."""
    leave(player(verdict="clear"))
    shutil.rmtree(default_folder())
    with Terminal(
        "quiz", "--plain", env={"LANG": "C"}, through=("sh", "-c", f'umask {mask}; exec "$@"', "sh", *AS_ANYONE)
    ) as one:
        one.see("nothing is sent")
        one.type("")
        one.see("1/40")
        one.type("4")
        one.see("2/40")
        one.press("ctrl-c")
        assert (130, True) == (one.end(), "1 answer saved" in one.text or "not saved" in one.text), one.text
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (default_folder(), *default_folder().iterdir())}
    assert set() == {name for name, mode in modes.items() if mode & 0o077}
    listed = shell(f"umask {mask}; {' '.join(AS_ANYONE)} $CAREERFIT history list", tmp_path)
    assert (int(mask == "0777"), False) == (listed.returncode, b"Traceback" in listed.stderr), listed.stderr


NOBODY = """
import pwd, sys
def unknown(uid):
    raise KeyError(uid)
pwd.getpwuid = unknown
sys.argv = ["careerfit", *sys.argv[1:]]
from careerfit.cli import main
main()
"""
"""The program, run by a user of whom the system knows nothing, as in some containers."""


@pytest.mark.parametrize(
    ("call", "code"), [(MAIN[0], 0), (DOCUMENT, 0), (["history"], 1), (["--install-completion"], 1)]
)
def test_a_user_without_a_home(call: list[str], code: int, tmp_path: Path) -> None:
    """Without any home, nothing is written to wherever the program is called, and what needs one says so."""
    python = Path(BIN).parent / "python" if BIN else Path(sys.executable)
    homeless = dict.fromkeys(("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"))
    env = environment({**homeless, "SHELL": "/bin/bash"})
    done = subprocess.run(
        [python, "-c", NOBODY, *call], env=env, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    if call == ["--install-completion"] and "shell is not known" in done.stderr:
        pytest.skip("the shell that runs the tests can't be told")
    assert (code, bool(code)) == (done.returncode, "here is no home folder; set HOME" in done.stderr), done.stderr
    assert [] == list(tmp_path.iterdir())


@pytest.fixture
def read_only_home() -> Iterator[Setting]:
    """A home in which nothing can be made."""
    if AS_ANYONE and shutil.which("setpriv") is None:
        pytest.skip("root may write everywhere, and there is no setpriv to give that up")
    home = Path.home()
    home.chmod(0o500)
    yield {"HOME": str(home), "XDG_STATE_HOME": None, "XDG_DATA_HOME": None}
    home.chmod(0o700)


def test_a_read_only_home(read_only_home: Setting, tmp_path: Path) -> None:
    """Where nothing can be written at home, everything but saving works, and saving says why not."""
    through = " ".join(AS_ANYONE)
    for call in (DOCUMENT, ["history", "list"]):
        done = shell(f"{through} $CAREERFIT {' '.join(call)}", tmp_path, read_only_home)
        assert (0, False) == (done.returncode, b"Traceback" in done.stderr), (call, done.stderr)
    told = shell(f"{through} $CAREERFIT --install-completion", tmp_path, {**read_only_home, "SHELL": "/bin/bash"})
    assert (True, False) == (told.returncode in (1, 2), b"Traceback" in told.stderr), told.stderr
    with Terminal("quiz", "--plain", env=read_only_home, through=AS_ANYONE) as terminal:
        terminal.see("can't be saved")


ON_A_TERMINAL = ["LANG=C", "C without UTF-8", "ascii", "no HOME", "HOME that is not there", "no TERM", "TERM=dumb"]
ON_A_TERMINAL += ["TERM that nobody knows", "COLUMNS=0", "COLUMNS=abc", "PYTHONOPTIMIZE", "PYTHONWARNINGS"]
ON_A_TERMINAL += ["XDG a file", "TMPDIR that is not there", "no PATH, SHELL, USER", "ACCESSIBLE", "PYTHONDEVMODE"]
PLACES = [*((name, 80) for name in ON_A_TERMINAL), ("COLUMNS=20", 20), ("TERM=dumb", 20)]


@pytest.mark.parametrize(("name", "columns"), PLACES, ids=str)
def test_the_quiz_starts_anywhere(name: str, columns: int) -> None:
    """The quiz asks its first question, takes an answer, and ends on Ctrl-C with 130 and without a traceback."""
    with Terminal("quiz", columns=columns, rows=40, env=SETTINGS[name]) as terminal:
        terminal.see("sent")
        terminal.press("enter")
        terminal.see("Very much like me")
        terminal.press("4", "enter")
        terminal.see("2/40" if "2/40" in terminal.rest() else "2 of at most")
        terminal.press("ctrl-c")
        assert (130, False) == (terminal.end(), "Traceback" in terminal.text), terminal.screen
