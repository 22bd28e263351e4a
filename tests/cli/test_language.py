"""Which language a call speaks: as it is told, else the one last chosen at this terminal, else Indonesian."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from careerfit.cli import app
from careerfit.cli.app import command, run
from careerfit.cli.last_language import FILE, remember_language, remembered_language
from careerfit.cli.result_formats import said_again
from careerfit.cli.settings import Settings, settle_language


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody reads along."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize(
    ("args", "environ", "expected"),
    [
        ([], {}, ("en", "remembered")),
        (["--lang", "id"], {}, ("id", "flag")),
        ([], {"CAREERFIT_LANG": "id"}, ("id", "environment")),
        ([], {"CAREERFIT_LANG": "fr"}, ("id", "default")),
    ],
)
def test_what_was_chosen_last_is_spoken(args: list[str], environ: dict[str, str], expected: tuple[str, str]) -> None:
    """At a terminal the language chosen last is spoken, unless the call or the environment names one."""
    remember_language("en")
    found = settle_language(args, environ)
    assert expected == (found.lang, found.by)
    assert ("--lang" in said_again(Settings(found, environ))) == (found.by == "flag")


def test_scripts_get_what_they_always_got() -> None:
    """Where nobody reads along, what was chosen at a terminal plays no part."""
    remember_language("en")
    assert settle_language([], {})[:2] == ("id", "default")


@pytest.mark.parametrize("content", [None, b"", b"fr", b"\xff", b"en\nid"])
def test_nothing_is_remembered_of_what_cannot_be_read(own_folders: Path, content: bytes | None) -> None:
    """Without the file, or with anything else in it, there is no language."""
    if content is not None:
        remember_language("en")
        (file,) = own_folders.rglob(FILE)
        file.write_bytes(content)
    assert remembered_language() is None


@pytest.mark.parametrize(("is_terminal", "expected"), [(True, "en"), (False, None)])
def test_a_choice_on_the_way_is_remembered(
    monkeypatch: pytest.MonkeyPatch,
    is_terminal: bool,
    expected: str | None,
) -> None:
    """Whoever changes the language within a call finds it again in the next one, at a terminal."""

    def chosen(program: object, args: list[str], settings: Settings) -> None:  # noqa: ARG001  # as the real one
        settings.language = settings.language._replace(lang="en")

    monkeypatch.setattr(app, "_checked", chosen)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal)
    assert run(command(), [], {}) == 0
    assert expected == remembered_language()


def test_nobody_without_a_home_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a user without a home there is no language to remember, and that is no error."""

    def nowhere(*_: object, **__: object) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr("platformdirs.user_state_path", nowhere)
    remember_language("en")
    assert remembered_language() is None
