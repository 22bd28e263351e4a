"""YAML → a plain tree that knows its lines. Every danger of YAML is met here and nowhere else.

The tree is built from the parser's events: anchors, aliases and tags are refused as they come, nothing is ever
expanded, and depth and size are bounded while reading.

PyYAML has two parsers, and they disagree: the one in C is faster but missing where it was not compiled, it takes tabs
that the other refuses, and it has limits and weaknesses of its own that change with the release of libyaml that it was
built from. What this program refuses must not depend on that, so it reads with the one in Python, everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from careerfit.pack.faults import KINDS, Fault, Path, message
from careerfit.pack.limits import MOST_LEVELS, MOST_NODES
from careerfit.text import LANGUAGES, escape, find_hidden

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
    """A value in a mapping, its key, and the line of the key."""

    line: int
    key: str
    node: Node


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping, in the file's order; ``repeated`` are entries whose key stood there before."""

    line: int
    entries: dict[str, Entry]
    repeated: list[Entry] = field(default_factory=list)
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


@dataclass(slots=True)
class Document:
    """One file of YAML: what it is called, its tree (``Broken`` where it has none), and all that is wrong with it.

    ``data`` are the plain values that a schema has found in the tree. ``cut_texts`` are comments right behind a text
    without quotes, which was perhaps meant to go on: their line and their words.
    """

    name: str
    root: Node = Broken(0)
    faults: list[Fault] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    cut_texts: list[tuple[int, str]] = field(default_factory=list)

    def fault(self, path: Path, code: str, /, **params: object) -> Fault:
        """A fault of the value at that path, on its line, with the message of that code."""
        return Fault(self.name, line_of(self.root, path), path, message(code, **params))

    def note(self, path: Path, code: str, /, **params: object) -> None:
        """Note such a fault."""
        self.faults.append(self.fault(path, code, **params))

    def note_at(self, line: int, path: Path, code: str, /, **params: object) -> None:
        """Note a fault on a line that is known: 0 stands for the file as a whole."""
        self.faults.append(Fault(self.name, line, path, message(code, **params)))


