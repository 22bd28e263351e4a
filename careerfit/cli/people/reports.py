"""What is handed out of a run: a workbook, and a folder of reports with the page of the class."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from careerfit.cli.output import writing_to
from careerfit.cli.people.scored import read_people
from careerfit.errors import UsageError
from careerfit.files.names import part_of_name
from careerfit.text import Lang, Text, escape

if TYPE_CHECKING:
    from careerfit.cli.settings import Settings
    from careerfit.cohort.job import Outcome
    from careerfit.core.model import Pack
    from careerfit.files.worker import Tell
    from careerfit.report.views.people.school_class import Findings

INDEX = "index.html"
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


def write_workbook(settings: Settings, pack: Pack, file: Path, outcome: Outcome, found: Findings, target: Path) -> None:
    """A workbook of the people of a run, and what was found of them."""
    from careerfit.report.people_workbook import Known, write_sheet

    columns = outcome.columns
    known = Known(columns.known_by, "name" in columns.names, "class" in columns.names)
    write_sheet(pack, read_people(settings, pack, file, outcome, found), known, settings.lang, target)


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
    with writing_to(f"--reports: {escape(str(place))}"), folder_beside(place) as own:
        new = own / "reports"
        new.mkdir()
        write_reports(pack, tasks, new, settings.lang, made, tell)
        write_workbook(settings, pack, file, outcome, found, new / table)
        view = class_view(pack, people, files, settings.lang, made)._replace(table=table, checks=found.told)
        (new / INDEX).write_text(class_html(view, settings.lang), encoding="utf-8", errors="replace")
        swap_folder(new, place)


def file_names(called: Sequence[str]) -> list[str]:
    """A name for the report of each of these people, in their order: their number and letters of theirs, no more.

    Every system takes such a name, none is there twice, and none begins with anything but a digit.
    """
    width = len(str(len(called)))
    parts = [part_of_name(name.partition("@")[0]) for name in called]
    return [f"{number:0{width}}{part}.html" for number, part in enumerate(parts, 1)]


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
