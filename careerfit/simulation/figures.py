"""The figures of a simulation: recovery, honesty of what is shown, flags, and roles taken for each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from careerfit.core.confidence import ENOUGH, variance
from careerfit.core.model import SPAN, VERDICTS, Pack
from careerfit.core.scoring import SLACK
from careerfit.simulation.respondents import LEVELS, Level
from careerfit.simulation.runs import Outcome, Outcomes, Task, others

Figures = dict[str, object]

EDGES = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""The bins of the calibration table."""
MOST_TOLD = 3
"""So many pairs of roles are told that are taken for each other, and of each so many facets that would help."""


def share(hits: int, of: int) -> float | None:
    """A share from 0 to 1; None of nobody."""
    return hits / of if of else None


def form_figures(pack: Pack, form: str, level: str, outcomes: Sequence[Outcome]) -> Figures:
    """One form's figures at one level; shares of people from 0 to 1."""
    people = len(outcomes)
    first = sum(o.ranking[0] == o.role for o in outcomes)
    two = sum(o.role in o.ranking[:2] for o in outcomes)
    found: Figures = {
        "form": form,
        "level": level,
        "items": sum(o.items for o in outcomes) / people,
        "people": people,
        "first": first / people,
        "first_two": two / people,
        "per_role": {
            role.slug: share(
                sum(o.ranking[0] == k for o in outcomes if o.role == k), sum(o.role == k for o in outcomes)
            )
            for k, role in enumerate(pack.roles)
        },
    }
    return found | _honesty(outcomes) if outcomes[0].probabilities else found | {"calibration": []}


def _honesty(outcomes: Sequence[Outcome]) -> Figures:
    people = len(outcomes)
    sure = [o for o in outcomes if o.probabilities[o.ranking[0]] >= ENOUGH]
    tied = [o for o in outcomes if o.kind == "tie"]
    kinds = Counter(o.kind for o in outcomes)
    most = max(o.items for o in outcomes)
    return {
        "calibration": calibration(outcomes),
        "sure": {"share": len(sure) / people, "right": share(sum(o.ranking[0] == o.role for o in sure), len(sure))},
        "tied": {"share": len(tied) / people, "holds": share(sum(o.role in o.named for o in tied), len(tied))},
        "verdicts": {kind: kinds[kind] / people for kind in VERDICTS},
        "most_items": most,
        "stopped_early": sum(o.items < most for o in outcomes) / people,
        "duels": sum(o.duels for o in outcomes) / people,
    }


def calibration(outcomes: Sequence[Outcome]) -> list[Figures]:
    """What was shown for the leader against how often it was right, bin by bin."""
    found: list[Figures] = []
    for low, high in pairwise(EDGES):
        inside = [o for o in outcomes if low <= max(o.probabilities) < high or (high == 1 == max(o.probabilities))]
        if inside:
            found.append(
                {
                    "from": low,
                    "to": high,
                    "people": len(inside),
                    "shown": sum(o.probabilities[o.ranking[0]] for o in inside) / len(inside),
                    "right": sum(o.ranking[0] == o.role for o in inside) / len(inside),
                }
            )
    return found


def checks(
    pack: Pack, members: Mapping[str, Sequence[Outcome]], rest: Mapping[str, Mapping[str, Sequence[Outcome]]]
) -> list[Figures]:
    """How the verdicts and flags treat members, and people of other kinds.

    ``members``: form → outcomes, of which the careful ones count; ``rest``: kind of people → form → outcomes. Shares
    from 0 to 1; ``right`` of those who are told clearly which role they are of, and rightly; ``misfit_most`` is the
    largest share among the members of one role, ``first`` how often each role comes first.
    """
    found = [_check(pack, "members", form, [o for o in all_ if o.careful]) for form, all_ in members.items()]
    return found + [_check(pack, kind, form, all_) for kind, forms in rest.items() for form, all_ in forms.items()]


def _check(pack: Pack, who: str, form: str, outcomes: Sequence[Outcome]) -> Figures:
    first = Counter(o.ranking[0] for o in outcomes)
    roles = range(len(pack.roles))
    return {
        "who": who,
        "form": form,
        "people": len(outcomes),
        "clear": _rate(outcomes, "clear"),
        "right": share(sum(o.kind == "clear" and o.ranking[0] == o.role for o in outcomes), len(outcomes)),
        "misfit": _rate(outcomes, "misfit"),
        "misfit_most": max((_rate([o for o in outcomes if o.role == k], "misfit") or 0.0 for k in roles), default=0.0),
        "flagged": share(sum(bool(o.flags) for o in outcomes), len(outcomes)),
        "inconsistent": share(sum("inconsistent" in o.flags for o in outcomes), len(outcomes)),
        "first": {role.slug: share(first[k], len(outcomes)) for k, role in enumerate(pack.roles)},
    }


def _rate(outcomes: Sequence[Outcome], kind: str) -> float | None:
    return share(sum(o.kind == kind for o in outcomes), len(outcomes))


def twins(pack: Pack, level: Level, outcomes: Sequence[Outcome]) -> list[Figures]:
    """The pairs of roles that are taken for each other most, with the facets that would help to tell them apart.

    ``confused``: the share of both roles' members who are ranked first in the other; ``separation``: the distance of
    their mean score gaps in standard deviations, with all items; ``would_help``: the facets of which two more items
    would raise it most.
    """
    pairs = sorted(combinations(range(len(pack.roles)), 2), key=lambda pair: -_confused(outcomes, *pair))
    return [
        {
            "roles": [pack.roles[k].slug, pack.roles[m].slug],
            "confused": _confused(outcomes, k, m),
            "separation": separation(pack, level, k, m),
            "would_help": would_help(pack, level, k, m),
        }
        for k, m in pairs[:MOST_TOLD]
    ]


