"""That a study measures what it says, on a few simulated populations: ``python -m tests.validation`` tries many."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from careerfit.core.model import Pack
from careerfit.validation import constants, differences, recovery, reliability
from careerfit.validation.intervals import Resampling
from careerfit.validation.members import Members, first_attempts, is_uniform, members_of
from careerfit.validation.roles import person_numbers, role_numbers
from careerfit.validation.study import measured_yaml, sample, study
from tests.validation.__main__ import found_in, planted, planted_constants
from tests.validation.populations import population

SOME = 5


@pytest.fixture(scope="module")
def members(pack: Pack) -> Members:
    """Sixty members of each role, who answered twice."""
    return population(pack, "realistic", 60, np.random.default_rng(1), twice=True)


@pytest.fixture(scope="module")
def found(pack: Pack, members: Members) -> dict[str, Any]:
    """Their study."""
    return study(pack, members)


def test_recovery_is_counted_person_by_person(members: Members, found: dict[str, Any]) -> None:
    """First and first two, by role and in all, ties and the plain mean are what counting people one by one gives."""
    first, found = first_attempts(members), found["recovery"]
    ranked = [sorted(range(5), key=lambda k: (-round(first.scores[k, p], 9), k)) for p in range(first.size)]
    hits = [order[0] == role for order, role in zip(ranked, first.role, strict=True)]
    assert sum(hits) / 300 == pytest.approx(found["first"]["share"])
    assert sum(r in o[:2] for o, r in zip(ranked, first.role, strict=True)) / 300 == found["first_two"]["share"]
    assert [sum(h for h, r in zip(hits, first.role, strict=True) if r == k) / 60 for k in range(5)] == pytest.approx(
        [row["first"]["share"] for row in found["per_role"]]
    )
    tied = [p for p in range(first.size) if first.kind[p] == 1]
    named = [first.role[p] in first.named[:, p] for p in tied]
    assert (len(tied), sum(named) / len(tied)) == (found["tie"]["of"], pytest.approx(found["tie"]["share"]))
    assert found["plain"]["first"]["share"] < found["first"]["share"]
    ahead = found["ahead_of_plain"]["first"]
    assert found["first"]["share"] - found["plain"]["first"]["share"] == pytest.approx(ahead["value"])
    assert ahead["low"] < ahead["value"] < ahead["high"]
    assert {"first": 0.2, "first_two": 0.4} == {key: found["chance"][key] for key in ("first", "first_two")}


def test_the_plain_mean_is_that_of_all_facets_that_a_role_names(pack: Pack, members: Members) -> None:
    """With and without gaps, a role's plain mean is that of the means of the facets that it names, person by person."""
    whole = members.responses[:, :40]
    gaps = np.where(np.random.default_rng(7).random(whole.shape) < 0.4, np.int8(0), whole)
    for responses in (whole, gaps):
        found = recovery.plain_scores(pack, responses)
        for p in range(40):
            facets: dict[str, list[int]] = {}
            for item, response in zip(pack.items, responses[:, p].tolist(), strict=True):
                if response:
                    facets.setdefault(item.facet, []).append(response if item.keyed > 0 else 6 - response)
            means = {key: sum(given) / len(given) for key, given in facets.items()}
            for k, row in enumerate(pack.relevance):
                named = [means[f.key] for f, e in zip(pack.facets, row, strict=True) if e > 0 and f.key in means]
                assert sum(named) / len(named) == pytest.approx(found[k, p])


def test_who_is_told_clearly_is_counted_person_by_person(pack: Pack, members: Members, found: dict[str, Any]) -> None:
    """Role by role, how many of those with a clear result for it are members, of how many; few are marked."""
    first = first_attempts(members)
    for k, row in enumerate(found["told_clearly"]):
        those = [p for p in range(first.size) if first.kind[p] == 0 and first.named[0, p] == k]
        hits = sum(int(first.role[p]) == k for p in those)
        assert (pack.roles[k].slug, len(those), len(those) >= 20) == (row["role"], row["of"], row["enough"])
        if row["between"] is None:
            assert hits / len(those) == pytest.approx(row["share"])
        else:
            assert row["between"][0] <= hits / len(those) <= row["between"][1]
    assert sum(row["of"] for row in found["told_clearly"]) == found["verdicts"][0]["of"]


