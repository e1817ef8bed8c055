"""A judged trajectory as parts of a page: in short, over time, what went wrong, what is unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spelregels.model.checked import Checked
from spelregels.model.finding import Finding
from spelregels.model.words import Strength, Word
from spelregels.report.findings import ORDER, FindingMaker
from spelregels.report.grouped import Group, grouped, undetermined
from spelregels.report.html.cards import CardMaker
from spelregels.report.html.frame import Section
from spelregels.report.html.markup import Element, Node, el
from spelregels.report.html.parts import badge, facts, folded, joined, listing, paragraphs
from spelregels.report.html.places import title_text
from spelregels.report.html.pseudonyms import pseudonymous
from spelregels.report.html.timeline import Timeline, TimelineMaker, numbered
from spelregels.report.html.timeline_part import timeline_nodes
from spelregels.report.html.words import PageWords
from spelregels.report.names import Names
from spelregels.report.phrases import Phrases
from spelregels.report.told import data_error_text, remark_text
from spelregels.report.wording import BREACHES, sentence

_MAIN_POINTS = 5
_FINE = frozenset({Word.KEPT, Word.EXCUSED, Word.NO_LONGER_DUE})


@dataclass(frozen=True, slots=True)
class Shown:
    """A trajectory made ready for a page: persons by number, findings in order and in groups."""

    checked: Checked
    findings: tuple[Finding, ...]
    groups: tuple[Group, ...]
    names: Names
    title: str

    def of(self, *words: Word) -> list[Group]:
        """The groups with one of these verdicts, in order."""
        return [group for group in self.groups if group.first.verdict in words]


def shown(checked: Checked, maker: FindingMaker, words: PageWords, with_names: bool) -> Shown:
    """``with_names``: persons as the source names them, instead of by number.

    Events are pointed at with their number in the timeline.
    """
    if not with_names:
        log = pseudonymous(checked.trajectory, maker.ruleset, words.table["person"])
        checked = replace(checked, trajectory=log)
    log = checked.trajectory
    marks = {event: words.say("numbered", number=n) for event, n in numbered(log).items()}
    findings = maker.of(checked, marks)
    names = Names.of(maker.ruleset, maker.language, log, marks)
    title = log.title or words.say("trajectory_named", id=log.id)
    return Shown(checked, findings, tuple(grouped(findings, names)), names, title)


class TrajectoryPart:
    """One trajectory on a page. ``prefix``: of the ids in it, ours. ``heading``: of its cards."""

    def __init__(
        self, one: Shown, maker: FindingMaker, words: PageWords, prefix: str, heading: str
    ) -> None:
        self.one, self.maker, self.words, self.prefix = one, maker, words, prefix
        self.names = one.names
        self.cards = CardMaker(maker.ruleset, words, one.names, heading)
        told = [g for g in one.groups if g.first.verdict not in _FINE]
        self.anchors = {
            id(finding): f"{prefix}bevinding-{number}"
            for number, group in enumerate(told, start=1)
            for versions in group.told
            for finding in versions
        }
        self.timeline = self._timeline()
        self.letters = {duty.finding: duty.letter for duty in self.timeline.duties}

    def _timeline(self) -> Timeline:
        standing = [told[0] for group in self.one.groups for told in group.told]
        standing.sort(key=lambda f: ORDER.index(f.verdict))
        made = TimelineMaker(self.one.checked, self.maker, self.words)
        return made.timeline(standing, self.anchors)

    def sections(self) -> Iterator[Section]:
        """Every part that has something to say, in the order in which people want to know it."""
        made: tuple[tuple[str, str, Sequence[Node]], ...] = (
            ("kort", self.words.say("short"), self._short()),
            ("tijdlijn", self.words.say("timeline"), self._over_time()),
            ("niet-goed", *self._cards("wrong", *BREACHES)),
            ("loopt", *self._cards("running", Word.OPEN)),
            ("niet-te-zeggen", *self._cards("unknown", Word.CANNOT_TELL)),
            ("in-orde", *self._fine()),
            ("let-op", self.words.say("note"), self._notes()),
        )
        for key, title, content in made:
            if content:
                yield Section(self.prefix + key, title, tuple(content))

    def _counted(self, key: str, count: int) -> str:
        return self.words.say("counted_title", title=self.words.say(key), count=count)

    # --- in short --------------------------------------------------------------------------------

    def _short(self) -> list[Node]:
        return [
            el("p", self.said(), class_="lead"),
            el("ul", *self.counts(), class_="counts", aria_label=self.words.say("counts")),
            *self._main_points(),
            self._facts(),
        ]

    def said(self) -> str:
        """The outcome in one or two sentences."""
        judgement = self.one.checked.judgement
        breaches = {f.strength for f in self.one.findings if f.verdict in BREACHES}
        count = undetermined(judgement.verdicts)
        match judgement.outcome:
            case None:
                return self.words.say("said_unknown" if count else "said_nothing")
            case Word.BROKEN | Word.OVERDUE | Word.LATE if Strength.MUST not in breaches:
                key = "soft"
            case Word.BROKEN | Word.OVERDUE | Word.LATE | Word.OPEN:
                key = judgement.outcome.value
            case _ if count:
                total = sum(len(group.told) for group in self.one.groups)
                return self.words.some("said_mostly", count, total=total)
            case _:
                key = "kept"
        said = self.words.say(f"said_{key}")
        return f"{said} {self.words.some('said_also', count)}" if count else said

    def counts(self) -> Iterator[Element]:
        """How often each verdict was given, worst first."""
        counted: Counter[tuple[Word, Strength]] = Counter()
        for group in self.one.groups:
            for told in group.told:
                finding = told[0]
                soft = finding.verdict in BREACHES
                counted[finding.verdict, finding.strength if soft else Strength.MUST] += 1
        for (word, strength), count in sorted(counted.items(), key=lambda c: ORDER.index(c[0][0])):
            said = self.words.words.verdict(word, strength)
            text = self.words.say("count", count=count, word=sentence(said))
            yield el("li", badge(text, word, strength))

    def _main_points(self) -> Iterator[Node]:
        wrong = self.one.of(*BREACHES)
        if not wrong:
            return
        yield el("p", el("strong", self.words.say("main_points") + ":"))
        points: list[Node] = []
        for group in wrong[:_MAIN_POINTS]:
            finding = group.first
            title = title_text(finding.title, finding.norm)
            target = el("a", title, href=f"#{self.anchors[id(group.told[0][0])]}")
            points.append(joined(target, f" – {finding.label}"))
        more = len(wrong) - len(points)
        if more:
            points.append(self.words.say("more", count=more))
        yield listing(points)

    def _facts(self) -> Element:
        checked, names, labels = self.one.checked, self.names, self.words.words.labels
        own, log = self.maker.ruleset.own, checked.trajectory
        day, origin = names.day(checked.as_of.day), labels.ORIGINS[checked.as_of.origin]
        rules = self.words.say("rules_value", title=names.file(own), id=self.maker.ruleset.id)
        return facts(
            [
                (self.words.say("as_of"), [self.words.say("as_of_value", day=day, origin=origin)]),
                (self.words.say("rules"), [rules]),
                (self.words.say("stage"), [self._stage()]),
                (self.words.say("promised"), [labels.LEVELS[log.level] if log.level else ""]),
                (
                    self.words.say("authority"),
                    [names.role(log.competent_authority) if log.competent_authority else ""],
                ),
            ]
        )

    def _stage(self) -> str:
        if self.maker.ruleset.machine is None:
            return ""
        stage = self.one.checked.judgement.stage
        known = Phrases(self.names).bare_stage(stage) if stage else ""
        return known or self.words.say("stage_unknown")

    # --- over time -------------------------------------------------------------------------------

    def _over_time(self) -> list[Node]:
        if not self.timeline.happenings:
            return [el("p", self.words.say("timeline_none"))]
        return timeline_nodes(self.timeline, self.words, self.prefix, self.one.title)

    # --- findings --------------------------------------------------------------------------------

    def _cards(self, key: str, *verdicts: Word) -> tuple[str, list[Node]]:
        groups = self.one.of(*verdicts)
        made: list[Node] = []
        stories: dict[str, str] = {}
        for group in groups:
            finding = group.first
            anchor = self.anchors[id(group.told[0][0])]
            if len(group.told) > 1:
                made.append(self.cards.group(group, anchor))
                continue
            title = title_text(finding.title, finding.norm)
            first = stories.setdefault(finding.message, title)
            story = first if first != title and finding.verdict in BREACHES else ""
            letter = self.letters.get(id(group.told[0][0]), "")
            made.append(self.cards.card(group.told[0], anchor, letter, story))
        count = sum(len(group.told) for group in groups)
        if key == "unknown" and made:
            made.insert(0, el("p", self.words.say("unknown_intro")))
        return self._counted(key, count), made

    def _fine(self) -> tuple[str, list[Node]]:
        fine = [group.first for group in self.one.of(*_FINE)]
        by_norm: dict[tuple[str, str, Word], list[Finding]] = {}
        for finding in fine:
            by_norm.setdefault((finding.layer, finding.norm, finding.verdict), []).append(finding)
        title = self._counted("fine", len(fine))
        if not fine:
            return title, []
        items = (self._fine_item(some) for some in by_norm.values())
        show = self.words.some("fine_show", len(fine))
        return title, [
            el("p", self.words.say("fine_intro")),
            folded(show, listing(items, css="plain")),
        ]

    def _fine_item(self, some: Sequence[Finding]) -> Node:
        first = some[0]
        times = f" ({len(some)}×)" if len(some) > 1 else ""
        title = el("strong", f"{title_text(first.title, first.norm)}{times} ")
        said = listing([f.message for f in some if f.message], css="small")
        place = el("div", self.cards.source(first), class_="muted small")
        return el("div", title, badge(first.label, first.verdict), place, said)

    # --- what else -------------------------------------------------------------------------------

    def _notes(self) -> list[Node]:
        words, checked = self.words.words, self.one.checked
        made: list[Node] = []
        remarks = [remark_text(remark, self.names) for remark in checked.judgement.remarks]
        if remarks:
            made.append(listing(remarks))
        errors = [data_error_text(e, words) for e in checked.trajectory.data_errors]
        if errors:
            made.append(el(self.cards.heading, self.words.say("data_errors")))
            made.extend(paragraphs([self.words.say("data_errors_intro")]))
            made.append(listing(errors))
        return made
