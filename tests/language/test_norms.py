"""Norms (issue 1.2): each kind by its keys, every key, ``by`` and ``where`` in their place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from spelregels.model.norms import (
    Absence,
    Article,
    Exemption,
    Extension,
    Link,
    NamedTerm,
    Norm,
    NormBase,
    Power,
    Precedence,
    Recurrence,
    Requirement,
    Response,
    Separation,
    Statement,
    Suspension,
    Threshold,
)
from spelregels.model.patterns import (
    ActPattern,
    AllOf,
    AnyOf,
    BetweenWindow,
    Earlier,
    Edge,
    Happened,
    MomentPattern,
    NoneOf,
    NormRef,
    Op,
    RoleSpec,
    SituationAll,
    StageWindow,
    TermRef,
    TermWindow,
    Test,
)
from spelregels.model.terms import AttributeTerm, Duration, MeetingTerm, NotStated, Vague
from spelregels.model.words import (
    Confidence,
    Consequence,
    CountFrom,
    Regime,
    Severity,
    Strength,
    Unit,
    Vehicle,
)
from tests.language.texts import BASE, load, problems_of, with_norm

COLLEGE = RoleSpec(any_of=("college",))
WEEKS = {n: Duration(n, Unit.WEEK) for n in range(1, 9)}
TERM = TermRef("voorbeeld/proef", "inzage")
PASSED = MomentPattern(TERM, Edge.PASSED)
MORE = """\
stages:
  open: {next: {traject.gesloten: dicht}}
  dicht: {ends_as: decided}
terms:
  inzage: {begins: advies.gevraagd, lasts: 6 weken}
norms:
  - {id: ander, never: uitstel.gemeld}
