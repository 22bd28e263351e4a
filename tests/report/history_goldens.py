"""Every golden file of the history by its name, with what should stand in it now.

``python -m tests.report.history_goldens`` writes them anew; read the difference before you keep it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from careerfit.core.model import Answers, DuelAnswer, Pack
from careerfit.core.result import Result, evaluate
from careerfit.core.retake import Difference, difference
from careerfit.report.markdown.history import (
    attempt_document,
    attempts_csv,
    difference_content,
    difference_csv,
    difference_markdown,
    export_csv,
    list_markdown,
)
from careerfit.report.screens.history import difference_screen, head_screen, list_screen
from careerfit.report.screens.terminal import render
from careerfit.report.views.history import (
    Saved,
    SavedRole,
    SavedUnfinished,
    attempt_lines,
    attempt_view,
    difference_view,
)
from careerfit.text import LANGUAGES, Lang

from .people import result_of

FOLDER = Path(__file__).parent / "history_snapshots"
WIDTHS = (40, 80, 120)
JAKARTA = timezone(timedelta(hours=7))
STARTED = datetime(2025, 9, 30, 22, 58, 3, tzinfo=UTC)

Make = Callable[[Pack], str]


def saved_of(result: Result, number: int, *, note: str = "", fast: bool = False) -> Saved:
    """A result as it would have been saved, each a month and some minutes after the one before."""
    pack, verdict = result.pack, result.verdict
    started = STARTED + timedelta(days=31 * number)
    items = list(result.answers.responses)
    return Saved(
        number=number,
        started=started,
        finished=started + timedelta(minutes=4 + number),
        mode="full" if len(items) == len(pack.items) else "quick",
        lang="id",
        note=note,
        pack=(pack.name, pack.version, pack.fingerprint),
        code=result.code,
        verdict=verdict.kind,
        roles=tuple(SavedRole(slug, pack.role(slug).name) for slug in verdict.roles or (result.ranking[0].role,)),
        probability=verdict.probability,
        answers=result.answers.responses,
        duels=result.answers.duels,
        seconds=dict.fromkeys(items[:3], 1.5 if fast else 6.0),
        fast=fast,
        reality={result.ranking[0].role: (True, None)} if number == 1 else {},
    )


def four(pack: Pack) -> list[Saved]:
    """Four attempts, one with each verdict, the newest first."""
    notes = {3: "setelah magang [b]di kantor[/b]", 4: "=1+1 sambil menunggu bus"}
    names = ["clear", "tie-of-two", "unclear", "misfit"]
    made = [saved_of(result_of(pack, name), n, note=notes.get(n, ""), fast=n == 4) for n, name in enumerate(names, 1)]
    return made[::-1]


def pairs(pack: Pack) -> dict[str, tuple[Result, Result]]:
    """Two attempts each: hardly a change, another leader within noise, a real change, and little in common."""
    clear, tie = result_of(pack, "clear"), result_of(pack, "tie-of-two")
    keys = list(clear.answers.responses)
    nudged = {**clear.answers.responses, keys[4]: 3}
    left, right = [facet.key for facet in pack.facets if facet.key not in pack.shared][:2]
    return {
        "same": (clear, evaluate(pack, Answers(nudged, (DuelAnswer(left, right, "left"),)))),
        "noise": (tie, evaluate(pack, _swayed(tie))),
        "real": (ideal(pack, 0), ideal(pack, 2)),
        "apart": (evaluate(pack, Answers({keys[0]: 4})), evaluate(pack, Answers({keys[-1]: 2}))),
    }


def ideal(pack: Pack, role: int) -> Result:
    """Someone strong in exactly what that role asks for."""
    strength = {facet.key: round(2 + 3 * pack.relevance[role][t]) for t, facet in enumerate(pack.facets)}
    return evaluate(
        pack, Answers({i.key: strength[i.facet] if i.keyed > 0 else 6 - strength[i.facet] for i in pack.items})
    )


def _swayed(result: Result) -> Answers:
    """The smallest change of the answers that puts another role first."""
    changed = {change.item: change.after for change in result.flips[0].changes}
    return Answers({**result.answers.responses, **changed}, result.answers.duels)


def differing(pack: Pack, name: str) -> tuple[Difference, Saved, Saved]:
    """One of the pairs, as difference and as saved attempts."""
    first, second = pairs(pack)[name]
    return difference(first, second), saved_of(first, 1), saved_of(second, 2)


def goldens() -> dict[str, Make]:
    """File name → what makes its content from the shipped pack."""
    return dict([*_screens(), *_texts()])


def _screens() -> Iterator[tuple[str, Make]]:
    for lang in LANGUAGES:
        for width in WIDTHS:
            yield f"list-{lang}-{width}.txt", partial(_list, lang, width)
            yield f"diff-real-{lang}-{width}.txt", partial(_difference, "real", lang, width)
        for name in ("same", "noise", "apart"):
            yield f"diff-{name}-{lang}-80.txt", partial(_difference, name, lang, 80)
        yield f"list-empty-{lang}-80.txt", partial(_empty, lang)
        yield f"head-{lang}-80.txt", partial(_head, lang)


def _texts() -> Iterator[tuple[str, Make]]:
    for lang in LANGUAGES:
        yield f"list-{lang}.md", partial(_list_markdown, lang)
        yield f"diff-real-{lang}.md", partial(_difference_markdown, lang)
    yield "list.csv", lambda pack: attempts_csv(four(pack))
    yield "export.csv", lambda pack: export_csv(four(pack))
    yield "diff-real.csv", lambda pack: difference_csv(differing(pack, "real")[0])
    yield "export.json", lambda pack: _json([attempt_document(one, None, answers=True) for one in four(pack)])
    yield "diff-noise.json", lambda pack: _json(difference_content(*differing(pack, "noise")))


def _list(lang: Lang, width: int, pack: Pack) -> str:
    begun = [SavedUnfinished(12, STARTED), SavedUnfinished(3, STARTED - timedelta(days=2))]
    views = [attempt_view(one, lang, JAKARTA) for one in four(pack)]
    return render(list_screen(views, begun, lang, zone=JAKARTA), width)


def _empty(lang: Lang, pack: Pack) -> str:  # noqa: ARG001  # every golden is made from the pack
    return render(list_screen([], [], lang, " --lang en"), 80)


def _head(lang: Lang, pack: Pack) -> str:
    return render(head_screen(attempt_lines(four(pack)[0], lang, "another", 3, JAKARTA)), 80)


def _difference(name: str, lang: Lang, width: int, pack: Pack) -> str:
    return render(difference_screen(difference_view(*differing(pack, name), lang, JAKARTA)), width)


def _list_markdown(lang: Lang, pack: Pack) -> str:
    return list_markdown([attempt_view(one, lang, JAKARTA) for one in four(pack)], lang)


def _difference_markdown(lang: Lang, pack: Pack) -> str:
    return difference_markdown(difference_view(*differing(pack, "real"), lang, JAKARTA))


def _json(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def write() -> None:
    """Write every golden file anew, and remove what is none any more."""
    from careerfit.pack import load_pack

    pack, wanted = load_pack(), goldens()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        if old.name not in wanted:
            old.unlink()
    for name, make in wanted.items():
        (FOLDER / name).write_text(make(pack), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
