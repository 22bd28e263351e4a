"""What is different in a pack since an older version of it, and what becomes of what was kept of that one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careerfit.core.model import Pack
from careerfit.report.words.numbers import join
from careerfit.text import Lang, Text, clean, number

MOST_LISTED = 12
"""So many relevances are told one by one."""
HEADLINE = Text("Yang berubah sejak {name} {version}:", "What has changed since {name} {version}:")
NOTHING = Text(
    "Tidak ada yang berubah sejak {name} {version}; kode dan jawaban lama tetap berlaku.",
    "Nothing has changed since {name} {version}; old codes and answers hold.",
)
LISTS = {
    "roles-new": Text("peran baru: {names}", "new roles: {names}"),
    "roles-gone": Text("peran yang tidak ada lagi: {names}", "roles that are gone: {names}"),
    "facets-new": Text("hal baru yang ditanyakan: {names}", "facets that are newly asked about: {names}"),
    "facets-gone": Text("hal yang tidak ditanyakan lagi: {names}", "facets that are no longer asked about: {names}"),
    "items-new": Text("pernyataan baru: {names}", "new statements: {names}"),
    "items-gone": Text("pernyataan yang tidak ada lagi: {names}", "statements that are gone: {names}"),
    "reworded": Text("pernyataan yang berbunyi lain: {names}", "statements in other words: {names}"),
    "turned": Text("pernyataan yang berbalik arah: {names}", "statements that count the other way: {names}"),
    "shared-new": Text(
        "sekarang diminta hampir semua peran, jadi tidak membedakannya lagi: {names}",
        "now asked for by nearly all roles, so they no longer tell these apart: {names}",
    ),
    "shared-gone": Text(
        "tidak lagi diminta hampir semua peran, jadi sekarang ikut membedakannya: {names}",
        "no longer asked for by nearly all roles, so they now help to tell these apart: {names}",
    ),
    "breakers-new": Text(
        "sekarang bisa membuat seluruh bidang kurang cocok: {names}", "can now make the whole field a misfit: {names}"
    ),
    "breakers-gone": Text(
        "tidak lagi bisa membuat seluruh bidang kurang cocok: {names}",
        "can no longer make the whole field a misfit: {names}",
    ),
}
RELEVANCE = Text("{role}, {facet}: dulu {before}, sekarang {after}", "{role}, {facet}: {before} before, {after} now")
MORE = Text("… dan {count} relevansi lain", "… and {count} more relevance{count_s}")
WORDS_ONLY = Text(
    "hanya kata-kata di luar pernyataannya; nilai peran untuk jawaban yang sama tidak berubah",
    "only words outside the statements; the same answers give the same scores",
)
ANSWERS = Text(
    "{same} dari {count} pernyataan lama masih ada, dengan bunyi dan arah yang sama; hanya jawaban untuk itu yang bisa "
    "dihitung lagi.",
    "{same} of {count} old statements are still there, in the same words and direction; only answers to these can be "
    "scored again.",
)
CODES = Text(
    "Kode jawaban dan riwayat dari versi lama hanya terbaca dengan paket lama: simpan foldernya, lalu pakai --pack.",
    "Answer codes and the history of the old version are read with the old pack alone: keep its folder, and name it by "
    "--pack.",
)
SAME_VERSION = Text(
    "Nomor versinya masih sama ({version}); ganti 'version' di catalogue.yaml, supaya hasil lama dan baru tidak "
    "tertukar.",
    "The version is still the same ({version}); change 'version' in catalogue.yaml, so that old and new results are "
    "not mixed up.",
)


def since(old: Pack, new: Pack, lang: Lang) -> list[str]:
    """What is different, a line each; then what holds of codes and answers that were made with the old version."""
    was = {"name": clean(old.name), "version": clean(old.version)}
    if old.fingerprint == new.fingerprint:
        return [NOTHING.say(lang, **was)]
    found = [*_lists(old, new, lang), *_relevances(old, new, lang)] or [WORDS_ONLY.pick(lang)]
    same = sum(_same(old, new, key) for key in old.item_by_key)
    told = [ANSWERS.say(lang, same=same, count=len(old.items)), CODES.pick(lang)]
    told += [SAME_VERSION.say(lang, version=was["version"])] if old.version == new.version else []
    return [HEADLINE.say(lang, **was), *(f"  {line}" for line in (*found, *told))]


def _same(old: Pack, new: Pack, key: str) -> bool:
    """Is a statement of the old pack still there as it was?"""
    before, after = old.item_by_key[key], new.item_by_key.get(key)
    return after is not None and (before.text, before.keyed, before.facet) == (after.text, after.keyed, after.facet)


def _lists(old: Pack, new: Pack, lang: Lang) -> Iterator[str]:
    roles = [{role.slug: role.name.clean(lang) for role in pack.roles} for pack in (old, new)]
    facets = [{facet.key: facet.name.clean(lang) for facet in pack.facets} for pack in (old, new)]
    names = facets[0] | facets[1]
    both = [key for key in old.item_by_key if key in new.item_by_key]
    # The statements of a facet that came or went are told by it
    items = [[item.key for item in pack.items if all(item.facet in held for held in facets)] for pack in (old, new)]
    families = {key: text.clean(lang) for pack in (old, new) for key, text in pack.families.items()}
    found = {
        "roles": roles,
        "facets": facets,
        "items": [{key: key for key in held} for held in items],
        "shared": [{key: names[key] for key in sorted(pack.shared)} for pack in (old, new)],
        "breakers": [{key: families.get(key, names.get(key, key)) for key in pack.breakers} for pack in (old, new)],
    }
    for kind, (before, after) in found.items():
        yield from _list(f"{kind}-new", [name for key, name in after.items() if key not in before], lang)
        yield from _list(f"{kind}-gone", [name for key, name in before.items() if key not in after], lang)
    yield from _list("reworded", [k for k in both if old.item_by_key[k].text != new.item_by_key[k].text], lang)
    yield from _list("turned", [k for k in both if old.item_by_key[k].keyed != new.item_by_key[k].keyed], lang)


def _list(kind: str, names: Sequence[str], lang: Lang) -> Iterator[str]:
    if names:
        yield LISTS[kind].say(lang, names=join(names, lang))


def _relevances(old: Pack, new: Pack, lang: Lang) -> Iterator[str]:
    """How much roles ask for facets, where both packs have both of them."""
    found = []
    for role in new.roles:
        for facet in new.facets:
            if role.slug in old.role_index and facet.key in old.facet_index:
                before = old.relevance[old.role_index[role.slug]][old.facet_index[facet.key]]
                after = new.relevance[new.role_index[role.slug]][new.facet_index[facet.key]]
                if before != after:
                    numbers = {
                        name: number(value, lang, 1, trimmed=True)
                        for name, value in (("before", before), ("after", after))
                    }
                    found.append(
                        RELEVANCE.say(lang, role=role.name.clean(lang), facet=facet.name.clean(lang), **numbers)
                    )
    yield from found[:MOST_LISTED]
    if len(found) > MOST_LISTED:
        yield MORE.say(lang, count=len(found) - MOST_LISTED)
