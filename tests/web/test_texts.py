import re
from importlib.resources import files
from typing import get_args

import pytest

from tawatur.records.article import LineKind, OriginBasis, PublishedBasis
from tawatur.records.finding import FindingKind
from tawatur.records.name import NameType
from tawatur.records.quote import QuoteKind, SpeakerKind
from tawatur.records.reuse import DriftKind, FamilyDegree
from tawatur.records.search import UNIT_KINDS
from tawatur.records.time import Mod
from tawatur.report.messages import Lang, messages

_USED = re.compile(r"""\bm(?:\.count)?\(\s*['"](\w+)['"]""")
_VALUES = {
    "web": {
        "line": LineKind, "name": NameType, "published": PublishedBasis, "family": FamilyDegree, "mod": Mod,
    },
    "report": {
        "kind": QuoteKind, "speaker_kind": SpeakerKind, "origin_basis": OriginBasis, "finding": FindingKind, "drift": DriftKind,
    },
}  # fmt: skip


def test_every_text_that_pages_ask_for_is_there() -> None:
    web = files("tawatur.web")
    sources = [*web.joinpath("templates").iterdir(), *(one for one in web.iterdir() if one.name.endswith(".py"))]
    used = {key for source in sources for key in _USED.findall(source.read_text(encoding="utf-8"))}
    assert len(used) > 50
    assert used - messages("web", "ar").keys() - messages("report", "ar").keys() == set()


@pytest.mark.parametrize("section", sorted(_VALUES))
def test_every_value_of_a_record_has_its_words(section: str) -> None:
    wanted = {f"{name}_{value}" for name, values in _VALUES[section].items() for value in get_args(values)}
    assert wanted - messages(section, "ar").keys() == set()


def test_every_text_of_the_page_is_used() -> None:
    web = files("tawatur.web")
    sources = [*web.joinpath("templates").iterdir(), *(one for one in web.iterdir() if one.name.endswith(".py"))]
    everything = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    composed = ("badge_", "kind_filter_", "nav_", "line_", "name_", "names_", "published_", "family_", "mod_", "role_", "noun_")
    unused = {
        key
        for key in sorted(messages("web", "ar").keys())
        if not key.startswith(composed) and f'"{key}"' not in everything and f"'{key}'" not in everything
    }
    assert unused == set()


def test_every_text_of_the_search_is_there_and_used() -> None:
    composed = ("kind_", "kinds_", "sort_")
    rooms = [files("tawatur.web").joinpath(name).read_text(encoding="utf-8") for name in ("search.py", "templates/search.html")]
    rooms.append(files("tawatur.report").joinpath("found.py").read_text(encoding="utf-8"))
    used = {key for source in rooms for key in re.findall(r"""\b[sm](?:\.count)?\(\s*['"](\w+)['"]""", source)}
    for lang in get_args(Lang):
        keys = messages("search", lang).keys()
        plain = {key for key in keys if not key.startswith(composed)}
        assert plain == {key for key in used if key in plain}
        assert used - keys - messages("web", lang).keys() == set()
        assert {f"{name}_{kind}" for name in ("kind", "kinds") for kind in UNIT_KINDS} <= keys
