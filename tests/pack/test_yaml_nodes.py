"""YAML → tree, with either of PyYAML's parsers."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerfit.pack.faults import Faults
from careerfit.pack.load import shipped_folder
from careerfit.pack.yaml_nodes import Branch, Entry, Node, Scalar, Series, line_of, parse

from .broken import BASE

FILES = sorted([*BASE.rglob("*.yaml"), *shipped_folder().rglob("*.yaml")])


def tree(text: str, *, in_c: bool = True) -> Node:
    """The tree of a text that has one."""
    faults = Faults("x.yaml")
    node = parse(text, faults, in_c=in_c)
    assert [] == faults.found
    assert node is not None
    return node


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_both_parsers_give_the_same_tree(file: Path) -> None:
    """Where PyYAML lacks its parser in C, packs read the same, lines included."""
    text = file.read_text(encoding="utf-8")

    assert tree(text) == tree(text, in_c=False)


@pytest.mark.parametrize(
    "text",
    [
        "a: [",
        "a: 'x",
        "a: b: c",
        "a: 1\n b: 2\n",
        "a:\n\t- x",
        "a: &x 1\nb: *x",
        "a: !t 1",
        "%",
        "a: @",
        "- a\nb: 1",
        "a: *b",
        'a: "\\U00110000"',
        'a: "\\UFFFFFFFF"',
        "%YAML 1." + "1" * 5000 + "\n--- a",
    ],
)
def test_both_parsers_refuse_the_same(text: str) -> None:
    """The same text is refused with the same message, whichever parser reads it."""
    in_c, in_python = Faults("x.yaml"), Faults("x.yaml")
    parse(text, in_c)
    parse(text, in_python, in_c=False)

    assert in_c.found
    assert [fault.what for fault in in_c.found] == [fault.what for fault in in_python.found]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Yes", "bool"),
        ("off", "bool"),
        ("012", "number"),
        ("1:30", "number"),
        ("0x1F", "number"),
        ("1_000", "number"),
        ("1e3", "text"),
        (".inf", "number"),
        ("~", "null"),
        ("2024-01-31", "date"),
        ("<<", "merge"),
        ("=", "merge"),
        ("tidak", "text"),
        ('"Yes"', "text"),
        ("'012'", "text"),
    ],
)
def test_words_are_known_for_what_yaml_takes_them(word: str, kind: str) -> None:
    """Only what YAML leaves as text, or what is quoted, is text."""
    node = tree(f"a: {word}")

    assert isinstance(node, Branch)
    assert kind == node.entries["a"].node.kind


def test_the_words_themselves_are_kept() -> None:
    """A value keeps its words as written; nothing is turned into something else."""
    assert Branch(1, {"a": Entry(1, Scalar(1, "1:30", "number"))}) == tree("a: 1:30")


@pytest.mark.parametrize(
    ("path", "line"),
    [((), 1), (("a",), 1), (("a", "b"), 2), (("a", "b", 1), 4), (("a", "b", 9), 2), (("a", "c"), 1), (("x",), 1)],
)
def test_lines_of_values_and_of_what_is_missing(path: tuple[str | int, ...], line: int) -> None:
    """A value stands where its key does, an element where it begins, and what is missing at what should hold it."""
    assert line == line_of(tree("a:\n  b:\n    - x\n    - y\n"), path)


def test_lists_know_their_lines() -> None:
    """Every element carries the line on which it begins."""
    assert Series(1, [Scalar(1, "x", "text"), Scalar(3, "y", "text")]) == tree("- x\n\n- y\n")
