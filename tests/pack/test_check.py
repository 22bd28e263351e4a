"""Warnings: what an author should know, and what never makes a pack fail."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from careerfit.pack.load import check_pack
from careerfit.text import LANGUAGES, Lang

from .conftest import Edit

BARELY = {
    "id": "jumlah relevansi keluarga ini 1, dekat ambang bersama 1,4: satu saja bisa mengubah urutan.",
    "en": "its relevances add up to 1, near the shared threshold 1.4: one can change the order.",
}
UNWORDED = {
    "id": "faset ini belum punya butir sendiri, jadi ditanyakan dengan kalimat umum.",
    "en": "this facet has no items of its own, so it is asked about in plain default words.",
}


def warnings(pack: Path, lang: Lang = "en") -> list[str]:
    """The warnings of a pack that loads, a line each."""
    report = check_pack(pack)
    assert ((), True) == (report.errors, report.pack is not None)
    return [warning.line(lang) for warning in report.warnings]


def added(pack: Path, before: list[str]) -> list[str]:
    """The warnings that were not there before, on whatever line."""
    known = {unnumbered(line) for line in before}
    return [line for line in warnings(pack) if unnumbered(line) not in known]


def unnumbered(line: str) -> str:
    """A warning without its line number."""
    return re.sub(r":\d+:", ":", line, count=1)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_warnings_of_the_small_pack(base: Path, lang: Lang) -> None:
    """A facet without wording and families near the shared threshold are told, in the language asked for."""
    assert [
        f"catalogue.yaml:11: families.ketelitian: {BARELY[lang]}",
        f"catalogue.yaml:28: facets.menulis-cerita: {BARELY[lang]}",
        f"roles/penulis.yaml:29: facets.sabar: {BARELY[lang]}",
        f"roles/penulis.yaml:29: facets.sabar: {UNWORDED[lang]}",
    ] == warnings(base, lang)


def test_a_family_far_from_the_threshold_is_not_warned_of(edited: Edit) -> None:
    """A family that both of two roles ask for lies well above the threshold of 1.4."""
    pack = edited(
        "roles/penulis.yaml",
        'names:\n        menulis-cerita: {id: "menulis cerita", en: "writes stories"}',
        'names:\n        menulis-cerita: {id: "menulis cerita", en: "writes stories"}\n'
        '        cermat: {id: "setiap hari", en: "every day", relevance: 1}',
    )

    assert not [line for line in warnings(pack) if "families.ketelitian" in line and "threshold" in line]


def test_a_role_without_a_facet_of_its_own(edited: Edit, base: Path) -> None:
    """A role all of whose facets others ask for, too, is harder to tell apart."""
    before = warnings(base)
    pack = edited(
        "roles/penulis.yaml",
        'names:\n        menulis-cerita: {id: "menulis cerita", en: "writes stories"}',
        'names:\n        menulis-cerita: {id: "menulis cerita", en: "writes stories"}\n'
        '        cermat: {id: "setiap hari", en: "every day"}',
    )

    expected = "roles/penyunting.yaml:1: no facet belongs to this role alone, so it is harder to tell from the others."
    assert expected in added(pack, before)


def test_two_roles_alike_in_all_relevances(base: Path) -> None:
    """Roles that ask for the same to the same degree cannot be told apart."""
    twin = base / "roles" / "redaktur.yaml"
    shutil.copy(base / "roles" / "penyunting.yaml", twin)
    text = twin.read_text(encoding="utf-8")
    twin.write_text(text.replace('"Penyunting", en: "Editor"', '"Redaktur", en: "Copy editor"'), encoding="utf-8")

    expected = (
        "roles/redaktur.yaml:1: all its relevances equal those of 'penyunting': nothing can tell these two roles apart."
    )
    assert expected in warnings(base)


def test_a_family_that_would_break_deals_with_more_items(edited: Edit) -> None:
    """A family that nearly all tidak cocok sentences name, but too few items measure, is told."""
    pack = edited(
        "roles/penulis.yaml",
        'sabar: {id: "sabar", en: "patient"}',
        'sabar: {id: "sabar", en: "patient"}\n        cermat: {id: "tidak cocok", en: "not fit"}',
    )

    expected = (
        "catalogue.yaml:11: families.ketelitian: "
        "nearly all tidak cocok sentences name this family; it needs 4 items (now: 2)."
    )
    assert expected in warnings(pack)


def test_a_facet_that_no_role_names(base: Path) -> None:
    """A facet that nobody asks for is told once, and nothing else is said of its wording."""
    before = warnings(base)
    with (base / "catalogue.yaml").open("a", encoding="utf-8") as file:
        file.write('  melukis:\n    kind: interest\n    name: {id: "Melukis", en: "Painting"}\n')

    expected = "catalogue.yaml:40: facets.melukis: no role names this facet, so it is never asked about."
    assert [expected] == added(base, before)


def test_a_long_item(edited: Edit, base: Path) -> None:
    """An item of more than fifteen words is hard to answer."""
    before = warnings(base)
    pack = edited(
        "catalogue.yaml", "before I send it.", "before I send it, and then again, and then once more, to be sure."
    )

    expected = "catalogue.yaml:23: facets.cermat.items.cermat-1.en: this item has 18 words; aim for at most 15."
    assert [expected] == added(pack, before)


def test_items_of_one_key_in_a_row(edited: Edit, base: Path) -> None:
    """Items that are keyed alike should not follow one another."""
    before = warnings(base)
    more = '      cermat-{n}:\n        keyed: {k}\n        id: "Butir {n}."\n        en: "Item {n}."\n'
    pack = edited(
        "catalogue.yaml", "  menulis-cerita:\n", more.format(n=3, k=-1) + more.format(n=4, k=1) + "  menulis-cerita:\n"
    )

    expected = (
        "catalogue.yaml:29: facets.cermat.items.cermat-3.keyed: "
        "this item and the one before it are both keyed -1; alternate 1 and -1."
    )
    assert [expected] == added(pack, before)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            '"Like me"',
            '"This is very much how I am myself"',
            "8: scale[3].en: this text has 33 characters; the screen fits at most 24.",
        ),
        (
            'en: "Care"',
            f'en: "{"C" * 35}"',
            "12: families.ketelitian.name.en: this text has 35 characters; the screen fits at most 34.",
        ),
        (
            'en: "Careful"',
            f'en: "{"C" * 35}"',
            "17: facets.cermat.name.en: this text has 35 characters; the screen fits at most 34.",
        ),
        (
            "Checking a text",
            "Checking" + " again" * 9 + " a text",
            "18: facets.cermat.doing.en: this text has 87 characters; the screen fits at most 64.",
        ),
    ],
    ids=["label", "family", "facet", "doing"],
)
def test_texts_that_no_narrow_screen_fits(edited: Edit, base: Path, old: str, new: str, expected: str) -> None:
    """Labels, names and duel options that would be cut on a narrow screen are told."""
    before = warnings(base)

    assert [f"catalogue.yaml:{expected}"] == added(edited("catalogue.yaml", old, new), before)


def test_a_role_in_the_wrong_folder(base: Path) -> None:
    """A file that looks like a role, but is not read, is told."""
    before = warnings(base)
    (base / "redaktur.yaml").write_text("name: x\n", encoding="utf-8")

    assert ["redaktur.yaml: this file is not read; roles belong in the folder roles."] == added(base, before)


def test_a_broken_pack_has_errors_and_no_warnings(edited: Edit) -> None:
    """First what must be mended; what is weak comes after."""
    report = check_pack(edited("roles/penulis.yaml", 'en: "Writer"', 'en: ""'))

    assert (None, ()) == (report.pack, report.warnings)
    assert ["roles/penulis.yaml:1: name.en: this text is empty."] == [error.line("en") for error in report.errors]
