"""Files to keep: the answers file, CSV, and the documents' schemas."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from importlib.resources import files
from io import StringIO
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from careerfit.core.answers import Layer, resolve
from careerfit.core.model import SECTIONS, Pack
from careerfit.core.results.json_documents import profile_document, questions_document, roles_document
from careerfit.core.results.result import Result, evaluate
from careerfit.pack.answers_file import template_file
from careerfit.report.csv import facets_csv, questions_csv, result_csv, roles_csv
from careerfit.report.markdown import page_markdown
from careerfit.report.views.lists import roles_page
from careerfit.report.words.profile import SPECIAL
from careerfit.text import LANGUAGES, Lang

ONE_OR_BOTH = (None, *LANGUAGES)


def validator(name: str) -> Draft202012Validator:
    """A validator for one of the published schemas, which is itself valid."""
    schema = json.loads(files("careerfit").joinpath("schemas", f"{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def faults(name: str, document: Mapping[str, object]) -> list[str]:
    """What a schema has against a document, as it would be written out."""
    return [fault.message for fault in validator(name).iter_errors(json.loads(json.dumps(document)))]


@pytest.mark.parametrize("lang", ONE_OR_BOTH)
def test_results_keep_to_their_schema(result: Result, lang: Lang | None) -> None:
    """The document of every kind of result is what its schema says."""
    assert [] == faults("result", result.to_dict(lang))


@pytest.mark.parametrize("lang", ONE_OR_BOTH)
def test_profiles_and_questions_keep_to_their_schemas(pack: Pack, lang: Lang | None) -> None:
    """The documents of all profiles, whole and in part, and of the questions are what their schemas say."""
    assert [] == faults("questions", questions_document(pack, lang))
    for role in pack.roles:
        assert [] == faults("profile", profile_document(pack, role, lang))
        assert [] == faults("profile", profile_document(pack, role, lang, SECTIONS[:1]))


def without(document: dict[str, Any], *path: str | int) -> dict[str, Any]:
    """The document with something taken out."""
    copy = json.loads(json.dumps(document))
    inner: Any = copy
    for step in path[:-1]:
        inner = inner[step]
    del inner[path[-1]]
    return copy


@pytest.mark.parametrize(
    "path",
    [
        ("schema_version",),
        ("pack", "fingerprint"),
        ("answers",),
        ("verdict", "kind"),
        ("ranking", 0, "probability"),
        ("ranking", 0, "contributions", 0, "points"),
        ("runner_up", "gap"),
        ("quality", "flags"),
        ("code",),
    ],
)
def test_the_schema_misses_what_is_missing(results: dict[str, Result], path: tuple[str | int, ...]) -> None:
    """A result without one of its parts is refused by the schema."""
    assert [] != faults("result", without(results["clear"].to_dict(), *path))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_answers_file_can_be_filled_in_and_scored(pack: Pack, lang: Lang) -> None:
    """Filled in, the file holds exactly the answers put into it; as it is, it holds none."""
    blank = template_file(pack, lang)
    assert dict.fromkeys(pack.item_by_key) == yaml.safe_load(blank)
    filled = yaml.safe_load(blank.replace(": null", ": 4"))
    answers = resolve(pack, [Layer("jawaban.yaml", tuple(filled.items()))])
    assert dict.fromkeys(pack.item_by_key, 4) == answers.responses
    assert evaluate(pack, answers).quality.answered == len(pack.items)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_answers_file_asks_in_words(pack: Pack, lang: Lang) -> None:
    """Above each key stands its statement, and at the top what each number means."""
    lines = template_file(pack, lang).splitlines()
    for item in pack.items:
        assert f"# {item.text.pick(lang)}" == lines[lines.index(f"{item.key}: null") - 1]
    for number, step in enumerate(pack.scale, start=1):
        assert f"#   {number} = {step.pick(lang)}" in lines


def test_csv_adds_up(result: Result) -> None:
    """In a row, 50 and all points together are the score, unrounded."""
    for row in csv.DictReader(StringIO(result_csv(result, "id"))):
        points = [float(value) for name, value in row.items() if name.startswith("points_") and value]
        assert pytest.approx(float(row["score"]), abs=1e-9) == 50 + sum(points)


def test_csv_rows_are_the_ranking(result: Result) -> None:
    """The rows are the roles, best first, with their probabilities."""
    rows = list(csv.DictReader(StringIO(result_csv(result, "id"))))
    assert [(r.role, r.probability) for r in result.ranking] == [(r["role"], float(r["probability"])) for r in rows]
    assert {result.verdict.kind} == {row["verdict"] for row in rows}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_distinctive_is_the_same_in_every_format(pack: Pack, lang: Lang) -> None:
    """A list of roles names the same facets of each as JSON, as CSV, and by their names to people."""
    rows = {row["role"]: row["distinctive"] for row in csv.DictReader(StringIO(roles_csv(pack, lang)))}
    document: Any = roles_document(pack, lang)

    assert {role["role"]: "; ".join(role["distinctive"]) for role in document["roles"]} == rows
    shown = page_markdown(roles_page(pack, lang))
    for role in pack.roles:
        names = [pack.facet(key).name.pick(lang) for key in rows[role.slug].split("; ")]
        assert SPECIAL.say(lang, marks=" · ".join(names)) in shown


def test_questions_csv_holds_the_relevances(pack: Pack) -> None:
    """Each row has its item's relevance for every role."""
    for row in csv.DictReader(StringIO(questions_csv(pack, "id"))):
        column = pack.facet_index[row["facet"]]
        assert [r[column] for r in pack.relevance] == [float(row[f"relevance_{role.slug}"]) for role in pack.roles]


def test_facets_csv_names_their_items(pack: Pack) -> None:
    """Each row has the keys of its facet's items, as JSON has them."""
    rows = {row["key"]: row["items"].split("; ") for row in csv.DictReader(StringIO(facets_csv(pack, "id")))}
    assert {facet.key: [item.key for item in facet.items] for facet in pack.facets} == rows
