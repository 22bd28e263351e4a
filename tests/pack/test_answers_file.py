"""An answers file → its keys and values, or everything that is wrong with it."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from careerfit.core.answers import Layer
from careerfit.errors import DataError
from careerfit.pack.answers_file import read_answers

SYNTAX = "the YAML is broken here; check quotes, colons, indentation and tabs (use spaces)."
FLAT = "give one value only: a number from 1 to 5, or null."
PAIRS = "it must hold pairs of key and value; for an example: careerfit questions --template"


def read(content: bytes | str, name: str = "-") -> Layer:
    """The answers in what standard input holds, or in a file of that name."""
    content = content.encode() if isinstance(content, str) else content
    if name == "-":
        return read_answers(name, io.BytesIO(content))
    Path(name).write_bytes(content)
    return read_answers(name)


def refusal(content: bytes | str, name: str = "-") -> list[str]:
    """What is told of answers that can't be read, a line each."""
    with pytest.raises(DataError) as caught:
        read(content, name)
    return [problem.line("en") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 4\nb: 4.0\nc: null\n", (("a", 4), ("b", 4.0), ("c", None))),
        ("# a comment\n---\na: 4\nb: ~\nc:\n", (("a", 4), ("b", None), ("c", None))),
        ("{a: 4, b: }", (("a", 4), ("b", None))),
        ("\ufeffa: 4\r\nb: 5\r\n", (("a", 4), ("b", 5))),
        ("a: \"4\"\nb: '5.0'\n", (("a", 4), ("b", 5.0))),
        ("a: yes\nb: .nan\nc: 2024-01-31\nd: ٤\n", (("a", "yes"), ("b", ".nan"), ("c", "2024-01-31"), ("d", "٤"))),
        ("b: 1\na: 2\nb: 3\n", (("b", 1), ("a", 2), ("b", 3))),
        ("{}", ()),
    ],
)
def test_yaml_is_pairs_with_their_lines(text: str, expected: tuple[tuple[str, object], ...]) -> None:
    """Numbers are numbers, quoted or not, what is no answer stays text, and a key given twice is there twice."""
    assert expected == read(text).pairs


def test_each_pair_knows_its_line() -> None:
    """In YAML, a pair stands on the line of its key."""
    assert Layer("stdin", (("a", 1), ("b", 2), ("a", 3)), (2, 4, 5)) == read("# one\na: 1\n\nb: 2\na: 3\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 4, "b": 4.0, "c": null}', Layer("stdin", (("a", 4), ("b", 4.0), ("c", None)), (1, 1, 1))),
        ('{"a": "4", "b": "empat", "c": true}', Layer("stdin", (("a", 4), ("b", "empat"), ("c", True)), (1, 1, 1))),
        ('\ufeff{"a": 4,\n\t"a": 5}', Layer("stdin", (("a", 4), ("a", 5)), (1, 2))),
        ('\n{\n"a\\"}": {"b":\n {}},\n\n"c": [\n"{"] , "d"\n: 1\n}', (3, 6, 7)),
        ("{}", Layer("stdin", ())),
    ],
)
def test_json_is_pairs_with_their_lines(text: str, expected: Layer | tuple[int, ...]) -> None:
    """JSON says the same as YAML, tabs and all; a pair stands on the line of its key, whatever its value holds."""
    found = read(text)
    assert expected == (found if isinstance(expected, Layer) else found.lines)


