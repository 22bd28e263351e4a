"""Text of strangers that means harm, wherever it may come in: one corpus for all tests, and what may come out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

HOSTILE: Mapping[str, str] = {
    # C0
    "nul": "a\x00b",
    "bell": "a\x07b",
    "backspaces over what stood before": "ab\x08\x08xy",
    "carriage return": "harmless\rharmful",
    "line break": "harmless\nerror: harmful",
    "vertical tab and form feed": "a\x0bb\x0cc",
    "shift out and in": "\x0ebox\x0f",
    "cancel and substitute": "a\x18b\x1ac",
    "delete": "a\x7fb",
    "separators of data": "a\x1cb\x1dc\x1ed\x1fe",
    # Escape sequences
    "colour": "\x1b[5;31mred",
    "clear the screen": "\x1b[2J\x1b[H",
    "report the cursor": "\x1b[6n",
    "other character set": "\x1b(0qqq",
    "full reset": "\x1bc",
    "alternate screen": "\x1b[?1049h",
    "title": "\x1b]0;title\x07",
    "title ended otherwise": "\x1b]2;title\x1b\\",
    "link": "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "device control": "\x1bP1;2|x\x1b\\",
    "settings asked for": "\x1bP$qm\x1b\\",
    "private message": "\x1b^evil\x1b\\",
    "application command": "\x1b_Gf=100;AAAA\x1b\\",
    "escape that is not ended": "\x1b]0;",
    # C1, in one character each
    "colour in eight bits": "\x9b5;31mred",
    "title in eight bits": "\x9d0;title\x9c",
    "device control in eight bits": "\x90+q544e\x9c",
    "next line": "a\x85b",
    "reverse line feed": "a\x8db",
    # Direction and what is not seen
    "override": "\u202egpj.exe",
    "override that is closed": "a\u202eb\u202cc",
    "embedding": "\u202ab\u202bc",
    "isolates": "\u2066x\u2067y\u2068z\u2069",
    "marks of direction": "\u200ea\u200fb\u061cc",
    "zero width": "a\u200bb\u200cc\u200dd",
    "word joiner and invisible signs": "a\u2060b\u2062c\u2064d",
    "byte order mark": "\ufeffx",
    "soft hyphen": "pass\u00adword",
    "tags": "a\U000e0001\U000e0041\U000e007fb",
    "interlinear marks": "\ufff9a\ufffab\ufffbc",
    "signs of old scripts": "a\u0600b\u06ddc\u070fd\u180ee",
    "musical marks": "a\U0001d173b\U0001d17ac",
    "shorthand marks": "a\U0001bca0b",
    "line and paragraph separators": "a\u2028b\u2029c",
    "surrogate of a byte": "\udc9b31mx",
    "half of a pair": "\ud83dx",
    "no character": "a\ufffeb\uffffc",
    "private use": "a\ue000b\U0010ffffc",
    # What is drawn oddly
    "flood of accents": "e" + "\u0301" * 300,
    "one long accent": "Z" + "\u0335\u0321\u0489" * 20,
    "wide and right to left": "漢字 שלום مرحبا",
    "blanks that are none": "a\u00a0b\u3000c\u2003d",
    # Markup and placeholders
    "rich closing": "[/payload]",
    "rich style": "[bold red]payload",
    "rich link": "[link=https://evil.example]payload[/link]",
    "rich emoji": ":skull: payload",
    "prompt_toolkit": "<ansired><b>payload</b></ansired> <style fg='red'>",
    "script": "<script>alert('payload')</script>",
    "image": "<img src=x onerror=alert(1)>&lt;payload",
    "end of a style": "</style></title><script>payload()</script>",
    "Markdown": "**payload** _x_ `y` | z | ~~w~~",
    "Markdown link": "[payload](https://evil.example) ![x](https://evil.example/x.png)",
    "Markdown block": "# payload",
    "format": "{0} {} {payload} {x.__class__} {{",
    "percent": "%s %d %n %(payload)s %",
    "template": "{{ 7 * 7 }}{% raw %}payload{# x #}",
    "shell": "$(touch payload) `touch payload` ; touch payload | sh",
    "SQL": "'; DROP TABLE attempt; --",
    "formula": '=HYPERLINK("https://evil.example","payload")',
    "formula that runs": "+cmd|' /C payload'!A0",
    "formula by sign": "-2+3+cmd|' /C payload'!A0",
    "formula by at": "@SUM(1+9)*payload",
    "formula behind a blank": "\t=1+1",
    "path": "../../../../payload/passwd",
    "YAML": "!!python/object/apply:os.system [payload]",
    "quotes": "\"'payload'\" \\\" \\' \\",
    # Size
    "very long": "x" * 10_000,
    "very long words": "payload " * 2_000,
}
"""Kind of harm → text. What reads as ``payload`` is meant to be seen as it is written."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_COLOURS = re.compile(r"\x1b\[(?:0|1|2|4|32|33|36)m")
"""Bold, dim, underlined, green, yellow, cyan, and the way back: no hostile text has any of these."""


def unseen(text: str) -> set[str]:
    """The characters that steer, hide or reorder, other than line breaks: none of them may come out anywhere."""
    return {char for char in text if char != "\n" and unicodedata.category(char) in _UNSEEN}


def uncoloured(text: str) -> str:
    """The text without the colours that the program itself writes."""
    return _COLOURS.sub("", text)


def fits_a_name(text: str) -> bool:
    """Can a file have this name?"""
    try:
        name = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return len(name) < 240 and not set(b"/\0") & set(name)


def fits_an_argument(text: str) -> bool:
    """Can a program be given this text, as an argument or in its environment?"""
    try:
        return b"\0" not in text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
