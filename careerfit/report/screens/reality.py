"""The reality check on the terminal: all of it, or a statement at a time while it is being taken."""

from __future__ import annotations

from rich.console import Group, RenderableType

from careerfit.report.screens.layout import (
    BAD,
    GOOD,
    HEADING,
    QUIET,
    hanging,
    indented,
    page,
    runs,
    section,
    stacked,
    text,
)
from careerfit.report.views.reality import CheckView, RealityView
from careerfit.report.words import profile as words
from careerfit.text import Lang


def reality_screen(view: RealityView) -> RenderableType:
    """All statements with their outcome, one under another."""
    if not view.checks:
        return page([text(view.title, HEADING), text(words.REALITY_NONE.pick(view.lang))])
    return page([text(view.title, HEADING), stacked(outcomes(view))])


def outcomes(view: RealityView) -> list[RenderableType]:
    """Every statement with its outcome, and the sum."""
    checks = [check_screen(check, view.lang) for check in view.checks]
    if not view.sum:
        return checks
    return [*checks, Group(text(view.sum, HEADING), text(words.REALITY_NO_SCORE.pick(view.lang), QUIET))]


def check_screen(check: CheckView, lang: Lang) -> RenderableType:
    """One statement, what came of it, and what the profile says; also for right after the answer."""
    mark = {True: runs(("▲", GOOD)), False: runs(("▼", BAD)), None: runs(("·", QUIET))}[check.right]
    said = Group(text(words.PROFILE_SAYS.pick(lang), QUIET), indented(Group(*(text(f"“{s}”") for s in check.says))))
    return section(check.statement, [hanging(mark, text(check.outcome)), said])
