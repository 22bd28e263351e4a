"""Messages with their placeholders filled in."""

from __future__ import annotations

from collections.abc import Mapping

from careerfit.pack.messages import MESSAGES
from careerfit.text import Text

KINDS: Mapping[str, Text] = {
    "text": Text("teks", "text"),
    "number": Text("angka", "a number"),
    "bool": Text("nilai ya/tidak", "a yes/no value"),
    "null": Text("nilai kosong", "an empty value"),
    "date": Text("tanggal", "a date"),
    "merge": Text("tanda khusus YAML", "a special mark of YAML"),
    "mapping": Text("pemetaan", "a mapping"),
    "list": Text("daftar", "a list"),
}
"""What YAML takes a value for, in words."""


def message(code: str, **params: object) -> Text:
    """The message of that code with its placeholders filled in; a ``Text`` fills each language with its own words."""
    return MESSAGES[code].fill(**params)
