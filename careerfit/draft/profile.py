"""One raw text → all that it says of one role: its name, sections, phrases and beliefs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from careerfit.draft.beliefs import Contrast, answer_from, contrasts
from careerfit.draft.language import bit, plain, words
from careerfit.draft.phrases import Phrase, demands, duties, mentions
from careerfit.draft.raw import Unit, units
from careerfit.draft.sections import heading_section, sort_units

_NAME = r"((?:[A-Z][\w-]*|\([\w -]+\)|(?:dan|di|ke|[a-z]{3,})(?= [A-Z]))(?: (?:[A-Z][\w-]*|(?:dan|di)(?= [A-Z])))*)"
LONGEST_NAME = 60
_HASHED = re.compile(r"[0-9a-f]{8,}|^\d+")


@dataclass(slots=True)
class Profile:
    """What one text says of one role; ``certain``: its name was found in the text."""

    slug: str
    name: str
    certain: bool
    sections: dict[str, list[str]]
    phrases: list[Phrase] = field(default_factory=list)
    mentions: list[Phrase] = field(default_factory=list)
    contrasts: list[Contrast] = field(default_factory=list)


def read_profile(text: str, stem: str) -> Profile:
    """What a cleaned text says of the role that its file, or its heading, is called after."""
    found = units(text)
    name, certain = role_name(text, stem, found)
    held = sort_units(found)
    slug = slugged((stem if stem and not _HASHED.search(stem) else name)[:LONGEST_NAME])
    profile = Profile(slug, name, certain, held.sections)
    names = [name]
    for section in ("duties", "cocok", "tidak_cocok"):
        for sentence in held.sections[section]:
            point = sentence in held.bullets
            profile.phrases += (
                duties(sentence, names, point=point) if section == "duties" else demands(sentence, section, point=point)
            )
    for sentence in held.sections["expectations"]:
        start = answer_from(sentence)
        if start is not None:
            profile.mentions += mentions(sentence, start, len(sentence), "expectations")
    for sentence in held.sections["differences"]:
        for start, end in _own_clauses(sentence, name):
            profile.mentions += mentions(sentence, start, end, "differences")
    profile.contrasts = contrasts(held.sections["expectations"])
    return profile


def _own_clauses(sentence: str, name: str) -> list[tuple[int, int]]:
    """The clauses of a comparison whose subject is this role."""
    low = sentence.lower()
    found: list[tuple[int, int]] = []
    start = 0
    for turn in [*words().pattern("clauses").finditer(low), None]:
        end = turn.start() if turn else len(low)
        clause = low[start:end]
        own = [at.end() for at in re.finditer(re.escape(name.lower()), clause)]
        lead = bit("compared").search(clause)
        if lead and own and any(at > lead.end() for at in own):
            own = [at for at in own if at > lead.end()]
        if own and re.search(r"\S", clause[own[-1] :]):
            found.append((start + own[-1], end))
        elif bit("own_clause").match(clause):
            found.append((start, end))
        start = turn.end() if turn else end
    return found


def role_name(text: str, stem: str, found: list[Unit]) -> tuple[str, bool]:
    """What the role is called, and whether the text itself says so."""
    humble = " ".join(part for part in re.split(r"[-_ ]+", stem) if part and not part.isdigit())
    humble = "" if _HASHED.search(humble) else humble
    if title := _title(found):
        return _titled(title), True
    there = [m for m in re.finditer(rf"\b{re.escape(humble)}\b", text, re.IGNORECASE) if m[0]]
    if any(m[0][:1].isupper() or bit("called").search(text[max(0, m.start() - 12) : m.start()].lower()) for m in there):
        spelt = Counter(m[0] for m in there)
        best = max(
            spelt,
            key=lambda word: (word[:1].isupper() and not word.isupper(), sum(c.isupper() for c in word), spelt[word]),
        )
        return _titled(best), True
    counts: Counter[str] = Counter()
    patterns, never = _named()
    for nth, pattern in enumerate(patterns):
        for match in pattern.finditer(text):
            named = match[1].strip()
            first = named.split(maxsplit=1)[0].lower()
            if not {named.lower(), first} & never and not first.endswith("nya") and len(named) <= LONGEST_NAME:
                counts[_titled(named)] += len(patterns) - nth
    if counts:
        return max(counts, key=lambda one: (counts[one], len(one))), True
    first = next((unit.text for unit in found if unit.heading and len(unit.text.split()) <= 5), "")
    if first and not bit("no_name").match(plain(first)):
        return _titled(first), True
    return _titled(humble) or "Peran Baru", False


def _title(found: list[Unit]) -> str:
    """The heading that a text begins with, where it names a role; otherwise nothing."""
    if not found or not found[0].heading:
        return ""
    text = found[0].text.strip()
    low = plain(text)
    short = len(text.split()) <= 4 and not re.search(r"[:?!.,–—]", text)
    return text if short and heading_section(low) is None and not bit("no_name").match(low) else ""


@cache
def _named() -> tuple[list[re.Pattern[str]], frozenset[str]]:
    """Where a text says what its role is called, and what is never a name."""
    held = words()
    return [re.compile(one.replace("NAME", _NAME)) for one in held.data["names"]["words"]], held.plain("names", "never")


def _titled(name: str) -> str:
    """A name with capitals, cut where it is longer than any name."""
    small = words().plain("names", "small")
    titled = " ".join(
        word if word in small or word[:1].isupper() else word[:1].upper() + word[1:] for word in name.split()
    )
    return titled[:LONGEST_NAME].strip()


def slugged(name: str) -> str:
    """A name as a key: lower case, digits and hyphens."""
    import unicodedata

    low = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", low).strip("-") or "peran"
