"""``careerfit draft``: raw texts → role files, without overwriting anything."""

from __future__ import annotations

import io
import json
import shutil
from functools import partial
from pathlib import Path

import pytest

from careerfit.cli.drafting.author import ask_author
from careerfit.cli.drafting.pack_folder import known_facets, look_at, write_draft
from careerfit.cli.errors import CancelledError
from careerfit.draft.drafting import make_draft
from careerfit.draft.source import read_sources
from careerfit.errors import DataError
from careerfit.interview.plain_face import PlainFace
from careerfit.pack.load import check_pack, load_pack, shipped_folder
from tests.draft.reading import OTHERS, TEXTS
from tests.drafts import TWINS, agreement, runner_up

from .conftest import Program

ALL = tuple(map(str, sorted(TEXTS.glob("*.txt"))))
PERAWAT, ANALIS = str(TEXTS / "perawat.txt"), str(TEXTS / "analis-data.txt")
TWO = (PERAWAT, str(TEXTS / "ahli-gizi.txt"))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder with its content."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def eight(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack drafted from the eight texts."""
    from tests.drafts import drafted

    folder = tmp_path_factory.mktemp("eight") / "pack"
    drafted(TEXTS, folder)
    return folder


def test_texts_make_a_whole_pack(eight: Path) -> None:
    """A folder that was missing holds a pack in which ``check`` finds nothing wrong and nothing left without words."""
    report = check_pack(eight)

    assert report.pack is not None
    assert (8, ("id",)) == (len(report.pack.roles), report.pack.languages)
    assert [] == [warning.line("en") for warning in report.warnings if "default" in warning.line("en")]


def test_near_twins_are_each_others_runner_up(eight: Path) -> None:
    """Those who fit one of two roles that ask for much alike are told the other one next."""
    pack = load_pack(eight)

    assert [(second, first) for first, second in TWINS] == [
        (runner_up(pack, first), runner_up(pack, second)) for first, second in TWINS
    ]


def test_the_sources_meet_the_facets_that_they_have_by_hand(tmp_path: Path) -> None:
    """Into the shipped catalogue: 85 of 100 relevances are those of the roles made by hand, kappa 0.65."""
    found = agreement(tmp_path / "shipped")

    assert (180, True, True) == (found.cells, found.share >= 0.85, found.kappa >= 0.65)


def test_a_drafted_pack_runs_in_either_language(program: Program, eight: Path) -> None:
    """Its own texts stay Indonesian, which is said once where English is spoken."""
    told = "This pack is in Indonesian alone; its own texts are shown as they are.\n"
    for lang, note in (("en", told), ("id", "")):
        call = program("score", "--answer", "ketelitian=5", "--format", "json", "--pack", str(eight), "--lang", lang)
        assert (0, note) == (call.code, call.err)
        assert {"Perawat", "Jurnalis"} <= {role["name"] for role in json.loads(call.out)["ranking"]}
    questions = program("questions", "--pack", str(eight), "--lang", "en")
    assert (0, True, told) == (questions.code, "Saya orang yang teliti." in questions.out, questions.err)


def test_what_is_there_is_kept(program: Program, tmp_path: Path) -> None:
    """A second run changes no byte of a file; it says which sentences of the text are not in it."""
    folder = tmp_path / "pack"
    program("draft", *TWO, "--pack", str(folder), "--yes")
    file = folder / "roles" / "perawat.yaml"
    file.write_text(file.read_text("utf-8").replace("merawat luka", "merawat luka") + "# milikku\n", "utf-8")
    before = contents(folder)
    text = tmp_path / "perawat.txt"
    text.write_text(Path(PERAWAT).read_text("utf-8") + "\nBidan tidak menangani luka bakar.\n", "utf-8")

    call = program("draft", str(text), "--pack", str(folder), "--yes")

    assert before == contents(folder)
    assert (0, "Nothing was written.\n") == (call.code, call.err)
    assert call.out.startswith(
        f"{file} is there already and was kept, with your changes.\n"
        "This sentence is not in perawat.yaml yet: “Bidan tidak menangani luka bakar.”\n"
    )


