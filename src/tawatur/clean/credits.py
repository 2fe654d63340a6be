"""Credits in the text: lines of attribution, a dateline at the head of the prose, a closing tag; and mere mentions."""

import re
from typing import NamedTuple

from tawatur.clean.attribution import Attribution, Part, parse
from tawatur.clean.registers import plain, words_of
from tawatur.clean.rows import Row
from tawatur.resources import load

# a dateline is at most this long before its dash or colon («أديس أبابا 12 كانون الثاني/ يناير 2016 (رويترز) -»)
_LONGEST_DATELINE = 90
_DIGIT = re.compile(r"\d")
_DIVIDED = re.compile(r"[-–—:/\u0640]")
_BOXED = re.compile(r"[^()«»\"]{2,30}\([^()]{2,20}\)\s*[-–—:]")  # «المدينة (الموقع)»
_LONGEST_LINE = 12  # words of a line of attribution
_END = re.compile(r"\s*[:：]\s*|\s*[-–—]{1,3}\s+|\s+[-–—]{1,3}\s*|\s*/\s+|\)\s*|(?<=\w{3})\.\s+")
# a tag of one to three agencies that ends the text: in brackets or marks, or after the last stop
_TAG = re.compile(r"[(\[«\"“‹]\s*([^()\[\]«»\"“”‹›]{2,60})\s*[)\]»\"”›]\s*\.?\s*$")
_BARE_TAG = re.compile(r"[.!؟…][»\"”)]?\s*[-–—*/]*\s*((?:[^\W\d_]\s?\.\s?){1,3}[^\W\d_]|[^.!؟«»\"“”()]{2,40}?)\s*\.?\s*$")
_SIGN_OFF = re.compile(
    r"^[/\\*(\s-]*(?:ال)?(?:انتهي|نهايه|انتهت)[/\\*)\s-]*(?:\d{1,2}[:.]?\d{0,2})?[^\w]*(?:[\w\u0621-\u064a]{1,4}[\s/.,-]*){0,6}\d{0,6}\s*$"
)
_SAUDI_HOUR = re.compile(r"^\d{1,2}:\d{2}\s*ت\s*[مغ]\W*(?:\d{3,4}\W*)?$")  # «19:25 ت م»: the wire's own clock
_HOUSE_SIGN_OFF = re.compile(r"(?:اعداد|تحرير|كتابه|تغطيه|ترجمه)\s.*(?:للنشره العربيه|تحرير\s)")
_PHOTO_TAIL = re.compile(r"(?:[-–—|/]|[(\[])\s*(?:via\s+)?([\w\s./،,:&-]{2,40})[)\]]?\s*$", re.IGNORECASE)
# a caption is no longer: the seeds' have up to 17 words, what is more is a paragraph
LONGEST_CAPTION = 45


class Credit(NamedTuple):
    """A stretch of the text that says whose words these are: its place and its parts, with places in the text."""

    start: int
    end: int
    parts: tuple[Part, ...]

    def of(self, *kinds: str) -> tuple[Part, ...]:
        """The parts of these kinds."""
        return tuple(part for part in self.parts if part.kind in kinds)


def _placed(start: int, end: int, found: Attribution, offset: int) -> Credit:
    parts = tuple(part._replace(start=part.start + offset, end=part.end + offset) for part in found.parts)
    return Credit(start, end, parts)


def line(row: Row, own: frozenset[str], skip: int = 0, loose: bool = False) -> Credit | None:
    """Read a whole line as an attribution, or give None. `skip` letters at its head are furniture joined to it.

    `loose`: it stands where bylines are usual, so that a place and a person whom no list knows are enough.
    """
    text = row.text[skip:]
    if not text or row.size > _LONGEST_LINE or row.text.rstrip()[-1:] in "؟!" or row.folded[:1].isdigit():
        return None  # a numbered line is one of a list («3- الفرنسية»)
    found = parse(text, own)
    if not found.understood or not _signs(found, text, loose):
        return None
    if not found.of("agency", "wires") and (row.opens or row.text[:1] in "-•"):
        return None  # an entry of a list, or what announces one
    if not found.of("agency", "wires", "date") and ((row.size > 4 and (row.stopped or row.opens)) or _DIGIT.search(row.folded)):
        return None
    return _placed(row.start + skip, row.end, found, row.start + skip)


