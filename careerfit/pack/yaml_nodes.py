"""YAML → a plain tree that knows its lines. Every danger of YAML is met here and nowhere else.

The tree is built from the parser's events: anchors, aliases and tags are refused as they come, nothing is ever
expanded, and depth and size are bounded while reading.

PyYAML has two parsers, and they disagree: the one in C is faster but missing where it was not compiled, it takes tabs
that the other refuses, and it has limits and weaknesses of its own that change with the release of libyaml that it was
built from. What this program refuses must not depend on that, so it reads with the one in Python, everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from careerfit.pack.faults import Faults, Path
from careerfit.pack.wording import KINDS
from careerfit.text import escape, find_hidden

MOST_LEVELS = 20
MOST_NODES = 50_000
YAML_TAGS = "tag:yaml.org,2002:"
_READ_AS = {"int": "number", "float": "number", "bool": "bool", "null": "null", "timestamp": "date"}


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: its words, and what YAML takes them for (a key of ``KINDS``)."""

    line: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A value in a mapping, and the line of its key."""

    line: int
    node: Node


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping, in the file's order."""

    line: int
    entries: dict[str, Entry]
    kind: str = "mapping"


@dataclass(frozen=True, slots=True)
class Series:
    """A list."""

    line: int
    elements: list[Node]
    kind: str = "list"


@dataclass(frozen=True, slots=True)
class Broken:
    """Something that has been refused already: nothing more is to be said of it."""

    line: int
    kind: str = "null"


Node: TypeAlias = Scalar | Branch | Series | Broken


class _TooMuchError(Exception):
    """Reading must end here; the fault has been noted."""


class NotYAMLError(ValueError):
    """A text is no YAML; ``line`` is the one that breaks it, from 1, or 0 where that can't be said."""

    def __init__(self, line: int) -> None:
        super().__init__(f"no YAML: line {line}")
        self.line = line


def parse(text: str, faults: Faults) -> Node | None:
    """The tree of one YAML document; None, with the reason among the faults, where there is none to be had."""
    if (hidden := find_hidden(text, besides="\t\n\r")) >= 0:
        faults.add(text.count("\n", 0, hidden) + 1, (), "control", char=code_point(text[hidden]))
        return None
    try:
        return _Builder(events(text), _resolver(), faults).document()
    except NotYAMLError as error:
        faults.add(error.line, (), "syntax")
    except _TooMuchError:
        pass
    return None


def events(text: str) -> Iterator[Any]:
    """PyYAML's events of a text, as its parser in Python tells them. Raises ``NotYAMLError`` where it breaks off."""
    import yaml

    try:
        yield from yaml.parse(text, yaml.SafeLoader)
    except (yaml.YAMLError, OverflowError, ValueError) as error:  # it lets characters beyond Unicode through as these
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        # At the end of a text the mark stands one line behind the last
        line = min(mark.line + 1, len(text.splitlines())) if mark is not None else 0
        raise NotYAMLError(line) from error


def line_of(root: Node, path: Path) -> int:
    """The line on which the value at that path begins; that of the nearest value around it where it is missing."""
    node, line = root, root.line
    for part in path:
        if isinstance(node, Branch) and part in node.entries:
            entry = node.entries[str(part)]
            node, line = entry.node, entry.line
        elif isinstance(node, Series) and isinstance(part, int) and part < len(node.elements):
            node = node.elements[part]
            line = node.line
        else:
            break
    return line


def code_point(char: str) -> str:
    """A character by its number: ``U+202E``; empty for none."""
    return f"U+{ord(char):04X}" if char else ""


def _resolver() -> Callable[[str], str]:
    """A function that says what YAML takes an unquoted word for."""
    import yaml

    by_first: dict[str | None, list[tuple[str, re.Pattern[str]]]] = yaml.SafeLoader.yaml_implicit_resolvers

    def kind(word: str) -> str:
        for tag, pattern in by_first.get(word[:1], ()):
            if pattern.match(word):
                return _READ_AS.get(tag.rpartition(":")[2], "merge")
        return "text"

    return kind


class _Builder:
    """Events → tree, in one pass."""

    def __init__(self, events: Iterator[Any], resolve: Callable[[str], str], faults: Faults) -> None:
        self._events = events
        self._resolve = resolve
        self._faults = faults
        self._nodes = 0

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self._events:
            name = type(event).__name__
            if name == "DocumentStartEvent":
                if node is not None:
                    self._stop(event, (), "documents")
                if event.tags:
                    self._stop(event, (), "tag", tag="%TAG")
                node = self._node(next(self._events), (), 0)
        if node is None or (isinstance(node, Scalar) and node.kind == "null"):
            self._faults.add(0, (), "empty-file")
            return None
        return node

    def _node(self, event: Any, path: Path, depth: int) -> Node:
        self._bound(event, path, depth)
        name = type(event).__name__
        line: int = event.start_mark.line + 1
        refused = self._refuse_marks(event, name, line, path)
        node: Node
        if name == "ScalarEvent":
            node = Scalar(line, event.value, self._resolve(event.value) if event.implicit[0] else "text")
        elif name == "MappingStartEvent":
            node = self._branch(line, path, depth)
        elif name == "SequenceStartEvent":
            node = self._series(line, path, depth)
        else:
            node = Broken(line)
        return Broken(line) if refused else node

    def _bound(self, event: Any, path: Path, depth: int) -> None:
        self._nodes += 1
        if depth > MOST_LEVELS:
            self._stop(event, path[:3], "too-deep", most=MOST_LEVELS)
        if self._nodes > MOST_NODES:
            self._stop(event, path[:3], "too-many-nodes", most=MOST_NODES)

    def _stop(self, event: Any, path: Path, code: str, **params: object) -> None:
        self._faults.add(event.start_mark.line + 1, path, code, **params)
        raise _TooMuchError

    def _refuse_marks(self, event: Any, name: str, line: int, path: Path) -> bool:
        """Anchors, aliases and tags: noted, and the value is not used."""
        if name == "AliasEvent":
            self._faults.add(line, path, "alias", name=escape(event.anchor))
            return True
        if event.anchor is not None:
            self._faults.add(line, path, "anchor", name=escape(event.anchor))
        if event.tag is not None:
            self._faults.add(line, path, "tag", tag=escape(event.tag.replace(YAML_TAGS, "!!")))
        return event.anchor is not None or event.tag is not None

    def _series(self, line: int, path: Path, depth: int) -> Series:
        elements: list[Node] = []
        while type(event := next(self._events)).__name__ != "SequenceEndEvent":
            elements.append(self._node(event, (*path, len(elements)), depth + 1))
        return Series(line, elements)

    def _branch(self, line: int, path: Path, depth: int) -> Branch:
        entries: dict[str, Entry] = {}
        while type(event := next(self._events)).__name__ != "MappingEndEvent":
            key = self._node(event, path, depth + 1)
            word = key.text if isinstance(key, Scalar) else "?"
            node = self._node(next(self._events), (*path, word), depth + 1)
            if self._usable(key, entries, path):
                entries[word] = Entry(key.line, node)
        return Branch(line, entries)

    def _usable(self, key: Node, entries: dict[str, Entry], path: Path) -> bool:
        if not isinstance(key, Scalar):
            if not isinstance(key, Broken):
                self._faults.add(key.line, path, "key-not-plain")
            return False
        if key.kind != "text":
            self._faults.add(key.line, path, "key-not-text", key=escape(key.text), read=KINDS[key.kind])
            return False
        if key.text in entries:
            self._faults.add(key.line, (*path, key.text), "duplicate-key", first=entries[key.text].line)
            return False
        return True
