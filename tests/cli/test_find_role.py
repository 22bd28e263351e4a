"""What a person may call a role."""

from __future__ import annotations

import pytest

from careerfit.cli.find_role import find_role
from careerfit.core.model import Pack
from careerfit.errors import UsageError


@pytest.mark.parametrize(
    "words",
    [
        "kepala-pusat-pelayanan-sosial",
        "KEPALA-PUSAT-PELAYANAN-SOSIAL",
        "Kepala Pusat Pelayanan Sosial",
        "kepala_pusat  pelayanan sosial",
        "Head of a Social Service Centre",
        "head of a social",
        "kepala-pusat",
        "pusat",
        "service centre",
        " Kepala Pusat ",
    ],
)
def test_a_role_by_slug_name_or_part(pack: Pack, words: str) -> None:
    """A slug, a name in either language, or a unique beginning or part of one, in any case, means its role."""
    assert find_role(pack, words).slug == "kepala-pusat-pelayanan-sosial"


def test_every_slug_and_name_means_its_own_role(pack: Pack) -> None:
    """No role's slug or name is taken for another's, also where one is a part of the other."""
    for role in pack.roles:
        for words in (role.slug, role.name.id, role.name.en):
            assert role is find_role(pack, words)


def test_several_candidates_are_listed(pack: Pack) -> None:
    """A part that fits several roles is refused with their slugs."""
    with pytest.raises(UsageError) as caught:
        find_role(pack, "kepala")
    expected = (
        "'kepala' could be any of these roles: kepala-bagian-kesejahteraan-masyarakat, kepala-pusat-pelayanan-sosial."
    )
    assert expected == caught.value.headline.en


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("manajr", "manajer-departemen-sosial"),
        ("manejer-departemen-sosial", "manajer-departemen-sosial"),
        ("pegawe", "pegawai-departemen-sosial"),
        ("Manajer Departmen Sosial", "manajer-departemen-sosial"),
    ],
)
def test_a_near_miss_gets_a_suggestion(pack: Pack, words: str, slug: str) -> None:
    """A mistyped role is refused with the role that was probably meant."""
    with pytest.raises(UsageError) as caught:
        find_role(pack, words)
    assert f"Tidak ada peran '{words}'. Maksud kamu '{slug}'?" == caught.value.headline.id


@pytest.mark.parametrize("words", ["", "---", "zzz", "x" * 10_000])
def test_nonsense_gets_the_list(pack: Pack, words: str) -> None:
    """What resembles nothing is refused with all there is."""
    with pytest.raises(UsageError) as caught:
        find_role(pack, words)
    assert all(role.slug in caught.value.headline.en for role in pack.roles)
