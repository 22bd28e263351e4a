"""Answers from a file or from standard input: JSON or YAML, as pairs, so that a key given twice can be told.

An answers file is flat: keys and single values. Anything else of YAML (tags, anchors, nesting) is refused as it comes.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from careerfit.core.answers import Layer
from careerfit.errors import DataError
from careerfit.text import Text, escape

STDIN = "-"
MOST_BYTES = 1 << 20
MOST_KEYS = 5_000
"""Far more than the items and facets of any pack."""
_NUMBER = r"[-+]?[0-9]{1,12}(\.[0-9]{0,12})?"
_NULLS = ("", "~", "null", "Null", "NULL")

BROKEN_YAML = Text(
    "YAML salah tulis; tulis 'kunci: nilai' di tiap baris, dengan spasi, bukan tab.",
    "broken YAML; write 'key: value' on each line, with spaces, not tabs.",
)
EMPTY = Text("file ini kosong.", "this file is empty.")
NOT_FLAT = Text(
    "tulis satu nilai saja: angka 1 sampai 5, atau null.", "give one value only: a number from 1 to 5, or null."
)
NOT_A_MAPPING = Text(
    "isinya harus pasangan kunci dan nilai; contohnya: careerfit questions --template.",
    "it must hold pairs of key and value; for an example: careerfit questions --template.",
)
NOT_UTF8 = Text("ini bukan teks UTF-8; simpan ulang sebagai UTF-8.", "this is not UTF-8 text; save it as UTF-8.")
PLAIN_ONLY = Text(
    "pakai YAML biasa saja, tanpa tag, jangkar, atau rujukan.", "use plain YAML only: no tags, anchors or aliases."
)
TOO_DEEP = Text("isinya bertingkat terlalu dalam.", "it is nested too deep.")
TOO_MANY = Text(f"isinya lebih dari {MOST_KEYS} kunci.", f"it holds more than {MOST_KEYS} keys.")
TOO_LARGE = Text("lebih besar dari 1 MiB.", "it is larger than 1 MiB.")
TWO_DOCUMENTS = Text(
    "satu file berisi satu dokumen; hapus '---' yang ini.", "one file holds one document; remove this '---'."
)


class _Pairs(list[tuple[str, object]]):
    """A JSON object with its keys as they come, even twice."""


def read_answers(name: str) -> Layer:
    """The answers in the file of that name; ``-`` is standard input.

    Raises ``DataError`` where it can't be read, or is no flat mapping in JSON or YAML.
    """
    where = "stdin" if name == STDIN else escape(name, 500)
    text = _decoded(_bytes(name, where), where)
    return Layer(where, tuple(_json(text, where) if _is_json(name, text) else _yaml(text, where)))


def _bytes(name: str, where: str) -> bytes:
    try:
        if name == STDIN:
            found = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
        else:
            with Path(name).open("rb") as file:
                found = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise _refused(where, Text("file ini tidak ada.", "there is no such file.")) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise _refused(where, Text(f"tidak bisa dibaca ({reason}).", f"can't be read ({reason}).")) from error
    if len(found) > MOST_BYTES:
        raise _refused(where, TOO_LARGE)
    return found


def _decoded(content: bytes, where: str) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(where, NOT_UTF8, content.count(b"\n", 0, error.start) + 1) from error
    if not text.strip():
        raise _refused(where, EMPTY)
    return text


def _is_json(name: str, text: str) -> bool:
    """By the file's suffix; where that says nothing, by what the text begins with, if it also reads as JSON."""
    suffix = Path(name).suffix.lower()
    if suffix in (".json", ".yaml", ".yml"):
        return suffix == ".json"
    if text.lstrip()[:1] not in "{[":
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return '"' in text
    return True


def _json(text: str, where: str) -> list[tuple[str, object]]:
    try:
        found = json.loads(text, object_pairs_hook=_Pairs)
    except json.JSONDecodeError as error:
        broken = Text(f"JSON salah tulis di kolom {error.colno}.", f"broken JSON in column {error.colno}.")
        raise _refused(where, broken, error.lineno) from error
    except RecursionError as error:
        raise _refused(where, TOO_DEEP) from error
    except ValueError as error:
        raise _refused(where, NOT_FLAT) from error
    if not isinstance(found, _Pairs):
        raise _refused(where, NOT_A_MAPPING, 1)
    if len(found) > MOST_KEYS:
        raise _refused(where, TOO_MANY)
    return found


def _yaml(text: str, where: str) -> list[tuple[str, object]]:
    from careerfit.pack.yaml_nodes import NotYAMLError, events

    try:
        found = list(islice(_pairs(events(text), where), MOST_KEYS + 1))
    except NotYAMLError as error:
        raise _refused(where, BROKEN_YAML, error.line) from error
    if len(found) > MOST_KEYS:
        raise _refused(where, TOO_MANY)
    return found


def _pairs(events: Iterator[Any], where: str) -> Iterator[tuple[str, object]]:
    """The keys and values of a flat mapping, from YAML's events."""
    next(events)  # the stream's own beginning
    if type(document := next(events)).__name__ == "StreamEndEvent":
        raise _refused(where, EMPTY)
    if document.tags:
        raise _refused(where, PLAIN_ONLY, document.start_mark.line + 1)
    start = next(events)
    if type(start).__name__ == "ScalarEvent" and start.value == "":
        raise _refused(where, EMPTY)
    _expect(start, "MappingStartEvent", where, NOT_A_MAPPING)
    while type(key := next(events)).__name__ != "MappingEndEvent":
        _expect(key, "ScalarEvent", where, NOT_A_MAPPING)
        value = next(events)
        _expect(value, "ScalarEvent", where, NOT_FLAT)
        yield key.value, _value(value)
    _expect(next(events), "DocumentEndEvent", where, TWO_DOCUMENTS)
    _expect(next(events), "StreamEndEvent", where, TWO_DOCUMENTS)


def _expect(event: Any, kind: str, where: str, otherwise: Text) -> None:
    line = event.start_mark.line + 1
    if type(event).__name__ == "AliasEvent" or getattr(event, "anchor", None) or getattr(event, "tag", None):
        raise _refused(where, PLAIN_ONLY, line)
    if type(event).__name__ != kind:
        raise _refused(where, otherwise, line)


def _value(event: Any) -> object:
    """A scalar as YAML means it, as far as answers go: null, a number, or text (which is no answer)."""
    text: str = event.value
    if not event.implicit[0]:
        return text
    if text in _NULLS:
        return None
    return float(text) if re.fullmatch(_NUMBER, text) else text


def _refused(where: str, what: Text, line: int = 0) -> DataError:
    place = f"{where}:{line}" if line else where
    return DataError(Text(f"{place}: {what.id}", f"{place}: {what.en}"))
