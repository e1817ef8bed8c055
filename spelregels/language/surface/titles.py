"""Titles in two languages, and where a norm stands in its source."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, PlainValidator, Tag, WithJsonSchema

from spelregels.language.surface.base import Name, Row, Surface, expecting, fault
from spelregels.language.surface.scalars import Text, wrong_type
from spelregels.model.terms import NotStated


class BothTitlesIn(Surface):
    """A title per language."""

    nl: Text | None = None
    en: Text | None = None


def _title_tag(value: Any) -> str | None:
    if isinstance(value, str):
        return "is:text"
    return "is:titles" if isinstance(value, dict) else None


TitleIn = Annotated[
    Annotated[Text, Tag("is:text")] | Annotated[BothTitlesIn, Tag("is:titles")],
    Discriminator(
        _title_tag,
        custom_error_type="title",
        custom_error_message="no title",
        custom_error_context=expecting("tekst, of {nl: …, en: …}", "text, or {nl: …, en: …}"),
    ),
]

_ARTICLE_NL = '[bron, "artikel"], zoals [awb, "3:16 lid 1"]'
_ARTICLE_EN = '[source, "article"], such as [awb, "3:16 lid 1"]'


def _article(value: Any) -> tuple[Name, str]:
    if not isinstance(value, list) or len(value) != 2:
        raise wrong_type(value, _ARTICLE_NL, _ARTICLE_EN)
    source, article = value
    if not isinstance(source, str):
        raise wrong_type(source, _ARTICLE_NL, _ARTICLE_EN)
    if isinstance(article, int) and not isinstance(article, bool):
        article = str(article)
    if not isinstance(article, str) or not article.strip():
        raise fault(
            "unquoted-article",
            f"Het artikel {article} staat zonder aanhalingstekens en leest als een getal.",
            f"The article {article} stands without quotes and reads as a number.",
            expected_nl=_ARTICLE_NL,
            expected_en=_ARTICLE_EN,
            suggestion=f'[{source}, "{article}"]',
        )
    place = value.position if isinstance(value, Row) else None
    name = source if isinstance(source, Name) else Name(source)
    return (name if place is None or name.position.line else Name(source, place)), str(article)


_ARTICLE_SCHEMA = {
    "type": "array",
    "prefixItems": [{"type": "string"}, {"type": ["string", "integer"]}],
    "minItems": 2,
    "maxItems": 2,
}
ArticleIn = Annotated[tuple[Name, str], PlainValidator(_article), WithJsonSchema(_ARTICLE_SCHEMA)]


def _covered(value: Any) -> tuple[Name, str] | NotStated:
    if value == "not_stated":
        return NotStated()
    if isinstance(value, list):
        return _article(value)
    raise wrong_type(value, f"{_ARTICLE_NL}, of not_stated", f"{_ARTICLE_EN}, or not_stated")


CoveredIn = Annotated[
    tuple[Name, str] | NotStated,
    PlainValidator(_covered),
    WithJsonSchema({"anyOf": [_ARTICLE_SCHEMA, {"const": "not_stated"}]}),
]


class CoversIn(Surface):
    """Where the text settles what an act asks a by-law to settle; ``not_stated``: nowhere.

    The words are those of ``regelt`` in ``nl/vocabulaire``; a test holds both to each other.
    """

    voorbereiding: CoveredIn | None = None
    uitvoering: CoveredIn | None = None
    evaluatie: CoveredIn | None = None
    eigen_procedure: CoveredIn | None = None
    uitdaagrecht: CoveredIn | None = None
    voorstellen_doen: CoveredIn | None = None
    vroeg_advies: CoveredIn | None = None
    ondersteuning: CoveredIn | None = None
    periodiek_overleg: CoveredIn | None = None
    onderwerpen_aandragen: CoveredIn | None = None
    informatie: CoveredIn | None = None
