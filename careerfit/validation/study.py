"""A study of people whose role is known, as one document: every figure with its n and its interval, nobody's
name or answers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from careerfit.core.document import evidence_document
from careerfit.core.model import NOISE, SEPARATION, TEMPER, Pack
from careerfit.text import Lang
from careerfit.validation import differences, recovery, reliability
from careerfit.validation.calibration import Calibration, calibration, shown_and_right
from careerfit.validation.constants import Constants, constants
from careerfit.validation.intervals import Resampling, Share, wilson
from careerfit.validation.members import FEW, FEWEST, Members, first_attempts, in_role
from careerfit.validation.recovery import Places
from careerfit.validation.reliability import Coefficient, Retest

Document = dict[str, Any]
SAMPLE = 10_000
"""Of more people than this, so many, evenly spaced, tell of facets, items and constants: more add nothing to those."""


def study(pack: Pack, members: Members, lang: Lang | None = None) -> Document:
    """Everything that members of the roles say of the method; people whose role is unknown are counted, no more.

    Whoever answered more than once counts with the first attempt, but for what two attempts tell. Of fewer than 20
    members in all nothing is told but how many there are.
    """
    known = members.only(members.role >= 0)
    first = first_attempts(known)
    counts = in_role(first, len(pack.roles))
    found: Document = {
        "members": first.size,
        "unknown": int((members.role < 0).sum()),
        "again": known.size - first.size,
        "doubtful": _few(int(first.doubtful.sum())),
        "roles": [
            {"role": role.slug, "members": _few(int(n)), "enough": bool(n >= FEW)}
            for role, n in zip(pack.roles, counts, strict=True)
        ],
        "enough": bool((counts >= FEW).all()),
        "told": first.size >= FEW,
    }
    if first.size < FEW:
        return found
    some = sample(first)
    careful = some.only(~some.doubtful)
    doubted = differences.doubts(pack, reliability.items(pack, careful.responses))
    draws, of_some = Resampling(first.size), Resampling(some.size)
    places = recovery.places(pack, first)
    shown, right = shown_and_right(first)
    shown, right = shown[~first.doubtful], right[~first.doubtful]
    return found | {
        "recovery": _recovery(pack, first, places, draws),
        "confusion": _confusion(pack, first, places),
        "verdicts": [{"kind": kind, **share(one)} for kind, one in recovery.right_by_verdict(first, places).items()],
        "calibration": _calibration(calibration(shown, right, Resampling(len(shown))), len(shown)),
        "retest": _retest(pack, members),
        "sample": some.size,
        **_facets_and_items(pack, some, of_some),
        **_disagreements(pack, careful, doubted, lang),
        "constants": _constants(
            constants(pack, careful, differences.without(careful, doubted), Resampling(careful.size)),
            enough=bool((counts >= FEW).all()),
        ),
    }


def sample(members: Members) -> Members:
    """All members, or of very many an evenly spaced part."""
    if members.size <= SAMPLE:
        return members
    return members.only(np.linspace(0, members.size - 1, SAMPLE).astype(int))


def _recovery(pack: Pack, members: Members, found: Places, draws: Resampling) -> Document:
    size, place, plain = len(pack.roles), found.own, found.plain
    tied, in_tie = recovery.named_in_tie(members)
    named = float((members.named[:, tied] >= 0).sum(axis=0).mean()) if tied.any() else math.nan
    counts = in_role(members, size)

    def ahead(places: Any, most: int, those: Any = slice(None)) -> Share:
        return wilson(int((places[those] < most).sum()), len(places[those]))

    return {
        "first": share(ahead(place, 1)) | _drawn(draws, place < 1),
        "first_two": share(ahead(place, 2)) | _drawn(draws, place < 2),
        "tie": share(wilson(int(in_tie.sum()), int(tied.sum()))),
        "chance": {"first": 1 / size, "first_two": min(1.0, 2 / size), "tie": number(named / size)},
        "largest": number(float(counts.max() / max(1, counts.sum()))),
        "plain": {"first": share(ahead(plain, 1)), "first_two": share(ahead(plain, 2))},
        "ahead_of_plain": {
            "first": _ahead(draws, place < 1, plain < 1),
            "first_two": _ahead(draws, place < 2, plain < 2),
        },
        "per_role": [
            {
                "role": role.slug,
                "first": share(ahead(place, 1, members.role == k)),
                "first_two": share(ahead(place, 2, members.role == k)),
                "enough": bool(counts[k] >= FEW),
            }
            for k, role in enumerate(pack.roles)
        ],
    }


def _ahead(draws: Resampling, ours: Any, plain: Any) -> Document:
    """By how much more people it is right than the plain mean, of the same people, with the ends of its interval."""
    more = ours.astype(float) - plain
    low, high = draws.of_mean(more)
    return {"value": float(more.mean()), "low": low, "high": high}


def _drawn(draws: Resampling, hits: Any) -> Document:
    low, high = draws.of_mean(hits)
    return {"bootstrap": {"low": low, "high": high}}


def _confusion(pack: Pack, members: Members, found: Places) -> list[Document]:
    told = recovery.told(recovery.confusion(members, found, len(pack.roles)), FEWEST)
    slugs = [role.slug for role in pack.roles]
    rows = [row if sum(n or 0 for n in row) >= FEWEST else [None] * len(row) for row in told]
    return [{"role": slug, "first": dict(zip(slugs, row, strict=True))} for slug, row in zip(slugs, rows, strict=True)]


def _calibration(found: Calibration, people: int) -> Document:
    brier, low, high = found.brier
    return {
        "people": people,
        "tenths": [
            {"from": one.low, "to": one.high, "shown": number(one.shown), **share(one.right)}
            for one in found.tenths
            if one.right.of >= FEWEST
        ],
        "excess": coefficient(Coefficient(*found.excess)),
        "brier": coefficient(Coefficient(brier, low, high)),
        "error": number(found.error),
        "by_chance": number(found.by_chance),
    }


def _retest(pack: Pack, members: Members) -> Document | None:
    """What two attempts tell; of fewer people than tell anything, how many there are."""
    both = reliability.pairs(members)
    if both is None:
        return None
    first, second = both
    if first.size < FEW:
        return {"people": _few(first.size), "told": False}
    found: Retest = reliability.retest(pack, first, second)
    return {
        "people": found.people,
        "told": True,
        "same_leader": share(found.same_leader),
        "rank_correlation": coefficient(found.ranks),
        "error": coefficient(found.error),
        "assumed": pack.noise,
    }


def _facets_and_items(pack: Pack, members: Members, draws: Resampling) -> Document:
    items = reliability.items(pack, members.responses)
    return {
        "facets": [
            {
                "facet": facet.key,
                "people": _few(one.people),
                "alpha": coefficient(one.alpha) if one.people >= FEW else None,
                "omega": coefficient(one.omega) if one.people >= FEW else None,
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
                    "instead": one.instead,
                    "chance": one.chance,
                    "evidence": [
                        evidence_document(e, lang) for e in pack.roles[one.role].evidence(pack.facets[one.facet].key)
                    ],
                }
                for one in contradicted
            ],
        },
        "reword": [{"item": pack.items[one.item].key, "why": one.why, "value": one.value} for one in doubted],
        "differential": [
            {"item": pack.items[one.item].key, "role": pack.roles[one.role].slug, "by": one.by, "chance": one.chance}
            for one in differences.differentials(pack, members)
        ],
    }


def _item(one: reliability.ItemFigures) -> Document:
    """An item's figures; nothing but its number of answers where these are too few."""
    values = {"mean": one.mean, "sd": one.sd, "lowest": one.lowest, "highest": one.highest, "rest": one.rest}
    enough = one.answered >= FEW
    return {"answered": _few(one.answered), **{key: number(value) if enough else None for key, value in values.items()}}


