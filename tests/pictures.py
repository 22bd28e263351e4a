"""The pictures in docs/pictures: ``python -m tests.pictures`` makes them anew from the program as it is."""

from __future__ import annotations

import os

from .photos import PHOTOS, photographs, record
from .screens import ROOT, screens

FOLDER = ROOT / "docs" / "pictures"
RECORD = FOLDER / "report.sha256"
ANEW = "python -m tests.pictures"


def main() -> None:
    """Make every picture anew, and remove what is no longer one."""
    os.chdir(ROOT)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, make in screens().items():
        (FOLDER / name).write_text(make(), encoding="utf-8", newline="\n")
    lines = []
    for photo, image in photographs():
        (FOLDER / photo.name).write_bytes(image)
        lines.append(record(photo, image))
    RECORD.write_text("".join(lines), encoding="utf-8", newline="\n")
    known = {*screens(), *(photo.name for photo in PHOTOS), RECORD.name}
    for path in FOLDER.iterdir():
        if path.name not in known:
            path.unlink()


if __name__ == "__main__":
    main()
