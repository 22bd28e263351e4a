"""Everything that a report says traces back to an answer and to a sentence."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

import pytest

from careerfit.core.model import Pack
from careerfit.core.result import Result
from careerfit.core.scoring import keyed_response
from careerfit.report.views.answers import answer_views
from careerfit.report.views.marks import Piece
from careerfit.report.views.reasons import Quote, Reason
from careerfit.report.views.result import result_view
from careerfit.report.views.separating import Mark, Side
from careerfit.text import LANGUAGES, Lang

from .people import reality_of


def walk(value: object) -> Iterator[object]:
    """Every value within a value."""
    yield value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for one in dataclasses.fields(value):
            yield from walk(getattr(value, one.name))
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from walk(part)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for part in value:
            yield from walk(part)


def sentences(pack: Pack, role: str, lang: Lang) -> set[str]:
    """All sentences of a role's profile."""
    return {sentence.text.pick(lang) for sentence in pack.role(role).sentences}


def slug_of(pack: Pack, name: str, lang: Lang) -> str:
    """The role of that name."""
    return next(role.slug for role in pack.roles if role.name.pick(lang) == name)


def joined(pieces: Sequence[Piece]) -> str:
    """Pieces as the sentence that they are."""
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_quote_of_the_document_is_in_its_profile(result: Result, lang: Lang) -> None:
    """Each quote in the JSON stands in the profile of its role, and each phrase in its quote."""
    document = result.to_dict(lang)
    seen = 0
    for place in document["ranking"]:  # type: ignore[attr-defined]
        for evidence in (e for c in place["contributions"] for e in c["evidence"]):
            assert evidence["quote"] in sentences(result.pack, place["role"], lang)
            assert evidence["phrase"] in evidence["quote"]
            seen += 1
    for alert in document["field"]["alerts"]:  # type: ignore[index]
        assert alert["quote"] in sentences(result.pack, alert["role"], lang)
    assert seen > 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_quote_of_the_view_is_in_its_profile(result: Result, lang: Lang) -> None:
    """Each sentence that any report quotes stands in the profile that it names; its mark is the phrase."""
    view = result_view(result, lang, reality=reality_of(result))
    for quote in (one for one in walk(view) if isinstance(one, Quote)):
        assert quote.text in sentences(result.pack, slug_of(result.pack, quote.role, lang), lang)
        assert [quote.phrase] == [piece.text for piece in quote.pieces if piece.marked]
    for side in (one for one in walk(view) if isinstance(one, Side)):
        known = sentences(result.pack, slug_of(result.pack, side.role, lang), lang)
        assert {joined(pieces) for pieces in side.own_words} <= known
        assert all(any(mark.phrase in sentence for sentence in known) for mark in side.marks)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_answer_in_the_view_was_given(result: Result, lang: Lang) -> None:
    """The numbers behind a facet are the person's own answers to its items, reversed ones turned round."""
    view = result_view(result, lang)
    facets = {facet.name.pick(lang): facet for facet in result.pack.facets}
    given = result.answers.responses
    for one in (one for one in walk(view) if isinstance(one, Reason | Mark)):
        items = [item for item in facets[one.facet].items if item.key in given]
        expected = [str(keyed_response(item, given[item.key])) for item in items]
        assert expected == [said for said in one.answers.split(", ") if said.isdigit()]


def test_every_item_is_listed_with_its_answer(result: Result) -> None:
    """The list of answers holds every item, with the response as it was given."""
    listed = {view.statement: view.response[0] for view in answer_views(result, "id")}
    given = result.answers.responses
    assert {i.text.id: str(given.get(i.key, "–")) for i in result.pack.items} == listed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_gap_adds_up(result: Result, lang: Lang) -> None:
    """What is told of the gap and the rest are the whole gap, as far as one decimal shows."""
    view = result_view(result, lang)
    if view.why_not is None:
        assert result.verdict.kind != "clear"
        return
    told = [reason.points for group in view.why_not.groups for reason in group.facets]
    rest = view.why_not.rest.split()[-2]
    numbers = [float(text.replace("−", "-").replace(",", ".")) for text in [*told, rest]]
    assert abs(result.runner_up.gap - sum(numbers)) < 0.05 * (len(numbers) + 1)
