"""The XLSForm: a survey in both languages for KoboToolbox, ODK and whatever else reads XLSForms."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

from careerfit.core.model import Pack
from careerfit.forms import content
from careerfit.forms.workbook import workbook, write_row
from careerfit.text import LANGUAGES, Text

NAMES = {"id": "Bahasa Indonesia (id)", "en": "English (en)"}
"""How a survey calls its languages."""
LABELS = [f"label::{NAMES[lang]}" for lang in LANGUAGES]
SCALE = "skala"
"""What the list of choices is called."""
MARK = "careerfit"
"""The hidden field that holds which form it is."""


class Row(NamedTuple):
    """A row of the sheet ``survey``."""

    type: str
    name: str = ""
    label: Text = Text("", "")
    appearance: str = ""
    calculation: str = ""

    def cells(self) -> list[str]:
        """Its cells; of a label both languages."""
        labels = [self.label.pick(lang) for lang in LANGUAGES]
        return [self.type, self.name, *labels, self.appearance, self.calculation]


def xlsform_bytes(pack: Pack) -> bytes:
    """The XLSForm of a pack as a workbook. Needs XlsxWriter, of the extra ``cohort``."""
    name = field_name(f"careerfit-{pack.name}")
    settings = {
        "form_title": content.HEADLINE.id,
        "form_id": name,
        "version": pack.version,
        "default_language": NAMES["id"],
        "style": "pages",
    }
    choices = [[SCALE, str(n), *(step.pick(lang) for lang in LANGUAGES)] for n, step in enumerate(pack.scale, 1)]
    sheets = {
        "survey": [["type", "name", *LABELS, "appearance", "calculation"], *(row.cells() for row in _survey(pack))],
        "choices": [["list_name", "name", *LABELS], *choices],
        "settings": [list(settings), list(settings.values())],
    }
    stream = BytesIO()
    with workbook(stream) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            sheet.freeze_panes(1, 0)
            for number, cells in enumerate(rows):
                write_row(sheet, number, [_plain(cell) for cell in cells])
    return stream.getvalue()


def field_name(key: str) -> str:
    """What a survey calls the field of that key: as XML allows it, with ``_`` for ``-`` and no digit first."""
    name = key.replace("-", "_")
    return f"_{name}" if name[0].isdigit() else name


def _survey(pack: Pack) -> Iterator[Row]:
    asked = content.statements(pack)
    pages = [asked[at : at + content.PAGE] for at in range(0, len(asked), content.PAGE)]
    yield Row("begin_group", "awal", content.HEADLINE, "field-list")
    yield Row("note", "petunjuk", content.how(pack))
    yield Row("text", "nama", content.NAME)
    yield Row("text", "kelas", content.CLASS)
    yield Row("end_group")
    for n, page in enumerate(pages, 1):
        yield Row("begin_group", f"bagian_{n}", content.PART.fill(n=n, of=len(pages)), "field-list")
        for item in page:
            yield Row(f"select_one {SCALE}", field_name(item.key), item.text, "likert")
        yield Row("end_group")
    quote = "'" if "'" not in content.form_mark(pack) else '"'
    yield Row("calculate", MARK, calculation=f"{quote}{content.form_mark(pack).replace(quote, ' ')}{quote}")


def _plain(text: str) -> str:
    """A text in which nothing stands for the answer to another question."""
    return text.replace("${", "$ {")
