"""The search table: query forms × how many of the cases are found, by Tawatur, by a plain FTS5 table, and by SQL's LIKE.

Usage: python -m bench.search.table    (writes the tables into docs/search.md)

The cases are `cases.yaml`, all of whose texts stand in one store together. A case counts as found where its own text is among the results.
"""

import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tawatur.records.document import Document, Given
from tawatur.records.errors import UsageError
from tawatur.records.search import Unit
from tawatur.search import find, parse
from tawatur.store.search import StoreSearch
from tawatur.store.search_index import renew
from tawatur.store.sqlite import Store

CASES = Path(__file__).with_name("cases.yaml")
PAGE = Path(__file__).parents[2] / "docs" / "search.md"
BEGIN, END = "<!-- made by bench/search/table.py -->\n", "<!-- end -->\n"
_WRONG = "(another word, wrongly found)"


class Case(NamedTuple):
    """A query, the text that it should find (or, under `others`, should not), and what is known of the text besides."""

    form: str
    number: int
    query: str
    text: str
    more: Any = None

    @property
    def id(self) -> str:
        """The id of its text."""
        return f"d-{self.number:04}"


class Row(NamedTuple):
    """How many of the cases of a form each way of searching finds."""

    form: str
    cases: int
    ours: int
    plain: int
    like: int


def cases() -> list[Case]:
    """All cases, those of other words last, under a form of their own."""
    loaded = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    listed = [(form, one) for form, several in loaded["forms"].items() for one in several]
    listed += [(_WRONG, one) for one in loaded["others"]]
    return [Case(form, number, *map(_plain, one[:2]), *one[2:]) for number, (form, one) in enumerate(listed)]


def _plain(value: object) -> str:
    return str(value)


def measure(store: Store) -> list[Row]:
    """Carry out all cases in every way, ours over a store that is empty."""
    every = cases()
    fill(store, every)
    plain = _plain_table(every)
    found = {case.number: (ours(store, case), _by_match(plain, case), _by_like(plain, case)) for case in every}
    plain.close()
    rows = []
    for form in dict.fromkeys(case.form for case in every):
        held = [found[case.number] for case in every if case.form == form]
        rows.append(Row(form, len(held), *(sum(one[way] for one in held) for way in range(3))))
    return rows


def fill(store: Store, every: list[Case]) -> None:
    """Put the texts of all cases into a store, each as one unit."""
    texts = {case.id: case.text for case in every}
    with store.transaction():
        for case in every:
            document = Document(id=case.id, source=case.id, text=case.text, sha256="", format="text", given=Given())
            store.add_document(document, None, ())
        renew(store, [*_names(every), *map(_unit, every)], texts)


def _names(every: list[Case]) -> Iterator[Unit]:
    for case in every:
        if case.form.startswith("name"):
            yield Unit(kind="name", id=f"e-{case.number}", head=case.more[0], spellings=tuple(case.more))


def _unit(case: Case) -> Unit:
    known: Mapping[str, Any] = {}
    if case.form == "speaker":
        known = {"kind": "statement", "speaker": case.more}
    elif case.form == "date":
        known = {"date": case.more}
    elif case.form.startswith("name"):
        known = {"entities": (f"e-{case.number}",)}
    return Unit(**{"kind": "article", "id": case.id, "document": case.id, "spans": ((0, len(case.text)),), **known})


def ours(store: Store, case: Case) -> bool:
    """Whether Tawatur finds the text of a case."""
    try:
        results = find(parse(case.query), StoreSearch(store), limit=100)
    except UsageError:
        return False
    return any(hit.id == case.id for hit in results.hits)


def _plain_table(every: list[Case]) -> sqlite3.Connection:
    """What a user would make: a table of texts with SQLite's own tokenizer, and the texts themselves."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE plain USING fts5 (text)")
    connection.executemany("INSERT INTO plain (rowid, text) VALUES (?, ?)", ((case.number, case.text) for case in every))
    return connection


def words(query: str) -> list[str]:
    """The words of a query as they would be typed where there are no fields; a phrase is one."""
    try:
        asked = parse(query)
    except UsageError:
        return [query]
    return [*asked.words, *asked.phrases, *asked.names, *asked.speakers] or [query]


def _by_match(plain: sqlite3.Connection, case: Case) -> bool:
    asked = " ".join('"' + word.replace('"', "") + '"' for word in words(case.query))
    found = plain.execute("SELECT 1 FROM plain WHERE plain MATCH ? AND rowid = ?", (asked, case.number))
    return found.fetchone() is not None


def _by_like(plain: sqlite3.Connection, case: Case) -> bool:
    asked = words(case.query)
    where = " AND ".join("text LIKE '%' || ? || '%'" for _ in asked)
    return plain.execute(f"SELECT 1 FROM plain WHERE {where} AND rowid = ?", (*asked, case.number)).fetchone() is not None  # noqa: S608


def markdown(rows: list[Row]) -> str:
    """Give the rows as a table, and their sum without the words that are others."""
    lines = ["| query form | cases | Tawatur | plain FTS5 | LIKE |", "|---|--:|--:|--:|--:|"]
    right = [row for row in rows if row.form != _WRONG]
    total = Row("**all**", *(sum(row[at] for row in right) for at in range(1, 5)))  # type: ignore[misc]
    return (
        "\n".join(
            [*lines, *(f"| {' | '.join(map(str, row))} |" for row in [*right, total, *(r for r in rows if r.form == _WRONG)])]
        )
        + "\n"
    )


def main() -> int:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder, "store.sqlite")) as store:
        table = markdown(measure(store))
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    PAGE.write_text(before + BEGIN + "\n" + table + "\n" + END + rest.partition(END)[2], encoding="utf-8")
    sys.stdout.write(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
