"""``careerfit form``: what people fill in elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.errors import tell
from careerfit.cli.help import explained
from careerfit.cli.options import one_of, output_option
from careerfit.cli.output import PDF, PRINT_IT, UNKNOWN_ENDING, replace_file, tell_written, to_stdout, write_text
from careerfit.core.model import Pack
from careerfit.errors import UsageError
from careerfit.text import Lang, Text, escape

Kind: TypeAlias = Literal["page", "paper", "excel", "google", "xlsform"]

ENDINGS: dict[Kind, tuple[str, ...]] = {
    "page": (".html",),
    "paper": (".html",),
    "excel": (".xlsx",),
    "google": (".gs", ".txt"),
    "xlsform": (".xlsx",),
}
"""How files of each kind end."""
BY_ENDING: dict[str, Kind] = {".html": "page", ".xlsx": "excel", ".gs": "google"}
"""The kind that an ending stands for where none is named."""
NO_ENDING = Text(
    "{file}: beri nama file ini akhiran: {endings}.", "{file}: give this file's name an ending: {endings}."
)
NAMELESS = Text(
    "{kind} adalah file biner, jadi tidak bisa ke layar; sebutkan nama file, misalnya -o kelas.xlsx.",
    "{kind} is a binary file and can't go to the screen; name a file, such as -o class.xlsx.",
)
NEXT: dict[Kind, Text] = {
    "page": Text(
        "Kirim file ini ke tiap siswa, misalnya lewat WhatsApp; yang kembali adalah kode jawaban.",
        "Send this file to each student, by WhatsApp for example; what comes back are answer codes.",
    ),
    "paper": Text(
        "Buka di peramban, lalu cetak; lembar terakhir hanya untuk guru.",
        "Open it in a browser and print it; the last sheet is for the teacher alone.",
    ),
    "excel": Text("Lembar kedua di dalamnya menjelaskan cara mengisi.", "Its second sheet explains how to fill it in."),
    "google": Text(
        "Buka file ini dengan Notepad; langkah-langkahnya ada di bagian atas.",
        "Open this file with Notepad; the steps stand at its top.",
    ),
    "xlsform": Text(
        "Unggah file ini sebagai formulir baru di KoboToolbox atau ODK.",
        "Upload this file as a new form in KoboToolbox or ODK.",
    ),
}
"""What to do with a form of each kind."""


@explained(
    "Buat formulir untuk diisi orang tanpa careerfit: halaman yang dikirim ke ponsel (page), kertas untuk dicetak "
    "(paper), lembar Excel (excel), skrip yang membuat formulir Google (google), atau survei KoboToolbox dan ODK "
    "(xlsform). Jawaban yang kembali dihitung dengan perintah cohort.",
    "Make a form that people fill in without careerfit: a page to send to phones (page), paper to print (paper), an "
    "Excel sheet (excel), a script that makes a Google form (google), or a survey for KoboToolbox and ODK (xlsform). "
    "The command cohort scores what comes back.",
)
def form(
    ctx: typer.Context,
    output: Annotated[
        str,
        output_option(
            "Filenya. Tanpa --kind, akhirannya menentukan jenisnya: .html (page), .xlsx (excel), .gs (google). "
            "Dengan --kind google, akhirannya boleh juga .txt.",
            "The file. Without --kind, its ending says the kind: .html (page), .xlsx (excel), .gs (google). With "
            "--kind google, it may also end in .txt.",
        ),
    ],
    kind: Annotated[
        Kind | None,
        one_of("--kind", Kind, "Jenis formulir; kalau tidak disebut: dari akhiran.", "The kind; else by the ending."),
    ] = None,
) -> None:
    """A pack → a form of its statements."""
    settings = settings_of(ctx)
    chosen = settled_kind(kind, output)
    if chosen in ("excel", "xlsform"):
        from careerfit.extras import require

        require("cohort", ["xlsxwriter"])
    made = made_form(settings.load_pack(), chosen, settings.lang)
    if to_stdout(output):
        write_text(made.decode())
        return
    replace_file(Path(output), made)
    tell_written(settings.lang, output)
    tell([NEXT[chosen].pick(settings.lang)])


def settled_kind(kind: Kind | None, output: str) -> Kind:
    """The kind of form: as it was asked for, else as the file's ending says; a page where that is standard output.

    Raises ``UsageError`` where the ending is missing, unknown or of another kind, and for a workbook without a file.
    """
    if to_stdout(output):
        if kind in ("excel", "xlsform"):
            raise UsageError(NAMELESS.fill(kind=kind))
        return kind or "page"
    known = ENDINGS[kind] if kind else tuple(BY_ENDING)
    ending = Path(output).suffix.lower()
    if ending in known:
        return kind or BY_ENDING[ending]
    if not ending:
        raise UsageError(NO_ENDING.fill(file=escape(output), endings=", ".join(known)))
    advice = PRINT_IT if ending == PDF and ".html" in known else ""
    endings = ", ".join(known)
    raise UsageError(UNKNOWN_ENDING.fill(file=escape(output), ending=escape(ending), endings=endings, advice=advice))


def made_form(pack: Pack, kind: Kind, lang: Lang) -> bytes:
    """A form of that kind as a file holds it. Workbooks need XlsxWriter, of the extra ``cohort``."""
    if kind == "excel":
        from careerfit.forms.excel import excel_bytes

        return excel_bytes(pack, lang)
    if kind == "xlsform":
        from careerfit.forms.xlsform import xlsform_bytes

        return xlsform_bytes(pack)
    if kind == "google":
        from careerfit.forms.google import google_script

        return google_script(pack, lang).encode()
    if kind == "paper":
        from careerfit.forms.paper import paper_html

        return paper_html(pack, lang).encode()
    from careerfit.forms.page import page_html

    return page_html(pack, lang).encode()
