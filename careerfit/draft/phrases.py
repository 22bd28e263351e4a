"""Sentences → the phrases in them that name a demand or a duty, each an exact part of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from re import Pattern
from typing import NamedTuple

from careerfit.draft.language import alternatives, bit, mended, straight, words

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LABEL = re.compile(r"^[^:.!?]{3,70}?(?::|\s[–—-]|[–—])\s*(?=\S)")
_VERB = re.compile(r"(me[mnlrwy]\w{2,}|ber\w{3,}|bekerja|belajar|di\w{4,}|ter\w{4,})$")
_ACT = re.compile(r"(pe[mnlrwy]?\w{3,}an|per\w{3,}an)$")
DOING = frozenset({"verb", "act"})
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


class _Stretch(NamedTuple):
    """What stands between two separators: where, what it opens with, and whether a comma stands before it."""

    start: int
    end: int
    kind: str
    text: str
    comma: bool


def demands(sentence: str, section: str, *, point: bool = False) -> list[Phrase]:
    """The demands in a sentence of cocok or tidak cocok; ``point``: it is a point in a list."""
    if sentence.rstrip().endswith("?"):
        return []
    low, at = _aligned(sentence)
    start, end = _region(low, point=point)
    found = _phrases(sentence, at[start], at[end], section)
    free = _not_required(sentence)
    return [
        phrase
        for phrase in found
        if _says_something(phrase.core.lower())
        and not any(begin <= sentence.find(phrase.text) < stop for begin, stop in free)
    ]


def _not_required(sentence: str) -> list[tuple[int, int]]:
    """The parts of a sentence that say what nobody must have or do."""
    low, at = _aligned(sentence)
    found: list[tuple[int, int]] = []
    for denial in bit("not_required").finditer(low):
        again = bit("required_again").search(low, denial.end())
        end = again.start() if again else len(low)
        begin = denial.start()
        if not re.search(r"\w", low[denial.end() : end]):
            begin = max(low.rfind(mark, 0, begin) for mark in ",;:") + 1
        found.append((at[begin], at[end]))
    return found


def _says_something(low: str) -> bool:
    """Is there more to a demand than that somebody fits, or a word that only joins others?"""
    return not bit("verdict").match(low) and kind_of(low) not in {"cut", "on"} and low not in _sets()["joints"]


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
    if found and (found[0].denied or bit("not_only").search(found[0].core.lower())):
        return []
    return [phrase for phrase in found if phrase.kind in DOING and not phrase.denied]


def mentions(sentence: str, start: int, end: int, section: str) -> list[Phrase]:
    """What a part of a sentence says in passing of a role: duties, and what it is asked to have."""
    low = sentence[start:end].lower()
    leads = [found.end() for found in _duty_leads().finditer(low) if found.end() < len(low.rstrip(" .:"))]
    inner = start
    for lead in leads[:3]:
        if not bit("separator").search(low[:lead]) or inner == start:
            inner = start + lead
    if not leads:
        for token in _TOKEN.finditer(low):
            if token[0] not in _modals() and (
                kind_of(low[token.start() :]) == "verb" or _opening("have").match(low, token.start())
            ):
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
        found.append(straight(between))
        at += range(last, token.start())
        word = mended(token[0].lower())
        found.append(word)
        at += [min(token.start() + i, token.end()) for i in range(len(word))]
        last = token.end()
    found.append(sentence[last:])
    at += range(last, len(sentence) + 1)
    low = "".join(found)
    return low, [*at[: len(low)], len(sentence)]


@cache
def _patterns(group: str) -> list[Pattern[str]]:
    return words().patterns(group)


def _region(low: str, *, point: bool) -> tuple[int, int]:
    """Where in a sentence the demands stand."""
    label = _LABEL.match(low)
    if label and bit("demand_label").search(label[0]):
        start = label.end()
        turns = (turn.search(low, start) for turn in _patterns("clause_turns")[:4])
        end = min((turn.start() for turn in turns if turn and turn.start() > start), default=len(low))
        return start + _people(low[start:end]), end
    joined = bit("connector").match(low)
    begin = joined.end() if joined else 0
    if bit("conditional").match(low[begin:]):
        lead = _patterns("demand_leads")[3].match(low[begin:])
        start = begin + (lead.end() if lead else 0)
        return start, _turned(low, start)
    verdict = bit("verdict").search(low)
    told = _patterns("demand_leads")[2].match(low[begin:])
    whose = begin + told.end() if told and told[0].endswith("yang ") else len(low)
    if verdict and (turned := _patterns("reversed_leads")[0].search(low, verdict.end(), whose)):
        return turned.end() + _people(low[turned.end() :]), _turned(low, turned.end() + 1)
    if not point or verdict:
        for pattern in _patterns("demand_leads"):
            found = pattern.match(low[begin:])
            if found is None or begin + found.end() >= len(low.rstrip(" .")):
                continue
            start = begin + found.end()
            if (end := _turned(low, start)) > start:
                return start + _people(low[start:end]), end
    return _people(low), _turned(low, 1)


def _people(low: str) -> int:
    """How much of the beginning only says who is meant."""
    found = bit("people").match(low)
    return found.end() if found else 0


def _turned(low: str, start: int) -> int:
    """Where the clause that begins there ends, and its consequence begins."""
    ends = [
        found.start()
        for turn in _patterns("clause_turns")
        if (found := turn.search(low, start)) and found.start() > start + 2
    ]
    return min(ends, default=len(low))


@cache
def _duty_leads() -> Pattern[str]:
    return words().pattern("duty_leads")


@cache
def _subjects() -> frozenset[str]:
    return words().plain("subjects")


def _duties_from(low: str, names: Sequence[str]) -> int | None:
    """Where in a sentence of duties the duties begin; None where its subject is something else."""
    label = _LABEL.match(low)
    if label and bit("duty_label").search(label[0]):
        return label.end()
    leads = [lead for lead in _duty_leads().finditer(low) if lead.end() < len(low.rstrip(" .:"))]
    opening = [lead for lead in leads if not bit("separator").search(low[leads[0].end() : lead.start()])]
    if opening:
        last = opening[0]
        for lead in opening[1:]:
            if lead.start() - last.end() < 40 and kind_of(low[last.end() :].lstrip()) not in DOING:
                last = lead
        if kind_of(_stripped(low[last.end() :], duties=True)[1]) in DOING:
            return last.end()
    return _first_verb(low, {*_subjects(), *(word for name in names for word in name.lower().split())})


def _first_verb(low: str, known: set[str]) -> int | None:
    """Where the first verb stands whose subject is one of these words, or that opens the sentence; None for others."""
    subject = relative = False
    for token in _TOKEN.finditer(low):
        word = token[0]
        if word in known:
            subject = True
        elif word == "yang":
            relative = True
        elif kind_of(low[token.start() :]) == "verb" and word not in _modals() and not _is_passive(word):
            told = not (relative and not subject) and (subject or token.start() == 0)
            if told or relative or token.start() > 60:
                return token.start() if told else None
    return None


def _first(text: str) -> str:
    """The first word of a text in lower case."""
    return text.split(maxsplit=1)[0].lower().strip(_EDGES)


def _is_passive(word: str) -> bool:
    return bool(re.match(r"(di|ter)\w{4,}", word))


@cache
def _modals() -> frozenset[str]:
    return words().plain("modals")


@cache
def _modal() -> Pattern[str]:
    return re.compile(rf"(?:{alternatives(_modals())})\s+", re.IGNORECASE)


@cache
def _just() -> Pattern[str]:
    return re.compile(bit("just").pattern.removeprefix("^"), re.IGNORECASE)


@cache
def _separators() -> Pattern[str]:
    return re.compile(bit("separator").pattern, re.IGNORECASE)


def _stripped(text: str, *, duties: bool) -> tuple[int, str]:
    """How much of the beginning says nothing, and what is left."""
    cut = len(text) - len(text.lstrip())
    while found := (_modal() if duties else _just()).match(text, cut):
        cut = found.end()
    return cut, text[cut:]


@cache
def _sets() -> dict[str, frozenset[str]]:
    held = words()
    names = ("predicates", "not_verbs", "traits", "things", "not_acts", "negations", "stays", "joints")
    return {
        **{name: held.plain(name) for name in names},
        "qualities": frozenset(held.data["qualities"]["words"]),
        "faults": frozenset(held.data["faults"]["words"]) | frozenset(held.data["alike"]["words"]),
        "acts": frozenset(held.data["acts"]["words"]) | frozenset(held.data["acts_of"]["words"]),
    }


@cache
def _opening(group: str) -> Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words().data[group]['words'])})(?!\w)")


def kind_of(text: str) -> str:  # noqa: C901, PLR0911  # one line a kind
    """What a stretch opens with.

    "verb", "quality", "noun" (of a trait), "act" (of doing), "weak" (a noun that may be a thing), "cut" (it only
    narrows what came before), "on" (it goes on with it), or "other".
    """
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
    if bit("expert").match(low):
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
    return next((quality for quality, named in words().data["quality_nouns"]["words"].items() if named == noun), None)


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
    level = re.sub(r"\([^()]{0,200}\)", lambda m: "x" * len(m[0]), sentence)
    for found in _separators().finditer(level, start, end):
        if found.start() > begin:
            yield begin, found.start(), comma
        begin, comma = found.end(), "," in found[0] or ";" in found[0]
    if begin < end:
        yield begin, end, comma


def _fold(sentence: str, pieces: list[_Piece], begin: int, stop: int, *, comma: bool, doing: bool) -> None:  # noqa: PLR0913  # a place and its surroundings
    """Take one more stretch: as a piece of its own, or as the rest of the one before."""
    cut, rest = _stripped(sentence[begin:stop], duties=doing)
    stretch = _Stretch(begin + cut, stop, kind_of(rest), rest, comma)
    before = pieces[-1] if pieces else None
    if before is None or _is_new(sentence, before, stretch, doing=doing):
        pieces.append(_piece(sentence, stretch, before))
    else:
        before.end = stop


def _piece(sentence: str, stretch: _Stretch, before: _Piece | None) -> _Piece:
    """A new piece, without verbs of having and negations before it, and with what it shares with the one before."""
    begin, stop, kind, _, comma = stretch
    denied = ""
    text = sentence[begin:stop]
    low = text.lower()
    held = _sets()
    if found := re.match(rf"({alternatives(held['negations'])})\s+", low):
        softened = bit("softener").match(low[found.end() :])
        after = found.end() + (softened.end() if softened else 0)
        rest = low[after:]
        if have := _opening("have").match(rest):
            denied, cut = found[1], after + have.end()
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
    elif (
        before is not None
        and kind == "quality"
        and before.denied
        and before.kind in {"quality", "verb"}
        and not before.have
    ):
        first = _first(text)
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
    if kind in {"act", "other"} and len(first) > 1 and bit("skill").match(first[0].lower()):
        return first[0].lower()
    return before.lead if kind in {"act", "other"} else ""


@cache
def _auxiliaries() -> Pattern[str]:
    return re.compile(bit("auxiliary").pattern, re.IGNORECASE)


def _auxiliary(sentence: str, before: _Piece, text: str) -> str:
    """Of "mampu merencanakan dan melaksanakan", what the second shares: ``mampu``."""
    if before.lead:
        own = _sets()["predicates"]
        return "" if _first(text) in own else before.lead
    found = _auxiliaries().match(sentence[before.start : before.end])
    if found is None or _first(text) in _sets()["predicates"]:
        return ""
    follows = sentence[before.start + found.end() : before.end]
    lead = found[1]
    return bit("denied_auxiliary").sub("", lead) if kind_of(follows) == "verb" else ""


@cache
def _open_list() -> Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words().data['lists']['words'])})(?:\s+[^\s,]+){{1,5}}\s*(?:,.*)?$")


def _is_new(sentence: str, before: _Piece, stretch: _Stretch, *, doing: bool) -> bool:  # noqa: C901, PLR0911, PLR0912  # one line a kind
    """Is a stretch a demand of its own, rather than the rest of the one before?"""
    text = sentence[before.start : before.end].rstrip()
    _, _, kind, rest, comma = stretch
    low = text.lower()
    count = len(rest.split())
    if kind in {"cut", "on"}:
        return False
    is_cut = _cut_at(low, doing=doing) is not None
    if kind == "verb":
        if re.search(r"\byang\b", low) and not bit("degree").search(low) and not comma and count <= 2 and not doing:
            return _first(rest) in _sets()["predicates"]
        if doing and ((not comma and bit("purpose").search(low)) or (count == 1 and bit("moment").search(low))):
            return False
        return not (doing and _is_passive(_first(rest)))
    if kind == "quality":
        if doing:
            return False
        return comma or not re.search(r"\byang \S+$", low) or bool(bit("degree").search(low))
    if doing:
        if kind == "act":
            return before.kind == "act" and not (is_cut and not comma) and not bit("aim").search(low)
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
            core = bit("softener").sub("", core) if len(core.split()) > 1 else core
            again = kind_of(core)
            kind = again if again in {"verb", "quality", "noun"} else kind
        if kind == "other" and not doing:
            kind = "quality" if len(core.split()) <= 2 else "noun"
        found = Phrase(
            sentence[begin : max(end, stop)] if end > stop else text, core, kind, section, sentence, denied, piece.have
        )
        yield found
        if (pair := _pair(found)) is not None:
            yield pair


def _edges(sentence: str, piece: _Piece, *, doing: bool) -> tuple[int, int]:
    """Where the phrase of a piece begins and ends, without what only narrows it and without marks at its ends."""
    begin, stop = piece.start, piece.end
    cut = _cut_at(sentence[begin:stop].lower(), doing=doing)
    if cut is not None:
        stop = begin + cut
    while begin < stop and sentence[begin] in " \t,;:\"'“”‘’)":
        begin += 1
    while stop > begin and (sentence[stop - 1] in " \t|.,;:!?…\"'“”‘’(" or _closes_nothing(sentence[begin:stop])):
        stop -= 1
    return begin, stop


def _closes_nothing(text: str) -> bool:
    """Does a text end with a bracket that was opened nowhere in it?"""
    return text.endswith(")") and text.count("(") < text.count(")")


def _shared(sentence: str, pieces: list[_Piece], texts: list[tuple[int, int]], at: int) -> tuple[str, int] | None:
    """What a member of a list shares with a later one, and where that ends; None where it stands for itself."""
    begin, stop = texts[at]
    piece, word = pieces[at], sentence[begin:stop].rsplit(" ", 1)[-1].lower()
    if at + 1 == len(pieces):
        return None
    follows, (start, end) = pieces[at + 1], texts[at + 1]
    _, _, rest = sentence[start:end].partition(" ")
    is_verb = re.match(r"me[mnlrwy]\w+$", word) is not None and word not in _sets()["not_verbs"]
    joined = "," not in sentence[stop:start]
    if piece.kind == "noun" and follows.lead and is_verb:  # "keahlian dalam merencanakan dan melaksanakan program"
        return (rest, end) if rest else None
    if piece.kind == "verb" and len(_content(sentence[begin:stop], piece)) > 1:  # "membantu klien memahami dan …"
        return (rest, end) if is_verb and rest and follows.kind == "verb" and joined else None
    if (
        piece.kind == "noun" and " " not in sentence[begin:stop] and quality_of(word) is None
    ):  # "minat atau empati pada"
        told = bit("shared_noun").match(rest) is not None
        return (rest, end) if told and follows.kind == "noun" and joined else None
    before = pieces[at - 1] if at else None
    after_full = (
        before is not None and before.kind == piece.kind and len(_content(sentence[slice(*texts[at - 1])], before)) > 1
    )
    bare = len(_content(sentence[begin:stop], piece)) == 1 and (is_verb or piece.kind == "act")
    if piece.kind not in DOING or not bare or after_full:
        return None
    return _shared_object(sentence, pieces, texts, at)


def _shared_object(
    sentence: str, pieces: list[_Piece], texts: list[tuple[int, int]], at: int
) -> tuple[str, int] | None:
    """What a bare verb or noun of doing shares with the next full one: "mencari dan menyajikan kabar"."""
    for later in range(at + 1, len(pieces)):
        start, end = texts[later]
        content = _content(sentence[start:end], pieces[later])
        if pieces[later].kind != pieces[at].kind or not content:
            return None
        if len(content) > 1:
            if pieces[at].denied != pieces[later].denied or (
                pieces[at].kind == "verb" and not _takes_object(content[0])
            ):
                return None
            _, _, rest = sentence[start:end].partition(content[0])
            rest = bit("shared_end").split(rest.strip())[0]
            rest = _people_in(rest) if sentence[slice(*texts[at])].lower() in words().plain("to_people") else rest
            return (rest, end) if rest and not bit("not_shared").match(rest) else None
    return None


def _people_in(text: str) -> str:
    """Of what is done to people, the people: "(melayani dan menjaga) keselamatan penumpang" → "penumpang"."""
    last = text.split()[-1:]
    held = words()
    known = last and last[0].lower() in held.plain("people_of_work") | held.plain("people")
    return last[0] if known else text


def _takes_object(word: str) -> bool:
    """Can an object follow that verb: not "jauh" of "tahan jauh dari rumah"?"""
    return re.match(r"(me[mnlrwy]|ber)\w+", word.lower()) is not None


def _content(text: str, piece: _Piece) -> list[str]:
    """The words of a piece from its verb or noun of doing on."""
    if piece.kind == "verb" and (found := _auxiliaries().match(text)):
        return text[found.end() :].split()
    return text.split()


def _pair(phrase: Phrase) -> Phrase | None:
    """Of two qualities of one thing, the second: "keputusan yang tepat dan adil" → "keputusan yang adil"."""
    found = bit("two").match(phrase.core)
    if (
        found is None
        or bit("degree").search(f"{found['head']} {found['one']}")
        or bit("degree").search(f"{found['head']} {found['two']}")
    ):
        return None
    return replace(phrase, core=f"{found['head']} {found['two']}")
