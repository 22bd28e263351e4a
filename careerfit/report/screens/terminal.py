"""From a renderable to a stream: width, colour, and nothing that a terminal could take for a command."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from itertools import groupby
from typing import Literal, TextIO, TypeAlias

from rich.console import Console, RenderableType
from rich.segment import Segment, Segments
from rich.style import Style

from careerfit.text import clean, encodable

ColorMode: TypeAlias = Literal["auto", "always", "never"]
USUAL_WIDTH, NARROWEST = 80, 20
MOST_DIGITS = 4
"""No terminal has a width of more digits."""
WHOLE = "whole"
"""What a style carries, where what it styles must not be broken: all of it."""
SHOW_COLORS = 4
"""What a console on Windows is asked for: there it is called ENABLE_VIRTUAL_TERMINAL_PROCESSING."""


def print_to(
    stream: TextIO,
    renderable: RenderableType,
    *,
    color: ColorMode = "auto",
    env: Mapping[str, str] = os.environ,
) -> None:
    """Write a renderable as text: in colour where that is wanted and possible, at the terminal's width.

    Lines carry no trailing blanks; no control character comes out except those of the colours themselves.
    """
    text = render(renderable, find_width(stream, env), styled=wants_color(stream, color, env))
    stream.write(encodable(text, getattr(stream, "encoding", None)))


def render(renderable: RenderableType, width: int, *, styled: bool = False) -> str:
    """A renderable as text of at most ``width`` columns, without any escape sequence unless ``styled``.

    Only a line that is to be copied as a whole may be longer: the terminal goes on with it on its next row.
    """
    target = StringIO()
    console = _console(target, max(width, NARROWEST), styled=styled)
    lines = _joined(Segment.split_lines(console.render(renderable)))
    console.print(Segments([part for line in lines for part in _finished(line)]), end="", crop=False)
    return target.getvalue()


def _joined(lines: Iterable[list[Segment]]) -> Iterator[list[Segment]]:
    """The lines, with those that are parts of one whole as that whole, from the first column on."""
    for whole, parts in groupby(lines, _whole_of):
        if whole is None:
            yield from parts
            continue
        style = next(part.style for part in next(parts) if part.style and WHOLE in part.style.meta)
        yield [Segment(whole, style)]


def _whole_of(line: list[Segment]) -> str | None:
    return next((part.style.meta[WHOLE] for part in line if part.style and WHOLE in part.style.meta), None)


def styled_lines(renderable: RenderableType, width: int) -> list[list[tuple[str, str]]]:
    """A renderable as lines of at most ``width`` columns, each of styles ("bold fg:ansigreen", "") and texts."""
    lines = Segment.split_lines(_console(StringIO(), width, styled=True).render(renderable))
    return [[(_style(part.style), part.text) for part in _finished(line) if part.text != "\n"] for line in lines]


def _console(target: StringIO, width: int, *, styled: bool) -> Console:
    return Console(
        file=target,
        width=width,
        color_system="standard" if styled else None,
        force_terminal=styled,
        no_color=not styled,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )


def _style(style: Style | None) -> str:
    """A style in words; what is quiet is left as it is, since not all terminals keep it readable."""
    if style is None:
        return ""
    words = [name for name, has in (("bold", style.bold), ("underline", style.underline)) if has]
    return " ".join([*words, *([f"fg:ansi{style.color.name}"] if style.color is not None else [])])


def find_width(stream: TextIO, env: Mapping[str, str]) -> int:
    """How wide to write: ``COLUMNS`` where it is a number, else the terminal's width, else 80."""
    columns = env.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and len(columns) <= MOST_DIGITS and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or USUAL_WIDTH
    except (OSError, ValueError, AttributeError):
        return USUAL_WIDTH


def wants_color(stream: TextIO, color: ColorMode, env: Mapping[str, str]) -> bool:
    """Is colour wanted: on demand, or on a terminal that can show it and whose user has not declined it."""
    if color != "auto":
        return color == "always"
    declined = bool(env.get("NO_COLOR")) or env.get("TERM") == "dumb"
    return not declined and stream.isatty() and _obeys_colors(stream)


if sys.platform == "win32":

    def _obeys_colors(stream: TextIO) -> bool:
        """Does the console show colours: it has to be asked to, and before Windows 10 it refuses."""
        import ctypes
        import msvcrt

        kernel, mode = ctypes.windll.kernel32, ctypes.c_ulong()
        try:
            console = ctypes.c_void_p(msvcrt.get_osfhandle(stream.fileno()))
        except (OSError, ValueError):  # no console, but a terminal by its own word
            return True
        is_console = kernel.GetConsoleMode(console, ctypes.byref(mode))
        return bool(is_console and kernel.SetConsoleMode(console, mode.value | SHOW_COLORS))

else:

    def _obeys_colors(stream: TextIO) -> bool:  # noqa: ARG001  # as on Windows
        """Any terminal does."""
        return True


def _finished(line: list[Segment]) -> Iterator[Segment]:
    """A line's segments, cleaned, without trailing blanks, and ended."""
    parts = [Segment(clean(part.text), part.style) for part in line if not part.control]
    while parts and not parts[-1].text.strip():
        parts.pop()
    if parts:
        parts[-1] = Segment(parts[-1].text.rstrip(), parts[-1].style)
    yield from parts
    yield Segment.line()
