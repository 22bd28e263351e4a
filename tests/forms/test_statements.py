"""The order of the statements in forms."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from careerfit.core.model import Pack
from careerfit.forms.content import form_mark, statements


def test_each_statement_is_asked_once(pack: Pack, small_pack: Pack) -> None:
    """A form holds every item of its pack exactly once."""
    for one in (pack, small_pack):
        assert sorted(one.items) == sorted(statements(one))


def test_the_order_is_always_the_same(pack: Pack) -> None:
    """Forms made at any time, by anybody, number the statements alike: paper and sheet go together."""
    expected = ["penghubung-lembaga-1", "kepekaan-sosial-2", "interaksi-klien-1", "keputusan-tepat-2"]
    assert expected == [item.key for item in statements(pack)[:4]]


def test_statements_of_one_facet_are_far_apart(pack: Pack) -> None:
    """Between two statements of one facet stand at least sixteen others; of one family, at least six."""
    asked = statements(pack)
    apart = {"facet": len(asked), "family": len(asked)}
    for (a, one), (b, other) in combinations(enumerate(asked), 2):
        if one.facet == other.facet:
            apart["facet"] = min(apart["facet"], b - a)
        if pack.facet(one.facet).family == pack.facet(other.facet).family:
            apart["family"] = min(apart["family"], b - a)
    assert (True, True) == (apart["facet"] > 16, apart["family"] > 6)


def test_neither_half_is_of_one_key(pack: Pack) -> None:
    """Both keys are as frequent in the first half as in the second, and no more than three of one follow each other."""
    keys = [item.keyed for item in statements(pack)]
    half = Counter(keys[: len(keys) // 2])
    runs = max(len(run) for run in "".join("+" if key > 0 else " " for key in keys).split())
    assert (True, True) == (abs(half[1] - half[-1]) <= 2, runs <= 3)


def test_the_mark_names_the_pack(pack: Pack) -> None:
    """Name and version of the pack are what a form carries."""
    assert form_mark(pack) == "careerfit:kesejahteraan-sosial 1.0"
