"""The command line: options → one call → exit code. The only place that knows all the others."""

from __future__ import annotations

import gc
import sys

OBJECTS = 100_000
"""So many new objects make Python look for garbage: after its own 700, it would do so all through a short call."""


def main() -> None:
    """Run the program on the arguments of this process, and leave it with an exit code."""
    gc.set_threshold(OBJECTS)
    try:
        from careerfit.cli.app import command
    except KeyboardInterrupt:
        sys.exit(130)
    try:
        command().main()
    finally:
        gc.freeze()  # at its end, Python looks through what is left no more: the system takes all of it anyway
