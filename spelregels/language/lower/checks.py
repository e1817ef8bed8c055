"""What can only be checked when all layers are together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from spelregels.language.lower.mentions import stages_in, terms_in
from spelregels.language.problems import Problems, listing
from spelregels.model.norms import NamedTerm, Norm
from spelregels.model.patterns import Edge, TermRef
from spelregels.model.problem import Position
from spelregels.model.ruleset import Ruleset, RulesetFile
from spelregels.model.words import Consequence


def check_all(ruleset: Ruleset, problems: Problems) -> None:
    """Note clashes of moments with acts, circles of terms, gating norms, vanished stages."""
    _moments_apart(ruleset, problems)
    _no_circles(ruleset, problems)
    _gates(ruleset, problems)
    _stages_exist(ruleset, problems)
    _in_force(ruleset, problems)


def _terms(ruleset: Ruleset) -> Iterator[tuple[RulesetFile, NamedTerm]]:
    for file in ruleset.files:
        for term in file.terms:
            yield file, term


def _norms(ruleset: Ruleset, file_id: str, norm_id: str) -> Iterator[Norm]:
    for file in ruleset.files:
        if file.id == file_id:
            yield from (norm for norm in file.norms if norm.id == norm_id)


def _moments_apart(ruleset: Ruleset, problems: Problems) -> None:
    for _, term in _terms(ruleset):
        for edge in Edge:
            name = f"{term.id}.{edge.value}"
            if name in ruleset.acts:
                problems.add(
                    "moment-is-act",
                    term.position,
                    f"{name} is al een handeling; geef de termijn een andere naam.",
                    f"{name} is already an act; give the term another name.",
                )


def _needs(ruleset: Ruleset) -> dict[TermRef, frozenset[TermRef]]:
    """Which terms the beginning or the length of each term depends on."""
    needs: dict[TermRef, frozenset[TermRef]] = {}
    for file, term in _terms(ruleset):
        here = TermRef(file.id, term.id)
        found = terms_in(term)
        for gate in term.begins_only_if:
            for norm in _norms(ruleset, gate.file, gate.norm):
                found |= terms_in(norm)
        needs[here] = needs.get(here, frozenset()) | found
    return needs


def _no_circles(ruleset: Ruleset, problems: Problems) -> None:
    needs = _needs(ruleset)
    for file, term in _terms(ruleset):
        here = TermRef(file.id, term.id)
        way = _way_back(here, needs)
        if way:
            circle = " → ".join(part.term for part in way)
            problems.add(
                "term-circle",
                term.position,
                f"De termijn {term.id} hangt van zichzelf af: {circle}.",
                f"The term {term.id} depends on itself: {circle}.",
                expected_nl="een begin dat niet op deze termijn wacht",
                expected_en="a beginning that does not wait for this term",
            )


def _way_back(start: TermRef, needs: Mapping[TermRef, frozenset[TermRef]]) -> list[TermRef]:
    """A way from ``start`` to itself, both ends included; empty when there is none."""
    came_from: dict[TermRef, TermRef] = {}
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for following in sorted(needs.get(here, ()), key=lambda ref: (ref.file, ref.term)):
            if following == start:
                way = [start, here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if following not in came_from:
                came_from[following] = here
                waiting.append(following)
    return []


def _gates(ruleset: Ruleset, problems: Problems) -> None:
    for _, term in _terms(ruleset):
        for gate in term.begins_only_if:
            for norm in _norms(ruleset, gate.file, gate.norm):
                if norm.consequence not in (None, Consequence.NOT_STARTED):
                    problems.add(
                        "gate-consequence",
                        norm.position,
                        f"De regel {norm.id} staat onder begins_only_if van {term.id}; zijn "
                        f"consequence kan dan niet {norm.consequence.value} zijn.",
                        f"The norm {norm.id} stands under begins_only_if of {term.id}; then its "
                        f"consequence cannot be {norm.consequence.value}.",
                        expected_nl="not_started, of geen consequence",
                        expected_en="not_started, or no consequence",
                        suggestion="consequence: not_started",
                    )


def _stages_exist(ruleset: Ruleset, problems: Problems) -> None:
    machine = ruleset.machine
    known = {stage.id for stage in machine.stages} if machine else set()
    for file in ruleset.files:
        for one in (*file.norms, *file.terms):
            for stage in sorted(stages_in(one) - known):
                problems.add(
                    "unknown-stage",
                    one.position,
                    f"{file.id}#{one.id} noemt de fase {stage}, die in {ruleset.id} niet bestaat.",
                    f"{file.id}#{one.id} names the stage {stage}, which {ruleset.id} has not.",
                    expected_nl=listing(sorted(known)),
                )


def _in_force(ruleset: Ruleset, problems: Problems) -> None:
    for file in ruleset.files:
        start, end = file.valid_from, file.valid_to
        if isinstance(start, date) and end is not None and end < start:
            problems.add(
                "end-before-begin",
                Position(file.path, 1, 1),
                f"{file.id} geldt tot en met {end}, maar pas vanaf {start}.",
                f"{file.id} is in force through {end}, but only from {start}.",
                expected_nl="valid_to op of na valid_from",
                expected_en="valid_to on or after valid_from",
            )
