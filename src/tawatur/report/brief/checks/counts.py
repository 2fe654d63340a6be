"""What the brief counts itself: held against the record, never against the words of a span."""

from tawatur.records.brief import BriefSentence
from tawatur.report.brief import frame
from tawatur.report.brief.evidence import Evidence
from tawatur.report.messages import Lang


def counts_wrong(sentence: BriefSentence, evidence: Evidence, lang: Lang) -> str | None:
    """Give `count` where a count of the sentence, or one written in it, is not what the record gives."""
    documents, origins = stand_behind(sentence, evidence)
    if sentence.documents != documents or sentence.origins != origins:
        return "count"
    real = {
        "articles": documents,
        "origins": origins,
        "statements": len(unnamed(evidence)),
        "promises": len(open_promises(evidence)),
    }
    for part in sentence.parts:
        if part.kind == "count" and part != frame.count(part.role, real[part.role], lang):
            return "count"
    if sentence.frame == "no_date" and evidence.view.story.date:
        return "count"
    if sentence.frame == "no_place" and evidence.view.story.place:
        return "count"
    if sentence.frame == "undated" and any(evidence.documents[s.document].settled.publication.published for s in sentence.cites):
        return "count"
    return None


def stand_behind(sentence: BriefSentence, evidence: Evidence) -> tuple[int, int]:
    """How many articles and independent origins stand behind a sentence: those of its finding, else those of what it cites.

    A sentence that cites nothing speaks of the whole story.
    """
    finding = evidence.findings.get(sentence.finding or "")
    if finding is not None:
        return finding.documents, len(finding.origins)
    cited = {span.document for span in sentence.cites}
    return len(cited), evidence.origins(sentence.cites)


def unnamed(evidence: Evidence) -> list[str]:
    """The statements whose speaker no article names, by their words."""
    from tawatur.arabic.words import words

    found = {
        " ".join(word.text for word in words(quote.text)): quote.id
        for view in evidence.view.documents
        for quote in view.settled.quotes
        if quote.speaker_kind == "unnamed"
    }
    return sorted(found.values())


def open_promises(evidence: Evidence) -> list[str]:
    """The undertakings of which no later report says what became of them."""
    return sorted(one.id for one in evidence.view.commitments if not one.later and not one.intended)
