"""A ruleset file: header, roles, acts, stages, terms, norms, guarantees, examples."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, PlainValidator, Tag, WithJsonSchema

from spelregels.language.header import TRAJECTORY_KEYS
from spelregels.language.surface.base import Surface, expecting, fault
from spelregels.language.surface.conditions import ConditionIn
from spelregels.language.surface.gates import GateIn
from spelregels.language.surface.namedterms import GuaranteeIn, NamedTermIn
from spelregels.language.surface.normparts import (
    ConfidenceIn,
    ConsequenceIn,
    RegimeIn,
    SeverityIn,
    StrengthIn,
)
from spelregels.language.surface.norms import AnyNormIn
from spelregels.language.surface.patterns import PatternIn, SituationIn
from spelregels.language.surface.scalars import (
    Day,
    DottedId,
    FileId,
    Flag,
    NotStatedIn,
    PlainId,
    Text,
    WordId,
    fixed,
    word,
)
from spelregels.language.surface.stages import AnywhereIn, StageIn
from spelregels.language.surface.titles import ArticleIn, CoversIn, TitleIn
from spelregels.language.surface.vocabulary import (
    ActDeclIn,
    CalendarIn,
    FactIn,
    ListIn,
    RoleIn,
    SourceIn,
)
from spelregels.model.words import Governs, How, Precision, RegulatoryLayer, Word


def _version(value: Any) -> str:
    if value == "1" or (value == 1 and type(value) is int):
        return "1"
    raise fault(
        "unknown-version",
        "Deze versie van de taal bestaat niet.",
        "This version of the language does not exist.",
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


class EncodedIn(Surface):
    """How much of the text was available to whoever encoded it."""

    articles: Annotated[list[Text], Field(min_length=1)] | None = None
    rest: Annotated[str, fixed("not_seen", "not_encoded", "none")] | None = None


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
    covers: CoversIn | None = None
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
    lists: dict[PlainId, ListIn] | None = None
    stages: dict[DottedId, StageIn] | None = None
    from_anywhere: dict[DottedId, AnywhereIn] | None = None
    terms: dict[PlainId, NamedTermIn] | None = None
    norms: list[AnyNormIn] | None = None
    gates: list[GateIn] | None = None
    guarantees: list[GuaranteeIn] | None = None
    examples: list[ExampleIn] | None = None
