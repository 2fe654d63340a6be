"""Whatever is added, changed or taken away, in whatever order: what then stands there is what one run over all gives."""

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tawatur.annotate.sentences import split
from tawatur.records.article import Article
from tawatur.records.passage import Near
from tawatur.records.quote import Quote
from tawatur.records.reuse import Family, Reuse
from tawatur.records.sentence import Sentence
from tawatur.reuse import Index, Memory, find, renew
from tawatur.reuse.windows import Each, Wanted
from tawatur.store.passages import StoreIndex
from tawatur.store.sqlite import Store

# sentences of an invented newsroom, so few that many articles share some of them
_POOL = [
    "أعلنت بلدية مرسى الزيتون أن عمال الميناء سيعودون إلى أرصفتهم صباح غد بعد اتفاق أنهى إضرابا دام تسعة أيام.",
    "ووقعت النقابة والشركة المشغلة على محضر يرفع أجر الساعة ويمنع تشغيل أي عامل أكثر من عشر ساعات متصلة في اليوم.",
    "وكان الإضراب قد بدأ حين سقطت رافعة قديمة على مستودع للحبوب وأصيب خمسة من العاملين بجروح في الرأس والكتف.",
    "وقال ربان السفينة إنه انتظر في عرض البحر ستة أيام قبل أن تسمح له سلطة المرفأ بالدخول إلى الرصيف الشمالي.",
    "تفتح مدرسة الموسيقى في حي القناطر أبوابها لأطفال المنطقة كل مساء ويعلّم فيها متطوعون العزف على العود بلا مقابل.",
    "وتقول مديرة المدرسة إن الطلب يزيد كل عام وإن القاعة لم تعد تتسع لمن يريدون أن يتعلموا القراءة من النوتة.",
    "وكانت جزر المرجان العضو في رابطة الموانئ قد اشترت سفن الإنقاذ الكورينية طراز نورس في 2011 الأمر الذي أدى إلى فرض رسوم على "
    "صادراتها من الأسماك وتحذيرات من الرابطة بإجراءات أخرى إذا اشترت المزيد.",
    "فقد اشترت جزر المرجان سفن نورس الكورينية للإنقاذ عام 2011، ففرضت رابطة الموانئ رسوما على الأسماك التي تصدرها وحذرت من "
    "إجراءات أخرى إذا اشترت جزر المرجان المزيد من السفن الكورينية.",
]
_EDITS = [
    ("عشر", "تسع"),
    ("صباح غد", "مساء الأحد المقبل"),
    ("قديمة ", ""),
    ("ستة أيام", "أسبوعا كاملا"),
    ("كل مساء", "مرتين في الأسبوع"),
]
_DAYS = [None, "2023-05-12", "2023-05-13", "2023-05-15", "2023-06-20"]

sentences = st.tuples(st.sampled_from(_POOL), st.lists(st.sampled_from(_EDITS), max_size=1)).map(
    lambda row: row[0].replace(*row[1][0]) if row[1] else row[0]
)
texts = st.lists(sentences, max_size=4).map("\n".join)
articles = st.tuples(texts, st.sampled_from(_DAYS))
# a step sets some articles, or takes them away (None)
steps = st.lists(st.dictionaries(st.sampled_from("abcdefghij"), st.none() | articles, min_size=1), min_size=1, max_size=5)
Make = Callable[..., Article]
Change = tuple[str, str | None] | None


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is common in a large collection is common here."""
    common = {
        "candidates.FEW": 2,
        "candidates.MANY": 4,
        "candidates.CHAIN": 1,
        "copied._EACH": 3,
        "nearby.RARE": 8,
        "nearby.MANY": 1,
    }
    for name, value in common.items():
        monkeypatch.setattr(f"tawatur.reuse.{name}", value)


class Kept:
    """What a reader of the changes knows."""

    def __init__(self, index: Index, article: Make, each: Each = map) -> None:
        self.index = index
        self.article = article
        self.each = each
        self.have: dict[str, tuple[str, str | None]] = {}
        self.rows: dict[tuple[str, str], list[Reuse]] = {}
        self.families: set[Family] = set()

    def step(self, changes: Mapping[str, Change]) -> None:
        for name, change in changes.items():
            self.have.pop(name, None)
            if change is not None:
                self.have[name] = change
        found = renew(self.index, changes.keys(), *self.handed(), self.each)
        for pair in found.pairs:
            self.rows.pop(pair, None)
        for row in found.rows:
            self.rows.setdefault((row.a.document, row.b.document), []).append(row)
        self.families = {one for one in self.families if found.documents.isdisjoint(one.documents)} | set(found.families)

    def handed(self) -> tuple[dict[str, str], dict[str, list[Sentence]], dict[str, list[Quote]], dict[str, Article]]:
        texts = {name: text for name, (text, _) in self.have.items()}
        made = {name: self.article(name, text, published) for name, (text, published) in self.have.items()}
        return texts, {name: split(text, made[name]) for name, text in texts.items()}, {}, made

    def stands(self) -> tuple[list[Reuse], list[Family]]:
        rows = [row for _, rows in sorted(self.rows.items()) for row in rows]
        return rows, sorted(self.families, key=lambda one: one.documents)


# too few words of weight to be told again in other words
_LIGHT = "وقال إنه لم يكن له في ذلك المساء من أحد غيره يقول له ما كان يجب عليه أن يعرفه قبل أن يأتي."
# a and b tell one thing in two ways; the sentence that both copy becomes a standing one
_COMMON: list[dict[str, Change]] = [
    {name: (f"{_POOL[own]}\n{_LIGHT}", None)} for name, own in zip("abcdefg", (6, 7, 0, 1, 2, 3, 4), strict=True)
]


@contextmanager
def index_in(where: str) -> Iterator[Index]:
    """An index in memory, or in a new store."""
    if where == "memory":
        yield Memory()
        return
    with TemporaryDirectory() as folder, Store(Path(folder, "s.sqlite")) as store:
        yield StoreIndex(store)


@pytest.mark.parametrize("where", ["memory", "store"])
@given(changes=steps)
@example(changes=_COMMON)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_added_changed_and_taken_away_step_by_step_gives_what_one_run_gives(
    article: Make, where: str, changes: list[dict[str, Change]]
) -> None:
    with index_in(where) as index:
        kept = Kept(index, article)
        for change in changes:
            kept.step(change)
        once = find(*kept.handed())
    assert kept.stands() == (once.pairs, once.families)


@given(changes=steps)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_days_that_are_looked_at_in_other_processes_in_any_order_give_what_one_process_gives(
    article: Make, changes: list[dict[str, Change]]
) -> None:
    here, elsewhere = Kept(Memory(), article), Kept(Memory(), article, _elsewhere)
    for change in changes:
        here.step(change)
        elsewhere.step(change)
        assert elsewhere.stands() == here.stands()


def _elsewhere(function: Callable[[Wanted], Near], wanted: Sequence[Wanted]) -> Iterator[Near]:
    """Call the function at once, with the last first, and with copies, as another process gets them."""
    found = [pickle.dumps(function(pickle.loads(pickle.dumps(one)))) for one in reversed(wanted)]  # noqa: S301 (our own)
    return map(pickle.loads, reversed(found))
