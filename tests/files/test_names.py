"""People's names as parts of the names of files."""

from __future__ import annotations

import pytest

from careerfit.files.names import MOST, part_of_name


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        ("Siti Nurhaliza binti Tarudin", "-siti-nurhaliza-binti-tarudin"),
        ("Zoë  D'Ñ. (2)", "-zoe-d-n-2"),
        ("../../etc/passwd", "-etc-passwd"),
        ("a" * 50, f"-{'a' * MOST}"),
        (f"{'a' * MOST} b", f"-{'a' * MOST}"),
        (f"{'a' * (MOST - 1)} b", f"-{'a' * (MOST - 1)}"),
        ("王", ""),
        ("", ""),
    ],
)
def test_a_name_in_ascii(called: str, expected: str) -> None:
    """Words of small letters and digits, a hyphen before each, cut where a name is long; nothing where none is left."""
    assert expected == part_of_name(called)
