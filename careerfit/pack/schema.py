"""The form of a catalogue and of a role's file: building blocks, then one line a key; other rules are in ``rules``.

Each block reads a node as a plain value, noting every fault, and knows its JSON Schema. What cannot be used is left out
of the value (an entry of a mapping, an element of a list), so that all that is sound can still be looked at; a value
counts only when its file has no fault.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, Final, NamedTuple, Protocol

from careerfit.core.model import DEMANDS, LEAST_GROUP, LEAST_MEMBERS, SECTIONS
from careerfit.errors import did_you_mean
from careerfit.pack import limits
from careerfit.pack.faults import KINDS, Path
from careerfit.pack.yaml_reader import Branch, Broken, Document, Node, Scalar, Series
from careerfit.text import LANGUAGES, Lang, escape, find_hidden

PLAIN_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")
DOUBLED = re.compile(r"\s\s")
MISSING: Final = object()
"""Stands for a value that cannot be used."""
FULL_SECTIONS = ("duties", "cocok", "tidak_cocok")
"""Sections that hold a sentence where they are there at all."""


class Shape(Protocol):
    """One form that a value may have."""

    def read(self, node: Node, path: Path, document: Document) -> Any:
        """The node at that path of a document as a plain value, or ``MISSING``; every fault is noted there."""

    def json_schema(self) -> dict[str, Any]:
        """The same demand in JSON Schema."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, of at most ``most`` characters; ``slug``: only lowercase letters, digits and hyphens."""

    most: int
    slug: bool = False

    def read(self, node: Node, path: Path, document: Document) -> Any:
        if not isinstance(node, Scalar) or node.kind != "text":
            if isinstance(node, Scalar) and node.text:
                document.note(path, "not-text", value=escape(node.text), read=KINDS[node.kind])
            else:
                _not(node, path, document, "not-plain-text")
            return MISSING
        if _is_piled(node.text):  # first of all, since composing piled marks takes long
            document.note(path, "piled", most=limits.MOST_MARKS)
            return MISSING
        text = unicodedata.normalize("NFC", node.text)
        if not text.strip():
            document.note(path, "empty-text")
        elif (hidden := find_hidden(text)) >= 0:
            document.note(path, "control", char=f"U+{ord(text[hidden]):04X}")
        elif text != text.strip():
            document.note(path, "edge-space")
        elif DOUBLED.search(text):
            document.note(path, "double-space")
        elif len(text) > self.most:
            document.note(path, "too-long", count=len(text), most=self.most)
        elif self.slug and not limits.SLUG.fullmatch(text):
            document.note(path, "bad-key", value=escape(text))
        else:
            return text
        return MISSING

    def json_schema(self) -> dict[str, Any]:
        pattern = f"^{limits.SLUG.pattern}$" if self.slug else r"^\S(?:.*\S)?$"
        return {"type": "string", "minLength": 1, "maxLength": self.most, "pattern": pattern}


