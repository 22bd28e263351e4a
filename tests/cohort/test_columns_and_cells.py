"""What a head stands for, and what a cell says: two plain functions."""

from __future__ import annotations

import polars as pl
import pytest

from careerfit.cohort.responses import said
from careerfit.core.answer_code import encode
from careerfit.core.model import Answers, Pack
from careerfit.errors import UsageError
from careerfit.files.tables import Found
from careerfit.sheets.cells import WRONG, code_in, response, scale_words
from careerfit.sheets.columns import Columns, columns_of
from careerfit.sheets.heads import Meaning, find_heads, meaning


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        *(
            (f"{head}", "empati-1")
            for head in ("empati-1", " Empati-1", "EMPATI_1", "empati.1", "empati 1", "kuis/empati-1")
        ),
        *(
            (head, "empati-1")
            for head in ("empati1", "kuis-empati-1", "data:kuis:empati-1", "G1Q1[empati1]", "<b>empati-1</b>")
        ),
        *(
            (head, "kerja-sama-pihak-2")
            for head in ("kerja_sama_pihak_2", "kerja.sama.pihak.2", "a/b/kerja-sama-pihak-2", "kerjasamapihak2")
        ),
        *((head, "id") for head in ("id", "ID", " Id ")),
        *((head, "code") for head in ("code", "Kode", "KODE ")),
        *(
            (head, "other")
            for head in ("", "empati", "empati-3", "Timestamp", "id 2", "-", "Nama sekolah", "Nama wali")
        ),
        *((head, "other") for head in ("empati-1 [Score]", "Points - empati-1", "Komentar empati-1", "empati-1_time")),
        *(
            (head, "id")
            for head in ("_id", "_uuid", "NIS", "NISN", "Email Address", "Alamat email", "No. Absen", "Response ID")
        ),
        *(
            (head, "name")
            for head in ("nama", "Name", "NAMA LENGKAP", "Nama lengkap (sesuai absen)", "Nama / Name", "1. Nama")
        ),
        *((head, "name") for head in ("Siapa namamu?", "Nama siswa *", "Your name", "What is your full name?")),
        *((head, "class") for head in ("Kelas", "class", "Kelas / Class", "Rombel")),
        *(
            (head, "code")
            for head in ("Kode jawaban", "Answer code", "Kode jawabanmu", "Tempel kode jawaban", "your answer code")
        ),
    ],
)
def test_what_a_head_stands_for(pack: Pack, head: str, expected: str) -> None:
    """An item in whatever way it is spelt, an id, a code, or nothing of ours."""
    found = meaning(pack, head)
    assert expected == (found.key or found.kind)


@pytest.mark.parametrize("lang", [0, 1])
@pytest.mark.parametrize(
    "pattern",
    [
        "{}",
        " {} ",
        "12. {}",
        "12) {}",
        "Q12: {}",
        "No. 12 – {}",
        "Seberapa sesuai? [{}]",
        "{} *",
        "“{}”",
        "<p>{}</p>",
        "1/12. {} (1 = sangat tidak sesuai, 5 = sangat sesuai)",
        "empati-1: {}",
    ],
)
def test_statements_are_heads(pack: Pack, pattern: str, lang: int) -> None:
    """A statement in either language is its item, whatever case it has and whatever stands around it."""
    for item in pack.items:
        if pattern.startswith("empati-1") and item.key != "empati-1":
            continue
        text = item.text[lang]
        for spelt in (text, text.upper(), text.replace("'", "’"), text.rstrip(".").replace(" ", "  ")):
            assert ("item", item.key) == meaning(pack, pattern.format(spelt))[:2]


def test_both_languages_in_one_head(pack: Pack) -> None:
    """A head may have the statement in both; of two items it is neither's."""
    one, other = pack.items[0].text, pack.items[1].text
    for head in (f"{one.id} / {one.en}", f"{one.en}\n{one.id}", f"3. {one.id} ({one.en})"):
        assert Meaning("item", pack.items[0].key) == meaning(pack, head)
    assert "other" == meaning(pack, f"{one.id} {other.id}").kind


def test_what_is_said_about_an_answer_is_no_answer(pack: Pack) -> None:
    """Quizzes write points and feedback beside each statement."""
    text = pack.items[0].text.en
    heads = (f"{text} [Score]", f"{text} [Feedback]", f"Points - {text}", f"Feedback - {text}", f"Komentar: {text}")
    assert {"other"} == {meaning(pack, head).kind for head in heads}
    found = columns_of(pack, [text, *heads])
    assert (pack.items[0].key, heads) == (found.names[0], found.others)


