"""The tensions of a portfolio, by the norms that ship with spelregels (issue 3.4, 3.5).

Each is shown firing, not firing, and not to be told; without its norm its test fails.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from spelregels.language import bind
from spelregels.language.portfolio import load_portfolio_rules, load_registers
from spelregels.language.trajectories import trajectories_from_yaml
from spelregels.model.portfolio import PortfolioRules
from spelregels.model.portfolio_found import Name, NormResult, Reason
from spelregels.model.registers import Person, Registers
from spelregels.model.words import Word
from spelregels.portfolio import Member, evaluate
from tests.portfolio.given import HERE, person

AS_OF = date(2026, 6, 30)


@cache
def shipped() -> PortfolioRules:
    return load_portfolio_rules("spanningen/portefeuille")


@cache
def registers() -> Registers:
    return load_registers(HERE / "registers.yaml", [shipped()])


def judged(name: str, text: str, known: Registers | None = None) -> NormResult:
    """One norm over trajectories written as a list in YAML; they record all and are closed."""
    words = shipped().words[-1]
    read = trajectories_from_yaml(text, "proef.yaml")
    members = [Member(bind(one, words), words) for one in read]
    norm = next(one for one in shipped().norms if one.id == name)
    rules = replace(shipped(), norms=(norm,))
    (result,) = evaluate([rules], members, registers() if known is None else known, AS_OF)
    return result


def one(
    name: str,
    *events: str,
    area: str = "Haven",
    topic: str = "spelen",
    more: str = "",
    **header: str,
) -> str:
    """A trajectory in YAML. ``events``: what stands between braces."""
    lines = [f"- id: {name}", "  records: all", "  closed: all", "  order: listed"]
    keys = {"area": f"{{name: {area}{more}}}", "topic": topic, **header}
    lines += [f"  {key}: {value}" for key, value in keys.items() if value]
    lines.append("  events:" if events else "  events: []")
    lines += [f"    - {{{event}}}" for event in events]
    return "\n".join(lines) + "\n"


START = "at: 2026-02-01, act: traject.gestart, by: gemeente"


# ---------------------------------------------------------------- T1


def test_t1_trajectories_that_cross_without_coordination() -> None:
    """T1, C3: same area (a part of it), time and topic, and nothing shows that they were tied."""
    result = judged("kruisende-trajecten", one("a", START) + one("b", START, area="Kade"))
    (finding,) = result.findings
    assert finding.word is Word.BROKEN
    assert (finding.reason, finding.trajectories) == (Reason.NOT_COORDINATED, ("a", "b"))
    assert finding.about == {"area": ("Kade",), "theme": ("spelen",)}


def test_t1_one_finding_for_the_whole_carousel() -> None:
    """T1, C3: five at once are one finding, not ten pairs."""
    result = judged("kruisende-trajecten", "".join(one(f"t{n}", START) for n in range(5)))
    assert [f.trajectories for f in result.findings] == [("t0", "t1", "t2", "t3", "t4")]


def test_t1_coordination_ties_all_who_took_part() -> None:
    """T1: one meeting of three, recorded with each, is enough; with two of the three it is not."""
    whole = "at: 2026-03-01, act: afstemming.gedaan, by: gemeente, met: [b, c]"
    half = "at: 2026-03-01, act: afstemming.gedaan, by: gemeente, met: [b]"
    others = one("b", START) + one("c", START)
    assert judged("kruisende-trajecten", one("a", START, whole) + others).word is Word.KEPT
    (finding,) = judged("kruisende-trajecten", one("a", START, half) + others).findings
    assert [f.low for f in finding.figures if f.name is Name.COORDINATED_PAIRS] == [1]


def test_t1_other_time_place_or_topic_is_no_crossing() -> None:
    """T1: one of the three is not enough."""
    ended = "at: 2026-02-20, act: traject.afgesloten"
    later = "at: 2026-03-01, act: traject.gestart"
    for other in (one("b", START, area="Dorp"), one("b", START, topic="verkeer")):
        assert judged("kruisende-trajecten", one("a", START) + other).findings == ()
    one_by_one = one("a", START, ended) + one("b", later)
    assert judged("kruisende-trajecten", one_by_one).findings == ()


def test_t1_cannot_be_told_without_area_topic_or_end() -> None:
    """T1: what the sources do not show is never clean."""
    for hidden in (
        one("b", START, topic=""),
        one("b", START, area="Ergens"),
        one("b", "at: 2025-01-01, act: traject.gestart").replace(
            "records: all", "records: [traject.gestart]"
        ),
    ):
        (finding,) = judged("kruisende-trajecten", one("a", START) + hidden).findings
        assert (finding.word, finding.reason) == (Word.CANNOT_TELL, Reason.MAY_CROSS)
        assert finding.trajectories == ("b",)
        assert finding.lacks


# ---------------------------------------------------------------- T4


PROMISED = "level: meebeslissen"
TOLD = "at: 2026-02-02, act: informatie.gegeven, by: gemeente"
ASKED = "id: i, at: 2026-02-03, act: inbreng.gegeven, by: bewoners"
ANSWERED = "at: 2026-02-04, act: reactie.gegeven, by: college, antwoord_op: i"
ADVISED = "at: 2026-02-05, act: advies.uitgebracht, by: wijkplatform"
DRAWN = "at: 2026-02-06, act: voorstel.opgesteld, by: bewoners"
AGREED = "at: 2026-02-07, act: akkoord.bereikt, by: bewoners, locatie: A"
DECIDED_B = "at: 2026-03-01, act: besluit.genomen, by: raad, outcome: aangenomen, locatie: B"
DECIDED_A = DECIDED_B.replace("locatie: B", "locatie: A")
STEPS = (TOLD, ASKED, ANSWERED, ADVISED, DRAWN, AGREED)
ALL_TOLD = ", affected: [Haven], informed: [Haven]"


def promise(*events: str, level: str = "meebeslissen", more: str = ALL_TOLD) -> NormResult:
    return judged("beloofd-en-gegeven", one("jop", *events, more=more, level=level))


def test_t4_the_place_that_residents_agreed_on_was_moved() -> None:
    """T4, C1: residents agreed on A, the council took B, and gave no reasons."""
    (finding,) = promise(*STEPS, DECIDED_B).findings
    assert finding.reason is Reason.PROMISED_ABOVE_USED
    assert {f.name: f.low for f in finding.figures} == {Name.PROMISED: 5, Name.USED: 4}


def test_t4_an_open_departure_with_reasons_keeps_the_promise() -> None:
    """T4: an override is walked openly, or the decision follows."""
    override = "at: 2026-02-20, act: afwijking.besloten, by: raad, motivering: te dicht bij water"
    assert promise(*STEPS, DECIDED_A).word is Word.KEPT
    assert promise(*STEPS, override, DECIDED_B).word is Word.KEPT
    silent = override.replace("te dicht bij water", "null")
    assert promise(*STEPS, silent, DECIDED_B).word is Word.BROKEN


def test_t4_each_rung_asks_its_own() -> None:
    """T4: take away one demand, and the level used drops to the rung below it."""
    demands = {"informatie": 0, "reactie": 1, "advies": 2, "voorstel": 3, "akkoord": 4}
    for word, rank in demands.items():
        steps = [step for step in STEPS if f"act: {word}" not in step]
        (finding,) = promise(*steps, DECIDED_A).findings
        assert {f.name: f.low for f in finding.figures}[Name.USED] == rank, word


def test_t4_an_undecided_promise_is_open_and_none_is_nothing() -> None:
    """T4: before the decision it cannot have been broken by what happened."""
    assert promise(TOLD).word is Word.OPEN
    assert promise(TOLD, DECIDED_A, level="").word is None


def test_t4_cannot_be_told_when_nobody_says_who_was_informed() -> None:
    """T4: the areas informed are not given, so nor is the lowest rung."""
    (finding,) = promise(*STEPS, DECIDED_A, more="").findings
    assert finding.word is Word.CANNOT_TELL


# ---------------------------------------------------------------- T5


def test_t5_neighbours_just_outside_the_quarter_were_not_told() -> None:
    """T5, C2: the plan touches the next quarter too, which the quarter's paper does not reach."""
    touched = ", affected: [Haven, Dorp], informed: [Haven]"
    paper = "at: 2026-02-02, act: informatie.gegeven, by: gemeente, kanaal: [wijkkrant]"
    text = one("moskee", START, paper, more=touched)
    (finding,) = judged("geraakt-en-verteld", text).findings
    assert (finding.reason, finding.about["area"]) == (Reason.NOT_INFORMED, ("Dorp",))
    (finding,) = judged("kanaal-komt-aan", text).findings
    assert (finding.reason, finding.about["area"]) == (Reason.NOT_REACHED, ("Dorp",))


