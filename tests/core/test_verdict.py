"""The verdict: what can honestly be said of someone's answers."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.confidence import MISFIT_MEAN, Breaker, Verdict, misfitting, verdict
from careerfit.core.model import Answers, Pack
from careerfit.core.results.result import evaluate
from careerfit.pack import load_pack
from careerfit.simulation.respondents import decisive

from .build import PAIR, facet, pack_of, strengths
from .strategies import MANY, SOME, Someone, packs, people

FOUR = (1, -1, 1, -1)
MIXED = Answers({"umum-1": 5, "a-1": 1})
FINE = {"umum": (4.0, 4), "lain": (4.0, 4)}


def five() -> Pack:
    """Five roles with two families that all tidak cocok sentences name, and a facet of its own each."""
    facets = [facet("umum", keys=FOUR), facet("lain", keys=FOUR), *(facet(letter) for letter in "abcde")]
    rows = {f"peran-{n}": (1, 1, *(1 if n == m else 0 for m in range(5))) for n in range(5)}
    return pack_of(facets, rows, dict.fromkeys(rows, ("umum", "lain")))


def said(
    chances: tuple[float, ...] = (0.9, 0.1, 0, 0, 0),
    answers: Answers = MIXED,
    means: dict[str, tuple[float | None, int]] | None = None,
    flags: tuple[str, ...] = (),
) -> Verdict:
    """The verdict on these probabilities, answers, family means and flags."""
    own: dict[str, tuple[float | None, int]] = dict.fromkeys("abcde", (1.0, 4))
    return verdict(five(), answers, {**own, **FINE, **(means or {})}, chances, flags)


def roles(*numbers: int) -> tuple[str, ...]:
    """The slugs of the roles of these numbers."""
    return tuple(f"peran-{n}" for n in numbers)


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ((0.8, 0.05, 0.05, 0.05, 0.05), Verdict("clear", roles(0), 0.8)),
        ((0.05, 0.05, 0.8, 0.05, 0.05), Verdict("clear", roles(2), 0.8)),
        ((0.79, 0.01, 0.2, 0.0, 0.0), Verdict("tie", roles(0, 2), 0.99)),
        ((0.25, 0.5, 0.1, 0.1, 0.05), Verdict("tie", roles(1, 0, 2), 0.85)),
        ((0.3, 0.2, 0.2, 0.2, 0.1), Verdict("unclear", (), None)),
        ((0.2, 0.2, 0.2, 0.2, 0.2), Verdict("unclear", (), None)),
    ],
)
def test_by_probability(chances: tuple[float, ...], expected: Verdict) -> None:
    """From 0.8 on one role is clear; two or three that reach it together are a tie; more are unclear."""
    found = said(chances)

    assert (expected.kind, expected.roles) == (found.kind, found.roles)
    assert expected.probability == (found.probability and pytest.approx(found.probability))


@pytest.mark.parametrize("flags", [("inconsistent",), ("long_run", "inconsistent")])
def test_inconsistent_answers_are_never_clear(flags: tuple[str, ...]) -> None:
    """Answers that no person explains are never clear, but a tie stays a tie."""
    assert Verdict("unclear", (), None) == said(flags=flags)
    assert "tie" == said((0.5, 0.5, 0, 0, 0), flags=flags).kind


@pytest.mark.parametrize("flag", ["long_run", "fast"])
def test_notes_bar_nothing(flag: str) -> None:
    """A long run and speed are told gently and bar nothing."""
    assert Verdict("clear", roles(0), 0.9) == said(flags=(flag,))


@pytest.mark.parametrize("answers", [Answers(), Answers({"a-1": 4}), Answers({"umum-1": 5, "a-1": 5, "b-2": 5})])
def test_answers_all_alike_are_unclear(answers: Answers) -> None:
    """Where nothing was answered, or always the same, no probability helps."""
    assert Verdict("unclear", (), None) == said(answers=answers)


@pytest.mark.parametrize("family", ["umum", "lain"])
@pytest.mark.parametrize(
    ("mean", "kind"),
    [
        ((MISFIT_MEAN, 4), "misfit"),
        ((1.0, 8), "misfit"),
        ((2.5, 4), "clear"),
        ((1.0, 3), "clear"),
        ((None, 0), "clear"),
    ],
)
def test_misfit_by_deal_breakers(family: str, mean: tuple[float | None, int], kind: str) -> None:
    """A deal-breaker family with four answers and a mean of 2.25 or less speaks against the whole field."""
    assert 2.25 == MISFIT_MEAN
    assert kind == said(means={family: mean}).kind


def test_misfit_names_no_role() -> None:
    """A misfit comes before all else, names no role and has no probability, but tells which families make it one."""
    low: dict[str, tuple[float | None, int]] = {"umum": (1.0, 4)}

    assert (
        Verdict("misfit", (), None, (Breaker("umum", 1.0),))
        == said(means=low)
        == said(answers=Answers(), means=low, flags=("long_run",))
    )


def test_other_families_break_no_deal() -> None:
    """However low, a family that is no deal-breaker never makes a misfit."""
    assert "clear" == said(means={"a": (1.0, 8), "b": (1.0, 8)}).kind


def test_misfitting_names_the_families() -> None:
    """All deal-breaker families that speak against the field are named with their means, in the pack's order."""
    means: dict[str, tuple[float | None, int]] = {"lain": (2.0, 4), "umum": (2.25, 5), "a": (1.0, 9)}

    assert (("umum", 2.25), ("lain", 2.0)) == misfitting(five(), means)
    assert (("lain", 2.0),) == misfitting(five(), {**means, "umum": (2.3, 5)})


