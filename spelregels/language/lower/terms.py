"""How long: terms on norms, extensions, suspensions, and named terms."""

from __future__ import annotations

from spelregels.language.lower.conditions import condition, header_table
from spelregels.language.lower.patterns import PatternGiven, acts_of, pattern, role_spec
from spelregels.language.lower.scope import Scope
from spelregels.language.lower.titles import titles
from spelregels.language.problems import listing, suggest
from spelregels.language.surface.base import Name
from spelregels.language.surface.namedterms import NamedTermIn
from spelregels.language.surface.terms import (
    AttributeTermIn,
    DateTermIn,
    ExtensionIn,
    FirstMeetingIn,
    LastDay,
    LatestIn,
    NextMeetingIn,
    VagueIn,
    WhichYear,
)
from spelregels.model.frozen import dataclass
from spelregels.model.norms import Extension, Link, NamedTerm, Suspension
from spelregels.model.patterns import ActPattern, Pattern
from spelregels.model.problem import Position
from spelregels.model.terms import (
    AttributeTerm,
    DateTerm,
    Duration,
    MeetingTerm,
    NotStated,
    SameMoment,
    Term,
    Vague,
)
from spelregels.model.words import AttributeType, Confidence, CountFrom, Regime

_TERM_TYPES = (AttributeType.DURATION, AttributeType.DATE)
TermGiven = (
    Duration
    | NotStated
    | SameMoment
    | FirstMeetingIn
    | NextMeetingIn
    | DateTermIn
    | AttributeTermIn
    | VagueIn
)


def term(given: TermGiven | None, scope: Scope, *, back: bool = False) -> Term | None:
    """The term, or None when there is none; ``back``: it is counted back."""
    match given:
        case None | Duration() | NotStated() | SameMoment():
            return given
        case DateTermIn():
            return _date_term(given, scope, WhichYear.PREVIOUS if back else WhichYear.NEXT)
        case VagueIn():
            return Vague(str(given.vague))
        case AttributeTermIn():
            return attribute_term(given.attribute, scope)
        case FirstMeetingIn():
            meetings = scope.calendar(given.first)
            return MeetingTerm(meetings, given.not_before) if meetings else NotStated()
        case NextMeetingIn():
            meetings = scope.calendar(given.next)
            return MeetingTerm(meetings) if meetings else NotStated()


def _date_term(given: DateTermIn, scope: Scope, other: WhichYear) -> DateTerm:
    """``other``: the only year but the first that comes, in the direction of counting."""
    if given.year not in (None, other):
        scope.note(
            "wrong-year",
            given.at("year"),
            f"year: {given.year.value} past hier niet: lead en at_longest tellen terug, "
            "alle andere termijnen vooruit.",
            f"year: {given.year.value} does not fit here: lead and at_longest count back, "
            "all other terms forward.",
            suggestion=other.value,
        )
    day, month = given.date
    return DateTerm(day, month, given.year is not None, given.last_day is LastDay.BEFORE)


def attribute_term(
    name: Name, scope: Scope, types: tuple[AttributeType, ...] = _TERM_TYPES
) -> AttributeTerm | None:
    """``advies.gevraagd.termijn``: the act, and its attribute of one of these types."""
    act_id, _, attribute = str(name).rpartition(".")
    act = scope.act(Name(act_id, name.position)) if act_id else None
    if act is None:
        if not act_id:
            scope.note(
                "wrong-type",
                name.position,
                f"{name} noemt geen handeling met een gegeven.",
                f"{name} names no act with an attribute.",
                expected_nl="handeling.gegeven, zoals advies.gevraagd.termijn",
                expected_en="act.attribute, such as advies.gevraagd.termijn",
            )
        return None
    if not declares(attribute, types, name, act.id, scope):
        return None
    return AttributeTerm(act.id, attribute)


def declares(
    attribute: str,
    types: tuple[AttributeType, ...],
    name: Name,
    act: str,
    scope: Scope,
) -> bool:
    """Whether the act declares this attribute with one of these types; else it is noted."""
    known = scope.words.acts[act].attributes
    found = known.get(attribute)
    words = listing(kind.value for kind in types)
    if found is None and attribute in scope.dropped:
        return False
    if found is None:
        scope.note(
            "unknown-attribute",
            name.position,
            f"Het gegeven {attribute} bestaat niet bij {act}.",
            f"The attribute {attribute} does not exist for {act}.",
            expected_nl=listing(sorted(known)) or "geen: deze handeling heeft geen gegevens",
            expected_en=listing(sorted(known)) or "none: this act has no attributes",
            suggestion=suggest(attribute, known),
        )
        return False
    if types and found.type not in types:
        scope.note(
            "wrong-type",
            name.position,
            f"Het gegeven {attribute} van {act} is {found.type.value}.",
            f"The attribute {attribute} of {act} is {found.type.value}.",
            expected_nl=words,
            expected_en=words,
        )
        return False
    return True


