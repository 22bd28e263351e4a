"""Where an extra is missing, the command in the hint installs what it requires."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from careerfit.errors import UsageError
from careerfit.extras import install_command, require, requirements
from careerfit.text import LANGUAGES, Lang

METADATA = """\
Metadata-Version: 2.4
Name: careerfit
Version: 9
Requires-Dist: rich>=13.8
Requires-Dist: numpy>=1.26; extra == 'cohort'
Requires-Dist: fsspec[http]>=2025.1 ; extra == "cohort"
Requires-Dist: old-polars<1; (python_version < '3.12' or os_name == 'nt') and extra == 'cohort'
Requires-Dist: pytest; extra == 'cohort-test'
Requires-Dist: ruff; extra == 'test'
"""
REQUIRED = ["numpy>=1.26", "fsspec[http]>=2025.1", "old-polars<1; (python_version < '3.12' or os_name == 'nt')"]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A careerfit that is installed with these extras."""
    folder = tmp_path / "careerfit-9.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(METADATA, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("installed")
def test_requirements_are_those_of_the_extra_alone() -> None:
    """All that an extra requires is named with its versions and other conditions, and nothing of other extras."""
    assert REQUIRED == requirements("cohort")


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_hint_is_a_command_for_this_python(lang: Lang) -> None:
    """The command at the end of the hint is one that a shell reads as it is meant."""
    with pytest.raises(UsageError) as caught:
        require("cohort", ["json", "no_such_module"])
    (line,) = caught.value.lines(lang)
    assert [sys.executable, "-m", "pip", "install", *REQUIRED] == shlex.split(line.partition(": ")[2])


def test_what_is_there_is_not_asked_for() -> None:
    """Where every module can be found, nothing is raised."""
    require("cohort", ["json", "shlex"])


@pytest.mark.usefixtures("installed")
def test_an_extra_that_the_installation_does_not_know() -> None:
    """Without metadata that tells what an extra requires, no command is made up."""
    with pytest.raises(UsageError, match=r"^This command needs the extra 'draft'; install careerfit again"):
        require("draft", ["no_such_module"])


def test_a_python_without_pip_gets_the_command_of_uv() -> None:
    """An environment without pip was made by uv in all likelihood."""
    command = install_command(["a>=1"], pip=False, python="/my venv/python", system="posix")
    assert ["uv", "pip", "install", "--python", "/my venv/python", "a>=1"] == shlex.split(command)


@pytest.mark.parametrize(
    ("python", "started"),
    [
        (r"C:\careerfit\.venv\Scripts\python.exe", r"C:\careerfit\.venv\Scripts\python.exe"),
        (r"C:\Users\Budi Santoso\python.exe", r'& "C:\Users\Budi Santoso\python.exe"'),
    ],
)
def test_windows_has_quotes_of_its_own(python: str, started: str) -> None:
    """On Windows, quotes are double ones, and a program in quotes is called by PowerShell's &."""
    command = install_command(["fsspec[http]>=2025.1", "pyspark"], python=python, system="nt")
    assert f'{started} -m pip install "fsspec[http]>=2025.1" pyspark' == command
