"""The sentences of the package as data."""

from __future__ import annotations

from string import Formatter

import pytest

from careerfit.pack.faults import ERRORS, HEADLINE, KINDS, WARNINGS, message
from careerfit.text import Text, escape


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", {**ERRORS, **WARNINGS})
def test_both_languages_have_the_same_placeholders(code: str) -> None:
    """No language can lack what the other one tells."""
    text = {**ERRORS, **WARNINGS}[code]

    assert placeholders(text.id) == placeholders(text.en)


@pytest.mark.parametrize(
    "text", [HEADLINE, *ERRORS.values(), *WARNINGS.values(), *KINDS.values()], ids=lambda text: text.en[:40]
)
def test_messages_are_tidy_in_both_languages(text: Text) -> None:
    """No message is empty, has spaces at its edges or doubled, or is the same in both languages."""
    for words in (text.id, text.en):
        assert words
        assert " ".join(words.split()) == words
    assert text.id != text.en


def test_a_text_fills_each_language_with_its_own_words() -> None:
    """A placeholder may differ between the languages."""
    expected = Text("harus berupa teks, bukan daftar.", "this must be text, not a list.")

    assert expected == message("not-plain-text", read=KINDS["list"])


def test_text_from_a_pack_is_shown_without_hidden_characters() -> None:
    """What would colour the terminal or turn the direction of writing is spelt out."""
    assert r"a\x1b[31mb\u202ec" == escape("a\x1b[31mb\u202ec")


def test_long_text_is_cut_in_messages() -> None:
    """A message stays readable however long the text is that it speaks of."""
    assert "x" * 59 + "…" == escape("x" * 500)
