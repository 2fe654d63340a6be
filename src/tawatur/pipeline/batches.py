"""What is done to a batch of inputs or of documents by itself: the same functions in worker processes and on Spark."""

import hashlib
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tawatur.collecting import uncollected
from tawatur.made_by import digest_of, made_by
from tawatur.records.annotated import Annotated
from tawatur.records.article import Article, Publication
from tawatur.records.correction import Correction
from tawatur.records.document import Document
from tawatur.records.dropped import Dropped

if TYPE_CHECKING:
    from tawatur.ingest import Raw


class Taken(NamedTuple):
    """A document with the outlet whose lines it is compared with, and the keys of its lines."""

    document: Document
    outlet: str | None
    keys: list[str]


class Input(NamedTuple):
    """What became of one input. `digest` is None where it was refused before it was opened; `found` where it was read before."""

    digest: str | None
    source: str
    found: Taken | Dropped | None


# a document, the keys of the lines that its outlet repeats, and people's corrections of its kinds of line
Work = tuple[Document, frozenset[str], tuple[Correction, ...]]
Found = tuple[Article, Annotated]
Result = Found | Dropped


class Fault(NamedTuple):
    """Why a document could not be annotated: the reason's code, and what went wrong in words."""

    reason: str
    detail: str

    def of(self, source: str) -> Dropped:
        """The refusal of the document that was read at `source`."""
        return Dropped(stage="annotate", source=source, reason=self.reason, detail=f"{source}: {self.detail}")


def digest(raw: "Raw") -> str:
    """What an input is known by when it is read again: its content, where it stood, and what makes documents of inputs.

    Not when it was fetched, nor its number in a feed, which grows with every article that comes after it.
    """
    known = msgspec.structs.replace(raw, fetched=None, source=raw.identity or raw.source)
    return hashlib.sha256(digest_of(made_by("ingest")).encode() + msgspec.msgpack.encode(known)).hexdigest()


def documents(batch: list[tuple[str, "Raw"]]) -> list[Input]:
    """Turn inputs, each with its digest, into documents, each with its outlet and the keys of its lines."""
    from tawatur import clean, ingest

    rows: list[Input] = []
    for known, raw in batch:
        document = ingest.document(raw)
        if isinstance(document, Dropped):
            rows.append(Input(known, raw.source, document))
        else:
            rows.append(Input(known, raw.source, Taken(document, clean.outlet_key(document), clean.line_keys(document))))
    return rows


def ready(raw: "Raw") -> None:
    """Read an input and annotate it to no other end than that all is loaded which that takes: what a worker does before there is work."""
    for one in documents([("", raw)]):
        if isinstance(one.found, Taken):
            annotated([(one.found.document, frozenset(), ())])


def annotated(batch: list[Work]) -> list[Result]:
    """Clean and annotate documents; one that fails is recorded and stops no other."""
    rows: list[Result] = []
    with uncollected():
        for work in batch:
            article = cleaned(work)
            found = article if isinstance(article, Fault) else findings(work[0].text, article)
            rows.append(found.of(work[0].source) if isinstance(found, Fault) else (article, found))  # type: ignore[arg-type]
    return rows


def cleaned(work: Work) -> Article | Fault:
    """Clean a document."""
    from tawatur import clean
    from tawatur.annotate import dates

    document, repeated, corrections = work
    try:
        return clean.article(document, dates.read, repeated, corrections)
    except Exception as error:
        return _fault(error)


def lines_of(article: Article) -> Article:
    """All of an article that annotation is shown: its lines and its language. Two documents with one text and these are annotated alike."""
    return Article(
        document=article.document, lines=article.lines, language=article.language, publication=Publication(reason="not shown")
    )


def findings(text: str, article: Article) -> Annotated | Fault:
    """Annotate an article, by its text, its lines and its language alone."""
    try:
        return _findings(text, lines_of(article))
    except Exception as error:
        return _fault(error)


def _fault(error: Exception) -> Fault:
    from tawatur.annotate.names.recognizers import RecognizerError

    if isinstance(error, RecognizerError):
        return Fault("recognizer_failed", f"the recognizer {error}")
    return Fault("program_fault", f"{type(error).__name__}: {error}. This is a fault of the program: please report it.")


def _findings(text: str, article: Article) -> Annotated:
    from tawatur.annotate import commitments, dates, events, figures, names, quotes, sentences

    if article.language != "ar":
        return Annotated(document=article.document)
    cut = sentences.split(text, article)
    named = names.annotate(text, article, cut, names.recognizers.chosen())
    times = dates.find(text, article.document)
    said = quotes.annotate(text, article, cut, named)
    return Annotated(
        document=article.document,
        sentences=tuple(cut),
        times=tuple(times),
        names=tuple(named),
        quotes=tuple(said),
        figures=tuple(figures.annotate(text, cut, said, times)),
        events=tuple(events.annotate(text, article, cut, named, times, said)),
        undertakings=tuple(commitments.annotate(text, cut, commitments.Found(named, said, times))),
    )
