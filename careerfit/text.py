"""Text and numbers in both languages; which characters nobody is meant to read, and which are not always drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple, TextIO, TypeAlias

Lang: TypeAlias = Literal["id", "en"]

LANGUAGES: tuple[Lang, ...] = ("id", "en")
SHOWN = 60
"""Text that is not our own is cut to this many characters in a message."""
MARKER = "\N{HEAVY RIGHT-POINTING ANGLE QUOTATION MARK ORNAMENT}"
TYPED = dict(zip(f"▲▼●◐○·{MARKER}→←↑↓≥−–─“”’━█▉▊▋▌▍▎▏░", '^v#+o->><^v>---""\'=========.', strict=True))
"""A drawn sign → what is typed for it, as wide as the sign, where an encoding has none of them."""
_TYPED = str.maketrans(TYPED | {"…": "..."})
MINUS = "−"
_OTHER_SIGNS = str.maketrans(",.", ".,")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode's categories of control and format characters (zero-width, bidirectional), surrogates and line breaks."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins with one of these for a formula."""
_NO_CHARACTER = 0xFFFE
"""The last two places of each plane of Unicode are no characters: YAML, for one, refuses to read them."""


class Text(NamedTuple):
    """One text in both languages, equal in meaning; it may hold named places such as ``{role}``."""

    id: str
    en: str

    def pick(self, lang: Lang) -> str:
        """The text in one language, its places as they are."""
        return self.id if lang == "id" else self.en

    def say(self, lang: Lang, /, **places: object) -> str:
        """The text in one language with its places filled; what fills them is never read as a pattern.

        A place that is filled with a ``Text`` gets its words in the same language. Beside a place for a count stands
        one for the ending of what is counted, in English: ``{count} answer{count_s}``.
        """
        words = {name: one.pick(lang) if isinstance(one, Text) else one for name, one in places.items()}
        endings = {f"{name}_s": "" if one == 1 else "s" for name, one in places.items()}
        return self.pick(lang).format(**words, **endings)

    def clean(self, lang: Lang) -> str:
        """The text in one language without hidden characters, as text that is not our own is shown."""
        return clean(self.pick(lang))

    def fill(self, /, **places: object) -> Text:
        """The text with its places filled, in both languages."""
        return Text(self.say("id", **places), self.say("en", **places))


def number(value: float, lang: Lang, digits: int = 0, *, trimmed: bool = False) -> str:
    """A number with that many decimals, in the language's own signs for decimals and thousands; no minus before a zero.

    ``trimmed``: zeros at the end of the decimals are left out.
    """
    plain = f"{abs(value):,.{digits}f}"
    plain = plain.rstrip("0").rstrip(".") if trimmed and digits else plain
    sign = MINUS if value < 0 and plain.strip("0.") else ""
    return sign + (plain.translate(_OTHER_SIGNS) if lang == "id" else plain)


@lru_cache(maxsize=4096)
def is_hidden(char: str) -> bool:
    """Is this a character that nobody is meant to read: one that steers, reorders, breaks lines or can't be seen?

    Control, format and surrogate characters, line and paragraph separators, and what is no character at all; tabs and
    line breaks are among them.
    """
    import unicodedata  # costs a start something, and most texts are plain ASCII

    return unicodedata.category(char) in _HIDDEN or ord(char) & _NO_CHARACTER == _NO_CHARACTER


def find_hidden(text: str, besides: str = "") -> int:
    """Where the first hidden character stands, those in ``besides`` not counted; −1 where there is none."""
    if text.isascii() and text.isprintable():
        return -1
    return min((text.find(char) for char in set(text).difference(besides) if is_hidden(char)), default=-1)


def clean(text: str) -> str:
    """The text without hidden characters, so that it can neither steer a terminal nor reorder what stands beside it.

    Breaks and blanks of any kind become a space; brackets and all that can be read stay.
    """
    if text.isascii() and text.isprintable():
        return text
    text = "".join(" " if char.isspace() or char in "\u2028\u2029" else char for char in text)
    return "".join(char for char in text if not is_hidden(char))


def safe_cell(text: str) -> str:
    """A text as a cell: cleaned, and with a quote before it where it would be taken for a formula."""
    formula = text.lstrip(" ").startswith(FORMULA)
    return f"'{clean(text)}" if formula or clean(text).lstrip(" ").startswith(FORMULA) else clean(text)


def encodable(text: str, encoding: str | None) -> str:
    """The text, with typed signs in place of drawn ones where the encoding lacks any of them; None is UTF-8."""
    try:
        text.encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return typed(text)
    return text


def typed(text: str) -> str:
    """The text with a typed sign in place of every drawn one."""
    return text.translate(_TYPED)


def escape(text: str, most: int = SHOWN) -> str:
    """The text as it may stand in a message: hidden characters spelt out, cut where it is long."""
    text = text if len(text) <= most else f"{text[: most - 1]}…"
    return "".join(
        char if char.isprintable() and not is_hidden(char) else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def is_unicode(stream: TextIO | None) -> bool:
    """Does the stream take all of Unicode?"""
    return "utf" in (getattr(stream, "encoding", None) or "utf-8").lower()


def wrap(text: str, width: int, *, hanging: int = 0, breaks: bool = True) -> list[str]:
    """The text in lines of at most ``width`` cells, broken between words, and within one only where it is longer.

    Lines after the first are indented by ``hanging`` cells. Unless it ``breaks`` words, a longer one stays whole.
    """
    if all(char < "\u0300" or "\u2010" <= char <= "\u2027" for char in text):
        cells: Callable[[str], int] = len  # Latin letters and usual signs take a cell each: help needs no rich
    else:
        from rich.cells import cell_len as cells
    lines: list[str] = []
    indent, line = "", ""
    for word in text.split():
        joined = f"{line} {word}" if line.strip() else f"{line}{word}"
        if cells(joined) <= width:
            line = joined
            continue
        if line.strip():
            lines.append(line)
            line = indent = " " * hanging
        *full, rest = _pieces(word, width - len(indent), cells) if breaks else [word]
        for piece in full:
            lines.append(f"{line}{piece}")
            line = indent = " " * hanging
        line += rest
    return [*lines, line] if line.strip() or not lines else lines


def _pieces(word: str, width: int, cells: Callable[[str], int]) -> list[str]:
    """A word cut into pieces of at most so many cells, of one character at least."""
    pieces = [""]
    for char in word:
        if pieces[-1] and cells(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces
