"""Profiles and the facets that there are → role files' content: every phrase with its facet, and new facets in words.

A pure function of the texts, the pack and what the author has decided so far: what is still unsure comes out as
questions, so that asking one at a time, going back and stopping need no state of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from careerfit.core.model import Kind
from careerfit.draft.beliefs import reality, stands_alone, statement
from careerfit.draft.concepts import Concept, Index, concept, likeness
from careerfit.draft.language import bit
from careerfit.draft.matching import SURE, Known, match
from careerfit.draft.phrases import Phrase
from careerfit.draft.plainness import hardness, objects
from careerfit.draft.profile import Profile, slugged
from careerfit.draft.statements_from_phrases import worded

FIRM, FAINT = 0.75, 0.45
"""A likeness from ``FIRM`` on needs nobody's eye; below ``FAINT`` nothing is like enough to be worth a question."""
OWN, DUTIES = 12, 2
"""So many facets that are a role's alone are asked about at most, and so many duties among them at least.

A form with all of them would tire before it tells more.
"""
STRANGE = 5
"""Harder to picture than this, a trait is asked about after all others, and a duty only to have ``DUTIES``."""
LONGEST_KEY = 60
_NO_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
NEW, NONE = "+", "-"
"""Answers to a question: a facet of its own, or no demand at all."""
DEMANDS = frozenset({"cocok", "tidak_cocok"})

Id: TypeAlias = tuple[str, str, str, str]
"""A phrase: the role's slug, the section, the phrase and its core."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which facet does this phrase name? ``options`` are facets with their names and likeness, the best guess first."""

    id: Id
    role: str
    sentence: str
    options: tuple[tuple[str, str, float], ...]
    guess: str


@dataclass(slots=True)
class DraftedFacet:
    """A new facet: its words, the phrases that name it, and whether it is asked about.

    ``meant``: the author said that it is one of its own.
    """

    key: str
    kind: Kind
    name: str
    doing: str | None
    items: list[tuple[int, str]]
    roles: set[str]
    asked: bool = True
    concepts: list[Concept] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    meant: bool = False


@dataclass(slots=True)
class DraftedRole:
    """A role's content: each sentence with its phrases (facet → phrase, likeness), and the beliefs."""

    profile: Profile
    names: dict[str, list[dict[str, tuple[str, float]]]]
    statements: list[tuple[str, bool, str | None, list[str]]]


@dataclass(slots=True)
class Draft:
    """All that was made of some texts, and what of it is unsure; ``guessed`` are the questions without an answer."""

    roles: list[DraftedRole]
    facets: list[DraftedFacet]
    questions: list[Question]
    unmatched: list[tuple[str, Phrase]]
    guessed: list[Question]


def make_draft(  # noqa: PLR0913  # two limits that an author may set
    profiles: Sequence[Profile],
    known: Sequence[Known],
    decided: Mapping[Id, str] | None = None,
    *,
    most_items: int | None = None,
    duties: int | None = None,
    taken: Sequence[str] = (),
) -> Draft:
    """Role files' content for these texts.

    ``known`` are the pack's facets, ``decided`` what the author said to questions, ``most_items`` how long the new part
    of the form may become, ``duties`` how many duties of each role become statements (None: a few plain ones), and
    ``taken`` are keys that are in use besides.
    """
    decided = decided or {}
    made: list[DraftedFacet] = []
    index = Index()
    questions: list[Question] = []
    chosen: dict[int, list[tuple[str, float]]] = {}
    every = [(profile, phrase) for profile in profiles for phrase in profile.phrases]
    for profile, phrase in every:
        chosen[id(phrase)] = _choose(profile, phrase, known, made, index, decided, questions)
    renamed = _word(made, known, taken)
    chosen = {at: [(renamed.get(key, key), near) for key, near in found] for at, found in chosen.items()}
    questions = [_named(question, made) for question in questions]
    roles = [_role(profile, chosen, known, made) for profile in profiles]
    named = {key for role in roles for section in role.names.values() for names in section for key in names}
    made = [facet for facet in made if facet.key and facet.key in named]
    _cap(made, profiles, most_items, duties)
    unmatched = [(profile.name, phrase) for profile, phrase in every if not chosen[id(phrase)]]
    guessed = [question for question in questions if question.id not in decided]
    return Draft(roles, made, questions, unmatched, guessed)