@dataclass(frozen=True, slots=True)
class Number:
    """A number from ``least`` to ``most``."""

    least: float
    most: float

    def read(self, node: Node, path: Path, document: Document) -> Any:
        text = node.text if isinstance(node, Scalar) else ""
        if isinstance(node, Scalar) and node.kind == "number" and PLAIN_NUMBER.fullmatch(text):
            if self.least <= float(text) <= self.most:
                return float(text)
            known = f"{self.least:.12g}–{self.most:.12g}"
            document.note(path, "not-one-of", known=known, value=f"'{escape(text)}'")
        elif isinstance(node, Scalar) and PLAIN_NUMBER.fullmatch(text):
            document.note(path, "quoted", value=escape(text))
        elif not isinstance(node, Broken):
            document.note(path, "not-a-number", read=KINDS[node.kind])
        return MISSING

    def json_schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few values, each written in one of a few ways (``words``: as written → value)."""

    words: Mapping[str, Any]

    def read(self, node: Node, path: Path, document: Document) -> Any:
        # Quoted "1" is text: only what YAML itself takes for something else may stand for a number or a truth
        wants_text = any(isinstance(value, str) for value in self.words.values())
        known = isinstance(node, Scalar) and node.text in self.words
        if isinstance(node, Scalar) and known and wants_text == (node.kind == "text"):
            return self.words[node.text]
        if isinstance(node, Scalar) and known:
            document.note(path, "quoted", value=node.text)
        elif not isinstance(node, Broken):
            first: dict[Any, str] = {}  # each value as it is written first
            for word, value in self.words.items():
                first.setdefault(value, word)
            told = f"'{escape(node.text)}'" if isinstance(node, Scalar) and node.text else KINDS[node.kind]
            document.note(path, "not-one-of", known=", ".join(first.values()), value=told)
        return MISSING

    def json_schema(self) -> dict[str, Any]:
        return {"enum": list(dict.fromkeys(self.words.values()))}


@dataclass(frozen=True, slots=True)
class Fixed:
    """A mapping with these keys and no others; all of them but the ``optional`` ones must be there.

    Of the ``any_of`` ones, which are optional, at least one must be there.
    """

    keys: Mapping[str, Shape]
    optional: Collection[str] = ()
    any_of: Collection[str] = ()

    def read(self, node: Node, path: Path, document: Document) -> dict[str, Any]:
        if not isinstance(node, Branch):
            _not(node, path, document, "not-mapping")
            return {}
        _repeated(node, path, document)
        for name in node.entries:
            if name not in self.keys:
                hint = did_you_mean(name, list(self.keys), len(document.faults))
                document.note((*path, name), "unknown-key", hint=hint, known=", ".join(self.keys))
        found: dict[str, Any] = {}
        for name, shape in self.keys.items():
            if (entry := node.entries.get(name)) is not None:
                _keep(found, name, shape.read(entry.node, (*path, name), document))
            elif name not in self.optional:
                document.note((*path, name), "missing-key")
        if self.any_of and not any(name in node.entries for name in self.any_of):
            document.note(path, "missing-any", names=", ".join(self.any_of))
        return found

    def json_schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [name for name in self.keys if name not in self.optional],
            **({"anyOf": [{"required": [name]} for name in self.any_of]} if self.any_of else {}),
            "properties": {name: shape.json_schema() for name, shape in self.keys.items()},
        }


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping whose keys are names of the author's own (slugs), all values of one shape; at most ``most``."""

    shape: Shape
    most: int
    key: Line = Line(80, slug=True)

    def read(self, node: Node, path: Path, document: Document) -> dict[str, Any]:
        if not isinstance(node, Branch):
            _not(node, path, document, "not-mapping")
            return {}
        _repeated(node, path, document)
        count = len(node.entries)
        if code := _miscounted(count, 1, self.most):
            document.note(path, code, least=1, most=self.most, count=count)
        found: dict[str, Any] = {}
        for name, entry in node.entries.items():
            below = (*path, name)
            self.key.read(Scalar(entry.line, name, "text"), below, document)
            _keep(found, name, self.shape.read(entry.node, below, document))
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

    def read(self, node: Node, path: Path, document: Document) -> list[Any]:
        if not isinstance(node, Series):
            _not(node, path, document, "not-list")
            return []
        count = len(node.elements)
        if code := _miscounted(count, self.least, self.most):
            document.note(path, code, least=self.least, most=self.most, count=count)
        return [
            self.shape.read(element, (*path, at), document) for at, element in enumerate(node.elements[: self.most])
        ]

    def json_schema(self) -> dict[str, Any]:
        return {"type": "array", "minItems": self.least, "maxItems": self.most, "items": self.shape.json_schema()}


def _keep(found: dict[str, Any], name: str, value: Any) -> None:
    if value is not MISSING:
        found[name] = value


def _repeated(node: Branch, path: Path, document: Document) -> None:
    for entry in node.repeated:
        first = node.entries[entry.key].line
        document.note_at(entry.line, (*path, entry.key), "duplicate-key", first=first)


def _miscounted(count: int, least: int, most: int) -> str | None:
    if least <= count <= most:
        return None
    if least == most:
        return "exactly"
    return "too-few" if count < least else "too-many"


def _not(node: Node, path: Path, document: Document, code: str) -> None:
    if not isinstance(node, Broken):
        document.note(path, code, read=KINDS[node.kind])


def _is_piled(text: str) -> bool:
    """Do more combining marks stand in a row than in any writing?"""
    runs = groupby(text, lambda char: unicodedata.combining(char) > 0)
    return not text.isascii() and any(marks and len(list(run)) > limits.MOST_MARKS for marks, run in runs)