def of_role(pack: Pack, slug: str, members: Mapping[str, Sequence[Outcome]]) -> Figures:
    """How one role comes out: the share of its members who are ranked first in it, form by form, and in which others.

    ``taken_for``: the other roles in which members of this one are ranked first with all items, and ``taken_by`` those
    whose members are ranked first in this one; each with the share of the members, the largest first. ``people``: how
    many members this one has.
    """
    k = pack.role_index[slug]
    ours = {form: [o for o in outcomes if o.role == k] for form, outcomes in members.items()}
    found = {form: share(sum(o.ranking[0] == k for o in own), len(own)) for form, own in ours.items()}
    others = [m for m in range(len(pack.roles)) if m != k]
    away = {m: share(sum(o.ranking[0] == m for o in ours["all"]), len(ours["all"])) or 0.0 for m in others}
    back = {m: share(*_drawn(members["all"], m, k)) or 0.0 for m in others}
    mistaken = {"taken_for": _largest(pack, away), "taken_by": _largest(pack, back)}
    return {"role": slug, "people": len(ours["all"]), "first": found, **mistaken}


def _drawn(outcomes: Sequence[Outcome], m: int, k: int) -> tuple[int, int]:
    """How many members of a role are ranked first in another one, and how many there are."""
    theirs = [o for o in outcomes if o.role == m]
    return sum(o.ranking[0] == k for o in theirs), len(theirs)


def _largest(pack: Pack, shares: Mapping[int, float]) -> list[Figures]:
    ranked = sorted((m for m in shares if shares[m]), key=lambda m: -shares[m])
    return [{"role": pack.roles[m].slug, "share": shares[m]} for m in ranked]


def _confused(outcomes: Sequence[Outcome], k: int, m: int) -> float:
    ours = [o for o in outcomes if o.role in (k, m)]
    return sum({o.role, o.ranking[0]} == {k, m} for o in ours) / max(1, len(ours))


def separation(pack: Pack, level: Level, k: int, m: int, extra: str | None = None) -> float:
    """How far apart the members of two roles lie on the gap of their scores, in standard deviations of that gap.

    With all items, and two more for the facet ``extra``; from the level's own formula, without clipping.
    """
    points = pack.table.points
    apart = spread = 0.0
    for t, facet in enumerate(pack.facets):
        gap = points[k][t] - points[m][t]
        count = len(facet.items) + (2 if facet.key == extra else 0)
        apart += gap * level.gap * (pack.relevance[k][t] - pack.relevance[m][t]) / SPAN
        spread += gap**2 * (level.own**2 / SPAN**2 + variance(pack, count))
    sd = float(spread**0.5)
    return apart / sd if sd > SLACK else 0.0


def would_help(pack: Pack, level: Level, k: int, m: int) -> list[str]:
    """The facets of which two more items would set two roles further apart, the most helpful first."""
    now = separation(pack, level, k, m)
    gains = {f.key: separation(pack, level, k, m, f.key) - now for f in pack.facets}
    return [key for key in sorted(gains, key=lambda key: -gains[key]) if gains[key] > SLACK][:MOST_TOLD]


def simulation(pack: Pack, results: Mapping[Task, Sequence[Outcomes]], role: str | None = None) -> Figures:
    """All figures of a simulation: forms, twins, checks and, where they were run, adaptive against fixed lengths.

    ``role``: the slug of one whose own figures come first.
    """
    levels = dict.fromkeys(task.level for task in results)
    found: dict[str, list[Figures]] = {"role": [], "forms": [], "twins": [], "checks": [], "lengths": []}
    for level in levels:
        members = _by_form(results, level, "members")
        if role is not None:
            found["role"].append({"level": level, **of_role(pack, role, members)})
        found["forms"] += [form_figures(pack, form, level, outcomes) for form, outcomes in members.items()]
        found["twins"] += [{"level": level, **pair} for pair in twins(pack, LEVELS[level], members["all"])]
        rest = {kind: _by_form(results, level, kind) for kind in others(pack)}
        judged = {form: members[form] for form in ("all", "quick")}
        found["checks"] += [{"level": level, **check} for check in checks(pack, judged, rest)]
        found["lengths"] += [{"level": level, **row} for row in lengths(_by_form(results, level, "lengths"))]
    return {key: rows for key, rows in found.items() if rows}


def _by_form(results: Mapping[Task, Sequence[Outcomes]], level: str, who: str) -> dict[str, list[Outcome]]:
    return by_form([one for task, part in results.items() if (task.level, task.who) == (level, who) for one in part])


def by_form(people: Sequence[Outcomes]) -> dict[str, list[Outcome]]:
    """People's outcomes, form by form."""
    found: dict[str, list[Outcome]] = {}
    for one in people:
        for form, result in one.items():
            found.setdefault(form, []).append(result)
    return found


def lengths(forms: Mapping[str, Sequence[Outcome]]) -> list[Figures]:
    """Length by length, how often the adaptive form and the best fixed one rank the member's role first."""
    rows: dict[str, Figures] = {}
    for form, outcomes in forms.items():
        kind, _, length = form.partition(":")
        row = rows.setdefault(length, {"items": int(length), "people": len(outcomes)})
        row[kind] = sum(o.ranking[0] == o.role for o in outcomes) / len(outcomes)
    return list(rows.values())