def _choose(  # noqa: PLR0913, PLR0917  # what there is to choose from
    profile: Profile,
    phrase: Phrase,
    known: Sequence[Known],
    made: list[DraftedFacet],
    index: Index,
    decided: Mapping[Id, str],
    questions: list[Question],
) -> list[tuple[str, float]]:
    """The facets that a phrase names, each with its certainty; a new one is made where none is like it."""
    kind: Kind = "trait" if phrase.section in DEMANDS else "interest"
    told = concept(phrase)
    old = match(phrase, known)
    new = [
        (f"new:{nth}", max(likeness(told, one) for one in made[nth].concepts))
        for nth in index.near(told)
        if made[nth].kind == kind
    ]
    options = sorted([*old, *(one for one in new if one[1] >= FAINT)], key=lambda one: -one[1])[:4]
    best = options[0] if options else ("", 0.0)
    guess = best[0] if best[1] >= SURE else NEW
    here: Id = (profile.slug, phrase.section, phrase.text, phrase.core)
    if FAINT <= best[1] < FIRM:
        names = {facet.key: facet.name for facet in known}
        listed = tuple((key, names.get(key, key), near) for key, near in options if near >= FAINT)
        questions.append(Question(here, profile.name, phrase.sentence, listed, guess))
    answer = decided.get(here, guess)
    if answer == NONE:
        return []
    found = _answered(answer, options, known, made)
    if found is None:
        made.append(
            DraftedFacet(
                "", kind, "", None, [], {profile.slug}, concepts=[told], phrases=[phrase], meant=here in decided
            )
        )
        index.add(told, len(made) - 1)
        return [(f"new:{len(made) - 1}", 1.0 if here in decided else max(FIRM, 1.0 - best[1]))]
    certainty = 1.0 if here in decided else dict(options).get(found, 1.0)
    if found.startswith("new:"):
        facet = made[int(found[4:])]
        facet.roles.add(profile.slug)
        facet.concepts.append(told)
        facet.phrases.append(phrase)
        index.add(told, int(found[4:]))
        return [(found, certainty)]
    both = [
        one
        for one in old[:2]
        if one[0] != found and one[1] >= FIRM and phrase.section in DEMANDS and here not in decided
    ]
    return [(found, certainty), *both]


def _answered(
    answer: str, options: Sequence[tuple[str, float]], known: Sequence[Known], made: Sequence[DraftedFacet]
) -> str | None:
    """The facet of an answer; None where it is a new one, or one that there is no more."""
    if answer == NEW:
        return None
    if answer.startswith("new:"):
        return answer if int(answer[4:]) < len(made) else None
    return answer if answer in dict(options) or any(facet.key == answer for facet in known) else None


def _named(question: Question, made: Sequence[DraftedFacet]) -> Question:
    """A question with the names of new facets, which had none when it came up."""
    names = {f"new:{nth}": facet.name for nth, facet in enumerate(made)}
    options = tuple((key, names.get(key, name), near) for key, name, near in question.options)
    return Question(question.id, question.role, question.sentence, options, question.guess)


def _word(made: Sequence[DraftedFacet], known: Sequence[Known], taken: Sequence[str]) -> dict[str, str]:
    """Give new facets their words and keys, none of which stands for two; the keys by ``new:0``, ``new:1`` and so on.

    One that would be asked about in the words of a facet that there is already is that facet, unless the author said
    otherwise; then it has no statements of its own.
    """
    keys = {*taken, *(facet.key for facet in known)}
    names = {facet.name.casefold() for facet in known}
    said: dict[tuple[Kind, str], DraftedFacet | Known] = {
        (facet.kind, statement): facet for facet in known for statement in facet.said
    }
    keyed: dict[str, str] = {}
    for nth_made, facet in enumerate(made):
        words = worded(facet.phrases, facet.kind, shared=len(facet.roles) > 1)
        own = {one.casefold() for one in (words.yes, words.no) if one}
        same = next((said[facet.kind, one] for one in sorted(own) if (facet.kind, one) in said), None)
        if same is not None and not facet.meant:
            keyed[f"new:{nth_made}"], facet.name = same.key, same.name
            if isinstance(same, DraftedFacet):
                same.roles |= facet.roles
                same.phrases += facet.phrases
                same.concepts += facet.concepts
            continue
        name, nth = words.name, 2
        while name.casefold() in names:
            name, nth = f"{words.name} ({nth})", nth + 1
        names.add(name.casefold())
        key, nth = (base := _key(words.name)), 2
        while key in keys:
            key, nth = f"{base}-{nth}b", nth + 1
        keys.update({key, f"{key}-1", f"{key}-2"})
        keyed[f"new:{nth_made}"] = key
        facet.key, facet.name, facet.doing = key, name, words.doing
        if words.yes and words.no and same is None and words.yes != words.no:
            said |= {(facet.kind, one): facet for one in own}
            facet.items = [(1, words.yes), (-1, words.no)]
    return keyed


def _key(name: str) -> str:
    """A short key for a name: without small words where it is long, and one that YAML reads as text."""
    slug = slugged(name)[:LONGEST_KEY].strip("-")
    parts = (slug if slug[0].isalpha() and slug not in _NO_TEXT else f"faset-{slug}").split("-")
    if len(parts) > 3:
        parts = [
            part
            for part in parts
            if part
            not in {
                "yang",
                "dan",
                "dengan",
                "di",
                "ke",
                "pada",
                "dari",
                "untuk",
                "dalam",
                "terhadap",
                "tentang",
                "kepada",
            }
        ]
    return "-".join(parts[:4])


