"""The one place where anything that went wrong becomes a message, in both languages, and an exit code."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

import typer

from careerfit.cli.help import PROGRAM
from careerfit.cli.parser import BadParameter, ClickException, MissingParameter, NoSuchOption
from careerfit.cli.settings import Settings
from careerfit.errors import DID_YOU_MEAN, CareerfitError, DataError, UsageError, did_you_mean
from careerfit.text import Text

DONE: Final = 0
BUG: Final = 3
INTERRUPTED: Final = 130

CANCELLED = Text("Dibatalkan.", "Cancelled.")
BUG_REPORTED = Text(
    "careerfit sendiri yang salah, bukan kamu. Laporannya (tanpa jawabanmu) ada di {place}.",
    "This is a fault of careerfit, not yours. A report (without your answers) is in {place}.",
)
BUG_UNREPORTED = Text(
    "careerfit sendiri yang salah, bukan kamu ({what}); laporannya tidak bisa disimpan.",
    "This is a fault of careerfit, not yours ({what}); the report could not be saved.",
)
REFUSED = Text("{place}sistem menolak ({reason}).", "{place}the system refused ({reason}).")
NARROWEST = 20
_GLUE = "\0"
"""What stands for a blank that no line is broken at; nothing that is told has it."""
_OPTION = r"--[a-z][a-z-]*|-[a-z](?![^=])"


class CancelledError(CareerfitError):
    """Ctrl-C or Ctrl-D, where nothing is left to be said."""

    exit_code = INTERRUPTED

    def __init__(self) -> None:
        super().__init__(CANCELLED)


def guarded(call: Callable[[], object], settings: Settings, args: Sequence[str]) -> int:
    """The exit code of a call; whatever it raises is told on standard error, in one message."""
    try:
        code = call()
    except BrokenPipeError:
        return DONE
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  # no traceback ever reaches a user
        ours = _as_ours(error)
        if ours is None:
            return _bug(error, settings, args)
        tell(error_lines(ours, settings))
        return ours.exit_code
    return code if isinstance(code, int) and not isinstance(code, bool) else DONE


def _as_ours(error: BaseException) -> CareerfitError | None:
    """Anything that may well happen as an error with a message; None for what must not happen."""
    if isinstance(error, CareerfitError):
        return error
    if isinstance(error, ClickException):
        return usage_error(error)
    if isinstance(error, KeyboardInterrupt | typer.Abort):
        return CancelledError()
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return DataError(REFUSED.fill(place=place, reason=error.strerror or type(error).__name__))
    return None


def tell(lines: Iterable[str]) -> None:
    """Lines to standard error, harmless ones, on a terminal wrapped at words; nothing can be done where it is closed.

    A command that can be copied, and a path, are never broken. In a message, a command follows a colon and is the last
    that it says: so it can be copied to the end of the line.
    """
    from careerfit.text import clean

    if sys.stderr is None:
        return
    with contextlib.suppress(OSError, ValueError):
        for line in lines:
            indent = " " * (len(line) - len(line.lstrip(" ")))
            sys.stderr.write("".join(f"{part}\n" for part in _wrapped(clean(line.strip()), indent)))
        sys.stderr.flush()


def _wrapped(text: str, indent: str) -> list[str]:
    """The text as it goes to standard error: as it is, or on a terminal in lines that are broken at words."""
    if not text or not sys.stderr.isatty():
        return [f"{indent}{text}"]
    from shutil import get_terminal_size

    from careerfit.text import wrap

    at = _command(text)
    width = max(get_terminal_size().columns, NARROWEST)
    lines = wrap(text[:at] + text[at:].replace(" ", _GLUE), width - len(indent), breaks=False)
    return [f"{indent}{line.replace(_GLUE, ' ')}" for line in lines]


def _command(text: str) -> int:
    """Where the command begins with which a message ends; the end of the message where there is none."""
    if text.startswith(f"{PROGRAM} "):
        return 0
    place = text.find(f": {PROGRAM} ")
    return len(text) if place < 0 else place + 2


def error_lines(error: CareerfitError, settings: Settings) -> list[str]:
    """An error's message: one line where there is one problem, else a line for each under the headline."""
    lines = error.lines(settings.lang)
    return [f"{lines[0]} {lines[1].strip()}"] if len(lines) == 2 else lines  # a headline and a problem


def _bug(error: BaseException, settings: Settings, args: Sequence[str]) -> int:
    try:
        place = _write_report(bug_report(error, args))
    except Exception:  # noqa: BLE001  # a report that can't be written must not hide what happened
        tell([BUG_UNREPORTED.say(settings.lang, what=type(error).__name__)])
    else:
        tell([BUG_REPORTED.say(settings.lang, place=place)])
    return BUG


