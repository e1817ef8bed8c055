"""Numbers that a text gives in words of its own: a share, the lowest of two, one by scale."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from spelregels.model.figures import FactFigure, Figure, Pick, Picked, Scaled, Share
from spelregels.report.names import Names, readable

_HUNDRED_PARTS = 100_000_000  # a percentage has at most six decimals


def figure_text(figure: Figure, names: Names, *, money: bool = False) -> str:
    """``het laagste van 1% van ‘kiesgerechtigden’ en 125``. ``money``: plain numbers are euros."""
    part = names.words.part
    match figure:
        case FactFigure(name=name, act=act, own=own):
            attribute = names.quote(readable(name))
            if act is None:
                return part("figure_own", attribute=attribute) if own else attribute
            return part("figure_of_act", attribute=attribute, act=names.act(act))
        case Share():
            of = figure_text(figure.of, names, money=money)
            said = part("figure_share", share=_share(figure, names), of=of)
            rounding = figure.rounding
            return said if rounding is None else part(f"figure_round_{rounding.value}", figure=said)
        case Picked():
            parts = [figure_text(one, names, money=money) for one in figure.parts]
            if figure.pick is Pick.SUM_OF:
                return " plus ".join(parts)
            return part(f"figure_{figure.pick.value}", parts=names.words.join(parts))
        case Scaled():
            values = [
                part("figure_if", word=names.quote(readable(word)), figure=figure_text(one, names))
                for word, one in figure.values
            ]
            fact = names.quote(readable(figure.fact))
            return part("figure_scaled", values=names.words.join(values, "or"), fact=fact)
        case _:
            return names.words.amount(Decimal(figure)) if money else names.value(figure)


def exact(number: Fraction, names: Names) -> str:
    """A number as people write it: whole, or with its decimals."""
    if number.denominator == 1:
        return str(number.numerator)
    return names.words.number(_decimal(number))


def euros(number: Fraction, names: Names) -> str:
    """The same as an amount of money."""
    return names.words.amount(_decimal(number))


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def _share(share: Share, names: Names) -> str:
    percent = Fraction(share.some * 100, share.all)
    whole = _HUNDRED_PARTS % percent.denominator == 0
    return f"{exact(percent, names)}%" if whole else f"{share.some}/{share.all}"
