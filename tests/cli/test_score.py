"""``careerfit score``: which answers count, and what comes of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careerfit.core.answer_code import encode
from careerfit.core.model import Answers, Pack

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


BROKEN_YAML = "broken YAML; write 'key: value' on each line, with spaces, not tabs."
BAD_FILES = [
    ("broken.json", b'{\n "analisis-1": 4,\n "analisis-2" 4}', "{file}:3: broken JSON in column 15."),
    (
        "list.json",
        b"[1, 2]",
        "{file}:1: it must hold pairs of key and value; for an example: careerfit questions --template.",
    ),
    ("deep.json", b"[" * 100_000, "{file}: it is nested too deep."),
    ("empty.json", b"", "{file}: this file is empty."),
    ("latin.json", b'{\n"caf\xe9": 3}', "{file}:2: this is not UTF-8 text; save it as UTF-8."),
    (
        "digits.json",
        b'{"analisis-1": ' + b"9" * 5000 + b"}",
        "{file}: give one value only: a number from 1 to 5, or null.",
    ),
    ("broken.yaml", b"analisis-1: 4\nanalisis-2: [\n", "{file}:2: give one value only: a number from 1 to 5, or null."),
    ("tab.yaml", b"analisis-1: 4\n\tanalisis-2: 4\n", "{file}:2: " + BROKEN_YAML),
    ("spaced.yaml", b"analisis-1:\t4\n", "{file}:1: " + BROKEN_YAML),
    ("open.yaml", b"{", "{file}:1: " + BROKEN_YAML),
    (
        "deep.yaml",
        b"[" * 1100,
        "{file}:1: it must hold pairs of key and value; for an example: careerfit questions --template.",
    ),
    ("nested.yaml", b"answers:\n  analisis-1: 4\n", "{file}:2: give one value only: a number from 1 to 5, or null."),
    (
        "anchor.yaml",
        b"analisis-1: &a 4\nanalisis-2: *a\n",
        "{file}:1: use plain YAML only: no tags, anchors or aliases.",
    ),
    ("tag.yaml", b"analisis-1: !!int 4\n", "{file}:1: use plain YAML only: no tags, anchors or aliases."),
    ("two.yaml", b"analisis-1: 4\n---\nanalisis-2: 4\n", "{file}:2: one file holds one document; remove this '---'."),
    ("comment.yaml", b"# nothing\n", "{file}: this file is empty."),
    (
        "text.yaml",
        b"hello",
        "{file}:1: it must hold pairs of key and value; for an example: careerfit questions --template.",
    ),
    ("tags.yaml", b"# one\n%TAG ! x\n---\na: 1", "{file}:2: use plain YAML only: no tags, anchors or aliases."),
    ("many.yaml", b"{" + b"a," * 5001 + b"}", "{file}: it holds more than 5000 keys."),
    ("many.json", b"{" + b'"a":1,' * 5000 + b'"a":1}', "{file}: it holds more than 5000 keys."),
    ("large.yaml", b"#" * ((1 << 20) + 1), "{file}: it is larger than 1 MiB."),
]


def test_a_value_nested_deep_is_a_bad_value(program: Program) -> None:
    """JSON nested as deep as it can be read is told like any other value that is no answer."""
    call = program("score", "-", "--lang", "en", stdin='{"analisis":' * 700 + "1" + "}" * 700)
    assert 2 == call.code
    assert call.err.startswith("Some answers can't be used: stdin: 'analisis': the value ")


def test_digits_of_another_script_are_no_number(program: Program) -> None:
    """A file's value is a number where YAML and a flag take it for one: in ASCII digits."""
    call = program("score", "-", "--lang", "en", stdin="analisis: ٤\n")
    assert 2 == call.code
    assert "the value '٤' can't be used" in call.err


@pytest.mark.parametrize(("name", "content", "expected"), BAD_FILES, ids=[name for name, _, _ in BAD_FILES])
def test_row_14_broken_files(program: Program, tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    """A file that can't be read exits with 1 and one line: file, line where there is one, and what is wrong."""
    file = tmp_path / name
    file.write_bytes(content)
    call = program("score", str(file))
    assert (1, "", expected.format(file=file) + "\n") == (call.code, call.out, call.err)


def test_row_14_missing_and_unreadable_files(program: Program, tmp_path: Path) -> None:
    """A file that is not there, or that is a folder, exits with 1 and one line."""
    missing = program("score", str(tmp_path / "none.json"))
    assert (1, "", f"{tmp_path}/none.json: there is no such file.\n") == (missing.code, missing.out, missing.err)
    folder = program("score", str(tmp_path))
    assert (1, "", f"{tmp_path}: can't be read (Is a directory).\n") == (folder.code, folder.out, folder.err)


BAD_VALUES = [
    (
        '{"analisis-1": true}',
        "'analisis-1': the value True can't be used; give a whole number from 1 to 5, or null for no answer.",
    ),
    (
        '{"analisis-1": "4"}',
        "'analisis-1': the value '4' can't be used; give a whole number from 1 to 5, or null for no answer.",
    ),
    (
        '{"analisis-1": NaN}',
        "'analisis-1': the value nan can't be used; give a whole number from 1 to 5, or null for no answer.",
    ),
    ('{"analisis-1": 4, "analisis-1": 4}', "'analisis-1' is given twice; give it once."),
    (
        "analisis-1: yes",
        "'analisis-1': the value 'yes' can't be used; give a whole number from 1 to 5, or null for no answer.",
    ),
    (
        "analisis-1: '4'",
        "'analisis-1': the value '4' can't be used; give a whole number from 1 to 5, or null for no answer.",
    ),
    ("analisis-1: 4\nanalisis-1: 4", "'analisis-1' is given twice; give it once."),
    (
        "analisis-1: 2.5",
        "'analisis-1': the value 2.5 can't be used; give a whole number from 1 to 5, or null for no answer.",
    ),
    (
        "analisis-1: 6",
        "'analisis-1': the value 6.0 can't be used; give a whole number from 1 to 5, or null for no answer.",
    ),
    (
        "analisis: .nan",
        "'analisis': the value '.nan' can't be used; give a whole number from 1 to 5, or null for no answer.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BAD_VALUES, ids=[text for text, _ in BAD_VALUES])
def test_bad_values_in_well_formed_files(program: Program, text: str, expected: str) -> None:
    """A bad value, or a key given twice, in a file that can be read is a wrong call: exit 2, naming the key."""
    call = program("score", "-", stdin=text)
    assert (2, "", f"Some answers can't be used: stdin: {expected}\n") == (call.code, call.out, call.err)


def test_a_mistyped_code_is_refused(program: Program) -> None:
    """A code that is mistyped is a wrong call."""
    call = program("score", "--code", "CF1-NONSENSE")
    assert (2, "") == (call.code, call.out)
    assert "code" in call.err


def test_the_table_names_options_that_mean_the_same(program: Program) -> None:
    """The commands that a result suggests repeat ``--lang`` where the call gave it."""
    assert "--lang en" in program("score", "--answer", "kepemimpinan=5", "--lang", "en", env={}).out
    assert "--lang" not in program("score", "--answer", "kepemimpinan=5", env={}).out
