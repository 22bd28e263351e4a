"""Help: texts in both languages, and pages of them in plain text without a byte of colour, readable at 40 columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, TypeVar

from careerfit.cli.parser import Argument, Option
from careerfit.text import Lang, Text, wrap

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


Section: TypeAlias = tuple[str, Sequence[tuple[str, str]]]
"""A heading and its rows of name and explanation."""


def help_page(command: Any, ctx: Any, lang: Lang, general: Sequence[Option]) -> str:
    """The page of one command, or of a group with its table; ``general`` are the options that hold everywhere."""
    from shutil import get_terminal_size

    width = max(NARROWEST, min(ctx.terminal_width or get_terminal_size().columns, WIDEST))
    commands: Mapping[str, Any] = getattr(command, "table", {})
    arguments = [p for p in command.params if isinstance(p, Argument)]
    own = [p for p in command.params if isinstance(p, Option) and p not in general]
    pieces = [
        OPTIONS_PIECE.pick(lang),
        *map(_argument_piece, arguments),
        *([COMMAND_PIECE.pick(lang)] if commands else []),
    ]
    usage = " ".join([f"{USAGE.pick(lang)}: {ctx.command_path}", *pieces])
    sections = (
        (COMMANDS, [(_command_name(name, entry, lang), entry.help) for name, entry in commands.items()]),
        (ARGUMENTS, [(_argument_name(p), p.help) for p in arguments if not p.hidden]),
        (OPTIONS, [(_option_name(p), p.help) for p in own if not p.hidden]),
        (EVERYWHERE, [(_option_name(p), p.help) for p in general if not p.hidden]),
    )
    told = [(head.pick(lang), [(name, pick(text, lang)) for name, text in rows]) for head, rows in sections]
    return page("\n".join(wrap(usage, width, hanging=4)), pick(command.help, lang), told, width)


def page(usage: str, text: str, sections: Sequence[Section], width: int) -> str:
    """A help page, without a newline at its end."""
    blocks = [usage, *(_paragraph(p, width) for p in text.split("\n\n") if p)]
    return "\n\n".join([*blocks, *(_section(heading, rows, width) for heading, rows in sections if rows)])


def _command_name(name: str, entry: Any, lang: Lang) -> str:
    """A command as help shows it: in Indonesian with its other name, ``quiz, kuis``."""
    return f"{name}, {entry.alias}" if entry.alias and lang == "id" else name


def _argument_name(argument: Argument) -> str:
    """An argument as help shows it: ``ROLE``."""
    return argument.metavar or (argument.name or "").upper()


def _argument_piece(argument: Argument) -> str:
    """An argument as the usage line shows it: ``[FILE]``, ``ROLE…``."""
    name = _argument_name(argument) + ("…" if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def _option_name(option: Option) -> str:
    """An option as help shows it: ``-o, --output FILE``."""
    names = ", ".join([*sorted(option.opts, key=len), *sorted(option.secondary_opts, key=len)])
    return names if option.is_flag else f"{names} {option.metavar or (option.name or '').upper()}"


def _section(heading: str, rows: Sequence[tuple[str, str]], width: int) -> str:
    column = min(max(len(name) for name, _ in rows), LONGEST_NAME)
    lines = [f"{heading}:"]
    for name, text in rows:
        if width < STACKED_BELOW:
            lines += [f"  {line}" for line in wrap(name, width - 2, hanging=2)]
            lines += [f"      {line}" for line in wrap(text, width - 6)]
        else:
            lines += _row(name, text, column, width)
    return "\n".join(lines)


def _row(name: str, text: str, column: int, width: int) -> Iterator[str]:
    indent = column + 4
    explained = wrap(text, width - indent) or [""]
    if len(name) > column:
        yield f"  {name}"
    else:
        yield f"  {name:<{column}}  {explained.pop(0)}".rstrip()
    yield from (f"{'':<{indent}}{line}" for line in explained if line)


def _paragraph(text: str, width: int) -> str:
    """One paragraph, wrapped; lines that are indented stay as they are: they show what to type."""
    lines = text.splitlines()
    if all(line.startswith("  ") for line in lines):
        return text
    return "\n".join(wrap(" ".join(lines), width))
