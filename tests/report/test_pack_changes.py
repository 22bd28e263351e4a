"""What is different between two versions of a pack."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from careerfit.core.model import Pack
from careerfit.pack.load import load_pack, shipped_folder
from careerfit.report.views.pack_changes import since
from careerfit.text import LANGUAGES, Lang


def changed(place: Path, file: str, old: str, new: str) -> Pack:
    """The shipped pack with one text of a file in other words."""
    folder = place / "pack"
    shutil.copytree(Path(str(shipped_folder())), folder)
    content = (folder / file).read_text("utf-8")
    assert old in content
    (folder / file).write_text(content.replace(old, new, 1), "utf-8")
    return load_pack(folder)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_pack_has_not_changed(pack: Pack, lang: Lang) -> None:
    """One line says so, and that old codes hold."""
    assert 1 == len(since(pack, pack, lang))


def test_a_statement_in_other_words_is_told(pack: Pack, tmp_path: Path) -> None:
    """By its key, with how many answers can still be scored, and that the version is still the same."""
    item = pack.items[0]
    new = changed(tmp_path, "catalogue.yaml", item.text.en, "I do something else.")

    told = "\n".join(since(pack, new, "en"))

    assert f"statements in other words: {item.key}\n" in told
    assert f"{len(pack.items) - 1} of {len(pack.items)} old statements" in told
    assert f"The version is still the same ({pack.version})" in told


def test_a_role_that_is_gone_is_told(pack: Pack, tmp_path: Path) -> None:
    """A role less, and what nearly all roles ask for then, or no longer."""
    folder = tmp_path / "pack"
    shutil.copytree(Path(str(shipped_folder())), folder)
    gone = pack.roles[0]
    (folder / "roles" / f"{gone.slug}.yaml").unlink()
    new = load_pack(folder)

    told = "\n".join(since(pack, new, "en"))

    assert f"roles that are gone: {gone.name.en}\n" in told
    for headline, keys in (
        ("now asked for by nearly all roles", new.shared - pack.shared),
        ("no longer asked for by nearly all roles", pack.shared - new.shared),
    ):
        assert bool(keys) == (headline in told)
        assert [] == [key for key in keys if pack.facet(key).name.en not in told]


def test_a_relevance_that_changed_is_told(pack: Pack, tmp_path: Path) -> None:
    """With role and facet, and both numbers."""
    role = pack.roles[0]
    evidence = next(
        e for s in role.sentences for e in s.evidence if e.section == "cocok" and len(role.evidence(e.facet)) == 1
    )
    facet = pack.facet(evidence.facet)
    phrase = evidence.phrase.id
    content = Path(str(shipped_folder()), "roles", f"{role.slug}.yaml").read_text("utf-8")
    line = next(line for line in content.splitlines() if line.strip().startswith(f"{facet.key}:") and phrase in line)
    new = changed(tmp_path, f"roles/{role.slug}.yaml", line, line.replace("{", "{relevance: 0.5, ", 1))

    assert f"  {role.name.en}, {facet.name.en}: 1 before, 0.5 now" in since(pack, new, "en")
