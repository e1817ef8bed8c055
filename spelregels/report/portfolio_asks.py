"""What a norm over many trajectories asks, in one sentence."""

from __future__ import annotations

from typing import assert_never

from spelregels.model.portfolio import (
    KINDS,
    Asked,
    Busiest,
    Channels,
    Composition,
    Influence,
    Informed,
    Lead,
    Load,
    Overlap,
    Promise,
    Silence,
    Tenure,
)
from spelregels.model.terms import Duration
from spelregels.report.portfolio_speech import Speech
from spelregels.report.portfolio_words import ASKS


def asks_text(asks: Asked, speech: Speech) -> str:
    """The sentence, with its parameters filled in."""
    key, values = KINDS[type(asks)].value, dict[str, object]()
    match asks:
        case Overlap():
            values["same"] = _same(asks.same, speech)
        case Lead():
            key = f"lead_{asks.per.value}"
            longer = asks.longer_than
            values["longer"] = speech.say("longer", time=speech.duration(longer)) if longer else ""
        case Load():
            values = {"window": speech.duration(asks.window), "limit": asks.at_most}
        case Channels():
            key = asks.ask.value
        case Composition():
            values = {"by": asks.by, "share": speech.share(asks.at_least)}
        case Busiest():
            values = {
                "top": speech.count("person_one", "persons", asks.top),
                "share": speech.share(asks.at_most),
                "window": _window(asks.window, speech),
            }
        case Tenure():
            values = {
                "share": speech.share(asks.at_most),
                "longer": speech.duration(asks.longer_than),
            }
        case Silence():
            values = {"longer": speech.duration(asks.at_most)}
        case Influence():
            values = {"window": _window(asks.window, speech)}
        case Informed() | Promise():
            pass
        case _:
            assert_never(asks)
    return ASKS[key].told(speech.language).format_map(values)


def _same(keys: tuple[str, ...], speech: Speech) -> str:
    named = [speech.key(key) for key in keys]
    return speech.say("same", keys=speech.say("or").join(named)) if keys else ""


def _window(window: Duration | None, speech: Speech) -> str:
    return speech.say("in_window", time=speech.duration(window)) if window else ""
