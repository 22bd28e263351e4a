"""What is worth a look in a sound pack: nothing of it is wrong, and each has a way to be better."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

from careerfit.core.explain import marks
from careerfit.core.model import DEMANDS, Pack
from careerfit.core.relevance import BREAKER_ITEMS, SHARE, family_items, family_support, named_breakers
from careerfit.core.scoring import SLACK
from careerfit.pack import limits
from careerfit.pack.faults import Fault, Path, message
from careerfit.pack.folder import looks_meant
from careerfit.pack.rules import Declared, Texts, declared, sentences_of
from careerfit.text import LANGUAGES, Text, clean, number

if TYPE_CHECKING:
    from careerfit.pack.folder import Folder
    from careerfit.pack.yaml_reader import Document

_OLD = re.compile(rf"{re.escape(limits.OLD)}(-[0-9]+)?$")
OF_PEOPLE = ("readme", "license", "licence", "lisensi", "changelog", "baca")
"""What files are called that are for people to read."""
NAMING = ("duties", *DEMANDS)
"""The sections whose sentences name facets."""
TWIN_NAMES = 0.65
"""Facets of one role whose names share more than this of their words are hard to tell apart."""
COUNTED = {
    "id": re.compile(
        r"\b(\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh) (peran|profesi|pekerjaan|karier|jabatan)\b"
    ),
    "en": re.compile(
        r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten) (roles|professions|jobs|careers|positions)\b"
    ),
}


def looks(folder: Folder, pack: Pack) -> Iterator[Fault]:
    """All that is worth a look in a sound pack, which was read from that folder."""
    facets = declared(folder)
    for facet in facets:
        yield from _wording(facet, pack)
    yield from _breakers(facets, pack)
    yield from _rivals(folder, pack)
    yield from _long_labels(folder, facets)
    yield from _unread(folder)
    for file in folder.files:
        yield from _cut_texts(file)
    catalogue, roles = folder.files[0], folder.roles
    for lang in LANGUAGES:
        if COUNTED[lang].search(catalogue.data["title"].get(lang, "").lower()):
            yield catalogue.fault(("title", lang), "counting-title")
    asked = {facet.key: facet for facet in facets if facet.asked}
    named = {key for role in roles for _, sentence in sentences_of(role) for key in sentence.get("names", {})}
    for key, facet in asked.items():
        if "doing" not in facet.data and key in named:
            yield facet.fault((), "no-doing")
    names = {key: facet.data["name"] for key, facet in asked.items()}
    for role in roles:
        yield from _role(role)
        yield from _near_twins(role, names)


def notes(folder: Folder, pack: Pack) -> Iterator[Fault]:
    """What follows from a pack's content and is good to know: families that are barely shared, or barely not."""
    facets = declared(folder)
    threshold = SHARE * len(pack.roles)
    for family, support in family_support(pack.relevance, pack.facets).items():
        if abs(support - threshold) <= limits.NEAR + SLACK:
            yield _of_family(facets, family, "barely", support=_number(support), threshold=_number(threshold))


def _unread(folder: Folder) -> Iterator[Fault]:
    """Files of the pack that nothing reads."""
    for name in sorted(entry.name for entry in folder.place.iterdir()):
        if looks_meant(name) and name not in (limits.CATALOGUE_FILE, limits.NORMS_FILE, limits.MEASURED_FILE):
            yield Fault(name, 0, (), message("not-read"))
    for place, prefix in ((folder.place, ""), (folder.place / limits.ROLES_FOLDER, f"{limits.ROLES_FOLDER}/")):
        for name in sorted(entry.name for entry in place.iterdir() if entry.is_file()):
            low = name.lower()
            known = low.endswith(limits.LOOKALIKES) or _OLD.search(low)
            if not known and not name.startswith(".") and not low.startswith(OF_PEOPLE):
                yield Fault(prefix + name, 0, (), message("unread"))


def _cut_texts(file: Document) -> Iterator[Fault]:
    for line, rest in file.cut_texts:
        yield Fault(file.name, line, (), message("cut-text", rest=clean(rest)[:40]))


def _role(role: Document) -> Iterator[Fault]:
    sections: Mapping[str, list[dict[str, Any]]] = role.data["sections"]
    if "languages" in role.data:
        missing = _in_one_language(role.data)
        yield role.fault(("languages",), "one-language" if missing else "both-languages", missing=missing)
    for section in NAMING:
        for at, sentence in enumerate(sections.get(section, [])):
            if not sentence.get("names"):
                yield role.fault(("sections", section, at), "nameless")
    if not sections.get("differences"):
        yield role.fault(("sections",), "no-differences")
    if not role.data.get("beliefs"):
        yield role.fault((), "no-beliefs")
    told = [part for belief in role.data.get("beliefs", []) for part in _quotes(belief)]
    for at, sentence in enumerate(sections.get("expectations", [])):
        if role.data.get("beliefs") and not any(part in text for part in told for text in sentence.values()):
            yield role.fault(("sections", "expectations", at), "unanswered")


