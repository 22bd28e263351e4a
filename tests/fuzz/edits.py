"""Bytes → changes of a sound pack, so that what is fuzzed gets past the first check."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import chain, pairwise, zip_longest

import yaml

MOST_EDITS = 8
LONGEST = 4_000
"""A scalar that is made of others is cut to this many characters."""
WORDS = (
    *("", "~", "null", "yes", "No", "true", "0", "1", "-1", "+1", "0.5", ".5", "1.0", "1e309", "0x1F", "0o7", "1:30"),
    *(".inf", ".nan", "2024-01-31", "<<", "=", "&a", "*a", "!!int", "!x", "[", "]", "{", "}", "|", ">", "#", "---"),
    *("...", "'", '"', "-", "?", ":", ",", "[" * 25, "cermat", "sabar", "kind", "trait", "interest", "cocok", "duties"),
    *("&a x", "!!int 1", "!!python/name:os.system", "? a", "- a", "# x", "%TAG ! x", "a: b", "a  b", "a\n b", "\t"),
    *("x" * 81, "x" * 2001, "e" + "\u0301" * 31, "\u202e", "\ufeff", "\x1b[2J", "\u180e", "\x85", "\u2028"),
)
"""What means something to YAML or to a pack."""


class Source:
    """Bytes that are taken from the front; zeros where there are none left."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def __bool__(self) -> bool:
        return self._at < len(self._data)

    def below(self, most: int) -> int:
        """A number from 0 to just below ``most``, of one byte or of two."""
        number = int.from_bytes(self.take(1 if most <= 256 else 2), "big")
        return number % most

    def take(self, count: int) -> bytes:
        """The next bytes; fewer at the end."""
        found = self._data[self._at : self._at + count]
        self._at += count
        return found


class Cut:
    """A YAML file cut into what stands between its scalars and the scalars themselves, in turn."""

    def __init__(self, text: str) -> None:
        spans = [
            (token.start_mark.index, token.end_mark.index)
            for token in yaml.scan(text, yaml.SafeLoader)
            if isinstance(token, yaml.ScalarToken)
        ]
        ends = [0, *chain.from_iterable(spans), len(text)]
        pieces = [text[start:end] for start, end in pairwise(ends)]
        self.between, self.scalars = pieces[::2], pieces[1::2]

    def joined(self, scalars: list[str]) -> str:
        """The file with other scalars in the place of its own."""
        return "".join(chain.from_iterable(zip_longest(self.between, scalars, fillvalue="")))


def edited(files: Mapping[str, Cut], source: Source) -> dict[str, bytes]:
    """The files that a few edits change, with what they hold then."""
    names = sorted(files)
    scalars: dict[str, list[str]] = {}
    for _ in range(MOST_EDITS):
        if not source:
            break
        name = names[source.below(len(names))]
        listed = scalars.setdefault(name, list(files[name].scalars))
        _edit(listed, source)
    return {name: files[name].joined(listed).encode("utf-8", "surrogateescape") for name, listed in scalars.items()}


def _edit(scalars: list[str], source: Source) -> None:
    at, how = source.below(len(scalars)), source.below(6)
    if how == 0:
        scalars[at] = WORDS[source.below(len(WORDS))]
    elif how == 1:
        scalars[at] = scalars[source.below(len(scalars))]
    elif how == 2:
        scalars[at] = f"{scalars[at]}\n{scalars[source.below(len(scalars))]}"[:LONGEST]
    elif how == 3:
        scalars[at] = source.take(source.below(256)).decode("utf-8", "surrogateescape")
    elif how == 4:
        scalars[at] = json.dumps(source.take(source.below(256)).decode("utf-8", "replace"), ensure_ascii=False)
    else:
        many = scalars[at].strip('"') * (1 + source.below(64))
        scalars[at] = json.dumps(many[:LONGEST], ensure_ascii=False)
