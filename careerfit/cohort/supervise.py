"""Work in a process of its own: whatever becomes of it, the results are there as a whole or not at all."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import Any, TypeVar

from careerfit.cohort.job import STDIN, Engine, Job, Outcome, form_of
from careerfit.core.model import Pack
from careerfit.errors import CareerfitError, DataError, UsageError
from careerfit.extras import require
from careerfit.files.atomic import folder_beside, rename
from careerfit.text import Text

T = TypeVar("T")
CHUNK = 1 << 20

STOPPED = Text(
    "Mesin hitung berhenti mendadak ({how}); tidak ada hasil yang ditulis.",
    "The engine stopped all of a sudden ({how}); no results were written.",
)
SIGNAL = Text("sinyal {number}, mungkin memori habis", "signal {number}, perhaps out of memory")
STATUS = Text("kode {number}", "code {number}")
STRICT = Text(
    "{count} baris tidak bisa dipakai, dan --strict diminta: tidak ada yang ditulis. Tanpa --strict, kolom error "
    "menjelaskan tiap baris.",
    "{count} rows can't be used, and --strict was asked for: nothing is written. Without --strict, the column error "
    "says what is wrong with each.",
)
NOT_A_FILE = Text("{name}: ini bukan file biasa; tulis ke file.", "{name}: this is not a plain file; write to a file.")
UNREADABLE = Text("{name}: tidak bisa dibaca ({reason}).", "{name}: can't be read ({reason}).")
UNWRITABLE = Text("{name}: tidak bisa ditulis ({reason}).", "{name}: can't be written ({reason}).")
MODULES: dict[Engine, tuple[str, ...]] = {"duckdb": ("ibis", "duckdb"), "spark": ("ibis", "duckdb", "pyspark")}
MORE: dict[Engine, tuple[str, ...]] = {"duckdb": (), "spark": ("pyspark",)}
"""What an engine needs beside the extra ``cohort``."""


class EngineFailedError(Exception):
    """A fault of careerfit in the engine's process, with its traceback."""


def score_file(pack: Pack, job: Job, tell: Callable[[float], None]) -> Outcome:
    """Score a file of people into another one, which is replaced only once all of it is there.

    Raises ``UsageError`` and ``DataError``; ``KeyboardInterrupt`` leaves nothing behind.
    """
    form_of(job.source), form_of(job.target)
    require("cohort", MODULES[job.engine], MORE[job.engine])
    target = _checked_target(job.target)
    with workspace(target) as folder, _source(job.source, folder) as source:
        results = folder / f"results{target.suffix.lower()}"
        name = "stdin" if job.source == STDIN else job.source
        outcome = supervised(_score, (pack, job, (str(source), name, str(results))), tell)
        if job.strict and outcome.bad:
            raise DataError(STRICT.fill(count=outcome.bad))
        _replace(results, target, job.target)
    return outcome


def summarise(pack: Pack, source: str, tell: Callable[[float], None]) -> dict[str, Any]:
    """What the group in a file looks like, as ``summary.summarise`` has it. Raises as ``score_file`` does."""
    form_of(source)
    require("cohort", MODULES["duckdb"])
    with workspace(Path(tempfile.gettempdir(), "careerfit-summary")) as folder, _source(source, folder) as path:
        name = "stdin" if source == STDIN else source
        return supervised(_summarise, (pack, str(path), name, str(folder)), tell)


def _score(pack: Pack, job: Job, files: tuple[str, str, str], tell: Callable[[float], None]) -> Outcome:
    source, name, results = files
    if job.engine == "spark":
        from careerfit.cohort import duck, spark

        return spark.score_file(pack, job.master, duck.Files(Path(source), name, Path(results)), tell)
    from careerfit.cohort import duck

    return duck.score_file(pack, duck.Files(Path(source), name, Path(results)), tell)


def _summarise(pack: Pack, source: str, name: str, folder: str, tell: Callable[[float], None]) -> dict[str, Any]:
    from careerfit.cohort import summary

    return summary.summarise(pack, source, name, folder, tell)


