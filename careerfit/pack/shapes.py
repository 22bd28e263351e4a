"""The building blocks of a schema: each reads a node as a plain value, noting every fault, and knows its JSON Schema.

What cannot be used is left out of the value (an entry of a mapping, an element of a list), so that all that is sound
can still be looked at; a value counts only when its file has no fault.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, Protocol

from careerfit.errors import did_you_mean
from careerfit.pack.faults import Path, Remarks
from careerfit.pack.sources import SLUG
from careerfit.pack.wording import KINDS
from careerfit.pack.yaml_nodes import Branch, Broken, Node, Scalar, Series, code_point
from careerfit.text import Text, escape, find_hidden

DOUBLED = re.compile(r"\s\s")
MOST_MARKS = 30
"""So many combining marks in a row Unicode calls safe; more of them overdraw their neighbours and take long to sort."""
MISSING: Final = object()
"""Stands for a value that cannot be used."""


class Shape(Protocol):
    """One form that a value may have."""

    def read(self, node: Node, path: Path, remarks: Remarks) -> Any:
        """The node as a plain value, or ``MISSING``; every fault is noted."""

    def json_schema(self) -> dict[str, Any]:
        """The same demand in JSON Schema."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, of at most ``most`` characters; ``slug``: only lowercase letters, digits and hyphens."""

    most: int
    slug: bool = False

    def read(self, node: Node, path: Path, remarks: Remarks) -> Any:
        if not isinstance(node, Scalar) or node.kind != "text":
            _not_text(node, path, remarks)
            return MISSING
        if _is_piled(node.text):
            remarks.add(path, "piled", most=MOST_MARKS)
            return MISSING
        text = unicodedata.normalize("NFC", node.text)
        fault = self._fault(text)
        if fault is None:
            return text
        code, params = fault
        remarks.add(path, code, **params)
        return MISSING

    def _fault(self, text: str) -> tuple[str, dict[str, object]] | None:
        """The first thing that is wrong with a text: its message, and what to fill in there."""
        hidden = text[at] if (at := find_hidden(text)) >= 0 else ""
        checks: tuple[tuple[bool, str, dict[str, object]], ...] = (
            (not text.strip(), "empty-text", {}),
            (bool(hidden), "control", {"char": code_point(hidden)}),
            (text != text.strip(), "edge-space", {}),
            (DOUBLED.search(text) is not None, "double-space", {}),
            (len(text) > self.most, "too-long", {"count": len(text), "most": self.most}),
            (self.slug and not SLUG.fullmatch(text), "bad-key", {"value": escape(text)}),
        )
        return next(((code, params) for wrong, code, params in checks if wrong), None)

    def json_schema(self) -> dict[str, Any]:
        pattern = f"^{SLUG.pattern}$" if self.slug else r"^\S(?:.*\S)?$"
        return {"type": "string", "minLength": 1, "maxLength": self.most, "pattern": pattern}


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few values, each written in one of a few ways (``words``: as written → value)."""

    words: Mapping[str, Any]

    def read(self, node: Node, path: Path, remarks: Remarks) -> Any:
        # Quoted "1" is text: only what YAML itself takes for something else may stand for a number or a truth
        wants_text = any(isinstance(value, str) for value in self.words.values())
        known = isinstance(node, Scalar) and node.text in self.words
        if isinstance(node, Scalar) and known and wants_text == (node.kind == "text"):
            return self.words[node.text]
        if isinstance(node, Scalar) and known:
            remarks.add(path, "quoted", value=node.text)
        elif not isinstance(node, Broken):
            remarks.add(path, "not-one-of", known=self._spelt(), value=_quoted(node))
        return MISSING

    def _spelt(self) -> str:
        """The values, each as it is written first."""
        first = {value: word for word, value in reversed(tuple(self.words.items()))}
        return ", ".join(word for word in self.words if first[self.words[word]] == word)

    def json_schema(self) -> dict[str, Any]:
        return {"enum": list(dict.fromkeys(self.words.values()))}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping with a fixed set of keys."""

    name: str
    shape: Shape
    required: bool = True


