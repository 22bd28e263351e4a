"""The words of the interview."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from careerfit.interview import texts
from careerfit.text import Text

COUNTING = {
    name: text
    for name, text in vars(texts).items()
    if isinstance(text, Text) and any(place for _, place, _, _ in Formatter().parse(text.en))
}


@pytest.mark.parametrize("name", COUNTING)
def test_one_is_counted_as_one(name: str) -> None:
    """Where a place holds a 1, English counts one thing after it: "1 more question", not "1 more questions"."""
    places = {place.removesuffix("_s") for _, place, _, _ in Formatter().parse(COUNTING[name].en) if place}
    said = COUNTING[name].say("en", **dict.fromkeys(places, 1))
    assert None is re.search(r"\b1 (more |other |remaining )?\w+s\b", said)
