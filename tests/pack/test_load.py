"""Files → pack: what the values say, what is found where, what the folder itself can get wrong."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerfit.core.model import Belief, Evidence, Pack
from careerfit.core.relevance import default_items
from careerfit.errors import DataError
from careerfit.pack import load, load_pack
from careerfit.pack.folder import read_folder
from careerfit.pack.limits import MOST_FAULTS
from careerfit.pack.load import role_slugs, shipped_folder
from careerfit.text import Text

from .broken import messages
from .conftest import Edit


def test_shipped_pack_is_loaded_without_a_path(pack: Pack) -> None:
    """Without a path it is the pack in the shipped folder that is loaded."""
    assert load_pack(shipped_folder()).fingerprint == pack.fingerprint


def test_a_path_may_be_text(base: Path) -> None:
    """A path given as text is as good as a ``Path``."""
    assert "buku" == load_pack(str(base)).name


def test_roles_come_in_alphabetical_order(base: Path) -> None:
    """Roles stand in the order of their slugs, which are the stems of their files."""
    assert ["penulis", "penyunting"] == [role.slug for role in load_pack(base).roles]


def test_facets_of_a_role_come_after_those_of_the_catalogue(base: Path) -> None:
    """The catalogue's facets come first, in its order, then those that roles bring along."""
    assert ["cermat", "menulis-cerita", "sabar"] == [facet.key for facet in load_pack(base).facets]


def test_a_facet_of_a_roles_own_needs_no_more_than_kind_and_name(base: Path) -> None:
    """Family, duel phrase and items of a facet fall back to its key, its name and plain default items."""
    pack = load_pack(base)
    sabar = pack.facet("sabar")

    assert ("sabar", Text("Kesabaran", "Patience")) == (sabar.family, sabar.doing)
    assert default_items("sabar", "trait", sabar.name) == sabar.items
    assert Text("Kesabaran", "Patience") == pack.families["sabar"]


def test_a_family_has_the_name_that_the_catalogue_lists(base: Path) -> None:
    """A listed family keeps its own name beside that of its facets."""
    assert Text("Ketelitian", "Care") == load_pack(base).families["ketelitian"]


def test_default_and_stated_relevance(base: Path) -> None:
    """A stated relevance beats the default, which for a trait is 1 in cocok and ½ in duties."""
    pack = load_pack(base)

    assert [("cocok", 1.0), ("tidak_cocok", 1.0), ("duties", 1.0)] == [
        (e.section, e.relevance) for e in pack.role("penyunting").evidence("cermat")
    ]


def test_without_a_stated_relevance_a_trait_among_the_duties_counts_half(edited: Edit) -> None:
    """Taking the stated relevance away leaves the default of the section."""
    pack = load_pack(edited("roles/penyunting.yaml", ", relevance: 1}", "}"))

    assert 0.5 == pack.role("penyunting").section("duties")[0].evidence[0].relevance


def test_evidence_holds_the_sentence_and_the_phrase(base: Path) -> None:
    """Evidence is the whole sentence with the exact phrase, in both languages."""
    expected = Evidence(
        facet="menulis-cerita",
        section="duties",
        quote=Text("Penulis menulis cerita setiap hari.", "A writer writes stories every day."),
        phrase=Text("menulis cerita", "writes stories"),
        relevance=1.0,
    )

    assert (expected,) == load_pack(base).role("penulis").evidence("menulis-cerita")


def test_evidence_stands_in_the_order_of_its_sentence(edited: Edit) -> None:
    """The order of the keys under ``names`` has no meaning: evidence follows the sentence."""
    pack = load_pack(
        edited(
            "roles/penulis.yaml",
            'menulis-cerita: {id: "menulis cerita", en: "writes stories"}',
            'sabar: {id: "setiap hari", en: "every day"}\n'
            '        menulis-cerita: {id: "menulis cerita", en: "writes stories"}',
        )
    )

    assert ["menulis-cerita", "sabar"] == [e.facet for e in pack.role("penulis").section("duties")[0].evidence]


def test_beliefs_are_read(base: Path) -> None:
    """A misconception comes with what states it and what answers it."""
    expected = Belief(
        statement=Text("Menulis itu cepat.", "Writing is quick."),
        holds=False,
        belief=Text("menulis itu cepat", "writing is quick"),
        reality=(Text("menulis itu lama", "writing takes long"),),
    )

    assert (expected,) == load_pack(base).role("penulis").beliefs


def test_brackets_are_only_text(edited: Edit) -> None:
    """What looks like markup is kept as it stands."""
    pack = load_pack(edited("roles/penulis.yaml", 'en: "Writer"', 'en: "[bold]Writer[/x]"'))

    assert "[bold]Writer[/x]" == pack.role("penulis").name.en


