"""A raw text as it comes → its lines: headings, bullets and sentences, word for word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from careerfit.draft.language import bit, cues, heading_cues, plain, words
from careerfit.text import is_hidden

MOST_HEADING = 70
MOST_HEADING_WORDS = 9
WRAPPED = 50
"""A line of this many characters or more that ends in no full stop goes on in the next one."""
BULLET = re.compile(r"^\s*(?:[-*•·–—▪◦‣○●►✓✔➢]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")
HASHES = re.compile(r"^\s*#{1,6}\s+")
_BOLD_LINE = re.compile(r"^\s*(\*\*|__)(?P<text>[^*_]+)\1:?\s*$")
_RULE = re.compile(r"^\s*(?:[-=*_~]\s*){3,}$")
_EMPHASIS = re.compile(r"(\*\*|__|`|(?<!\w)\*(?=\w)|(?<=[\w.,:])\*(?!\w))")
_LINK = re.compile(r"!?\[([^\]\[]{1,300})\]\([^)\s]{1,500}\)")
_PILED = re.compile("([\u0300-\u036f]{3})[\u0300-\u036f]+")
"""More marks on one letter than any word has."""
_END = re.compile(r"[.!?…]+[\"'\u201d\u2019)\]]*(?=\s|$)")
_NEXT = re.compile(r"\s+(?=[\"'\u201c\u2018(\[]?[A-Z0-9À-Þ])")


class Unit(NamedTuple):
    """One heading or sentence, word for word. ``bullet``: it is (a part of) a point in a list."""

    text: str
    heading: bool = False
    bullet: bool = False


def cleaned(text: str) -> str:
    """The text with one kind of line break and of space, and without characters that nobody sees."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x0c", "\n").replace("\x85", "\n")
    text = "".join(" " if char.isspace() and char != "\n" else char for char in text)
    text = "".join(char for char in text if char == "\n" or not is_hidden(char))
    return text if text.isascii() else _PILED.sub(r"\1", text)


def units(text: str) -> list[Unit]:
    """The headings and sentences of a cleaned text, in its order."""
    found: list[Unit] = []
    for block in _blocks(text):
        if block.heading:
            found.append(block)
        else:
            found += (Unit(one, bullet=block.bullet) for one in sentences(block.text))
    return found


def sentences(text: str) -> list[str]:
    """A paragraph → its sentences."""
    found: list[str] = []
    for part in bit("label_inside").split(text):
        start = 0
        for end in _END.finditer(part):
            follows = _NEXT.match(part, end.end())
            if follows is None or _is_abbreviation(part, end.start()):
                continue
            found.append(part[start : end.end()].strip())
            start = follows.end()
        found.append(part[start:].strip())
    return [one for one in found if any(char.isalnum() for char in one)]


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    return words().plain("abbreviations", "always"), words().plain("abbreviations", "lowercase_follows")


def _is_abbreviation(text: str, stop: int) -> bool:
    if text[stop] != ".":
        return False
    word = re.search(r"[\w.]{1,12}$", text[max(0, stop - 12) : stop])
    if word is None:
        return False
    always, _ = _abbreviations()
    return word[0].lower() in always or (len(word[0]) == 1 and word[0].isupper())


def _blocks(text: str) -> Iterator[Unit]:
    """Headings, points of lists, and paragraphs, whose lines are joined."""
    lines = [line.rstrip() for line in text.split("\n")]
    open_lines: list[str] = []
    bullet = False

    def closed() -> Iterator[Unit]:
        joined = _trimmed(" ".join(open_lines))
        open_lines.clear()
        if joined:
            yield Unit(joined, bullet=bullet)

    for at, line in enumerate(lines):
        follows = lines[at + 1] if at + 1 < len(lines) else ""
        if not line.strip() or _RULE.match(line):
            yield from closed()
            bullet = False
            continue
        if heading := _heading(line, follows, bool(open_lines) and _goes_on(open_lines[-1], line)):
            yield from closed()
            bullet = False
            yield heading
            continue
        if point := BULLET.match(line):
            yield from closed()
            bullet = True
            open_lines.append(line[point.end() :])
        elif open_lines and _goes_on(open_lines[-1], line) and not (bullet and _begins_anew(line)):
            open_lines.append(line)
        else:
            yield from closed()
            bullet = bullet and line[:1] == " " and not _begins_anew(line)
            open_lines.append(line)
    yield from closed()


def _begins_anew(line: str) -> bool:
    """Does a line after a point begin something else: a capital at its very edge?"""
    return line[:1].isupper() or _is_opening(line.lstrip())


def _trimmed(text: str) -> str:
    text = _EMPHASIS.sub("", _LINK.sub(r"\1", text))
    return re.sub(r"\s+", " ", text).strip(" |>")


def _goes_on(before: str, line: str) -> bool:
    """Does a sentence go on from one line to the next?"""
    before, line = before.rstrip(), line.strip()
    if re.search(r"[.!?…:;][\"'\u201d\u2019)*_]*$", before):
        return bit("cut_list").search(before) is not None and line[:1].islower()
    if line[:1].islower() or before.endswith((",", "-", "–")):
        return True
    return len(before) >= WRAPPED and not _is_opening(line)


def _is_opening(line: str) -> bool:
    """Does a line open as only a new sentence does, with a cue of a section?"""
    low = plain(line)
    return bit("opens_anew").match(low) is not None or any(
        cue.pattern.match(low) for cue in cues() if cue.pattern.pattern.startswith("^")
    )


def _heading(line: str, follows: str, in_sentence: bool) -> Unit | None:  # noqa: FBT001, PLR0911  # one line a reason
    """A line as a heading; None where it is none."""
    hashes = HASHES.match(line)
    if hashes:
        return Unit(_trimmed(line[hashes.end() :].strip("# ")), heading=True)
    if bold := _BOLD_LINE.match(line):
        return Unit(_trimmed(bold["text"]).rstrip(":"), heading=True)
    if BULLET.match(line) and not re.match(r"^\s*\d", line):
        return None
    text = _trimmed(BULLET.sub("", line))
    count = len(text.split())
    if in_sentence or not 0 < len(text) <= MOST_HEADING or count > MOST_HEADING_WORDS:
        return None
    numbered = BULLET.match(line) is not None
    if text.endswith(":") and not numbered and _is_cued(text) and bit("separator").search(text) is None:
        return Unit(text.rstrip(": "), heading=True)
    if text.endswith("?") and text.count("?") == 1 and not re.search(r"[.!] ", text):
        return Unit(text, heading=True)
    if re.search(r"[.!?…:;,][\"'\u201d\u2019)]*$", text) or (
        follows.strip()[:1].islower() and not BULLET.match(follows)
    ):
        return None
    if re.search(r"(?<!\bvs)[.!?:–—,] ", text) or (len(text) >= WRAPPED and follows.strip()):
        return None
    if _is_titled(text) or (_is_cued(text) and not numbered):
        return Unit(text, heading=True)
    return None


def _is_titled(text: str) -> bool:
    """Does each long word begin with a capital?"""
    long = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long) and (len(text.split()) > 1 or text.isupper())


def _is_cued(text: str) -> bool:
    low = plain(text)
    verb, asks = bit("finite").search(low), bit("asks").match(low)
    return any(cue.pattern.search(low) for cue in heading_cues()) and (verb is None or asks is not None)
