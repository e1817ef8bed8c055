"""A file of norms over many trajectories as the model has it, its names checked."""

from __future__ import annotations

from collections.abc import Iterable

from spelregels.language.lower.titles import titles
from spelregels.language.portfolio.norms import PortfolioNormIn, PortfolioRulesIn
from spelregels.language.portfolio.words import Words
from spelregels.language.problems import Problems, listing
from spelregels.language.surface.base import Name
from spelregels.model.norms import Article
from spelregels.model.portfolio import (
    USUALLY_WITHHELD,
    Asked,
    Busiest,
    Channels,
    Composition,
    Influence,
    Informed,
    Lead,
    Load,
    Overlap,
    PortfolioKind,
    PortfolioNorm,
    PortfolioRules,
    Promise,
    Silence,
    Tenure,
)
from spelregels.model.ruleset import Ruleset, Source
from spelregels.model.words import AttributeType, Confidence, Severity

_PERSONS = (AttributeType.PERSON,)
_NAMES = (AttributeType.TEXT, AttributeType.ID, AttributeType.AREA, AttributeType.ROLE)
_LINKS = (AttributeType.REF,)


def portfolio_rules(
    given: PortfolioRulesIn,
    rulesets: tuple[Ruleset, ...],
    path: str,
    sha256: str,
    problems: Problems,
) -> PortfolioRules:
    """The file; unknown names go to ``problems``."""
    words = Words.of(rulesets, problems)
    sources = {
        str(name): Source(str(name), str(one.title), str(one.url or ""))
        for name, one in (given.sources or {}).items()
    }
    seen: dict[str, int] = {}
    norms = []
    for one in given.norms:
        _once(one, seen, problems)
        asks = _asks(one, words)
        if asks is not None:
            norms.append(_norm(one, asks, given, sources, words))
    return PortfolioRules(
        id=str(given.id),
        title=titles(given.title),
        words=rulesets,
        ends=words.deeds(given.ends),
        norms=tuple(norms),
        sources=sources,
        withhold_below=given.withhold_below or USUALLY_WITHHELD,
        path=path,
        sha256=sha256,
    )


def _once(norm: PortfolioNormIn, seen: dict[str, int], problems: Problems) -> None:
    name = norm.id
    if str(name) in seen:
        first = seen[str(name)]
        problems.add(
            "double-id",
            name.position,
            f"De id {name} staat dubbel in dit bestand (eerst op regel {first}).",
            f"The id {name} stands twice in this file (first on line {first}).",
        )
    seen.setdefault(str(name), name.position.line)


def _norm(
    given: PortfolioNormIn,
    asks: Asked,
    file: PortfolioRulesIn,
    sources: dict[str, Source],
    words: Words,
) -> PortfolioNorm:
    article = None
    if given.article is not None:
        source, text = given.article
        if str(source) not in sources:
            words.unknown("unknown-source", "De bron", "The source", source, sources)
        article = Article(str(source), text)
    return PortfolioNorm(
        id=str(given.id),
        asks=asks,
        title=titles(given.title),
        article=article,
        severity=given.severity or file.severity or Severity.WARNING,
        confidence=given.confidence or file.confidence or Confidence.SEEN,
        why=str(given.why or ""),
        position=given.id.position,
    )


def _asks(norm: PortfolioNormIn, words: Words) -> Asked | None:
    """What a norm asks: exactly one key says so."""
    kinds = [kind.value for kind in PortfolioKind]
    given = [kind for kind in kinds if getattr(norm, kind) is not None]
    if len(given) == 1:
        return _MAKERS[PortfolioKind(given[0])](norm, words)
    if given:
        words.problems.add(
            "ambiguous-kind",
            norm.position,
            f"Deze regel is meer soorten tegelijk ({listing(given)}); maak er aparte regels van.",
            f"This norm is of several kinds at once ({listing(given)}); make them norms apart.",
        )
    else:
        words.problems.add(
            "no-kind",
            norm.position,
            "Aan deze sleutels is niet te zien wat deze regel vraagt.",
            "These keys do not say what this norm asks.",
            expected_nl=f"een van: {listing(kinds)}",
            expected_en=f"one of: {listing(kinds)}",
        )
    return None


def _keys(given: Name | list[Name] | None, words: Words) -> tuple[str, ...]:
    return tuple(words.key(name) for name in _listed(given))


def _listed(given: Name | list[Name] | None) -> Iterable[Name]:
    if given is None:
        return ()
    return given if isinstance(given, list) else (given,)


