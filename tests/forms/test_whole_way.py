"""A class by every way: whatever form its students fill in, the same results come of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careerfit.cohort import run
from careerfit.core.answer_code import encode
from careerfit.core.model import Answers, Pack
from careerfit.core.result import evaluate

from .fill import NODE, students
from .whole_way import WAYS, by_codes, by_page, rows_of

PEOPLE = 35


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is done in the process of the test."""

    def supervised(work: Callable[..., Any], args: tuple[Any, ...], tell: Callable[[float], None], _: object) -> Any:
        return work(*args, tell)

    monkeypatch.setattr(run, "supervised", supervised)


@pytest.mark.parametrize("way", WAYS)
def test_the_same_class_by_every_form(pack: Pack, tmp_path: Path, way: str) -> None:
    """All thirty-five are scored, by their names, as the core scores their answers; nothing is unsure or missing."""
    if way == "google" and NODE is None:
        pytest.skip("no node on this computer")
    people = students(pack, PEOPLE)
    outcome, rows = rows_of(pack, WAYS[way](pack, people, tmp_path))
    assert (PEOPLE, 0, 0, 0, ()) == outcome[:5]
    assert ((), ()) == (outcome.columns.unsure, outcome.columns.missing if way != "codes" else ())
    for one, row in zip(people, rows, strict=True):
        result = evaluate(pack, Answers(one.responses))
        roles = ";".join(result.verdict.roles) or None
        assert (one.name, result.verdict.kind, roles, result.code) == tuple(
            row[name] for name in ("id", "verdict", "roles", "code")
        )


@pytest.mark.slow
def test_the_page_is_one_of_them(browser: Any, pack: Pack, tmp_path: Path) -> None:
    """What students fill in by keyboard in a real browser comes back as the same codes, and so as the same results."""
    people = students(pack, 2)
    found = rows_of(pack, by_page(pack, people, tmp_path, browser, "keyboard"))
    assert rows_of(pack, by_codes(pack, people, tmp_path)) == found
    assert [encode(pack, Answers(one.responses)) for one in people] == [row["code"] for row in found[1]]
