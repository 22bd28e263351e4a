"""The face of lines: numbered choices, one line each way; nothing is redrawn and no cursor moves.

For screen readers, for terminals that can't redraw, and for whoever prefers it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from time import monotonic
from typing import TextIO

from careerfit.interview import texts
from careerfit.interview.pace import SETTLE, Clock
from careerfit.interview.pages import KEYS, Action, Block, Drawing, Entry, Flow, Page, Pair
from careerfit.interview.typed_ahead import drop_typed_ahead
from careerfit.text import Lang, encodable, wrap

ROWS_OF_WORDS = 10_000
"""Wide enough to break no line: for a reader, or a terminal of unknown width."""


class PlainFace:
    """Asks on ``stream`` and reads lines from ``source``; lines are broken between words at ``columns``, if given."""

    def __init__(self, source: TextIO, stream: TextIO, columns: int | None = None, clock: Clock = monotonic) -> None:
        self._source = source
        self._stream = stream
        self._columns = columns or ROWS_OF_WORDS
        self._is_typed = source.isatty()
        self._clock = clock
        self._since = 0.0
        self._is_new = True
        self._knows_scale = False
        self._knows_keys = False
        self._unsaid: list[str] = []
        self._title = self._note = ""

    def run(self, flow: Flow) -> None:
        """Ask one thing after the other until the flow is done."""
        try:
            while not flow.done:
                page = flow.page()
                self._show(page, flow.lang)
                self._is_new = True
                while not self._turn(flow, page):
                    self._write(texts.PLAIN_UNKNOWN.say(flow.lang, keys=_hints(page, flow.lang)))
        except (EOFError, KeyboardInterrupt, OSError):
            # Ctrl-D, Ctrl-C, or the terminal has gone: all that was answered is kept.
            with contextlib.suppress(OSError):
                self._write("")
                self._send()
            if not flow.done:
                flow.press("interrupt")

    def _turn(self, flow: Flow, page: Page) -> bool:
        """One line from the person; False where it can't be used. What is only told asks for nothing."""
        if page.spoken and page.entry is None:
            return flow.press(0)
        prompt = self._prompt(page, flow.lang)
        self._tell(prompt)
        if self._is_new and self._forget():
            self._tell_early(prompt, flow.lang)
        self._is_new = False
        line = self._read()
        while self._is_early():
            self._tell_early(prompt, flow.lang)
            line = self._read()
        action = _action(line, page)
        return action is not None and flow.press(action)

    def _forget(self) -> bool:
        """A page begins: what was typed before it showed is no answer to it. Was there a line of that?"""
        self._since = self._clock()
        return self._is_typed and drop_typed_ahead(self._source)

    def _is_early(self) -> bool:
        """Did a line come before anybody can have read the page? Then what follows it at once is early, too."""
        if not self._is_typed or self._clock() - self._since >= SETTLE:
            return False
        self._forget()
        return True

    def _tell_early(self, prompt: str, lang: Lang) -> None:
        self._write("")
        self._write(texts.PLAIN_EARLY.pick(lang))
        self._tell(prompt)

    def _show(self, page: Page, lang: Lang) -> None:
        self._write("")
        if page.title != self._title:
            self._title = page.title
            self._write(page.title)
        for n, line in enumerate(page.spoken or [line for block in page.body for line in _spoken(block)]):
            self._write(f"{page.position} {line}" if page.position and n == 0 else line)
        if page.is_menu:
            self._write(texts.PLAIN_NEXT.pick(lang))
        if len(page.choices) > 1 and not (page.scale and self._knows_scale):
            for n, choice in enumerate(page.choices):
                self._write(f"{n + 1} {choice}")
        if page.note and not (page.note_stays and page.note == self._note):
            self._write(page.note)
        self._note = page.note
        self._knows_keys = self._knows_scale
        if page.scale and not self._knows_scale:
            self._write(_hints(page, lang))
            self._knows_scale = True

    def _prompt(self, page: Page, lang: Lang) -> str:
        """What to type, in short once the keys are known."""
        is_short = page.position and self._knows_scale and len(page.choices) > 1
        if page.scale:
            asks = f"1 {page.choices[0]}, {len(page.choices)} {page.choices[-1]}"
        else:
            asks = f"1{_through(page, lang)}{len(page.choices)}" if is_short else _hints(page, lang)
        if is_short and self._knows_keys:
            asks += f"; {_keys(page, lang)}"
        if page.entry is not None:
            return f"{asks} ({texts.PLAIN_ENTER.say(lang, taken=page.entry)}):" if page.entry else f"{asks}:"
        if len(page.choices) == 1 or page.selected is None:
            return f"{asks}:"
        return f"{asks} ({texts.PLAIN_ENTER.say(lang, taken=page.selected + 1)}):"

    def _tell(self, prompt: str) -> None:
        """Show all that there is to say, with the prompt, at once: whoever sees the first line sees the last."""
        *above, last = wrap(prompt, self._columns - 4)
        for line in above:
            self._write(line)
        self._send(f"{last} ")

    def _send(self, prompt: str = "") -> None:
        text = "".join(f"{line}\n" for line in self._unsaid) + prompt
        self._unsaid.clear()
        self._stream.write(self._encodable(text))
        self._stream.flush()

    def _read(self) -> str:
        line = self._source.readline()
        if not line:
            raise EOFError
        return line

    def _encodable(self, text: str) -> str:
        return encodable(text, getattr(self._stream, "encoding", None))

    def _write(self, text: str) -> None:
        self._unsaid += wrap(text, self._columns)


def _spoken(block: Block) -> Iterator[str]:
    if isinstance(block, Pair):
        yield from (f"{title}: {text}" for title, text in (block.left, block.right))
    elif isinstance(block, Drawing):
        yield from block.spoken()
    else:
        yield block.text


def _through(page: Page, lang: Lang) -> str:
    """What stands between the first and the last number: a word, since a dash is not read."""
    return f" {(texts.PLAIN_OR if len(page.choices) == 2 else texts.PLAIN_TO).pick(lang)} "


def _hints(page: Page, lang: Lang) -> str:
    """The keys and what they do."""
    return ", ".join(f"{key} {does}" for key, does in page.keys(_through(page, lang), "b"))


def _keys(page: Page, lang: Lang) -> str:
    """The keys besides the numbers, the last of which tells what they do."""
    named = [key for key, move in KEYS.items() if move in page.moves and move not in ("help", "language")]
    return f"{', '.join([*named, '?'])} {texts.HELPS.pick(lang)}"


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
