"""Profiles, comparisons and the reality check: what they hold and how it is worked out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.model import SECTIONS, Pack
from careerfit.report.blocks import Item, Page, Pair, Paragraph, Part, Section, Sentence, Table, pieces
from careerfit.report.views.compare import compare_page
from careerfit.report.views.profile import profile_page
from careerfit.report.views.reality import reality_section, total_page
from careerfit.text import LANGUAGES, Lang

from .pages import blocks_of, words_of
from .people import CENTRE, MANAGER


@given(st.text("ab ", max_size=12), st.lists(st.text("ab ", max_size=4), max_size=4))
def test_marks_lose_nothing(sentence: str, phrases: list[str]) -> None:
    """The pieces of a sentence are the sentence, and marked pieces hold every phrase that is in it."""
    found = pieces(sentence, phrases)
    assert sentence == "".join(piece.text for piece in found)
    marked = [piece.text for piece in found if piece.marked]
    assert all(any(p in text for text in marked) for p in phrases if p and p in sentence)
    assert all(a.marked != b.marked for a, b in pairwise(found))


def told(section: Section) -> list[Sentence]:
    """All sentences of a section, those that stand side by side too."""
    pairs = [part for one in section.blocks if isinstance(one, Pair) for part in (*one.left, *one.right)]
    return [one for one in [*section.blocks, *pairs] if isinstance(one, Sentence)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_profile_holds_every_sentence(pack: Pack, lang: Lang) -> None:
    """Each sentence of each role is on its page, word for word, also where expectations stand beside realities."""
    for role in pack.roles:
        shown = [words_of(one) for section in profile_page(pack, role, lang).sections for one in told(section)]
        beside = " ".join(shown).split()
        for sentence in role.sentences:
            words = sentence.text.pick(lang)
            assert words in shown or set(words.split()) <= set(beside)


@pytest.mark.parametrize("section", SECTIONS)
def test_sections_can_be_chosen(pack: Pack, section: str) -> None:
    """A page of one section holds that section alone."""
    page = profile_page(pack, pack.roles[0], "id", [section])
    assert [section] == [part.key for part in page.sections]


def test_expectations_that_do_not_pair_up_are_told_as_they_are(pack: Pack) -> None:
    """Where beliefs leave out a part of the section, its sentences stand whole."""
    role = pack.roles[0]._replace(beliefs=pack.roles[0].beliefs[:1])
    (section,) = profile_page(pack, role, "id", ["expectations"]).sections
    assert [s.text.id for s in role.section("expectations")] == [
        words_of(s) for s in section.blocks if isinstance(s, Sentence)
    ]


def test_every_facet_of_a_section_is_named(pack: Pack) -> None:
    """Each facet that a sentence names stands under it."""
    for role in pack.roles:
        for part in profile_page(pack, role, "id", SECTIONS).sections:
            named = {name for sentence in told(part) for name in sentence.facets}
            expected = {pack.facet(e.facet).name.id for s in role.section(part.key) for e in s.evidence}
            assert expected == named


def test_what_sets_a_role_apart(pack: Pack) -> None:
    """What only one role asks for, what weighs more in it, and what only others ask for, never overlap."""
    page = profile_page(pack, pack.role(CENTRE), "id")
    (title,) = (section.title for section in page.sections if section.key == "apart")
    parts = [block for block in blocks_of(page, "apart") if isinstance(block, Part)]
    only = [one.name for one in parts[0].blocks if isinstance(one, Item)]
    more, less = (line.text.split(" · ") for part in parts[1:3] for line in part.blocks if isinstance(line, Paragraph))
    assert ["Mengoordinasikan tim", "Bertemu langsung dengan klien"] == only
    assert set() == set(only) & set(more) | set(more) & set(less) | set(only) & set(less)
    assert "empat peran lainnya" in title


def tables(page: Page) -> list[Table]:
    """The tables of a comparison."""
    return [block for block in blocks_of(page, "different") if isinstance(block, Table)]


def test_a_comparison_shows_each_facet_once(pack: Pack) -> None:
    """A facet that any of the roles asks for stands once: among what is alike, or among what differs."""
    page = compare_page(pack, [CENTRE, MANAGER], "id")
    different = [row[0] for table in tables(page) for row in table.rows]
    rows = {
        f.name.id: [pack.relevance[pack.role_index[r]][t] for r in (CENTRE, MANAGER)] for t, f in enumerate(pack.facets)
    }
    assert {name for name, row in rows.items() if row[0] != row[1]} == set(different)
    assert len(different) == len(set(different))
    (alike,) = blocks_of(page, "same")
    assert isinstance(alike, Paragraph)
    named = {name.removesuffix(" (sedikit)") for name in alike.text.split(" · ")}
    assert {name for name, row in rows.items() if row[0] == row[1] > 0} == named


def test_signs_say_what_words_say(pack: Pack) -> None:
    """Each sign has its word, so that the table can be read aloud, and its explanation above the tables."""
    page = compare_page(pack, [role.slug for role in pack.roles], "id")
    signs = [cell for table in tables(page) for row in table.rows for cell in row[1:]]
    said = [cell for table in tables(page) for row in table.told for cell in row[1:]]
    expected = {("●", "diminta"), ("◐", "sedikit diminta"), ("·", "tidak disebut")}
    assert expected == set(zip(signs, said, strict=True))
    assert expected == {(one.mark, one.said) for one in blocks_of(page, "different") if isinstance(one, Item)}


def test_reality_checks_count_what_was_answered(pack: Pack) -> None:
    """Right ones are counted out of those answered; skipped ones are told without a verdict."""
    role = pack.role(CENTRE)
    truth = [belief.holds for belief in role.beliefs]
    section = reality_section(role, [truth[0], not truth[1]], "id")
    *checks, total = [block.blocks[0] for block in section.blocks if isinstance(block, Part)]
    assert ["▲", "▼", "·", "·"] == [one.mark for one in checks if isinstance(one, Item)]
    assert Paragraph("1 dari 2 jawabanmu sesuai dengan profilnya.", "strong") == total


def test_a_check_without_answers_says_so(pack: Pack) -> None:
    """Where every statement was passed over, that is what is told, and nothing is counted."""
    section = reality_section(pack.role(CENTRE), [], "id")
    assert Part("", (Paragraph("Semua pernyataan kamu lewati.", "strong"),)) == section.blocks[-1]


def test_a_role_without_misconceptions_says_so(pack: Pack) -> None:
    """A profile that mentions no misconceptions has no check, and the page says why."""
    page = total_page(pack.role(CENTRE)._replace(beliefs=()), [], "id")
    assert (Paragraph("Profil ini tidak menyebut anggapan keliru apa pun."),) == page.lead
