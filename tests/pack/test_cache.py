"""What is kept of a pack saves time and changes nothing, whatever becomes of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from careerfit import kept as kept_files
from careerfit.core.model import Pack
from careerfit.digest import sha256
from careerfit.errors import DataError
from careerfit.pack import cache
from careerfit.pack.load import load_from, load_pack, role_slugs, shipped_folder
from careerfit.pack.sources import read_sources

from .conftest import Edit

Damage = Callable[[Path], object]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder to keep packs in; not there yet."""
    return tmp_path / "cache" / "careerfit"


def content(pack: Pack) -> tuple[object, ...]:
    """Everything that a pack holds, to be compared."""
    return tuple(getattr(pack, name) for name in Pack.__annotations__)


def only_file(folder: Path) -> Path:
    """The one file in a folder."""
    (file,) = folder.iterdir()
    return file


def reseal(file: Path, body: bytes) -> None:
    """Put other content into a kept file, with digests that fit: as another version of the program might have."""
    key = file.stem.removeprefix("pack-").encode()
    file.write_bytes(sha256(key + b"\n" + body).hexdigest().encode() + b"\n" + body)


@pytest.mark.parametrize("shipped", [True, False])
def test_a_kept_pack_is_the_same_pack(base: Path, kept: Path, shipped: bool) -> None:
    """Without a cache, with an empty one and with a full one, a folder gives the same pack down to every value."""
    folder = shipped_folder() if shipped else base
    plain = load_from(folder, None)

    assert [content(plain)] * 2 == [content(load_from(folder, kept)) for _ in range(2)]


def test_a_kept_pack_needs_no_yaml(base: Path, kept: Path) -> None:
    """The second time, neither PyYAML nor the rules are so much as imported."""
    load_from(base, kept)
    code = (
        "import sys; from pathlib import Path; from careerfit.pack.load import load_from;"
        f"load_from(Path({str(base)!r}), Path({str(kept)!r})); print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()

    assert set() == {"yaml", "careerfit.pack.rules", "careerfit.pack.schema", "_hashlib"} & set(loaded)


def test_only_the_user_may_read_what_is_kept(base: Path, kept: Path) -> None:
    """The folder is 0700 and its files are 0600, and nothing else is left in it."""
    load_from(base, kept)

    assert ["0o40700", "0o100600"] == [oct(path.stat().st_mode) for path in (kept, only_file(kept))]


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-100]),
        lambda file: file.write_bytes(file.read_bytes()[:30]),
        lambda file: file.write_bytes(file.read_bytes() + b" "),
        lambda file: file.write_bytes(file.read_bytes().replace(b"Writer", b"Winner")),
        lambda file: file.write_bytes(file.read_bytes().partition(b"\n")[2]),
        lambda file: file.write_bytes(b"\x00\xff" * 100_000),
        lambda file: (file.unlink(), file.mkdir()),
        lambda file: (file.unlink(), os.mkfifo(file)),
        lambda file: reseal(file, b"[]"),
        lambda file: reseal(file, b"{}"),
        lambda file: reseal(file, b"not json"),
        lambda file: reseal(file, b"[" * 200_000),
        lambda file: reseal(file, b'{"catalogue.yaml": []}'),
        lambda file: reseal(file, b'{"catalogue.yaml": {"name": 1}}'),
        lambda file: reseal(file, file.read_bytes().partition(b"\n")[2].replace(b'"keyed"', b'"keyd"')),
        lambda file: reseal(file, file.read_bytes().partition(b"\n")[2].replace(b'"cermat"', b'"lain"', 1)),
    ],
    ids=lambda _: "",
)
def test_a_damaged_cache_changes_nothing(base: Path, kept: Path, damage: Damage) -> None:
    """Whatever a kept file was turned into, the pack is what its folder says."""
    expected = content(load_from(base, kept))
    damage(only_file(kept))

    assert expected == content(load_from(base, kept))


def test_a_damaged_file_is_replaced(base: Path, kept: Path) -> None:
    """What could not be used is written anew, so that the time is lost only once."""
    load_from(base, kept)
    whole = only_file(kept).read_bytes()
    only_file(kept).write_bytes(whole[:-1])
    load_from(base, kept)

    assert whole == only_file(kept).read_bytes()


