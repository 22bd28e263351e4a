"""The command line: options → one call → exit code. The only place that knows all the others."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the program on the arguments of this process, and leave it with an exit code."""
    try:
        from careerfit.cli.app import command
    except KeyboardInterrupt:
        sys.exit(130)
    command().main()
