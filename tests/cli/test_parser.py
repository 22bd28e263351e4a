"""What is used of typer beyond what it exports stands in one module, and is there."""

from __future__ import annotations

import re
from pathlib import Path

import careerfit
from careerfit.cli import parser

PACKAGE = Path(careerfit.__file__ or "").parent


def test_one_module_alone_reaches_into_typer() -> None:
    """No other module imports a private part of typer, or typer.core."""
    private = re.compile(r"\btyper(\._\w+|\.core)\b|\b_protected_args\b")
    assert ["cli/parser.py"] == [
        path.relative_to(PACKAGE).as_posix()
        for path in sorted(PACKAGE.rglob("*.py"))
        if private.search(path.read_text(encoding="utf-8"))
    ]


def test_all_that_is_used_of_typers_insides_is_there() -> None:
    """Every name that the module offers exists, and the shells can be made known: a release may move any of it."""
    for name in parser.__all__:
        assert getattr(parser, name) is not None
    parser.register_completion()
    for shell in ("bash", "zsh", "fish"):
        assert "_CAREERFIT_COMPLETE" in parser.completion_script("careerfit", "_CAREERFIT_COMPLETE", shell)


def test_a_group_knows_whether_a_command_is_named() -> None:
    """The private attribute in which the parser keeps the rest of the words is where it was."""
    group = parser.PlainGroup(name="careerfit", invoke_without_command=True)
    assert parser.names_command(group.make_context("careerfit", ["roles"]))
    assert not parser.names_command(group.make_context("careerfit", []))
