"""Dutch and English grammar of names: which article, and one or more than one."""

from __future__ import annotations

from itertools import pairwise

# Dutch nouns that take "het"; every other name takes "de" (also every plural).
_HET_ENDINGS = (
    "beraad",
    "bestuur",
    "bureau",
    "college",
    "comité",
    "forum",
    "gezag",
    "huis",
    "kabinet",
    "lid",
    "medium",
    "loket",
    "ministerie",
    "orgaan",
    "overleg",
    "panel",
    "parlement",
    "platform",
    "presidium",
    "rijk",
    "team",
    "waterschap",
)
_NO_ARTICLE = (
    "alle ",
    "burgemeester en wethouders",
    "de ",
    "een ",
    "elk",
    "gedeputeerde staten",
    "het ",
    "ieder",
    "niemand",
    "provinciale staten",
    "wie ",
    "the ",
    "a ",
)
_NO_ARTICLE_EN = (*_NO_ARTICLE, "an ", "any", "every", "no ", "who")

# Where the head of a Dutch name ends: "college van burgemeester en wethouders" is one college.
_AFTER_HEAD = frozenset(
    ("aan", "bij", "die", "in", "met", "of", "op", "over", "te", "tegen", "uit", "van", "voor")
)
_ONE_EACH = ("elk", "een ", "ieder", "niemand", "wie ")
# Singular nouns that end as plurals do: secretaris, campus, huis, keten.
_SINGULAR_ENDINGS = ("is", "us", "as", "os", "ss", "keten", "gids")
# One body, whatever stands after it: "Centraal Orgaan opvang asielzoekers".
_BODIES = (*_HET_ENDINGS, "commissie", "groep", "organisatie", "raad", "stichting", "vereniging")


def with_article(title: str, language: str) -> str:
    """``het college``, ``de raad``, ``the council``; a name that has an article keeps it."""
    lowered = title.lower()
    if language == "en":
        return title if lowered.startswith(_NO_ARTICLE_EN) else f"the {title}"
    if lowered.startswith(_NO_ARTICLE):
        return title
    neuter = any(word.endswith(_HET_ENDINGS) for word in (*lowered.split()[:2], lowered))
    return f"het {title}" if neuter else f"de {title}"


def is_plural(title: str) -> bool:
    """Whether a Dutch name takes a plural verb: *de kiezers mogen*, *het college mag*."""
    lowered = title.lower()
    if lowered.startswith(_ONE_EACH):
        return False
    head: list[str] = []
    for word in lowered.replace(",", " of ").replace("(", " of ").split():
        if word in _AFTER_HEAD:
            break
        head.append(word)
    if not head:
        return False
    if any(word == "en" and not before.endswith("-") for before, word in pairwise(head[:-1])):
        return True
    if any(word.endswith(_BODIES) for word in head[:-1]):
        return False
    return head[-1].endswith(("en", "s")) and not head[-1].endswith(_SINGULAR_ENDINGS)
