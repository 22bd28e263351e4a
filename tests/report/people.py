"""Six people, made by rule from the shipped pack: one for each thing that a result can say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from careerfit.core.model import Answers, DuelAnswer, Item, Pack
from careerfit.core.results.result import Result, evaluate
from careerfit.report.views.result.page import About

CENTRE = "kepala-pusat-pelayanan-sosial"
MANAGER = "manajer-departemen-sosial"
DIVISION = "kepala-bagian-kesejahteraan-masyarakat"
PROGRAMME = "pengelola-program-kesejahteraan-sosial"

STRONG, MIDDLE, LOW = 4, 3, 2
REALITY = {CENTRE: (True, True, None, False), MANAGER: (True, False)}
"""What the clear one and the tied ones believed in the reality check; the second left it half-way."""


def answers(pack: Pack, strengths: Mapping[str, int]) -> dict[str, int]:
    """Responses of someone of these strengths (facet → 1 to 5), reversed items turned round."""
    return {item.key: response(item, strengths[item.facet]) for item in pack.items}


def response(item: Item, strength: int) -> int:
    """What someone of that strength answers to an item."""
    return strength if item.keyed > 0 else 6 - strength


def leaning(pack: Pack, *roles: str) -> dict[str, int]:
    """Strong in the field; strong in what all these roles ask for, low in what none does, in the middle otherwise."""
    found = {}
    for t, facet in enumerate(pack.facets):
        asked = [pack.relevance[pack.role_index[role]][t] > 0 for role in roles]
        strong = facet.key in pack.shared or all(asked)
        found[facet.key] = STRONG if strong else MIDDLE if any(asked) else LOW
    return found


def clear(pack: Pack) -> Answers:
    """Suits one role well, with a weakness in it and a strength that it has no use for."""
    return Answers(answers(pack, {**leaning(pack, CENTRE), "keputusan-tepat": LOW, "negosiasi": STRONG}))


def tie_of_two(pack: Pack) -> Answers:
    """Lies between two roles after a short interview with one duel."""
    given = answers(pack, leaning(pack, CENTRE, MANAGER))
    skipped = {"koordinasi-tim-1", "koordinasi-tim-2", "negosiasi-2", "interaksi-klien-2", "evaluasi-program-1"}
    duel = DuelAnswer("kelompok-rentan", "mengelola-sumber-daya", "left")
    return Answers({key: value for key, value in given.items() if key not in skipped}, (duel,))


def tie_of_three(pack: Pack) -> Answers:
    """Lies between three roles."""
    return Answers(answers(pack, leaning(pack, CENTRE, MANAGER, DIVISION)))


def unclear(pack: Pack) -> Answers:
    """Likes the field, and is in the middle in everything that tells its roles apart."""
    middling = {facet.key: STRONG if facet.key in pack.shared else MIDDLE for facet in pack.facets}
    return Answers(answers(pack, {**middling, "kepemimpinan": STRONG, "analisis": STRONG, "keberagaman": LOW}))


def misfit(pack: Pack) -> Answers:
    """Would do well in a role, but has little of what nearly every role takes for granted."""
    empathy = {facet.key: LOW for facet in pack.facets if facet.family == "empati"}
    return Answers(answers(pack, {**leaning(pack, MANAGER), **empathy}))


def alerted(pack: Pack) -> Answers:
    """Suits one role well, though its tidak cocok names something that this person is low in."""
    return Answers(answers(pack, {**leaning(pack, CENTRE), "minat-masalah-sosial": LOW}))


ABOUT = About("Siti Nurhaliza Kusumawardani", datetime(2026, 11, 26, 3, tzinfo=UTC), note="setelah magang di dinas")
"""What a report says of whose it is."""

PEOPLE: dict[str, Callable[[Pack], Answers]] = {
    "clear": clear,
    "tie-of-two": tie_of_two,
    "tie-of-three": tie_of_three,
    "unclear": unclear,
    "misfit": misfit,
    "alert": alerted,
}


def result_of(pack: Pack, name: str) -> Result:
    """The result of one of the six."""
    return evaluate(pack, PEOPLE[name](pack))


def reality_of(result: Result) -> tuple[tuple[str, tuple[bool | None, ...]], ...]:
    """The reality checks that a person took: those of the roles that the verdict names."""
    return tuple((role, REALITY[role]) for role in result.verdict.roles if role in REALITY)