def extension(given: ExtensionIn | None, scope: Scope) -> Extension | None:
    """What lengthens a term once."""
    if given is None:
        return None
    act = scope.act(given.act)
    once = term(given.once, scope)
    if act is None or once is None:
        return None
    return Extension(ActPattern(act.id, by=role_spec(given.by, scope)), once)


def suspension(given: list[PatternGiven] | None, scope: Scope) -> Suspension | None:
    """What stops a term and lets it run on."""
    if given is None:
        return None
    opens, closes = (pattern(part, scope, moments=False) for part in given)
    return Suspension(opens, closes)


@dataclass(frozen=True, slots=True)
class LinkGiven:
    """``answers`` or ``same`` as written, and the patterns they tie together."""

    answers: Name | None
    same: Name | None
    place: Position
    trigger: Pattern
    reply: tuple[Pattern, ...]


def link(given: LinkGiven, scope: Scope) -> Link | None:
    """The link; the attribute must be declared by every act it ties."""
    if given.answers is None and given.same is None:
        return None
    if given.answers is not None and given.same is not None:
        scope.note(
            "double-link",
            given.place,
            "answers en same tegelijk kan niet; kies er een.",
            "answers and same together cannot be; choose one.",
        )
        return None
    replies = [act for part in given.reply for act in acts_of(part)]
    if given.answers is not None:
        for act in replies:
            declares(str(given.answers), (AttributeType.REF,), given.answers, act, scope)
        return Link(answers=str(given.answers))
    assert given.same is not None
    for act in (*acts_of(given.trigger), *replies):
        declares(str(given.same), (), given.same, act, scope)
    if not acts_of(given.trigger):
        scope.note(
            "no-act-for-this",
            given.same.position,
            "same vergelijkt twee handelingen; een moment van een termijn heeft geen gegevens.",
            "same compares two acts, but a moment of a term has no attributes.",
        )
    return Link(same=str(given.same))


def named_term(name: Name, given: NamedTermIn, regime: Regime, scope: Scope) -> NamedTerm | None:
    """A named term; ``regime`` is that of its file. None when it cannot be made."""
    lasts = term(given.lasts, scope)
    starts: tuple[PatternGiven, ...]
    starts = (
        tuple(given.begins.latest_of) if isinstance(given.begins, LatestIn) else (given.begins,)
    )
    begins = tuple(pattern(part, scope) for part in starts)
    per = pattern(given.per, scope, moments=False)
    tied = link(LinkGiven(given.answers, given.same, given.at("same"), per, begins), scope)
    if tied is not None and not per:
        scope.note(
            "link-without-per",
            given.at("answers" if given.answers else "same"),
            "answers of same heeft bij een termijn alleen betekenis met per.",
            "answers or same has a meaning on a term only with per.",
            suggestion="per:",
        )
    gates = tuple(ref for one in given.begins_only_if or () if (ref := scope.norm(one)) is not None)
    longer = None
    if given.may_be is not None:
        longer = attribute_term(given.may_be.longer, scope, (AttributeType.DURATION,))
    if lasts is None:
        return None
    return NamedTerm(
        id=str(name),
        begins=begins,
        lasts=lasts,
        count_from=given.count_from or CountFrom.NEXT_DAY,
        regime=given.term_regime or regime,
        longer=longer,
        begins_only_if=gates,
        extendable=extension(given.extendable, scope),
        suspended_by=suspension(given.suspended_by, scope),
        per=per,
        link=tied,
        article=scope.article(given.article),
        applies=condition(given.applies, header_table(scope), scope),
        confidence=given.confidence or scope.file.surface.confidence or Confidence.SEEN,
        title=titles(given.title).get("nl", ""),
        title_en=titles(given.title).get("en", ""),
        minimum=bool(given.minimum),
        why=str(given.why or ""),
        position=name.position,
    )
