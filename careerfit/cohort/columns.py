"""The columns of a file of people: what each head stands for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from careerfit.core.model import Pack
from careerfit.errors import Problem, UsageError, did_you_mean
from careerfit.text import Text, escape

ID, CODE, OTHER = "id", "code", "other"
HEADS = {"id": ID, "code": CODE, "kode": CODE}
MOST_TOLD = 5

COLUMN = Text("kolom '{head}'{more}", "column '{head}'{more}")
TWICE = Text("Kolom yang sama ada dua kali; pakai satu saja:", "There are two columns for the same; use one:")
NO_ITEMS = Text(
    "Tidak ada kolom butir satu pun di file ini; nama kolomnya harus kunci butir. Daftarnya: careerfit questions",
    "This file has no column for any item; columns are named by the items' keys. For a list: careerfit questions",
)


class Columns(NamedTuple):
    """``names``: what the columns are called from here on, by their places: an item's key, ``id``, ``code``, or
    ``other`` with its place; ``items``: those of items; ``missing``: the items without a column; ``others``: the heads
    of columns that are not ours.
    """

    names: tuple[str, ...]
    items: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def meaning(pack: Pack, head: str) -> str:
    """What a head stands for: an item's key, ``id``, ``code``, or ``other`` for a column that is not ours.

    Case and blanks don't matter, nor whether ``-``, ``_`` or ``.`` stands between words, nor a group before ``/``.
    """
    plain = re.sub(r"[\s_.]+", "-", head.strip().casefold().rpartition("/")[2])
    return plain if plain in pack.item_by_key else HEADS.get(plain, OTHER)


def columns_of(pack: Pack, heads: Sequence[str]) -> Columns:
    """The columns with these heads. Raises ``UsageError`` where two stand for the same, or none for any answer."""
    found = [meaning(pack, head) for head in heads]
    count = Counter(name for name in found if name != OTHER)
    if twice := [head for head, name in zip(heads, found, strict=True) if count[name] > 1]:
        raise UsageError(TWICE, [Problem("", COLUMN.fill(head=escape(head), more="")) for head in twice])
    items = tuple(key for key in pack.item_by_key if key in count)
    missing = tuple(key for key in pack.item_by_key if key not in count)
    others = tuple(head for head, name in zip(heads, found, strict=True) if name == OTHER and head.strip())
    if not items and CODE not in count:
        hints = [(head, did_you_mean(head, list(pack.item_by_key))) for head in others[:MOST_TOLD]]
        told = [Problem("", COLUMN.fill(head=escape(head), more=hint)) for head, hint in hints if hint.en]
        raise UsageError(NO_ITEMS, told)
    names = tuple(f"{OTHER} {place}" if name == OTHER else name for place, name in enumerate(found))
    return Columns(names, items, missing, others)
