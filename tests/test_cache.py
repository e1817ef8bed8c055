"""Rulesets kept on disk: quick when nothing changed, never wrong when something did (2.1, 2.6)."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import spelregels
from spelregels import cache
from spelregels.cache import Store, cached_ruleset
from spelregels.language import library, load_ruleset
from spelregels.model.problem import InputRefused
from spelregels.model.ruleset import Ruleset

ROOT = Path(__file__).parents[1]
TEXT = (
    (ROOT / "tests" / "bench" / "vijf-regels.yaml")
    .read_text("utf-8")
    .replace("governs:", "valid_from: 2020-01-01\nvalid_to: 2029-12-31\ngoverns:", 1)
)
KEY = b"k" * 32


class Kept:
    """A ruleset in a file of its own, a cache, and how often rules were read from files."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "rules" / "meting" / "vijf-regels.yaml"
        self.path.parent.mkdir(parents=True)
        self.path.write_text(TEXT, "utf-8")
        self.store = Store(folder / "cache", KEY)
        self.read = 0

    def get(self, ref: str | Path | None = None, roots: tuple[Path, ...] = ()) -> Ruleset:
        return cached_ruleset(ref or self.path, self.store, roots=roots)

    @property
    def entry(self) -> Path:
        (entry,) = self.store.folder.iterdir()
        return entry

    def rewrite(self, change: Callable[[dict[str, object]], object], key: bytes = KEY) -> None:
        """Change what an entry holds and seal it again."""
        held = json.loads(self.entry.read_bytes()[64:])
        change(held)
        body = json.dumps(held).encode()
        self.entry.write_bytes(cache._sealed(body, key) + body)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    made = Kept(tmp_path)

    def counted(*args: object, **named: object) -> Ruleset:
        made.read += 1
        return load_ruleset(*args, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(cache, "load_ruleset", counted)
    yield made


def test_the_second_time_nothing_is_loaded(kept: Kept) -> None:
    """2.1: the same ruleset, but for its examples; by path, and by the id of a shipped one."""
    for ref in (kept.path, str(kept.path), "vormen/inspraak"):
        loaded = load_ruleset(ref)
        bare = replace(loaded, files=tuple(replace(f, examples=()) for f in loaded.files))
        before = kept.read
        assert kept.get(ref) == bare and kept.get(ref) == bare
        assert kept.read == before + 1


def test_without_a_store_nothing_is_kept(kept: Kept) -> None:
    """2.6: the caller decides; the examples are there then."""
    assert cached_ruleset("vormen/inspraak", None).own.examples
    assert not kept.store.folder.exists()


def _changed(kept: Kept) -> None:
    kept.path.write_text(TEXT.replace("42 dagen", "41 dagen"), "utf-8")


def _neighbour(kept: Kept) -> None:
    new = TEXT.replace("2029-12-31", "2039-12-31").replace("2020-01-01", "2030-01-01")
    kept.path.with_name("vijf-regels@2030-01-01.yaml").write_text(new, "utf-8")


def _truncated(kept: Kept) -> None:
    kept.entry.write_bytes(kept.entry.read_bytes()[:-40])


def _one_bit(kept: Kept) -> None:
    raw = bytearray(kept.entry.read_bytes())
    raw[len(raw) // 2] ^= 1
    kept.entry.write_bytes(raw)


def _foreign(kept: Kept) -> None:
    kept.entry.write_text('{"asked": "", "ruleset": null}', "utf-8")


def _deep(kept: Kept) -> None:
    body = b"[" * 100_000
    kept.entry.write_bytes(cache._sealed(body, KEY) + body)


def _by_another(kept: Kept) -> None:
    """As good as real, and sealed by somebody who has not this user's key."""
    kept.rewrite(lambda held: held.update(ruleset=["c", "Ruleset"]), key=b"x" * 32)


def _for_another_question(kept: Kept) -> None:
    kept.rewrite(lambda held: held.update(asked="another"))


def _no_ruleset(kept: Kept) -> None:
    kept.rewrite(lambda held: held.update(ruleset=["d", "2026-01-01"]))


def _a_folder(kept: Kept) -> None:
    entry = kept.entry
    entry.unlink()
    entry.mkdir()


def _a_pipe(kept: Kept) -> None:
    entry = kept.entry
    entry.unlink()
    os.mkfifo(entry)


def _another_file_behind_the_link(kept: Kept) -> None:
    other = kept.path.with_name("other.yaml")
    other.write_text(TEXT.replace("42 dagen", "41 dagen"), "utf-8")
    kept.path.unlink()
    kept.path.symlink_to(other)


SPOILED = (
    _changed,
    _neighbour,
    _truncated,
    _one_bit,
    _foreign,
    _deep,
    _by_another,
    _for_another_question,
    _no_ruleset,
    _a_folder,
    _another_file_behind_the_link,
    *((_a_pipe,) if hasattr(os, "mkfifo") else ()),
)


@pytest.mark.parametrize("spoil", SPOILED)
def test_whatever_is_not_surely_the_same_is_loaded_again(
    spoil: Callable[[Kept], None], kept: Kept
) -> None:
    """2.1: a changed file, a new one beside it, an entry broken, foreign or made to mislead."""
    kept.get()
    spoil(kept)
    found = kept.get()
    assert kept.read == 2
    assert [f.sha256 for f in found.files] == [f.sha256 for f in load_ruleset(kept.path).files]
    assert kept.get() == found


def test_a_layer_that_comes_nearer_is_seen(kept: Kept, tmp_path: Path) -> None:
    """2.1: a file that comes nearer takes the place of the one further away."""
    far, near = tmp_path / "far", tmp_path / "near"
    for folder in (far, near):
        (folder / "lagen").mkdir(parents=True)
    (far / "lagen" / "onder.yaml").write_text(
        TEXT.replace("id: meting/vijf-regels", "id: lagen/onder"), "utf-8"
    )
    top = tmp_path / "boven.yaml"
    top.write_text(
        'spelregels: "1"\nid: boven\ntitle: Boven\nregulatory_layer: NOTITIE\n'
        "governs: event_date\nextends: [lagen/onder]\n",
        "utf-8",
    )
    first = kept.get(top, (near, far))
    assert kept.get(top, (near, far)) == first and kept.read == 1
    nearer = TEXT.replace("id: meting/vijf-regels", "id: lagen/onder").replace(
        "42 dagen", "41 dagen"
    )
    (near / "lagen" / "onder.yaml").write_text(nearer, "utf-8")
    assert kept.get(top, (near, far)) != first and kept.read == 2


def test_a_file_of_the_same_name_as_an_id_is_asked_for_anew(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2.1: as for loading, a file in the working folder comes before what is shipped."""
    monkeypatch.chdir(tmp_path)
    shipped = kept.get("vormen/inspraak")
    (tmp_path / "vormen").mkdir()
    (tmp_path / "vormen" / "inspraak").write_text(TEXT, "utf-8")
    assert kept.get("vormen/inspraak").id == "meting/vijf-regels" != shipped.id


def test_another_version_or_another_checkout_asks_anew(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2.1: what an older reader made of a text, or another set of shipped rules, does not count."""
    kept.get()
    with monkeypatch.context() as changed:
        changed.setattr(spelregels, "__version__", "0.0.0")
        kept.get()
    assert kept.read == 2
    with monkeypatch.context() as changed:
        changed.setattr(library, "shipped_root", lambda: tmp_path / "elsewhere")
        kept.get()
    assert kept.read == 3
    kept.get()
    assert kept.read == 3


def test_what_is_refused_is_never_kept(kept: Kept) -> None:
    """2.1: the same problems each time."""
    kept.path.write_text(TEXT.replace("norms:", "normen:"), "utf-8")
    for _ in range(2):
        with pytest.raises(InputRefused):
            kept.get()
    assert not kept.store.folder.exists()


def test_a_folder_that_cannot_be_written_is_no_error(kept: Kept, tmp_path: Path) -> None:
    """2.1: then every run reads the files."""
    (tmp_path / "cache").write_text("a file", "utf-8")
    assert kept.get() == kept.get()
    assert kept.read == 2 and (tmp_path / "cache").read_text("utf-8") == "a file"


def test_the_folder_does_not_grow_without_end(
    kept: Kept, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """2.1: the oldest entries make room, and nothing half-written stays."""
    monkeypatch.setattr(cache, "_MOST_ENTRIES", 2)
    for number in range(4):
        path = tmp_path / f"r{number}.yaml"
        path.write_text(TEXT, "utf-8")
        kept.get(path)
    assert len(list(kept.store.folder.iterdir())) == 2