def read_yaml(name: str, content: bytes) -> Document:
    """The document in a file of that name. Nothing is raised: what is wrong stands in its ``faults``."""
    document = Document(name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        document.note_at(content.count(b"\n", 0, error.start) + 1, (), "not-utf8")
        return document
    if (hidden := find_hidden(text, besides="\t\n\r")) >= 0:
        document.note_at(text.count("\n", 0, hidden) + 1, (), "control", char=f"U+{ord(text[hidden]):04X}")
        return document
    try:
        document.root = _Builder(text, document).root()
    except _EndError:
        pass
    except (yaml.YAMLError, OverflowError, ValueError) as error:  # characters beyond Unicode come through as the latter
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        lines = text.splitlines()
        # At the end of a text the mark stands one line behind the last
        at = min(mark.line + 1, len(lines)) if mark is not None else 0
        line, code, params = _cause(lines, at)
        document.note_at(line, (), code, **params)
    return document


_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_BARE_COLON = re.compile(r"^\s*(?:- )?[\w-]+: +[^\s\"'{\[|>&*!#][^#]*?:(?: |$)")


def _cause(lines: list[str], at: int) -> tuple[int, str, dict[str, str]]:
    """What usually breaks YAML, and on which line (from 1) it stands: that of the fault, or one before it."""
    for number, line in enumerate(lines[:at], start=1):
        odd = next((char for char in line[: len(line) - len(line.lstrip())] if char != " "), None)
        if odd is not None:
            return number, "tab" if odd == "\t" else "odd-space", {"char": f"U+{ord(odd):04X}"}
    for number in range(at, max(0, at - NEARBY), -1):
        line = lines[number - 1]
        if _BARE_COLON.match(line):
            return number, "bare-colon", {}
        if '"' in _QUOTED.sub("", line.partition(" #")[0]) or _OPEN_AGAIN.search(_QUOTED.sub('""', line)):
            return number, "open-quote", {}
    return at, "syntax", {}


_OPEN_AGAIN = re.compile(r'""[^\s,}\]:#]')
"""Words right behind a closing quotation mark: it was meant to stand inside the text."""
NEARBY = 3
"""A fault is seen by the parser so many lines after its cause at most."""


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


def _kind(word: str) -> str:
    """What YAML takes an unquoted word for, as a key of ``KINDS``."""
    for tag, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(word[:1], ()):
        if pattern.match(word):
            return _READ_AS.get(tag.rpartition(":")[2], "merge")
    return "text"


class _EndError(Exception):
    """Reading must end here; the fault has been noted."""


class _Builder:
    """Builds the tree of a text from PyYAML's events, in one pass; what is wrong is noted in the document."""

    def __init__(self, text: str, document: Document) -> None:
        self._events: Iterator[Any] = yaml.parse(text, yaml.SafeLoader)
        self._document = document
        self._lines = text.split("\n")
        self._nodes = 0

    def root(self) -> Node:
        node: Node | None = None
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                if node is not None:
                    self._end(event, (), "documents")
                if event.tags:
                    self._end(event, (), "tag", tag="%TAG")
                node = self._node(next(self._events), (), 0)
        if node is None or (isinstance(node, Scalar) and node.kind == "null"):
            self._document.note_at(0, (), "empty-file")
            raise _EndError
        return node

    def _end(self, event: Any, path: Path, code: str, **params: object) -> None:
        self._document.note_at(event.start_mark.line + 1, path, code, **params)
        raise _EndError

    def _node(self, event: Any, path: Path, depth: int) -> Node:
        self._nodes += 1
        if depth > MOST_LEVELS:
            self._end(event, path[:3], "too-deep", most=MOST_LEVELS)
        if self._nodes > MOST_NODES:
            self._end(event, path[:3], "too-many-nodes", most=MOST_NODES)
        line: int = event.start_mark.line + 1
        refused = self._refuse_marks(event, line, path)
        node: Node = Broken(line)
        if isinstance(event, ScalarEvent):
            self._note_cut(event, path)
            node = Scalar(line, event.value, _kind(event.value) if event.implicit[0] else "text")
        elif isinstance(event, MappingStartEvent):
            node = self._branch(line, path, depth)
        elif isinstance(event, SequenceStartEvent):
            node = self._series(line, path, depth)
        return Broken(line) if refused else node

    def _note_cut(self, event: Any, path: Path) -> None:
        """Note a comment right behind a text without quotes."""
        if event.style is None and path and path[-1] in LANGUAGES:
            rest = self._lines[event.end_mark.line][event.end_mark.column :]
            if rest.startswith(" #"):
                self._document.cut_texts.append((event.start_mark.line + 1, rest[2:].strip()))

    def _refuse_marks(self, event: Any, line: int, path: Path) -> bool:
        """Are there an anchor, an alias or a tag? Each is noted, and the value is not to be used."""
        if isinstance(event, AliasEvent):
            self._document.note_at(line, path, "alias", name=escape(event.anchor or ""))
            return True
        if event.anchor is not None:
            self._document.note_at(line, path, "anchor", name=escape(event.anchor))
        if event.tag is not None:
            self._document.note_at(line, path, "tag", tag=escape(event.tag.replace(YAML_TAGS, "!!")))
        return event.anchor is not None or event.tag is not None

    def _series(self, line: int, path: Path, depth: int) -> Series:
        elements: list[Node] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            elements.append(self._node(event, (*path, len(elements)), depth + 1))
        return Series(line, elements)

    def _branch(self, line: int, path: Path, depth: int) -> Branch:
        branch = Branch(line, {})
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._node(event, path, depth + 1)
            word = key.text if isinstance(key, Scalar) else "?"
            entry = Entry(key.line, word, self._node(next(self._events), (*path, word), depth + 1))
            if not self._is_usable(key, path):
                continue
            if word in branch.entries:
                branch.repeated.append(entry)
            else:
                branch.entries[word] = entry
        return branch

    def _is_usable(self, key: Node, path: Path) -> bool:
        """Is that a key that YAML leaves as text? What is wrong with any other is noted."""
        if not isinstance(key, Scalar):
            if not isinstance(key, Broken):
                self._document.note_at(key.line, path, "key-not-plain")
            return False
        if key.kind != "text":
            self._document.note_at(key.line, path, "key-not-text", key=escape(key.text), read=KINDS[key.kind])
        return key.kind == "text"
