"""The people of a run as it hands them on: read again, held against each other, and with their cells named in words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from careerfit.text import Lang, Text

if TYPE_CHECKING:
    from careerfit.cli.settings import Settings
    from careerfit.cohort.job import Outcome
    from careerfit.core.model import Pack
    from careerfit.report.views.people.school_class import Findings, Person

MOST_OF_A_STATEMENT = 40
"""So many letters of a statement say which one it is."""
MOST_COMPARED = 10_000
"""Among so many people, names and answers are held against each other."""
READABLE = Text(
    "Yang terbaca di kolom pernyataan: {scale}, atau kata-katanya.",
    "What can be read in columns of statements: {scale}, or these words.",
)
T = TypeVar("T")


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


def with_people(settings: Settings, pack: Pack, file: str, make: Callable[[Path, Outcome], T]) -> T:
    """What ``make`` makes of the people of a file and of what came of them, scored as ``careerfit cohort`` does."""
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
        lambda people, _, outcome: found.append(make(people, outcome)),
        beside=str(beside),
    )
    return found[0]


def findings_of(settings: Settings, pack: Pack, file: Path, outcome: Outcome) -> Findings:
    """What there is to check among the people of a run; nothing, where these are far more than a school."""
    from careerfit.report.views.people.school_class import Findings, findings

    if outcome.people > MOST_COMPARED:
        return Findings()
    return findings(pack, read_people(settings, pack, file, outcome), settings.lang)


def _namer(pack: Pack, lang: Lang) -> Callable[[str], str]:
    """Says of wrong cells, which results name by keys, the statements' numbers and beginnings, and what is right."""
    from careerfit.forms.content import statements
    from careerfit.report.words.people import HEADS
    from careerfit.sheets.columns import CODE

    names = {item.key: f"{n}. {shorten(item.text.clean(lang))}" for n, item in enumerate(statements(pack), 1)}
    key = re.compile(rf"(^|; )({'|'.join(map(re.escape, [*names, CODE]))}): ")

    def named(error: str) -> str:
        told, count = key.subn(lambda found: f"{found[1]}{names.get(found[2], HEADS[CODE].pick(lang))}: ", error)
        return f"{told}. {readable(pack, lang)}" if count and not error.startswith(f"{CODE}: ") else told

    return named


def readable(pack: Pack, lang: Lang) -> str:
    """What cells may hold, in one sentence."""
    from careerfit.forms.content import scale_line

    return READABLE.say(lang, scale=scale_line(pack).pick(lang))


def shorten(text: str) -> str:
    """The beginning of a statement, by which it is known."""
    return text if len(text) <= MOST_OF_A_STATEMENT else f"{text[:MOST_OF_A_STATEMENT].rsplit(' ', 1)[0]} …"
