"""The face for a terminal that can redraw: one page a screen, keys that act at once."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from time import monotonic
from typing import TextIO

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, Layout, Window
from prompt_toolkit.output import ColorDepth, Output, create_output
from questionary import Question, Style

from careerfit.interview import texts
from careerfit.interview.keys import listen
from careerfit.interview.layout import Row, draw
from careerfit.interview.pace import SETTLE, Clock
from careerfit.interview.pages import KEYS, Entry, Flow, Move, Page
from careerfit.text import clean, is_unicode, typed

STYLE = Style(
    [
        ("heading", ""),
        ("bar", "fg:ansicyan"),
        ("rest", ""),
        ("title", "bold"),
        ("statement", "bold"),
        ("label", "bold"),
        ("choice", ""),
        ("marked", "fg:ansicyan bold"),
        ("note", "italic"),
        ("key", "bold"),
        ("does", ""),
    ]
)
"""Colours that read on light and on dark; nothing is told by colour alone."""

FREE: tuple[Move, ...] = ("back", "leave", "help", "language", "interrupt")
"""What may be done at once, since it answers nothing."""
STEPS = {"up": -1, "down": 1, "s-tab": -1, "c-i": 1}
"""Keys that mark another choice, so many further down."""
SCROLLS = {"pageup": -5, "pagedown": 5, " ": 5}
"""Keys that show what is so many rows further down."""
LONGEST_LINE = 80
"""A line that is asked for takes so many characters."""
ESCAPE_WAIT = 0.4
"""Seconds to wait after Escape for the rest of an arrow key, which may come over a slow line."""


class Screen:
    """What is on the screen: the flow's page, the choice that is marked, a remark, and how far it is scrolled."""

    def __init__(self, flow: Flow, *, ascii_only: bool = False, clock: Clock = monotonic) -> None:
        self.flow = flow
        self._ascii_only = ascii_only
        self._clock = clock
        self._show()

    def _show(self) -> None:
        """Start a new page."""
        self.page: Page | None = None if self.flow.done else self.flow.page()
        self.selected = self.page.selected if self.page is not None else None
        self.note = ""
        self.typed = (self.page.entry or "") if self.page is not None else ""
        self.top, self._follows = 0, False
        self._since = self._clock()

    @property
    def asks_for_line(self) -> bool:
        """Does the page ask for a line, so that letters and digits are no keys?"""
        return self.page is not None and self.page.entry is not None

    def press(self, action: int | Move | Entry) -> None:
        """Hand an action on; what the page does not offer does nothing.

        An answer counts only once the page has been there for a moment, and where it does not come on the heels of
        another one that did not count: a paste, a held key or a double press answers one page, not several.
        """
        if self.page is None or (action not in FREE and not self._is_settled()):
            return
        if self.flow.press(action):
            self._show()
        else:
            self.refuse()

    def refuse(self) -> None:
        """Say which keys can be used here, since one was pressed that can't."""
        if not self.asks_for_line:
            self.note = texts.OTHER_KEY.pick(self.flow.lang)

    def _is_settled(self) -> bool:
        now = self._clock()
        is_settled = now - self._since >= SETTLE
        if not is_settled:
            self._since = now
        return is_settled

    def type(self, text: str) -> None:
        """Add what can be read of a text to the line that is asked for."""
        self.typed = (self.typed + clean(text))[:LONGEST_LINE]

    def paste(self, text: str) -> None:
        """Take what was pasted where a line is asked for; anywhere else it is no answer."""
        if self.asks_for_line:
            self.type(text)

    def cancel(self) -> None:
        """Go back, except from a question: there Escape may be the beginning of an arrow key that came in parts."""
        if self.page is not None and "back" in self.page.moves and not self.page.position:
            self.press("back")

    def erase(self) -> None:
        """Take away the last character of that line."""
        self.typed = self.typed[:-1]

    def move(self, step: int) -> None:
        """Mark the next choice (1) or the one before (−1), round and round."""
        count = len(self.page.choices) if self.page is not None else 0
        if count < 2:
            self.scroll(step)
            return
        start = (-1 if step > 0 else 0) if self.selected is None else self.selected
        self.selected, self.note, self._follows = (start + step) % count, "", True

    def take(self) -> None:
        """Take the choice that is marked, or send off what was typed."""
        if self.asks_for_line:
            self.press(Entry(self.typed.strip()))
        elif self.selected is not None:
            self.press(self.selected)
        else:
            self.note = texts.CHOOSE_FIRST.pick(self.flow.lang)

    def scroll(self, rows: int) -> None:
        """Show what is further down, or up."""
        self.top, self._follows = max(0, self.top + rows), False

    def rows(self, columns: int, height: int) -> list[Row]:
        """What is seen on a screen of that size."""
        if self.page is None:
            return []
        rows = draw(self.page, self.selected, self.note, (columns, height), self.typed)
        if self._ascii_only:
            rows = [replace(row, line=[(style, typed(text)) for style, text in row.line]) for row in rows]
        return rows if len(rows) <= height else self._part(rows, height)

    def _part(self, rows: list[Row], height: int) -> list[Row]:
        """What is seen of a page that is too long: from ``top`` on, then how to see more, and the keys."""
        foot = [row for row in rows if row.is_foot]
        body = [row for row in rows if not row.is_foot]
        room = max(1, height - len(foot) - 1)
        if self._follows:
            focus = next((n for n, row in enumerate(body) if row.is_focus), 0)
            self.top = max(min(self.top, focus), focus - room + 1)
        self.top = max(0, min(self.top, len(body) - room))
        moves_choice = self.page is not None and len(self.page.choices) > 1
        how = texts.MORE_BELOW if moves_choice else texts.MORE_TO_READ
        more = Row([*foot[0].line[:1], ("class:key", how.pick(self.flow.lang))])  # under the page, as far in as it is
        return [*body[self.top : self.top + room], more, *foot]


