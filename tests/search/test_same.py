"""What is found is the same over either kind of store: what, in which order, with which scores, marks and counts."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.search.table import cases, fill
from tests.postgresql import Running
from tests.search.held import Held, article

from tawatur.records.search import Unit

_WORDS = ("فيضان", "الفيضانات", "بحيرة", "البحيرة", "وبحيراتها", "قرية", "القرى", "وزير", "الوزراء", "نجوى", "الصيرمي", "قال", "قالت", "سبع", "في",
          "من", "على", "1948", "Reuters", "مجلس", "الأمن", "أعلن", "يعلن", "صاروخ", "صواريخ", "بالصواريخ")  # fmt: skip
_QUERIES = ("فيضان", "بحيرة قرية", "وزير صاروخ أعلن", "«مجلس الأمن»", "«الأمن مجلس» بحيرة", "قرية -صاروخ", "بحيرة -«في القرى»", "متحدث:الصيرمي", 'متحدث:"نجوى الصيرمي"', 'متحدث:"مجلس القرى"', "«في القرى» «مجلس الأمن»", "-«في القرى» -قال وزير", "متحدث:نجوى فيضان",
            "اسم:الصيرمي", "الصيرمي", "في", "نوع:تصريح قرية", "منفذ:sabq وزير", "من:2023-05-03 إلى:2023-05-20 صاروخ", "شهر:2023-05", "ترتيب:تاريخ قالت", "1948", "reuters")  # fmt: skip
_LONG = 30_000  # words, of which PostgreSQL's vectors tell the places of the first 16,383


@pytest.fixture
def both(postgresql: Running, tmp_path: Path) -> Iterator[tuple[Held, Held]]:
    """Two empty stores, a file and a database."""
    server = postgresql.fresh()
    one, other = Held(tmp_path / "store.sqlite"), Held(server)
    yield one, other
    one.store.close()
    other.store.close()
    postgresql.drop(server)


def _units(seed: int) -> tuple[list[Unit], dict[str, str]]:
    """Some 120 articles and statements of words that stand in each other's forms, some with a title, a speaker, a day, an outlet."""
    chance = random.Random(seed)  # noqa: S311
    texts = {f"d-{n}": " ".join(chance.choices(_WORDS, k=chance.randint(3, 90))) for n in range(80)}
    names = [Unit(kind="name", id="e-1", head="نجوى الصيرمي", spellings=("نجوى الصيرمي", "الصيرمي", "Najwa Sairami"))]
    units = [*names]
    for n, (identity, text) in enumerate(texts.items()):
        known = {
            "head": " ".join(chance.choices(_WORDS, k=5)) if n % 3 else "",
            "date": f"2023-0{chance.randint(4, 6)}-{chance.randint(1, 28):02}" if n % 7 else None,
            "outlet": chance.choice(["sabq", "okaz", None]),
            "entities": ("e-1",) if "الصيرمي" in text else (),
        }
        units.append(article(identity, text, **known))
        if n % 2:
            half = len(text) // 2
            said = {**known, "kind": "statement", "document": identity, "spans": ((0, half),), "head": ""}
            units.append(
                article(
                    f"q-{n}",
                    text,
                    **said,
                    speaker=chance.choice(["نجوى الصيرمي", "الوزيرة", "مجلس القرى"]),
                    speaker_entity="e-1" if n % 4 else None,
                )
            )
    return units, texts


def _same(both: tuple[Held, Held], query: str) -> None:
    one, other = (held.find(query) for held in both)
    assert one == other


@pytest.mark.parametrize("seed", range(4))
def test_results_are_the_same_also_after_changes(both: tuple[Held, Held], seed: int) -> None:
    units, texts = _units(seed)
    chance = random.Random(seed)  # noqa: S311
    fewer = [unit for unit in units if unit.kind == "name" or chance.random() < 0.6]
    others = [
        article(unit.id, texts[unit.id], head="مجلس القرى") if unit.kind == "article" and chance.random() < 0.3 else unit
        for unit in units
    ]
    for given in (units, fewer, others):
        for held in both:
            held.put(given, texts)
        for query in _QUERIES:
            _same(both, query)


def test_every_case_of_the_search_table_gives_the_same(both: tuple[Held, Held]) -> None:
    every = cases()
    for held in both:
        fill(held.store, every)
    for query in dict.fromkeys(case.query for case in every):
        _same(both, query)


def _long(*endings: str) -> str:
    """A text of more words than a vector tells, one of them oftener than it counts."""
    filling = [f"كلمة{n % 6_000}" if n % 7 else "المدينة" for n in range(_LONG)]
    return " ".join([*filling, *endings])


def test_a_phrase_at_the_end_of_a_very_long_text_is_found(held: Held) -> None:
    held.texts_of(_long("سقط الصاروخ قرب البحيرة"), _long("البحيرة قرب الصاروخ سقط"), "سقط الصاروخ قرب البحيرة")
    assert held.ids("«الصاروخ قرب البحيرة»") == ["d-0", "d-2"]
    assert held.ids("صاروخ بحيرة") == ["d-0", "d-1", "d-2"]
    assert held.ids("«الصاروخ سقط»") == ["d-1"]
    assert held.ids("مدينة -«الصاروخ سقط»") == ["d-0"]


def test_a_very_long_text_scores_the_same_and_is_taken_out_whole(both: tuple[Held, Held]) -> None:
    texts = {"d-0": _long("سقط صاروخ"), "d-1": "المدينة والصواريخ", "d-2": _long("قالت وزيرة")}
    units = [
        article("d-0", texts["d-0"], head="المدينة"),
        article("d-1", texts["d-1"]),
        article("d-2", texts["d-2"], speaker="الوزيرة نجوى", kind="statement"),
    ]
    for given in (units, units[1:], units[:2], units):
        for held in both:
            held.put(given, texts)
        for query in (
            "مدينة",
            "صاروخ",
            "مدينة صاروخ",
            "«سقط صاروخ»",
            "متحدث:نجوى",
            "متحدث:وزيرة مدينة",
            "متحدث:مدينة",
            "مدينة -صاروخ",
            "كلمة5999",
        ):
            _same(both, query)


def test_a_word_that_stands_only_in_a_text_names_no_speaker(held: Held) -> None:
    text = _long("قالت نجوى")
    held.put(
        [
            article("q-1", text, kind="statement", speaker="الوزيرة"),
            article("q-2", "قالت نجوى", kind="statement", speaker="الوزيرة"),
        ],
        {"q-1": text, "q-2": "قالت نجوى"},
    )
    assert held.ids("متحدث:نجوى") == []
    assert held.ids("متحدث:وزيرة") == ["q-1", "q-2"]


def test_words_in_the_language_of_vectors_are_words(held: Held) -> None:
    held.texts_of("a_b & c | !d <-> 'e' \\ :A (f) *")
    for query in ("«a_b c»", "«d e»", "c d", "«e a f»"):
        assert held.ids(query) == ["d-0"]
    assert held.ids("«c a_b»") == []
