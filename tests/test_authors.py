"""What docs/authors.md says is so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.cli.conftest import Program, program  # noqa: F401  # a fixture
from tests.draft.reading import OTHERS

PAGE = (Path(__file__).parents[1] / "docs" / "authors.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    """What the page shows as that kind of text."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_text_on_the_page_becomes_what_the_page_shows(program: Program, tmp_path: Path, monkeypatch) -> None:  # noqa: F811
    """The commands of the page, typed as they stand there, make the file that it quotes, of a pack that is sound."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "barista.txt").write_text(blocks("text")[0], encoding="utf-8")
    shutil.copy(OTHERS / "teknisi.txt", tmp_path)
    drafts, checks = (command for command in blocks("sh") if "draft barista" in command or "check" in command)

    calls = [program(*line.split()[1:]) for line in (drafts, checks.splitlines()[0])]

    assert [0, 0] == [call.code for call in calls]
    made = (tmp_path / "kerja" / "roles" / "barista.yaml").read_text(encoding="utf-8")
    assert [] == [block for block in blocks("yaml") if block not in made]