"""


def act(name: str, by: RoleSpec | None = None, **more: object) -> tuple[ActPattern]:
    return (ActPattern(name, by, **more),)  # type: ignore[arg-type]


def norm(written: str, folder: Path) -> Norm:
    text = f"{BASE}{MORE}  - {{id: proef, {written}}}\n"
    return load(text, folder).own.norms[-1]


A, B = act("advies.gevraagd"), act("besluit.genomen")

FIELDS: list[tuple[str, type[NormBase], dict[str, object]]] = [
    (
        "before: besluit.genomen, must: advies.gevraagd",
        Precedence,
        {
            "before": B,
            "must": (A,),
            "by": None,
            "lead": None,
            "times": 1,
            "last_counts": False,
            "clear_days": False,
            "count_from": CountFrom.NEXT_DAY,
            "regime": Regime.ATW,
        },
    ),
    (
        "before: besluit.genomen, must: advies.gevraagd, by: b_en_w, lead: 2 weken, "
        "clear_days: true, wait: 1 week, at_longest: 8 weken, lasts: 6 weken, counts: last, "
        "same: dossier, count_from: same_day, term_regime: calendar",
        Precedence,
        {
            "must": (act("advies.gevraagd", COLLEGE),),
            "by": COLLEGE,
            "lead": WEEKS[2],
            "clear_days": True,
            "wait": WEEKS[1],
            "at_longest": WEEKS[8],
            "lasts": WEEKS[6],
            "last_counts": True,
            "times": 1,
            "link": Link(same="dossier"),
            "count_from": CountFrom.SAME_DAY,
            "regime": Regime.CALENDAR,
        },
    ),
    ("before: besluit.genomen, must: advies.gevraagd, times: 2", Precedence, {"times": 2}),
    (
        "before: {act: besluit.genomen, outcome: aangenomen}, must: inzage.verstreken",
        Precedence,
        {"before": act("besluit.genomen", outcome=("aangenomen",)), "must": ((PASSED,),)},
    ),
    (  # each of a list must, judged apart; by holds for each act, not for a moment
        "before: besluit.genomen, must: [advies.gevraagd, inzage.verstreken], by: college",
        Precedence,
        {"must": (act("advies.gevraagd", COLLEGE), (PASSED,))},
    ),
    (
        "before: besluit.genomen, must: {any_of: [advies.gevraagd, inzage.verstreken]}, "
        "by: college",
        Precedence,
        {"must": ((*act("advies.gevraagd", COLLEGE), PASSED),)},
    ),
    (
        "after: advies.gevraagd, must: advies.gegeven, by: {any_of: [raad, college]}, "
        "within: 6 weken, not_before: 1 week, answers: antwoord_op, "
        "extendable: {act: uitstel.gemeld, by: college, once: 4 weken}, "
        "suspended_by: [uitstel.gemeld, informatie.gegeven]",
        Response,
        {
            "after": A,
            "within": WEEKS[6],
            "not_before": WEEKS[1],
            "must": (act("advies.gegeven", RoleSpec(any_of=("raad", "college"))),),
            "link": Link(answers="antwoord_op"),
            "extendable": Extension(act("uitstel.gemeld", COLLEGE)[0], WEEKS[4]),
            "suspended_by": Suspension(act("uitstel.gemeld"), act("informatie.gegeven")),
        },
    ),
    (
        "after: {any_of: [advies.gevraagd, inzage.begonnen]}, must: besluit.genomen, "
        "by: not_stated",
        Response,
        {
            "after": (*A, MomentPattern(TERM, Edge.BEGUN)),
            "must": (B,),
            "by": NotStated(),
            "within": None,
        },
    ),
    ("never: uitstel.gemeld", Absence, {"must_not": act("uitstel.gemeld"), "window": None}),
    (
        "during: [advies.gevraagd, advies.gegeven], must_not: besluit.genomen",
        Absence,
        {"must_not": B, "window": BetweenWindow(A, act("advies.gegeven"))},
    ),
    ("during: {stage: open}, must_not: besluit.genomen", Absence, {"window": StageWindow("open")}),
    ("during: {term: inzage}, must_not: besluit.genomen", Absence, {"window": TermWindow(TERM)}),
    ("during: inzage, must_not: besluit.genomen", Absence, {"window": TermWindow(TERM)}),
    (
        "upon: besluit.genomen, where: {bedrag: {above: 100}}, require: {motivering: present}",
        Requirement,
        {
            "upon": act("besluit.genomen", where=Test("bedrag", Op.ABOVE, Decimal(100))),
            "require": Test("motivering", Op.PRESENT),
        },
    ),
    (
        "may: besluit.genomen, by: college, where: {bedrag: {at_most: 5000}}, exclusive: true, "
        "after: advies.gegeven, within: 8 weken",
        Power,
        {
            "may": ("besluit.genomen",),
            "by": COLLEGE,
            "exclusive": True,
            "where": Test("bedrag", Op.AT_MOST, Decimal(5000)),
            "after": act("advies.gegeven"),
            "within": WEEKS[8],
        },
    ),
    (
        "may: [besluit.genomen, uitstel.gemeld], by: not_stated",
        Power,
        {"may": ("besluit.genomen", "uitstel.gemeld"), "by": NotStated(), "exclusive": False},
    ),
    (
        "every: 2 jaar, from: besluit.genomen, must: informatie.gegeven, by: college",
        Recurrence,
        {"every": Duration(2, Unit.YEAR), "start": B, "must": act("informatie.gegeven", COLLEGE)},
    ),
    (
        "every: kalenderjaar, from: besluit.genomen, must: informatie.gegeven",
        Recurrence,
        {"every": None},
    ),
    (
        "separate: [advies.gegeven, besluit.genomen]",
        Separation,
        {"first": act("advies.gegeven"), "second": B},
    ),
    (
        "count: steun.betuigd, by: bewoners, distinct: persoon, at_least: 25, "
        "before: besluit.genomen",
        Threshold,
        {
            "count": act("steun.betuigd", RoleSpec(any_of=("bewoners",))),
            "distinct": "persoon",
            "at_least": 25,
            "at_most": None,
            "before": B,
            "per_year": False,
        },
    ),
    (
        "count: steun.betuigd, distinct: by, at_most: not_stated, per: kalenderjaar",
        Threshold,
        {"distinct": "by", "at_most": NotStated(), "per_year": True, "per_term": None},
    ),
    ("count: steun.betuigd, at_least: 2, per: {term: inzage}", Threshold, {"per_term": TERM}),
    ("count: steun.betuigd, at_least: 2, per: inzage", Threshold, {"per_term": TERM}),
    ("need_not: advies.gevraagd", Exemption, {"need_not": A, "may_be_ban": False}),
    (
        "need_not: {act: advies.gevraagd, not_stated: [need_not, must_not]}",
        Exemption,
        {"need_not": A, "may_be_ban": True},
    ),
    (
        "statement: Iedereen doet mee., judged_by: not_stated",
        Statement,
        {"text": "Iedereen doet mee.", "judged_by": None},
    ),
    (
        "statement: Iedereen doet mee., by: college, judged_by: raad",
        Statement,
        {"text": "Iedereen doet mee.", "by": COLLEGE, "judged_by": "raad"},
    ),
]


@pytest.mark.parametrize(("written", "kind", "fields"), FIELDS)
def test_each_kind_with_its_keys(
    written: str, kind: type[NormBase], fields: dict[str, object], tmp_path: Path
) -> None:
    made = norm(written, tmp_path)
    assert type(made) is kind
    assert {name: getattr(made, name) for name in fields} == fields


def test_what_every_norm_may_carry(tmp_path: Path) -> None:
    made = norm(
        'never: besluit.genomen, title: Nooit, article: [vo, "3:16 lid 1"], '
        "applies: {spoed: true, level: adviseren, area.name: Haven}, "
        "if: {happened: advies.gegeven}, unless: uitstel.gemeld, strength: should, "
        "consequence: explain, minimum: true, prevails_over: ander, why: Zo staat het er., "
        "confidence: MEM, in_force: {from: 2026-01-01, to: 2026-12-31}",
        tmp_path,
    )
    assert made.title == "Nooit"
    assert made.article == Article("vo", "3:16 lid 1")
    assert made.applies == AllOf(
        (
            Test("spoed", Op.IS, True),
            Test("level", Op.IS, "adviseren"),
            Test("area.name", Op.IS, "Haven"),
        )
    )
    assert made.if_ == Happened(act("advies.gegeven"))
    assert made.unless == act("uitstel.gemeld")
    assert (made.strength, made.severity) == (Strength.SHOULD, Severity.WARNING)
    assert made.consequence is Consequence.EXPLAIN
    assert made.minimum
    assert made.prevails_over == NormRef("voorbeeld/proef", "ander")
    assert made.why == "Zo staat het er."
    assert made.confidence is Confidence.MEM
    assert (made.in_force_from, made.in_force_to) == (date(2026, 1, 1), date(2026, 12, 31))
    assert made.position.line > 0


def test_defaults_of_every_norm(tmp_path: Path) -> None:
    """Language reference, "Defaults"."""
    made = norm("never: besluit.genomen", tmp_path)
    assert (made.strength, made.severity) == (Strength.MUST, Severity.ERROR)
    assert made.confidence is Confidence.SEEN
    assert not made.minimum
    assert (made.applies, made.if_, made.unless, made.prevails_over) == (None, None, (), None)
    assert norm("never: besluit.genomen, strength: aim", tmp_path).severity is Severity.INFO
    loud = norm("never: besluit.genomen, strength: aim, severity: error", tmp_path)
    assert loud.severity is Severity.ERROR
    assert norm("never: besluit.genomen, prevails_over: not_stated", tmp_path).prevails_over == (
        NotStated()
    )


def test_a_file_gives_defaults_to_its_norms(tmp_path: Path) -> None:
    head = (
        "strength: should\nconfidence: DER\nminimum: true\nconsequence: void\n"
        "unless: uitstel.gemeld\nif: {none: traject.gesloten}\napplies: {spoed: false}\n"
    )
    text = (
        BASE
        + head
        + (
            "norms:\n  - {id: a, never: besluit.genomen}\n"
            "  - {id: b, never: besluit.genomen, strength: must, confidence: SEEN, minimum: false, "
            "consequence: curable, if: {happened: advies.gegeven}, unless: advies.gegeven}\n"
            "  - {id: c, separate: [advies.gegeven, besluit.genomen]}\n"
        )
    )
    file = load(text, tmp_path).own
    first, second, third = file.norms
    none = Happened(act("traject.gesloten"), none=True)
    assert file.applies == Test("spoed", Op.IS, False)
    assert (first.strength, first.severity) == (Strength.SHOULD, Severity.WARNING)
    assert (first.confidence, first.minimum) == (Confidence.DER, True)
    assert (first.consequence, first.if_) == (Consequence.VOID, none)
    assert first.unless == act("uitstel.gemeld")
    assert (second.strength, second.severity) == (Strength.MUST, Severity.ERROR)
    assert (second.confidence, second.minimum) == (Confidence.SEEN, False)
    assert second.consequence is Consequence.CURABLE
    assert second.if_ == SituationAll((none, Happened(act("advies.gegeven"))))
    assert second.unless == (*act("advies.gegeven"), *act("uitstel.gemeld"))
    assert (third.if_, third.unless) == (None, ())


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("{zwaar: true}", Test("zwaar", Op.IS, True)),
        ("{dossier: [a, b]}", Test("dossier", Op.ONE_OF, ("a", "b"))),
        ("{dossier: present}", Test("dossier", Op.PRESENT)),
        ("{dossier: absent}", Test("dossier", Op.ABSENT)),
        ("{dossier: {is_not: a}}", Test("dossier", Op.IS_NOT, "a")),
        (
            "{dossier: {is_not: [a, b]}}",
            AllOf((Test("dossier", Op.IS_NOT, "a"), Test("dossier", Op.IS_NOT, "b"))),
        ),
        ("{kanaal: brief}", Test("kanaal", Op.IS, "brief")),
        ("{by: J. Jansen}", Test("by", Op.IS, "J. Jansen")),
        ("{as: wijkraad}", Test("as", Op.IS, "wijkplatform")),
        ("{until: 2026-01-01}", Test("until", Op.IS, date(2026, 1, 1))),
        (
            "{dossier: {same_as: {act: advies.gevraagd, attribute: dossier}}}",
            Test("dossier", Op.SAME_AS, Earlier("advies.gevraagd", "dossier")),
        ),
        (
            "{by: {same_as: {act: advies.gevraagd, attribute: by}}}",
            Test("by", Op.SAME_AS, Earlier("advies.gevraagd", "by")),
        ),
        (
            "{any_of: [{zwaar: true}, {dossier: a}]}",
            AnyOf((Test("zwaar", Op.IS, True), Test("dossier", Op.IS, "a"))),
        ),
        (
            "{zwaar: true, none_of: [{dossier: a}]}",
            AllOf((Test("zwaar", Op.IS, True), NoneOf((Test("dossier", Op.IS, "a"),)))),
        ),
        (
            "{all_of: [{zwaar: true}, {dossier: a}]}",
            AllOf((Test("zwaar", Op.IS, True), Test("dossier", Op.IS, "a"))),
        ),
    ],
)
def test_conditions(where: str, expected: object, tmp_path: Path) -> None:
    made = norm(f"never: advies.gegeven, where: {where}", tmp_path)
    assert isinstance(made, Absence)
    assert made.must_not == act("advies.gegeven", where=expected)


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        (
            "{above: 1, at_most: 9}",
            AllOf((Test("aantal", Op.ABOVE, 1), Test("aantal", Op.AT_MOST, 9))),
        ),
        ("{below: 3}", Test("aantal", Op.BELOW, 3)),
        ("{at_least: 3}", Test("aantal", Op.AT_LEAST, 3)),
        ("{same_as: aantal}", Test("aantal", Op.SAME_AS, Earlier(None, "aantal"))),
    ],
)
def test_comparisons(test: str, expected: object, tmp_path: Path) -> None:
    made = norm(f"upon: besluit.genomen, require: {{aantal: {test}}}", tmp_path)
    assert isinstance(made, Requirement)
    assert made.require == expected


@pytest.mark.parametrize(
    ("written", "pattern"),
    [
        ("{act: besluit.genomen, by: college}", act("besluit.genomen", COLLEGE)),
        ("{act: besluit.genomen, as: college}", act("besluit.genomen", COLLEGE)),
        (
            "{act: besluit.genomen, as: {vehicle: art_84}}",
            act("besluit.genomen", RoleSpec(vehicle=Vehicle.ART_84)),
        ),
        (
            "{act: besluit.genomen, outcome: [aangenomen, verworpen]}",
            act("besluit.genomen", outcome=("aangenomen", "verworpen")),
        ),
        (
            "{any_of: [besluit.genomen, {act: uitstel.gemeld, by: raad}]}",
            (*B, *act("uitstel.gemeld", RoleSpec(any_of=("raad",)))),
        ),
    ],
)
def test_patterns(written: str, pattern: object, tmp_path: Path) -> None:
    made = norm(f"never: {written}", tmp_path)
    assert isinstance(made, Absence)
    assert made.must_not == pattern


def test_where_joins_the_where_of_the_trigger(tmp_path: Path) -> None:
    """A condition stands under the act it is about; norm-level ``where`` is the trigger's."""
    made = norm(
        "before: {act: advies.gegeven, where: {zwaar: true}}, where: {dossier: present}, "
        "must: {act: advies.gevraagd, where: {dossier: a}}",
        tmp_path,
    )
    assert isinstance(made, Precedence)
    both = AllOf((Test("zwaar", Op.IS, True), Test("dossier", Op.PRESENT)))
    assert made.before == act("advies.gegeven", where=both)
    assert made.must == (act("advies.gevraagd", where=Test("dossier", Op.IS, "a")),)


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("6 weken", WEEKS[6]),
        ("10 werkdagen", Duration(10, Unit.WORKING_DAY)),
        ("1 jaar", Duration(1, Unit.YEAR)),
        ("not_stated", NotStated()),
        ("{vague: zo spoedig mogelijk}", Vague("zo spoedig mogelijk")),
        (
            "{first: raadsvergadering, not_before: 2 weken}",
            MeetingTerm("raadsvergadering", WEEKS[2]),
        ),
        ("{next: raadsvergadering}", MeetingTerm("raadsvergadering")),
        ("{attribute: advies.gevraagd.termijn}", AttributeTerm("advies.gevraagd", "termijn")),
        ("{attribute: advies.gevraagd.uiterlijk}", AttributeTerm("advies.gevraagd", "uiterlijk")),
    ],
)
def test_terms(written: str, term: object, tmp_path: Path) -> None:
    made = norm(f"after: advies.gevraagd, must: advies.gegeven, within: {written}", tmp_path)
    assert isinstance(made, Response)
    assert made.within == term


