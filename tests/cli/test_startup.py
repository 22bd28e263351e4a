"""What a call does not use, it does not load: as it is installed, not even what reads packs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CODE = """
import sys
from careerfit.cli import main
sys.argv = ["careerfit", *sys.argv[1:]]
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""
COMPLETION = {"_CAREERFIT_COMPLETE": "complete_bash", "COMP_WORDS": "careerfit profile m", "COMP_CWORD": "2"}
NEVER = {
    "careerfit.pack.folder",
    "careerfit.pack.rules",
    "hashlib",
    "jinja2",
    "numpy",
    "platformdirs",
    "polars",
    "prompt_toolkit",
    "pydantic",
    "questionary",
    "sqlite3",
    "yaml",
}


def loaded(installed: Path, args: list[str], env: dict[str, str]) -> set[str]:
    """The modules that a call of the installed program has loaded at its end."""
    env = os.environ | {"PYTHONPATH": str(installed)} | env
    done = subprocess.run([sys.executable, "-P", "-c", CODE, *args], capture_output=True, env=env, check=True)
    return set(done.stderr.decode().split())


@pytest.mark.parametrize(
    ("args", "env", "more"),
    [
        (["score", "--answer", "analisis=4", "--format", "json"], {}, {"rich", "careerfit.report"}),
        (["profile", "manajer", "--format", "json"], {}, {"rich"}),
        (["profile", "manajer"], {}, {"rich.markdown", "rich.progress", "careerfit.core.person"}),
        (["roles", "--format", "json"], {}, {"rich", "careerfit.core.person"}),
        (["score", "--help"], {}, {"rich", "careerfit.pack", "careerfit.core.scoring"}),
        (["--version"], {}, {"rich", "careerfit.pack", "careerfit.core.scoring"}),
        ([], COMPLETION, {"rich", "careerfit.core.relevance", "careerfit.core.scoring", "careerfit.report"}),
    ],
    ids=["score", "profile as JSON", "profile", "roles", "help", "version", "completion"],
)
def test_a_call_loads_what_it_uses(installed: Path, args: list[str], env: dict[str, str], more: set[str]) -> None:
    """Of what only other calls need, nothing is imported."""
    found = loaded(installed, args, env)

    assert "typer" in found
    assert set() == found & (NEVER | more)