def test_columns_are_told_by_their_places(pack: Pack) -> None:
    """What there is, what is missing and what is left alone; heads without a name are left out of account."""
    keys = [item.key for item in pack.items]
    found = columns_of(pack, ["nama", keys[2], "", "ID", keys[0], "Kelas", "Timestamp"])
    names = ("name", keys[2], "other 2", "id", keys[0], "class", "other 6")
    expected = Columns(names, (keys[2], keys[0]), (keys[1], *keys[3:]), ("Timestamp",), (), "ID", ("nama", "Kelas"))
    assert expected == found


@pytest.mark.parametrize(
    ("heads", "asked", "expected"),
    [
        (["Email", "NISN", "Nama", "ID"], "", "ID"),
        (["Email", "NISN", "Nama"], "", "Nama"),
        (["Email", "NISN", "NIS"], "", "NIS"),
        (["Email", "NISN"], "", "NISN"),
        (["Timestamp", "Email Address"], "", "Email Address"),
        (["Timestamp", "_uuid", "_id"], "", "_id"),
        (["Timestamp"], "", ""),
        (["id", "Kursi"], "Kursi", "Kursi"),
        (["id", "Nomor kursi "], "nomor_kursi", "Nomor kursi "),
    ],
)
def test_what_people_are_known_by(pack: Pack, heads: list[str], asked: str, expected: str) -> None:
    """The column that was asked for, else the best that there is."""
    found = columns_of(pack, [*heads, "empati-1"], asked)
    assert expected == found.known_by
    assert [expected] * bool(expected) == [h for h, name in zip(heads, found.names, strict=False) if name == "id"]


def test_an_id_that_is_not_there_is_refused(pack: Pack) -> None:
    """With what was probably meant."""
    with pytest.raises(UsageError, match=r"--id: this file has no column 'Nmaa'\. Did you mean 'nama'\?"):
        columns_of(pack, ["Nama", "empati-1"], "Nmaa")


def test_codes_are_answers(pack: Pack) -> None:
    """A file that has codes needs no items."""
    assert ("id", "code") == columns_of(pack, ["id", "kode"]).names


def test_two_columns_for_the_same_are_both_read(pack: Pack) -> None:
    """A form in two languages has two columns for each item, of which everybody fills in one; two that don't say the
    same are no answer, and told.
    """
    text = pack.items[0].text
    found = columns_of(pack, ["id", text.id, text.en])
    assert (("id", "empati-1", "empati-1 again 2"), ()) == (found.names, found.others)
    rows = pl.DataFrame({"empati-1": ["4", "", "NA", "3", "x"], "empati-1 again 2": [None, "5", "2", "4", "4"]})
    responses, _, wrong, *_ = said(pack, rows, "en")
    assert [4, 5, 2, 0, 0] == list(responses[0])
    assert [None, None, None, "empati-1: 3 / 4", "empati-1: x / 4"] == list(wrong)


def test_the_most_direct_column_counts(pack: Pack) -> None:
    """A key of its own comes before one behind a group, which is left alone then."""
    found = columns_of(pack, ["x/empati-1", "empati-1", "y/empati-2"])
    assert (("other 0", "empati-1", "empati-2"), ("x/empati-1",)) == (found.names, found.others)


def test_a_statement_reworded_is_taken_and_told(pack: Pack) -> None:
    """It is so like one statement, and by so much more than any other; what is turned round by a word is not."""
    item = pack.item_by_key["analisis-1"]
    reworded = item.text.id.replace(" ", " betul-betul ", 1)
    found = columns_of(pack, ["empati-1", reworded, "Saya suka sekali makan bakso di warung"])
    assert ((reworded, "analisis-1"),) == found.unsure
    cut = columns_of(pack, ["empati-1", item.text.en[:40]])
    assert ((item.text.en[:40], "analisis-1"),) == cut.unsure
    turned = columns_of(pack, ["empati-1", item.text.id.replace("Saya ", "Saya tidak ", 1)])
    assert () == turned.unsure


def test_statements_are_not_alike(pack: Pack) -> None:
    """No statement of the pack would be taken for that of another item if its own were not known."""
    for item in pack.items:
        others = [key for key in pack.item_by_key if key != item.key]
        for text in item.text:
            assert () == columns_of(pack, [*others, f"{text} x"]).unsure[1:]
            assert {item.key} >= {key for _, key in columns_of(pack, [f"{text} x", "kode"]).unsure}


