"""The face of lines: numbered choices, one line each way; nothing is redrawn and no cursor moves.

For screen readers, for terminals that can't redraw, and for whoever prefers it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TextIO

from careerfit.interview import texts
from careerfit.interview.pages import KEYS, Action, Block, Drawing, Entry, Flow, Page, Pair
from careerfit.text import Lang, encodable, wrap

ROWS_OF_WORDS = 10_000
"""Wide enough to break no line: for a reader, or a terminal of unknown width."""


class PlainFace:
    """Asks on ``stream`` and reads lines from ``source``; lines are broken between words at ``columns``, if given."""

    def __init__(self, source: TextIO, stream: TextIO, columns: int | None = None) -> None:
        self._source = source
        self._stream = stream
        self._columns = columns or ROWS_OF_WORDS
        self._knows_scale = False
        self._title = ""

    def run(self, flow: Flow) -> None:
        """Ask one thing after the other until the flow is done."""
        try:
            while not flow.done:
                page = flow.page()
                self._show(page)
                while not self._turn(flow, page):
                    self._write(texts.PLAIN_UNKNOWN.say(flow.lang, keys=_keys(page)))
        except (EOFError, KeyboardInterrupt, OSError):
            # Ctrl-D, Ctrl-C, or the terminal has gone: all that was answered is kept.
            with contextlib.suppress(OSError):
                self._write("")
            if not flow.done:
                flow.press("interrupt")

    def _turn(self, flow: Flow, page: Page) -> bool:
        """One line from the person; False where it can't be used. What is only told asks for nothing."""
        action = 0 if page.spoken and page.entry is None else _action(self._ask(self._prompt(page, flow.lang)), page)
        return action is not None and flow.press(action)

    def _show(self, page: Page) -> None:
        self._write("")
        if page.title != self._title:
            self._title = page.title
            self._write(page.title)
        for n, line in enumerate(page.spoken or [line for block in page.body for line in _spoken(block)]):
            self._write(f"{page.position} {line}" if page.position and n == 0 else line)
        if len(page.choices) > 1 and not (page.scale and self._knows_scale):
            for n, choice in enumerate(page.choices):
                self._write(f"{n + 1} {choice}")
        if page.note:
            self._write(page.note)
        if page.scale and not self._knows_scale:
            self._write(_hints(page))
            self._knows_scale = True

    def _prompt(self, page: Page, lang: Lang) -> str:
        """What to type, in short once the keys are known."""
        if page.scale:
            return f"1 {page.choices[0]}, {len(page.choices)} {page.choices[-1]}:"
        asks = f"1-{len(page.choices)}" if page.position and self._knows_scale else _hints(page)
        if page.entry is not None:
            return f"{asks} ({texts.PLAIN_OFFERED.say(lang, name=page.entry)}):" if page.entry else f"{asks}:"
        if len(page.choices) == 1 or page.selected is None:
            return f"{asks}:"
        return f"{asks} ({texts.PLAIN_ENTER.say(lang, n=page.selected + 1)}):"

    def _ask(self, prompt: str) -> str:
        *above, last = wrap(prompt, self._columns - 4)
        for line in above:
            self._write(line)
        self._stream.write(self._encodable(f"{last} "))
        self._stream.flush()
        line = self._source.readline()
        if not line:
            raise EOFError
        return line

    def _encodable(self, text: str) -> str:
        return encodable(text, getattr(self._stream, "encoding", None))

    def _write(self, text: str) -> None:
        for line in wrap(text, self._columns):
            self._stream.write(self._encodable(line) + "\n")
        self._stream.flush()


def _spoken(block: Block) -> Iterator[str]:
    if isinstance(block, Pair):
        yield from (f"{title}: {text}" for title, text in (block.left, block.right))
    elif isinstance(block, Drawing):
        yield from block.spoken()
    else:
        yield block.text


def _keys(page: Page) -> str:
    """What can be typed: the numbers, then the letters of the moves."""
    count = len(page.choices)
    return ", ".join([f"1-{count}" if count > 1 else "1", *(key for key, move in KEYS.items() if move in page.moves)])


def _hints(page: Page) -> str:
    """The keys and what they do."""
    return ", ".join(f"{key} {does}" for key, does in page.keys("–", "b"))


def _action(line: str, page: Page) -> Action | None:
    """What a line asks for: a number, a letter, or nothing for what is marked; None for anything else."""
    word = line.strip().lower()
    if page.entry is not None:
        move = KEYS.get(word)
        return move if move in page.moves else Entry("" if word == "-" else line.strip() or page.entry)
    if not word:
        return page.selected
    if word.isascii() and word.isdigit():
        return int(word) - 1 if len(word) == 1 else None
    return KEYS.get(word)
