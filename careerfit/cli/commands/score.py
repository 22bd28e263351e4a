"""``careerfit score``: one person's answers, from a file, a code and flags, to a result."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.completion import complete_answer
from careerfit.cli.errors import tell
from careerfit.cli.help import explained
from careerfit.cli.options import Output, ResultFormat, argument, option
from careerfit.cli.output import is_on_screen
from careerfit.cli.result_formats import made_now, quoted, write_result, write_short
from careerfit.core.answers import Layer, read_flags, resolve
from careerfit.core.model import Answers, DuelAnswer, Pack
from careerfit.errors import Problem, UsageError
from careerfit.files.formats import STDIN, is_table
from careerfit.text import Text, escape

if TYPE_CHECKING:
    from pathlib import Path

    from careerfit.cli.settings import Settings
    from careerfit.cohort.job import Outcome
    from careerfit.report.views.people.school_class import Person

FLAG = "--answer"
TABLES = (".csv", ".tsv", ".xlsx")
"""The endings of tables that most people have."""
MANY = Text(
    "{file} berisi banyak orang, satu baris satu orang. Untuk semuanya: careerfit cohort {quoted} -o hasil.xlsx; "
    "untuk satu orang: careerfit score {quoted} --row 1",
    "{file} holds many people, a row each. For all of them: careerfit cohort {quoted} -o results.xlsx; "
    "for one: careerfit score {quoted} --row 1",
)
NO_TABLE = Text(
    "--row: perlu tabel ({endings}), satu baris satu orang.", "--row: needs a table ({endings}) with a row a person."
)
NO_ROW = Text(
    "--row: tidak ada siapa pun di baris {row} dari {file}; yang terakhir di baris {last}, dan baris 1 yang pertama di "
    "bawah nama kolom.",
    "--row: there is nobody in row {row} of {file}; the last one is in row {last}, and row 1 is the first below the "
    "names of the columns.",
)
UNREADABLE = Text("--row: {who} belum bisa dihitung.", "--row: {who} can't be scored yet.")
SILENT = Text("--row: {who} belum menjawab satu pernyataan pun.", "--row: {who} answered no statement yet.")
WHOSE = Text(
    "Ini baris ke-{row} di bawah nama kolom{name}; di Excel baris {line}.",
    "This is row {row} below the names of the columns{name}; in Excel it is row {line}.",
)
NOTHING_GIVEN = Text(
    "Belum ada jawaban untuk dihitung. Beri FILE, --answer KUNCI=NILAI, atau --code.",
    "There are no answers to work out. Give a FILE, --answer KEY=VALUE or --code.",
)
INSTEAD = (
    Text("File untuk diisi: careerfit questions --template", "For a file to fill in: careerfit questions --template"),
    Text("Hasil kuis yang tersimpan: careerfit history show", "The saved result of a quiz: careerfit history show"),
)


@explained(
    "Hitung hasil satu orang dari jawaban yang sudah ada, tanpa bertanya apa-apa.\n\n"
    "Kunci bernomor (kepemimpinan-1) mengisi satu pertanyaan; tanpa nomor (kepemimpinan) terisi semua "
    "pertanyaannya, dan 5 berarti kuat. Nilainya 1 sampai 5, atau null. Kunci bernomor menang atas yang tanpa "
    "nomor; --answer menang atas --code, --code atas FILE.\n\n"
    "  careerfit score --answer kepemimpinan=5 --answer analisis=4\n"
    "  careerfit questions --template -o jawaban.yaml",
    "Work out one person's result from answers that are there already, without asking anything.\n\n"
    "A key is an item (kepemimpinan-1) or a facet (kepemimpinan); its value is 1 to 5, or null. A facet sets all"
    " its items, and 5 means strong. An item beats its facet; --answer beats --code, --code beats FILE.\n\n"
    "  careerfit score --answer kepemimpinan=5 --answer analisis=4\n"
    "  careerfit questions --template -o answers.yaml",
)
def score(
    ctx: typer.Context,
    file: Annotated[
        str | None,
        argument(
            "FILE",
            "File jawaban, JSON atau YAML; - untuk masukan standar.",
            "Answers in JSON or YAML; - for standard input.",
        ),
    ] = None,
    answer: Annotated[
        list[str] | None,
        option(
            FLAG,
            "Satu jawaban; boleh berkali-kali.",
            "One answer; may be given many times.",
            metavar="KEY=VALUE",
            autocompletion=complete_answer,
        ),
    ] = None,
    code: Annotated[
        str | None,
        option(
            "--code", "Kode jawaban dari hasil sebelumnya.", "The answer code of an earlier result.", metavar="CODE"
        ),
    ] = None,
    row: Annotated[
        int | None,
        option(
            "--row",
            "Satu baris dari tabel banyak orang; 1 yang pertama di bawah nama kolom.",
            "One row of a table of many people; 1 is the first below the names of the columns.",
            metavar="N",
            min=1,
        ),
    ] = None,
    name: Annotated[
        str,
        option(
            "--name",
            "Nama yang ditulis di laporan (html, markdown).",
            "Whose name the report carries (html, markdown).",
            metavar="NAME",
        ),
    ] = "",
    format: ResultFormat = None,
    output: Output = None,
    verbose: Annotated[
        bool, option("--verbose", "Semuanya, dengan poin tiap hal.", "All of it, with each facet's points.")
    ] = False,
) -> None:
    """Options → answers → result."""
    from careerfit.core.results.result import evaluate

    settings = settings_of(ctx)
    if file is None and not answer and code is None:
        raise UsageError(NOTHING_GIVEN, [Problem("", what) for what in INSTEAD])
    check_table(file, row)
    pack = settings.load_pack()
    if row is None:
        answers = gather(pack, file, code, answer or [])
    else:
        found, person = row_of(settings, pack, str(file), row)
        called = person.name or person.known_by
        answers, name = gather(pack, None, code, answer or [], found), name or called
        tell([WHOSE.say(settings.lang, row=row, line=person.row, name=f", {escape(called)}" if called else "")])
    result = evaluate(pack, answers)
    if is_on_screen(format, output) and not verbose:
        from careerfit.report.views.result.brief import all_of_it, brief_pages

        write_short(settings, brief_pages(result, settings.lang, (all_of_it(settings.lang),)))
    else:
        is_alone = file not in (None, STDIN) and not answer and code is None
        again = f"score {quoted(str(file))}{f' --row {row}' if row else ''}" if is_alone else ""
        write_result(settings, result, format, output, verbose=verbose, about=lambda: made_now(name, again))


def check_table(file: str | None, row: int | None) -> None:
    """Raise ``UsageError`` for a table of many people of which no row was named, and for a row of anything else."""
    if file is not None and is_table(file):
        if row is None:
            raise UsageError(MANY.fill(file=escape(file), quoted=quoted(file)))
    elif row is not None:
        raise UsageError(NO_TABLE.fill(endings=", ".join(TABLES)))


def row_of(settings: Settings, pack: Pack, file: str, row: int) -> tuple[Answers, Person]:
    """The answers in one row of a table of people, 1 for the first below the heads, and whose they are.

    Raises ``UsageError`` where there are none, and ``DataError`` as ``careerfit cohort`` does.
    """
    from careerfit.cli.people.scored import read_people, with_people
    from careerfit.core.answer_code import decode

    def look(handed_on: Path, outcome: Outcome) -> tuple[Person | None, int]:
        found, last = None, 0
        for person in read_people(settings, pack, handed_on, outcome):
            last = person.row - outcome.above
            found = person if last == row else found
        return found, last

    person, last = with_people(settings, pack, file, look)
    if person is None:
        raise UsageError(NO_ROW.fill(file=escape(file), row=row, last=last))
    if person.code:
        return decode(pack, person.code), person
    who = escape(person.placed(settings.lang))
    if person.error:
        raise UsageError(UNREADABLE.fill(who=who), [Problem("", Text(person.error, person.error))])
    raise UsageError(SILENT.fill(who=who))


def gather(pack: Pack, file: str | None, code: str | None, flags: list[str], row: Answers | None = None) -> Answers:
    """All answers of a call: the file's, or those of one row of a table, beaten by the code's, beaten by the flags'.

    Raises ``UsageError`` with every problem found, and ``DataError`` for a file that can't be read.
    """
    layers = [] if row is None else [Layer("--row", tuple(row.responses.items()))]
    if file is not None:
        from careerfit.pack.answers_file import read_answers

        layers.append(read_answers(file, sys.stdin.buffer if sys.stdin is not None else None))
    duels: tuple[DuelAnswer, ...] = () if row is None else row.duels
    if code is not None:
        from careerfit.core.answer_code import decode

        decoded = decode(pack, code)
        layers.append(Layer("--code", tuple(decoded.responses.items())))
        duels = decoded.duels
    return resolve(pack, [*layers, read_flags(flags, FLAG)], duels)
