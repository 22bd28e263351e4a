"""The help pages in README.md: ``python -m tests.readme`` writes them anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from careerfit.cli.app import command
from careerfit.cli.context import Settings, settle_language
from careerfit.cli.words import PROGRAM

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"(?s)(<!-- help:[^\n]*-->\n).*(<!-- /help -->\n)")
WIDTH = 80


def pages() -> Iterator[tuple[str, str]]:
    """Every command with its help page, in English, at 80 columns."""
    settings = Settings(settle_language(["--lang", "en"], {}), {})
    top = command()
    yield from walk(top, top.make_context(PROGRAM, [], obj=settings, terminal_width=WIDTH))


def walk(one: Any, ctx: Any) -> Iterator[tuple[str, str]]:
    yield ctx.command_path, one.get_help(ctx)
    for name in getattr(one, "table", {}):
        sub = one.get_command(ctx, name)
        args = {"parent": ctx, "resilient_parsing": True, "terminal_width": WIDTH}
        yield from walk(sub, sub.make_context(name, [], **args))


def block() -> str:
    """What stands between the marks."""
    parts = (f"### {path}\n\n```text\n{text}\n```\n" for path, text in pages())
    return "\n" + "\n".join(parts) + "\n"


def renewed(text: str) -> str:
    """The README with its help pages as the program makes them."""
    return BLOCK.sub(lambda found: found[1] + block() + found[2], text)


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
