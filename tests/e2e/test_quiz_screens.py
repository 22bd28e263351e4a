"""What the quiz looks like, literally, on small, usual and large screens and in both languages."""

from __future__ import annotations

import pytest

from careerfit.text import LANGUAGES, Lang

from .screens import SIZES, file_of, screens
from .terminal import Terminal


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_screens_are_as_they_were(lang: Lang, columns: int, rows: int) -> None:
    """Every screen is what it was when it was last looked at; ``python -m tests.e2e.screens`` writes them anew."""
    assert file_of(lang, columns, rows).read_text(encoding="utf-8") == screens(lang, columns, rows)


def test_a_terminal_shows_what_is_drawn() -> None:
    """In a terminal, every screen is what is drawn without one."""
    assert file_of("id", 40, 20).read_text(encoding="utf-8") == screens("id", 40, 20, Terminal)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_cut(lang: Lang, columns: int, rows: int) -> None:
    """No screen is wider or higher than the terminal, and none says "…"."""
    parts = file_of(lang, columns, rows).read_text(encoding="utf-8").split(" =")
    assert max(len(line) for part in parts for line in part.splitlines()) <= columns
    assert max(part.count("\n") for part in parts) <= rows + 1
    assert "…" not in "".join(parts)
