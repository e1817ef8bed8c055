"""One file as the model has it."""

from __future__ import annotations

from collections.abc import Mapping

from spelregels.language.lower.common import musts
from spelregels.language.lower.conditions import condition, header_table
from spelregels.language.lower.gates import gate
from spelregels.language.lower.norms import norm
from spelregels.language.lower.patterns import bearer, pattern
from spelregels.language.lower.scope import Scope
from spelregels.language.lower.terms import named_term
from spelregels.language.lower.titles import titles
from spelregels.language.surface.namedterms import GuaranteeIn
from spelregels.language.surface.ruleset import EncodedIn, ImpreciseDayIn
from spelregels.language.surface.titles import CoversIn
from spelregels.model.norms import Article
from spelregels.model.ruleset import Encoded, Guarantee, RulesetFile, Source
from spelregels.model.terms import NotStated
from spelregels.model.words import Precision


def ruleset_file(scope: Scope) -> RulesetFile:
    """The file with its norms, terms and guarantees; examples follow once all is known."""
    parsed = scope.file
    given = parsed.surface
    norms = tuple(made for one in given.norms or () if (made := norm(one, scope)) is not None)
    terms = tuple(
        term
        for name, one in (given.terms or {}).items()
        if (term := named_term(name, one, parsed.regime, scope)) is not None
    )
    own_sources = {
        str(name): Source(str(name), str(source.title), str(source.url or ""))
        for name, source in (given.sources or {}).items()
    }
    gates = tuple(shown for one in given.gates or () if (shown := gate(one, scope)) is not None)
    basis = tuple(
        article for one in given.legal_basis or () if (article := scope.article(one)) is not None
    )
    return RulesetFile(
        id=parsed.id,
        title=titles(given.title),
        regulatory_layer=given.regulatory_layer,
        governs=given.governs,
        valid_from=parsed.valid_from,
        valid_from_precision=_precision(given.valid_from),
        valid_to=given.valid_to,
        review_by=given.review_by,
        gemeente_code=str(given.gemeente_code or ""),
        term_regime=parsed.regime,
        applies=condition(given.applies, header_table(scope), scope),
        encoded=_encoded(given.encoded),
        sources={**scope.sources, **own_sources},
        norms=norms,
        terms=terms,
        gates=gates,
        guarantees=tuple(_guarantee(one, scope) for one in given.guarantees or ()),
        extends=tuple(map(str, parsed.extends)),
        legal_basis=basis,
        covers=_covers(given.covers, scope),
        why=str(given.why or ""),
        path=parsed.path,
        sha256=parsed.sha256,
    )


def _precision(given: object) -> Precision:
    return given.precision if isinstance(given, ImpreciseDayIn) else Precision.DAY


def _encoded(given: EncodedIn | None) -> Encoded | None:
    if given is None:
        return None
    return Encoded(tuple(map(str, given.articles or ())), given.rest or "")


def _covers(given: CoversIn | None, scope: Scope) -> Mapping[str, Article | NotStated]:
    """What the text settles, in the order of the words; what nobody wrote is left out."""
    found: dict[str, Article | NotStated] = {}
    for what in CoversIn.model_fields:
        where = getattr(given, what, None)
        made = where if isinstance(where, NotStated) else scope.article(where)
        if made is not None:
            found[what] = made
    return found


def _guarantee(given: GuaranteeIn, scope: Scope) -> Guarantee:
    by = bearer(given.by, scope)
    return Guarantee(
        id=str(given.id),
        before=pattern(given.before, scope, where=given.where, place=given.at("where")),
        must=musts(given.must, scope, by=by, place=given.at("by")),
        title=titles(given.title),
        position=given.id.position,
    )
