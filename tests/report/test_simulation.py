"""What is told of a simulation."""

from __future__ import annotations

from typing import Any

import pytest

from careerfit.core.model import Pack
from careerfit.report.views.simulation import simulation_page
from careerfit.text import LANGUAGES, Lang

from .pages import figures


@pytest.mark.parametrize("lang", LANGUAGES)
def test_roles_without_members_are_left_out(pack: Pack, lang: Lang) -> None:
    """With fewer people than roles, the weakest role is one of those that had members."""
    found: dict[str, Any] = dict(figures(pack))
    nobody, somebody = (role.slug for role in pack.roles[:2])
    shares = {role.slug: 0.7 for role in pack.roles} | {nobody: None, somebody: 0.4}
    found["forms"] = [dict(form, per_role=shares) for form in found["forms"]]
    told = repr(simulation_page(pack, found, lang))
    assert pack.role(somebody).name.pick(lang) in told
    assert "-33" in told.replace("\N{MINUS SIGN}", "-")  # 0.4 beside 0.73
