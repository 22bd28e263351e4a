"""What the profiles ask for, as settled sentence by sentence: any change here changes everybody's result."""

from __future__ import annotations

from careerfit.core.model import Pack
from careerfit.core.relevance import relevance_matrix

MARKS = {0.0: ".", 0.5: "½", 1.0: "1"}

# One column a role, in alphabetical order: kepala-bagian, kepala-pusat, manajer, pegawai, pengelola
SETTLED = """
empati                  1 1 1 1 1
kepekaan-sosial         . 1 1 1 .
keinginan-membantu      1 . . . 1
minat-masalah-sosial    . 1 . . .
komunikasi              1 1 1 1 1
kerja-sama-pihak        ½ 1 1 ½ ½
kepemimpinan            1 1 1 . .
analisis                . . . 1 1
keputusan-tepat         1 1 . 1 .
keputusan-adil          1 . . 1 .
keberagaman             . ½ ½ 1 .
kelompok-rentan         . 1 ½ . .
pendidikan-sosial       1 . . . .
pemahaman-isu-sosial    1 . ½ . 1
merencanakan-program    ½ ½ ½ . 1
melaksanakan-program    ½ . ½ . 1
membuat-perubahan       . . . . 1
mengelola-program       . 1 ½ . ½
mengelola-sumber-daya   . . 1 . .
negosiasi               . . 1 . .
investigasi-kasus       . . . 1 .
penanganan-kasus        . . . 1 .
penyaluran-bantuan      . . . 1 ½
pendampingan-warga      . . . 1 .
penyusunan-kebijakan    1 . . 1 ½
identifikasi-kebutuhan  1 . . . 1
pemenuhan-kebutuhan     1 . . . .
hubungan-masyarakat     ½ . 1 . .
evaluasi-program        1 . 1 . 1
pengawasan-program      1 1 1 . 1
penghubung-lembaga      . . . . 1
solusi-jangka-panjang   . . 1 . ½
koordinasi-tim          . 1 . . .
interaksi-klien         . 1 . . .
pengelolaan-anggaran    . . 1 . .
pelaporan-hasil         . . 1 . .
"""


def test_relevance_matrix(pack: Pack) -> None:
    """Each role asks for each facet exactly as settled."""
    columns = zip(*pack.relevance, strict=True)
    lines = [
        f"{f.key:<23} {' '.join(MARKS[e] for e in column)}" for f, column in zip(pack.facets, columns, strict=True)
    ]

    assert SETTLED.strip().splitlines() == lines


def test_shared_facets(pack: Pack) -> None:
    """These facets make up field fit; all others tell the roles apart."""
    assert {
        "empati",
        "kepekaan-sosial",
        "keinginan-membantu",
        "minat-masalah-sosial",
        "komunikasi",
        "kerja-sama-pihak",
        "pengawasan-program",
    } == pack.shared


def test_every_facet_is_named_by_evidence(pack: Pack) -> None:
    """No facet is asked about that no sentence names, and none that a sentence names is left out."""
    named = {e.facet for role in pack.roles for sentence in role.sentences for e in sentence.evidence}

    assert named == set(pack.facet_index)


def test_every_scored_facet_is_backed_by_a_phrase(pack: Pack) -> None:
    """The matrix says nothing that the evidence does not."""
    assert relevance_matrix(pack.roles, pack.facets) == pack.relevance


def test_every_role_has_a_facet_of_its_own(pack: Pack) -> None:
    """Each role has at least one facet that no other role asks for."""
    own = [sum(1 for row in pack.relevance if row[t]) == 1 for t in range(len(pack.facets))]

    assert all(any(mine and e for mine, e in zip(own, row, strict=True)) for row in pack.relevance)


def test_twenty_traits_and_sixteen_interests(pack: Pack) -> None:
    """Traits are what sentences on who fits name; interests are the roles' duties."""
    kinds = [facet.kind for facet in pack.facets]

    assert (20, 16) == (kinds.count("trait"), kinds.count("interest"))
