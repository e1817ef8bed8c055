"""Findings on texts as JSON: a versioned contract, written by the same kind of table as ``check``.

Version 1. Fields are only ever added; a field keeps its name, type and meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from spelregels.model.verified import (
    Basis,
    CheckRecord,
    Located,
    Suppressed,
    TextFinding,
    VerifiedRuleset,
    VerifyReport,
)
from spelregels.model.words import Severity
from spelregels.report.fields import (
    DAY,
    PLACE,
    TEXT,
    TEXTS,
    Field,
    Fields,
    Json,
    Schema,
    listed,
    object_schema,
    words,
    write,
)
from spelregels.report.verify_words import Teller, teller_for

VERSION = "1"
YES_NO: Schema = {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Told:
    """A finding with its record and its words."""

    finding: TextFinding
    record: CheckRecord
    teller: Teller


@dataclass(frozen=True, slots=True)
class Aside:
    """A finding that was set aside, with its words."""

    told: Told
    by: Suppressed


@dataclass(frozen=True, slots=True)
class OneRuleset:
    """A ruleset with its findings."""

    verified: VerifiedRuleset
    told: tuple[Told, ...]
    aside: tuple[Aside, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A report, in one language."""

    report: VerifyReport
    rulesets: tuple[OneRuleset, ...]
    loose: tuple[Told, ...]
    language: str


WHERE: Fields[Located] = (
    Field("ruleset", TEXT, lambda one: one.place.file, "The id of the ruleset file."),
    Field("place", TEXT, lambda one: one.place.path, "The names on the way to it: `norms/x/by`."),
    Field(
        "location",
        object_schema(PLACE),
        lambda one: write(PLACE, one.position),
        "Where that stands in the file now.",
    ),
)
FINDING: Fields[Told] = (
    Field("check", TEXT, lambda t: t.finding.check, "The id of the check; it never changes."),
    Field(
        "title", TEXT, lambda t: t.record.title.told(t.teller.words.language), "What it is called."
    ),
    Field(
        "severity",
        words(Severity),
        lambda t: t.finding.severity.value,
        "How loud it is, after the settings.",
    ),
    Field(
        "basis",
        words(Basis),
        lambda t: t.finding.basis.value,
        "`visible`: it stands in the text; `not_stated`: the text is silent; `not_seen`: what was "
        "seen of the text is silent, and it was not all seen.",
    ),
    Field(
        "counts",
        YES_NO,
        lambda t: t.finding.counts,
        "Whether it can make a run fail; a check on trial cannot.",
    ),
    Field("at", object_schema(WHERE), lambda t: write(WHERE, t.finding.at), "Where it was found."),
    Field(
        "beside",
        listed(WHERE),
        lambda t: [write(WHERE, one) for one in t.finding.beside],
        "What it clashes with.",
    ),
    Field("message", TEXT, lambda t: t.teller.message(t.finding, t.record), "What was found."),
    Field(
        "repair",
        TEXT,
        lambda t: t.record.repair.told(t.teller.words.language),
        "What whoever writes the text can do.",
    ),
)
ASIDE: Fields[Aside] = (
    Field(
        "finding",
        object_schema(FINDING),
        lambda a: write(FINDING, a.told),
        "The finding that was set aside.",
    ),
    Field("reason", TEXT, lambda a: a.by.by.reason, "Why, as the settings say."),
    Field("expires", DAY, lambda a: a.by.by.expires.isoformat(), "The last day it is set aside."),
)
ONE: Fields[OneRuleset] = (
    Field("ruleset", TEXT, lambda r: r.verified.ruleset.id, "The id of the ruleset."),
    Field("file", TEXT, lambda r: r.verified.ruleset.own.path, "Its file."),
    Field("sha256", TEXT, lambda r: r.verified.ruleset.own.sha256, "The sha256 of its bytes."),
    Field(
        "findings",
        listed(FINDING),
        lambda r: [write(FINDING, t) for t in r.told],
        "In order of place.",
    ),
    Field(
        "suppressed",
        listed(ASIDE),
        lambda r: [write(ASIDE, a) for a in r.aside],
        "What the settings set aside.",
    ),
)
WHOLE: Fields[Whole] = (
    Field(
        "spelregels_verify", {"const": VERSION}, lambda _: VERSION, "The version of this contract."
    ),
    Field("language", TEXT, lambda w: w.language, "The language of texts for people."),
    Field("engine", TEXT, lambda w: w.report.engine, "The version of spelregels."),
    Field("as_of", DAY, lambda w: w.report.as_of.isoformat(), "The day of looking."),
    Field(
        "checks",
        TEXTS,
        lambda w: sorted({check for one in w.report.rulesets for check in one.ran}),
        "The checks that ran.",
    ),
    Field(
        "rulesets",
        listed(ONE),
        lambda w: [write(ONE, one) for one in w.rulesets],
        "What was found in each.",
    ),
    Field(
        "settings",
        listed(FINDING),
        lambda w: [write(FINDING, t) for t in w.loose],
        "What was found in `spelregels.toml` itself.",
    ),
)


def verify_json(report: VerifyReport, language: str) -> dict[str, Json]:
    """The whole report as JSON data. ``language``: ``nl`` or ``en``, for texts for people."""
    return write(WHOLE, _whole(report, language))


def schema() -> dict[str, Json]:
    """The JSON Schema (2020-12) of this report."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "spelregels verify report",
        **object_schema(WHOLE),
    }


def _whole(report: VerifyReport, language: str) -> Whole:
    rulesets = []
    for one in report.rulesets:
        teller = Teller.of(one.ruleset, language)
        told = tuple(Told(f, report.records[f.check], teller) for f in one.findings)
        aside = tuple(
            Aside(Told(s.finding, report.records[s.finding.check], teller), s)
            for s in one.suppressed
        )
        rulesets.append(OneRuleset(one, told, aside))
    loose = tuple(
        Told(f, report.records[f.check], teller_for(f, report, language)) for f in report.loose
    )
    return Whole(report, tuple(rulesets), loose, language)
