"""``careerfit form``: which form is written where, and what is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from careerfit.text import LANGUAGES

from .conftest import Program

BEGINS = {
    "page": b"<!doctype html>",
    "paper": b"<!doctype html>",
    "excel": b"PK",
    "google": b"// ",
    "xlsform": b"PK",
}
ENDINGS = {"page": ".html", "paper": ".html", "excel": ".xlsx", "google": ".gs", "xlsform": ".xlsx"}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write to, in which the program runs."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", ENDINGS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_kind_is_written(program: Program, folder: Path, kind: str, lang: str) -> None:
    """Every kind is written whole, with its path and what to do next on standard error, and nothing on the other."""
    file = folder / f"form{ENDINGS[kind]}"
    call = program("form", "--kind", kind, "-o", file.name, "--lang", lang)
    written, next_step = call.err.splitlines()
    assert (0, "", True) == (call.code, call.out, bool(next_step))
    assert (str(file), BEGINS[kind]) == (written.partition(": ")[2], file.read_bytes()[: len(BEGINS[kind])])


@pytest.mark.parametrize(
    ("name", "kind"), [("a.html", "page"), ("A.HTML", "page"), ("a.xlsx", "excel"), ("a.gs", "google")]
)
def test_the_ending_says_the_kind(program: Program, folder: Path, name: str, kind: str) -> None:
    """Without ``--kind`` the ending says it, in capitals too: the file is the same as with it."""
    program("form", "-o", name)
    named = f"named{ENDINGS[kind]}"
    program("form", "-o", named, "--kind", kind)
    assert (folder / named).read_bytes() == (folder / name).read_bytes()


def test_a_google_script_may_be_a_text_file(program: Program, folder: Path) -> None:
    """As ``.txt`` a double click opens it, where ``.gs`` belongs to no program."""
    assert program("form", "-o", "form.txt", "--kind", "google").code == 0
    assert program("form", "-o", "form.gs").code == 0
    assert (folder / "form.gs").read_bytes() == (folder / "form.txt").read_bytes()


@pytest.mark.parametrize(
    ("args", "endings"),
    [
        (("-o", "form.txt"), ".html, .xlsx, .gs"),
        (("-o", "form.csv"), ".html, .xlsx, .gs"),
        (("-o", "form"), ".html, .xlsx, .gs"),
        (("-o", "form.html", "--kind", "excel"), ".xlsx"),
        (("-o", "form.xlsx", "--kind", "page"), ".html"),
        (("-o", "form", "--kind", "xlsform"), ".xlsx"),
        (("-o", "form.html", "--kind", "google"), ".gs, .txt"),
    ],
)
def test_other_endings_are_refused(program: Program, folder: Path, args: tuple[str, ...], endings: str) -> None:
    """An ending that is missing, unknown or of another kind is refused with those that can be; nothing is written."""
    call = program("form", *args)
    assert (2, "", True) == (call.code, call.out, call.err.rstrip(".\n").endswith(f": {endings}"))
    assert [] == list(folder.iterdir())


def test_a_pdf_is_printed_from_the_page(program: Program) -> None:
    """Who asks for a PDF is told how to make one."""
    call = program("form", "-o", "kertas.pdf", "--kind", "paper")
    assert (2, True) == (call.code, "print it to PDF" in call.err)


def test_without_a_file_it_is_refused(program: Program) -> None:
    """A form goes to a file that is named."""
    call = program("form", "--kind", "page")
    assert (2, "", True) == (call.code, call.out, "--output" in call.err)


def test_a_text_may_go_to_standard_output(program: Program, folder: Path) -> None:
    """``-`` stands for standard output, where a page goes unless a kind is named; a workbook is refused there."""
    program("form", "-o", "page.html")
    assert (folder / "page.html").read_text(encoding="utf-8") == program("form", "-o", "-").out
    assert program("form", "-o", "-", "--kind", "google").out.startswith("// ")
    refused = program("form", "-o", "-", "--kind", "excel")
    assert (2, "", True) == (refused.code, refused.out, "-o class.xlsx" in refused.err)


def test_what_is_there_is_replaced_or_left_alone(program: Program, folder: Path) -> None:
    """A form takes the place of a file; where it can't be written, one line says so and nothing is left behind."""
    (folder / "form.xlsx").write_text("old", encoding="utf-8")
    assert (0, True) == (program("form", "-o", "form.xlsx").code, zipfile.is_zipfile("form.xlsx"))
    call = program("form", "-o", "nowhere/form.xlsx")
    assert (1, 1) == (call.code, len(call.err.splitlines()))
    assert [folder / "form.xlsx"] == list(folder.iterdir())


@pytest.mark.parametrize("kind", ["excel", "xlsform"])
def test_a_missing_extra_is_told(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """Without XlsxWriter, workbooks are refused with the command that installs it; other kinds need nothing."""
    monkeypatch.setattr("careerfit.extras.find_spec", lambda name: None if name == "xlsxwriter" else object())
    call = program("form", "-o", "form.xlsx", "--kind", kind)
    assert (2, [], True) == (call.code, list(folder.iterdir()), "extra" in call.err)
    assert program("form", "-o", "form.html").code == 0
