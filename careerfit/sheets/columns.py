"""The columns of a file of people: what each stands for among the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from careerfit.core.model import Pack
from careerfit.errors import DataError, Problem, UsageError, did_you_mean
from careerfit.sheets.heads import Meaning, known_of, meaning, words_of
from careerfit.text import Text, escape

ID, NAME, CLASS, CODE, OTHER = "id", "name", "class", "code", "other"
AGAIN = " again "
"""What stands between an item's key and the place of one more column for it."""
ALIKE, AHEAD = 0.72, 0.1
"""A head is taken for a statement that it is so like, and by so much more than any other one: of the statements of
earlier catalogues, none that was taken so stands for another item today.
"""
NEGATIONS = frozenset(("tidak", "tak", "bukan", "jarang", "belum", "tanpa")).union(
    ("not", "never", "no", "dont", "cant", "wont", "without", "rarely")
)
"""Statements that don't have the same ones of these are not alike, however few letters differ."""
SHORTEST = 20
"""Shorter heads are not compared: they are names of columns, and no statements."""
COMMON = 0.4
"""So great a part of the words of a statement is in any head that is like it."""
MOST_TOLD = 5
FEWEST_COMMAS = 3
"""A head with so many commas, and no other beside it, is all heads of a file in one cell."""

COLUMN = Text("kolom '{head}'{more}", "column '{head}'{more}")
NO_ITEMS = Text(
    "Tidak ada kolom pernyataan atau kode jawaban di file ini; nama kolomnya harus pernyataannya atau kuncinya. "
    "Daftarnya: careerfit questions",
    "This file has no column for any item or answer code; columns are named by the statements or their keys. "
    "For a list: careerfit questions",
)
ONE_COLUMN = Text(
    "Semua isinya ada di satu kolom. Unduh lagi file aslinya dan jangan simpan lewat Excel; atau di Excel: pilih kolom "
    "A, lalu Data, Text to Columns, Delimited, Comma, dan simpan",
    "All of it stands in one column. Download the file again and don't save it in Excel; or, in Excel: choose column "
    "A, then Data, Text to Columns, Delimited, Comma, and save it",
)
UNSURE = Text(
    "Nama kolom ini hanya mirip dengan sebuah pernyataan, dan --strict diminta; tidak ada yang ditulis:",
    "These heads are only like a statement, and --strict was asked for; nothing is written:",
)
LIKE = Text("'{head}' (mirip {key})", "'{head}' (like {key})")
NO_ID = Text("--id: tidak ada kolom '{head}' di file ini.{more}", "--id: this file has no column '{head}'.{more}")


class Columns(NamedTuple):
    """``names``: what the columns are called from here on, by their places: an item's key, ``id``, ``name``, ``class``,
    ``code``, or ``other`` with its place; one more column of an item has its place behind ``AGAIN``.

    ``items``: the names of those of items; ``missing``: the items without a column; ``others``: the heads of columns
    that are not ours; ``unsure``: heads that are only like the statement they are taken for, with its item's key;
    ``known_by``: the head of what people are known by ("" for none); ``about``: those of name and class.
    """

    names: tuple[str, ...]
    items: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    unsure: tuple[tuple[str, str], ...] = ()
    known_by: str = ""
    about: tuple[str, ...] = ()


