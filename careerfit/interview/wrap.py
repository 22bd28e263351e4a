"""Breaking text into lines of so many cells, cutting nothing."""

from __future__ import annotations

from rich.cells import cell_len


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` cells, broken between words, and within one only where it is longer."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if cell_len(joined) <= width:
            line = joined
            continue
        lines += [line] if line else []
        *full, line = _pieces(word, width)
        lines += full
    return [*lines, line] if line or not lines else lines


def fill(parts: list[str], gap: str, width: int) -> list[list[str]]:
    """Parts that must not be broken, as many to a line as go with ``gap`` between them."""
    lines: list[list[str]] = [[]]
    for part in parts:
        if lines[-1] and cell_len(gap.join([*lines[-1], part])) > width:
            lines.append([])
        lines[-1].append(part)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and cell_len(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces
