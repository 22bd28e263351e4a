"""Wrong calls: exit 2, on standard error alone, saying what to do instead, in the language of the call."""

from __future__ import annotations

import pytest

from .conftest import Program

WRONG = [
    (
        ["score", "--nope"],
        "Tidak ada opsi '--nope'. Maksud kamu '--code'? Bantuan: careerfit score --help",
        "There is no option '--nope'. Did you mean '--code'? Help: careerfit score --help",
    ),
    (
        ["scroe"],
        "Tidak ada perintah 'scroe'. Maksud kamu 'score'? Bantuan: careerfit --help",
        "There is no command 'scroe'. Did you mean 'score'? Help: careerfit --help",
    ),
    (
        ["history", "lst"],
        "Tidak ada perintah 'lst'. Maksud kamu 'list'? Bantuan: careerfit history --help",
        "There is no command 'lst'. Did you mean 'list'? Help: careerfit history --help",
    ),
    (
        ["profile"],
        "ROLE belum diisi; perintah roles menampilkan daftarnya. Bantuan: careerfit profile --help",
        "ROLE is missing; the command roles lists them. Help: careerfit profile --help",
    ),
    (
        ["cohort", "people.csv"],
        "Sebutkan ke mana hasilnya: -o hasil.xlsx, atau --reports laporan.",
        "Say where the results go: -o results.xlsx, or --reports reports.",
    ),
    (
        ["score", "--answer"],
        "Opsi '--answer' butuh nilai. Bantuan: careerfit score --help",
        "The option '--answer' needs a value. Help: careerfit score --help",
    ),
    (
        ["score", "--verbose=yes"],
        "Opsi '--verbose' tidak memakai nilai. Bantuan: careerfit score --help",
        "The option '--verbose' takes no value. Help: careerfit score --help",
    ),
    (
        ["score", "one.json", "two.json", "three.json"],
        "Argumen ini berlebih: two.json three.json. Nama yang berisi spasi perlu tanda kutip. "
        "Bantuan: careerfit score --help",
        "Too many arguments: two.json three.json. A name with blanks in it needs quotes. Help: careerfit score --help",
    ),
    (
        ["roles", "--format", "xml"],
        "--format: 'xml' tidak dikenal; pilih dari 'table', 'json', 'markdown', 'csv'. Bantuan: careerfit roles --help",
        "--format: 'xml' is unknown; choose from 'table', 'json', 'markdown', 'csv'. Help: careerfit roles --help",
    ),
    (
        ["history", "show", "first"],
        "N: 'first' bukan angka bulat, seperti 3. Bantuan: careerfit history show --help",
        "N: 'first' is not a whole number, such as 3. Help: careerfit history show --help",
    ),
    (
        ["simulate", "--people", "3"],
        "--people: 3 di luar batas; pilih dari 10 sampai 1000000. Bantuan: careerfit simulate --help",
        "--people: 3 is out of range; choose from 10 to 1000000. Help: careerfit simulate --help",
    ),
    (
        ["--color", "pink", "roles"],
        "--color: 'pink' tidak dikenal; pilih dari 'auto', 'always', 'never'. Bantuan: careerfit --help",
        "--color: 'pink' is unknown; choose from 'auto', 'always', 'never'. Help: careerfit --help",
    ),
    (
        ["profile", "manajr"],
        "Tidak ada peran 'manajr'. Maksud kamu 'manajer-departemen-sosial'?",
        "There is no role 'manajr'. Did you mean 'manajer-departemen-sosial'?",
    ),
    (
        ["profile", "manajer", "--section", "coco"],
        "Bagian yang ada: duties, cocok, tidak_cocok, expectations, differences. "
        "--section: 'coco' tidak dikenal. Maksud kamu 'cocok'?",
        "The sections are: duties, cocok, tidak_cocok, expectations, differences. "
        "--section: 'coco' is unknown. Did you mean 'cocok'?",
    ),
    (
        ["score", "--answer", "kepemimpinn=4"],
        "Ada jawaban yang tidak bisa dipakai: --answer: 'kepemimpinn' tidak dikenal. "
        "Maksud kamu 'kepemimpinan'? Daftarnya: careerfit questions --facets",
        "Some answers can't be used: --answer: 'kepemimpinn' is unknown. "
        "Did you mean 'kepemimpinan'? For a list: careerfit questions --facets",
    ),
    (
        ["score"],
        "Belum ada jawaban untuk dihitung. Beri FILE, --answer KUNCI=NILAI, atau --code.\n"
        "  File untuk diisi: careerfit questions --template\n"
        "  Hasil kuis yang tersimpan: careerfit history show",
        "There are no answers to work out. Give a FILE, --answer KEY=VALUE or --code.\n"
        "  For a file to fill in: careerfit questions --template\n"
        "  The saved result of a quiz: careerfit history show",
    ),
    (
        ["quiz", "--resume", "--fresh"],
        "Perintah ini perlu terminal. Tanpa terminal, score menghitung hasil dari file jawaban; file untuk diisi: "
        "careerfit questions --template",
        "This command needs a terminal. Without one, score works out a file of answers; for a file to fill in: "
        "careerfit questions --template",
    ),
]


