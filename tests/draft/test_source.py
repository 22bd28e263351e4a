"""Strangers' files: what holds no profile is told from what does, in a clear word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.draft.drafting import make_draft
from careerfit.draft.role_file import role_yaml
from careerfit.draft.source import MOST_BYTES, read_sources
from careerfit.errors import DataError

from .reading import TEXTS

PERAWAT = (TEXTS / "perawat.txt").read_text("utf-8")
NOVEL = "Malam itu hujan turun di kota. Ia berjalan pulang dengan langkah pelan, dan tidak ada yang menyapanya. " * 30
CV = "Nama: Budi. Pendidikan: S1 Teknik dari universitas negeri. Pengalaman: bekerja di bank pada tahun 2019 dan 2020."
ENGLISH = (
    "A nurse takes care of patients. People who are patient fit this job, and those who panic do not fit it at all."
)


def why(content: bytes) -> str:
    """Why a file is not drafted."""
    with pytest.raises(DataError) as refused:
        read_sources(content, "x.txt", "x")
    return refused.value.lines("en")[1].removeprefix("  x.txt: ")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "it is empty."),
        (b" \r\n\t\xef\xbb\xbf ", "it is empty."),
        (b"a" * (MOST_BYTES + 1), "it is larger than 256 KiB; keep one profile in a file."),
        (b"\x89PNG\0\0\1", "this is not text; save it as plain text first (.txt, UTF-8)."),
        (b"\xff\xfe\x00", "this is not text; save it as plain text first (.txt, UTF-8)."),
        (
            b"<!DOCTYPE html><html><body><p>Cocok untuk kamu yang sabar</p>",
            "this is HTML; copy its text alone into a .txt file.",
        ),
        (ENGLISH.encode(), "this text does not seem to be Indonesian; only Indonesian texts are drafted."),
        (NOVEL.encode(), "no sentence says who fits or who does not, so this is not the profile of a role."),
        (CV.encode(), "no sentence says who fits or who does not, so this is not the profile of a role."),
        (
            (NOVEL + "Ia tidak cocok jadi guru. ").encode() * 8,
            "it is too long for the profile of one role (at most 150 sentences).",
        ),
        (b"Cocok. Cocok untuk yang cocok dan yang tidak cocok.", "no duty and no quality can be made out in it."),
    ],
    ids=["empty", "blank", "large", "binary", "half", "html", "english", "novel", "cv", "long", "bare"],
)
def test_what_is_no_profile_is_told(content: bytes, told: str) -> None:
    """What it is instead, and where it helps, what to do."""
    assert told == why(content)


def test_a_text_may_come_in_utf_16_or_from_windows() -> None:
    """What is read is the same."""
    expected = read_sources(PERAWAT.encode(), "perawat.txt", "perawat")
    curly = PERAWAT.replace("rekam medis", "“rekam medis”")

    assert expected == read_sources(PERAWAT.encode("utf-16"), "perawat.txt", "perawat")
    assert read_sources(curly.encode(), "p", "perawat") == read_sources(curly.encode("cp1252"), "p", "perawat")


def test_several_roles_stand_in_one_file_where_headings_set_them_apart() -> None:
    """Each is what it is in a file of its own, under the name of its heading."""
    both = "".join(
        f"# {name}\n\n{(TEXTS / f'{stem}.txt').read_text('utf-8')}\n"
        for name, stem in (("Perawat", "perawat"), ("Akuntan Publik", "akuntan-publik"))
    )
    found = read_sources(both.encode(), "both.md", "both")

    assert [("perawat", "Perawat"), ("akuntan-publik", "Akuntan Publik")] == [(one.slug, one.name) for one in found]
    assert read_sources(PERAWAT.encode(), "p", "perawat")[0].sections == found[0].sections


def test_a_file_without_a_telling_name_gets_the_role_from_its_text() -> None:
    """As the sources are called after numbers."""
    found = read_sources(PERAWAT.encode(), "000_321cd2a05c4849db.txt", "000_321cd2a05c4849db")[0]

    assert ("perawat", "Perawat", True) == (found.slug, found.name, found.certain)


WORDS = PERAWAT.split()


@given(
    st.lists(
        st.sampled_from([*WORDS, ",", "\n", "- ", "# ", ":", "(", "dan", "tidak", "cocok", "“", "\0", "é"]),
        max_size=120,
    )
)
def test_any_text_is_drafted_or_refused(parts: list[str]) -> None:
    """Whatever comes of it is YAML; nothing but a word of refusal is raised."""
    try:
        profiles = read_sources(" ".join(parts).encode(), "x.txt", "x")
    except DataError:
        return
    draft = make_draft(profiles, [])
    for role in draft.roles:
        assert role_yaml(role, draft.facets, one_language=False).startswith("name: ")


FIT = "Orang yang teliti cocok dengan profesi ini."


@pytest.mark.parametrize(
    ("text", "stem", "name"),
    [
        (
            f"Kenyataannya, ia melakukan banyak hal. {FIT} Realitanya, mereka bekerja lama.",
            "Teknisi Lab",
            "Teknisi Lab",
        ),
        (f"Tugasnya memeriksa alat. {FIT} Realitanya bekerja malam.", "teknisi_lab_2024", "Teknisi Lab"),
        (f"Teknisi Lab\nTugasnya memeriksa alat. {FIT} Teks asli ini.", "asli", "Teknisi Lab"),
        (f"Seorang teknisi lab memeriksa alat. {FIT} Realitanya, berat.", "asli", "Teknisi Lab"),
        (f"Tugasnya memeriksa alat. {FIT} Kenyataannya melelahkan.", "asli", "Asli"),
    ],
)
def test_a_role_is_called_as_its_text_or_its_file_says(text: str, stem: str, name: str) -> None:
    """By the heading or the sentences, else by the file; no other word that a sentence begins with is a name."""
    assert [name] == [profile.name for profile in read_sources(text.encode(), f"{stem}.txt", stem)]
