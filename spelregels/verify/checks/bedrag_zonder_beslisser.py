"""Amounts between two powers over which nobody decides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from spelregels.model.norms import Power
from spelregels.model.verified import ActName, CheckRecord, Cited, Text
from spelregels.model.words import Severity
from spelregels.verify.bands import band_of, gaps
from spelregels.verify.machine import decided_in
from spelregels.verify.subject import Hit, Subject, Values

RECORD = CheckRecord(
    id="bedrag-zonder-beslisser",
    severity=Severity.ERROR,
    title=Text("Bedrag zonder beslisser", "Amount without a decider"),
    looks_for=Text(
        "Bevoegdheden die per bedrag zijn verdeeld, met een gat ertussen.",
        "Powers that are divided by amount, with a gap in between.",
    ),
    why=Text(
        "Over een bedrag in het gat mag volgens de tekst niemand beslissen.",
        "By the text nobody may decide on an amount in the gap.",
    ),
    repair=Text(
        "Laat de bedragen aansluiten: de een tot en met (at_most), de ander boven (above) "
        "hetzelfde bedrag.",
        "Let the amounts meet: one up to and including (at_most), the other above (above) the "
        "same amount.",
    ),
    limits=Text(
        "Alleen gaten tussen twee bedragen die er als bedrag staan; wat uitgerekend wordt, is niet "
        "te vergelijken. Boven het hoogste bedrag kan een andere tekst gelden.",
        "Only gaps between two amounts that stand as amounts; what is worked out cannot be "
        "compared. Above the highest another text may hold.",
    ),
    messages={
        "gap": Text(
            "Over {act} beslist niemand als het hierom gaat: {attribute} {band}.",
            "Nobody decides on {act} when it is about this: {attribute} {band}.",
        )
    },
    sources=(Cited("Deventer en Horst aan de Maas (bedragen per beslisser)", "D40"),),
)


def find(subject: Subject) -> Iterator[Hit]:
    """One finding for each gap, at the power above it."""
    in_stages = {act for stage in subject.stages() if stage.power and stage.power.decides
                 for act in decided_in(stage, subject)}  # fmt: skip
    powers = [(act, norm) for norm in subject.norms(Power) for act in norm.may]
    for act, group in groupby(sorted(powers, key=lambda one: one[0]), key=lambda one: one[0]):
        norms = [norm for _, norm in group]
        bands = {norm.id: band for norm in norms if (band := band_of(norm.where))}
        comparable = len({band.attribute for band in bands.values()}) == 1
        alike = len({norm.applies for norm in norms}) == 1
        if len(bands) < len(norms) or act in in_stages or not (comparable and alike):
            continue
        for gap in gaps(tuple(bands.values())):
            above = next(n for n in norms if (low := bands[n.id].low) and gap.high
                         and low[0] == gap.high[0])  # fmt: skip
            name = gap.attribute.replace("_", " ")
            values: Values = {"act": ActName(act), "attribute": name, "band": gap.told()}
            yield Hit(subject.at_norm(above, "where"), "gap", values)
