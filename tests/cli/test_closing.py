"""The end of an interview: what its result looks like, what each key does, and what stays on the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerfit.cli.interviewing.closing import Closing
from careerfit.core.model import Pack
from careerfit.history.recorder import Recorder
from careerfit.history.store import Store
from careerfit.interview.pages import Entry, Flow
from careerfit.report.views.result.brief import MOST_ROWS
from careerfit.text import LANGUAGES, Lang
from tests.report.people import PEOPLE

from .results import FOLDER, SIZES, WAYS, closed, held, seen, short, snapshots, spoken


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty history."""
    with Store(tmp_path / "state") as opened:
        yield opened


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the program is called."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def kept(store: Store, pack: Pack, name: str = "tie-of-two", *variables: str) -> tuple[Closing, Flow]:
    """The end of an interview that is kept in the history, with its first page on show."""
    log = held(pack, PEOPLE[name](pack)).log
    recorder = Recorder(store, pack, mode="quick", lang="id")
    for position, reply in enumerate(log, 1):
        recorder.save(position, reply)
    return closed(pack, name, "id", recorder, *variables)


def way(flow: Flow, name: str) -> int:
    """The key of that name, from 0."""
    return next(n for n, choice in enumerate(flow.page().choices) if name in choice)


# What it looks like -------------------------------------------------------------------------------------------------


def test_it_looks_as_it_did(pack: Pack) -> None:
    """Every page is what it was when it was last looked at; ``python -m tests.cli.results`` writes them anew."""
    found = dict(snapshots(pack))
    assert {path.name for path in FOLDER.iterdir()} == set(found)
    assert [] == [name for name, text in found.items() if (FOLDER / name).read_text(encoding="utf-8") != text]


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [40, 80, 120])
def test_the_first_page_is_seen_whole(pack: Pack, name: str, lang: Lang, columns: int) -> None:
    """On 24 rows the headline, the reasons there is room for, and every key are seen at once, and nothing is cut."""
    _, flow = closed(pack, name, lang)
    screen = seen(flow, columns, 24)
    assert len(screen.splitlines()) <= 24
    assert max(map(len, screen.splitlines())) <= columns
    assert "PgUp" not in screen
    assert [] == [choice for choice in flow.page().choices if choice not in " ".join(screen.split())]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_no_reasons_fit_the_chances_do(pack: Pack, lang: Lang) -> None:
    """On a narrow screen a tie has no room for its reasons: both roles' chances stand there instead of blank rows."""
    screen = seen(closed(pack, "tie-of-two", lang)[1], 40, 24)
    assert 2 == sum("█" in line for line in screen.splitlines())


@pytest.mark.parametrize("size", SIZES)
def test_the_keys_are_on_every_screen(pack: Pack, size: tuple[int, int]) -> None:
    """However small the screen is, the keys and how to see more stand on it."""
    screen = seen(closed(pack, "clear", "id")[1], *size)
    assert len(screen.splitlines()) <= size[1]
    assert "q selesai" in screen


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("columns", [20, 40, 80, 120])
def test_what_stays_is_short(pack: Pack, name: str, lang: Lang, columns: int) -> None:
    """At most 22 lines stay on the terminal, with the headline, and no command that is broken over two of them."""
    lines = short(pack, name, lang, columns).splitlines()
    assert len(lines) <= MOST_ROWS
    commands = [line.strip() for line in lines if line.strip().startswith("careerfit ")]
    assert commands
    whole = r"careerfit history( (show 6|delete 6|diff 5 6))?"
    assert [] == [command for command in commands if not re.fullmatch(whole, command)]


def test_plain_words_carry_no_drawing(pack: Pack) -> None:
    """Read aloud, there are neither bars nor signs, and reasons say whether they speak for it."""
    said = spoken(pack, "clear", "id", "1", "", "q")
    assert set() == set(said) & set("█░▏▎▍▌▋▊▉▲▼●·❯")
    assert "\nmendukung: Kepemimpinan, kamu 4 dan 4 dari 5\n" in said
    assert "\ntidak mendukung: Mengambil keputusan yang tepat, kamu 2 dan 2 dari 5\n" in said
    assert "\nBagian 1: Kenapa Kepala Pusat Pelayanan Sosial\n" in said


def test_back_at_the_result_only_its_headline_is_said_again(pack: Pack) -> None:
    """Whoever listens hears the whole result once."""
    said = spoken(pack, "clear", "id", "2", "", "q")
    assert (2, 1) == (said.count("Paling cocok: "), said.count("dari 10 orang"))


