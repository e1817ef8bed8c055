"""Where a norm stands, as a page tells it: the article leads to its text if that can be reached."""

from __future__ import annotations

from spelregels.model.norms import NamedTerm, Norm
from spelregels.model.ruleset import RulesetFile
from spelregels.model.words import Confidence
from spelregels.report.html.markup import Node, link
from spelregels.report.html.parts import joined
from spelregels.report.wording import Wording, sentence


def place(source: str, article: str, url: str, confidence: Confidence, words: Wording) -> Node:
    """An article of a source, and how well it was verified."""
    text = words.say(words.frames.REPORT, "article", source=source, article=words.article(article))
    return joined(link(url, text) if url else text, f" ({words.labels.CONFIDENCES[confidence]})")


def home(one: Norm | NamedTerm, file: RulesetFile, words: Wording) -> Node:
    """The place of a norm or term of this file, also where no article is named."""
    if one.article is None:
        unknown = sentence(words.say(words.frames.REPORT, "no_source"))
        return f"{unknown} ({words.labels.CONFIDENCES[one.confidence]})"
    source = file.sources.get(one.article.source)
    title, url = (source.title, source.url) if source else (one.article.source, "")
    return place(title or one.article.source, one.article.article, url, one.confidence, words)


def title_text(title: str, one: str) -> str:
    """What a norm is called, as a heading; an id without a title is read as words."""
    return sentence(title) if title and title != one else sentence(one.replace("-", " "))
