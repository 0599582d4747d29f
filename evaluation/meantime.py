"""The event mentions that MEANTIME marks in the first sentences of 120 Wikinews articles."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from evaluation.timex import files_of, text_of_tokens
from variorum.record.event import Status


class MarkedEvent(NamedTuple):
    """Words marked as an event, what kind of event (OTHER is neither speech nor grammar), and
    its status as far as the marks tell one: there are none for ongoing and cancelled."""

    start: int
    end: int
    kind: str
    status: Status


def meantime_events() -> Iterator[tuple[str, list[MarkedEvent]]]:
    """The text of each document and its marked events; nothing if they are not at hand."""
    for _, content in files_of("meantime", ".xml"):
        root = etree.fromstring(content)
        text, spans = text_of_tokens(root)
        kinds = _kinds(root)
        events = []
        for mention in root.iter("EVENT_MENTION"):
            tokens = [anchor.get("t_id") for anchor in mention.findall("token_anchor")]
            if tokens and all(token in spans for token in tokens):
                start, end = spans[tokens[0]][0], spans[tokens[-1]][1]
                kind = kinds.get(mention.get("m_id"), "")
                events.append(MarkedEvent(start, end, kind, _status(mention)))
        yield text, events


def _kinds(root: etree._Element) -> dict[str, str]:
    """The class of the event that each mention refers to."""
    classes = {one.get("m_id"): one.get("class") for one in root.iter("EVENT")}
    return {
        source.get("m_id"): classes[target.get("m_id")]
        for link in root.iter("REFERS_TO")
        for target in link.findall("target")
        if target.get("m_id") in classes
        for source in link.findall("source")
    }


_UNSURE: Final = ("POSSIBLE", "PROBABLE")


def _status(mention: etree._Element) -> Status:
    if mention.get("polarity") == "NEG":
        return "denied"
    if mention.get("certainty") in _UNSURE or mention.get("special_cases", "").startswith("COND"):
        return "hypothetical"
    return "planned" if mention.get("time") == "FUTURE" else "happened"
