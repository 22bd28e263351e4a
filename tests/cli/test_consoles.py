"""What a narrow encoding lacks has a plain sign instead: nothing becomes a question mark on old consoles."""

from __future__ import annotations

import io
import sys

import pytest

from careerfit.cli.app import command, run

ENCODINGS = ("cp437", "cp850", "cp1252")
"""The consoles of Windows in America and Western Europe, and what its programs write to files by default."""
FORMS = {"score": ("table", "markdown", "csv", "json"), "compare": ("table", "markdown", "json")}
CALLS = [
    ["--help"],
    ["score", "--help"],
    ["score", "--answer", "kepemimpinan=5", "--answer", "analisis=1", "--verbose"],
    ["profile", "manajer"],
    ["profile", "manajer", "--format", "markdown"],
    ["roles"],
    ["questions", "--template"],
    ["history"],
    *(["score", "--answer", "kepemimpinan=5", "--format", form] for form in FORMS["score"]),
    *(["compare", "manajer", "kepala-pusat", "--format", form] for form in FORMS["compare"]),
]


def written(call: list[str], lang: str, encoding: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a call writes to a stream of that encoding, as it is read by who expects it."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, write_through=True)
    monkeypatch.setattr(sys, "stdout", stream)
    assert 0 == run(command(), call, {"CAREERFIT_LANG": lang, "PYTHONIOENCODING": encoding})
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_every_sign_has_a_plain_one(call: list[str], lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However few characters a stream has, no more question marks come out than were meant."""
    expected = written(call, lang, "utf-8", monkeypatch).count("?")
    found = {encoding: written(call, lang, encoding, monkeypatch).count("?") for encoding in ENCODINGS}
    assert dict.fromkeys(ENCODINGS, expected) == found
