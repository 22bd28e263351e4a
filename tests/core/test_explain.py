"""Why, why not, and alerts: nothing said that is not so, nothing left out that must be said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core import explain
from careerfit.core.explain import ALERT_RATING, alerts, marks, runner_up
from careerfit.core.model import Answers, Evidence, Pack, Role, Sentence
from careerfit.core.results.result import evaluate
from careerfit.core.scoring import Contribution, Ranked, facet_values
from careerfit.text import Text

from .build import facet, pack_of, role, strengths
from .strategies import MANY, SOME, Someone, packs, people


def three() -> Pack:
    """Three roles with a shared facet and four that tell them apart."""
    facets = [facet("umum"), facet("a"), facet("b"), facet("c"), facet("d")]
    rows = {"p": (1, 1, 0.5, 0, 0), "q": (1, 0, 1, 0.5, 0), "r": (1, 0, 0, 1, 1)}
    return pack_of(facets, rows, {"p": {"umum", "a"}, "q": {"umum", "c"}, "r": {"d"}})


def ranked(pack: Pack, slug: str, **values: int) -> Ranked:
    """A role's place for someone whose facets are as strong as this."""
    return next(place for place in evaluate(pack, strengths(pack, values)).ranking if place.role == slug)


def keys(parts: tuple[Contribution, ...]) -> list[str]:
    """The facets of contributions."""
    return [part.facet for part in parts]


def test_reasons() -> None:
    """Reasons are the unshared facets that a role asks for and that add to its score, strongest first."""
    pack = three()

    assert ["a", "b"] == keys(explain.reasons(pack, ranked(pack, "p", umum=5, a=5, b=4, c=1, d=1)))
    assert ["b"] == keys(explain.reasons(pack, ranked(pack, "p", umum=5, a=2, b=4, c=1, d=1)))
    assert [] == keys(explain.reasons(pack, ranked(pack, "p", umum=5, a=3, b=3, c=1, d=1)))


def test_against() -> None:
    """Against a role speak the facets that it asks for, shared ones too, and that take from its score."""
    pack = three()

    assert ["umum", "a"] == keys(explain.against(ranked(pack, "p", umum=1, a=2, b=4, c=5, d=5)))
    assert [] == keys(explain.against(ranked(pack, "p", umum=3, a=3, b=3, c=5, d=5)))


def test_elsewhere() -> None:
    """Strong elsewhere are the unshared facets that a role does not ask for and that take from it by being high."""
    pack = three()

    assert ["c", "d"] == keys(explain.elsewhere(ranked(pack, "p", umum=5, a=1, b=1, c=5, d=4)))
    assert [] == keys(explain.elsewhere(ranked(pack, "p", umum=5, a=5, b=5, c=3, d=2)))


def test_weakest() -> None:
    """The answered facets that a role asks for, shared ones too, from the weakest on."""
    pack = three()

    assert ["b", "umum", "a"] == keys(explain.weakest(ranked(pack, "p", umum=3, a=4, b=1, c=1, d=1)))
    assert ["umum"] == keys(explain.weakest(ranked(pack, "p", umum=3, c=1)))


@given(people())
@SOME
def test_every_reason_is_what_it_says(someone: Someone) -> None:
    """Each list holds all facets that it is about and no other, for any answers."""
    pack, answers = someone
    for place in evaluate(pack, answers).ranking:
        row = pack.relevance[pack.role_index[place.role]]
        known = place.contributions
        wanted = {key for key, t in pack.facet_index.items() if row[t]}
        unshared = {key for key in pack.facet_index if key not in pack.shared}
        for_it = {c.facet for c in known if c.facet in wanted & unshared and c.points > 0}
        against_it = {c.facet for c in known if c.facet in wanted and c.points < 0}
        otherwise = {c.facet for c in known if c.facet in unshared - wanted and c.points < 0 and c.value > 3}

        assert for_it == set(keys(explain.reasons(pack, place)))
        assert against_it == set(keys(explain.against(place)))
        assert otherwise == set(keys(explain.elsewhere(place)))
        assert wanted & {c.facet for c in known} == set(keys(explain.weakest(place)))


