"""``python -m careerfit``."""

from __future__ import annotations

from careerfit.cli import main

if __name__ == "__main__":
    main()
