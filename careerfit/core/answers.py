"""One person's answers, from the replies of an interview or from raw values, with every problem of these found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import repeat
from typing import NamedTuple

from careerfit.core.model import HIGHEST, LOWEST, Answers, DuelAnswer, Pack, Reply
from careerfit.errors import Problem, UsageError, did_you_mean
from careerfit.text import Text, escape

UNANSWERED = ("", "null", "~")
"""How a text says that an item is unanswered."""
NUMBER = re.compile(r"\+?[0-9]{1,12}(\.[0-9]{0,12})?")

UNUSABLE = Text("Ada jawaban yang tidak bisa dipakai:", "Some answers can't be used:")
NO_PAIR = Text("'{seen}' bukan KEY=NILAI; contoh: kunci=4.", "'{seen}' is not KEY=VALUE; for example key=4.")
UNKNOWN = Text(
    "'{key}' tidak dikenal.{hint} Daftarnya: careerfit questions --facets",
    "'{key}' is unknown.{hint} For a list: careerfit questions --facets",
)
TWICE = Text("'{key}' diisi dua kali; pakai sekali saja.", "'{key}' is given twice; give it once.")
NO_RESPONSE = Text(
    "'{key}': nilai {value} tidak bisa dipakai; isi angka bulat 1 sampai 5, atau null kalau tidak dijawab.",
    "'{key}': the value {value} can't be used; give a whole number from 1 to 5, or null for no answer.",
)


class Layer(NamedTuple):
    """One place that answers come from: pairs of key (item or facet) and raw value, and the name of the place.

    Pairs rather than a mapping, so that the same key twice can be told. ``lines`` says for each pair on which line it
    stands, in a place that has lines; ``problems`` is what could not even be read as a pair.
    """

    where: str
    pairs: tuple[tuple[str, object], ...]
    lines: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_flags(texts: Iterable[str], where: str) -> Layer:
    """The answers in words that were given in a place of that name, each ``KEY=VALUE``."""
    read = [read_flag(text, where) for text in texts]
    pairs = tuple(one for one in read if not isinstance(one, Problem))
    return Layer(where, pairs, problems=tuple(one for one in read if isinstance(one, Problem)))


def read_flag(text: str, where: str) -> tuple[str, object] | Problem:
    """``KEY=VALUE`` as a pair; the value as a number where it is one."""
    key, sign, value = text.partition("=")
    if not sign or not key.strip():
        return Problem(where, NO_PAIR.fill(seen=escape(text)))
    return key.strip(), read_value(value.strip())


def read_value(text: str) -> object:
    """What a text says as an answer: None for no answer, a number where it is one; else the text, which is none."""
    if text.lower() in UNANSWERED:
        return None
    if NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def check_response(value: object) -> int | None:
    """A raw value as a response from 1 to 5, or None for unanswered.

    Raises ``ValueError`` for anything else: booleans, text, NaN, fractions, numbers off the scale.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value not in range(LOWEST, HIGHEST + 1):
        raise ValueError(value)
    return int(value)


def from_replies(pack: Pack, replies: Iterable[Reply]) -> Answers:
    """The answers among the replies of an interview, items in the pack's order; what was skipped is no answer."""
    responses: dict[str, int] = {}
    duels: list[DuelAnswer] = []
    for reply in replies:
        if reply.duel is None and isinstance(reply.value, int):
            responses[reply.keys[0]] = reply.value
        elif reply.duel is not None and reply.value is not None:
            duels.append(DuelAnswer(*reply.duel, "left" if reply.value == "left" else "right"))
    return Answers({item.key: responses[item.key] for item in pack.items if item.key in responses}, tuple(duels))


def resolve(pack: Pack, layers: Iterable[Layer], duels: tuple[DuelAnswer, ...] = ()) -> Answers:
    """One person's answers from several places, each beating the ones before it; within one, an item beats its facet.

    Raises ``UsageError`` with every problem found: unknown keys (with a suggestion), bad values, the same key twice.
    """
    responses: dict[str, int | None] = {}
    problems: list[Problem] = []
    for layer in layers:
        responses.update(_resolve_layer(pack, layer, problems))
        problems += layer.problems
    if problems:
        raise UsageError(UNUSABLE, problems)
    return Answers({item.key: r for item in pack.items if (r := responses.get(item.key)) is not None}, duels)


def _resolve_layer(pack: Pack, layer: Layer, problems: list[Problem]) -> dict[str, int | None]:
    from careerfit.core.scoring import keyed_response  # help needs none of it

    by_facet: dict[str, int | None] = {}
    by_item: dict[str, int | None] = {}
    seen: set[str] = set()
    for (key, raw), line in zip(layer.pairs, layer.lines or repeat(0), strict=False):
        problem = _problem(pack, key, raw, seen, len(problems))
        seen.add(key)
        if problem is not None:
            problems.append(Problem(f"{layer.where}:{line}" if line else layer.where, problem))
        elif key in pack.item_by_key:
            by_item[key] = check_response(raw)
        else:
            strength = check_response(raw)
            for item in pack.facet(key).items:
                by_facet[item.key] = None if strength is None else keyed_response(item, strength)
    return by_facet | by_item


def _problem(pack: Pack, key: str, raw: object, seen: set[str], told: int) -> Text | None:
    if key not in pack.item_by_key and key not in pack.facet_index:
        hint = did_you_mean(key, [*pack.facet_index, *pack.item_by_key], told)
        return UNKNOWN.fill(key=escape(key), hint=hint)
    if key in seen:
        return TWICE.fill(key=key)
    try:
        check_response(raw)
    except ValueError:
        return NO_RESPONSE.fill(key=key, value=_spelt(raw))
    return None


def _spelt(raw: object) -> str:
    """A raw value as it may stand in a message: short, and text in quotes."""
    whole = isinstance(raw, float) and raw.is_integer()
    try:
        text = repr(raw) if isinstance(raw, str) else f"{raw:.0f}" if whole else str(raw)
    except (RecursionError, ValueError):  # nested too deep, or a whole number of thousands of digits
        text = type(raw).__name__
    return escape(text if len(text) <= 40 else f"{text[:37]}...")
