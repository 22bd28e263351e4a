"""A stranger's pack in the quiz itself, on both faces, and in the check of what people believe."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careerfit.pack import load_pack
from tests.cli.strangers import allowed, said_everywhere, write_pack
from tests.hostile import unseen

from .terminal import Terminal

DRAWING = re.compile(r"\x1b\[\??[0-9;]*[A-HJKhlm]|\x1b\[6n|[\r\b]")
"""How a screen is drawn: places, colours, modes and what is erased; no title, link, clipboard or string of any kind."""
FACES = pytest.mark.parametrize("face", ["screen", "plain"])


@pytest.fixture
def pack(tmp_path: Path) -> str:
    """The folder of a pack whose texts are all that packs may hold of what is hostile."""
    return str(write_pack(tmp_path / "pack", said_everywhere(allowed())))


def check(terminal: Terminal) -> None:
    """Nothing has come out but text and the drawing of screens."""
    assert set() == unseen(DRAWING.sub("", terminal.written.decode()))


@FACES
def test_the_quiz_shows_text_as_it_is(face: str, pack: str) -> None:
    """Each question is on the screen as it is written, markup and placeholders too, and nothing steers the terminal."""
    items = {" ".join(item.text.en.split()) for item in load_pack(pack).items}
    args = ["quiz", "--mode", "full", "--no-save", "--pack", pack, "--lang", "en", "--color", "always"]
    with Terminal(*args, *(["--plain"] if face == "plain" else []), columns=900, rows=60) as terminal:
        terminal.see("nothing is sent")
        terminal.press("enter")
        for number in range(1, len(items) + 1):
            terminal.see(f"{number}/")
            items -= {item for item in items if item in terminal.text}
            terminal.type("3") if face == "plain" else terminal.press("3")
        terminal.wait_for_output()
        terminal.press("ctrl-c")
        terminal.end()
        assert set() == items
        check(terminal)


@FACES
def test_beliefs_are_shown_as_they_are(face: str, pack: str) -> None:
    """What people believe is asked and answered without steering the terminal."""
    term = "dumb" if face == "plain" else "xterm-256color"
    with Terminal("reality", "penulis", "--pack", pack, "--lang", "en", columns=200, env={"TERM": term}) as terminal:
        for _ in range(4):
            terminal.wait_for_output()
            terminal.type("1") if face == "plain" else terminal.press("1")
        terminal.end()
        check(terminal)
