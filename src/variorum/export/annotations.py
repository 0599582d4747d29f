"""Quotations and events as W3C Web Annotations, each anchored to the words that say it.

https://www.w3.org/TR/annotation-model/, with a TextPositionSelector (code points of the article's
text as exported) and a TextQuoteSelector for whoever has the text elsewhere.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

from variorum import __version__
from variorum.export.iris import address_of, iri
from variorum.export.jsonlines import write_lines
from variorum.export.writing import write_files
from variorum.library import Story
from variorum.record.article import Article
from variorum.record.event import Event
from variorum.record.reading import Quotation

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
AROUND: Final = 32
"""Characters of text before and behind that help to find the words again."""

Annotation = dict[str, Any]


def export_annotations(story: Story, folder: Path) -> dict[str, int]:
    """Write `annotations.jsonl` into a folder: one annotation on each line; returns how many.

    Raises `InputError` if the folder cannot be written.
    """
    return write_files(
        folder, {"annotations.jsonl": lambda path: write_lines(_annotations(story), path)}
    )


def _annotations(story: Story) -> Iterator[Annotation]:
    spoken = {quotation: one.id for one in story.statements() for quotation in one.quotations}
    for article, quotation in story.quotations():
        yield _of_quotation(article, quotation, spoken.get(quotation.id))
    for event in story.events:
        for number, mention in enumerate(event.mentions, 1):
            target = _target(story.by_id[mention.article], mention.start, mention.end)
            yield _annotation(f"{event.id}:{number}", list(_event_bodies(event)), [target])


def _annotation(name: str, body: list[Any], target: list[Any]) -> Annotation:
    return {
        "@context": CONTEXT,
        "id": iri(name),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {
            "id": iri(f"software:{__version__}"), "type": "Software",
            "name": f"Variorum {__version__}",
        },
        "body": body,
        "target": target[0] if len(target) == 1 else target,
    }  # fmt: skip


def _of_quotation(article: Article, one: Quotation, statement: str | None) -> Annotation:
    body = [_tag(f"{one.mode} quotation")]
    if one.speaker:
        body.append(_resource(one.speaker, "identifying"))
    if one.speaker_name:
        body.append(_text(one.speaker_name, "identifying"))
    if statement:
        body.append(_resource(statement))
    parts = partial(_target, article)
    return _annotation(one.id, body, [parts(span.start, span.end) for span in one.content])


def _event_bodies(event: Event) -> Iterator[Any]:
    yield _resource(event.id)
    yield _tag(event.type)
    yield _tag(event.status)


def _tag(value: str) -> Annotation:
    return _text(value, "tagging")


def _text(value: str, purpose: str) -> Annotation:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _resource(name: str, purpose: str = "linking") -> Annotation:
    return {"type": "SpecificResource", "source": iri(name), "purpose": purpose}


def _target(article: Article, start: int, end: int) -> Annotation:
    text = article.text
    target: Annotation = {
        "type": "SpecificResource",
        "source": iri(article.id),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start],
                "suffix": text[end : end + AROUND],
            },
        ],
    }
    if address := address_of(article.url):
        target["scope"] = address
    return target
