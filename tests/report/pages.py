"""Every page that the program can show, by its name, as the shipped pack makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from unittest.mock import patch

from careerfit.core.model import Pack
from careerfit.report.blocks import Block, Page, Quote, Section, Sentence
from careerfit.report.views import history
from careerfit.report.views.compare import compare_page
from careerfit.report.views.lists import facets_page, questions_page, roles_page
from careerfit.report.views.people.group import cohort_page
from careerfit.report.views.profile import profile_page
from careerfit.report.views.reality import total_page
from careerfit.report.views.result.page import result_page
from careerfit.report.views.simulation import simulation_page
from careerfit.report.views.validation.brief import brief_page
from careerfit.report.views.validation.page import validation_page
from careerfit.report.words.numbers import local
from careerfit.text import Lang

from .attempts import JAKARTA, UNFINISHED, differing, four
from .people import CENTRE, MANAGER, PEOPLE, PROGRAMME, REALITY, reality_of, result_of
from .studies import plain_study, small_study, study

Make = Callable[[Pack, Lang], Page]


def section_of(page: Page, key: str) -> Section | None:
    """The section of that key; None where the page has none."""
    return next((section for section in page.sections if section.key == key), None)


def blocks_of(page: Page, key: str) -> tuple[Block, ...]:
    """The blocks of one section; none where the page has no such section."""
    return next((section.blocks for section in page.sections if section.key == key), ())


def words_of(block: Sentence | Quote) -> str:
    """A sentence as it is, its pieces joined."""
    return "".join(piece.text for piece in block.pieces)


def title_of(page: Page, key: str) -> str:
    """The title of one section; empty where the page has no such section."""
    return next((section.title for section in page.sections if section.key == key), "")


def result_of_person(name: str, pack: Pack, lang: Lang) -> Page:
    """The result of one of the six people."""
    result = result_of(pack, name)
    return result_page(result, lang, checks=reality_of(result))


def in_jakarta(make: Make) -> Make:
    """The page with days and times as a computer in Jakarta tells them, whichever one this is."""
    return patch.object(history, "local", partial(local, zone=JAKARTA))(make)


def of_pair(name: str, pack: Pack, lang: Lang) -> Page:
    """Two attempts side by side."""
    return history.difference_page(*differing(pack, name), lang)


def group(pack: Pack, people: int = 35) -> Mapping[str, Any]:
    """What ``careerfit.cohort`` makes of a class; of fewer than five people there is nothing to tell."""
    if people < 5:
        return {"people": people, "bad": 0, "silent": 0, "field": None}
    first, second = pack.items[0].key, pack.items[4].key
    return {
        "people": people + 1_200,
        "bad": 2,
        "silent": 3,
        "field": 67.25,
        "verdicts": {"clear": 1_214, "tie": 15, "unclear": 4, "misfit": None},
        "leaders": {role.slug: 10 * n for n, role in enumerate(pack.roles)},
        "flags": {"long_run": 3, "inconsistent": 0},
        "facets": [{"facet": f.key, "mean": 4.5 - n / 10, "low": 0.125, "high": 0.5} for n, f in enumerate(pack.facets)]
        + [{"facet": pack.facets[0].key, "mean": None, "low": None, "high": None}],
        "items": [
            {"item": first, "varies": False, "rest": None, "answered": 35},
            {"item": second, "varies": True, "rest": -0.31, "answered": 35},
            {"item": pack.items[8].key, "varies": True, "rest": -0.31, "answered": 29},
            {"item": pack.items[9].key, "varies": True, "rest": 0.4, "answered": 35},
        ],
    }


def figures(pack: Pack) -> Mapping[str, Any]:
    """What a simulation of one level may come to."""
    slugs = [role.slug for role in pack.roles]
    form = {"level": "realistic", "items": 74.0, "first": 0.73, "first_two": 0.885}
    form |= {"per_role": dict.fromkeys(slugs, 0.7)}
    told = {"sure": {"share": 0.31, "right": 0.93}, "tied": {"share": 0.55, "holds": 0.86}}
    told |= {"verdicts": {"unclear": 0.14}}
    check = {"level": "realistic", "form": "all", "clear": 0.004, "misfit": None, "flagged": 0.99, "inconsistent": 0.98}
    family = next(iter(pack.families))
    return {
        "forms": [{"form": "all", **form, **told}, {"form": "plain_all", **form}],
        "checks": [
            {"who": "random", "first": dict(zip(slugs, (0.2, 0.25, 0.15, 0.2, 0.2), strict=True)), **check},
            {"who": f"low:{family}", **check},
        ],
        "twins": [
            {
                "level": "realistic",
                "roles": slugs[:2],
                "confused": 0.12,
                "separation": 1.9,
                "would_help": [f.key for f in pack.facets[:3]],
            }
        ],
        "lengths": [{"level": "realistic", "items": 20, "adaptive": 0.61, "fixed": 0.55}],
    }


PAGES: dict[str, Make] = {
    **{f"result-{name}": partial(result_of_person, name) for name in PEOPLE},
    "profile": lambda pack, lang: profile_page(pack, pack.role(PROGRAMME), lang),
    "compare-two": lambda pack, lang: compare_page(pack, [CENTRE, MANAGER], lang),
    "compare-all": lambda pack, lang: compare_page(pack, [role.slug for role in pack.roles], lang),
    "roles": roles_page,
    "questions": questions_page,
    "facets": facets_page,
    "reality": lambda pack, lang: total_page(pack.role(CENTRE), REALITY[CENTRE], lang),
    "history": in_jakarta(lambda pack, lang: history.list_page(four(pack), UNFINISHED, lang)),
    "history-empty": lambda _, lang: history.list_page([], [], lang, f" --lang {lang}"),
    "history-attempt": in_jakarta(lambda pack, lang: history.attempt_page(four(pack)[0], lang, "another", 3)),
    **{f"diff-{name}": in_jakarta(partial(of_pair, name)) for name in ("same", "noise", "real", "onward", "apart")},
    "group": lambda pack, lang: cohort_page(pack, group(pack), lang),
    "group-small": lambda pack, lang: cohort_page(pack, group(pack, 4), lang),
    "simulation": lambda pack, lang: simulation_page(pack, figures(pack), lang),
    "validation": lambda pack, lang: validation_page(pack, study(pack), lang),
    "validation-plain": lambda pack, lang: validation_page(pack, plain_study(pack), lang),
    "validation-brief": lambda pack, lang: brief_page(pack, study(pack), lang),
    "validation-small": lambda pack, lang: validation_page(pack, small_study(pack), lang),
}
