"""A portfolio report as JSON: the versioned contract of ``docs/portfolio-json.md``."""

from __future__ import annotations

from fractions import Fraction

from spelregels.model.checked import AsOfOrigin
from spelregels.model.portfolio import PortfolioKind
from spelregels.model.portfolio_found import (
    Figure,
    Name,
    Pointer,
    PortfolioReceipt,
    PortfolioReport,
    Reason,
)
from spelregels.model.words import Confidence, How, Severity, Word
from spelregels.report.fields import (
    ARTICLE,
    DAY,
    HASHED,
    LEFT_OUT,
    NUMBER,
    PLACE,
    TEXT,
    TEXTS,
    Field,
    Fields,
    Json,
    listed,
    nullable,
    object_schema,
    words,
    write,
)
from spelregels.report.portfolio import ToldFinding, ToldPortfolio, ToldResult, told_portfolio
from spelregels.report.portfolio_lacks import ToldLack

PORTFOLIO_VERSION = "1"
_REAL = {"type": "number"}
_Shown = tuple[Figure, str, bool]


def _number(number: int | Fraction | None, withheld: bool) -> Json:
    if number is None or withheld:
        return None
    return number if isinstance(number, int) else float(number)


FIGURE: Fields[_Shown] = (
    Field("name", words(Name), lambda f: f[0].name.value, "What it counts."),
    Field(
        "low",
        nullable(_REAL),
        lambda f: _number(f[0].low, f[2]),
        "At least this; null: withheld. Shares are parts of 1.",
    ),
    Field(
        "high",
        nullable(_REAL),
        lambda f: _number(f[0].high, f[2]),
        "At most this; null: withheld, or no upper bound is known.",
    ),
    Field(
        "withheld",
        {"type": "boolean"},
        lambda f: f[2],
        "Not shown, because it is about fewer persons than `withhold_below`.",
    ),
    Field("text", TEXT, lambda f: f[1], "The same in words."),
)

LACK: Fields[ToldLack] = (
    Field("what", TEXT, lambda m: m.what, "What sort of thing is missing: a stable word."),
    Field("how", words(How), lambda m: m.how.value, "Why it is not known."),
    Field("names", TEXTS, lambda m: list(m.names), "The acts, attributes, facts, areas, channels."),
    Field("owners", TEXTS, lambda m: list(m.owners), "Ids of trajectories, or names of bodies."),
    Field("events", NUMBER, lambda m: m.events, "In how many events; 0: not about events."),
    Field("text", TEXT, lambda m: m.text, "The same in words."),
)

POINTER: Fields[Pointer] = (
    Field("trajectory", TEXT, lambda p: p.trajectory, "The id of the trajectory."),
    Field("event", TEXT, lambda p: p.event, "The id of the event in it."),
)

_ABOUT = {
    "type": "object",
    "additionalProperties": TEXTS,
}

FINDING: Fields[ToldFinding] = (
    Field("verdict", words(Word), lambda f: f.verdict.value, "`broken` or `cannot_tell`."),
    Field("reason", words(Reason), lambda f: f.reason.value, "What was found: a stable word."),
    Field("message", TEXT, lambda f: f.message, "The same in a sentence."),
    Field("trajectories", TEXTS, lambda f: list(f.trajectories), "The ids it is about, in order."),
    Field(
        "persons",
        TEXTS,
        lambda f: list(f.persons),
        "Pseudonyms; empty unless `--names` is given.",
    ),
    Field(
        "about",
        _ABOUT,
        lambda f: {key: list(names) for key, names in f.about.items()},
        "Names by kind: `area`, `theme`, `party`, `body`, `dimension`, `group`.",
    ),
    Field(
        "first",
        nullable(DAY),
        lambda f: f.first.isoformat() if f.first else None,
        "The first day on which it was so; null: not about days.",
    ),
    Field(
        "last",
        nullable(DAY),
        lambda f: f.last.isoformat() if f.last else None,
        "The last such day.",
    ),
    Field(
        "evidence",
        listed(POINTER),
        lambda f: [write(POINTER, one) for one in f.evidence],
        "The events it rests on; empty where these would point at persons.",
    ),
    Field(
        "figures",
        listed(FIGURE),
        lambda f: [write(FIGURE, one) for one in f.figures],
        "The numbers behind it.",
    ),
    Field(
        "missing",
        listed(LACK),
        lambda f: [write(LACK, one) for one in f.missing],
        "What is not known.",
    ),
)