@pytest.mark.parametrize(
    ("written", "situation"),
    [
        ("{happened: advies.gegeven}", Happened(act("advies.gegeven"))),
        (
            "{none: advies.gegeven, during: inzage}",
            Happened(act("advies.gegeven"), none=True, during=TermWindow(TERM)),
        ),
        (
            "{more_than: 2, of: steun.betuigd, during: {stage: open}}",
            Happened(act("steun.betuigd"), more_than=2, during=StageWindow("open")),
        ),
        ("{happened: inzage.verstreken}", Happened((PASSED,))),
        (
            "{all_of: [{happened: advies.gegeven}, {none: uitstel.gemeld}]}",
            SituationAll(
                (Happened(act("advies.gegeven")), Happened(act("uitstel.gemeld"), none=True))
            ),
        ),
    ],
)
def test_situations(written: str, situation: object, tmp_path: Path) -> None:
    assert norm(f"never: besluit.genomen, if: {written}", tmp_path).if_ == situation


def test_a_named_term_with_every_key(tmp_path: Path) -> None:
    text = (
        BASE
        + """\
norms:
  - {id: poort, upon: advies.gegeven, require: {zwaar: present}, consequence: not_started}
terms:
  inzage:
    title: Inzage
    article: [vo, "4"]
    begins: {latest_of: [advies.gegeven, {any_of: [informatie.gegeven, uitstel.gemeld]}]}
    lasts: 6 weken
    count_from: same_day
    term_regime: calendar
    may_be: {longer: advies.gevraagd.termijn}
    begins_only_if: [poort]
    extendable: {act: uitstel.gemeld, once: 2 weken}
    suspended_by: [uitstel.gemeld, informatie.gegeven]
    applies: {spoed: false}
    confidence: DER
    minimum: true
    why: Zo staat het er.
  advies:
    begins: advies.gegeven
    lasts: not_stated
    per: advies.gevraagd
    same: dossier
"""
    )
    first, second = load(text, tmp_path).own.terms
    assert first == NamedTerm(
        id="inzage",
        title="Inzage",
        article=Article("vo", "4"),
        begins=(act("advies.gegeven"), (*act("informatie.gegeven"), *act("uitstel.gemeld"))),
        lasts=WEEKS[6],
        count_from=CountFrom.SAME_DAY,
        regime=Regime.CALENDAR,
        longer=AttributeTerm("advies.gevraagd", "termijn"),
        begins_only_if=(NormRef("voorbeeld/proef", "poort"),),
        extendable=Extension(ActPattern("uitstel.gemeld"), WEEKS[2]),
        suspended_by=Suspension(act("uitstel.gemeld"), act("informatie.gegeven")),
        applies=Test("spoed", Op.IS, False),
        confidence=Confidence.DER,
        minimum=True,
        why="Zo staat het er.",
        position=first.position,
    )
    assert (second.per, second.link, second.lasts) == (A, Link(same="dossier"), NotStated())
    assert second.count_from is CountFrom.NEXT_DAY
    assert second.regime is Regime.ATW


