"""What holds of everything that strangers give, shown on what hypothesis makes up."""

from __future__ import annotations

import json
import shutil
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerfit.cli.commands.score import gather
from careerfit.core.answer_code import encode
from careerfit.core.model import Answers, Pack
from careerfit.pack import load_pack

from .outcome import outcome, usable
from .targets import BASE, TARGETS

MANY = settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = st.text(st.characters(codec=None), max_size=30)
"""Any characters, surrogates too: an operating system hands them over for bytes that are no text."""


def as_json(responses: Mapping[str, int]) -> str:
    """Answers as a JSON file."""
    return json.dumps(responses)


def as_yaml(responses: Mapping[str, int]) -> str:
    """Answers as a YAML file."""
    return yaml.safe_dump(dict(responses))


def as_floats(responses: Mapping[str, int]) -> str:
    """Answers as a spreadsheet may write them: 4.0 for 4, in CRLF, behind a mark of the order of bytes."""
    return (
        "\ufeff" + "".join(f"{key}: {response}.0\r\n" for key, response in responses.items()) + "{}" * (not responses)
    )


@given(data=st.data())
@MANY
@pytest.mark.parametrize(
    ("suffix", "write"), [(".json", as_json), (".yaml", as_yaml), ("", as_json), (".yml", as_floats)]
)
def test_answers_mean_the_same_in_every_form(
    pack: Pack, tmp_path: Path, suffix: str, write: Callable[[Mapping[str, int]], str], data: st.DataObject
) -> None:
    """The same answers come out of a file in any format, out of flags, and out of a code."""
    keys = st.sampled_from([item.key for item in pack.items])
    responses = data.draw(st.dictionaries(keys, st.integers(1, 5)))
    expected = Answers({item.key: responses[item.key] for item in pack.items if item.key in responses})
    file = tmp_path / f"answers{suffix}"
    file.write_text(write(responses), encoding="utf-8", newline="")

    assert expected == gather(pack, str(file), None, [])
    assert expected == gather(pack, None, None, [f"{key}={response}" for key, response in responses.items()])
    assert expected == gather(pack, None, encode(pack, expected), [])


@given(flags=st.lists(WORDS), value=WORDS)
@MANY
def test_any_flag_is_an_answer_or_a_harmless_problem(pack: Pack, flags: list[str], value: str) -> None:
    """Whatever is typed behind --answer, with a known key or without, is an answer or one that can be told."""
    for given_flags in (flags, [f"{pack.items[0].key}={value}"], [f"{value}=3"]):
        found = outcome(lambda words=given_flags: gather(pack, None, None, words))
        if found is not None:
            usable(pack, found)


@given(pairs=st.dictionaries(WORDS, st.recursive(st.none() | st.floats() | WORDS, st.lists, max_leaves=5), max_size=5))
@MANY
def test_any_json_is_answers_or_a_harmless_problem(pack: Pack, tmp_path: Path, pairs: dict[str, Any]) -> None:
    """Whatever keys and values a JSON file holds, nested or not, is answers or problems that can be told."""
    file = tmp_path / "answers.json"
    for keyed in (pairs, dict(zip(pack.item_by_key, pairs.values(), strict=False))):
        file.write_text(json.dumps(keyed), encoding="utf-8")
        found = outcome(lambda: gather(pack, str(file), None, []))
        if found is not None:
            usable(pack, found)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small pack to write into."""
    return Path(shutil.copytree(BASE, tmp_path_factory.mktemp("book") / "pack"))


@given(words=WORDS, plain=st.booleans())
@MANY
def test_a_packs_text_comes_out_as_it_went_in_or_is_refused(book: Path, words: str, plain: bool) -> None:
    """Any text loads as it is, composed, or is refused with one problem of its own line; nothing is altered."""
    catalogue: dict[str, Any] = yaml.safe_load((BASE / "catalogue.yaml").read_text(encoding="utf-8"))
    catalogue["title"]["en"] = words
    text = yaml.safe_dump(catalogue, allow_unicode=plain, sort_keys=False)
    (book / "catalogue.yaml").write_text(text, encoding="utf-8", errors="replace" if plain else "strict")
    found = outcome(lambda: load_pack(book))
    if found is not None:
        kept = words.encode("utf-8", "replace").decode("utf-8") if plain else words
        assert unicodedata.normalize("NFC", kept) == found.title.en


@pytest.mark.parametrize("target", TARGETS)
@given(data=st.binary(max_size=200))
@MANY
def test_any_bytes_do_to_every_target(tmp_path: Path, target: str, data: bytes) -> None:
    """Whatever the bytes, each parser gives a sound value or an error of ours that can be printed as it is."""
    TARGETS[target](data, tmp_path)
