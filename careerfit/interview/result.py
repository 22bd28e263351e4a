"""The result at the end of an interview: a page that fits the screen, and one key for each way to go on from there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from careerfit.core.model import Role
from careerfit.interview import texts
from careerfit.interview.pages import Action, Block, Drawing, Entry, Flow, Page, Paragraph, Scene
from careerfit.interview.reality import Believed, RealityCheck, ask
from careerfit.interview.scenes import LEAVING, Menu, Moves, Next, back_to, menu_help, paragraphs
from careerfit.text import Lang, Text

Drawn: TypeAlias = Callable[[Lang], Drawing]
"""Something to read, in either language."""


@dataclass(frozen=True, slots=True)
class SubPage:
    """One page behind a key: what the key is called, and what there is to read."""

    name: Text
    drawn: Drawn


@dataclass(frozen=True, slots=True)
class ResultPages:
    """A result as it can be read, and what can be done with it.

    ``profiles`` and ``checks`` belong to the roles that are worth it. ``save`` writes the report under a name ("" for
    none) in a language, and says whether that was done, under it how to open it and where it is, or why it is nowhere;
    ``name`` is offered for it.
    ``heard`` is told of a reality check. ``left`` are the questions that were not put yet; ``go_on`` leads to them.
    """

    front: Drawn
    sub_pages: Sequence[SubPage]
    profiles: Sequence[SubPage]
    checks: Sequence[Role]
    name: Callable[[], str]
    save: Callable[[str, Lang], Sequence[Text]]
    heard: Callable[[Role, Believed], None]
    left: int
    go_on: Callable[[], Scene | None]


def front(pages: ResultPages, *, again: bool = False) -> Menu:
    """The page that shows first; ``again``: it has been seen, so that a face that speaks says its headline alone."""

    def body(lang: Lang) -> list[Block]:
        drawing = pages.front(lang)
        return [replace(drawing, spoken=lambda: _aloud(drawing.spoken(), lang, again=again))]

    first = Menu(body, [*_ways(pages)], LEAVING_RESULT, finish=lambda page, _: replace(page, is_menu=True))
    helps = menu_help(first, lambda: front(pages, again=True))
    return replace(first, moves={**LEAVING_RESULT, "help": (None, lambda _: helps)})


def _aloud(lines: Sequence[str], lang: Lang, *, again: bool) -> Sequence[str]:
    """The first page as it is said: that the questions are over, and the result; ``again``, its headline alone."""
    return lines[:1] if again else [texts.PLAIN_RESULT.pick(lang), *lines]


LEAVING_RESULT: Moves = {**LEAVING, "leave": (texts.ENDS, lambda _: None)}
"""Nothing is lost by leaving: the result has been kept, and that is the end."""


def _ways(pages: ResultPages) -> list[tuple[Text, Next]]:
    """What can be done next, a key each."""
    ways = [(page.name, _to(_sub_page(pages, page))) for page in pages.sub_pages]
    if pages.profiles:
        one = len(pages.profiles) == 1
        ways.append((texts.PROFILE_READ if one else texts.PROFILES_READ, _to(_profile(pages))))
    if pages.checks:
        ways.append((texts.REALITY_TAKE, lambda _: _check(pages)))
    ways.append((texts.REPORT_SAVE, lambda _: NameScene(pages)))
    if pages.left:
        ways.append((texts.ANSWER_MORE.fill(left=pages.left), lambda _: pages.go_on()))
    return [*ways, (texts.DONE, lambda _: None)]


def _to(scene: Scene) -> Next:
    return lambda _: scene


def _back(pages: ResultPages) -> Moves:
    return {**back_to(lambda: front(pages, again=True)), "leave": LEAVING_RESULT["leave"]}


def _sub_page(pages: ResultPages, page: SubPage) -> Menu:
    return _read(pages, lambda lang: [page.drawn(lang)])


def _read(pages: ResultPages, body: Callable[[Lang], Sequence[Block]]) -> Menu:
    """Something to read, and the way back."""
    back = [(texts.TO_RESULT, lambda _: front(pages, again=True))]
    return Menu(body, back, _back(pages), chooses=texts.BACK)


def _profile(pages: ResultPages) -> Menu:
    """The role's profile, or the choice whose."""
    if len(pages.profiles) == 1:
        return _sub_page(pages, pages.profiles[0])
    options = [(page.name, _to(_sub_page(pages, page))) for page in pages.profiles]
    return Menu(paragraphs(texts.PROFILE_WHICH), options, _back(pages))


def _check(pages: ResultPages) -> Menu:
    """The reality check, or the choice for which role."""

    def begin(role: Role) -> Menu:
        return ask(RealityCheck(role, lambda believed: pages.heard(role, believed), lambda _: front(pages, again=True)))

    if len(pages.checks) == 1:
        return begin(pages.checks[0])
    options = [(role.name, _to(begin(role))) for role in pages.checks]
    return Menu(paragraphs(texts.REALITY_WHICH), options, _back(pages))


class NameScene:
    """Whose name goes on the report?"""

    def __init__(self, pages: ResultPages) -> None:
        self._pages = pages

    def page(self, lang: Lang) -> Page:
        """The page in one language."""
        return Page(
            body=(Paragraph(texts.REPORT_SAVE.pick(lang), "title"), Paragraph(texts.REPORT_NAME.pick(lang))),
            choices=(),
            chooses=texts.SAVES.pick(lang),
            moves={"back": texts.BACK.pick(lang)},
            spoken=(texts.REPORT_SPOKEN.pick(lang),),
            entry=self._pages.name(),
        )

    def press(self, flow: Flow, action: Action) -> Scene | None:
        """Write the report, and tell where it is."""
        if isinstance(action, Entry):
            told = self._pages.save(action.text, flow.lang)
            return _read(self._pages, paragraphs(*told))
        return front(self._pages, again=True)
