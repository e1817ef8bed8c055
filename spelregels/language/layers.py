"""Files to one ruleset: what is declared twice, what overrides what, whose stages hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from spelregels.language.gather import Gathered
from spelregels.language.lower.checks import check_all
from spelregels.language.lower.files import ruleset_file
from spelregels.language.lower.parsed import Declared, ParsedFile
from spelregels.language.lower.scope import Key, Scope
from spelregels.language.lower.stages import machine
from spelregels.language.lower.vocabulary import vocabulary
from spelregels.language.problems import listing, suggest
from spelregels.language.stricter import Compared, compare, differing
from spelregels.model.norms import NamedTerm, Norm
from spelregels.model.patterns import NormRef
from spelregels.model.problem import Position
from spelregels.model.ruleset import Machine, Replaced, Ruleset, RulesetFile

Table = Mapping[str, Declared]


def assemble(gathered: Gathered, own: ParsedFile) -> Ruleset:
    """The ruleset of ``own`` and all it extends; problems go to those of ``gathered``."""
    layers = _Layers(gathered)
    for file in layers.everything():
        layers.declare(file)
    for file in layers.everything():
        layers.check_twice(file)
    scopes = [layers.scope(file) for file in layers.in_order(own)]
    lowered = [(scope, ruleset_file(scope)) for scope in scopes]
    machines = {id(scope.file): machine(scope) for scope in scopes}
    whole = [file for _, file in lowered]
    replaced = tuple(layers.replaced(whole))
    files = layers.without_overridden(whole)
    of_all = next(scope for scope in scopes if scope.file is own)
    stage_file = layers.stage_owner(own)
    made = Ruleset(
        id=own.id,
        files=tuple(files),
        roles=of_all.words.roles,
        acts=of_all.words.acts,
        facts=of_all.words.facts,
        calendars=of_all.words.calendars,
        lists=of_all.words.lists,
        machine=_machine_of(stage_file, machines),
        replaced=replaced,
    )
    check_all(made, gathered.problems)
    return made


def _machine_of(
    stage_file: ParsedFile | None, machines: Mapping[int, Machine | None]
) -> Machine | None:
    return machines.get(id(stage_file)) if stage_file is not None else None


@dataclass(slots=True)
class _Layers:
    gathered: Gathered
    of_file: dict[int, dict[str, Declared]] = field(default_factory=dict)
    of_id: dict[str, dict[str, Declared]] = field(default_factory=dict)
    overridden: dict[Key, Key] = field(default_factory=dict)

    def everything(self) -> Iterator[ParsedFile]:
        for versions in self.gathered.files.values():
            yield from versions

    def in_order(self, own: ParsedFile) -> list[ParsedFile]:
        """Ancestors first, the file that was asked for last."""
        return [*(file for file in self.everything() if file is not own), own]

    # ------------------------------------------------------------ what is declared

    def declare(self, file: ParsedFile) -> None:
        table: dict[str, Declared] = {}
        for one in file.declared():
            if one.id in table:
                first = table[one.id].position.line
                self.gathered.problems.add(
                    "double-id",
                    one.position,
                    f"De id {one.id} staat dubbel in dit bestand (eerst op regel {first}).",
                    f"The id {one.id} stands twice in this file (first on line {first}).",
                    expected_nl="een eigen id voor elke regel, termijn, toelating en garantie",
                    expected_en="an id of its own for each norm, term, gate and guarantee",
                )
            table.setdefault(one.id, one)
        self.of_file[id(file)] = table
        self.of_id[file.id] = {**table, **self.of_id.get(file.id, {})}
        for one in table.values():
            for name in one.overrides:
                self.override(file, one, str(name), name.position)

    def override(self, file: ParsedFile, one: Declared, name: str, place: Position) -> None:
        below = self.gathered.lineage(file)
        target, _, short = name.rpartition("#")
        found = self.of_id.get(target, {}).get(short) if target in below else None
        if found is None or found.kind != one.kind:
            known = [
                f"{layer}#{other.id}"
                for layer in below
                for other in self.of_id.get(layer, {}).values()
                if other.kind == one.kind
            ]
            self.gathered.problems.add(
                "unknown-override",
                place,
                f"{name} bestaat niet als {_KIND_NL[one.kind]} in een laag onder dit bestand.",
                f"{name} does not exist as a {one.kind} in a layer below this file.",
                expected_nl="bestand#id: " + listing(known, most=12),
                expected_en="file#id: " + listing(known, most=12),
                suggestion=suggest(name, known),
            )
            return
        key, by = (target, short), (file.id, one.id)
        if self.overridden.setdefault(key, by) != by:
            other = "#".join(self.overridden[key])
            self.gathered.problems.add(
                "double-override",
                place,
                f"{name} is al vervangen door {other}.",
                f"{name} is already replaced by {other}.",
            )

    def check_twice(self, file: ParsedFile) -> None:
        """An id of a layer below may return only if it says that it overrides that one."""
        below = self.gathered.lineage(file)
        for one in self.of_file[id(file)].values():
            for layer in below:
                clash = one.id in self.of_id.get(layer, {})
                if clash and f"{layer}#{one.id}" not in map(str, one.overrides):
                    self.gathered.problems.add(
                        "double-id",
                        one.position,
                        f"De id {one.id} bestaat al in {layer}.",
                        f"The id {one.id} already exists in {layer}.",
                        expected_nl="een andere id, of overrides als hij die vervangt",
                        expected_en="another id, or overrides if it replaces that one",
                        suggestion=f"overrides: [{layer}#{one.id}]",
                    )

    # ------------------------------------------------------------ what names mean

    def scope(self, file: ParsedFile) -> Scope:
        below = self.gathered.lineage(file)
        lineage = [version for id_ in below for version in self.gathered.files[id_]]
        problems = self.gathered.problems
        stage_file = self.stage_owner(file)
        return Scope(
            file=file,
            words=vocabulary([*lineage, file], problems),
            declared={
                file.id: self.of_file[id(file)],
                **{id_: self.of_id.get(id_, {}) for id_ in below},
            },
            stages=tuple(map(str, stage_file.surface.stages or ())) if stage_file else (),
            overridden=self.overridden,
            problems=problems,
            dropped=frozenset().union(*(one.dropped for one in (*lineage, file))),
        )

    def stage_owner(self, file: ParsedFile) -> ParsedFile | None:
        """The file whose stages hold: this one, else its only ancestor that has any."""
        if file.surface.stages:
            return file
        owners = {
            id_: version
            for id_ in self.gathered.lineage(file)
            for version in self.gathered.files[id_]
            if version.surface.stages
        }
        if len(owners) > 1:
            self.gathered.problems.add(
                "several-machines",
                file.surface.at("extends"),
                f"Meer lagen hebben stages ({listing(owners)}); schrijf in dit bestand eigen "
                "stages.",
                f"Several layers have stages ({listing(owners)}); write stages of its own in "
                "this file.",
                suggestion="stages:",
            )
        return next(iter(owners.values()), None)

    # ------------------------------------------------------------ what is overridden

    def replaced(self, files: list[RulesetFile]) -> Iterator[Replaced]:
        """What is replaced by what, and whether the new one asks less."""
        for (below, old_id), (above, new_id) in self.overridden.items():
            answers = {
                compare(new, old)
                for old in _with_id(files, below, old_id)
                for new in _with_id(files, above, new_id)
            }
            less = None if answers - {Compared.STRICTER, Compared.LOOSER} else False
            if Compared.LOOSER in answers:
                less = True
            if answers:
                yield Replaced(NormRef(below, old_id), NormRef(above, new_id), less)

    def without_overridden(self, files: list[RulesetFile]) -> list[RulesetFile]:
        """The files without what another replaces; a minimum is replaced by no less."""
        for (below, old_id), (above, new_id) in self.overridden.items():
            for old in _with_id(files, below, old_id):
                for new in _with_id(files, above, new_id):
                    if old.minimum:
                        self.no_less(new, old, f"{below}#{old_id}")
        gone = set(self.overridden)
        return [
            replace(
                file,
                norms=tuple(one for one in file.norms if (file.id, one.id) not in gone),
                terms=tuple(one for one in file.terms if (file.id, one.id) not in gone),
                guarantees=tuple(one for one in file.guarantees if (file.id, one.id) not in gone),
            )
            for file in files
        ]

    def no_less(self, new: Norm | NamedTerm, old: Norm | NamedTerm, name: str) -> None:
        match compare(new, old):
            case Compared.STRICTER:
                return
            case Compared.LOOSER:
                nl, en = f"Dit is soepeler dan het minimum {name}.", f"Looser than minimum {name}."
            case Compared.UNKNOWN:
                nl = f"Niet vast te stellen is of dit zo streng is als het minimum {name}."
                en = f"It cannot be told whether this is as strict as the minimum {name}."
        self.gathered.problems.add(
            "below-minimum",
            new.position,
            nl,
            en,
            expected_nl="dezelfde regel met een gelijke of strengere termijn of aantal; "
            + _must_equal(new, old, "die staat in", "anders dan daar"),
            expected_en="the same norm with an equal or stricter term or number; "
            + _must_equal(new, old, "it stands in", "not as there"),
        )


def _must_equal(new: Norm | NamedTerm, old: Norm | NamedTerm, there: str, other: str) -> str:
    """Where the old one stands, and which keys do not say the same."""
    place = f"{there} {old.position.file}:{old.position.line}"
    keys = differing(new, old)
    return f"{place} ({other}: {', '.join(keys)})" if keys else place


_KIND_NL = {"norm": "regel", "term": "termijn", "guarantee": "garantie"}


def _with_id(files: list[RulesetFile], file_id: str, id_: str) -> list[Norm | NamedTerm]:
    return [
        one
        for file in files
        if file.id == file_id
        for one in (*file.norms, *file.terms)
        if one.id == id_
    ]
