"""The history in every format: what people and scripts get to see of it."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from careerfit.core.model import Answers, Pack
from careerfit.core.result import evaluate
from careerfit.core.retake import difference
from careerfit.report.markdown.history import (
    attempt_document,
    attempts_csv,
    difference_content,
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
    pack_lines,
    verdict_then,
)
from careerfit.report.words import history as words
from careerfit.report.words.dates import local, utc
from careerfit.text import Lang, Text

from .goldens import to_ten_digits
from .history_goldens import FOLDER, differing, four, goldens, ideal, saved_of
from .hostile import poisoned, texts
from .people import result_of

GOLDENS = goldens()
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> bool:
    """No control, format or surrogate character but the ends of lines."""
    return all(char == "\n" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for char in text)


@pytest.mark.parametrize("name", GOLDENS)
def test_golden(pack: Pack, name: str) -> None:
    """Each output is what was last looked at; ``python -m tests.report.history_goldens`` writes them anew."""
    assert to_ten_digits((FOLDER / name).read_text(encoding="utf-8")) == to_ten_digits(GOLDENS[name](pack))


def test_no_golden_is_left_over() -> None:
    """Every golden file is still made by something."""
    assert set(GOLDENS) == {path.name for path in FOLDER.iterdir()}


@pytest.mark.parametrize("name", [name for name in GOLDENS if name.endswith(".txt")])
def test_nothing_is_cut(name: str) -> None:
    """No line is wider than its screen, and nothing is cut with a mark."""
    width = int(name.removesuffix(".txt").rsplit("-", 1)[1])
    content = (FOLDER / name).read_text(encoding="utf-8")
    assert all(cell_len(line) <= width for line in content.splitlines())
    assert "…" not in content


@pytest.mark.parametrize(
    ("lang", "expected"), [("id", "1 Jan 2026 pukul 05.58"), ("en", "1 Jan 2026, 05:58")], ids=["id", "en"]
)
def test_moments_are_local(lang: Lang, expected: str) -> None:
    """A moment is told in the person's own zone, where it may be another day and year."""
    moment = datetime(2025, 12, 31, 22, 58, 59, tzinfo=UTC)
    assert expected == local(moment, lang, timezone(timedelta(hours=7)))


def test_moments_for_programs_are_utc() -> None:
    """A moment for programs is in UTC, whatever zone it came in."""
    assert utc(datetime(2026, 1, 1, 5, 58, 59, tzinfo=timezone(timedelta(hours=7)))) == "2025-12-31T22:58:59Z"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name(month: int) -> None:
    """Each month is told by a name of its own in both languages."""
    moment = datetime(2025, month, 9, tzinfo=UTC)
    others = [datetime(2025, n, 9, tzinfo=UTC) for n in range(1, 13) if n != month]
    assert all(local(moment, lang, UTC) not in [local(o, lang, UTC) for o in others] for lang in ("id", "en"))


def test_newest_is_offered_first(pack: Pack) -> None:
    """The next steps name the newest attempt and the one before it, and repeat the options."""
    views = [attempt_view(one, "en") for one in four(pack)]
    shown = render(list_screen(views, [], "en", " --lang en"), 80)
    assert all(f"careerfit history {word} --lang en" in shown for word in ("show 4", "diff 3 4"))


def test_one_attempt_is_not_set_beside_another(pack: Pack) -> None:
    """With a single attempt, comparing is not offered."""
    shown = render(list_screen([attempt_view(four(pack)[0], "en")], [], "en"), 80)
    assert "history diff" not in shown


def test_unfinished_alone(pack: Pack) -> None:  # noqa: ARG001  # the same fixtures throughout
    """With nothing but an unfinished interview, going on is offered, and starting is not."""
    shown = render(list_screen([], [SavedUnfinished(3, datetime(2025, 1, 1, tzinfo=UTC))], "en"), 80)
    assert (True, False) == ("careerfit quiz --resume" in shown, words.START.en in shown)


def test_no_remark_for_the_same_pack(pack: Pack) -> None:
    """Where the pack is the same and everything can be used, nothing is said of it."""
    saved = four(pack)[3]
    assert (1, ()) == (
        len(attempt_lines(saved, "en", pack.fingerprint, 0)),
        pack_lines(saved, "en", pack.fingerprint, 0),
    )


def test_unclear_and_misfit_name_no_roles_as_verdict(pack: Pack) -> None:
    """For programs, a verdict without roles has none; the leader is told apart from it."""
    documents = [attempt_document(one, "en", answers=False) for one in four(pack)]
    found = [(d["verdict"], d["leader"]) for d in documents]
    assert [[], [], 2, 1] == [len(v["roles"]) or [] for v, _ in found]  # type: ignore[index]
    assert all(leader["role"] in pack.role_index for _, leader in found)  # type: ignore[index]