@dataclass(frozen=True, slots=True)
class Fixed:
    """A mapping with these keys and no others."""

    keys: tuple[Key, ...]

    def read(self, node: Node, path: Path, remarks: Remarks) -> dict[str, Any]:
        if not isinstance(node, Branch):
            _not(node, path, remarks, "not-mapping")
            return {}
        self._unknown(node, path, remarks)
        found: dict[str, Any] = {}
        for key in self.keys:
            entry = node.entries.get(key.name)
            if entry is not None:
                _keep(found, key.name, key.shape.read(entry.node, (*path, key.name), remarks))
            elif key.required:
                remarks.add((*path, key.name), "missing-key")
        return found

    def _unknown(self, node: Branch, path: Path, remarks: Remarks) -> None:
        names = [key.name for key in self.keys]
        for name in node.entries:
            if name not in names:
                hint = did_you_mean(name, names, len(remarks.found))
                remarks.add((*path, name), "unknown-key", hint=hint, known=", ".join(names))

    def json_schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [key.name for key in self.keys if key.required],
            "properties": {key.name: key.shape.json_schema() for key in self.keys},
        }


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping whose keys are names of the author's own (slugs), all values of one shape; at most ``most``."""

    shape: Shape
    most: int
    key: Line = Line(80, slug=True)

    def read(self, node: Node, path: Path, remarks: Remarks) -> dict[str, Any]:
        if not isinstance(node, Branch):
            _not(node, path, remarks, "not-mapping")
            return {}
        count = len(node.entries)
        if code := _miscounted(count, 1, self.most):
            remarks.add(path, code, least=1, most=self.most, count=count)
        found: dict[str, Any] = {}
        for name, entry in node.entries.items():
            below = (*path, name)
            self.key.read(Scalar(entry.line, name, "text"), below, remarks)
            _keep(found, name, self.shape.read(entry.node, below, remarks))
        return found

    def json_schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "minProperties": 1,
            "maxProperties": self.most,
            "propertyNames": self.key.json_schema(),
            "additionalProperties": self.shape.json_schema(),
        }


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of values of one shape, ``least`` to ``most`` of them; more are not even looked at."""

    shape: Shape
    least: int
    most: int

    def read(self, node: Node, path: Path, remarks: Remarks) -> list[Any]:
        if not isinstance(node, Series):
            _not(node, path, remarks, "not-list")
            return []
        count = len(node.elements)
        if code := _miscounted(count, self.least, self.most):
            remarks.add(path, code, least=self.least, most=self.most, count=count)
        return [self.shape.read(element, (*path, at), remarks) for at, element in enumerate(node.elements[: self.most])]

    def json_schema(self) -> dict[str, Any]:
        return {"type": "array", "minItems": self.least, "maxItems": self.most, "items": self.shape.json_schema()}


def _keep(found: dict[str, Any], name: str, value: Any) -> None:
    if value is not MISSING:
        found[name] = value


def _miscounted(count: int, least: int, most: int) -> str | None:
    """The message for a count that is out of bounds."""
    if least <= count <= most:
        return None
    if least == most:
        return "exactly"
    return "too-few" if count < least else "too-many"


def _not(node: Node, path: Path, remarks: Remarks, code: str) -> None:
    if not isinstance(node, Broken):
        remarks.add(path, code, read=KINDS[node.kind])


def _not_text(node: Node, path: Path, remarks: Remarks) -> None:
    if isinstance(node, Scalar) and node.text:
        remarks.add(path, "not-text", value=escape(node.text), read=KINDS[node.kind])
    else:
        _not(node, path, remarks, "not-plain-text")


def _is_piled(text: str) -> bool:
    """Do more combining marks stand in a row than in any writing?"""
    runs = groupby(text, lambda char: unicodedata.combining(char) > 0)
    return not text.isascii() and any(marks and len(list(run)) > MOST_MARKS for marks, run in runs)


def _quoted(node: Node) -> str | Text:
    return f"'{escape(node.text)}'" if isinstance(node, Scalar) and node.text else KINDS[node.kind]
