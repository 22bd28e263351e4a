"""``careerfit cohort`` and ``careerfit cohort-summary``: many people at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.errors import tell
from careerfit.cli.help import both, explained
from careerfit.cli.options import FigureFormat, Output, argument, option
from careerfit.cli.output import emit
from careerfit.cli.terminal import progress
from careerfit.core.document import document
from careerfit.text import Text

if TYPE_CHECKING:
    from careerfit.cli.settings import Settings
    from careerfit.cohort.job import Outcome

ENGINES = ("duckdb", "spark")
SCORING = Text("Menghitung", "Scoring")
DONE = Text("{people} orang dihitung.", "{people} people scored.")
BAD = Text(
    "{bad} baris punya isian yang tidak bisa dipakai; kolom error menjelaskannya.",
    "{bad} rows have cells that can't be used; the column error says which.",
)
MISSING = Text(
    "{count} dari {of} butir tidak punya kolom dan dianggap tidak dijawab: {items}.",
    "{count} of {of} items have no column and count as unanswered: {items}.",
)
MOST_NAMED = 5


@explained(
    "Hitung hasil banyak orang: satu baris satu orang, satu kolom satu pertanyaan, kolom id bila ada. Baris yang"
    " salah mendapat keterangan di kolom error dan tidak menghentikan yang lain.",
    "Score many people: a row a person, a column an item, and a column id if there is one. A bad row gets its "
    "error in a column of that name and stops nothing.",
)
def cohort(
    ctx: typer.Context,
    file: Annotated[
        str,
        argument(
            "FILE",
            "CSV, Parquet, atau JSON Lines; - untuk CSV dari masukan standar.",
            "CSV, Parquet or JSON Lines; - for CSV on standard input.",
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
        Literal["duckdb", "spark"],
        option(
            "--engine",
            "Mesin hitung; duckdb kalau tidak disebut.",
            "What computes; duckdb unless given.",
            metavar="|".join(ENGINES),
        ),
    ] = "duckdb",
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
            "Satu baris salah: selesai dengan kode 1, tanpa menulis apa pun.",
            "With any bad row: exit 1, nothing written.",
        ),
    ] = False,
) -> None:
    """A file of answers → a file of results."""
    from careerfit.cohort.job import Job
    from careerfit.cohort.supervise import score_file

    settings = settings_of(ctx)
    job = Job(file, output, engine, master, strict)
    pack = settings.load_pack()
    with progress(SCORING.pick(settings.lang)) as advance:
        outcome = score_file(pack, job, advance)
    tell(_told(settings, outcome, len(pack.items)))


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
            "File jawaban untuk careerfit cohort, atau hasilnya.",
            "A file for careerfit cohort, or its results.",
        ),
    ],
    format: FigureFormat = None,
    output: Output = None,
) -> None:
    """A file of answers → the group as a whole."""
    from careerfit.cohort.supervise import summarise
    from careerfit.report.views.cohort import cohort_page

    settings = settings_of(ctx)
    pack = settings.load_pack()
    with progress(SCORING.pick(settings.lang)) as advance:
        summary = summarise(pack, file, advance)
    emit(
        settings,
        format,
        output,
        page=lambda: cohort_page(pack, summary, settings.lang),
        json=lambda: document(pack, summary),
    )


def _told(settings: Settings, outcome: Outcome, items: int) -> list[str]:
    """What there is to say of a run, on standard error."""
    lines = [DONE.say(settings.lang, people=outcome.people - outcome.bad)]
    if outcome.bad:
        lines.append(BAD.say(settings.lang, bad=outcome.bad))
    if outcome.missing:
        named = ", ".join(outcome.missing[:MOST_NAMED]) + (", …" if len(outcome.missing) > MOST_NAMED else "")
        lines.append(MISSING.say(settings.lang, count=len(outcome.missing), of=items, items=named))
    return lines
