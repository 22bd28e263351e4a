"""Results to standard output or to a file: all of it or nothing, in whatever encoding, quietly into a closed pipe."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, TextIO, TypeAlias

import typer

from careerfit.cli.errors import tell
from careerfit.errors import DataError, UsageError
from careerfit.text import Lang, Text, encodable, escape, is_unicode

if TYPE_CHECKING:
    from rich.console import RenderableType

    from careerfit.cli.settings import Settings
    from careerfit.report.blocks import Page

Content: TypeAlias = "Page | Mapping[str, object] | str"
"""What is written: a page, a JSON document, or a text as it is."""

PAGE_FORMS = ("table", "markdown")
SUFFIXES = {
    ".txt": "table",
    ".json": "json",
    ".md": "markdown",
    ".csv": "csv",
    ".html": "html",
    ".yaml": "yaml",
    ".yml": "yaml",
}
"""A file's ending → the form that it stands for."""
UNKNOWN_ENDING = Text(
    "{file}: akhiran {ending} tidak bisa ditulis di sini; yang bisa: {endings}.{advice}",
    "{file}: the ending {ending} can't be written here; those that can: {endings}.{advice}",
)
PDF = ".pdf"
PRINT_IT = Text(
    " Untuk PDF: simpan sebagai .html, buka di peramban (browser), lalu cetak ke PDF.",
    " For a PDF: save it as .html, open that in a browser, and print it to PDF.",
)
WRITTEN = Text("Tertulis: {place}", "Written: {place}")
UNWRITABLE = Text("{name}: tidak bisa ditulis ({reason}). {advice}", "{name}: can't be written ({reason}). {advice}")
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_MAKE_ROOM = Text("Kosongkan tempat, atau pilih tempat lain.", "Free some space, or choose another place.")
_IN_USE = (5, 32)
"""What Windows says of a file that another program has open."""
_CLOSE_IT = Text(
    "Kalau file itu sedang dibuka program lain, tutup dulu, lalu coba lagi.",
    "If another program has that file open, close it there, then try again.",
)
_ELSEWHERE = Text("Coba lagi, atau pilih tempat lain.", "Try again, or choose another place.")


def emit(
    settings: Settings, form: str | None, output: str | None, *, full: bool = True, **makers: Callable[[], Content]
) -> None:
    """Write a result in one of the forms that a command knows, each by what makes it: the one way out.

    ``page`` stands for a table, in its ``full`` account or not, and for Markdown. Where no form is asked for, the
    output file's ending says it, else it is the first one. Where a file was written, its full path is told.

    Raises ``DataError`` where it can't be written, and ``UsageError`` for an ending that is none of theirs.
    """
    forms: dict[str, Callable[[], Content]] = {}
    for key, make in makers.items():
        forms |= dict.fromkeys(PAGE_FORMS if key == "page" else (key,), make)
    chosen = settled_form(form, output, tuple(forms))
    content = forms[chosen]()
    if isinstance(content, str):
        write_text(content, output)
    elif isinstance(content, Mapping):
        _write_json(content, output)
    else:
        _write_page(settings, content, chosen, output, full=full)
    if output is not None and not to_stdout(output):
        tell_written(settings.lang, output)


def settled_form(form: str | None, output: str | None, known: Sequence[str]) -> str:
    """The form of a result: as it was asked for, else as the file's ending says, else the first of those known.

    Raises ``UsageError`` for an ending that is none of theirs, whatever was asked for.
    """
    ending = Path(output).suffix.lower() if output is not None and not to_stdout(output) else ""
    if not ending:
        return form or known[0]
    if SUFFIXES.get(ending) in known:
        return form or SUFFIXES[ending]
    endings = ", ".join(one for one, its in SUFFIXES.items() if its in known)
    advice = PRINT_IT if ending == PDF and "html" in known else ""
    file = escape(str(output))
    raise UsageError(UNKNOWN_ENDING.fill(file=file, ending=escape(ending), endings=endings, advice=advice))


def tell_written(lang: Lang, output: str) -> None:
    """Say on standard error what was written, by its full path."""
    tell([WRITTEN.say(lang, place=Path(output).absolute())])


def is_on_screen(form: str | None, output: str | None) -> bool:
    """Is a result a table on standard output?"""
    return form in (None, "table") and to_stdout(output)


def _write_json(document: Mapping[str, object], output: str | None) -> None:
    """Write a JSON document; in ASCII where standard output can't take all of Unicode."""
    from careerfit.core.results.json_documents import json_text

    narrow = to_stdout(output) and not is_unicode(sys.stdout)
    write_text(json_text(document, ascii_only=narrow), output)


