"""The history on the terminal: the list, what stands over an old result, and two attempts side by side."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from rich.console import Group, RenderableType

from careerfit.report.screens.layout import BAD, HEADING, QUIET, hanging, page, section, stacked, step, text
from careerfit.report.views.history import AttemptView, DifferenceView, MoveView, SavedUnfinished
from careerfit.report.words import history as words
from careerfit.report.words.dates import local
from careerfit.report.words.result import NEXT
from careerfit.text import Lang


def list_screen(
    attempts: Sequence[AttemptView],
    unfinished: Sequence[SavedUnfinished],
    lang: Lang,
    options: str = "",
    zone: tzinfo | None = None,
) -> RenderableType:
    """All saved attempts and unfinished interviews, the newest first; ``options`` is appended to the commands named."""
    title = text((words.TITLE if attempts or unfinished else words.EMPTY).pick(lang), HEADING)
    return page(
        [
            title,
            stacked([_attempt(one) for one in attempts]) if attempts else None,
            _unfinished(unfinished, lang, options, zone) if unfinished else None,
            _next(attempts, unfinished, lang, options),
        ]
    )


def head_screen(lines: Sequence[str]) -> RenderableType:
    """What stands over an old result."""
    return page([Group(text(lines[0], HEADING), *(text(line) for line in lines[1:]))])


def difference_screen(view: DifferenceView) -> RenderableType:
    """Two attempts side by side: who leads, what moved in the person, and the scores."""
    lang = view.lang
    return page(
        [
            Group(text(view.title, HEADING), *(text(when, QUIET) for when in view.whens)),
            Group(text(view.headline, HEADING), *(text(verdict) for verdict in view.verdicts)),
            section(words.FACETS.pick(lang), [stacked([text(view.summary), *_facets(view)])]),
            section(words.ROLES.pick(lang), [stacked([_move(move, lang) for move in (*view.roles, view.field)])]),
            text(view.how, QUIET),
        ]
    )


def _attempt(one: AttemptView) -> RenderableType:
    note = [text(f"“{one.note}”")] if one.note else []
    return hanging(str(one.number), Group(text(one.verdict, HEADING), text(one.details, QUIET), *note))


def _unfinished(found: Sequence[SavedUnfinished], lang: Lang, options: str, zone: tzinfo | None) -> RenderableType:
    lines = [
        text(words.UNFINISHED_ONE.say(lang, count=one.answered, when=local(one.changed, lang, zone))) for one in found
    ]
    return section(
        words.UNFINISHED.pick(lang), [*lines, step(words.RESUME.pick(lang), f"careerfit quiz --resume{options}")]
    )


def _next(
    attempts: Sequence[AttemptView], unfinished: Sequence[SavedUnfinished], lang: Lang, options: str
) -> RenderableType | None:
    if not attempts:
        return None if unfinished else step(words.START.pick(lang), f"careerfit quiz{options}")
    last = attempts[0].number
    two = (
        [step(words.DIFF.pick(lang), f"careerfit history diff {attempts[1].number} {last}{options}")]
        if len(attempts) > 1
        else []
    )
    return section(
        NEXT.pick(lang),
        [
            step(words.SHOW.pick(lang), f"careerfit history show {last}{options}"),
            *two,
            step(words.NOTE_IT.pick(lang), f'careerfit history note {last} "{words.NOTE_EXAMPLE.pick(lang)}"'),
            step(words.DELETE.pick(lang), f"careerfit history delete {last}"),
        ],
    )


def _facets(view: DifferenceView) -> list[RenderableType]:
    others = (
        [text(view.others_title, QUIET), *(_move(move, view.lang, alone=True) for move in view.others)]
        if view.others
        else []
    )
    return [*(_move(move, view.lang) for move in view.changed), *others]


def _move(move: MoveView, lang: Lang, *, alone: bool = False) -> RenderableType:
    """How one thing went; ``alone``: what that means has been said already."""
    pattern = words.MOVE_ALONE if alone else words.MOVE if move.first != move.second else words.MOVE_NONE
    line = pattern.say(lang, first=move.first, second=move.second, by=move.by, said=move.said)
    return hanging(
        "●" if move.changed else "·", Group(text(move.name, HEADING), text(line, BAD if move.changed else ""))
    )
