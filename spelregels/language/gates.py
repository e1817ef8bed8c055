"""Gates, read as norms and a term of ring 1 (``docs/meaning.md``, *Gates*).

A gate means what its norms mean and nothing else. Here they are written out as somebody would
write them by hand, before any name is looked up; so layers, checks, evaluators and messages meet
ordinary norms, which stand where the gate or its item stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from spelregels.language.gates_made import (
    all_hold,
    any_act,
    any_holds,
    done_by,
    make,
    narrowed,
    none_hold,
    singles,
)
from spelregels.language.gates_refused import check_gate, taken
from spelregels.language.problems import Problems
from spelregels.language.surface import gates as surface
from spelregels.language.surface.base import Name
from spelregels.language.surface.conditions import ConditionIn, RoleChoiceIn, RoleVehicleIn
from spelregels.language.surface.namedterms import NamedTermIn
from spelregels.language.surface.normparts import NormCore
from spelregels.language.surface.norms import (
    NeverIn,
    PrecedenceIn,
    RequirementIn,
    ResponseIn,
    ThresholdIn,
)
from spelregels.language.surface.patterns import ActIn, HappenedIn, HappenedMoreIn
from spelregels.language.surface.ruleset import RulesetIn
from spelregels.language.surface.titles import BothTitlesIn
from spelregels.model.gates import GatePart
from spelregels.model.patterns import Edge
from spelregels.model.problem import Position

_OF_GATE_AND_ITEM = (
    *("article", "strength", "severity", "consequence"),
    *("minimum", "confidence", "in_force"),
)
"""What a gate says for all its items, unless an item says it itself."""
_TITLES = {
    GatePart.JUDGE: ("wie over de toelating beslist", "who decides on admission"),
    GatePart.IN_TIME: ("op tijd over de toelating beslissen", "admission decided in time"),
    GatePart.ADMIT: ("wat voldoet, wordt toegelaten", "what meets every item is admitted"),
    GatePart.REPAIR: (
        "niet weigeren zonder kans op herstel",
        "no refusal without a chance to mend",
    ),
    GatePart.ROUNDS: ("niet te vaak om herstel vragen", "no more rounds of mending than allowed"),
    GatePart.FIRST: ("eerst toelaten, dan pas behandelen", "first admission, then the matter"),
}


def with_gates(file: RulesetIn, problems: Problems, dropped: Collection[str] = ()) -> RulesetIn:
    """The file with the norms and terms of its gates among its own; faults are noted.

    ``dropped``: names that were refused already.
    """
    if not file.gates:
        return file
    norms: list[Any] = []
    terms = dict(file.terms or {})
    for gate in file.gates:
        check_gate(gate, mendable(gate), problems, dropped)
        reading = _Reading(gate)
        norms += reading.norms()
        for name, term in reading.terms().items():
            if terms.setdefault(name, term) is not term:
                taken(name, problems)
    own = list(file.norms or ())
    in_order = [*norms, *own] if file.at("gates").line < file.at("norms").line else [*own, *norms]
    return file.model_copy(update={"norms": in_order, "terms": terms or None})


class _Reading:
    """One gate, read as norms and terms."""

    def __init__(self, gate: surface.GateIn) -> None:
        asked = gate.request
        self.gate = gate
        self.request: Name = asked.act if isinstance(asked, surface.RequestIn) else asked
        self.sort = asked.where if isinstance(asked, surface.RequestIn) else None
        self.mendable = mendable(gate)

    # ---------------------------------------------------------------- what it is read as

    def norms(self) -> Iterator[NormCore]:
        """In the order of the reference."""
        for item in self.gate.items:
            yield self._item(item)
        if self.gate.by is not None and self.gate.by != "not_stated":
            yield self._judge()
        if self.gate.within is not None and self.gate.refuses is not None:
            yield self._in_time()
        if self.gate.must_admit:
            yield self._admit()
        if self.gate.repair is not None:
            yield from self._repair(self.gate.repair)
        if self.gate.opens is not None:
            yield self._first(self.gate.opens)

    def terms(self) -> dict[Name, NamedTermIn]:
        """The term within which a request may be repaired."""
        gate, repair = self.gate, self.gate.repair
        if repair is None:
            return {}
        place = repair.position
        per = self._asked() if gate.same is not None else None
        name = Name(GatePart.REPAIR_TERM.of(gate.id), place)
        keys = ("same", "article", "applies", "confidence", "minimum", "count_from", "term_regime")
        said = {key: getattr(gate, key) for key in keys}
        return {
            name: make(NamedTermIn, place, begins=repair.asks, lasts=repair.within, per=per, **said)
        }

    def _item(self, item: NormCore) -> NormCore:
        """*Before the admission, must*: the request, or what repaired it, meets this item."""
        shared = self._of_item(item)
        place = item.position
        match item:
            case surface.CountItemIn():
                keys = ("count", "by", "where", "distinct", "sum", "at_least", "at_most")
                asked = {key: getattr(item, key) for key in keys}
                return make(ThresholdIn, place, before=self.gate.admits, **asked, **shared)
            case surface.DoneItemIn():
                asked = {"must": item.must, "by": item.by, "same": self.gate.same}
                if self.sort is not None:
                    acts = [done_by(act, item.by) for act in singles(item.must)]
                    must = any_act([*acts, self._of_another_sort(self.sort)], place)
                    asked |= {"must": must, "by": None}
            case surface.MetItemIn():
                met = [self._meeting(item.require, item.by)]
                if item.require is not None and item.id in self.mendable and self.gate.repair:
                    met.append(narrowed(self.gate.repair.done, item.require))
                asked = {"must": any_act(met, place), "same": self.gate.same}
            case _:
                raise AssertionError(item)
        return make(PrecedenceIn, place, before=self.gate.admits, **asked, **shared)

    def _judge(self) -> NormCore:
        place = self.gate.at("by")
        require = self._role(self.gate.by, place)
        shared = {**self._of_gate(GatePart.JUDGE), "if_": self._guard()}
        return make(RequirementIn, place, upon=self._decided(), require=require, **shared)

    def _in_time(self) -> NormCore:
        place = self.gate.at("within")
        must = self._decided()
        shared = {**self._of_gate(GatePart.IN_TIME), **self._term()}
        return make(ResponseIn, place, after=self._asked(), must=must, **shared)

    def _admit(self) -> NormCore:
        """*After a request that meets every item, must*: the admission."""
        place = self.gate.at("must_admit")
        asked = [item for item in self.gate.items if isinstance(item, surface.MetItemIn)]
        met = [c for item in asked for c in self._conditions(item)]
        after = make(ActIn, place, act=self.request, where=all_hold([self.sort, *met], place))
        shared = {**self._of_gate(GatePart.ADMIT), **self._term()}
        return make(ResponseIn, place, after=after, must=self.gate.admits, **shared)

    def _repair(self, repair: surface.RepairIn) -> Iterator[NormCore]:
        """*Before the refusal, must*: repaired, the time for it over, or beyond repair."""
        gate, place = self.gate, repair.position
        if gate.refuses is not None:
            passed = f"{GatePart.REPAIR_TERM.of(gate.id)}.{Edge.PASSED.value}"
            ways: list[Any] = [repair.done, Name(passed, place)]
            lost = [item for item in gate.items if item.id not in self.mendable]
            needed = [c for item in lost for c in self._conditions(item)]
            if needed:
                ways.append(self._meeting(none_hold([all_hold(needed, place)], place)))
            elif self.sort is not None:
                ways.append(self._of_another_sort(self.sort))
            asked = {"must": any_act(ways, place), "same": gate.same, "if_": self._guard()}
            shared = {**self._of_gate(GatePart.REPAIR), **asked}
            yield make(PrecedenceIn, place, before=gate.refuses, **shared)
        if repair.times is not None:
            already = (
                make(HappenedIn, place, happened=repair.asks)
                if repair.times == 1
                else make(HappenedMoreIn, place, more_than=repair.times - 1, of=repair.asks)
            )
            shared = {**self._of_gate(GatePart.ROUNDS), "if_": already}
            yield make(NeverIn, repair.at("times"), never=repair.asks, **shared)

    def _first(self, opens: Any) -> NormCore:
        place = self.gate.at("opens")
        admitted = singles(self.gate.admits)
        if self.sort is not None:
            admitted.append(self._of_another_sort(self.sort))
        asked = {"must": any_act(admitted, place), "same": self.gate.same, "if_": self._guard()}
        shared = {**self._of_gate(GatePart.FIRST), **asked}
        return make(PrecedenceIn, place, before=opens, **shared)

    # ---------------------------------------------------------------- parts of norms

    def _asked(self) -> Any:
        """The request, of the sort this gate is for."""
        if self.sort is None:
            return self.request
        return make(ActIn, self.request.position, act=self.request, where=self.sort)

    def _meeting(self, meets: ConditionIn | None, by: Any = None) -> ActIn:
        """A request that meets this; one of another sort meets whatever is asked of this sort."""
        place = self.request.position
        if self.sort is None:
            return make(ActIn, place, act=self.request, by=by, where=meets)
        role = self._role(by, place) if by is not None else None
        met = all_hold([meets, role], place)
        where = any_holds([none_hold([self.sort], place), met], place)
        return make(ActIn, place, act=self.request, where=where)

    def _of_another_sort(self, sort: ConditionIn) -> ActIn:
        place = self.request.position
        return make(ActIn, place, act=self.request, where=none_hold([sort], place))

    def _decided(self) -> Any:
        both = [*singles(self.gate.admits), *singles(self.gate.refuses)]
        return any_act(both, self.gate.position)

    def _conditions(self, item: NormCore) -> list[ConditionIn]:
        """What an item asks of the request itself."""
        if not isinstance(item, surface.MetItemIn):
            return []
        role = self._role(item.by, item.position) if item.by is not None else None
        return [part for part in (item.require, role) if part is not None]

    def _role(self, by: Any, place: Position) -> ConditionIn | None:
        """``{as: raad}``: that it was done in this role; None for a legal form (refused)."""
        if isinstance(by, RoleVehicleIn):
            return None
        roles = list(by.any_of) if isinstance(by, RoleChoiceIn) else by
        return make(ConditionIn, place, **{"as": roles})

    def _term(self) -> dict[str, Any]:
        keys = ("by", "within", "same", "extendable", "suspended_by", "count_from", "term_regime")
        return {key: getattr(self.gate, key) for key in keys}

    def _of_item(self, item: NormCore) -> dict[str, Any]:
        """What the norm of an item carries: its own, else what the gate says for all."""
        gate, place = self.gate, item.position
        made = {key: getattr(item, key) for key in _OF_GATE_AND_ITEM}
        made = {key: getattr(gate, key) if said is None else said for key, said in made.items()}
        made |= {key: getattr(item, key) for key in ("overrides", "prevails_over", "why")}
        made["title"] = item.title or _title(gate, f"eis {item.id}", f"item {item.id}")
        made["id"] = Name(f"{gate.id}.{item.id}", item.id.position)
        made["applies"] = all_hold([gate.applies, item.applies], place)
        return {**made, "if_": self._guard()}

    def _of_gate(self, part: GatePart) -> dict[str, Any]:
        """What the norm of a fixed part carries."""
        gate = self.gate
        made = {key: getattr(gate, key) for key in (*_OF_GATE_AND_ITEM, "applies")}
        made |= {
            "id": Name(part.of(gate.id), gate.id.position),
            "title": _title(gate, *_TITLES[part]),
        }
        return made

    def _guard(self) -> HappenedIn:
        """Only where there was such a request does a gate ask anything."""
        return make(HappenedIn, self.gate.at("request"), happened=self._asked())


def mendable(gate: surface.GateIn) -> frozenset[str]:
    """The items that a repair can mend: those it names, else all."""
    if gate.repair is None:
        return frozenset()
    return frozenset(map(str, gate.repair.items or [item.id for item in gate.items]))


def _title(gate: surface.GateIn, nl: str, en: str) -> BothTitlesIn:
    """The title of a norm of this gate: ``Toelating: op tijd beslissen``."""
    said = gate.title
    own = said if isinstance(said, BothTitlesIn) else BothTitlesIn.model_construct(nl=said)
    name_nl, name_en = own.nl or own.en or gate.id, own.en or own.nl or gate.id
    place = gate.id.position
    titles = {"nl": Name(f"{name_nl}: {nl}", place), "en": Name(f"{name_en}: {en}", place)}
    return make(BothTitlesIn, place, **titles)
