"""What is handed out to a class: reports, the page of the class, the table; whole or not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from careerfit.cli.people import reports
from careerfit.cli.people.reports import file_names
from careerfit.cli.people.scored import shorten
from careerfit.cohort import run
from careerfit.core.answer_code import decode, encode
from careerfit.core.model import Answers, Pack
from careerfit.core.results.result import evaluate
from careerfit.forms.content import statements
from careerfit.report.html.result import result_html
from careerfit.report.views.result.page import About

from .classes import HOSTILE_NAMES, write_class
from .conftest import Program

SAFE = re.compile(r"\d+(?:-[a-z0-9]+)*\.html")


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is done in the process of the test."""

    def supervised(work: Callable[..., Any], args: tuple[Any, ...], tell: Callable[[float], None], _: object) -> Any:
        return work(*args, tell)

    monkeypatch.setattr(run, "supervised", supervised)
    monkeypatch.setattr(reports, "ALONE", 1000)


@pytest.fixture
def file(pack: Pack, tmp_path: Path) -> Path:
    """Twelve people."""
    return write_class(pack, tmp_path / "kelas.csv", [f"Siswa {n}" for n in range(12)])


class Page(HTMLParser):
    """The links and the words of a page, and what it would run or fetch."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.words: list[str] = []
        self.odd: list[str] = []
        self.inside = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.inside = tag
        self.links += [str(named["href"])] if "href" in named else []
        if tag in ("script", "img", "iframe", "link", "form") or any(
            name.startswith("on") or name == "src" for name in named
        ):
            self.odd.append(tag)

    def handle_data(self, data: str) -> None:
        if self.inside != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def test_everybody_gets_a_report(program: Program, file: Path, tmp_path: Path) -> None:
    """A report a person with their name on it, the page of the class that links to all of them, and the table."""
    done = program("cohort", str(file), "--reports", str(tmp_path / "out"))
    assert (0, "") == (done.code, done.out)
    assert f"begin with the page of the class: {tmp_path / 'out' / 'index.html'}" in done.err
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    reports = [f"{n + 1:02}-siswa-{n}.html" for n in range(12)]
    assert sorted([*reports, "index.html", "results.xlsx"]) == names
    index = Page(tmp_path / "out" / "index.html")
    assert {*reports, "results.xlsx"} == set(index.links)
    for n, name in enumerate(reports):
        text = Page(tmp_path / "out" / name).text
        assert f"Siswa {n}, XI IPS 1 ·" in text
        assert f"Siswa {n + 1}, XI IPS 1 ·" not in text
        assert "careerfit score" not in text


def test_a_report_is_the_quizs_own(program: Program, pack: Pack, file: Path, tmp_path: Path) -> None:
    """It says what the result of the same answers says anywhere, but for commands, which its readers can't type."""
    program("cohort", str(file), "--reports", str(tmp_path / "out"))
    row = list(openpyxl.load_workbook(tmp_path / "out" / "results.xlsx").active.iter_rows(values_only=True))[1]
    code = next(str(cell) for cell in row if str(cell).startswith("CF1-"))
    about = About("Siswa 0, XI IPS 1", made=datetime.now(UTC), has_program=False)
    expected = result_html(evaluate(pack, decode(pack, code)), "en", about=about)
    assert expected == (tmp_path / "out" / "01-siswa-0.html").read_text(encoding="utf-8")