def _write_page(settings: Settings, page: Page, form: str, output: str | None, *, full: bool) -> None:
    """Write a page as Markdown, or as what a terminal shows, at the width of where it goes."""
    if form == "markdown":
        from careerfit.report.markdown import page_markdown

        write_text(page_markdown(page), output)
        return
    if settings.plain:
        write_lines(settings, page, output, full=full)
        return
    from careerfit.report.screens.page import page_screen
    from careerfit.report.screens.terminal import print_to

    drawn = page_screen(page, full=full)
    if to_stdout(output):
        write_screen(settings, drawn)
        return
    target = StringIO()
    print_to(target, drawn, color=settings.color, env=settings.environ)
    write_text(target.getvalue(), output)


def write_lines(settings: Settings, page: Page, output: str | None = None, *, full: bool) -> None:
    """Write a page as lines that can be read aloud, each as long as it is."""
    from careerfit.report.screens.plain_lines import page_lines

    write_text("".join(f"{line}\n" for line in page_lines(page, settings.lang, full=full)), output)


def write_screen(settings: Settings, renderable: RenderableType) -> None:
    """Write what rich can render to standard output, at its width."""
    from careerfit.report.screens.terminal import print_to

    with _quiet_pipe() as stream:
        print_to(stream, renderable, color=settings.color, env=settings.environ)


def write_text(text: str, output: str | None = None) -> None:
    """Write a text to standard output, or to the file of that name, which is replaced as a whole.

    Raises ``DataError`` where it can't be written.
    """
    if output is not None and not to_stdout(output):
        to_file(text, output)
        return
    with _quiet_pipe() as stream:
        stream.write(encodable(text, getattr(stream, "encoding", None)))


def to_file(text: str, file: str) -> str:
    """Write a text to the file of that name, which is replaced as a whole; its full path.

    Raises ``DataError`` where it can't be written.
    """
    path = Path(file)
    replace_file(path, text.encode("utf-8", "backslashreplace"))
    return str(path.absolute())


def to_stdout(output: str | None) -> bool:
    """Does a result go to standard output: without ``--output``, or with ``-``?"""
    return output is None or output == "-"


def replace_file(path: Path, content: bytes) -> None:
    """Write beside the target and rename, so that a failure leaves the old file whole.

    A device or a pipe is written to as it is; a link is followed. A new file gets the usual mode; an old one keeps
    its own. Raises ``DataError``.
    """
    from careerfit.files.atomic import write_whole

    with writing_to(str(path)):
        target = path.resolve()
        if target.exists() and not S_ISREG(target.stat().st_mode):
            target.write_bytes(content)
        else:
            write_whole(target, content)


@contextlib.contextmanager
def writing_to(name: str) -> Iterator[None]:
    """Whatever the system refuses within is raised as the error for a place of that name that can't be written to."""
    try:
        yield
    except OSError as error:
        raise unwritable(name, error) from error


def unwritable(name: Text | str, error: OSError) -> DataError:
    """The error for a place that can't be written to, with the system's reason and what to do."""
    reason = error.strerror or type(error).__name__
    is_in_use = getattr(error, "winerror", None) in _IN_USE
    advice = _MAKE_ROOM if error.errno in _NO_ROOM else _CLOSE_IT if is_in_use else _ELSEWHERE
    return DataError(UNWRITABLE.fill(name=name, reason=reason, advice=advice))


def forgive_encodings(environ: Mapping[str, str]) -> None:
    """Let standard output and standard error replace what they can't encode, instead of failing.

    On Windows, what does not go to a console is UTF-8, as it is elsewhere, unless ``PYTHONIOENCODING`` says otherwise.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            if sys.platform == "win32" and not stream.isatty() and not environ.get("PYTHONIOENCODING"):
                stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


@contextlib.contextmanager
def _quiet_pipe() -> Iterator[TextIO]:
    """Standard output, flushed at the end; a reader that has gone ends the program without a word."""
    if sys.stdout is None:
        raise DataError(Text("Keluaran standar tertutup.", "Standard output is closed."))
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()
        raise typer.Exit from None
    except OSError as error:
        _drop_stdout()
        raise unwritable(Text("Keluaran standar", "Standard output"), error) from error


def _drop_stdout() -> None:
    """Send what is still buffered nowhere, so that Python does not complain of it at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