def _role(
    profile: Profile,
    chosen: Mapping[int, list[tuple[str, float]]],
    known: Sequence[Known],
    made: Sequence[DraftedFacet],
) -> DraftedRole:
    """A role's sentences with their phrases, and its beliefs."""
    names: dict[str, list[dict[str, tuple[str, float]]]] = {
        section: [{} for _ in held] for section, held in profile.sections.items()
    }
    for phrase in profile.phrases:
        at = profile.sections[phrase.section].index(phrase.sentence)
        for key, near in chosen[id(phrase)]:
            _name(names[phrase.section][at], key, phrase, near)
    asked = {facet.key for facet in known} | {facet.key for facet in made}
    for phrase in profile.mentions:
        at = profile.sections[phrase.section].index(phrase.sentence)
        told = concept(phrase)
        options = [
            *match(phrase, known),
            *((f.key, max(likeness(told, one) for one in f.concepts)) for f in made if profile.slug in f.roles),
        ]
        best = max(options, key=lambda one: one[1], default=("", 0.0))
        if best[1] >= FIRM and best[0] in asked:
            _name(names[phrase.section][at], best[0], phrase, best[1])
    return DraftedRole(profile, names, _statements(profile))


def _name(names: dict[str, tuple[str, float]], key: str, phrase: Phrase, near: float) -> None:
    """Note that a phrase names a facet; where another one of its sentence does, the stretch from one to the other."""
    if key not in names:
        names[key] = (phrase.text, near)
        return
    first, before = names[key]
    sentence = phrase.sentence
    begin = min(sentence.index(first), sentence.index(phrase.text))
    end = max(sentence.index(first) + len(first), sentence.index(phrase.text) + len(phrase.text))
    names[key] = (sentence[begin:end], min(before, near))


def _statements(profile: Profile) -> list[tuple[str, bool, str | None, list[str]]]:
    """Beliefs as statements that are true or not, each with the parts of sentences that say so."""
    found: list[tuple[str, bool, str | None, list[str]]] = []
    told: set[str] = set()
    for contrast in profile.contrasts:
        if not contrast.reality:
            continue
        said = _without_hearsay(statement(contrast.belief, profile.name))
        if said.casefold() not in told:
            told.add(said.casefold())
            found.append((said, False, contrast.belief, contrast.reality[:10]))
        true = reality(contrast.reality[0])
        if stands_alone(true):
            made = statement(true, profile.name)
            if made.casefold() not in told:
                told.add(made.casefold())
                found.append((made, True, None, [contrast.reality[0]]))
    return found[:50]


def _without_hearsay(said: str) -> str:
    """A belief said straight: "X dianggap hanya Y" → "X hanya Y"."""
    return bit("hearsay").sub("", said)


def _cap(made: Sequence[DraftedFacet], profiles: Sequence[Profile], most_items: int | None, duties: int | None) -> None:
    """Leave out of the form what is no plain question, or tells roles apart no better.

    What several roles demand is always asked about; of what is one role's alone, the plainest: ``OWN`` facets, or fewer
    where that is still more than ``most_items``, down to one of each role's own.
    """
    for own in range(max(OWN, duties or 0), 0, -1):
        asked = _asked(made, profiles, own, duties)
        if most_items is None or 2 * len(asked) <= most_items:
            break
    for facet in made:
        facet.asked = facet.key in asked


def _asked(made: Sequence[DraftedFacet], profiles: Sequence[Profile], own: int, duties: int | None) -> set[str]:
    """The facets that are asked about with at most so many of each role's own: traits first, but some ``duties``.

    Without ``duties``, as many that are easy to picture as make up for missing traits.
    """
    asked = {facet.key for facet in made if facet.kind == "trait" and len(facet.roles) > 1}
    least = min(DUTIES, own // 2)
    for profile in profiles:
        mine = [facet for facet in made if profile.slug in facet.roles and facet.key not in asked]
        traits = [facet for facet in mine if facet.kind == "trait"]
        traits = sorted(traits, key=lambda one: (not one.items, _hard(one) > STRANGE))[: min(own, OWN) - least]
        done = _by_hardness([facet for facet in mine if facet.kind == "interest"])
        if duties is None:
            plain = [facet for nth, (facet, hard) in enumerate(done) if nth < least or hard <= STRANGE]
            chosen = plain[: own - len(traits)]
        else:
            chosen = [facet for facet, _ in done[: min(duties, own)]]
        asked |= {facet.key for facet in (*traits, *chosen)}
    return asked


def _by_hardness(facets: Sequence[DraftedFacet]) -> list[tuple[DraftedFacet, int]]:
    """Duties and how hard each is to picture, the plainest first.

    What is done to the same thing as an earlier one tells a little less.
    """
    about = [objects(facet.phrases[0]) for facet in facets]
    hard = [_hard(facet) + (thing in about[:nth]) for nth, (facet, thing) in enumerate(zip(facets, about, strict=True))]
    return sorted(zip(facets, hard, strict=True), key=lambda one: (not one[0].items, one[1]))


def _hard(facet: DraftedFacet) -> int:
    return min(map(hardness, facet.phrases))
