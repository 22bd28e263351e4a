"""The history as JSON, CSV and Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from careerfit.core.document import Document, text
from careerfit.core.result import Result
from careerfit.core.retake import Difference, Move
from careerfit.report.csv import Cell, csv_text
from careerfit.report.markdown import markup as md
from careerfit.report.views.history import AttemptView, DifferenceView, MoveView, Saved
from careerfit.report.words import history as words
from careerfit.report.words.dates import utc
from careerfit.text import Lang

LIST_COLUMNS = (
    "number",
    "started",
    "finished",
    "mode",
    "lang",
    "note",
    "pack",
    "version",
    "fingerprint",
    "verdict",
    "leader",
    "probability",
    "answered",
    "fast",
)
DIFFERENCE_COLUMNS = ("kind", "key", "first", "second", "difference", "sd", "z", "changed")


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


def attempts_csv(attempts: Sequence[Saved]) -> str:
    """A row an attempt."""
    return csv_text(LIST_COLUMNS, [_list_row(saved) for saved in attempts])


def export_csv(attempts: Sequence[Saved]) -> str:
    """A row an attempt, with what was answered: a column an item."""
    keys = list(dict.fromkeys(key for saved in attempts for key in saved.answers))
    head = [*LIST_COLUMNS, "code", "duels", "seconds", *keys]
    return csv_text(
        head, [[*_list_row(saved), *_given(saved), *(saved.answers.get(key) for key in keys)] for saved in attempts]
    )


def difference_csv(found: Difference) -> str:
    """A row a role and a facet, and one for field fit."""
    moves = [("field", "", found.field), *(("role", one.role, one.score) for one in found.roles)]
    moves += [("facet", one.facet, one.move) for one in found.facets]
    rows: list[list[Cell]] = [
        [kind, key, move.first, move.second, move.by, move.sd, move.z, move.changed] for kind, key, move in moves
    ]
    return csv_text(DIFFERENCE_COLUMNS, rows)


def list_markdown(attempts: Sequence[AttemptView], lang: Lang) -> str:
    """The saved attempts as a list."""
    title = (words.TITLE if attempts else words.EMPTY).pick(lang)
    items = [
        f"{md.strong(f'{one.number}: {one.verdict}')}\\\n  {md.plain(one.details)}"
        + (f"\\\n  {md.plain(f'“{one.note}”')}" if one.note else "")
        for one in attempts
    ]
    return md.page([md.heading(1, title), md.bullets(items)])


def difference_markdown(view: DifferenceView) -> str:
    """Two attempts side by side."""
    lang = view.lang
    return md.page(
        [
            md.heading(1, view.title),
            md.bullets(md.plain(when) for when in view.whens),
            md.strong(view.headline),
            md.bullets(md.plain(verdict) for verdict in view.verdicts),
            md.heading(2, words.FACETS.pick(lang)),
            md.plain(view.summary),
            _table(view, view.changed),
            md.plain(view.others_title) if view.others else "",
            _table(view, view.others),
            md.heading(2, words.ROLES.pick(lang)),
            _table(view, (*view.roles, view.field)),
            md.plain(view.how),
        ]
    )


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


def _list_row(saved: Saved) -> list[Cell]:
    return [
        saved.number,
        utc(saved.started),
        utc(saved.finished),
        saved.mode,
        saved.lang,
        saved.note,
        *saved.pack,
        saved.verdict,
        saved.leader.role,
        saved.probability,
        len(saved.answers),
        saved.fast,
    ]


def _given(saved: Saved) -> list[Cell]:
    """The code, the duels (each as preferred>other) and the seconds that all timed items took together."""
    duels = " ".join(f"{duel.preferred}>{duel.other}" for duel in saved.duels)
    return [saved.code, duels, round(sum(saved.seconds.values()), 1) if saved.seconds else None]


def _table(view: DifferenceView, moves: Sequence[MoveView]) -> str:
    if not moves:
        return ""
    lang = view.lang
    head = [
        words.HEAD_THING.pick(lang),
        *(words.HEAD_FIRST.say(lang, number=number) for number in view.numbers),
        words.HEAD_BY.pick(lang),
        words.HEAD_SAID.pick(lang),
    ]
    rows = [[md.plain(cell) for cell in (one.name, one.first, one.second, one.by, one.said)] for one in moves]
    return md.table(head, rows, right=(1, 2, 3))