def test_list_document_has_no_answers(pack: Pack) -> None:
    """The list for programs holds no answers, the export does."""
    listed, exported = (attempt_document(four(pack)[0], None, answers=answers) for answers in (False, True))
    assert {"code", "answers", "duels", "seconds", "reality"} == set(exported) - set(listed)


def test_export_csv_has_a_column_an_item(pack: Pack) -> None:
    """The exported CSV holds every answer in a column of its item; what was not answered is empty."""
    attempts = [saved_of(result_of(pack, name), n) for n, name in enumerate(["tie-of-two", "clear"], 1)]
    rows = list(csv.DictReader(StringIO(export_csv(attempts))))
    found = [{i.key: int(row[i.key]) for i in pack.items if row[i.key]} for row in rows]
    assert [dict(one.answers) for one in attempts] == found


def test_export_csv_tells_duels(pack: Pack) -> None:
    """A duel stands as the facet preferred, then the other one."""
    result = result_of(pack, "tie-of-two")
    (row,) = csv.DictReader(StringIO(export_csv([saved_of(result, 1)])))
    assert " ".join(f"{duel.preferred}>{duel.other}" for duel in result.answers.duels) == row["duels"]


def test_difference_document_is_unrounded(pack: Pack) -> None:
    """For programs, every number of a difference stands as it was worked out."""
    found, first, second = differing(pack, "real")
    document = json.loads(json.dumps(difference_content(found, first, second)))
    move = found.facets[0].move
    expected = {"facet": found.facets[0].facet, "first": move.first, "second": move.second, "difference": move.by}
    assert expected | {"sd": move.sd, "z": move.z, "changed": True} == document["facets"][0]


def test_same_leader_is_told(pack: Pack) -> None:
    """Where the same role leads, its name is told, and no change."""
    found, first, second = differing(pack, "same")
    view = difference_view(found, first, second, "en")
    assert words.SAME_LEADER.en.format(role=found.second.ranking[0].name.en) == view.headline


def test_leaders_of_unclear_results_are_not_compared(pack: Pack) -> None:
    """Where neither result is clear, no first place is said to have changed."""
    view = difference_view(*differing(pack, "apart"), "en")
    assert words.BOTH_UNCLEAR.en == view.headline


def test_few_changes_are_called_chance(pack: Pack) -> None:
    """A single changed facet among many is told with the remark that so many come by chance."""
    first = ideal(pack, 0)
    facet = pack.facets[7]
    turned = {i.key: 6 - first.answers.responses[i.key] for i in facet.items}
    second = evaluate(pack, Answers({**first.answers.responses, **turned}))
    view = difference_view(difference(first, second), saved_of(first, 1), saved_of(second, 2), "en")
    of = len(pack.facets)
    assert (words.FACETS_CHANCE.en.format(of=of, count=1), [facet.name.en]) == (
        view.summary,
        [move.name for move in view.changed],
    )


@settings(max_examples=25, deadline=None)
@given(poison=texts, lang=st.sampled_from(["id", "en"]))
def test_hostile_text_does_no_harm(pack: Pack, poison: str, lang: Lang) -> None:
    """Whatever a note, a pack's name or a role's name holds, no output carries a control or hides a formula."""
    result = ideal(pack, 0)
    bad = _bad(saved_of(result, 1), poison)
    views = [attempt_view(bad, lang)]
    found = difference(evaluate(poisoned(pack, poison), result.answers), evaluate(poisoned(pack, poison), Answers()))
    view = difference_view(found, bad, bad, lang)
    shown = [
        render(list_screen(views, [], lang), 40),
        render(head_screen(attempt_lines(bad, lang, "another", 2)), 40),
        render(difference_screen(view), 80),
        list_markdown(views, lang),
        difference_markdown(view),
        attempts_csv([bad]),
        export_csv([bad]),
        verdict_then(bad, lang),
    ]
    assert all(map(harmless, shown))
    cells = [cell for text in shown[5:7] for row in csv.reader(StringIO(text)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(FORMULAS) and not _is_number(cell)]
    assert not re.search(r"(?<!\\)<script", shown[3] + shown[4])


def _bad(saved: Saved, poison: str) -> Saved:
    """A saved attempt with the poison wherever a file could hold it."""
    roles = (SavedRole(poison, Text(poison, poison)),)
    three = (poison, poison, poison)
    return replace(saved, note=poison, mode=poison, lang=poison, pack=three, roles=roles, code=poison)


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
