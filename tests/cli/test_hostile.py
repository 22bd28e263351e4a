"""Nothing that the program did not write itself can steer a terminal, wherever it comes from.

Every text of ``tests.hostile`` goes into every kind of place, and every command in every form is given some of them;
which there are, the program says itself. Each of all with each takes an hour: with the variable CAREERFIT_ALL_FAULTS.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from unicodedata import category

import pytest
from _pytest.mark import ParameterSet

from careerfit.core.model import Pack
from careerfit.core.results.attempt import pack_mark
from careerfit.history.opening import FILE, default_folder
from careerfit.history.store import Store
from careerfit.pack import load_pack
from careerfit.text import clean
from tests.draft.reading import TEXTS
from tests.history.held import hold
from tests.hostile import HOSTILE, fits_a_name, fits_an_argument, uncoloured, unseen

from .conftest import Call, Program
from .places import Found, commands, places, showing
from .strangers import (
    BASE,
    COLUMNS,
    allowed,
    edit_history,
    files,
    in_yaml,
    said_everywhere,
    with_one_changed,
    write_pack,
)

ARGUMENTS = {name: text for name, text in HOSTILE.items() if fits_an_argument(text)}
NAMES = {name: text for name, text in HOSTILE.items() if fits_a_name(text)}
SETTINGS = (
    *("CAREERFIT_LANG", "CAREERFIT_PACK", "HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "SHELL", "TERM", "COLUMNS"),
    *("LINES", "NO_COLOR", "FORCE_COLOR", "ACCESSIBLE", "TZ", "LANG", "LC_ALL", "USER", "COMP_WORDS", "COMP_CWORD"),
    *("_CAREERFIT_COMPLETE", "_TYPER_COMPLETE_ARGS", "TMPDIR", "PATH"),
)
"""What the program, and what it stands on, reads of its environment."""
STEP = 1 if os.environ.get("CAREERFIT_ALL_FAULTS") else 8
"""Every eighth text goes through each place, and others through the next one, unless everything is to be tried."""


def turns(names: Iterable[str]) -> list[ParameterSet]:
    """Each name with its number."""
    return [pytest.param(turn, name, id=name) for turn, name in enumerate(names)]


ENGLISH = {"CAREERFIT_LANG": "en", "CAREERFIT_PACK": str(BASE)}


@pytest.fixture(scope="module")
def small_pack() -> Pack:
    """The small pack."""
    return load_pack(BASE)


@pytest.fixture(autouse=True)
def read_once(small_pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of calls would read the small pack's YAML anew, which takes most of their time."""

    def load(path: str | None = None, norms: str | None = None) -> Pack:
        return small_pack if (path, norms) == (str(BASE), None) else load_pack(path, norms)

    monkeypatch.setattr("careerfit.pack.load_pack", load)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def held(small_pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a history with two attempts on the small pack, and an unfinished one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("held")))
        hold(small_pack, 0)
        hold(small_pack, 1, "full")
        with Store() as store:
            store.begin(pack_mark(small_pack), "quick", "id", {})
        return default_folder()


@pytest.fixture
def history(held: Path) -> Path:
    """The file of this test's own copy of it."""
    return Path(shutil.copytree(held, default_folder())) / FILE


def clean_utf8(texts: Mapping[str, str]) -> list[str]:
    """The texts that a file in UTF-8 can hold."""
    return [text for text in texts.values() if not any(category(char) == "Cs" for char in text)]


def some(texts: Mapping[str, str], turn: int) -> list[tuple[str, str]]:
    """Some of the texts with their names, others at each turn."""
    return list(texts.items())[turn % STEP :: STEP]


def check(call: Call, name: str, *codes: int) -> Call:
    """The call, in which nothing has come out that steers, and which has ended as it may."""
    assert set() == unseen(uncoloured(call.out) + call.err), (name, call)
    assert call.code in codes, (name, call)
    return call


@pytest.mark.parametrize(("turn", "place"), turns(map(" ".join, places())))
def test_arguments(program: Program, turn: int, place: str, history: Path) -> None:
    """No argument comes out as it went in, makes a traceback, or is taken for a fault of the program."""
    assert history.exists()
    for name, hostile in some(ARGUMENTS, turn):
        words = [word.replace("{}", hostile) for word in place.split()]
        check(program(*words, env=ENGLISH), name, 0, 1, 2)


