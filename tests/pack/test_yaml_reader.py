"""YAML → tree: what is read, what is refused, and on which lines."""

from __future__ import annotations

import pytest

from careerfit.pack.yaml_reader import Branch, Broken, Entry, Node, Scalar, Series, line_of, read_yaml


def tree(text: str) -> Node:
    """The tree of a text that has one."""
    document = read_yaml("x.yaml", text.encode())
    assert [] == document.faults
    return document.root


TAB = "a tab stands at the beginning of this line; YAML knows spaces alone, so put spaces in its place."
BROKEN = "the YAML is broken here; check quotes, colons, indentation and tabs (use spaces)."
DEEP = "this is nested more than 20 levels deep."


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("a: [", 1, BROKEN),
        ("b:\na: 'x", 2, BROKEN),
        ("a: b: c", 1, "the text on this line has a colon and no quotes; put the whole text in quotes."),
        ("a: 1\n b: 2\n", 2, BROKEN),
        ("a:\n\t- x", 2, TAB),
        ("a: b\t", 1, BROKEN),
        ("%", 1, BROKEN),
        ("a: @", 1, BROKEN),
        ("- a\nb: 1", 2, BROKEN),
        ('a: "\\U00110000"', 0, BROKEN),
        ('a: "\\UFFFFFFFF"', 0, BROKEN),
        ("%YAML 2.0\n--- a", 1, BROKEN),
        ("%YAML 1." + "1" * 5000 + "\n--- a", 0, BROKEN),
        ("[" * 1100, 1, DEEP),
        ("{" * 1100, 1, DEEP),
        ("a:\n " + "[a: " * 1100, 2, DEEP),
        ("[\n" * 1100, 22, DEEP),
        ("- " * 1100, 1, DEEP),
        ("? " * 1100, 1, DEEP),
        ("a: " + "x" * 1100 + "\n" + "x" * 1100 + ": a", 2, BROKEN),
        ("%TAG ! x\n--- a", 1, "remove the tag '%TAG'; use plain YAML only."),
    ],
)
def test_what_is_refused_and_where(text: str, line: int, told: str) -> None:
    """What is refused, and in which words, is this program's choice: no other limit of a parser comes first."""
    document = read_yaml("x.yaml", text.encode())

    assert Broken(0) == document.root
    assert [(line, told)] == [(fault.line, fault.what.en) for fault in document.faults]


@pytest.mark.parametrize("text", ["%YAML 1.3\n---\na: b", "%THIS is ignored\n---\na: b"])
def test_directives_that_change_nothing_are_taken(text: str) -> None:
    """Directives that only some parsers take make no difference."""
    assert Branch(3, {"a": Entry(3, "a", Scalar(3, "b", "text"))}) == tree(text)


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
    assert Branch(1, {"a": Entry(1, "a", Scalar(1, "1:30", "number"))}) == tree("a: 1:30")


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


def test_keys_that_stand_twice_are_kept_apart() -> None:
    """The first entry of a key counts; later ones are there to be told."""
    expected = Branch(
        1, {"a": Entry(1, "a", Scalar(1, "1", "number"))}, repeated=[Entry(2, "a", Scalar(2, "2", "number"))]
    )

    assert expected == tree("a: 1\na: 2")
