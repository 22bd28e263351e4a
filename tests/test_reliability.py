"""The figures of docs/reliability.md are those that its command counts."""

from __future__ import annotations

import pytest

from .reliability import COLLECTED, COUNTED, PAGE, filled, pattern

TEXT = PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", COUNTED)
def test_what_is_soon_counted_is_so(words: str) -> None:
    """Each figure that can be counted soon is what ``python -m tests.reliability`` would write."""
    assert TEXT == filled(TEXT, words, COUNTED[words]())


@pytest.mark.parametrize("words", COLLECTED)
def test_what_takes_longer_has_its_place(words: str) -> None:
    """Each figure that the command fills in has one place on the page."""
    assert 1 == len(pattern(words).findall(TEXT))
