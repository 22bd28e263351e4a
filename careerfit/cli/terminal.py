"""Is there somebody to ask, and how far has what takes long come?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from careerfit.errors import UsageError
from careerfit.text import Text

NEEDED = Text("Perintah ini perlu terminal. {otherwise}", "This command needs a terminal. {otherwise}")


def is_terminal(stream: Any) -> bool:
    """Is that stream a terminal; a closed one is none."""
    return stream is not None and stream.isatty()


def someone_can_answer() -> bool:
    """Are keys read from a terminal, and questions (which go to standard error) seen on one?"""
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def require_terminal(otherwise: Text) -> None:
    """Raise ``UsageError``, which says what to do instead, where nobody could answer: piped junk is no answer."""
    if not someone_can_answer():
        raise UsageError(NEEDED.fill(otherwise=otherwise))


@contextmanager
def progress(label: str) -> Iterator[Callable[[float], None]]:
    """A bar on standard error, if that is a terminal, and the function to tell it the share that is done, 0 to 1."""
    if not is_terminal(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=1.0)
        yield lambda share: bar.update(task, completed=share)
