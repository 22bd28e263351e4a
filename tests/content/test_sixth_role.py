"""A sixth role is one new file and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careerfit.core.answers import Layer, resolve
from careerfit.core.model import Item, Pack
from careerfit.core.relevance import default_items
from careerfit.core.results.result import evaluate
from careerfit.interview.interview import Interview
from careerfit.pack import load_pack
from careerfit.pack.load import check_pack, shipped_folder
from careerfit.text import Text

SLUG = "pustakawan-keliling"
FILE = """
name: {id: "Pustakawan Keliling", en: "Mobile Librarian"}
sections:
  duties:
    - id: "Pustakawan keliling membawa buku ke kampung dan membacakannya untuk anak-anak."
      en: "A mobile librarian takes books to villages and reads them to children."
      names:
        membacakan-buku: {id: "membacakannya untuk anak-anak", en: "reads them to children"}
        hubungan-masyarakat: {id: "membawa buku ke kampung", en: "takes books to villages"}
  cocok:
    - id: "Orang yang telaten dan berempati cocok di sini."
      en: "Someone who is patient and empathetic fits here."
      names:
        ketelatenan: {id: "telaten", en: "is patient"}
        empati: {id: "berempati", en: "empathetic"}
  tidak_cocok:
    - id: "Kalau kamu tidak mampu berkomunikasi, kamu tidak cocok."
      en: "If you are not able to communicate, you do not fit."
      names:
        komunikasi: {id: "mampu berkomunikasi", en: "able to communicate"}
facets:
  membacakan-buku:
    kind: interest
    name: {id: "Membacakan buku", en: "Reading aloud"}
  ketelatenan:
    kind: trait
    name: {id: "Ketelatenan", en: "Patience"}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped pack with one file more."""
    shutil.copytree(shipped_folder(), tmp_path / "pack")
    (tmp_path / "pack" / "roles" / f"{SLUG}.yaml").write_text(FILE, encoding="utf-8")
    return tmp_path / "pack"


@pytest.fixture
def six(folder: Path) -> Pack:
    """The pack of six roles."""
    return load_pack(folder)


def test_it_is_listed(six: Pack, pack: Pack) -> None:
    """The new role stands among the others, in its place in the alphabet."""
    assert sorted([*pack.role_index, SLUG]) == [role.slug for role in six.roles]
    assert Text("Pustakawan Keliling", "Mobile Librarian") == six.role(SLUG).name


def test_no_other_role_changes(six: Pack, pack: Pack) -> None:
    """What the other roles ask for stays as it was."""
    assert pack.roles == tuple(role for role in six.roles if role.slug != SLUG)


def test_its_facets_get_default_items(six: Pack) -> None:
    """A facet without wording is asked about in plain words, once in each direction."""
    expected = (
        *default_items("membacakan-buku", "interest", Text("Membacakan buku", "Reading aloud")),
        *default_items("ketelatenan", "trait", Text("Ketelatenan", "Patience")),
    )

    assert expected == six.items[-4:]


def test_it_is_asked_about(six: Pack) -> None:
    """The full interview asks the new items, too."""
    interview = Interview(six, mode="full")
    asked: set[str] = set()
    while (question := interview.next()) is not None and len(asked) < len(six.items):
        assert isinstance(question, Item)
        asked.add(question.key)
        interview.answer(question, 3)

    assert {"membacakan-buku-1", "membacakan-buku-2", "ketelatenan-1", "ketelatenan-2"} <= asked


def test_it_is_ranked_and_wins_with_its_own_people(six: Pack) -> None:
    """Someone who answers as the new role asks has it first, for reasons in its own words."""
    wanted = six.relevance[six.role_index[SLUG]]
    pairs = tuple(
        (facet.key, 5 if e or facet.key in six.shared else 2) for facet, e in zip(six.facets, wanted, strict=True)
    )
    result = evaluate(six, resolve(six, [Layer("test", pairs)]))
    first = result.ranking[0]

    assert (SLUG, len(six.roles)) == (first.role, len(result.ranking))
    assert "reads them to children" in [e.phrase.en for c in first.contributions for e in c.evidence]


def test_check_passes_with_a_word_on_the_wording(folder: Path) -> None:
    """``check`` finds no error, and reminds the author of the items that are still to be written."""
    report = check_pack(folder)

    assert () == report.errors
    assert ["facets.membacakan-buku", "facets.ketelatenan"] == [
        warning.where.rpartition(" ")[2] for warning in report.warnings if "no items of its own" in warning.what.en
    ]
