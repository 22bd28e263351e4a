"""The pieces of Markdown: text in which nothing is taken for markup, and the blocks that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from careerfit.report.blocks import Piece
from careerfit.text import clean

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~$&@^])")
_LEADING = re.compile(r"^([#+=:-]|\d+(?=[.)]))")
_LINKS = re.compile(r"://|(?<=www)\.", re.IGNORECASE)


def plain(text: str) -> str:
    """A text that Markdown shows as it is: no emphasis, links, code, HTML, headings, lists or tables come of it.

    Blanks before it are left out, since four of them would make it code.
    """
    return _LEADING.sub(_lead, inline(clean(text).lstrip()))


def inline(text: str) -> str:
    """A text within a line, where blanks count and no block can begin: shown as it is."""
    escaped = _SIGNS.sub(r"\\\1", clean(text))
    return _LINKS.sub(lambda found: found[0].replace("/", r"\/").replace(".", r"\."), escaped)


def strong(text: str) -> str:
    """The text in bold, blanks at its ends left outside."""
    shown = inline(text)
    bare = shown.strip()
    return shown.replace(bare, f"**{bare}**", 1) if bare else shown


def marked(parts: Iterable[Piece]) -> str:
    """A sentence with its marked phrases in bold."""
    whole = "".join(strong(piece.text) if piece.marked else inline(piece.text) for piece in parts)
    return _LEADING.sub(_lead, whole.lstrip())


def code(text: str) -> str:
    """The text as code, between more backticks than it holds in a row."""
    shown = clean(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    return f"{fence}{shown}{fence}" if fence == "`" else f"{fence} {shown} {fence}"


def heading(level: int, text: str) -> str:
    """A heading of level 1 to 6."""
    return f"{'#' * level} {plain(text)}"


def quoted(text: str) -> str:
    """A paragraph of Markdown as a quotation."""
    return f"> {text}"


def bullets(items: Iterable[str], indent: int = 0) -> str:
    """Paragraphs of Markdown as a list."""
    return "\n".join(f"{' ' * indent}- {item}" for item in items)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Rows of Markdown as a table; the columns in ``right`` are flush right."""
    numeric = set(right)
    rule = ["--:" if n in numeric else "---" for n in range(len(head))]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, rule, *rows])


def page(blocks: Iterable[str]) -> str:
    """Blocks with a blank line between them, ended by a line break."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def _lead(found: re.Match[str]) -> str:
    """A sign at the beginning with a backslash before it; behind a number, before the dot that follows."""
    return f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}"
