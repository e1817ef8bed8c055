"""The page of ``spelregels explain``: a ruleset read back for who will live by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spelregels import __version__
from spelregels.model.norms import KIND_OF, NamedTerm, Norm, Statement
from spelregels.model.ruleset import Ruleset
from spelregels.model.words import Confidence, Kind
from spelregels.report.explain import Explainer
from spelregels.report.explain_norms import Entry
from spelregels.report.html.frame import Page, Section, page_html
from spelregels.report.html.holes import Hole, holes
from spelregels.report.html.markup import Element, Node, el, link
from spelregels.report.html.parts import facts, folded, joined, listing, paragraphs
from spelregels.report.html.places import home, title_text
from spelregels.report.html.ruleset_stages import Stages
from spelregels.report.html.ruleset_summary import Summary
from spelregels.report.html.words import page_words
from spelregels.report.wording import sentence


def ruleset_page(ruleset: Ruleset, language: str, more: Sequence[Section] = ()) -> str:
    """The page as text. ``more``: sections that another command adds after the stages."""
    return page_html(_Maker(ruleset, language).page(more))


class _Maker:
    def __init__(self, ruleset: Ruleset, language: str) -> None:
        self.ruleset, self.language, self.own = ruleset, language, ruleset.own
        self.words = page_words(language)
        self.explainer = Explainer(ruleset, language)
        self.names = self.explainer.names
        numbered = enumerate((*self.own.terms, *self.own.norms), start=1)
        self.anchors = {one.id: f"regel-{number}" for number, one in numbered}
        self.holes = tuple(holes(ruleset))

    def page(self, more: Sequence[Section]) -> Page:
        labels, own = self.words.words.labels, self.own
        kind = sentence(labels.LAYERS[own.regulatory_layer])
        period = self.explainer.file.period(own)
        sections = (
            Section("kort", self.words.say("short"), self._short()),
            self._stages(),
            *more,
            *self._named_terms(),
            Section("regels", self.words.say("norms_title"), tuple(self._norms())),
            Section("open", self._counted("holes_title", len(self.holes)), tuple(self._holes())),
            Section("ingevoerd", self.words.say("encoded_title"), self._encoded()),
            *self._rest(),
            Section("bronnen", self.words.say("sources_title"), self._sources()),
        )
        return Page(
            self.language,
            self.names.file(own),
            self.words.say("rules_kicker"),
            (el("p", self.words.say("rules_valid", kind=kind, period=period)),),
            sections,
            self._about(),
        )

    def _counted(self, key: str, count: int) -> str:
        return self.words.say("counted_title", title=self.words.say(key), count=count)

    # --- in short --------------------------------------------------------------------------------

    def _short(self) -> tuple[Node, ...]:
        counted = {"norms": self.own.norms, "named_terms": self.own.terms, "holes": self.holes}
        parts = (self.words.some(key, len(some)) for key, some in counted.items() if some)
        whole = self.words.say("all_of_it", parts=self.words.words.join(parts))
        summary = Summary(self.ruleset, self.explainer.phrases, self.words, self.anchors)
        return summary.nodes(), el("p", whole, class_="muted")

    def _stages(self) -> Section:
        made = Stages(self.ruleset, self.names, self.words, self.anchors).nodes()
        return Section("fasen", self.words.say("stages"), tuple(made))

    # --- the norms -------------------------------------------------------------------------------

    def _named_terms(self) -> Iterator[Section]:
        terms = self.own.terms
        if terms:
            read = self.explainer.norms.term
            made = (self._entry(_untold(read(t, self.own)), t, "h3") for t in terms)
            yield Section("termijnen", self.words.say("terms_title"), tuple(made))

    def _norms(self) -> Iterator[Node]:
        norms = self.own.norms
        if not norms:
            yield el("p", self.words.say("no_norms"))
            return
        yield el("p", self.words.say("norms_intro"))
        by_kind: dict[Kind, list[Norm]] = {}
        for norm in norms:
            by_kind.setdefault(KIND_OF[type(norm)], []).append(norm)
        for kind in Kind:
            if kind in by_kind:
                yield el("h3", sentence(self.words.words.labels.KINDS[kind]))
                for norm in by_kind[kind]:
                    entry = self.explainer.norms.norm(norm, self.own)
                    yield self._entry(_untold(entry), norm, "h4")

    def _entry(self, entry: Entry, one: Norm | NamedTerm, heading: str) -> Element:
        """A norm or term: its sentence and its source; the rest of a norm on demand."""
        anchor = self.anchors[one.id]
        listed = listing(entry.lines) if entry.lines else None
        if listed and not isinstance(one, NamedTerm):
            listed = folded(self.words.say("details_show"), listed)
        return el(
            "article",
            el(heading, title_text(entry.title, entry.id), id=anchor),
            el("p", entry.text),
            el("p", home(one, self.own, self.words.words), class_="muted small"),
            listed,
            class_="card",
            aria_labelledby=anchor,
        )

    # --- what is open, what is not encoded -------------------------------------------------------

    def _holes(self) -> Iterator[Node]:
        if not self.holes:
            yield el("p", self.words.say("holes_none"))
            return
        yield el("p", self.words.say("holes_intro"))
        by_owner: dict[str, list[Hole]] = {}
        for hole in self.holes:
            by_owner.setdefault(hole.owner, []).append(hole)
        yield facts([(self._owner(some[0]), [self._told(some)]) for some in by_owner.values()])

    def _owner(self, hole: Hole) -> str:
        if not hole.owner:
            return self.words.say("hole_whole")
        if hole.part == "decides":
            machine = self.ruleset.machine
            stages = machine.stages if machine else ()
            titles = next((s.title for s in stages if s.id == hole.owner), {})
            return self.words.say("hole_stage", stage=self.names.title(titles, hole.owner))
        one = next(o for o in (*self.own.terms, *self.own.norms) if o.id == hole.owner)
        return title_text(self.names.title_of(one), one.id)

    def _told(self, some: Sequence[Hole]) -> Node:
        texts = (self.words.say(f"hole_{hole.part}", word=hole.word) for hole in some)
        owner = some[0].owner
        if owner not in self.anchors:
            return el("div", *paragraphs(texts))
        return el("div", *(el("p", el("a", t, href=f"#{self.anchors[owner]}")) for t in texts))

    def _encoded(self) -> tuple[Node, ...]:
        own, words = self.own, self.words
        encoded = own.encoded
        rest = self.explainer.file.rest(encoded) if encoded is not None else ""
        articles = words.words.join(encoded.articles) if encoded else words.say("encoded_not_said")
        layers = [self.names.file(f) for f in self.ruleset.files[:-1]]
        judged = sum(isinstance(norm, Statement) for norm in own.norms)
        return (
            facts(
                [
                    (words.say("encoded_articles"), [articles]),
                    (words.say("encoded_rest_title"), [rest]),
                    (words.say("encoded_confidence"), list(self._confidences())),
                    (
                        words.say("encoded_judged"),
                        [words.some("encoded_judged", judged)] if judged else [],
                    ),
                    (words.say("encoded_extends"), list(dict.fromkeys(layers))),
                ]
            ),
        )

    def _confidences(self) -> Iterator[str]:
        counted = Counter(norm.confidence for norm in self.own.norms)
        for confidence in Confidence:
            if counted[confidence]:
                yield self.words.say(
                    "encoded_confidence_value",
                    count=counted[confidence],
                    total=len(self.own.norms),
                    confidence=self.words.words.labels.CONFIDENCES[confidence],
                )

    # --- the rest --------------------------------------------------------------------------------

    def _rest(self) -> Iterator[Section]:
        """What must always hold, the words used, and the head of the file: as ``explain`` says."""
        frames = self.words.words.frames.EXPLAIN
        first, *others = self.explainer.sections()
        found = {section.title: section for section in others}
        sure = found.get(frames["guarantees"])
        if sure:
            listed = listing(entry.text for entry in sure.entries)
            yield Section("zeker", sentence(sure.title), (listed,))
        made: list[Node] = []
        for key in ("roles", "acts", "facts"):
            section = found.get(frames[key])
            if section:
                items: list[Node] = [entry.text for entry in section.entries]
                made.append(folded(section.title, listing([*items, *section.lines])))
        if made:
            yield Section("woorden", self.words.say("glossary_title"), tuple(made))
        yield Section("gegevens", self.words.say("head_title"), (listing(first.lines),))

    def _sources(self) -> tuple[Node, ...]:
        sources = self.own.sources.values()
        if not sources:
            return (el("p", self.words.say("sources_none")),)
        return (listing(joined(link(s.url, s.title or s.id)) for s in sources),)

    def _about(self) -> tuple[Node, ...]:
        receipt = self.words.say(
            "rules_receipt", engine=__version__, id=self.own.id, sha256=self.own.sha256[:12]
        )
        return (el("p", self.words.say("about_rules")), el("p", receipt, class_="hash"))


def _untold(entry: Entry) -> Entry:
    """Without its first line, which tells the source: on the page that has a place of its own."""
    return replace(entry, lines=entry.lines[1:])
