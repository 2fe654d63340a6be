"""What tests of reading share: what a reading gave, prose of our own, and a web server's pages."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tawatur.records.document import Document
from tawatur.records.dropped import Dropped

PROSE = (
    "افتتحت بلدية وادي الزيتون أمس جسرا جديدا فوق النهر بعد عامين من العمل. "
    "وقالت رئيسة البلدية سلمى الكرمي إن الجسر يختصر الطريق إلى المدارس، "
    "وأضافت أن البلدية أنفقت عليه من مالها ومن تبرعات السكان، وأن جسرا ثانيا يفتتح في الربيع."
)


@dataclass
class Reading:
    """What a reading gave."""

    documents: list[Document]
    dropped: list[Dropped]

    @property
    def reasons(self) -> list[str]:
        """The codes of what was dropped."""
        return [one.reason for one in self.dropped]

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.documents]


Read = Callable[..., Reading]


@dataclass
class Site:
    """A web server: `pages` are (status, headers, body) by path; `asked` are the requests that came."""

    address: str
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def page(
        self, path: str, body: str | bytes, media: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> str:
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": media, **named}, data)
        return self.address + path
