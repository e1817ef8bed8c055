"""The checks on real texts (issue 3.1): what must be seen, and what must not be.

The defects are those of a list of real Dutch texts (D1-D54). A false alarm weighs more than a miss.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from spelregels.language import load_ruleset
from spelregels.language.library import ids_under, shipped_root, versions
from spelregels.model.verified import Basis, VerifiedRuleset
from spelregels.model.words import Severity
from spelregels.verify import fails, rulesets_in, verify
from spelregels.verify.found import check_ids

from .looking import DAY

ROOT = shipped_root()
CLEAN = [
    path
    for id_ in ids_under(ROOT)
    if id_.startswith(("vormen/", "nl/"))
    for path in versions(id_, [ROOT])
]
SEEN = {  # defect, ruleset, check: found in the text itself
    ("D3", "waalre/inspraak-2006", "moet-en-mag-niet"),
    ("D4", "epe/inspraak-2004", "moet-en-mag-niet"),
    ("D9", "groningen/convenant-wijkorganisaties", "termijn-vaag"),
    ("D10", "goes/wijk-en-dorpsbudget", "termijn-vaag"),
    ("D46", "hellendoorn/burgerinitiatief", "dag-in-andermans-hand"),
    ("D54", "groningen/convenant-wijkorganisaties", "zonder-tussentijd"),
    ("D1", "arnhem/wijkaanpak-2014", "adviesorgaan-beslist"),
    ("D4", "eindhoven/inwonersparticipatie", "moet-en-mag-niet"),
    ("D7", "boarnsterhim/burgerinitiatief", "termijn-vaag"),
    ("D8", "boarnsterhim/burgerinitiatief", "termijn-zonder-bovengrens"),
    ("D9", "nissewaard/inspraak-en-participatie", "termijn-vaag"),
    ("D33", "nissewaard/inspraak-en-participatie", "vervallen-bron"),
    ("D54", "middelburg/uitdaagrecht", "zonder-tussentijd"),
}
SILENT = {  # what was read does not say it; not all was read, so it is *not seen*
    ("D15", "opsterland/dorpsbudget-langezwaag", "besluit-zonder-termijn"),
    ("D20", "opsterland/burgerinitiatief", "drempel-zonder-getal"),
    ("D49", "den-haag/houtwijk-begroot", "besluit-zonder-termijn"),
    ("D6", "eindhoven/inwonersparticipatie", "plicht-zonder-drager"),
    ("D7", "boarnsterhim/burgerinitiatief", "plicht-zonder-drager"),
    ("D11", "leidschendam-voorburg/participatie-2023", "open-norm-zonder-beoordelaar"),
    ("D30", "capelle-aan-den-ijssel/adviesrecht-wop", "antwoord-zonder-termijn"),
    ("D31", "utrecht/wijkraden", "antwoord-zonder-termijn"),
    ("D34", "nissewaard/inspraak-en-participatie", "besluit-zonder-termijn"),
    ("D41", "deventer/meedoenbudget", "geen-beslisser"),
    ("D44", "rotterdam/right-to-challenge", "besluit-zonder-termijn"),
    ("GW-150-T", "waalre/inspraak-2006", "inspraakverordening-na-overgang"),
    ("AWB-3.5", "wijchen/convenant-leefbaarheidsgroepen", "advies-zonder-grondslag"),
}
NEVER = {  # the guards: what looks like a defect and is none
    ("R74: the vote after the decision is the design", "deventer/correctief-referendum",
     "inspraak-na-besluit"),
    ("R20: discretion is lawful", "nissewaard/inspraak-en-participatie", "geen-beslisser"),
    ("R55: eight minus four weeks is slack", "horst-aan-de-maas/prioriteitsgelden",
     "geen-speling"),
    ("R43: one of seven aims is a sound choice", "enschede/wijkbudget", "verbod-als-keuze"),
    ("R24: a committee of article 83 may decide", "rotterdam/wijkraden", "beslisser-zonder-vorm"),
    ("D52: the Atw reaches a by-law", "weert/burgerinitiatief", "kalender-niet-genoemd"),
    ("R06: all three phases are in its definition", "nissewaard/inspraak-en-participatie",
     "inspraakverordening-na-overgang"),
    ("R13: nobody saw what it leaves out", "leidschendam-voorburg/participatie-2023",
     "verordening-mist-fase"),
    ("R45: looking for a subsidy elsewhere is giving none", "harderwijk/wijkbudget",
     "wijkbudget-zonder-grondslag"),
    ("R75: a by-law of 2016 that ended", "leidschendam-voorburg/wijkinitiatieven-2016",
     "vervallen-bron"),
}  # fmt: skip


@cache
def looked(name: str) -> VerifiedRuleset:
    return verify([load_ruleset(f"gemeenten/{name}")], as_of=DAY).rulesets[0]


def found(name: str, check: str) -> list[Basis]:
    return [one.basis for one in looked(name).findings if one.check == check]


@pytest.mark.parametrize(("defect", "name", "check"), sorted(SEEN))
def test_a_defect_in_the_text_is_seen(defect: str, name: str, check: str) -> None:
    """3.1: what is visible in the text is a finding."""
    assert Basis.VISIBLE in found(name, check)


@pytest.mark.parametrize(("defect", "name", "check"), sorted(SILENT))
def test_silence_is_not_seen_and_only_information(defect: str, name: str, check: str) -> None:
    """3.1: a later article may cure it, so it is *not seen*, and never louder than information."""
    assert set(found(name, check)) == {Basis.NOT_SEEN}
    silent = [one for one in looked(name).findings if one.basis is Basis.NOT_SEEN]
    assert {one.severity for one in silent} == {Severity.INFO}


@pytest.mark.parametrize(("guard", "name", "check"), sorted(NEVER))
def test_what_only_looks_wrong_is_left_alone(guard: str, name: str, check: str) -> None:
    """3.1: a false alarm weighs more than a miss."""
    assert found(name, check) == []


def test_the_exception_to_an_exception_is_no_circle() -> None:
    """R18: a cross-exception is no circle as long as it does not come back."""
    for ruleset in ("apeldoorn/inspraak-2006", "eindhoven/inwonersparticipatie"):
        assert found(ruleset, "kring-van-voorrang") == []


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_forms_and_national_law_are_clean(path: object) -> None:
    """3.1: the shipped forms and national law give no error and no warning."""
    report = verify([load_ruleset(str(path))], as_of=DAY)
    assert not fails(report, "warning"), [
        (one.check, one.at.place.path) for one in report.findings if one.severity != Severity.INFO
    ]


def test_the_broken_rulesets_break_every_check_exactly_once() -> None:
    """3.1: `rulesets/stuk/` breaks every check once, and nothing twice."""
    broken = [load_ruleset(path) for path in rulesets_in(ROOT / "stuk")]
    report = verify(broken, as_of=DAY)
    assert Counter(one.check for one in report.findings) == Counter(check_ids())
