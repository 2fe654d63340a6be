"""Short names: which full name of the same article a surname, a first name or a shortened body's name stands for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from tawatur.arabic.fold import fold
from tawatur.records.name import Feature
from tawatur.settle.features import enough, feature, leads, score
from tawatur.settle.mentions import Group, Mention
from tawatur.settle.spelling import Key, nations, rare, variants
from tawatur.settle.variants import Meaning, Step, called

# a list of more names than this is looked through by equal words only
_FEW = 60
# a short name that fits more full names than this stays alone
_MOST_FITS = 20
_SON = ("بن", "ابن")
_KUNYA = ("ابو", "ام")
_PARTICLES = frozenset(("بان", "لان", "وان", "كان"))  # folded: «بأن النورس» is no fuller name of «النورس»
# head nouns that come and go before a body's name («حركة فتح»، «فتح»); within one article «هارفارد» is «جامعة هارفارد»
_HEADS = (
    *(
        "نادي",
        "النادي",
        "فريق",
        "قوات",
        "حركة",
        "حزب",
        "تنظيم",
        "جماعة",
        "شركة",
        "منظمة",
        "مجموعة",
        "ميليشيا",
        "مليشيا",
        "ميليشيات",
        "مليشيات",
    ),
    *("صحيفة", "قناة", "وكالة", "شبكة", "موقع", "مؤسسة", "جامعة", "بنك", "مصرف"),
)


class Article:
    """The names of one article: where each stands first, what it is called, which father's name ends it."""

    def __init__(self, mentions: Sequence[Mention], spelled: Mapping[Group, Step]) -> None:
        self.first: dict[Group, int] = {}
        self.called: dict[Group, set[Meaning]] = defaultdict(set)
        self.sons: set[Group] = set()
        self.tables: set[Group] = set()
        self.listed: set[Group] = set()
        self.brackets: dict[Group, Group] = {}
        groups = {m.name.start: _standard(m.group, spelled) for m in mentions}
        for m in mentions:
            group = groups[m.name.start]
            self.first.setdefault(group, m.name.start)
            if m.called:
                self.called[group].update(c.meaning for c in m.called)
            if m.son:
                self.sons.add(group)
            if m.listed:
                self.listed.add(group)
            if m.known.table:
                self.tables.add(group)
            before = groups.get(m.enclosing) if m.enclosing is not None else None
            if before and before[0] == group[0] and before != group and len(before[1]) > 1 and _other_name(group):
                self.brackets.setdefault(group, before)


def _other_name(group: Group) -> bool:
    """Whether a name in brackets may be another name of what stands before: a body's short form, a nickname, a kunya («أبو سدر»)."""
    kind, key = group
    return kind in ("organization", "person") and (len(key) == 1 or (kind == "person" and key[0] in _KUNYA))


def _standard(group: Group, spelled: Mapping[Group, Step]) -> Group:
    step = spelled.get(group)
    return step.full if step else group


def within(article: Article) -> dict[Group, Step]:
    """The full name that each short name of an article stands for, where the article makes clear which. Chains end at the fullest."""
    found: dict[Group, Step] = {}
    candidates = _Candidates(article)
    for group in sorted(article.first):
        step = _bracketed(group, article) or _chosen(group, candidates.of(group), article)
        if step:
            found[group] = step
    return {group: step for group, step in found.items() if not _circular(group, found)}


def _circular(group: Group, found: Mapping[Group, Step]) -> bool:
    to = found[group].full
    seen = {group}
    while to in found and to not in seen:
        seen.add(to)
        to = found[to].full
    return to in seen


def _bracketed(group: Group, article: Article) -> Step | None:
    full = article.brackets.get(group)
    return Step(group, full, (feature("brackets"),)) if full and group not in article.tables else None


def _chosen(group: Group, candidates: Sequence[Group], article: Article) -> Step | None:
    """The best of the full names that fit, where it is good enough and leads the next."""
    if group in article.tables:
        return None
    fitting = {full: found for full in candidates if (found := fits(group, full, article.sons))}
    if not fitting or len(fitting) > _MOST_FITS:
        return None
    top = [f for f in fitting if not any(f != g and fits(f, g, article.sons) for g in fitting)]
    scored = []
    for full in top:
        features = [*fitting[full], *_said(group, full, [f for f in top if f != full], article)]
        scored.append((score(features), full, features))
    scored.sort(key=lambda row: (-row[0], row[1]))
    if not scored or not enough(scored[0][2]) or (len(scored) > 1 and not leads(scored[0][0], scored[1][0])):
        return None
    return Step(group, scored[0][1], tuple(scored[0][2]))


