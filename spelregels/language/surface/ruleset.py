"""A ruleset file: header, roles, acts, stages, terms, norms, guarantees, examples."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, PlainValidator, Tag, WithJsonSchema

from spelregels.language.header import TRAJECTORY_KEYS
from spelregels.language.surface.base import Surface, expecting, fault
from spelregels.language.surface.norms import (
    AnyNormIn,
    ConfidenceIn,
    ConsequenceIn,
    GuaranteeIn,
    NamedTermIn,
    RegimeIn,
    SeverityIn,
    StrengthIn,
)
from spelregels.language.surface.patterns import ConditionIn, PatternIn, SituationIn, VehicleIn
from spelregels.language.surface.scalars import (
    Day,
    DottedId,
    FileId,
    Flag,
    NotStatedIn,
    PlainId,
    ScalarIn,
    Text,
    WordId,
    fixed,
    word,
)
from spelregels.language.surface.stages import AnywhereIn, RolesIn, StageIn
from spelregels.language.surface.titles import ArticleIn, TitleIn
from spelregels.model.words import (
    AttributeType,
    Governs,
    How,
    Precision,
    RegulatoryLayer,
    RoleKind,
    Word,
)


def _version(value: Any) -> str:
    if value == "1" or (value == 1 and not isinstance(value, bool)):
        return "1"
    raise fault(
        "unknown-version",
        f"Versie {value} van de taal bestaat niet.",
        f"Version {value} of the language does not exist.",
        expected_nl='spelregels: "1"',
        expected_en='spelregels: "1"',
        suggestion='"1"',
    )


VersionIn = Annotated[str, PlainValidator(_version), WithJsonSchema({"enum": ["1", 1]})]


class ImpreciseDayIn(Surface):
    """A day of which only the month or the year is known."""

    date: Day
    precision: Annotated[Precision, word(Precision)]


def _from_tag(value: Any) -> str:
    if isinstance(value, dict):
        return "is:imprecise"
    return "is:not_stated" if value == "not_stated" else "is:day"


FromIn = Annotated[
    Annotated[Day, Tag("is:day")]
    | Annotated[NotStatedIn, Tag("is:not_stated")]
    | Annotated[ImpreciseDayIn, Tag("is:imprecise")],
    Discriminator(_from_tag),
]


class SourceIn(Surface):
    """A text that norms cite."""

    title: Text
    url: Text | None = None


class EncodedIn(Surface):
    """How much of the text was available to whoever encoded it."""

    articles: Annotated[list[Text], Field(min_length=1)] | None = None
    rest: Annotated[str, fixed("not_seen", "not_encoded", "none")] | None = None


class RoleIn(Surface):
    """A role: an authority, residents, or one of several roles."""

    kind: Annotated[RoleKind, word(RoleKind)] | None = None
    title: TitleIn | None = None
    vehicle: VehicleIn | None = None
    aliases: RolesIn | None = None
    one_of: RolesIn | None = None
    bound_by: Annotated[str, fixed("competent_authority")] | None = None


TypeIn = Annotated[AttributeType, word(AttributeType)]
WordsIn = Annotated[list[WordId], Field(min_length=1)]


class OneOfIn(Surface):
    """A closed set of words."""

    one_of: WordsIn


class LongAttributeIn(Surface):
    """An attribute with everything written out."""

    type: TypeIn | None = None
    one_of: WordsIn | None = None
    many: Flag | None = None


def _attribute_tag(value: Any) -> str | None:
    if isinstance(value, str):
        return "is:type"
    if isinstance(value, list):
        return "is:list"
    return "is:long" if isinstance(value, dict) else None


def _element_tag(value: Any) -> str | None:
    if isinstance(value, dict):
        return "is:one_of"
    return "is:type" if isinstance(value, str) else None


ElementIn = Annotated[
    Annotated[TypeIn, Tag("is:type")] | Annotated[OneOfIn, Tag("is:one_of")],
    Discriminator(
        _element_tag,
        custom_error_type="type",
        custom_error_message="no type",
        custom_error_context=expecting("een type, of {one_of: […]}", "a type, or {one_of: […]}"),
    ),
]
_ATTRIBUTE = expecting(
    "een type (text, boolean, …), [type] voor een lijst, of {one_of: [woord, woord]}",
    "a type (text, boolean, …), [type] for a list, or {one_of: [word, word]}",
)
AttributeIn = Annotated[
    Annotated[TypeIn, Tag("is:type")]
    | Annotated[Annotated[list[ElementIn], Field(min_length=1, max_length=1)], Tag("is:list")]
    | Annotated[LongAttributeIn, Tag("is:long")],
    Discriminator(
        _attribute_tag,
        custom_error_type="type",
        custom_error_message="no type",
        custom_error_context=_ATTRIBUTE,
    ),
]


def _default_tag(value: Any) -> str | None:
    if isinstance(value, list):
        return "is:list"
    return None if isinstance(value, dict) or value is None else "is:one"


DefaultIn = Annotated[
    Annotated[ScalarIn, Tag("is:one")] | Annotated[list[ScalarIn], Tag("is:list")],
    Discriminator(
        _default_tag,
        custom_error_type="value",
        custom_error_message="no value",
        custom_error_context=expecting("een waarde of een lijst", "a value or a list"),
    ),
]


class LongFactIn(LongAttributeIn):
    """A fact with everything written out; ``default`` counts when the trajectory is silent."""

    default: DefaultIn | None = None


FactIn = Annotated[
    Annotated[TypeIn, Tag("is:type")]
    | Annotated[Annotated[list[ElementIn], Field(min_length=1, max_length=1)], Tag("is:list")]
    | Annotated[LongFactIn, Tag("is:long")],
    Discriminator(
        _attribute_tag,
        custom_error_type="type",
        custom_error_message="no type",
        custom_error_context=_ATTRIBUTE,
    ),
]


class ActDeclIn(Surface):
    """An act: what is known of it, its outcomes, whether it decides or ends."""

    title: TitleIn | None = None
    attributes: dict[WordId, AttributeIn] | None = None
    decision: Flag | None = None
    outcomes: WordsIn | None = None
    ends: Flag | None = None


class CalendarIn(Surface):
    """Days on which a meeting is held, or on which nobody works, as data."""

    meetings: list[Day] | None = None
    closed_days: list[Day] | None = None
    known_until: Day | None = None
    source: Text | None = None


class ExpectedIn(Surface):
    """A verdict and how."""

    verdict: Annotated[Word, word(Word)]
    how: Annotated[How, word(How)] | None = None


def _expected_tag(value: Any) -> str | None:
    if isinstance(value, str):
        return "is:no_instance" if value == "none" else "is:word"
    if isinstance(value, list):
        return "is:list"
    return "is:how" if isinstance(value, dict) else None


_EXPECTED = expecting(
    "kept, broken, {verdict: cannot_tell, how: fact_unknown}, een lijst daarvan, of none",
    "kept, broken, {verdict: cannot_tell, how: fact_unknown}, a list of these, or none",
)
OneExpectedIn = Annotated[
    Annotated[Annotated[Word, word(Word)], Tag("is:word")] | Annotated[ExpectedIn, Tag("is:how")],
    Discriminator(
        _expected_tag,
        custom_error_type="expected",
        custom_error_message="no verdict",
        custom_error_context=_EXPECTED,
    ),
]
ExpectIn = Annotated[
    Annotated[Annotated[Word, word(Word)], Tag("is:word")]
    | Annotated[Annotated[str, fixed("none")], Tag("is:no_instance")]
    | Annotated[ExpectedIn, Tag("is:how")]
    | Annotated[Annotated[list[OneExpectedIn], Field(min_length=1)], Tag("is:list")],
    Discriminator(
        _expected_tag,
        custom_error_type="expected",
        custom_error_message="no verdict",
        custom_error_context=_EXPECTED,
    ),
]
NormName = Annotated[str, PlainValidator(lambda value: value), WithJsonSchema({"type": "string"})]


class ExampleIn(Surface):
    """The ruleset's own test; its other keys are those of a trajectory."""

    title: Text
    as_of: Day
    expect: dict[NormName, ExpectIn]
    events: list[Any]
    id: Any = None
    level: Any = None
    topic: Any = None
    competent_authority: Any = None
    municipality: Any = None
    gemeente_code: Any = None
    area: Any = None
    order: Any = None
    records: Any = None
    closed: Any = None
    time_zone: Any = None
    persons: Any = None
    facts: Any = None
    note: Any = None