def _constants(found: Constants, *, enough: bool) -> Document:
    assumed = {"noise": NOISE, "separation": SEPARATION, "temper": TEMPER}
    told = {name: coefficient(getattr(found, name)) for name in assumed}
    return {
        "people": found.people,
        "enough": enough and all(told.values()),
        **{name: None if one is None else one | {"assumed": assumed[name]} for name, one in told.items()},
    }


def measured_yaml(pack: Pack, found: Document, made: str) -> str:
    """The file that puts the constants of a study into a pack, made on that day (ISO 8601)."""
    values = "".join(f"{name}: {found[name]['value']:.3f}\n" for name in ("noise", "separation", "temper"))
    return (
        "# careerfit validate: yang terukur pada orang sungguhan, sebagai ganti tetapan metode ini.\n"
        "# What was measured on real people, in place of the method's own constants.\n"
        f'pack: {pack.name}\nfingerprint: "{pack.fingerprint}"\nmade: "{made}"\npeople: {found["people"]}\n{values}'
    )


def share(one: Share) -> Document:
    """A share as a part of a document; of fewer than five people, and of nobody, nothing but that."""
    if one.of < FEWEST:
        return {"of": 0 if not one.of else None, "share": None, "low": None, "high": None}
    return {"of": one.of, "share": one.share, "low": one.low, "high": one.high}


def coefficient(one: Coefficient) -> Document | None:
    """A coefficient as a part of a document; None where there is none."""
    return None if math.isnan(one.value) else {name: number(value) for name, value in one._asdict().items()}


def number(value: float) -> float | None:
    """A number as JSON has it: none where it is not finite."""
    return float(value) if math.isfinite(value) else None


def _few(count: int) -> int | None:
    """A count of people; None for those from one to four."""
    return None if 0 < count < FEWEST else count
