"""The XLSForm, as pyxform reads it: what KoboToolbox and ODK stand on."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from careerfit.core.model import Pack
from careerfit.forms.content import form_mark, statements
from careerfit.forms.xlsform import field_name, xlsform_bytes
from careerfit.text import LANGUAGES

from .fill import fill_xlsform, students
from .hostile import STRANGE, strange_pack

openpyxl = pytest.importorskip("openpyxl")
pyxform = pytest.importorskip("pyxform.xls2xform")
pytest.importorskip("xlsxwriter")

XML_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def rows(content: bytes, sheet: str) -> list[dict[str, str]]:
    """The rows of a sheet by its heads."""
    head, *found = openpyxl.load_workbook(BytesIO(content))[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


def test_it_converts_without_a_warning(pack: Pack, tmp_path: Path) -> None:
    """pyxform makes a survey of it and has nothing to remark."""
    form = tmp_path / "form.xlsx"
    form.write_bytes(xlsform_bytes(pack))
    made = pyxform.convert(form)
    assert ([], None) == (made.warnings, made.itemsets)
    assert made.xform.count('appearance="likert"') == len(pack.items)


def test_every_statement_is_a_likert_scale_in_both_languages(pack: Pack) -> None:
    """Each is a ``select_one`` with likert appearance, by the item's key as an XML name, not required."""
    survey = rows(xlsform_bytes(pack), "survey")
    asked = [row for row in survey if row["type"] == "select_one skala"]
    for lang, name in zip(LANGUAGES, ("Bahasa Indonesia (id)", "English (en)"), strict=True):
        assert [item.text.pick(lang) for item in statements(pack)] == [row[f"label::{name}"] for row in asked]
    assert [item.key.replace("-", "_") for item in statements(pack)] == [row["name"] for row in asked]
    assert {"likert"} == {row["appearance"] for row in asked}
    assert "required" not in survey[0]


def test_names_are_legal(pack: Pack) -> None:
    """All names of fields are names in XML, and no two are the same, also where a key begins with a digit."""
    names = [row["name"] for row in rows(xlsform_bytes(pack), "survey") if row["name"]]
    assert len(names) == len(set(names))
    assert [] == [name for name in (*names, field_name("2-besar-1")) if not XML_NAME.fullmatch(name)]


def test_the_choices_are_the_scale(pack: Pack) -> None:
    """They are called 1 to 5, which is what comes back, and shown in the scale's words."""
    choices = rows(xlsform_bytes(pack), "choices")
    assert [(str(n), step.id) for n, step in enumerate(pack.scale, 1)] == [
        (row["name"], row["label::Bahasa Indonesia (id)"]) for row in choices
    ]


def test_the_answers_name_the_pack(pack: Pack, tmp_path: Path) -> None:
    """A hidden field holds the pack's name and version, and so do the settings."""
    content = xlsform_bytes(pack)
    form = tmp_path / "form.xlsx"
    form.write_bytes(content)
    (settings,) = rows(content, "settings")
    assert ("careerfit_kesejahteraan_sosial", "1.0") == (settings["form_id"], settings["version"])
    (person,) = csv.DictReader(StringIO(fill_xlsform(form, students(pack, 1), pack)), delimiter=";")
    assert form_mark(pack) == person["careerfit"]
    assert f"calculate=\"'{form_mark(pack)}'\"" in pyxform.convert(form).xform


def test_what_comes_back_are_the_answers(pack: Pack, tmp_path: Path) -> None:
    """The exported table has a column with each statement's group and name as its head."""
    form = tmp_path / "form.xlsx"
    form.write_bytes(xlsform_bytes(pack))
    people = students(pack, 3)
    found = list(csv.DictReader(StringIO(fill_xlsform(form, people, pack)), delimiter=";"))
    by_name = [{head.rpartition("/")[2]: cell for head, cell in row.items()} for row in found]
    assert [one.name for one in people] == [row["nama"] for row in by_name]
    for one, row in zip(people, by_name, strict=True):
        assert {item.key: str(one.responses.get(item.key, "")) for item in pack.items} == {
            item.key: row[field_name(item.key)] for item in pack.items
        }


@pytest.mark.parametrize("strange", STRANGE)
def test_strange_texts_are_inert(small_pack: Pack, tmp_path: Path, strange: str) -> None:
    """Whatever a pack's texts say, the survey is made of them without a warning, and refers to no other question."""
    form = tmp_path / "form.xlsx"
    form.write_bytes(xlsform_bytes(strange_pack(small_pack, strange)))
    made = pyxform.convert(form)
    assert ([], 0) == (made.warnings, made.xform.count("<output"))
