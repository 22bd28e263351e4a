"""The Excel sheet: a row a person, a column a statement with a choice of 1 to 5, and a sheet that explains."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.forms import content
from careerfit.forms.workbook import workbook, write_row
from careerfit.text import Lang, Text

if TYPE_CHECKING:
    from xlsxwriter import Workbook

PEOPLE = 500
"""So many rows below the head have choice lists."""
PERSON = (content.NAME, content.CLASS)
"""The columns before those of the statements."""
ANSWERS = Text("Jawaban", "Answers")
EXPLAINED = Text("Petunjuk", "How to")
WRONG = Text("Isi dengan angka 1 sampai 5", "Put a number from 1 to 5")
WRONG_HOW = Text("{scale}. Yang tidak dijawab dibiarkan kosong.", "{scale}. Leave empty what was not answered.")
STEPS = (
    Text(
        "Satu baris satu orang, satu kolom satu pernyataan; kolomnya berurutan seperti nomor di formulir kertas.",
        "A row a person, a column a statement; the columns stand in the order of the numbers of the paper form.",
    ),
    Text(
        "Isi nama di kolom pertama; kelas boleh kosong. Jangan mengubah baris pertama.",
        "Put a name in the first column; class may stay empty. Leave the first row as it is.",
    ),
    Text(
        "Di tiap sel pilih atau ketik angka 1 sampai 5. Yang tidak dijawab dibiarkan kosong.",
        "Choose or type a number from 1 to 5 in each cell. Leave empty what was not answered.",
    ),
    Text(
        "Simpan, tutup Excel, lalu hitung hasil semua orang: careerfit cohort FILE-INI.xlsx -o hasil.xlsx",
        "Save it, close Excel, then score everybody: careerfit cohort THIS-FILE.xlsx -o results.xlsx",
    ),
)
SCALE = Text("Arti angkanya", "What the numbers mean")
FORM = Text("Formulir", "Form")


def excel_bytes(pack: Pack, lang: Lang) -> bytes:
    """The workbook of a pack in one language. Needs XlsxWriter, of the extra ``cohort``."""
    stream = BytesIO()
    with workbook(stream) as book:
        _answers(book, pack, lang)
        _explained(book, pack, lang)
    return stream.getvalue()


def _answers(book: Workbook, pack: Pack, lang: Lang) -> None:
    sheet = book.add_worksheet(ANSWERS.pick(lang))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#E3F2EC"})
    cell = book.add_format({"align": "center"})
    asked = [f"{n}. {item.text.pick(lang)}" for n, item in enumerate(content.statements(pack), 1)]
    write_row(sheet, 0, [*(text.pick(lang) for text in PERSON), *asked], head)
    first, last = len(PERSON), len(PERSON) + len(asked) - 1
    sheet.set_row(0, 120)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, first - 1, 12)
    sheet.set_column(first, last, 17, cell)
    sheet.freeze_panes(1, first)
    choices = {
        "validate": "list",
        "source": [str(n) for n in range(LOWEST, HIGHEST + 1)],
        "error_title": WRONG.pick(lang),
        "error_message": WRONG_HOW.say(lang, scale=content.scale_line(pack))[:255],
    }
    sheet.data_validation(1, first, PEOPLE, last, choices)


def _explained(book: Workbook, pack: Pack, lang: Lang) -> None:
    sheet = book.add_worksheet(EXPLAINED.pick(lang))
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 100)
    lines = [f"{n}. {step.pick(lang)}" for n, step in enumerate(STEPS, 1)]
    scale = [f"{n} = {step.pick(lang)}" for n, step in enumerate(pack.scale, LOWEST)]
    rows = [pack.title.pick(lang), *lines, SCALE.pick(lang), *scale, FORM.pick(lang), content.form_mark(pack)]
    for row, text in enumerate(rows):
        write_row(sheet, row, [text], wrapped if text in lines else None)
    for row in (0, len(lines) + 1, len(rows) - 2):
        sheet.set_row(row, None, bold)
        write_row(sheet, row, [rows[row]], bold)