def _said(group: Group, full: Group, others: Sequence[Group], article: Article) -> Iterator[Feature]:
    """What the article says for or against the full name."""
    at = article.first[group]
    if not others:
        yield feature("only_one")
    elif article.first[full] < at < min(article.first[other] for other in others):
        yield feature("only_one_yet")
    else:
        yield feature("others_fit", "، ".join(" ".join(key) for _, key in sorted(others)[:3]))
    if article.first[full] < at:
        yield feature("full_first")
    if len(group[1]) == 1 and group[0] == "person" and rare(group[1]):
        yield feature("rare")
    if len(group[1]) == 1 and group in article.listed and full not in article.listed:
        yield feature("listed")
    yield from called(article.called[group] & article.called[full])


def fits(group: Group, full: Group, sons: Set[Group] = frozenset()) -> list[Feature]:
    """Which part of the full name the short one is; empty where it is none. `sons`: the names that end in «بن فلان»."""
    kind, short = group
    if kind == "person" and len(short) == 2 and short[0] in _SON:  # «بن لادن»: the key of the full name has no بن
        return [feature("last_word")] if kind == full[0] and len(full[1]) > 1 and variants(short[1:], full[1][-1:]) else []
    if kind != full[0] or len(short) >= len(full[1]):
        return []
    if kind == "person":
        return _fits_person(short, full[1], group in sons, full in sons)
    return _fits_body(short, full[1]) if kind in ("organization", "place") else []


def _fits_person(short: Key, full: Key, son: bool, full_son: bool) -> list[Feature]:
    if len(short) == 1:
        if variants(short, full[-1:]) or _lam(short[0]) == full[-1]:
            return [feature("last_word"), *([feature("fathers_name", full[-1])] if full_son else [])]
        return [feature("first_word")] if _defined(short) == _defined(full) and variants(short, full[:1]) else []
    if son and not variants(short[1:2], full[1:2]):  # «فهد بن عبدالعزيز» is no son of Muhammad, as «فهد بن محمد بن عبدالعزيز» is
        return []
    return [feature("middle_left_out")] if _in_order(short, full) else []


def _lam(word: str) -> str:
    """The word with its article written out, where a mention was cut out of «للنورس» at the second lam."""
    return f"ا{word}" if word.startswith("ل") else word


def _defined(key: Key) -> bool:
    return key[0].startswith("ال")


def _in_order(short: Key, full: Key) -> bool:
    """Whether the full name begins with the first word of the short one and has the others after it, in order."""
    if not variants(short[:1], full[:1]):
        return False
    rest = iter(full[1:])
    return all(any(variants((word,), (other,)) for other in rest) for word in short[1:])


def _fits_body(short: Key, full: Key) -> list[Feature]:
    if full[0] in _heads() and full[1:] == short:
        return [feature("head_noun", full[0])]
    if len(short) < 2:
        return []
    if full[: len(short)] != short:
        inside = full[0] == short[0] and full[-1] == short[-1] and _in_order(short, full)
        return [feature("words_left_out")] if inside else []
    nation = all(word in nations() or word.isascii() for word in full[len(short) :])  # a code stands for its adjective
    return [feature("beginning"), *([feature("nation_left_out")] if nation else [])]


@cache
def _heads() -> frozenset[str]:
    return frozenset(map(fold, _HEADS))


class _Candidates:
    """The full names of an article that a short one may be: all of a few, else those that share its first and last word."""

    def __init__(self, article: Article) -> None:
        self._all: dict[str, list[Group]] = defaultdict(list)
        self._by_words: dict[tuple[str, ...], list[Group]] = defaultdict(list)
        for group in sorted(g for g in article.first if len(g[1]) > 1 and g[1][0] not in _PARTICLES):
            kind, key = group
            self._all[kind].append(group)
            rest = key[1:] if key[0] in _heads() else ()
            pairs = {(key[0], word) for word in key[1:]} | {(rest[0], word) for word in rest[1:]}
            for words in {(key[0],), (key[1],), (key[-1],)} | pairs:
                self._by_words[kind, *words].append(group)

    def of(self, group: Group) -> Sequence[Group]:
        kind, key = group
        every = self._all.get(kind, [])
        if len(every) <= _FEW:
            return every
        words = (key[-1],) if len(key) == 1 or key[0] in _SON else (key[0], key[-1])
        found = self._by_words.get((kind, *words), [])
        return found if len(found) <= _FEW else []
