"""``careerfit validate`` and ``careerfit norms``, as they are called; and what they write, in use."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from jsonschema import Draft202012Validator

from careerfit.cohort import run
from careerfit.core.model import Pack
from careerfit.pack.load import load_pack, shipped_folder
from tests.validation.populations import population

from .conftest import Program

SOMEONE = ("score", "--answer", "kepemimpinan=5", "--answer", "analisis=4")


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work is done in the process of the test, not in one of its own, whose start would take most of the time."""

    def supervised(work: Callable[..., Any], args: tuple[Any, ...], tell: Callable[[float], None], _: object) -> Any:
        return work(*args, tell)

    monkeypatch.setattr(run, "supervised", supervised)


@pytest.fixture(scope="module")
def file(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty members of each role, by slug and by name; ten answered twice; one of another role, one without any."""
    members = population(pack, "realistic", 30, np.random.default_rng(11), twice=True)
    path = tmp_path_factory.mktemp("study") / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Orang", "Peran", *(item.key for item in pack.items)])
        for p in [*range(150), *range(150, 160)]:
            role = pack.roles[members.role[p]]
            said = role.slug if p % 2 else role.name.id if p % 3 else role.name.en.upper()
            writer.writerow([f"Rahasia-{members.person[p]}", said, *members.responses[:, p]])
        writer.writerow(["Rahasia-x", "juru masak", *members.responses[:, 0]])
        writer.writerow(["Rahasia-y", "", *members.responses[:, 1]])
    return path


@pytest.fixture(scope="module")
def norms_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place for a reference group."""
    return tmp_path_factory.mktemp("norms") / "norms.yaml"


def test_a_study_as_json_keeps_to_its_schema(program: Program, file: Path) -> None:
    """The document is what its schema says, tells how many there were, and names nobody."""
    call = program("validate", str(file), "--role", "peran", "--person", "orang", "--format", "json")
    schema = json.loads(program("check", "--schema", "validation").out)
    found = json.loads(call.out)
    assert (0, []) == (call.code, [fault.message for fault in Draft202012Validator(schema).iter_errors(found)])
    assert (150, None, 10, True) == (found["members"], found["unknown"], found["again"], found["enough"])
    assert "Rahasia" not in call.out + call.err
    assert 10 == found["retest"]["people"]
    assert {"role": "peran", "person": "orang"} == found["columns"]


def test_pages_for_researchers_and_for_everybody_else(program: Program, file: Path, tmp_path: Path) -> None:
    """Both pages are written in whole, in both languages, hold figures and limits, and never speak of validity."""
    for words in ([], ["--brief"]):
        target = tmp_path / f"page{len(words)}.html"
        assert 0 == program("validate", str(file), "--role", "Peran", *words, "-o", str(target)).code
        page = target.read_text(encoding="utf-8")
        assert {'lang="id"', 'lang="en"'} <= {f'lang="{lang}"' for lang in ("id", "en") if f'lang="{lang}"' in page}
        assert ("<svg" in page, 'role="img"' in page) == (True, not words)
        assert "What must not be concluded" in page
        assert "consent of those who gave them" in page
        assert "Rahasia" not in page
        for word in ("validity", "validitas", "accuracy", "akurasi"):
            assert word not in page.lower()


def test_what_is_told_on_a_terminal(program: Program, file: Path) -> None:
    """The table says how many people, their share with its interval, and what the data would set."""
    call = program("validate", str(file), "--role", "Peran", "--lang", "id")
    assert 0 == call.code
    assert "152 orang" not in call.out
    assert "162" not in call.out
    for words in ("160 orang yang perannya diketahui", "selang 95 %", "Yang tidak boleh disimpulkan", "measured.yaml"):
        assert words in " ".join(call.out.split())


def test_wrong_columns_are_refused(program: Program, file: Path) -> None:
    """A column that there is not is told with those that there are; one without any role with the roles."""
    call = program("validate", str(file), "--role", "Perann")
    assert (2, "") == (call.code, call.out)
    assert "This file has no column 'Perann'" in call.err
    assert "Did you mean 'Peran'" in call.err
    assert "Orang, Peran" in call.err
    call = program("validate", str(file), "--role", "Orang")
    assert 2 == call.code
    assert "manajer-departemen-sosial" in call.err
    assert "Rahasia" not in call.err
    assert 2 == program("validate", str(file)).code


def test_measured_constants_never_apply_by_themselves(program: Program, file: Path, tmp_path: Path) -> None:
    """They are written where it is asked for, and used and named by a pack that holds them, and by no other."""
    pack = tmp_path / "pack"
    shutil.copytree(str(shipped_folder()), pack)
    before = program(*SOMEONE, "--format", "json").out
    target = pack / "measured.yaml"
    call = program("validate", str(file), "--role", "Peran", "--write-measured", str(target))
    assert (0, True) == (call.code, target.is_file())
    assert f"Written: {target}" in call.err
    assert before == program(*SOMEONE, "--format", "json").out
    again = json.loads(program(*SOMEONE, "--format", "json", "--pack", str(pack)).out)
    assert {"people", "made", "noise", "separation", "temper"} == set(again["pack"]["measured"])
    said = "with constants that were measured on"
    assert said in " ".join(program("check", str(pack)).out.split())
    assert said in " ".join(program(*SOMEONE, "--pack", str(pack)).out.split())
    assert said not in " ".join(program(*SOMEONE).out.split())


def test_too_few_to_measure_constants(program: Program, file: Path, tmp_path: Path) -> None:
    """With a role of fewer than 20 members the study is written and no constants, which is told; the code is 1."""
    rows = file.read_text(encoding="utf-8").splitlines()[:120]
    (tmp_path / "few.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    target = tmp_path / "measured.yaml"
    study = tmp_path / "study.html"
    args = ("--role", "Peran", "-o", str(study), "--write-measured", str(target))
    call = program("validate", str(tmp_path / "few.csv"), *args)
    assert (1, True, False) == (call.code, study.is_file(), target.exists())
    assert "at least 20 in each role. The constants were not written." in " ".join(call.err.split())


def test_constants_go_to_the_screen(
    program: Program, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hyphen stands for the screen, as everywhere, and never for a file of that name."""
    monkeypatch.chdir(tmp_path)
    study = tmp_path / "study.html"
    call = program("validate", str(file), "--role", "Peran", "-o", str(study), "--write-measured", "-")
    assert (0, True) == (call.code, call.out.startswith("# "))
    assert "temper:" in call.out
    assert [f"Written: {study}"] == call.err.splitlines()
    assert [study] == list(tmp_path.iterdir())


def test_a_reference_group_is_named_wherever_it_is_used(
    program: Program, file: Path, norms_file: Path, tmp_path: Path
) -> None:
    """``norms`` says of how many people it is; every screen and report of a result that uses it names it."""
    call = program("norms", str(file), "-o", str(norms_file))
    assert 0 == call.code
    assert "A reference group of 1" in call.err
    used = ("--norms", str(norms_file))
    said = "Neutral: what a reference group of"
    plain = program(*SOMEONE)
    for words in ([], ["--verbose"], ["--plain"], ["--format", "markdown"]):
        assert said in " ".join(program(*SOMEONE, *used, *words).out.split())
        assert said not in " ".join(program(*SOMEONE, *words).out.split())
    report = tmp_path / "report.html"
    assert 0 == program(*SOMEONE, *used, "-o", str(report)).code
    assert said in report.read_text(encoding="utf-8")
    found = json.loads(program(*SOMEONE, *used, "--format", "json").out)
    schema = json.loads(program("check", "--schema", "result").out)
    assert [] == list(Draft202012Validator(schema).iter_errors(found))
    assert {"people", "made"} == set(found["pack"]["norms"])
    assert plain.out == program(*SOMEONE).out
    for words in (["check"], ["cohort-summary", str(file)], ["validate", str(file), "--role", "Peran"]):
        assert said in " ".join(program(*words, *used).out.split())
    results = tmp_path / "results.csv"
    assert said in " ".join(program("cohort", str(file), "-o", str(results), *used).err.split())
    assert results.read_text(encoding="utf-8").count("\n") == 163


def test_a_pack_may_hold_its_own_group(program: Program, norms_file: Path, file: Path, tmp_path: Path) -> None:
    """``norms.yaml`` in a pack is used and named; one of another state of the pack is refused, with what to do."""
    program("norms", str(file), "-o", str(norms_file))
    pack = tmp_path / "pack"
    shutil.copytree(str(shipped_folder()), pack)
    shutil.copy(norms_file, pack / "norms.yaml")
    assert load_pack(pack).reference is not None
    assert "reference group of" in " ".join(program("check", str(pack)).out.split())
    catalogue = pack / "catalogue.yaml"
    catalogue.write_text(catalogue.read_text(encoding="utf-8").replace('version: "1.0"', 'version: "1.1"'), "utf-8")
    call = program("check", str(pack))
    assert (1, "") == (call.code, call.out)
    assert "norms.yaml:4: fingerprint: the pack has changed since this was made" in " ".join(call.err.split())


def test_norms_that_can_not_be_used(program: Program, tmp_path: Path) -> None:
    """A missing file, one that is no reference group, and a folder are told in a line each."""
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("pack: 3\n", encoding="utf-8")
    for path, code, words in (
        (tmp_path / "none.yaml", 1, "there is no such file"),
        (wrong, 1, "wrong.yaml:1: pack: this must be text"),
        (tmp_path, 1, "can't be read"),
    ):
        call = program(*SOMEONE, "--norms", str(path))
        assert (code, "") == (call.code, call.out)
        assert words in " ".join(call.err.split())


def test_too_few_people_for_norms(program: Program, file: Path, tmp_path: Path) -> None:
    """Of fewer than 30 answers to an item no reference group is written."""
    rows = file.read_text(encoding="utf-8").splitlines()[:25]
    (tmp_path / "few.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    target = tmp_path / "norms.yaml"
    call = program("norms", str(tmp_path / "few.csv"), "-o", str(target))
    assert (1, False) == (call.code, target.exists())
    assert "at least 30 answers to each item" in " ".join(call.err.split())
    assert 2 == program("norms", str(tmp_path / "few.csv"), "--norms", str(target)).code


def test_norms_count_each_person_once(program: Program, file: Path, tmp_path: Path) -> None:
    """With the column of persons their first answers make the group; rows of fewer than 30 people make none."""
    target, once = tmp_path / "norms.yaml", tmp_path / "once.yaml"
    rows = file.read_text(encoding="utf-8").splitlines()
    (tmp_path / "once.csv").write_text("\n".join([*rows[:151], *rows[161:]]) + "\n", encoding="utf-8")
    assert 0 == program("norms", str(tmp_path / "once.csv"), "-o", str(once)).code
    call = program("norms", str(file), "--person", "orang", "-o", str(target))
    assert (0, once.read_text(encoding="utf-8")) == (call.code, target.read_text(encoding="utf-8"))
    assert "10 rows with later answers of the same people, whose first ones count." in " ".join(call.err.split())
    (tmp_path / "few.csv").write_text("\n".join([rows[0], *rows[1:26], *rows[1:26]]) + "\n", encoding="utf-8")
    call = program("norms", str(tmp_path / "few.csv"), "--person", "orang", "-o", str(tmp_path / "few.yaml"))
    assert (1, False) == (call.code, (tmp_path / "few.yaml").exists())
    assert 2 == program("norms", str(file), "--person", "nobody").code
