"""The faults, each with the clause it breaks (see ``mutants.py``)."""

from __future__ import annotations

from dataclasses import dataclass

SEMANTICS = "spelregels.semantics"
RUNNING = "spelregels.calendar.running"
LOG = "spelregels.model.log."


@dataclass(frozen=True)
class Mutant:
    """``swaps``: pairs of a text in the unparsed source of ``module`` and what replaces it."""

    name: str
    clause: str
    module: str
    swaps: tuple[tuple[str, str], ...]


def _one(name: str, clause: str, module: str, old: str, new: str) -> Mutant:
    return Mutant(name, clause, module, ((old, new),))


TERMS = (
    _one(
        "trigger inside a suspension",
        "Terms",
        RUNNING,
        "max(c.moment.first, self.start.first)",
        "c.moment.first",
    ),
    Mutant(
        "extension twice",
        "Terms",
        RUNNING,
        (
            ("bool(extensions) if c.effect", "False if c.effect"),
            ("extensions = (c.more,)", "extensions = (*extensions, c.more)"),
        ),
    ),
    Mutant(
        "revived term",
        "Terms",
        RUNNING,
        (
            ("c.moment.first > due.last and (paused is None)", "False"),
            ("paused is not None or c.moment.last <= due.first", "True"),
        ),
    ),
    _one(
        "overlapping suspensions add up",
        "Terms, M16",
        RUNNING,
        "(c.effect is Effect.RESUMES) is not (paused is not None)",
        "False",
    ),
    _one(
        "suspension not lifted is ignored",
        "Terms",
        RUNNING,
        "if paused is not None:\n            why",
        "if False:\n            why",
    ),
    _one(
        "change of unknown day counts as none",
        "Terms",
        RUNNING,
        "if not (exact and in_order and in_time):\n                return Due(due.first, None, "
        "c.doubt, due.reckoning)",
        "if not (exact and in_order and in_time):\n                continue",
    ),
    _one(
        "suspension one day longer",
        "Terms",
        RUNNING,
        "max((c.moment.first - paused).days, 0)",
        "max((c.moment.first - paused).days + 1, 0)",
    ),
    _one(
        "longer fact ignored",
        "Terms",
        SEMANTICS,
        "isinstance(rule, NamedTerm) and rule.longer",
        "False",
    ),
    _one(
        "extension before its trigger",
        "Terms",
        SEMANTICS,
        "effect is not Effect.EXTENDS or self.before(m, c)",
        "True",
    ),
    _one(
        "answer held against the final due day",
        "Terms",
        SEMANTICS,
        "upto is None or self.before(c, upto)",
        "True",
    ),
    _one(
        "last day of a term is too late",
        "Terms",
        LOG + "moments",
        "if last <= self.first:",
        "if last < self.first:",
    ),
    _one(
        "term begins at the first begin act",
        "Terms",
        LOG + "reading",
        "max(surely, key=",
        "min(surely, key=",
    ),
    _one(
        "gating norms ignored",
        "Terms, M15",
        SEMANTICS,
        "{(r.file, r.norm) for r in term.begins_only_if} if m.event else ()",
        "()",
    ),
    _one(
        "clear days ignored", "Precedence", SEMANTICS, "clear_days=n.clear_days", "clear_days=False"
    ),
)

TIME = (
    _one(
        "not strictly before",
        "M2",
        LOG + "evidence",
        "return x.hi < y.lo",
        "return x.hi <= y.lo or x.lo <= y.hi",
    ),
    _one(
        "position counts without asserted order",
        "M2",
        LOG + "evidence",
        "x.place == y.place or self.log.order is Order.LISTED",
        "True",
    ),
    _one(
        "asserted order ignored",
        "M2",
        LOG + "evidence",
        "x.place == y.place or self.log.order is Order.LISTED",
        "x.place == y.place",
    ),
    _one(
        "a month is its first day",
        "M2",
        LOG + "moments",
        "end = start + 31 if month.year == 9999 else (month + timedelta(4)).replace(day=1)"
        ".toordinal()",
        "end = start + 1",
    ),
    _one(
        "as_of is the beginning of the day",
        "M4",
        LOG + "evidence",
        "self.now = DAY * (as_of.toordinal() + 1) - 1",
        "self.now = DAY * as_of.toordinal()",
    ),
    _one(
        "the future exists",
        "M4",
        LOG + "evidence",
        "e.id not in shown or lo > self.now",
        "e.id not in shown",
    ),
    _one(
        "what may not exist yet exists",
        "M4",
        LOG + "evidence",
        "True if hi <= self.now else Unknown(How.DATE_UNKNOWN, e.id, e.act)",
        "True",
    ),
    _one(
        "planned counts as done",
        "M4",
        LOG + "evidence",
        "if e.certainty is Certainty.PLANNED:",
        "if False:",
    ),
    _one(
        "corrected events still count",
        "Corrections",
        LOG + "evidence",
        "e.id for e in live if e.id not in self.replaced",
        "e.id for e in live",
    ),
    _one(
        "corrections count before they are recorded",
        "Corrections",
        LOG + "evidence",
        "not e.corrects or (e.recorded or date.min) <= as_of",
        "True",
    ),
)