def _overlap(norm: PortfolioNormIn, words: Words) -> Asked:
    given = norm.overlap
    assert given is not None
    by = words.deeds(given.coordinated_by)
    partners = words.attribute(given.partners, by, _NAMES)
    return Overlap(_keys(given.same, words), by, partners)


def _lead(norm: PortfolioNormIn, words: Words) -> Asked:
    given = norm.lead
    assert given is not None
    return Lead(
        words.deeds(given.begins),
        words.deeds(given.ends),
        given.per,
        given.longer_than,
        _keys(given.same, words),
    )


def _load(norm: PortfolioNormIn, words: Words) -> Asked:
    given = norm.load
    assert given is not None
    of = words.deeds(given.of)
    return Load(of, words.attribute(given.person, of, _PERSONS), given.window, given.at_most)


def _informed(norm: PortfolioNormIn, words: Words) -> Asked:
    return Informed()


def _channels(norm: PortfolioNormIn, words: Words) -> Asked:
    given = norm.channels
    assert given is not None
    of = words.deeds(given.of)
    return Channels(of, words.attribute(given.attribute, of, _NAMES), given.ask)


def _composition(norm: PortfolioNormIn, words: Words) -> Asked:
    given = norm.composition
    assert given is not None
    return Composition(str(given.by), given.at_least)


def _busiest(norm: PortfolioNormIn, words: Words) -> Asked:
    given = norm.busiest
    assert given is not None
    return Busiest(
        words.deeds(given.of),
        tuple(words.role(name) for name in _listed(given.by)),
        given.top,
        given.at_most,
        given.least_acts,
        given.window,
    )


def _tenure(norm: PortfolioNormIn, words: Words) -> Asked:
    given = norm.tenure
    assert given is not None
    begins, ends = words.deeds(given.begins), words.deeds(given.ends)
    return Tenure(
        begins,
        ends,
        words.attribute(given.person, (*begins, *ends), _PERSONS),
        words.attribute(given.body, (*begins, *ends), _NAMES),
        given.longer_than,
        given.at_most,
    )


def _silence(norm: PortfolioNormIn, words: Words) -> Asked:
    given = norm.silence
    assert given is not None
    return Silence(words.deeds(given.of), given.at_most)


def _promise(norm: PortfolioNormIn, words: Words) -> Asked:
    given = norm.promise
    assert given is not None
    promised, answered = words.deeds(given.promised_by), words.deeds(given.answered_by)
    agreed, decision = words.deeds(given.agreed_by), words.deeds(given.decision)
    departed, overridden = words.deeds(given.departed_by), words.deeds(given.overridden_by)
    adopted = given.adopted if isinstance(given.adopted, list) else [given.adopted]
    return Promise(
        promised_by=promised,
        level=words.attribute(given.level, promised, (AttributeType.TEXT,)),
        decision=decision,
        adopted=tuple(str(one) for one in adopted if one is not None),
        informed_by=words.deeds(given.informed_by),
        asked_by=words.deeds(given.asked_by),
        input=words.deeds(given.input),
        answered_by=answered,
        answers=words.attribute(given.answers, answered, _LINKS),
        advice=words.deeds(given.advice),
        departed_by=departed,
        drawn_up_by=words.deeds(given.drawn_up_by),
        agreed_by=agreed,
        overridden_by=overridden,
        reasons=words.attribute(given.reasons, (*departed, *overridden), (AttributeType.TEXT,)),
        same=tuple(str(name) for name in given.same or ()),
    )


def _influence(norm: PortfolioNormIn, words: Words) -> Asked:
    given = norm.influence
    assert given is not None
    answered, departed = words.deeds(given.answered_by), words.deeds(given.departed_by)
    return Influence(
        words.deeds(given.advice),
        answered,
        departed,
        words.attribute(given.answers, (*answered, *departed), _LINKS),
        words.deeds(given.decision),
        given.window,
    )


_MAKERS = {
    PortfolioKind.OVERLAP: _overlap,
    PortfolioKind.LEAD: _lead,
    PortfolioKind.LOAD: _load,
    PortfolioKind.INFORMED: _informed,
    PortfolioKind.CHANNELS: _channels,
    PortfolioKind.COMPOSITION: _composition,
    PortfolioKind.BUSIEST: _busiest,
    PortfolioKind.TENURE: _tenure,
    PortfolioKind.SILENCE: _silence,
    PortfolioKind.PROMISE: _promise,
    PortfolioKind.INFLUENCE: _influence,
}