def test_names_do_no_harm(program: Program, pack: Pack, tmp_path: Path) -> None:
    """Whatever somebody is called, files have harmless names of their own, and pages and cells show it as text."""
    file = write_class(pack, tmp_path / "kelas.csv", HOSTILE_NAMES)
    done = program("cohort", str(file), "--reports", str(tmp_path / "out"), "-o", str(tmp_path / "out.csv"))
    assert 0 == done.code
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", done.err)
    names = {path.name for path in (tmp_path / "out").iterdir()} - {"index.html", "results.xlsx"}
    assert len(HOSTILE_NAMES) == len({name.lower() for name in names})
    for name in names:
        assert SAFE.fullmatch(name)
        assert len(name) < 60
    for path in (tmp_path / "out").glob("*.html"):
        page = Page(path)
        assert [] == page.odd
        assert {*names, "results.xlsx", "#id", "#en"} >= set(page.links)
    text = Page(tmp_path / "out" / "index.html").text
    assert "<script>alert(1)</script>" in text
    assert "{{ 7*7 }}" in text
    assert "\x1b" not in text
    assert "Row 26" in text
    sheet = openpyxl.load_workbook(tmp_path / "out" / "results.xlsx").active
    assert {"s", "n"} == {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
    assert "=HYPERLINK" in str(sheet["A9"].value)


def test_names_of_files_hold_no_answers() -> None:
    """They have a number and letters of the name, and no more; each is another one."""
    names = file_names(["Siti Aminah", "siti aminah", "Zoë", "siti@example.com", "", "王"])
    assert ["1-siti-aminah.html", "2-siti-aminah.html", "3-zoe.html", "4-siti.html", "5.html", "6.html"] == names
    assert "007-x.html" == file_names(["x"] * 100)[6]


def test_reports_are_replaced_on_demand_alone(program: Program, pack: Pack, file: Path, tmp_path: Path) -> None:
    """What is there stays, unless it was asked for; with it nothing of the old ones is left."""
    out = tmp_path / "out"
    program("cohort", str(file), "--reports", str(out))
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    fewer = write_class(pack, tmp_path / "fewer.csv", ["Ani", "Budi"])
    done = program("cohort", str(fewer), "--reports", str(out))
    assert (2, True) == (done.code, "isn't empty. Add --force" in done.err)
    assert before == {path.name: path.read_bytes() for path in out.iterdir()}
    assert 0 == program("cohort", str(fewer), "--reports", str(out), "--force").code
    assert {"1-ani.html", "2-budi.html", "index.html", "results.xlsx"} == {path.name for path in out.iterdir()}
    assert {"out", "kelas.csv", "fewer.csv"} == {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize("strange", ["letter.docx", "sub", "index.html"])
def test_a_folder_of_others_is_left_alone(program: Program, file: Path, tmp_path: Path, strange: str) -> None:
    """Not even with --force is anything replaced that careerfit didn't make."""
    out = tmp_path / "out"
    if strange != "index.html":
        program("cohort", str(file), "--reports", str(out))
    else:
        out.mkdir()
    if strange == "sub":
        (out / strange).mkdir()
    else:
        (out / strange).write_text('<a href="letter.docx">', encoding="utf-8")
    before = sorted(path.name for path in out.iterdir())
    done = program("cohort", str(file), "--reports", str(out), "--force")
    assert (2, True) == (done.code, f"holds '{strange}', which careerfit didn't make" in done.err)
    assert before == sorted(path.name for path in out.iterdir())


@pytest.mark.parametrize("name", [".DS_Store", "desktop.ini", "Thumbs.db"])
def test_what_systems_leave_in_folders_is_in_nobodys_way(
    program: Program, file: Path, tmp_path: Path, name: str
) -> None:
    """Reports go into a folder that holds no more than such a file, and are replaced beside one."""
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_bytes(b"x")
    assert 0 == program("cohort", str(file), "--reports", str(out)).code
    (out / name).write_bytes(b"x")
    assert 0 == program("cohort", str(file), "--reports", str(out), "--force").code
    assert (out / "index.html").is_file()


def test_a_table_that_is_open_in_excel_is_to_be_closed(program: Program, file: Path, tmp_path: Path) -> None:
    """The lock that Excel leaves beside an open workbook is named for what it is, and nothing is replaced."""
    out = tmp_path / "out"
    program("cohort", str(file), "--reports", str(out))
    (out / "~$results.xlsx").write_bytes(b"x")
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    done = program("cohort", str(file), "--reports", str(out), "--force")
    assert (2, True) == (done.code, "a file there is still open in Excel. Close it first" in done.err)
    assert before == {path.name: path.read_bytes() for path in out.iterdir()}


def test_nothing_is_made_where_nobody_is_scored(program: Program, pack: Pack, tmp_path: Path) -> None:
    """Exit code 1, and no folder."""
    (tmp_path / "kelas.csv").write_text(f"id,{pack.items[0].key}\nA,x\n", encoding="utf-8")
    done = program("cohort", str(tmp_path / "kelas.csv"), "--reports", str(tmp_path / "out"))
    assert (1, False) == (done.code, (tmp_path / "out").exists())
    assert [tmp_path / "kelas.csv"] == list(tmp_path.iterdir())


def test_a_failure_leaves_the_old_reports(
    program: Program, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is full in the middle leaves what was there, and nothing else."""
    out = tmp_path / "out"
    program("cohort", str(file), "--reports", str(out))
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(reports, "write_workbook", full)
    done = program("cohort", str(file), "--reports", str(out), "--force")
    assert (1, True) == (done.code, "can't be written (No space left on device)" in done.err)
    assert before == {path.name: path.read_bytes() for path in out.iterdir()}
    assert ["kelas.csv", "out"] == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.parametrize("command", [("cohort", "-o", "out.xlsx"), ("cohort-summary",)], ids=lambda one: one[0])
def test_a_file_that_is_not_there_is_said_to_be_so(program: Program, tmp_path: Path, command: Sequence[str]) -> None:
    """In plain words, in the language of the call, with what to check."""
    name = str(tmp_path / "Karier XII.csv")
    done = program(command[0], name, *command[1:], "--lang", "id")
    told = f"{name}: tidak ada file dengan nama itu di sini. Periksa namanya, akhirannya, dan foldernya.\n"
    assert (1, told) == (done.code, done.err)


def test_a_target_is_needed(program: Program, file: Path) -> None:
    """Without -o and --reports there is nowhere for results to go."""
    done = program("cohort", str(file))
    assert (2, True) == (done.code, "-o results.xlsx, or --reports reports" in done.err)


def test_the_table_is_in_words(program: Program, pack: Pack, file: Path, tmp_path: Path) -> None:
    """Names of roles, all of a tie, the verdict and what to look at in words, the chance in tenths, the answer code."""
    assert 0 == program("cohort", str(file), "-o", str(tmp_path / "hasil.xlsx"), "--lang", "id").code
    program("cohort", str(file), "-o", str(tmp_path / "hasil.jsonl"))
    head, *rows = openpyxl.load_workbook(tmp_path / "hasil.xlsx").active.iter_rows(values_only=True)
    heads = ("Nama", "Kelas", "Hasil", "Peran", "Peluang", "Yang perlu dilihat", "Dijawab (dari 74)")
    assert (*heads, "Kecocokan bidang (0–100)", "Kode jawaban", "Isian yang tidak terbaca") == head
    verdicts = set()
    for row in rows:
        found = dict(zip(head, row, strict=True))
        answers = decode(pack, str(found["Kode jawaban"]))
        result = evaluate(pack, answers)
        names = [pack.role(slug).name.id for slug in result.verdict.roles]
        told = str(found["Peran"] or "")
        assert all(name in told for name in names)
        assert bool(names) == bool(told)
        assert bool(found["Peluang"]) == bool(names)
        assert len(answers.responses) == found["Dijawab (dari 74)"]
        assert encode(pack, answers) == found["Kode jawaban"]
        verdicts.add(str(found["Hasil"]))
    assert {"Satu peran jelas", "Semua dijawab sama", "Baru sedikit yang dijawab", "Bidangnya belum cocok"} <= verdicts


@pytest.mark.parametrize(("ending", "column"), [("xlsx", "Cells that could not be read"), ("csv", "error")])
def test_the_column_of_wrong_cells_is_called_by_its_name(
    program: Program, pack: Pack, tmp_path: Path, ending: str, column: str
) -> None:
    """What is told of cells that can't be used sends nobody to a column that the results don't have."""
    keys = list(pack.item_by_key)
    (tmp_path / "kelas.csv").write_text(f"Nama,{keys[0]},{keys[1]}\nAni,9,4\n", encoding="utf-8")
    done = program("cohort", str(tmp_path / "kelas.csv"), "-o", str(tmp_path / f"out.{ending}"))
    assert f"the column '{column}' names these" in done.err


def test_a_summary_of_the_table(program: Program, file: Path, tmp_path: Path) -> None:
    """The table that was handed out can be summed up and scored again, by its answer codes."""
    program("cohort", str(file), "-o", str(tmp_path / "hasil.xlsx"))
    paths = (file, tmp_path / "hasil.xlsx")
    found = [json.loads(program("cohort-summary", str(path), "--format", "json").out) for path in paths]
    assert pytest.approx(found[0]["field"]) == found[1]["field"]
    for name in ("people", "bad", "verdicts", "leaders", "flags"):
        assert found[0][name] == found[1][name]


def test_a_page_for_a_headmaster(program: Program, file: Path, tmp_path: Path) -> None:
    """One page without anybody in it; small counts are told in words, or in full with a warning where asked for."""
    assert 0 == program("cohort-summary", str(file), "-o", str(tmp_path / "s.html"), "--lang", "id").code
    page = Page(tmp_path / "s.html")
    assert ([], []) == (page.links, page.odd)
    assert "tidak disebut" in page.text
    assert "Siswa" not in page.text
    program("cohort-summary", str(file), "-o", str(tmp_path / "s.html"), "--lang", "id", "--all")
    text = Page(tmp_path / "s.html").text
    assert "tidak disebut" not in text
    assert "dari halaman ini orang tertentu" not in text
    assert "dari sini orang tertentu bisa dikenali" in text


def test_all_warns_on_the_screen_as_well(program: Program, file: Path) -> None:
    """In whatever form small counts are shown to a person."""
    assert "people may be recognised" in program("cohort-summary", str(file), "--all").out
    assert "people may be recognised" not in program("cohort-summary", str(file)).out


@pytest.mark.parametrize("tail", ["", ";;"])
def test_a_file_that_a_spreadsheet_put_into_one_column(program: Program, file: Path, tmp_path: Path, tail: str) -> None:
    """A file with commas that a spreadsheet with semicolons saved again, each row in quotes as one cell, says the same;
    rows that were left without quotes do, too.
    """
    expected = program("cohort", str(file), "-o", str(tmp_path / "expected.jsonl"))
    lines = file.read_text(encoding="utf-8").splitlines()
    quoted = [line.replace('"', '""') for line in lines]
    saved = [f'"{line}"{tail}' if n != 3 or tail else line for n, line in enumerate(quoted)]
    file.write_text("".join(f"{line}\r\n" for line in saved), encoding="utf-8-sig", newline="")
    done = program("cohort", str(file), "-o", str(tmp_path / "out.jsonl"))
    assert (0, expected.err.replace("expected", "out")) == (done.code, done.err)
    assert (tmp_path / "expected.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()


def test_what_a_teacher_is_told_of_odd_rows(program: Program, pack: Pack, tmp_path: Path) -> None:
    """One code for two people, two codes in a cell, one name twice, words of another scale, a row without answers: the
    terminal, the page of the class and the table say so in the same numbers, by rows as Excel counts them.
    """
    codes = [encode(pack, Answers({item.key: (n + k) % 5 + 1 for n, item in enumerate(pack.items)})) for k in range(3)]
    item = statements(pack)[4]
    heads = ["No", "Nama Siswa", "Pesan", item.text.id]
    rows = [
        ["1", "Siti Aminah", f"Ini kodeku bu: {codes[0]}", ""],
        ["2", "Budi", codes[0].lower(), ""],
        ["3", "siti  aminah", codes[1], "Kadang-kadang"],
        ["4", "Citra", f"{codes[1]} {codes[2]}", ""],
        ["5", "Dewi", "", ""],
    ]
    file = tmp_path / "kode.csv"
    file.write_text("\n".join(";".join(row) for row in [["Kelas XI"], heads, *rows]), encoding="utf-8")
    done = program("cohort", str(file), "--reports", str(tmp_path / "out"), "--lang", "id")
    siti, budi, again = "Siti Aminah (baris 3)", "Budi (baris 4)", "siti aminah (baris 5)"
    scale = " · ".join(f"{n} = {step.id}" for n, step in enumerate(pack.scale, 1))
    doubles = [
        "Belum bisa dihitung: Citra (baris 6). Kolom 'Isian yang tidak terbaca' menyebutkan sebabnya.",
        f"Jawaban yang persis sama: {siti} dan {budi}. Mungkin satu kode tertempel dua kali, atau ada yang mengirim "
        "kode temannya. Tanyakan milik siapa, hapus baris yang lain dari filenya, lalu hitung lagi.",
        f"Nama yang sama: {siti} dan {again}. Dua orang, atau satu orang yang mengisi dua kali?",
    ]
    column = "'Isian yang tidak terbaca'"
    assert [
        "3 orang dihitung.",
        "Tiap orang dikenali dari kolom 'Nama Siswa'.",
        *doubles,
        "1 orang di antaranya punya isian yang tidak bisa dipakai, jadi dianggap tidak dijawab; kolom "
        f"{column} menyebutkannya.",
        f"1 baris tidak bisa dihitung; kolom {column} menjelaskannya.",
        f"Yang terbaca di kolom pernyataan: {scale}, atau kata-katanya.",
        "1 baris tidak berisi jawaban satu pun.",
        "1 baris berisi judul atau nama kolom, jadi dilewati.",
        "Kolom lain dibiarkan: No.",
    ] == done.err.splitlines()[1:12]
    page = Page(tmp_path / "out" / "index.html").text
    assert "Hasil kelas: 3 orang" in page
    assert "Tidak ikut dihitung: 1 yang belum menjawab, 1 yang belum bisa dihitung." in page
    assert [True, True, True] == [one in page for one in doubles]
    head, *found = openpyxl.load_workbook(tmp_path / "out" / "hasil.xlsx").active.iter_rows(values_only=True)
    table = [dict(zip(head, row, strict=True)) for row in found]
    looks = [str(row["Yang perlu dilihat"]).lower() for row in table]
    assert f"jawabannya persis sama dengan {budi}; namanya sama dengan {again}".lower() in looks[0]
    assert f"jawabannya persis sama dengan {siti}".lower() in looks[1]
    assert (None, None) == (table[3]["Kecocokan bidang (0–100)"], table[4]["Kecocokan bidang (0–100)"])
    wrong = [row["Isian yang tidak terbaca"] for row in table]
    assert (
        f"5. {shorten(item.text.id)}: Kadang-kadang. Yang terbaca di kolom pernyataan: {scale}, atau kata-katanya."
        == wrong[2]
    )
    assert str(wrong[3]).startswith("Kode jawaban: Di sel ini ada lebih dari satu kode.")
    summary = program("cohort-summary", str(file), "--format", "json").out
    assert {"people": 4, "bad": 1, "silent": 1}.items() <= json.loads(summary).items()
    told = program("cohort-summary", str(file), "-o", str(tmp_path / "s.html"), "--lang", "id").err
    assert doubles[1:] == told.splitlines()[1:]
    text = Page(tmp_path / "s.html").text
    assert "Gambaran kelompok: 3 orang" in text
    assert "1 orang lain belum menjawab satu pernyataan pun" in text


def test_answers_that_anybody_may_give_are_not_held_against_each_other(
    program: Program, pack: Pack, tmp_path: Path
) -> None:
    """Two who answer everything alike, or who answer little, have not copied; nor is everybody who has no name one."""
    keys = list(pack.item_by_key)
    file = tmp_path / "kelas.csv"
    rows = [["", *["3"] * len(keys)]] * 2 + [["", "4", "2", *[""] * (len(keys) - 2)]] * 2
    file.write_text("\n".join(",".join(row) for row in [["nama", *keys], *rows]), encoding="utf-8")
    done = program("cohort", str(file), "-o", str(tmp_path / "out.xlsx"))
    assert (0, False) == (done.code, "same" in done.err)


def test_codes_alone_have_no_names(program: Program, pack: Pack, tmp_path: Path) -> None:
    """Messages pasted one below the other are scored, each called by its row; what to do for names is told once."""
    codes = [encode(pack, Answers({item.key: 1 + (n * k) % 5 for n, item in enumerate(pack.items)})) for k in (1, 2)]
    (tmp_path / "kode.csv").write_text("".join(f"[08.15] Siti: {code}\n" for code in codes), encoding="utf-8")
    done = program("cohort", str(tmp_path / "kode.csv"), "--reports", str(tmp_path / "out"))
    assert [
        "People scored: 2.",
        "No column says who people are, so they are called by their rows; add a column 'name', or name the one that "
        "does: --id COLUMN.",
    ] == done.err.splitlines()[1:3]
    assert {"1-row-1.html", "2-row-2.html"} < {path.name for path in (tmp_path / "out").iterdir()}


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("", "This file has no names of columns; the first column with words in it is taken for names."),
        ("nama,kode\n", "People are known by the column 'nama'."),
        ("kode,nama\n", "The column 'nama' is empty, so people are called by their rows."),
    ],
)
def test_what_people_are_known_by_is_so(program: Program, pack: Pack, tmp_path: Path, head: str, told: str) -> None:
    """Neither a column that is not there nor one that is empty is named; nor is a scale that codes don't have."""
    codes = [encode(pack, Answers({item.key: 1 + (n * k) % 5 for n, item in enumerate(pack.items)})) for k in (1, 2)]
    codes.append("CF1-ABCDEF0123456789")
    people = [("" if head.startswith("kode") else f"Siswa {n}", code) for n, code in enumerate(codes)]
    rows = [",".join(reversed(row) if head.startswith("kode") else row) for row in people]
    (tmp_path / "kode.csv").write_text(head + "\n".join(rows), encoding="utf-8")
    done = program("cohort", str(tmp_path / "kode.csv"), "-o", str(tmp_path / "out.xlsx"))
    assert (0, told) == (done.code, done.err.splitlines()[2])
    assert "A code that is mistyped or cut off" in done.err
    assert "What can be read" not in done.err


def test_the_export_of_a_chat_is_refused_with_what_to_do(program: Program, tmp_path: Path) -> None:
    """It is no table: the way from its codes to one is told."""
    (tmp_path / "chat.txt").write_text("26/11/26 08.15 - Siti: CF1-ABC\n", encoding="utf-8")
    done = program("cohort", str(tmp_path / "chat.txt"), "--reports", str(tmp_path / "out"))
    assert (2, True) == (done.code, "paste each code of the chat into a row" in done.err)


def test_score_of_a_table(program: Program, file: Path) -> None:
    """It says what takes a table, and takes one row of it."""
    done = program("score", str(file))
    assert (2, True) == (done.code, f"careerfit cohort {file} -o results.xlsx" in done.err)
    page = program("score", str(file), "--row", "2", "--format", "html").out
    assert "Siswa 1 ·" in page
    done = program("score", str(file), "--row", "99")
    assert (2, True) == (done.code, "nobody in row 99" in done.err and "the last one is in row 12" in done.err)
    assert 2 == program("score", "--row", "1", "--answer", "empati=5").code


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("2", "--row: Budi (row 3) can't be scored yet. Answer code: This code is mistyped or cut off."),
        ("3", "--row: Citra (row 4) answered no statement yet."),
    ],
)
def test_score_says_why_a_row_has_no_result(program: Program, pack: Pack, tmp_path: Path, row: str, told: str) -> None:
    """A code that is cut off, and a row that is there without answers, are told apart from one past the end."""
    code = encode(pack, Answers({item.key: 4 for item in pack.items}))
    (tmp_path / "kode.csv").write_text(f"nama,kode\nAni,{code}\nBudi,{code[:30]}\nCitra,\n", encoding="utf-8")
    done = program("score", str(tmp_path / "kode.csv"), "--row", row)
    assert (2, told) == (done.code, done.err[: len(told)])


@pytest.mark.parametrize(("head", "told"), [("Nama", ", Siswa 1"), ("Kursi", "")])
def test_score_says_whose_row_it_takes(program: Program, file: Path, head: str, told: str) -> None:
    """The name, if there is one, and which row it is in a spreadsheet; what a program reads has no word of it."""
    file.write_text(file.read_text(encoding="utf-8").replace("Nama", head, 1), encoding="utf-8")
    done = program("score", str(file), "--row", "2", "--format", "json")
    expected = f"This is row 2 below the names of the columns{told}; in Excel it is row 3.\n"
    assert (expected, "{") == (done.err, done.out[:1])


def test_names_and_classes_are_told_as_left_alone_where_they_are(program: Program, file: Path, tmp_path: Path) -> None:
    """A file for programs has neither; what people are known by is told."""
    err = program("cohort", str(file), "-o", str(tmp_path / "out.csv")).err
    assert "People are known by the column 'Nama'." in err
    assert "Other columns were left alone: Kelas, Timestamp." in err
    err = program("cohort", str(file), "-o", str(tmp_path / "out.xlsx")).err
    assert "Other columns were left alone: Timestamp." in err
