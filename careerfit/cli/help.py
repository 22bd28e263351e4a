"""Help: texts in both languages, and pages of them in plain text without a byte of colour, readable at 40 columns."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from careerfit.cli.parser import Argument, Option
from careerfit.text import Lang, Text

F = TypeVar("F", bound=Callable[..., Any])
PROGRAM = "careerfit"

_INDONESIAN: dict[str, str] = {}
"""Every help text in Indonesian by its English one, which is what the parser is given: it has room for one string."""


def both(id: str, en: str) -> str:
    """The English help text, with the Indonesian one kept for ``pick``. English ones that are equal mean the same."""
    _INDONESIAN[en] = id
    return en


def pick(text: str | None, lang: Lang) -> str:
    """A help text in one language; a text that has only one is returned as it is, and none as an empty one."""
    return (_INDONESIAN.get(text, text) if lang == "id" else text) if text else ""


def explained(id: str, en: str) -> Callable[[F], F]:
    """A decorator that gives a command's function the text of its help page, in both languages."""

    def keep(function: F) -> F:
        function.help_text = both(id, en)  # type: ignore[attr-defined]
        return function

    return keep


WIDEST, NARROWEST, STACKED_BELOW = 80, 30, 60
LONGEST_NAME = 28

USAGE = Text("Pemakaian", "Usage")
ARGUMENTS = Text("Argumen", "Arguments")
OPTIONS = Text("Opsi", "Options")
EVERYWHERE = Text("Opsi yang berlaku di mana saja", "Options that hold everywhere")
COMMANDS = Text("Perintah", "Commands")
OPTIONS_PIECE = Text("[OPSI]", "[OPTIONS]")
COMMAND_PIECE = Text("PERINTAH …", "COMMAND …")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its rows of name and explanation."""

    heading: str
    rows: tuple[tuple[str, str], ...]


def help_page(command: Any, ctx: Any, lang: Lang, general: Sequence[Option]) -> str:
    """The page of one command, or of a group with its table; ``general`` are the options that hold everywhere."""
    width = help_width(ctx.terminal_width)
    usage = usage_line(ctx.command_path, _usage_pieces(command, lang), lang, width)
    return page(usage, pick(command.help, lang), _sections(command, lang, general), width)


def _usage_pieces(command: Any, lang: Lang) -> list[str]:
    arguments = [argument_piece(p) for p in command.params if isinstance(p, Argument)]
    return [OPTIONS_PIECE.pick(lang), *arguments, *([COMMAND_PIECE.pick(lang)] if hasattr(command, "table") else [])]


def _sections(command: Any, lang: Lang, general: Sequence[Option]) -> list[Section]:
    commands = tuple((name, pick(entry.help, lang)) for name, entry in getattr(command, "table", {}).items())
    arguments = [p for p in command.params if isinstance(p, Argument)]
    own = [p for p in command.params if isinstance(p, Option) and p not in general]
    return [
        Section(COMMANDS.pick(lang), commands),
        Section(ARGUMENTS.pick(lang), argument_rows(arguments, lang)),
        Section(OPTIONS.pick(lang), option_rows(own, lang)),
        Section(EVERYWHERE.pick(lang), option_rows(general, lang)),
    ]


def help_width(columns: int | None = None) -> int:
    """How wide a help page is: the terminal's width, 80 at most."""
    wanted = columns or shutil.get_terminal_size().columns
    return max(NARROWEST, min(wanted, WIDEST))


def page(usage: str, text: str, sections: Sequence[Section], width: int) -> str:
    """A help page, without a newline at its end."""
    blocks = [usage, *(_paragraph(p, width) for p in text.split("\n\n") if p)]
    blocks += [_section(section, width) for section in sections if section.rows]
    return "\n\n".join(blocks)


def usage_line(path: str, pieces: Sequence[str], lang: Lang, width: int) -> str:
    """How to call the command, in one line where it fits."""
    start = f"{USAGE.pick(lang)}: {path}"
    return "\n".join(_wrap(" ".join([start, *pieces]), width, hanging=4))


def argument_name(argument: Argument) -> str:
    """An argument as help shows it: ``ROLE``."""
    return argument.metavar or (argument.name or "").upper()


def argument_piece(argument: Argument) -> str:
    """An argument as the usage line shows it: ``[FILE]``, ``ROLE…``."""
    name = argument_name(argument) + ("…" if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def option_name(option: Option) -> str:
    """An option as help shows it: ``-o, --output FILE``."""
    names = ", ".join([*sorted(option.opts, key=len), *sorted(option.secondary_opts, key=len)])
    return names if option.is_flag else f"{names} {option.metavar or (option.name or '').upper()}"


def argument_rows(arguments: Sequence[Argument], lang: Lang) -> tuple[tuple[str, str], ...]:
    """The rows of a section of arguments."""
    return tuple((argument_name(a), pick(a.help, lang)) for a in arguments if not a.hidden)


def option_rows(options: Sequence[Option], lang: Lang) -> tuple[tuple[str, str], ...]:
    """The rows of a section of options."""
    return tuple((option_name(o), pick(o.help, lang)) for o in options if not o.hidden)


def _section(section: Section, width: int) -> str:
    column = min(max(len(name) for name, _ in section.rows), LONGEST_NAME)
    stacked = width < STACKED_BELOW
    lines = [f"{section.heading}:"]
    for name, text in section.rows:
        lines += _stacked_row(name, text, width) if stacked else _row(name, text, column, width)
    return "\n".join(lines)


def _row(name: str, text: str, column: int, width: int) -> Iterator[str]:
    indent = column + 4
    explained = _wrap(text, width - indent) or [""]
    if len(name) > column:
        yield f"  {name}"
    else:
        yield f"  {name:<{column}}  {explained.pop(0)}".rstrip()
    yield from (f"{'':<{indent}}{line}" for line in explained if line)


def _stacked_row(name: str, text: str, width: int) -> Iterator[str]:
    yield from (f"  {line}" for line in _wrap(name, width - 2, hanging=2))
    yield from (f"      {line}" for line in _wrap(text, width - 6))


def _paragraph(text: str, width: int) -> str:
    """One paragraph, wrapped; lines that are indented stay as they are: they show what to type."""
    lines = text.splitlines()
    if all(line.startswith("  ") for line in lines):
        return text
    return "\n".join(_wrap(" ".join(lines), width))


def _wrap(text: str, width: int, hanging: int = 0) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=" " * hanging, break_on_hyphens=False)