EXAMPLE_KEYS = ("expect",)
assert set(ExampleIn.model_fields) - set(EXAMPLE_KEYS) <= set(TRAJECTORY_KEYS)


class RulesetIn(Surface):
    """One file: one version of one instrument."""

    spelregels: VersionIn
    id: FileId
    title: TitleIn
    regulatory_layer: Annotated[RegulatoryLayer, word(RegulatoryLayer)]
    governs: Annotated[Governs, word(Governs)]
    gemeente_code: Text | None = None
    valid_from: FromIn | None = None
    valid_to: Day | None = None
    review_by: Day | None = None
    extends: Annotated[list[FileId], Field(min_length=1)] | None = None
    legal_basis: list[ArticleIn] | None = None
    term_regime: RegimeIn | None = None
    stage_severity: SeverityIn | None = None
    encoded: EncodedIn | None = None
    why: Text | None = None
    applies: ConditionIn | None = None
    if_: SituationIn | None = Field(default=None, alias="if")
    unless: PatternIn | None = None
    strength: StrengthIn | None = None
    severity: SeverityIn | None = None
    consequence: ConsequenceIn | None = None
    minimum: Flag | None = None
    confidence: ConfidenceIn | None = None
    sources: dict[PlainId, SourceIn] | None = None
    roles: dict[DottedId, RoleIn] | None = None
    acts: dict[DottedId, ActDeclIn] | None = None
    facts: dict[WordId, FactIn] | None = None
    calendars: dict[PlainId, CalendarIn] | None = None
    stages: dict[DottedId, StageIn] | None = None
    from_anywhere: dict[DottedId, AnywhereIn] | None = None
    terms: dict[PlainId, NamedTermIn] | None = None
    norms: list[AnyNormIn] | None = None
    guarantees: list[GuaranteeIn] | None = None
    examples: list[ExampleIn] | None = None
