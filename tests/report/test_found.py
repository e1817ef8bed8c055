"""What a verdict rests on is more than what was found (issue 1.6): each is told for what it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from spelregels.model.patterns import Edge, Happened, MomentPattern, Op, Test
from spelregels.model.words import How, Kind, Word

from .hand import COLLEGE, NORMS, TERM, act, verdict
from .saying import MAY_1, told


def test_what_a_verdict_rests_on_is_not_what_was_found() -> None:
    """Evidence holds the grounds of `if` and what a term began with; found is what was asked."""
    late = verdict(
        Kind.RESPONSE,
        Word.LATE,
        how=How.TOO_LATE,
        trigger="e3",
        act="reactie.gegeven",
        due=MAY_1,
        due_latest=MAY_1,
        evidence=("e3", "e2", "e5"),
    )
    assert told(late, NORMS[Kind.RESPONSE]).message == (
        "Na ‘advies uitgebracht’ (e3, 20 april 2026) kwam ‘reactie gegeven’ (e5, 30 juni 2026) te "
        "laat: dat moest uiterlijk op 1 mei 2026."
    )


def test_the_first_day_is_counted_from_what_was_asked() -> None:
    """Two weeks after the information, not after what the `if` rested on."""
    one = verdict(
        Kind.PRECEDENCE,
        Word.BROKEN,
        how=How.TOO_LATE,
        trigger="e2",
        act="informatie.gegeven",
        due=date(2026, 2, 24),
        due_latest=date(2026, 2, 24),
        evidence=("e2", "e3", "e1"),
    )
    assert "op zijn vroegst op 15 maart 2026" in told(one, NORMS[Kind.PRECEDENCE]).repair


def test_a_ban_after_a_term_names_the_end_of_the_term() -> None:
    """Not the act with which the term began, which the verdict rests on too."""
    passed = (MomentPattern(TERM, Edge.PASSED),)
    ban = replace(NORMS[Kind.ABSENCE], window=None, if_=Happened(passed))
    one = verdict(
        Kind.ABSENCE,
        Word.BROKEN,
        how=How.FORBIDDEN,
        trigger="e4",
        act="besluit.genomen",
        evidence=("e4", "e2"),
    )
    assert told(one, ban).message == (
        "‘besluit genomen’ (e4, aangenomen, 1 mei 2026) gebeurde na het einde van de "
        "‘zienswijzetermijn’. Dat mocht niet."
    )


def test_a_ban_on_somebody_says_who_it_was() -> None:
    """Without who did it and how, nobody sees why it may not."""
    much = Test("bedrag", Op.ABOVE, Decimal(5000))
    ban = replace(
        NORMS[Kind.ABSENCE], window=None, must_not=act("besluit.genomen", COLLEGE, where=much)
    )
    one = verdict(Kind.ABSENCE, Word.BROKEN, how=How.FORBIDDEN, trigger="e4", act="besluit.genomen")
    assert told(one, ban).message == (
        "‘besluit genomen’ (e4, aangenomen, 1 mei 2026) gebeurde door het college (‘bedrag’ is "
        "meer dan 5000). Dat mocht niet."
    )