def test_a_file_in_the_place_of_another_is_not_used(base: Path, edited: Edit, kept: Path) -> None:
    """What was kept of one pack does not pass for another, sound as it is."""
    load_from(base, kept)
    other = only_file(kept)
    changed = edited("roles/penulis.yaml", 'en: "Writer"', 'en: "Novelist"')
    other.rename(kept / f"pack-{cache.key_of(read_sources(changed))}.json")

    assert "Novelist" == load_from(changed, kept).role("penulis").name.en


def test_any_change_of_a_pack_is_seen(base: Path, edited: Edit, kept: Path) -> None:
    """A pack that was edited is read anew, even where the new file is as long and as old as the former one."""
    load_from(base, kept)
    file = base / "roles" / "penulis.yaml"
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    edited("roles/penulis.yaml", 'en: "Writer"', 'en: "Winner"')
    os.utime(file, ns=times)

    assert "Winner" == load_from(base, kept).role("penulis").name.en


def test_a_renamed_role_is_seen(base: Path, kept: Path) -> None:
    """The names of the files count as much as their bytes."""
    load_from(base, kept)
    (base / "roles" / "penulis.yaml").rename(base / "roles" / "pengarang.yaml")

    assert ["pengarang", "penyunting"] == [role.slug for role in load_from(base, kept).roles]


def test_a_faulty_pack_is_never_kept(edited: Edit, kept: Path) -> None:
    """A pack with a fault is refused each time, and leaves nothing behind."""
    folder = edited("roles/penulis.yaml", 'en: "Writer"', 'en: ""')
    for _ in range(2):
        with pytest.raises(DataError):
            load_from(folder, kept)

    assert not kept.exists()


def test_a_file_that_has_become_a_link_is_refused_in_spite_of_the_cache(base: Path, kept: Path) -> None:
    """The files themselves are looked at each time: a link is refused though its content is known."""
    load_from(base, kept)
    file = base / "roles" / "penulis.yaml"
    file.rename(base / "elsewhere")
    file.symlink_to(base / "elsewhere")

    with pytest.raises(DataError, match="link"):
        load_from(base, kept)


def tampered(body: bytes) -> bytes:
    """Content of which it shows whether it was used."""
    return body.replace(b"Writer", b"Winner")


@pytest.mark.parametrize(
    "expose",
    [
        lambda file: (file.rename(file.parent.parent / "x"), file.symlink_to(file.parent.parent / "x")),
        lambda file: (file.parent.rename(f"{file.parent}-x"), file.parent.symlink_to(f"{file.parent}-x")),
        lambda file: file.chmod(0o620),
        lambda file: file.chmod(0o602),
        lambda file: file.parent.chmod(0o770),
        lambda file: file.parent.chmod(0o1777),
    ],
    ids=["linked file", "linked folder", "group file", "world file", "group folder", "world folder"],
)
def test_what_others_may_have_written_is_not_used(base: Path, kept: Path, expose: Damage) -> None:
    """A link, or what somebody else may write to, is not even trusted with the right digests."""
    load_from(base, kept)
    file = only_file(kept)
    reseal(file, tampered(file.read_bytes().partition(b"\n")[2]))
    expose(file)

    assert "Writer" == load_from(base, kept).role("penulis").name.en


def test_the_digests_keep_out_accidents_only(base: Path, kept: Path) -> None:
    """Whoever has the user's own rights and makes up the digests, too, is believed: the tests above mean something."""
    load_from(base, kept)
    file = only_file(kept)
    reseal(file, tampered(file.read_bytes().partition(b"\n")[2]))

    assert "Winner" == load_from(base, kept).role("penulis").name.en


@pytest.mark.parametrize("place", ["file", "under a file", "world"])
def test_a_cache_that_cannot_be_written_is_done_without(base: Path, tmp_path: Path, place: str) -> None:
    """Where nothing can or may be kept, the pack is loaded all the same, and nothing is left behind."""
    (tmp_path / "file").touch()
    (tmp_path / "world").mkdir()
    (tmp_path / "world").chmod(0o777)
    folder = tmp_path / "file" / "x" if place == "under a file" else tmp_path / place

    assert "buku" == load_from(base, folder).name
    assert [] == list((tmp_path / "world").iterdir())


