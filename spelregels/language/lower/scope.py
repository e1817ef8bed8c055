"""What a name means inside one file: own file first, then the files it extends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from spelregels.language.lower.parsed import Declared, ParsedFile
from spelregels.language.lower.vocabulary import Vocabulary
from spelregels.language.problems import Problems, listing, nearest, suggest
from spelregels.language.surface.base import Name
from spelregels.model.frozen import dataclass
from spelregels.model.norms import Article
from spelregels.model.patterns import Edge, NormRef, TermRef
from spelregels.model.problem import Position
from spelregels.model.ruleset import Act, Source, WordList

_EDGES = {f".{edge.value}": edge for edge in Edge}
Key = tuple[str, str]  # id of a file, id of what it declares


_NEW = {
    "unknown-act": ("; een nieuwe handeling hoort onder acts", "; a new act belongs under acts"),
    "unknown-role": ("; een nieuwe rol hoort onder roles", "; a new role belongs under roles"),
}


def _folded(name: str) -> str:
    """Without what a refused name may have had too much: ``wijk raad`` for ``wijkraad``."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a named term, as a name in the file meant it."""

    term: TermRef
    edge: Edge


@dataclass(slots=True)
class Scope:
    """The names of one file. ``declared``: per file id, what it declares, of this lineage only.

    ``overridden``: what was replaced, and by what; references follow it.
    """

    file: ParsedFile
    words: Vocabulary
    declared: Mapping[str, Mapping[str, Declared]]
    stages: tuple[str, ...]
    overridden: Mapping[Key, Key]
    problems: Problems
    dropped: frozenset[str] = frozenset()  # refused already: that these are unknown is no news
    sources: dict[str, Source] = field(default_factory=dict)

    # ------------------------------------------------------------ acts, roles, stages

    def act(self, name: Name) -> Act | None:
        """The act of that id; an unknown one is noted."""
        found = self.words.acts.get(str(name))
        if found is None:
            self._unknown("unknown-act", "De handeling", "The act", name, self.words.acts)
        return found

    def act_or_moment(self, name: Name) -> Act | Moment | None:
        """The act of that id, or the moment of a named term: ``X.begonnen``, ``X.verstreken``."""
        found = self.words.acts.get(str(name))
        if found is not None:
            return found
        for ending, edge in _EDGES.items():
            if str(name).endswith(ending):
                term = Name(name[: -len(ending)], name.position)
                key = self._find(term, "term")
                if key is not None:
                    return Moment(TermRef(*key), edge)
        known = [*self.words.acts, *self._moments()]
        self._unknown("unknown-act", "De handeling of het moment", "The act or moment", name, known)
        return None

    def role(self, name: Name) -> str | None:
        """The id of the role with that name or alias."""
        found = self.words.role_of.get(str(name))
        if found is None:
            self._unknown("unknown-role", "De rol", "The role", name, self.words.role_of)
        return found

    def stage(self, name: Name) -> str | None:
        """The stage of that id."""
        if str(name) in self.stages:
            return str(name)
        self._unknown("unknown-stage", "De fase", "The stage", name, self.stages)
        return None

    def calendar(self, name: Name) -> str | None:
        """The calendar of that id."""
        if str(name) in self.words.calendars:
            return str(name)
        self._unknown(
            "unknown-calendar",
            "De kalender",
            "The calendar",
            name,
            self.words.calendars,
            f"calendars: {{{name}: {{}}}}",
        )
        return None

    def word_list(self, name: Name) -> WordList | None:
        """The list of that id."""
        found = self.words.lists.get(str(name))
        if found is None:
            new = f"lists: {{{name}: {{items: […], complete: false}}}}"
            self._unknown("unknown-list", "De lijst", "The list", name, self.words.lists, new)
        return found

    # ------------------------------------------------------------ norms and terms

    def term(self, name: Name) -> TermRef | None:
        """The named term, own file first, then the only one of that name, else ``file#name``."""
        key = self._find(name, "term")
        if key is None:
            self._unknown("unknown-term", "De termijn", "The term", name, self._names("term"))
        return TermRef(*key) if key else None

    def norm(self, name: Name) -> NormRef | None:
        """The norm, found likewise."""
        key = self._find(name, "norm")
        if key is None:
            self._unknown("unknown-norm", "De regel", "The norm", name, self._names("norm"))
        return NormRef(*key) if key else None

    def article(self, given: tuple[Name, str] | None) -> Article | None:
        """The article; its source is this file's, else that of the only ancestor that has it."""
        if given is None:
            return None
        name, article = given
        own = (self.file.surface.sources or {}).keys()
        known = self.words.sources.get(str(name), ())
        if not known:
            self._unknown("unknown-source", "De bron", "The source", name, self.words.sources)
        elif len(known) > 1 and name not in own:
            self.problems.add(
                "ambiguous-source",
                name.position,
                f"De bron {name} betekent in de onderliggende lagen verschillende teksten; "
                "noem hem onder sources van dit bestand.",
                f"The source {name} means different texts in the layers below; name it under "
                "sources of this file.",
            )
        elif name not in own:
            self.sources[str(name)] = known[0]
        return Article(str(name), article)

    # ------------------------------------------------------------ inside

    def _find(self, name: Name, kind: str) -> Key | None:
        text = str(name)
        if "#" in text:
            file, _, short = text.partition("#")
            return self._of(file.partition("@")[0], short, kind)
        own = self._of(self.file.id, text, kind)
        if own is not None:
            return own
        keys = {key for file in self.declared if (key := self._of(file, text, kind)) is not None}
        if len(keys) > 1:
            choices = listing(f"{file}#{short}" for file, short in sorted(keys))
            self.problems.add(
                "ambiguous-name",
                name.position,
                f"{text} bestaat in meer bestanden; schrijf erbij welk.",
                f"{text} exists in several files; say which.",
                expected_nl=choices,
            )
        return min(keys) if keys else None

    def _of(self, file: str, short: str, kind: str) -> Key | None:
        declared = self.declared.get(file, {}).get(short)
        if declared is None or declared.kind != kind:
            return None
        key = (file, short)
        while key in self.overridden:
            key = self.overridden[key]
        return key

    def _names(self, kind: str) -> list[str]:
        names: list[str] = []
        for file, declared in self.declared.items():
            for short, one in declared.items():
                if one.kind == kind:
                    names += [short, f"{file}#{short}"]
        own = [name for name in names if "#" not in name]
        return [*own, *(name for name in names if "#" in name)]

    def _moments(self) -> Iterable[str]:
        for term in self._names("term"):
            if "#" not in term:
                for ending in _EDGES:
                    yield term + ending

    def _unknown(
        self,
        code: str,
        nl: str,
        en: str,
        name: Name,
        known: Iterable[str],
        suggestion: str = "",
    ) -> None:
        if _folded(str(name).rpartition("#")[2]) in map(_folded, self.dropped):
            return
        words = list(dict.fromkeys(known))
        short = [word for word in words if "#" not in word]
        what_nl, what_en, instead = self._of_another_kind(str(name), code)
        expected = nearest(str(name), short)
        new_nl, new_en = _NEW.get(code, ("", ""))
        self.problems.add(
            code,
            name.position,
            f"{nl} {name} bestaat niet{what_nl}.",
            f"{en} {name} does not exist{what_en}.",
            expected_nl=f"{expected}{new_nl}".removeprefix("; "),
            expected_en=f"{expected}{new_en}".removeprefix("; "),
            suggestion=instead if what_nl else suggest(str(name), words) or suggestion,
        )

    def _of_another_kind(self, name: str, code: str) -> tuple[str, str, str]:
        """What else bears this name, in Dutch and English, and what to write instead."""
        if name in self.words.role_of and code != "unknown-role":
            return f"; {name} is een rol", f"; {name} is a role", ""
        if name in self.words.acts and code != "unknown-act":
            return f"; {name} is een handeling", f"; {name} is an act", ""
        if self._find(Name(name), "term") is not None and code != "unknown-term":
            return f"; {name} is een termijn", f"; {name} is a term", f"{name}.verstreken"
        if name in self.stages and code != "unknown-stage":
            instead = f"{{stage: {name}}}" if code == "unknown-term" else ""
            return f"; {name} is een fase", f"; {name} is a stage", instead
        return "", "", ""

    def note(self, code: str, place: Position, nl: str, en: str, **more: str) -> None:
        """Note a problem of this file."""
        self.problems.add(code, place, nl, en, **more)
