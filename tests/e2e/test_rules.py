"""What scripts may depend on of the process itself: streams, exit codes, and that it is the same as a module."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from careerfit import __version__

from .conftest import COMMAND, Careerfit, environment

ROOT = Path(__file__).parents[2]
ANSWERS = ["--answer", "kepemimpinan=5", "--answer", "analisis=2"]
CALLS = [["profile", "manajer"], ["score", *ANSWERS, "--format", "json"]]


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
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'__version__ = "{__version__}"' in (ROOT / "careerfit" / "__init__.py").read_text(encoding="utf-8")


def test_help_without_a_terminal(careerfit: Careerfit) -> None:
    """Help needs no terminal and has no escape bytes, whatever the environment would like."""
    run = careerfit("quiz", "--help", env={"TERM": None, "FORCE_COLOR": "1"})
    assert (0, b"", False) == (run.code, run.err, b"\x1b" in run.out)


@pytest.mark.parametrize("words", ["{} quiz </dev/null", "yes '' | {} quiz", "{} reality manajer </dev/null"])
def test_no_terminal(words: str) -> None:
    """What asks exits with 2 at once where there is no terminal: what is piped in is no answer."""
    line = words.format(" ".join(COMMAND))
    done = subprocess.run(["sh", "-c", line], capture_output=True, env=environment(), timeout=60, check=False)
    assert (2, b"", True) == (done.returncode, done.stdout, b"needs a terminal" in done.stderr)


@pytest.mark.parametrize("reader", ["head -n 1", "true"])
@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_closed_pipe_is_quiet(call: list[str], reader: str) -> None:
    """A reader that has had enough hears nothing on standard error."""
    line = f"{' '.join([*COMMAND, *call])} 2>&1 >&3 3>&- | cat >&2"
    shell = f"{{ {line}; }} 3>&1 1>&2 | {reader} >/dev/null"
    done = subprocess.run(["bash", "-c", shell], capture_output=True, env=environment(), timeout=60, check=False)
    assert b"" == done.stderr


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_full_device_is_an_error(call: list[str]) -> None:
    """Where standard output is full, the program says so in one line and exits with 1."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, *call], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
    assert done.returncode == 1
    assert done.stderr.endswith(b"written (No space left on device). Free some space, or choose another place.\n")