def test_a_full_disk_is_done_without(base: Path, kept: Path) -> None:
    """Where the disk is full the pack is loaded all the same, and no half file stays."""
    code = (
        "import resource, signal; from pathlib import Path; from careerfit.pack.load import load_from;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64));"
        f"print(load_from(Path({str(base)!r}), Path({str(kept)!r})).name)"
    )
    done = subprocess.run([sys.executable, "-B", "-c", code], capture_output=True, check=True, text=True)

    assert ("buku\n", "") == (done.stdout, done.stderr)
    assert [] == list(kept.iterdir())


def test_old_files_make_room(base: Path, kept: Path) -> None:
    """No more than twenty packs are kept, the newest."""
    file = base / "roles" / "penulis.yaml"
    text = file.read_text(encoding="utf-8")
    for number in range(kept_files.MOST_FILES + 3):
        file.write_text(f"{text}# {number}\n", encoding="utf-8")
        load_from(base, kept)

    assert kept_files.MOST_FILES == len(list(kept.iterdir()))
    assert cache.stored(kept, read_sources(base)) is not None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, platformdirs itself is asked")
@pytest.mark.parametrize("named", [None, "", "/somewhere/else"])
def test_packs_are_kept_where_the_system_keeps_such_things(monkeypatch: pytest.MonkeyPatch, named: str | None) -> None:
    """The folder is the one that platformdirs names, with and without ``XDG_CACHE_HOME``."""
    if named is None:
        monkeypatch.delenv("XDG_CACHE_HOME")
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", named)

    assert user_cache_path("careerfit") == kept_files.cache_folder()
    assert user_cache_path("careerfit") == kept_files.cache_folder("another")


def test_a_user_without_a_home_does_without(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody knows a home for the user, nothing is kept, and the pack is loaded all the same."""
    monkeypatch.delenv("XDG_CACHE_HOME")
    nowhere = kept_files.cache_folder("linux", "~nobody-is-called-so")

    assert (None, "buku") == (nowhere, load_from(base, nowhere).name)


@pytest.mark.parametrize("name", cache.READERS)
def test_another_way_of_reading_keeps_packs_of_its_own(base: Path, tmp_path: Path, name: str) -> None:
    """With any change of a module that decides what is in a pack, nothing that was kept before is used."""
    for reader in cache.READERS:
        (tmp_path / f"{reader}.py").write_bytes((Path(cache.__file__).parent / f"{reader}.py").read_bytes())
    same = cache.key_of(read_sources(base), tmp_path)
    with (tmp_path / f"{name}.py").open("a", encoding="utf-8") as module:
        module.write("# other rules")

    assert cache.key_of(read_sources(base)) == same
    assert same != cache.key_of(read_sources(base), tmp_path)


def test_role_slugs_are_those_of_the_pack(base: Path, own_folders: Path) -> None:
    """The slugs alone are the pack's, before and after it was kept, which happens in the user's cache folder."""
    expected = [role.slug for role in load_pack(base).roles]
    only_file(own_folders / ".cache" / "careerfit").unlink()

    assert [expected] * 2 == [role_slugs(base) for _ in range(2)]


def test_role_slugs_stand_in_their_own_order(base: Path) -> None:
    """Slugs are sorted as slugs, as the pack's roles are, not as the names of files."""
    (base / "roles" / "penyunting.yaml").rename(base / "roles" / "penulis-lepas.yaml")

    assert ["penulis", "penulis-lepas"] == role_slugs(base) == [role.slug for role in load_pack(base).roles]


def test_role_slugs_of_a_faulty_pack(edited: Edit) -> None:
    """A faulty pack has no slugs to offer: it is refused as by loading."""
    with pytest.raises(DataError):
        role_slugs(edited("roles/penulis.yaml", 'en: "Writer"', 'en: ""'))


def test_what_is_kept_is_json(base: Path, kept: Path) -> None:
    """A kept file is a digest and plain JSON: nothing that runs when it is read."""
    load_from(base, kept)
    seal, _, body = only_file(kept).read_bytes().partition(b"\n")

    assert (64, ["catalogue.yaml", "roles/penulis.yaml", "roles/penyunting.yaml"]) == (
        len(seal),
        list(json.loads(body)),
    )
