"""A study of people whose role is known, as ``careerfit validate`` makes one, with all that it may come to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careerfit.core.model import Pack

Document = dict[str, Any]


def share(of: int | None, value: float | None = None, reach: float = 0.1) -> Document:
    """A share of so many people; None of a few."""
    if value is None:
        return {"of": of, "share": None, "between": None, "low": None, "high": None}
    return {"of": of, "share": value, "between": None, "low": value - reach, "high": min(1.0, value + reach)}


def between(of: int, low: float, high: float) -> Document:
    """A share that is told as the two that it lies between."""
    return {"of": of, "share": None, "between": [low, high], "low": low - 0.1, "high": high}


def coefficient(value: float, reach: float = 0.1) -> Document:
    """A coefficient with its interval."""
    return {"value": value, "low": value - reach, "high": value + reach}


def study(pack: Pack) -> Mapping[str, Any]:
    """A study with everything in it: roles with few members, hidden counts, doubts, contradictions, retest."""
    slugs = [role.slug for role in pack.roles]
    enough = [True] * (len(slugs) - 2) + [False, False]
    firsts = [*(share(60, 0.7 + n / 20) for n in range(len(slugs) - 2)), share(12, 0.5, 0.3), share(None)]
    seconds = [between(60, 56 / 60, 1.0), *firsts[1:]]
    bootstrap = {"bootstrap": {"low": 0.661, "high": 0.782}}
    return {
        "made": "2026-11-26",
        "columns": {"role": "peran", "person": "orang"},
        "members": 1_195,
        "unknown": None,
        "again": 84,
        "doubtful": None,
        "roles": [{"role": slug, "members": 60, "enough": one} for slug, one in zip(slugs, enough, strict=True)],
        "enough": False,
        "told": True,
        "recovery": {
            "first": share(1_195, 0.725, 0.06) | bootstrap,
            "first_two": share(1_195, 0.9, 0.04) | bootstrap,
            "tie": share(140, 0.957, 0.03),
            "chance": {
                "first": 0.2,
                "first_two": 0.4,
                "tie": 0.45,
                "dealt": {"first": 0.212, "first_two": 0.408, "tie": 0.466},
            },
            "largest": 0.24,
            "plain": {"first": share(1_195, 0.627), "first_two": share(1_195, 0.8)},
            "ahead_of_plain": {"first": coefficient(0.098, 0.03), "first_two": coefficient(-0.01, 0.03)},
            "per_role": [
                {"role": slug, "first": one, "first_two": two, "enough": is_enough}
                for slug, one, two, is_enough in zip(slugs, firsts, seconds, enough, strict=True)
            ],
        },
        "confusion": [
            {
                "role": slug,
                "first": {other: 40 if other == slug else None if n == k else 6 for n, other in enumerate(slugs)},
            }
            for k, slug in enumerate(slugs, -1)
        ],
        "verdicts": [
            {"kind": "clear", **share(98, 0.918)},
            {"kind": "tie", **share(140, 0.857)},
            {"kind": "unclear", **share(10, 0.3)},
            {"kind": "misfit", **share(None)},
        ],
        "told_clearly": [
            {"role": slug, **one, "enough": is_enough}
            for slug, one, is_enough in zip(slugs, firsts, enough, strict=True)
        ],
        "calibration": {
            "people": 1_150,
            "tenths": [
                {"from": 0.4, "to": 0.5, "shown": 0.451, **share(12, 0.45)},
                {"from": 0.9, "to": 1.0, "shown": 0.962, **share(640, 0.92, 0.02)},
            ],
            "excess": coefficient(0.04, 0.02),
            "brier": coefficient(0.149, 0.02),
            "error": 0.059,
            "by_chance": 0.055,
        },
        "retest": {
            "people": 84,
            "told": True,
            "same_leader": share(84, 0.68),
            "rank_correlation": coefficient(0.59),
            "error": coefficient(0.87, 0.03),
            "assumed": 0.95,
        },
        "sample": 1_000,
        "facets": [
            {"facet": facet.key, "people": 252, **reliable(len(facet.items)), "items": len(facet.items)}
            for facet in pack.facets[1:]
        ]
        + [{"facet": pack.facets[0].key, "people": 12, **reliable(0), "items": 2}],
        "items": [
            {"item": item.key, "answered": 252, "mean": 4.1, "sd": 1.03, "lowest": 0.02, "highest": 0.45, "rest": 0.28}
            for item in pack.items[1:]
        ]
        + [{"item": pack.items[0].key, "answered": None, **dict.fromkeys(("mean", "sd", "lowest", "highest", "rest"))}],
        "relevances": {
            "looked_at": 130,
            "contradicted": [
                {"role": slugs[k], "facet": pack.facets[t].key, "relevance": relevance, "chance": 0.01}
                | {"instead": coefficient(0.6, 0.2)}
                | {"evidence": []}
                for k, t, relevance in _one_of_each(pack)
            ],
        },
        "reword": [
            {"item": pack.items[n].key, "why": why, "value": coefficient(value, 0.04)}
            for n, (why, value) in enumerate((("against", -0.31), ("apart", 0.02), ("alike", 0.91)))
        ],
        "differential": [{"item": pack.items[9].key, "role": slugs[0], "by": coefficient(0.6, 0.2), "chance": 0.001}],
        "constants": {
            "people": 1_150,
            "enough": True,
            "noise": coefficient(0.83, 0.02) | {"assumed": 0.95},
            "separation": coefficient(0.61, 0.04) | {"assumed": 1.0},
            "temper": coefficient(2.04, 0.2) | {"assumed": 2.05},
            "temper_from": {"direct": coefficient(2.10, 0.3), "implied": coefficient(1.98, 0.2)},
        },
    }


def reliable(items: int) -> Document:
    """The reliability of a facet with so many items; with none, what is told of too few people."""
    return {
        "alpha": coefficient(0.44) if items else None,
        "spearman_brown": coefficient(0.46) if items == 2 else None,
        "omega": coefficient(0.47) if items > 2 else None,
    }


def plain_study(pack: Pack) -> Mapping[str, Any]:
    """A study in which nothing stands out, few answered twice, and constants take more people."""
    found = dict(study(pack))
    found["relevances"] = {"looked_at": 130, "contradicted": []}
    found |= {"unknown": 0, "again": 0, "doubtful": 5, "reword": [], "differential": [], "sample": found["members"]}
    found["constants"] = {**found["constants"], "enough": False, "noise": None}
    found["constants"]["temper_from"] = {"direct": coefficient(2.04, 0.3), "implied": None}
    found["retest"] = {"people": None, "told": False}
    return found


def small_study(pack: Pack) -> Mapping[str, Any]:
    """A study of too few people."""
    counts = [{"role": role.slug, "members": None, "enough": False} for role in pack.roles]
    head = {"made": "2026-11-26", "columns": {"role": "peran", "person": None}, "members": 12, "unknown": 0, "again": 0}
    return {**head, "doubtful": 0, "roles": counts, "enough": False, "told": False}


def _one_of_each(pack: Pack) -> list[tuple[int, int, float]]:
    """An unshared facet that the first role fully asks for, and one that it does not mention."""
    row = pack.relevance[0]
    return [
        next((0, t, e) for t, e in enumerate(row) if e == wanted and not pack.table.shared[t]) for wanted in (1.0, 0.0)
    ]