def test_chance_is_what_results_dealt_anew_come_to(members: Members, found: dict[str, Any]) -> None:
    """Recovery by chance is the mean over shuffles of everybody's result among all, however uneven roles are."""
    random = np.random.default_rng(6)
    uneven = first_attempts(members).only(np.r_[0:60, 60:75, 120:160, 180:190, 240:300])
    places = recovery.Places(*(np.zeros(0, int),) * 2, *recovery.first_two(uneven.scores))
    said = recovery.dealt(uneven, places, 5)
    hits: dict[str, list[float]] = {"first": [], "first_two": [], "tie": []}
    tied = uneven.kind == 1
    for _ in range(2000):
        dealt = random.permutation(uneven.role)
        hits["first"].append(float((places.first == dealt).mean()))
        hits["first_two"].append(float(((places.first == dealt) | (places.second == dealt)).mean()))
        hits["tie"].append(float((uneven.named[:, tied] == random.permutation(uneven.role[tied])).any(axis=0).mean()))
    assert {key: float(np.mean(values)) for key, values in hits.items()} == pytest.approx(said, abs=0.005)
    assert found["recovery"]["chance"]["dealt"]["first"] == pytest.approx(0.2)


def test_attempts_of_one_person_count_once(pack: Pack, members: Members, found: dict[str, Any]) -> None:
    """Whoever answered twice counts with the first attempt; two attempts tell how stable they are."""
    assert (300, 300, 0) == (found["members"], found["again"], found["unknown"])
    once = members.only(np.arange(members.size) < 300)
    alone = study(pack, once)
    assert alone["recovery"] == found["recovery"]
    assert alone["retest"] is None
    assert 300 == found["retest"]["people"]
    error = found["retest"]["error"]
    assert 0.8 < error["low"] < error["value"] < error["high"] < 1.0


def test_nothing_is_told_of_a_few(pack: Pack, members: Members) -> None:
    """Of fewer than 20 members in all there is no figure; roles with fewer are marked, counts below five are none, nor
    is the one that would give them away.
    """
    few = study(pack, members.only(np.arange(19)))
    assert (19, False) == (few["members"], few["told"])
    assert "recovery" not in few
    uneven = first_attempts(members).only(np.r_[0:60, 60:75, 120:123])
    found = study(pack, uneven)
    assert [60, None, None, 0, 0] == [row["members"] for row in found["roles"]]
    assert [True, False, False, False, False] == [row["enough"] for row in found["roles"]]
    assert not found["constants"]["enough"]
    assert found["recovery"]["per_role"][2]["first"]["share"] is None
    assert {None} == set(found["confusion"][2]["first"].values())


def test_no_count_of_one_to_four_is_in_a_small_study(pack: Pack, members: Members) -> None:
    """Of small and uneven studies, no count of people is from one to four, no share is true, or not, of so few, and how
    many are withheld of a list is never one.
    """
    random = np.random.default_rng(8)
    once = first_attempts(members)
    for _ in range(SOME):
        shares = random.dirichlet(np.ones(5))
        found = study(
            pack, once.only(random.choice(300, random.integers(25, 90), replace=False, p=shares[once.role] / 60))
        )
        for one in shares_in(found):
            if one["share"] is not None:
                hits = round(one["share"] * one["of"])
                assert not 0 < min(hits, one["of"] - hits) < 5
        counts = [found["unknown"], found["again"], found["doubtful"], *(row["members"] for row in found["roles"])]
        counts += [one["of"] for one in shares_in(found)] + [row["answered"] for row in found["items"]]
        counts += [n for row in found["confusion"] for n in row["first"].values()]
        assert not {1, 2, 3, 4} & {*counts}
        lists = ([row["members"] for row in found["roles"]], [row["of"] for row in found["verdicts"]])
        assert all(those.count(None) != 1 for those in lists)
        assert found["verdicts"][0]["of"] is not None or {None} == {row["of"] for row in found["told_clearly"]}
        assert found["verdicts"][1]["of"] == found["recovery"]["tie"]["of"]