def test_a_file_without_items_is_refused_with_a_hint(pack: Pack) -> None:
    """A file that has no column for any item says nothing about anyone; at most five heads get a suggestion."""
    with pytest.raises(UsageError) as caught:
        columns_of(pack, ["id", "empti-2", "zzz", *(f"empati-{n}" for n in range(3, 5000))])
    lines = caught.value.lines("en")
    assert lines[0].startswith("This file has no column for any item or answer code;")
    assert "  column 'empti-2' Did you mean 'empati-2'?" == lines[1]
    assert 5 == len(lines)


def test_all_in_one_column_is_told(pack: Pack) -> None:
    """A file that stands in one column is told as such, with how to mend it; one column of something else is not."""
    statements = ",".join(f'"{item.text.id}"' for item in pack.items)
    heads = {f"Waktu,Nama,Kelas,{statements}": True, "Nama, kelas, atau nomor": False}
    for head, is_all in heads.items():
        with pytest.raises(UsageError) as caught:
            columns_of(pack, [head, "", ""])
        assert is_all == ("All of it stands in one column." in "".join(caught.value.lines("en")))


def test_where_the_heads_stand(pack: Pack) -> None:
    """Titles may stand above them and more heads below; a file that begins with codes has none."""
    keys = [item.key for item in pack.items][:20]
    texts = [item.text.en for item in pack.items][:20]
    person = [str(n % 5 + 1) for n in range(20)]
    assert Found((*keys,), 0, 0, 20) == find_heads(pack, [keys, person, person])
    assert Found((*keys,), 0, 0, 20) == find_heads(pack, [keys, person, keys, person])  # two lists, one below the other
    assert Found((*keys,), 2, 0, 20) == find_heads(pack, [["Kelas X"], [""], keys, person])
    assert Found((*keys,), 0, 1, 20) == find_heads(pack, [keys, texts, person])
    imports = [f'{{"ImportId":"QID{n}"}}' for n in range(20)]
    old = [f"Some old wording number {n} of it" for n in range(20)]
    assert Found((*keys,), 0, 2, 20) == find_heads(pack, [keys, old, imports, person])
    assert Found((*texts,), 0, 1, 20) == find_heads(pack, [texts, ["Response"] * 20, person])
    said = [pack.scale[n % 5].en for n in range(20)]
    assert Found((*keys,), 0, 0, 20) == find_heads(pack, [keys, said, said])
    code = encode(pack, Answers({"empati-1": 4}))
    assert Found(("", "nama?", "code"), -1, 0, 1) == find_heads(
        pack, [["1", "Siti", code.lower()], ["2", "Budi", code]]
    )
    assert Found(("nama", "kelas"), 0, 0, 0) == find_heads(pack, [["nama ", "kelas"], ["Siti", "X"]])


@pytest.mark.parametrize("head", ["Kode Siswa", "Pesan", "", "Email"])
def test_codes_are_found_under_any_head(pack: Pack, head: str) -> None:
    """What the first cells of a column hold makes it one of codes, below titles and beside statements, too; but where
    there is a column for codes already, it is that one.
    """
    code, item = encode(pack, Answers({"empati-1": 4})), pack.items[3].text.id
    people = [["1", "Siti", ""], ["2", "Budi", f"ini bu: {code.lower()}"]]
    alone = find_heads(pack, [["Kelas XI"], ["No", "Nama", head], *people])
    assert Found(("No", "Nama", "code"), 1, 0, 1) == alone
    beside = find_heads(pack, [[item, "Nama", head], *people])
    assert ((item, "Nama", "code"), 0, 0) == beside[:3]
    known = find_heads(pack, [["kode", "Nama", head], ["", "Siti", code]])
    assert ("kode", "Nama", head) == known.heads


