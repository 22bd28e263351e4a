"""The lowest version of everything that the program needs, as constraints for pip: each ``>=`` taken as ``==``."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path


def lowest(requirement: str) -> str:
    """One requirement with its lower bound as its only version; raises where it has none."""
    found = re.match(r"([\w.-]+)(?:\[[^]]*\])?\s*>=\s*([\w.]+)", requirement)
    if found is None:
        raise ValueError(f"no lower bound: {requirement}")
    return f"{found[1]}=={found[2]}"


if __name__ == "__main__":
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    needed = [*project["dependencies"], *extras["cohort"], *extras["draft"]]
    sys.stdout.write("".join(f"{lowest(one)}\n" for one in needed))