UNKNOWNS = (
    _one(
        "unknown is true (and)",
        "M3",
        LOG + "truth",
        "next((t for t in truths if t is not True), True)",
        "True",
    ),
    _one("unknown is false (or)", "M3", LOG + "truth", "best = best or t", "best = False"),
    _one(
        "not unknown is true",
        "M3",
        LOG + "truth",
        "return t if isinstance(t, Unknown) else not t",
        "return t is not True",
    ),
    _one(
        "an open source is closed",
        "M3",
        LOG + "evidence",
        "if value is not None or known or closed:",
        "if True:",
    ),
    _one(
        "phantoms dropped",
        "M9",
        LOG + "evidence",
        "self.log.records is not None and act not in self.log.records",
        "False",
    ),
    _one(
        "an unrecorded act raises instances", "M9", LOG + "asking", "if not m.phantom]", "if True]"
    ),
    _one(
        "unsure instance is a breach",
        "M6",
        SEMANTICS,
        "at.gate is not True and (word is not Word.KEPT or (t and t.sure is not True))",
        "False",
    ),
    _one(
        "possible answer ignored",
        "M7",
        LOG + "truth",
        "for t in truths:\n        if t is True:\n            return True\n        best = best or t",
        "for t in truths:\n        if t is True:\n            return True",
    ),
    _one(
        "unknown role fits",
        "M12",
        LOG + "evidence",
        "return fits if known or fits is not False else Unknown(How.FACT_UNKNOWN, m.id, 'as')",
        "return fits if known or fits is not False else True",
    ),
    _one(
        "unknown outcome is none",
        "M5",
        LOG + "walk",
        "return (act.outcomes if act else ()) or (None,)",
        "return (None,)",
    ),
)

LINKS = (
    _one("link dropped", "M8", LOG + "reading", "if link is None or b.phantom:", "if True:"),
    _one(
        "missing link counts always",
        "M8",
        LOG + "reading",
        "return meant == {t} or Unknown(How.FACT_UNKNOWN, b.id, name)",
        "return True",
    ),
    _one(
        "missing link never counts",
        "M8",
        LOG + "reading",
        "return meant == {t} or Unknown",
        "return Unknown",
    ),
    _one(
        "later events could be meant",
        "M8",
        LOG + "reading",
        "for p, _ in self.found(q) if self.before(b, p) is not True",
        "for p, _ in self.found(q)",
    ),
    _one(
        "correction not followed by links",
        "Corrections",
        LOG + "evidence",
        "name = self.replaced.get(str(name), name)",
        "pass",
    ),
    _one(
        "role not asked",
        "M12",
        LOG + "evidence",
        "both(m.sure, self.role_fits(m, p.by), done, self.holds(p.where, m))",
        "both(m.sure, done, self.holds(p.where, m))",
    ),
    _one(
        "condition not asked",
        "Patterns",
        LOG + "evidence",
        "both(m.sure, self.role_fits(m, p.by), done, self.holds(p.where, m))",
        "both(m.sure, self.role_fits(m, p.by), done)",
    ),
    _one(
        "alias is another role",
        "M12",
        LOG + "evidence",
        "held = [(self.alias.get(r, r), t) for r, t in held]",
        "held = list(held)",
    ),
    _one(
        "header does not bind",
        "M12",
        LOG + "evidence",
        "return self.alias.get(chosen, chosen) == member",
        "return True",
    ),
    _one(
        "role of a person for ever",
        "M12",
        LOG + "evidence",
        "within_days(m, p.first, p.last)",
        "True",
    ),
    _one(
        "same_as the first instead of the last",
        "Requirement",
        LOG + "evidence",
        "self.before(c, d) is True for d in sure",
        "self.before(d, c) is True for d in sure",
    ),
)

