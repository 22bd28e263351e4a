"""A drafted role, and a new pack's catalogue, as YAML in the way that people write it here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from careerfit.core.model import SECTIONS
from careerfit.draft.drafting import FIRM, DraftedFacet, DraftedRole


def role_yaml(
    role: DraftedRole,
    facets: Iterable[DraftedFacet],
    kept: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
    *,
    one_language: bool,
) -> str:
    """A role's file.

    ``facets`` are the new ones that stand in it, ``kept`` those that stay as they are, by their keys; ``one_language``:
    the pack has English besides.
    """
    lines = [f"name: {_text(role.profile.name)}"]
    if one_language:
        lines += ["languages: [id] # hapus baris ini setelah teks Inggrisnya ditulis"]
    lines += ["sections:"]
    for section in SECTIONS:
        if role.profile.sections[section]:
            lines += [f"  {section}:", *_sentences(role.profile.sections[section], role.names[section])]
    if role.statements:
        lines += ["beliefs:", *(line for one in role.statements for line in _belief(*one))]
    own = list(facets)
    if own or kept:
        lines += ["facets:", *facet_lines(own), *_kept_lines(kept)]
    return "\n".join(lines) + "\n"


def catalogue_yaml(name: str, title: str, scale: Sequence[str], facets: Sequence[DraftedFacet]) -> str:
    """The catalogue of a new pack in Indonesian alone; ``facets`` are those of several roles."""
    lines = [f"name: {name}", 'version: "0.1"', "languages: [id]", f"title: {_text(title)}", "scale:"]
    lines += [f"  - {_text(label)}" for label in scale]
    if facets:
        lines += ["facets:", *facet_lines(facets)]
    return "\n".join(lines) + "\n"


def facet_lines(facets: Iterable[DraftedFacet]) -> Iterator[str]:
    """Facets as a part of a catalogue or of a role's file."""
    for facet in facets:
        note = "" if facet.items else " # draf: belum punya kalimat sendiri"
        yield f"  {facet.key}:{note}"
        yield f"    kind: {facet.kind}"
        yield f"    name: {_text(facet.name)}"
        if not facet.asked:
            yield "    asked: false"
        if facet.doing:
            yield f"    doing: {_text(facet.doing)}"
        if facet.items:
            yield "    items:"
            for number, (keyed, words) in enumerate(facet.items, start=1):
                yield f"      {facet.key}-{number}:"
                yield f"        keyed: {keyed}"
                yield f"        id: {_quoted(words)}"


def _kept_lines(facets: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Facets just as their file had them."""
    if facets:
        import yaml

        dumped = yaml.safe_dump(dict(facets), allow_unicode=True, sort_keys=False, width=1000)
        yield from (f"  {line}" for line in dumped.splitlines())


def _sentences(sentences: Sequence[str], names: Sequence[Mapping[str, tuple[str, float]]]) -> Iterator[str]:
    for sentence, named in zip(sentences, names, strict=True):
        yield f"    - id: {_quoted(sentence)}"
        if named:
            yield "      names:"
        for key, (phrase, near) in named.items():
            doubt = f" # draf: mirip {near:.0%}, periksa" if near < FIRM else ""
            yield f"        {key}: {_text(phrase)}{doubt}"


def _belief(statement: str, holds: bool, belief: str | None, reality: Sequence[str]) -> Iterator[str]:  # noqa: FBT001  # as it is kept
    yield f"  - statement: {_text(statement)}"
    yield f"    holds: {'true' if holds else 'false'}"
    if belief is not None:
        yield f"    belief: {_text(belief)}"
    yield "    reality:"
    yield from (f"      - {_text(part)}" for part in reality)


def _text(words: str) -> str:
    return f"{{id: {_quoted(words)}}}"


def _quoted(words: str) -> str:
    """A text in double quotes, as YAML and JSON both read it."""
    return json.dumps(words, ensure_ascii=False)