@given(people())
@SOME
def test_only_clear_and_tie_name_roles(person: Someone) -> None:
    """A clear verdict names the first role, a tie the first two or three, the others none, with their probability."""
    result = evaluate(*person)
    count = {"clear": 1, "tie": len(result.verdict.roles), "unclear": 0, "misfit": 0}[result.verdict.kind]
    named = result.ranking[:count]

    assert tuple(place.role for place in named) == result.verdict.roles
    assert count in {"tie": (2, 3)}.get(result.verdict.kind, (0, 1))
    assert result.verdict.probability == (pytest.approx(sum(place.probability for place in named)) if named else None)


@given(packs(), st.integers(1, 5))
@SOME
def test_uniform_people_are_never_clear(pack: Pack, number: int) -> None:
    """Nobody who answered nothing, one number throughout, or one strength throughout is told that a role fits."""
    uniform = strengths(pack, dict.fromkeys(pack.facet_index, number))
    same = Answers(dict.fromkeys(pack.item_by_key, number))

    assert "clear" not in {evaluate(pack, answers).verdict.kind for answers in (Answers(), same, uniform)}


@given(packs(keys=(PAIR, FOUR)), st.data())
@SOME
def test_neutral_people_are_never_clear(pack: Pack, data: st.DataObject) -> None:
    """Someone whose every facet comes out neutral is not told that a role fits, however they got there."""
    responses = {}
    for one in pack.facets:
        number = data.draw(st.integers(1, 5))
        responses.update({item.key: number for item in one.items})

    assert "clear" != evaluate(pack, Answers(responses)).verdict.kind


@given(people(complete=True, duels=False))
@MANY
def test_inconsistent_people_are_never_clear(person: Someone) -> None:
    """Whoever is inconsistent is not told that a role fits, not even where the numbers would say so."""
    result = evaluate(*person)

    assert "inconsistent" not in result.quality.flags or "clear" != result.verdict.kind


STYLE = st.sampled_from([(5, 1), (5, 2), (4, 1), (4, 2), (5, 3), (4, 3), (3, 1), (3, 2)])


@given(STYLE, st.integers(0, 4), st.integers(-1, 1), st.integers(0, 9999))
@MANY
def test_a_sure_leader_is_clear_for_honest_people(style: tuple[int, int], role: int, shift: int, seed: int) -> None:
    """Whom the complete form shows at 95 % or more is never unclear to somebody decisive, cautious or agreeing.

    A slip here and there changes nothing: in one answer of ten they are a step off.
    """
    pack, random = load_pack(), Random(seed)
    steady = decisive(pack, role, *style, 0.0, random).responses
    slips = {key: random.choice((-1, 1)) if random.random() < 0.1 else 0 for key in steady}
    result = evaluate(pack, Answers({k: min(5, max(1, r + shift + slips[k])) for k, r in steady.items()}))

    assert result.verdict.kind != "unclear" or result.ranking[0].probability < 0.95


@given(st.lists(st.integers(1, 5), min_size=40, max_size=40))
@MANY
def test_a_sure_leader_is_clear_for_uneven_people(values: list[int]) -> None:
    """Nor is it to somebody whose facets lie anywhere, as long as they agree with themselves."""
    pack = load_pack()
    result = evaluate(pack, strengths(pack, dict(zip(pack.facet_index, values, strict=False))))

    assert result.verdict.kind != "unclear" or result.ranking[0].probability < 0.95


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_uniform_answers_to_the_shipped_pack(pack: Pack, number: int) -> None:
    """With the shipped pack a uniform person is told that it is unclear, or that the field does not suit them."""
    same = evaluate(pack, Answers(dict.fromkeys(pack.item_by_key, number)))
    uniform = evaluate(pack, strengths(pack, dict.fromkeys(pack.facet_index, number)))

    assert "unclear" == same.verdict.kind
    assert ("misfit" if number <= 2 else "unclear") == uniform.verdict.kind