class ScreenFace:
    """Shows a flow on ``stream``, which is not standard output, so that results may be redirected.

    ``input``, ``output`` and ``clock`` stand in for the terminal and the time.
    """

    def __init__(
        self,
        stream: TextIO,
        *,
        color: bool = True,
        input: Input | None = None,  # noqa: A002  # prompt_toolkit's word for it
        output: Output | None = None,
        clock: Clock = monotonic,
    ) -> None:
        self._input = input
        self._output = output
        self._stream = stream
        self._color = color
        self._clock = clock

    def run(self, flow: Flow) -> None:
        """Show page after page until the flow is done."""
        try:
            screen = Screen(flow, ascii_only=not is_unicode(self._stream), clock=self._clock)
            Question(self.application(screen)).unsafe_ask()
        except (EOFError, KeyboardInterrupt, OSError):
            # The terminal has gone, or the program was told to end: all that was answered is kept.
            if not flow.done:
                flow.press("interrupt")

    def application(self, screen: Screen) -> Application[None]:
        """The program that shows a screen and reads keys."""
        output = self._output or create_output(self._stream)
        app: Application[None] = Application(
            layout=Layout(Window(FormattedTextControl(lambda: _text(screen, output), show_cursor=False))),
            key_bindings=bindings(screen),
            style=STYLE,
            color_depth=None if self._color else ColorDepth.DEPTH_1_BIT,
            full_screen=True,
            input=listen(self._input or create_input()),
            output=output,
        )
        app.ttimeoutlen = ESCAPE_WAIT
        app.pre_run_callables.append(lambda: _end_on_signals(app, screen))
        return app


def bindings(screen: Screen) -> KeyBindings:
    """The keys."""
    keys = KeyBindings()

    def bind(name: str, act: Callable[[], None]) -> None:
        @keys.add(name)
        def _(event: KeyPressEvent) -> None:
            if screen.asks_for_line and event.data.isprintable():
                screen.type(event.data)
            else:
                act()
            if screen.flow.done:
                event.app.exit()

    for name, act in acts(screen):
        bind(name, act)
    keys.add("<bracketed-paste>")(lambda event: screen.paste(event.data))
    keys.add("c-z")(lambda event: event.app.suspend_to_background())
    return keys


def acts(screen: Screen) -> Iterator[tuple[str, Callable[[], None]]]:
    """Each key's name, and what it does where no line is asked for."""
    yield from ((str(n + 1), partial(screen.press, n)) for n in range(9))
    for key, move in KEYS.items():
        yield from ((name, partial(screen.press, move)) for name in dict.fromkeys((key, key.upper())))
    yield "left", partial(screen.press, "back")
    yield from ((name, partial(screen.press, "interrupt")) for name in ("c-c", "<sigint>", "c-d"))
    yield from ((name, partial(screen.move, step)) for name, step in STEPS.items())
    yield from ((name, screen.take) for name in ("c-m", "right"))
    yield from ((name, partial(screen.scroll, rows)) for name, rows in SCROLLS.items())
    yield "escape", screen.cancel
    yield "c-h", screen.erase
    yield "<any>", screen.refuse


def _text(screen: Screen, output: Output) -> StyleAndTextTuples:
    size = output.get_size()
    text: StyleAndTextTuples = []
    for row in screen.rows(size.columns, size.rows):
        text += [*row.line, ("", "\n")]
    return text[:-1]


def _end_on_signals(app: Application[None], screen: Screen) -> None:
    """Leave in good order when the terminal is closed or the program is told to end."""

    def end() -> None:
        if not screen.flow.done:
            screen.press("interrupt")
            app.exit()

    with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):  # Windows has no such handlers
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
            loop.add_signal_handler(number, end)
