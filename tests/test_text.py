"""Text in both languages, and the one rule for characters that nobody is meant to read."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import string
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.cells import cell_len

import careerfit
from careerfit.text import TYPED, Text, clean, encodable, escape, find_hidden, is_hidden, is_unicode, number, typed


def test_places_are_filled_in_each_language_with_its_own_words() -> None:
    """A place that is filled with a text gets its words in the same language; anything else stands as it is."""
    pattern = Text("{role} cocok: {n} dari 10", "{role} fits: {n} of 10")
    role = Text("Manajer {x}", "Manager {x}")
    assert Text("Manajer {x} cocok: 8 dari 10", "Manager {x} fits: 8 of 10") == pattern.fill(role=role, n=8)
    assert "Manager {x} fits: 8 of 10" == pattern.say("en", role=role, n=8)
    assert "{role} fits: {n} of 10" == pattern.pick("en")


def test_hidden_characters_are_those_of_unicodes_unreadable_categories() -> None:
    """Control, format and surrogate characters, separators of lines and paragraphs, and what is no character."""
    hidden = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    wrong = [
        code
        for code in range(sys.maxunicode + 1)
        if is_hidden(chr(code)) != (unicodedata.category(chr(code)) in hidden or code & 0xFFFE == 0xFFFE)
    ]
    assert [] == wrong


@pytest.mark.parametrize(
    ("text", "cleaned", "escaped"),
    [
        ("satu [b]dua[/b] é", "satu [b]dua[/b] é", "satu [b]dua[/b] é"),
        ("a\x1b[31mb", "a[31mb", "a\\x1b[31mb"),
        ("a\u202eb\u200bc", "abc", "a\\u202eb\\u200bc"),
        ("a\nb\tc\u2028d\xa0e", "a b c d e", "a\\nb\\tc\\u2028d\\xa0e"),
        ("\ud800\ufffe\U0001fffe", "", "\\ud800\\ufffe\\U0001fffe"),
    ],
)
def test_hidden_characters_are_left_out_or_spelt_out(text: str, cleaned: str, escaped: str) -> None:
    """On a screen they vanish, breaks and blanks becoming a space; in a message they are spelt out."""
    assert cleaned == clean(text)
    assert cleaned == Text(text, "").clean("id")
    assert escaped == escape(text)


def test_a_long_text_is_cut_in_a_message() -> None:
    """What is longer than the limit ends in one sign that says so."""
    assert "aaaa…" == escape("a" * 9, most=5)
    assert "a" * 5 == escape("a" * 5, most=5)


def test_the_first_hidden_character_is_found() -> None:
    """Its place is told, those that may stand there not counted; −1 stands for none."""
    assert 3 == find_hidden("a\tb\x00c\x1b", besides="\t")
    assert 1 == find_hidden("a\tb")
    assert -1 == find_hidden("café [x]")


def test_every_drawn_sign_is_typed_as_wide_as_it_is() -> None:
    """What is typed for a sign is one character of ASCII, as the sign is one cell wide."""
    assert {1} == {cell_len(sign) for sign in TYPED}
    assert all(len(instead) == 1 and instead.isascii() for instead in TYPED.values())
    assert "^ 8 > v 2 - ==" == typed("▲ 8 → ▼ 2 − █▏")


@pytest.mark.parametrize(
    ("encoding", "expected"), [("utf-8", "▲ é…"), (None, "▲ é…"), ("cp1252", "^ é..."), ("nonsense", "^ é...")]
)
def test_signs_are_typed_where_the_encoding_lacks_them(encoding: str | None, expected: str) -> None:
    """An encoding that has all the signs gets them; any other, or one that nobody knows, gets typed ones."""
    assert expected == encodable("▲ é…", encoding)


@pytest.mark.parametrize(("encoding", "expected"), [("utf-8", True), ("UTF-16", True), (None, True), ("cp1252", False)])
def test_an_encoding_tells_whether_it_is_unicode(encoding: str | None, expected: bool) -> None:
    """Streams of which nothing is known are taken to be UTF-8, as the program writes."""
    assert expected == is_unicode(SimpleNamespace(encoding=encoding))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "digits", "indonesian", "english"),
    [
        (82.46, 1, "82,5", "82.5"),
        (1234567, 0, "1.234.567", "1,234,567"),
        (-1234.5, 1, "−1.234,5", "−1,234.5"),
        (-0.04, 1, "0,0", "0.0"),
        (10, 0, "10", "10"),
    ],
)
def test_numbers_have_each_languages_own_signs(value: float, digits: int, indonesian: str, english: str) -> None:
    """Indonesian has a decimal comma and points between thousands, English the reverse; a zero has no minus."""
    assert (indonesian, english) == (number(value, "id", digits), number(value, "en", digits))


@pytest.mark.parametrize(("value", "digits", "said"), [(2.0, 2, "2"), (4.5, 2, "4.5"), (10, 0, "10"), (-0.001, 2, "0")])
def test_numbers_can_be_trimmed(value: float, digits: int, said: str) -> None:
    """Zeros at the end of the decimals are left out where that is wanted, and no others."""
    assert said == number(value, "en", digits, trimmed=True)


def texts_in(value: object, name: str) -> Iterator[tuple[str, Text]]:
    """Every text within a value, with a name for it."""
    if isinstance(value, Text):
        yield name, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from texts_in(one, f"{name}[{key}]")
    elif isinstance(value, Sequence | AbstractSet) and not isinstance(value, str | bytes):
        for n, one in enumerate(value):
            yield from texts_in(one, f"{name}[{n}]")
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name), f"{name}.{field.name}")


def every_text() -> Iterator[tuple[str, Text]]:
    """Every text that stands in a module of the package, wherever it is first defined."""
    for module in pkgutil.walk_packages(careerfit.__path__, "careerfit."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                yield from texts_in(value, f"{module.name}.{name}")


EVERY_TEXT = {text: name for name, text in every_text()}


def places(pattern: str) -> list[str]:
    """The named places of a text, in alphabetical order."""
    return sorted({name for _, name, _, _ in string.Formatter().parse(pattern) if name is not None})


def test_what_is_counted_is_said_of_one_or_of_several() -> None:
    """In English what is counted ends as it should: one answer, two answers; in Indonesian it never changes."""
    text = Text("{count} jawaban", "{count} answer{count_s}")
    assert ["0 answers", "1 answer", "2 answers"] == [text.say("en", count=n) for n in range(3)]
    assert ["1 jawaban", "2 jawaban"] == [text.fill(count=n).id for n in (1, 2)]


@pytest.mark.parametrize("text", EVERY_TEXT, ids=EVERY_TEXT.values())
def test_both_languages_have_the_same_places(text: Text) -> None:
    """A text has the same places to fill in both languages, both say something, and neither ends in a blank.

    A blank before it is the same in both: it is appended to other texts.
    """
    named = [place for place in places(text.en) if not place.endswith("_s")]
    assert places(text.id) == named
    assert (text.id.rstrip(), text.en.rstrip()) == text
    assert text.id.startswith(" ") == text.en.startswith(" ")
    assert bool(text.id) == bool(text.en)


def test_texts_are_found_in_every_part() -> None:
    """Texts of all parts of the package that speak to people are looked at."""
    parts = {name.split(".")[1] for name in EVERY_TEXT.values()}
    assert parts > {"cli", "cohort", "core", "history", "interview", "pack", "report"}


def constants(tree: ast.Module) -> set[str]:
    """The names of the texts that a module defines, single or in a mapping or tuple."""
    return {
        target.id
        for node in tree.body
        for target in (node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)])
        if isinstance(target, ast.Name) and any(getattr(one, "id", "") == "Text" for one in ast.walk(node))
    }


def test_every_text_is_said_somewhere() -> None:
    """No text that a module defines is left over: its name is read somewhere in the package."""
    paths = Path(careerfit.__path__[0]).rglob("*.py")
    trees = {path: ast.parse(path.read_text("utf-8")) for path in paths}
    nodes = [node for tree in trees.values() for node in ast.walk(tree)]
    read = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    read |= {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    assert [] == [f"{path.name}: {name}" for path, tree in trees.items() for name in constants(tree) - read]