def test_a_role_joins_a_pack_that_is_there(program: Program, tmp_path: Path) -> None:
    """It names the facets that the pack has, brings its own along, and no other file changes."""
    folder = tmp_path / "pack"
    program("draft", *TWO, "--pack", str(folder), "--yes")
    before = contents(folder)

    call = program("draft", ANALIS, "--pack", str(folder), "--yes")
    pack = load_pack(folder)

    assert (0, before) == (call.code, {name: content for name, content in contents(folder).items() if name in before})
    assert [1.0] * 3 == [row[pack.facet_index["ketelitian"]] for row in pack.relevance]


COURIER = (
    "{name} bertugas mengantar paket. Profesi ini cocok untuk orang yang {fits}. Tidak cocok: orang yang {not_fits}."
)


def drafted_from(program: Program, folder: Path, **texts: str) -> None:
    """Draft each of these texts on its own."""
    for name, text in texts.items():
        file = folder.with_name(f"{name}.txt")
        file.write_text(text, "utf-8")
        assert 0 == program("draft", str(file), "--pack", str(folder), "--yes").code


def test_what_is_asked_in_the_same_words_is_one_facet(program: Program, tmp_path: Path) -> None:
    """Being cermat and being teliti are missing in the same statement, so the second role names the first's facet."""
    folder = tmp_path / "pack"
    drafted_from(
        program,
        folder,
        kurir=COURIER.format(name="Kurir", fits="teliti", not_fits="malas bangun pagi"),
        loper=COURIER.format(name="Loper", fits="cermat", not_fits="takut hujan"),
        kasir=COURIER.format(name="Kasir", fits="ramah", not_fits="ceroboh"),
    )

    assert ([], [(1, 1, 1)]) == (
        list(check_pack(folder).errors),
        [
            tuple(int(row[at] > 0) for row in load_pack(folder).relevance)
            for at, facet in enumerate(load_pack(folder).facets)
            if facet.items and any("ceroboh" in item.text.id for item in facet.items)
        ],
    )


def test_a_role_written_anew_keeps_the_facets_of_others(program: Program, tmp_path: Path) -> None:
    """A facet that stands in its file and that another role names stays as it was."""
    folder = tmp_path / "pack"
    drafted_from(
        program,
        folder,
        kurir=COURIER.format(name="Kurir", fits="teliti", not_fits="takut hujan"),
        loper=COURIER.format(name="Loper", fits="teliti", not_fits="malas bangun pagi"),
    )
    before = look_at(folder)
    profiles = read_sources(COURIER.format(name="Kurir", fits="ramah", not_fits="gugup").encode(), "kurir", "kurir")
    known = before.facets_without(["kurir"])

    write_draft(before, make_draft(profiles, known_facets(known), taken=list(known)), "Judul", "id")

    assert [] == list(check_pack(folder).errors)
    assert before.facets_without([])["ketelitian"] == look_at(folder).facets_without([])["ketelitian"]


def test_the_list_names_what_was_guessed_and_what_names_nothing(program: Program, tmp_path: Path) -> None:
    """With ``--yes``, each phrase that a question would have been about is in it."""
    text = COURIER.format(name="Kurir", fits="teliti", not_fits="gugup") + " Kamu tidak perlu kuat."
    (tmp_path / "kurir.txt").write_text(text, "utf-8")
    call = program("draft", str(tmp_path / "kurir.txt"), "--pack", str(tmp_path / "one"), "--yes")
    assert "- Kurir: the sentence “Kamu tidak perlu kuat.” names no facet.\n" in call.out

    texts = [str(TEXTS / f"{stem}.txt") for stem in ("akuntan-publik", "analis-data")]
    profiles = [read_sources(Path(one).read_bytes(), one, Path(one).stem)[0] for one in texts]
    call = program("draft", *texts, "--pack", str(tmp_path / "pack"), "--yes")
    guessed = make_draft(profiles, []).guessed

    assert guessed
    assert [] == [question.id[2] for question in guessed if f"“{question.id[2]}” is taken to name" not in call.out]


