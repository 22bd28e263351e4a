"""What bytes of a terminal are keys, and that nothing answers a question which was not yet on the screen."""

from __future__ import annotations

import io
import random
from collections.abc import Iterable
from itertools import pairwise

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import DummyOutput

from careerfit.core.model import Pack
from careerfit.interview.keys import KeyParser
from careerfit.interview.screen_face import SETTLE, Screen, ScreenFace, acts

from .fakes import Hands, Talk

REPLIES = (
    "\x1b[?64;1;2c",
    "\x1b[>41;354;0c",
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
    "\x1bP>|tmux 3.4\x1b\\",
    "\x1b[49u",
    "\x1b[24;80R",
    "\x1b[I\x1b[O",
    "\x1b4",
)
"""What terminals say of themselves, and keys that mean nothing here."""
KEYS = {
    **{f"\x1bO{chr(ord('p') + n)}": str(n) for n in range(10)},
    "\x1bOM": Keys.ControlM,
    "\r": Keys.ControlM,
    "\n": Keys.ControlM,
    "\x1b[A": Keys.Up,
    "\x1bOB": Keys.Down,
    "\x1b[D": Keys.Left,
    "\x1b[5~": Keys.PageUp,
    "\x1b[Z": Keys.BackTab,
    "\x03": Keys.ControlC,
    "\x7f": Keys.ControlH,
    "\x1b[[A": Keys.F1,
    "é": "é",
}
PIECES = (
    *REPLIES,
    *KEYS,
    *"12345sbq?lx",
    "\x1b",
    "\x1b[",
    "\x1bO",
    "\x1b]",
    "\x1bP",
    "\x1b[200~",
    "44\x1b[201~",
    ";",
    "\x00",
)


def parsed(chunks: Iterable[str]) -> list[tuple[object, str]]:
    """The keys in what comes in these chunks, and then no more."""
    found: list[tuple[object, str]] = []
    parser = KeyParser(lambda press: found.append((press.key, press.data)))
    for chunk in chunks:
        parser.feed(chunk)
    parser.flush()
    return found


def cut(text: str) -> list[tuple[str, ...]]:
    """The text whole, in two at each place, and character by character."""
    return [(text,), *((text[:n], text[n:]) for n in range(1, len(text))), tuple(text)]


@pytest.mark.parametrize("reply", REPLIES, ids=repr)
def test_what_a_terminal_says_of_itself_is_no_key(reply: str) -> None:
    """However it is cut, a reply is dropped as a whole, and the key after it counts."""
    for chunks in cut(reply):
        assert [("4", "4")] == parsed([*chunks, "4"])


@pytest.mark.parametrize(("sent", "key"), KEYS.items(), ids=repr)
def test_a_key_is_a_key_however_it_comes(sent: str, key: object) -> None:
    """The number pad gives digits and Enter, and a sequence that is cut anywhere is the one key that it is whole."""
    for chunks in cut(sent):
        assert [key] == [found for found, _ in parsed(chunks)]


def test_escape_is_a_key_where_nothing_follows() -> None:
    """Escape alone is itself; with the rest of an arrow key after a while it is that arrow."""
    assert [(Keys.Escape, "\x1b")] == parsed(["\x1b"])
    assert [(Keys.Down, "\x1b[B")] == parsed(["\x1b", "[B"])
    assert [(Keys.Up, "\x1b[A")] == parsed(["\x1b", "\x1b", "[A"])


def test_a_paste_is_one_key() -> None:
    """What is pasted comes as one, whatever it holds and however it is cut."""
    for chunks in cut("\x1b[200~4\x1b[A\x034\x1b[201~"):
        assert [(Keys.BracketedPaste, "4\x1b[A\x034")] == parsed(chunks)


