"""A source in memory: two articles from an agency's pen, a story and events in Riyadh, in a place on no map, and in none."""

from typing import Any

from tawatur.records.article import Article, Publication, Title
from tawatur.records.document import Document
from tawatur.records.event import Event
from tawatur.records.figure import Figure
from tawatur.records.finding import Finding, Reason, Side
from tawatur.records.name import Entity
from tawatur.records.settled import Settled
from tawatur.records.span import Span
from tawatur.records.story import Origin, Story
from tawatur.records.view import DocumentView

TEXT = "التقى وزيران في الرياض. وقتل جندي."
RIYADH = Entity(id="e-1", type="place", name="الرياض", name_en="Riyadh", forms=("الرياض",), same_as=("geonames:108410",))
VALLEY = Entity(id="e-2", type="place", name="وادي الرمان", forms=("وادي الرمان",))
SUDAN = Entity(
    id="e-3", type="country", name="السودان", name_en="Sudan", forms=("السودان",), same_as=("iso:SD", "geonames:366755")
)


def _view(number: int, published: str | None) -> DocumentView:
    publication = Publication(published=published, basis="given", reason="r")
    address = f"https://sahl.example/{number}"
    return DocumentView(
        document=Document(id=f"d-{number}", source=f"{number}.txt", text=TEXT, sha256="0" * 64, format="text", address=address),
        article=Article(
            document=f"d-{number}",
            lines=(),
            title=Title(text="لقاء"),
            outlet=f"o{number}",
            publication=publication,
            language="ar",
        ),
        sentences=(),
        settled=Settled(document=f"d-{number}", publication=publication, origin="reuters"),
    )


def _span(document: str, start: int = 0, end: int = 22) -> Span:
    return Span(document=document, start=start, end=end)


def _figure(kind: Any, number: float, part: bool = False) -> Figure:
    return Figure(document="d-1", start=0, end=1, text="ن", least=number, most=number, kind=kind, part=part)


class Invented:
    """Every kind that is not named is empty."""

    def documents(self) -> list[DocumentView]:
        return [_view(1, "2021-09-30"), _view(2, "2021-09-29T14:05+03:00"), _view(3, None)]

    def entities(self) -> list[Entity]:
        return [RIYADH, VALLEY, SUDAN]

    def stories(self) -> list[Story]:
        origin = Origin(name="reuters", documents=("d-1", "d-2"))
        return [
            Story(id="y-1", title="لقاء في الرياض", documents=("d-1", "d-2"), date="2021-09-29", place="e-1", origins=(origin,)),
            Story(id="y-2", title=None, documents=("d-3",), date="2021-09", place="e-2"),
            Story(id="y-3", title="بلا تاريخ", documents=("d-3",)),
        ]

    def events(self) -> list[Event]:
        return [
            Event(
                id="v-1", story="y-1", type="CONSULT", cameo="04", status="happened", date="2021-09-29", place="e-1", place_name="الرياض",
                actor="e-3", actor_name="وزير سوداني", actor_code="SDNGOV", recipient_name="متمردون", recipient_code="REB",
                evidence=(_span("d-1"), _span("d-2"), _span("d-1", 23, 30)),
            ),
            Event(
                id="v-2", type="ASSAULT", cameo="18", status="happened", date="2021-09", place="e-3", evidence=(_span("d-3"),),
                figures=(_figure("killed", 3.0), _figure("killed", 7.0), _figure("killed", 9.0, part=True), _figure("hurt", 1.5)),
            ),
            Event(id="v-3", type="ASSAULT", cameo="19", status="denied", place="e-2", evidence=(_span("d-1"),)),
        ]  # fmt: skip

    def findings(self) -> list[Finding]:
        return [_finding("n-1", "d-2"), _finding("n-2", "d-1"), _finding("n-3", "d-3"), _finding("n-4", "d-1", "dismissed")]

    def __getattr__(self, name: str) -> Any:
        return lambda: []


def _finding(identity: str, document: str, judged: Any = None) -> Finding:
    side = Side(document=document, start=0, end=5, text="التقى", value="v")
    reason = Reason(ar="سبب", en="reason")
    return Finding(id=identity, kind="conflict", sides=(side,), documents=1, origins=(), reason=reason, judged=judged)
