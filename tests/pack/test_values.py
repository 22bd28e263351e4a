"""The plain values that a wheel holds of the shipped pack: used where they are whole, and done without where not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careerfit.pack import load
from careerfit.pack.load import built_values, load_pack, shipped_folder

from .contents import content


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where an installed package has the values; nothing is there yet."""
    monkeypatch.setattr(load, "BUILT", str(tmp_path / "profiles.json"))
    return tmp_path / "profiles.json"


def test_a_checkout_reads_the_yaml_itself() -> None:
    """Where the program runs from its sources there are no values that could be older than the YAML."""
    assert not (load.PACKAGE / "profiles.json").exists()


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"not json",
        b"\xff",
        b"[]",
        b"{}",
        b"[" * 200_000,
        b'{"fingerprint": "0123456789abcdef", "files": {}}',
        b'{"fingerprint": "0123456789abcdef", "files": {"catalogue.yaml": []}}',
        b'{"fingerprint": "0123456789abcdef", "files": {"catalogue.yaml": {"name": 1}}}',
    ],
    ids=range(9),
)
def test_damaged_values_are_passed_over(built: Path, damaged: bytes) -> None:
    """Where the values can't be read or make no pack, the YAML beside them is read, as where they are missing."""
    built.write_bytes(damaged)

    assert content(load_pack(shipped_folder())) == content(load_pack())


def test_values_cut_anywhere_are_passed_over(built: Path) -> None:
    """Whatever part of the values' file is missing, the pack is the same."""
    whole, expected = built_values(), content(load_pack(shipped_folder()))
    for end in (1, len(whole) // 3, len(whole) - 1):
        built.write_text(whole[:end], encoding="utf-8")
        assert expected == content(load_pack())


def test_another_pack_never_comes_from_the_values(built: Path) -> None:
    """The values are those of the shipped pack alone: a folder that is named is read from its own files."""
    values = json.loads(built_values())
    built.write_text(json.dumps(values | {"fingerprint": "0123456789abcdef"}), encoding="utf-8")

    assert "0123456789abcdef" == load_pack().fingerprint
    assert values["fingerprint"] == load_pack(shipped_folder()).fingerprint
