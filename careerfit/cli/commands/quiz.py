"""``careerfit quiz``: the interview."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, get_args

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.help import explained
from careerfit.cli.options import Output, ResultForm, ResultFormat, one_of, option
from careerfit.cli.output import is_on_screen, settled_form, to_stdout
from careerfit.cli.result_formats import write_result
from careerfit.cli.terminal import is_terminal, require_terminal
from careerfit.errors import UsageError
from careerfit.text import Text

if TYPE_CHECKING:
    from careerfit.cli.interviewing.closing import Closing

ModeName: TypeAlias = Literal["quick", "full"]
INSTEAD = Text(
    "Tanpa terminal, score menghitung hasil dari file jawaban; file untuk diisi: careerfit questions --template",
    "Without one, score works out a file of answers; for a file to fill in: careerfit questions --template",
)
NOT_BOTH = Text(
    "--resume dan --continue melanjutkan yang tersimpan, jadi tidak bisa bersama --no-save.",
    "--resume and --continue go on with what was saved, so they can't go with --no-save.",
)
EITHER = Text(
    "Pilih salah satu: --resume, --continue, atau --fresh.", "Choose one of --resume, --continue and --fresh."
)


@explained(
    "Jawab pertanyaan satu per satu, lalu lihat peran mana yang paling cocok, beserta alasannya. Cara quick "
    "memilih sendiri pertanyaan yang paling menentukan (paling banyak 34, lebih kalau perannya lebih dari lima; "
    "lalu beberapa pilihan di antara dua kegiatan); full menanyakan semuanya. Boleh berhenti kapan saja: jawabannya "
    "tersimpan.",
    "Answer questions one by one, then see which role fits best, and why. The quick mode picks the questions "
    "that tell most (at most 34, more among more than five roles; then a few choices between two activities); full "
    "asks them all. Stop whenever you like: your answers are kept.",
)
def quiz(
    ctx: typer.Context,
    mode: Annotated[
        ModeName,
        one_of(
            "--mode",
            ModeName,
            "Singkat (quick, kalau tidak disebut) atau lengkap.",
            "Short (quick, unless given) or complete.",
        ),
    ] = "quick",
    resume: Annotated[
        bool,
        option(
            "--resume",
            "Lanjutkan kuis yang belum selesai; kalau ada beberapa, pilih dulu yang mana.",
            "Go on with the unfinished quiz; where there are several, choose which.",
        ),
    ] = False,
    fresh: Annotated[bool, option("--fresh", "Mulai dari awal, tanpa bertanya dulu.", "Start anew at once.")] = False,
    onward: Annotated[
        int | None,
        option(
            "--continue",
            "Jawab pertanyaan yang belum ditanyakan di hasil N; hasil barunya disimpan tersendiri.",
            "Answer the questions that result N did not ask; the new result is kept beside it.",
            metavar="N",
        ),
    ] = None,
    name: Annotated[
        str,
        option(
            "--name",
            "Nama yang disimpan bersama hasilnya, untuk daftar dan laporan.",
            "A name to keep with the result, for the list and the report.",
            metavar="NAME",
        ),
    ] = "",
    no_save: Annotated[bool, option("--no-save", "Jangan simpan apa pun.", "Save nothing.")] = False,
    format: ResultFormat = None,
    output: Output = None,
) -> None:
    """A person's answers → result."""
    settings = settings_of(ctx)
    require_terminal(INSTEAD)
    if sum((resume, fresh, onward is not None)) > 1:
        raise UsageError(EITHER)
    if (resume or onward is not None) and no_save:
        raise UsageError(NOT_BOTH)
    settled_form(format, output, get_args(ResultForm))
    from careerfit.cli.interviewing.start_or_resume import QuizOptions, hold_interview

    pages = is_terminal(sys.stdout) and (is_on_screen(format, output) or not to_stdout(output))

    def show(closing: Closing) -> None:
        if closing.result is not None and (not pages or not to_stdout(output)):
            write_result(settings, closing.result, format, output)
        if pages:
            closing.write()

    options = QuizOptions(mode, resume=resume, fresh=fresh, save=not no_save, pages=pages, onward=onward, name=name)
    hold_interview(settings, options, show)