def shares_in(document: Any) -> list[dict[str, Any]]:
    """All shares in a document, wherever they stand."""
    if isinstance(document, list):
        return [one for part in document for one in shares_in(part)]
    if not isinstance(document, dict):
        return []
    return [document] * ("between" in document) + [one for part in document.values() for one in shares_in(part)]


def test_no_person_is_in_the_document(pack: Pack, members: Members, found: dict[str, Any]) -> None:
    """What a study says does not change with the order of people, and holds no list as long as they are many."""
    order = np.random.default_rng(2).permutation(300)
    once = members.only(np.arange(members.size) < 300)
    one, other = found, study(pack, once.only(order)._replace(person=np.arange(300)))
    for key in ("roles", "confusion", "verdicts", "reword"):
        assert one[key] == other[key]
    lengths = [len(value) for value in one.values() if isinstance(value, list)]
    assert max(lengths) == len(pack.items)


@pytest.mark.parametrize("level", ["moderate", "realistic"])
def test_planted_faults_are_found(pack: Pack, level: str) -> None:
    """At 100 members a role, a relevance turned round, an item keyed wrongly and one that measures nothing are found
    nearly always, and hardly anything else is.
    """
    missed = alarms = 0
    for seed in range(SOME):
        random = np.random.default_rng([seed, 9])
        wrong = planted(pack, random)
        cells, items, _ = found_in(pack, population(pack, level, 100, random, wrong))
        missed += len({*wrong.turned} - cells) + len({*wrong.miskeyed, *wrong.empty} - items)
        alarms += bool(cells - {*wrong.turned}) + bool(items - {*wrong.miskeyed, *wrong.empty})
    assert missed <= 1
    assert alarms <= 2


@pytest.mark.parametrize("level", ["moderate", "realistic"])
def test_constants_come_near_what_was_planted(pack: Pack, level: str) -> None:
    """At 200 members a role, noise, separation and tempering lie within 10 % of what was planted."""
    true = planted_constants(pack, level, 3, 2000)
    off: dict[str, list[float]] = {name: [] for name in true}
    for seed in range(SOME):
        members = population(pack, level, 200, np.random.default_rng([seed, 4]))
        careful = members.only(~members.doubtful)
        found = constants.constants(pack, careful, careful, Resampling(careful.role))
        for name, value in true.items():
            off[name].append(getattr(found, name).value / value - 1)
    assert max(map(abs, off["noise"])) < 0.1
    assert max(map(abs, off["separation"])) < 0.1
    assert sorted(map(abs, off["temper"]))[-2] < 0.1


def test_the_interval_of_a_differential_holds_the_truth(pack: Pack) -> None:
    """Where members of one role rate an item a step higher, the interval holds what that comes to, and is named."""
    held, moved = 0, next(n for n, item in enumerate(pack.items) if item.facet == "penyusunan-kebijakan")
    for seed in range(SOME):
        members = population(pack, "realistic", 100, np.random.default_rng([seed, 12]), careless=False)
        responses = members.responses.copy()
        step = np.where(members.role == 2, pack.items[moved].keyed, 0)
        responses[moved] = np.clip(responses[moved] + step, 1, 5)
        named = differences.differentials(pack, members._replace(responses=responses))
        (one,) = [one for one in named if (one.item, one.role) == (moved, 2)]
        apart = population(pack, "realistic", 8000, np.random.default_rng([seed, 13]), careless=False)
        true = truly_apart(pack, apart, moved)
        held += one.by.low <= true <= one.by.high
    assert held >= SOME - 1


def truly_apart(pack: Pack, members: Members, moved: int) -> float:
    """By how much the moved item lies above the rest of its facet in the third role, beside all roles."""
    keys = np.array([[item.keyed] for item in pack.items])
    given = np.where(keys > 0, members.responses, 6 - members.responses).astype(float)
    given[moved, members.role == 2] = np.minimum(5, given[moved, members.role == 2] + 1)
    facet = pack.items[moved].facet
    rest = [n for n, item in enumerate(pack.items) if item.facet == facet and n != moved]
    apart = given[moved] - given[rest].mean(axis=0)
    means = [apart[members.role == k].mean() for k in range(5)]
    return float(means[2] - np.mean(means))


