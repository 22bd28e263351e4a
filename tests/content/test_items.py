"""The items of the shipped pack keep to the rules of their wording, as far as a program can see."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from careerfit.core.model import Pack
from careerfit.core.relevance import family_items
from careerfit.pack.load import check_pack
from careerfit.text import LANGUAGES, Lang

MOST_WORDS = 15
FIRST_PERSON = {"id": r"\bsaya\b|\w+ku\b", "en": r"\b(I|me|my|myself)\b"}
ABSOLUTES = {"id": r"\b(selalu|tidak pernah|semua orang selalu)\b", "en": r"\b(always|never)\b"}
NEGATIONS = {
    "id": r"\b(tidak|tak|bukan|kurang|jarang|belum|enggan)\b",
    "en": r"\b(not|no|never|rarely|seldom|hardly|less|without)\b|n't\b",
}


def breaking(pack: Pack, lang: Lang, pattern: str, *, keyed: tuple[int, ...] = (1, -1)) -> list[str]:
    """The items in whose statement the pattern is found."""
    return [
        item.key
        for item in pack.items
        if item.keyed in keyed and re.search(pattern, item.text.pick(lang), re.IGNORECASE)
    ]


def test_about_seventy_two_items(pack: Pack) -> None:
    """The full form is as long as it was tried with."""
    assert 70 <= len(pack.items) <= 76


def test_two_items_a_facet_one_of_each_key(pack: Pack) -> None:
    """Every facet has a positive and a reversed item; communication, which breaks deals by itself, two of each."""
    counts = {facet.key: Counter(item.keyed for item in facet.items) for facet in pack.facets}

    assert {"komunikasi": {1: 2, -1: 2}} == {key: count for key, count in counts.items() if count != {1: 1, -1: 1}}


def test_deal_breaker_families_have_four_items(pack: Pack) -> None:
    """The families on which the whole field can fail are empathy and communication, each with at least four items."""
    assert ("empati", "komunikasi") == pack.breakers
    assert [8, 4] == [len(family_items(pack.facets, family)) for family in pack.breakers]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_items_are_short(pack: Pack, lang: Lang) -> None:
    """At most fifteen words: read once, answered."""
    assert {} == {
        item.key: item.text.pick(lang) for item in pack.items if len(item.text.pick(lang).split()) > MOST_WORDS
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_items_speak_in_the_first_person(pack: Pack, lang: Lang) -> None:
    """Each statement is one that a person says of themselves."""
    spoken = breaking(pack, lang, FIRST_PERSON[lang])

    assert [] == [item.key for item in pack.items if item.key not in spoken]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_items_are_statements(pack: Pack, lang: Lang) -> None:
    """One sentence, from a capital letter to its full stop."""
    assert [] == [i.key for i in pack.items if not re.fullmatch(r"[A-Z][^.!?]*\.", i.text.pick(lang))]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_items_have_no_absolutes(pack: Pack, lang: Lang) -> None:
    """Nobody does anything always or never, and nobody could agree."""
    assert [] == breaking(pack, lang, ABSOLUTES[lang])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_reversed_items_are_reversed_by_meaning(pack: Pack, lang: Lang) -> None:
    """A reversed item says the opposite, instead of denying: disagreeing with a denial is hard to read."""
    assert [] == breaking(pack, lang, NEGATIONS[lang], keyed=(-1,))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_items_do_not_give_their_facet_away(pack: Pack, lang: Lang) -> None:
    """No statement names its facet, or a role."""
    given = [
        item.key
        for item in pack.items
        for name in (pack.facet(item.facet).name, *(role.name for role in pack.roles))
        if name.pick(lang).casefold() in item.text.pick(lang).casefold()
    ]

    assert [] == given


@pytest.mark.parametrize("lang", LANGUAGES)
def test_duel_options_are_alike_in_form(pack: Pack, lang: Lang) -> None:
    """Options begin with a verb and are of one length, so that only what they say decides."""
    verb = {"id": r"Me\w+ ", "en": r"\w+ing "}[lang]

    assert [] == [f.doing.pick(lang) for f in pack.facets if not re.match(verb, f.doing.pick(lang))]
    assert all(5 <= len(facet.doing.pick(lang).split()) <= 10 for facet in pack.facets)


def test_check_finds_nothing_left_and_tells_which_families_stand_at_the_edge() -> None:
    """The shipped pack has no errors and no warnings; families that are barely shared, or barely not, are noted."""
    report = check_pack()

    assert ((), ()) == (report.errors, report.warnings)
    assert {
        "families.kerja-sama-pihak": "(3.5 of 3.5)",
        "families.kepemimpinan": "(3 of 3.5)",
        "families.keputusan-tepat": "(3 of 3.5)",
        "families.evaluasi-program": "(3 of 3.5)",
        "families.pengawasan-program": "(4 of 3.5)",
    } == {re.sub(r".*:\d+: ", "", note.where): re.search(r"\(.*? of .*?\)", note.what.en)[0] for note in report.notes}
