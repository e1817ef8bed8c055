"""Findings as JSON: the versioned contract of ``docs/report-json.md``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from spelregels.model.checked import AsOfOrigin, Checked, CheckReport
from spelregels.model.finding import Finding
from spelregels.model.frozen import dataclass
from spelregels.model.norms import Statement
from spelregels.model.problem import Problem
from spelregels.model.ruleset import RulesetFile
from spelregels.model.trajectory import DataError
from spelregels.model.verdict import Remark
from spelregels.model.words import Word
from spelregels.report.fields import (
    DAY,
    NUMBER,
    PLACE,
    RECEIPT,
    TEXT,
    TEXTS,
    VERDICT,
    VERSION,
    Field,
    Fields,
    Json,
    listed,
    nullable,
    object_schema,
    words,
    write,
)
from spelregels.report.findings import FindingMaker
from spelregels.report.names import Names
from spelregels.report.told import remark_text

_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Told:
    """One trajectory with what is said of it."""

    checked: Checked
    findings: tuple[Finding, ...]
    remarks: tuple[tuple[Remark, str], ...]
    language: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What only people can judge."""

    file: RulesetFile
    norm: Statement


@dataclass(frozen=True, slots=True)
class Whole:
    """A report, in one language."""

    report: CheckReport
    told: tuple[Told, ...]
    asked: tuple[Asked, ...]
    language: str


def _message(error: DataError, language: str) -> str:
    return error.message_nl if language == "nl" else error.message_en


DATA_ERROR: Fields[tuple[DataError, str]] = (
    Field("code", TEXT, lambda e: e[0].code, "A stable id of the kind of error."),
    Field("message", TEXT, lambda e: _message(*e), "What cannot be true, in words."),
    Field("events", TEXTS, lambda e: list(e[0].events), "The events it is about."),
    Field(
        "location",
        object_schema(PLACE),
        lambda e: write(PLACE, e[0].position),
        "Where it stands in the input.",
    ),
)

REMARK: Fields[tuple[Remark, str]] = (
    Field("code", TEXT, lambda r: r[0].code, "A stable id of the remark."),
    Field("name", TEXT, lambda r: r[0].name, "The act or file it is about."),
    Field("message", TEXT, lambda r: r[1], "The same in words."),
)

ASKED: Fields[Asked] = (
    Field("norm", TEXT, lambda a: a.norm.id, "The id of the statement."),
    Field("layer", TEXT, lambda a: a.file.id, "The id of the file that holds it."),
    Field("text", TEXT, lambda a: a.norm.text, "What is to be judged."),
    Field("judged_by", nullable(TEXT), lambda a: a.norm.judged_by, "The role that judges it."),
)

TRAJECTORY: Fields[Told] = (
    Field("id", TEXT, lambda t: t.checked.trajectory.id, "The id of the trajectory."),
    Field("title", TEXT, lambda t: t.checked.trajectory.title, "Its title; may be empty."),
    Field(
        "as_of", DAY, lambda t: t.checked.as_of.day.isoformat(), "Judged at the end of this day."
    ),
    Field(
        "as_of_from",
        words(AsOfOrigin),
        lambda t: t.checked.as_of.origin.value,
        "Where that day came from: the command, the trajectory's header, or today.",
    ),
    Field(
        "stage",
        nullable(TEXT),
        lambda t: t.checked.judgement.stage,
        "Where the machine says it is; null: unknown, or no machine.",
    ),
    Field(
        "outcome",
        words(Word, nullable=True),
        lambda t: t.checked.judgement.outcome.value if t.checked.judgement.outcome else None,
        "The worst definite verdict; null: nothing to judge, or nothing definite.",
    ),
    Field(
        "undetermined",
        NUMBER,
        lambda t: t.checked.judgement.undetermined,
        "How many verdicts cannot be told.",
    ),
    Field(
        "verdicts",
        listed(VERDICT),
        lambda t: [write(VERDICT, finding) for finding in t.findings],
        "Every verdict, worst first.",
    ),
    Field(
        "data_errors",
        listed(DATA_ERROR),
        lambda t: [write(DATA_ERROR, (e, t.language)) for e in t.checked.trajectory.data_errors],
        "Records that cannot be true as printed; no breaches.",
    ),
    Field(
        "remarks",
        listed(REMARK),
        lambda t: [write(REMARK, remark) for remark in t.remarks],
        "What must be said about the judging itself.",
    ),
)

WHOLE: Fields[Whole] = (
    Field(
        "spelregels_report", {"const": VERSION}, lambda _: VERSION, "The version of this contract."
    ),
    Field(
        "language",
        {"enum": ["nl", "en"]},
        lambda w: w.language,
        "The language of texts for people.",
    ),
    Field(
        "receipt",
        object_schema(RECEIPT),
        lambda w: write(RECEIPT, w.report.receipt),
        "What was judged with what.",
    ),
    Field(
        "trajectories",
        listed(TRAJECTORY),
        lambda w: [write(TRAJECTORY, told) for told in w.told],
        "Every trajectory, in the order of the input.",
    ),
    Field(
        "asked",
        listed(ASKED),
        lambda w: [write(ASKED, asked) for asked in w.asked],
        "Statements of the ruleset that no machine judges.",
    ),
)

PROBLEM: Fields[tuple[Problem, str]] = (
    Field("code", TEXT, lambda p: p[0].code, "A stable id of the kind of problem."),
    Field(
        "message",
        TEXT,
        lambda p: p[0].message_nl if p[1] == "nl" else p[0].message_en,
        "What is wrong.",
    ),
    Field(
        "expected",
        TEXT,
        lambda p: p[0].expected_nl if p[1] == "nl" else p[0].expected_en,
        "What was expected there; may be empty.",
    ),
    Field("suggestion", TEXT, lambda p: p[0].suggestion, "What to write instead; may be empty."),
    Field(
        "location",
        object_schema(PLACE),
        lambda p: write(PLACE, p[0].position),
        "Where it stands in the input.",
    ),
)


def report_json(report: CheckReport, language: str) -> dict[str, Json]:
    """The whole report as JSON data. ``language``: ``nl`` or ``en``, for texts for people."""
    maker = FindingMaker(report.ruleset, language)
    asked = tuple(Asked(file, norm) for file, norm in maker.statements(report.checked))
    return write(WHOLE, Whole(report, tuple(_told(report, maker)), asked, language))


def _told(report: CheckReport, maker: FindingMaker) -> Iterator[Told]:
    for checked in report.checked:
        names = Names.of(maker.ruleset, maker.language, checked.trajectory)
        remarks = tuple((r, remark_text(r, names)) for r in checked.judgement.remarks)
        yield Told(checked, maker.of(checked), remarks, maker.language)


def problems_json(problems: tuple[Problem, ...], language: str) -> dict[str, Json]:
    """What was wrong with an input, as JSON data (exit code 2)."""
    found = [write(PROBLEM, (problem, language)) for problem in problems]
    return {"spelregels_problems": VERSION, "language": language, "problems": found}


def dumps(data: Json) -> str:
    """JSON text, readable, with letters as they are; what could steer a terminal is escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
