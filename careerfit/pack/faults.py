"""What can be wrong with a pack or an answers file: where it stands, and in which words it is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple, TypeAlias

from careerfit.errors import Problem
from careerfit.pack.limits import MOST_FAULTS
from careerfit.text import Text, escape

HEADLINE = Text("Paket ini tidak bisa dipakai:", "This pack can't be used:")

ERRORS: Mapping[str, Text] = {
    # The folder and its files
    "more": Text(
        "masih ada masalah lain; perbaiki dulu {most} yang di atas.",
        "there are more problems; mend these {most} first.",
    ),
    "no-folder": Text("folder ini tidak ada.", "there is no such folder."),
    "not-a-folder": Text(
        "ini bukan folder; sebut folder yang berisi catalogue.yaml.",
        "this is not a folder; name the folder that holds catalogue.yaml.",
    ),
    "no-shipped": Text(
        "paket bawaan tidak ada di sini; pasang ulang careerfit, atau sebut paket lain dengan --pack.",
        "the shipped pack is missing; install careerfit again, or name another pack with --pack.",
    ),
    "no-file": Text(
        "file ini tidak ada, padahal setiap paket membutuhkannya.", "this file is missing, and every pack needs it."
    ),
    "no-roles": Text(
        "folder ini tidak ada; simpan satu file untuk tiap peran di sini.",
        "this folder is missing; keep one file for each role in it.",
    ),
    "symlink": Text(
        "ini tautan ke tempat lain; taruh file aslinya di dalam paket.",
        "this is a link to somewhere else; put the file itself into the pack.",
    ),
    "not-a-file": Text("ini bukan file biasa.", "this is not a regular file."),
    "unreadable": Text("tidak bisa dibaca: {reason}.", "can't be read: {reason}."),
    "suffix": Text(
        "ganti akhiran namanya menjadi .yaml supaya file ini ikut dibaca.",
        "change its ending to .yaml, so that the file is read.",
    ),
    "bad-slug": Text(
        "nama file peran hanya boleh berisi huruf kecil a–z, angka, dan tanda hubung, misalnya pekerja-sosial.yaml.",
        "a role's file name may hold only lowercase a–z, digits and hyphens, for example social-worker.yaml.",
    ),
    "too-few-roles": Text(
        "peran dalam paket ini: {count}; perlu paling sedikit 2 untuk dibandingkan.",
        "roles in this pack: {count}; comparing takes at least 2.",
    ),
    "too-many-roles": Text(
        "paket ini berisi {count} peran; paling banyak {most}.", "this pack has {count} roles; at most {most} will do."
    ),
    "too-large": Text("file ini lebih besar dari {most} KiB.", "this file is larger than {most} KiB."),
    "not-utf8": Text(
        "file ini bukan teks UTF-8; simpan ulang sebagai UTF-8.", "this file is not UTF-8 text; save it as UTF-8."
    ),
    # YAML
    "empty-file": Text("file ini kosong.", "this file is empty."),
    "syntax": Text(
        "YAML di sini salah tulis; periksa tanda kutip, titik dua, jarak dari tepi kiri, dan tab (pakai spasi).",
        "the YAML is broken here; check quotes, colons, indentation and tabs (use spaces).",
    ),
    "tab": Text(
        "ada tab di depan baris ini; YAML hanya mengenal spasi, jadi ganti tab itu dengan spasi.",
        "a tab stands at the beginning of this line; YAML knows spaces alone, so put spaces in its place.",
    ),
    "odd-space": Text(
        "ada spasi yang bukan spasi biasa ({char}) di depan baris ini; hapus, lalu ketik spasi biasa.",
        "a space that is no plain one ({char}) stands at the beginning of this line; remove it and type plain spaces.",
    ),
    "open-quote": Text(
        'tanda kutip di baris ini tidak ditutup, atau ada tanda kutip di dalamnya; tulis yang di dalam sebagai \\".',
        'a quotation mark on this line is not closed, or stands inside the text; write one inside as \\".',
    ),
    "bare-colon": Text(
        "teks di baris ini berisi titik dua tanpa tanda kutip; beri tanda kutip pada seluruh teksnya.",
        "the text on this line has a colon and no quotes; put the whole text in quotes.",
    ),
    "documents": Text(
        "satu file hanya boleh berisi satu dokumen; hapus '---' yang ini.",
        "one file holds one document; remove this '---'.",
    ),
    "duplicate-key": Text(
        "kunci ini sudah ada di baris {first}; hapus salah satunya.",
        "this key already stands in line {first}; remove one of them.",
    ),
    "key-not-text": Text(
        "YAML membaca kunci '{key}' sebagai {read}; beri tanda kutip.",
        "YAML reads the key '{key}' as {read}; put it in quotes.",
    ),
    "key-not-plain": Text(
        "kunci harus berupa teks, bukan daftar atau pemetaan.", "a key must be text, not a list or a mapping."
    ),
    "tag": Text("hapus tag '{tag}'; pakai YAML biasa saja.", "remove the tag '{tag}'; use plain YAML only."),
    "anchor": Text(
        "hapus jangkar '&{name}'; tulis isinya di setiap tempat.",
        "remove the anchor '&{name}'; write the content out in each place.",
    ),
    "alias": Text(
        "hapus rujukan '*{name}'; tulis isinya di sini.", "remove the alias '*{name}'; write the content out here."
    ),
    "too-deep": Text("isinya bertingkat lebih dari {most} lapis.", "this is nested more than {most} levels deep."),
    "too-many-nodes": Text("file ini berisi lebih dari {most} nilai.", "this file holds more than {most} values."),
    "control": Text(
        "ada karakter tersembunyi {char}; hapus, dan tulis setiap teks dalam satu baris.",
        "there is a hidden character {char}; remove it, and keep each text on one line.",
    ),
    # A file of answers
    "no-answers": Text("file ini tidak ada.", "there is no such file."),
    "broken-json": Text("JSON salah tulis di kolom {column}.", "broken JSON in column {column}."),
    "not-pairs": Text(
        "isinya harus pasangan kunci dan nilai; contohnya: careerfit questions --template",
        "it must hold pairs of key and value; for an example: careerfit questions --template",
    ),
    "not-flat": Text(
        "tulis satu nilai saja: angka 1 sampai 5, atau null.", "give one value only: a number from 1 to 5, or null."
    ),
    "too-many-keys": Text("isinya lebih dari {most} kunci.", "it holds more than {most} keys."),
    # The form of a file
    "unknown-key": Text(
        "kunci ini tidak dikenal.{hint} Yang bisa dipakai: {known}.", "this key is unknown.{hint} Use one of: {known}."
    ),
    "missing-key": Text("ini belum diisi.", "this is missing."),
    "missing-any": Text("isi paling sedikit satu dari ini: {names}.", "this needs at least one of these: {names}."),
    "not-mapping": Text(
        "harus berupa pemetaan (kunci: nilai), bukan {read}.", "this must be a mapping (key: value), not {read}."
    ),
    "not-list": Text("harus berupa daftar, bukan {read}.", "this must be a list, not {read}."),
    "not-text": Text(
        "harus berupa teks, tetapi YAML membaca '{value}' sebagai {read}; beri tanda kutip.",
        "this must be text, but YAML reads '{value}' as {read}; put it in quotes.",
    ),
    "not-plain-text": Text("harus berupa teks, bukan {read}.", "this must be text, not {read}."),
    "not-one-of": Text("harus salah satu dari {known}, bukan {value}.", "this must be one of {known}, not {value}."),
    "quoted": Text("tulis {value} tanpa tanda kutip.", "write {value} without quotes."),
    "piled": Text(
        "ada lebih dari {most} tanda yang bertumpuk pada satu huruf; tulis teks biasa.",
        "more than {most} marks are piled on one letter; write plain text.",
    ),
    "empty-text": Text("teks ini kosong.", "this text is empty."),
    "edge-space": Text("hapus spasi di awal atau akhir teks.", "remove the space at the beginning or end of the text."),
    "double-space": Text("hapus spasi ganda di dalam teks.", "remove the doubled space in the text."),
    "too-long": Text(
        "panjangnya {count} karakter; paling banyak {most}.", "this is {count} characters long; at most {most} will do."
    ),
    "bad-key": Text(
        "'{value}' hanya boleh berisi huruf kecil a–z, angka, dan tanda hubung.",
        "'{value}' may hold only lowercase a–z, digits and hyphens.",
    ),
    "exactly": Text("harus berisi tepat {most}, bukan {count}.", "this must hold exactly {most}, not {count}."),
    "too-few": Text(
        "harus berisi paling sedikit {least}, bukan {count}.", "this must hold at least {least}, not {count}."
    ),
    "too-many": Text(
        "harus berisi paling banyak {most}, bukan {count}.", "this must hold at most {most}, not {count}."
    ),
    "not-a-number": Text("harus berupa angka, bukan {read}.", "this must be a number, not {read}."),
    # What files must agree on
    "other-pack": Text(
        "ini dibuat untuk paket {theirs}, bukan {ours}.", "this was made for the pack {theirs}, not {ours}."
    ),
    "other-state": Text(
        "paketnya sudah berubah sejak ini dibuat; buat lagi dari jawaban yang sama, atau, kalau arti butirnya tetap, "
        "tulis di sini {ours}.",
        "the pack has changed since this was made; make it anew of the same answers, or, if its items still mean the "
        "same, write {ours} here.",
    ),
    "unknown-facet": Text(
        "faset ini tidak dikenal.{hint} Faset baru ditulis di bagian 'facets'.",
        "this facet is unknown.{hint} A new facet is written under 'facets'.",
    ),
    "unknown-family": Text(
        "keluarga '{family}' tidak dikenal.{hint} Tulis di 'families' pada catalogue.yaml, atau pakai kunci faset ini.",
        "the family '{family}' is unknown.{hint} Add it to 'families' in catalogue.yaml, or use the facet's own key.",
    ),
    "facet-twice": Text(
        "faset ini sudah ada di {other}; hapus salah satunya.",
        "this facet already stands in {other}; remove one of them.",
    ),
    "facet-is-item": Text(
        "kunci ini juga kunci sebuah butir dari faset '{facet}'; ganti namanya.",
        "this is also the key of an item of the facet '{facet}'; rename it.",
    ),
    "facets-alike": Text(
        "nama '{name}' sudah dipakai faset '{other}'.", "the name '{name}' already belongs to the facet '{other}'."
    ),
    "too-many-facets": Text(
        "paket ini berisi {count} faset; paling banyak {most}.", "this pack has {count} facets; at most {most} will do."
    ),
    "too-many-items": Text(
        "paket ini berisi {count} butir; paling banyak {most}.", "this pack has {count} items; at most {most} will do."
    ),
    "item-key": Text(
        "kunci butir harus '{facet}-' diikuti nomor, misalnya '{facet}-1'.",
        "an item's key must be '{facet}-' and a number, for example '{facet}-1'.",
    ),
    "unbalanced": Text(
        "butir dengan keyed 1: {positive}, dengan keyed -1: {reversed}; jumlahnya harus sama.",
        "items keyed 1: {positive}, items keyed -1: {reversed}; there must be as many of each.",
    ),
    "same-item": Text(
        "kalimat butir ini sama dengan '{other}'.", "this item's sentence is the same as that of '{other}'."
    ),
    "roles-alike": Text(
        "nama '{name}' sudah dipakai peran '{other}'.", "the name '{name}' already belongs to the role '{other}'."
    ),
    "phrase": Text(
        "frasa “{phrase}” tidak ada di dalam kalimatnya.{hint}",
        "the phrase “{phrase}” does not stand in its sentence.{hint}",
    ),
    "quote": Text(
        "“{phrase}” tidak ada di kalimat mana pun di sections.expectations.{hint}",
        "“{phrase}” stands in no sentence of sections.expectations.{hint}",
    ),
    "belief-needed": Text(
        "anggapan yang keliru (holds: false) perlu 'belief'.",
        "a statement that does not hold (holds: false) needs a 'belief'.",
    ),
    "belief-spare": Text(
        "pernyataan yang benar (holds: true) tidak memakai 'belief'.",
        "a statement that holds (holds: true) has no 'belief'.",
    ),
}
"""Why a pack, or a file of answers in YAML, can't be used: code → text with placeholders."""

