"""One call of the program in this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import pytest

from careerfit.cli.app import command, run


@dataclass(frozen=True, slots=True)
class Call:
    """What a call left behind."""

    code: int
    out: str
    err: str


class Program(Protocol):
    """The program, to be called with arguments, standard input and environment."""

    def __call__(self, *args: str, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Call: ...


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program; English unless the call says otherwise, standard input empty and no terminal anywhere."""

    def call(*args: str, stdin: str | bytes = "", env: Mapping[str, str] | None = None) -> Call:
        content = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        try:
            code = run(command(), list(args), {"CAREERFIT_LANG": "en"} if env is None else env)
        except SystemExit as left:  # completion ends so
            code = int(left.code or 0)
        captured = capsys.readouterr()
        return Call(code, captured.out, captured.err)

    return call