def test_letters_with_accents_compare_equal_however_they_are_composed(edited: Edit) -> None:
    """A phrase is found in its sentence whether its letters are composed or not."""
    edited("roles/penulis.yaml", "Orang yang sabar", "Orang yang saba\u0301r")
    pack = load_pack(
        edited(
            "roles/penulis.yaml",
            'sabar: {id: "sabar", en: "is patient"}',
            'sabar: {id: "sab\u00e1r", en: "is patient"}',
        )
    )

    assert "Orang yang sab\u00e1r cocok di sini." == pack.role("penulis").section("cocok")[0].text.id


def test_windows_line_ends_and_byte_order_mark_are_read(base: Path) -> None:
    """A file that was saved on another system is the same file."""
    before = load_pack(base).fingerprint
    file = base / "roles" / "penulis.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))

    assert before == load_pack(base).fingerprint


def test_hidden_files_and_others_are_left_alone(base: Path) -> None:
    """What editors and systems leave beside the roles is no role."""
    before = load_pack(base).fingerprint
    for name in (".DS_Store", "._penulis.yaml", "penulis.yaml~", "README.md"):
        (base / "roles" / name).write_bytes(b"\x00\xff")

    assert before == load_pack(base).fingerprint


def test_missing_folder(tmp_path: Path) -> None:
    """A folder that is not there is named, with what is wrong."""
    assert [f"{tmp_path}/x: there is no such folder."] == messages(tmp_path / "x", "en")


def test_file_instead_of_a_folder(base: Path) -> None:
    """A file is no pack: the message says what to name instead."""
    expected = "this is not a folder; name the folder that holds catalogue.yaml."

    assert [f"{base}/catalogue.yaml: {expected}"] == messages(base / "catalogue.yaml", "en")


def test_folder_that_the_system_will_not_read() -> None:
    """What the system refuses is told in one line, with its reason."""
    name = "x" * 300

    assert [f"{name}: can't be read: File name too long."] == messages(Path(name), "en")


def test_linked_roles_folder(base: Path) -> None:
    """A roles folder that is a link would let a pack read files from anywhere."""
    (base / "roles").rename(base / "elsewhere")
    (base / "roles").symlink_to("elsewhere")

    assert ["roles: this is a link to somewhere else; put the file itself into the pack."] == messages(base, "en")


def test_a_missing_shipped_pack_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without its pack says so, instead of falling over."""
    monkeypatch.setattr(load, "PACKAGE", tmp_path)
    monkeypatch.setattr(load, "BUILT", "profiles.json")
    with pytest.raises(DataError) as caught:
        load_pack()

    expected = "the shipped pack is missing; install careerfit again, or name another pack with --pack."
    assert [f"{tmp_path / 'profiles'}: {expected}"] == [problem.line("en") for problem in caught.value.problems]


def test_role_slugs_are_those_of_the_pack(pack: Pack) -> None:
    """The slugs alone are those of the pack's roles, in the same order."""
    assert [role.slug for role in pack.roles] == role_slugs()


def test_role_slugs_stand_in_their_own_order(base: Path) -> None:
    """Slugs are sorted as slugs, as the pack's roles are, not as the names of files."""
    (base / "roles" / "penyunting.yaml").rename(base / "roles" / "penulis-lepas.yaml")

    assert ["penulis", "penulis-lepas"] == role_slugs(base) == [role.slug for role in load_pack(base).roles]


def test_role_slugs_take_no_reading(base: Path) -> None:
    """What is in the files does not matter, and what can't be a role's file has no slug."""
    (base / "roles" / "penulis.yaml").write_bytes(b"\xff")
    for name in ("Besar.yaml", ".penulis.yaml", "lain.yml", "README.md"):
        (base / "roles" / name).touch()

    assert ["penulis", "penyunting"] == role_slugs(base)


@pytest.mark.parametrize("name", ["nothing", "catalogue.yaml", "x" * 300])
def test_there_are_no_role_slugs_in_what_is_no_pack(base: Path, name: str) -> None:
    """Where no folder of roles can be listed, none are offered."""
    assert [] == role_slugs(base / name)


def test_too_many_facets_and_items(base: Path) -> None:
    """Limits count over all files together."""
    facet = '  f{n}:\n    kind: trait\n    name: {{id: "Faset {n}", en: "Facet {n}"}}\n'
    item = '      f{n}-{m}: {{keyed: {k}, id: "Butir {n} {m}", en: "Item {n} {m}"}}\n'
    text = "".join(
        facet.format(n=n) + "    items:\n" + "".join(item.format(n=n, m=m, k=(1, -1)[m % 2]) for m in range(1, 9))
        for n in range(299)
    )
    with (base / "catalogue.yaml").open("a", encoding="utf-8") as file:
        file.write(text)

    assert [
        "catalogue.yaml: this pack has 2396 items; at most 1000 will do.",
        "catalogue.yaml: this pack has 302 facets; at most 300 will do.",
        "catalogue.yaml:13: facets: this must hold at most 300, not 301.",
    ] == messages(base, "en")


