"""The history on the command line: look, compare, take along, and delete for good."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from careerfit.cli.saved_attempts import answers_of
from careerfit.core.model import Pack
from careerfit.core.results.attempt import PackMark, Row, pack_mark, shown_then
from careerfit.core.results.result import evaluate
from careerfit.history.opening import FILE, default_folder, set_aside_files
from careerfit.history.store import Store
from tests.history.held import bytes_kept, changed_pack, hold, hold_two
from tests.history.made import make_newer

from .conftest import Program

Two = tuple[int, int]


@pytest.fixture
def two(pack: Pack) -> Two:
    """Two attempts of someone whose mind has changed, and an unfinished one."""
    return hold_two(pack)


def test_no_history_is_no_error(program: Program) -> None:
    """Without a history, the list is empty, exit 0, and none is made by looking."""
    call = program("history", "list")
    assert (0, "", False) == (call.code, call.err, default_folder().exists())
    assert "No results are saved" in call.out


def test_list_names_attempts_and_unfinished(program: Program, two: Two) -> None:
    """The list shows each attempt with its number, the newest first, and what was left unfinished."""
    call = program("history", "list")
    lines = [line.strip() for line in call.out.splitlines()]
    heads = [int(line[0]) for line in lines if line.startswith(("1 ", "2 "))]
    assert (0, sorted(two, reverse=True)) == (call.code, heads)
    assert any(line.startswith("6 answers") for line in lines)


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_list_has_every_form(program: Program, two: Two, form: str) -> None:
    """The list comes in each form that it names, with both attempts."""
    call = program("history", "list", "--format", form)
    if form == "json":
        found = [one["number"] for one in json.loads(call.out)["attempts"]]
    elif form == "csv":
        found = [int(row["number"]) for row in csv.DictReader(StringIO(call.out))]
    else:
        found = [int(line[2]) for line in call.out.splitlines() if re.match(r"- \d \*\*", line)]
    assert (0, sorted(two, reverse=True)) == (call.code, found)


def test_list_document_tells_the_unfinished(program: Program, two: Two) -> None:
    """For programs, the list says how many answers each unfinished interview has, and which pack it is of."""
    assert all(two)
    document = json.loads(program("history", "list", "--format", "json").out)
    (found,) = document["unfinished"]
    assert (6, "quick", document["pack"]) == (found["answered"], found["mode"], found["pack"])


def test_haste_is_told(program: Program, two: Two) -> None:
    """An attempt that was answered in haste says so, and only that one."""
    document = json.loads(program("history", "list", "--format", "json").out)
    shown = ["under two seconds" in program("history", "show", str(number)).out for number in two]
    assert ([True, False], [False, True]) == ([one["fast"] for one in document["attempts"]], shown)


def test_shown_again_to_the_byte(program: Program, two: Two) -> None:
    """A saved attempt is shown as the same document that its answer code gives."""
    with Store() as store:
        attempt = store.attempt(two[1])
    assert attempt is not None
    shown = program("history", "show", str(two[1]), "--format", "json")
    scored = program("score", "--code", attempt.shown.code, "--format", "json")
    assert (0, scored.out) == (shown.code, shown.out)


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "html"])
def test_show_has_every_form(program: Program, pack: Pack, two: Two, form: str) -> None:
    """A saved attempt comes in each form, and names its leader."""
    call = program("history", "show", str(two[0]), "--format", form, "--lang", "id")
    assert (0, True) == (call.code, pack.roles[0].name.id in call.out)


def test_show_says_when_and_why(program: Program, two: Two) -> None:
    """On the screen, an old result says its number and its note, letter for letter."""
    noted = program("history", "note", str(two[0]), " before [b]work[/b] ")
    text = program("history", "show", str(two[0])).out
    assert (0, True, True) == (noted.code, f"Result {two[0]}, " in text, "“before [b]work[/b]”" in text)


def test_without_a_number_the_newest_is_meant(program: Program, two: Two) -> None:
    """``show``, ``diff`` and ``note`` take the newest attempt, and ``diff`` the one before it."""
    first, last = two
    for words, same in (
        (("show",), ("show", str(last))),
        (("diff",), ("diff", str(first), str(last))),
        (("diff", str(first)), ("diff", str(first), str(last))),
    ):
        assert program("history", *words).out == program("history", *same).out
    assert f"result {last}." in program("history", "note", "calm").err
    with Store() as store:
        assert ["", "calm"] == [one.note for one in store.attempts()]


def test_a_note_on_what_is_no_number_is_refused(program: Program, two: Two) -> None:
    """Two words are a number and a note; where the first is none, the call is refused with how to write it."""
    assert two
    call = program("history", "note", "after", "holidays")
    assert (2, True) == (
        call.code,
        call.err.startswith("after is no result's number. For a note on the newest result: careerfit history note"),
    )


def test_a_number_alone_is_no_note(program: Program, two: Two) -> None:
    """Where the note itself was forgotten, the call says so, and no note is overwritten."""
    program("history", "note", "calm")
    call = program("history", "note", str(two[0]))
    told = f'The note is missing. For result {two[0]}: careerfit history note {two[0]} "your note"\n'
    assert (2, told) == (call.code, call.err)
    with Store() as store:
        assert ["", "calm"] == [one.note for one in store.attempts()]


@pytest.mark.parametrize("words", [["show"], ["diff"], ["note", "x"]])
def test_the_newest_of_none_is_refused(program: Program, words: list[str]) -> None:
    """Without any result the call is refused, with how to get one."""
    call = program("history", *words)
    assert (2, "No result is saved yet. Start with: careerfit quiz\n") == (call.code, call.err)


def test_one_result_can_not_be_compared(program: Program, pack: Pack) -> None:
    """A single result has none before it."""
    hold(pack, 1)
    call = program("history", "diff")
    assert (2, "There is only one result, so none to compare it with.\n") == (call.code, call.err)


@pytest.fixture
def foreign(two: Two) -> int:
    """An attempt of another pack, the newest of all."""
    assert two
    with Store() as store:
        (shown,) = {one.shown for one in store.attempts() if one.number == two[1]}
        begun = store.begin(PackMark("lain", "2.0", "f" * 16), "quick", "id", {1: Row(("x-1",), 4, 2.0, "x+")})
        return store.finish(begun, "quick", "id", {}, shown)


def test_attempts_of_another_pack_are_kept_apart(program: Program, two: Two, foreign: int) -> None:
    """An attempt of another pack is neither worked out on this one, nor compared with its own, nor their newest."""
    told = f"Result {foreign} was made with the pack lain, not kesejahteraan-sosial. Name its folder: --pack FOLDER\n"
    for words in (("show", str(foreign)), ("diff", str(two[0]), str(foreign))):
        call = program("history", *words)
        assert (2, "", told) == (call.code, call.out, call.err)
    assert program("history", "show", str(two[1])).out == program("history", "show").out
    assert program("history", "diff", *map(str, two)).out == program("history", "diff").out
    listed = program("history", "list").out
    assert ("history diff" in listed, f"history show {foreign}" in listed) == (False, True)
    assert 0 == program("history", "export", str(foreign)).code
    assert 0 == program("history", "delete", str(foreign), "--yes").code


def test_names_stand_in_the_list(program: Program, two: Two) -> None:
    """Whose an attempt is stands beside it, on the screen and in the document."""
    with Store() as store:
        store.set_name(two[1], "Sari Dewi")
    assert "Sari Dewi · " in program("history", "list").out
    document = json.loads(program("history", "list", "--format", "json").out)
    assert ["Sari Dewi", ""] == [one["name"] for one in document["attempts"]]


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_report_of_an_attempt_has_its_day_and_note(program: Program, two: Two, form: str) -> None:
    """As a report, an old result says on which day it was answered, and its note."""
    program("history", "note", str(two[0]), "before work")
    text = program("history", "show", str(two[0]), "--format", form).out
    assert [True, True] == ["Answered on " in text, "“before work”" in text]


def test_note_can_be_removed(program: Program, two: Two) -> None:
    """An empty note removes the old one."""
    for words in ("before work", ""):
        program("history", "note", str(two[0]), words)
    assert "before work" not in program("history", "list").out


def test_note_may_hold_any_bytes(program: Program, two: Two) -> None:
    """A note that is no valid text is kept as well as it can be."""
    call = program("history", "note", str(two[0]), "a\udce9b")
    assert (0, True) == (call.code, "“a?b”" in program("history", "list").out)


def test_note_has_an_end(program: Program, two: Two) -> None:
    """A note longer than 500 letters is refused: exit 2."""
    calls = [program("history", "note", str(two[0]), "x" * length).code for length in (500, 501)]
    assert [0, 2] == calls


def test_changed_pack_is_told(program: Program, two: Two, tmp_path: Path) -> None:
    """With another version of the pack, the result is worked out anew, and that is said with the verdict of then."""
    copy = changed_pack(tmp_path)
    call = program("history", "show", str(two[0]), "--pack", str(copy), "--format", "json")
    assert (0, True) == (call.code, json.loads(call.out)["quality"]["answered"] > 0)
    assert all(words in call.err for words in ("worked out anew", "Back then", "can't be used any more"))


def test_diff_tells_change(program: Program, pack: Pack, two: Two) -> None:
    """Two attempts side by side name both leaders, and say whether that is more than wavering."""
    call = program("history", "diff", *map(str, two), "--format", "json")
    document = json.loads(call.out)
    leaders = [document[side]["leader"] for side in ("first", "second")]
    assert (0, [pack.roles[0].slug, pack.roles[2].slug], True) == (call.code, leaders, document["lead"]["changed"])


@pytest.mark.parametrize("form", ["table", "markdown", "csv"])
def test_diff_has_every_form(program: Program, two: Two, form: str) -> None:
    """Two attempts side by side come in each form."""
    call = program("history", "diff", *map(str, two), "--format", form)
    assert (0, True, "") == (call.code, len(call.out) > 200, call.err)


def test_diff_of_one_with_itself(program: Program, two: Two) -> None:
    """An attempt is not set beside itself: exit 2."""
    call = program("history", "diff", str(two[0]), str(two[0]))
    assert (2, "") == (call.code, call.out)


def test_diff_of_a_changed_pack_is_told(program: Program, two: Two, tmp_path: Path) -> None:
    """With another version of the pack, both attempts are worked out anew, and that is said of each."""
    call = program("history", "diff", *map(str, two), "--pack", str(changed_pack(tmp_path)))
    assert (0, 2) == (call.code, call.err.count("worked out anew"))


def test_export_holds_all_answers(program: Program, two: Two) -> None:
    """An export holds the code and every answer of the attempt."""
    (exported,) = json.loads(program("history", "export", str(two[0])).out)["attempts"]
    with Store() as store:
        kept = store.attempt(two[0])
    assert kept is not None
    responses = {r.keys[0]: r.value for r in kept.rows if len(r.keys) == 1 and r.value is not None}
    assert (kept.shown.code, responses) == (exported["code"], exported["answers"])


def test_export_holds_duels(program: Program, pack: Pack) -> None:
    """An export holds the duels in order, with the side that was chosen; those that were skipped are left out."""
    left, right, other = [facet.key for facet in pack.facets if facet.key not in pack.shared][:3]
    given = [Row((left, right), "right"), Row((left, other), None), Row((right, other), "left")]
    with Store() as store:
        begun = store.begin(pack_mark(pack), "quick", "id", dict(enumerate(given, 1)))
        result = evaluate(pack, answers_of(pack, given)[0])
        store.finish(begun, "quick", "id", {}, shown_then(result))
    (exported,) = json.loads(program("history", "export").out)["attempts"]
    expected = [{"left": left, "right": right, "answer": "right"}, {"left": right, "right": other, "answer": "left"}]
    assert expected == exported["duels"]


def test_export_to_a_file(program: Program, two: Two, tmp_path: Path) -> None:
    """The file's ending says the form; a row for each attempt."""
    call = program("history", "export", "-o", str(tmp_path / "all.csv"))
    rows = list(csv.DictReader(StringIO((tmp_path / "all.csv").read_text(encoding="utf-8"))))
    assert (0, "", sorted(two)) == (call.code, call.out, sorted(int(row["number"]) for row in rows))


