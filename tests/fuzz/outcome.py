"""What may come of anything that strangers give: a value, or an error of ours with harmless messages."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import TypeVar

from careerfit.core.model import Answers, Facet, Pack, Role
from careerfit.errors import CareerfitError, Problem
from careerfit.text import Text

T = TypeVar("T")
LONGEST_LINE = 2_000
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Unicode's control, format and surrogate characters, and breaks of lines and paragraphs."""


def outcome(call: Callable[[], T]) -> T | None:
    """What the call gives; None where it ends in an error of ours, whose messages are looked at.

    Whatever else it raises goes through: it is a defect.
    """
    try:
        return call()
    except CareerfitError as error:
        harmless(error.headline)
        told(error.problems)
        return None


def told(problems: tuple[Problem, ...]) -> None:
    """Fail unless every problem can be printed as it is, in both languages."""
    for problem in problems:
        assert seen(problem.where), ascii(problem.where)
        harmless(problem.what)


def harmless(text: Text) -> None:
    """Fail unless the text has words in both languages, each a line of characters that can be seen."""
    for words in text:
        assert words, "no words"
        assert len(words) <= LONGEST_LINE, ascii(words)
        assert seen(words), ascii(words)


def seen(words: str) -> bool:
    """Is there nothing in it that steers a terminal or cannot be seen?"""
    return (words.isascii() and words.isprintable()) or UNSEEN.isdisjoint(map(unicodedata.category, words))


def usable(pack: Pack, answers: Answers) -> None:
    """Fail unless these are answers that an interview with this pack could hold."""
    assert set(answers.responses) <= set(pack.item_by_key)
    assert all(type(response) is int and 1 <= response <= 5 for response in answers.responses.values())
    assert len(answers.duels) <= 6


def sound(pack: Pack) -> None:
    """Fail unless the pack keeps to all limits, and everything that it says is harmless."""
    assert 2 <= len(pack.roles) <= 50
    assert len(pack.facets) <= 300
    assert len(pack.items) <= 1_000
    assert 5 == len(pack.scale)
    assert seen(pack.name + pack.version)
    for text in texts(pack):
        harmless(text)


def texts(pack: Pack) -> Iterator[Text]:
    """Everything that a pack says."""
    yield pack.title
    yield from pack.scale
    yield from pack.families.values()
    for facet in pack.facets:
        yield from facet_texts(facet)
    for role in pack.roles:
        yield from role_texts(role)


def facet_texts(facet: Facet) -> Iterator[Text]:
    """Everything that a facet says."""
    yield from (facet.name, facet.doing)
    yield from (item.text for item in facet.items)


def role_texts(role: Role) -> Iterator[Text]:
    """Everything that a role's profile says."""
    yield role.name
    for sentence in role.sentences:
        yield sentence.text
        yield from (evidence.phrase for evidence in sentence.evidence)
    for belief in role.beliefs:
        yield from (belief.statement, *([belief.belief] if belief.belief else []), *belief.reality)