TEXT = Line(2000)
WORD = Line(80)
NAME = Line(80, slug=True)
KIND = OneOf({"trait": "trait", "interest": "interest"})
KEYED = OneOf({"1": 1, "+1": 1, "-1": -1})
RELEVANCE = OneOf({"0.5": 0.5, ".5": 0.5, "1": 1.0, "1.0": 1.0})
TRUTH = OneOf({"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False})
SPOKEN = Listed(OneOf({lang: lang for lang in LANGUAGES}), 1, len(LANGUAGES))


class Forms(NamedTuple):
    """The forms of the two kinds of files in a pack."""

    catalogue: Fixed
    role: Fixed


@cache
def forms(languages: tuple[Lang, ...] = LANGUAGES) -> Forms:
    """The forms of a pack whose texts are in these languages; in the other one they may be left out."""
    other = tuple(lang for lang in LANGUAGES if lang not in languages)
    both = Fixed({"id": TEXT, "en": TEXT}, optional=other)
    label = Fixed({"id": WORD, "en": WORD}, optional=other)
    item = Fixed({"keyed": KEYED, "id": TEXT, "en": TEXT}, optional=other)
    facet = Fixed(
        {
            "kind": KIND,
            "family": NAME,
            "name": label,
            "asked": TRUTH,
            "doing": both,
            "items": Keyed(item, limits.MOST_ITEMS),
        },
        optional=("family", "asked", "doing", "items"),
    )
    facets = Keyed(facet, limits.MOST_FACETS)
    phrase = Fixed({"id": TEXT, "en": TEXT, "relevance": RELEVANCE}, optional=("relevance", *other))
    sentence = Fixed({"id": TEXT, "en": TEXT, "names": Keyed(phrase, limits.MOST_FACETS)}, optional=("names", *other))
    profile = Fixed(
        {name: Listed(sentence, int(name in FULL_SECTIONS), limits.MOST_SENTENCES) for name in SECTIONS},
        optional=SECTIONS,
        any_of=DEMANDS,
    )
    belief = Fixed(
        {"statement": both, "holds": TRUTH, "belief": both, "reality": Listed(both, 1, limits.MOST_PARTS)},
        optional=("belief",),
    )
    return Forms(
        Fixed(
            {
                "name": NAME,
                "version": WORD,
                "languages": SPOKEN,
                "title": both,
                "scale": Listed(label, 5, 5),
                "families": Keyed(Fixed({"name": label}), limits.MOST_FACETS),
                "facets": facets,
            },
            optional=("languages", "families", "facets"),
        ),
        Fixed(
            {
                "name": label,
                "languages": SPOKEN,
                "sections": profile,
                "beliefs": Listed(belief, 0, limits.MOST_BELIEFS),
                "facets": facets,
            },
            optional=("languages", "beliefs", "facets"),
        ),
    )


def languages_of(root: Node, otherwise: tuple[Lang, ...] = LANGUAGES) -> tuple[Lang, ...]:
    """The languages that a file says its texts are in; what it says wrong is told when it is read by its form."""
    entry = root.entries.get("languages") if isinstance(root, Branch) else None
    listed = entry.node.elements if entry is not None and isinstance(entry.node, Series) else []
    named = {one.text for one in listed if isinstance(one, Scalar)}
    return tuple(lang for lang in LANGUAGES if lang in named) or otherwise


RATING = Number(1, 5)
OF_REAL_PEOPLE: Mapping[str, Shape] = {"pack": NAME, "fingerprint": WORD, "made": WORD}
GROUP = Number(LEAST_GROUP, limits.MOST_PEOPLE)
TYPICAL = Fixed({"people": GROUP, "mean": RATING, "sd": Number(0, 4)}, optional=("people", "sd"))
NORMS = Fixed(
    {**OF_REAL_PEOPLE, "people": GROUP, "rounded_to": Number(0, 4), "facets": Keyed(TYPICAL, limits.MOST_FACETS)},
    optional=("rounded_to",),
)
MEASURED = Fixed(
    {
        **OF_REAL_PEOPLE,
        "people": Number(LEAST_MEMBERS, limits.MOST_PEOPLE),
        "noise": Number(0.1, 4),
        "separation": Number(0, 4),
        "temper": Number(0.01, 100),
    }
)


def pack_schema() -> str:
    """The JSON Schema of the files in a pack, under ``$defs``: ``catalogue`` and ``role``, and what real people add,
    ``norms`` and ``measured``; as JSON.

    Those of a pack in one language end in its name: ``role-id``.
    """
    kinds = {
        f"{kind}{ending}": shape.json_schema()
        for ending, languages in (("", LANGUAGES), *((f"-{lang}", (lang,)) for lang in LANGUAGES))
        for kind, shape in forms(languages)._asdict().items()
    }
    for lang in LANGUAGES:
        kinds[f"catalogue-{lang}"]["required"].append("languages")
        kinds[f"catalogue-{lang}"]["properties"]["languages"] = {"const": [lang]}
    kinds |= {"norms": NORMS.json_schema(), "measured": MEASURED.json_schema()}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "careerfit pack: catalogue.yaml and roles/<slug>.yaml; norms.yaml and measured.yaml",
        "description": "careerfit check also sees that phrases stand in their sentences and that names are known.",
        "anyOf": [{"$ref": f"#/$defs/{kind}"} for kind in kinds],
        "$defs": kinds,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
