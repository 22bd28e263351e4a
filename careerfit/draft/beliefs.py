"""Sentences of expectation and reality → what is believed, and what is true instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from re import Pattern

from careerfit.draft.language import bit, plain, words

MOST_WORDS = 32
"""A statement of more words than this is hard to call true or not."""


@dataclass(slots=True)
class Contrast:
    """What is believed, and the parts that answer it; both are exact parts of the role's sentences."""

    belief: str
    reality: list[str] = field(default_factory=list)


@cache
def _patterns(group: str) -> list[Pattern[str]]:
    return words().patterns(group)


def contrasts(sentences: Sequence[str]) -> list[Contrast]:
    """All beliefs among these sentences, in their order, each with what answers it."""
    found: list[Contrast] = []
    for sentence in sentences:
        turned = _turn(sentence)
        if turned is not None:
            found.append(Contrast(_belief(sentence[: turned[0]]), [sentence[turned[1] :].strip()]))
        elif _is_belief(sentence) or not found:
            if _is_answer(sentence):
                continue
            found.append(Contrast(_belief(sentence)))
        else:
            found[-1].reality.append(reality(sentence))
    return [one for one in found if one.belief]


def answer_from(sentence: str) -> int | None:
    """Where in a sentence what is true begins; None where it only tells a belief."""
    if (turned := _turn(sentence)) is not None:
        return turned[1]
    if _is_answer(sentence):
        return len(sentence) - len(reality(sentence))
    return None if _is_belief(sentence) else 0


def _is_belief(sentence: str) -> bool:
    low = plain(sentence)
    return not _is_answer(sentence) and any(mark.search(low) for mark in _patterns("belief_marks"))


def _is_answer(sentence: str) -> bool:
    return any(lead.match(plain(sentence)) for lead in _patterns("reality_leads"))


def _turn(sentence: str) -> tuple[int, int] | None:
    """Where, within one sentence, what is believed ends and what is true begins."""
    low = sentence.lower()
    if bit("named_true").match(low):
        return None
    for turn in _patterns("turn"):
        for found in turn.finditer(low):
            if found.start() > 8:
                return found.start(), found.end()
    return None


def _belief(text: str) -> str:
    """The part of a text that states what is believed."""
    low = text.lower()
    start = 0
    for lead in _patterns("belief_leads"):
        if (found := lead.match(low, start)) and found.end() < len(low):
            start = found.end()
            low_rest = low[start:]
            again = bit("that").match(low_rest)
            start += again.end() if again else 0
            break
    return text[start:].strip().rstrip(",;").strip(' "\u201c\u201d')


def reality(text: str) -> str:
    """The part of a text that says what is true."""
    start = 0
    low = text.lower()
    for _ in range(2):
        for lead in _patterns("reality_leads"):
            if (found := lead.match(low[start:])) and start + found.end() < len(low):
                start += found.end()
                break
    return text[start:].strip()


def statement(text: str, role: str) -> str:
    """A belief as a sentence that stands for itself: with the role's name where only "mereka" stood."""
    said = text.strip().rstrip(",;")
    for start, instead in (("they", role), ("their_work", rf"\1 {role}")):
        if found := bit(start).match(said[:1].lower() + said[1:]):
            said = found.expand(instead) + said[found.end() :]
    if not re.search(re.escape(role), said, re.IGNORECASE):
        said = re.sub(r"\bmereka\b", role.lower(), said, count=1)
    said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "?", "!")) else f"{said}."


def stands_alone(text: str) -> bool:
    """Can a statement be understood without what was said before it?"""
    low = text.lower().lstrip()
    return len(text.split()) <= MOST_WORDS and not any(p.search(low) for p in _patterns("pointing"))