def test_t5_a_whole_is_told_when_all_its_parts_are() -> None:
    """T5: the register says that these parts are the whole area; else it cannot be told."""
    text = one("a", START, more=", affected: [Haven], informed: [Kade, Werf]")
    assert judged("geraakt-en-verteld", text).word is Word.KEPT
    areas = {**registers().areas, "Haven": replace(registers().areas["Haven"], whole=False)}
    result = judged("geraakt-en-verteld", text, replace(registers(), areas=areas))
    assert result.word is Word.CANNOT_TELL


def test_t5_t21_only_digital_channels() -> None:
    """T5, T21, C12: everything went by website and app; one letter mends it; one unknown channel
    leaves it open."""
    by = "at: 2026-02-02, act: informatie.gegeven, by: gemeente, kanaal: [{}]"
    digital = one("a", by.format("website"), by.format("app"))
    assert judged("niet-alleen-digitaal", digital).word is Word.BROKEN
    with_letter = one("a", by.format("website"), by.format("brief"))
    assert judged("niet-alleen-digitaal", with_letter).word is Word.KEPT
    unknown = one("a", by.format("website"), by.format("spandoek"))
    assert judged("niet-alleen-digitaal", unknown).word is Word.CANNOT_TELL


def sitting(*groups: str | None, since: date = date(2020, 1, 1), **body: object) -> Registers:
    members: dict[str, Person] = {f"p{n}": person(g, since) for n, g in enumerate(groups)}
    seats = replace(registers().bodies["platform"], **body)  # type: ignore[arg-type]
    return replace(registers(), persons=members, bodies={"platform": seats})


