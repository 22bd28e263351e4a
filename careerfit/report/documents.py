"""The history's JSON documents: plain dictionaries, numbers unrounded, texts in both languages or in one."""

from __future__ import annotations

from careerfit.core.document import Document, text
from careerfit.core.result import Result
from careerfit.core.retake import Difference, Move
from careerfit.report.views.history import Saved
from careerfit.report.words.dates import utc
from careerfit.text import Lang


def attempt_document(saved: Saved, lang: Lang | None, *, answers: bool) -> Document:
    """One attempt, with what was answered if wanted."""
    name, version, fingerprint = saved.pack
    found: Document = {
        "number": saved.number,
        "started": utc(saved.started),
        "finished": utc(saved.finished),
        "mode": saved.mode,
        "lang": saved.lang,
        "note": saved.note,
        "pack": {"name": name, "version": version, "fingerprint": fingerprint},
        "verdict": {
            "kind": saved.verdict,
            "roles": [role.role for role in saved.named],
            "probability": saved.probability,
        },
        "leader": {"role": saved.leader.role, "name": text(saved.leader.name, lang)},
        "answered": len(saved.answers),
        "fast": saved.fast,
    }
    return found | _answers(saved) if answers else found


def difference_content(found: Difference, first: Saved, second: Saved) -> Document:
    """What separates two attempts, in numbers."""
    return {
        "first": _side(found.first, first),
        "second": _side(found.second, second),
        "lead": _move(found.lead) if found.lead else None,
        "field": _move(found.field),
        "roles": [
            {"role": one.role, "ranks": {"first": one.ranks[0], "second": one.ranks[1]}, "score": _move(one.score)}
            for one in found.roles
        ],
        "facets": [{"facet": one.facet, **_move(one.move)} for one in found.facets],
        "changed": len(found.changed),
        "chance": found.chance,
        "beyond_chance": found.beyond_chance,
    }


def _answers(saved: Saved) -> Document:
    return {
        "code": saved.code,
        "answers": dict(saved.answers),
        "duels": [{"left": duel.left, "right": duel.right, "answer": duel.answer} for duel in saved.duels],
        "seconds": dict(saved.seconds),
        "reality": {role: list(believed) for role, believed in saved.reality.items()},
    }


def _side(result: Result, saved: Saved) -> Document:
    verdict = result.verdict
    return {
        "number": saved.number,
        "finished": utc(saved.finished),
        "leader": result.ranking[0].role,
        "verdict": {"kind": verdict.kind, "roles": list(verdict.roles), "probability": verdict.probability},
    }


def _move(move: Move) -> Document:
    return {
        "first": move.first,
        "second": move.second,
        "difference": move.by,
        "sd": move.sd,
        "z": move.z,
        "changed": move.changed,
    }
