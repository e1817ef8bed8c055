"""What a name that does not have the form of a name was meant to be."""

from __future__ import annotations

import re
import unicodedata


def repaired(text: str, form: re.Pattern[str]) -> str:
    """The text as a name of this form, if small letters and other signs between words suffice."""
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().strip().lower()
    tries = (re.sub(r"\s+", "-", flat), re.sub(r"[\s-]+", "_", flat))
    return next((one for one in tries if form.fullmatch(one) and one != text), "")


def several(text: str, form: re.Pattern[str], bearer: bool) -> str:
    """How the names that were written as one text are written: ``a of b``, ``a, b``, ``a en b``."""
    parts = re.split(r"(\s*,\s*|\s+(?:en|and|of|or)\s+)", text.strip())
    names, between = parts[::2], {sign.strip() for sign in parts[1::2]}
    if not between or not all(form.fullmatch(name) for name in names):
        return ""
    row = f"[{', '.join(names)}]"
    if between & {"of", "or"} or (bearer and between == {","}):
        return f"{{any_of: {row}}}"
    return "" if bearer else row