def test_t5_a_greying_platform() -> None:
    """T5: twenty per cent of the people are old, and nearly all of the platform."""
    known = sitting("oud", "oud", "oud", "oud", "midden", "midden")
    found = judged("afspiegeling-leeftijd", one("a", START), known).findings
    assert [(f.reason, f.about["group"]) for f in found] == [(Reason.UNDER_REPRESENTED, ("jong",))]


def test_t5_members_whose_group_is_unknown_may_be_anyone() -> None:
    """T5: two of six not known: the young may be there; and without seats nobody can tell."""
    known = sitting("oud", "oud", "oud", "midden", None, None)
    assert judged("afspiegeling-leeftijd", one("a", START), known).word is Word.CANNOT_TELL
    hidden = sitting("oud", "jong", "midden", complete=False, seats=None)
    assert judged("afspiegeling-leeftijd", one("a", START), hidden).word is Word.CANNOT_TELL


# ---------------------------------------------------------------- T6


def test_t6_members_who_stay_and_stay() -> None:
    """T6: most serve for more than eight years; as many newcomers as that is in order."""
    long = sitting(None, None, None, since=date(2012, 5, 1))
    (finding,) = judged("lang-zittende-leden", one("a", START), long).findings
    assert (finding.reason, finding.about["body"]) == (Reason.LONG_SERVING, ("platform",))
    assert judged("lang-zittende-leden", one("a", START), sitting(None, None)).word is Word.KEPT


def test_t6_a_renewal_is_no_new_beginning() -> None:
    """T6: appointed again without a break, time is counted on; after a break it begins anew."""
    body = {"platform": registers().bodies["platform"]}
    nobody = replace(registers(), persons={}, bodies=body)
    begin = "at: 2014-01-01, act: lid.benoemd, persoon: p1, orgaan: platform"
    again = "at: 2020-01-01, act: lid.benoemd, persoon: p1, orgaan: platform"
    left = "at: 2019-01-01, act: lid.afgetreden, persoon: p1, orgaan: platform"
    renewed = judged("lang-zittende-leden", one("a", begin, again), nobody)
    assert renewed.word is Word.BROKEN
    returned = judged("lang-zittende-leden", one("a", begin, left, again), nobody)
    assert returned.word is Word.KEPT