def bug_report(error: BaseException, args: Sequence[str]) -> str:
    """What is needed to find a bug, and nothing that the user typed: no values, no message of the exception."""
    import traceback

    from careerfit import __version__

    options = [found[0] for arg in args if (found := re.match(_OPTION, arg))]
    lines = [f"careerfit {__version__}", f"Python {sys.version.split()[0]} on {sys.platform}"]
    lines.append(f"options: {' '.join(options)}")
    cause: BaseException | None = error
    told: list[BaseException] = []
    while cause is not None and cause not in told:
        told.append(cause)
        lines.append(type(cause).__name__)
        for frame, line in traceback.walk_tb(cause.__traceback__):
            lines.append(f"  {frame.f_code.co_filename}:{line} {frame.f_code.co_name}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join([*lines, ""])


def _write_report(text: str) -> Path:
    from careerfit.files.atomic import write_whole
    from careerfit.files.state import state_folder

    folder = state_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    place = folder / f"bug-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    write_whole(place, text.encode("utf-8", "backslashreplace"), mode=0o600)
    return place


_SENTENCES = {
    r"Got unexpected extra argument\(?s?\)? \((?P<extra>.*)\)": Text(
        "Argumen ini berlebih: {extra}. Nama yang berisi spasi perlu tanda kutip.",
        "Too many arguments: {extra}. A name with blanks in it needs quotes.",
    ),
    r"Option '(?P<name>[^']*)' requires an argument": Text(
        "Opsi '{name}' butuh nilai.", "The option '{name}' needs a value."
    ),
    r"Option '(?P<name>[^']*)' does not take a value": Text(
        "Opsi '{name}' tidak memakai nilai.", "The option '{name}' takes no value."
    ),
    r"(?P<value>'.*'|\".*\") is not one of (?P<known>.*)\.": Text(
        "{value} tidak dikenal; pilih dari {known}.", "{value} is unknown; choose from {known}."
    ),
    r"(?P<value>'.*'|\".*\") is not a valid int": Text(
        "{value} bukan angka bulat, seperti 3.", "{value} is not a whole number, such as 3."
    ),
    r"(?P<value>\S+) is not in the range x>=(?P<least>\S+)\.": Text(
        "{value} terlalu kecil; yang terkecil {least}.", "{value} is too small; the least is {least}."
    ),
    r"(?P<value>\S+) is not in the range (?P<least>[^<]+)<=x<=(?P<most>\S+)\.": Text(
        "{value} di luar batas; pilih dari {least} sampai {most}.",
        "{value} is out of range; choose from {least} to {most}.",
    ),
}
"""A sentence of the parser, as a pattern → ours."""
NO_COMMAND = Text("Tidak ada perintah '{name}'.{hint}", "There is no command '{name}'.{hint}")
NO_OPTION = Text("Tidak ada opsi '{name}'.{hint}", "There is no option '{name}'.{hint}")
MISSING = Text("{name} belum diisi.", "{name} is missing.")
MISSING_ROLE = Text(
    "{name} belum diisi; perintah roles menampilkan daftarnya.", "{name} is missing; the command roles lists them."
)
HELP = Text("{said} Bantuan: {path} --help", "{said} Help: {path} --help")


def usage_error(error: ClickException) -> UsageError:
    """The parser's error as ours, with the command whose help to read."""
    ctx = getattr(error, "ctx", None)
    return UsageError(HELP.fill(said=_sentence(error), path=ctx.command_path if ctx is not None else PROGRAM))


def no_such_command(name: str, known: Sequence[str], path: str) -> UsageError:
    """The error for a command that there is not under ``path``, with a suggestion."""
    said = NO_COMMAND.fill(name=name, hint=did_you_mean(name, known))
    return UsageError(HELP.fill(said=said, path=path))


def _sentence(error: ClickException) -> Text:
    if isinstance(error, NoSuchOption):
        close = sorted(error.possibilities or ())[:1]
        hint = Text(*(f" {words}" for words in DID_YOU_MEAN.fill(word=close[0]))) if close else Text("", "")
        return NO_OPTION.fill(name=error.option_name, hint=hint)
    if isinstance(error, MissingParameter):
        name = _name_of(error)
        return (MISSING_ROLE if name.startswith("ROLE") else MISSING).fill(name=name)
    if not isinstance(error, BadParameter):
        return _translated(error.message)
    text, name = _translated(_in_order(error)), _name_of(error)
    return Text(f"{name}: {text.id}", f"{name}: {text.en}") if name else text


def _name_of(error: BadParameter) -> str:
    """What the user calls the parameter: ``--format`` or ``ROLE``."""
    param = error.param
    if param is None:
        return ""
    if param.param_type_name == "option":
        return max(param.opts, key=len)
    return param.metavar or (param.name or "").upper()


def _in_order(error: BadParameter) -> str:
    """The message, with choices in the order in which help shows them: typing may have mixed up equal ones."""
    sentence, asked, _ = error.message.partition(" is not one of ")
    shown = getattr(error.param, "metavar", None) or ""
    if not asked or "|" not in shown:
        return error.message
    return f"{sentence}{asked}{', '.join(map(repr, shown.split('|')))}."


def _translated(message: str) -> Text:
    """A sentence of the parser in both languages; one that is not known stays as it is."""
    for pattern, ours in _SENTENCES.items():
        if found := re.match(pattern, message, re.DOTALL):
            return ours.fill(**found.groupdict())
    return Text(message, message)