def test_a_million_faults_are_not_all_told(base: Path) -> None:
    """The first thousand faults are told, and that there are more; files behind them are not even read."""
    junk = "".join(f"k{n}: x\n" for n in range(MOST_FAULTS))
    for name in ("a", "b", "c"):
        (base / "roles" / f"{name}.yaml").write_text(junk, encoding="utf-8")

    told = messages(base, "en")

    assert "there are more problems; mend these 1000 first." == told.pop()
    assert MOST_FAULTS == len(told)
    assert all(line.startswith("roles/a.yaml:") for line in told)


def test_only_the_first_unknown_names_come_with_a_suggestion(base: Path) -> None:
    """Ten unknown names of a kind are compared with what is known; more of them would take for ever."""
    names = "".join(f"        cerma{n}: {{id: naskah, en: text}}\n" for n in range(20))
    file = base / "roles" / "penulis.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("      names:\n", "      names:\n" + names, 1), encoding="utf-8")

    told = [line for line in messages(base, "en") if "this facet is unknown" in line]

    assert 20 == len(told)
    assert 10 == sum("Did you mean 'cermat'?" in line for line in told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a: &a [" + "x," * 9 + "]\n" + "".join(f"{c}: &{c} [*{p},*{p}]\n" for p, c in pairwise("abcdefghi")),
            "anchor",
        ),
        ("[" * 500_000, "levels"),
        ("{a: " * 200_000, "levels"),
        ("- " * 400_000, "levels"),
        ("name: [" + "1," * 500_000 + "]", "values"),
        ("? " * 400_000, "levels"),
        ('"' + "\\x41" * 250_000 + '"', "must be a mapping"),
        ("a" * 1_000_000, "must be a mapping"),
    ],
    ids=["laughs", "lists", "mappings", "dashes", "long", "keys", "escapes", "word"],
)
def test_bombs_are_refused_at_once(base: Path, text: str, expected: str) -> None:
    """A file made to exhaust the reader is refused within seconds of the processor, before it grows."""
    (base / "roles" / "penulis.yaml").write_text(text, encoding="utf-8")
    started = process_time()

    told = messages(base, "en")

    assert expected in told[0]
    assert process_time() - started < 5


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    junk=st.one_of(
        st.binary(max_size=300),
        st.text(alphabet="ab:-[]{}&*!|>'\"#%@\n \t,?<~1\x00é\u202e", max_size=80).map(str.encode),
    )
)
def test_whatever_a_file_holds_loading_ends_in_a_told_problem(base: Path, junk: bytes) -> None:
    """No content of a file leads to anything but a list of problems, each in one line."""
    (base / "roles" / "penulis.yaml").write_bytes(junk)

    told = messages(base, "en")

    assert told
    assert all("\n" not in line and line.isprintable() for line in told)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_line_leads_to_a_pack_or_to_told_problems(base: Path, data: st.DataObject) -> None:
    """Any line of a sound pack may be lost, doubled or cut: the pack loads, or the problems name a file."""
    file = base / data.draw(st.sampled_from(["catalogue.yaml", "roles/penulis.yaml", "roles/penyunting.yaml"]))
    sound = file.read_text(encoding="utf-8")
    lines = sound.splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    lines[at] = data.draw(
        st.sampled_from(["", lines[at] * 2, lines[at][: len(lines[at]) // 2] + "\n", lines[at].lstrip()])
    )
    file.write_text("".join(lines), encoding="utf-8")
    try:
        told = messages(base, "id")
    finally:
        file.write_text(sound, encoding="utf-8")

    assert all(line.startswith(("catalogue.yaml", "roles")) for line in told)


def test_reading_gives_up_on_nothing_after_the_first_fault(base: Path) -> None:
    """A file that cannot be read at all does not hide what is wrong in the others."""
    (base / "catalogue.yaml").write_text("name: [", encoding="utf-8")
    file = base / "roles" / "penulis.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('en: "Writer"', 'en: ""'), encoding="utf-8")

    assert [
        "catalogue.yaml:1: the YAML is broken here; check quotes, colons, indentation and tabs (use spaces).",
        "roles/penulis.yaml:1: name.en: this text is empty.",
    ] == messages(base, "en")


def test_a_folder_remembers_where_everything_stands(base: Path) -> None:
    """A fault names the line of the key, or of the list's element, that it speaks of."""
    role = read_folder(base).roles[0]
    lines = {
        path: role.fault(path, "missing-key").line
        for path in [("name",), ("sections", "cocok", 0), ("facets", "sabar", "name", "en")]
    }

    assert {("name",): 1, ("sections", "cocok", 0): 9, ("facets", "sabar", "name", "en"): 31} == lines
