"""The command line: options → one call → exit code. The only place that knows all the others."""

from __future__ import annotations


def main() -> None:
    """Run the program on the arguments of this process, and leave it with the exit code."""
    from careerfit.cli.app import command

    command().main()
