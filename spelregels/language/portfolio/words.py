"""The names that norms over many trajectories use, checked against the rulesets they extend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from spelregels.language.header import HEADER_ATTRIBUTES
from spelregels.language.portfolio.norms import DeedIn
from spelregels.language.problems import Problems, listing, nearest, suggest
from spelregels.language.surface.base import Name
from spelregels.language.values import role_names
from spelregels.model.portfolio import Deed, Deeds
from spelregels.model.ruleset import Act, Attribute, Ruleset
from spelregels.model.words import AttributeType

DeedGiven = Name | DeedIn | list[Name | DeedIn]


@dataclass(slots=True)
class Words:
    """The acts, roles and facts of some rulesets together; what is wrong goes to ``problems``."""

    problems: Problems
    acts: dict[str, Act] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Attribute] = field(default_factory=dict)

    @classmethod
    def of(cls, rulesets: Iterable[Ruleset], problems: Problems) -> Words:
        """The words of these rulesets; of what several declare, the last."""
        made = cls(problems)
        for ruleset in rulesets:
            made.acts.update(ruleset.acts)
            made.roles.update(role_names(ruleset.roles))
            made.facts.update(ruleset.facts)
        return made

    def unknown(self, code: str, nl: str, en: str, name: Name, known: Iterable[str]) -> None:
        """Note a name that does not exist, with the nearest one."""
        names = sorted(set(known))
        self.problems.add(
            code,
            name.position,
            f"{nl} {name} bestaat niet.",
            f"{en} {name} does not exist.",
            expected_nl=nearest(str(name), names),
            suggestion=suggest(str(name), names),
        )

    def deeds(self, given: DeedGiven | None) -> Deeds:
        """The acts under a key; none for a key that is not there."""
        if given is None:
            return ()
        parts = given if isinstance(given, list) else [given]
        return tuple(deed for part in parts if (deed := self._deed(part)) is not None)

    def _deed(self, given: Name | DeedIn) -> Deed | None:
        name = given.act if isinstance(given, DeedIn) else given
        act = self.acts.get(str(name))
        if act is None:
            self.unknown("unknown-act", "De handeling", "The act", name, self.acts)
            return None
        said = given.outcome if isinstance(given, DeedIn) else None
        outcomes = said if isinstance(said, list) else [] if said is None else [said]
        for outcome in outcomes:
            if str(outcome) not in act.outcomes:
                self.problems.add(
                    "unknown-outcome",
                    outcome.position,
                    f"De uitkomst {outcome} bestaat niet bij {act.id}.",
                    f"The outcome {outcome} does not exist for {act.id}.",
                    expected_nl=listing(act.outcomes) or "geen outcome bij deze handeling",
                    expected_en=listing(act.outcomes) or "no outcome for this act",
                    suggestion=suggest(str(outcome), act.outcomes),
                )
        return Deed(act.id, tuple(map(str, outcomes)))

    def attribute(self, name: Name, deeds: Deeds, kinds: Iterable[AttributeType]) -> str:
        """An attribute that each of these acts has, of one of these types."""
        fitting = tuple(kinds)
        for deed in deeds:
            declared = self.acts[deed.act].attributes
            if str(name) not in declared:
                self.problems.add(
                    "unknown-attribute",
                    name.position,
                    f"Het gegeven {name} bestaat niet bij {deed.act}.",
                    f"The attribute {name} does not exist for {deed.act}.",
                    expected_nl=nearest(str(name), declared) or "geen",
                    expected_en=nearest(str(name), declared) or "none",
                    suggestion=suggest(str(name), declared),
                )
            elif declared[str(name)].type not in fitting:
                types = listing(kind.value for kind in fitting)
                self.problems.add(
                    "wrong-attribute-type",
                    name.position,
                    f"Het gegeven {name} van {deed.act} is van een ander type.",
                    f"The attribute {name} of {deed.act} is of another type.",
                    expected_nl=f"een gegeven van type {types}",
                    expected_en=f"an attribute of type {types}",
                )
        return str(name)

    def role(self, name: Name) -> str:
        """The role that a name or alias stands for."""
        if str(name) not in self.roles:
            self.unknown("unknown-role", "De rol", "The role", name, self.roles)
        return self.roles.get(str(name), str(name))

    def key(self, name: Name) -> str:
        """A header key or a fact that trajectories may share."""
        known: Mapping[str, object] = {**HEADER_ATTRIBUTES, **self.facts}
        if str(name) not in known:
            self.unknown("unknown-fact", "Het gegeven", "The fact", name, known)
        return str(name)
