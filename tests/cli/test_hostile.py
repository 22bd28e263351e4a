"""Row 13: nothing that the program did not write itself can steer a terminal, from whatever flag it comes."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from .conftest import Program

HOSTILE = [
    "[/x]",
    "[bold red]x",
    "[link=https://example.org]x[/link]",
    "\x1b[31mred",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.org\x1b\\link",
    "\x1bP1;2|x\x1b\\",
    "\x9b31mred",
    "\x9d0;title\x9c",
    "\x85next",
    "a\rb",
    "a\bb",
    "a\x07b",
    "a\x7fb",
    "a\nb",
    "\u202egpj.exe",
    "\u2066x\u2069",
    "\u061cx",
    "a\u200bb",
    "a\u200db",
    "\ufeffx",
    "\u2028x",
    "\u2029x",
    "\udc9bx",
    "\udce9x",
    "%s %d {0} {x} {",
    "$(touch x) `touch x`",
    '=HYPERLINK("x")',
    "'; DROP TABLE x; --",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "x" * 10_000,
]
PLACES = [
    ["{}"],
    ["profile", "{}"],
    ["profile", "manajer", "--section", "{}"],
    ["compare", "{}", "manajer"],
    ["reality", "{}"],
    ["score", "{}"],
    ["score", "--answer", "{}"],
    ["score", "--answer", "{}=3"],
    ["score", "--answer", "analisis={}"],
    ["score", "--code", "{}"],
    ["score", "--format", "{}"],
    ["score", "--{}"],
    ["roles", "--pack", "{}"],
    ["roles", "--lang", "{}"],
    ["roles", "--color", "{}"],
    ["roles", "{}"],
    ["check", "{}"],
    ["history", "{}"],
    ["history", "show", "{}"],
    ["simulate", "--people", "{}"],
]


def harmless(text: str) -> bool:
    """No control, format or surrogate character but the ends of lines."""
    return all(char == "\n" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for char in text)


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_row_13_flags(program: Program, place: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No hostile argument comes out as it went in, makes a traceback, or is taken for more than a wrong call."""
    monkeypatch.chdir(tmp_path)
    for hostile in HOSTILE:
        call = program(*(word.replace("{}", hostile) for word in place))
        assert harmless(call.out + call.err), repr(hostile)
        assert call.code in (1, 2), repr(hostile)


@pytest.mark.parametrize("form", ["JSON", "YAML"])
def test_row_13_keys_and_values_of_a_file(program: Program, form: str) -> None:
    """No hostile key or value of an answers file comes out as it went in."""
    for hostile in HOSTILE:
        quoted = ascii(hostile)[1:-1].replace("\\x", "\\u00").replace("\\'", "'").replace('"', '\\"')
        for text in (f'{{"{quoted}": 3}}', f'{{"analisis": "{quoted}"}}'):
            call = program("score", "-", stdin=text if form == "JSON" else f"# YAML\n{text}")
            assert harmless(call.out + call.err), repr(hostile)
            assert call.code in (1, 2), repr(hostile)


def test_row_13_brackets_are_kept(program: Program) -> None:
    """What looks like markup is shown as it was written."""
    assert program("profile", "[/x]").err.startswith("There is no role '[/x]'.")
    assert program("score", "--answer", "[red]x=3").err.startswith("Some answers can't be used: --answer: '[red]x'")