@given(people())
@SOME
def test_the_weightiest_comes_first(someone: Someone) -> None:
    """Lists begin with what weighs most: reasons with most points, the others with most taken, or with the weakest."""
    pack, answers = someone
    for place in evaluate(pack, answers).ranking:
        for part, ordered in (
            (explain.reasons, [-c.points for c in explain.reasons(pack, place)]),
            (explain.against, [c.points for c in explain.against(place)]),
            (explain.elsewhere, [c.points for c in explain.elsewhere(place)]),
            (explain.weakest, [c.value for c in explain.weakest(place)]),
        ):
            assert sorted(ordered) == ordered, part


def test_marks_by_hand() -> None:
    """What sets a role apart is what it asks for more than the others on average, by how much more; nothing shared."""
    facets = [facet("umum"), facet("a"), facet("b"), facet("c")]
    pack = pack_of(facets, {"p": (1, 1, 0.5, 0), "q": (1, 0, 0.5, 1), "r": (0.5, 0, 0, 0.5)})

    assert [
        (("a", 1, 1, True), ("b", 0.5, 0.25, False)),
        (("c", 1, 0.75, False), ("b", 0.5, 0.25, False)),
        (),
    ] == [marks(pack, k) for k in range(3)]


def test_marks_among_rivals() -> None:
    """Among some rivals only these count, whether or not the role itself is named among them."""
    pack = three()

    assert (("a", 1, 1, True),) == marks(pack, 0, [1])
    assert (("b", 1, 0.5, False), ("c", 0.5, 0.5, True)) == marks(pack, 1, [0]) == marks(pack, 1, [0, 1])
    assert (("a", 1, 1, True), ("b", 0.5, 0.5, True)) == marks(pack, 0, [2])


def test_marks_of_one_role() -> None:
    """A role without rivals is set apart by all that it asks for, as long as that is not shared."""
    facets = [facet("a"), facet("b"), facet("c")]
    pack = pack_of(facets, {"p": (0.5, 0.5, 1)})

    assert {"c"} == pack.shared
    assert (("a", 0.5, 0.5, True), ("b", 0.5, 0.5, True)) == marks(pack, 0)


@given(packs(), st.data())
@MANY
def test_marks_are_more_than_the_others(pack: Pack, data: st.DataObject) -> None:
    """A facet is a mark of a role just where it is not shared and its lead over the rivals' mean is above nothing."""
    rivals = data.draw(st.lists(st.sampled_from(range(len(pack.roles))), min_size=1, unique=True))
    for k, row in enumerate(pack.relevance):
        others = [pack.relevance[m] for m in rivals if m != k] or [[0.0] * len(pack.facets)]
        lead = {key: row[t] - sum(other[t] for other in others) / len(others) for key, t in pack.facet_index.items()}
        found = marks(pack, k, rivals)

        assert {key for key, by in lead.items() if by > 1e-12 and key not in pack.shared} == {m.facet for m in found}
        assert [lead[m.facet] for m in found] == pytest.approx([m.lead for m in found])
        assert list(found) == sorted(found, key=lambda m: (-m.lead, pack.facet_index[m.facet]))
        assert [row[pack.facet_index[m.facet]] for m in found] == [m.relevance for m in found]
        assert [m.alone for m in found] == [
            all(other[pack.facet_index[m.facet]] == 0 for other in others) for m in found
        ]


# Alerts


