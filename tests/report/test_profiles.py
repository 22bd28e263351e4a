"""Profiles, comparisons and the reality check: what they hold and how it is worked out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.model import SECTIONS, Pack
from careerfit.report.views.apart import apart
from careerfit.report.views.compare import compare_view
from careerfit.report.views.marks import pieces
from careerfit.report.views.profile import profile_view
from careerfit.report.views.reality import reality_view
from careerfit.text import LANGUAGES, Lang

from .people import CENTRE, MANAGER


@given(st.text("ab ", max_size=12), st.lists(st.text("ab ", max_size=4), max_size=4))
def test_marks_lose_nothing(sentence: str, phrases: list[str]) -> None:
    """The pieces of a sentence are the sentence, and marked pieces hold every phrase that is in it."""
    found = pieces(sentence, phrases)
    assert sentence == "".join(piece.text for piece in found)
    marked = [piece.text for piece in found if piece.marked]
    assert all(any(p in text for text in marked) for p in phrases if p and p in sentence)
    assert all(a.marked != b.marked for a, b in pairwise(found))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_profile_holds_every_sentence(pack: Pack, lang: Lang) -> None:
    """Each sentence of each role is on its page, word for word, also where expectations stand beside realities."""
    for role in pack.roles:
        view = profile_view(pack, role, lang)
        told = [s.text for part in view.sections for s in part.sentences]
        pairs = [pair for part in view.sections for pair in part.pairs]
        beside = " ".join(" ".join([p.belief.text, *(r.text for r in p.reality)]) for p in pairs)
        for sentence in role.sentences:
            words = sentence.text.pick(lang)
            assert words in told or all(word in beside for word in words.split())


@pytest.mark.parametrize("section", SECTIONS)
def test_sections_can_be_chosen(pack: Pack, section: str) -> None:
    """A page of one section holds that section alone."""
    view = profile_view(pack, pack.roles[0], "id", [section])
    assert [section] == [part.key for part in view.sections]
    assert view.apart is None


def test_expectations_that_do_not_pair_up_are_told_as_they_are(pack: Pack) -> None:
    """Where beliefs leave out a part of the section, its sentences stand whole."""
    role = pack.roles[0]._replace(beliefs=pack.roles[0].beliefs[:1])
    (section,) = profile_view(pack, role, "id", ["expectations"]).sections
    assert () == section.pairs
    assert [s.text.id for s in role.section("expectations")] == [s.text for s in section.sentences]


def test_every_facet_of_a_section_is_named(pack: Pack) -> None:
    """Each facet that a sentence names stands under it."""
    for role in pack.roles:
        for part in profile_view(pack, role, "id").sections:
            shown = [*part.sentences, *(s for pair in part.pairs for s in (pair.belief, *pair.reality))]
            named = {name for sentence in shown for name in sentence.facets}
            expected = {pack.facet(e.facet).name.id for s in role.section(part.key) for e in s.evidence}
            assert expected == named


def test_what_sets_a_role_apart(pack: Pack) -> None:
    """What only one role asks for, what weighs more in it, and what only others ask for, never overlap."""
    found = apart(pack, pack.role(CENTRE), "id")
    only = [one.facet for one in found.only]
    assert ["Mengoordinasikan tim", "Bertemu langsung dengan klien"] == only
    assert "“" not in found.only[0].phrase
    assert set() == set(only) & set(found.more) | set(found.more) & set(found.less) | set(only) & set(found.less)
    assert 4 == found.others


def test_a_comparison_shows_each_unshared_facet_once(pack: Pack) -> None:
    """A facet that any of the roles asks for stands once: among what is alike, or among what differs."""
    view = compare_view(pack, [CENTRE, MANAGER], "id")
    different = [demand.facet for group in view.groups for demand in group.demands]
    rows = {
        f.name.id: [pack.relevance[pack.role_index[r]][t] for r in (CENTRE, MANAGER)]
        for t, f in enumerate(pack.facets)
        if f.key not in pack.shared
    }
    assert {name for name, row in rows.items() if row[0] != row[1]} == set(different)
    assert len(different) == len(set(different))
    alike = {name for name, row in rows.items() if row[0] == row[1] > 0}
    assert alike <= {name.removesuffix(" (sedikit)") for name in view.same}


def test_signs_say_what_words_say(pack: Pack) -> None:
    """Each sign has its word, so that the table can be read aloud."""
    view = compare_view(pack, [role.slug for role in pack.roles], "id")
    said = {(s, w) for group in view.groups for d in group.demands for s, w in zip(d.signs, d.said, strict=True)}
    assert {("●", "diminta"), ("◐", "sedikit diminta"), ("·", "tidak disebut")} == said


def test_reality_checks_count_what_was_answered(pack: Pack) -> None:
    """Right ones are counted out of those answered; skipped ones are told without a verdict."""
    role = pack.role(CENTRE)
    truth = [belief.holds for belief in role.beliefs]
    view = reality_view(role, [truth[0], not truth[1]], "id")
    assert [True, False, None, None] == [check.right for check in view.checks]
    assert "1 dari 2 tepat." == view.sum
    assert "" == reality_view(role, [], "id").sum
