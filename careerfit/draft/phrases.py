"""Sentences → the phrases in them that name a demand or a duty, each an exact part of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from re import Pattern

from careerfit.draft.language import alternatives, mended, words

SEPARATOR = re.compile(
    r"\s*[,;]\s+(?:(?:dan|serta|atau|maupun|lalu|kemudian|sekaligus|juga|&)\s+)*"
    r"|\s+(?:dan/atau|dan|serta|atau|maupun|lalu|kemudian|sekaligus|&)\s+(?:juga\s+)?",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LABEL = re.compile(r"^[^:.!?]{3,70}?(?::|\s[–—-]|[–—])\s*(?=\S)")
_VERB = re.compile(r"(me[mnlrwy]\w{2,}|ber\w{3,}|bekerja|belajar|di\w{4,}|ter\w{4,})$")
_ACT = re.compile(r"(pe[mnlrwy]?\w{3,}an|per\w{3,}an)$")
_DEGREE = re.compile(r"\byang (?:sangat |cukup |lebih )?(?:tinggi|baik|kuat|besar|luas|mendalam|prima|memadai|mumpuni|bagus|tajam)$")
_JUST = re.compile(r"^(?:juga|pula|harus|perlu|wajib|mesti|tentunya|tentu|selalu|bahkan|sekaligus|kamu|anda|mereka|ia|yang|seseorang yang|orang yang|adalah|memang)\s+", re.IGNORECASE)
_EDGES = " \t.,;:!?\"'“”‘’…()"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One demand or duty.

    ``text`` is an exact part of ``sentence``; ``core`` says it in full, without a negation, with what it shares with
    its neighbours; ``denied`` is the negation that stood before it (empty where none did). ``kind`` is "verb",
    "quality", "noun" or "act" (a noun of doing). ``have``: the text says that one has it.
    """

    text: str
    core: str
    kind: str
    section: str
    sentence: str
    denied: str = ""
    have: bool = False

    @property
    def asked(self) -> bool:
        """Is ``core`` what the role asks for, rather than what it warns of?"""
        return (self.section != "tidak_cocok") != bool(self.denied)


@dataclass(slots=True)
class _Piece:
    """A stretch of a sentence that becomes a phrase: where it stands, what it opens with, and what governs it."""

    start: int
    end: int
    kind: str
    have: bool = False
    denied: str = ""
    lead: str = ""
    shared_from: int | None = None


def demands(sentence: str, section: str, *, point: bool = False) -> list[Phrase]:
    """The demands in a sentence of cocok or tidak cocok; ``point``: it is a point in a list."""
    low, at = _aligned(sentence)
    start, end = _region(low, point=point, against=section == "tidak_cocok")
    start, end = at[start], at[end]
    return _phrases(sentence, start, end, section)


def duties(sentence: str, names: Sequence[str] = (), *, section: str = "duties", point: bool = False) -> list[Phrase]:
    """The duties in a sentence; ``names`` are what the role is called there."""
    low, at = _aligned(sentence)
    start = 0 if point else _duties_from(low, names)
    if start is None:
        return []
    return duties_from(sentence, at[start], section)


def duties_from(sentence: str, start: int, section: str) -> list[Phrase]:
    """The duties in the part of a sentence that begins there."""
    found = _phrases(sentence, start, len(sentence), section)
    if found and (found[0].denied or re.search(r"\b(?:bukan|tidak) (?:hanya|cuma|sekadar|sekedar)\b", found[0].core.lower())):
        return []
    return [phrase for phrase in found if phrase.kind in {"verb", "act"} and not phrase.denied]


def mentions(sentence: str, start: int, end: int, section: str) -> list[Phrase]:
    """What a part of a sentence says in passing of a role: duties, and what it is asked to have."""
    low = sentence[start:end].lower()
    leads = [found.end() for found in _duty_leads().finditer(low) if found.end() < len(low.rstrip(" .:"))]
    inner = start
    for lead in leads[:3]:
        if not SEPARATOR.search(low[:lead]) or inner == start:
            inner = start + lead
    if not leads:
        for token in _TOKEN.finditer(low):
            if token[0] not in _modals() and (kind_of(low[token.start() :]) == "verb" or _opening("have").match(low, token.start())):
                inner = start + token.start()
                break
    found = _phrases(sentence, inner, end, section)
    return [phrase for phrase in found if phrase.kind != "other"]


