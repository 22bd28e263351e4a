"""The JSON documents of a pack, and what all documents have: plain dictionaries, texts in both languages or in one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from careerfit.core.explain import MARKS_MOST, marks
from careerfit.core.model import SECTIONS, Evidence, Pack, Role
from careerfit.text import Lang, Text, is_hidden

if TYPE_CHECKING:
    from datetime import datetime

SCHEMA_VERSION = 1

Document = dict[str, object]


def text(value: Text, lang: Lang | None) -> object:
    """A text in one language, or as a mapping of both where none is asked for."""
    return {"id": value.id, "en": value.en} if lang is None else value.pick(lang)


def document(pack: Pack, content: Document) -> Document:
    """A document of that content, begun with what every document has: the schema's version and the pack."""
    return {
        "schema_version": SCHEMA_VERSION,
        "pack": {
            "name": pack.name,
            "version": pack.version,
            "fingerprint": pack.fingerprint,
            **_real_people(pack),
        },
        **content,
    }


def _real_people(pack: Pack) -> Document:
    """The reference group and the measured constants in use; nothing where there are none."""
    used: Document = {}
    if pack.reference:
        used["norms"] = {"people": pack.reference.people, "made": pack.reference.made}
    if pack.measured:
        used["measured"] = pack.measured._asdict()
    return used


def utc(moment: datetime) -> str:
    """A moment for programs: ISO 8601 in UTC, to the second."""
    from datetime import UTC

    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def json_text(document: Mapping[str, object], *, ascii_only: bool = False) -> str:
    """A document as JSON text, with every character escaped that is not for reading."""
    found = json.dumps(document, ensure_ascii=ascii_only, indent=2, allow_nan=False)
    return re.sub(r"[^\n -~]", lambda char: json.dumps(char[0])[1:-1] if is_hidden(char[0]) else char[0], found) + "\n"


def evidence_document(evidence: Evidence, lang: Lang | None) -> Document:
    """A piece of evidence: the section, the sentence and the phrase in it."""
    return {
        "section": evidence.section,
        "quote": text(evidence.quote, lang),
        "phrase": text(evidence.phrase, lang),
    }


def questions_document(pack: Pack, lang: Lang | None = None) -> Document:
    """The document of ``careerfit questions``: every item with its relevance for every role."""
    items = [
        {
            "key": item.key,
            "facet": item.facet,
            "family": facet.family,
            "kind": facet.kind,
            "keyed": item.keyed,
            "shared": item.facet in pack.shared,
            "text": text(item.text, lang),
            "relevance": {role.slug: row[column] for role, row in zip(pack.roles, pack.relevance, strict=True)},
        }
        for column, facet in enumerate(pack.facets)
        for item in facet.items
    ]
    return document(pack, {"items": items})


def facets_document(pack: Pack, lang: Lang | None = None) -> Document:
    """The document of ``careerfit questions --facets``: every facet with the keys of its items."""
    facets = [
        {
            "key": facet.key,
            "name": text(facet.name, lang),
            "kind": facet.kind,
            "family": facet.family,
            "shared": facet.key in pack.shared,
            "items": [item.key for item in facet.items],
        }
        for facet in pack.facets
    ]
    return document(pack, {"facets": facets})


def roles_document(pack: Pack, lang: Lang | None = None) -> Document:
    """The document of ``careerfit roles``: each role with the facets that set it apart most."""
    roles = [
        {"role": role.slug, "name": text(role.name, lang), "distinctive": distinctive(pack, role)[:MARKS_MOST]}
        for role in pack.roles
    ]
    return document(pack, {"roles": roles})


def distinctive(pack: Pack, role: Role) -> list[str]:
    """The keys of the facets that set a role apart from all others, the one that does most first."""
    return [mark.facet for mark in marks(pack, pack.role_index[role.slug])]


def profile_document(pack: Pack, role: Role, lang: Lang | None = None, sections: Sequence[str] = SECTIONS) -> Document:
    """The document of ``careerfit profile``: each sentence of the sections asked for, with the facets it names."""
    return document(
        pack,
        {
            "role": role.slug,
            "name": text(role.name, lang),
            "sections": {
                section: [
                    {
                        "text": text(sentence.text, lang),
                        "names": [
                            {"facet": e.facet, "phrase": text(e.phrase, lang), "relevance": e.relevance}
                            for e in sentence.evidence
                        ],
                    }
                    for sentence in role.section(section)
                ]
                for section in SECTIONS
                if section in sections
            },
            "beliefs": [
                {
                    "statement": text(belief.statement, lang),
                    "holds": belief.holds,
                    "belief": text(belief.belief, lang) if belief.belief else None,
                    "reality": [text(part, lang) for part in belief.reality],
                }
                for belief in role.beliefs
            ],
            "distinctive": distinctive(pack, role),
        },
    )


def compare_document(pack: Pack, roles: Sequence[Role], lang: Lang | None = None) -> Document:
    """The document of ``careerfit compare``: what each role asks for, facet by facet, and how it says it differs."""
    rows = {role.slug: pack.relevance[pack.role_index[role.slug]] for role in roles}
    return document(
        pack,
        {
            "roles": [{"role": role.slug, "name": text(role.name, lang)} for role in roles],
            "facets": [
                {
                    "facet": facet.key,
                    "kind": facet.kind,
                    "shared": facet.key in pack.shared,
                    "relevance": {slug: row[column] for slug, row in rows.items()},
                }
                for column, facet in enumerate(pack.facets)
            ],
            "differences": {
                role.slug: [text(sentence.text, lang) for sentence in role.section("differences")] for role in roles
            },
        },
    )
