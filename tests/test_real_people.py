"""What is told of real people is estimated rightly, and the flag beside it is the program's own."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from careerfit.core.model import Answers
from careerfit.core.quality import flags

from .real_people import FACETS, complete, dice, estimated, inconsistent, real_pack, report, rounded, shuffled

PEOPLE = 20_000


def made_up(agreement: float = 0.1, *, deviation: float = 0.5, noise: float = 0.5) -> list[dict[str, int]]:
    """People who answer as the model says, with a level of 0.3 and a tendency to agree that varies by 0.3."""
    pack, draw = real_pack(), np.random.default_rng(1)
    level, agrees = draw.normal(0, 0.3, PEOPLE), draw.normal(agreement, 0.3, PEOPLE)
    own = {one.key: draw.normal(0, deviation, PEOPLE) for one in pack.facets}
    columns = {}
    for item in pack.items:
        raw = 3 + item.keyed * (level + own[item.facet]) + agrees + draw.normal(0, noise, PEOPLE)
        columns[item.key] = np.clip(np.round(raw), 1, 5).astype(int).tolist()
    return [{key: column[n] for key, column in columns.items()} for n in range(PEOPLE)]


def test_facets_are_balanced() -> None:
    """Each facet has as many reversed statements as positive ones; there are 14 in all, none twice."""
    names = [name for statements in FACETS.values() for name, _ in statements]

    assert {0} == {sum(way for _, way in statements) for statements in FACETS.values()}
    assert 14 == len(names) == len(set(names)) == len(real_pack().items)


def test_six_steps_as_five() -> None:
    """The ends stay ends, and the steps stay in order."""
    assert [1, 2, 3, 3, 4, 5] == [rounded(step) for step in range(1, 7)]


def test_people_without_gaps() -> None:
    """Whoever left a gap is left out; the others' answers stand under the pack's own keys."""
    pack = real_pack()
    names = [name for statements in FACETS.values() for name, _ in statements]
    rows = [dict.fromkeys(names, "6"), dict.fromkeys(names, "2") | {"C4": "NA"}, dict.fromkeys(names, "1") | {"A1": ""}]
    found = list(complete(pack, rows))

    assert [dict.fromkeys(pack.item_by_key, 5)] == found


def test_what_is_assumed_is_found_again() -> None:
    """From people made up by the model each of its quantities comes out, noise with what rounding adds to it."""
    found = estimated(real_pack(), made_up())

    assert [(0.25 + 1 / 12) ** 0.5] * 4 == pytest.approx(list(found.noise.values()), abs=0.02)
    assert [0.5] * 4 == pytest.approx(list(found.deviation.values()), abs=0.02)
    assert (0.1, 0.3) == pytest.approx((found.agreement, found.agreement_sd), abs=0.02)
    assert list(FACETS) == list(found.noise) == list(found.deviation)


def test_facets_without_a_deviation() -> None:
    """Where facets differ in nothing but noise, hardly any deviation is found, and a wider one is found wider."""
    pack = real_pack()
    none, wide = (estimated(pack, made_up(deviation=sd)).deviation.values() for sd in (0.0, 0.7))

    assert max(none) < 0.12
    assert [0.7] * 4 == pytest.approx(list(wide), abs=0.03)


def test_shuffling_deals_each_statements_answers_anew() -> None:
    """Every statement keeps its answers, but they no longer belong to the same people."""
    people = made_up()[:500]
    found = shuffled(people, Random(1))

    assert found != people
    for key in people[0]:
        assert sorted(one[key] for one in people) == sorted(one[key] for one in found)


def test_who_is_flagged() -> None:
    """The share is that of the program's own flag: few of those who answer by the model, most of the dice."""
    pack = real_pack()
    rolled = dice(pack, Random(1), 300)
    expected = sum("inconsistent" in flags(pack, Answers(one)) for one in rolled) / 300

    assert expected == inconsistent(pack, rolled)
    assert expected >= 0.6
    assert inconsistent(pack, made_up()[:300]) <= 0.05


def test_the_report_holds_every_figure() -> None:
    """What is found stands beside what is assumed, then how many of each group are flagged."""
    lines = report(real_pack(), made_up()[:400]).splitlines()

    assert "400 people, 14 statements, 4 facets" == lines[0]
    assert ["0.90", "0.70", "0.25", "0.35"] == [line.split()[-1] for line in lines[3:7]]
    assert ["real people", "the same answers, shuffled", "dice"] == [line[:32].rstrip() for line in lines[-3:]]
