"""docs/commands.md is what the program says of itself."""

from __future__ import annotations

from .help_pages import PAGE, page


def test_help_is_the_programs_own() -> None:
    """The page holds the help of every command as it is today; ``python -m tests.help_pages`` writes it anew."""
    assert page() == PAGE.read_text(encoding="utf-8")
