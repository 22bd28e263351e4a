"""The program in a pseudo-terminal, and what a person sees of it there."""

from __future__ import annotations

import contextlib
import shlex
import signal
import time
from collections.abc import Mapping, Sequence
from typing import Self

import pexpect
import pyte

from careerfit.interview import texts

from .conftest import COMMAND, environment

KEYS = {"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "enter": "\r", "escape": "\x1b"}
KEYS |= {"pageup": "\x1b[5~", "pagedown": "\x1b[6~", "ctrl-c": "\x03", "ctrl-d": "\x04"}
PATIENCE = 60.0
QUIET = 0.06
SETTLE = 0.2
"""Seconds after which a page that is seen takes an answer, with what a busy machine needs beside."""
AGAIN = texts.PLAIN_EARLY
"""What plain lines say of a line that came too early, as on a machine that was busy between showing and reading."""


class Terminal:
    """One run of the program in a terminal of ``columns`` by ``rows``.

    ``redirect`` is for the shell: ``> file``; ``through`` is a command that runs the program.
    """

    def __init__(
        self,
        *args: str,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
        redirect: str = "",
        through: Sequence[str] = (),
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._typed = ""
        self._refused = 0
        self.written = bytearray()
        """Everything that came out, byte for byte."""
        call = [*through, *COMMAND, *args]
        words = ["/bin/sh", "-c", f"exec {shlex.join(call)} {redirect}"] if redirect else call
        self.child = pexpect.spawn(
            words[0],
            words[1:],
            env=environment({"TERM": "xterm-256color", **(env or {})}),
            dimensions=(rows, columns),
            echo=True,
        )
        self._screen.write_process_input = self._answer
        self.child.delaybeforesend = None
        self.child.delayafterclose = self.child.delayafterterminate = 0.02

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.child.isalive():
            self.child.kill(signal.SIGKILL)
            self.child.wait()
        self.child.close(force=True)

    def press(self, *keys: str) -> None:
        """Press keys, by their names or as they are, each after the page has been there for a moment."""
        for n, key in enumerate(keys):
            if n:
                self.rest()
            else:
                time.sleep(SETTLE)
            self.child.send(KEYS.get(key, key))

    def type(self, line: str) -> None:
        """Type a line and Enter, after the page has been there for a moment; again where it is asked for again."""
        self._typed = line
        time.sleep(SETTLE)
        self.child.send(f"{line}\n")

    def see(self, text: str, timeout: float = PATIENCE, *, rest: bool = True) -> str:
        """Wait until the screen says this, and (with ``rest``) until it has come to rest; the screen."""
        end = time.monotonic() + timeout
        while not self._says(text):
            if time.monotonic() > end or not self._read(0.2):
                raise AssertionError(f"{text!r} is not on the screen:\n{self.screen}")
        while rest and self._read(QUIET, must=False):
            pass
        return self.screen

    def wait_for_output(self) -> None:
        """Wait until something has come, and come to rest."""
        end = time.monotonic() + PATIENCE
        before = len(self.written)
        while len(self.written) == before and time.monotonic() < end and self._read(0.2):
            pass
        self.rest()

    def rest(self) -> str:
        """Wait until nothing more comes; the screen."""
        while self._read(0.3, must=False):
            pass
        return self.screen

    @property
    def screen(self) -> str:
        """What is on the screen, line by line, without blanks at the ends."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip() + "\n"

    @property
    def text(self) -> str:
        """What is on the screen as running text, however it was broken into lines."""
        return " ".join(self.screen.split())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._screen.resize(rows, columns)
        self._screen.reset()
        self.child.setwinsize(rows, columns)

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed."""
        self.child.ptyproc.fileobj.close()

    def kill(self, number: int = signal.SIGTERM) -> None:
        """Send a signal."""
        self.child.kill(number)

    def end(self, timeout: float = PATIENCE) -> int:
        """Wait for the end; the exit code, or the number of the signal that ended it, negative."""
        stop = time.monotonic() + timeout
        while self._read(0.5, must=False) or (self.child.isalive() and time.monotonic() < stop):
            pass
        self.child.close()
        if self.child.signalstatus is not None:
            return -int(self.child.signalstatus)
        return int(self.child.exitstatus if self.child.exitstatus is not None else 999)

    def _answer(self, report: str) -> None:
        """Tell the program what it asks of its terminal, as where the cursor is; whoever hears nothing waits for it."""
        with contextlib.suppress(OSError, ValueError):
            self.child.send(report)

    def _says(self, text: str) -> bool:
        return " ".join(text.split()) in self.text

    def _read(self, timeout: float, *, must: bool = True) -> bool:
        """Take in what has come; False when nothing has, and (with ``must``) nothing can come any more."""
        try:
            data = self.child.read_nonblocking(65_536, timeout)
        except pexpect.TIMEOUT:
            return must
        except (pexpect.EOF, ValueError, OSError):
            return False
        self.written += data
        self._stream.feed(data)
        refused = sum(self.written.count(sentence.encode()) for sentence in AGAIN)
        if self._typed and refused > self._refused:
            self._refused = refused
            self.type(self._typed)
        return True
