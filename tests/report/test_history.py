"""The history in every format: what people and scripts get to see of it."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from io import StringIO

import pytest

from careerfit.core.model import Answers, Pack
from careerfit.core.results.attempt import difference_document, goes_on
from careerfit.core.results.json_documents import utc
from careerfit.core.results.result import evaluate
from careerfit.core.results.retake import difference
from careerfit.report.blocks import ONLY, Code, Item, Page, Paragraph, Part
from careerfit.report.csv import export_csv
from careerfit.report.views.history import attempt_page, difference_page, list_page, pack_lines
from careerfit.report.words import history as words
from careerfit.report.words.numbers import local
from careerfit.text import Lang

from .attempts import UNFINISHED, differing, four, ideal, saved_of
from .pages import blocks_of
from .people import result_of


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


def commands(page: Page) -> list[str]:
    """The commands that a page names."""
    return [one.code for section in page.sections for one in section.blocks if isinstance(one, Code)]


def test_newest_is_offered_first(pack: Pack) -> None:
    """The next steps name the newest attempt and the one before it, and repeat the options."""
    shown = commands(list_page(four(pack), [], "en", " --lang en"))
    assert ["careerfit history show 4 --lang en", "careerfit history diff 3 4 --lang en"] == shown[:2]


def test_one_attempt_is_not_set_beside_another(pack: Pack) -> None:
    """With a single attempt, comparing is not offered."""
    assert [] == [one for one in commands(list_page(four(pack)[:1], [], "en")) if "diff" in one]


def test_unfinished_alone() -> None:
    """With nothing but an unfinished interview, going on and deleting it are offered, and starting is not."""
    expected = ["careerfit quiz --resume", "careerfit history delete --unfinished"]
    assert expected == commands(list_page([], UNFINISHED, "en"))


def test_no_remark_for_the_same_pack(pack: Pack) -> None:
    """Where the pack is the same and everything can be used, nothing is said of it."""
    saved = four(pack)[3]
    assert () == pack_lines(saved, "en", pack.fingerprint, 0)
    assert () == attempt_page(saved, "en", pack.fingerprint, 0).lead


def test_unclear_and_misfit_name_no_roles_as_verdict(pack: Pack) -> None:
    """For programs, a verdict without roles has none; the leader is told apart from it."""
    documents = [one.to_dict("en", answers=False) for one in four(pack)]
    found = [(d["verdict"], d["leader"]) for d in documents]
    assert [[], [], 2, 1] == [len(v["roles"]) or [] for v, _ in found]  # type: ignore[index]
    assert all(leader["role"] in pack.role_index for _, leader in found)  # type: ignore[index]


def test_list_document_has_no_answers(pack: Pack) -> None:
    """The list for programs holds no answers, the export does."""
    listed, exported = (four(pack)[0].to_dict(answers=answers) for answers in (False, True))
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
    document = json.loads(json.dumps(difference_document(found, first, second)))
    shift = found.facets[0].shift
    expected = {"facet": found.facets[0].facet, "first": shift.first, "second": shift.second, "difference": shift.by}
    assert expected | {"sd": shift.sd, "z": shift.z, "changed": True} == document["facets"][0]


def test_same_leader_is_told(pack: Pack) -> None:
    """Where the same role leads, its name is told, and no change."""
    found, first, second = differing(pack, "same")
    expected = words.SAME_LEADER.say("en", role=found.second.ranking[0].name)
    assert expected == difference_page(found, first, second, "en").sections[0].title


def test_leaders_of_unclear_results_are_not_compared(pack: Pack) -> None:
    """Where neither result is clear, no first place is said to have changed."""
    assert words.BOTH_UNCLEAR.en == difference_page(*differing(pack, "apart"), "en").sections[0].title


def test_few_changes_are_called_chance(pack: Pack) -> None:
    """A single changed facet among many is told with the remark that so many come by chance."""
    first = ideal(pack, 0)
    facet = pack.facets[7]
    turned = {i.key: 6 - first.answers.responses[i.key] for i in facet.items}
    second = evaluate(pack, Answers({**first.answers.responses, **turned}))
    page = difference_page(difference(first, second), saved_of(first, 1), saved_of(second, 2), "en")
    summary, changed, *_ = blocks_of(page, "facets")
    assert Paragraph(words.FACETS_CHANCE.say("en", of=len(pack.facets), count=1)) == summary
    assert isinstance(changed, Part)
    assert [(ONLY, facet.name.en)] == [(one.mark, one.name) for one in changed.blocks if isinstance(one, Item)]


def test_an_attempt_and_what_went_on_from_it_show_no_change_in_the_person(pack: Pack) -> None:
    """Where the answers were taken over it is said so, and nothing is called a change or a wavering."""
    found, first, second = differing(pack, "onward")
    page = difference_page(found, first, second, "en")
    said = str(page)
    count = len(pack.items) - len(first.rows)
    assert Paragraph(words.CONTINUED.say("en", first=1, second=2, count=count)) == page.lead[-1]
    assert [] == [word for word in ("waver", words.CHANGED.en + '"', words.STAYED.en) if word in said]
    assert True is difference_document(found, first, second)["continued"]


def test_a_retake_is_no_continuation(pack: Pack) -> None:
    """Who answers alike at another time has answered again: the times differ, if nothing else does."""
    _, first, second = differing(pack, "onward")
    again = replace(second, rows=tuple(replace(row, seconds=7.0) for row in second.rows))
    corrected = replace(second, rows=(replace(second.rows[0], value=1), *second.rows[1:]))
    assert (True, True, False) == (goes_on(first, second), goes_on(first, corrected), goes_on(first, again))
    assert (False, False) == (goes_on(second, first), goes_on(first, first))


def test_another_reference_group_is_told(pack: Pack) -> None:
    """An attempt that was shown under another group, or under none, is told apart from one of other profiles."""
    saved = four(pack)[0]
    made = replace(saved, pack=saved.pack._replace(fingerprint=f"{pack.fingerprint}+01234567"))
    (line,) = pack_lines(made, "en", pack.mark, 0)
    assert line.startswith("Back then there was another reference group, or none")
    assert () == pack_lines(made, "en", made.pack.fingerprint, 0)
    (other,) = pack_lines(saved, "en", "another", 0)
    assert other.startswith("The profiles have changed since")
