"""``careerfit cohort`` and ``careerfit cohort-summary``: many people at once."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.errors import tell
from careerfit.cli.help import explained
from careerfit.cli.options import Output, argument, one_of, option, output_option
from careerfit.cli.output import emit
from careerfit.cli.people.closing_lines import MOST_NAMED, closing_lines
from careerfit.cli.people.reports import INDEX, check_folder, hand_out, write_workbook
from careerfit.cli.people.scored import MOST_COMPARED, findings_of, with_people
from careerfit.cli.terminal import progress
from careerfit.core.results.json_documents import document
from careerfit.errors import DataError, UsageError
from careerfit.text import Text

if TYPE_CHECKING:
    from careerfit.cohort.job import Outcome
    from careerfit.report.views.people.school_class import Findings

Engine: TypeAlias = Literal["local", "spark"]
GroupForm: TypeAlias = Literal["table", "json", "markdown", "html"]
SCORING = Text("Menghitung", "Scoring")
NOBODY = Text("Tidak ada seorang pun yang bisa dihitung.", "Nobody could be scored.")
NO_TARGET = Text(
    "Sebutkan ke mana hasilnya: -o hasil.xlsx, atau --reports laporan.",
    "Say where the results go: -o results.xlsx, or --reports reports.",
)
WRITTEN = Text("Hasilnya: {output}", "Results: {output}")
HANDED_OUT = Text(
    "Laporan tiap orang; mulai dari halaman kelasnya: {place}",
    "A report for each person; begin with the page of the class: {place}",
)
WORKBOOK = ".xlsx"
SCORED = 0.1
"""What scoring takes of a run that makes reports as well."""


@explained(
    "Hitung hasil banyak orang: satu baris satu orang, satu kolom satu pertanyaan atau satu kolom kode jawaban,"
    " kolom id bila ada. Isian yang salah disebut di kolom terakhir dan tidak menghentikan apa pun.",
    "Score many people: a row a person, a column an item or one of answer codes, and a column id if there is one. "
    "Wrong cells are named in the last column and stop nothing.",
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
        str | None,
        output_option(
            "Hasilnya; akhiran namanya menentukan bentuknya: .xlsx untuk dibaca, .csv dan lainnya untuk program.",
            "The results; the name's ending says the form: .xlsx to be read, .csv and others for programs.",
        ),
    ] = None,
    reports: Annotated[
        str | None,
        option(
            "--reports",
            "Folder untuk laporan tiap orang, halaman kelasnya, dan tabelnya.",
            "A folder for a report each, the page of the class, and the table.",
            metavar="DIR",
        ),
    ] = None,
    force: Annotated[
        bool,
        option("--force", "Ganti laporan yang sudah ada di folder itu.", "Replace the reports that are there already."),
    ] = False,
    known_by: Annotated[
        str,
        option(
            "--id",
            "Kolom yang dipakai untuk mengenali orang; kalau tidak disebut: id, nama, NIS, NISN, email.",
            "The column that people are known by; unless given: id, name, student number, email.",
            metavar="COLUMN",
        ),
    ] = "",
    sheet: Annotated[
        str,
        option(
            "--sheet",
            "Lembar Excel yang dibaca; kalau tidak disebut, yang berisi jawaban.",
            "The sheet of a workbook; unless given, the one with answers.",
            metavar="NAME",
        ),
    ] = "",
    engine: Annotated[
        Engine,
        one_of("--engine", Engine, "Mesin hitung; local kalau tidak disebut.", "What computes; local unless given."),
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
    """A file of answers → a file of results, and what is handed out."""
    from careerfit.cohort.job import Job
    from careerfit.cohort.run import score_file

    if not output and not reports:
        raise UsageError(NO_TARGET)
    settings = settings_of(ctx)
    place = Path(reports).resolve() if reports else None
    if place is not None:
        check_folder(place, force=force)
    job = Job(file, output or "", engine, master, strict, settings.lang, known_by, sheet, handed_on=place is not None)
    pack = settings.load_pack()
    findings: list[Findings] = []
    with progress(SCORING.pick(settings.lang)) as advance:

        def finish(people: Path, target: Path, outcome: Outcome) -> None:
            if not people.exists():
                return
            found = findings_of(settings, pack, people, outcome)
            findings.append(found)
            if target.suffix == WORKBOOK:
                write_workbook(settings, pack, people, outcome, found, target)
            if place is not None and outcome.people:
                rest = 1 - SCORED
                hand_out(settings, pack, people, outcome, found, place, lambda share: advance(SCORED + rest * share))

        share = SCORED if place is not None else 1.0
        outcome = score_file(pack, job, lambda done: advance(share * done), finish, beside=str(place or ""))
    written = [WRITTEN.say(settings.lang, output=Path(output).absolute())] if output else []
    if place is not None and outcome.people:
        written.append(HANDED_OUT.say(settings.lang, place=place / INDEX))
    is_for_people = place is not None or Path(output or "").suffix.lower() == WORKBOOK
    from careerfit.report.views.real_people import real_people

    found = findings[0] if findings else None
    told = closing_lines(pack, outcome, found, settings.lang, is_for_people=is_for_people)
    tell([*written, *told, *(one.text for one in real_people(pack, settings.lang))])
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
    format: Annotated[GroupForm | None, one_of("--format", GroupForm)] = None,
    output: Output = None,
    in_full: Annotated[
        bool,
        option(
            "--all",
            "Tampilkan juga angka yang kecil; orang tertentu bisa dikenali darinya.",
            "Show small numbers as well; people may be recognised by them.",
        ),
    ] = False,
) -> None:
    """A file of answers → the group as a whole."""
    from careerfit.cohort.run import summarise
    from careerfit.report.views.people.group import cohort_page

    def html() -> str:
        from datetime import UTC, datetime

        from careerfit.report.html.group import summary_html
        from careerfit.report.views.people.group_in_words import summary_view

        view = summary_view(pack, summary, settings.lang, datetime.now(UTC), in_full=in_full)
        return summary_html(view, settings.lang)

    from careerfit.files.formats import STDIN

    settings = settings_of(ctx)
    pack = settings.load_pack()
    with progress(SCORING.pick(settings.lang)) as advance:
        summary = summarise(pack, file, settings.lang, advance, in_full=in_full)
    emit(
        settings,
        format,
        output,
        page=lambda: cohort_page(pack, summary, settings.lang, in_full=in_full),
        json=lambda: document(pack, summary),
        html=html,
    )
    if file != STDIN and summary["people"] <= MOST_COMPARED:
        with suppress(UsageError):  # results of others may have no answers in them
            found = with_people(
                settings, pack, file, lambda people, outcome: findings_of(settings, pack, people, outcome)
            )
            tell(found.alike[:MOST_NAMED])
