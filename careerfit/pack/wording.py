"""Messages with their placeholders filled in, and text from a pack made fit to stand in one."""

from __future__ import annotations

from collections.abc import Mapping

from careerfit.core.model import LANGUAGES, Text
from careerfit.pack.messages import MESSAGES

SHOWN = 60
"""Text from a pack is cut to this many characters in a message."""

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


def say(code: str, **params: object) -> Text:
    """The message of that code with its placeholders filled in; a ``Text`` fills each language with its own words."""
    template = MESSAGES[code]
    return Text(*(template.pick(lang).format(**{k: _word(v, lang) for k, v in params.items()}) for lang in LANGUAGES))


def _word(value: object, lang: str) -> object:
    return getattr(value, lang) if isinstance(value, Text) else value


def shown(text: str, most: int = SHOWN) -> str:
    """Text from a pack as it may stand in a message: hidden characters spelt out, cut where it is long."""
    text = text if len(text) <= most else f"{text[: most - 1]}…"
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
