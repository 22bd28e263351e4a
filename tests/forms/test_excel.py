"""The Excel sheet, as openpyxl reads it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from careerfit.core.model import Pack
from careerfit.forms.content import form_mark, statements
from careerfit.forms.excel import PEOPLE, excel_bytes
from careerfit.text import LANGUAGES, Lang, find_hidden

from .fill import fill_excel, students
from .hostile import STRANGE, strange_pack

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlsxwriter")


def opened(content: bytes) -> Any:
    """The workbook of a form."""
    return openpyxl.load_workbook(BytesIO(content))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_column_a_statement(pack: Pack, lang: Lang) -> None:
    """The first sheet's head holds name, class and every numbered statement, wrapped; it and the names stay in view."""
    sheet = opened(excel_bytes(pack, lang)).worksheets[0]
    heads = [f"{n}. {item.text.pick(lang)}" for n, item in enumerate(statements(pack), 1)]
    person = {"id": ["Nama", "Kelas"], "en": ["Name", "Class"]}[lang]
    assert [*person, *heads] == [cell.value for cell in sheet[1]]
    assert ({True}, "C2") == ({cell.alignment.wrap_text for cell in sheet[1]}, sheet.freeze_panes)


def test_cells_take_one_to_five(pack: Pack) -> None:
    """Every cell of five hundred rows below a statement offers 1 to 5 and refuses everything else with the scale."""
    sheet = opened(excel_bytes(pack, "id")).worksheets[0]
    (choices,) = sheet.data_validations.dataValidation
    assert ("list", '"1,2,3,4,5"', True) == (choices.type, choices.formula1, choices.allow_blank)
    assert f"C2:{sheet.cell(PEOPLE + 1, 2 + len(pack.items)).coordinate}" == str(choices.sqref)
    assert choices.error.startswith("1 = Sangat tidak sesuai")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_second_sheet_explains(pack: Pack, lang: Lang) -> None:
    """It tells the steps, the scale, and of which pack the form is."""
    told = [row[0].value for row in opened(excel_bytes(pack, lang)).worksheets[1]]
    assert (pack.title.pick(lang), form_mark(pack)) == (told[0], told[-1])
    assert [f"{n} = {step.pick(lang)}" for n, step in enumerate(pack.scale, 1)] == told[6:11]


@pytest.mark.parametrize("strange", STRANGE)
def test_strange_texts_are_inert(small_pack: Pack, strange: str) -> None:
    """No text of a pack becomes a formula or a link, and none is hidden."""
    for sheet in opened(excel_bytes(strange_pack(small_pack, strange), "id")).worksheets:
        cells = [cell for row in sheet for cell in row if cell.value is not None]
        assert ({"s"}, {None}) == ({cell.data_type for cell in cells}, {cell.hyperlink for cell in cells})
        assert {-1} == {find_hidden(cell.value) for cell in cells}


def test_the_same_form_is_the_same_file(pack: Pack) -> None:
    """Making it again gives the same bytes."""
    assert excel_bytes(pack, "id") == excel_bytes(pack, "id")


def test_it_can_be_filled_in(pack: Pack, tmp_path: Path) -> None:
    """What is put under the heads stands there when the sheet is opened again."""
    form = tmp_path / "kelas.xlsx"
    form.write_bytes(excel_bytes(pack, "id"))
    people = students(pack, 3)
    fill_excel(form, people, pack, "id")
    _, *rows = openpyxl.load_workbook(form).worksheets[0].iter_rows(max_row=4, values_only=True)
    expected = [(one.name, one.class_, *(one.responses.get(i.key) for i in statements(pack))) for one in people]
    assert expected == rows