def test_export_of_nothing(program: Program) -> None:
    """Without a history the export is empty, and still a document."""
    call = program("history", "export")
    assert (0, []) == (call.code, json.loads(call.out)["attempts"])


@pytest.mark.parametrize(
    "words", [["show", "9"], ["diff", "1", "9"], ["delete", "9", "--yes"], ["note", "9", "x"], ["export", "9"]]
)
def test_no_such_number(program: Program, two: Two, words: list[str]) -> None:
    """A number that there is not: exit 2, and the message says which ones there are."""
    call = program("history", *words)
    listed = ", ".join(map(str, sorted(two)))
    assert (2, "", True) == (call.code, call.out, f"There are: {listed}." in call.err)


@pytest.mark.parametrize("words", [["show", "1"], ["delete", "1", "--yes"], ["export", "1"], ["note", "1", "x"]])
def test_number_without_history(program: Program, words: list[str]) -> None:
    """Without a history any number is unknown, and none is made."""
    call = program("history", *words)
    assert (2, "", False) == (call.code, call.out, default_folder().exists())


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_history_alone_is_the_list(program: Program, two: Two, lang: str) -> None:
    """Without a subcommand the attempts are listed, in the active language."""
    assert all(two)
    assert program("history", "list", "--lang", lang) == program("history", "--lang", lang)