@pytest.mark.parametrize("name", HOSTILE)
def test_answers_files(program: Program, folder: Path, name: str) -> None:
    """No key or value of an answers file comes out as it went in, escaped or as it is, in JSON or in YAML."""
    hostile = HOSTILE[name]
    for content in ({hostile: 3}, {"cermat": hostile}, {hostile: hostile}, [hostile], hostile):
        raw = json.dumps(content, ensure_ascii=False)
        for file, text in ("answers.json", json.dumps(content)), ("answers", raw), ("answers.yaml", in_yaml(content)):
            (folder / file).write_text(text, encoding="utf-8", errors="surrogatepass")
            check(program("score", file, env=ENGLISH), name, 1, 2)
    check(program("score", "-", env=ENGLISH, stdin=hostile.encode("utf-8", "surrogatepass")), name, 1, 2)


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files(program: Program, folder: Path, name: str) -> None:
    """No name of a file or a folder comes out as it is: of answers, of packs, of roles, of results."""
    hostile = NAMES[name]
    (folder / f"{hostile}.yaml").write_text("cermat: 9", encoding="utf-8")
    (folder / f"{hostile}.csv").write_text("cermat-1\n9\n", encoding="utf-8")
    check(program("score", f"./{hostile}.yaml", env=ENGLISH), name, 2)
    trees = files()
    pack = write_pack(folder / f"{hostile}-pack", {**trees, f"roles/{hostile}.yaml": trees["roles/penulis.yaml"]})
    for call in ("check",), ("roles",), ("check", str(pack)), ("history",), ("simulate",):
        check(program(*call, env={**ENGLISH, "CAREERFIT_PACK": str(pack)}), name, 0, 1)
    check(program("roles", "--pack", str(folder / f"{hostile}.csv"), env=ENGLISH), name, 1)
    check(program("roles", "-o", f"./{hostile}.md", env=ENGLISH), name, 0)


def test_places_of_a_pack(program: Program, folder: Path) -> None:
    """A pack that holds hostile text in any one place, as a value or as a key, is refused harmlessly or is sound."""
    for words, trees in with_one_changed(list(HOSTILE.values())):
        write_pack(folder / "pack", trees)
        check(program("check", "pack", env=ENGLISH), words, 0, 1)


@pytest.mark.parametrize("name", HOSTILE)
def test_packs(program: Program, folder: Path, name: str) -> None:
    """A pack whose every text is hostile is refused harmlessly, or its texts are shown as they were written."""
    pack = write_pack(folder / "pack", said_everywhere(HOSTILE[name]))
    env = {**ENGLISH, "CAREERFIT_PACK": str(pack)}
    checked = check(program("check", env=env), name, 0, 1)
    wide = check(program("roles", env={**env, "COLUMNS": "2000"}), name, checked.code)
    shown = f"{clean(HOSTILE[name])} Editor" in wide.out
    assert shown == (checked.code == 0), "markup is shown as it was written"


@pytest.mark.parametrize("turn", range(24 // STEP))
def test_forms(program: Program, folder: Path, turn: int) -> None:
    """A pack of all texts that packs may hold, each in some of its places, is shown harmlessly in every form by all."""
    pack = write_pack(folder / "pack", said_everywhere(allowed(turn)))
    hold(load_pack(pack), 0)
    hold(load_pack(pack), 1, "full")
    for call in showing():
        check(program(*call, env={**ENGLISH, "CAREERFIT_PACK": str(pack)}), " ".join(call), 0)


@pytest.mark.parametrize("one", commands(), ids=lambda one: one.name)
def test_a_pack_that_is_refused(program: Program, folder: Path, one: Found) -> None:
    """Whatever command is given a pack of hostile text that packs may not hold, it ends harmlessly."""
    pack = write_pack(folder / "pack", said_everywhere(HOSTILE["link"]))
    check(program(*one.call(), env={**ENGLISH, "CAREERFIT_PACK": str(pack)}), one.name, 0, 1, 2)


@pytest.mark.parametrize(("turn", "name"), list(enumerate(HOSTILE)))
def test_drafts(program: Program, folder: Path, turn: int, name: str) -> None:
    """No part of a raw text comes out as it went in: what is drafted is listed, and the pack looked at, harmlessly."""
    text = (TEXTS / "jurnalis.txt").read_text(encoding="utf-8")
    old = ("Jurnalis", "haus akan informasi", "glamor", "content writer")[turn % 4]
    file = folder / "jurnalis.txt"
    file.write_text(text.replace(old, f"{old} {HOSTILE[name]}"), encoding="utf-8", errors="surrogatepass")
    for call in ("draft", str(file), "--pack", "drafted", "--yes"), ("check", "drafted"):
        check(program(*call, env=ENGLISH), name, 0, 1)


def test_engines(program: Program, folder: Path) -> None:
    """A pack of all texts that packs may hold, and files of people full of all others, do no harm to many at once."""
    write_pack(folder / "pack", said_everywhere(allowed()))
    env = {**ENGLISH, "CAREERFIT_PACK": "pack"}
    lines = [json.dumps({"id": text, "cermat-1": 4, "sabar-1": text}) for text in clean_utf8(HOSTILE)]
    (folder / "people.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "columns.jsonl").write_text(json.dumps(dict.fromkeys(clean_utf8(HOSTILE), 3)), encoding="utf-8")
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "cermat-1"], *([text, text] for text in clean_utf8(HOSTILE))])
    with (folder / "columns.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", *clean_utf8(HOSTILE)], range(len(HOSTILE))])
    for form in "table", "json":
        check(program("simulate", "--people", "10", "--format", form, env=env), form, 0)
        check(program("cohort-summary", "people.jsonl", "--format", form, env=env), form, 0)
    heads = (0, 1, 2)  # some of them are statements of that pack
    for name, codes in (("people.csv", (1,)), ("columns.csv", heads), ("columns.jsonl", heads)):
        check(program("cohort", name, "-o", "out.csv", env=env), name, *codes)
    check(program("cohort", "people.jsonl", "-o", "out.jsonl", "--strict", env=env), "strict", 1)
    assert set() == unseen((folder / "out.csv").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("turn", "name"), turns(HOSTILE))
