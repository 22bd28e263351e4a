"""The profiles hold their sources word for word, and what they claim stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careerfit.core.model import SECTIONS, Pack
from careerfit.text import LANGUAGES, Lang, Text

SOURCES = sorted((Path(__file__).parent / "sources").glob("*.txt"))
LINES = {"duties": 3, "cocok": 2, "tidak_cocok": 1, "differences": 1}
"""How many lines each section takes in every source; all others belong to the expectations."""


def all_texts(pack: Pack) -> Iterator[tuple[str, Text]]:
    """Every text of a pack, with a word on where it stands."""
    yield "title", pack.title
    yield from ((f"scale {at}", label) for at, label in enumerate(pack.scale, start=1))
    yield from pack.families.items()
    for facet in pack.facets:
        yield from ((facet.key, facet.name), (facet.key, facet.doing))
        yield from ((item.key, item.text) for item in facet.items)
    for role in pack.roles:
        yield role.slug, role.name
        for sentence in role.sentences:
            yield role.slug, sentence.text
            yield from ((e.facet, e.phrase) for e in sentence.evidence)
        for belief in role.beliefs:
            yield from ((role.slug, text) for text in (belief.statement, *belief.reality))


def test_every_source_is_a_role(pack: Pack) -> None:
    """Each source has its profile, and no profile lacks a source."""
    assert [file.stem for file in SOURCES] == [role.slug for role in pack.roles]


@pytest.mark.parametrize("source", SOURCES, ids=lambda file: file.stem)
def test_profile_holds_every_sentence_in_order(pack: Pack, source: Path) -> None:
    """A profile's Indonesian sentences, one after another, are the source's lines: all of them, word for word."""
    assert source.read_text(encoding="utf-8").splitlines() == [s.text.id for s in pack.role(source.stem).sentences]


@pytest.mark.parametrize("source", SOURCES, ids=lambda file: file.stem)
def test_sections_follow_the_order_of_the_sources(pack: Pack, source: Path) -> None:
    """Three lines of duties, two of who fits, one of who does not, the expectations, and one of difference."""
    role = pack.role(source.stem)
    lines = len(source.read_text(encoding="utf-8").splitlines())
    expected = {**dict.fromkeys(SECTIONS, lines - sum(LINES.values())), **LINES}

    assert expected == {section: len(role.section(section)) for section in SECTIONS}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_phrase_stands_in_its_sentence(pack: Pack, lang: Lang) -> None:
    """What is quoted as evidence is there to be read, in both languages."""
    evidence = [(s, e) for role in pack.roles for s in role.sentences for e in s.evidence]

    assert [] == [e.phrase.pick(lang) for s, e in evidence if e.phrase.pick(lang) not in s.text.pick(lang)]
    assert all(e.quote == s.text for s, e in evidence)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_beliefs_and_realities_stand_in_the_expectations(pack: Pack, lang: Lang) -> None:
    """What the small true-or-not quiz quotes are the profile's own words."""
    strayed = [
        part.pick(lang)
        for role in pack.roles
        for belief in role.beliefs
        for part in (*([belief.belief] if belief.belief else []), *belief.reality)
        if not any(part.pick(lang) in sentence.text.pick(lang) for sentence in role.section("expectations"))
    ]

    assert [] == strayed


def test_every_role_has_true_and_untrue_beliefs(pack: Pack) -> None:
    """Nobody can get the true-or-not quiz right by always giving the same answer."""
    assert [{True, False}] * len(pack.roles) == [{belief.holds for belief in role.beliefs} for role in pack.roles]


def test_every_demand_sentence_names_a_facet(pack: Pack) -> None:
    """Every duty, and every sentence on who fits and who does not, is tied to a facet."""
    sections = ("duties", "cocok", "tidak_cocok")

    assert [] == [s.text.id for role in pack.roles for s in role.sentences if s.section in sections and not s.evidence]


def test_both_languages_everywhere(pack: Pack) -> None:
    """No text is missing, untidy or left untranslated; only short words may be the same in both languages."""
    untidy = [
        (where, text)
        for where, text in all_texts(pack)
        if any(t != " ".join(t.split()) or not t for t in (text.id, text.en))
    ]
    untranslated = [text.id for _, text in all_texts(pack) if text.id == text.en]

    assert ([], []) == (untidy, untranslated)


def test_no_text_holds_a_placeholder(pack: Pack) -> None:
    """Content is never a template: braces would be filled in, or shown, by mistake."""
    assert [] == [where for where, text in all_texts(pack) if set("{}") & set(text.id + text.en)]


def test_translations_are_about_as_long_as_their_originals(pack: Pack) -> None:
    """A translation of half or twice the length has lost or added something."""
    ratios = {s.text.id[:40]: len(s.text.en) / len(s.text.id) for role in pack.roles for s in role.sentences}

    assert {} == {words: ratio for words, ratio in ratios.items() if not 0.7 < ratio < 1.4}