def test_what_never_ends_does_not_take_the_keyboard_away() -> None:
    """A string, a sequence or a paste that is not ended is given up once nothing more comes; Ctrl-C counts at once."""
    for begun in ("\x1b]11;", "\x1bP", "\x1b[1;", "\x1bO", "\x1b[200~44"):
        found: list[object] = []
        parser = KeyParser(lambda press, found=found: found.append(press.key))
        parser.feed(begun)
        parser.flush()
        parser.feed("5")
        assert ["5"] == found
    assert [Keys.ControlC, "4"] == [key for key, _ in parsed(["\x1b]11;rgb\x034"])]
    assert [] == parsed(["\x1b]" + "1" * 10_000])


def test_the_table_holds_on_the_screen(pack: Pack) -> None:
    """Replies and pastes answer nothing; the number pad answers, and its Enter takes what is marked."""
    assert [] == [reply for reply in REPLIES if answers(pack, reply)]
    assert [] == answers(pack, "\x1b[200~44444\x1b[201~")
    assert [4] == answers(pack, "\x1bOt")
    assert [1] == answers(pack, "\x1b[B\x1bOM")


def answers(pack: Pack, sent: str) -> list[object]:
    """What is answered by what comes in one go, a second after the page."""
    talk, hands = Talk(pack), Hands()

    def clock() -> float:
        return hands.now

    with create_pipe_input() as keyed:
        face = ScreenFace(io.StringIO(), input=keyed, output=DummyOutput(), clock=clock)
        screen = Screen(talk.flow, clock=clock)
        hands.now += 1
        keyed.send_text(sent)
        keyed.send_text("\x03")
        face.application(screen).run()
    return [entry.value for entry in talk.interview.log]


@pytest.mark.parametrize("sent", ["44444", "4\r4\r", "4s4s", "4" * 500])
def test_what_comes_at_once_answers_one_page(pack: Pack, sent: str) -> None:
    """A paste without brackets, a held key and a double press answer the page that was there, and no other."""
    assert [4] == answers(pack, sent)


def test_a_held_key_answers_once(pack: Pack) -> None:
    """Keys that follow one another faster than a page settles do not add up to answers."""
    talk, hands = Talk(pack), Hands()
    screen = Screen(talk.flow, clock=hands)
    hands.now += 1
    for _ in range(100):
        screen.press(3)
        hands.now += 0.03
    assert [4] == [entry.value for entry in talk.interview.log]
    hands.now += SETTLE
    screen.press(1)
    assert [4, 2] == [entry.value for entry in talk.interview.log]


def test_random_bytes_answer_no_page_unseen(pack: Pack) -> None:
    """10,000 streams, cut at random places: nothing fails, and no two answers are closer than a page settles."""
    rng = random.Random(4)
    talk, hands = Talk(pack), Hands()
    for _ in range(10_000):
        if talk.flow.done or len(talk.interview.log) > 20:
            talk = Talk(pack)
        stream = "".join(rng.choice(PIECES) if rng.random() < 0.8 else chr(rng.randrange(256)) for _ in range(12))
        times = spend(talk, hands, chunks(stream, rng), rng)
        assert [] == [(one, other) for one, other in pairwise(times) if other - one < SETTLE]


def chunks(stream: str, rng: random.Random) -> list[str]:
    """The stream, cut at random places."""
    places = sorted({0, *(rng.randrange(len(stream)) for _ in range(4)), len(stream)})
    return [stream[begin:end] for begin, end in pairwise(places)]


def spend(talk: Talk, hands: Hands, parts: list[str], rng: random.Random) -> list[float]:
    """Take these in at random distances; when answers were taken."""
    screen = Screen(talk.flow, clock=hands)
    does, times = dict(acts(screen)), []
    heard: list[str] = []
    parser = KeyParser(lambda press: heard.append(str(getattr(press.key, "value", press.key))))
    for part in parts:
        hands.now += rng.choice((0.0, 0.05, 0.3))
        parser.feed(part)
        if rng.random() < 0.5:
            parser.flush()
        for key in heard:
            before = len(talk.keeper.calls)
            if not talk.flow.done and key in does:
                does[key]()
            times += [hands.now] * sum(call.startswith("save") for call in talk.keeper.calls[before:])
        heard.clear()
    return times
