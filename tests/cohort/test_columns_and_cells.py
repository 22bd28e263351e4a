"""What a head stands for, and what a cell says: two plain functions."""

from __future__ import annotations

import polars as pl
import pytest

from careerfit.cohort.cells import said
from careerfit.sheets.cells import WRONG, response, scale_words
from careerfit.sheets.columns import Columns, columns_of
from careerfit.sheets.heads import meaning
from careerfit.core.answer_code import encode
from careerfit.core.model import Answers, Pack
from careerfit.errors import UsageError


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        *(
            (f"{head}", "empati-1")
            for head in ("empati-1", " Empati-1", "EMPATI_1", "empati.1", "empati 1", "kuis/empati-1")
        ),
        *(
            (head, "kerja-sama-pihak-2")
            for head in ("kerja_sama_pihak_2", "kerja.sama.pihak.2", "a/b/kerja-sama-pihak-2")
        ),
        *((head, "id") for head in ("id", "ID", " Id ")),
        *((head, "code") for head in ("code", "Kode", "KODE ")),
        *((head, "other") for head in ("", "empati", "empati-3", "empati1", "_id", "nama", "Timestamp", "id 2", "-")),
    ],
)
def test_what_a_head_stands_for(pack: Pack, head: str, expected: str) -> None:
    """An item in whatever way it is spelt, an id, a code, or nothing of ours."""
    assert expected == meaning(pack, head)


def test_columns_are_told_by_their_places(pack: Pack) -> None:
    """What there is, what is missing and what is left alone; heads without a name are left out of account."""
    keys = [item.key for item in pack.items]
    found = columns_of(pack, ["nama", keys[2], "", "ID", keys[0]])
    names = ("other 0", keys[2], "other 2", "id", keys[0])
    assert Columns(names, (keys[0], keys[2]), (keys[1], *keys[3:]), ("nama",)) == found


def test_codes_are_answers(pack: Pack) -> None:
    """A file that has codes needs no items."""
    assert ("id", "code") == columns_of(pack, ["id", "kode"]).names


def test_two_columns_for_the_same_are_refused(pack: Pack) -> None:
    """Nobody can know which of them counts; both are named."""
    with pytest.raises(UsageError) as caught:
        columns_of(pack, ["id", "empati-1", "empati_1", "empati-2", "Id"])
    assert [
        "There are two columns for the same; use one:",
        "  column 'id'",
        "  column 'empati-1'",
        "  column 'empati_1'",
        "  column 'Id'",
    ] == caught.value.lines("en")


def test_a_file_without_items_is_refused_with_a_hint(pack: Pack) -> None:
    """A file that has no column for any item says nothing about anyone; at most five heads get a suggestion."""
    with pytest.raises(UsageError) as caught:
        columns_of(pack, ["id", "empti-2", "zzz", *(f"empati-{n}" for n in range(3, 5000))])
    lines = caught.value.lines("en")
    assert lines[0].startswith("This file has no column for any item; columns are named by the items' keys.")
    assert "  column 'empti-2' Did you mean 'empati-2'?" == lines[1]
    assert 5 == len(lines)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *((cell, 4) for cell in ("4", " 4 ", "4.0", "4,0", "4,00", "4.", "+4", "04", '"4"', "'4", "\t4\n")),
        *(
            ((cell, 0))
            for cell in ("", "  ", "NA", "N/A", "n/a", "na", "null", "NULL", "NaN", "#N/A", "None", "-", "–", ".", "?")
        ),
        *(((cell, 0)) for cell in ("-9", "-99", "-999", "-9999", "−99", "-77", "-88", "-888")),
        *(
            (cell, WRONG)
            for cell in ("0", "6", "-1", "4.5", "45", "99", "999", "abc", "4x", "x4", "4 5", "1e0", "inf", "true")
        ),
        *((cell, WRONG) for cell in ("٤", "４", "4\u200b", "4;", "=4", "--4", "-4", "-5")),
    ],
)
def test_what_a_cell_says(cell: str, expected: int) -> None:
    """One of five responses, nothing at all, or nothing that can be used."""
    assert expected == response(cell)


@pytest.mark.parametrize("kind", [pl.Int8, pl.Int16, pl.Int64, pl.Float32, pl.Float64, pl.Decimal(6, 1), pl.String])
def test_cells_say_the_same_however_they_are_stored(pack: Pack, kind: pl.DataType | type[pl.DataType]) -> None:
    """Numbers of any type and texts are read alike, and wrong ones are shown as they were meant."""
    key = pack.items[0].key
    rows = pl.DataFrame({key: pl.Series([1, 5, None, 0, 6, 99, -99], dtype=pl.Int16).cast(kind)})
    responses, _, wrong = said(pack, rows, "en")
    assert [1, 5, 0, 0, 0, 0, 0] == list(responses[0])
    assert [None, None, None, f"{key}: 0", f"{key}: 6", f"{key}: 99", None] == list(wrong)
    assert not responses[1:].any()


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (pl.Series([4.5, float("nan"), float("inf"), 1e300, -0.0]), [WRONG, 0, WRONG, WRONG, WRONG]),
        (pl.Series([300, 2**40, -(2**40)]), [WRONG] * 3),
        (pl.Series([True, None]), [WRONG, 0]),
        (pl.Series(["4", "x"], dtype=pl.Categorical), [4, WRONG]),
        (pl.Series([[4], None]), [WRONG, 0]),
        (pl.Series([{"a": 4}]), [WRONG]),
        (pl.Series([b"\xff", b"4"]), [WRONG, WRONG]),
        (pl.Series([None, None]), [0, 0]),
        (pl.Series([], dtype=pl.String), []),
    ],
)
def test_cells_of_any_type(pack: Pack, cells: pl.Series, expected: list[int]) -> None:
    """Whatever a file stores, it is a response, nothing, or wrong: never an error, never another response."""
    key = pack.items[0].key
    responses, _, wrong = said(pack, pl.DataFrame({key: cells}), "en")
    found = [WRONG if text is not None else int(r) for r, text in zip(responses[0], wrong, strict=True)]
    assert expected == found


def test_wrong_cells_are_named_in_order_and_cut(pack: Pack) -> None:
    """All wrong cells of a row are named, with at most forty characters of each."""
    keys = [item.key for item in pack.items][:3]
    rows = pl.DataFrame({keys[2]: ["x" * 99, "4"], keys[0]: ["6", ""], keys[1]: ["3", "n/a"]})
    assert [f"{keys[0]}: 6; {keys[2]}: {'x' * 40}", None] == list(said(pack, rows, "en").wrong)


def test_a_cell_beats_the_code(pack: Pack) -> None:
    """Where an item has a cell that says something, the code's answer does not count; a wrong one says nothing."""
    keys = [item.key for item in pack.items][:3]
    code = encode(pack, Answers(dict.fromkeys(keys, 5)))
    rows = pl.DataFrame({keys[0]: ["1"], keys[1]: ["x"], "code": [f" {code.lower()} "]})
    responses, duels, wrong = said(pack, rows, "en")
    assert ([1, 5, 5], f"{keys[1]}: x") == (list(responses[:3, 0]), wrong[0])
    assert duels is not None
    assert not duels.any()


def test_wrong_codes_are_told_in_the_language_of_the_run(pack: Pack) -> None:
    """A mistyped code says so, beside what else is wrong with the row."""
    key = pack.items[0].key
    rows = pl.DataFrame({key: ["x", "4"], "code": ["CF1-ZZZ", None]})
    wrong = said(pack, rows, "id").wrong
    assert str(wrong[0]).startswith(f"{key}: x; code: Kode ini salah ketik")
    assert wrong[1] is None
