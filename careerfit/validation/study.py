"""A study of people whose role is known, as one document: every figure with its n and its interval, nobody's
name or answers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from careerfit.core.model import LEAST_MEMBERS, NOISE, SEPARATION, TEMPER, Pack
from careerfit.core.results.json_documents import evidence_document
from careerfit.core.small_counts import FEWEST, divided
from careerfit.text import Lang
from careerfit.validation import differences, disclosure, recovery, reliability
from careerfit.validation.calibration import calibration, shown_and_right
from careerfit.validation.constants import Constants, constants
from careerfit.validation.disclosure import Ends, few
from careerfit.validation.intervals import Resampling, Share, wilson
from careerfit.validation.members import Members, Truth, first_attempts, in_role
from careerfit.validation.recovery import Places
from careerfit.validation.reliability import Coefficient, Retest

Document = dict[str, Any]
SAMPLE = 10_000
"""Of more people than this, so many, evenly spaced, tell of facets, items and constants: more add nothing to those."""


NOTHING: Document = {"of": None, "share": None, "between": None, "low": None, "high": None}
"""A share that is not told."""


def study(pack: Pack, members: Members, lang: Lang | None = None) -> Document:
    """Everything that members of the roles say of the method; people whose role is unknown are counted, no more.

    Whoever answered more than once counts with the first attempt, but for what two attempts tell. Of fewer than 20
    members in all nothing is told but how many there are.
    """
    known = members.only(members.role >= 0)
    first = first_attempts(known)
    counts = in_role(first, len(pack.roles))
    enough = bool((counts >= LEAST_MEMBERS).all())
    told = divided({role.slug: int(n) for role, n in zip(pack.roles, counts, strict=True)}, first.size)
    found: Document = {
        "members": first.size,
        "unknown": few(int((members.role < 0).sum())),
        "again": few(known.size - first.size),
        "doubtful": few(int(first.doubtful.sum())),
        "roles": [
            {"role": role.slug, "members": told[role.slug], "enough": bool(n >= LEAST_MEMBERS)}
            for role, n in zip(pack.roles, counts, strict=True)
        ],
        "enough": enough,
        "told": first.size >= LEAST_MEMBERS,
    }
    if first.size < LEAST_MEMBERS:
        return found
    some = sample(first)
    careful = some.only(~some.doubtful)
    doubted = differences.doubts(pack, reliability.items(pack, careful.responses))
    places = recovery.places(pack, first)
    return found | {
        **_recovery(pack, first, places, {slug for slug, n in told.items() if n is None}),
        "calibration": _calibration(first),
        "retest": _retest(pack, members),
        "sample": some.size,
        **_facets_and_items(pack, some),
        **_disagreements(pack, careful, doubted, lang),
        "constants": _constants(
            constants(pack, careful, differences.without(careful, doubted), Resampling(careful.role)),
            people=_careful(some),
            enough=enough,
        ),
    }


def sample(members: Members) -> Members:
    """All members, or of very many an evenly spaced part."""
    if members.size <= SAMPLE:
        return members
    return members.only(np.linspace(0, members.size - 1, SAMPLE).astype(int))


def _careful(members: Members) -> int:
    """How many people raise no doubt; where one to four do, so many at least."""
    count = int(members.doubtful.sum())
    return members.size - (FEWEST - 1 if few(count) is None else count)


def _recovery(pack: Pack, members: Members, found: Places, hidden: set[str]) -> Document:
    """Everything about whose role came where; ``hidden``: the roles whose number of members is not told."""
    size, place, plain = len(pack.roles), found.own, found.plain
    tied, _ = recovery.named_in_tie(members)
    named = float((members.named[:, tied] >= 0).sum(axis=0).mean()) if tied.any() else math.nan
    counts, draws = in_role(members, size), Resampling(members.role)
    slugs = [role.slug for role in pack.roles]
    tops = {"first": 1, "first_two": 2}
    whole = {key: _those(place < most) for key, most in tops.items()}
    other = {key: _those(plain < most) for key, most in tops.items()}
    by_role = {key: [_those(place[members.role == k] < most) for k in range(size)] for key, most in tops.items()}
    ends = {key: disclosure.ends_of_parts(by_role[key], whole[key]) for key in tops}
    verdicts = _verdicts(slugs, members, found)
    tie = next(row for row in verdicts["verdicts"] if row["kind"] == "tie")
    return {
        "recovery": {
            **{
                key: share(whole[key], ends[key][1]) | {"bootstrap": _drawn(draws, place < most, ends[key][1])}
                for key, most in tops.items()
            },
            "tie": {key: value for key, value in tie.items() if key != "kind"},
            "chance": {
                "first": 1 / size,
                "first_two": min(1.0, 2 / size),
                "tie": number(named / size),
                "dealt": {key: number(value) for key, value in recovery.dealt(members, found, size).items()},
            },
            "largest": None if slugs[counts.argmax()] in hidden else float(counts.max() / counts.sum()),
            "plain": {key: share(other[key]) for key in tops},
            "ahead_of_plain": {
                key: _ahead(draws, place < most, plain < most)
                if _is_told(ends[key][1]) and _is_told(disclosure.ends_of(other[key]))
                else None
                for key, most in tops.items()
            },
            "per_role": [
                {
                    "role": slug,
                    **{key: NOTHING if slug in hidden else share(by_role[key][k], ends[key][0][k]) for key in tops},
                    "enough": bool(counts[k] >= LEAST_MEMBERS),
                }
                for k, slug in enumerate(slugs)
            ],
        },
        "confusion": _confusion(slugs, recovery.confusion(members, found, size).tolist(), ends["first"][0], hidden),
        **verdicts,
    }


def _those(hits: Truth) -> Share:
    return wilson(int(hits.sum()), len(hits))


def _is_told(ends: Ends) -> bool:
    return ends[0] == ends[1]


def _ahead(draws: Resampling, ours: Truth, plain: Truth) -> Document:
    """By how much more people it is right than the plain mean, of the same people, with the ends of its interval."""
    more = ours.astype(float) - plain
    low, high = draws.of_mean(more)
    return {"value": float(more.mean()), "low": low, "high": high}


def _drawn(draws: Resampling, hits: Truth, ends: Ends) -> Document | None:
    """The interval by bootstrap; None where the share is not told as it is."""
    low, high = draws.of_mean(hits.astype(float))
    return {"low": low, "high": high} if _is_told(ends) else None


def _confusion(slugs: list[str], counts: list[list[int]], own: list[Ends], hidden: set[str]) -> list[Document]:
    told = disclosure.confusion(counts, own)
    rows = [[None] * len(row) if slug in hidden else row for slug, row in zip(slugs, told, strict=True)]
    return [{"role": slug, "first": dict(zip(slugs, row, strict=True))} for slug, row in zip(slugs, rows, strict=True)]


def _verdicts(slugs: list[str], members: Members, found: Places) -> Document:
    """How often each verdict is right; and of those who are told a role clearly, how many are members of it."""
    shares = recovery.right_by_verdict(members, found)
    people = divided({kind: one.of for kind, one in shares.items()}, members.size)
    clear = dict(zip(slugs, recovery.told_clearly(members, len(slugs)), strict=True))
    # where it is not told how many got a clear result, their roles would tell
    clearly = divided({slug: one.of for slug, one in clear.items()}, people["clear"] or 0)
    parts, whole = disclosure.ends_of_parts([*clear.values()], shares["clear"])
    ends = {kind: disclosure.ends_of(one) for kind, one in shares.items()} | {"clear": whole}
    return {
        "verdicts": [
            {"kind": kind, **(NOTHING if people[kind] is None else share(one, ends[kind]))}
            for kind, one in shares.items()
        ],
        "told_clearly": [
            {
                "role": slug,
                **(NOTHING if clearly[slug] is None else share(one, end)),
                "enough": (clearly[slug] or 0) >= LEAST_MEMBERS,
            }
            for (slug, one), end in zip(clear.items(), parts, strict=True)
        ],
    }


def _calibration(members: Members) -> Document:
    """What was shown beside what was right, of people whose answers raise no doubt."""
    shown, right = shown_and_right(members)
    shown, right = shown[~members.doubtful], right[~members.doubtful]
    found = calibration(shown, right, Resampling(members.role[~members.doubtful]))
    shares = [one.right for one in found.tenths]
    people = {str(n): one.of for n, one in enumerate(shares)}
    doubtful = int(members.doubtful.sum())
    if few(doubtful) is None:  # whoever knows how many there are in all would know it from the tenths
        people["doubtful"] = doubtful
    told = divided(people, sum(people.values()))
    ends, whole = disclosure.ends_of_parts(shares, _those(right))
    return {
        "people": _careful(members),
        "tenths": [
            {"from": one.low, "to": one.high, "shown": number(one.shown), **share(one.right, ends[n])}
            for n, one in enumerate(found.tenths)
            if told[str(n)] is not None
        ],
        "excess": coefficient(Coefficient(*found.excess)) if _is_told(whole) else None,
        "brier": coefficient(Coefficient(*found.brier)),
        "error": number(found.error),
        "by_chance": number(found.by_chance),
    }


def _retest(pack: Pack, members: Members) -> Document | None:
    """What two attempts tell; of fewer people than tell anything, how many there are."""
    both = reliability.pairs(members)
    if both is None:
        return None
    first, second = both
    if first.size < LEAST_MEMBERS:
        return {"people": few(first.size), "told": False}
    found: Retest = reliability.retest(pack, first, second)
    return {
        "people": found.people,
        "told": True,
        "same_leader": share(found.same_leader),
        "rank_correlation": coefficient(found.ranks),
        "error": coefficient(found.error),
        "assumed": pack.noise,
    }


def _facets_and_items(pack: Pack, members: Members) -> Document:
    items, draws = reliability.items(pack, members.responses), Resampling(members.role)
    kinds = ("alpha", "spearman_brown", "omega")
    return {
        "facets": [
            {
                "facet": facet.key,
                "people": few(one.people),
                **{kind: coefficient(getattr(one, kind)) if one.people >= LEAST_MEMBERS else None for kind in kinds},
                "items": len(facet.items),
            }
            for facet, one in zip(pack.facets, reliability.facets(pack, members.responses, draws), strict=True)
        ],
        "items": [{"item": item.key, **_item(figures)} for item, figures in zip(pack.items, items, strict=True)],
    }


def _disagreements(pack: Pack, members: Members, doubted: Sequence[differences.Doubt], lang: Lang | None) -> Document:
    """What careful members contradict, and the items that do not work with them."""
    sound = differences.without(members, doubted)
    cells = differences.cells(pack, sound)
    contradicted = differences.contradictions(pack, sound, cells)
    return {
        "relevances": {
            "looked_at": int(differences.looked_at(pack, sound, cells).sum()),
            "contradicted": [
                {
                    "role": pack.roles[one.role].slug,
                    "facet": pack.facets[one.facet].key,
                    "relevance": one.relevance,
                    "instead": coefficient(one.instead),
                    "chance": one.chance,
                    "evidence": [
                        evidence_document(e, lang) for e in pack.roles[one.role].evidence(pack.facets[one.facet].key)
                    ],
                }
                for one in contradicted
            ],
        },
        "reword": [
            {"item": pack.items[one.item].key, "why": one.why, **(coefficient(one.value) or {})} for one in doubted
        ],
        "differential": [
            {
                "item": pack.items[one.item].key,
                "role": pack.roles[one.role].slug,
                "by": coefficient(one.by),
                "chance": one.chance,
            }
            for one in differences.differentials(pack, members)
        ],
    }


def _item(one: reliability.ItemFigures) -> Document:
    """An item's figures; nothing but its number of answers where these are too few."""
    ends = {name: getattr(one, name) for name in ("lowest", "highest")}
    small = {name for name, value in ends.items() if few(round(value * one.answered)) is None}
    values = {"mean": one.mean, "sd": one.sd, **ends, "rest": one.rest}
    is_told = one.answered >= LEAST_MEMBERS
    return {
        "answered": few(one.answered),
        **{key: number(value) if is_told and key not in small else None for key, value in values.items()},
    }


