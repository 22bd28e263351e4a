"""The columns of a file of people: what each stands for, told before anything is worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from careerfit.cohort.job import ID
from careerfit.core.model import Pack
from careerfit.errors import Problem, UsageError, did_you_mean
from careerfit.text import Text

DUELS = "duels"

HEADLINE = Text("Kolom file ini tidak bisa dipakai:", "The columns of this file can't be used:")
UNKNOWN = Text(
    "tidak dikenal: bukan id, bukan butir.{hint} Daftar butir: careerfit questions.",
    "is unknown: neither id nor an item.{hint} For a list of items: careerfit questions.",
)
FACET = Text(
    "ini faset, bukan butir; pakai kolom per butir: {items}.", "is a facet, not an item; use a column an item: {items}."
)
NO_DUELS = Text(
    "duel belum bisa dihitung di sini; hapus kolomnya, atau pakai careerfit score --code.",
    "duels can't be scored here; drop the column, or use careerfit score --code.",
)
TWICE = Text("ada {count} kali; pakai sekali saja.", "is there {count} times; use it once.")
NO_ITEMS = Text(
    "Tidak ada kolom butir satu pun di file ini; nama kolomnya harus kunci butir. Daftarnya: careerfit questions.",
    "This file has no column for any item; columns are named by the items' keys. For a list: careerfit questions.",
)
COLUMN = Text("kolom '{name}'", "column '{name}'")


def check_columns(pack: Pack, columns: Sequence[str]) -> tuple[str, ...]:
    """The items that have no column. Columns without a name are left out of account.

    Raises ``UsageError`` with every column that is unknown or there twice, or where no item has a column.
    """
    named = Counter(name for name in columns if name)
    problems = [
        Problem("", Text(f"{place.id} {what.id}", f"{place.en} {what.en}"))
        for name, count in named.items()
        for place in (COLUMN.fill(name=name[:80]),)
        for what in _faults(pack, name, count)
    ]
    if problems:
        raise UsageError(HEADLINE, problems)
    missing = tuple(item.key for item in pack.items if item.key not in named)
    if len(missing) == len(pack.items):
        raise UsageError(NO_ITEMS)
    return missing


def _faults(pack: Pack, name: str, count: int) -> list[Text]:
    if name == ID or name in pack.item_by_key:
        return [TWICE.fill(count=count)] if count > 1 else []
    if name == DUELS:
        return [NO_DUELS]
    if name in pack.facet_index:
        return [FACET.fill(items=", ".join(item.key for item in pack.facet(name).items))]
    hint = did_you_mean(name, [ID, *pack.item_by_key])
    return [Text(UNKNOWN.id.format(hint=hint.id), UNKNOWN.en.format(hint=hint.en))]
