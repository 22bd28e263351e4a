"""A report as a file: under the person's name and the day, beside where the program was called, or at home."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from careerfit.cli.output import to_file
from careerfit.errors import CareerfitError
from careerfit.files.names import part_of_name
from careerfit.text import Lang, Text

REPORT = Text("laporan", "report")
NO_PLACE = Text("Tidak ada folder untuk menyimpannya.", "There is no folder to save it in.")


def save_report(content: str, name: str, lang: Lang) -> str:
    """Write a report to a file that was not there before; its full path. Raises ``CareerfitError`` where it can't."""
    error = CareerfitError(NO_PLACE)
    today = f"{datetime.now().astimezone():%Y-%m-%d}"
    for folder in dict.fromkeys(_folders()):
        try:
            return to_file(content, str(_free(folder, f"{REPORT.pick(lang)}{part_of_name(name)}-{today}")))
        except CareerfitError as refused:
            error = refused
    raise error


def _folders() -> Iterator[Path]:
    """Where a report may be written: where the program was called, else at home."""
    for place in (Path.cwd, Path.home):
        with contextlib.suppress(OSError, RuntimeError):  # the folder was deleted; a user without a home
            yield place()


def _free(folder: Path, stem: str) -> Path:
    """A file of that name that is not there yet."""
    tries = (folder / f"{stem}{f'-{n}' if n > 1 else ''}.html" for n in range(1, 1000))
    return next((path for path in tries if not path.exists()), folder / f"{stem}.html")
