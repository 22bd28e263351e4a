"""How the answers were given: gentle flags, raised for those who did not read, hardly ever for those who did."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.model import Answers, Pack
from careerfit.core.person import coherence
from careerfit.core.quality import (
    FAST_ITEMS,
    FAST_SECONDS,
    INCOHERENT,
    LONG_RUN,
    Quality,
    fast,
    flags,
    in_order,
    longest_run,
    quality,
)
from careerfit.simulation.respondents import LEVELS, Level, decisive, dice, member

from .build import facet, pack_of, strengths
from .strategies import MANY, Someone, people


@pytest.mark.parametrize(
    ("responses", "longest"),
    [([], 0), ([3], 1), ([1, 2, 3], 1), ([1, 1, 2, 2, 2, 1], 3), ([4, 4, 4, 4], 4), ([5, 5, 1, 5], 2)],
)
def test_longest_run(responses: list[int], longest: int) -> None:
    """The longest run counts equal responses that stand side by side."""
    assert longest == longest_run(responses)


@given(people())
@MANY
def test_runs_are_counted_in_the_packs_order(someone: Someone) -> None:
    """Responses are looked at in the pack's order, whatever the order in which they were given."""
    pack, answers = someone
    places = {item.key: n for n, item in enumerate(pack.items)}
    expected = [answers.responses[key] for key in sorted(answers.responses, key=places.__getitem__)]

    assert expected == in_order(pack, answers)


