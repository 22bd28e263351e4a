"""The scenes around the questions: one kind of page, a menu, for language, introduction, help, offers and choices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from careerfit.interview import texts
from careerfit.interview.pages import KEYS, Action, Block, Entry, Face, Flow, Move, Page, Paragraph, Scene
from careerfit.interview.session import Session
from careerfit.text import LANGUAGES, Lang, Text

Next: TypeAlias = Callable[[Flow], Scene | None]
"""What comes after a choice or a move."""
Moves: TypeAlias = Mapping[Move, tuple[Text | None, Next | None]]
"""What can be done besides choosing: each move with its word (None: not mentioned), and what comes after it.

That is None for another language: a flow changes it by itself.
"""


def pause(flow: Flow) -> None:
    """End here, to go on another time."""
    flow.end("paused")


MOST_NAMED = 8
"""The introduction names the roles where there are no more than this."""
LEAVING: Moves = {"leave": (texts.LEAVES, pause), "language": (texts.OTHER_LANGUAGE, None)}
"""The moves of most menus."""
UNSAID: Mapping[Move, Text | None] = {"leave": None, "help": None}
"""What can be done on every menu, if it does not say so itself."""


@dataclass(frozen=True, slots=True)
class Menu:
    """A page with something to read and a few ways to go on, the first of which is marked.

    ``finish`` is given the page and the language, and fills in what is special about the page. Where its moves don't
    say what else they do, q leaves and ? explains the keys.
    """

    body: Callable[[Lang], Sequence[Block]]
    options: Sequence[tuple[Text, Next]]
    moves: Moves = field(default_factory=lambda: LEAVING)
    chooses: Text = texts.CHOOSES
    finish: Callable[[Page, Lang], Page] = field(default=lambda page, _: page)

    def page(self, lang: Lang) -> Page:
        """The page in one language."""
        own = {move: word for move, (word, _) in self.moves.items()}
        page = Page(
            body=tuple(self.body(lang)),
            choices=tuple(option.pick(lang) for option, _ in self.options),
            chooses=self.chooses.pick(lang),
            moves=said({**own, **{move: word for move, word in UNSAID.items() if move not in own}}, lang),
            selected=0,
        )
        return self.finish(page, lang)

    def press(self, flow: Flow, action: Action) -> Scene | None:
        """Go the way that was taken. A menu asks for no line."""
        if isinstance(action, Entry):
            return self
        if isinstance(action, int):
            return self.options[action][1](flow)
        usual: Moves = {"leave": (None, pause), "help": (None, lambda _: menu_help(self))}
        after = {**usual, **self.moves}[action][1]
        return self if after is None else after(flow)


def back_to(scene: Callable[[], Scene | None]) -> Moves:
    """The moves of a menu that leads back."""
    return {"back": (texts.BACK, lambda _: scene()), "language": LEAVING["language"]}


def said(moves: Mapping[Move, Text | None], lang: Lang) -> dict[Move, str]:
    """Moves with their words in one language; those that are not mentioned have an empty one."""
    return {move: word.pick(lang) if word is not None else "" for move, word in moves.items()}


def paragraphs(title: Text, *sentences: Text | None) -> Callable[[Lang], list[Block]]:
    """A title and sentences, as a body in either language."""
    return lambda lang: [Paragraph(title.pick(lang), "title"), *(Paragraph(s.pick(lang)) for s in sentences if s)]


def language_scene(then: Callable[[], Scene | None]) -> Menu:
    """In which language? In both, since it is not known yet."""

    def chosen(lang: Lang) -> Next:
        def speak(flow: Flow) -> Scene | None:
            flow.speak(lang)
            return then()

        return speak

    return Menu(
        paragraphs(texts.LANGUAGE_TITLE),
        [(name, chosen(lang)) for name, lang in zip(texts.LANGUAGE_NAMES, LANGUAGES, strict=True)],
        moves={"leave": (texts.LEAVES_EITHER, pause)},
        chooses=texts.CHOOSES_EITHER,
        finish=lambda page, lang: replace(page, selected=LANGUAGES.index(lang)),
    )


def introduction(session: Session, then: Callable[[], Scene | None]) -> Menu:
    """What this is, which roles it is about, what it is not, and that nothing leaves the computer."""
    interview, pack = session.interview, session.interview.pack
    what = texts.INTRO_QUICK if interview.mode == "quick" else texts.INTRO_FULL
    count = interview.at_most
    told = what.fill(count=count, minutes=max(1, session.minutes_left(count)), roles=len(pack.roles))
    names = Text(*(", ".join(role.name.clean(lang) for role in pack.roles) for lang in LANGUAGES))
    title = Text(*(pack.title.clean(lang) for lang in LANGUAGES))
    roles = texts.INTRO_ROLES.fill(title=title, names=names) if len(pack.roles) <= MOST_NAMED else None
    options: list[tuple[Text, Next]] = [(texts.START, lambda _: then())]
    last, again = session.last or (None, None)
    if again is not None:
        options.append((texts.SEE_LAST, lambda _: again(session.clock)))
    return Menu(
        paragraphs(texts.INTRO_TITLE, told, roles, texts.INTRO_NOT, texts.INTRO_PRIVATE, last),
        options,
        chooses=texts.STARTS if len(options) == 1 else texts.CHOOSES,
        finish=lambda page, lang: replace(page, note=trouble_note(session, lang)),
    )


Rows: TypeAlias = Sequence[tuple[str, Text]]
"""Keys as they are drawn, and what they do."""


def help_scene(session: Session, asks: Callable[[Lang], Page], back: Callable[[], Scene]) -> Menu:
    """What the keys do at the question that ``asks``, and how to answer; any way out leads back to it."""
    leaves = texts.SAVES_AND_LEAVES if session.keeper.keeps else texts.HELP_LEAVE_UNKEPT
    rows = (
        ("1–5", texts.HELP_NUMBERS),
        ("↑ ↓ Enter", texts.HELP_ARROWS),
        ("← b", texts.HELP_BACK),
        ("s", texts.SKIPS),
        ("l", texts.HELP_LANGUAGE),
        ("q Ctrl-C", leaves),
    )
    return _help(rows, texts.RETURN, back, lambda lang: keys_aloud(asks(lang), texts.HELP_BACK, lang), texts.HELP_HOW)


def menu_help(menu: Menu, back: Callable[[], Scene] | None = None) -> Menu:
    """What the keys do on a menu; any way out leads back to it, or to what comes ``back`` in its place."""
    count = len(menu.options)
    choose = [(f"1–{count}", texts.HELP_CHOOSE)] if count > 1 else []
    moves = (("back", ("← b", texts.HELP_PAGE_BACK)), ("language", ("l", texts.HELP_LANGUAGE)))
    rows = (
        *choose,
        ("↑ ↓ Enter", texts.HELP_MARK),
        *(row for move, row in moves if move in menu.moves),
        ("q Ctrl-C", texts.LEAVES),
    )

    def aloud(lang: Lang) -> list[str]:
        return keys_aloud(menu.page(lang), texts.HELP_PAGE_BACK, lang)

    return _help(rows, texts.RETURN_PAGE, back or (lambda: menu), aloud)


def keys_aloud(page: Page, back: Text, lang: Lang) -> list[str]:
    """Each key that a page takes where there are no arrow keys, and what it does there; ``back`` is what b does."""
    several = len(page.choices) > 1
    said = [f"{n if several else 'Enter'} {choice}" for n, choice in enumerate(page.choices, 1)]
    if several and page.selected is not None:
        said.append(f"Enter {texts.HELP_ENTER.say(lang, n=page.selected + 1)}")
    usual: dict[Move, Text] = {
        "back": back,
        "skip": texts.SKIPS,
        "leave": texts.LEAVES,
        "help": texts.HELPS,
        "language": texts.HELP_LANGUAGE,
    }
    for key, move in KEYS.items():
        if move in page.moves:
            word = page.moves[move] if move == "leave" else ""
            said.append(f"{key} {word or usual[move].pick(lang)}")
    return said


def _help(
    rows: Rows,
    returns: Text,
    back: Callable[[], Scene],
    aloud: Callable[[Lang], Sequence[str]],
    how: Text | None = None,
) -> Menu:
    """Keys and what they do, drawn or said ``aloud``."""

    def body(lang: Lang) -> list[Block]:
        keys = (Paragraph(f"{key:<11}{does.pick(lang)}", "row") for key, does in rows)
        said = [Paragraph(how.pick(lang))] if how is not None else []
        return [Paragraph(texts.HELP_TITLE.pick(lang), "title"), *keys, *said]

    def with_speech(page: Page, lang: Lang) -> Page:
        said = [how.pick(lang)] if how is not None else []
        return replace(page, spoken=(texts.HELP_TITLE.pick(lang), *aloud(lang), *said))

    return Menu(
        body,
        [(returns, lambda _: back())],
        moves={**dict.fromkeys(("back", "leave", "help"), (None, lambda _: back())), "language": (None, None)},
        chooses=texts.BACK,
        finish=with_speech,
    )


def offer(session: Session, title: Text, sentence: Text, options: Sequence[tuple[Text, Next]], moves: Moves) -> Menu:
    """Two ways to go on, with how many questions are left and how long they take."""
    left = session.unanswered
    told = sentence.fill(left=left, minutes=max(1, session.minutes_left(left)))
    return Menu(paragraphs(title, told), options, moves)


def choose(
    title: Text, options: Sequence[Text], *, face: Face, lang: Lang, sentences: Sequence[Text | None] = ()
) -> tuple[int | None, Flow]:
    """Which option a person takes, from 0; None where they leave. Also the flow, which tells how, and the language."""
    taken: list[int] = []

    def taking(n: int) -> Next:
        return lambda _: taken.append(n)

    flow = Flow(Menu(paragraphs(title, *sentences), [(option, taking(n)) for n, option in enumerate(options)]), lang)
    face.run(flow)
    return (taken[0] if taken else None), flow


StartWay: TypeAlias = Literal["resume", "anew", "other", "last"]
"""Go on with the newest unfinished interview, start anew, choose another unfinished one, or see the last result."""


def offer_to_resume(  # noqa: PLR0913  # what there is to go on with, each by name
    answered: int,
    remark: Text | None,
    *,
    face: Face,
    lang: Lang,
    others: bool = False,
    last: Text | None = None,
) -> tuple[StartWay | None, Flow]:
    """Which way a person starts who left an interview unfinished; None where they leave.

    ``remark``: what should be known before. ``others``: are there more unfinished ones? ``last``: the last result, in a
    sentence, where it can be seen.
    """
    ways: dict[StartWay, Text] = {"resume": texts.RESUME, "anew": texts.START_ANEW}
    if others:
        ways["other"] = texts.RESUME_OTHER
    if last is not None:
        ways["last"] = texts.SEE_LAST
    title = texts.RESUME_TITLE.fill(answered=answered)
    sentences = (remark, texts.ANEW_KEEPS, last)
    taken, flow = choose(title, list(ways.values()), face=face, lang=lang, sentences=sentences)
    return (None if taken is None else list(ways)[taken]), flow


def trouble_note(session: Session, lang: Lang) -> str:
    """Why answers are not being kept, if something went wrong."""
    trouble = session.keeper.trouble
    return texts.NOT_KEPT.say(lang, why=trouble) if trouble is not None else ""
