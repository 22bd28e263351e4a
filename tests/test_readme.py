"""What README.md says is so."""

from __future__ import annotations

import re
import shlex

import pytest

import careerfit

from .readme import BLOCK, README, block

TEXT = README.read_text(encoding="utf-8")
COMMANDS = re.findall(r"(?m)^(careerfit(?: [^#\n]*)?)", "\n".join(re.findall(r"(?s)```sh\n(.*?)```", TEXT)))


def test_row_16_help_is_the_programs_own() -> None:
    """The help pages are those of the program; ``python -m tests.readme`` writes them anew."""
    found = BLOCK.search(TEXT)
    assert found is not None
    assert block() == TEXT[found.end(1) : found.start(2)]


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
    """Every command of the tours is one that the program knows, with options that it takes."""
    from careerfit.cli.app import COMMANDS as KNOWN
    from careerfit.cli.command import build

    words = shlex.split(line.partition(">")[0])[1:]
    if not words:
        return
    command = build(words[0], KNOWN[words[0]])
    options = {name for param in command.params for name in param.opts}
    assert {word for word in words[1:] if word.startswith("-")} <= options
