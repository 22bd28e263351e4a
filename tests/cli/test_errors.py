"""What becomes of everything that goes wrong."""

from __future__ import annotations

import resource
import signal
import stat
import sys
from pathlib import Path

import pytest

from careerfit.cli.errors import bug_report, guarded, tell
from careerfit.cli.settings import Settings, settle_language
from careerfit.errors import DataError, Problem
from careerfit.text import Text

SETTINGS = Settings(settle_language(["--lang", "en"], {}), {})


def failing(error: BaseException) -> object:
    def call() -> object:
        typed = "kepemimpinan=5"
        raise error from ValueError(typed)

    return call


def test_a_bug_is_told_in_one_line(capsys: pytest.CaptureFixture[str], own_folders: Path) -> None:
    """Anything unforeseen exits with 3, one line that names the report, and no traceback."""
    assert guarded(failing(KeyError("kepemimpinan")), SETTINGS, ["score"]) == 3
    (report,) = (own_folders / ".local/state/careerfit").iterdir()
    expected = f"This is a fault of careerfit, not yours. A report (without your answers) is in {report}.\n"
    assert ("", expected) == tuple(capsys.readouterr())
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert stat.S_IMODE(report.parent.stat().st_mode) == 0o700


def test_a_report_holds_no_answers() -> None:
    """A report names types, places and options, and nothing that the user typed."""
    args = ["score", "answers-of-mia.json", "--answer", "kepemimpinan=5", "--code=CF1-SECRET", "-ofile", "--lang", "en"]
    try:
        failing(KeyError("kepemimpinan"))()
    except KeyError as error:
        report = bug_report(error, args)
    for private in ("kepemimpinan", "mia", "SECRET", "ofile"):
        assert private not in report
    assert "options: --answer --code --lang\n" in report
    assert "\nKeyError\n" in report
    assert "\nValueError\n" in report
    assert "test_errors.py:" in report


def test_a_report_that_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str], own_folders: Path) -> None:
    """Without a place for the report, the line says so and names the type; the exit code is the same."""
    (own_folders / ".local").write_text("in the way", encoding="utf-8")
    assert guarded(failing(KeyError("x")), SETTINGS, []) == 3
    assert (
        capsys.readouterr().err
        == "This is a fault of careerfit, not yours (KeyError); the report could not be saved.\n"
    )


def test_a_report_that_finds_no_room_leaves_nothing(own_folders: Path) -> None:
    """Where there is no room for the report, no empty one stays behind."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        code = guarded(failing(KeyError("x")), SETTINGS, [])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert (3, []) == (code, list((own_folders / ".local/state/careerfit").iterdir()))


def test_interrupted() -> None:
    """Ctrl-C exits with 130."""
    assert guarded(failing(KeyboardInterrupt()), SETTINGS, []) == 130


def test_a_refusal_of_the_system_is_no_bug(capsys: pytest.CaptureFixture[str]) -> None:
    """An error of the operating system exits with 1 and names the file and the reason."""
    assert guarded(failing(PermissionError(13, "Permission denied", "/x")), SETTINGS, []) == 1
    assert capsys.readouterr().err == "/x: the system refused (Permission denied).\n"


def test_a_broken_pipe_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    """A reader that has gone is no fault: exit 0, not a word."""
    assert guarded(failing(BrokenPipeError()), SETTINGS, []) == 0
    assert ("", "") == tuple(capsys.readouterr())


@pytest.mark.parametrize(
    ("problems", "expected"),
    [
        ([], "Broken:\n"),
        ([Problem("a:1", Text("x", "bad."))], "Broken: a:1: bad.\n"),
        ([Problem("a:1", Text("x", "bad.")), Problem("", Text("x", "worse."))], "Broken:\n  a:1: bad.\n  worse.\n"),
    ],
)
def test_messages(capsys: pytest.CaptureFixture[str], problems: list[Problem], expected: str) -> None:
    """One problem makes one line; several stand one under the other."""
    assert guarded(failing(DataError(Text("Rusak:", "Broken:"), problems)), SETTINGS, []) == 1
    assert capsys.readouterr().err == expected


def test_messages_are_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    """Brackets in a message are kept; bytes that steer a terminal, or hide text, never come out."""
    hostile = "[/x][red]\x1b[31m\x9b31m\x1b]0;t\x07\u202eabc\u200b\x00"
    guarded(failing(DataError(Text(hostile, hostile))), SETTINGS, [])
    assert capsys.readouterr().err == "[/x][red][31m31m]0;tabc\n"


@pytest.mark.parametrize(("value", "expected"), [(None, 0), (1, 1), (130, 130), (True, 0), ("text", 0)])
def test_the_exit_code_of_a_call(value: object, expected: int) -> None:
    """A command that returns a number exits with it; anything else is success."""
    assert expected == guarded(lambda: value, SETTINGS, [])


def test_messages_wrap_at_words(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a message breaks between words, and never within a command or a path that can be copied."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "32")
    tell(["6 answers saved. Go on: careerfit quiz --resume --lang en", f"  Written: /home/siti/{'a/' * 20}b.html", ""])
    expected = [
        "6 answers saved. Go on:",
        "careerfit quiz --resume --lang en",
        "  Written:",
        f"  /home/siti/{'a/' * 20}b.html",
        "",
    ]
    assert expected == capsys.readouterr().err.splitlines()
