"""The statements of this package, which both kinds of store understand: `?` and `:name` stand for values.

They keep to what SQLite and PostgreSQL share: `ON CONFLICT`, `IS DISTINCT FROM`, aliases for what stands after FROM in brackets, a sort
wherever the order tells, `instr` (which our migrations define for PostgreSQL). What is written otherwise is put right here.
"""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

Values = Sequence[object] | Mapping[str, object]

# a mark for a value, by `mark` or `name`, or what only looks as if one were in it
TOKEN = re.compile(r"""(?P<quoted>'[^']*'|"[^"]*")|(?P<cast>::)|:(?P<name>[a-z_]\w*)|(?P<mark>\?)""")
_INSERT = re.compile(
    r"\s*INSERT INTO (?P<table>\w+)\s*(?:\((?P<columns>[\w, ]+)\)\s*)?VALUES \((?:\?, )*\?\)(?P<ignore> ON CONFLICT DO NOTHING)?\s*"
)


class Insert(NamedTuple):
    """A plain insertion of rows; `ignore`: those that are there already are left as they are."""

    table: str
    columns: str | None
    ignore: bool


@lru_cache(maxsize=1024)
def for_sqlite(sql: str) -> str:
    """Give a statement as this SQLite understands it: before 3.39 it has no `IS DISTINCT FROM`, but its own words for it."""
    if sqlite3.sqlite_version_info >= (3, 39):
        return sql
    return sql.replace("IS NOT DISTINCT FROM", "IS").replace("IS DISTINCT FROM", "IS NOT")


@lru_cache(maxsize=1024)
def for_psycopg(sql: str) -> str:
    """Give a statement with the marks for values that psycopg knows."""
    return TOKEN.sub(_mark, sql.replace("%", "%%"))


def _mark(found: re.Match[str]) -> str:
    if found["mark"]:
        return "%s"
    return f"%({found['name']})s" if found["name"] else found[0]


@lru_cache(maxsize=1024)
def insertion(sql: str) -> Insert | None:
    """Give what a statement inserts into, where it does nothing else."""
    found = _INSERT.fullmatch(sql)
    return Insert(found["table"], found["columns"], bool(found["ignore"])) if found else None
