"""Profiles and lists as Markdown, for notes."""

from __future__ import annotations

from collections.abc import Sequence

from careerfit.core.model import Pack
from careerfit.report.markdown import markup as md
from careerfit.report.markdown.result import result_markdown
from careerfit.report.views.apart import Apart
from careerfit.report.views.compare import CompareView, DemandGroup
from careerfit.report.views.lists import questions_lead, special_marks
from careerfit.report.views.profile import PairView, ProfileView, SectionView, SentenceView
from careerfit.report.words import profile as words
from careerfit.report.words.result import count
from careerfit.text import Lang

__all__ = ["compare_markdown", "profile_markdown", "questions_markdown", "result_markdown", "roles_markdown"]


def profile_markdown(view: ProfileView) -> str:
    """The page about one role."""
    blocks = [md.heading(1, view.name), md.plain(view.field)]
    for part in view.sections:
        blocks += [md.heading(2, part.title), *_section(part, view.lang)]
    if view.apart is not None:
        blocks += _apart(view.apart, view.lang)
    return md.page(blocks)


def compare_markdown(view: CompareView) -> str:
    """Roles side by side: what is asked for alike, what differs (a column a role), and their own sentences on it."""
    lang = view.lang
    same = " · ".join(view.same) if view.same else words.COMPARE_SAME_NONE.pick(lang)
    blocks = [md.heading(1, view.title), md.heading(2, words.COMPARE_SAME.pick(lang)), md.plain(same)]
    blocks += [md.heading(2, words.COMPARE_DIFFERENT.pick(lang)), *_demands(view)]
    told = [one for one in view.differences if one.sentences]
    blocks += [md.heading(2, words.COMPARE_PROFILES.pick(lang))] if told else []
    for one in told:
        blocks += [md.heading(3, one.role), *(md.quoted(f"“{md.marked(s.pieces)}”") for s in one.sentences)]
    return md.page(blocks)


def _demands(view: CompareView) -> list[str]:
    if not view.groups:
        return [md.plain(words.COMPARE_NO_DIFFERENCE.pick(view.lang))]
    return [_demand_table(group, view.roles) for group in view.groups]


def _demand_table(group: DemandGroup, roles: Sequence[str]) -> str:
    """A facet a line, and in words how much each role asks for it."""
    rows = [(md.plain(demand.facet), *map(md.plain, demand.said)) for demand in group.demands]
    return md.table((group.title, *map(md.plain, roles)), rows)


def roles_markdown(pack: Pack, lang: Lang) -> str:
    """The roles with their slugs and what is special about each."""
    rows = [
        (md.strong(role.name.clean(lang)), md.code(role.slug), md.plain(", ".join(special_marks(pack, role, lang))))
        for role in pack.roles
    ]
    head = (words.ROLE.pick(lang), words.KEY.pick(lang), words.SPECIAL_HEAD.pick(lang))
    return md.page([md.heading(1, pack.title.clean(lang)), md.table(head, rows)])


def questions_markdown(pack: Pack, lang: Lang) -> str:
    """Every item with its key and statement."""
    title = words.QUESTIONS_TITLE.say(lang, count=len(pack.items))
    rows = [
        (md.code(item.key) + ("" if item.keyed > 0 else " (−)"), md.plain(item.text.clean(lang))) for item in pack.items
    ]
    head = (words.KEY.pick(lang), words.STATEMENT.pick(lang))
    return md.page([md.heading(1, title), md.plain(questions_lead(pack, lang)), md.table(head, rows)])


def _section(part: SectionView, lang: Lang) -> list[str]:
    if part.pairs:
        return [block for pair in part.pairs for block in _pair(pair, lang)]
    return [_sentence(sentence) for sentence in part.sentences]


def _sentence(sentence: SentenceView) -> str:
    names = f"\\\n· {md.plain(' · '.join(sentence.facets))}" if sentence.facets else ""
    return md.marked(sentence.pieces) + names


def _pair(pair: PairView, lang: Lang) -> list[str]:
    expected = f"{md.strong(words.EXPECTED.pick(lang))}: {md.marked(pair.belief.pieces)}"
    really = [f"{md.strong(words.REALLY.pick(lang))}: {_sentence(part)}" for part in pair.reality]
    return [expected, *really]


def _apart(apart: Apart, lang: Lang) -> list[str]:
    title = words.APART_ONE if apart.others == 1 else words.APART
    only = [f"{md.strong(one.facet)}: “{md.plain(one.phrase)}”" for one in apart.only]
    lists = ((words.MORE, apart.more), (words.LESS, apart.less), (words.SAME, apart.shared))
    return [
        md.heading(2, title.say(lang, others=count(apart.others, lang))),
        md.plain((words.ONLY if only else words.ONLY_NONE).pick(lang)),
        md.bullets(only),
        *(f"{md.plain(label.pick(lang))} {md.plain(', '.join(names))}" for label, names in lists if names),
    ]
