"""A profile on the terminal: the page to read before choosing."""

from __future__ import annotations

from rich.console import Group, RenderableType

from careerfit.report.screens.layout import (
    HEADING,
    QUIET,
    beside,
    hanging,
    marked,
    page,
    runs,
    section,
    stacked,
    step,
    text,
)
from careerfit.report.views.apart import Apart
from careerfit.report.views.profile import PairView, ProfileView, SectionView, SentenceView
from careerfit.report.words import profile as words
from careerfit.report.words.result import count
from careerfit.text import Lang


def profile_screen(view: ProfileView) -> RenderableType:
    """The whole page; cocok stands beside tidak cocok, and expectations beside realities, where there is room."""
    by_key = {part.key: part for part in view.sections}
    fits = [by_key.pop(key) for key in ("cocok", "tidak_cocok") if key in by_key]
    blocks: list[RenderableType] = [_title(view)]
    for part in view.sections:
        if fits and part is fits[0]:
            blocks.append(_fits(fits))
        elif part.key in by_key:
            blocks.append(_section(part, view.lang))
    if view.apart is not None:
        blocks += [_apart(view.apart, view.lang), _next(view)]
    return page(blocks)


def _title(view: ProfileView) -> RenderableType:
    return Group(text(view.name, HEADING), text(view.field, QUIET), "", text(words.MARK_LEGEND.pick(view.lang), QUIET))


def _section(part: SectionView, lang: Lang) -> RenderableType:
    if part.pairs:
        return section(part.title, [stacked([_pair(pair, lang) for pair in part.pairs])])
    return section(part.title, [stacked([_sentence(sentence) for sentence in part.sentences])])


def _fits(parts: list[SectionView]) -> RenderableType:
    blocks = [section(part.title, [stacked([_sentence(sentence) for sentence in part.sentences])]) for part in parts]
    return beside(blocks[0], blocks[1], shares=(3, 2)) if len(blocks) == 2 else blocks[0]


def _sentence(sentence: SentenceView) -> RenderableType:
    if not sentence.facets:
        return marked(sentence.pieces)
    return Group(marked(sentence.pieces), text("· " + " · ".join(sentence.facets), QUIET))


def _pair(pair: PairView, lang: Lang) -> RenderableType:
    """The labels come first, so that the two can be told apart when they are stacked or read aloud."""
    left = Group(text(words.EXPECTED.pick(lang), QUIET), _sentence(pair.belief))
    right = Group(text(words.REALLY.pick(lang), QUIET), stacked([_sentence(part) for part in pair.reality]))
    return beside(left, right)


def _apart(apart: Apart, lang: Lang) -> RenderableType:
    title = words.APART_ONE if apart.others == 1 else words.APART
    return section(
        title.say(lang, others=count(apart.others, lang)),
        [
            stacked(
                [
                    _only(apart, lang),
                    *_names(words.MORE.pick(lang), apart.more),
                    *_names(words.LESS.pick(lang), apart.less),
                    *_names(words.SAME.pick(lang), apart.shared),
                ]
            )
        ],
    )


def _only(apart: Apart, lang: Lang) -> RenderableType:
    if not apart.only:
        return text(words.ONLY_NONE.pick(lang))
    lines = [hanging("●", Group(runs((one.facet, HEADING)), text(f"“{one.phrase}”"))) for one in apart.only]
    return Group(text(words.ONLY.pick(lang), QUIET), *lines)


def _names(label: str, names: tuple[str, ...]) -> list[RenderableType]:
    return [Group(text(label, QUIET), text(" · ".join(names)))] if names else []


def _next(view: ProfileView) -> RenderableType:
    return section(
        words.NEXT.pick(view.lang),
        [step(words.REALITY_TRY.pick(view.lang), f"careerfit reality {view.slug}")],
    )
