"""The program as a process of its own, as its wheel installs it; ``CAREERFIT_BIN`` names another one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

BIN = os.environ.get("CAREERFIT_BIN")
COMMAND = [BIN] if BIN else [sys.executable, "-P", "-m", "careerfit"]


@dataclass(frozen=True, slots=True)
class Run:
    """What a process left behind; the streams as bytes."""

    code: int
    out: bytes
    err: bytes

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.out.decode()


Careerfit = Callable[..., Run]


def environment(env: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """The environment of this test, English, with changes; None takes a variable away."""
    changed = {**os.environ, "CAREERFIT_LANG": "en", **(env or {})}
    return {name: value for name, value in changed.items() if value is not None}


@pytest.fixture(scope="session", autouse=True)
def from_the_wheel(request: pytest.FixtureRequest) -> Iterator[None]:
    """Run what a wheel installs with this interpreter: in a checkout every process would read the pack's YAML."""
    with pytest.MonkeyPatch.context() as patch:
        if not BIN:
            folder = request.getfixturevalue("installed")
            patch.setenv("PYTHONPATH", str(folder), prepend=os.pathsep if "PYTHONPATH" in os.environ else None)
        yield


@pytest.fixture
def careerfit(tmp_path: Path) -> Careerfit:
    """Run the program in an empty folder: arguments, ``stdin`` (bytes) and changes to the environment."""

    def run(*args: str, stdin: bytes = b"", env: Mapping[str, str | None] | None = None) -> Run:
        done = subprocess.run(
            [*COMMAND, *args],
            input=stdin,
            capture_output=True,
            env=environment(env),
            cwd=tmp_path,
            timeout=60,
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    return run