def _checked_target(name: str) -> Path:
    target = Path(name).resolve()
    with _system_fault(UNWRITABLE, name):
        if target.exists() and not S_ISREG(target.stat().st_mode):
            raise DataError(NOT_A_FILE.fill(name=name))
    return target


@contextlib.contextmanager
def workspace(target: Path) -> Iterator[Path]:
    """A folder beside the target for what is not finished yet; it never outlives the work.

    What a killed run on the same target left is removed first.
    """
    with contextlib.ExitStack() as stack:
        with _system_fault(UNWRITABLE, str(target)):
            folder = stack.enter_context(folder_beside(target))
        yield folder


@contextlib.contextmanager
def _source(name: str, folder: Path) -> Iterator[Path]:
    """The input as a file: itself, or standard input kept in the workspace, since it is read more than once."""
    source = Path(name).absolute()
    if name == STDIN:
        source = folder / "stdin.csv"
        with _system_fault(UNWRITABLE, str(folder)), source.open("wb") as file:
            if sys.stdin is not None:  # a closed one holds nothing
                shutil.copyfileobj(sys.stdin.buffer, file, CHUNK)
    with _system_fault(UNREADABLE, name), source.open("rb"):
        pass
    yield source


def _replace(results: Path, target: Path, name: str) -> None:
    with _system_fault(UNWRITABLE, name):
        if target.exists() and hasattr(os, "geteuid"):  # elsewhere modes say no more than read-only
            results.chmod(target.stat().st_mode & 0o777)
        with results.open("r+b") as file:  # Windows syncs nothing that is open for reading alone
            os.fsync(file.fileno())
        rename(results, target)


@contextlib.contextmanager
def _system_fault(message: Text, name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(message.fill(name=name, reason=reason)) from error


def supervised(work: Callable[..., T], args: tuple[Any, ...], tell: Callable[[float], None]) -> T:
    """What ``work(*args, tell)`` returns in a process of its own; its errors are raised here.

    Raises ``DataError`` where the process is killed, whoever did it. It does not outlive this call.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    orders, order = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(orders, there), daemon=True)
    process.start()
    there.close()
    orders.close()
    try:
        # As arguments of the process they would be waited for without end where it dies before it has read them
        with contextlib.suppress(BrokenPipeError):
            order.send((work, args))
        result: T = _follow(process, here, tell)
        return result
    finally:
        process.kill()
        process.join()
        here.close()
        order.close()


def _follow(process: Any, connection: Any, tell: Callable[[float], None]) -> Any:
    """Pass progress on until there is a result, an error, or nobody to wait for."""
    while True:
        try:
            kind, value = connection.recv()
        except EOFError:
            process.join()
            raise DataError(_how_it_ended(process.exitcode)) from None
        if kind == "progress":
            tell(value)
        elif kind == "done":
            return value
        elif kind == "failed":
            raise EngineFailedError(value)
        else:
            raise _rebuilt(*value)


def _how_it_ended(code: int) -> Text:
    how = SIGNAL.fill(number=-code) if code < 0 else STATUS.fill(number=code)
    return Text(STOPPED.id.format(how=how.id), STOPPED.en.format(how=how.en))


def _rebuilt(exit_code: int, headline: Text, problems: tuple[Any, ...]) -> CareerfitError:
    kind = UsageError if exit_code == UsageError.exit_code else DataError
    return kind(headline, problems)


def _work(orders: Any, connection: Any) -> None:
    """The other process: Ctrl-C is its parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # expressions are built once and kept: looking for rubbish among them would take a third of the time

    def tell(share: float) -> None:
        try:
            connection.send(("progress", share))
        except OSError:
            os._exit(1)  # nobody is left to work for

    try:
        work, args = orders.recv()
        connection.send(("done", work(*args, tell)))
    except CareerfitError as error:
        connection.send(("refused", (error.exit_code, error.headline, error.problems)))
    except Exception:  # noqa: BLE001  # told as it is on the other side
        connection.send(("failed", traceback.format_exc()))
