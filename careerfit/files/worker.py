"""Work in a process of its own: whatever becomes of it, whoever asked for it goes on and can tell what happened."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from threading import Event, Lock
from typing import Any, TypeVar

from careerfit.errors import CareerfitError, DataError
from careerfit.text import Text

STOPPED = Text(
    "Mesin hitung berhenti mendadak ({how}); tidak ada hasil yang ditulis.",
    "The engine stopped all of a sudden ({how}); no results were written.",
)
SIGNAL = Text("sinyal {number}, mungkin memori habis", "signal {number}, perhaps out of memory")
STATUS = Text("kode {number}", "code {number}")
T = TypeVar("T")
Tell = Callable[[float], None]
"""Called with how much is done, from 0 to 1."""


class WorkerFailedError(Exception):
    """A fault of careerfit in the other process, with its traceback."""


def supervised(work: Callable[..., T], args: tuple[Any, ...], tell: Tell, environ: Mapping[str, str]) -> T:
    """What ``work(*args, tell)`` returns in a process of its own, which does not outlive this call.

    Its errors are raised here. ``environ`` is added to the environment of that process. Raises ``DataError`` where it
    ends without a word, whoever killed it.
    """
    context = multiprocessing.get_context("spawn")
    (here, there), (orders, order) = context.Pipe(duplex=False), context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(orders, there, gc.get_threshold()), daemon=True)
    with _environment(environ):
        process.start()
    there.close()
    orders.close()
    try:
        with suppress(BrokenPipeError):  # as arguments of a process that dies early, they would be held out for ever
            order.send((work, args))
        while (said := here.recv())[0] == "progress":
            tell(said[1])
        if said[0] == "done":
            result: T = said[1]
            return result
        raise said[0](*said[1])
    except EOFError as error:
        process.join()
        code = process.exitcode or 0
        raise DataError(STOPPED.fill(how=(SIGNAL if code < 0 else STATUS).fill(number=abs(code)))) from error
    finally:
        process.kill()
        process.join()
        here.close()
        order.close()


def side_by_side(work: Callable[..., T], shares: Sequence[tuple[Any, ...]], tell: Tell) -> list[T]:
    """What ``work(*share, tell)`` returns for each share, each in a process of its own, all at the same time.

    Where one fails, the others are ended and its error is raised, as ``supervised`` has it.
    """
    done, stop = [0.0] * len(shares), Event()

    def watched(place: int) -> T:
        def told(share: float) -> None:
            if stop.is_set():
                raise WorkerFailedError
            done[place] = share
            tell(sum(done) / len(done))

        return supervised(work, shares[place], told, {})

    with ThreadPoolExecutor(max(1, len(shares))) as pool:
        try:
            return [found.result() for found in [pool.submit(watched, place) for place in range(len(shares))]]
        except BaseException:
            stop.set()
            raise


@contextmanager
def _environment(more: Mapping[str, str]) -> Iterator[None]:
    """The environment of processes that are started meanwhile; of this one as well, unless nothing is added."""
    if not more:
        yield
        return
    before = dict(os.environ)
    os.environ.update(more)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _work(orders: Connection, connection: Connection, garbage: tuple[int, int, int]) -> None:
    """The other process: Ctrl-C is its parent's business, and it looks for garbage as rarely as that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(*garbage)
    lock = Lock()  # several threads may tell of progress

    def tell(share: float) -> None:
        try:
            with lock:
                connection.send(("progress", share))
        except OSError:
            os._exit(1)  # nobody is left to work for

    said: tuple[Any, Any]
    try:
        work, args = orders.recv()
        said = "done", work(*args, tell)
    except CareerfitError as error:
        said = type(error), (error.headline, error.problems)
    except BaseException:  # noqa: BLE001  # panics of foreign code are no exceptions; told as they are on the other side
        said = WorkerFailedError, (traceback.format_exc(),)
    connection.send(said)
