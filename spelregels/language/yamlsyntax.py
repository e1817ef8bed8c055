"""The YAML parser's complaints, in plain words."""

from __future__ import annotations

import yaml

from spelregels.model.problem import Position, Problem

_PLAIN: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "Hier staat een dubbele punt waar dat niet kan. Klopt de inspringing? "
        "Tekst met een dubbele punt hoort tussen aanhalingstekens.",
        "There is a colon where it cannot stand. Is the indentation right? "
        "Text with a colon belongs in quotes.",
    ),
    (
        "found character that cannot start any token",
        "Hier staat een teken waar tekst niet mee mag beginnen (een tab, @, `, | of %). "
        "Spring in met spaties; zet zulke tekst tussen aanhalingstekens.",
        "Here is a character that text may not start with (a tab, @, `, | or %). "
        "Indent with spaces; put such text in quotes.",
    ),
    (
        "found a tab character",
        "Hier staat een tab; spring in met spaties.",
        "Here is a tab; indent with spaces.",
    ),
    (
        "expected ',' or ']'",
        "Deze lijst is niet afgesloten: er ontbreekt een komma of ].",
        "This list is not closed: a comma or ] is missing.",
    ),
    (
        "expected ',' or '}'",
        "Dit tussen accolades is niet afgesloten: er ontbreekt een komma of }. "
        "Tekst met een dubbele punt of komma hoort tussen aanhalingstekens.",
        "This in braces is not closed: a comma or } is missing. "
        "Text with a colon or a comma belongs in quotes.",
    ),
    (
        "unexpected end of stream",
        "Het aanhalingsteken dat hier opent, wordt niet gesloten.",
        "The quote that opens here is not closed.",
    ),
    (
        "node content",
        "Hier wordt een waarde verwacht. Is er iets weggevallen, of hoort er een aanhalingsteken?",
        "A value is expected here. Is something missing, or should there be a quote?",
    ),
    (
        "sequence entries are not allowed",
        "Hier kan geen streepje staan. Zet elk onderdeel van een lijst op een eigen regel, of "
        "schrijf [a, b]; tekst die met een streepje begint hoort tussen aanhalingstekens.",
        "A dash cannot stand here. Put each item of a list on a line of its own, or write [a, b]; "
        "text that starts with a dash belongs in quotes.",
    ),
    (
        "quoted scalar",
        "Na \\ staat hier iets dat geen teken aanwijst. Schrijf \\\\ voor een gewone \\, of zet de "
        "tekst tussen enkele aanhalingstekens.",
        "What follows \\ here names no character. Write \\\\ for a plain \\, or put the text in "
        "single quotes.",
    ),
    (
        "scanning an anchor",
        "Tekst die met & begint hoort tussen aanhalingstekens.",
        "Text that starts with & belongs in quotes.",
    ),
    (
        "scanning an alias",
        "Tekst die met * begint hoort tussen aanhalingstekens.",
        "Text that starts with * belongs in quotes.",
    ),
    (
        "tag",
        "Tekst die met ! begint hoort tussen aanhalingstekens.",
        "Text that starts with ! belongs in quotes.",
    ),
    (
        "directive",
        "Tekst die met % begint hoort tussen aanhalingstekens.",
        "Text that starts with % belongs in quotes.",
    ),
    (
        "block scalar",
        "Na | of > hoort de tekst op de volgende regels te staan, ingesprongen.",
        "After | or > the text belongs on the next lines, indented.",
    ),
    (
        "expected ':'",
        "Na deze sleutel ontbreekt een dubbele punt, of de spatie erachter.",
        "After this key a colon is missing, or the space behind it.",
    ),
    (
        "expected <document start>",
        "Na het einde van de inhoud staat nog iets. Klopt de inspringing?",
        "Something follows the end of the content. Is the indentation right?",
    ),
    (
        "expected key",
        "Hier klopt de inspringing niet: een sleutel (woord met dubbele punt) wordt verwacht.",
        "The indentation is not right here: a key (word with a colon) is expected.",
    ),
    (
        "expected '-' indicator",
        "Hier klopt de inspringing niet: verwacht wordt een streepje op de hoogte van de vorige "
        "streepjes, of een sleutel op de hoogte van de sleutel erboven.",
        "The indentation is not right here: a dash in the column of the dashes above is expected, "
        "or a key in the column of the key above.",
    ),
    (
        "expected <block end>",
        "Hier klopt de inspringing niet.",
        "The indentation is not right here.",
    ),
)


_SHOWN_WHERE_IT_BEGAN = ("could not find expected ':'", "unexpected end of stream")
"""Of these the parser notices the harm only lines later."""


def syntax_problem(
    error: yaml.YAMLError, source: str, quoted: tuple[Position, int] | None = None
) -> Problem:
    """One parser error as a problem with its place. ``quoted``: the last quoted text over several
    lines, and the line on which it ends: what follows it there was most likely not meant so."""
    found_at = getattr(error, "problem_mark", None)
    began_at = getattr(error, "context_mark", None)
    begins = any(sign in str(getattr(error, "problem", "")) for sign in _SHOWN_WHERE_IT_BEGAN)
    mark = (began_at if begins else found_at) or found_at or began_at
    place = Position(source, mark.line + 1, mark.column + 1) if mark else Position(source)
    if quoted is not None and quoted[1] == place.line:
        return Problem(
            "yaml-syntax",
            quoted[0],
            "Het aanhalingsteken dat hier opent, wordt niet gesloten: de tekst loopt nu door tot "
            f"het volgende, op regel {quoted[1]}.",
            "The quote that opens here is not closed: the text now runs on to the next one, on "
            f"line {quoted[1]}.",
        )
    said = " ".join(
        part for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part
    )
    for key, nl, en in _PLAIN:
        if key in said:
            return Problem("yaml-syntax", place, nl, en)
    detail = said or str(error)
    return Problem(
        "yaml-syntax",
        place,
        f"Dit is geen geldige YAML ({detail}).",
        f"This is not valid YAML ({detail}).",
    )
