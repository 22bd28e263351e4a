"""Everything that a report says traces back to an answer and to a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest

from careerfit.core.model import Pack
from careerfit.core.results.result import Result
from careerfit.core.scoring import keyed_response
from careerfit.report.blocks import Item, Paragraph, Quote
from careerfit.report.views.result.page import result_page
from careerfit.text import LANGUAGES, Lang

from .pages import blocks_of, words_of
from .people import reality_of


def walk(value: object) -> Iterator[object]:
    """Every value within a value."""
    yield value
    if isinstance(value, Sequence) and not isinstance(value, str):
        for part in value:
            yield from walk(part)


def sentences(pack: Pack, role: str, lang: Lang) -> set[str]:
    """All sentences of a role's profile."""
    return {sentence.text.pick(lang) for sentence in pack.role(role).sentences}


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
def test_every_quote_of_the_page_is_in_a_profile(result: Result, lang: Lang) -> None:
    """Each sentence that a report quotes stands in a profile, its role's where one is named, and holds its phrase."""
    of = {role.name.pick(lang): sentences(result.pack, role.slug, lang) for role in result.pack.roles}
    parts = {part.pick(lang) for role in result.pack.roles for belief in role.beliefs for part in belief.reality}
    everywhere = set.union(*of.values(), parts)
    quotes = [one for one in walk(result_page(result, lang, checks=reality_of(result))) if isinstance(one, Quote)]
    assert [] == [words_of(one) for one in quotes if words_of(one) not in of.get(one.source, everywhere)]
    assert [] == [one.phrase for one in quotes if one.phrase not in words_of(one)]
    assert len(quotes) > 1 or result.verdict.kind == "unclear"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_answer_on_the_page_was_given(result: Result, lang: Lang) -> None:
    """The numbers behind a facet are the person's own answers to its items, reversed ones turned round."""
    facets = {facet.name.pick(lang): facet for facet in result.pack.facets}
    given = result.answers.responses
    told = [one for one in walk(result_page(result, lang)) if isinstance(one, Item) and one.name in facets]
    assert told
    for one in told:
        items = [item for item in facets[one.name].items if item.key in given]
        expected = [str(keyed_response(item, given[item.key])) for item in items]
        assert expected == re.findall(r"\d", one.said)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_gap_adds_up(results: dict[str, Result], lang: Lang) -> None:
    """What is told of the gap and the rest are the whole gap, as far as one decimal shows."""
    result = results["clear"]
    why_not = blocks_of(result_page(result, lang), "why_not")
    told = [inner.said for one in why_not if isinstance(one, Item) for inner in one.under if isinstance(inner, Item)]
    (rest,) = [one.text for one in why_not if isinstance(one, Paragraph) and one.tone == "quiet"]
    numbers = [float(text.split()[-2].replace("−", "-").replace(",", ".")) for text in [*told, rest]]
    assert len(told) > 1
    assert abs(result.runner_up.gap - sum(numbers)) < 0.05 * (len(numbers) + 1)
