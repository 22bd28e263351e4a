"""The script for a Google form, run by node against a stand-in of what Google gives it."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from careerfit.core.model import Pack
from careerfit.forms.content import form_mark, statements
from careerfit.forms.google import google_script
from careerfit.text import LANGUAGES, Lang, clean, find_hidden

from .fill import NODE, fill_google, students
from .hostile import STRANGE, strange_pack

needs_node = pytest.mark.skipif(NODE is None, reason="no node on this computer")


@needs_node
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_builds_the_form(pack: Pack, tmp_path: Path, lang: Lang) -> None:
    """One form: name and class, then sections of ten linear scales from 1 to 5 with the scale's ends, none required."""
    found = fill_google([], pack, lang, tmp_path)
    form = found["form"]
    kinds = [item["kind"] for item in form["items"]]
    sections = [kinds[n + 1 :] for n, kind in enumerate(kinds) if kind == "section"]
    scales = [item for item in form["items"] if item["kind"] == "scale"]
    ends = [pack.scale[0].pick(lang), pack.scale[-1].pick(lang)]
    assert (1, ["text", "text", "section"]) == (found["forms"], kinds[:3])
    assert [10] * 7 + [4] == [(*section, "section").index("section") for section in sections]
    assert [item.text.pick(lang) for item in statements(pack)] == [item["title"] for item in scales]
    assert {(1, 5, *ends)} == {(*item["bounds"], *item["labels"]) for item in scales}
    assert {False} == {item["required"] for item in form["items"] if item["kind"] != "section"}


@needs_node
def test_the_form_says_of_which_pack_it_is(pack: Pack, tmp_path: Path) -> None:
    """The file's name, which Google gives the table of answers, and the description name pack and version."""
    form = fill_google([], pack, "id", tmp_path)["form"]
    assert (True, True) == (f"[{form_mark(pack)}]" in form["file"], f"[{form_mark(pack)}]" in form["description"])


@needs_node
def test_the_form_is_open_and_tells_where_it_is(pack: Pack, tmp_path: Path) -> None:
    """It is published, collects no addresses, mixes nothing, and the log names both addresses."""
    found = fill_google([], pack, "id", tmp_path)
    form = found["form"]
    assert (True, False, False) == (form["published"], form["email"], form["shuffled"])
    assert ["Alamat untuk siswa", "Alamat untukmu"] == [line.partition(":")[0] for line in found["log"]]


@needs_node
def test_what_comes_back_are_the_answers(pack: Pack, tmp_path: Path) -> None:
    """The exported table has a time, name, class and a column with each statement's own text as its head."""
    people = students(pack, 3)
    head, *rows = csv.reader(StringIO(fill_google(people, pack, "id", tmp_path)["csv"]))
    assert ["Timestamp", "Nama", "Kelas", *(item.text.id for item in statements(pack))] == head
    expected = [[str(one.responses.get(item.key, "")) for item in statements(pack)] for one in people]
    assert expected == [row[3:] for row in rows]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_steps_stand_at_the_top(pack: Pack, lang: Lang) -> None:
    """Ten numbered steps come before anything that runs, and each line of them is a comment."""
    steps, _, rest = google_script(pack, lang).partition("\nconst FORM")
    lines = steps.splitlines()
    numbers = [line[2:6].strip() for line in lines if line[5:6] == "."]
    assert ([f"{n}." for n in range(1, 11)], {"//"}) == (numbers, {line[:2] for line in lines})
    assert rest.count("function ") == 1


@needs_node
@pytest.mark.parametrize("strange", STRANGE)
def test_strange_texts_are_inert(small_pack: Pack, tmp_path: Path, strange: str) -> None:
    """Whatever a pack's texts say, the form asks them as they are, without what is hidden."""
    strange_one = strange_pack(small_pack, strange)
    assert -1 == find_hidden(google_script(strange_one, "id"), "\n")
    titles = [item["title"] for item in fill_google([], strange_one, "id", tmp_path)["form"]["items"][3:]]
    assert [clean(item.text.id) for item in statements(strange_one)] == titles