# ---------------------------------------------------------------- T12


def test_t12_figures_about_advice_and_no_verdict() -> None:
    """T12: answered, decided upon, departed from; weights of the topics; never a verdict."""
    advice = "id: {0}, at: 2026-02-0{1}, act: advies.uitgebracht, by: wijkplatform"
    departed = (
        "at: 2026-02-08, act: advies.niet_gevolgd, by: college, antwoord_op: a2, motivering: duur"
    )
    events = (advice.format("a1", 1), advice.format("a2", 2), departed, DECIDED_A)
    light = one("licht", *events, topic="speelplek")
    heavy = one("zwaar", advice.format("a1", 1), DECIDED_A, topic="woningbouw")
    result = judged("invloed-van-advies", light + heavy)
    assert (result.word, result.findings) == (None, ())
    told = {f.name: (f.low, f.high) for f in result.figures}
    assert told == {
        Name.ADVICE: (3, 3),
        Name.ANSWERED: (1, 1),
        Name.DECIDED: (3, 3),
        Name.NOT_DEPARTED: (2, 2),
        Name.WEIGHT: (7, 7),
        Name.WEIGHT_NOT_DEPARTED: (6, 6),
        Name.WEIGHT_UNKNOWN: (0, 0),
    }


# ---------------------------------------------------------------- T15


def asked(day: str, who: str = "p-01") -> str:
    return f"at: {day}, act: uitnodiging.verstuurd, by: gemeente, persoon: {who}"


FIVE = ("2026-03-02", "2026-03-05", "2026-03-11", "2026-03-20", "2026-03-31")


def test_t15_the_resident_asked_five_times_in_a_month() -> None:
    """T15, C7: by five trajectories that did not know of each other."""
    text = "".join(one(f"t{n}", asked(day)) for n, day in enumerate(FIVE))
    (finding,) = judged("te-veel-gevraagd", text).findings
    assert (finding.reason, finding.persons) == (Reason.ASKED_TOO_OFTEN, ("p-01",))
    assert (finding.first, finding.last) == (date(2026, 3, 2), date(2026, 3, 31))
    assert len(finding.trajectories) == 5


def test_t15_the_window_is_a_month_of_the_calendar() -> None:
    """T15, P7: from 2 March is through 1 April; the fifth on 2 April is in the next."""
    four = [asked(day) for day in FIVE[:4]]
    assert judged("te-veel-gevraagd", one("a", *four, asked("2026-04-01"))).word is Word.BROKEN
    assert judged("te-veel-gevraagd", one("a", *four, asked("2026-04-02"))).word is Word.KEPT


def test_t15_five_people_asked_once_are_no_tension() -> None:
    """T15: it is about one person."""
    text = one("a", *(asked(day, f"p-{n}") for n, day in enumerate(FIVE)))
    assert judged("te-veel-gevraagd", text).word is Word.KEPT


def test_t15_who_was_asked_is_known_or_cannot_be_told() -> None:
    """T15: four for one and one for nobody knows whom; a letter to all is for nobody."""
    four = [asked(day) for day in FIVE[:4]]
    hidden = "at: 2026-03-31, act: uitnodiging.verstuurd, by: gemeente"
    open_text = one("a", *four, hidden).replace("closed: all", "closed: {}")
    assert judged("te-veel-gevraagd", open_text).word is Word.CANNOT_TELL
    assert judged("te-veel-gevraagd", one("a", *four, hidden + ", persoon: null")).word is Word.KEPT
    month = one("a", *four, asked("2026-03"))
    assert judged("te-veel-gevraagd", month).word is Word.BROKEN  # any day of March will do
    quiet = one("b", START).replace("records: all", "records: [traject.gestart]")
    assert judged("te-veel-gevraagd", one("a", *four) + quiet).word is Word.CANNOT_TELL


# ---------------------------------------------------------------- T16


TAKEN = "at: 2026-02-01, act: regie.gekregen, by: corporatie"
TWICE = "at: 2026-02-03, act: regie.gekregen, by: gemeente"
LAID = "at: 2026-03-10, act: regie.neergelegd, by: corporatie"