WARNINGS: Mapping[str, Text] = {
    "unworded": Text(
        "faset ini belum punya butir sendiri, jadi ditanyakan dengan kalimat umum; tulis dua butir (keyed 1 dan -1).",
        "this facet has no items of its own, so it is asked about in plain default words; write two (keyed 1 and -1).",
    ),
    "barely": Text(
        "posisinya di batas antara yang diminta semua dan yang membedakan ({support} dari "
        "{threshold}): satu frasa lagi atau kurang bisa mengubah urutan hasil.",
        "it stands at the edge between what nearly all roles ask for and what tells them apart ({support} of "
        "{threshold}): one phrase more or less can change the order of results.",
    ),
    "twins": Text(
        "peran ini meminta persis yang diminta '{other}', jadi kuis tidak bisa membedakannya; tambahkan faset yang "
        "hanya "
        "dimiliki salah satunya.",
        "this role asks for exactly what '{other}' does, so the quiz can't tell them apart; add a facet that only "
        "one of "
        "them has.",
    ),
    "breaker": Text(
        "hampir semua kalimat tidak cocok menyebutnya; dengan {least} butir, kuis bisa bilang kalau bidang ini "
        "kurang cocok untuk seseorang (sekarang: {count}).",
        "nearly all tidak cocok sentences name it; with {least} items, the quiz can tell somebody whom the field "
        "does not "
        "suit (now: {count}).",
    ),
    "no-own-facet": Text(
        "tidak ada faset yang hanya dimiliki peran ini, jadi ia lebih sulit dibedakan dari yang lain; beri satu.",
        "no facet belongs to this role alone, so it is harder to tell from the others; give it one.",
    ),
    "no-doing": Text(
        "tambahkan 'doing', apa yang dikerjakan orangnya; tanpa itu pertanyaan “mana yang lebih ingin kamu kerjakan” "
        "menampilkan nama fasetnya.",
        "add 'doing', what such a person does; without it, the question which of two one would rather do shows the "
        "facet's name.",
    ),
    "nameless": Text(
        "kalimat ini belum menyebut faset apa pun, jadi tidak ikut dinilai; tambahkan 'names', atau biarkan kalau "
        "memang "
        "hanya pengantar.",
        "this sentence names no facet, so it counts for nothing; add 'names', or leave it where it only introduces "
        "others.",
    ),
    "no-differences": Text(
        "peran ini belum punya kalimat perbedaan; pembaca profil jadi tidak tahu bedanya dengan profesi yang mirip.",
        "this role has no sentence of difference, so readers of its profile don't learn what sets it apart from "
        "others.",
    ),
    "no-beliefs": Text(
        "peran ini belum punya 'beliefs', jadi tidak bisa dipakai di cek realita; tulis satu anggapan dan "
        "kenyataannya.",
        "this role has no 'beliefs', so there is no reality check for it; write one belief and what is true.",
    ),
    "unanswered": Text(
        "kalimat ini tidak dikutip di 'beliefs', jadi tidak muncul di cek realita; kutip sebagai 'belief' atau "
        "'reality'.",
        "no belief quotes this sentence, so the reality check leaves it out; quote it as 'belief' or 'reality'.",
    ),
    "unread": Text(
        "file ini tidak dibaca. Teks mentah dijadikan peran dengan: careerfit draft; selain itu, pindahkan dari sini.",
        "this file is not read. A raw text becomes a role with: careerfit draft; anything else is better kept "
        "elsewhere.",
    ),
    "cut-text": Text(
        "“ #{rest}” dibaca sebagai komentar, jadi teksnya terpotong di situ; beri tanda kutip pada seluruh teks.",
        "“ #{rest}” is read as a comment, so the text is cut there; put the whole text in quotes.",
    ),
    "counting-title": Text(
        "judul ini menyebut jumlah peran, yang berubah begitu satu peran ditambah; tulis tanpa angkanya.",
        "this title says how many roles there are, which changes with each new one; leave the number out.",
    ),
    "near-twins": Text(
        "namanya hampir sama dengan '{other}', jadi orang menjawab keduanya serupa; gabungkan, atau beri nama yang "
        "jelas "
        "bedanya.",
        "its name is nearly that of '{other}', so people answer both alike; make them one, or name them apart.",
    ),
    "one-language": Text(
        "peran ini baru ditulis dalam satu bahasa; tulis bahasa satunya ({missing} teks lagi), lalu hapus baris ini.",
        "this role is written in one language so far; write the other one ({missing} to go), then remove this line.",
    ),
    "both-languages": Text(
        "semua teks peran ini sudah ada dalam dua bahasa: hapus baris ini.",
        "all texts of this role are in both languages now: remove this line.",
    ),
    "unnamed": Text(
        "tidak ada peran yang menyebut faset ini, jadi tidak pernah ditanyakan.",
        "no role names this facet, so it is never asked about.",
    ),
    "long-item": Text(
        "butir ini {count} kata; usahakan paling banyak {most}.", "this item has {count} words; aim for at most {most}."
    ),
    "key-order": Text(
        "butir ini dan butir sebelumnya sama-sama keyed {keyed}; selang-seling 1 dan -1.",
        "this item and the one before it are both keyed {keyed}; alternate 1 and -1.",
    ),
    "long-label": Text(
        "teks ini {count} karakter; di layar muat paling banyak {most}.",
        "this text has {count} characters; the screen fits at most {most}.",
    ),
    "not-read": Text(
        "file ini tidak dibaca; peran disimpan di folder roles.",
        "this file is not read; roles belong in the folder roles.",
    ),
}
"""What is worth a look in a pack that can be used."""