def test_several_codes_in_one_cell_are_refused(pack: Pack) -> None:
    """It is said what to do; the same code twice is that code."""
    one, other = (encode(pack, Answers({"empati-1": n})) for n in (4, 5))
    for text in (one, f"{one}\n{one.lower()}", f"Siti: {one[:9]} {one[9:]} makasih"):
        assert one == code_in(pack, text)
    for text in (f"{one} {other}", f"{one}{other}", f"Siti {one}; Budi {other}"):
        with pytest.raises(UsageError, match="holds more than one code"):
            code_in(pack, text)


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
            (cell, 4)
            for cell in ("Sesuai", " sesuai ", "LIKE ME", "“Sesuai”", "Sesuai / Like me", "4 - Sesuai", "4. Sesuai")
        ),
        *(
            (cell, 4)
            for cell in (
                "4 = Sesuai",
                "4: sesuai",
                "4) Like me",
                "4 (Sesuai)",
                "(4) Sesuai",
                "Sesuai (4)",
                "Sesuai – 4",
            )
        ),
        *(
            (cell, 1)
            for cell in (
                "Sangat tidak sesuai",
                "Not like me at all",
                "1 – sangat tidak sesuai",
                "1 | Not like me at all",
            )
        ),
        *((cell, 5) for cell in ("Sangat  sesuai", "Very much like me", "5.Sangat sesuai", "Very much like me (5)")),
        *((cell, 0) for cell in ("(kosong)", "tidak dijawab", "No answer", "skipped", "#NULL!", "<NA>", "…"[:0])),
        *(
            (cell, WRONG)
            for cell in ("5 - Sesuai", "Sesuai (3)", "Setuju", "sesuai sekali", "like", "4 - Setuju", "4 Sesuai 4")
        ),
        *(
            (cell, WRONG)
            for cell in ("0", "6", "-1", "4.5", "45", "99", "999", "abc", "4x", "x4", "4 5", "1e0", "inf", "true")
        ),
        *((cell, WRONG) for cell in ("٤", "４", "4\u200b", "4;", "=4", "--4", "-4", "-5")),
    ],
)
def test_what_a_cell_says(pack: Pack, cell: str, expected: int) -> None:
    """One of five responses, nothing at all, or nothing that can be used."""
    assert expected == response(cell, scale_words(pack))


@pytest.mark.parametrize("kind", [pl.Int8, pl.Int16, pl.Int64, pl.Float32, pl.Float64, pl.Decimal(6, 1), pl.String])
def test_cells_say_the_same_however_they_are_stored(pack: Pack, kind: pl.DataType | type[pl.DataType]) -> None:
    """Numbers of any type and texts are read alike, and wrong ones are shown as they were meant."""
    key = pack.items[0].key
    rows = pl.DataFrame({key: pl.Series([1, 5, None, 0, 6, 99, -99], dtype=pl.Int16).cast(kind)})
    responses, _, wrong, *_ = said(pack, rows, "en")
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
    responses, _, wrong, *_ = said(pack, pl.DataFrame({key: cells}), "en")
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
    responses, duels, wrong, *_ = said(pack, rows, "en")
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


def test_a_cell_without_a_code_is_not_called_a_mistyped_one(pack: Pack) -> None:
    """Words alone are told as no code; what begins as one, also with an I or an l for the 1, as mistyped."""
    rows = pl.DataFrame({"code": ["Cahyo Nugroho XII IPS 1", "Bu kode saya nanti ya", "CFI-00ZZ", "cf1 nanti"]})
    told = [str(one) for one in said(pack, rows, "en").wrong]
    assert ["This cell holds no answer code"] * 2 == [one.removeprefix("code: ").partition(";")[0] for one in told[:2]]
    assert [True, True] == ["This code is mistyped or cut off" in one for one in told[2:]]


def test_codes_are_read_wherever_they_were_pasted(pack: Pack) -> None:
    """A code under another head counts for whoever answered nothing otherwise; names keep what stands around it."""
    codes = [encode(pack, Answers({pack.items[0].key: n})) for n in (1, 2, 3)]
    rows = pl.DataFrame(
        {
            " row": [1, 2, 3, 4, 5],
            "name": [
                "Adit",
                f"[26/11 09:01] Bella: {codes[1].lower()}",
                f"{codes[2][:30]}",
                "Eko",
                f"Fitri {codes[0]}",
            ],
            pack.items[1].key: ["", "", "", "", "4"],
            "other 3": ["", "", "", f"kode saya {codes[2]}", ""],
            "code": [codes[0], None, "", "nanti ya", ""],
        }
    )
    found = said(pack, rows, "en")
    assert [1, 2, 0, 3, 0] == list(found.responses[0])
    assert ["Adit", "Bella", None, "Eko", f"Fitri {codes[0]}"] == list(found.rows["name"])
    assert [2] == [n for n, one in enumerate(found.wrong) if one is not None]


def test_codes_are_read_where_no_column_is_one_of_codes(pack: Pack) -> None:
    """A code beside an empty row of statements is that person's; rows without any stay silent."""
    code = encode(pack, Answers({pack.items[0].key: 5}))
    rows = pl.DataFrame({pack.items[0].key: [None, None, "2"], "other 1": [f"Bu: {code}", "sakit", ""]})
    found = said(pack, rows, "en")
    assert [5, 0, 2] == list(found.responses[0])