@given(people(duels=True))
@MANY
def test_alerts_are_exactly_the_low_ones(someone: Someone) -> None:
    """Alerts stand for just those answered facets of 2.0 or less that a tidak cocok sentence of the role names."""
    pack, answers = someone
    values = facet_values(pack, answers)
    expected = {
        (one.slug, key)
        for one in pack.roles
        for key, t in pack.facet_index.items()
        if any(e.facet == key for s in one.section("tidak_cocok") for e in s.evidence)
        and values[t].count
        and values[t].rating <= 2.0 + 1e-9
    }
    found = alerts(pack, values)

    assert expected == {(alert.role, alert.facet) for alert in found}
    assert len(expected) == len(found)
    for alert in found:
        assert alert.value == values[pack.facet_index[alert.facet]].rating
        assert "tidak_cocok" == alert.evidence.section
        assert alert.facet == alert.evidence.facet
        assert alert.evidence.quote in {s.text for s in pack.role(alert.role).section("tidak_cocok")}


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        ({"umum-1": 2}, [("p", "umum"), ("q", "umum")]),
        ({"umum-1": 2, "umum-2": 3}, []),
        ({"umum-1": 1, "umum-2": 3}, [("p", "umum"), ("q", "umum")]),
        ({"a-1": 1, "b-1": 1, "c-1": 1, "d-1": 1}, [("p", "a"), ("q", "c"), ("r", "d")]),
        ({"umum-2": 5}, [("p", "umum"), ("q", "umum")]),
        ({}, []),
    ],
)
def test_alerts_by_hand(responses: dict[str, int], expected: list[tuple[str, str]]) -> None:
    """Alerts come role by role at 2.0 and below; nothing unanswered alerts."""
    assert 2.0 == ALERT_RATING
    assert expected == [
        (alert.role, alert.facet) for alert in alerts(three(), facet_values(three(), Answers(responses)))
    ]


def test_one_alert_a_facet() -> None:
    """A facet that tidak cocok names twice alerts once, with the sentence that names it first."""
    sabar, lain = facet("sabar"), facet("lain")

    def named(number: int) -> Sentence:
        quote = Text(f"Kalimat {number}.", f"Sentence {number}.")
        return Sentence("tidak_cocok", quote, (Evidence("sabar", "tidak_cocok", quote, quote, 1.0),))

    twice = Role("p", Text("P", "P"), (*role("p", [sabar, lain], (1, 0)).sentences, named(1), named(2)))
    plain = pack_of([sabar, lain], {"p": (1, 0), "q": (0, 1)})
    pack = plain._replace(roles=(twice, plain.roles[1]))

    assert ["Sentence 1."] == [a.evidence.quote.en for a in alerts(pack, facet_values(pack, Answers({"sabar-1": 1})))]


# The runner-up


@given(people())
@MANY
def test_the_gap_is_the_sum_of_its_parts(someone: Someone) -> None:
    """The gap between the first two roles is exactly what its parts add up to; the weightiest of them comes first."""
    ranking = evaluate(*someone).ranking
    found = runner_up(ranking)

    assert ranking[1].role == found.role
    assert ranking[0].score - ranking[1].score == found.gap
    parts = sum(part.points for part in found.contributions) + (found.unanswered or 0.0)
    assert found.gap == pytest.approx(parts, abs=1e-9)
    assert (found.unanswered is None) == (ranking[0].unanswered is None)
    weights = [abs(part.points) for part in found.contributions]
    assert sorted(filter(None, weights), reverse=True) == weights


def test_runner_up_by_hand() -> None:
    """The parts are what each facet adds to the one more than to the other, weightiest first, and all others' sum."""
    pack = three()
    ranking = evaluate(pack, strengths(pack, {"umum": 5, "a": 5, "b": 4})).ranking
    found = runner_up(ranking)
    first, second = ({c.facet: c.points for c in place.contributions} for place in ranking[:2])

    assert (["a", "b"], "q") == (keys(found.contributions), found.role)
    assert [first[key] - second[key] for key in ("a", "b")] == [part.points for part in found.contributions]
    assert (ranking[0].unanswered or 0) - (ranking[1].unanswered or 0) == found.unanswered != 0
    assert [5.0, 4.0] == [part.value for part in found.contributions]
    assert [pack.role("p").evidence("a"), pack.role("p").evidence("b")] == [p.evidence for p in found.contributions]