def _aligned(sentence: str) -> tuple[str, list[int]]:
    """The sentence in lower case with cue words mended, and for each place in it the place in the sentence."""
    found: list[str] = []
    at: list[int] = []
    last = 0
    for token in re.finditer(r"[^\W\d_]+", sentence):
        between = sentence[last : token.start()]
        found.append(between.replace("’", "'"))
        at += range(last, token.start())
        word = mended(token[0].lower())
        found.append(word)
        at += [min(token.start() + i, token.end()) for i in range(len(word))]
        last = token.end()
    found.append(sentence[last:])
    at += range(last, len(sentence) + 1)
    low = "".join(found)
    return low, at[: len(low)] + [len(sentence)]


@cache
def _demand_leads() -> list[Pattern[str]]:
    return words().patterns("demand_leads")


@cache
def _clause_turns() -> list[Pattern[str]]:
    return words().patterns("clause_turns")


@cache
def _reversed_leads() -> list[Pattern[str]]:
    return words().patterns("reversed_leads")


_VERDICT = r"(?:cocok|pas|ideal|tepat|disarankan|direkomendasikan|dianjurkan|bukan untuk\w*|bukan pilihan)\b"


def _region(low: str, *, point: bool, against: bool) -> tuple[int, int]:
    """Where in a sentence the demands stand."""
    start, end = 0, len(low)
    if label := _LABEL.match(low):
        if re.search(r"cocok|ideal|syarat|kriteria|kualifikasi|karakter|kepribadian|sifat|modal|bekal|pas\b|profil|kemampuan|keterampilan|berikut|jika|kalau|bila", label[0]):
            start = label.end()
            low_rest = low[start:]
            for turn in _clause_turns()[:4]:
                if found := turn.search(low_rest):
                    end = start + found.start() if found.start() > 0 else end
            return start + _people(low[start:end]), end
    conditional = re.match(r"^(\w+ itu,? |sebaliknya,? |namun,? |tetapi,? |tapi,? |selain itu,? |di samping itu,? |nah,? )?(?=(jika|kalau|bila|apabila|andai|seandainya|saat|ketika)\b)", low)
    if conditional:
        start = conditional.end()
        lead = _demand_leads()[3].match(low[start:])
        start += lead.end() if lead else 0
        return start, _turned(low, start)
    verdict = re.search(_VERDICT, low)
    if verdict and (turned := _reversed_leads()[0].search(low, verdict.end())):
        return turned.end() + _people(low[turned.end() :]), _turned(low, turned.end() + 1)
    if not point or re.search(_VERDICT, low):
        opener = re.match(r"^(sebaliknya|namun|tetapi|tapi|selain itu|di samping itu|sementara itu|nah|begitu pula|demikian pula),? ", low)
        offset = opener.end() if opener else 0
        for lead in _demand_leads():
            found = lead.match(low[offset:])
            if found is None or offset + found.end() >= len(low.rstrip(" .")):
                continue
            begins = offset + found.end()
            ends = _turned(low, begins)
            if ends > begins:
                return begins + _people(low[begins:ends]), ends
    return _people(low), _turned(low, 1) if against else len(low)


def _people(low: str) -> int:
    """How much of the beginning only says who is meant."""
    found = re.match(r"(?:(?:kamu|anda|kalian|orang|orang-orang|mereka|seseorang|seorang|individu|pribadi|siapa pun|siapa saja|sosok|para|yang|adalah|merasa|harus|perlu|wajib|juga|dituntut|mesti|untuk)\s+)+", low)
    return found.end() if found else 0


def _turned(low: str, start: int) -> int:
    """Where the clause that begins there ends, and its consequence begins."""
    ends = [found.start() for turn in _clause_turns() if (found := turn.search(low, start)) and found.start() > start + 2]
    return min(ends, default=len(low))


@cache
def _duty_leads() -> Pattern[str]:
    return words().pattern("duty_leads")


@cache
def _subjects() -> frozenset[str]:
    return words().plain("subjects")


