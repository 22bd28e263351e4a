"""Warnings: what an author should know, and what never makes a pack fail."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from careerfit.pack.load import check_pack
from careerfit.text import LANGUAGES, Lang

from .conftest import Edit

UNWORDED = {
    "id": "faset ini belum punya butir sendiri, jadi ditanyakan dengan kalimat umum; tulis dua butir (keyed 1 dan -1).",
    "en": "this facet has no items of its own, so it is asked about in plain default words; write two (keyed 1 "
    "and -1).",
}
NO_DOING = {
    "id": "tambahkan 'doing', apa yang dikerjakan orangnya; tanpa itu pertanyaan “mana yang lebih ingin kamu kerjakan” "
    "menampilkan nama fasetnya.",
    "en": "add 'doing', what such a person does; without it, the question which of two one would rather do shows the "
    "facet's name.",
}
NO_DIFFERENCES = {
    "id": "peran ini belum punya kalimat perbedaan; pembaca profil jadi tidak tahu bedanya dengan profesi yang mirip.",
    "en": "this role has no sentence of difference, so readers of its profile don't learn what sets it apart "
    "from others.",
}
NO_BELIEFS = {
    "id": "peran ini belum punya 'beliefs', jadi tidak bisa dipakai di cek realita; tulis satu anggapan dan "
    "kenyataannya.",
    "en": "this role has no 'beliefs', so there is no reality check for it; write one belief and what is true.",
}
COUNTING = {
    "id": "judul ini menyebut jumlah peran, yang berubah begitu satu peran ditambah; tulis tanpa angkanya.",
    "en": "this title says how many roles there are, which changes with each new one; leave the number out.",
}
BARELY = {
    "id": "posisinya di batas antara yang diminta semua dan yang membedakan (1 dari 1,4): satu frasa lagi atau kurang "
    "bisa mengubah urutan hasil.",
    "en": "it stands at the edge between what nearly all roles ask for and what tells them apart (1 of 1.4): "
    "one phrase "
    "more or less can change the order of results.",
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
    """What is left to write is told, and how to mend it, in the language asked for."""
    assert [
        f"catalogue.yaml:3: title.en: {COUNTING[lang]}",
        f"catalogue.yaml:3: title.id: {COUNTING[lang]}",
        f"catalogue.yaml:28: facets.menulis-cerita: {NO_DOING[lang]}",
        f"roles/penulis.yaml:2: sections: {NO_DIFFERENCES[lang]}",
        f"roles/penulis.yaml:29: facets.sabar: {NO_DOING[lang]}",
        f"roles/penulis.yaml:29: facets.sabar: {UNWORDED[lang]}",
        f"roles/penyunting.yaml:1: {NO_BELIEFS[lang]}",
        f"roles/penyunting.yaml:2: sections: {NO_DIFFERENCES[lang]}",
    ] == warnings(base, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_families_at_the_edge_are_good_to_know(base: Path, lang: Lang) -> None:
    """They follow from what the profiles say, and nothing is wrong with that."""
    assert [
        f"catalogue.yaml:11: families.ketelitian: {BARELY[lang]}",
        f"catalogue.yaml:28: facets.menulis-cerita: {BARELY[lang]}",
        f"roles/penulis.yaml:29: facets.sabar: {BARELY[lang]}",
    ] == [note.line(lang) for note in check_pack(base).notes]


def test_the_shipped_pack_has_nothing_left() -> None:
    """All that is worth a look has been looked at."""
    assert () == check_pack().warnings


def test_a_family_far_from_the_threshold_is_not_warned_of(edited: Edit) -> None:
    """A family that both of two roles ask for lies well above the threshold of 1.4."""
    pack = edited(
        "roles/penulis.yaml",
        'names:\n        menulis-cerita: {id: "menulis cerita", en: "writes stories"}',
        'names:\n        menulis-cerita: {id: "menulis cerita", en: "writes stories"}\n'
        '        cermat: {id: "setiap hari", en: "every day", relevance: 1}',
    )

    assert not [note for note in check_pack(pack).notes if "families.ketelitian" in note.where]


def test_a_role_without_a_facet_of_its_own(edited: Edit, base: Path) -> None:
    """A role all of whose facets others ask for, too, is harder to tell apart."""
    before = warnings(base)
    pack = edited(
        "roles/penulis.yaml",
        'names:\n        menulis-cerita: {id: "menulis cerita", en: "writes stories"}',
        'names:\n        menulis-cerita: {id: "menulis cerita", en: "writes stories"}\n'
        '        cermat: {id: "setiap hari", en: "every day"}',
    )

    expected = (
        "roles/penyunting.yaml:1: no facet belongs to this role alone, so it is harder to tell from the others; "
        "give it one."
    )
    assert expected in added(pack, before)


def test_two_roles_alike_in_all_relevances(base: Path) -> None:
    """Roles that ask for the same to the same degree cannot be told apart."""
    twin = base / "roles" / "redaktur.yaml"
    shutil.copy(base / "roles" / "penyunting.yaml", twin)
    text = twin.read_text(encoding="utf-8")
    twin.write_text(text.replace('"Penyunting", en: "Editor"', '"Redaktur", en: "Copy editor"'), encoding="utf-8")

    expected = (
        "roles/redaktur.yaml:1: this role asks for exactly what 'penyunting' does, so the quiz can't tell them apart; "
        "add a facet that only one of them has."
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
        "nearly all tidak cocok sentences name it; with 4 items, the quiz can tell somebody whom the field does "
        "not suit "
        "(now: 2)."
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


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "roles/penulis.yaml",
            'en: "A writer writes stories every day."',
            "en: A writer writes stories every day. #2 of the list",
            "“ #2 of the list” is read as a comment, so the text is cut there; put the whole text in quotes.",
        ),
        (
            "roles/penulis.yaml",
            '      names:\n        menulis-cerita: {id: "menulis cerita", en: "writes stories"}\n',
            "",
            "sections.duties[0]: this sentence names no facet, so it counts for nothing; add 'names', or leave "
            "it where it "
            "only introduces others.",
        ),
        (
            "roles/penulis.yaml",
            '      en: "Expectation: writing is quick. Reality: writing takes long."\n',
            '      en: "Expectation: writing is quick. Reality: writing takes long."\n'
            '    - id: "Ekspektasi: penulis kaya."\n      en: "Expectation: writers are rich."\n',
            "sections.expectations[1]: no belief quotes this sentence, so the reality check leaves it out; quote it as "
            "'belief' or 'reality'.",
        ),
        (
            "roles/penyunting.yaml",
            "sections:\n",
            "languages: [id, en]\nsections:\n",
            "languages: all texts of this role are in both languages now: remove this line.",
        ),
        (
            "roles/penyunting.yaml",
            'name: {id: "Penyunting", en: "Editor"}\n',
            'languages: [id]\nname: {id: "Penyunting"}\n',
            "languages: this role is written in one language so far; write the other one (1 to go), then remove this "
            "line.",
        ),
    ],
    ids=["comment", "nameless", "unanswered", "both languages", "one language"],
)
def test_what_is_worth_a_look_is_told_with_what_to_do(
    edited: Edit, base: Path, file: str, old: str, new: str, told: str
) -> None:
    """Each says what it is good for and how to mend it."""
    before = warnings(base)

    assert told in [line.partition(": ")[2] for line in added(edited(file, old, new), before)]


def test_a_text_that_nobody_reads(base: Path) -> None:
    """A raw text in the pack's folder is no role yet."""
    before = warnings(base)
    (base / "guru-bk.txt").write_text("Guru BK mendampingi siswa.\n", encoding="utf-8")
    (base / "README.md").write_text("Tentang paket ini.\n", encoding="utf-8")

    assert [
        "guru-bk.txt: this file is not read. A raw text becomes a role with: careerfit draft; anything else is better "
        "kept elsewhere."
    ] == added(base, before)


def test_what_a_draft_keeps_of_an_old_file_is_no_stray(base: Path) -> None:
    """A role's file that was written anew, however often, is known; what is only called alike is not."""
    before = warnings(base)
    for old in (".lama", ".lama-2", ".lama-13", ".lama-x"):
        (base / "roles" / f"penulis.yaml{old}").touch()
    assert ["roles/penulis.yaml.lama-x"] == [told.partition(":")[0] for told in added(base, before)]


def test_a_broken_pack_has_errors_and_no_warnings(edited: Edit) -> None:
    """First what must be mended; what is weak comes after."""
    report = check_pack(edited("roles/penulis.yaml", 'en: "Writer"', 'en: ""'))

    assert (None, ()) == (report.pack, report.warnings)
    assert ["roles/penulis.yaml:1: name.en: this text is empty."] == [error.line("en") for error in report.errors]
