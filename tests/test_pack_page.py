"""docs/pack.md is what the schema of packs says."""

from __future__ import annotations

from .pack_page import FILES, MEANINGS, PAGE, forms, kept, page, rows


def test_every_key_is_explained() -> None:
    """Each key of the schema has its words, and no words are about a key that is gone."""
    keys = {kind: {row.path for row in rows(getattr(forms(), kind)) if kept(kind, row)} for kind in FILES}

    assert keys == {kind: set(told) for kind, told in MEANINGS.items()}


def test_the_page_is_made_of_the_schema() -> None:
    """It holds every key as it is today; ``python -m tests.pack_page`` writes it anew."""
    assert page() == PAGE.read_text(encoding="utf-8")
