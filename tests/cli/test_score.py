"""``careerfit score``: which answers count, and what comes of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from careerfit.core.answer_code import encode
from careerfit.core.model import Answers, Pack
from careerfit.report.words.numbers import day

from .conftest import Program


def scored(program: Program, *args: str, stdin: str = "") -> dict[str, object]:
    call = program("score", "--format", "json", *args, stdin=stdin)
    assert (0, "") == (call.code, call.err)
    return json.loads(call.out)


def answered(program: Program, *args: str, stdin: str = "") -> dict[str, int]:
    """The items that are answered in the result of a call."""
    answers = scored(program, *args, stdin=stdin)["answers"]
    assert isinstance(answers, dict)
    return {key: value for key, value in answers.items() if value is not None}


@pytest.mark.parametrize(
    ("file", "many"), [("a.csv", True), ("a.JSONL.gz", True), ("a.ods", True), ("a.yaml.gz", False), ("a.gz", False)]
)
def test_tables_are_what_cohort_reads(program: Program, file: str, many: bool) -> None:
    """A file is told to hold many people by just those endings that ``cohort`` reads."""
    call = program("score", file)
    assert many == (call.code == 2 and f"careerfit cohort {file}" in call.err)


def test_a_facet_sets_all_its_items(program: Program) -> None:
    """A facet at 5 answers its positive items with 5 and its reversed ones with 1."""
    assert {"kepemimpinan-1": 5, "kepemimpinan-2": 1} == answered(program, "--answer", "kepemimpinan=5")


def test_an_item_beats_its_facet(program: Program) -> None:
    """In one place an item's own answer counts, whichever of the two stands first."""
    expected = {"kepemimpinan-1": 2, "kepemimpinan-2": 1}
    assert expected == answered(program, "--answer", "kepemimpinan-1=2", "--answer", "kepemimpinan=5")
    assert expected == answered(program, "--answer", "kepemimpinan=5", "--answer", "kepemimpinan-1=2")


def test_flags_beat_the_code_and_the_code_beats_the_file(program: Program, pack: Pack, tmp_path: Path) -> None:
    """Answers from several places: the file's are beaten by the code's, those by the flags'."""
    file = tmp_path / "answers.yaml"
    file.write_text("analisis-1: 1\nanalisis-2: 1\nkepemimpinan-1: 1\n", encoding="utf-8")
    code = encode(pack, Answers({"analisis-1": 2, "analisis-2": 2}))
    expected = {"analisis-1": 3, "analisis-2": 2, "kepemimpinan-1": 1}
    assert expected == answered(program, str(file), "--code", code, "--answer", "analisis-1=3")


def test_a_flag_can_take_an_answer_back(program: Program, tmp_path: Path) -> None:
    """``KEY=null`` in a flag leaves unanswered what the file answers."""
    file = tmp_path / "answers.json"
    file.write_text('{"analisis-1": 4, "analisis-2": 4.0}', encoding="utf-8")
    assert {"analisis-2": 4} == answered(program, str(file), "--answer", "analisis-1=null")


@pytest.mark.parametrize(
    "text",
    [
        '{"analisis-1": 4, "analisis-2": 4.0, "empati-1": null}',
        "analisis-1: 4\nanalisis-2: 4.0\nempati-1: null\n",
        "# a comment\n---\nanalisis-1: 4\nanalisis-2: 4.0\nempati-1: ~\n",
        "{analisis-1: 4, analisis-2: 4.0, empati-1: }",
        "\ufeffanalisis-1: 4\r\nanalisis-2: 4.0\r\n",
        "analisis-1: '4'\nanalisis-2: \"4\"\n",
    ],
)
def test_standard_input_may_be_json_or_yaml(program: Program, text: str) -> None:
    """``-`` takes either, with whole numbers written as 4 or 4.0 and null for no answer."""
    assert {"analisis-1": 4, "analisis-2": 4} == answered(program, "-", stdin=text)


def test_nothing_answered_in_a_file_is_a_result_too(program: Program) -> None:
    """A well-formed file without answers gives the verdict ``unclear``."""
    verdict = scored(program, "-", stdin="{}")["verdict"]
    assert {"kind": "unclear", "roles": [], "probability": None} == verdict


def test_the_code_of_a_result_gives_the_same_document(program: Program) -> None:
    """A code replays to the byte-identical document."""
    first = program("score", "--format", "json", "--answer", "kepemimpinan=5", "--answer", "analisis=2")
    code = json.loads(first.out)["code"]
    assert first.out == program("score", "--format", "json", "--code", code).out


def test_texts_come_in_both_languages_unless_the_call_names_one(program: Program) -> None:
    """Names are mappings of both languages, also where the environment names one; ``--lang`` picks one."""
    both = scored(program, "--answer", "analisis=4")["ranking"]
    assert {"id", "en"} == set(both[0]["name"])
    one = scored(program, "--answer", "analisis=4", "--lang", "id")["ranking"]
    assert isinstance(one[0]["name"], str)


