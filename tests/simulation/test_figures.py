"""The figures of a simulation add up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.confidence import variance
from careerfit.core.model import Pack
from careerfit.core.scoring import order
from careerfit.simulation.figures import (
    EDGES,
    by_form,
    calibration,
    checks,
    form_figures,
    lengths,
    separation,
    share,
    simulation,
    twins,
    would_help,
)
from careerfit.simulation.respondents import MODERATE, REALISTIC
from careerfit.simulation.runs import FORMS, PLAIN, Outcome, Task, others, run
from tests.core.build import facet, pack_of
from tests.core.strategies import MANY, packs

FOUR = (1, -1, 1, -1)
KINDS = ("clear", "tie", "unclear", "misfit")


@pytest.fixture(scope="module")
def small() -> Pack:
    """Three roles with a deal-breaker family and a facet of their own each; two of them are near twins."""
    facets = [facet("umum", keys=FOUR), facet("a"), facet("b"), facet("c"), facet("d")]
    rows = {"p": (1, 1, 1, 0, 0), "q": (1, 0.5, 1, 0, 0), "r": (1, 0, 0, 1, 1)}
    return pack_of(facets, rows, dict.fromkeys(rows, ("umum",)))


def one(role: int, *chances: float, kind: str = "tie", items: int = 10, duels: int = 0, named: int = 2) -> Outcome:
    """What was made of a member of that role, with these probabilities."""
    ranked = order(chances)
    return Outcome(role, ranked, chances, kind, ranked[:named], (), items, duels, careful=True)


EXAMPLE = (
    one(0, 0.9, 0.08, 0.02, kind="clear", named=1, items=8),
    one(0, 0.15, 0.6, 0.25, items=10, duels=6),
    one(1, 0.3, 0.45, 0.25, kind="tie", named=3, duels=3),
    one(1, 0.8, 0.15, 0.05, kind="clear", named=1),
    one(2, 0.5, 0.4, 0.1, kind="misfit"),
)


@st.composite
def outcomes(draw: st.DrawFn, most: int = 30) -> list[Outcome]:
    """What was made of some people, in a pack of three roles."""
    found = []
    for _ in range(draw(st.integers(1, most))):
        weights = draw(st.lists(st.floats(0.01, 1), min_size=3, max_size=3))
        chances = [w / sum(weights) for w in weights]
        kind, named = draw(st.sampled_from(KINDS)), draw(st.integers(1, 3))
        items, duels = draw(st.integers(1, 30)), draw(st.integers(0, 6))
        found.append(one(draw(st.integers(0, 2)), *chances, kind=kind, items=items, duels=duels, named=named))
    return found


def shares(value: object) -> Iterator[float]:
    """Every share in some figures; counts and edges left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"items", "people", "duels", "most_items", "separation", "from", "to"}:
                yield from shares(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from shares(inner)
    elif isinstance(value, float):
        yield value


def test_share() -> None:
    """A share is a part of a whole, and nothing where there is no whole."""
    assert (0.25, 0.0, None) == (share(1, 4), share(0, 4), share(0, 0))


def test_form_figures_by_hand(small: Pack) -> None:
    """Recovery of the first role, of the first two, and role by role, with items and people."""
    found = form_figures(small, "quick", "moderate", EXAMPLE)

    assert ("quick", "moderate", 5, 9.6) == (found["form"], found["level"], found["people"], found["items"])
    assert (0.4, 0.6) == (found["first"], found["first_two"])
    assert {"p": 0.5, "q": 0.5, "r": 0.0} == found["per_role"]


def test_honesty_by_hand(small: Pack) -> None:
    """How often people are sure and right, tied and in the set, what verdicts they get, and who stops early."""
    found = form_figures(small, "quick", "moderate", EXAMPLE)

    assert calibration(EXAMPLE) == found["calibration"]
    assert {"share": 0.4, "right": 0.5} == found["sure"]
    assert {"share": 1.0, "right": 0.75} == form_figures(small, "all", "moderate", [*EXAMPLE[:1] * 3, EXAMPLE[3]])[
        "sure"
    ]
    assert {"share": 0.4, "holds": 0.5} == found["tied"]
    assert {"share": 1.0, "holds": 0.75} == form_figures(small, "all", "moderate", [EXAMPLE[1], *EXAMPLE[2:3] * 3])[
        "tied"
    ]
    assert {"clear": 0.4, "tie": 0.4, "unclear": 0.0, "misfit": 0.2} == found["verdicts"]
    assert (10, 0.2, 1.8) == (found["most_items"], found["stopped_early"], found["duels"])


def test_calibration_by_hand() -> None:
    """Bin by bin, what was shown for the leader on average, and how often it was right; empty bins are left out."""
    assert [
        {"from": 0.4, "to": 0.5, "people": 1, "shown": 0.45, "right": 1.0},
        {"from": 0.5, "to": 0.6, "people": 1, "shown": 0.5, "right": 0.0},
        {"from": 0.6, "to": 0.7, "people": 1, "shown": 0.6, "right": 0.0},
        {"from": 0.8, "to": 0.9, "people": 1, "shown": 0.8, "right": 0.0},
        {"from": 0.9, "to": 1.0, "people": 1, "shown": 0.9, "right": 1.0},
    ] == calibration(EXAMPLE)


def test_certainty_has_its_bin() -> None:
    """What was shown as certain counts in the last bin."""
    assert [{"from": 0.9, "to": 1.0, "people": 1, "shown": 1.0, "right": 1.0}] == calibration([one(0, 1.0, 0.0, 0.0)])


@given(outcomes())
@MANY
def test_the_calibration_table_adds_up(people: list[Outcome]) -> None:
    """Everyone stands in one bin, what is shown lies in the bin, and right ones over all bins are all right ones."""
    found = calibration(people)

    assert len(people) == sum(row["people"] for row in found)  # type: ignore[misc]
    assert all(row["from"] <= row["shown"] + 1e-12 and row["shown"] <= row["to"] for row in found)  # type: ignore[operator]
    assert sum(o.ranking[0] == o.role for o in people) == pytest.approx(
        sum(row["people"] * row["right"] for row in found)  # type: ignore[operator]
    )
    assert (0.0, 1.0) == (EDGES[0], EDGES[-1])
    assert sorted(set(EDGES)) == list(EDGES)


@given(outcomes())
@MANY
def test_figures_are_shares(people: list[Outcome]) -> None:
    """Every share lies between 0 and 1, verdicts add up to 1, and the first is among the first two."""
    facets = [facet("a"), facet("b"), facet("c")]
    pack = pack_of(facets, {"p": (1, 0, 0), "q": (0, 1, 0), "r": (0, 0, 1)})
    found = form_figures(pack, "all", "moderate", people)

    assert all(0 <= value <= 1 for value in shares(found))
    assert 1 == pytest.approx(sum(found["verdicts"].values()))  # type: ignore[attr-defined]
    assert found["first"] <= found["first_two"]  # type: ignore[operator]
    assert {"p", "q", "r"} == set(found["per_role"])  # type: ignore[call-overload]


def test_plain_means_have_no_calibration(small: Pack) -> None:
    """A plain mean shows no probabilities: it has recovery and nothing else."""
    plain = [replace(o, probabilities=()) for o in EXAMPLE]
    found = form_figures(small, "plain_all", "moderate", plain)

    assert [] == found["calibration"]
    assert {"form", "level", "items", "people", "first", "first_two", "per_role", "calibration"} == set(found)


def test_roles_without_members(small: Pack) -> None:
    """Of a role without members nothing is said."""
    assert {"p": 0.5, "q": None, "r": None} == form_figures(small, "all", "moderate", EXAMPLE[:2])["per_role"]


def test_checks_by_hand(small: Pack) -> None:
    """How often careful members, and others, are told that it is clear or no fit, are flagged, and who comes first."""
    careless = replace(EXAMPLE[4], careful=False, flags=("long_run",))
    flagged, noted = replace(EXAMPLE[0], flags=("inconsistent",)), replace(EXAMPLE[1], flags=("long_run",))
    found = checks(
        small,
        {"all": [flagged, noted, *EXAMPLE[2:], careless]},
        {"random": {"quick": [careless, EXAMPLE[0]]}},
    )

    assert {
        "who": "members",
        "form": "all",
        "people": 5,
        "clear": 0.4,
        "right": 0.2,
        "misfit": 0.2,
        "misfit_most": 1.0,
        "flagged": 0.4,
        "inconsistent": 0.2,
        "first": {"p": 0.6, "q": 0.4, "r": 0.0},
    } == found[0]
    assert {
        "who": "random",
        "form": "quick",
        "people": 2,
        "clear": 0.5,
        "right": 0.5,
        "misfit": 0.5,
        "misfit_most": 1.0,
        "flagged": 0.5,
        "inconsistent": 0.0,
        "first": {"p": 1.0, "q": 0.0, "r": 0.0},
    } == found[1]
    assert 2 == len(found)


def test_checks_of_nobody(small: Pack) -> None:
    """Where nobody reads, nothing is said of members."""
    found = checks(small, {"all": [replace(EXAMPLE[0], careful=False)]}, {})

    assert [(0, None, None, None, 0.0, None, None)] == [
        tuple(row[key] for key in ("people", "clear", "right", "misfit", "misfit_most", "flagged", "inconsistent"))
        for row in found
    ]


def test_twins_by_hand(small: Pack) -> None:
    """The pairs that are taken for each other most come first, with how often that happens."""
    found = twins(small, MODERATE, EXAMPLE)

    assert [["p", "q"], ["p", "r"], ["q", "r"]] == [row["roles"] for row in found]
    assert [0.5, pytest.approx(1 / 3), 0.0] == [row["confused"] for row in found]
    assert [separation(small, MODERATE, *pair) for pair in ((0, 1), (0, 2), (1, 2))] == [r["separation"] for r in found]
    assert [would_help(small, MODERATE, *pair) for pair in ((0, 1), (0, 2), (1, 2))] == [r["would_help"] for r in found]


def test_the_worst_twins_come_first() -> None:
    """Of many pairs the three are told that are taken for each other most, whichever roles they are."""
    pack = pack_of([facet(letter) for letter in "abcd"], {f"p{n}": [n == m for m in range(4)] for n in range(4)})
    people = [one(3, 0, 0, 0.9, 0.1), one(1, 0, 0.1, 0, 0.9), one(1, 0, 1, 0, 0), one(2, 0, 0.1, 0.9, 0)]
    found = twins(pack, MODERATE, people)

    assert [(["p2", "p3"], 0.5), (["p1", "p3"], pytest.approx(1 / 3)), (["p0", "p1"], 0.0)] == [
        (row["roles"], row["confused"]) for row in found
    ]
    assert 1.0 == twins(pack, MODERATE, people[:1])[0]["confused"]


def test_twins_of_nobody(small: Pack) -> None:
    """Without members no pair was taken for each other."""
    assert [0.0, 0.0, 0.0] == [row["confused"] for row in twins(small, MODERATE, [])]


@given(packs())
@MANY
def test_separation_is_what_the_formula_says(pack: Pack) -> None:
    """The separation of two roles is the difference of their members' mean gaps over that gap's standard deviation."""
    weights = np.array(pack.table.points)
    asked = np.array(pack.relevance)
    asked[:, [key in pack.shared for key in pack.facet_index]] = 1
    mean = (4.4 - REALISTIC.gap + REALISTIC.gap * asked - 1) / 4
    spread = np.array([REALISTIC.own**2 / 16 + variance(pack, len(f.items)) for f in pack.facets])
    gap = weights[0] - weights[1]
    apart = float(gap @ (mean[0] - mean[1]))
    sd = float(np.sqrt(gap**2 @ spread))

    assert (apart / sd if sd > 1e-9 else 0.0) == pytest.approx(separation(pack, REALISTIC, 0, 1))
    assert separation(pack, REALISTIC, 0, 1) == pytest.approx(separation(pack, REALISTIC, 1, 0))


def test_separation_of_twins() -> None:
    """Roles alike in everything lie nowhere apart, and nothing would help."""
    pack = pack_of([facet("a"), facet("b")], {"p": (1, 0), "q": (1, 0), "r": (0, 1)})

    assert (0.0, []) == (separation(pack, MODERATE, 0, 1), would_help(pack, MODERATE, 0, 1))


def test_what_would_help(small: Pack) -> None:
    """Two more items help where they set the roles further apart, the most helpful facets first, three at most."""
    now = separation(small, MODERATE, 0, 2)
    gains = {f.key: separation(small, MODERATE, 0, 2, f.key) - now for f in small.facets}
    expected = sorted((key for key in gains if gains[key] > 1e-9), key=lambda key: -gains[key])

    assert expected[:3] == would_help(small, MODERATE, 0, 2)
    assert {"a", "b", "c", "d"} == set(expected)


def test_the_most_helpful_come_first() -> None:
    """A facet with one item gains more by two more than one with four that weighs the same."""
    facets = [facet("a", keys=FOUR), facet("b", keys=(1, -1)), facet("c", keys=(1,))]
    facets += [facet(letter, keys=FOUR * 2) for letter in "def"]
    pack = pack_of(facets, {"p": (1, 1, 1, 0, 0, 0), "q": (0, 0, 0, 1, 1, 1)})

    assert ["c", "b", "a"] == would_help(pack, MODERATE, 0, 1)


@given(packs(keys=((1, -1),)), st.data())
@MANY
def test_separation_with_two_more_items(pack: Pack, data: st.DataObject) -> None:
    """With two more items for a facet roles lie as far apart as in a pack where it has those items."""
    key = data.draw(st.sampled_from(list(pack.facet_index)))
    longer = tuple(f._replace(items=f.items * 2) if f.key == key else f for f in pack.facets)

    assert separation(pack._replace(facets=longer), MODERATE, 0, 1) == pytest.approx(
        separation(pack, MODERATE, 0, 1, key)
    )


def test_by_form() -> None:
    """Outcomes are gathered form by form, in the order of the people."""
    first, second = EXAMPLE[:2]

    assert {"all": [first, second], "quick": [second]} == by_form([{"all": first}, {"all": second, "quick": second}])


def test_lengths_by_hand() -> None:
    """Length by length, how often each form ranks the member's role first."""
    found = {
        "adaptive:10": [EXAMPLE[0], EXAMPLE[1]],
        "fixed:10": [EXAMPLE[1], EXAMPLE[1]],
        "adaptive:20": [EXAMPLE[0], EXAMPLE[0]],
        "fixed:20": [EXAMPLE[2], EXAMPLE[3]],
    }

    assert [
        {"items": 10, "people": 2, "adaptive": 0.5, "fixed": 0.0},
        {"items": 20, "people": 2, "adaptive": 1.0, "fixed": 0.5},
    ] == lengths(found)
    assert [] == lengths({})


@pytest.fixture(scope="module")
def results(small: Pack) -> dict[Task, list[object]]:
    """A whole simulation of a few people, at both levels, in stretches."""
    kinds = ("members", *others(small))
    parts = ((0, 4), (4, 8), (8, 9))
    work = [Task(kind, level, 3, *part) for level in ("moderate", "realistic") for kind in kinds for part in parts]
    return {task: run(small, task) for task in work}


def test_a_whole_simulation(small: Pack, results: dict[Task, list[object]]) -> None:
    """Forms, twins and checks of both levels, and nothing of lengths where none were run."""
    found = simulation(small, results)
    rows = [(row["level"], row["form"]) for row in found["forms"]]  # type: ignore[attr-defined]
    seen = [(row["level"], row["who"], row["form"]) for row in found["checks"]]  # type: ignore[attr-defined]

    assert ["forms", "twins", "checks"] == list(found)
    assert [(level, form) for level in ("moderate", "realistic") for form in (*FORMS, *PLAIN)] == rows
    assert [
        (level, who, form)
        for level in ("moderate", "realistic")
        for who in ("members", *others(small))
        for form in ("all", "quick")
    ] == seen
    assert ["moderate"] * 3 + ["realistic"] * 3 == [row["level"] for row in found["twins"]]  # type: ignore[attr-defined]
    assert all(0 <= value <= 1 for value in shares(found))


def test_a_simulation_is_its_parts(small: Pack, results: dict[Task, list[object]]) -> None:
    """Its figures are those of the outcomes, form by form, level by level."""
    found = simulation(small, results)
    members = by_form(
        [o for task, part in results.items() if (task.who, task.level) == ("members", "realistic") for o in part]
    )

    assert [form_figures(small, form, "realistic", all_) for form, all_ in members.items()] == found["forms"][8:]  # type: ignore[index]
    assert [{"level": "realistic", **row} for row in twins(small, REALISTIC, members["all"])] == found["twins"][3:]  # type: ignore[index]
    assert {"level": "realistic", **checks(small, {"all": members["all"]}, {})[0]} == found["checks"][
        2 * (1 + len(others(small)))
    ]  # type: ignore[index]


def test_a_simulation_with_lengths(small: Pack, results: dict[Task, list[object]]) -> None:
    """Where lengths were run their rows are there, with their level."""
    task = Task("lengths", "moderate", 3, 0, 3, (2, 4))
    with_lengths = {**results, task: run(small, task)}
    found = simulation(small, with_lengths)

    assert [{"level": "moderate", **row} for row in lengths(by_form(with_lengths[task]))] == found["lengths"]
    assert [2, 4] == [row["items"] for row in found["lengths"]]