def test_every_old_file_is_kept(program: Program, tmp_path: Path) -> None:
    """Each time that a role is written anew, what was there before gets a name of its own."""
    folder = tmp_path / "pack"
    drafted_from(program, folder, kurir=COURIER.format(name="Kurir", fits="teliti", not_fits="takut hujan"))
    file = folder / "roles" / "kurir.yaml"
    before = [file.read_bytes()]
    for fits in ("ramah", "sabar", "jujur"):
        profiles = read_sources(COURIER.format(name="Kurir", fits=fits, not_fits="gugup").encode(), "kurir", "kurir")
        write_draft(look_at(folder), make_draft(profiles, []), "Judul", "id")
        before.append(file.read_bytes())

    names = ("kurir.yaml.lama", "kurir.yaml.lama-2", "kurir.yaml.lama-3", "kurir.yaml")
    assert before == [(file.parent / name).read_bytes() for name in names]


def test_a_copy_onto_a_pack_says_that_it_is_one(program: Program, tmp_path: Path) -> None:
    """Nothing in it changes, and what to do instead is told."""
    folder = tmp_path / "pack"
    program("draft", "--copy", "--pack", str(folder))
    before = contents(folder)
    call = program("draft", "--copy", "--pack", str(folder))

    assert (2, True, before) == (call.code, "this folder is a pack already" in call.err, contents(folder))


def test_a_draft_that_would_break_its_pack_is_not_written(program: Program, tmp_path: Path) -> None:
    """The pack is checked with the new files before one of them is there."""
    folder = tmp_path / "pack"
    drafted_from(program, folder, kurir=COURIER.format(name="Kurir", fits="teliti", not_fits="takut hujan"))
    before = contents(folder)
    profiles = read_sources(COURIER.format(name="Loper", fits="ramah", not_fits="ceroboh").encode(), "loper", "loper")

    with pytest.raises(DataError) as raised:
        write_draft(look_at(folder), make_draft(profiles, []), "Judul", "id")

    assert before == contents(folder)
    assert "loper.yaml" in raised.value.problems[0].where


def test_a_role_in_one_language_joins_a_pack_in_two(program: Program, tmp_path: Path) -> None:
    """The pack is sound at once; without the mark, ``check`` lists what is still to be translated."""
    folder = tmp_path / "pack"
    copied = program("draft", "--copy", "--pack", str(folder))
    assert (0, contents(Path(str(shipped_folder())))) == (copied.code, contents(folder))

    program("draft", PERAWAT, "--pack", str(folder), "--yes")
    assert 6 == len(load_pack(folder).roles)

    file = folder / "roles" / "perawat.yaml"
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("languages:")), "utf-8")
    call = program("check", str(folder))
    assert (1, True) == (call.code, "roles/perawat.yaml:1: name.en: this is missing." in call.err)


def test_a_form_is_as_long_as_is_said(program: Program, tmp_path: Path) -> None:
    """What tells roles apart least is only noted."""
    program("draft", *TWO, "--pack", str(tmp_path / "pack"), "--yes", "--items", "20")

    assert len(load_pack(tmp_path / "pack").items) <= 20


def test_a_text_may_come_by_standard_input(program: Program, tmp_path: Path) -> None:
    """Its role is found in the text; a single role is told to need another one."""
    call = program("draft", "-", "--pack", str(tmp_path / "pack"), stdin=Path(PERAWAT).read_bytes())

    assert (0, True) == (call.code, (tmp_path / "pack" / "roles" / "perawat.yaml").is_file())
    assert "- add at least one more role; the quiz compares two or more\n" in call.out


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (["draft", PERAWAT], 2, "Name the pack's folder"),
        (["draft", "--pack", "x"], 2, "Name a text"),
        (["draft", PERAWAT, "--copy", "--pack", "x"], 2, "--copy only copies"),
        (["draft", PERAWAT, PERAWAT, "--pack", "x", "--yes"], 2, "perawat: two texts about the same role"),
        (["draft", "none.txt", "--pack", "x", "--yes"], 1, "none.txt: can't be read"),
        (["draft", PERAWAT, "--pack", PERAWAT, "--yes"], 2, "this is not a folder"),
        (["draft", PERAWAT, "--pack", str(TEXTS), "--yes"], 2, "this folder holds other things"),
        (
            ["draft", str(OTHERS / "barista.expected.json"), PERAWAT, "--pack", "x", "--yes"],
            1,
            "barista.expected.json: ",
        ),
    ],
)
def test_what_can_not_be_drafted_writes_nothing(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], code: int, told: str
) -> None:
    """The call is told what is wrong with it, and no folder is made."""
    monkeypatch.chdir(tmp_path)
    call = program(*args)

    assert (code, "", True, []) == (call.code, call.out, told in call.err, list(tmp_path.iterdir()))