DUTIES = (
    _one(
        "answer before its trigger",
        "Response",
        LOG + "asking",
        "after, tie = (self.before(t, b), self.linked(rule, t, b))",
        "after, tie = (True, self.linked(rule, t, b))",
    ),
    _one(
        "precedence in any order",
        "Precedence",
        SEMANTICS,
        "both(t, self.before(a, b), self.linked(n, b, a))",
        "both(t, self.linked(n, b, a))",
    ),
    _one(
        "lead ignored",
        "Precedence",
        SEMANTICS,
        "not n.lead or self.back(n, n.lead, b).holds(a)",
        "True",
    ),
    _one(
        "wait over on its last day",
        "Precedence",
        SEMANTICS,
        "negate(self.due(n, n.wait, a).holds(b))",
        "self.due(n, n.wait, a).reached(b)",
    ),
    _one(
        "at_longest ignored",
        "Precedence",
        SEMANTICS,
        "not n.at_longest or self.back(n, n.at_longest, b).reached(a)",
        "True",
    ),
    _one(
        "once is enough",
        "Precedence",
        SEMANTICS,
        "enough(fits, n.times), self.excused",
        "enough(fits, 1), self.excused",
    ),
    _one(
        "any A instead of the last",
        "Precedence",
        SEMANTICS,
        "not n.last_counts or negate",
        "True or negate",
    ),
    _one(
        "not_before ignored", "Response", SEMANTICS, "not n.not_before or negate", "True or negate"
    ),
    _one(
        "excuse afterwards",
        "M11",
        SEMANTICS,
        "both(t, self.before(u, m), not tie",
        "both(t, not tie",
    ),
    _one(
        "excuse after the due day",
        "M11",
        SEMANTICS,
        "both(t, timely(u), self.linked(n, m, u))",
        "both(t, self.linked(n, m, u))",
    ),
    _one(
        "excuse outranks kept",
        "M11",
        SEMANTICS,
        "((kept, Word.KEPT), (excused, Word.EXCUSED), (lifted",
        "((excused, Word.EXCUSED), (kept, Word.KEPT), (lifted",
    ),
    _one(
        "exemption ignored",
        "Exemption",
        SEMANTICS,
        "isinstance(n, Precedence | Response | Recurrence | Threshold)",
        "True",
    ),
    _one("unlawful withdrawal lifts", "M5", SEMANTICS, "self.walk.permits(e), ", ""),
    _one(
        "withdrawal after the end lifts",
        "M5",
        SEMANTICS,
        "timely(e), negate(self.ended(e)), ",
        "timely(e), ",
    ),
    _one(
        "withdrawal after the due day lifts",
        "M5",
        SEMANTICS,
        "self.walk.permits(e), timely(e), ",
        "self.walk.permits(e), ",
    ),
    _one(
        "every end withdraws",
        "M5",
        SEMANTICS,
        "self.walk.ending(e, WITHDRAWALS)",
        "self.walk.ending(e)",
    ),
    _one(
        "overdue although ended",
        "Response",
        SEMANTICS,
        "Word.BROKEN if self.ended() is True else Word.OVERDUE, seen=(good",
        "Word.OVERDUE, seen=(good",
    ),
    _one(
        "the end does not stop duties without term",
        "M5",
        SEMANTICS,
        "if m.of_term or term is None:",
        "if False:",
    ),
    _one(
        "vague term is kept when done",
        "Response",
        SEMANTICS,
        "both(negate(over), vague or True)",
        "negate(over)",
    ),
    _one(
        "open on the day after",
        "Response",
        SEMANTICS,
        "passed = negate(due.covers(self.as_of, self.as_of)) if due else some(closing)",
        "passed = negate(due.covers(date.fromordinal(self.as_of.toordinal() - 1), "
        "date.fromordinal(self.as_of.toordinal() - 1))) if due else some(closing)",
    ),
)