def test_noise_leaves_out_items_means_and_agreement(pack: Pack) -> None:
    """The noise of one response is what it was made with, however readily items are claimed and people agree."""
    random = np.random.default_rng(5)
    people = 4000
    keyed = np.array([[item.keyed] for item in pack.items])
    facet = [pack.facet_index[item.facet] for item in pack.items]
    level = 3 + random.normal(0, 0.2, (len(pack.facets), people))[facet]
    agreement, popular = random.normal(0.1, 0.2, people), random.normal(0, 0.2, (len(pack.items), 1))
    exact = level + keyed * agreement + popular + random.normal(0, 0.5, level.shape)
    raw = np.clip(np.rint(np.where(keyed > 0, exact, 6 - exact)), 1, 5).astype(np.int8)
    found = constants.response_noise(pack, raw, Resampling(np.zeros(people, int)))
    assert (0.5**2 + 1 / 12) ** 0.5 == pytest.approx(found.value, rel=0.02)


def test_measured_constants_are_written_with_their_people(pack: Pack, found: dict[str, Any]) -> None:
    """The file holds the three constants with three decimals, and of how many people they are."""
    found = found["constants"]
    text = measured_yaml(pack, found, "2026-11-26")
    for name in ("noise", "separation", "temper"):
        assert f"\n{name}: {found[name]['value']:.3f}\n" in text
    assert f"\npeople: {found['people']}\n" in text


def test_very_many_people_are_sampled_evenly(members: Members) -> None:
    """Of more than 10,000, so many tell of facets and items, from all over the file."""
    crowd = members.only(np.tile(np.arange(300), 100))._replace(person=np.arange(30_000))
    some = sample(crowd)
    assert 10_000 == some.size
    assert (0, 29_999) == (some.person[0], some.person[-1])
    assert members is sample(members)


def test_roles_are_named_by_slug_or_name(pack: Pack) -> None:
    """A role is its slug or its name in either language, whatever the case and blanks; others are nobody's."""
    role = pack.roles[2]
    texts = (role.slug, f" {role.name.id.upper()} ", role.name.en.lower(), "juru masak")
    assert [2, 2, 2, -1, -1] == role_numbers(pack, texts, np.array([0, 1, 2, 3, -1])).tolist()


def test_people_without_a_name_are_each_their_own() -> None:
    """Whoever is not named in the column counts as somebody else each time."""
    assert [0, 3, 1, 4, 0] == person_numbers(np.array([0, -1, 1, -1, 0])).tolist()


def test_uniform_answers_are_told_apart() -> None:
    """One answer throughout, or none at all, is uniform; gaps don't hide it."""
    responses = np.array([[3, 3, 0, 1], [3, 0, 0, 2]], np.int8)
    assert [True, True, True, False] == is_uniform(responses).tolist()


def test_people_who_are_all_in_doubt_are_studied_without_a_warning(pack: Pack, members: Members) -> None:
    """Of those whose answers raise no doubt nothing is told where there are none, and numpy has nothing to say."""
    found = study(pack, members._replace(doubtful=np.ones(members.size, bool)))
    assert (300, 300) == (found["members"], found["doubtful"])
    assert (0, None) == (found["calibration"]["people"], found["calibration"]["brier"])
    assert [None, None] == [found["constants"][name] for name in ("noise", "temper")]


def test_a_single_person_is_no_reliability(pack: Pack) -> None:
    """Nothing is made up of nobody: coefficients of fewer than three people are none."""
    nobody = members_of(
        {
            "responses": np.zeros((len(pack.items), 0), np.int8),
            "scores": np.zeros((5, 0)),
            "probabilities": np.zeros((5, 0)),
            "kind": np.zeros(0, int),
            "named": np.zeros((3, 0), int),
            "flags": np.zeros((2, 0), bool),
        },
        np.zeros(0, int),
        None,
    )
    assert 0 == nobody.size
    assert all(np.isnan(one.alpha.value) for one in reliability.facets(pack, nobody.responses, Resampling(nobody.role)))
    assert recovery.places(pack, nobody).own.size == 0