def _signs(found: Attribution, text: str, loose: bool) -> bool:
    """Whether the parts are enough to say that the line signs an article and says nothing else.

    `loose`: a person and a place that no list knows are enough, with a dash between them.
    """
    people, named = found.of("person"), found.of("agency", "wires")
    places = [part for part in found.of("place") if part.sure]
    sure = [part for part in people if part.sure]
    divided = bool(_DIVIDED.search(text))
    if _photographed(found, text) and (named or len(people) > len(sure)):
        return False
    if named:
        unsure = [part for part in found.of("person", "place") if not part.sure]
        if sum(_words(text, part) for part in unsure) > 3 and text.rstrip()[-1:] in ")]":
            return False  # «الوزيران في موقع الحادث (رويترز)»: a caption
        return len(people) <= 3 and all(part.sure or _words(text, part) <= 3 for part in people)
    if found.of("role"):
        return bool(people) or bool(places and found.of("outlet", "desk"))
    if found.of("outlet"):
        others = found.of("person", "place")
        return bool(sure or places or found.of("desk") or (others and divided) or _syndicated(text))
    if found.of("desk"):
        return bool(loose and divided and people)
    if places and people:
        return bool(sure) or (loose and len(people) == 1 and divided and _words(text, people[0]) in range(2, 5))
    dated = found.of("date") and len(found.of("place")) == 1 and (loose or len(places) == 1)
    return bool(dated) or (loose and _pair(found, text))


def _pair(found: Attribution, text: str) -> bool:
    """Whether a line is a place and a person, a dash between them, of which the lists know one or neither."""
    parts = found.of("person", "place")
    short = all(_words(text, part) in range(1, 4) for part in parts)
    if len(parts) != len(found.parts) or len(parts) != 2 or not short:
        return False
    placed = parts[0].kind == "place" and parts[1].kind == "person" and parts[1].sure and _words(text, parts[1]) > 1
    return bool(re.search(r"[-–—\u0640]", text)) or (placed and ":" in text)


def _photographed(found: Attribution, text: str) -> bool:
    """Whether what the line says of a role is a photographer's, after other words: a caption's end."""
    roles = found.of("role")
    photo = words_of("agencies", "photo")
    return bool(roles) and found.parts[0].kind != "role" and all(plain(text[part.start : part.end]) in photo for part in roles)


def _syndicated(text: str) -> bool:
    """Whether a line names the outlet that a text was taken over from («خدمة «…»», «بالاتفاق مع «…»»)."""
    return any(word in ("خدمه", "بالاتفاق", "نقلا", "المصدر") for word in plain(text).split()[:2])


def _words(text: str, part: Part) -> int:
    return len(plain(text[part.start : part.end]).split())


def kind_of(credit: Credit) -> str:
    """Which kind of line an attribution is.

    A person's is a byline, one that a place begins or that has an agency beside a place a dateline, an agency's a credit,
    the outlet's own a byline.
    """
    if credit.of("person"):
        return "byline"
    if credit.of("place"):
        return "dateline" if credit.of("agency", "wires") or credit.parts[0].kind == "place" else "byline"
    if credit.of("agency", "wires"):
        return "credit"
    return "byline" if credit.of("desk", "role") else "credit"


def dateline(row: Row, own: frozenset[str], skip: int = 0) -> Credit | None:
    """Read the head of a line of prose as a dateline («الرياض (واس) - », «سبق- وكالات:»), or give None."""
    text = row.text[skip : skip + _LONGEST_DATELINE + 4]
    best: Credit | None = None
    for match in _END.finditer(text, 1, min(len(text), _LONGEST_DATELINE)):
        rest = len(row.text) - skip - match.end()
        if rest < 20:
            break
        found = parse(text[: match.start() + (match.group()[0] == ")")], own)
        if match.group()[0] == "." and not found.of("agency", "wires"):
            continue  # a stop ends a dateline («موسكو - سبوتنيك. أعلنت …») only behind an agency
        if not found.understood:
            if match.group().strip() in (":", "："):
                break
            continue
        if _heads(found, text, match.group().strip(), rest):
            best = _placed(row.start + skip, row.start + skip + match.end(), found, row.start + skip)
    return best


