"""Roles side by side, in each form."""

from __future__ import annotations

import json

from careerfit.core.document import compare_document
from careerfit.core.model import Pack
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