OTHERS = (
    _one(
        "window never closes",
        "Absence",
        LOG + "reading",
        "negate(self._between(o, closes, c))",
        "True",
    ),
    _one(
        "window closes for its own opening only",
        "Absence",
        LOG + "reading",
        "both(t, self.before(first, m), self.before(m, last))",
        "both(t, self.before(m, last))",
    ),
    _one(
        "last day of a term window is outside",
        "Absence",
        LOG + "reading",
        "negate(self.before(p, c))",
        "self.before(c, replace(p, lo=b.lo))",
    ),
    _one(
        "if looks beyond the trigger",
        "M3",
        LOG + "reading",
        "m is None or self.before(c, m), self.within",
        "True, self.within",
    ),
    _one(
        "more_than n is at least n",
        "M3",
        LOG + "reading",
        "(s.more_than or 0) + 1",
        "max(s.more_than or 1, 1)",
    ),
    _one(
        "power limits ignored",
        "Power",
        SEMANTICS,
        "both(self.gate(f, n, m), self.holds(n.where, m), timely)",
        "self.gate(f, n, m)",
    ),
    _one("exclusive ignored", "Power", SEMANTICS, "if n.exclusive:", "if False:"),
    _one(
        "exclusive may of another does not bind the decider",
        "Power",
        SEMANTICS,
        "both(self.walk.decided(m), negate(others))",
        "self.walk.decided(m)",
    ),
    _one(
        "any listing stage's decider",
        "Power",
        LOG + "walk",
        "[at] if at in listing else listing",
        "listing",
    ),
    _one(
        "recurrence met on the same day",
        "Recurrence",
        SEMANTICS,
        "both(t, negate(since.holds(a)))",
        "both(t, self.before(m, a) or n.every is None)",
    ),
    _one(
        "recurrence not discharged by the end",
        "Recurrence",
        SEMANTICS,
        "lifted=either((both(t, due.holds(e)) for e, t in self.ends))",
        "lifted=False",
    ),
    _one(
        "recurrence from the year of the start",
        "Recurrence, M16",
        SEMANTICS,
        "range(m.first.year + 1, self.as_of.year + 1)",
        "range(m.first.year, self.as_of.year + 1)",
    ),
    _one(
        "separation after the end",
        "Separation",
        SEMANTICS,
        "(m, both(t, negate(self.ended(m))), p)",
        "(m, t, p)",
    ),
    _one("a role is a person", "M12", SEMANTICS, "and p not in self.alias", "and True"),
    _one(
        "separation kept before the end",
        "Separation",
        SEMANTICS,
        "doubt if doubt is not False else self.ended()",
        "doubt if doubt is not False else True",
    ),
    _one(
        "count goes on after the end",
        "Threshold",
        SEMANTICS,
        "counted = [(m, both(t, negate(self.ended(m)))) for m, t in self.found(n.count)]",
        "counted = self.found(n.count)",
    ),
    _one(
        "same person counts twice",
        "Threshold",
        SEMANTICS,
        "self.different(counted, n.distinct) if n.distinct else counted",
        "counted",
    ),
    _one(
        "ceiling one too low",
        "Threshold",
        SEMANTICS,
        "(n.at_least, 0), (n.at_most, 1)",
        "(n.at_least, 0), (n.at_most, 0)",
    ),
    _one(
        "count after B",
        "Threshold",
        SEMANTICS,
        "(m, both(t, self.before(m, b))) for m, t in ms",
        "(m, t) for m, t in ms",
    ),
    _one(
        "file validity ignored",
        "M14",
        LOG + "asking",
        "both(self.asked(file, n, m), self.in_force(file, m))",
        "self.asked(file, n, m)",
    ),
    _one(
        "trigger's day governs always",
        "M14",
        LOG + "asking",
        "case Governs.STARTED_IN_FORCE:\n                return began",
        "case Governs.STARTED_IN_FORCE:\n                return then",
    ),
    _one(
        "silence about transition law is the first day",
        "M14",
        LOG + "asking",
        "return began if began == then else Unknown(How.NOT_STATED, '', 'governs')",
        "return began",
    ),
    _one("should weighs as must", "M10", SEMANTICS, "n.strength is not Strength.MUST", "False"),
)

STAGES = (
    _one(
        "unlawful act moves nothing ahead",
        "Stages",
        LOG + "walk",
        "to if self.rank[to] > self.rank[at] else at",
        "at",
    ),
    _one(
        "unlawful act moves back",
        "Stages",
        LOG + "walk",
        "to if self.rank[to] > self.rank[at] else at",
        "to",
    ),
    _one(
        "unlawful from_anywhere act moves",
        "Stages",
        LOG + "walk",
        "if not e.anywhere and e.to != s",
        "if e.to != s",
    ),
    _one(
        "loops count as a way",
        "Stages",
        LOG + "walk",
        "if not e.anywhere and e.to != s",
        "if not e.anywhere",
    ),
    _one(
        "several landings: the stage stays",
        "Stages",
        LOG + "walk",
        "return (None, False)",
        "return (at, False)",
    ),
    _one(
        "also moves nothing but is unlawful",
        "Stages",
        LOG + "walk",
        "act in self.stages[at].also or not edges",
        "not edges",
    ),
    _one(
        "one order is enough",
        "Stages",
        LOG + "walk",
        "if self.evidence.before(x, m) is True",
        "if x.place < m.place",
    ),
    _one("unrecorded acts do not move stages", "M9", LOG + "walk", "places |= more", "break"),
    _one(
        "outcome ignored by stages",
        "Stages",
        LOG + "walk",
        "e.act == act and e.outcome in (None, outcome)",
        "e.act == act",
    ),
)

MUTANTS: tuple[Mutant, ...] = (
    *TERMS, *TIME, *UNKNOWNS, *LINKS, *DUTIES, *OTHERS, *STAGES,
)  # fmt: skip
