"""Random rulesets: stages, calendars, layers with versions, and the norms and terms in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from spelregels.audit.chance import between, chance, few, pick, weighted
from spelregels.audit.days import FIRST_YEAR, LAST_YEAR, anchor
from spelregels.audit.norms import gate, norm
from spelregels.audit.patterns import Scope, condition, header_test, outcomes_of, role_spec
from spelregels.audit.settings import Settings
from spelregels.audit.terms import named_term
from spelregels.audit.vocabulary import (
    ACTS,
    CLOSURES,
    DECISION,
    ENDING,
    FACTS,
    GENERAL,
    LISTS,
    MEETINGS,
    ROLES,
    WITHDRAWING,
)
from spelregels.model.norms import NamedTerm, Norm
from spelregels.model.patterns import NormRef, RoleSpec, TermRef
from spelregels.model.ruleset import (
    Machine,
    Ruleset,
    RulesetFile,
    Stage,
    StageEdge,
    StagePower,
    WordList,
)
from spelregels.model.terms import CalendarData, NotStated
from spelregels.model.words import EndsAs, Governs, Level, RegulatoryLayer

OWN = "voorbeeldstad/eigen"
UPPER = "nl/wet"
STAGES = ("begin", "midden", "later", "slot")
END_STAGES = {"besloten": EndsAs.DECIDED, "geweigerd": EndsAs.REFUSED, "weg": EndsAs.WITHDRAWN}


@lru_cache(maxsize=256)
def _meetings(first: date, step: int, until: date) -> tuple[date, ...]:
    return tuple(first + timedelta(step * n) for n in range((until - first).days // step + 1))


def calendars(rng: Random) -> dict[str, CalendarData]:
    """Meetings every few weeks in a known span, and a few closed days."""
    first = date(FIRST_YEAR, 1, 1) + timedelta(rng.randint(0, 30))
    step = pick(rng, (14, 21, 28))
    until = pick(rng, (date(LAST_YEAR + 1, 12, 31), date(2027, 6, 30)))
    days = _meetings(first, step, until)
    closed = tuple(sorted({anchor(rng, None) for _ in range(3)}))
    return {
        MEETINGS: CalendarData(MEETINGS, meetings=days, known_until=until),
        CLOSURES: CalendarData(CLOSURES, closed_days=closed, known_until=until),
    }


def word_lists(rng: Random, settings: Settings) -> dict[str, WordList]:
    """Lists of cases; of some a part was not seen."""
    seen = {name: not settings.open_texts or chance(rng, 0.5) for name in LISTS}
    return {name: WordList(name, items, seen[name]) for name, items in LISTS.items()}


def _decider(scope: Scope) -> RoleSpec | NotStated | None:
    if chance(scope.rng, 0.15):
        return pick(scope.rng, (None, NotStated()))
    return role_spec(scope)


def _edges_of(rng: Random, act: str, targets: tuple[str, ...]) -> list[StageEdge]:
    outcomes = outcomes_of(act)
    if outcomes and chance(rng, 0.7):
        return [StageEdge(act, o, pick(rng, targets)) for o in few(rng, outcomes, 1, 3)]
    return [StageEdge(act, None, pick(rng, targets))]


def _anywhere(rng: Random) -> tuple[StageEdge, ...]:
    if not chance(rng, 0.7):
        return ()
    act, to = pick(rng, ((WITHDRAWING, "weg"), (WITHDRAWING, "weg"), (GENERAL[3], "begin")))
    return (StageEdge(act, None, to, anywhere=True),)


def machine(scope: Scope) -> Machine:
    """Two to four working stages and the ending ones; every stage has one edge per act."""
    rng = scope.rng
    working = STAGES[: rng.randint(2, 4)]
    ends = tuple(few(rng, ("besloten", "geweigerd"), 1, 2))
    targets = (*working, *ends)
    anywhere, excepted = _anywhere(rng), pick(rng, (None, *working))
    stages: list[Stage] = []
    for name in working:
        acts = few(rng, (*GENERAL, DECISION, DECISION, ENDING), 1, 3)
        edges = [edge for act in dict.fromkeys(acts) for edge in _edges_of(rng, act, targets)]
        used = {edge.act for edge in edges}
        if name != excepted:
            edges += [edge for edge in anywhere if edge.act not in used]
            used |= {edge.act for edge in anywhere}
        free = [act for act in GENERAL if act not in used]
        stages.append(
            Stage(
                name,
                level=pick(rng, tuple(Level)),
                power=StagePower(_decider(scope)) if chance(rng, 0.6) else None,
                edges=tuple(edges),
                also=frozenset(few(rng, free, 0, 2)),
            )
        )
    reached = [*ends, *(["weg"] if any(edge.to == "weg" for edge in anywhere) else [])]
    stages += [Stage(name, ends_as=END_STAGES[name]) for name in reached]
    return Machine(OWN, tuple(stages))


def _content(scope: Scope, file: str) -> tuple[tuple[Norm, ...], tuple[NamedTerm, ...]]:
    """The norms and named terms of one file, terms first because norms refer to them."""
    rng, settings = scope.rng, scope.settings
    norms: list[Norm] = []
    terms: list[NamedTerm] = []
    for _ in range(weighted(rng, ((3, 0), (3, 1), (1, 2))) if settings.named_terms else 0):
        act = pick(rng, GENERAL)
        gates = [gate(scope, act)] if chance(rng, 0.3) else []
        norms += gates
        refs = tuple(NormRef(file, made.id) for made in gates)
        made_term = named_term(scope, len(scope.terms) + 1, act, refs)
        scope.terms.append(TermRef(file, made_term.id))
        terms.append(made_term)
    norms += [norm(scope) for _ in range(between(rng, settings.norms))]
    return tuple(norms), tuple(terms)


def _file(scope: Scope, file: str, layer: RegulatoryLayer) -> RulesetFile:
    norms, terms = _content(scope, file)
    rng, settings = scope.rng, scope.settings
    governs = (Governs.STARTED_IN_FORCE, Governs.EVENT_DATE)
    return RulesetFile(
        id=file,
        title={},
        regulatory_layer=layer,
        governs=pick(rng, (*governs, *governs, Governs.NOT_STATED)),
        applies=condition(rng, header_test) if settings.conditions and chance(rng, 0.04) else None,
        norms=norms,
        terms=terms,
    )


def _versions(rng: Random, made: RulesetFile) -> tuple[RulesetFile, ...]:
    """The file as it is, with a validity, or as two versions of which the later lost a norm."""
    how = weighted(rng, ((6, "plain"), (2, "from"), (1, "silent"), (3, "two")))
    day = anchor(rng, None)
    if how == "plain":
        return (made,)
    if how == "silent":
        return (replace(made, valid_from=NotStated()),)
    if how == "from":
        return (replace(made, valid_from=date(day.year - 3, 1, 1), valid_to=day),)
    earlier = replace(made, valid_from=date(2000, 1, 1), valid_to=day - timedelta(1))
    gates = {ref.norm for term in made.terms for ref in term.begins_only_if}
    kept = tuple(one for one in made.norms if one.id in gates or chance(rng, 0.7))
    return (earlier, replace(made, valid_from=day, norms=kept))


def ruleset(rng: Random, settings: Settings) -> Ruleset:
    """One to two files over the fixed vocabulary, well-formed as the loader would have it."""
    scope = Scope(rng, settings)
    stages: Machine | None = None
    if settings.machine and chance(rng, 0.5):
        stages = machine(scope)
        scope.stages = tuple(stage.id for stage in stages.stages)
    files: list[RulesetFile] = []
    if settings.layers and chance(rng, 0.25):
        upper = replace(settings, norms=(1, 2))
        files += _versions(rng, _file(replace(scope, settings=upper), UPPER, RegulatoryLayer.WET))
        scope.numbered = 50  # ids of the own file never meet those of the upper one
    own = _file(scope, OWN, RegulatoryLayer.VERORDENING)
    files += _versions(rng, own) if settings.layers and chance(rng, 0.3) else (own,)
    return Ruleset(
        id=OWN,
        files=tuple(files),
        roles=ROLES,
        acts=ACTS,
        facts=FACTS,
        calendars={} if settings.whole_weeks else calendars(rng),
        lists=word_lists(rng, settings),
        machine=stages,
    )
