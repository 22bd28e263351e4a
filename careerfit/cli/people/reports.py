"""The results of a file of people, made into what is handed out: a workbook, reports, the page of a class."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from careerfit.errors import DataError, UsageError
from careerfit.text import Lang, Text, escape

if TYPE_CHECKING:
    from careerfit.cli.settings import Settings
    from careerfit.cohort.job import Outcome
    from careerfit.core.model import Pack
    from careerfit.files.worker import Tell
    from careerfit.report.views.people.school_class import Findings, Person

T = TypeVar("T")
INDEX = "index.html"
MOST_OF_THE_NAME = 40
"""So many letters of somebody's name are in the name of their report."""
MOST_OF_A_STATEMENT = 40
"""So many letters of a statement say which one it is."""
MOST_COMPARED = 10_000
"""Among so many people, names and answers are held against each other."""
ALONE = 20
"""So many reports are made sooner than another process is started."""
LINK = re.compile(rb'href="([^"/]+)"')
LEFT_BY_SYSTEMS = frozenset((".ds_store", "desktop.ini", "thumbs.db"))
"""Files that Windows and macOS leave in folders by themselves, in small letters."""
LOCK = "~$"
"""So begins the name of the file that stands beside a workbook for as long as Excel has it open."""
NOT_A_FOLDER = Text(
    "--reports: {place} sebuah file, bukan folder; sebutkan folder lain.",
    "--reports: {place} is a file and no folder; name another one.",
)
NOT_EMPTY = Text(
    "--reports: folder {place} sudah berisi. Pakai --force untuk mengganti laporan di sana, atau sebut folder lain.",
    "--reports: the folder {place} isn't empty. Add --force to replace the reports there, or name another one.",
)
NOT_OURS = Text(
    "--reports: folder {place} berisi '{name}', yang bukan buatan careerfit; isinya dibiarkan. Sebut folder lain.",
    "--reports: the folder {place} holds '{name}', which careerfit didn't make; it is left alone. Name another one.",
)
OPEN = Text(
    "--reports: {place} berisi '{name}': sebuah file di sana masih terbuka di Excel. Tutup dulu; kalau Excel sudah "
    "ditutup, hapus '{name}'.",
    "--reports: {place} holds '{name}': a file there is still open in Excel. Close it first; if Excel is closed, "
    "delete '{name}'.",
)
READABLE = Text(
    "Yang terbaca di kolom pernyataan: {scale}, atau kata-katanya.",
    "What can be read in columns of statements: {scale}, or these words.",
)
UNWRITABLE = Text(
    "--reports: {place} tidak bisa ditulis ({reason}).", "--reports: {place} can't be written ({reason})."
)


class Task(NamedTuple):
    """A report to make: the name of its file, whose it is, and the answer code."""

    file: str
    name: str
    code: str


def check_folder(place: Path, *, force: bool) -> None:
    """Raise ``UsageError`` where reports may not go into that folder: it holds something, or what is not our own."""
    if not place.exists():
        return
    if not place.is_dir():
        raise UsageError(NOT_A_FOLDER.fill(place=escape(str(place))))
    names = sorted(entry.name for entry in place.iterdir() if not _is_left_by_a_system(entry))
    if names and not force:
        raise UsageError(NOT_EMPTY.fill(place=escape(str(place))))
    if locks := [name for name in names if name.startswith(LOCK)]:
        raise UsageError(OPEN.fill(place=escape(str(place)), name=escape(locks[0])))
    if strange := [name for name in names if name not in _made_there(place)]:
        raise UsageError(NOT_OURS.fill(place=escape(str(place)), name=escape(strange[0])))


def _is_left_by_a_system(entry: Path) -> bool:
    return entry.name.lower() in LEFT_BY_SYSTEMS and entry.is_file()


def _made_there(place: Path) -> set[str]:
    """The files that an earlier run made in the folder, by its page of the class: itself, and all it links to."""
    from careerfit.report.html.group import GENERATOR

    try:
        page = (place / INDEX).read_bytes()
    except OSError:
        return set()
    if f'<meta name="generator" content="{GENERATOR}">'.encode() not in page:
        return set()
    return {INDEX, *(name.decode("ascii", "replace") for name in LINK.findall(page))}


def read_people(
    settings: Settings, pack: Pack, file: Path, outcome: Outcome, found: Findings | None = None
) -> Iterator[Person]:
    """The people of a run, as it handed them on, with what was found of them."""
    from careerfit.report.views.people.school_class import person_of

    named, is_known = _namer(pack, settings.lang), bool(outcome.columns.known_by)
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            person = person_of(json.loads(line), is_known=is_known, above=outcome.above)
            alike = found.notes.get(person.row, ()) if found else ()
            yield person._replace(error=named(person.error), alike=alike)


def look_at(settings: Settings, pack: Pack, file: str, look: Callable[[Path, Outcome], T]) -> T:
    """What ``look`` makes of the people of a file and of what came of them, scored as ``careerfit cohort`` does."""
    import tempfile

    from careerfit.cohort.job import Job
    from careerfit.cohort.run import score_file

    found: list[T] = []
    job = Job(file, "", lang=settings.lang, handed_on=True)
    beside = Path(tempfile.gettempdir(), "careerfit-row")
    score_file(
        pack,
        job,
        lambda _: None,
        lambda people, _, outcome: found.append(look(people, outcome)),
        beside=str(beside),
    )
    return found[0]