def _in_one_language(data: object) -> int:
    """How many texts among some values stand in one language alone."""
    if isinstance(data, Mapping):
        said = [lang for lang in LANGUAGES if lang in data]
        return len(said) == 1 or sum(map(_in_one_language, data.values()))
    return sum(map(_in_one_language, data)) if isinstance(data, list) else 0


def _quotes(belief: Mapping[str, Any]) -> Iterator[str]:
    for part in (*belief["reality"], belief.get("belief", {})):
        yield from (text for text in part.values())


def _near_twins(role: Document, names: Mapping[str, Mapping[str, str]]) -> Iterator[Fault]:
    """Facets of one role that are called nearly the same."""
    first: dict[str, Path] = {}
    for path, sentence in sentences_of(role):
        for key in sentence.get("names", {}):
            if key in names:
                first.setdefault(key, (*path, "names", key))
    for one, other in combinations(first, 2):
        if any(_alike(names[one].get(lang, ""), names[other].get(lang, "")) for lang in LANGUAGES):
            yield role.fault(first[other], "near-twins", other=one)


def _alike(one: str, other: str) -> bool:
    a, b = set(one.lower().split()), set(other.lower().split())
    return bool(a and b) and len(a & b) / len(a | b) > TWIN_NAMES


def _wording(facet: Declared, pack: Pack) -> Iterator[Fault]:
    if not facet.asked:
        return
    if facet.key not in pack.facet_index:
        yield facet.fault((), "unnamed")
    elif not facet.items:
        yield facet.fault((), "unworded")
    for key, item in facet.items.items():
        for lang in LANGUAGES:
            if (count := len(item.get(lang, "").split())) > limits.MOST_WORDS:
                yield facet.fault(("items", key, lang), "long-item", count=count, most=limits.MOST_WORDS)
    for (_, before), (key, item) in pairwise(facet.items.items()):
        if before["keyed"] == item["keyed"]:
            yield facet.fault(("items", key, "keyed"), "key-order", keyed=item["keyed"])


def _breakers(facets: list[Declared], pack: Pack) -> Iterator[Fault]:
    """Families that lack items to break deals."""
    for family in named_breakers(pack.roles, pack.facets):
        if (count := len(family_items(pack.facets, family))) < BREAKER_ITEMS:
            yield _of_family(facets, family, "breaker", count=count, least=BREAKER_ITEMS)


def _of_family(facets: list[Declared], family: str, code: str, **params: object) -> Fault:
    """A fault of a family: where it is listed, else at the first of its facets."""
    first = next(facet for facet in facets if facet.data.get("family", facet.key) == family)
    if family in first.file.data.get("families", {}):
        return first.file.fault(("families", family), code, **params)
    return first.fault((), code, **params)


def _rivals(folder: Folder, pack: Pack) -> Iterator[Fault]:
    rows = dict(zip((role.slug for role in pack.roles), pack.relevance, strict=True))
    for role in folder.roles:
        if not any(mark.alone for mark in marks(pack, pack.role_index[limits.slug_of(role.name)])):
            yield role.fault((), "no-own-facet")
    for first, second in combinations(folder.roles, 2):
        if rows[limits.slug_of(first.name)] == rows[limits.slug_of(second.name)]:
            yield second.fault((), "twins", other=limits.slug_of(first.name))


def _long_labels(folder: Folder, facets: list[Declared]) -> Iterator[Fault]:
    """Texts that must fit a line of their own, and do not."""
    catalogue = folder.files[0]
    labels: list[Texts] = [(catalogue, ("scale", at), label) for at, label in enumerate(catalogue.data["scale"])]
    families = catalogue.data.get("families", {})
    names: list[Texts] = [(catalogue, ("families", key, "name"), family["name"]) for key, family in families.items()]
    names += [(facet, ("name",), facet.data["name"]) for facet in facets]
    doing: list[Texts] = [(facet, ("doing",), facet.data.get("doing", {})) for facet in facets]
    for most, texts in ((limits.LONGEST_LABEL, labels), (limits.LONGEST_NAME, names), (limits.LONGEST_DOING, doing)):
        for whose, path, text in texts:
            for lang, words in text.items():
                if len(words) > most:
                    yield whose.fault((*path, lang), "long-label", count=len(words), most=most)


def _number(value: float) -> Text:
    return Text(*(number(value, lang, 2, trimmed=True) for lang in LANGUAGES))
