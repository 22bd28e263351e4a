"""From the bytes of a terminal to keys: what a person pressed, and nothing that a terminal says of itself."""

from __future__ import annotations

from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES
from prompt_toolkit.input.base import Input
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys

ESCAPE = "\x1b"
KEYPAD: dict[str, str] = {f"{ESCAPE}O{chr(ord('p') + n)}": str(n) for n in range(10)} | {f"{ESCAPE}OM": "\r"}
"""What the keys of the number pad send where it is in its own mode, as PuTTY has it."""
STRINGS = "]P^_X"
"""After Escape: the beginnings of strings, in which terminals answer questions of other programs."""
STRING_ENDS = ("\x07", f"{ESCAPE}\\")
PASTE, PASTE_ENDS = f"{ESCAPE}[200~", f"{ESCAPE}[201~"
AT_ONCE = "\x03\x04"
"""Ctrl-C and Ctrl-D are keys wherever they come."""
LONGEST = 4096
"""Of an endless string no more than this is kept while it goes on."""


class KeyParser(Vt100Parser):
    """Characters in, keys out, wherever the stream is cut.

    A sequence is one key, or none: replies of the terminal, keys that nobody knows, and Alt with a letter are dropped
    as a whole, so that their digits answer nothing. ``flush`` says that nothing has come for a while: only then is
    Escape a key of its own, and only then is a sequence given up that was never ended.
    """

    def reset(self, request: bool = False) -> None:  # noqa: FBT001, FBT002  # as it is called
        """Forget what has begun."""
        self._begun = ""
        self._pasted: list[str] | None = None
        super().reset(request)

    def feed(self, data: str) -> None:
        """Take what has come."""
        for char in data:
            if self._pasted is not None:
                self._paste(self._pasted, char)
            elif char in AT_ONCE or not self._begun:
                self._single(char)
            else:
                self._go_on(char)

    def flush(self) -> None:
        """Nothing more has come: what has begun is over."""
        if self._begun == ESCAPE:
            self._press(Keys.Escape, ESCAPE)
        self._begun, self._pasted = "", None

    def _press(self, key: Keys | str, data: str) -> None:
        self.feed_key_callback(KeyPress(key, data))

    def _single(self, char: str) -> None:
        """A character outside any sequence."""
        self._begun = ""
        if char == ESCAPE:
            self._begun = char
            return
        known = ANSI_SEQUENCES.get("\r" if char == "\n" else char, char)
        if not isinstance(known, tuple):
            self._press(known, char)

    def _go_on(self, char: str) -> None:
        """One more character of a sequence."""
        self._begun = begun = (self._begun if len(self._begun) < LONGEST else self._begun[:2]) + char
        kind = begun[1]
        if kind in STRINGS:
            self._string(begun)
        elif char == ESCAPE:
            self._begun = ESCAPE
        elif kind in {"[", "O"}:
            self._sequence(begun, char)
        else:
            self._begun = ""

    def _string(self, begun: str) -> None:
        """A string goes on to its end, or to where something else begins."""
        if begun.endswith(STRING_ENDS):
            self._begun = ""
        elif begun[-2] == ESCAPE and len(begun) > 2:
            self._begun = ESCAPE
            self._go_on(begun[-1])

    def _sequence(self, begun: str, char: str) -> None:
        """A sequence goes on to its last character; one with a character that can't be in it is none."""
        if len(begun) == 2 or begun == f"{ESCAPE}[[" or " " <= char <= "?":
            return
        self._begun = ""
        if not "@" <= char <= "~":
            self._single(char)
        elif begun == PASTE:
            self._pasted = []
        elif begun in KEYPAD:
            self._single(KEYPAD[begun])
        elif isinstance(key := ANSI_SEQUENCES.get(begun), Keys) and key not in (Keys.Ignore, Keys.CPRResponse):
            self._press(key, begun)

    def _paste(self, pasted: list[str], char: str) -> None:
        """What is pasted comes as one, with its ends cut off."""
        pasted.append(char)
        if "".join(pasted[-len(PASTE_ENDS) :]) == PASTE_ENDS:
            self._pasted = None
            self._press(Keys.BracketedPaste, "".join(pasted[: -len(PASTE_ENDS)]))


def listen(source: Input) -> Input:
    """The same input, which reads keys so; on Windows the console tells keys, not characters."""
    if isinstance(parser := getattr(source, "vt100_parser", None), Vt100Parser):
        source.vt100_parser = KeyParser(parser.feed_key_callback)  # type: ignore[attr-defined]
    return source
