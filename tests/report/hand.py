"""A small ruleset and trajectory made by hand: one norm of every kind, to read texts from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from spelregels.calendar import reckon
from spelregels.model.checked import AsOf, AsOfOrigin, Checked, CheckReport, Hashed, Receipt
from spelregels.model.norms import (
    Absence,
    Article,
    Exemption,
    Extension,
    Link,
    NamedTerm,
    Norm,
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
    BetweenWindow,
    Edge,
    Happened,
    MomentPattern,
    NormRef,
    Op,
    RoleSpec,
    TermRef,
    TermWindow,
    Test,
)
from spelregels.model.problem import Position
from spelregels.model.ruleset import (
    Act,
    Attribute,
    Encoded,
    Guarantee,
    Machine,
    Role,
    Ruleset,
    RulesetFile,
    Source,
    Stage,
    StageEdge,
    StagePower,
)
from spelregels.model.terms import Duration, NotStated, Reckoning, Vague
from spelregels.model.trajectory import DataError, Event, Trajectory, When
from spelregels.model.verdict import Judgement, Remark, Verdict
from spelregels.model.words import (
    AttributeType,
    Binding,
    Confidence,
    Consequence,
    CountFrom,
    EndsAs,
    Governs,
    Kind,
    Level,
    Order,
    Precision,
    Regime,
    RegulatoryLayer,
    RoleKind,
    Severity,
    Strength,
    Unit,
    Vehicle,
    Word,
)

FILE = "voorbeeldstad/wijkplatform"
COLLEGE = RoleSpec(("college",))
PLATFORM = RoleSpec(("wijkplatform",))
SIX_WEEKS = Duration(6, Unit.WEEK)
TWO_WEEKS = Duration(2, Unit.WEEK)
TERM = TermRef(FILE, "zienswijzetermijn")


def act(name: str, by: RoleSpec | None = None, **more: object) -> tuple[ActPattern]:
    return (ActPattern(name, by, **more),)  # type: ignore[arg-type]


NORMS: dict[Kind, Norm] = {
    Kind.PRECEDENCE: Precedence(
        id="informatie-vooraf",
        article=Article("sr", "4.1"),
        title="bewoners weten het twee weken vooraf",
        before=act("raadpleging.geopend"),
        must=(act("informatie.gegeven", COLLEGE),),
        by=COLLEGE,
        lead=TWO_WEEKS,
        consequence=Consequence.CURABLE,
    ),
    Kind.RESPONSE: Response(
        id="reactie-op-advies",
        article=Article("sr", "6"),
        confidence=Confidence.DER,
        after=act("advies.uitgebracht"),
        must=(act("reactie.gegeven", COLLEGE),),
        by=COLLEGE,
        link=Link(answers="antwoord_op"),
        within=SIX_WEEKS,
        regime=Regime.ATW,
        extendable=Extension(ActPattern("verdaging.meegedeeld", COLLEGE), Duration(4, Unit.WEEK)),
        suspended_by=Suspension(act("opschorting.begonnen"), act("opschorting.beeindigd")),
    ),
    Kind.ABSENCE: Absence(
        id="geen-besluit-tijdens-inspraak",
        must_not=act("besluit.genomen"),
        window=BetweenWindow(act("raadpleging.geopend"), act("raadpleging.gesloten")),
    ),
    Kind.REQUIREMENT: Requirement(
        id="afwijken-met-motivering",
        article=Article("awb", "3:50"),
        upon=act("advies.niet_gevolgd"),
        require=Test("motivering", Op.PRESENT),
        consequence=Consequence.EXPLAIN,
    ),
    Kind.POWER: Power(
        id="wijkbudget-beslissen",
        may=("budget.toegekend",),
        by=PLATFORM,
        where=Test("bedrag", Op.AT_MOST, Decimal(5000)),
        exclusive=True,
    ),
    Kind.RECURRENCE: Recurrence(
        id="evaluatie",
        every=Duration(2, Unit.YEAR),
        start=act("besluit.genomen"),
        must=act("evaluatie.gehouden", COLLEGE),
        by=COLLEGE,
        strength=Strength.SHOULD,
        severity=Severity.WARNING,
    ),
    Kind.SEPARATION: Separation(
        id="dubbele-petten", first=act("advies.uitgebracht"), second=act("besluit.genomen")
    ),
    Kind.THRESHOLD: Threshold(
        id="steun",
        count=act("steunbetuiging.gedaan"),
        distinct="by",
        at_least=25,
        before=act("verzoek.behandeld"),
    ),
    Kind.EXEMPTION: Exemption(id="geen-verslag", need_not=act("verslag.gemaakt"), may_be_ban=True),
    Kind.STATEMENT: Statement(
        id="afspiegeling",
        text="Het wijkplatform is een redelijke afspiegeling van de wijk.",
        by=PLATFORM,
        judged_by="raad",
    ),
}

VAGUE = Response(
    id="tijdig-antwoord",
    after=act("vraag.gesteld"),
    must=(act("reactie.gegeven"),),
    by=NotStated(),
    within=Vague("zo spoedig mogelijk"),
    if_=Happened(act("raadpleging.geopend"), during=TermWindow(TERM)),
    unless=act("voorstel.ingetrokken"),
    applies=Test("uitgebreid", Op.IS, True),
    minimum=True,
    prevails_over=NormRef(FILE, "reactie-op-advies"),
    in_force_from=date(2026, 1, 1),
    why="Bewoners moeten weten waar ze aan toe zijn.",
)

ZIENSWIJZETERMIJN = NamedTerm(
    id="zienswijzetermijn",
    begins=(act("terinzagelegging.begonnen"), act("kennisgeving.gedaan")),
    lasts=SIX_WEEKS,
    count_from=CountFrom.SAME_DAY,
    regime=Regime.ATW,
    begins_only_if=(NormRef(FILE, "afwijken-met-motivering"),),
    article=Article("awb", "3:16"),
)

ACTS = (
    "advies.niet_gevolgd",
    "advies.uitgebracht",
    "besluit.genomen",
    "budget.toegekend",
    "evaluatie.gehouden",
    "informatie.gegeven",
    "kennisgeving.gedaan",
    "opschorting.beeindigd",
    "opschorting.begonnen",
    "raadpleging.geopend",
    "raadpleging.gesloten",
    "reactie.gegeven",
    "steunbetuiging.gedaan",
    "terinzagelegging.begonnen",
    "verdaging.meegedeeld",
    "verslag.gemaakt",
    "verzoek.behandeld",
    "voorstel.ingetrokken",
    "vraag.gesteld",
)

STAGES = (
    Stage(
        "aangekondigd",
        title={"nl": "aangekondigd", "en": "announced"},
        level=Level.INFORMEREN,
        power=StagePower(decides=COLLEGE),
        edges=(StageEdge("raadpleging.geopend", None, "open"),),
        also=frozenset({"informatie.gegeven"}),
    ),
    Stage(
        "open",
        title={"nl": "bewoners praten mee", "en": "residents take part"},
        level=Level.ADVISEREN,
        power=StagePower(
            decides=RoleSpec(("raad",)),
            advises=("wijkplatform",),
            binding=Binding.COMPLY_OR_EXPLAIN,
        ),
        edges=(StageEdge("besluit.genomen", "aangenomen", "besloten"),),
    ),
    Stage("besloten", ends_as=EndsAs.DECIDED),
)

OWN = RulesetFile(
    id=FILE,
    title={"nl": "Spelregels wijkplatform Voorbeeldstad", "en": "Rules of Voorbeeldstad"},
    regulatory_layer=RegulatoryLayer.WIJKSPELREGELS,
    governs=Governs.STARTED_IN_FORCE,
    valid_from=date(2026, 1, 1),
    review_by=date(2029, 12, 31),
    encoded=Encoded(("1-6",), "not_seen"),
    sources={
        "sr": Source("sr", "Spelregels wijkplatform", "https://voorbeeldstad.example/spelregels"),
        "awb": Source("awb", "Algemene wet bestuursrecht"),
    },
    norms=(*NORMS.values(), VAGUE),
    terms=(ZIENSWIJZETERMIJN,),
    guarantees=(
        Guarantee(
            "geen-besluit-zonder-raadpleging",
            act("besluit.genomen"),
            (act("raadpleging.gesloten"), (MomentPattern(TERM, Edge.PASSED),)),
        ),
    ),
    extends=("nl/awb",),
    sha256="0" * 64,
)

RULESET = Ruleset(
    id=FILE,
    files=(OWN,),
    roles={
        "college": Role("college", RoleKind.AUTHORITY, {"nl": "college", "en": "executive"}),
        "raad": Role("raad", RoleKind.AUTHORITY, {"nl": "raad", "en": "council"}),
        "wijkplatform": Role(
            "wijkplatform", RoleKind.RESIDENTS, vehicle=Vehicle.ART_84, aliases=("wijkraad",)
        ),
        "bevoegd_orgaan": Role(
            "bevoegd_orgaan",
            RoleKind.AUTHORITY,
            one_of=("raad", "college"),
            bound_by_header=True,
        ),
    },
    acts={
        name: Act(
            name,
            attributes={"motivering": Attribute(AttributeType.TEXT)},
            decision=name == "besluit.genomen",
            outcomes=("aangenomen", "verworpen") if name == "besluit.genomen" else (),
        )
        for name in ACTS
    },
    facts={"uitgebreid": Attribute(AttributeType.BOOLEAN, default=False)},
    machine=Machine(FILE, STAGES),
)


def event(number: int, name: str, day: date, role: str = "", **more: object) -> Event:
    roles = (role,) if role else ()
    place = Position("traject.yaml", 10 + number, 5)
    return Event(
        id=f"e{number}",
        act=name,
        at=When(Precision.DAY, day),
        roles=roles,
        position=place,
        **more,  # type: ignore[arg-type]
    )


EVENTS = (
    event(1, "informatie.gegeven", date(2026, 3, 1), "college", by="jansen"),
    event(2, "raadpleging.geopend", date(2026, 3, 10), "college"),
    event(3, "advies.uitgebracht", date(2026, 4, 20), "wijkplatform"),
    event(4, "besluit.genomen", date(2026, 5, 1), "college", outcome="aangenomen"),
    event(5, "reactie.gegeven", date(2026, 6, 30), "college"),
)

TRAJECTORY = Trajectory(
    id="haven",
    title="Nieuwe speelplek",
    events=EVENTS,
    records=None,
    order=Order.LISTED,
    competent_authority="raad",
    persons={},
    position=Position("traject.yaml", 1, 1),
)


def due(start: date) -> Reckoning:
    return reckon(start, SIX_WEEKS, regime=Regime.ATW)


def verdict(kind: Kind, word: Word, **more: object) -> Verdict:
    machine = {Kind.STAGE: "@stage", Kind.STAGE_POWER: "@power", Kind.LAW: "@law"}
    norm = machine.get(kind) or NORMS[kind].id
    values = {"norm": norm, "layer": FILE, "version": "2026-01-01", "kind": kind, "word": word}
    return Verdict(**{**values, **more})  # type: ignore[arg-type]


def checked(*verdicts: Verdict, trajectory: Trajectory = TRAJECTORY) -> Checked:
    day = date(2026, 12, 31)
    judgement = Judgement(
        trajectory=trajectory.id,
        as_of=day,
        verdicts=verdicts,
        outcome=Word.BROKEN,
        undetermined=1,
        stage="open",
        remarks=(Remark("end_not_recorded", "voorstel.ingetrokken"),),
    )
    return Checked(trajectory, AsOf(day, AsOfOrigin.HEADER), judgement)


WRONG_DATES = DataError(
    "end-before-begin",
    "Het einde ligt vóór het begin.",
    "The end lies before the begin.",
    ("e2",),
    Position("traject.yaml", 12, 5),
)


def report(*verdicts: Verdict) -> CheckReport:
    receipt = Receipt(
        engine="0.1.0",
        ruleset=FILE,
        files=(Hashed(FILE, "0" * 64, "2026-01-01"),),
        calendar=Hashed("atw", "1" * 64, "2028"),
        inputs=(Hashed("traject.yaml", "2" * 64),),
        as_of=date(2026, 12, 31),
    )
    return CheckReport(RULESET, (checked(*verdicts),), receipt)
