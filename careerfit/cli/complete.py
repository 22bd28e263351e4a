"""Completion of roles, facets and items, and of commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import typer
from typer._click.shell_completion import CompletionItem

from careerfit.cli.context import Settings
from careerfit.core.model import HIGHEST, LOWEST
from careerfit.errors import CareerfitError

T = TypeVar("T")


def completion_items(names: Mapping[str, str], incomplete: str) -> list[CompletionItem]:
    """The names that begin so, each with its explanation."""
    return [CompletionItem(name, help=text) for name, text in names.items() if name.startswith(incomplete)]


def complete_role(ctx: typer.Context, incomplete: str) -> list[str]:
    """The slugs of the pack in use."""
    slugs = _of_pack(ctx, Settings.role_slugs)
    return [slug for slug in slugs or () if slug.startswith(incomplete)]


def complete_answer(ctx: typer.Context, incomplete: str) -> list[str]:
    """``KEY=`` for facets, and for items once a facet's name stands; ``KEY=1`` to ``KEY=5`` after the sign of one."""
    pack = _of_pack(ctx, Settings.load_pack)
    if pack is None:
        return []
    key, sign, _ = incomplete.partition("=")
    if sign:
        known = key in pack.facet_index or key in pack.item_by_key
        return [f"{key}={value}" for value in range(LOWEST, HIGHEST + 1)] if known else []
    keys = [*pack.facet_index, *(pack.item_by_key if "-" in incomplete else ())]
    return [f"{found}=" for found in keys if found.startswith(incomplete)]


def _of_pack(ctx: typer.Context, what: Callable[[Settings], T]) -> T | None:
    """What is asked of the pack in use; None where that can't be loaded."""
    settings = ctx.find_root().obj
    try:
        return what(settings) if isinstance(settings, Settings) else None
    except CareerfitError:
        return None
