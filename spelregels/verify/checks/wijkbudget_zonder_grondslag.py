"""A subsidy granted by a text that rests on no by-law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spelregels.model.norms import Norm, Power, Response
from spelregels.model.verified import ActName, CheckRecord, Cited, Status, Text
from spelregels.model.words import Severity
from spelregels.verify.bylaws import rests_on_nothing
from spelregels.verify.parts import acts_of
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="wijkbudget-zonder-grondslag",
    severity=Severity.WARNING,
    status=Status.PREVIEW,
    title=Text("Subsidie zonder grondslag", "Subsidy without a legal basis"),
    looks_for=Text(
        "Spelregels, een convenant, een notitie of een beleidsregel waarin subsidie wordt gegeven, "
        "bijvoorbeeld uit een wijkbudget, terwijl er niet staat op welke verordening dat rust.",
        "Neighbourhood rules, a covenant, a note or a policy rule by which a subsidy is granted, "
        "for instance from a neighbourhood budget, while it does not say on which by-law it rests.",
    ),
    why=Text(
        "Subsidie vraagt een wettelijk voorschrift dat zegt voor welke activiteiten zij is (Awb "
        "4:23). Spelregels en convenanten zijn dat niet.",
        "A subsidy asks for a legal rule that says for which activities it is (Awb 4:23). "
        "Neighbourhood rules and covenants are none.",
    ),
    repair=Text(
        "Noem bij legal_basis de subsidieverordening die de activiteiten noemt. Of laat de "
        "gemeente zelf betalen wat bewoners vragen; dat is geen subsidie.",
        "Name the subsidy by-law that names the activities under legal_basis. Or have the "
        "municipality itself pay for what residents ask; that is no subsidy.",
    ),
    limits=Text(
        "Kijkt naar wat iemand mag of moet doen en subsidie heet, zoals subsidie.verleend. Geld "
        "met een andere naam kan ook subsidie zijn; dat is hier niet te zien. De uitzonderingen "
        "van artikel 4:23 lid 3 ook niet. Een regeling die zegt dat zij een verordening is, of "
        "niet zegt wat zij is, wordt overgeslagen.",
        "Looks at powers and duties to do what is called subsidie, such as subsidie.verleend. "
        "Money by another name can be a subsidy too; that cannot be seen, nor can the exceptions "
        "of article 4:23 paragraph 3. A text that says it is a by-law, or does not say what it "
        "is, is passed over.",
    ),
    messages={
        "bare": Text(
            "Hier wordt subsidie gegeven ({act}). Op welke verordening dat rust, staat er niet.",
            "A subsidy is granted here ({act}). On which by-law that rests is not stated.",
        )
    },
    sources=(
        Cited("Algemene wet bestuursrecht 4:21-4:23 (tekst van 1 juli 2026)"),
        Cited("DSP, De waarde van de wijk 4.1", "T14"),
    ),
)
_GRANTS = re.compile(
    r"subsidie\.(verleend|gegeven|toegekend|verstrekt|vastgesteld|uitbetaald|overgemaakt)"
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each act by which a subsidy is granted, at the first norm that has it."""
    if not rests_on_nothing(subject):
        return
    seen: set[str] = set()
    for norm in subject.own.norms:
        for act in sorted(_given(norm) - seen):
            if _GRANTS.fullmatch(act):
                seen.add(act)
                values: Values = {"act": ActName(act)}
                yield Hit(subject.at_norm(norm), "bare", values, basis=subject.silence)


def _given(norm: Norm) -> frozenset[str]:
    """What somebody may or must do by it; what it only looks at does not count."""
    match norm:
        case Power():
            return frozenset(norm.may)
        case Response():
            return frozenset(one.act for must in norm.must for one in acts_of(must))
        case _:
            return frozenset()
