"""One raw text → all that it says of one role: its name, sections, phrases and beliefs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from careerfit.draft.beliefs import Contrast, answer_from, contrasts
from careerfit.draft.language import plain, words
from careerfit.draft.phrases import Phrase, demands, duties, mentions
from careerfit.draft.raw import Unit, units
from careerfit.draft.sections import sort_units

_NAME = r"((?:[A-Z][\w-]*|\([\w -]+\)|(?:dan|di|ke|[a-z]{3,})(?= [A-Z]))(?: (?:[A-Z][\w-]*|(?:dan|di)(?= [A-Z])))*)"
_NAMED = [
    re.compile(rf"\b(?:[Pp]ekerjaan|[Bb]ekerja|[Pp]rofesi|[Kk]arier) (?:sebagai )?(?:seorang )?{_NAME}(?= (?:melibatkan|adalah|berarti|mencakup|meliputi|ialah))"),
    re.compile(rf"\btipe pekerjaan (?:sebagai )?(?:seorang )?{_NAME}(?= adalah)"),
    re.compile(rf"\b(?:menjadi|jadi|sebagai) (?:seorang )?{_NAME}(?=[.,?!]| adalah| jika| kalau| bila|$)"),
    re.compile(rf"^(?:Mengenal|Tentang|Profil) (?:[Pp]rofesi |[Pp]ekerjaan )?{_NAME}$", re.MULTILINE),
    re.compile(rf"\b(?:Miskonsepsi|Ekspektasi)(?: yang salah)? (?:tentang|terhadap|mengenai) (?:profesi )?{_NAME}(?= adalah)"),
    re.compile(rf"(?:^|[.!?] |Sebagai |[Ss]eorang ){_NAME}(?=,| (?:me[mnlrwy]|ber)\w+)", re.MULTILINE),
]
_NO_NAMES = frozenset({"selain", "mereka", "profil", "ekspektasi", "realita", "miskonsepsi", "jika", "kalau", "orang", "tugas", "pekerjaan", "kandidat", "profesi", "tugas utama", "ia", "dalam", "kamu", "perbedaan"})
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
    headings: list[str] = field(default_factory=list)


def read_profile(text: str, stem: str) -> Profile:
    """What a cleaned text says of the role that its file, or its heading, is called after."""
    found = units(text)
    name, certain = role_name(text, stem, found)
    held = sort_units(found)
    slug = slugged(stem) if stem and not _HASHED.search(stem) else slugged(name)
    profile = Profile(slug, name, certain, held.sections, headings=held.headings)
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
        lead = re.search(r"(?:adalah bahwa|adalah|: )", clause)
        if lead and own and any(at > lead.end() for at in own):
            own = [at for at in own if at > lead.end()]
        if own and re.search(r"\S", clause[own[-1] :]):
            found.append((start + own[-1], end))
        elif re.match(r"\s*mereka\b", clause):
            found.append((start, end))
        start = turn.end() if turn else end
    return found


def role_name(text: str, stem: str, found: list[Unit]) -> tuple[str, bool]:
    """What the role is called, and whether the text itself says so."""
    humble = " ".join(part for part in re.split(r"[-_ ]+", stem) if part)
    if humble and not _HASHED.search(stem) and (here := re.search(rf"\b{re.escape(humble)}\b", text, re.IGNORECASE)):
        spelt = Counter(m[0] for m in re.finditer(rf"\b{re.escape(humble)}\b", text, re.IGNORECASE))
        best = max(spelt, key=lambda word: (word[:1].isupper() and not word.isupper(), sum(c.isupper() for c in word), spelt[word]))
        return _titled(best if best[:1].isupper() else here[0]), True
    counts: Counter[str] = Counter()
    for nth, pattern in enumerate(_NAMED):
        for match in pattern.finditer(text):
            named = match[1].strip()
            if named.lower() not in _NO_NAMES and named.split()[0].lower() not in _NO_NAMES and len(named) <= 60:
                counts[_titled(named)] += len(_NAMED) - nth
    if counts:
        return max(counts, key=lambda one: (counts[one], len(one))), True
    first = next((unit.text for unit in found if unit.heading and len(unit.text.split()) <= 5), "")
    if first and not plain(first).startswith(("apa", "siapa", "tugas")):
        return _titled(first), True
    return (_titled(humble) if humble and not _HASHED.search(stem) else "Peran Baru"), False


def _titled(name: str) -> str:
    small = {"dan", "di", "ke", "dari", "untuk"}
    return " ".join(word if word in small or word[:1].isupper() else word[:1].upper() + word[1:] for word in name.split())


def slugged(name: str) -> str:
    """A name as a key: lower case, digits and hyphens."""
    import unicodedata

    low = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", low).strip("-") or "peran"
