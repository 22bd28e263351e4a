"""From one file to another: what is checked before, and what is told of a run that fails.

All work is done in a process of its own: whatever becomes of it, the results are there as a whole or not at all.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from careerfit.cohort.job import PEOPLE, Job, Outcome
from careerfit.core.model import Pack
from careerfit.errors import DataError, UsageError
from careerfit.extras import require
from careerfit.files.atomic import folder_beside, take_place
from careerfit.files.formats import STDIN, form_read, form_written
from careerfit.files.tables import Source
from careerfit.files.worker import Tell, supervised
from careerfit.text import Lang, Text

STRICT = Text(
    "{count} baris tidak bisa dipakai seluruhnya, dan --strict diminta: tidak ada yang ditulis. Tanpa --strict, kolom"
    " error menjelaskan tiap baris.",
    "{count} rows can't be used in full, and --strict was asked for: nothing is written. Without --strict, the column"
    " error says what is wrong with each.",
)
SAME_FILE = Text(
    "{name}: ini file jawabannya sendiri; tulis hasilnya ke file lain.",
    "{name}: this is the file of answers itself; write the results to another one.",
)
NOT_A_FILE = Text("{name}: ini bukan file biasa; tulis ke file.", "{name}: this is not a plain file; write to a file.")
ABSENT = Text(
    "{name}: tidak ada file dengan nama itu di sini. Periksa namanya, akhirannya, dan foldernya.",
    "{name}: there is no file of that name here. Check its name, its ending and its folder.",
)
UNREADABLE = Text("{name}: tidak bisa dibaca ({reason}).", "{name}: can't be read ({reason}).")
UNWRITABLE = Text("{name}: tidak bisa ditulis ({reason}).", "{name}: can't be written ({reason}).")

Finish: TypeAlias = Callable[[Path, Path, Outcome], None]
"""Called with the file of results to make something out of, where a workbook of them goes, and what came of the people.
"""
T = TypeVar("T")
LOCAL = ("polars", "numpy", "fastexcel", "xlsxwriter")
NEEDED = {"local": ("cohort", LOCAL), "spark": ("spark", (*LOCAL, "pyspark", "pyarrow"))}
"""What an engine needs: an extra, and the modules by which it is found."""
ALONE = {
    # The engine has threads of its own: a matrix product on several more makes them wait for each other
    **dict.fromkeys(("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "OMP_NUM_THREADS"), "1"),
    # Memory is used again at once: giving it back to the system in between takes a third of the time
    "MALLOC_MMAP_THRESHOLD_": str(1 << 27),
    "MALLOC_TRIM_THRESHOLD_": str(1 << 29),
    # What a block needs is kept once, not once a thread; blocks are small, and few of them wait to be worked on
    "MALLOC_ARENA_MAX": "1",
    "POLARS_IDEAL_MORSEL_SIZE": "25000",
    "POLARS_ROW_GROUP_PREFETCH_SIZE": "2",
}
"""What the engine, numpy's libraries and the system's take from the environment as they are loaded."""


def score_file(pack: Pack, job: Job, tell: Tell, finish: Finish | None = None, beside: str = "") -> Outcome:
    """Score a file of people into another one, which is replaced only once all of it is there.

    What is made out of the results is made by ``finish``: a workbook under the name that it is given, and anything
    else. ``beside`` is what the workspace stands beside where there is no target. Raises ``UsageError`` and
    ``DataError``; ``KeyboardInterrupt`` leaves nothing behind.
    """
    form_read(job.source)
    is_workbook = bool(job.target) and form_written(job.target) == "excel"
    require(*NEEDED[job.engine])
    target = Path(job.target or beside).resolve()
    with workspace(target, job.target or beside, is_file=bool(job.target)) as folder:
        source = _source(job.source, job.lang, folder)
        if job.target and target.exists() and target.samefile(source.path):
            raise UsageError(SAME_FILE.fill(name=job.target))
        results = folder / f"results{target.suffix.lower()}"
        targets = [results] if job.target and not is_workbook else []
        targets += [folder / PEOPLE] if is_workbook or job.handed_on else []
        outcome = supervised(_score, (pack, job, source, targets), tell, ALONE)
        if job.strict and outcome.bad + outcome.noted:
            raise DataError(STRICT.fill(count=outcome.bad + outcome.noted))
        if finish is not None:
            finish(folder / PEOPLE, results, outcome)
        if job.target:
            with _fault(UNWRITABLE, job.target):
                take_place(results, target)
    return outcome


def summarise(pack: Pack, source: str, lang: Lang, tell: Tell, *, in_full: bool = False) -> dict[str, Any]:
    """What the group in a file looks like, as ``summary.summarise`` has it. Raises as ``score_file`` does."""
    return supervise(_summarise, (pack, in_full), source, lang, tell)


def supervise(work: Callable[..., T], args: tuple[Any, ...], source: str, lang: Lang, tell: Tell) -> T:
    """What ``work(*args, source, tell)`` returns for a file of people, in a process of its own. Raises likewise."""
    form_read(source)
    require(*NEEDED["local"])
    beside = tempfile.gettempdir()
    with workspace(Path(beside, "careerfit-summary"), beside) as folder:
        return supervised(work, (*args, _source(source, lang, folder)), tell, ALONE)


def _score(pack: Pack, job: Job, source: Source, targets: Sequence[Path], tell: Tell) -> Outcome:
    if job.engine == "spark":
        from careerfit.cohort import spark

        return spark.score_file(pack, job, source, targets, tell)
    from careerfit.cohort import local

    return local.score_file(pack, job, source, targets, tell)


def _summarise(pack: Pack, in_full: bool, source: Source, tell: Tell) -> dict[str, Any]:  # noqa: FBT001  # sent over
    from careerfit.cohort import summary

    return summary.summarise(pack, source, tell, in_full=in_full)


@contextmanager
def workspace(target: Path, name: str, *, is_file: bool = True) -> Iterator[Path]:
    """A folder beside the target for what is not finished yet; it never outlives the work.

    What a killed run on the same target left is removed first. ``name`` is what messages call the target.
    """
    with ExitStack() as stack:
        with _fault(UNWRITABLE, name):
            if is_file and target.exists() and not target.is_file():
                raise DataError(NOT_A_FILE.fill(name=name))
            folder = stack.enter_context(folder_beside(target))
        yield folder


def _source(name: str, lang: Lang, folder: Path) -> Source:
    """The input: a file as it is, or standard input kept in the workspace, since it may be read more than once."""
    path = Path(name).absolute()
    if name == STDIN:
        path, name = folder / "stdin.csv", "stdin"
        with _fault(UNWRITABLE, str(folder)), path.open("wb") as file:
            if sys.stdin is not None:  # a closed one holds nothing
                shutil.copyfileobj(sys.stdin.buffer, file)
    with _fault(UNREADABLE, name):
        try:
            path.open("rb").close()
        except FileNotFoundError as error:
            raise DataError(ABSENT.fill(name=name)) from error
    return Source(path, name, lang, folder)


@contextmanager
def _fault(message: Text, name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DataError(message.fill(name=name, reason=error.strerror or type(error).__name__)) from error