def _constants(found: Constants, *, people: int, enough: bool) -> Document:
    assumed = {"noise": NOISE, "separation": SEPARATION, "temper": TEMPER}
    told = {name: coefficient(getattr(found, name)) for name in assumed}
    made_of = {name: coefficient(getattr(found.tempering, name)) for name in ("direct", "implied")}
    return {
        "people": people,
        "enough": enough and all(told.values()),
        **{name: None if one is None else one | {"assumed": assumed[name]} for name, one in told.items()},
        "temper_from": made_of,
    }


def measured_yaml(pack: Pack, found: Document, made: str) -> str:
    """The file that puts the constants of a study into a pack, made on that day (ISO 8601)."""
    values = "".join(f"{name}: {found[name]['value']:.3f}\n" for name in ("noise", "separation", "temper"))
    return (
        "# careerfit validate: yang terukur pada orang sungguhan, sebagai ganti tetapan metode ini.\n"
        "# What was measured on real people, in place of the method's own constants.\n"
        f'pack: {pack.name}\nfingerprint: "{pack.fingerprint}"\nmade: "{made}"\npeople: {found["people"]}\n{values}'
    )


def share(one: Share, ends: Ends | None = None) -> Document:
    """A share as a part of a document: as it is, or ``between`` two, where it would tell of one to four people (with
    the ends of both intervals); of fewer than five people, and of nobody, nothing but that. ``ends``: what is told of
    those it is true of.
    """
    if one.of < FEWEST:
        return NOTHING | {"of": few(one.of)}
    low, high = disclosure.ends_of(one) if ends is None else ends
    if low == high:
        return {"of": one.of, "share": one.share, "between": None, "low": one.low, "high": one.high}
    least, most = wilson(low, one.of), wilson(high, one.of)
    return {"of": one.of, "share": None, "between": [least.share, most.share], "low": least.low, "high": most.high}


def coefficient(one: Coefficient) -> Document | None:
    """A coefficient as a part of a document; None where there is none."""
    return None if math.isnan(one.value) else {name: number(value) for name, value in one._asdict().items()}


def number(value: float) -> float | None:
    """A number as JSON has it: none where it is not finite."""
    return float(value) if math.isfinite(value) else None