def test_histories(program: Program, history: Path, turn: int, name: str) -> None:
    """No word in a history that was edited by hand comes out as it is, in any column, command and form.

    Where the name of its pack was edited, it is refused as one of another pack.
    """
    calls = [call for call in showing() if call[0] == "history"][turn % STEP :: STEP]
    for column in COLUMNS:
        edit_history(history, column, HOSTILE[name])
    for call in ["history"], *calls:
        check(program(*call, env=ENGLISH), name, 0)
    edit_history(history, "pack", HOSTILE[name])  # from now on these are results of another pack, which some won't find
    for call in ["history"], *calls:
        check(program(*call, env=ENGLISH), name, 0, 2)
    check(program("history", "delete", "1", "--yes", env=ENGLISH), name, 0)


@pytest.mark.parametrize("name", ARGUMENTS)
def test_notes(program: Program, history: Path, name: str) -> None:
    """A note that was taken is shown as what can be seen of it; one that is too long is refused."""
    assert history.exists()
    taken = check(program("history", "note", "1", "--", ARGUMENTS[name], env=ENGLISH), name, 0, 2)
    assert (2 if len(ARGUMENTS[name]) > 500 else 0) == taken.code
    shown = check(program("history", "list", "--format", "json", env=ENGLISH), name, 0)
    assert 2 == len(json.loads(shown.out)["attempts"])


@pytest.mark.parametrize(("turn", "setting"), turns(SETTINGS))
def test_environment(program: Program, turn: int, setting: str, monkeypatch: pytest.MonkeyPatch, history: Path) -> None:
    """No variable of the environment comes out as it is, whatever command reads it."""
    for name, hostile in some(ARGUMENTS, turn):
        monkeypatch.setenv(setting, hostile)
        env = {**ENGLISH, "SHELL": "/bin/bash", setting: hostile}
        for call in "roles", "history", "--install-completion":
            check(program(call, env=env), name, 0, 1, 2)
    assert os.environ[setting]
    assert history.exists()


@pytest.mark.parametrize(("turn", "shell"), turns(["bash", "zsh", "fish"]))
def test_completion(turn: int, shell: str, monkeypatch: pytest.MonkeyPatch, program: Program) -> None:
    """Completion offers no word that it was given, whatever stands before the cursor."""
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "get-args")
    monkeypatch.setenv("COMP_CWORD", "3")
    for name, hostile in some(ARGUMENTS, turn):
        for words in f"careerfit profile {hostile}", f"careerfit score --answer {hostile}=", f"careerfit {hostile} x":
            monkeypatch.setenv("COMP_WORDS", words)
            monkeypatch.setenv("_TYPER_COMPLETE_ARGS", words)
            env = {**ENGLISH, "COMP_WORDS": words, "COMP_CWORD": "3", "_CAREERFIT_COMPLETE": f"complete_{shell}"}
            with monkeypatch.context() as patch:
                patch.setenv("_CAREERFIT_COMPLETE", f"complete_{shell}")
                call = program(env=env)
            assert "payload" not in check(call, name, 0, 2).out


def test_brackets_are_kept(program: Program) -> None:
    """What looks like markup is shown as it was written."""
    assert program("profile", "[/x]").err.startswith("There is no role '[/x]'.")
    assert program("score", "--answer", "[red]x=3").err.startswith("Some answers can't be used: --answer: '[red]x'")


def test_every_kind_of_harm_is_there() -> None:
    """The corpus has at least forty texts, and some of each class of characters that must not come out."""
    assert len(HOSTILE) >= 40
    assert {"Cc", "Cf", "Cs", "Zl", "Zp"} <= {category(char) for text in HOSTILE.values() for char in text}