@pytest.mark.parametrize(
    ("name", "text", "lines"),
    [("a.json", '{"a": 4}', (1,)), ("a.yaml", '{"a": 4}', (1,)), ("a.YML", '{"a": 4}', (1,)), ("a", '{"a": 4}', (1,))],
)
def test_the_suffix_says_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, lines: tuple[int, ...]
) -> None:
    """A file is taken for what its name says; one whose name says nothing, for JSON where it reads as JSON."""
    monkeypatch.chdir(tmp_path)

    assert Layer(name, (("a", 4),), lines) == read(text, name)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.json", b'{\n "a": 4,\n "b" 4}', ["a.json:3: broken JSON in column 6."]),
        ("a.json", b"[1, 2]", [f"a.json:1: {PAIRS}"]),
        ("a.json", b"[" * 100_000, ["a.json: this is nested more than 20 levels deep."]),
        ("a.json", b" \n", ["a.json: this file is empty."]),
        ("a.json", b'{\n"caf\xe9": 3}', ["a.json:2: this file is not UTF-8 text; save it as UTF-8."]),
        ("a.json", b'{"a": ' + b"9" * 5000 + b"}", [f"a.json: {FLAT}"]),
        ("a.json", b"{" + b'"a":1,' * 5000 + b'"a":1}', ["a.json: it holds more than 5000 keys."]),
        ("-", b'{"a": 4, "b"}', ["stdin:1: broken JSON in column 13."]),
        ("-", b"{a: '4}", [f"stdin:1: {SYNTAX}"]),
        ("-", b"", ["stdin: this file is empty."]),
        ("a.yaml", b"# nothing\n", ["a.yaml: this file is empty."]),
        ("a.yaml", b"caf\xe9: 3", ["a.yaml:1: this file is not UTF-8 text; save it as UTF-8."]),
        ("a.yaml", b"a: 4\nb: [\n", [f"a.yaml:2: {SYNTAX}"]),
        ("a.yaml", b"a: 4\n\tb: 4\n", ["a.yaml:2: a tab stands at the beginning of this line; YAML knows spaces "
        "alone, so put spaces in its place."]),
        ("a.yaml", b"a:\t4\n", [f"a.yaml:1: {SYNTAX}"]),
        ("a.yaml", b"hello", [f"a.yaml:1: {PAIRS}"]),
        ("a.yaml", b"[" * 1100, ["a.yaml:1: [0][0][0]: this is nested more than 20 levels deep."]),
        ("a.yaml", b"a:\n  b: 4\nc: [1]\n", [f"a.yaml:1: a: {FLAT}", f"a.yaml:3: c: {FLAT}"]),
        ("a.yaml", b"a: !!int 4\n", ["a.yaml:1: a: remove the tag '!!int'; use plain YAML only."]),
        ("a.yaml", b"# one\n%TAG ! x\n---\na: 1", ["a.yaml:2: remove the tag '%TAG'; use plain YAML only."]),
        ("a.yaml", b"a: 4\n---\nb: 4\n", ["a.yaml:2: one file holds one document; remove this '---'."]),
        ("a.yaml", b"yes: 4\n", ["a.yaml:1: YAML reads the key 'yes' as a yes/no value; put it in quotes."]),
        ("a.yaml", b"{" + b"a," * 5001 + b"}", ["a.yaml: it holds more than 5000 keys."]),
        ("a.yaml", b"#" * ((1 << 20) + 1), ["a.yaml: this file is larger than 1024 KiB."]),
        ("a.yaml", "a\u202eb: 4".encode(), [
            "a.yaml:1: there is a hidden character U+202E; remove it, and keep each text on one line."
        ]),
    ],
)  # fmt: skip
def test_what_is_refused_and_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes, expected: list[str]
) -> None:
    """Everything that keeps a file from being read is told with the file and, where there is one, the line."""
    monkeypatch.chdir(tmp_path)

    assert expected == refusal(content, name)


def test_files_that_are_none(tmp_path: Path) -> None:
    """A file that is not there, that is a folder, or that has an impossible name is told with its name."""
    told = []
    for name in (tmp_path / "none.json", tmp_path, "a\x00b"):
        with pytest.raises(DataError) as caught:
            read_answers(name)
        told += [problem.line("en") for problem in caught.value.problems]

    assert [
        f"{tmp_path}/none.json: there is no such file.",
        f"{tmp_path}: can't be read: Is a directory.",
        r"a\x00b: there is no such file.",
    ] == told


def test_without_standard_input_there_are_no_answers() -> None:
    """A program that was started with its standard input closed has an empty one."""
    with pytest.raises(DataError, match="empty"):
        read_answers("-")


def test_json_takes_no_yaml(installed: Path, tmp_path: Path) -> None:
    """Answers in JSON are read, and the shipped pack is loaded, without so much as importing PyYAML."""
    (tmp_path / "a.json").write_text('{"analisis": 4}', encoding="utf-8")
    code = (
        "import sys, careerfit; pack = careerfit.load_pack();"
        f"print(len(careerfit.read_answers(pack, {str(tmp_path / 'a.json')!r}).responses), 'yaml' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        env={"PYTHONPATH": str(installed)},
        capture_output=True,
        check=True,
        text=True,
    )

    assert "2 False\n" == done.stdout
