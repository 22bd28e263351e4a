"""Roles side by side, in each form."""

from __future__ import annotations

import json

import pytest

from careerfit.core.model import Pack
from careerfit.core.results.json_documents import compare_document
from careerfit.report.markdown import page_markdown
from careerfit.report.views.compare import compare_page

from .conftest import Program

TWO = ("kepala-pusat-pelayanan-sosial", "manajer-departemen-sosial")


def test_a_comparison_as_json(program: Program, pack: Pack) -> None:
    """The document holds the roles in the order of the call, and both languages unless one is asked for."""
    roles = [pack.role(slug) for slug in TWO]
    both, one = (program("compare", *TWO, "--format", "json", *lang) for lang in ([], ["--lang", "id"]))
    expected = [compare_document(pack, roles), compare_document(pack, roles, "id")]
    assert (0, 0, expected) == (both.code, one.code, [json.loads(both.out), json.loads(one.out)])


def test_a_comparison_as_markdown(program: Program, pack: Pack) -> None:
    """The same comparison as on the screen, for notes."""
    call = program("compare", *TWO, "--format", "markdown")
    assert (0, page_markdown(compare_page(pack, TWO, "en"))) == (call.code, call.out)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["manajer", "pengawai"], ["There is no role 'pengawai'. Did you mean 'pegawai-departemen-sosial'?"]),
        ([TWO[0], TWO[0]], [f"'{TWO[0]}' is named twice. Name different roles."]),
        (TWO[:1], ["Name 2 to 5 different roles. For a list: careerfit roles"]),
    ],
)
def test_a_wrong_call_is_told_one_thing(program: Program, names: list[str], expected: list[str]) -> None:
    """An unknown name is told alone, with what may be meant; how many roles it takes, where all names are known."""
    call = program("compare", *names)
    assert (2, expected) == (call.code, call.err.splitlines())
