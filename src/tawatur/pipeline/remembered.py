"""What the stages kept of the last time, and what they keep for the next."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from tawatur.compare import Compared
from tawatur.made_by import made_by
from tawatur.pipeline.settling import Before
from tawatur.records.grouped import Grouped
from tawatur.records.parts import decoded, encoded, key_of, pair_of
from tawatur.records.story import Story
from tawatur.reuse.shares import Between
from tawatur.settle.dating import Linked
from tawatur.store import grouping, keeping
from tawatur.store.derived import records_of
from tawatur.stories import Hung

if TYPE_CHECKING:
    from tawatur.store.sqlite import Store

_ARTICLES, _NAMES, _DATED, _BETWEEN, _STATES = "articles as settled", "names", "dates by others", "shares", "countries"
_ACTING, _THREADS, _COMPARED = "countries in events", "threads", "comparisons"

_encode = msgspec.msgpack.Encoder().encode
_linked = msgspec.msgpack.Decoder(Linked).decode
_between = msgspec.msgpack.Decoder(Between).decode
_ids = msgspec.msgpack.Decoder(tuple[str, ...]).decode


class Remembered(NamedTuple):
    """What each stage goes on from, and the stories of the last time."""

    settled: Before
    grouped: Grouped
    stories: tuple[Story, ...]
    hung: Hung
    compared: Compared


class Memory:
    """What the stages keep, as the store holds it for this program. `last` is None where it holds nothing: all is made anew."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._by = made_by("derive")
        self._rows = {
            name: keeping.kept(store, name, self._by)
            for name in (_ARTICLES, _NAMES, _DATED, _BETWEEN, _STATES, _ACTING, _THREADS, _COMPARED)
        }
        self._grouped = grouping.grouped(store, self._by)
        self.last = self._last() if self._rows[_ARTICLES] else None

    def _last(self) -> Remembered:
        rows = self._rows
        return Remembered(
            settled=Before(
                articles=rows[_ARTICLES],
                names=rows[_NAMES],
                dated={document: _linked(body) for document, body in rows[_DATED].items()},
                between={pair_of(pair): _between(body) for pair, body in rows[_BETWEEN].items()},
                states={state: _ids(body) for state, body in rows[_STATES].items()},
                acting={document: _ids(body) for document, body in rows[_ACTING].items()},
            ),
            grouped=self._grouped,
            stories=tuple(records_of(self._store, "stories", Story)),
            hung=decoded(Hung, rows[_THREADS]),
            compared=decoded(Compared, rows[_COMPARED]),
        )

    def keep(self, settled: Before, grouped: Grouped, hung: Hung, compared: Compared) -> None:
        """Keep this in place of what was kept; only what is another is written."""
        now: dict[str, Mapping[str, bytes]] = {
            _ARTICLES: settled.articles,
            _NAMES: settled.names,
            _DATED: {document: _encode(one) for document, one in settled.dated.items()},
            _BETWEEN: {key_of(pair): _encode(one) for pair, one in settled.between.items()},
            _STATES: {state: _encode(ids) for state, ids in settled.states.items()},
            _ACTING: {document: _encode(codes) for document, codes in settled.acting.items()},
            _THREADS: encoded(hung),
            _COMPARED: encoded(compared),
        }
        for name, rows in now.items():
            keeping.keep(self._store, name, self._rows[name], rows, self._by)
        grouping.keep(self._store, self._grouped, grouped, self._by)
