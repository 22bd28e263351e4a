"""docs/commands.md, the help of every command: ``python -m tests.help_pages`` writes it anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from careerfit.cli.app import command
from careerfit.cli.help import PROGRAM
from careerfit.cli.settings import Settings, settle_language

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
HEAD = """\
# Commands

This is what `careerfit --help` says of each command, in English. Dalam bahasa Indonesia: `careerfit --help`, atau
`--help` di belakang perintah mana pun. The program makes this page itself, by `python -m tests.help_pages`, and a test
compares.
"""
WIDTH = 80


def pages() -> Iterator[tuple[str, str]]:
    """Every command with its help page, in English, at 80 columns."""
    settings = Settings(settle_language(["--lang", "en"], {}), {})
    top = command()
    yield from walk(top, top.make_context(PROGRAM, [], obj=settings, terminal_width=WIDTH))


def walk(one: Any, ctx: Any) -> Iterator[tuple[str, str]]:
    """A command and those under it, each with its help page."""
    yield ctx.command_path, one.get_help(ctx)
    for name in getattr(one, "table", {}):
        sub = one.get_command(ctx, name)
        args = {"parent": ctx, "resilient_parsing": True, "terminal_width": WIDTH}
        yield from walk(sub, sub.make_context(name, [], **args))


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(f"## {path}\n\n```text\n{text}\n```\n" for path, text in pages())])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
