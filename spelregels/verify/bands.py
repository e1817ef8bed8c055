"""Bands of amounts: what a condition like *at most 5000* lets through, and the gaps between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from spelregels.model.patterns import AllOf, Condition, Op, Test
from spelregels.model.verified import Text

Bound = tuple[Decimal, bool]  # the number, and whether it belongs to the band itself


@dataclass(frozen=True, slots=True)
class Band:
    """Numbers of one attribute between two bounds; None: without bound."""

    attribute: str
    low: Bound | None = None
    high: Bound | None = None

    def holds(self, other: Band) -> bool:
        """Whether the other band lies wholly in this one."""
        return _before(self.low, other.low, lower=True) and _before(self.high, other.high)

    def shared(self, other: Band) -> Band | None:
        """The numbers in both bands; None when there are none."""
        low = other.low if _before(self.low, other.low, lower=True) else self.low
        high = self.high if _before(other.high, self.high) else other.high
        made = Band(self.attribute, low, high)
        return made if made.filled() else None

    def filled(self) -> bool:
        """Whether any number lies in it."""
        if self.low is None or self.high is None or self.low[0] < self.high[0]:
            return True
        return self.low[0] == self.high[0] and self.low[1] and self.high[1]

    def told(self) -> Text:
        """``van precies 5000``, ``boven 5000 tot en met 10000``."""
        low, high = self.low, self.high
        if low and high and low[0] == high[0]:
            return Text(f"van precies {low[0]}", f"of exactly {low[0]}")
        nl, en = [], []
        if low:
            nl.append(f"vanaf {low[0]}" if low[1] else f"boven {low[0]}")
            en.append(f"from {low[0]}" if low[1] else f"above {low[0]}")
        if high:
            nl.append(f"tot en met {high[0]}" if high[1] else f"onder {high[0]}")
            en.append(f"through {high[0]}" if high[1] else f"below {high[0]}")
        return Text(" en ".join(nl), " and ".join(en))


def band_of(condition: Condition | None) -> Band | None:
    """The band a condition sets, when it does nothing else than that."""
    tests = condition.parts if isinstance(condition, AllOf) else (condition,)
    bands = [_band(one) for one in tests if isinstance(one, Test)]
    if not bands or len(bands) != len(tests) or len({b.attribute for b in bands if b}) != 1:
        return None
    found: Band | None = bands[0]
    for band in bands[1:]:
        found = found.shared(band) if found and band else None
    return found


def gaps(bands: Sequence[Band]) -> Iterator[Band]:
    """What lies between the bands, under the highest and above the lowest of them."""
    reach: Bound | None = None
    ordered = sorted(bands, key=_start)
    for number, band in enumerate(ordered):
        if number and reach is not None and band.low is not None:
            between = Band(band.attribute, (reach[0], not reach[1]), (band.low[0], not band.low[1]))
            if between.filled():
                yield between
        if band.high is None:
            return
        reach = band.high if reach is None or _before(band.high, reach) else reach


def _start(band: Band) -> tuple[bool, Decimal, bool]:
    return (False, Decimal(0), False) if band.low is None else (True, band.low[0], not band.low[1])


def _band(test: Test) -> Band | None:
    value = test.operand
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    number = Decimal(value)
    match test.op:
        case Op.AT_LEAST | Op.ABOVE:
            return Band(test.attribute, low=(number, test.op is Op.AT_LEAST))
        case Op.AT_MOST | Op.BELOW:
            return Band(test.attribute, high=(number, test.op is Op.AT_MOST))
        case _:
            return None


def _before(outer: Bound | None, inner: Bound | None, *, lower: bool = False) -> bool:
    """Whether the outer bound lets through all that the inner one does."""
    if outer is None or inner is None:
        return outer is None
    if outer[0] != inner[0]:
        return outer[0] < inner[0] if lower else outer[0] > inner[0]
    return outer[1] or not inner[1]