def _duties_from(low: str, names: Sequence[str]) -> int | None:
    """Where in a sentence of duties the duties begin; None where its subject is something else."""
    if label := _LABEL.match(low):
        if re.search(r"tugas|pekerjaan|tanggung jawab|kegiatan|rutinitas|sehari-hari|deskripsi", label[0]):
            return label.end()
    leads = [m for m in _duty_leads().finditer(low) if m.end() < len(low.rstrip(" .:"))]
    opening = [lead for lead in leads if not SEPARATOR.search(low[leads[0].end() : lead.start()])] if leads else []
    if opening and not re.search(r"[,] \w+ .* (?:adalah)$", low[: opening[0].end()]):
        last = opening[0]
        for lead in opening[1:]:
            if lead.start() - last.end() < 40 and kind_of(low[last.end() :].lstrip()) not in {"verb", "act"}:
                last = lead
        if kind_of(_stripped(low[last.end() :], duties=True)[1]) in {"verb", "act"}:
            return last.end()
    known = {*_subjects(), *(word for name in names for word in name.lower().split())}
    subject = False
    relative = False
    for token in _TOKEN.finditer(low):
        word = token[0]
        if word in known:
            subject = True
        elif word == "yang":
            relative = True
        elif kind_of(low[token.start() :]) == "verb" and word not in _modals() and not _is_passive(word):
            if relative and not subject:
                return None
            if subject or token.start() == 0:
                return token.start()
            if token.start() > 60:
                return None
    return None


def _is_passive(word: str) -> bool:
    return bool(re.match(r"(di|ter)\w{4,}", word))


@cache
def _modals() -> frozenset[str]:
    return words().plain("modals")


@cache
def _modal() -> Pattern[str]:
    return re.compile(rf"(?:{alternatives(_modals())})\s+", re.IGNORECASE)


def _stripped(text: str, *, duties: bool) -> tuple[int, str]:
    """How much of the beginning says nothing, and what is left."""
    cut = len(text) - len(text.lstrip())
    while found := (_modal() if duties else _JUST).match(text, cut):
        cut = found.end()
    return cut, text[cut:]


@cache
def _sets() -> dict[str, frozenset[str]]:
    held = words()
    names = ("predicates", "not_verbs", "traits", "things", "not_acts", "negations", "stays")
    return {
        **{name: held.plain(name) for name in names},
        "qualities": frozenset(held.data["qualities"]["words"]),
        "faults": frozenset(held.data["faults"]["words"]) | frozenset(held.data["alike"]["words"]),
        "acts": frozenset(held.data["acts"]["words"]) | frozenset(held.data["acts_of"]["words"]),
    }


@cache
def _opening(group: str) -> Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words().data[group]['words'])})(?!\w)")


def kind_of(text: str) -> str:
    """What a stretch opens with: "verb", "quality", "noun" (of a trait), "act", "cut", "on" (it goes on), or "other"."""
    low = text.lower().lstrip(_EDGES)
    found = _TOKEN.match(low)
    if found is None:
        return "other"
    first = found[0]
    held = _sets()
    two = " ".join(_TOKEN.findall(low[:60])[:2])
    if two in held["acts"] or first in held["acts"]:
        return "act"
    if first in held["qualities"] or two in held["qualities"] or first in held["faults"] or two in held["faults"]:
        return "noun" if first in held["traits"] else "quality"
    if first in {"ahli", "mahir", "jago", "pakar"} and not re.match(r"\w+ (?:dalam|di|me\w+|ber\w+)\b", low):
        return "other"
    if first in held["negations"] or first in held["predicates"]:
        return "verb"
    if first in held["traits"] or first.endswith("itas") or (first.startswith("ke") and quality_of(first)):
        return "noun"
    if _opening("cuts").match(low):
        return "cut"
    if _opening("openers").match(low):
        return "on"
    bare = first.split("-")[0]
    if _VERB.match(bare) and bare not in held["not_verbs"] and first not in held["not_verbs"]:
        return "verb"
    if _ACT.match(first) and first not in held["not_acts"]:
        return "act"
    if re.match(r"ke\w{3,}an$", first) and first not in held["things"]:
        return "weak"
    if re.match(r"pe(m|n|ng|ny|r)?\w{3,}$", first) and first in held["faults"]:
        return "quality"
    return "other"


@cache
def quality_of(noun: str) -> str | None:
    """The quality that a noun of ke-…-an names: ``ketelitian`` → ``teliti``; None where it names none."""
    held = _sets()["qualities"]
    if noun in held:
        return noun
    found = re.match(r"ke(\w{3,})an$", noun)
    root = found[1] if found else None
    if root and root in held:
        return root
    return {"kehati-hatian": "hati-hati", "kerendahan": "rendah hati", "kepercayaan": None}.get(noun)