RESULT: Fields[ToldResult] = (
    Field("norm", TEXT, lambda r: r.result.norm.id, "The id of the norm."),
    Field("rules", TEXT, lambda r: r.result.rules.id, "The id of the file that holds it."),
    Field("kind", words(PortfolioKind), lambda r: r.result.norm.kind.value, "The kind of norm."),
    Field("title", TEXT, lambda r: r.title, "What the norm is called."),
    Field("rule", TEXT, lambda r: r.rule, "What it asks, in one sentence."),
    Field(
        "severity", words(Severity), lambda r: r.result.norm.severity.value, "How serious it is."
    ),
    Field(
        "confidence",
        words(Confidence),
        lambda r: r.result.norm.confidence.value,
        "How well the source was verified.",
    ),
    Field(
        "article",
        nullable(object_schema(ARTICLE)),
        lambda r: write(ARTICLE, r.article) if r.article else None,
        "Where the norm comes from.",
    ),
    Field("why", TEXT, lambda r: r.result.norm.why, "A remark of the file; may be empty."),
    Field(
        "verdict",
        words(Word, nullable=True),
        lambda r: r.result.word.value if r.result.word else None,
        "The worst of all; null: nothing to judge, or figures only.",
    ),
    Field(
        "kept",
        nullable(NUMBER),
        lambda r: r.kept,
        "How many of what was judged are in order; null: withheld, it would tell of few persons.",
    ),
    Field("open", NUMBER, lambda r: r.result.open, "How many run still."),
    Field(
        "findings",
        listed(FINDING),
        lambda r: [write(FINDING, one) for one in r.findings],
        "Everything found, breaches first.",
    ),
    Field(
        "figures",
        listed(FIGURE),
        lambda r: [write(FIGURE, one) for one in r.figures],
        "Numbers about the whole portfolio.",
    ),
    Field(
        "norm_location",
        object_schema(PLACE),
        lambda r: write(PLACE, r.result.norm.position),
        "Where the norm stands in its file.",
    ),
)

RECEIPT: Fields[PortfolioReceipt] = (
    Field("engine", TEXT, lambda r: r.engine, "The version of spelregels."),
    Field(
        "rules",
        listed(HASHED),
        lambda r: [write(HASHED, one) for one in r.rules],
        "The files with portfolio norms.",
    ),
    Field(
        "rulesets",
        listed(HASHED),
        lambda r: [write(HASHED, one) for one in r.rulesets],
        "Every file of the rulesets that the trajectories were read with.",
    ),
    Field(
        "registers",
        listed(HASHED),
        lambda r: [write(HASHED, one) for one in r.registers],
        "The registers; empty without.",
    ),
    Field(
        "inputs",
        listed(HASHED),
        lambda r: [write(HASHED, one) for one in r.inputs],
        "The files that were judged.",
    ),
    Field("as_of", DAY, lambda r: r.as_of.isoformat(), "The day of judging."),
    Field(
        "left_out",
        listed(LEFT_OUT),
        lambda r: [write(LEFT_OUT, one) for one in r.left_out],
        "What a mapping file says to leave out.",
    ),
)

WHOLE: Fields[ToldPortfolio] = (
    Field(
        "spelregels_portfolio_report",
        {"const": PORTFOLIO_VERSION},
        lambda _: PORTFOLIO_VERSION,
        "The version of this contract.",
    ),
    Field("language", {"enum": ["nl", "en"]}, lambda t: t.language, "The language of texts."),
    Field(
        "receipt",
        object_schema(RECEIPT),
        lambda t: write(RECEIPT, t.report.receipt),
        "What was judged with what.",
    ),
    Field(
        "as_of_from",
        words(AsOfOrigin),
        lambda t: t.report.as_of.origin.value,
        "Where the day of judging came from.",
    ),
    Field(
        "trajectories",
        TEXTS,
        lambda t: [one.id for one in t.report.trajectories],
        "The ids of all trajectories, in order.",
    ),
    Field(
        "withhold_below",
        NUMBER,
        lambda t: max(file.withhold_below for file in t.report.rules),
        "Counts of fewer persons are withheld.",
    ),
    Field(
        "results",
        listed(RESULT),
        lambda t: [write(RESULT, one) for one in t.results],
        "Every norm, in the order of the files.",
    ),
)


def portfolio_json(
    report: PortfolioReport, language: str, *, names_persons: bool = False
) -> dict[str, Json]:
    """The whole report as JSON data. ``language``: ``nl`` or ``en``, for texts for people."""
    return write(WHOLE, told_portfolio(report, language, names_persons=names_persons))