@pytest.mark.parametrize(("length", "flagged"), [(LONG_RUN - 1, False), (LONG_RUN, True), (LONG_RUN + 1, True)])
def test_long_runs(pack: Pack, length: int, flagged: bool) -> None:
    """A run is long from a fixed length on, also where skipped items lie between."""
    items = pack.items[:: len(pack.items) // (LONG_RUN + 2)]
    responses = {item.key: 4 for item in items[:length]} | {item.key: 1 for item in items[length:]}

    assert flagged == ("long_run" in flags(pack, Answers(responses)))


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_straight_lines_are_flagged(pack: Pack, number: int) -> None:
    """One answer throughout is always flagged."""
    assert "long_run" in flags(pack, Answers(dict.fromkeys(pack.item_by_key, number)))


HIGH_LOW = [(5, 1), (5, 2), (4, 1), (4, 2), (5, 3), (4, 3), (3, 1)]


@pytest.mark.parametrize("shift", [-1, 0, 1])
@pytest.mark.parametrize(("high", "low"), HIGH_LOW)
def test_decisive_and_cautious_people_are_not_inconsistent(pack: Pack, high: int, low: int, shift: int) -> None:
    """Nobody who rates what their role asks for high, and the rest low, is inconsistent, also if they tend to agree."""
    for role in range(len(pack.roles)):
        steady = decisive(pack, role, high, low, 0.0, Random(1)).responses
        shifted = {key: min(5, max(1, response + shift)) for key, response in steady.items()}
        assert "inconsistent" not in flags(pack, Answers(shifted))


@pytest.mark.parametrize("steps", [(1, 5), (2, 4), (1, 2, 3, 4, 5)])
@pytest.mark.parametrize("shift", [0, 1])
def test_uneven_people_who_agree_with_themselves_are_not_inconsistent(
    pack: Pack, steps: tuple[int, ...], shift: int
) -> None:
    """Someone who rates each facet alike in both directions is not inconsistent, however the facets differ."""
    random = Random(3)
    for _ in range(20):
        steady = strengths(pack, {one.key: random.choice(steps) for one in pack.facets})
        agreeing = {key: min(5, response + shift) for key, response in steady.responses.items()}
        assert "inconsistent" not in flags(pack, Answers(agreeing))


def test_random_people_are_flagged(pack: Pack) -> None:
    """Nearly all who answer all items at random are flagged as inconsistent."""
    found = [flags(pack, Answers(dice(pack, 0, Random(n)).responses)) for n in range(100)]

    assert sum("inconsistent" in raised for raised in found) >= 97


@pytest.mark.parametrize("level", LEVELS.values(), ids=LEVELS)
def test_careful_members_are_hardly_ever_inconsistent(pack: Pack, level: Level) -> None:
    """Members of the roles who read what they answer are hardly ever inconsistent, at any level."""
    people = [member(pack, level, n % len(pack.roles), Random(n)) for n in range(220)]
    careful = [one for one in people if one.careful]
    flagged = sum("inconsistent" in flags(pack, Answers(one.responses)) for one in careful)

    assert flagged <= 0.02 * len(careful)


@pytest.mark.parametrize(
    ("responses", "uniform"), [({}, True), ({"a-1": 2}, True), ({"a-1": 2, "b": 2}, True), ({"a-1": 2, "b": 3}, False)]
)
def test_uniform(responses: dict[str, int], uniform: bool) -> None:
    """Answers are uniform where nothing was answered, or everything alike."""
    assert uniform == Answers(responses).is_uniform


def test_contradicting_oneself_lowers_coherence() -> None:
    """Rating a facet high in one direction and low in the other explains less than being steady does."""
    pack = pack_of([facet("a"), facet("b")], {"p": (1, 0), "q": (0, 1)})
    steady = Answers({"a-1": 4, "a-2": 2, "b-1": 4, "b-2": 2})
    torn = Answers({"a-1": 1, "a-2": 1, "b-1": 5, "b-2": 5})

    assert coherence(pack, torn) < coherence(pack, steady)


@given(people())
@MANY
def test_inconsistent_from_the_threshold_on(someone: Someone) -> None:
    """Answers are inconsistent just where coherence is at or below the threshold; flags come in a fixed order."""
    pack, answers = someone
    expected = (
        *(["long_run"] if longest_run(in_order(pack, answers)) >= LONG_RUN else []),
        *(["inconsistent"] if coherence(pack, answers) <= INCOHERENT else []),
    )

    assert expected == flags(pack, answers)


def test_both_flags(pack: Pack) -> None:
    """Answers can raise both flags."""
    first, rest = pack.items[:LONG_RUN], pack.items[LONG_RUN:]
    responses = {i.key: 5 for i in first} | {i.key: 1 + 4 * (n // 2 % 2) for n, i in enumerate(rest)}

    assert ("long_run", "inconsistent") == flags(pack, Answers(responses))


@given(people())
@MANY
def test_quality_counts_the_answered(someone: Someone) -> None:
    """The quality of answers says how many of how many items were answered, and the flags; duels are not counted."""
    pack, answers = someone

    assert Quality(len(answers.responses), len(pack.items), flags(pack, answers)) == quality(pack, answers)


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ([1.0] * 5, True),
        ([1.0] * 4, False),
        ([], False),
        ([2.0] * 5, False),
        ([1.9, 1.9, 1.9, 60.0, 60.0], True),
        ([1.0, 1.0, 2.0, 2.0, 2.0], False),
        ([1.0, 1.0, 1.0, 2.0, 2.0, 2.0], False),
    ],
)
def test_fast(seconds: list[float], expected: bool) -> None:
    """Fast is who takes under two seconds for the typical item, from five timed items on; one pause changes nothing."""
    assert (2.0, 5) == (FAST_SECONDS, FAST_ITEMS)
    assert expected == fast({f"a-{n}": s for n, s in enumerate(seconds)})


@given(st.lists(st.floats(0, 100), min_size=5), st.randoms())
@MANY
def test_fast_knows_no_order(seconds: list[float], random: Random) -> None:
    """Which item took how long is nothing to it."""
    mixed = random.sample(seconds, len(seconds))

    assert fast(dict(zip(map(str, range(len(mixed))), mixed, strict=True))) == fast(
        dict(zip(map(str, range(len(seconds))), seconds, strict=True))
    )
