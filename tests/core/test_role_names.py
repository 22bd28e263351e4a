"""What a role may be called, and the shortest beginning that still means it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.role_names import roles_called, short_name

from .build import facet, pack_of

SLUGS = st.lists(st.lists(st.sampled_from(["ab", "a", "b", "c-d", "0"]), min_size=1, max_size=4).map("-".join))
ONE = (facet("satu"), facet("dua"))


@given(SLUGS.map(set).filter(lambda slugs: len(slugs) > 1))
def test_a_short_name_means_its_role(slugs: set[str]) -> None:
    """Whatever roles are called, a short name means its role by the first way of matching that finds any."""
    pack = pack_of(ONE, dict.fromkeys(sorted(slugs), (1.0, 0.0)))
    for slug in slugs:
        short = short_name(pack, slug)
        found = next(found for found in roles_called(pack, short) if found)
        assert (True, [slug]) == (slug.startswith(short), [role.slug for role in found])


@pytest.mark.parametrize(
    ("slugs", "expected"),
    [
        (("penulis-buku", "penyunting"), "penulis"),
        (("kepala-bagian-a", "kepala-pusat"), "kepala-bagian"),
        (("kepala", "kepala-pusat"), "kepala"),
        (("satu-dua", "satu-dua-tiga"), "satu-dua"),
        (("pe-a", "penulis-b"), "pe-a"),
    ],
)
def test_it_is_the_shortest_of_whole_words(slugs: tuple[str, str], expected: str) -> None:
    """Words are taken until no other role's name begins so; a slug that others begin with stays whole."""
    assert expected == short_name(pack_of(ONE, dict.fromkeys(slugs, (1.0, 0.0))), slugs[0])


def test_no_words_mean_no_role() -> None:
    """Blanks and hyphens alone mean nobody."""
    pack = pack_of(ONE, {"penulis": (1.0, 0.0), "penyunting": (0.0, 1.0)})
    assert [] == [*roles_called(pack, " - ")]


def test_words_from_the_middle_of_a_name() -> None:
    """What no name is, and none begins with, means those roles in whose names it stands."""
    pack = pack_of(ONE, {"kepala-bagian": (1.0, 0.0), "penyunting-bagian": (0.0, 1.0), "penulis": (0.0, 1.0)})
    found = [[role.slug for role in roles] for roles in roles_called(pack, " Bagian_")]
    assert [[], [], ["kepala-bagian", "penyunting-bagian"]] == found