def test_delete_needs_yes_without_terminal(program: Program, two: Two) -> None:
    """Without a terminal and without --yes nothing is deleted: exit 2, and the message names --yes."""
    call = program("history", "delete", str(two[0]), stdin="yes\n")
    with Store() as store:
        assert (2, True, 2) == (call.code, "--yes" in call.err, len(store.attempts()))


@pytest.mark.parametrize("words", [[], ["1", "--all"], ["--all", "--unfinished"], ["1", "--unfinished"]])
def test_delete_one_thing_at_a_time(program: Program, two: Two, words: list[str]) -> None:
    """What to delete is named once: exit 2 otherwise, and nothing is deleted."""
    call = program("history", "delete", *words, "--yes")
    with Store() as store:
        assert (2, list(two)) == (call.code, [one.number for one in store.attempts()])


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(("said", "left"), [("yes", 0), (" Y ", 0), ("ya", 0), ("no", 2), ("", 2), ("y e s", 2)])
def test_delete_asks_once(program: Program, said: str, left: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal it is asked once; anything but a yes deletes nothing, and both end well."""
    monkeypatch.setattr("careerfit.cli.commands.history_change.someone_can_answer", lambda: True)
    call = program("history", "delete", "--all", stdin=f"{said}\n")
    assert (0, 1) == (call.code, call.err.count("Type yes"))
    with Store() as store:
        assert left == len(store.attempts())


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ("--all", "Delete 2 results and 1 unfinished one for good?"),
        ("--unfinished", "Delete 1 unfinished attempt for good?"),
    ],
)
def test_delete_asks_for_what_it_deletes(
    program: Program, which: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question names what would be deleted, and nothing else."""
    monkeypatch.setattr("careerfit.cli.commands.history_change.someone_can_answer", lambda: True)
    assert expected == program("history", "delete", which, stdin="no\n").err.splitlines()[0]


def test_delete_one(program: Program, two: Two) -> None:
    """A deleted attempt's code and note are in no file any more; the other one is untouched."""
    program("history", "note", str(two[0]), "MARKEDNOTE")
    with Store() as store:
        doomed, spared = store.attempt(two[0]), store.attempt(two[1])
    assert doomed is not None
    marks = (doomed.shown.code.encode(), b"MARKEDNOTE")
    before = [mark in bytes_kept() for mark in marks]
    call = program("history", "delete", str(two[0]), "--yes")
    after = [mark in bytes_kept() for mark in marks]
    with Store() as store:
        assert (0, [True, True], [False, False], (spared,)) == (call.code, before, after, store.attempts())


@pytest.mark.parametrize(
    ("which", "left"), [("1", (True, True)), ("--unfinished", (False, False)), ("--all", (False, True))]
)
def test_deleting_tells_what_is_left(program: Program, two: Two, which: str, left: tuple[bool, bool]) -> None:
    """Unfinished quizzes that stay are told with what deletes them; report files are where a result was deleted."""
    assert two == (1, 2)
    told = program("history", "delete", which, "--yes").err
    assert left == (": careerfit history delete --unfinished\n" in told, "saved as files" in told)


def test_delete_all(program: Program, pack: Pack, two: Two) -> None:
    """After deleting everything, no item's or role's name stands in any file of the folder."""
    assert all(two)
    call = program("history", "delete", "--all", "--yes")
    words = [*(item.key for item in pack.items), *(role.slug for role in pack.roles), "CF1-", pack.name]
    assert (0, []) == (call.code, [word for word in words if word.encode() in bytes_kept()])


def test_delete_unfinished(program: Program, two: Two) -> None:
    """Deleting the unfinished interviews spares the attempts."""
    call = program("history", "delete", "--unfinished", "--yes")
    with Store() as store:
        assert (0, (), list(two)) == (call.code, store.unfinished(), [one.number for one in store.attempts()])


@pytest.mark.parametrize("which", ["--all", "--unfinished"])
def test_delete_nothing(program: Program, which: str) -> None:
    """Deleting where there is nothing is no error, and makes nothing."""
    call = program("history", "delete", which, "--yes")
    assert (0, "", False) == (call.code, call.out, default_folder().exists())


def test_delete_in_an_empty_history(program: Program, pack: Pack) -> None:
    """Deleting a second time finds nothing, and says so."""
    hold(pack, 0, stop=3)
    calls = [program("history", "delete", "--all", "--yes") for _ in range(2)]
    assert ([0, 0], True) == ([call.code for call in calls], "nothing to delete" in calls[1].err)


def test_damaged_history_is_told_and_kept(program: Program) -> None:
    """A damaged file is set aside and that is told; deleting everything names it, and leaves it to the user."""
    default_folder().mkdir(parents=True)
    (default_folder() / FILE).write_bytes(b"spoilt" * 100)
    listed = program("history", "list")
    (kept,) = set_aside_files(default_folder())
    deletion = program("history", "delete", "--all", "--yes")
    assert (0, True, b"spoilt" * 100) == (listed.code, str(kept) in listed.err, kept.read_bytes())
    assert (0, True) == (deletion.code, str(kept) in deletion.err)


def test_what_was_not_deleted_is_not_told_as_left(
    program: Program, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who declines to delete everything is not told to delete a damaged history by hand."""
    hold_two(pack)
    (default_folder() / "history.damaged-20251001-071500.db").touch()
    monkeypatch.setattr("careerfit.cli.commands.history_change.someone_can_answer", lambda: True)
    told = program("history", "delete", "--all", stdin="no\n").err
    assert (True, False) == ("Nothing was deleted." in told, "damaged" in told)


def test_newer_history_is_refused(program: Program) -> None:
    """A history of a newer version: exit 1, one line, and the file untouched."""
    make_newer(default_folder())
    before = (default_folder() / FILE).read_bytes()
    call = program("history", "list")
    assert (1, "", 1, True) == (call.code, call.out, call.err.count("\n"), "newer careerfit" in call.err)
    assert before == (default_folder() / FILE).read_bytes()


def test_file_that_is_a_folder_is_told(program: Program) -> None:
    """With a folder in place of the file: exit 1, one line, no traceback."""
    (default_folder() / FILE).mkdir(parents=True)
    call = program("history", "list")
    assert (1, "", 1) == (call.code, call.out, call.err.count("\n"))


def test_place_that_is_no_folder_has_no_history(program: Program) -> None:
    """With a file in place of the state folder there is no history, and the file stays as it is."""
    default_folder().parent.mkdir(parents=True)
    default_folder().write_text("in the way")
    call = program("history", "list")
    assert (0, "in the way") == (call.code, default_folder().read_text())
