"""Duties: the plainest ones become statements, by words that everybody knows and the people they are done with."""

from __future__ import annotations

import pytest

from careerfit.draft.drafting import DUTIES, OWN, make_draft
from careerfit.draft.phrases import duties
from careerfit.draft.plainness import hardness
from careerfit.draft.source import read_sources

TEXT = "Tugas Kurir meliputi {duties}. Profesi ini cocok untuk orang yang {fits}. Tidak cocok: orang yang takut hujan."


def asked(**places: str) -> list[str]:
    """The names of the facets that are asked about."""
    profiles = read_sources(TEXT.format(**places).encode(), "kurir", "kurir")
    return [facet.name for facet in make_draft(profiles, []).facets if facet.asked]


@pytest.mark.parametrize(
    ("plainer", "harder"),
    [
        ("membantu petani menanam padi", "menanam padi di sawah"),
        ("memeriksa kondisi mobil", "memeriksa kondisi transmisi"),
        ("menyusun jadwal kunjungan", "menyusun jadwal"),
        ("melayani peminjaman buku", "melayani peminjaman"),
        ("membuat kegiatan", "melayani peminjaman"),
        ("mencari data", "membersihkan data"),
        ("membersihkan kolam", "membersihkan data"),
        ("menulis surat", "mendigitalisasi surat"),
    ],
)
def test_what_is_easier_to_picture_is_plainer(plainer: str, harder: str) -> None:
    """With whom it is done, a whole object, words that everybody knows and no figure make a duty plain."""
    easy, hard = (hardness(duties(f"Tugasnya adalah {one}.")[0]) for one in (plainer, harder))

    assert easy < hard


SIX = "mengantar paket, mengalibrasi gps, mencuci mobil, mencatat alamat pembeli, mengisi buku jalan, menagih uang"


def test_the_plainest_duties_are_asked() -> None:
    """As many as it takes to have enough facets of the role's own, in no case one of the trade's words."""
    found = asked(duties=SIX, fits="teliti, ramah, jujur, sabar, dan rajin")

    assert {"Mencatat alamat pembeli", "Ketelitian", "Kejujuran"} <= set(found)
    assert not [name for name in found if "gps" in name.lower()]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_an_author_says_how_many_duties_are_asked(count: int) -> None:
    """All others are only noted."""
    profiles = read_sources(TEXT.format(duties=SIX, fits="teliti").encode(), "kurir", "kurir")
    made = make_draft(profiles, [], duties=count).facets

    assert count == sum(facet.asked for facet in made if facet.kind == "interest")
    assert 6 == sum(facet.kind == "interest" for facet in made)


ELEVEN = "teliti, ramah, jujur, sabar, rajin, tegas, rapi, supel, kreatif, disiplin, dan tenang"


@pytest.mark.parametrize("most", [None, 12, 2])
def test_a_role_keeps_to_its_plainest_facets(most: int | None) -> None:
    """At most so many of its own are asked about, some duties among them; with a limit fewer, but always one."""
    profiles = read_sources(TEXT.format(duties=SIX, fits=ELEVEN).encode(), "kurir", "kurir")
    made = [facet for facet in make_draft(profiles, [], most_items=most).facets if facet.asked]

    assert {None: OWN, 12: 6, 2: 1}[most] == len(made)
    assert {None: DUTIES, 12: DUTIES, 2: 0}[most] == sum(facet.kind == "interest" for facet in made)


def test_more_duties_may_be_asked_than_a_draft_would() -> None:
    """An author's number counts, however large, unless a limit on statements stands against it."""
    things = (
        "surat",
        "buku",
        "uang",
        "roti",
        "kain",
        "kayu",
        "batu",
        "obat",
        "susu",
        "garam",
        "bunga",
        "kertas",
        "sepatu",
    )
    text = TEXT.format(duties=", ".join(f"mengantar {one}" for one in things), fits="teliti")
    profiles = read_sources(text.encode(), "kurir", "kurir")
    counts = [
        sum(facet.asked for facet in make_draft(profiles, [], duties=13, most_items=most).facets) for most in (None, 10)
    ]

    assert [13 + 2, 5] == counts


def test_what_is_worded_alike_is_one_facet() -> None:
    """Two demands of one text that end in the same statements are asked about once, and both name the facet."""
    text = TEXT.format(duties="mengantar paket", fits="memiliki kestabilan emosi").replace("takut hujan", "mudah marah")
    made = make_draft(read_sources(text.encode(), "kurir", "kurir"), [])
    statements = [words for facet in made.facets for _, words in facet.items]
    named = [key for section in made.roles[0].names.values() for names in section for key in names]

    assert len(statements) == len(set(statements))
    assert {facet.key for facet in made.facets} == set(named)