# What the keys do ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WAYS)
def test_every_way_leads_back_or_out(pack: Pack, name: str) -> None:
    """From whatever a key leads to, "back" leads to the result again, and the last key is the end."""
    _, flow = closed(pack, name, "id")
    ways = flow.page().choices
    for n in range(len(ways) - 1):
        if "lagi" in ways[n]:
            continue
        flow.press(n)
        while flow.page().choices != ways:
            page = flow.page()
            assert flow.press("skip" if "skip" in page.moves else 0 if page.choices else "back")
    flow.press(len(ways) - 1)
    assert (True, "finished") == (flow.done, flow.ending)


@pytest.mark.parametrize("action", ["leave", "interrupt"])
def test_leaving_is_the_end_and_the_result_stays(pack: Pack, action: str) -> None:
    """However the result is left, it is the result."""
    closing, flow = closed(pack, "clear", "id")
    flow.press(action)  # type: ignore[arg-type]
    assert closing.result is not None
    assert flow.done


def test_a_misfit_is_sent_to_no_profile(pack: Pack) -> None:
    """Whom the field does not fit is offered neither a profile nor a reality check."""
    choices = closed(pack, "misfit", "id")[1].page().choices
    assert ("Sebabnya selengkapnya", "Yang perlu ditimbang", "Simpan laporan", "Selesai") == choices


def test_the_result_has_a_number_from_the_start(store: Store, pack: Pack) -> None:
    """The attempt is in the history before its first page shows."""
    closing, _ = kept(store, pack)
    assert (1, [1]) == (closing.attempt.number, [attempt.number for attempt in store.attempts()])


def test_a_reality_check_is_kept_with_the_attempt(store: Store, pack: Pack) -> None:
    """What was said is kept statement by statement, and the check ends at the result."""
    _, flow = kept(store, pack, "clear")
    ways = flow.page().choices
    flow.press(way(flow, "Cek realita"))
    for _ in pack.role("kepala-pusat-pelayanan-sosial").beliefs:
        flow.press(0)
        flow.press(0)
    flow.press(0)
    assert ways == flow.page().choices
    assert {"kepala-pusat-pelayanan-sosial": (True,) * 4} == store.attempts()[0].reality


# The report ---------------------------------------------------------------------------------------------------------


def save(flow: Flow, name: str) -> str:
    """Save a report under a name; what is said of it."""
    flow.press(way(flow, "Simpan laporan"))
    flow.press(Entry(name))
    said = " ".join(block.text for block in flow.page().body)  # type: ignore[union-attr]
    flow.press(0)
    return said


def test_a_report_is_saved_and_its_place_told(store: Store, pack: Pack, place: Path) -> None:
    """The report stands where the program was called, under the person's name and the date; its full path is told."""
    closing, flow = kept(store, pack)
    said = save(flow, " Sari Dewi ")
    (file,) = place.iterdir()
    assert re.fullmatch(r"laporan-sari-dewi-\d{4}-\d\d-\d\d\.html", file.name)
    assert said.startswith("Laporan tersimpan ")
    assert str(file) in said
    assert "<h1>Kamu cocok untuk dua peran" in file.read_text(encoding="utf-8")
    assert "Sari Dewi" == store.attempts()[0].name
    assert closing.result is not None


def test_the_last_name_is_offered(store: Store, pack: Pack, place: Path) -> None:
    """The name that was given last is offered, at the next interview, too; a second report takes nothing away."""
    _, flow = kept(store, pack)
    save(flow, "Sari")
    flow.press(way(flow, "Simpan laporan"))
    assert "Sari" == flow.page().entry
    flow.press("back")
    save(flow, "Sari")
    assert 2 == len([*place.iterdir()])
    _, later = kept(store, pack)
    later.press(way(later, "Simpan laporan"))
    assert "Sari" == later.page().entry


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("", "laporan-2"),
        ("../../etc/passwd", "laporan-etc-passwd-2"),
        ("Zoë Ñ", "laporan-zoe-n-2"),
        ("李", "laporan-2"),
    ],
)
def test_any_name_makes_a_file(pack: Pack, place: Path, name: str, stem: str) -> None:
    """Whatever the name holds, the file stands in the same folder."""
    save(closed(pack, "clear", "id")[1], name)
    (file,) = place.iterdir()
    assert file.name.startswith(stem)


