"""What a group looks like, and nobody in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from statistics import correlation, fmean

import pytest

from careerfit.cohort.job import Job
from careerfit.cohort.run import score_file, summarise
from careerfit.core.model import Pack
from careerfit.core.scoring import facet_values
from careerfit.core.small_counts import tenth

from .people import Row, answers_of, expected_result, make_people, write_csv

pytestmark = pytest.mark.usefixtures("here")


def quiet(_: float) -> None:
    """No progress."""


@pytest.fixture(scope="module")
def people(pack: Pack) -> list[dict[str, str]]:
    return make_people(pack, 2000, seed=11)


@pytest.fixture(scope="module")
def source(people: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_csv(tmp_path_factory.mktemp("group") / "people.csv", people)


def sound(pack: Pack, people: list[dict[str, str]]) -> list[Row]:
    """Those who answered anything that could be taken."""
    return [person for person in people if answers_of(pack, person).responses]


def test_counts_are_those_of_the_rows(pack: Pack, people: list[dict[str, str]], source: Path) -> None:
    """Verdicts, leaders and flags are counted as the rows have them; bad rows apart, and who is silent not at all."""
    texts = [expected_result(pack, person)[0] for person in sound(pack, people)]
    bad = sum(not expected_result(pack, person)[1] for person in people)
    summary = summarise(pack, str(source), "en", quiet)
    assert (len(texts) + bad, bad) == (summary["people"], summary["bad"])
    assert 0 < bad < len(people) - len(texts)
    assert Counter(text["verdict"] for text in texts) == summary["verdicts"]
    assert Counter(text["leader"] for text in texts if text["leader"]) == summary["leaders"]
    flags = {flag: sum(flag in text["flags"].split() for text in texts) for flag in ("long_run", "inconsistent")}
    assert flags == summary["flags"]
    assert pytest.approx(fmean(expected_result(pack, p)[1]["field"] for p in sound(pack, people))) == summary["field"]


def test_facets_are_the_means_of_those_who_answered(pack: Pack, people: list[dict[str, str]], source: Path) -> None:
    """Each facet's mean is that of the people who answered any of it, on the response scale."""
    facets = summarise(pack, str(source), "en", quiet)["facets"]
    answers = [facet_values(pack, answers_of(pack, person)) for person in sound(pack, people)]
    for t, facet in enumerate(facets):
        ratings = [values[t].rating for values in answers if values[t].count]
        assert (pack.facets[t].key, len(ratings)) == (facet["facet"], facet["answered"])
        assert pytest.approx(fmean(ratings), abs=1e-6) == facet["mean"]
        assert tenth(sum(rating < 2.5 for rating in ratings), len(ratings)) == facet["low"]
        assert tenth(sum(rating > 3.5 for rating in ratings), len(ratings)) == facet["high"]


def test_items_are_held_against_the_rest_of_their_facets(
    pack: Pack, people: list[dict[str, str]], source: Path
) -> None:
    """Of each item it is told how many answered it, and its correlation with the mean of the others of its facet."""
    items = summarise(pack, str(source), "en", quiet)["items"]
    for item, found in list(zip(pack.items, items, strict=True))[::7]:
        pairs, answered = [], 0
        for responses in (answers_of(pack, person).responses for person in people):
            keyed = {i.key: responses[i.key] * i.keyed % 6 for i in pack.facet(item.facet).items if i.key in responses}
            own = keyed.pop(item.key, None)
            answered += own is not None
            pairs += [(own, fmean(keyed.values()))] if own is not None and keyed else []
        assert (item.key, answered) == (found["item"], found["answered"])
        assert pytest.approx(correlation(*zip(*pairs, strict=True))) == found["rest"]


def test_results_are_summed_up_like_the_people_behind_them(pack: Pack, source: Path, tmp_path: Path) -> None:
    """The counts of a file of results are those of its input, and there is nothing of facets and items in it."""
    whole = summarise(pack, str(source), "en", quiet)
    for ending in ("csv", "parquet", "jsonl"):
        target = tmp_path / f"results.{ending}"
        score_file(pack, Job(str(source), str(target)), quiet)
        summary = summarise(pack, str(target), "en", quiet)
        assert {**whole, "facets": [], "items": [], "field": 0} == {**summary, "field": 0}
        assert pytest.approx(whole["field"]) == summary["field"]