@pytest.mark.parametrize(
    ("args", "indonesian", "english"), WRONG, ids=lambda value: value if isinstance(value, str) else None
)
def test_wrong_usage(program: Program, args: list[str], indonesian: str, english: str) -> None:
    """A wrong call exits with 2, prints nothing on standard output, and one line in the active language elsewhere."""
    for lang, expected in (("id", indonesian), ("en", english)):
        call = program(*args, env={"CAREERFIT_LANG": lang})
        assert (2, "", f"{expected}\n") == (call.code, call.out, call.err)


def test_all_problems_are_told_at_once(program: Program) -> None:
    """Every bad answer of a call is named in one go, whatever is wrong with it."""
    call = program("score", "--answer", "empati=9", "--answer", "x", "--answer", "analisis=3", "--answer", "analisis=4")
    expected = """Some answers can't be used:
  --answer: 'empati': the value 9 can't be used; give a whole number from 1 to 5, or null for no answer.
  --answer: 'analisis' is given twice; give it once.
  --answer: 'x' is not KEY=VALUE; for example key=4.
"""
    assert (2, "", expected) == (call.code, call.out, call.err)


def test_language_is_settled_before_anything_is_said(program: Program) -> None:
    """``--lang`` counts wherever it stands, beats CAREERFIT_LANG, and Indonesian is what is left."""
    assert program("--lang", "en", "nope", env={}).err.startswith("There is no command")
    assert program("score", "--nope", "--lang=en", env={"CAREERFIT_LANG": "id"}).err.startswith("There is no option")
    assert program("nope", env={"CAREERFIT_LANG": "en"}).err.startswith("There is no command")
    assert program("nope", env={"CAREERFIT_LANG": ""}).err.startswith("Tidak ada perintah")
    assert program("nope", env={}).err.startswith("Tidak ada perintah")


def test_a_language_that_there_is_not_is_refused(program: Program) -> None:
    """A bad ``--lang`` or CAREERFIT_LANG is a wrong call that says so."""
    flag = program("roles", "--lang", "fr", env={})
    assert (2, "") == (flag.code, flag.out)
    assert flag.err == "--lang: 'fr' tidak dikenal; pilih dari 'id', 'en'. Bantuan: careerfit roles --help\n"
    variable = program("roles", env={"CAREERFIT_LANG": "fr"})
    assert (2, "", "CAREERFIT_LANG=fr tidak bisa dipakai; isi dengan id atau en.\n") == (
        variable.code,
        variable.out,
        variable.err,
    )


@pytest.mark.parametrize("args", [["quiz"], ["quiz", "--plain"], ["quiz", "--mode", "full"], ["reality", "manajer"]])
@pytest.mark.parametrize("stdin", ["", "\n" * 1000, "1\n" * 1000])
def test_no_terminal(program: Program, args: list[str], stdin: str) -> None:
    """Without a terminal nothing is asked and nothing that is piped in counts as an answer: exit 2 at once."""
    call = program(*args, stdin=stdin)
    assert (2, "") == (call.code, call.out)
    assert call.err.startswith("This command needs a terminal.")


def test_quiz_without_terminal_names_what_to_use(program: Program) -> None:
    """The refusal of the quiz names ``score`` and ``--template``."""
    assert " score " in program("quiz").err
    assert "careerfit questions --template" in program("quiz").err
