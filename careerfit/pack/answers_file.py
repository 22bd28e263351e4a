"""Answers from a file or from standard input: keys and single values, in JSON or YAML.

YAML goes through the reader of packs, so that what is dangerous in it is refused in one place, and in the same words.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import BinaryIO

from careerfit.core.answers import Layer, read_value
from careerfit.errors import DataError
from careerfit.pack.faults import problems, reason_of
from careerfit.pack.limits import LOOKALIKES, MOST_BYTES, MOST_KEYS, MOST_LEVELS
from careerfit.pack.yaml_reader import Branch, Broken, Document, Scalar, decode, parse
from careerfit.text import Text, escape

STDIN = "-"
HEADLINE = Text("Jawaban ini tidak bisa dibaca:", "These answers can't be read:")


class _Pairs(list[tuple[str, object]]):
    """Keys and values as they come, a key that comes twice, too: to tell it is the business of what takes them."""


def read_answers(source: str | Path, stdin: BinaryIO | None = None) -> Layer:
    """The answers in a file, with their lines where it is YAML; ``-`` stands for what ``stdin`` holds.

    Text that says a number is taken as one, so that a quoted 4 is a 4. Whether keys and values are right is not looked
    at here. Raises ``DataError`` with all that is wrong where it can't be read, or is no flat mapping in JSON or YAML.
    """
    document = Document("stdin" if source == STDIN else str(source))
    content = _content(source, stdin, document)
    text = None if content is None else decode(document, content)
    pairs, lines = _Pairs(), list[int]()
    if text is not None and _is_json(source, text):
        pairs = _from_json(text, document)
    elif text is not None:
        pairs, lines = _from_yaml(text, document)
    if len(pairs) > MOST_KEYS:
        document.note_at(0, (), "too-many-keys", most=MOST_KEYS)
    if document.faults:
        raise DataError(HEADLINE, problems(document.faults))
    return Layer(escape(document.name, 500), tuple(pairs), tuple(lines))


def _content(source: str | Path, stdin: BinaryIO | None, document: Document) -> bytes | None:
    try:
        if source == STDIN:
            content = stdin.read(MOST_BYTES + 1) if stdin is not None else b""
        else:
            with Path(source).open("rb") as file:
                content = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, ValueError):  # the latter for a name that no file can have
        document.note((), "no-answers")
    except OSError as error:
        document.note((), "unreadable", reason=reason_of(error))
    else:
        if len(content) <= MOST_BYTES:
            return content
        document.note((), "too-large", most=MOST_BYTES >> 10)
    return None


def _is_json(source: str | Path, text: str) -> bool:
    """By the file's suffix; where that says nothing, by what the text begins with, if it also reads as JSON."""
    suffix = Path(source).suffix.lower()
    if suffix in (".json", *LOOKALIKES):
        return suffix == ".json"
    if text.lstrip()[:1] not in ("{", "["):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return '"' in text
    return True


def _from_json(text: str, document: Document) -> _Pairs:
    try:
        found = json.loads(text, object_pairs_hook=_Pairs)
    except json.JSONDecodeError as error:
        if text.strip():
            document.note_at(error.lineno, (), "broken-json", column=error.colno)
        else:
            document.note((), "empty-file")
    except RecursionError:
        document.note((), "too-deep", most=MOST_LEVELS)
    except ValueError:  # a number of thousands of digits
        document.note((), "not-flat")
    else:
        if isinstance(found, _Pairs):
            return _Pairs((key, read_value(value) if isinstance(value, str) else value) for key, value in found)
        document.note_at(1, (), "not-pairs")
    return _Pairs()


def _from_yaml(text: str, document: Document) -> tuple[_Pairs, list[int]]:
    """The keys and values, and the line of each."""
    parse(document, text)
    root, pairs, lines = document.root, _Pairs(), list[int]()
    if isinstance(root, Branch):
        for entry in sorted((*root.entries.values(), *root.repeated), key=lambda entry: entry.line):
            if isinstance(entry.node, Scalar):
                pairs.append((entry.key, read_value(entry.node.text)))
                lines.append(entry.line)
            elif not isinstance(entry.node, Broken):
                document.note_at(entry.line, (entry.key,), "not-flat")
    elif not isinstance(root, Broken):
        document.note((), "not-pairs")
    return pairs, lines
