"""Completion: what the shells' own tests do not reach."""

from __future__ import annotations

import pytest

from careerfit.cli.completion import SHELLS, known_shell
from careerfit.errors import UsageError


@pytest.mark.parametrize("name", SHELLS)
def test_known_shells(name: str) -> None:
    """bash, zsh and fish are known."""
    assert name == known_shell(name)


@pytest.mark.parametrize("name", ["tcsh", "", None])
def test_an_unknown_shell_is_refused(name: str | None) -> None:
    """Anything else is refused with what would do."""
    with pytest.raises(UsageError) as caught:
        known_shell(name)
    assert caught.value.headline.en == "This shell is not known; run this from bash, zsh or fish."