def test_t16_one_director_in_the_river_quarter() -> None:
    """T16, C10: the corporation leads; a second leader or none for long is told."""
    assert judged("een-regisseur", one("a", TAKEN)).word is Word.KEPT
    (two,) = judged("een-regisseur", one("a", TAKEN, TWICE)).findings
    assert (two.reason, two.about["party"]) == (Reason.SEVERAL_LEADS, ("corporatie", "gemeente"))
    (none,) = judged("een-regisseur", one("a", TAKEN, LAID)).findings
    assert (none.reason, none.first) == (Reason.NO_LEAD, date(2026, 3, 10))


def test_t16_a_handover_takes_its_time() -> None:
    """T16: four weeks without a leader, or with two, are passed over; a day more is not."""
    handed = "at: 2026-04-07, act: regie.gekregen, by: gemeente"
    later = handed.replace("04-07", "04-08")
    assert judged("een-regisseur", one("a", TAKEN, LAID, handed)).word is Word.KEPT
    assert judged("een-regisseur", one("a", TAKEN, LAID, later)).word is Word.BROKEN


def test_t16_crossing_trajectories_with_a_director_each() -> None:
    """T16, C3: each has its own leader, and nobody leads the whole."""
    text = one("a", TAKEN) + one("b", TWICE)
    assert judged("een-regisseur", text).word is Word.KEPT
    (finding,) = judged("een-regisseur-samen", text).findings
    assert (finding.reason, finding.trajectories) == (Reason.SEVERAL_LEADS, ("a", "b"))
    same = one("a", TAKEN) + one("b", TAKEN)
    assert judged("een-regisseur-samen", same).word is Word.KEPT


def test_t16_a_source_that_does_not_record_the_lead() -> None:
    """T16: then it cannot be told, neither none nor one."""
    text = one("a", START).replace("records: all", "records: [traject.gestart]")
    assert judged("een-regisseur", text).word is Word.CANNOT_TELL


# ---------------------------------------------------------------- T20


def inputs(*persons: str) -> str:
    line = "at: 2026-03-{:02}, act: inbreng.gegeven, by: {}, as: bewoners"
    return one("a", *(line.format(n + 1, name) for n, name in enumerate(persons)))


def test_t20_leaning_on_a_few() -> None:
    """T20: three do thirteen of twenty; and what is left when the busiest stops."""
    few = ["anna"] * 6 + ["bert"] * 4 + ["carla"] * 3 + [f"p{n}" for n in range(7)]
    (finding,) = judged("leunen-op-enkelen", inputs(*few)).findings
    told = {f.name: f.low for f in finding.figures}
    assert finding.persons == ("anna", "bert", "carla")
    assert (told[Name.SHARE] * 20, told[Name.LEFT_WITHOUT_ONE] * 20) == (13, 14)


def test_t20_many_hands_and_too_few_acts() -> None:
    """T20: everybody once is in order; with fewer than twenty acts there is nothing to judge."""
    many = [f"p{n}" for n in range(20)]
    assert judged("leunen-op-enkelen", inputs(*many)).word is Word.KEPT
    assert judged("leunen-op-enkelen", inputs("x", "x", "x")).word is None


def test_t20_a_role_names_no_person() -> None:
    """T20: acts of *bewoners* may all be of one, or of many."""
    half = ["bewoners"] * 10 + [f"p{n}" for n in range(10)]
    assert judged("leunen-op-enkelen", inputs(*half)).word is Word.CANNOT_TELL


# ---------------------------------------------------------------- T8


def test_t8_a_long_silence() -> None:
    """T8: nothing for more than half a year while it runs."""
    began = "at: 2025-06-01, act: traject.gestart"
    (finding,) = judged("lange-stilte", one("a", began)).findings
    assert (finding.first, finding.last) == (date(2025, 6, 1), AS_OF)
    between = "at: 2025-12-15, act: informatie.gegeven"
    assert judged("lange-stilte", one("a", began, between)).word is Word.BROKEN
    soon = "at: 2025-11-30, act: informatie.gegeven"
    again = "at: 2026-05-30, act: informatie.gegeven"
    assert judged("lange-stilte", one("a", began, soon, again)).word is Word.KEPT
    ended = "at: 2025-07-01, act: traject.afgesloten"
    assert judged("lange-stilte", one("a", began, ended)).word is Word.KEPT
