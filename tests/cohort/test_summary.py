"""What a group looks like, and nobody in it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from statistics import fmean

import pytest

from careerfit.cohort.job import Job
from careerfit.cohort.supervise import score_file, summarise
from careerfit.cohort.withheld import counted, divided, tenth
from careerfit.core.model import Answers, Pack
from careerfit.core.scoring import facet_values

from .people import Row, expected_error, expected_result, make_people, response, write_csv


def quiet(_: float) -> None:
    """No progress."""


@pytest.fixture(scope="module")
def people(pack: Pack) -> list[dict[str, str]]:
    return make_people(pack, 2000, seed=11)


@pytest.fixture(scope="module")
def source(people: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_csv(tmp_path_factory.mktemp("group") / "people.csv", people)


def sound(pack: Pack, people: list[dict[str, str]]) -> list[Row]:
    return [person for person in people if not expected_error(pack, person)]


def test_counts_are_those_of_the_rows(pack: Pack, people: list[dict[str, str]], source: Path) -> None:
    """Verdicts, leaders and flags are counted as the rows have them; bad rows are counted apart."""
    texts = [expected_result(pack, person)[0] for person in sound(pack, people)]
    summary = summarise(pack, str(source), quiet)
    assert (2000, 2000 - len(texts)) == (summary["people"], summary["bad"])
    assert Counter(text["verdict"] for text in texts) == summary["verdicts"]
    assert Counter(text["leader"] for text in texts) == summary["leaders"]
    flags = {flag: sum(flag in text["flags"].split() for text in texts) for flag in ("long_run", "inconsistent")}
    assert flags == summary["flags"]


def test_facets_are_the_means_of_those_who_answered(pack: Pack, people: list[dict[str, str]], source: Path) -> None:
    """Each facet's mean is that of the people who answered any of it, on the response scale."""
    facets = summarise(pack, str(source), quiet)["facets"]
    answers = []
    for person in sound(pack, people):
        found = {item.key: response(person[item.key]) for item in pack.items}
        answers.append(facet_values(pack, Answers({key: r for key, r in found.items() if r is not None})))
    for t, facet in enumerate(facets):
        ratings = [values[t].rating for values in answers if values[t].count]
        assert len(ratings) == facet["answered"]
        assert pytest.approx(fmean(ratings), abs=1e-6) == facet["mean"]
        assert tenth(sum(rating < 2.5 for rating in ratings), len(ratings)) == facet["low"]
        assert tenth(sum(rating > 3.5 for rating in ratings), len(ratings)) == facet["high"]


def test_results_are_summed_up_like_the_people_behind_them(pack: Pack, source: Path, tmp_path: Path) -> None:
    """The counts of a file of results are those of its input, and there is nothing of facets and items in it."""
    whole = summarise(pack, str(source), quiet)
    for ending in ("csv", "parquet", "jsonl"):
        target = tmp_path / f"results.{ending}"
        score_file(pack, Job(str(source), str(target)), quiet)
        summary = summarise(pack, str(target), quiet)
        assert {**whole, "facets": [], "items": [], "field": 0} == {**summary, "field": 0}
        assert pytest.approx(whole["field"]) == summary["field"]


def test_items_that_do_not_work_show(pack: Pack, tmp_path: Path) -> None:
    """An item that everyone answers alike does not vary; one that is coded wrongly goes against its facet."""
    people = make_people(pack, 400, seed=12, bad=())
    same, turned = pack.items[0].key, pack.items[6].key
    people = [p | {same: "3", turned: str(6 - int(p[turned])) if p[turned].isdigit() else ""} for p in people]
    items = {i["item"]: i for i in summarise(pack, str(write_csv(tmp_path / "people.csv", people)), quiet)["items"]}
    assert {same} == {key for key, item in items.items() if item["varies"] is False}
    assert items[turned]["rest"] < -0.1
    assert all(item["rest"] > 0 for key, item in items.items() if item["rest"] is not None and key[:-2] != turned[:-2])


@pytest.mark.parametrize("size", [1, 4])
def test_a_few_people_are_no_group(pack: Pack, tmp_path: Path, size: int) -> None:
    """Of fewer than five people nothing is told but how many they are."""
    people = make_people(pack, size, seed=13, bad=())
    summary = summarise(pack, str(write_csv(tmp_path / "people.csv", people)), quiet)
    assert size == summary["people"]
    assert [] == summary["facets"] == summary["items"]
    for name in ("verdicts", "leaders", "flags"):
        assert {None} == set(summary[name].values())
    assert summary["field"] is None


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"a": 20, "b": 0, "c": 12}, {"a": 20, "b": 0, "c": 12}),
        ({"a": 20, "b": 3, "c": 12}, {"a": 20, "b": None, "c": None}),
        ({"a": 20, "b": 3, "c": 2}, {"a": 20, "b": None, "c": None}),
        ({"a": 3, "b": 0, "c": 0}, {"a": None, "b": None, "c": None}),
    ],
)
def test_no_small_count_can_be_worked_out(counts: dict[str, int], expected: dict[str, int | None]) -> None:
    """A count from one to four is left out, and with it one more where the total would give it away."""
    assert expected == divided(counts, sum(counts.values()))


def test_counts_that_overlap_hide_only_small_ones() -> None:
    """Flags don't add up to a total: each stands for itself."""
    assert {"a": 20, "b": None} == counted({"a": 20, "b": 3}, 30)
