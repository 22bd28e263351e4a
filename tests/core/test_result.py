"""From answers to everything that can be said about them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given

from careerfit.core.answer_code import encode
from careerfit.core.confidence import probabilities, verdict
from careerfit.core.explain import alerts, runner_up
from careerfit.core.model import Answers
from careerfit.core.quality import quality
from careerfit.core.results.flips import flips
from careerfit.core.results.result import Field, Result, evaluate
from careerfit.core.scoring import facet_values, family_means, field_fit, order, ranking, scores

from .build import facet, pack_of
from .strategies import SOME, Someone, people


@given(people())
@SOME
def test_a_result_holds_what_its_parts_say(someone: Someone) -> None:
    """A result is what scoring, confidence, explanation, flips, quality and code say of the same answers."""
    pack, answers = someone
    values = facet_values(pack, answers)
    chances = probabilities(pack, scores(pack, values), [v.count for v in values])
    ranked = ranking(pack, values, chances)
    means = family_means(pack, answers)
    given_quality = quality(pack, answers)
    shared = {pack.facet(key).family for key in pack.shared}
    changes, size = flips(pack, answers)

    assert evaluate(pack, answers) == Result(
        pack=pack,
        answers=answers,
        values=values,
        field=Field(
            100 * field_fit(pack, values),
            {family: mean for family, (mean, _) in means.items() if family in shared},
            alerts(pack, values),
        ),
        verdict=verdict(pack, answers, means, chances, given_quality.flags),
        ranking=ranked,
        runner_up=runner_up(ranked),
        flips=changes,
        flip_size=size,
        quality=given_quality,
        code=encode(pack, answers),
    )


@given(people())
@SOME
def test_likelier_roles_stand_higher(someone: Someone) -> None:
    """Down the ranking neither scores nor probabilities rise, and every role stands once."""
    pack, answers = someone
    found = evaluate(pack, answers).ranking

    assert sorted(pack.role_index) == sorted(place.role for place in found)
    assert list(range(len(found))) == list(order([round(place.score, 9) for place in found]))
    assert list(range(len(found))) == list(order([round(place.probability, 8) for place in found]))


def test_field_by_hand() -> None:
    """The field has the score of field fit, and a mean for each shared family, none where nothing was answered."""
    facets = [facet("umum"), facet("luas"), facet("a"), facet("b")]
    pack = pack_of(facets, {"p": (1, 1, 1, 0), "q": (1, 1, 0, 1)})
    found = evaluate(pack, Answers({"umum-1": 5, "umum-2": 2, "a-1": 5})).field

    assert {"umum": 4.5, "luas": None} == found.families
    assert 100 * (0.875 + (0.875 + 1) / 3) / 2 == pytest.approx(found.score)


@given(people())
@SOME
def test_the_rating_of_a_facet(someone: Someone) -> None:
    """A result tells a facet's value from 1 to 5, and none where the facet was not answered."""
    pack, answers = someone
    found = evaluate(pack, answers)

    for one, value in zip(pack.facets, facet_values(pack, answers), strict=True):
        assert (1 + 4 * value.x if value.count else None) == found.rating(one.key)


TORN = {"a-1": 4, "a-2": 3, "b-1": 4, "b-2": 3}


@pytest.mark.parametrize(
    ("responses", "slugs", "expected"),
    [
        ({"a-1": 5, "a-2": 1, "b-1": 1, "b-2": 5}, "pq", "<Result clear 1.00: p; 4 of 4 items answered>"),
        ({"a-1": 3, "b-1": 4}, "pq", "<Result clear 0.82: q; 2 of 4 items answered>"),
        (TORN, "pq", "<Result tie 1.00: p, q; 4 of 4 items answered>"),
        (TORN, ("p" * 90, "q" * 90), f"<Result tie 1.00: {'p' * 90}, {'q' * 27}…; 4 of 4 items answered>"),
        ({}, "pq", "<Result unclear; 0 of 4 items answered>"),
    ],
)
def test_a_result_shows_itself_in_a_line(responses: dict[str, int], slugs: Sequence[str], expected: str) -> None:
    """A result's repr is the verdict with its roles and how much was answered, in at most 200 characters."""
    pack = pack_of([facet("a"), facet("b")], dict(zip(slugs, ((1, 0), (0, 1)), strict=True)))
    found = repr(evaluate(pack, Answers(responses)))

    assert expected == found
    assert len(found) <= 200


SCRIPT = """
import json
from careerfit.core.model import Answers
from careerfit.core.results.result import evaluate
from tests.core.build import facet, pack_of

pack = pack_of([facet(k) for k in "abc"], {"p": (0.5, 1, 0), "q": (1, 0, 0.5), "r": (0, 0.5, 1)})
people = [
    {"a-1": 1, "a-2": 5, "b-1": 2, "b-2": 3, "c-1": 5, "c-2": 2},
    {"a-1": 3, "a-2": 3, "b-1": 3, "b-2": 3, "c-1": 3, "c-2": 3},
    {"a-1": 5, "b-1": 5, "c-1": 4},
]
print(json.dumps([evaluate(pack, Answers(one)).to_dict() for one in people]))
"""


def test_the_same_in_every_process(pytestconfig: pytest.Config) -> None:
    """The same answers give the same result, letter by letter, in any process: nothing hangs on the order of a set."""
    said = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=pytestconfig.rootpath,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert 1 == len(said)


def test_core_needs_the_standard_library_only(pytestconfig: pytest.Config) -> None:
    """Importing all of the core loads nothing but the standard library and the program's own errors."""
    code = (
        "import sys, pkgutil, importlib, careerfit.core as core\n"
        "for one in pkgutil.walk_packages(core.__path__, 'careerfit.core.'): importlib.import_module(one.name)\n"
        "known = set(sys.stdlib_module_names) | {'careerfit'}\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} - known - {'__main__'} - set(BEFORE)))"
    )
    before = "import sys; BEFORE = {name.split('.')[0] for name in sys.modules}\n"
    found = subprocess.run(
        [sys.executable, "-c", before + code], cwd=pytestconfig.rootpath, capture_output=True, text=True, check=True
    )

    assert "[]\n" == found.stdout