def columns_of(pack: Pack, heads: Sequence[str], known_by: str = "", *, strict: bool = False) -> Columns:
    """The columns with these heads; ``known_by`` is the head of the one that people are known by, if that was said.

    Of an item's columns the most direct ones count: ``empati-1`` rather than ``x/empati-1``. Raises ``UsageError``
    where none stands for any answer, and where there is no such head; ``DataError``, if ``strict``, where a head is
    only like the statement that it is taken for.
    """
    found = [meaning(pack, head) for head in heads]
    lowest: dict[str, int] = {}
    for one in found:
        lowest[one.key or one.kind] = min(one.rank, lowest.get(one.key or one.kind, one.rank))
    unsure = _alike(pack, heads, found, lowest)
    if strict and unsure:
        told = [LIKE.fill(head=escape(heads[place]), key=key) for place, key in sorted(unsure.items())]
        raise DataError(UNSURE, [Problem("", one) for one in told])
    names = [f"{OTHER} {place}" for place in range(len(heads))]
    taken: set[str] = set()
    for place, (head, one) in enumerate(zip(heads, found, strict=True)):
        key = unsure.get(place) or (one.key if one.rank == lowest[one.key or one.kind] else "")
        kind = one.kind if one.kind in (NAME, CLASS, CODE) and one.rank == lowest[one.kind] and head.strip() else ""
        if key:
            names[place] = f"{key}{AGAIN}{place}" if key in taken else key
        elif kind and kind not in taken:
            names[place] = kind
        taken.add(key or kind)
    own = _known_by(heads, found, known_by)
    if own is not None:
        names[own] = ID
    items = tuple(name for name in names if name.partition(AGAIN)[0] in pack.item_by_key)
    others = [place for place, name in enumerate(names) if name.startswith(f"{OTHER} ") and heads[place].strip()]
    if not items and CODE not in names:
        filled = [head for head in heads if head.strip()]
        if len(filled) == 1 and filled[0].count(",") >= FEWEST_COMMAS:
            raise UsageError(NO_ITEMS, [Problem("", ONE_COLUMN)])
        raise UsageError(NO_ITEMS, _meant(pack, [heads[place] for place in others]))
    return Columns(
        tuple(names),
        items,
        tuple(key for key in pack.item_by_key if key not in names),
        tuple(heads[place] for place in others),
        tuple((heads[place], key) for place, key in sorted(unsure.items())),
        "" if own is None else heads[own],
        tuple(head for head, name in zip(heads, names, strict=True) if name in (NAME, CLASS)),
    )


def _known_by(heads: Sequence[str], found: Sequence[Meaning], asked: str) -> int | None:
    """The place of the column that people are known by: the one that was asked for, else the best that there is."""
    if asked:
        for same in (str.strip, words_of):
            if places := [place for place, head in enumerate(heads) if same(head) == same(asked)]:
                return places[0]
        more = did_you_mean(asked, [head.strip().lower() for head in heads if head.strip()])
        raise UsageError(NO_ID.fill(head=escape(asked), more=more))
    ranks = [(one.rank, place) for place, one in enumerate(found) if one.kind in (ID, NAME)]
    return min(ranks)[1] if ranks else None


def _alike(pack: Pack, heads: Sequence[str], found: Sequence[Meaning], sure: dict[str, int]) -> dict[int, str]:
    """Places of heads that are no more than like a statement, or cut off, with its item: one each, the likest first."""
    from difflib import SequenceMatcher

    close: list[tuple[float, int, str]] = []
    statements = [(words, frozenset(words.split()), key) for words, key in known_of(pack).statements.items()]
    is_open = any(key not in sure for key in pack.item_by_key)
    for place, head in enumerate(heads):
        words = words_of(head)
        if found[place].kind != OTHER or len(words) < SHORTEST or not is_open:
            continue
        own = frozenset(words.split())
        best: dict[str, float] = {}
        for statement, parts, key in statements:
            if statement.startswith(words):
                best[key] = 1.0
            elif len(own & parts) >= COMMON * len(parts) and own & NEGATIONS == parts & NEGATIONS:
                ratio = SequenceMatcher(None, words, statement, autojunk=False).ratio()
                best[key] = max(ratio, best.get(key, 0.0))
        ranked = sorted(((ratio, key) for key, ratio in best.items()), reverse=True)
        (ratio, key), (second, _) = [*ranked, (0.0, ""), (0.0, "")][:2]
        if ratio >= ALIKE and ratio - second >= AHEAD and key not in sure:
            close.append((-ratio, place, key))
    taken: dict[str, int] = {}
    for _, place, key in sorted(close):
        taken.setdefault(key, place)
    return {place: key for key, place in taken.items()}


def _meant(pack: Pack, heads: Sequence[str]) -> list[Problem]:
    """The first heads that come close to a key, with it."""
    hints = [(head, did_you_mean(head, list(pack.item_by_key))) for head in heads[:MOST_TOLD]]
    return [Problem("", COLUMN.fill(head=escape(head), more=hint)) for head, hint in hints if hint.en]