@pytest.mark.parametrize(
    ("layer", "said", "regime"),
    [
        ("WET", "", Regime.ATW),
        ("AMVB", "", Regime.ATW),
        ("VERORDENING", "", Regime.ATW),
        ("BELEIDSREGEL", "", Regime.NOT_STATED),
        ("WIJKSPELREGELS", "", Regime.NOT_STATED),
        ("not_stated", "", Regime.NOT_STATED),
        ("CONVENANT", "term_regime: calendar\n", Regime.CALENDAR),
        ("WET", "term_regime: not_stated\n", Regime.NOT_STATED),
    ],
)
def test_the_regime_follows_the_layer(
    layer: str, said: str, regime: Regime, tmp_path: Path
) -> None:
    text = with_norm("before: besluit.genomen, must: advies.gevraagd, wait: 1 week")
    text = text.replace("regulatory_layer: VERORDENING\n", f"regulatory_layer: {layer}\n{said}")
    file = load(text, tmp_path).own
    made = file.norms[0]
    assert isinstance(made, Precedence)
    assert (file.term_regime, made.regime) == (regime, regime)


@pytest.mark.parametrize(
    "written",
    [
        "before: besluit.genomen, must: [advies.gevraagd, {act: advies.gegeven, by: raad}], "
        "by: raad",
        "never: besluit.genomen, article: [vo, 6]",
        "never: besluit.genomen, title: {nl: Nooit, en: Never}",
    ],
)
def test_harmless_forms_load(written: str, tmp_path: Path) -> None:
    text = with_norm(written)
    assert problems_of(lambda: load(text, tmp_path)) == ()
