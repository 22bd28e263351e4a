"""The library: public names, each loaded when it is used."""

from __future__ import annotations

import doctest
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_type_hints

import pytest

import careerfit
from careerfit import library
from careerfit.text import LANGUAGES, Lang

PAGE = Path(__file__).parents[1] / "docs" / "library.md"


def test_the_page_about_it_is_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that docs/library.md shows runs and gives what stands there."""
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testfile(str(PAGE), module_relative=False, optionflags=doctest.ELLIPSIS)

    assert 0 == failed < 20 < tried


def test_the_page_names_all_there_is() -> None:
    """Every public name stands on that page."""
    named = set(re.findall(r"\w+", PAGE.read_text(encoding="utf-8")))

    assert {"__version__"} == set(careerfit.__all__) - named


def test_score_takes_facets_and_items(pack: careerfit.Pack) -> None:
    """Answers are items or facets, from 1 to 5 or None, and an item beats its facet."""
    result = careerfit.score(pack, {"kepemimpinan": 5, "kepemimpinan-2": None, "analisis": 4.0})
    assert {"kepemimpinan-1": 5, "analisis-1": 4, "analisis-2": 2} == result.answers.responses
    assert result.ranking[0].role in pack.role_index
    assert result.to_dict()["schema_version"] == 1


def test_a_code_replays_to_the_same_result(pack: careerfit.Pack) -> None:
    """What an answer code holds, duels too, scores to the very result that showed the code."""
    interview = careerfit.Interview(pack)
    while (question := interview.next()) is not None:
        interview.answer(question, 3 if isinstance(question, careerfit.Item) else "right")
    result = interview.result()

    assert 6 == len(result.answers.duels)
    assert result == careerfit.score(pack, careerfit.decode(pack, result.code))


def test_answers_by_hand_are_checked_too(pack: careerfit.Pack) -> None:
    """Answers that nobody checked yet are refused where a mapping would be."""
    with pytest.raises(careerfit.UsageError) as caught:
        careerfit.score(pack, careerfit.Answers({"analisis-1": 9, "nobody-1": 3}))
    assert 2 == len(caught.value.problems)


def test_reading_answers_tells_what_is_wrong(pack: careerfit.Pack, tmp_path: Path) -> None:
    """A file that is missing is the data's fault, one with a bad value the call's, with the file's name."""
    file = tmp_path / "a.json"
    file.write_text('{"analisis": 7}', encoding="utf-8")
    with pytest.raises(careerfit.UsageError, match=r"a\.json.*'analisis'"):
        careerfit.read_answers(pack, file)
    with pytest.raises(careerfit.DataError, match=r"b\.json"):
        careerfit.read_answers(pack, tmp_path / "b.json")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("form", "start"), [("table", "\n  "), ("markdown", "# "), ("csv", "rank,role,"), ("html", "<")]
)
def test_reports_in_every_form(pack: careerfit.Pack, form: library.Form, start: str, lang: Lang) -> None:
    """A report comes in each form and in the language that is asked for."""
    result = careerfit.score(pack, {"negosiasi": 5, "analisis": 2})
    text = careerfit.render(result, form, lang=lang)
    name = result.ranking[0].name

    assert text.startswith(start)
    assert name.pick(lang) in text
    assert (form == "html") == (name.pick("id" if lang == "en" else "en") in text)


def test_a_report_as_json_is_its_document(pack: careerfit.Pack) -> None:
    """As JSON a report is the result's document, in both languages unless one is named."""
    result = careerfit.score(pack, {"negosiasi": 5})

    assert result.to_dict() == json.loads(careerfit.render(result, "json"))
    assert result.to_dict("en") == json.loads(careerfit.render(result, "json", lang="en"))


def test_a_table_keeps_to_its_width(pack: careerfit.Pack) -> None:
    """A table is 80 columns wide at most, or as wide as it is asked to be, in Indonesian unless told otherwise.

    Only a command or the code, which are to be copied, may be longer.
    """
    result = careerfit.score(pack, {"negosiasi": 5, "analisis": 2})

    assert careerfit.render(result) == careerfit.render(result, "table", lang="id", width=80)
    lines = careerfit.render(result, width=40).splitlines()
    assert max(len(line) for line in lines if not line.startswith(("careerfit ", "CF1-"))) <= 40


@pytest.mark.parametrize(("form", "lang"), [("pdf", "id"), ("html", "fr")])
def test_a_form_or_language_that_there_is_not(pack: careerfit.Pack, form: Any, lang: Any) -> None:
    """Another form or language is refused with those that there are."""
    with pytest.raises(ValueError, match="must be"):
        careerfit.render(careerfit.score(pack, {}), form, lang=lang)


def test_load_pack_is_the_shipped_pack(pack: careerfit.Pack) -> None:
    """Without a folder, the shipped pack is loaded."""
    assert pack == careerfit.load_pack()


@pytest.mark.parametrize("name", sorted({*careerfit.__all__} - {"__version__"}))
def test_types_can_be_asked_for(name: str) -> None:
    """The types of every public function and class can be told while the program runs."""
    found = getattr(careerfit, name)
    hints = get_type_hints(found)
    assert isinstance(found, type) or {"return"} < set(hints)


def test_importing_it_costs_the_standard_library() -> None:
    """Importing the package loads no other module of it and nothing that is installed; names come when asked for."""
    code = "import sys; before = set(sys.modules); import careerfit; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=PAGE.parents[1])
    loaded = done.stdout.split()

    assert ["careerfit"] == [name for name in loaded if name.partition(".")[0] not in sys.stdlib_module_names]
    assert not [name for name in careerfit.__all__ if getattr(careerfit, name) is None]


def test_there_is_nothing_else() -> None:
    """A name that the package does not have is an AttributeError, as for any module."""
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        careerfit.nope  # noqa: B018  # it is the access that raises