def test_items_that_do_not_work_show(pack: Pack, tmp_path: Path) -> None:
    """An item that everyone answers alike does not vary; one that is coded wrongly goes against its facet."""
    people = make_people(pack, 400, seed=12, bad=())
    same, turned = pack.items[0].key, pack.items[6].key
    people = [p | {same: "3", turned: str(6 - int(p[turned])) if p[turned].isdigit() else ""} for p in people]
    items = {
        i["item"]: i for i in summarise(pack, str(write_csv(tmp_path / "people.csv", people)), "en", quiet)["items"]
    }
    assert {same} == {key for key, item in items.items() if item["varies"] is False}
    assert items[turned]["rest"] < -0.1
    assert all(item["rest"] > 0 for key, item in items.items() if item["rest"] is not None and key[:-2] != turned[:-2])


def test_rows_without_an_answer_make_no_group(pack: Pack, tmp_path: Path) -> None:
    """One person and nine rows that say nothing, empty or with a name alone, are one person: of results, too."""
    (one,) = make_people(pack, 1, seed=14, bad=())
    empty = dict.fromkeys(one, "")
    people = [one, *[empty] * 5, *({**empty, "id": f"P{n}"} for n in range(2, 6))]
    source = write_csv(tmp_path / "people.csv", people)
    score_file(pack, Job(str(source), str(tmp_path / "results.csv")), quiet)
    for file in (source, tmp_path / "results.csv"):
        summary = summarise(pack, str(file), "en", quiet)
        assert (1, 0, 4, None) == tuple(summary[name] for name in ("people", "bad", "silent", "field"))
        assert {None} == {count for name in ("verdicts", "leaders", "flags") for count in summary[name].values()}


def test_rows_that_say_nothing_usable_make_no_group(pack: Pack, tmp_path: Path) -> None:
    """Four people and any number of bad rows are four people: the bad ones are counted, and nothing is told."""
    people = make_people(pack, 4, seed=13, bad=())
    bad = [dict.fromkeys(people[0], "x")] * 20
    summary = summarise(pack, str(write_csv(tmp_path / "people.csv", [*people, *bad])), "en", quiet)
    assert (24, 20, None, []) == (summary["people"], summary["bad"], summary["field"], summary["facets"])
    assert {None} == {count for name in ("verdicts", "leaders", "flags") for count in summary[name].values()}


@pytest.mark.parametrize("size", [1, 4])
def test_a_few_people_are_no_group(pack: Pack, tmp_path: Path, size: int) -> None:
    """Of fewer than five people nothing is told but how many they are."""
    people = make_people(pack, size, seed=13, bad=())
    summary = summarise(pack, str(write_csv(tmp_path / "people.csv", people)), "en", quiet)
    assert size == summary["people"]
    assert [] == summary["facets"] == summary["items"]
    for name in ("verdicts", "leaders", "flags"):
        assert {None} == set(summary[name].values())
    assert summary["field"] is None


def test_all_may_be_asked_for(pack: Pack, tmp_path: Path) -> None:
    """Who may know gets small counts as well, of however few people."""
    people = make_people(pack, 4, seed=13, bad=())
    source = write_csv(tmp_path / "people.csv", people)
    summary = summarise(pack, str(source), "en", quiet, in_full=True)
    texts = [expected_result(pack, person)[0] for person in sound(pack, people)]
    assert Counter(text["verdict"] for text in texts) == {name: n for name, n in summary["verdicts"].items() if n}
    assert Counter(text["leader"] for text in texts if text["leader"]) == {
        k: n for k, n in summary["leaders"].items() if n
    }
    assert summary["field"] is not None
    assert len(pack.facets) == len(summary["facets"])


def test_results_with_decimal_commas_are_summed_up(pack: Pack, tmp_path: Path) -> None:
    """A file of results that was written for a spreadsheet in Indonesia is summed up like any other."""
    source = write_csv(tmp_path / "people.csv", make_people(pack, 60, seed=15, bad=()), ";")
    score_file(pack, Job(str(source), str(tmp_path / "results.csv")), quiet)
    assert ";" in (tmp_path / "results.csv").read_text(encoding="utf-8").splitlines()[0]
    found = [summarise(pack, str(tmp_path / name), "en", quiet) for name in ("people.csv", "results.csv")]
    assert pytest.approx(found[0]["field"]) == found[1]["field"]