def test_broken_files(program: Program, tmp_path: Path) -> None:
    """A file that can't be read exits with 1 and tells all that is wrong: file, line where there is one, and what."""
    file = tmp_path / "answers.yaml"
    file.write_text("analisis-1: &a 4\nanalisis-2: *a\n", encoding="utf-8")
    broken = program("score", str(file))
    assert (1, "") == (broken.code, broken.out)
    assert [
        "These answers can't be read:",
        f"  {file}:1: analisis-1: remove the anchor '&a'; write the content out in each place.",
        f"  {file}:2: analisis-2: remove the alias '*a'; write the content out here.",
    ] == broken.err.splitlines()
    missing = program("score", str(tmp_path / "none.json"))
    expected = f"These answers can't be read: {tmp_path}/none.json: there is no such file.\n"
    assert (1, "", expected) == (missing.code, missing.out, missing.err)


def test_bad_values_in_well_formed_files(program: Program) -> None:
    """A bad value, an unknown key or one given twice in a file that can be read is a wrong call: exit 2, by line."""
    call = program("score", "-", stdin="analisis-1: 6\nanalisi: 4\nanalisis-2: 4\nanalisis-2: 4\n")
    assert (2, "") == (call.code, call.out)
    assert [
        "Some answers can't be used:",
        "  stdin:1: 'analisis-1': the value 6 can't be used; give a whole number from 1 to 5, or null for no answer.",
        "  stdin:2: 'analisi' is unknown. Did you mean 'analisis'? For a list: careerfit questions --facets",
        "  stdin:4: 'analisis-2' is given twice; give it once.",
    ] == call.err.splitlines()


def test_a_value_nested_deep_is_a_bad_value(program: Program) -> None:
    """JSON nested as deep as it can be read is told like any other value that is no answer."""
    call = program("score", "-", "--lang", "en", stdin='{"analisis":' * 700 + "1" + "}" * 700)
    assert 2 == call.code
    assert call.err.startswith("Some answers can't be used: stdin:1: 'analisis': the value ")


def test_a_mistyped_code_is_refused(program: Program) -> None:
    """A code that is mistyped is a wrong call."""
    call = program("score", "--code", "CF1-NONSENSE")
    assert (2, "") == (call.code, call.out)
    assert "code" in call.err


def test_the_table_names_options_that_mean_the_same(program: Program) -> None:
    """The commands that a result suggests repeat ``--lang`` where the call gave it."""
    assert "--lang en" in program("score", "--verbose", "--answer", "kepemimpinan=5", "--lang", "en", env={}).out
    assert "--lang" not in program("score", "--answer", "kepemimpinan=5", env={}).out


def test_a_report_says_whose_it_is_and_when_it_was_made(program: Program) -> None:
    """The name that a call gives stands in the report, beside today's date; nothing that needs it goes without."""
    call = program("score", "--answer", "kepemimpinan=5", "--name", "Siti <b>", "--format", "html")
    today = {day(datetime.now(UTC), "en"), day(datetime.now(UTC), "id")}
    assert 0 == call.code
    assert 2 == call.out.count('<p class="about">Siti &lt;b&gt; · ')
    assert [] == [one for one in today if one not in call.out]


def test_a_part_of_a_key_is_enough_for_a_suggestion(program: Program) -> None:
    """A word that is one part of a facet's key suggests that facet, and where the keys are listed."""
    call = program("score", "--answer", "anggaran=5", "--lang", "id")
    said = "--answer: 'anggaran' tidak dikenal. Maksud kamu 'pengelolaan-anggaran'? "
    assert (2, True) == (call.code, call.err.endswith(f"{said}Daftarnya: careerfit questions --facets\n"))


@pytest.mark.parametrize(("text", "told"), [('empati-1: "6"', "6"), ("empati-1: 6.0", "6"), ("empati-1: 4.5", "4.5")])
def test_a_number_is_told_as_it_is_said(program: Program, text: str, told: str) -> None:
    """A whole number off the scale is told without decimals, quoted or not."""
    assert f"'empati-1': the value {told} can't be used" in program("score", "-", stdin=text).err


def test_quoted_numbers_are_taken(program: Program) -> None:
    """A number that somebody quoted is that number, in YAML and in JSON."""
    for text in ('empati-1: "4"\n', '{"empati-1": "4"}'):
        assert {"empati-1": 4} == answered(program, "-", stdin=text)


@pytest.mark.parametrize("form", ["json", "csv", "markdown", "table"])
def test_facets_are_listed_with_their_keys(program: Program, pack: Pack, form: str) -> None:
    """Every facet's key and name stand in each form of the list."""
    call = program("questions", "--facets", "--format", form)
    missing = [one.key for one in pack.facets if one.key not in call.out or one.name.en not in call.out]
    assert (0, []) == (call.code, missing)


def test_a_list_or_a_template(program: Program) -> None:
    """A template of facets is refused."""
    assert 2 == program("questions", "--facets", "--template").code