def talk(typed: str) -> tuple[list[str], str]:
    """What an author who types that gets: whose facet the phrase that is unsure names, and what was on show."""
    profiles = [
        profile
        for stem in ("akuntan-publik", "analis-data")
        for profile in read_sources((TEXTS / f"{stem}.txt").read_bytes(), stem, stem)
    ]
    shown = io.StringIO()
    draft = ask_author(partial(make_draft, profiles, []), PlainFace(io.StringIO(typed), shown), "en")
    found = [facet for facet in draft.facets if any("kerahasiaan data perusahaan" in one.text for one in facet.phrases)]
    return [role for facet in found for role in sorted(facet.roles)], shown.getvalue()


BOTH, ALONE = ["akuntan-publik", "analis-data"], ["analis-data"]


def test_an_author_decides_what_is_unsure() -> None:
    """One key each, the best guess first; what can be said is on show."""
    roles, shown = talk("1\n")

    assert BOTH == roles
    assert "What does “mampu menjaga kerahasiaan data perusahaan” name?" in shown
    assert {"1 Menjaga kerahasiaan", "2 A new facet", "3 No demand; leave it out"} <= set(shown.splitlines())


def test_an_author_decides_otherwise_or_leaves() -> None:
    """What is said counts; whoever leaves gets the best guesses for the rest."""
    assert (ALONE, [], BOTH) == (talk("2\n")[0], talk("3\n")[0], talk("q\n")[0])


def test_an_author_who_breaks_off_gets_nothing() -> None:
    """Where the input ends there is no draft."""
    with pytest.raises(CancelledError):
        talk("")


def test_what_is_not_asked_is_listed(program: Program, tmp_path: Path) -> None:
    """Role by role, every facet that is only noted; with more duties there are fewer of them."""
    folders = [tmp_path / name for name in ("plain", "all")]
    calls = [
        program("draft", PERAWAT, ANALIS, "--pack", str(folder), "--yes", *more)
        for folder, more in zip(folders, ((), ("--duties", "50")), strict=True)
    ]
    noted = [
        [facet["name"]["id"] for facet in look_at(folder).facets_without([]).values() if not facet.get("asked", True)]
        for folder in folders
    ]

    assert noted[0]
    assert [] == [name for name in noted[0] if name not in calls[0].out.split("What was guessed")[0]]
    assert [] == noted[1]


def test_check_tells_what_has_changed_since_a_copy(program: Program, tmp_path: Path) -> None:
    """An older version in a folder of its own is compared with the pack that is checked."""
    folder, older = tmp_path / "pack", tmp_path / "older"
    program("draft", *TWO, "--pack", str(folder), "--yes")
    shutil.copytree(folder, older)
    program("draft", ANALIS, "--pack", str(folder), "--yes")

    same, changed = (
        program("check", str(older), "--since", str(older)),
        program("check", str(folder), "--since", str(older)),
    )

    assert (0, True) == (same.code, "Nothing has changed since pack 0.1" in same.out)
    assert (0, True) == (changed.code, "\n  new roles: Analis Data\n" in changed.out)


def test_one_new_role_is_tried_by_its_name(program: Program, tmp_path: Path) -> None:
    """The next step asks about the role that was added, where it is one."""
    folder = tmp_path / "pack"
    program("draft", *TWO, "--pack", str(folder), "--yes")

    call = program("draft", ANALIS, "--pack", str(folder), "--yes")

    assert f"- try it: careerfit simulate --people 100 --pack {folder} --role analis-data\n" in call.out
