"""What README.md says is so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import careerfit

from .help_pages import pages

README = Path(__file__).parents[1] / "README.md"
TEXT = README.read_text(encoding="utf-8")
COMMANDS = re.findall(r"(?m)^ *(careerfit(?: [^#\n]*)?)", "\n".join(re.findall(r"(?s)```sh\n(.*?)```", TEXT)))
LINKS = re.findall(r"]\(([^)]+)\)", TEXT)
MOST_LINES = 200
HELP = dict(pages())


def test_it_is_soon_read() -> None:
    """The README stays short."""
    assert len(TEXT.splitlines()) <= MOST_LINES


@pytest.mark.parametrize("link", sorted({link for link in LINKS if not link.startswith("https://")}))
def test_links_lead_somewhere(link: str) -> None:
    """Every link within the repository names a file or folder that is there, or a heading of the README."""
    headings = {re.sub(r"\W+", "-", heading.lower()) for heading in re.findall(r"(?m)^#+ (.*)$", TEXT)}
    assert link.removeprefix("#") in headings if link.startswith("#") else (README.parent / link).exists()


def test_the_example_has_a_clear_result() -> None:
    """The first command shows a ranked and explained result with a verdict."""
    import yaml

    answers = yaml.safe_load((README.parent / "docs" / "example-answers.yaml").read_text(encoding="utf-8"))
    result = careerfit.score(careerfit.load_pack(), answers)
    assert result.verdict.kind == "clear"
    assert result.ranking[0].role == "kepala-pusat-pelayanan-sosial"


def test_the_library_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The Python in the README runs as it stands."""
    (code,) = re.findall(r"(?s)```python\n(.*?)```", TEXT)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102  # it is our own
    assert capsys.readouterr().out.endswith("unclear\n")


@pytest.mark.parametrize("line", sorted(set(map(str.strip, COMMANDS))))
def test_the_tours_name_what_there_is(line: str) -> None:
    """Every command of the tours is one that the program knows, with options that its help names."""
    words = shlex.split(line.partition(">")[0])
    path = next(" ".join(words[:n]) for n in (3, 2, 1) if " ".join(words[:n]) in HELP)
    assert (len(words) > 1) == (path != "careerfit")
    assert {word for word in words if word.startswith("-")} <= set(re.findall(r"--?[a-z]+", HELP[path]))