def test_where_nothing_can_be_written_it_is_written_at_home(
    pack: Pack, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that takes no file is passed over; where there is no other, why is told."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    place.rmdir()
    said = save(closed(pack, "clear", "id")[1], "Sari")
    assert [str(file) in said for file in home.iterdir()] == [True]
    for file in home.iterdir():
        file.unlink()
    home.rmdir()
    assert "tidak bisa ditulis" in save(closed(pack, "clear", "id")[1], "Sari")


# More questions -----------------------------------------------------------------------------------------------------


def test_more_questions_go_into_a_new_attempt(store: Store, pack: Pack) -> None:
    """What was answered is taken on: the rest is asked, and the next result holds everything; the first one stays."""
    closing, flow = kept(store, pack)
    flow.press(way(flow, "lagi"))
    flow.press(2)
    assert closing.result is None
    while flow.page().position:
        flow.press(2)
    assert (2, {1: "quick", 2: "full"}) == (closing.attempt.number, {one.number: one.mode for one in store.attempts()})
    first, second = store.attempts()
    assert second.rows[: len(first.rows)] == first.rows
    assert len(pack.items) == sum(len(row.keys) == 1 for row in second.rows)
    assert () == store.unfinished()


def test_a_reality_check_goes_into_the_new_attempt_too(store: Store, pack: Pack) -> None:
    """What was said in a check before more questions were answered stands with the first attempt and with the next."""
    closing, flow = kept(store, pack)
    closing.attempt.check(pack.roles[0].slug, (True, None))
    flow.press(way(flow, "lagi"))
    while flow.page().position:
        flow.press(2)
    assert [{pack.roles[0].slug: (True, None)}] * 2 == [one.reality for one in store.attempts()]


def test_leaving_before_the_first_new_answer_leaves_the_result(store: Store, pack: Pack) -> None:
    """Whoever looks at the next question only has the result that was there."""
    closing, flow = kept(store, pack)
    flow.press(way(flow, "lagi"))
    flow.press("leave")
    assert (1, True) == (closing.attempt.number, closing.result is not None)
    assert () == store.unfinished()


def test_leaving_after_it_can_be_gone_on_with(store: Store, pack: Pack) -> None:
    """With a new answer it is an unfinished interview that holds all of the first one."""
    closing, flow = kept(store, pack)
    answers = len(store.attempts()[0].rows)
    flow.press(way(flow, "lagi"))
    flow.press(2)
    flow.press("leave")
    assert closing.result is None
    assert [answers + 1] == [len(one.rows) for one in store.unfinished()]


# What is told afterwards --------------------------------------------------------------------------------------------


def test_what_was_written_is_told_again(
    store: Store, pack: Pack, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """After the screen is gone, the full path of each report stands on standard error."""
    closing, flow = kept(store, pack)
    save(flow, "")
    closing.tell_written()
    (file,) = place.iterdir()
    assert f"Tertulis: {file}\n" == capsys.readouterr().err


def test_a_result_that_is_not_kept_gives_its_code(pack: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is saved, the command that shows it again stands on a line of its own."""
    closing, _ = closed(pack, "clear", "id")
    closing.tell_unsaved()
    assert closing.result is not None
    assert capsys.readouterr().err.splitlines()[1:] == [f"careerfit score --code {closing.result.code}"]


def test_the_short_result_is_written_last(store: Store, pack: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    """What stays says its number, how to see it again, how to delete it, and how to set it beside the one before."""
    kept(store, pack, "clear")
    closing, _ = kept(store, pack)
    closing.write()
    out = capsys.readouterr().out
    assert ["careerfit history show 2", "careerfit history diff 1 2", "careerfit history delete 2"] == [
        line.strip() for line in out.splitlines() if "careerfit" in line
    ]


def test_in_plain_lines_nothing_is_said_twice(store: Store, pack: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    """Who has just listened to the result is left its headline, and how to hear it again."""
    closing, _ = kept(store, pack, "clear", "ACCESSIBLE")
    closing.write()
    assert [
        "Paling cocok: Kepala Pusat Pelayanan Sosial",
        "Tersimpan di komputer ini sebagai hasil 1. Lihat semuanya, atau hapus:",
        "careerfit history show 1",
        "careerfit history delete 1",
    ] == capsys.readouterr().out.splitlines()


def test_nothing_is_written_where_there_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a result nothing stays on the terminal."""
    from careerfit.cli.settings import Language, Settings
    from careerfit.interview.session import NoKeeper

    closing = Closing(Settings(Language("id", "default"), {}), NoKeeper(), pages=True)
    closing.write()
    closing.tell_unsaved()
    assert "" == capsys.readouterr().out


def test_lines_from_a_keyboard_are_names_and_moves(pack: Pack, place: Path) -> None:
    """At the line for the name, b goes back, and - is nobody."""
    assert "Simpan laporan\n" in spoken(pack, "clear", "id", "5", "b", "q")
    spoken(pack, "clear", "id", "5", "-", "", "q")
    (file,) = place.iterdir()
    assert file.name.startswith("laporan-2")
