"""The cue words of Indonesian, as ``words.yaml`` lists them, ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from re import Pattern
from typing import Any

import snowballstemmer
import yaml
from rapidfuzz.distance import OSA

NEAREST = 2
"""A cue word of nine letters or more may have this many slips, a shorter one just one."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that say in which section a sentence stands.

    ``firm`` ones do so in any surroundings; a ``subject`` only says who is meant, and turns no demands around.
    """

    section: str
    pattern: Pattern[str]
    firm: bool
    subject: bool


@dataclass(frozen=True)
class Words:
    """All that ``words.yaml`` holds: sets of plain words, and patterns over lower case."""

    data: dict[str, Any]

    def plain(self, group: str, key: str = "words") -> frozenset[str]:
        """A group of plain words."""
        return frozenset(str(word) for word in self.data[group][key])

    def pattern(self, group: str, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> Pattern[str]:
        """A group of patterns as one, the longer ones first, on whole words."""
        words = sorted(self.data[group]["words"], key=len, reverse=True)
        return re.compile(f"{before}(?:{'|'.join(words)}){after}")

    def patterns(self, group: str) -> list[Pattern[str]]:
        """A group of patterns, one after the other."""
        return [re.compile(word) for word in self.data[group]["words"]]


@cache
def words() -> Words:
    """What ``words.yaml`` holds."""
    text = files("careerfit.draft").joinpath("words.yaml").read_text("utf-8")
    return Words(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))  # noqa: S506  # both are safe


@cache
def bit(name: str) -> Pattern[str]:
    """One of the small patterns that several rules share."""
    return re.compile(words().data["bits"][name]["is"])


@cache
def cues() -> list[Cue]:
    """The cues of sentences, in the order in which they count."""
    return [_cue(rule) for rule in words().data["sections"]]


@cache
def heading_cues() -> list[Cue]:
    """The cues of headings, in the order in which they count."""
    return [_cue({**rule, "place": "anywhere"}) for rule in words().data["headings"]]


def _cue(rule: dict[str, Any]) -> Cue:
    joined = "|".join(rule["words"])
    pattern = f"^(?:{joined})" if rule["place"] == "start" else f"(?:{joined})"
    firm = rule.get("firm", False) or rule["section"] == "tidak_cocok"
    return Cue(rule["section"], re.compile(pattern), firm, rule.get("subject", False))


@cache
def _misspelt() -> list[str]:
    return list(words().data["misspelt"]["words"])


@cache
def mended(word: str) -> str:
    """A word in lower case as it is spelt, where it is a cue word with a slip in it."""
    other: str | None = words().data["spelt_otherwise"]["words"].get(word)
    if other is not None:
        return other
    if len(word) < 6:
        return word
    for known in _misspelt():
        if abs(len(known) - len(word)) <= NEAREST and word[0] == known[0]:
            most = NEAREST if len(known) >= 9 else 1
            if OSA.distance(known, word, score_cutoff=most) <= most:
                return known if not word.startswith(known) else word
    return word


_WORD = re.compile(r"[^\W\d_]+")
_STEMMER = snowballstemmer.stemmer("indonesian")


_STRAIGHT = str.maketrans("\u2018\u2019", "''")


def straight(text: str) -> str:
    """A text with typed apostrophes in place of set ones; no place in it moves."""
    return text.translate(_STRAIGHT)


def plain(text: str) -> str:
    """A text in lower case with straight quotes and mended cue words: what cues are looked for in."""
    return _WORD.sub(lambda found: mended(found[0]), straight(text.lower()))


@cache
def stem(word: str) -> str:
    """The stem of a word in lower case, which words of the same root share; words that say the same share it, too."""
    if word in _synonyms():
        return _synonyms()[word]
    found: str = _STEMMER.stemWord(word)
    return _synonyms().get(found, found)


@cache
def _synonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for first, *others in words().data["synonyms"]["sets"]:
        for word in (first, *others):
            found[word] = first
            if " " not in word:
                found.setdefault(_STEMMER.stemWord(word), first)
    return found


@cache
def _phrases() -> list[tuple[str, str]]:
    """Synonyms of several words, and the one word that stands for them."""
    return sorted(((w, f.replace(" ", "")) for w, f in _synonyms().items() if " " in w), key=lambda p: -len(p[0]))


@cache
def _weak() -> frozenset[str]:
    return frozenset(words().plain("weak"))


def stems(text: str) -> tuple[str, ...]:
    """The stems of all words in a text that tell something, in their order, each once."""
    low = text.lower().replace("-", " ")
    for phrase, one in _phrases():
        if phrase in low:
            low = low.replace(phrase, one)
    found = _WORD.findall(low)
    return tuple(dict.fromkeys(_bare(stem(_bare_ending(word))) for word in found if word not in _weak()))


def _bare_ending(word: str) -> str:
    return word.removesuffix("nya") if len(word) > 6 else word


def _bare(stemmed: str) -> str:
    return stemmed.replace(" ", "")


def alternatives(items: Iterable[str]) -> str:
    """Plain words as one pattern, the longer ones first."""
    return "|".join(re.escape(item) for item in sorted(items, key=len, reverse=True))
