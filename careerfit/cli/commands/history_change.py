"""``careerfit history note`` and ``delete``: what can be changed of the history."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.errors import CancelledError, tell
from careerfit.cli.help import explained
from careerfit.cli.options import NUMBER_HELP, Number, argument, option
from careerfit.cli.result_formats import said_again
from careerfit.cli.settings import Settings
from careerfit.cli.terminal import someone_can_answer
from careerfit.errors import UsageError
from careerfit.text import Text, escape

if TYPE_CHECKING:
    from careerfit.history.store import Store

LONGEST_NOTE = 500
NO_NUMBER = Text(
    '{given} bukan nomor hasil. Catatan pada hasil terbaru: careerfit history note "catatanmu"',
    '{given} is no result\'s number. For a note on the newest result: careerfit history note "your note"',
)
NO_NOTE = Text(
    'Catatannya belum ada. Untuk hasil {given}: careerfit history note {given} "catatanmu"',
    'The note is missing. For result {given}: careerfit history note {given} "your note"',
)
NOTED = Text("Catatan disimpan pada hasil {number}.", "The note is kept with result {number}.")
UNNOTED = Text("Catatan pada hasil {number} dihapus.", "The note on result {number} is gone.")
TOO_LONG = Text(
    "Catatannya terlalu panjang; paling banyak {most} huruf.", "The note is too long; {most} letters at most."
)
WHICH = Text(
    "Sebut nomor hasilnya, --unfinished, atau --all; salah satu saja.",
    "Name the attempt's number, --unfinished or --all; just one of them.",
)
WITHOUT_TERMINAL = Text(
    "Tanpa terminal tidak bisa ditanya dulu; tambahkan --yes kalau memang mau dihapus.",
    "Without a terminal nobody can be asked first; add --yes to delete all the same.",
)
ASK_ONE = Text("Hapus hasil {number} ({what}) untuk selamanya?", "Delete result {number} ({what}) for good?")
ASK_ALL = Text(
    "Hapus {attempts} hasil dan {unfinished} kuis yang belum selesai untuk selamanya?",
    "Delete {attempts} result{attempts_s} and {unfinished} unfinished one{unfinished_s} for good?",
)
ASK_UNFINISHED = Text(
    "Hapus {unfinished} kuis yang belum selesai untuk selamanya?",
    "Delete {unfinished} unfinished attempt{unfinished_s} for good?",
)
TYPE_YES = Text(
    "Ketik ya untuk menghapus, apa pun selain itu untuk batal:", "Type yes to delete, anything else to keep:"
)
YES = {"ya", "y", "yes"}
KEPT = Text("Tidak ada yang dihapus.", "Nothing was deleted.")
NOTHING = Text("Tidak ada yang bisa dihapus.", "There is nothing to delete.")
DELETED = Text("Terhapus untuk selamanya: {count}.", "Deleted for good: {count}.")
UNFINISHED_LEFT = Text(
    "Masih ada {unfinished} kuis yang belum selesai, beserta jawabannya. Untuk menghapusnya juga: "
    "careerfit history delete --unfinished",
    "{unfinished} unfinished attempt{unfinished_s} and what was answered there remain. To delete that, too: "
    "careerfit history delete --unfinished",
)
FILES_LEFT = Text(
    "Laporan yang pernah kamu simpan sebagai file tidak ikut terhapus.",
    "Reports that you have saved as files are not deleted by this.",
)
DAMAGED_LEFT = Text(
    "Riwayat lama yang rusak masih ada di {place}; hapus sendiri kalau tidak perlu lagi.",
    "An old, damaged history is still in {place}; delete it yourself if you don't need it.",
)


@explained(
    "Beri catatan pada satu hasil, misalnya dalam keadaan apa kamu menjawabnya. Catatan kosong menghapusnya.",
    "Put a note on an attempt, such as the mood in which you answered. An empty note removes it.",
)
def note(
    ctx: typer.Context,
    first: Annotated[str, argument("[N]", *NUMBER_HELP)],
    second: Annotated[str | None, argument("TEXT", "Catatannya.", "The note.")] = None,
) -> None:
    """N, TEXT → a note; without N it is put on the newest."""
    from careerfit.cli.saved_attempts import attempt_of, find_attempt, history

    settings = settings_of(ctx)
    number, words = _note_on(first, second)
    if len(words) > LONGEST_NOTE:
        raise UsageError(TOO_LONG.fill(most=LONGEST_NOTE))
    with history(settings) as store:
        if number is None:
            found = attempt_of(store, None, settings.load_pack(), said_again(settings))
        else:
            found = find_attempt(store, number)
        if store is not None:
            store.set_note(found.number, words.strip().encode("utf-8", "replace").decode("utf-8"))
    _tell(settings, NOTED if words.strip() else UNNOTED, number=found.number)


def _note_on(first: str, second: str | None) -> tuple[int | None, str]:
    """Which attempt a note is for, None for the newest, and the note. Raises ``UsageError``."""
    is_number = first.isascii() and first.isdigit()
    if second is None:
        if is_number:
            raise UsageError(NO_NOTE.fill(given=escape(first)))
        return None, first
    if not is_number:
        raise UsageError(NO_NUMBER.fill(given=escape(first)))
    return int(first), second


@explained(
    "Hapus satu hasil, kuis yang belum selesai, atau semuanya, untuk selamanya. Di terminal ditanya dulu; di "
    "skrip pakai --yes.",
    "Delete one attempt, unfinished quizzes, or all of it, for good. On a terminal you are asked first; scripts "
    "say --yes.",
)
def delete(
    ctx: typer.Context,
    number: Number = None,
    everything: Annotated[bool, option("--all", "Hapus semuanya.", "Delete everything.")] = False,
    unfinished: Annotated[
        bool, option("--unfinished", "Hapus kuis yang belum selesai.", "Delete the unfinished quizzes.")
    ] = False,
    yes: Annotated[bool, option("--yes", "Jangan tanya dulu.", "Don't ask first.")] = False,
) -> None:
    """Attempts → nothing."""
    from careerfit.cli.saved_attempts import history

    settings = settings_of(ctx)
    if (number is not None) + everything + unfinished != 1:
        raise UsageError(WHICH)
    if not yes and not someone_can_answer():
        raise UsageError(WITHOUT_TERMINAL)
    with history(settings) as store:
        question = _question(settings, store, number, everything=everything)
        if store is None or question is None:
            _tell(settings, NOTHING)
        elif not yes and not _confirmed(settings, question):
            _tell(settings, KEPT)
            return
        else:
            delete_them = store.delete_all if everything else store.delete_unfinished
            _tell(settings, DELETED, count=store.delete(number) if number is not None else delete_them())
            _tell_left(settings, len(store.unfinished()), files=not unfinished)
    if everything:
        from careerfit.history.opening import default_folder, set_aside_files

        for path in set_aside_files(default_folder()):  # they were kept so that nothing is lost, and may hold answers
            _tell(settings, DAMAGED_LEFT, place=path)


def _tell_left(settings: Settings, unfinished: int, *, files: bool) -> None:
    """Say what a deletion does not reach: unfinished quizzes, which may hold a result's answers, and report files."""
    if files:
        _tell(settings, FILES_LEFT)
    if unfinished:
        _tell(settings, UNFINISHED_LEFT, unfinished=unfinished)


def _question(settings: Settings, store: Store | None, number: int | None, *, everything: bool) -> str | None:
    """What to ask before deleting; None where there is nothing to delete. Raises ``UsageError`` for no such number."""
    if number is not None:
        from careerfit.cli.saved_attempts import find_attempt
        from careerfit.report.views.history import verdict_then

        verdict = verdict_then(find_attempt(store, number), settings.lang)
        return ASK_ONE.say(settings.lang, number=number, what=verdict)
    if store is None:
        return None
    attempts, interviews = len(store.attempts()) if everything else 0, len(store.unfinished())
    if not attempts and not interviews:
        return None
    return (ASK_ALL if attempts else ASK_UNFINISHED).say(settings.lang, attempts=attempts, unfinished=interviews)


def _confirmed(settings: Settings, question: str) -> bool:
    """Ask on standard error. Raises ``CancelledError`` where the input ends."""
    tell([question])
    sys.stderr.write(f"{TYPE_YES.pick(settings.lang)} ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise CancelledError
    return line.strip().casefold() in YES


def _tell(settings: Settings, text: Text, **places: object) -> None:
    tell([text.say(settings.lang, **places)])
