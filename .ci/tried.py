"""Whether everything that is installed here has the version that ``tests/constraints.txt`` says it was tried with."""

from __future__ import annotations

import re
import sys
from importlib.metadata import distributions
from pathlib import Path

OWN = {"careerfit", "pip"}
"""The program itself, and what came with Python."""


def main() -> int:
    """Compare what is installed with the file; 1 where something else is installed, which the last lines name."""
    lines = Path("tests/constraints.txt").read_text(encoding="utf-8").splitlines()
    tried = {line.partition(" ")[0] for line in lines}
    names = {re.sub("[-_.]+", "-", one.name).lower(): one.version for one in distributions()}
    others = sorted(f"{name}=={version}" for name, version in names.items() if name not in OWN)
    untried = [one for one in others if one not in tried]
    if untried:
        sys.stdout.write("not in tests/constraints.txt, which README.md says how to renew:\n")
        sys.stdout.write("".join(f"{one}\n" for one in untried))
        return 1
    sys.stdout.write(f"all {len(others)} packages are in tests/constraints.txt\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
