"""The page of ``spelregels check``: one trajectory in full, or several under an overview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from spelregels.model.checked import CheckReport
from spelregels.model.problem import InputRefused, Position, Problem
from spelregels.model.words import Word
from spelregels.report.findings import FindingMaker
from spelregels.report.html.frame import Page, Section, page_html
from spelregels.report.html.markup import Node, el
from spelregels.report.html.parts import Column, folded, joined, listing, paragraphs, table
from spelregels.report.html.trajectory import Shown, TrajectoryPart, shown
from spelregels.report.html.words import PageWords, page_words
from spelregels.report.names import Names
from spelregels.report.told import judge_text
from spelregels.report.wording import BREACHES

MOST_TRAJECTORIES = 100
_MOST_INPUTS = 3


def check_page(report: CheckReport, language: str, with_names: bool = False) -> str:
    """The page as text. ``with_names``: persons as the source names them, instead of by number.

    InputRefused when there are more trajectories than one page can hold.
    """
    if len(report.checked) > MOST_TRAJECTORIES:
        raise InputRefused((_too_many(len(report.checked)),))
    words = page_words(language)
    maker = FindingMaker(report.ruleset, language)
    ready = [shown(one, maker, words, with_names) for one in report.checked]
    made = _One(report, maker, words) if len(ready) == 1 else _Many(report, maker, words)
    return page_html(made.page(ready, with_names))


class _One:
    """What pages of one and of many have in common; the page of one."""

    def __init__(self, report: CheckReport, maker: FindingMaker, words: PageWords) -> None:
        self.report, self.maker, self.words = report, maker, words
        self.names = Names.of(report.ruleset, maker.language)
        self.rules = self.names.file(report.ruleset.own)

    def page(self, ready: Sequence[Shown], with_names: bool) -> Page:
        """The page of these trajectories."""
        (one,) = ready
        day = self.names.day(one.checked.as_of.day)
        log = one.checked.trajectory
        id_line = self.words.say("trajectory_named", id=log.id) + ". " if log.title else ""
        judged = self.words.say("judged_by", ruleset=self.rules, day=day)
        part = TrajectoryPart(one, self.maker, self.words, "", "h3")
        return Page(
            self.maker.language,
            one.title,
            self.words.say("check_kicker"),
            (el("p", id_line + judged),),
            (*part.sections(), *self._asked()),
            self._about(with_names),
        )

    # --- what no machine can judge ---------------------------------------------------------------

    def _asked(self) -> Iterator[Section]:
        own, words = self.report.ruleset.own, self.words
        by_file: dict[str, list[Node]] = {}
        titles = {file.id: self.names.file(file) for file in self.report.ruleset.files}
        for file, norm in self.maker.statements(self.report.checked):
            judge = el("span", f" ({judge_text(norm, self.names)})", class_="muted")
            by_file.setdefault(file.id, []).append(joined(norm.text, judge))
        if not by_file:
            return
        content: list[Node] = [el("p", words.say("asked_intro"))]
        if own.id in by_file:
            content.append(listing(by_file.pop(own.id)))
        for layer, items in by_file.items():
            title = words.say("asked_elsewhere", layer=titles[layer], count=len(items))
            content.append(folded(title, listing(items)))
        yield Section("mensen", words.say("asked"), tuple(content))

    # --- where it comes from ---------------------------------------------------------------------

    def _about(self, with_names: bool) -> tuple[Node, ...]:
        receipt, words = self.report.receipt, self.words
        frames = words.words.frames.REPORT
        own = next((f.sha256 for f in reversed(receipt.files)), "")
        value = words.say(
            "receipt_value",
            engine=receipt.engine,
            ruleset=f"{receipt.ruleset} {own[:12]}".rstrip(),
            calendar=receipt.calendar.sha256[:12],
        )
        value += self._inputs()
        left_out = (
            words.words.say(frames, "left_out", what=o.what, word=o.word, count=o.count)
            for o in receipt.left_out
        )
        told = words.say("about_text")
        if not with_names:
            told += " " + words.say("about_persons")
        return (
            el("h2", words.say("about")),
            *paragraphs([told, *left_out]),
            el("p", words.say("receipt") + ": ", el("span", value, class_="hash")),
        )

    def _inputs(self) -> str:
        """Names of files without their folders: a path may name a person."""
        inputs = self.report.receipt.inputs
        said = [f"{PurePath(i.name).name} {i.sha256[:12]}" for i in inputs[:_MOST_INPUTS]]
        if len(inputs) > len(said):
            said.append(self.words.say("more", count=len(inputs) - len(said)))
        return self.words.say("receipt_input", inputs=", ".join(said)) if said else ""


class _Many(_One):
    """Several trajectories: an overview, then each of them."""

    def page(self, ready: Sequence[Shown], with_names: bool) -> Page:
        """The page of these trajectories."""
        words = self.words
        parts = [
            TrajectoryPart(one, self.maker, words, f"t{number}-", "h4")
            for number, one in enumerate(ready, start=1)
        ]
        return Page(
            self.maker.language,
            words.say("check_many_title", count=len(ready)),
            words.say("check_many_kicker"),
            (el("p", words.say("judged_by_only", ruleset=self.rules)),),
            (
                Section(
                    "overzicht",
                    words.say("overview"),
                    (el("p", self._said(ready), class_="lead"), self._overview(parts)),
                ),
                *map(self._trajectory, parts),
                *self._asked(),
            ),
            self._about(with_names),
        )

    def _said(self, ready: Sequence[Shown]) -> str:
        """In how many trajectories something went wrong, and in how many not all can be told."""
        wrong = sum(bool(one.of(*BREACHES)) for one in ready)
        blind = sum(bool(one.of(Word.CANNOT_TELL)) for one in ready)
        key = "many_wrong" if wrong else "many_none_wrong"
        said = self.words.say(key, count=wrong, total=len(ready))
        more = self.words.some("many_not_all", blind) if blind else ""
        return f"{said} {more}".rstrip()

    def _overview(self, parts: Sequence[TrajectoryPart]) -> Node:
        words = self.words
        columns = (Column(words.say("column_trajectory")), Column(words.say("column_found")))
        rows = []
        for part in parts:
            name = el("a", part.one.title, href=f"#{part.prefix}traject")
            found = el("ul", *part.counts(), class_="counts")
            rows.append((name, found if part.one.findings else words.say("found_none")))
        return table(words.say("overview_caption"), columns, rows, stack=True)

    def _trajectory(self, part: TrajectoryPart) -> Section:
        content: list[Node] = []
        for section in part.sections():
            content += [el("h3", section.title, id=section.id), *section.content]
        back = el("p", el("a", self.words.say("back"), href="#overzicht"))
        title = part.one.title
        return Section(f"{part.prefix}traject", title, (*content, back), listed=False)


def _too_many(count: int) -> Problem:
    return Problem(
        "too-many-for-a-page",
        Position(),
        f"{count} trajecten passen niet op één pagina.",
        f"{count} trajectories do not fit on one page.",
        f"hoogstens {MOST_TRAJECTORIES}; kies minder bestanden, of gebruik --format json",
        f"at most {MOST_TRAJECTORIES}; choose fewer files, or use --format json",
    )
