"""Start-up of what is installed: the processor time of whole processes, beside a Python that does nothing, in pairs."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

PAIRS = 15
BARE = ("-c", "pass")
CALLS: Mapping[str, tuple[float, tuple[str, ...], Mapping[str, str]]] = {
    "python -c 'import typer'": (float("inf"), ("-c", "import typer"), {}),
    "careerfit score --format json": (
        8.0,
        ("-m", "careerfit", "score", "--answer", "kepemimpinan=5", "--answer", "analisis=4", "--format", "json"),
        {},
    ),
    "careerfit profile": (10.0, ("-m", "careerfit", "profile", "manajer"), {}),
    "completion of a role": (
        6.5,
        ("-m", "careerfit"),
        {"_CAREERFIT_COMPLETE": "complete_bash", "COMP_WORDS": "careerfit profile m", "COMP_CWORD": "2"},
    ),
}
"""Call → how many times a bare Python it may take, its arguments, and what it finds in its environment."""


@pytest.fixture
def environment(installed: Path) -> dict[str, str]:
    """An environment in which the program is what the wheel holds; its modules are compiled by the first call."""
    unlike = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPROFILEIMPORTTIME", "PYTHONDEVMODE"}
    inherited = {name: value for name, value in os.environ.items() if name not in unlike}
    return inherited | {"PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}


def seconds(args: tuple[str, ...], env: Mapping[str, str]) -> float:
    """The processor time of one process, its own and the system's for it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *args], env=env, stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize("call", CALLS)
def test_start_up(call: str, environment: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """By the median of all pairs, no call takes more times a bare Python than it may."""
    most, args, env = CALLS[call]
    for warming in (BARE, args):
        seconds(warming, environment | env)
    pairs = [(seconds(args, environment | env), seconds(BARE, environment)) for _ in range(PAIRS)]
    ratio = statistics.median(ours / bare for ours, bare in pairs)
    with capsys.disabled():
        ours, bare = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
        sys.stdout.write(
            f"\n{call:32} {ratio:5.1f} times a bare Python ({ours:.0f} ms beside {bare:.0f} ms; at most {most:g})\n"
        )
    assert ratio <= most
