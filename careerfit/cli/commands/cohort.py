"""``careerfit cohort`` and ``careerfit cohort-summary``: many people at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.errors import tell
from careerfit.cli.help import both, explained
from careerfit.cli.options import Output, PageFormat, argument, option
from careerfit.cli.output import emit
from careerfit.cli.terminal import progress
from careerfit.core.document import document
from careerfit.errors import DataError
from careerfit.text import Text, escape

if TYPE_CHECKING:
    from careerfit.cli.settings import Settings
    from careerfit.cohort.job import Outcome

ENGINES = ("local", "spark")
SCORING = Text("Menghitung", "Scoring")
DONE = Text("{people} orang dihitung.", "{people} people scored.")
NOTED = Text(
    "{noted} orang di antaranya punya isian yang tidak bisa dipakai, jadi dianggap tidak dijawab; kolom error"
    " menyebutkannya.",
    "{noted} of them have cells that can't be used and count as unanswered; the column error names these.",
)
BAD = Text(
    "{bad} baris tidak bisa dihitung; kolom error menjelaskannya.",
    "{bad} rows could not be scored; the column error says why.",
)
SILENT = Text("{silent} baris tidak berisi jawaban satu pun.", "{silent} rows hold no answer at all.")
NOBODY = Text("Tidak ada seorang pun yang bisa dihitung.", "Nobody could be scored.")
OTHERS = Text("Kolom lain dibiarkan: {heads}.", "Other columns were left alone: {heads}.")
SKIPPED = Text(
    "{skipped} baris di bawah nama kolom juga berisi nama kolom, jadi dilewati.",
    "{skipped} rows below the names of the columns hold names, too, and were skipped.",
)
WRITTEN = Text("Hasilnya: {output}", "Results: {output}")
MISSING = Text(
    "{count} dari {of} butir tidak punya kolom dan dianggap tidak dijawab: {items}.",
    "{count} of {of} items have no column and count as unanswered: {items}.",
)
MOST_NAMED = 5


@explained(
    "Hitung hasil banyak orang: satu baris satu orang, satu kolom satu pertanyaan atau satu kolom kode jawaban,"
    " kolom id bila ada. Isian yang salah disebut di kolom error dan tidak menghentikan apa pun.",
    "Score many people: a row a person, a column an item or one of answer codes, and a column id if there is one. "
    "Wrong cells are named in the column error and stop nothing.",
)
def cohort(
    ctx: typer.Context,
    file: Annotated[
        str,
        argument(
            "FILE",
            "CSV, TSV, Excel, ODS, Parquet, atau JSON Lines, juga .gz; - untuk CSV dari masukan standar.",
            "CSV, TSV, Excel, ODS, Parquet or JSON Lines, also .gz; - for CSV on standard input.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=both(
                "Hasilnya; akhiran namanya menentukan bentuknya.", "The results; the name's ending says the form."
            ),
        ),
    ],
    engine: Annotated[
        Literal["local", "spark"],
        option(
            "--engine",
            "Mesin hitung; local kalau tidak disebut.",
            "What computes; local unless given.",
            metavar="|".join(ENGINES),
        ),
    ] = "local",
    master: Annotated[
        str,
        option(
            "--master",
            "Alamat Spark; local[*] kalau tidak disebut.",
            "Where Spark is; local[*] unless given.",
            metavar="URL",
        ),
    ] = "local[*]",
    strict: Annotated[
        bool,
        option(
            "--strict",
            "Satu isian salah: selesai dengan kode 1, tanpa menulis apa pun.",
            "With any wrong cell: exit 1, nothing written.",
        ),
    ] = False,
) -> None:
    """A file of answers → a file of results."""
    from careerfit.cohort.job import Job
    from careerfit.cohort.run import score_file

    settings = settings_of(ctx)
    job = Job(file, output, engine, master, strict, settings.lang)
    pack = settings.load_pack()
    with progress(SCORING.pick(settings.lang)) as advance:
        outcome = score_file(pack, job, advance)
    tell([WRITTEN.say(settings.lang, output=output), *_told(settings, outcome, len(pack.items))])
    if not outcome.people:
        raise DataError(NOBODY)


@explained(
    "Gambaran satu kelompok: berapa yang jelas, berimbang, belum jelas, atau belum cocok; peran mana yang "
    "memimpin; bagaimana jawabannya tersebar. Tidak ada data perorangan di dalamnya.",
    "What a group looks like: how many are clear, tied, unclear or no match; which roles lead; how the answers "
    "spread. Nobody in particular is in it.",
)
def cohort_summary(
    ctx: typer.Context,
    file: Annotated[
        str,
        argument(
            "FILE",
            "File jawaban untuk perintah cohort, atau hasilnya.",
            "A file for cohort, or its results.",
        ),
    ],
    format: PageFormat = None,
    output: Output = None,
) -> None:
    """A file of answers → the group as a whole."""
    from careerfit.cohort.run import summarise
    from careerfit.report.views.cohort import cohort_page

    settings = settings_of(ctx)
    pack = settings.load_pack()
    with progress(SCORING.pick(settings.lang)) as advance:
        summary = summarise(pack, file, settings.lang, advance)
    emit(
        settings,
        format,
        output,
        page=lambda: cohort_page(pack, summary, settings.lang),
        json=lambda: document(pack, summary),
    )


def _told(settings: Settings, outcome: Outcome, items: int) -> list[str]:
    """What there is to say of a run, on standard error."""
    lang = settings.lang
    said = (
        (DONE.say(lang, people=outcome.people), outcome.people),
        (NOTED.say(lang, noted=outcome.noted), outcome.noted),
        (BAD.say(lang, bad=outcome.bad), outcome.bad),
        (SILENT.say(lang, silent=outcome.silent), outcome.silent),
        (SKIPPED.say(lang, skipped=outcome.skipped), outcome.skipped),
        (OTHERS.say(lang, heads=_first(outcome.others)), outcome.others),
        (MISSING.say(lang, count=len(outcome.missing), of=items, items=_first(outcome.missing)), outcome.missing),
    )
    return [line for line, holds in said if holds]


def _first(names: tuple[str, ...]) -> str:
    """Some names, the first ones of many."""
    return ", ".join([*map(escape, names[:MOST_NAMED]), *(["…"] if len(names) > MOST_NAMED else [])])
