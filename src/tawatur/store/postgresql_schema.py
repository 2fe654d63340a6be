"""The tables of a store in PostgreSQL: made, and brought to this version, by one process at a time."""

from typing import TYPE_CHECKING, Any

from tawatur.records.errors import StoreError
from tawatur.store.address import Server
from tawatur.store.scripts import check_known, scripts

if TYPE_CHECKING:
    from psycopg import Connection

# the first half of the numbers of our locks; the second is that of the schema, since several stores may lie in one database
WRITING, MIGRATING, JUDGING = 0x7A770001, 0x7A770002, 0x7A770003
_PROGRAM = "tawatur"


def bring_up(connection: "Connection[Any]", server: Server, *, create: bool) -> None:
    """Make the tables, or bring them to this version. Raises StoreError where what is there is none of ours, or newer."""
    every, have = scripts("postgresql"), _version(connection, server)
    if have == 0 and not create:
        raise StoreError("store_missing", path=server)
    check_known(server, have, len(every))
    if have == len(every):
        return
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s, hashtext(current_schema()))", (MIGRATING,))
        for number in range(_version(connection, server), len(every)):  # read again: another process may have been faster
            connection.execute(every[number].read_bytes())
            connection.execute("INSERT INTO schema_version VALUES (%s, %s)", (_PROGRAM, number + 1))


def _version(connection: "Connection[Any]", server: Server) -> int:
    """The version of the tables, 0 where there are none at all."""
    sql = """SELECT current_schema()::text, current_setting('server_encoding'),
             (SELECT count(*) FROM pg_catalog.pg_class WHERE relnamespace = to_regnamespace(quote_ident(current_schema()))
              AND relkind IN ('r', 'p', 'f', 'm')),
             (SELECT count(*) FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('schema_version')
              AND attname IN ('program', 'version'))"""
    schema, encoding, tables, ours = connection.execute(sql).fetchall()[0]
    if schema is None:
        raise StoreError("store_no_right", path=server, error="no schema")
    if encoding != "UTF8":
        raise StoreError("store_encoding", path=server, encoding=encoding)
    if ours == 2:
        found = connection.execute("SELECT max(version) FROM schema_version WHERE program = %s", (_PROGRAM,)).fetchall()[0][0]
        if found:
            return int(found)
    if tables:
        raise StoreError("store_foreign", path=server)
    return 0
