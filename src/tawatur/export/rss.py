"""RSS 2.0 of findings: the newest, each with the words of its sides. Its guid is the finding's id, so a reader shows it once."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from email.utils import format_datetime
from heapq import nlargest

from tawatur.export.job import Format, Job
from tawatur.export.parts import called
from tawatur.export.parts.plain import html, seen, xml
from tawatur.export.parts.shelf import Shelved, iri, shelf
from tawatur.export.parts.times import day, moment
from tawatur.records.finding import Finding, FindingKind
from tawatur.resources import load

NEWEST = 500  # items: some 1 MB, which readers of feeds still take in one go
_SIDES = 8  # of a finding; the page and the other formats have them all
# of one day what an editor would look at first stands first: sources that contradict each other
_FIRST: Mapping[FindingKind, int] = {"conflict": 5, "update": 4, "corroborated": 3, "drift": 2, "single_origin": 1}
CHANNEL = "urn:tawatur:findings"  # RSS asks for a link of the channel; the collection has no address of its own


def write(job: Job) -> Mapping[str, int]:
    """Write the findings of the newest articles, those first; of one day conflicts first. What people dismissed is left out."""
    words: Mapping[str, str] = load(f"messages/export.{job.lang}")
    known = shelf(job.source)
    stories = {story.id: story.title for story in job.source.stories() if story.title}
    found = ((_newest(one, known), one) for one in job.source.findings() if one.judged != "dismissed")
    newest = nlargest(NEWEST, found, key=lambda one: (one[0][:10], _FIRST[one[1].kind], one[0], one[1].id))
    with (job.folder / "findings.rss").open("w", encoding="utf-8", newline="\n") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>\n')
        out.write(f"<title>{xml(words['feed'])}</title>\n<link>{CHANNEL}</link>\n")
        out.write(f"<description>{xml(words['feed.about'])}</description>\n<language>{job.lang}</language>\n")
        for published, finding in newest:
            about = stories.get(finding.story or "") or finding.about
            out.write("".join(_item(finding, about, published, known, job.lang)))
        out.write("</channel></rss>\n")
    return {"findings.rss": len(newest)}


def _newest(finding: Finding, known: Mapping[str, Shelved]) -> str:
    """When the newest article of the sides was published (ISO), empty where none says."""
    return max((known[side.document].published or "" for side in finding.sides if side.document in known), default="")


def _item(finding: Finding, about: str | None, published: str, known: Mapping[str, Shelved], lang: called.Lang) -> Iterator[str]:
    """An item is called after its story, else after what it is about, else after its reason."""
    words: Mapping[str, str] = load(f"messages/export.{lang}")
    reason = seen(finding.reason.ar if lang == "ar" else finding.reason.en)
    yield f"<item><title>{xml(words[finding.kind] + words['colon'] + (seen(about or '') or reason))}</title>\n"
    addresses = (known[side.document].address for side in finding.sides if side.document in known)
    if address := next(filter(None, addresses), None):
        yield f"<link>{xml(address)}</link>\n"
    yield f'<guid isPermaLink="false">{iri(finding.id)}</guid>\n<category>{finding.kind}</category>\n'
    if written := _date(published):
        yield f"<pubDate>{written}</pubDate>\n"
    yield f"<description>{xml(f'<p>{html(reason)}</p>{_sides(finding, known, lang)}')}</description></item>\n"


def _date(value: str) -> str | None:
    """RFC 822; a day alone is written as its noon in UTC, which is that day from Greenwich to Muscat."""
    if found := moment(value):
        return format_datetime(found)
    on = day(value)
    return format_datetime(datetime.combine(on, time(12), UTC)) if on else None


def _sides(finding: Finding, known: Mapping[str, Shelved], lang: called.Lang) -> str:
    """A list in HTML: the words of each side and who wrote them."""
    rows = []
    for side in finding.sides[:_SIDES]:
        key = known[side.document].outlet if side.document in known else None
        outlet = called.outlet(key, lang) if key else None
        said = (html(one) for one in (side.text, side.value, outlet) if one)
        rows.append(f"<li>{' · '.join(f'<bdi>{one}</bdi>' for one in said)}</li>")
    return f"<ul>{''.join(rows)}</ul>"


FORMAT = Format(name="rss", files=("findings.rss",), write=write)