KINDS: Mapping[str, Text] = {
    "text": Text("teks", "text"),
    "number": Text("angka", "a number"),
    "bool": Text("nilai ya/tidak", "a yes/no value"),
    "null": Text("nilai kosong", "an empty value"),
    "date": Text("tanggal", "a date"),
    "merge": Text("tanda khusus YAML", "a special mark of YAML"),
    "mapping": Text("pemetaan", "a mapping"),
    "list": Text("daftar", "a list"),
}
"""What YAML takes a value for, in words."""


Path: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top of its file: keys, and positions in lists from 0."""


class Fault(NamedTuple):
    """One thing that is wrong in a file; ``line`` counts from 1, and 0 stands for the file as a whole."""

    file: str
    line: int
    path: Path
    what: Text

    def problem(self) -> Problem:
        """The fault as the user reads it: ``roles/x.yaml:12: sections.cocok[1]: …``."""
        place = f"{escape(self.file, 500)}:{self.line}" if self.line else escape(self.file, 500)
        return Problem(f"{place}: {spell(self.path)}" if self.path else place, self.what)


def message(code: str, /, **params: object) -> Text:
    """The error or warning of that code with its placeholders filled in."""
    return (ERRORS.get(code) or WARNINGS[code]).fill(**params)


def reason_of(error: OSError) -> Text | str:
    """Why the system would not read a file."""
    if isinstance(error, PermissionError):
        return Text("kamu tidak punya izin membacanya", "you have no permission to read it")
    return error.strerror or str(error)


def spell(path: Path) -> str:
    """A path in one word: ``sections.cocok[1].names.analisis``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{escape(part)}" for part in path)
    return "".join(parts).removeprefix(".")


def problems(faults: Iterable[Fault]) -> tuple[Problem, ...]:
    """The first ``MOST_FAULTS`` faults as problems, sorted by file and line; a last one says if there are more."""
    rest = iter(faults)
    found = sorted(islice(rest, MOST_FAULTS), key=lambda f: (f.file, f.line, spell(f.path), f.what.en))
    more = [Problem("", message("more", most=MOST_FAULTS))] if next(rest, None) is not None else []
    return (*(fault.problem() for fault in found), *more)