def readable(pack: Pack, lang: Lang) -> str:
    """What cells may hold, in one sentence."""
    from careerfit.forms.words import scale_line

    return READABLE.say(lang, scale=scale_line(pack).pick(lang))


def _namer(pack: Pack, lang: Lang) -> Callable[[str], str]:
    """Says of wrong cells, which results name by keys, the statements' numbers and beginnings, and what is right."""
    from careerfit.forms.statements import statements
    from careerfit.report.words.people import HEADS
    from careerfit.sheets.columns import CODE

    names = {item.key: f"{n}. {shorten(item.text.clean(lang))}" for n, item in enumerate(statements(pack), 1)}
    key = re.compile(rf"(^|; )({'|'.join(map(re.escape, [*names, CODE]))}): ")

    def named(error: str) -> str:
        told, count = key.subn(lambda found: f"{found[1]}{names.get(found[2], HEADS[CODE].pick(lang))}: ", error)
        return f"{told}. {readable(pack, lang)}" if count and not error.startswith(f"{CODE}: ") else told

    return named


def shorten(text: str) -> str:
    """The beginning of a statement, by which it is known."""
    return text if len(text) <= MOST_OF_A_STATEMENT else f"{text[:MOST_OF_A_STATEMENT].rsplit(' ', 1)[0]} …"


def write_workbook(settings: Settings, pack: Pack, file: Path, outcome: Outcome, found: Findings, target: Path) -> None:
    """A workbook of the people of a run, and what was found of them."""
    from careerfit.report.people_workbook import Known, write_sheet

    columns = outcome.columns
    known = Known(columns.known_by, "name" in columns.names, "class" in columns.names)
    write_sheet(pack, read_people(settings, pack, file, outcome, found), known, settings.lang, target)


def findings_of(settings: Settings, pack: Pack, file: Path, outcome: Outcome) -> Findings:
    """What there is to check among the people of a run; nothing, where these are far more than a school."""
    from careerfit.report.views.people.school_class import Findings, findings

    if outcome.people > MOST_COMPARED:
        return Findings()
    return findings(pack, read_people(settings, pack, file, outcome), settings.lang)


def hand_out(
    settings: Settings, pack: Pack, file: Path, outcome: Outcome, found: Findings, place: Path, tell: Tell
) -> None:
    """A folder with a report for everybody who was scored, the page of the class, and the table.

    All of it is made beside the folder and takes its place as a whole. Raises ``DataError`` where it can't be written.
    """
    from careerfit.files.atomic import folder_beside, swap_folder
    from careerfit.report.html.group import class_html
    from careerfit.report.views.people.school_class import class_view
    from careerfit.report.words.people import SHEET

    people, made = list(read_people(settings, pack, file, outcome, found)), datetime.now(UTC)
    names = file_names([person.called(settings.lang) for person in people])
    files = {person.row: name for person, name in zip(people, names, strict=True) if person.verdict and person.answered}
    tasks = [Task(files[one.row], one.titled(settings.lang), one.code) for one in people if one.row in files]
    table = f"{SHEET.pick(settings.lang)}.xlsx"
    try:
        with folder_beside(place) as own:
            new = own / "reports"
            new.mkdir()
            write_reports(pack, tasks, new, settings.lang, made, tell)
            write_workbook(settings, pack, file, outcome, found, new / table)
            view = class_view(pack, people, files, settings.lang, made)._replace(table=table, checks=found.told)
            (new / INDEX).write_text(class_html(view, settings.lang), encoding="utf-8", errors="replace")
            swap_folder(new, place)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(UNWRITABLE.fill(place=escape(str(place)), reason=reason)) from error


def file_names(called: Sequence[str]) -> list[str]:
    """A name for the report of each of these people, in their order: their number and letters of theirs, no more.

    Every system takes such a name, none is there twice, and none begins with anything but a digit.
    """
    width = len(str(len(called)))
    return [f"{number:0{width}}{_letters(name)}.html" for number, name in enumerate(called, 1)]


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.partition("@")[0]).encode("ascii", "ignore").decode().lower()
    letters = re.sub("[^a-z0-9]+", "-", plain)[:MOST_OF_THE_NAME].strip("-")
    return f"-{letters}" if letters else ""


def write_reports(pack: Pack, tasks: Sequence[Task], folder: Path, lang: Lang, made: datetime, tell: Tell) -> None:
    """The reports, on all processors."""
    if len(tasks) <= ALONE:
        make_reports(pack, tasks, folder, lang, made, tell)
        return
    from careerfit.files.worker import side_by_side

    size = min(os.cpu_count() or 1, -(-len(tasks) // ALONE))
    shares = [(pack, tasks[place::size], folder, lang, made) for place in range(size)]
    side_by_side(make_reports, shares, tell)


def make_reports(pack: Pack, tasks: Sequence[Task], folder: Path, lang: Lang, made: datetime, tell: Tell) -> None:
    """Some of the reports, one after the other."""
    from careerfit.core.answer_code import decode
    from careerfit.core.results.result import evaluate
    from careerfit.report.html.result import result_html
    from careerfit.report.views.result.page import About

    for done, task in enumerate(tasks, 1):
        result = evaluate(pack, decode(pack, task.code))
        page = result_html(result, lang, about=About(task.name, made=made, has_program=False))
        (folder / task.file).write_text(page, encoding="utf-8", errors="replace")
        tell(done / len(tasks))
