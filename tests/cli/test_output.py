"""Where results go: all of it or nothing, harmless, and the same whoever reads."""

from __future__ import annotations

import json
import os
import resource
import signal
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from careerfit.cli.output import replace_file
from careerfit.errors import DataError

from .conftest import Program


def test_a_file_is_replaced_as_a_whole(program: Program, tmp_path: Path) -> None:
    """``--output`` puts the new result in the old one's place, keeps its mode, and tells its full path."""
    file = tmp_path / "result.json"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    call = program("score", "--answer", "analisis=4", "--format", "json", "--output", str(file))
    assert (0, "", f"Written: {file}\n") == (call.code, call.out, call.err)
    assert json.loads(file.read_text(encoding="utf-8"))["schema_version"] == 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [file] == list(tmp_path.iterdir())


def test_the_ending_of_the_name_says_the_form(program: Program, tmp_path: Path) -> None:
    """Without ``--format``, a file called .json gets JSON; with it, what it says."""
    file = tmp_path / "result.json"
    program("score", "--answer", "analisis=4", "-o", str(file))
    assert json.loads(file.read_text(encoding="utf-8"))["schema_version"] == 1
    program("score", "--answer", "analisis=4", "-o", str(file), "--format", "table")
    assert not file.read_text(encoding="utf-8").startswith("{")


def test_the_path_that_is_told_is_whole(program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was named by its name alone is told with its folder."""
    monkeypatch.chdir(tmp_path)
    assert f"Tertulis: {tmp_path / 'peran.md'}\n" == program("roles", "-o", "peran.md", env={}).err


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("roles", "-o", "a.docx"), "the ending .docx can't be written here; those that can: .txt, .json, .md, .csv."),
        (("history", "export", "-o", "a.txt"), "the ending .txt can't be written here; those that can: .json, .csv."),
        (("questions", "--template", "-o", "a.json"), "those that can: .yaml, .yml."),
        (
            ("score", "--answer", "analisis=4", "-o", "a.pdf"),
            "those that can: .txt, .json, .md, .csv, .html. For a PDF: save it as .html, open that in a browser, and "
            "print it to PDF.",
        ),
        (("score", "--answer", "analisis=4", "--format", "html", "-o", "a.pdf"), "and print it to PDF."),
        (("roles", "--format", "csv", "-o", "a.log"), "those that can: .txt, .json, .md, .csv."),
    ],
)
def test_an_ending_of_another_form_is_refused(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], told: str
) -> None:
    """A file's ending is never taken for plain text or passed over, whatever else is asked for: the call is refused."""
    monkeypatch.chdir(tmp_path)
    call = program(*args)
    assert (2, "", True) == (call.code, call.out, call.err.rstrip().endswith(told))
    assert [] == list(tmp_path.glob("a.*"))


def test_a_template_has_one_form(program: Program) -> None:
    """``questions --template`` with a format is refused, whatever the format is."""
    call = program("questions", "--template", "--format", "csv")
    assert (2, "", "--template writes YAML, so it can't go with --format.\n") == (call.code, call.out, call.err)


def test_dash_is_standard_output(program: Program) -> None:
    """``--output -`` means standard output."""
    args = ("score", "--answer", "analisis=4", "--format", "json")
    assert program(*args).out == program(*args, "--output", "-").out


def test_a_file_that_cannot_be_written_exits_with_1(program: Program, tmp_path: Path) -> None:
    """A folder that is not there is told in one line that names the file, and says what to do."""
    file = tmp_path / "none" / "result.json"
    call = program("score", "--answer", "analisis=4", "-o", str(file))
    told = f"{file}: can't be written (No such file or directory). Try again, or choose another place.\n"
    assert (1, "", told) == (call.code, call.out, call.err)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """A write that fails half-way leaves the old content and nothing beside it."""
    file = tmp_path / "result.txt"
    file.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(DataError, match="can't be written"):
            replace_file(file, b"new" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert b"old" == file.read_bytes()
    assert [file] == list(tmp_path.iterdir())


def test_a_link_is_followed(tmp_path: Path) -> None:
    """Writing to a link replaces what it points to, and the link stays."""
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    replace_file(link, b"new")
    assert b"new" == target.read_bytes()
    assert link.is_symlink()


def test_a_device_is_written_to(tmp_path: Path) -> None:
    """What is no regular file is written to as it is: /dev/null stays a device, a pipe gets the content."""
    replace_file(Path(os.devnull), b"new")
    assert not Path(os.devnull).is_file()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        replace_file(pipe, b"new")
        assert b"new" == os.read(reader, 10)
    finally:
        os.close(reader)


REFUSED = [
    (("roles", "-o", "a.pdf"), ".txt, .json, .md, .csv.\n"),
    (("history", "export", "-o", "a.md"), ".json, .csv.\n"),
    (("compare", "bagian", "manajer", "-o", "a.html"), ".txt, .json, .md.\n"),
    (("questions", "--template", "-o", "a.json"), ".yaml, .yml.\n"),
    (("score", "--answer", "analisis=4", "-o", "a.docx"), ".txt, .json, .md, .csv, .html.\n"),
    (
        ("score", "--answer", "analisis=4", "-o", "a.pdf"),
        ".txt, .json, .md, .csv, .html. For a PDF: save it as .html, open that in a browser, and print it to PDF.\n",
    ),
]


@pytest.mark.parametrize(("args", "known"), REFUSED)
def test_an_ending_that_cannot_be_written_is_refused(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], known: str
) -> None:
    """Whatever an ending promises and a command can't keep is refused with those that it can write; nothing is."""
    monkeypatch.chdir(tmp_path)
    call = program(*args)
    assert (2, "", True, []) == (
        call.code,
        call.out,
        call.err.endswith(f"; those that can: {known}"),
        [*tmp_path.iterdir()],
    )


@pytest.mark.parametrize(("name", "begin"), [("a.JSON", "{"), ("a.md", "#"), ("a.txt", "\n  "), ("a", "\n  ")])
def test_the_ending_says_the_form(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, begin: str
) -> None:
    """Without ``--format`` the ending of the name decides; no ending is a table. The full path is told."""
    monkeypatch.chdir(tmp_path)
    call = program("profile", "manajer", "-o", name)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert (0, "", f"Written: {tmp_path / name}\n") == (call.code, call.out, call.err)
    assert text.startswith(begin)


def test_a_dash_is_the_screen(program: Program) -> None:
    """``-o -`` is standard output, as if nothing had been said of where to write."""
    assert program("roles") == program("roles", "-o", "-")


@pytest.mark.parametrize(
    "args", [("roles",), ("profile", "manajer"), ("score", "--answer", "analisis=4"), ("history",)]
)
def test_plain_holds_for_every_command(program: Program, args: tuple[str, ...]) -> None:
    """``--plain``, before or after a command, and either variable give the same lines; 0 is none.

    Where the option asked for them, commands on a screen repeat it.
    """
    plain = program(*args, "--plain")
    assert plain == program("--plain", *args)
    plain = replace(plain, out=plain.out.replace(" --plain", ""))
    for name in ("CAREERFIT_PLAIN", "ACCESSIBLE"):
        assert plain == program(*args, env={"CAREERFIT_LANG": "en", name: "1"})
        assert program(*args) == program(*args, env={"CAREERFIT_LANG": "en", name: "0"})
    assert plain.out != program(*args).out