def _phrases(sentence: str, start: int, end: int, section: str) -> list[Phrase]:
    """The phrases in a part of a sentence."""
    doing = section not in {"cocok", "tidak_cocok"}
    pieces: list[_Piece] = []
    for begin, stop, comma in _segments(sentence, start, end):
        _fold(sentence, pieces, begin, stop, comma=comma, doing=doing)
    return list(_finished(sentence, pieces, section, doing=doing))


def _segments(sentence: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The stretches between separators, and whether a comma stands before each."""
    begin, comma = start, True
    depth_text = re.sub(r"\([^()]{0,200}\)", lambda m: "x" * len(m[0]), sentence)
    for found in SEPARATOR.finditer(depth_text, start, end):
        if found.start() > begin:
            yield begin, found.start(), comma
        begin, comma = found.end(), "," in found[0] or ";" in found[0]
    if begin < end:
        yield begin, end, comma


def _fold(sentence: str, pieces: list[_Piece], begin: int, stop: int, *, comma: bool, doing: bool) -> None:
    """Take one more stretch: as a piece of its own, or as the rest of the one before."""
    text = sentence[begin:stop]
    cut, rest = _stripped(text, duties=doing)
    kind = kind_of(rest)
    before = pieces[-1] if pieces else None
    if before is None or _is_new(sentence, before, rest, kind, comma=comma, doing=doing):
        pieces.append(_piece(sentence, begin + cut, stop, kind, before, comma=comma))
    else:
        before.end = stop


def _piece(sentence: str, begin: int, stop: int, kind: str, before: _Piece | None, *, comma: bool) -> _Piece:
    """A new piece, without verbs of having and negations before it, and with what it shares with the one before."""
    denied = ""
    text = sentence[begin:stop]
    low = text.lower()
    held = _sets()
    if found := re.match(rf"({alternatives(held['negations'])})\s+(?:begitu |terlalu |cukup |merasa |bisa |dapat )?", low):
        rest = low[found.end() :]
        if have := _opening("have").match(rest):
            denied, cut = found[1], found.end() + have.end()
            return _had(sentence, begin + cut, stop, denied)
        return _Piece(begin, stop, "verb" if kind == "verb" else kind, denied=found[1])
    if have := _opening("have").match(low):
        return _had(sentence, begin + have.end(), stop, "")
    piece = _Piece(begin, stop, kind)
    if kind in {"noun", "weak", "other", "act"}:
        piece.have = before is None or before.have or kind == "noun"
        if before is not None and before.have:
            piece.denied = before.denied
            piece.lead = _head_lead(sentence, before, kind)
    elif before is not None and kind == "quality" and before.denied and before.kind in {"quality", "verb"} and not before.have:
        first = text.split()[0].lower().strip(_EDGES)
        if first in held["qualities"] and not comma:
            piece.denied = before.denied
    elif before is not None and kind == "verb" and not comma:
        piece.lead = _auxiliary(sentence, before, text)
        if piece.lead and before.denied and not before.have:
            piece.denied = before.denied
    return piece


def _had(sentence: str, begin: int, stop: int, denied: str) -> _Piece:
    begin += len(sentence[begin:stop]) - len(sentence[begin:stop].lstrip())
    kind = kind_of(sentence[begin:stop])
    return _Piece(begin, stop, "noun" if kind in {"other", "weak", "act", "on"} else kind, have=True, denied=denied)


def _head_lead(sentence: str, before: _Piece, kind: str) -> str:
    """Of "kemampuan komunikasi dan analisis", the word that the second shares."""
    first = sentence[before.start : before.end].split()
    if kind in {"act", "other"} and len(first) > 1 and first[0].lower() in {"kemampuan", "keterampilan", "keahlian", "kecakapan"}:
        return first[0].lower()
    return before.lead if kind in {"act", "other"} else ""


_AUX = re.compile(
    r"((?:tidak |kurang )?(?:mampu|bisa|dapat|sanggup|siap|suka|gemar|senang|hobi|mau|ingin|tahan|betah|pandai|pintar|ahli|mahir|terampil|cakap|"
    r"cekatan|terbiasa|biasa|bersedia|berani|rela|fasih|cepat|mudah|sering|jago|tertarik|kemampuan|keterampilan|keahlian|kesediaan|keberanian|minat|kemauan|keinginan)"
    r"(?: (?:untuk|dalam|dengan|kuat untuk|di dalam))?) ",
    re.IGNORECASE,
)


def _auxiliary(sentence: str, before: _Piece, text: str) -> str:
    """Of "mampu merencanakan dan melaksanakan", what the second shares: ``mampu``."""
    if before.lead:
        own = _sets()["predicates"]
        return "" if text.split()[0].lower() in own else before.lead
    found = _AUX.match(sentence[before.start : before.end])
    if found is None or text.split()[0].lower().strip(_EDGES) in _sets()["predicates"]:
        return ""
    follows = sentence[before.start + found.end() : before.end]
    lead = found[1]
    return re.sub(r"^(tidak|kurang) ", "", lead) if kind_of(follows) == "verb" else ""


@cache
def _open_list() -> Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words().data['lists']['words'])})(?:\s+[^\s,]+){{1,5}}\s*(?:,.*)?$")


def _is_new(sentence: str, before: _Piece, rest: str, kind: str, *, comma: bool, doing: bool) -> bool:  # noqa: C901, PLR0911, PLR0912  # one line a kind
    """Is a stretch a demand of its own, rather than the rest of the one before?"""
    text = sentence[before.start : before.end].rstrip()
    low = text.lower()
    count = len(rest.split())
    if kind in {"cut", "on"}:
        return False
    is_cut = _cut_at(low, doing=doing) is not None
    if kind == "verb":
        if re.search(r"\byang\b", low) and not _DEGREE.search(low) and not comma and count <= 2 and not doing:
            return rest.split()[0].lower() in _sets()["predicates"]
        if doing and re.search(r"\b(untuk|agar|supaya|guna)\b", low) and not comma and _purpose(low):
            return False
        return not (doing and _is_passive(rest.split()[0].lower()))
    if kind == "quality":
        if doing:
            return False
        return comma or not re.search(r"\byang \S+$", low) or bool(_DEGREE.search(low))
    if doing:
        if kind == "act":
            return before.kind == "act" and not (is_cut and not comma) and not _in_purpose(low)
        return False
    if kind == "noun":
        if before.kind == "verb" and not before.have and count == 1 and not comma:
            return False
        return not (is_cut and not comma and count == 1)
    if before.have and not is_cut:
        if kind == "act":
            return not _open_list().search(low) or count > 2
        return comma and not _open_list().search(low) and count <= 6
    if kind == "other" and before.kind == "quality" and not before.have:
        return comma and len(text.split()) == 1 and count <= 3
    return False


def _purpose(low: str) -> bool:
    """Does what was said so far end within a purpose: "untuk mengidentifikasi (dan memenuhi kebutuhan)"?"""
    return bool(re.search(r"\b(untuk|agar|supaya|guna) \w+(?: \w+){0,2}$", low))


def _in_purpose(low: str) -> bool:
    return bool(re.search(r"\b(agar|supaya|guna)\b", low))


@cache
def _cuts(doing: bool) -> Pattern[str]:  # noqa: FBT001  # a key of the cache
    held = [*words().data["cuts"]["words"], *(words().data["duty_cuts"]["words"] if doing else [])]
    return re.compile(rf"(?<=\s)(?:{'|'.join(held)})(?!\w)")


def _cut_at(low: str, *, doing: bool) -> int | None:
    """Where in a piece what only narrows it begins; at least two words, or one that is no verb, stand before it."""
    for found in _cuts(doing).finditer(low):
        left = low[: found.start()].split()
        if len(left) >= 2 or (left and kind_of(left[0]) in {"noun", "quality"} and not doing):
            return found.start()
    return None


def _finished(sentence: str, pieces: list[_Piece], section: str, *, doing: bool) -> Iterator[Phrase]:
    """The pieces as phrases."""
    texts = [_edges(sentence, piece, doing=doing) for piece in pieces]
    for at, (piece, (begin, stop)) in enumerate(zip(pieces, texts, strict=True)):
        text = sentence[begin:stop]
        if not text:
            continue
        core, end = text, stop
        shared = _shared(sentence, pieces, texts, at)
        if shared is not None:
            core, end = f"{text} {shared[0]}", shared[1]
        core = f"{piece.lead} {core}" if piece.lead and not core.lower().startswith(piece.lead.lower()) else core
        kind = piece.kind if piece.kind in {"verb", "quality", "act", "noun"} else ("noun" if piece.have else "other")
        denied = piece.denied
        if denied and core.lower().startswith(f"{denied} "):
            core = core[len(denied) + 1 :]
            core = re.sub(r"^(?:begitu|terlalu|cukup|merasa|bisa|dapat) ", "", core) if len(core.split()) > 1 else core
            again = kind_of(core)
            kind = again if again in {"verb", "quality", "noun"} else kind
        if kind == "other" and not doing:
            kind = "quality" if len(core.split()) <= 2 else "noun"
        found = Phrase(sentence[begin : max(end, stop)] if end > stop else text, core, kind, section, sentence, denied, piece.have)
        yield found
        if (pair := _pair(found)) is not None:
            yield pair


def _edges(sentence: str, piece: _Piece, *, doing: bool) -> tuple[int, int]:
    """Where the phrase of a piece begins and ends, without what only narrows it and without marks at its ends."""
    begin, stop = piece.start, piece.end
    cut = _cut_at(sentence[begin:stop].lower(), doing=doing)
    if cut is not None:
        stop = begin + cut
    while stop > begin and sentence[stop - 1] in " \t.,;:!?…\"'“”‘’":
        stop -= 1
    while begin < stop and sentence[begin] in " \t,;:\"'“”‘’":
        begin += 1
    if sentence[begin:stop].count("(") < sentence[begin:stop].count(")"):
        stop -= 1
    return begin, stop


def _shared(
    sentence: str, pieces: list[_Piece], texts: list[tuple[int, int]], at: int
) -> tuple[str, int] | None:
    """What a bare verb or noun of doing shares with the next one: "mencari, memverifikasi, dan menyajikan informasi"."""
    begin, stop = texts[at]
    word = sentence[begin:stop].split()[-1].lower()
    if pieces[at].kind == "noun" and at + 1 < len(pieces) and pieces[at + 1].lead and re.match(r"me[mnlrwy]\w+", word):
        start, end = texts[at + 1]
        rest = sentence[start:end].split(maxsplit=1)[1:]
        return (rest[0], end) if rest else None
    if pieces[at].kind == "verb" and at + 1 < len(pieces) and len(_content(sentence[begin:stop], pieces[at])) > 1:
        start, end = texts[at + 1]
        rest = sentence[start:end].split(maxsplit=1)[1:]
        bare = re.match(r"me[mnlrwy]\w+$", word) and word not in _sets()["not_verbs"]
        return (rest[0], end) if bare and rest and pieces[at + 1].kind == "verb" and "," not in sentence[stop:start] else None
    if pieces[at].kind == "noun" and " " not in sentence[begin:stop] and quality_of(word) is None and at + 1 < len(pieces):
        start, end = texts[at + 1]
        rest = sentence[start:end].split(maxsplit=1)[1:]
        told = bool(rest) and re.match(r"(?:yang|terhadap|tentang|pada|dalam|untuk)\b", rest[0]) is not None
        return (rest[0], end) if told and pieces[at + 1].kind == "noun" and "," not in sentence[stop:start] else None
    if len(_content(sentence[begin:stop], pieces[at])) != 1 or pieces[at].kind not in {"verb", "act"}:
        return None
    if pieces[at].kind == "verb" and not re.match(r"me", word):
        return None
    for later in range(at + 1, len(pieces)):
        if pieces[later].kind != pieces[at].kind:
            return None
        start, end = texts[later]
        content = _content(sentence[start:end], pieces[later])
        if len(content) > 1:
            rest = sentence[start:end].split(content[0], 1)[1].strip()
            rest = re.split(r"\s(?:kepada|untuk|bagi|lewat|sesuai)\s", rest)[0]
            return (rest, end) if rest and not rest.startswith(("yang ", "di ", "ke ")) else None
        if not content:
            return None
    return None


def _content(text: str, piece: _Piece) -> list[str]:
    """The words of a piece from its verb or noun of doing on."""
    if piece.kind == "verb" and (found := _AUX.match(text)):
        return text[found.end() :].split()
    return text.split()


_TWO = re.compile(r"^(?P<head>.+ yang) (?P<one>\w+) dan (?P<two>\w+)(?: (?:untuk|dalam|bagi|demi) .+)?$")


def _pair(phrase: Phrase) -> Phrase | None:
    """Of a demand of two qualities of one thing, the second: "keputusan yang tepat dan adil" → "keputusan yang adil"."""
    found = _TWO.match(phrase.core)
    if found is None or _DEGREE.search(f"{found['head']} {found['one']}") or _DEGREE.search(f"{found['head']} {found['two']}"):
        return None
    return replace(phrase, core=f"{found['head']} {found['two']}")