def _heads(found: Attribution, text: str, mark: str, rest: int) -> bool:
    """Whether the parts of a line's head are a dateline's: lists know them, but for one place beside an agency or a
    name or two beside the outlet's own.
    """
    unsure = [part for part in found.of("person", "place") if not part.sure]
    sizes = [_words(text, part) for part in unsure]
    if found.of("agency", "wires"):
        return not unsure or (mark != ")" and len(unsure) == 1 and sizes[0] <= 2)
    if mark == ")":
        return False
    if found.of("outlet"):
        boxed = _BOXED.match(text) is not None and found.of("place", "person") != ()
        plainly = (boxed or not re.search(r"[(\[«\"“]", text)) and len(unsure) <= 2 and all(size <= 4 for size in sizes)
        return not unsure or (plainly and bool(found.of("outlet", "desk", "place")) and mark[:1] in ":：-–—")
    if found.of("place") and not unsure and len(found.of("place")) <= 2:
        # «واشنطن: …» may be a government that speaks: a place alone heads a long line only
        return bool(found.of("person", "date")) or rest > 100
    return bool(found.of("role") and found.of("person") and not unsure)


def closing(row: Row, own: frozenset[str], last: bool = True) -> Credit | None:
    """Read the tag that ends a line of prose («… . (رويترز)»), or give None: agencies and places, no people.

    One that ends another line than the `last` is that paragraph's: it stands in brackets or marks.
    """
    for pattern in (_TAG, _BARE_TAG) if last else (_TAG,):
        match = pattern.search(row.text, max(0, len(row.text) - 80))
        if match is None:
            continue
        before = row.text[: match.start()].rstrip()
        if pattern is _TAG and before[-1:] not in '.!؟»"”)…':
            continue
        if any(
            word in words_of("agencies", "photo") for word in plain(before[-25:]).split()[-3:] + plain(match.group(1)).split()
        ):
            continue
        found = parse(match.group(1), own)
        if pattern is _BARE_TAG and plain(match.group(1)) in words_of("agencies", "risky"):
            continue
        if found.understood and found.of("agency", "wires") and not found.of("person", "role"):
            return _placed(row.start + match.start(1), row.start + match.end(1), found, row.start + match.start(1))
    return None


def pictured(row: Row) -> bool:
    """Whether a line is a picture's credit: it names a picture agency or says that it is a photograph's."""
    return any(word in words_of("agencies", "photo") for word in row.plain.split())


def bracketed(row: Row) -> bool:
    """Whether a photo credit stands in brackets or names itself one, so that not even a title could end so."""
    photo = words_of("agencies", "photo")
    return row.text.rstrip()[-1:] in ")]" or any(word in photo for word in row.plain.split()[-4:])


def signed_by(row: Row) -> tuple[str, int, int] | None:
    """The agency whose own sign-off a closing line holds («للنشرة العربية»), with the place of those words; or None."""
    for key, phrases in load("agencies")["signoffs"].items():
        for phrase in phrases:
            match = re.search(r"\s*".join(map(re.escape, phrase.split())), row.text)
            if match:
                return key, row.start + match.start(), row.start + match.end()
    return None


def sign_off(row: Row) -> str | None:
    """Whether a line is an agency's sign-off: `house` («إعداد … للنشرة العربية - تحرير …»), `end` («انتهى/ س ص»), or None."""
    if row.size > 30:
        return None
    if _SAUDI_HOUR.match(row.folded):
        return "end"
    if _HOUSE_SIGN_OFF.search(row.folded) and row.text.lstrip()[:1] in "(-*إاتكـ":
        return "house"
    return "end" if row.size <= 9 and _SIGN_OFF.match(row.folded) else None


def photo_tail(row: Row, own: frozenset[str]) -> bool:
    """Whether a line ends like a caption: an agency, a photographer's credit or «أرشيفية» after a dash or in brackets."""
    if row.size > LONGEST_CAPTION:
        return False
    match = _PHOTO_TAIL.search(row.text, max(0, len(row.text) - 60))
    if match is None or len(row.text[: match.start()].strip()) < 8:
        return False
    photo = words_of("agencies", "photo")
    words = plain(match.group(1)).split()
    if any(word in photo for word in words):
        return True
    found = parse(match.group(1), own)
    return found.understood and bool(found.of("agency", "wires")) and not found.of("person")
