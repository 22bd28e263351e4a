"""What a face shows and what it hands back: pages and actions, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol, TypeAlias

from careerfit.text import Lang

Move: TypeAlias = Literal["back", "skip", "leave", "help", "language", "interrupt"]


class Entry(NamedTuple):
    """What a person typed and sent off."""

    text: str


Action: TypeAlias = int | Move | Entry
"""What a person did: the position of a choice, from 0, or a move, or what they typed."""

Fragment: TypeAlias = tuple[str, str]
"""A style and a text."""
Line: TypeAlias = list[Fragment]

Tone: TypeAlias = Literal["title", "statement", "text", "row"]

KEYS: dict[str, Move] = {"b": "back", "s": "skip", "q": "leave", "?": "help", "l": "language"}
"""The keys of the moves, the same on every face."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One piece of text; it takes the height of ``room_for`` where it can, so that what follows does not jump."""

    text: str
    tone: Tone = "text"
    room_for: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts under a title each: side by side where there is room, else under one another."""

    left: tuple[str, str]
    right: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is laid out elsewhere: for so many cells and, where that can be done, so many rows; and how it is said."""

    rows: Callable[[int, int], Sequence[Line]]
    spoken: Callable[[], Sequence[str]]


Block: TypeAlias = Paragraph | Pair | Drawing


@dataclass(frozen=True, slots=True)
class Page:
    """One screenful, or one turn of a spoken exchange.

    ``chooses`` is the word for taking a choice. ``moves`` are what can be done besides, each with its word; a move
    with an empty word can be done and is not mentioned. ``title`` is what all of a flow's pages are about.
    ``heading`` holds the other parts of the line on top and ``share`` (0 to 1) fills the bar under it; ``position``
    is the same for a face without a bar. ``selected`` is the choice that Enter takes at once (None: none yet).
    ``note_stays``: the note is on page after page, and whoever listens hears it once. ``scale``: the choices are
    the steps of the response scale. ``is_menu``: the choices are short, and may stand side by side. ``spoken``
    stands in for the body on a face that knows no arrow keys: what it says is told, and asks for nothing.
    ``entry``: a line is asked for instead of a choice, and this is what stands there already; ``chooses`` is the
    word for sending it off.
    """

    body: tuple[Block, ...]
    choices: tuple[str, ...]
    chooses: str
    moves: Mapping[Move, str]
    title: str = ""
    heading: tuple[str, ...] = ()
    share: float | None = None
    position: str = ""
    selected: int | None = None
    note: str = ""
    note_stays: bool = False
    scale: bool = False
    is_menu: bool = False
    spoken: tuple[str, ...] = ()
    entry: str | None = None

    def keys(self, dash: str, back: str) -> tuple[tuple[str, str], ...]:
        """The keys to mention, each with what it does: those of the choices, then those of the moves.

        ``dash`` stands between the first and the last number; ``back`` is the face's own key for going back.
        """
        choose = f"1{dash}{len(self.choices)}" if len(self.choices) > 1 else "Enter"
        moves = {move: back if move == "back" else key for key, move in KEYS.items()}
        if self.entry is not None:
            moves["back"] = "Esc" if back != "b" else back
        return (choose, self.chooses), *((moves[move], word) for move, word in self.moves.items() if word)


class Scene(Protocol):
    """One thing on show, and what follows from each action: itself, another scene, or None at the end."""

    def page(self, lang: Lang) -> Page:
        """What to show, in one language."""
        ...

    def press(self, flow: Flow, action: Action) -> Scene | None:
        """What comes after that action; moves that the page does not offer never get here."""
        ...


Ending: TypeAlias = Literal["finished", "paused", "interrupted"]


class Flow:
    """Scene after scene until the end: all that a face needs to know.

    ``lang`` is the language on show; ``heard`` is told when one is chosen, and ``spoke`` says whether one was.
    ``ending`` is None while there is a scene, and then says how it came to its end.
    """

    def __init__(self, scene: Scene | None, lang: Lang, heard: Callable[[Lang], None] | None = None) -> None:
        self.lang: Lang = lang
        self._heard = heard
        self.spoke = False
        self.ending: Ending | None = None
        self._scene: Scene | None = scene

    @property
    def done(self) -> bool:
        """Is there nothing more to show?"""
        return self._scene is None

    def page(self) -> Page:
        """What to show now. Raises ``ValueError`` after the end."""
        if self._scene is None:
            raise ValueError("nothing is on show any more")
        return self._scene.page(self.lang)

    def press(self, action: Action) -> bool:
        """Do what a person asks for; False where the page does not offer it."""
        page = self.page()
        if action == "interrupt":
            self.end("interrupted")
        elif not _is_offered(page, action):
            return False
        elif action == "language":
            self.speak("en" if self.lang == "id" else "id")
        elif self._scene is not None:
            self._scene = self._scene.press(self, action)
        if self.done and self.ending is None:
            self.ending = "finished"
        return True

    def speak(self, lang: Lang) -> None:
        """Go on in that language, and let whoever listens know."""
        self.lang, self.spoke = lang, True
        if self._heard is not None:
            self._heard(lang)

    def end(self, ending: Ending) -> None:
        """End here and now."""
        self._scene, self.ending = None, ending


def _is_offered(page: Page, action: Action) -> bool:
    if isinstance(action, Entry):
        return page.entry is not None
    return action in range(len(page.choices)) if isinstance(action, int) else action in page.moves


class Face(Protocol):
    """Shows the pages of a flow and hands back what the person does, until the flow is done."""

    def run(self, flow: Flow) -> None:
        """Show page after page. However the person leaves, the flow is done afterwards."""
        ...
